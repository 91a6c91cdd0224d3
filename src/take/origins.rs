//! Where the figures of a view come from: source, edition, licence, address.

use super::{Kind, Taken, outlines};
use crate::data::{Edition, EditionId, OWN_LICENCE};
use crate::figure::Trend;
use crate::i18n::EN_TAKE;
use crate::report::stage_tables;
use crate::state::View;

/// A source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// What of the view comes from it.
    pub what: &'static str,
    /// Publisher, title, edition, identifier.
    pub citation: String,
    /// The licence under which it may be reused.
    pub licence: String,
}

impl Origin {
    fn of(what: &'static str, citation: String, licence: &str) -> Self {
        Self {
            what,
            citation,
            licence: licence.to_owned(),
        }
    }

    /// Citation and licence.
    #[must_use]
    pub fn cited(&self) -> String {
        format!("{} ({})", self.citation, self.licence)
    }

    /// The address that the citation names: of its identifier, or of where it was read.
    #[must_use]
    pub fn link(&self) -> Option<String> {
        let address = self.citation.split_whitespace().find_map(|word| {
            let doi = word
                .strip_prefix("doi:")
                .map(|doi| format!("https://doi.org/{doi}"));
            let site = || word.starts_with("http").then(|| word.to_owned());
            let copy = || {
                word.starts_with("github.com/")
                    .then(|| format!("https://{word}"))
            };
            doi.or_else(site).or_else(copy)
        })?;
        Some(address.trim_end_matches([',', ';', '.', ')']).to_owned())
    }
}

impl Taken<'_> {
    /// Where the view's figures come from, each source once.
    #[must_use]
    pub fn origins(&self) -> Vec<Origin> {
        let mut origins: Vec<Origin> = self
            .editions()
            .iter()
            .map(|one| self.supply(*one))
            .collect();
        let view = self.state.view;
        if matches!(
            view,
            View::Minerals | View::Dependence | View::Shock | View::Alliances
        ) {
            origins.extend(self.trade());
        }
        if matches!(view, View::Minerals | View::Dependence) {
            origins.extend(self.assessment());
        }
        if !matches!(view, View::Study | View::Shock | View::Data) {
            let governance = self.data().governance();
            let citation = format!(
                "{}: {}, {}–{}",
                governance.source,
                governance.indicator,
                governance.first_year,
                governance.last_year
            );
            origins.push(Origin::of(
                EN_TAKE.governance,
                citation,
                &governance.licence,
            ));
        }
        match view {
            View::Alliances => origins.extend(self.agreed()),
            View::Study => origins.extend(self.claimed()),
            _ => {}
        }
        let mut once: Vec<Origin> = Vec::new();
        for origin in origins {
            if !once.contains(&origin) {
                once.push(origin);
            }
        }
        once
    }

    /// The same for one figure of the view.
    pub(super) fn credited(&self, kind: Kind) -> Vec<Origin> {
        let kept: &[&str] = match kind {
            Kind::Map | Kind::Ranking => return vec![self.supply(self.table.edition)],
            Kind::Trend | Kind::Claim => &[EN_TAKE.supply],
            // Which agreements count is on the map; where each was read is said with the view.
            Kind::Flows | Kind::Agreements => &[EN_TAKE.supply, EN_TAKE.trade],
            Kind::Risk | Kind::Methods | Kind::Shift | Kind::Path | Kind::Losses => {
                return self.origins();
            }
            Kind::Burden => &[
                EN_TAKE.supply,
                EN_TAKE.trade,
                EN_TAKE.governance,
                EN_TAKE.burden,
            ],
        };
        let mut origins = self.origins();
        origins.retain(|one| kept.contains(&one.what));
        origins
    }

    /// Who drew the outlines of the maps.
    #[must_use]
    pub fn drawn_by(&self) -> Origin {
        let (citation, licence) = outlines::SOURCE;
        Origin::of(EN_TAKE.outlines, citation.to_owned(), licence)
    }

    /// The editions of the view's figures of supply, that of its own table first.
    fn editions(&self) -> Vec<EditionId> {
        let mut editions = match self.state.view {
            View::Data => Vec::new(),
            _ => vec![self.table.edition],
        };
        match self.state.view {
            View::Map => {
                let tables = Trend::tables(&self.context());
                editions.extend(tables.iter().rev().map(|table| table.edition));
            }
            View::Minerals => {
                let all = self.all(0);
                let rows = all.minerals.iter();
                let known = rows.filter_map(|row| self.data().edition_by_id(&row.edition));
                editions = known.collect();
            }
            View::Shock => {
                let last = self.sources.last_trade_year();
                let tables = stage_tables(self.data(), &self.state, self.importer, last);
                editions = tables
                    .tables
                    .iter()
                    .flatten()
                    .map(|table| table.edition)
                    .collect();
            }
            View::Study => {
                editions.clear();
                if let Ok(json) = self.study_figures() {
                    let claims = json.claims.iter();
                    let found =
                        claims.flat_map(|claim| [&claim.used, &claim.revised, &claim.newest]);
                    let ids = found.flatten().map(|one| one.edition.as_str());
                    editions.extend(ids.filter_map(|id| self.data().edition_by_id(id)));
                }
            }
            View::Dependence | View::Alliances | View::Data => {}
        }
        editions
    }

    fn supply(&self, edition: EditionId) -> Origin {
        let edition: &Edition = self.data().edition(edition);
        Origin::of(EN_TAKE.supply, edition.citation(), &edition.licence)
    }

    fn trade(&self) -> Vec<Origin> {
        let own = self.data().own();
        let own = own.map(|own| Origin::of(EN_TAKE.trade, own.citation(), OWN_LICENCE));
        let shipped = self.sources.trade.map(|trade| {
            let meta = trade.meta();
            let citation = format!("{}, {}", meta.source, meta.edition);
            Origin::of(EN_TAKE.trade, citation, &meta.licence)
        });
        own.into_iter().chain(shipped).collect()
    }

    fn assessment(&self) -> Option<Origin> {
        let assessments = self.sources.methods?.assessments();
        let study = assessments.study(crate::risk::importer::STUDY)?;
        let citation = format!("{}, doi:{}", study.name, study.doi);
        Some(Origin::of(EN_TAKE.assessment, citation, &study.licence))
    }

    /// Agreements, and the indicator of what they ask.
    fn agreed(&self) -> Vec<Origin> {
        let mut origins = Vec::new();
        let Ok(allied) = self.allied() else {
            return origins;
        };
        if let Some(importer) = self.importer {
            let members = self.data().importer_members(importer);
            let counted = allied
                .asked
                .counted(&allied.known, self.table.mineral, &members);
            let each = counted.into_iter().map(|one| {
                let citation = format!("{}: {}", one.name, one.source);
                Origin::of(EN_TAKE.agreement, citation, EN_TAKE.fact)
            });
            origins.extend(each);
        }
        if let Ok((one, figures)) = self.burden(&allied)
            && figures.answer.is_some()
        {
            let citation = format!("{}, {}: {}", one.measure, one.year, one.source);
            origins.push(Origin::of(EN_TAKE.burden, citation, &one.licence));
        }
        origins
    }

    fn claimed(&self) -> Vec<Origin> {
        let claims = self
            .study()
            .map_or_else(|_| Vec::new(), |(_, claims, _)| claims);
        let claims = claims.into_iter();
        claims
            .map(|claim| Origin::of(EN_TAKE.claims, claim.source, EN_TAKE.fact))
            .collect()
    }
}
