//! `series.csv`: which source rows are which series, and which are left out and why.

use serde::Deserialize;

use super::facts::Fact;
use super::tables::Tables;

/// One line. The first line that matches a source row decides, so that special cases come first.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    source: String,
    /// The edition it is for; every edition if absent.
    edition: Option<String>,
    commodity: String,
    /// The source's own stage; every stage if absent.
    stage: Option<String>,
    /// Text that the row's country or basis must contain, in any case; every row if absent.
    rows: Option<String>,
    /// The slug of the series; absent if the rows are left out.
    pub(super) mineral: Option<String>,
    /// The stage of the series.
    pub(super) to: Option<String>,
    pub(super) basis: Option<String>,
    pub(super) basis_key: Option<String>,
    /// `sum` where a country may have two rows.
    pub(super) combine: Option<String>,
    /// What a reader must know before quoting a figure of the series.
    pub(super) note: Option<String>,
    reason: String,
}

impl Rule {
    fn covers(&self, fact: &Fact<'_>) -> bool {
        let wanted =
            |word: &Option<String>, is: &str| word.as_deref().is_none_or(|word| word == is);
        let contains = |word: &String| {
            let word = word.to_lowercase();
            fact.name.to_lowercase().contains(&word) || fact.basis.to_lowercase().contains(&word)
        };
        self.source == fact.edition.kind
            && self.commodity == fact.commodity
            && wanted(&self.edition, &fact.edition.id)
            && wanted(&self.stage, &fact.stage)
            && self.rows.as_ref().is_none_or(contains)
    }
}

pub(super) fn read(tables: &mut Tables) -> Result<Vec<Rule>, String> {
    let rules: Vec<Rule> = tables.rows("series.csv")?;
    for rule in &rules {
        let frame = [&rule.to, &rule.basis, &rule.basis_key];
        let whole = frame
            .iter()
            .all(|word| word.is_some() == rule.mineral.is_some());
        if !whole || rule.reason.is_empty() {
            return Err(format!(
                "data/tables/series.csv, {}: give mineral, to, basis and basis_key together or none of \
                 them, and always a reason",
                rule.commodity
            ));
        }
    }
    Ok(rules)
}

/// The line that decides about a source row.
pub(super) fn rule_for<'a>(rules: &'a [Rule], fact: &Fact<'_>) -> Result<&'a Rule, String> {
    rules.iter().find(|rule| rule.covers(fact)).ok_or_else(|| {
        format!(
            "{}: no line of data/tables/series.csv is for {} {} of {}; add one, with a reason",
            fact.table, fact.commodity, fact.stage, fact.edition.id
        )
    })
}
