//! The words of the desk, apart from the others so that the map does without them.

use crate::data::OwnKind;

/// Every phrase that only the desk needs.
#[derive(Debug)]
pub struct DeskStrings {
    /// Words of the views: minerals and importers under every method.
    pub desk: DeskWords,
    /// Words of the terms of an importer's figures.
    pub terms: TermWords,
    /// Words of the lines on the map.
    pub flows: FlowWords,
    /// Words of two dependences side by side.
    pub comparison: ComparisonWords,
    /// Words of the European Union's benchmarks.
    pub benchmarks: BenchmarkWords,
    /// Words of the derivations.
    pub explain: ExplainWords,
    /// Words of the reader's own figures.
    pub own: OwnWords,
    /// Words of the chart of supply risk and economic importance.
    pub scatter: ScatterWords,
    /// Words of the chart of places.
    pub places: PlaceWords,
}

/// Words of the desk: minerals and importers under every method.
#[derive(Debug)]
pub struct DeskWords {
    /// Heading of the minerals for an importer.
    pub minerals_title: fn(&str) -> String,
    /// Heading of the dependence of an importer on a mineral.
    pub dependence_title: fn(&str, &str) -> String,
    /// The chooser of importers.
    pub importer: &'static str,
    /// The group of blocs in it.
    pub blocs: &'static str,
    /// The group of countries in it.
    pub countries: &'static str,
    /// The chooser of lists.
    pub list: &'static str,
    /// No list chosen.
    pub every_mineral: &'static str,
    /// The search field.
    pub search: &'static str,
    /// What is being fetched.
    pub fetching: fn(&str) -> String,
    /// What could not be fetched, and why.
    pub not_fetched: fn(&str, &str) -> String,
    /// Fetch again.
    pub again: &'static str,
    /// Largest share.
    pub largest: &'static str,
    /// Share of supply left without the largest supplier.
    pub supply_left: &'static str,
    /// Import reliance.
    pub import_reliance: &'static str,
    /// Supply risk by the Commission's formula.
    pub supply_risk: &'static str,
    /// Economic importance.
    pub economic_importance: &'static str,
    /// `GeoPolRisk`.
    pub geopolrisk: &'static str,
    /// Sort by a column.
    pub sort_by: fn(&str) -> String,
    /// No mineral is left by the filters.
    pub nothing_left: &'static str,
    /// Heading of the importer's figures.
    pub risks: &'static str,
    /// Nobody is known that the importer buys from.
    pub no_partners: &'static str,
    /// Who the importer buys from.
    pub partners: &'static str,
    /// Column: imports in tonnes.
    pub imported: &'static str,
    /// Column: part of the importer's imports.
    pub part: &'static str,
    /// Column: value.
    pub value: &'static str,
    /// Why a value is missing, heading.
    pub missing: &'static str,
    /// The benchmarks' heading.
    pub benchmarks: &'static str,
    /// The finding about minerals: how many, of how many, threshold.
    pub minerals_finding: fn(usize, usize, &str) -> String,
    /// The finding about an importer: importer, what, partner, part, reliance.
    pub dependence_finding: fn(&str, &str, &str, &str, Option<&str>) -> String,
    /// No trade is known: importer, what, why.
    pub no_trade: fn(&str, &str, &str) -> String,
}

/// Words of the terms that an importer's figures consist of; each function takes the term's value as it reads.
#[derive(Debug)]
pub struct TermWords {
    /// Production of the importer.
    pub production: fn(&str) -> String,
    /// Its imports from others.
    pub imports: fn(&str) -> String,
    /// Its exports to others.
    pub exports: fn(&str) -> String,
    /// `HHI_WGI,t` of world supply.
    pub global_mix: fn(&str) -> String,
    /// `HHI_WGI,t` of the importer's sourcing.
    pub sourcing_mix: fn(&str) -> String,
    /// IR.
    pub import_reliance: fn(&str) -> String,
    /// `EoL_RIR` and `SI_SR`.
    pub recycling_and_substitution: fn(&str, &str) -> String,
    /// SR as published.
    pub published: fn(&str) -> String,
    /// Name of `GeoPolRisk` in its corrected form.
    pub geopolrisk_corrected: &'static str,
    /// HHI as a fraction.
    pub hhi: fn(&str) -> String,
    /// Import risk.
    pub import_risk: fn(&str) -> String,
    /// `GeoPolRisk` in its published form.
    pub exact: fn(&str) -> String,
    /// Net import reliance as published.
    pub reliance_published: &'static str,
    /// One form of it: commodity, value, edition.
    pub published_form: fn(&str, &str, &str) -> String,
}

/// Words of the lines on the map.
#[derive(Debug)]
pub struct FlowWords {
    /// The map's name: importer, what, year.
    pub name: fn(&str, &str, u16) -> String,
    /// The legend's heading.
    pub legend: &'static str,
    /// A country that sells nothing here.
    pub nothing: &'static str,
    /// The importer's own countries.
    pub home: &'static str,
    /// The importer has no place on the map.
    pub no_place: &'static str,
    /// What the lines are: the country at which they end, and how many partners have none.
    pub note: fn(&str, usize) -> String,
}

/// One of the two, as the sentence needs it.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// Who, and when where the two differ in that.
    pub name: &'a str,
    /// Supply risk by the Commission's formula, dimensionless.
    pub risk: Option<f64>,
    /// Who it buys most from, and that partner's part of imports as it reads.
    pub seller: Option<(&'a str, &'a str)>,
}

