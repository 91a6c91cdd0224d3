//! What can be asked, and how.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Parser, Subcommand};

use crate::alliance_arguments::{AllianceTask, BurdenTask, PartnersTask, StudyTask};
use crate::take_arguments::{CiteTask, PackageTask, RenderTask};

/// Who holds the world's critical minerals: the page's figures on the command line.
///
/// Options take the words of the page's links: slugs, ISO 3166-1 alpha-3 codes and ids of blocs and editions. What is
/// left open is the newest. Figures that are absent are null, with the reason under `why`.
#[derive(Debug, Parser)]
#[command(
    name = "adit",
    version,
    arg_required_else_help = true,
    max_term_width = 100
)]
#[command(after_help = "\
Exit codes: 0 answered, 1 a problem in the data or in files, 2 a problem in the question.

Examples:
  adit figures --mineral cobalt --stage mine --edition mcs2024 --year 2023
  adit figures --mineral cobalt --importer EU --json
  adit all --importer JPN --json
  adit explain --figure ec_supply_risk --mineral cobalt --importer EU
  adit shock --preset gallium-2023 --importer EU
  adit shock --scenario cut-off:CHN:gallium:refine:100:2025-04:12 --json
  adit partners --mineral tungsten --importer EU --most 5 --exclude CHN,RUS
  adit alliance --mineral lithium --importer EU --without eu-chl-ita
  adit template suppliers > my-firm.csv
  adit figures --mineral cobalt --data my-firm.csv --importer ZZZ
  adit validate --data my-figures
  adit verify 'https://example.org/?mineral=cobalt&certificate=...'
  adit render --chart trend --mineral tungsten --out tungsten.svg
  adit render --chart flows --mineral cobalt --importer EU --size 1200x628 --out cobalt.png
  adit package --link 'view=shock&scenario=cut-off:CHN:gallium:refine:100:2025-04:12' --out gallium.zip
  adit cite --link 'mineral=tungsten&edition=mcs2024' --bibtex")]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) task: Task,
}

/// The tasks.
#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// The figures of one mineral: shares, concentration, governance, and with an importer every method.
    Figures(FiguresTask),
    /// Every mineral under every method, with ranks and their intervals.
    All(AllTask),
    /// How a figure comes about: formulas, numbers, rows and sources, down to the last step.
    Explain(ExplainTask),
    /// What a scenario does to a mineral: shortfall, price, and who supplies what is left.
    Shock(ShockTask),
    /// Who would be the best partners of an importer, in a model whose assumptions are named: the best set with its proof,
    /// nearly as good ones, the fewest for a target, and what each is worth.
    Partners(PartnersTask),
    /// What an importer's agreements would change, by channel, and what a dominant supplier would do in return.
    Alliance(AllianceTask),
    /// What a less risky mix of suppliers would ask of people and nature.
    Burden(BurdenTask),
    /// The claims of the study that the program starts from, computed anew from the edition it used and from the newest.
    Study(StudyTask),
    /// Check a data set: every problem at once, each with its place and its remedy.
    Validate(ValidateTask),
    /// Print a CSV to write figures of your own into: for --data, and for the page.
    Template(TemplateTask),
    /// A figure of a view as a picture: with its title, its finding, its source and its link, as SVG or PNG.
    Render(RenderTask),
    /// Write a page, a picture and an embedding answer for each view as it opens by itself: cards for other sites.
    Pages(PagesTask),
    /// Add to a link the figures of its view, so that whoever opens it learns whether they still are.
    Certify(CertifyTask),
    /// Compute the figures of a certified link anew: it agrees, is old, or was changed.
    Verify(VerifyTask),
    /// A view in one ZIP file: its pictures, its tables, its figures, their sources, licences, and how to cite them.
    Package(PackageTask),
    /// How to cite a view: as text, or for BibTeX.
    Cite(CiteTask),
}

/// Which figures.
#[derive(Debug, Args)]
pub(crate) struct Which {
    /// Mineral, such as cobalt or rare-earths.
    #[arg(long, value_name = "SLUG")]
    pub(crate) mineral: Option<String>,
    /// Stage: mine, refine or reserves.
    #[arg(long, value_name = "STAGE")]
    pub(crate) stage: Option<String>,
    /// Edition, such as mcs2024 or ec2023; without it the newest that has the year.
    #[arg(long, value_name = "ID")]
    pub(crate) edition: Option<String>,
    /// Data year, such as 2023; without it the newest.
    #[arg(long, value_name = "YEAR")]
    pub(crate) year: Option<String>,
}

