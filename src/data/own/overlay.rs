//! The shipped data with the reader's own figures over them.

use super::{OWN_EDITION, OWN_FIRM, OWN_LICENCE, Own, OwnData, OwnImports, OwnKind, Row};
use crate::data::{
    Country, CountryId, Dataset, Edition, EditionId, EditionKind, Flow, MineralId, Reported, Stage,
    SupplyTable,
};
use crate::units::tonnes_in;

impl OwnData {
    /// A data set in which this file counts where it says something, and the shipped one everywhere else.
    ///
    /// Identifiers of the shipped data mean the same in it.
    #[must_use]
    pub fn over(&self, shipped: &Dataset) -> Dataset {
        let mut data = shipped.clone();
        let mut imports = Vec::new();
        match self.kind {
            OwnKind::Production => self.put_production(&mut data),
            OwnKind::Imports => imports = self.imports(|row| row.importer),
            OwnKind::Suppliers => {
                let firm = CountryId::at(data.countries.len());
                // The last of all codes: the others keep their places.
                data.countries.push(Country {
                    iso3: OWN_FIRM.to_owned(),
                    name: "Your firm".to_owned(),
                    region: String::new(),
                    at: None,
                    outlined: false,
                    point: false,
                });
                imports = self.imports(|_| Some(firm));
            }
        }
        data.own = Some(Own {
            file: self.file.clone(),
            kind: self.kind,
            rows: self.rows.len(),
            minerals: distinct(self.rows.iter().map(|row| row.mineral)),
            years: distinct(self.rows.iter().map(|row| row.year)),
            stages: distinct(self.rows.iter().map(|row| row.stage)),
            imports,
        });
        data
    }

    fn put_production(&self, data: &mut Dataset) {
        let years = distinct(self.rows.iter().map(|row| row.year));
        let edition = EditionId::at(data.editions.len());
        data.editions.push(Edition {
            id: OWN_EDITION.to_owned(),
            name: self.file.clone(),
            publisher: "Your own data".to_owned(),
            doi: String::new(),
            licence: OWN_LICENCE.to_owned(),
            published: String::new(),
            kind: EditionKind::Own,
            years: (
                years.first().copied().unwrap_or_default(),
                years.last().copied().unwrap_or_default(),
            ),
            reserves_year: None,
            period: None,
        });
        for rows in grouped(&self.rows, table_of) {
            let (mineral, stage, year) = table_of(rows[0]);
            let mut countries: Vec<(CountryId, Reported)> = rows
                .iter()
                .filter_map(|row| Some((row.country?, row.quantity)))
                .collect();
            countries.sort_by_key(|(country, _)| *country);
            let total = rows.iter().find(|row| row.country.is_none());
            data.tables.push(SupplyTable {
                mineral,
                stage,
                edition,
                year,
                unit: rows[0].unit.clone(),
                basis: format!("as in your own file {}", self.file),
                basis_key: OWN_EDITION.to_owned(),
                countries,
                other: None,
                world: total.map(|row| row.quantity),
                excludes: Vec::new(),
                notes: vec![
                    "These are your own figures; no source stands behind them here.".to_owned(),
                ],
            });
        }
        data.tables.sort_by_key(SupplyTable::key);
    }

    fn imports(&self, importer: impl Fn(&Row) -> Option<CountryId>) -> Vec<OwnImports> {
        let key = |row: &Row| (table_of(row), importer(row));
        let groups = grouped(&self.rows, key).into_iter();
        let imports = groups.filter_map(|rows| {
            let importer = importer(rows[0])?;
            let flows = rows.iter().filter_map(|row| {
                Some(Flow {
                    exporter: row.country?,
                    importer,
                    value_kusd: row.value_kusd,
                    quantity_t: Some(row.quantity.value()? * tonnes_in(&row.unit)?),
                })
            });
            let (mineral, stage, year) = table_of(rows[0]);
            Some(OwnImports {
                mineral,
                stage,
                year,
                importer,
                flows: flows.collect(),
            })
        });
        imports.collect()
    }
}

pub(super) fn table_of(row: &Row) -> (MineralId, Stage, u16) {
    (row.mineral, row.stage, row.year)
}

/// The lines that have a key in common, by key.
pub(super) fn grouped<K: Ord>(rows: &[Row], key: impl Fn(&Row) -> K) -> Vec<Vec<&Row>> {
    let mut sorted: Vec<&Row> = rows.iter().collect();
    sorted.sort_by_key(|row| key(row));
    let chunks = sorted.chunk_by(|one, other| key(one) == key(other));
    chunks.map(<[&Row]>::to_vec).collect()
}

fn distinct<T: Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut values: Vec<T> = values.collect();
    values.sort();
    values.dedup();
    values
}
