//! What a reader must know before quoting a series, from the marks its rows carry.

use super::facts::Of;
use super::registry::Countries;
use super::series::Draft;
use super::totals::balance;

/// Something said, and about whom in which years.
type Said = (String, Vec<(String, Vec<u16>)>);

/// The notes, in a fixed order: the rule's, then those of rows, then those about totals.
pub(super) fn notes(draft: &Draft<'_>, world: &[String], countries: &Countries) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for (_, rule) in &draft.facts {
        if let Some(note) = rule
            .note
            .as_ref()
            .filter(|_| rule.combine.is_none() || draft.summed)
        {
            add(&mut notes, note);
        }
    }
    marks(draft, countries, &mut notes);
    for (year, total) in draft.years.iter().zip(world) {
        totals(draft, *year, total, countries, &mut notes);
    }
    notes
}

fn add(notes: &mut Vec<String>, note: &str) {
    let mut letters = note.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    let note: String = first.into_iter().chain(letters).collect();
    if !notes.contains(&note) {
        notes.push(note);
    }
}

/// What the marks in the rows say, one note for each thing said, naming whom it is said about.
fn marks(draft: &Draft<'_>, countries: &Countries, notes: &mut Vec<String>) {
    let mut said: Vec<Said> = Vec::new();
    let mut say = |what: String, who: String, year: u16| {
        let at = said
            .iter()
            .position(|(known, _)| *known == what)
            .unwrap_or_else(|| {
                said.push((what, Vec::new()));
                said.len() - 1
            });
        let about = &mut said[at].1;
        match about.iter_mut().find(|(known, _)| *known == who) {
            Some((_, years)) => years.push(year),
            None => about.push((who, vec![year])),
        }
    };
    for (fact, rule) in &draft.facts {
        let who = match &fact.of {
            Of::Country(iso3) => countries.name(iso3).to_owned(),
            Of::Other => "other countries".to_owned(),
            Of::World { .. } => "world total".to_owned(),
        };
        for mark in fact.note.split("; ") {
            if let Some(text) = mark.strip_prefix("text: ") {
                say(
                    format!("“{text}” in place of a figure"),
                    who.clone(),
                    fact.year,
                );
            } else if let Some(remark) = mark.strip_prefix("remark: ") {
                say(remark.to_owned(), who.clone(), fact.year);
            } else if mark == "blank" {
                let what = "left blank, which here may mean zero, withheld or not available";
                say(what.to_owned(), who.clone(), fact.year);
            } else if let Some(unit) = mark.strip_prefix("unit published as ") {
                let what = format!(
                    "labelled {unit} in the data release; read as {}, which is what other editions show",
                    fact.unit
                );
                add(notes, &what);
            }
        }
        // Where rows are added up the rule's note says what they are.
        let qualifier = countries
            .qualifier(&fact.name)
            .filter(|_| rule.combine.is_none());
        if let (Of::Country(_), Some(qualifier)) = (&fact.of, qualifier) {
            say(qualifier.to_owned(), who, fact.year);
        }
    }
    for (what, about) in said {
        let names: Vec<String> = about
            .into_iter()
            .map(|(who, years)| {
                if years.len() >= draft.years.len() {
                    who
                } else {
                    format!("{who} ({})", list(&years))
                }
            })
            .collect();
        add(notes, &format!("{what}: {}", names.join(", ")));
    }
}

fn list(years: &[u16]) -> String {
    years
        .iter()
        .map(u16::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

/// Where the parts contradict the whole, and where the whole has no room for what is withheld.
fn totals(
    draft: &Draft<'_>,
    year: u16,
    total: &str,
    countries: &Countries,
    notes: &mut Vec<String>,
) {
    let Some(balance) = balance(draft, year, total) else {
        return;
    };
    let note = if draft.is_share() && (balance.exceeds() || balance.falls_short()) {
        // A tenth of a percent is as exact as shares are published.
        format!("the published shares add up to {:.1} %", balance.sum)
    } else if balance.exceeds() || balance.falls_short() {
        let (sum, total) = (grouped(balance.sum), grouped(balance.total));
        format!("{year}: the figures listed add up to {sum}, the published total is {total}")
    } else if balance.leaves_no_room() {
        let names: Vec<&str> = balance
            .withheld
            .iter()
            .map(|iso3| countries.name(iso3))
            .collect();
        format!(
            "{year}: the published total is no more than the figures listed, so it seems to leave out \
             what is withheld: {}",
            names.join(", ")
        )
    } else {
        return;
    };
    add(notes, &note);
}

/// A whole number with its digits in groups of three.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_from_the_right() {
        assert_eq!(grouped(4400.0), "4,400");
        assert_eq!(grouped(1_166_000.0), "1,166,000");
        assert_eq!(grouped(590.0), "590");
    }

    #[test]
    fn a_note_is_added_once_and_begins_with_a_capital() {
        let mut notes = Vec::new();
        add(&mut notes, "exports: Peru");
        add(&mut notes, "exports: Peru");
        assert_eq!(notes, ["Exports: Peru"]);
    }
}
