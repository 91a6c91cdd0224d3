//! A view with everything that readers may take of it, from the state of its link.

use super::Kind;
use crate::alliance::burden::Indicator;
use crate::alliance::{Agreement, agreements, burden};
use crate::data::{Dataset, Importer, SupplyTable};
use crate::figure::{
    AllianceMap, Context, ShockFigure, Simulated, StudyFigure, Telling, alliance_finding,
    dependence_finding, finding, heading, minerals_finding,
};
use crate::i18n::{EN, EN_ALLIANCES, EN_DESK, EN_SHOCK, EN_STUDY};
use crate::report::{
    All, AllianceAnswer, BurdenFigures, BurdenQuestion, Figures, importer_of, newest_tables_at,
    stage_tables, table_for,
};
use crate::risk::SupplyShares;
use crate::risk::importer::{Case, Sources};
use crate::risk::intervals::{Draws, SEED};
use crate::scenario::assumption::Assumptions;
use crate::scenario::simulation::Summary;
use crate::scenario::{Exposed, Scenario, text as scenario_text};
use crate::state::{Selection, Text, View, ViewState};
use crate::study::{Claim, claims};

/// A view, and everything that it is about.
#[derive(Debug, Clone)]
pub struct Taken<'a> {
    pub(super) sources: Sources<'a>,
    pub(super) state: ViewState,
    pub(super) importer: Option<Importer>,
    /// The table that the state leads to.
    pub(super) table: &'a SupplyTable,
    /// What else may happen, where it has been drawn.
    pub(super) drawn: Option<Summary>,
}

/// What is told of a scenario.
pub(super) struct Told {
    pub(super) scenario: Scenario,
    pub(super) assumptions: Assumptions,
    pub(super) exposed: Exposed,
    pub(super) figure: ShockFigure,
}

impl<'a> Taken<'a> {
    /// The view of a state. What is drawn of a scenario takes long: it is handed in where it is there.
    #[must_use]
    pub fn of(sources: &Sources<'a>, state: ViewState, drawn: Option<Summary>) -> Self {
        let data = sources.data;
        let importer = importer_of(data, &state);
        let table = match state.view {
            View::Dependence | View::Alliances => {
                table_for(data, &state, importer, sources.last_trade_year())
            }
            _ => Selection::of(data, &state).table,
        };
        Self {
            sources: *sources,
            state,
            importer,
            table,
            drawn,
        }
    }

