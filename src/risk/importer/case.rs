//! From a data set to every method's result: one table, one importer or none.

use super::{Flows, ImporterRisk, Inquiry, Sample, Sources, StageAssessment, WorldRisk};
use crate::data::{CountryId, Importer, Reliance, SupplyTable};
use crate::risk::{Absence, Measured};

/// Every method for one table and one importer, with the inputs.
#[derive(Debug, Clone, PartialEq)]
pub struct Case<'a> {
    /// World supply as published.
    pub table: &'a SupplyTable,
    /// The methods that need no importer.
    pub world: WorldRisk,
    /// The methods for the importer; none when none is named.
    pub importer: Option<ImporterCase<'a>>,
}

/// What depends on the importer.
#[derive(Debug, Clone, PartialEq)]
pub struct ImporterCase<'a> {
    /// Who.
    pub importer: Importer,
    /// Its members, ordered.
    pub members: Vec<CountryId>,
    /// The flows counted.
    pub flows: Measured<Flows>,
    /// The Commission's assessment used.
    pub assessed: Measured<StageAssessment>,
    /// Net import reliance as the United States publish it for themselves.
    pub published_reliance: Measured<Vec<&'a Reliance>>,
    /// The results.
    pub risk: ImporterRisk,
}

impl<'a> Case<'a> {
    /// The results for a table and an importer.
    #[must_use]
    pub fn of(sources: &Sources<'a>, table: &'a SupplyTable, importer: Option<Importer>) -> Self {
        let world = WorldRisk::of(sources.data, table);
        let importer = importer.map(|importer| {
            let members = sources.data.importer_members(importer);
            let (flows, assessed) = (sources.flows(table, &members), sources.assessed(table));
            let inquiry = Inquiry {
                sources: *sources,
                table,
                members: &members,
                union: sources.data.is_european_union(importer),
                flows: borrowed(&flows),
                assessed: assessed.as_ref().map_err(|why| *why),
            };
            ImporterCase {
                risk: ImporterRisk::of(&inquiry, &world),
                published_reliance: sources.published_reliance(table, importer),
                importer,
                flows,
                assessed,
                members,
            }
        });
        Self {
            table,
            world,
            importer,
        }
    }

    /// The methods for the importer.
    ///
    /// # Errors
    /// [`Absence::NoImporter`] when none is named.
    pub fn importer(&self) -> Measured<&ImporterRisk> {
        let case = self.importer.as_ref();
        case.map(|case| &case.risk).ok_or(Absence::NoImporter)
    }

    /// The inputs, ready to be varied.
    #[must_use]
    pub fn sample(&self, sources: &Sources<'_>) -> Sample {
        let importer = self.importer.as_ref();
        let members = importer.map(|case| (case.members.as_slice(), &case.risk));
        Sample::of(sources, self.table, &self.world, members)
    }
}

fn borrowed(flows: &Measured<Flows>) -> Measured<&Flows> {
    match flows {
        Ok(flows) => Ok(flows),
        Err(why) => Err(*why),
    }
}
