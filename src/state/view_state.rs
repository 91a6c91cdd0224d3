//! The state of the page and the intents that change it.

use super::{Presentation, Selection, Text, View, Viewport};
use crate::data::{
    CountryId, Dataset, EditionId, EditionKind, Importer, MineralId, Stage, TRADE_YEARS,
};

/// Light or dark, or as the reader's system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The theme's word in links; none for the system's.
    #[must_use]
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// Everything that a link holds.
///
/// `edition` and `year` are what the reader asked for; `None` leaves them to [`Selection`], so that a link
/// without them shows the newest figures on the day it is opened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ViewState {
    /// The question looked at.
    pub view: View,
    /// The mineral shown.
    pub mineral: MineralId,
    /// The stage whose shares are shown.
    pub stage: Stage,
    /// The edition asked for.
    pub edition: Option<EditionId>,
    /// The data year asked for.
    pub year: Option<u16>,
    /// Who imports, where the view asks; left open, it is the one that the view opens with.
    pub importer: Option<Importer>,
    /// What the importer's dependence is set beside.
    pub compare: Option<Compared>,
    /// The country whose holdings are shown.
    pub country: Option<CountryId>,
    /// What happens, step by step; a text of the view of shocks.
    pub scenario: Option<Text>,
    /// Another scenario, which it is set beside.
    pub against: Option<Text>,
    /// Which agreements and partners are asked about; a text of the view of alliances.
    pub alliance: Option<Text>,
    /// What is assumed of a scenario otherwise than usual; a text of the same view.
    pub assume: Option<Text>,
    /// Seed of the draws; left open, it is the one that the view opens with.
    pub seed: Option<u32>,
    /// Where in the walk through the study, from 1; elsewhere 1.
    pub step: u8,
    /// Light or dark.
    pub theme: Theme,
    /// The part of the map in view.
    pub viewport: Viewport,
    /// How it is dressed in another's page: no intent changes it.
    pub presentation: Presentation,
}

/// What an importer's dependence is set beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// Another importer, in the same year.
    Importer(Importer),
    /// The same importer, in another year.
    Year(u16),
}

/// The mineral that the page opens with: its mining is the most concentrated of the battery metals.
const FIRST_MINERAL: &str = "cobalt";

/// An intent of the reader.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Action {
    /// Show another mineral, at the same stage if it has one.
    SelectMineral(MineralId),
    /// Show another stage.
    SelectStage(Stage),
    /// Show another edition.
    SelectEdition(EditionId),
    /// Show another year.
    SelectYear(u16),
    /// Ask about another importer.
    SelectImporter(Importer),
    /// Set the importer's dependence beside another, or beside none.
    Compare(Option<Compared>),
    /// Show a country's holdings, or none.
    SelectCountry(Option<CountryId>),
    /// Tell another scenario, or none.
    SetScenario(Option<Text>),
    /// Set the scenario beside another, or beside none.
    SetAgainst(Option<Text>),
    /// Ask about other agreements and partners, or about the usual ones.
    SetAlliance(Option<Text>),
    /// Assume otherwise, or as usual.
    SetAssumptions(Option<Text>),
    /// Go to a step of the walk through the study.
    SelectStep(u8),
    /// Draw with another seed, or with the usual one.
    SetSeed(Option<u32>),
    /// Go light or dark.
    SetTheme(Theme),
    /// Look at another part of the map.
    SetViewport(Viewport),
    /// Take a whole state as one step, which the back button undoes.
    Open(ViewState),
    /// Take a whole state: from a link, or from the browser's history.
    Restore(ViewState),
}

impl Action {
    /// Whether the browser's back button should undo this step by itself. Moving the map should not fill the history.
    #[must_use]
    pub fn is_a_step(self) -> bool {
        !matches!(self, Self::SetViewport(_) | Self::Restore(_))
    }
}

