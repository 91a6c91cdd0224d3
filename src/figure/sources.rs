//! Where a figure comes from and what is to be said about it.

use super::{Context, MapFigure};
use crate::data::Edition;
use crate::i18n::Strings;
use crate::i18n::number::quantity;
use crate::risk::Denominator;

/// The source of a state's table and the notes that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources {
    /// Publisher, title, date.
    pub citation: String,
    /// The address of the source's own page, if it has one.
    pub link: Option<String>,
    /// The licence.
    pub licence: String,
    /// The source of the governance estimates.
    pub governance: String,
    /// What a reader should know before quoting a number, in sentences.
    pub notes: Vec<String>,
}

impl Sources {
    /// Source and licence in one line.
    #[must_use]
    pub fn line(&self) -> String {
        [&*self.citation, ", ", &self.licence].concat()
    }

    /// The source and the notes of a state.
    #[must_use]
    pub fn build(context: &Context) -> Self {
        let (data, table, words) = (context.data, context.table, &context.words.notes);
        let edition = data.edition(table.edition);
        let mut notes = vec![(words.basis)(&table.basis)];
        match context.shares.denominator {
            Denominator::SumWithoutTotal(_) => notes.push(words.no_total.to_owned()),
            Denominator::SumOverTotal { sum, published } => {
                notes.push((words.over_total)(&quantity(sum), &quantity(published)));
            }
            Denominator::PublishedTotal(_) | Denominator::Nothing => {}
        }
        if !table.excludes.is_empty() {
            let names: Vec<&str> = table
                .excludes
                .iter()
                .map(|&country| data.country(country).name.as_str())
                .collect();
            notes.push((words.excludes)(&names.join(", ")));
        }
        notes.extend(table.notes.iter().cloned());
        notes.extend(data.mineral(table.mineral).note.clone());
        let (before, after) = MapFigure::conservation(context);
        let in_unit = |value: f64| format!("{} {}", quantity(value), table.unit);
        notes.push((words.conserved)(&in_unit(before), &in_unit(after)));
        notes.push(words.disputed.to_owned());
        let governance = data.governance();
        Self {
            citation: edition.citation(),
            link: (!edition.doi.is_empty()).then(|| format!("https://doi.org/{}", edition.doi)),
            licence: edition.licence.clone(),
            governance: format!(
                "{} ({}–{}), {}, {}",
                governance.indicator,
                governance.first_year,
                governance.last_year,
                governance.source,
                governance.licence
            ),
            notes,
        }
    }
}

/// An edition in two words, for choosers and narrow columns.
#[must_use]
pub fn edition_short(words: &Strings, edition: &Edition) -> String {
    let year = edition.published.split('-').next().unwrap_or_default();
    (words.controls.edition_short)(edition.kind, year)
}
