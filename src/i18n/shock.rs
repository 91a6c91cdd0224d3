//! The words of scenarios: what happens, what it does, how sure that is.

use crate::data::Stage;

/// A step as its sentence needs it, every part as it reads.
#[derive(Debug, Clone, Copy)]
pub struct StepPhrase<'a> {
    /// Who does it or where it happens; none for the whole world.
    pub actor: Option<&'a str>,
    /// To which minerals.
    pub minerals: &'a str,
    /// How much, as a percentage without a sign of direction.
    pub size: &'a str,
    /// Whether that is all of it.
    pub all: bool,
    /// Whether it is less where it could be more.
    pub less: bool,
    /// At which stages, where that is not said by the kind.
    pub stages: &'a str,
    /// From when, for how long.
    pub when: &'a str,
    /// Whom it is aimed at.
    pub aim: Option<&'a str>,
}

/// A kind of step: its name, and the clause of a step of the kind.
#[derive(Debug, Clone, Copy)]
pub struct KindWords {
    /// The name.
    pub name: &'static str,
    /// What a step's size is a part of.
    pub size_of: &'static str,
    /// The clause.
    pub clause: fn(StepPhrase) -> String,
}

/// What a scenario comes to, as the finding needs it.
#[derive(Debug, Clone, Copy)]
pub struct ShockFinding<'a> {
    /// What happens, as a clause that follows an "if".
    pub what: &'a str,
    /// The mineral.
    pub mineral: &'a str,
    /// The importer.
    pub importer: &'a str,
    /// The part of normal use that the world goes without in the worst month, as it reads.
    pub loss: &'a str,
    /// By what the price is multiplied then; none where nothing is left to buy.
    pub price: Option<&'a str>,
    /// The part of its use that the importer goes without.
    pub shortfall: &'a str,
    /// The stage that binds then, where both have figures.
    pub binding: Option<Stage>,
    /// Whether the scenario changes nothing for the mineral.
    pub nothing: bool,
}

/// Every phrase of the view of scenarios.
#[derive(Debug)]
pub struct ShockWords {
    /// The view's heading: the mineral, the importer.
    pub title: fn(&str, &str) -> String,
    /// The finding.
    pub finding: fn(ShockFinding) -> String,
    /// There is no scenario yet.
    pub empty: &'static str,
    /// Several steps together, as a clause.
    pub together: fn(usize) -> String,
    /// A step by the reader's name for it, as a clause.
    pub named: fn(&str) -> String,
    /// A clause as the beginning of a sentence.
    pub sentence: fn(&str) -> String,
    /// Words of the list of steps and of the form for one.
    pub steps: StepWords,
    /// Words of the results.
    pub results: ResultWords,
    /// Words of the assumptions.
    pub assumptions: AssumptionWords,
    /// Words of the simulation.
    pub simulation: SimulationWords,
}

