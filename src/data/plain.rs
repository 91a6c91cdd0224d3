//! How single figures lie in a file that is fetched later: as the decimals they were published as.

use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};

use super::decimal::Decimal;
use super::{Flag, Reported};

fn decimal<E: ser::Error>(value: f64) -> Result<Decimal, E> {
    Decimal::of(value).ok_or_else(|| E::custom("a figure is no decimal"))
}

/// `#[serde(with)]` for a number.
pub(super) mod number {
    use super::{Decimal, Deserialize, Deserializer, Serialize, Serializer, decimal};

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes a field by reference"
    )]
    pub(in crate::data) fn serialize<S: Serializer>(
        value: &f64,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        decimal(*value)?.serialize(serializer)
    }

    pub(in crate::data) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<f64, D::Error> {
        Decimal::deserialize(deserializer).map(Decimal::value)
    }
}

/// `#[serde(with)]` for a number that may be missing.
pub(super) mod maybe {
    use super::{Decimal, Deserialize, Deserializer, Serialize, Serializer, decimal};

    #[expect(clippy::ref_option, reason = "serde passes a field by reference")]
    pub(in crate::data) fn serialize<S: Serializer>(
        value: &Option<f64>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        value.map(decimal).transpose()?.serialize(serializer)
    }

    pub(in crate::data) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<f64>, D::Error> {
        let value = Option::<Decimal>::deserialize(deserializer)?;
        Ok(value.map(Decimal::value))
    }
}

/// A cell: what it is, and its number.
#[derive(Serialize, Deserialize)]
enum Cell {
    Withheld,
    NotAvailable,
    Reported(Decimal),
    Estimated(Decimal),
    Below(Decimal),
    Above(Decimal),
}

/// `#[serde(with)]` for a cell.
pub(super) mod cell {
    use super::{Cell, Deserialize, Deserializer, Flag, Reported, Serialize, Serializer, decimal};

    pub(in crate::data) fn serialize<S: Serializer>(
        cell: &Reported,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let cell = match *cell {
            Reported::Withheld => Cell::Withheld,
            Reported::NotAvailable => Cell::NotAvailable,
            Reported::Known { value, flag } => {
                let value = decimal(value)?;
                match flag {
                    Flag::Reported => Cell::Reported(value),
                    Flag::Estimated => Cell::Estimated(value),
                    Flag::Below => Cell::Below(value),
                    Flag::Above => Cell::Above(value),
                }
            }
        };
        cell.serialize(serializer)
    }

    pub(in crate::data) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Reported, D::Error> {
        let (value, flag) = match Cell::deserialize(deserializer)? {
            Cell::Withheld => return Ok(Reported::Withheld),
            Cell::NotAvailable => return Ok(Reported::NotAvailable),
            Cell::Reported(value) => (value, Flag::Reported),
            Cell::Estimated(value) => (value, Flag::Estimated),
            Cell::Below(value) => (value, Flag::Below),
            Cell::Above(value) => (value, Flag::Above),
        };
        let value = value.value();
        Ok(Reported::Known { value, flag })
    }
}
