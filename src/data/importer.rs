//! Who imports: a country, or countries that act together.

use super::{Bloc, BlocId, CountryId, Dataset};

/// The European Union's id among the blocs.
const UNION: &str = "EU";

/// A country or a bloc, as the one whose dependence is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Importer {
    /// One country.
    Country(CountryId),
    /// Countries that act together: their trade with one another is none.
    Bloc(BlocId),
}

impl Dataset {
    /// The importer that a link's word names: a bloc's id, or an ISO 3166-1 alpha-3 code.
    #[must_use]
    pub fn importer_by_code(&self, code: &str) -> Option<Importer> {
        let bloc = self.blocs().iter().position(|bloc| bloc.id == code);
        let bloc = bloc.map(|at| Importer::Bloc(BlocId::at(at)));
        bloc.or_else(|| self.country_by_iso3(code).map(Importer::Country))
    }

    /// The bloc of an identifier of this dataset.
    #[must_use]
    pub fn bloc(&self, id: BlocId) -> &Bloc {
        &self.blocs()[id.index()]
    }

    /// The importer's word in links.
    #[must_use]
    pub fn importer_code(&self, importer: Importer) -> &str {
        match importer {
            Importer::Country(id) => &self.country(id).iso3,
            Importer::Bloc(id) => &self.bloc(id).id,
        }
    }

    /// The importer's name for readers.
    #[must_use]
    pub fn importer_name(&self, importer: Importer) -> &str {
        match importer {
            Importer::Country(id) => &self.country(id).name,
            Importer::Bloc(id) => &self.bloc(id).name,
        }
    }

    /// The countries that the importer is, ordered.
    #[must_use]
    pub fn importer_members(&self, importer: Importer) -> Vec<CountryId> {
        match importer {
            Importer::Country(id) => vec![id],
            Importer::Bloc(id) => self.bloc(id).members.clone(),
        }
    }

    /// Whether the importer is the European Union, whose own assessment and benchmarks there are.
    #[must_use]
    pub fn is_european_union(&self, importer: Importer) -> bool {
        matches!(importer, Importer::Bloc(id) if self.bloc(id).id == UNION)
    }
}
