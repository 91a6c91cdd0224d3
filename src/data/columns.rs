//! How tables and scores lie in the snapshot: by column, since equal things side by side compress to
//! almost nothing, and neighbouring tables name the same countries in the same order.

use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::{CountryId, EditionId, Flag, MineralId, Reported, Stage, SupplyTable, Wgi};

/// What a cell is, before its number.
#[derive(Clone, Copy, Serialize, Deserialize)]
enum Mark {
    /// No cell at all: the source has no such row.
    Absent,
    Withheld,
    NotAvailable,
    Reported,
    Estimated,
    Below,
    Above,
}

/// Numbers, column by column.
#[derive(Default, Serialize, Deserialize)]
struct Numbers {
    exponents: Vec<i8>,
    digits: Vec<i64>,
}

impl Numbers {
    fn push(&mut self, value: f64) -> Option<()> {
        let Decimal { digits, exponent } = Decimal::of(value)?;
        self.exponents.push(exponent);
        self.digits.push(digits);
        Some(())
    }

    fn read(self) -> impl Iterator<Item = f64> {
        let parts = self.digits.into_iter().zip(self.exponents);
        parts.map(|(digits, exponent)| Decimal { digits, exponent }.value())
    }
}

/// Cells: what each is, then the numbers of those that have one.
#[derive(Default, Serialize, Deserialize)]
struct Cells {
    marks: Vec<Mark>,
    numbers: Numbers,
}

impl Cells {
    fn push(&mut self, cell: Option<Reported>) -> Option<()> {
        self.marks.push(match cell {
            None => Mark::Absent,
            Some(Reported::Withheld) => Mark::Withheld,
            Some(Reported::NotAvailable) => Mark::NotAvailable,
            Some(Reported::Known { flag, .. }) => match flag {
                Flag::Reported => Mark::Reported,
                Flag::Estimated => Mark::Estimated,
                Flag::Below => Mark::Below,
                Flag::Above => Mark::Above,
            },
        });
        cell.and_then(Reported::value)
            .map_or(Some(()), |value| self.numbers.push(value))
    }

    /// The cells in turn; nothing any more once a mark is without its number.
    fn read(self) -> impl Iterator<Item = Option<Reported>> {
        let mut numbers = self.numbers.read();
        self.marks.into_iter().map_while(move |mark| {
            let flag = match mark {
                Mark::Absent => return Some(None),
                Mark::Withheld => return Some(Some(Reported::Withheld)),
                Mark::NotAvailable => return Some(Some(Reported::NotAvailable)),
                Mark::Reported => Flag::Reported,
                Mark::Estimated => Flag::Estimated,
                Mark::Below => Flag::Below,
                Mark::Above => Flag::Above,
            };
            let value = numbers.next()?;
            Some(Some(Reported::Known { value, flag }))
        })
    }
}

/// Every text once; the tables name it by its position.
#[derive(Default, Serialize, Deserialize)]
struct Texts(Vec<String>);

impl Texts {
    fn note(&mut self, text: &str) -> Option<u16> {
        let known = self.0.iter().position(|known| known == text);
        let position = known.unwrap_or_else(|| {
            self.0.push(text.to_owned());
            self.0.len() - 1
        });
        u16::try_from(position).ok()
    }

    fn get(&self, position: u16) -> Option<String> {
        self.0.get(usize::from(position)).cloned()
    }
}

/// What a table has besides cells: its place in the order, its texts, and how many countries it names.
#[derive(Serialize, Deserialize)]
struct Head {
    mineral: MineralId,
    stage: Stage,
    edition: EditionId,
    year: u16,
    unit: u16,
    basis: u16,
    basis_key: u16,
    notes: Vec<u16>,
    excludes: Vec<CountryId>,
    rows: u16,
}

/// The tables, column by column.
#[derive(Default, Serialize, Deserialize)]
struct Tables {
    texts: Texts,
    heads: Vec<Head>,
    countries: Vec<CountryId>,
    cells: Cells,
    worlds: Cells,
    others: Cells,
}

