//! Where the methods' inputs come from, and why one may be missing.

use super::StageAssessment;
use crate::data::{
    CountryId, Dataset, Flow, Importer, Methods, OWN_FIRM, Reliance, Stage, SupplyTable, Trade, Wgi,
};
use crate::risk::{Absence, Measured};

/// The year of the Commission's study whose inputs are used.
pub const STUDY: u16 = 2023;
/// The years that its shares are averaged over.
pub const STUDY_YEARS: (u16, u16) = (2016, 2020);
/// Who publishes its own import reliance.
const UNITED_STATES: &str = "USA";

/// The flows that a question about an importer needs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Flows {
    /// What its members bought and sold, code after code.
    pub of_members: Vec<Flow>,
    /// Whether anybody sold a known quantity to anybody. If nobody did, that is a hole in the source, and not a world
    /// without trade.
    pub anybody: bool,
}

/// Where figures come from: the data set, and trade and the methods' own data where they have been read.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// Supply, governance and registries.
    pub data: &'a Dataset,
    /// Trade, in the years at hand.
    pub trade: Option<&'a Trade>,
    /// Assessments, published import reliance and older governance scores.
    pub methods: Option<&'a Methods>,
}

impl<'a> Sources<'a> {
    /// A country's governance score for a year: the newest that is not later.
    #[must_use]
    pub fn wgi(&self, country: CountryId, year: u16) -> Option<Wgi> {
        match self.methods {
            Some(methods) => methods
                .wgi(country, year)
                .or_else(|| self.data.wgi(country, year)),
            None => self.data.wgi(country, year),
        }
    }

    /// The flows of some countries under the codes that stand for the table's mineral and stage, in its year. What the
    /// reader's own figures say about the imports of some of them counts in place of the source's.
    ///
    /// # Errors
    /// Why there are none that could be counted.
    pub fn flows(&self, table: &SupplyTable, members: &[CountryId]) -> Measured<Flows> {
        if table.stage == Stage::Reserves {
            return Err(Absence::NotTraded);
        }
        let shipped = self.shipped_flows(table, members);
        let Some(own) = self.data.own() else {
            return shipped;
        };
        let key = (table.mineral, table.stage, table.year);
        let told: Vec<_> = own.imports_of(key, members).collect();
        let is_told = |country| told.iter().any(|one| one.importer == country);
        let mut flows = match shipped {
            Ok(flows) => flows,
            // Of a bloc that is known in part no sum is known.
            Err(_) if !told.is_empty() && members.iter().all(|member| is_told(*member)) => {
                Flows::default()
            }
            Err(why) => return Err(why),
        };
        // A firm is in no source: nothing said is nothing known.
        let firm = self.data.country_by_iso3(OWN_FIRM);
        if told.is_empty() && members.iter().any(|member| Some(*member) == firm) {
            return Err(Absence::NoTradeYear);
        }
        flows.of_members.retain(|flow| !is_told(flow.importer));
        flows
            .of_members
            .extend(told.iter().flat_map(|one| &one.flows));
        flows.anybody |= !told.is_empty();
        Ok(flows)
    }

    fn shipped_flows(&self, table: &SupplyTable, members: &[CountryId]) -> Measured<Flows> {
        let trade = self.trade.ok_or(Absence::NoTradeData)?;
        if trade.codes(table.mineral, table.stage).is_empty() {
            return Err(Absence::NoTradeCode);
        }
        let flows = trade.flows(table.mineral, table.stage, table.year);
        let mut found = Flows::default();
        let inside = |country: &CountryId| members.binary_search(country).is_ok();
        for flow in flows.ok_or(Absence::NoTradeYear)? {
            found.anybody |= flow.quantity_t.is_some();
            if inside(&flow.importer) || inside(&flow.exporter) {
                found.of_members.push(*flow);
            }
        }
        Ok(found)
    }

    /// The last year that trade is known for; none where it has not been read.
    #[must_use]
    pub fn last_trade_year(&self) -> Option<u16> {
        self.trade?.years().last()
    }

    /// What the Commission's study says about the table's mineral at its stage.
    ///
    /// # Errors
    /// [`Absence::NotAssessed`] where it says nothing.
    pub fn assessed(&self, table: &SupplyTable) -> Measured<StageAssessment> {
        let methods = self.methods.ok_or(Absence::NotAssessed)?;
        let assessments = methods.assessments();
        let assessment = assessments.get(table.mineral, STUDY);
        let assessment = assessment.ok_or(Absence::NotAssessed)?;
        let stage = assessment.stage(table.stage).ok_or(Absence::NotAssessed)?;
        Ok(StageAssessment::of(assessment, stage, STUDY_YEARS))
    }

    /// The economic importance of the table's mineral for the European Union, as the Commission published it.
    ///
    /// # Errors
    /// [`Absence::NotAssessed`] where it published none.
    pub fn economic_importance(&self, table: &SupplyTable) -> Measured<f64> {
        let methods = self.methods.ok_or(Absence::NotAssessed)?;
        let assessment = methods.assessments().get(table.mineral, STUDY);
        let published = assessment.and_then(|assessment| assessment.economic_importance);
        published.ok_or(Absence::NotAssessed)
    }

    /// What the United States publish about their own import reliance for the table's mineral: the figures for its
    /// year in its edition, or else in the newest that has the year.
    ///
    /// # Errors
    /// [`Absence::OtherImporter`] for anyone else, [`Absence::NoImportReliance`] where nothing is published.
    pub fn published_reliance(
        &self,
        table: &SupplyTable,
        importer: Importer,
    ) -> Measured<Vec<&'a Reliance>> {
        if self.data.importer_code(importer) != UNITED_STATES {
            return Err(Absence::OtherImporter);
        }
        let methods = self.methods.ok_or(Absence::NoImportReliance)?;
        let published = methods.net_import_reliance().of(table.mineral);
        let published: Vec<&Reliance> = published
            .filter(|figure| figure.year == table.year)
            .collect();
        let editions = published.iter().map(|figure| figure.edition);
        let edition = editions
            .max_by_key(|&edition| (edition == table.edition, edition))
            .ok_or(Absence::NoImportReliance)?;
        let chosen = published.into_iter();
        Ok(chosen.filter(|figure| figure.edition == edition).collect())
    }
}