impl ViewState {
    /// The state of a link without a query.
    ///
    /// # Panics
    /// Never for a validated data set: validation refuses one without minerals or without tables.
    #[must_use]
    pub fn first(data: &Dataset) -> Self {
        let mineral = data
            .mineral_by_slug(FIRST_MINERAL)
            .unwrap_or(data.tables()[0].mineral);
        Self {
            view: View::Map,
            mineral,
            stage: Stage::Mine,
            edition: None,
            year: None,
            importer: None,
            compare: None,
            country: None,
            scenario: None,
            against: None,
            alliance: None,
            assume: None,
            seed: None,
            step: 1,
            theme: Theme::System,
            viewport: Viewport::WORLD,
            presentation: Presentation::default(),
        }
        .normalised(data)
    }

    /// The state after an intent.
    #[must_use]
    pub fn apply(self, action: Action, data: &Dataset) -> Self {
        let changed = match action {
            Action::SelectMineral(mineral) => Self { mineral, ..self },
            Action::SelectStage(stage) => Self { stage, ..self },
            Action::SelectEdition(edition) => {
                let year = Some(Selection::of(data, &self).year);
                Self {
                    edition: Some(edition),
                    year,
                    ..self
                }
            }
            Action::SelectYear(year) => {
                let kept = Self {
                    year: Some(year),
                    ..self
                };
                if Selection::of(data, &kept).year == year {
                    kept
                } else {
                    Self {
                        edition: None,
                        ..kept
                    }
                }
            }
            Action::SelectImporter(importer) => Self {
                importer: Some(importer),
                ..self
            },
            Action::Compare(compare) => Self { compare, ..self },
            Action::SelectCountry(country) => Self { country, ..self },
            Action::SetScenario(scenario) => Self { scenario, ..self },
            Action::SetAgainst(against) => Self { against, ..self },
            Action::SetAlliance(alliance) => Self { alliance, ..self },
            Action::SetAssumptions(assume) => Self { assume, ..self },
            Action::SelectStep(step) => Self { step, ..self },
            Action::SetSeed(seed) => Self { seed, ..self },
            Action::SetTheme(theme) => Self { theme, ..self },
            Action::SetViewport(viewport) => Self { viewport, ..self },
            Action::Open(state) | Action::Restore(state) => state,
        };
        Self {
            presentation: self.presentation,
            ..changed
        }
        .normalised(data)
    }

    /// The nearest state that leads to a table: a stage that the mineral has, an edition and a year that it has
    /// there. What the data would choose anyway is left open, unless a scenario is told of it.
    #[must_use]
    pub fn normalised(self, data: &Dataset) -> Self {
        let tables = data.tables_of(self.mineral);
        let stage = if tables.iter().any(|table| table.stage == self.stage) {
            self.stage
        } else {
            tables
                .iter()
                .map(|table| table.stage)
                .min()
                .unwrap_or(self.stage)
        };
        let step = if self.view == View::Study {
            self.step.max(1)
        } else {
            1
        };
        let state = Self {
            stage,
            step,
            presentation: self.presentation.within(self.view),
            ..self
        };
        // A scenario's outcome is told to others: its link opens the same when the next edition is out. It is of the
        // newest year that has trade, unless a year is named. The reader's own figures are in no link.
        let mut shown = Selection::of(data, &state).table;
        let own = data.edition(shown.edition).kind == EditionKind::Own;
        let told = self.view == View::Shock && self.scenario.is_some() && !own;
        if told && self.year.is_none() && shown.year > TRADE_YEARS.1 {
            let year = Some(TRADE_YEARS.1);
            shown = Selection::of(data, &Self { year, ..state }).table;
        }
        let (edition, year) = (Some(shown.edition), Some(shown.year));
        let whole = Self {
            edition,
            year,
            ..state
        };
        if told {
            return whole;
        }
        // Of all ways to ask for this table, the one that leaves most open: it has one link, and the newest stays newest.
        // Where an importer is asked about, a year left open is one with trade: a year that is named stays named.
        let by_year = self.view != View::Map && self.year.is_some();
        [(None, None), (None, year), (edition, None)]
            .into_iter()
            .filter(|(_, year)| !by_year || year.is_some())
            .map(|(edition, year)| Self {
                edition,
                year,
                ..state
            })
            .find(|plain| std::ptr::eq(Selection::of(data, plain).table, shown))
            .unwrap_or(whole)
    }
}
