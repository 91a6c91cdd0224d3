//! From a data set to every method's result: one table, one importer or none.

use super::{Flow, ImporterRisk, Inquiry, Sample, StageAssessment, WorldRisk};
use crate::data::{CountryId, Dataset, Importer, Stage, SupplyTable};
use crate::risk::{Absence, Measured};

/// Where figures come from: the data set, and trade and assessments where they have been read.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// Supply, governance and registries.
    pub data: &'a Dataset,
}

impl Sources<'_> {
    /// Every flow under the codes that stand for the table's mineral and stage, in its year.
    ///
    /// # Errors
    /// Why there are none that could be counted.
    pub fn flows(&self, table: &SupplyTable) -> Measured<Vec<Flow>> {
        if table.stage == Stage::Reserves {
            return Err(Absence::NotTraded);
        }
        Err(Absence::NoTradeData)
    }

    /// The last year that trade is known for; none where it has not been read.
    #[must_use]
    pub fn last_trade_year(&self) -> Option<u16> {
        None
    }

    /// What the Commission's assessment says about the table's mineral at its stage.
    ///
    /// # Errors
    /// [`Absence::NotAssessed`] where it says nothing.
    pub fn assessed(&self, table: &SupplyTable) -> Measured<StageAssessment> {
        let _ = table;
        Err(Absence::NotAssessed)
    }
}

/// Every method for one table and one importer, with the inputs.
#[derive(Debug, Clone, PartialEq)]
pub struct Case<'a> {
    /// World supply as published.
    pub table: &'a SupplyTable,
    /// The methods that need no importer.
    pub world: WorldRisk,
    /// The methods for the importer; none when none is named.
    pub importer: Option<ImporterCase>,
}

/// What depends on the importer.
#[derive(Debug, Clone, PartialEq)]
pub struct ImporterCase {
    /// Who.
    pub importer: Importer,
    /// Its members, ordered.
    pub members: Vec<CountryId>,
    /// The flows counted.
    pub flows: Measured<Vec<Flow>>,
    /// The Commission's assessment used.
    pub assessed: Measured<StageAssessment>,
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
            let (flows, assessed) = (sources.flows(table), sources.assessed(table));
            let inquiry = Inquiry {
                data: sources.data,
                table,
                members: &members,
                union: sources.data.is_european_union(importer),
                flows: borrowed(&flows),
                assessed: assessed.as_ref().map_err(|why| *why),
            };
            ImporterCase {
                risk: ImporterRisk::of(&inquiry, &world),
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
    pub fn sample(&self, data: &Dataset) -> Sample {
        let importer = self.importer.as_ref();
        let members = importer.map(|case| (case.members.as_slice(), &case.risk));
        Sample::of(data, self.table, &self.world, members)
    }
}

fn borrowed(flows: &Measured<Vec<Flow>>) -> Measured<&[Flow]> {
    match flows {
        Ok(flows) => Ok(flows),
        Err(why) => Err(*why),
    }
}
