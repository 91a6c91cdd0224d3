//! What the importer itself produces, as far as the source says.

use crate::data::{CountryId, Reported, SupplyTable};
use crate::risk::{Absence, Measured};
use crate::units::{tonnes_in, total};

/// Production of an importer's members together.
#[derive(Debug, Clone, PartialEq)]
pub struct DomesticProduction {
    /// The sum, in tonnes.
    ///
    /// # Missing data
    /// A member that the source does not name counts as producing nothing, and is listed in `not_named`: sources name
    /// who produces. A member whose figure is withheld or not available leaves no sum at all.
    pub tonnes: Measured<f64>,
    /// Members with a figure, in the table's unit.
    pub reported: Vec<(CountryId, f64)>,
    /// Members that the source does not name.
    pub not_named: Vec<CountryId>,
    /// Members whose figure the source withholds.
    pub withheld: Vec<CountryId>,
    /// Members named without a figure.
    pub not_available: Vec<CountryId>,
}

impl DomesticProduction {
    /// The production of some countries by a table.
    #[must_use]
    pub fn of(table: &SupplyTable, members: &[CountryId]) -> Self {
        let mut production = Self {
            tonnes: Ok(0.0),
            reported: Vec::new(),
            not_named: Vec::new(),
            withheld: Vec::new(),
            not_available: Vec::new(),
        };
        for &member in members {
            let row = table
                .countries
                .binary_search_by_key(&member, |&(country, _)| country);
            match row.ok().map(|at| table.countries[at].1) {
                Some(Reported::Known { value, .. }) => production.reported.push((member, value)),
                Some(Reported::Withheld) => production.withheld.push(member),
                Some(Reported::NotAvailable) => production.not_available.push(member),
                None => production.not_named.push(member),
            }
        }
        production.tonnes = production.sum(&table.unit);
        production
    }

    fn sum(&self, unit: &str) -> Measured<f64> {
        if !self.withheld.is_empty() {
            return Err(Absence::ProductionWithheld);
        }
        if !self.not_available.is_empty() {
            return Err(Absence::ProductionNotAvailable);
        }
        let sum = total(self.reported.iter().map(|(_, value)| *value));
        match tonnes_in(unit) {
            Some(tonnes) => Ok(sum * tonnes),
            // Nothing is nothing in every unit.
            None if sum <= 0.0 => Ok(0.0),
            None if unit == "%" => Err(Absence::ProductionIsAShare),
            None => Err(Absence::ProductionIsNoMass),
        }
    }
}
