//! The map as classes: which country has which part of supply.

use super::Context;
use crate::data::CountryId;

/// Lower ends of the share classes, as fractions; the first class starts above zero.
pub const SHARE_BREAKS: [f64; 6] = [0.0, 0.01, 0.05, 0.10, 0.25, 0.50];

/// The share classes as the legend writes them, smallest first.
pub const LEGEND: [&str; 6] = [
    "under 1%",
    "1–5%",
    "5–10%",
    "10–25%",
    "25–50%",
    "50% and more",
];

/// How a country is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MapClass {
    /// The source does not name the country.
    #[default]
    NotNamed,
    /// The source states zero.
    Zero,
    /// The figure is withheld.
    Withheld,
    /// The country is named without a figure.
    NotAvailable,
    /// A share, by its class: an index into [`SHARE_BREAKS`].
    Share(u8),
}

impl MapClass {
    /// The class of a share above zero.
    #[must_use]
    pub fn of_share(fraction: f64) -> Self {
        let above = SHARE_BREAKS.iter().filter(|&&low| fraction >= low).count();
        Self::Share(u8::try_from(above.saturating_sub(1)).unwrap_or(u8::MAX))
    }

    /// The class's name in the style sheet.
    #[must_use]
    pub fn css(self) -> &'static str {
        match self {
            Self::NotNamed => "c",
            Self::Zero => "c zero",
            Self::Withheld => "c withheld",
            Self::NotAvailable => "c na",
            Self::Share(class) => {
                ["c s0", "c s1", "c s2", "c s3", "c s4", "c s5"][usize::from(class).min(5)]
            }
        }
    }
}

/// A country that the source names, as the map's keyboard meets it.
#[derive(Debug, Clone, PartialEq)]
pub struct MapOption {
    /// Which.
    pub country: CountryId,
    /// Its ISO code.
    pub iso3: String,
    /// Name, share and rank in words.
    pub label: String,
    /// The share as a fraction, if there is one.
    pub share: Option<f64>,
}

/// The map of one state.
#[derive(Debug, Clone, PartialEq)]
pub struct MapFigure {
    /// How each country is shown; one entry per country of the registry, in its order.
    pub classes: Vec<MapClass>,
    /// The countries that the source names: by rank, then those without a quantity.
    pub options: Vec<MapOption>,
    /// The map's name.
    pub name: String,
    /// The period and edition under it.
    pub caption: String,
}

impl MapFigure {
    /// The map of a state.
    #[must_use]
    pub fn build(context: &Context) -> Self {
        let (words, shares) = (context.words, &context.shares);
        let mut classes = vec![MapClass::NotNamed; context.data.countries().len()];
        let supply = context.supply();
        let mut options = Vec::with_capacity(context.table.countries.len());
        let mut push = |country: CountryId, class: MapClass, label: String, share: Option<f64>| {
            classes[country.index()] = class;
            let iso3 = context.data.country(country).iso3.clone();
            options.push(MapOption {
                country,
                iso3,
                label,
                share,
            });
        };
        for (place, row) in shares.ranked.iter().enumerate() {
            let fraction = row.share.fraction();
            let name = &context.data.country(row.country).name;
            let written = super::ranking::share_text(words, row);
            let label = (words.holding)(name, &written, &supply, place + 1, shares.ranked.len());
            push(
                row.country,
                MapClass::of_share(fraction),
                label,
                Some(fraction),
            );
        }
        for (countries, class, text) in [
            (&shares.withheld, MapClass::Withheld, words.withheld),
            (
                &shares.not_available,
                MapClass::NotAvailable,
                words.not_available,
            ),
            (&shares.zero, MapClass::Zero, words.none_reported),
        ] {
            for &country in countries {
                let label = format!("{}: {text}", context.data.country(country).name);
                push(country, class, label, None);
            }
        }
        Self {
            classes,
            options,
            name: (words.controls.map_name)(&supply, &context.period()),
            caption: format!("{}, {}", context.period(), context.edition()),
        }
    }

    /// What hover and focus say of a country.
    #[must_use]
    pub fn label(&self, context: &Context, country: CountryId) -> String {
        self.options
            .iter()
            .find(|option| option.country == country)
            .map_or_else(
                || {
                    format!(
                        "{}: {}",
                        context.data.country(country).name,
                        context.words.not_named
                    )
                },
                |option| option.label.clone(),
            )
    }

    /// The proof that no country was dropped: the source's rows and what the map shows, both in the table's unit.
    #[must_use]
    pub fn conservation(context: &Context) -> (f64, f64) {
        let rows = context
            .table
            .countries
            .iter()
            .filter_map(|(_, cell)| cell.value())
            .sum();
        let shown = context.shares.ranked.iter().map(|row| row.quantity).sum();
        (rows, shown)
    }
}

#[cfg(test)]
mod tests {
    use super::MapClass;

    #[test]
    fn classes_begin_at_their_lower_end() {
        for (share, class) in [(0.001, 0), (0.01, 1), (0.0499, 1), (0.5, 5), (1.0, 5)] {
            assert_eq!(MapClass::of_share(share), MapClass::Share(class), "{share}");
        }
    }
}
