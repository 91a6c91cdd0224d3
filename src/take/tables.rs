//! The tables of a view, with bare numbers for spreadsheets.

use super::Taken;
use crate::figure::{Cell, Figures, ShockFigure, Table, month};
use crate::i18n::number::{percent, signed_percent};
use crate::i18n::{EN, EN_ALLIANCES, EN_BURDEN, EN_DESK, EN_SHOCK, EN_STUDY, EN_TAKE};
use crate::report::{FindingFigures, MixBurden, Score};
use crate::scenario::Month;
use crate::state::View;
use crate::units::Share;

impl Taken<'_> {
    /// The view's tables; none where it has none, or where there is nothing in them.
    #[must_use]
    pub fn tables(&self) -> Vec<Table> {
        let mut tables = match self.state.view {
            View::Map => {
                let figures = Figures::build(&self.context());
                let mut tables = vec![figures.shares, figures.trend_table, figures.listings];
                tables.extend(figures.holdings.map(|holdings| holdings.table));
                tables
            }
            View::Minerals => vec![self.minerals()],
            View::Dependence => vec![self.partners()],
            View::Shock => self.told().map_or_else(
                |_| Vec::new(),
                |told| {
                    let start = told.exposed.outcome.start;
                    let mut tables = vec![self.shifts(&told.figure)];
                    tables.extend(start.and_then(|start| self.months(start)));
                    tables.extend(self.losses());
                    tables
                },
            ),
            View::Alliances => [self.bound_table(), self.mixes()]
                .into_iter()
                .flatten()
                .collect(),
            View::Study => self.claims().into_iter().collect(),
            View::Data => Vec::new(),
        };
        tables.retain(|table| !table.rows.is_empty());
        tables
    }

    /// A table of the view's own, under its heading and with all of its sources.
    fn table(
        &self,
        file: &str,
        caption: String,
        columns: Vec<String>,
        rows: Vec<Vec<Cell>>,
    ) -> Table {
        let sources = self.origins().into_iter();
        let sources: Vec<String> = sources.map(|one| one.cited()).collect();
        Table {
            caption,
            columns,
            rows,
            source: sources.join("; "),
            file: format!("{}-{file}", self.name()),
        }
    }

    fn minerals(&self) -> Table {
        let (data, words) = (self.data(), &EN_DESK.desk);
        let all = self.all(super::drawings::QUICK_DRAWS);
        let mut columns = vec![
            EN.table.mineral.to_owned(),
            EN.table.stage.to_owned(),
            EN.table.edition.to_owned(),
            EN.table.year.to_owned(),
        ];
        let methods = [
            words.supply_risk,
            words.geopolrisk,
            words.import_reliance,
            EN.keys.hhi,
            EN.keys.hhi_wgi,
            words.supply_left,
        ];
        for method in methods {
            columns.extend([method.to_owned(), (EN_TAKE.rank_of)(method)]);
        }
        columns.push(words.economic_importance.to_owned());
        let rows = all.minerals.iter().map(|row| {
            let name = data.mineral_by_slug(&row.mineral);
            let name = name.map_or(&row.mineral, |id| &data.mineral(id).name);
            let mut cells = vec![
                Cell::text(name.clone()),
                Cell::text(row.stage),
                Cell::text(row.edition.clone()),
                number(Some(f64::from(row.year))),
            ];
            let scores = [
                &row.ec_supply_risk,
                &row.geopolrisk,
                &row.import_reliance,
                &row.hhi,
                &row.hhi_wgi,
                &row.n_minus_1,
            ];
            let written = [number, number, fraction, number, number, fraction];
            for (score, cell) in scores.into_iter().zip(written) {
                let rank = |score: &Score| u32::try_from(score.rank).ok().map(f64::from);
                cells.push(cell(score.as_ref().map(|score| score.value)));
                cells.push(number(score.as_ref().and_then(rank)));
            }
            cells.push(number(row.economic_importance));
            cells
        });
        self.table("minerals", self.title(), columns, rows.collect())
    }

    fn partners(&self) -> Table {
        let (data, words) = (self.data(), &EN_DESK.desk);
        let figures = self.dependence();
        let trade = figures.importer.and_then(|own| own.trade);
        let rows = trade.iter().flat_map(|trade| {
            trade.outside().map(|partner| {
                let part = partner.quantity_t.map(|tonnes| tonnes / trade.imports_t);
                vec![
                    Cell::text(data.name_of(&partner.country)),
                    Cell::text(partner.country.clone()),
                    fraction(part),
                    number(partner.quantity_t),
                    number(partner.value_kusd),
                ]
            })
        });
        let columns = [
            EN.table.country,
            EN.table.code,
            words.part,
            words.imported,
            words.value,
        ];
        self.table("partners", self.title(), owned(&columns), rows.collect())
    }

    fn shifts(&self, figure: &ShockFigure) -> Table {
        let (data, words) = (self.data(), &EN_SHOCK.results);
        let rows = figure.shifts.iter().map(|row| {
            vec![
                Cell::text(row.name.clone()),
                Cell::text(data.country(row.country).iso3.clone()),
                fraction(Some(row.before)),
                fraction(Some(row.after)),
                Cell::number(signed_percent(row.change), row.change),
            ]
        });
        let columns = [
            EN.table.country,
            EN.table.code,
            words.before,
            words.after,
            words.change,
        ];
        let mineral = &data.mineral(self.state.mineral).name;
        let supply = (EN.supply)(figure.stage, mineral);
        let worst = figure.worst.as_deref().unwrap_or(words.worst_unknown);
        let caption = (words.map_caption)(&supply, worst);
        self.table("shift", caption, owned(&columns), rows.collect())
    }

    fn months(&self, start: Month) -> Option<Table> {
        let path = self.path().ok()?;
        let words = &EN_SHOCK.results;
        let mut columns = vec![words.month.to_owned()];
        columns.extend(path.lines.iter().map(|line| line.name.clone()));
        if path.simulated.is_some() {
            let simulation = &EN_SHOCK.simulation;
            let [low, high] = simulation.band_ends;
            columns.extend([simulation.mean_line, low, high].map(str::to_owned));
        }
        let rows = (0..path.months()).zip(start.0..).map(|(at, when)| {
            let mut cells = vec![Cell::text(month(Month(when), EN_SHOCK.steps.month))];
            let lines = path.lines.iter();
            cells.extend(lines.map(|line| fraction(line.use_left.get(at).copied())));
            if let Some((mean, band)) = &path.simulated {
                let band = band.get(at).copied();
                cells.push(fraction(mean.use_left.get(at).copied()));
                cells.push(fraction(band.map(|(low, _)| low)));
                cells.push(fraction(band.map(|(_, high)| high)));
            }
            cells
        });
        Some(self.table("path", words.use_left.to_owned(), columns, rows.collect()))
    }

    fn losses(&self) -> Option<Table> {
        let losses = self.simulated()?.losses;
        let words = &EN_SHOCK.simulation;
        let steps = u32::try_from(losses.parts.len()).ok().map(f64::from)?;
        let rows = (0_u32..).zip(&losses.parts).map(|(at, part)| {
            let ends = [at, at + 1].map(|step| fraction(Some(f64::from(step) / steps)));
            let [low, high] = ends;
            vec![low, high, fraction(Some(*part))]
        });
        let columns = vec![
            (EN_TAKE.from)(words.loss),
            (EN_TAKE.until)(words.loss),
            words.part.to_owned(),
        ];
        Some(self.table("losses", words.caption.to_owned(), columns, rows.collect()))
    }

    fn bound_table(&self) -> Option<Table> {
        let map = self.bound_map().ok()?;
        let words = &EN_ALLIANCES.map;
        let rows = map.rows.iter().map(|row| {
            let depth = row.depth.map(|depth| EN_ALLIANCES.agreements.depths[depth]);
            vec![
                Cell::text(row.name.clone()),
                Cell::text(depth.unwrap_or(words.unbound)),
                number(row.bound),
                fraction(row.world),
                fraction(row.sourcing.map(|(before, _)| before)),
                fraction(row.sourcing.map(|(_, after)| after)),
            ]
        });
        let mineral = &self.data().mineral(self.table.mineral).name;
        let caption = (words.caption)(self.importer_name(), mineral);
        Some(self.table("agreements", caption, owned(&words.columns), rows.collect()))
    }

    fn mixes(&self) -> Option<Table> {
        let (indicator, figures) = self.burden(&self.allied().ok()?).ok()?;
        let answer = figures.answer?;
        let words = &EN_BURDEN;
        let mixes = [
            (words.present, answer.present.as_ref()),
            (words.least_risky, Some(&answer.least_risky)),
            (words.adjusted, answer.adjusted.as_ref()),
        ];
        let row = |(name, mix): (&str, Option<&MixBurden>)| {
            vec![
                Cell::text(name),
                number(mix.map(|mix| mix.risk)),
                number(mix.map(|mix| mix.burden_low)),
                number(mix.map(|mix| mix.burden_high)),
                fraction(mix.map(|mix| mix.shortage)),
            ]
        };
        let columns = vec![
            words.mix.to_owned(),
            words.risk.to_owned(),
            (EN_TAKE.from)(words.burden),
            (EN_TAKE.until)(words.burden),
            EN_TAKE.shortage.to_owned(),
        ];
        let caption = format!("{}: {}", words.heading, indicator.name);
        let rows = mixes.map(row).to_vec();
        Some(self.table("burden", caption, columns, rows))
    }

    fn claims(&self) -> Option<Table> {
        let study = self.study_figures().ok()?;
        let mut rows = Vec::new();
        for claim in study.claims {
            let head = [
                Cell::text(claim.claim),
                Cell::text(claim.verdict),
                fraction(claim.claimed_percent.map(|percent| percent / 100.0)),
            ];
            let found = [claim.used, claim.revised, claim.newest];
            let found: Vec<FindingFigures> = found.into_iter().flatten().collect();
            if found.is_empty() {
                let blank = [Cell::text(""), Cell::blank(), Cell::blank(), Cell::blank()];
                rows.push(head.iter().cloned().chain(blank).collect());
            }
            for one in found {
                let tail = [
                    Cell::text(one.edition),
                    number(Some(f64::from(one.year))),
                    fraction(Some(one.share)),
                    number(
                        one.rank
                            .and_then(|rank| u32::try_from(rank).ok())
                            .map(f64::from),
                    ),
                ];
                rows.push(head.iter().cloned().chain(tail).collect());
            }
        }
        let words = &EN_STUDY.card;
        let columns = [
            EN_TAKE.claim,
            EN_TAKE.verdict,
            words.reported,
            EN.table.edition,
            EN.table.year,
            words.part,
            EN.table.rank,
        ];
        Some(self.table("claims", self.title(), owned(&columns), rows))
    }
}

/// A fraction as a cell that reads in percent, or none.
fn fraction(value: Option<f64>) -> Cell {
    value.map_or_else(Cell::blank, |value| {
        Cell::number(percent(Share::clamped(value)), value)
    })
}

/// A number as a cell, or none.
fn number(value: Option<f64>) -> Cell {
    value.map_or_else(Cell::blank, |value| Cell::number(value.to_string(), value))
}

fn owned(columns: &[&str]) -> Vec<String> {
    columns.iter().map(|column| (*column).to_owned()).collect()
}
