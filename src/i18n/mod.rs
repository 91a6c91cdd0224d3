//! Words and number formats, one constant per language.
//!
//! [`Strings`] has a field for every phrase: fixed text, or a function where values are put in, so that grammar stays
//! in the language's own file. A missing translation is a compile error. Names of countries and minerals are data.

mod alliances;
mod burden;
mod certificate;
mod desk;
mod embed;
mod en;
mod en_alliances;
mod en_burden;
mod en_desk;
mod en_shock;
mod en_study;
pub mod number;
mod share;
mod shock;
mod study;
mod take;
mod taking;

use crate::data::{EditionKind, Stage};

pub use alliances::{
    AgreementWords, AllianceFinding, AllianceMapWords, AllianceWords, CounterWords, EffectWords,
    NumberWords, PartnerFinding, PartnerWords,
};
pub use burden::BurdenWords;
pub use certificate::{CertificateWords, EN_CERTIFICATE};
pub use desk::{
    BenchmarkWords, ComparisonWords, DeskStrings, DeskWords, ExplainWords, FlowWords, OwnWords,
    PlaceWords, ScatterWords, Side, TermWords,
};
pub use embed::{EN_EMBED, EmbedWords};
pub use en::EN;
pub use en_alliances::EN_ALLIANCES;
pub use en_burden::EN_BURDEN;
pub use en_desk::EN_DESK;
pub use en_shock::EN_SHOCK;
pub use en_study::EN_STUDY;
pub use share::{EN_SHARE, ShareWords};
pub use shock::{
    AssumptionWords, KindWords, ResultWords, ShockFinding, ShockWords, SimulationWords, StepPhrase,
    StepWords, WorldRisk,
};
pub use study::{
    CardWords, ClaimPhrase, FoundPhrase, OpenWord, OpenWords, StagePhrase, StudyWords, Tally,
    WalkWords,
};
pub use take::{Cited, Contents, EN_TAKE, TakeWords};
pub use taking::{EN_TAKING, TakingWords};

/// How much of the world's supply, by whom, when: what the finding's sentence needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Leader<'a> {
    /// The leading country.
    pub country: &'a str,
    /// Its share, written.
    pub share: String,
    /// The mineral.
    pub mineral: &'a str,
    /// What is counted.
    pub stage: Stage,
    /// The period, written: a year, or an average's years.
    pub period: String,
    /// Effective number of suppliers, if there is one.
    pub effective_suppliers: Option<f64>,
    /// How many countries the source names with a quantity.
    pub suppliers: usize,
}

/// Every phrase of the page.
#[derive(Debug)]
pub struct Strings {
    /// The language's code, for the document and for links.
    pub lang: &'static str,
    /// What the page is, in one line.
    pub tagline: &'static str,
    /// The page's heading for a mineral and a stage.
    pub title: fn(&str, Stage) -> String,
    /// The finding: who leads, by how much, how concentrated.
    pub finding: fn(&Leader) -> String,
    /// The finding when there is no figure.
    pub no_finding: fn(&str, Stage, &str) -> String,
    /// A stage as a choice.
    pub stage: fn(Stage) -> &'static str,
    /// A stage as a participle: "mined".
    pub stage_done: fn(Stage) -> &'static str,
    /// What a share is a share of: "mined cobalt".
    pub supply: fn(Stage, &str) -> String,
    /// A country with supply: name, share, what, rank, of how many.
    pub holding: fn(&str, &str, &str, usize, usize) -> String,
    /// A rank as a word: "2nd".
    pub ordinal: fn(usize) -> String,
    /// A share known to be below a value.
    pub below: fn(&str) -> String,
    /// A country that the source names with zero.
    pub none_reported: &'static str,
    /// A country whose figure is withheld.
    pub withheld: &'static str,
    /// A country named without a figure.
    pub not_available: &'static str,
    /// A country that the source does not name.
    pub not_named: &'static str,
    /// The part of supply that no named country has.
    pub unattributed: &'static str,
    /// How a figure is marked: reported.
    pub reported: &'static str,
    /// How a figure is marked: estimated.
    pub estimated: &'static str,
    /// How a figure is marked: an upper bound.
    pub upper_bound: &'static str,
    /// How a figure is marked: a lower bound.
    pub lower_bound: &'static str,
    /// Words of the key figures.
    pub keys: KeyWords,
    /// Words of tables.
    pub table: TableWords,
    /// Words about official lists.
    pub lists: ListWords,
    /// Words of the controls.
    pub controls: ControlWords,
    /// Words of the views.
    pub views: ViewWords,
    /// Words about the data's limits.
    pub notes: NoteWords,
    /// Words of the notice about a link.
    pub link: LinkWords,
}

