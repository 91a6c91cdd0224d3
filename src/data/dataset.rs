//! The validated figures, indexed densely: every slice is ordered and every lookup is a search in it.

use serde::{Deserialize, Serialize};

use super::{
    Bloc, Country, CountryId, CriticalityList, DataError, Edition, EditionId, GovernanceMeta,
    Group, Mineral, MineralId, Own, Stage, SupplyTable, Wgi, columns, validate,
};

/// The text of every file a dataset is read from.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a> {
    /// `minerals.json`: the groups and the minerals.
    pub minerals: &'a str,
    /// `countries.json`: every country or territory that any other file names.
    pub countries: &'a str,
    /// `blocs.json`: countries that act together.
    pub blocs: &'a str,
    /// `editions.json`: the editions that figures come from.
    pub editions: &'a str,
    /// `supply.json`: production, refining and reserves.
    pub supply: &'a str,
    /// `lists.json`: official lists of critical minerals.
    pub lists: &'a str,
    /// `governance.json`: scores of political stability.
    pub governance: &'a str,
}

/// Everything the sources say, immutable, in a fixed order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dataset {
    pub(super) groups: Vec<Group>,
    pub(super) minerals: Vec<Mineral>,
    pub(super) countries: Vec<Country>,
    pub(super) editions: Vec<Edition>,
    pub(super) blocs: Vec<Bloc>,
    pub(super) lists: Vec<CriticalityList>,
    #[serde(with = "columns::tables")]
    pub(super) tables: Vec<SupplyTable>,
    pub(super) governance: GovernanceMeta,
    #[serde(with = "columns::scores")]
    pub(super) scores: Vec<(CountryId, Wgi)>,
    /// Never in a file: it comes from the reader.
    #[serde(skip)]
    pub(super) own: Option<Own>,
}

impl Dataset {
    /// Reads and checks a set of files.
    ///
    /// # Errors
    ///
    /// Every problem found, not only the first.
    pub fn load(files: &Files<'_>) -> Result<Self, DataError> {
        validate::load(files)
    }

    /// The families of minerals, in the order for showing them.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The minerals, ordered by slug and indexed by [`MineralId`].
    #[must_use]
    pub fn minerals(&self) -> &[Mineral] {
        &self.minerals
    }

    /// The countries and territories, ordered by code and indexed by [`CountryId`].
    #[must_use]
    pub fn countries(&self) -> &[Country] {
        &self.countries
    }

    /// The editions, oldest first within each publisher, indexed by [`EditionId`].
    #[must_use]
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// The blocs, in the order for showing them.
    #[must_use]
    pub fn blocs(&self) -> &[Bloc] {
        &self.blocs
    }

    /// The official lists, in the order for showing them.
    #[must_use]
    pub fn lists(&self) -> &[CriticalityList] {
        &self.lists
    }

    /// The supply tables, ordered by mineral, stage, edition and year.
    #[must_use]
    pub fn tables(&self) -> &[SupplyTable] {
        &self.tables
    }

    /// What the governance scores are.
    #[must_use]
    pub fn governance(&self) -> &GovernanceMeta {
        &self.governance
    }

    /// What of it is the reader's own; none of the shipped data is.
    #[must_use]
    pub fn own(&self) -> Option<&Own> {
        self.own.as_ref()
    }

    /// The mineral of an identifier of this dataset.
    #[must_use]
    pub fn mineral(&self, id: MineralId) -> &Mineral {
        &self.minerals[id.index()]
    }

    /// The country of an identifier of this dataset.
    #[must_use]
    pub fn country(&self, id: CountryId) -> &Country {
        &self.countries[id.index()]
    }

    /// The edition of an identifier of this dataset.
    #[must_use]
    pub fn edition(&self, id: EditionId) -> &Edition {
        &self.editions[id.index()]
    }

    /// The mineral that a link's word names.
    #[must_use]
    pub fn mineral_by_slug(&self, slug: &str) -> Option<MineralId> {
        let found = self
            .minerals
            .binary_search_by(|mineral| mineral.slug.as_str().cmp(slug));
        found.ok().map(MineralId::at)
    }

    /// The country of an ISO 3166-1 alpha-3 code.
    #[must_use]
    pub fn country_by_iso3(&self, iso3: &str) -> Option<CountryId> {
        let found = self
            .countries
            .binary_search_by(|country| country.iso3.as_str().cmp(iso3));
        found.ok().map(CountryId::at)
    }

    /// The name of the country of a code; the code itself where no country has it.
    #[must_use]
    pub fn name_of(&self, iso3: &str) -> String {
        let id = self.country_by_iso3(iso3);
        id.map_or_else(|| iso3.to_owned(), |id| self.country(id).name.clone())
    }

    /// The edition that a link's word names.
    #[must_use]
    pub fn edition_by_id(&self, id: &str) -> Option<EditionId> {
        self.editions
            .iter()
            .position(|edition| edition.id == id)
            .map(EditionId::at)
    }

    /// The bloc that a link's word names.
    #[must_use]
    pub fn bloc_by_id(&self, id: &str) -> Option<&Bloc> {
        self.blocs.iter().find(|bloc| bloc.id == id)
    }

    /// What one edition says about one mineral at one stage in one year, if it says anything.
    #[must_use]
    pub fn table(
        &self,
        mineral: MineralId,
        stage: Stage,
        edition: EditionId,
        year: u16,
    ) -> Option<&SupplyTable> {
        let wanted = (mineral, stage, edition, year);
        let found = self.tables.binary_search_by_key(&wanted, SupplyTable::key);
        found.ok().map(|position| &self.tables[position])
    }

    /// Every table of a mineral, ordered by stage, edition and year.
    #[must_use]
    pub fn tables_of(&self, mineral: MineralId) -> &[SupplyTable] {
        let start = self.tables.partition_point(|table| table.mineral < mineral);
        let end = self
            .tables
            .partition_point(|table| table.mineral <= mineral);
        &self.tables[start..end]
    }

    /// A country's governance score for a year: the newest that is not later than the year asked for.
    #[must_use]
    pub fn wgi(&self, country: CountryId, year: u16) -> Option<Wgi> {
        newest_score(&self.scores, country, year)
    }
}

/// Among scores ordered by country and year, a country's newest that is not later than the year.
pub(super) fn newest_score(
    scores: &[(CountryId, Wgi)],
    country: CountryId,
    year: u16,
) -> Option<Wgi> {
    let end = scores.partition_point(|(id, score)| (*id, score.year) <= (country, year));
    let (id, score) = scores[..end].last()?;
    (*id == country).then_some(*score)
}

impl SupplyTable {
    /// What the tables are ordered by, and what no two tables share.
    pub(super) fn key(&self) -> (MineralId, Stage, EditionId, u16) {
        (self.mineral, self.stage, self.edition, self.year)
    }
}