/// Words of the list of steps and of the form for one.
#[derive(Debug)]
pub struct StepWords {
    /// Heading of the scenario.
    pub heading: &'static str,
    /// The chooser of scenarios that are ready to open.
    pub preset: &'static str,
    /// None of them chosen.
    pub own: &'static str,
    /// The group of those that happened.
    pub happened: &'static str,
    /// The group of those that are imagined.
    pub imagined: &'static str,
    /// Where a ready scenario comes from, and what it assumes.
    pub preset_source: &'static str,
    /// An imagined scenario has no source.
    pub no_source: &'static str,
    /// The kinds, in the order of the scenario's own list of them.
    pub kinds: [KindWords; 15],
    /// The stages: mining, refining, both.
    pub stages: [&'static str; 3],
    /// The same within a sentence.
    pub at_stages: [&'static str; 3],
    /// Every mineral.
    pub all_minerals: &'static str,
    /// Every mineral that the actor leads.
    pub led_minerals: &'static str,
    /// The one that is looked at.
    pub this_mineral: fn(&str) -> String,
    /// A month for readers: year, month of the year.
    pub month: fn(u16, u16) -> String,
    /// From when for how many months, or for good.
    pub when: fn(&str, Option<u16>) -> String,
    /// Everyone, as an actor or an aim.
    pub everyone: &'static str,
    /// Labels of the form: kind, who, minerals, stages, size, start, months, aim, name.
    pub kind: &'static str,
    /// Who does it, or where.
    pub actor: &'static str,
    /// To which minerals.
    pub minerals: &'static str,
    /// At which stages.
    pub at: &'static str,
    /// How much, in percent of something.
    pub size: fn(&str) -> String,
    /// From when.
    pub start: &'static str,
    /// For how many months.
    pub months: &'static str,
    /// What an empty field of months means.
    pub for_good: &'static str,
    /// Whom it is aimed at.
    pub aim: &'static str,
    /// What the reader calls it.
    pub name: &'static str,
    /// Add a step.
    pub add: &'static str,
    /// Done with the form.
    pub done: &'static str,
    /// Leave the form without a change.
    pub cancel: &'static str,
    /// Change the step: its number.
    pub edit: fn(usize) -> String,
    /// Take it out.
    pub remove: fn(usize) -> String,
    /// Move it up.
    pub up: fn(usize) -> String,
    /// Move it down.
    pub down: fn(usize) -> String,
    /// Whether it counts.
    pub counts: fn(usize) -> String,
    /// Undo.
    pub undo: &'static str,
    /// Redo.
    pub redo: &'static str,
    /// Start anew.
    pub clear: &'static str,
    /// A first step: the largest supplier stops.
    pub stop_largest: fn(&str) -> String,
    /// Hold this scenario beside what comes.
    pub hold: &'static str,
    /// Put the one held beside in its place.
    pub swap: &'static str,
    /// Let it go.
    pub let_go: &'static str,
    /// What does not count, heading.
    pub problems: &'static str,
    /// The form's own mistakes, heading.
    pub wrong: &'static str,
    /// A step that does nothing here, and why.
    pub idle: fn(&str) -> String,
    /// Why, in the order of the scenario's own list of reasons.
    pub idle_why: [&'static str; 6],
}

/// Words of the results.
#[derive(Debug)]
pub struct ResultWords {
    /// Heading of the key figures.
    pub heading: &'static str,
    /// The second scenario's column.
    pub beside: &'static str,
    /// The first scenario's column.
    pub this: &'static str,
    /// Price against before.
    pub price: &'static str,
    /// What it is multiplied by.
    pub times: fn(&str) -> String,
    /// Past what the model can say.
    pub beyond: &'static str,
    /// Nothing is left to buy.
    pub nothing_left: &'static str,
    /// What the world uses less.
    pub loss: &'static str,
    /// What the importer goes without.
    pub shortfall: &'static str,
    /// The worst twelve months, from a month on.
    pub worst_year: &'static str,
    /// From when they are.
    pub from_month: fn(&str) -> String,
    /// What it pays more.
    pub bill: &'static str,
    /// In thousand US dollars a year.
    pub money: fn(&str) -> String,
    /// The stage that binds.
    pub binding: &'static str,
    /// What the mine-stage view alone would say.
    pub mine_only: &'static str,
    /// Why that misleads: loss of the mine-stage view, loss of both.
    pub misleads: fn(&str, &str) -> String,
    /// The two agree.
    pub agrees: &'static str,
    /// The stages by name: mining, refining.
    pub stage_names: [&'static str; 2],
    /// Lost at a stage: which.
    pub lost_at: fn(Stage) -> &'static str,
    /// A stage without figures, and why.
    pub no_stage: fn(Stage, &str) -> String,
    /// In this model.
    pub in_model: &'static str,
    /// The worst month.
    pub worst_month: fn(&str) -> String,
    /// Heading of the map.
    pub map: &'static str,
    /// What the map is about: supply, month.
    pub map_caption: fn(&str, &str) -> String,
    /// The map's name: what it is about.
    pub map_name: fn(&str) -> String,
    /// What the map shows: before, after, change.
    pub map_shows: [&'static str; 3],
    /// The legend's heading.
    pub map_legend: &'static str,
    /// Classes of change, from the largest loss to the largest gain.
    pub map_classes: [&'static str; 7],
    /// Heading of the table of countries.
    pub countries: &'static str,
    /// Columns: before, after, change in points of world supply.
    pub before: &'static str,
    /// After.
    pub after: &'static str,
    /// Change.
    pub change: &'static str,
    /// Heading of the chart over time.
    pub path: &'static str,
    /// What the lines of the chart are.
    pub path_note: &'static str,
    /// The chart in a sentence: whose use, its lowest, when.
    pub path_summary: fn(&str, &str, &str) -> String,
    /// Column: month.
    pub month: &'static str,
    /// Column: use of the world.
    pub use_left: &'static str,
    /// Heading of the most exposed minerals.
    pub minerals: &'static str,
    /// Heading of the most exposed importers: the mineral.
    pub importers: fn(&str) -> String,
    /// What the numbers of the two lists are.
    pub exposed_caption: &'static str,
    /// The lists are being made.
    pub working: &'static str,
    /// The worst month where there is none.
    pub worst_unknown: &'static str,
    /// Nothing is exposed.
    pub none_exposed: &'static str,
    /// The importer itself holds back exports.
    pub own_measure: &'static str,
    /// Where an importer's suppliers at a stage are not known, the world's are taken, and why.
    pub world_sourcing: fn(Stage, &str) -> String,
}

/// Words of the assumptions.
#[derive(Debug)]
pub struct AssumptionWords {
    /// Heading.
    pub heading: &'static str,
    /// What they are.
    pub intro: &'static str,
    /// Back to the defaults.
    pub reset: &'static str,
    /// Range and unit.
    pub range: fn(&str, &str) -> String,
    /// Marks of evidence: verified, literature, assumed.
    pub support: [&'static str; 3],
    /// No limit.
    pub none: &'static str,
    /// The clause of the finding: what differs from the defaults.
    pub assuming: fn(&str) -> String,
    /// Nothing differs.
    pub defaults: &'static str,
}

/// What the simulation comes to for the world, as its sentence needs it.
#[derive(Debug, Clone, Copy)]
pub struct WorldRisk<'a> {
    /// Mean loss over ten years, as it reads.
    pub mean: &'a str,
    /// The chance of a year with over a tenth lost.
    pub chance: &'a str,
    /// The mean loss of the worst paths' worst year.
    pub conditional: &'a str,
    /// Which part of the paths those are.
    pub worst: &'a str,
}

/// Words of the simulation.
#[derive(Debug)]
pub struct SimulationWords {
    /// Heading.
    pub heading: &'static str,
    /// What it does.
    pub intro: &'static str,
    /// Start.
    pub run: &'static str,
    /// Stop.
    pub cancel: &'static str,
    /// Nothing is drawn yet for what is asked now.
    pub none_yet: &'static str,
    /// It is under way, and what is shown so far sharpens.
    pub drawing: &'static str,
    /// How far it is: draws done, of how many.
    pub progress: fn(u32, u32) -> String,
    /// Done: draws that the figures rest on.
    pub done: fn(u32) -> String,
    /// Stopped before the end: draws that the figures rest on, of how many.
    pub cancelled: fn(u32, u32) -> String,
    /// Stopped before there were figures.
    pub cancelled_early: &'static str,
    /// It could not run.
    pub failed: fn(&str) -> String,
    /// It runs on the page itself.
    pub on_page: &'static str,
    /// The seed.
    pub seed: &'static str,
    /// What is typed is no seed.
    pub no_seed: &'static str,
    /// What the figures rest on: whose loss, paths, seed.
    pub rests_on: fn(&str, &str, u64) -> String,
    /// Figures: mean loss over ten years.
    pub mean: &'static str,
    /// Chance of losing more than a tenth in the worst year.
    pub chance: &'static str,
    /// Value at risk of the worst year's loss.
    pub value_at_risk: &'static str,
    /// What it is: the part of the paths that exceeds it.
    pub exceeded_by: fn(&str) -> String,
    /// Conditional value at risk of the same.
    pub conditional: &'static str,
    /// What it is: the part of the paths that it is the mean of.
    pub mean_of: fn(&str) -> String,
    /// The longest time below nine tenths of what is wanted, on average.
    pub longest: &'static str,
    /// Months.
    pub months: fn(&str) -> String,
    /// Between which bounds, for most of the drawn parameters.
    pub band: fn(&str, &str) -> String,
    /// The same for the world.
    pub world: fn(WorldRisk) -> String,
    /// The histogram's axis.
    pub across: &'static str,
    /// The histogram in a sentence: the mean of the worst, and how many those are.
    pub summary: fn(&str, &str) -> String,
    /// The histogram as a table.
    pub caption: &'static str,
    /// Column: loss from, to.
    pub loss: &'static str,
    /// A step of that column: from, to.
    pub step: fn(&str, &str) -> String,
    /// Column: part of all paths.
    pub part: &'static str,
    /// The simulated mean's line.
    pub mean_line: &'static str,
    /// The ends of its band.
    pub band_ends: [&'static str; 2],
}
