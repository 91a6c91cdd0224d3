//! What to show: figures as plain values, before any pixel.
//!
//! A figure holds labels already worded, numbers already computed, an order, and classes instead of colours. The same
//! value feeds the painter, the tooltip, the accessible table and the download, so that they cannot disagree; and
//! an unchanged figure (`PartialEq`) repaints nothing.

mod alliance;
mod comparison;
mod explained;
mod finding;
mod flows;
mod frontier;
mod holdings;
mod importer_keys;
mod key_figures;
mod listings;
mod loss_distribution;
mod map;
mod places;
mod ranking;
mod scatter;
mod shock;
mod simulated;
mod sources;
mod steps;
mod study;
mod supply_path;
mod table;
mod trend;

use std::sync::Arc;

use crate::data::{Dataset, SupplyTable};
use crate::i18n::Strings;
use crate::risk::SupplyShares;
use crate::state::{Selection, ViewState};

pub use alliance::{
    AllianceMap, BoundRow, DEPTH_CLASSES, HOME_CLASS, alliance_finding, names, partner_finding,
    points,
};
pub use comparison::Comparison;
pub use explained::explained_name;
pub use finding::{dependence_finding, finding, heading, minerals_finding, title};
pub use flows::{Flow, FlowMap};
pub use frontier::{Frontier, FrontierMark, between, burden_finding, present_name};
pub use holdings::Holdings;
pub use importer_keys::{benchmark_keys, importer_keys};
pub use key_figures::{KeyFigure, key_figures};
pub use loss_distribution::LossDistribution;
pub use map::{LEGEND, MapClass, MapFigure, MapOption, SHARE_BREAKS};
pub use places::{Place, PlaceRow, Places};
pub use ranking::{Bar, Ranking};
pub use scatter::{Point, Scatter};
pub use shock::{ShiftClass, ShiftRow, ShockFigure, Showing};
pub use simulated::Simulated;
pub use sources::{Sources, edition_short};
pub use steps::{month, step_account, step_sentence};
pub use study::{ClaimCard, FoundRow, StudyFigure, StudyLink, Telling, WalkStep};
pub use supply_path::{PathLine, SupplyPath};
pub use table::{Cell, Table};
pub use trend::{Trend, TrendLine};

/// What every figure of one state starts from: the data, the words, the table and its shares.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// The data set.
    pub data: &'a Dataset,
    /// The words.
    pub words: &'static Strings,
    /// The state.
    pub state: ViewState,
    /// The table that the state leads to.
    pub table: &'a SupplyTable,
    /// Its shares.
    pub shares: SupplyShares,
}

impl<'a> Context<'a> {
    /// The context of a state.
    #[must_use]
    pub fn of(data: &'a Dataset, words: &'static Strings, state: ViewState) -> Self {
        let table = Selection::of(data, &state).table;
        Self {
            data,
            words,
            state,
            table,
            shares: SupplyShares::of(table),
        }
    }

    /// The mineral's name.
    #[must_use]
    pub fn mineral(&self) -> &'a str {
        &self.data.mineral(self.table.mineral).name
    }

    /// What a share is a share of: "mined cobalt".
    #[must_use]
    pub fn supply(&self) -> String {
        (self.words.supply)(self.table.stage, self.mineral())
    }

    /// The period of the table: a year, or the years of an average.
    #[must_use]
    pub fn period(&self) -> String {
        self.data
            .edition(self.table.edition)
            .period
            .clone()
            .unwrap_or_else(|| self.table.year.to_string())
    }

    /// The name of the table's edition.
    #[must_use]
    pub fn edition(&self) -> &'a str {
        &self.data.edition(self.table.edition).name
    }
}

/// What stands first in the view of one state.
#[derive(Debug, Clone, PartialEq)]
pub struct Front {
    /// The heading.
    pub title: String,
    /// The finding, in one sentence.
    pub finding: String,
    /// The map.
    pub map: Arc<MapFigure>,
}

impl Front {
    /// What stands first in the view of a state.
    #[must_use]
    pub fn build(context: &Context) -> Self {
        Self {
            title: title(context),
            finding: finding(context),
            map: Arc::new(MapFigure::build(context)),
        }
    }
}

/// All figures of one state beside the first.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The key figures.
    pub keys: Vec<KeyFigure>,
    /// The ranked bars.
    pub ranking: Ranking,
    /// Every row of the state's table.
    pub shares: Table,
    /// The years.
    pub trend: Trend,
    /// The years as a table.
    pub trend_table: Table,
    /// What the chosen country holds.
    pub holdings: Option<Holdings>,
    /// Which official lists name the mineral.
    pub listings: Table,
    /// Source and notes.
    pub sources: Sources,
}

impl Figures {
    /// The figures of a state.
    #[must_use]
    pub fn build(context: &Context) -> Self {
        let trend = Trend::build(context);
        Self {
            keys: key_figures(context),
            ranking: Ranking::build(context),
            shares: Ranking::table(context),
            trend_table: trend.table(context),
            trend,
            holdings: Holdings::build(context),
            listings: listings::listings(context),
            sources: Sources::build(context),
        }
    }
}