    /// The data.
    #[must_use]
    pub fn data(&self) -> &'a Dataset {
        self.sources.data
    }

    /// The state.
    #[must_use]
    pub fn state(&self) -> &ViewState {
        &self.state
    }

    /// The figures that the view has.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> + use<> {
        Kind::of_view(self.state.view)
    }

    pub(super) fn importer_name(&self) -> &'a str {
        let name = |importer| self.data().importer_name(importer);
        self.importer.map_or("", name)
    }

    pub(super) fn context(&self) -> Context<'a> {
        Context::of(self.data(), &EN, self.state)
    }

    pub(super) fn case(&self, importer: Option<Importer>) -> Case<'a> {
        Case::of(&self.sources, self.table, importer)
    }

    /// The view's heading.
    #[must_use]
    pub fn title(&self) -> String {
        heading(self.data(), &EN, &self.state, self.importer_name())
    }

    /// What the view shows, in a sentence.
    #[must_use]
    pub fn finding(&self) -> String {
        let (data, importer) = (self.data(), self.importer_name());
        let mineral = &data.mineral(self.state.mineral).name;
        match self.state.view {
            View::Map => finding(&self.context()),
            View::Minerals => minerals_finding(&self.all(0), importer, &EN_DESK),
            View::Dependence => {
                let supply = (EN.supply)(self.state.stage, mineral);
                dependence_finding(data, &self.dependence(), importer, &supply, &EN_DESK)
            }
            View::Shock => match self.told() {
                Ok(told) => told.figure.finding,
                Err(why) => why,
            },
            View::Alliances => match self.allied() {
                Ok(allied) if allied.asked.sourced_only => (EN_ALLIANCES.nothing_claimed)(importer),
                Ok(allied) => alliance_finding(&allied.figures, mineral, importer, &EN_ALLIANCES),
                Err(why) => why,
            },
            View::Study => match self.study() {
                Ok((figure, ..)) => figure.finding,
                Err(why) => why,
            },
            View::Data => EN_DESK.own.finding.to_owned(),
        }
    }

    pub(super) fn bound_map(&self) -> Result<AllianceMap, String> {
        let data = self.data();
        let importer = self.importer.ok_or(EN_DESK.flows.no_place)?;
        let AllianceAnswer {
            known,
            asked,
            figures,
        } = self.allied()?;
        let members = data.importer_members(importer);
        let counted = asked.counted(&known, self.table.mineral, &members);
        let shares = SupplyShares::of(self.table);
        let depths = asked.depths();
        Ok(AllianceMap::build(
            data, importer, &counted, &depths, &shares, &figures,
        ))
    }

    /// Every mineral at the state's stage, with so many draws behind the intervals.
    pub(super) fn all(&self, draws: usize) -> All {
        let (data, state) = (self.data(), &self.state);
        let last = self.sources.last_trade_year();
        let tables = newest_tables_at(data, state, state.stage, self.importer, last);
        let draws = Draws::new(SEED, draws, data.countries().len());
        All::of(&self.sources, &tables, self.importer, &draws)
    }

    /// The importer's figures.
    pub(super) fn dependence(&self) -> Figures {
        Figures::of(&self.sources, &self.case(self.importer))
    }

    /// The scenario and what it comes to.
    pub(super) fn told(&self) -> Result<Told, String> {
        let data = self.data();
        let text = |text: Option<Text>| text.map_or("", Text::as_str);
        let scenario = scenario_text::decode(text(self.state.scenario), data).scenario;
        let (assumptions, _) = Assumptions::parse(text(self.state.assume));
        let exposed = self.exposed(&scenario, &assumptions)?;
        let importer = self.importer_name();
        Ok(Told {
            figure: ShockFigure::build(data, &exposed, &scenario, importer, &EN_SHOCK),
            scenario,
            assumptions,
            exposed,
        })
    }

    pub(super) fn exposed(
        &self,
        scenario: &Scenario,
        assumptions: &Assumptions,
    ) -> Result<Exposed, String> {
        let last = self.sources.last_trade_year();
        let tables = stage_tables(self.data(), &self.state, self.importer, last);
        Exposed::of(&self.sources, &tables, self.importer, scenario, assumptions)
            .map_err(|why| why.to_string())
    }

    pub(super) fn simulated(&self) -> Option<Simulated> {
        let drawn = self.drawn.as_ref()?;
        Some(Simulated::build(drawn, self.importer_name(), &EN_SHOCK))
    }

    /// The agreements and what they come to.
    pub(super) fn allied(&self) -> Result<AllianceAnswer, String> {
        AllianceAnswer::of(&self.sources, &self.state, self.table, self.importer)
    }

    /// What a less risky mix would ask, and by which indicator.
    pub(super) fn burden(
        &self,
        allied: &AllianceAnswer,
    ) -> Result<(Indicator, BurdenFigures), String> {
        let burdens = burden::embedded(self.data()).map_err(|error| error.to_string())?;
        let question = BurdenQuestion::of(&allied.asked, &burdens);
        let known = allied.known.iter();
        let counted: Vec<Agreement> = known
            .filter(|one| allied.asked.counts(one))
            .cloned()
            .collect();
        let case = self.case(self.importer);
        let figures = BurdenFigures::of(&self.sources, &case, &counted, &burdens, &question);
        let indicator = burdens.indicators.get(question.indicator).cloned();
        Ok((indicator.ok_or("no indicator")?, figures))
    }

    /// The study for readers, the claims, and the agreements that they are checked by.
    pub(super) fn study(&self) -> Result<(StudyFigure, Vec<Claim>, Vec<Agreement>), String> {
        let data = self.data();
        let known = agreements::embedded(data).map_err(|error| error.to_string())?;
        let claims = claims::embedded().map_err(|error| error.to_string())?;
        let telling = Telling {
            data,
            agreements: &known,
            strings: &EN,
            words: &EN_STUDY,
        };
        let figure = StudyFigure::build(&telling, &claims);
        Ok((figure, claims, known))
    }
}