/// Whose dependence, and on which figures.
#[derive(Debug, Args)]
pub(crate) struct On {
    /// Importer: an ISO 3166-1 alpha-3 code such as JPN, or a bloc such as EU.
    #[arg(long, value_name = "CODE")]
    pub(crate) importer: Option<String>,
    /// CSV file with figures of your own (see `adit template`), which then count in place of the sources'; or a folder
    /// with a whole data set in the schema of data/README.md.
    #[arg(long, value_name = "PATH")]
    pub(crate) data: Option<PathBuf>,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// `adit figures`.
#[derive(Debug, Args)]
pub(crate) struct FiguresTask {
    #[command(flatten)]
    pub(crate) which: Which,
    #[command(flatten)]
    pub(crate) on: On,
}

/// `adit all`.
#[derive(Debug, Args)]
pub(crate) struct AllTask {
    #[command(flatten)]
    pub(crate) which: Which,
    #[command(flatten)]
    pub(crate) on: On,
    /// Seed of the draws behind the intervals.
    #[arg(long, value_name = "NUMBER", default_value_t = adit::risk::intervals::SEED)]
    pub(crate) seed: u64,
    /// How many draws; 0 leaves the intervals out.
    #[arg(long, value_name = "NUMBER", default_value_t = adit::risk::intervals::DRAWS)]
    pub(crate) draws: usize,
}

/// `adit explain`.
#[derive(Debug, Args)]
pub(crate) struct ExplainTask {
    /// Figure: one of
    /// `shares`, `cr1`, `cr3`, `hhi`, `effective_suppliers`, `hhi_wgi`, `n_minus_1`, `economic_importance`, with an
    /// importer `imports`, `import_reliance`, `ec_supply_risk`, `geopolrisk`, `geopolrisk_exact`, `need_covered`, and for
    /// the EU its benchmarks `one_country`, `own`, `recycled`.
    #[arg(long, value_name = "FIGURE", default_value = "hhi")]
    pub(crate) figure: String,
    #[command(flatten)]
    pub(crate) which: Which,
    #[command(flatten)]
    pub(crate) on: On,
}

/// `adit shock`.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("told").required(true).args(["scenario", "preset", "file", "presets"])))]
#[command(after_help = "\
A scenario is steps joined by `;`. A step is kind:actor:minerals:stages:size:start:months:aim:name:

  kind      cut-off, quota, licence-delay, tax; conflict, accident, natural-disaster, strike, power-shortage;
            new-mine, new-refinery, stock-release, recycling, substitution, demand-change; ! before it: switched off
  actor     an ISO 3166-1 alpha-3 code, a bloc, or * for the whole world
  minerals  slugs joined by commas, * for all, led for all whose largest supplier the actor is
  stages    mine, refine or both
  size      percent, without its sign
  start     a month such as 2025-04, or the first and the last, 2025-04/2026-03, with months left empty
  months    how many, or - for good
  aim       of a measure on exports: whose purchases it hits; left out, everyone's
  name      what you call it

In a file lines may end steps, and # begins a remark.")]
pub(crate) struct ShockTask {
    /// Scenario, such as cut-off:CHN:gallium:refine:100:2025-04:12.
    #[arg(long, value_name = "TEXT")]
    pub(crate) scenario: Option<String>,
    /// Scenario to begin with, by its word.
    #[arg(long, value_name = "ID")]
    pub(crate) preset: Option<String>,
    /// File with a scenario.
    #[arg(long, value_name = "PATH")]
    pub(crate) file: Option<PathBuf>,
    /// List the scenarios to begin with.
    #[arg(long)]
    pub(crate) presets: bool,
    /// Mineral; without it the preset's, or the first that the scenario names.
    #[arg(long, value_name = "SLUG")]
    pub(crate) mineral: Option<String>,
    /// Edition, such as mcs2024 or ec2023; without it the preset's, or the newest that has the year.
    #[arg(long, value_name = "ID")]
    pub(crate) edition: Option<String>,
    /// Data year, such as 2023; without it the newest.
    #[arg(long, value_name = "YEAR")]
    pub(crate) year: Option<String>,
    /// What is assumed otherwise than usual, such as es:0.3,spare:none.
    #[arg(long, value_name = "KEY:VALUE,...", default_value = "")]
    pub(crate) assume: String,
    /// Seed of the draws of what else may happen.
    #[arg(long, value_name = "NUMBER", default_value_t = adit::risk::intervals::SEED)]
    pub(crate) seed: u64,
    /// How many draws, of 2,000 runs each; 0 leaves them out.
    #[arg(long, value_name = "NUMBER", default_value_t = adit::scenario::simulation::OUTER)]
    pub(crate) draws: u32,
    #[command(flatten)]
    pub(crate) on: On,
}

/// `adit validate`.
#[derive(Debug, Args)]
pub(crate) struct ValidateTask {
    /// CSV file with figures of your own, or a folder with a data set in the schema of data/README.md; without it what
    /// is built in.
    #[arg(long, value_name = "PATH")]
    pub(crate) data: Option<PathBuf>,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// `adit certify`.
#[derive(Debug, Args)]
pub(crate) struct CertifyTask {
    /// Link: an address of the page, or what follows its question mark.
    #[arg(value_name = "LINK")]
    pub(crate) link: String,
    /// Data to compute from: a CSV file or a folder, as elsewhere; without it what is built in.
    #[arg(long, value_name = "PATH")]
    pub(crate) data: Option<PathBuf>,
}

/// `adit verify`.
#[derive(Debug, Args)]
#[command(after_help = "\
Exit codes: 0 agrees, 1 old or tampered, 2 no certificate or none that can be read.")]
pub(crate) struct VerifyTask {
    /// Link with a certificate: an address of the page, or what follows its question mark.
    #[arg(value_name = "LINK")]
    pub(crate) link: String,
    /// Data to compute from: a CSV file or a folder, as elsewhere; without it what is built in.
    #[arg(long, value_name = "PATH")]
    pub(crate) data: Option<PathBuf>,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// `adit template`.
#[derive(Debug, Args)]
pub(crate) struct TemplateTask {
    /// What the figures are: production, imports, or suppliers (of a firm).
    #[arg(value_name = "KIND", default_value = "imports")]
    pub(crate) kind: String,
}

/// `adit pages`.
#[derive(Debug, Args)]
pub(crate) struct PagesTask {
    /// Folder to write to: `share` beside the page.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Address at which the page will be served, such as `https://example.org/adit/`: cards and answers for embedding
    /// name whole addresses.
    #[arg(long, value_name = "URL")]
    pub(crate) base: Option<String>,
    /// Write one for each mineral's map too.
    #[arg(long)]
    pub(crate) minerals: bool,
}