/// Words of two dependences side by side.
#[derive(Debug)]
pub struct ComparisonWords {
    /// The chooser.
    pub chooser: &'static str,
    /// Nothing chosen.
    pub nothing: &'static str,
    /// The group of years.
    pub years: &'static str,
    /// Heading.
    pub heading: &'static str,
    /// Column: the figure.
    pub figure: &'static str,
    /// Row: who most is bought from.
    pub largest_seller: &'static str,
    /// An importer, and the year where the two are of different years.
    pub side: fn(&str, Option<u16>) -> String,
    /// What differs.
    pub finding: fn(Side, Side) -> String,
}

/// Words of the European Union's benchmarks.
#[derive(Debug)]
pub struct BenchmarkWords {
    /// Part from the largest third country.
    pub one_country: &'static str,
    /// The Union's own part.
    pub own: &'static str,
    /// The recycled part.
    pub recycled: &'static str,
    /// The regulation's upper limit.
    pub at_most: fn(&str) -> String,
    /// The regulation's lower limit.
    pub at_least: fn(&str) -> String,
    /// Missed, by how much.
    pub missed: fn(&str) -> String,
    /// Met, with how much to spare.
    pub met: fn(&str) -> String,
    /// What the measure is, and where the benchmarks are from.
    pub note: &'static str,
    /// Heading of the rule on third countries over all minerals.
    pub rule: &'static str,
    /// Column: the largest third country's part of the Union's sourcing.
    pub rule_part: &'static str,
    /// How many of how many break it.
    pub rule_finding: fn(usize, usize) -> String,
    /// Column: by how much it is broken.
    pub over: &'static str,
    /// None breaks it.
    pub rule_kept: &'static str,
}

/// Words of the derivations.
#[derive(Debug)]
pub struct ExplainWords {
    /// Heading.
    pub heading: &'static str,
    /// The chooser of figures.
    pub figure: &'static str,
    /// The derivation's own text.
    pub derivation: &'static str,
    /// The button beside a figure.
    pub how: &'static str,
    /// That button's name: the figure.
    pub how_of: fn(&str) -> String,
    /// Copy as text.
    pub copy: &'static str,
    /// Copied.
    pub copied: &'static str,
    /// The browser refused.
    pub refused: &'static str,
    /// 1/HHI.
    pub effective_suppliers: &'static str,
    /// `GeoPolRisk` in its published form.
    pub geopolrisk_exact: &'static str,
    /// Every share of world supply.
    pub shares: &'static str,
    /// Every partner's part of imports.
    pub imports: &'static str,
    /// What other sources cover of the importer's need.
    pub need_covered: &'static str,
}

/// Words of the reader's own figures.
#[derive(Debug)]
pub struct OwnWords {
    /// The view's heading.
    pub title: &'static str,
    /// What can be done here.
    pub finding: &'static str,
    /// Where the figures stay.
    pub privacy: &'static str,
    /// The input.
    pub choose: &'static str,
    /// Where a file can be dropped.
    pub drop: &'static str,
    /// Heading of the templates.
    pub templates: &'static str,
    /// What each kind does.
    pub kind: fn(OwnKind) -> &'static str,
    /// What the file of a kind changes.
    pub effect: fn(OwnKind) -> &'static str,
    /// The button of a template.
    pub template: fn(OwnKind) -> String,
    /// Columns of a kind.
    pub columns: &'static str,
    /// What cells hold.
    pub cells: &'static str,
    /// A file that counts: its name, kind, lines, years.
    pub counts: fn(&str, OwnKind, usize, &str) -> String,
    /// Where to see it.
    pub see: &'static str,
    /// A view of a mineral.
    pub view_of: fn(&str, &str) -> String,
    /// Take the file out.
    pub remove: &'static str,
    /// Mistakes: the file, how many.
    pub refused: fn(&str, usize) -> String,
    /// What stays as it was.
    pub unchanged: &'static str,
    /// Column: line.
    pub line: &'static str,
    /// Column: column.
    pub column: &'static str,
    /// Column: what is wrong.
    pub problem: &'static str,
    /// Column: what to do.
    pub remedy: &'static str,
    /// On every view: the file.
    pub notice: fn(&str) -> String,
    /// The firm's exports and the countries' are not in a file.
    pub no_exports: &'static str,
}

/// Words of the chart of supply risk and economic importance.
#[derive(Debug)]
pub struct ScatterWords {
    /// Heading.
    pub heading: &'static str,
    /// What runs across.
    pub across: &'static str,
    /// What runs up.
    pub up: &'static str,
    /// What the chart shows: how many reach both thresholds, of how many, for whom.
    pub summary: fn(usize, usize, &str) -> String,
    /// What lines and points are.
    pub note: &'static str,
    /// No mineral has both numbers.
    pub nothing: &'static str,
}

/// Words of the chart of places.
#[derive(Debug)]
pub struct PlaceWords {
    /// Heading.
    pub heading: &'static str,
    /// One end of the axis.
    pub riskiest: &'static str,
    /// The other.
    pub safest: &'static str,
    /// N-1 in two words.
    pub n_minus_1: &'static str,
    /// What the chart shows: the most disputed mineral, and how many.
    pub summary: fn(Option<&str>, usize) -> String,
    /// What places and lines are.
    pub note: &'static str,
    /// The chart as a table.
    pub caption: &'static str,
}