/// Words of the views.
#[derive(Debug)]
pub struct ViewWords {
    /// What the list of views is.
    pub heading: &'static str,
    /// The map.
    pub map: &'static str,
    /// Every mineral.
    pub minerals: &'static str,
    /// One importer.
    pub dependence: &'static str,
    /// What if it stops.
    pub shock: &'static str,
    /// Who helps.
    pub alliances: &'static str,
    /// The study, checked.
    pub study: &'static str,
    /// The reader's own figures.
    pub data: &'static str,
}

/// Words of the key figures.
#[derive(Debug)]
pub struct KeyWords {
    /// Heading.
    pub heading: &'static str,
    /// The way to the derivations.
    pub derivations: &'static str,
    /// CR1's name.
    pub cr1: &'static str,
    /// CR3's name.
    pub cr3: &'static str,
    /// HHI's name.
    pub hhi: &'static str,
    /// Governance-weighted HHI's name.
    pub hhi_wgi: &'static str,
    /// An index with its scale.
    pub of_scale: fn(&str, &str) -> String,
    /// "as concentrated as if 1.8 equal countries supplied it".
    pub as_if: fn(&str) -> String,
    /// Bounds in words.
    pub between: fn(&str, &str) -> String,
    /// The mean governance score in words.
    pub mean_score: fn(&str, u16) -> String,
    /// Suppliers without a governance estimate.
    pub unscored: fn(&str) -> String,
    /// The split of a change since a year: total, concentration, governance.
    pub split: fn(u16, u16, &str, &str, &str) -> String,
}

/// Words of tables.
#[derive(Debug)]
pub struct TableWords {
    /// Column: rank.
    pub rank: &'static str,
    /// Column: country.
    pub country: &'static str,
    /// Column: ISO code.
    pub code: &'static str,
    /// Column: share.
    pub share: &'static str,
    /// Column: quantity, with its unit.
    pub quantity: fn(&str) -> String,
    /// Column: how the figure is marked.
    pub flag: &'static str,
    /// Column: mineral.
    pub mineral: &'static str,
    /// Column: stage.
    pub stage: &'static str,
    /// Column: year.
    pub year: &'static str,
    /// Column: edition.
    pub edition: &'static str,
    /// Column: HHI.
    pub hhi: &'static str,
    /// Row: the world.
    pub world: &'static str,
    /// Caption of the shares: supply, period, edition.
    pub shares_caption: fn(&str, &str, &str) -> String,
    /// Caption of the trend.
    pub trend_caption: fn(&str) -> String,
    /// Caption of a country's holdings.
    pub holdings_caption: fn(&str) -> String,
    /// The button that shows a table.
    pub show: &'static str,
    /// The button that leads to a table's file.
    pub download: &'static str,
    /// The browser refused the download.
    pub refused: &'static str,
    /// Heading of the table of shares.
    pub shares: &'static str,
}

