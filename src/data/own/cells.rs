//! What each kind of cell may hold, and what to do where it holds something else.

use super::OwnKind;
use super::read::Reading;
use crate::data::{CountryId, Flag, MineralId, Reported, Stage, nearest, parse_decimal};
use crate::units::tonnes_in;

/// The units of mass that sources use.
const UNITS: [&str; 6] = ["t", "kt", "Mt", "kg", "kct", "Mct"];
/// In place of a country: the world's total.
pub(super) const WORLD: &str = "WORLD";

/// A cell's place and text.
pub(super) struct Cell<'a> {
    pub(super) line: u64,
    pub(super) at: usize,
    pub(super) text: &'a str,
}

impl Reading<'_> {
    pub(super) fn mineral(&mut self, cell: &Cell<'_>) -> Option<MineralId> {
        let minerals = || self.data.minerals().iter();
        let named = |text: &str| minerals().position(|one| one.name.eq_ignore_ascii_case(text));
        let by_slug = self.data.mineral_by_slug(&cell.text.to_ascii_lowercase());
        let found = by_slug.or_else(|| named(cell.text).map(MineralId::at));
        if found.is_none() {
            let near = nearest(cell.text, minerals().map(|one| one.slug.as_str()));
            self.wrong(
                cell,
                format!("unknown mineral {:?}", cell.text),
                format!("did you mean {near}?"),
            );
        }
        found
    }

    pub(super) fn stage(&mut self, cell: &Cell<'_>) -> Option<Stage> {
        let stage = Stage::from_slug(&cell.text.to_ascii_lowercase());
        let stage = stage.filter(|stage| *stage != Stage::Reserves);
        if stage.is_none() {
            let problem = match cell.text {
                "reserves" => "reserves are neither produced nor traded".to_owned(),
                other => format!("unknown stage {other:?}"),
            };
            self.wrong(cell, problem, "write mine or refine");
        }
        stage
    }

    pub(super) fn country(&mut self, cell: &Cell<'_>) -> Option<CountryId> {
        let countries = || self.data.countries().iter();
        let named = |text: &str| countries().position(|one| one.name.eq_ignore_ascii_case(text));
        let by_code = self.data.country_by_iso3(&cell.text.to_ascii_uppercase());
        let found = by_code.or_else(|| named(cell.text).map(CountryId::at));
        if found.is_none() {
            if let Some(bloc) = self.data.bloc_by_id(&cell.text.to_ascii_uppercase()) {
                let problem = format!("{} is a bloc, not a country", bloc.id);
                self.wrong(
                    cell,
                    problem,
                    "write its members, a line each; views of the bloc add them up",
                );
            } else if cell.text.eq_ignore_ascii_case(WORLD) {
                self.wrong(
                    cell,
                    "the world is nobody’s trading partner",
                    "write a country",
                );
            } else {
                let codes = countries().flat_map(|one| [one.iso3.as_str(), one.name.as_str()]);
                let near = nearest(cell.text, codes);
                let remedy = format!(
                    "write an ISO 3166-1 alpha-3 code or an English name; did you mean {near}?"
                );
                self.wrong(cell, format!("unknown country {:?}", cell.text), remedy);
            }
        }
        found
    }

    pub(super) fn year(&mut self, cell: &Cell<'_>) -> Option<u16> {
        let year = cell.text.parse::<u16>().ok();
        match year {
            Some(year) if (1990..2100).contains(&year) => return Some(year),
            Some(year) => {
                let remedy = "write a year from 1990 to 2099";
                self.wrong(cell, format!("{year} is too far away"), remedy);
            }
            None => self.wrong(
                cell,
                format!("{:?} is not a year", cell.text),
                "write four digits, such as 2024",
            ),
        }
        None
    }

    pub(super) fn quantity(&mut self, cell: &Cell<'_>) -> Option<Reported> {
        let traded = self.kind != OwnKind::Production;
        if cell.text.is_empty() {
            let remedy = if traded {
                "write a number, or leave the line out"
            } else {
                "write a number, 0 for nothing, NA for not known, or leave the line out"
            };
            self.wrong(cell, "the quantity is empty", remedy);
            return None;
        }
        if cell.text.contains([',', ' ', '\u{a0}', '\u{202f}', '\'']) {
            let problem = format!("{:?} has a sign between its digits", cell.text);
            self.wrong(
                cell,
                problem,
                "write a point before decimals and nothing between thousands",
            );
            return None;
        }
        match Reported::parse(cell.text) {
            Err(problem) => {
                self.wrong(cell, problem, "write digits with at most one point");
                None
            }
            Ok(Reported::Known { value, .. }) if traded && value <= 0.0 => {
                self.wrong(cell, "nothing was bought", "leave the line out");
                None
            }
            Ok(
                read @ Reported::Known {
                    flag: Flag::Reported | Flag::Estimated,
                    ..
                },
            ) => Some(read),
            Ok(_) if traded => {
                let remedy =
                    "write a number, with e behind it if it is an estimate, or leave the line out";
                self.wrong(cell, format!("{:?} is no amount", cell.text), remedy);
                None
            }
            Ok(read) => Some(read),
        }
    }

    pub(super) fn unit(&mut self, cell: &Cell<'_>) -> Option<String> {
        let shares = self.kind == OwnKind::Production;
        if tonnes_in(cell.text).is_some() || shares && cell.text == "%" {
            return Some(cell.text.to_owned());
        }
        let known = UNITS.join(", ");
        let (problem, remedy) = match cell.text {
            "" => (
                "the unit is empty".to_owned(),
                format!("write one of {known}"),
            ),
            "%" => (
                "parts of a whole are no amounts".to_owned(),
                format!("write amounts in one of {known}"),
            ),
            other if shares => (
                format!("unknown unit {other:?}"),
                format!("write one of {known}, or %"),
            ),
            other => (
                format!("unknown unit {other:?}"),
                format!("write one of {known}"),
            ),
        };
        self.wrong(cell, problem, remedy);
        None
    }

    pub(super) fn value(&mut self, cell: &Cell<'_>) -> Option<f64> {
        let value = parse_decimal(cell.text).filter(|value| *value > 0.0);
        if value.is_none() {
            let problem = format!("{:?} is no value", cell.text);
            self.wrong(
                cell,
                problem,
                "write thousand US dollars, more than 0, or leave the cell empty",
            );
        }
        value
    }
}