impl Tables {
    fn push(&mut self, table: &SupplyTable) -> Option<()> {
        let mut note = |text: &String| self.texts.note(text);
        self.heads.push(Head {
            mineral: table.mineral,
            stage: table.stage,
            edition: table.edition,
            year: table.year,
            unit: note(&table.unit)?,
            basis: note(&table.basis)?,
            basis_key: note(&table.basis_key)?,
            notes: table.notes.iter().map(note).collect::<Option<_>>()?,
            excludes: table.excludes.clone(),
            rows: u16::try_from(table.countries.len()).ok()?,
        });
        for (id, cell) in &table.countries {
            self.countries.push(*id);
            self.cells.push(Some(*cell))?;
        }
        self.worlds.push(table.world)?;
        self.others.push(table.other)
    }

    fn read(self) -> Option<Vec<SupplyTable>> {
        let texts = self.texts;
        let mut worlds = self.worlds.read();
        let mut others = self.others.read();
        let mut cells = self.countries.into_iter().zip(self.cells.read());
        let table = |head: Head| {
            let mut cell = || cells.next().and_then(|(id, cell)| Some((id, cell?)));
            Some(SupplyTable {
                mineral: head.mineral,
                stage: head.stage,
                edition: head.edition,
                year: head.year,
                unit: texts.get(head.unit)?,
                basis: texts.get(head.basis)?,
                basis_key: texts.get(head.basis_key)?,
                countries: (0..head.rows).map(|_| cell()).collect::<Option<_>>()?,
                other: others.next()?,
                world: worlds.next()?,
                excludes: head.excludes,
                notes: head
                    .notes
                    .into_iter()
                    .map(|note| texts.get(note))
                    .collect::<Option<_>>()?,
            })
        };
        self.heads.into_iter().map(table).collect()
    }
}

/// `#[serde(with)]` for the tables of a dataset.
pub(super) mod tables {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

    use super::{SupplyTable, Tables};

    pub(in crate::data) fn serialize<S: Serializer>(
        tables: &[SupplyTable],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut columns = Tables::default();
        let pushed = tables.iter().try_for_each(|table| columns.push(table));
        pushed.ok_or_else(|| ser::Error::custom("a figure of a table is no decimal"))?;
        columns.serialize(serializer)
    }

    pub(in crate::data) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<SupplyTable>, D::Error> {
        let columns = Tables::deserialize(deserializer)?;
        columns
            .read()
            .ok_or_else(|| de::Error::custom("a column of the tables is too short"))
    }
}

/// The scores, column by column.
#[derive(Default, Serialize, Deserialize)]
struct Scores {
    countries: Vec<CountryId>,
    years: Vec<u16>,
    estimates: Numbers,
    errors: Numbers,
}

impl Scores {
    fn push(&mut self, (id, score): &(CountryId, Wgi)) -> Option<()> {
        self.countries.push(*id);
        self.years.push(score.year);
        self.estimates.push(score.estimate)?;
        self.errors.push(score.standard_error)
    }

    fn read(self) -> Option<Vec<(CountryId, Wgi)>> {
        let mut estimates = self.estimates.read();
        let mut errors = self.errors.read();
        let mut years = self.years.into_iter();
        let score = |id| {
            let (estimate, standard_error) = (estimates.next()?, errors.next()?);
            let year = years.next()?;
            Some((
                id,
                Wgi {
                    estimate,
                    standard_error,
                    year,
                },
            ))
        };
        self.countries.into_iter().map(score).collect()
    }
}

/// `#[serde(with)]` for the scores of a dataset.
pub(super) mod scores {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

    use super::{CountryId, Scores, Wgi};

    pub(in crate::data) fn serialize<S: Serializer>(
        scores: &[(CountryId, Wgi)],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut columns = Scores::default();
        let pushed = scores.iter().try_for_each(|score| columns.push(score));
        pushed.ok_or_else(|| ser::Error::custom("a score is no decimal"))?;
        columns.serialize(serializer)
    }

    pub(in crate::data) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<(CountryId, Wgi)>, D::Error> {
        let columns = Scores::deserialize(deserializer)?;
        columns
            .read()
            .ok_or_else(|| de::Error::custom("a column of the scores is too short"))
    }
}