/// Words about official lists.
#[derive(Debug)]
pub struct ListWords {
    /// Heading.
    pub heading: &'static str,
    /// Caption, for a mineral.
    pub caption: fn(&str) -> String,
    /// Column: the list.
    pub list: &'static str,
    /// Column: what it says.
    pub says: &'static str,
    /// Column: how well that is known.
    pub evidence: &'static str,
    /// The list names the mineral.
    pub named: &'static str,
    /// The list names a group that the mineral belongs to.
    pub named_within: fn(&str) -> String,
    /// The list does not name the mineral.
    pub not_named: &'static str,
    /// The list was read only in part, and not there.
    pub unknown: &'static str,
    /// The list itself was read.
    pub read: &'static str,
    /// The list was read in part.
    pub read_partly: &'static str,
    /// An account of the list was read.
    pub read_elsewhere: &'static str,
}

/// Words of the controls.
#[derive(Debug)]
pub struct ControlWords {
    /// The mineral chooser.
    pub mineral: &'static str,
    /// The search field in it.
    pub search: &'static str,
    /// Nothing found for a search.
    pub nothing_found: fn(&str) -> String,
    /// The stage chooser.
    pub stage: &'static str,
    /// The year chooser.
    pub year: &'static str,
    /// The edition chooser.
    pub edition: &'static str,
    /// An edition as a choice: its kind and the year it was published.
    pub edition_short: fn(EditionKind, &str) -> String,
    /// The theme chooser.
    pub theme: &'static str,
    /// The button that opens what readers take with them.
    pub share: &'static str,
    /// The way from a figure in another's page to the whole page.
    pub full: &'static str,
    /// Theme: as the system says.
    pub system: &'static str,
    /// Theme: light.
    pub light: &'static str,
    /// Theme: dark.
    pub dark: &'static str,
    /// Enlarge the map.
    pub zoom_in: &'static str,
    /// Show more of the map.
    pub zoom_out: &'static str,
    /// Show the whole world.
    pub zoom_reset: &'static str,
    /// How to use the map by keyboard.
    pub map_help: &'static str,
    /// The map's name: supply and period.
    pub map_name: fn(&str, &str) -> String,
    /// The legend's heading.
    pub legend: &'static str,
    /// Heading of the ranked bars.
    pub ranking: &'static str,
    /// Heading of the trend.
    pub trend: &'static str,
    /// Close something.
    pub close: &'static str,
    /// Choose a country in the list, for those too small to hit.
    pub country: &'static str,
    /// How to choose a country.
    pub country_hint: &'static str,
    /// No country chosen.
    pub no_country: &'static str,
    /// Heading of the sources.
    pub sources: &'static str,
    /// Skip to the content.
    pub skip: &'static str,
    /// Shown where there is no script.
    pub no_script: &'static str,
}

/// Words about the data's limits.
#[derive(Debug)]
pub struct NoteWords {
    /// Shares are of the sum: no total is published.
    pub no_total: &'static str,
    /// Shares are of the sum: the countries exceed the published total. Sum, published.
    pub over_total: fn(&str, &str) -> String,
    /// The published total leaves out countries.
    pub excludes: fn(&str) -> String,
    /// What the quantities measure.
    pub basis: fn(&str) -> String,
    /// Nothing dropped: total before, total on the map.
    pub conserved: fn(&str, &str) -> String,
    /// Why there is no trend.
    pub no_trend: &'static str,
    /// Years left out of the trend because they count something else.
    pub other_basis: fn(&str) -> String,
    /// Each year from the newest edition that has it.
    pub newest_edition: &'static str,
    /// Disputed areas.
    pub disputed: &'static str,
}

/// Words of the notice about a link.
#[derive(Debug)]
pub struct LinkWords {
    /// Before the list of problems.
    pub intro: &'static str,
    /// A key that is not a word of the page.
    pub unknown_key: fn(&str) -> String,
    /// A value that a key does not take.
    pub unknown_value: fn(&str, &str) -> String,
    /// A value that is too long for links.
    pub too_long: fn(&str) -> String,
    /// A key that occurs twice.
    pub repeated: fn(&str) -> String,
    /// A value for which there are no figures.
    pub no_figures: fn(&str, &str) -> String,
}
