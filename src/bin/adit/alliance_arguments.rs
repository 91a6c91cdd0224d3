//! What can be asked about partners, alliances and the study.

use clap::Args;

use crate::arguments::{On, Which};

/// What is assumed where data say nothing.
#[derive(Debug, Args)]
pub(crate) struct Assumptions {
    /// How much of the unwillingness to sell the deepest agreement is assumed to take away, 0 to 1.
    #[arg(long, value_name = "NUMBER", default_value_t = adit::alliance::ETA)]
    pub(crate) eta: f64,
    /// The importer's need in percent of world supply, where it is assumed and not taken from production and trade.
    #[arg(long, value_name = "PERCENT")]
    pub(crate) need: Option<f64>,
}

/// `adit partners`.
#[derive(Debug, Args)]
pub(crate) struct PartnersTask {
    #[command(flatten)]
    pub(crate) which: Which,
    #[command(flatten)]
    pub(crate) on: On,
    /// The question as the key `alliance` of a link has it, in place of the options below.
    #[arg(long, value_name = "TEXT", conflicts_with_all = [
        "most", "target", "risk", "exclude", "require", "floor", "eta", "need",
    ])]
    pub(crate) ask: Option<String>,
    /// At most so many partners.
    #[arg(long, value_name = "NUMBER", default_value_t = 5)]
    pub(crate) most: u16,
    /// At most this percentage of the need from one partner, where the fewest are asked for; 65 is the European Union's
    /// benchmark for 2030.
    #[arg(long, value_name = "PERCENT", default_value_t = 65.0)]
    pub(crate) target: f64,
    /// At most this risk, where the fewest are asked for.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) risk: Option<f64>,
    /// Nobody's partners: codes of countries or blocs, separated by commas.
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub(crate) exclude: Vec<String>,
    /// Partners in any case: codes, separated by commas.
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub(crate) require: Vec<String>,
    /// The least political stability of a partner, -2.5 to 2.5.
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    pub(crate) floor: Option<f64>,
    #[command(flatten)]
    pub(crate) assumptions: Assumptions,
}

/// `adit alliance`.
#[derive(Debug, Args)]
pub(crate) struct AllianceTask {
    #[command(flatten)]
    pub(crate) which: Which,
    #[command(flatten)]
    pub(crate) on: On,
    /// The question as the key `alliance` of a link has it, in place of the options below.
    #[arg(long, value_name = "TEXT", conflicts_with_all = [
        "with", "without", "project", "movable", "eta", "need", "elasticities", "cost", "harm", "patience", "entry",
    ])]
    pub(crate) ask: Option<String>,
    /// Only these agreements, by their ids, separated by commas; without it all that last and concern the mineral.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(crate) with: Vec<String>,
    /// All but these agreements.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(crate) without: Vec<String>,
    /// What projects in allied countries are expected to add, in percent of the need, such as CAN=5,AUS=2.
    #[arg(long, value_name = "CODE=PERCENT", value_delimiter = ',')]
    pub(crate) project: Vec<String>,
    /// The most that purchases could move in all, in percent of the need.
    #[arg(long, value_name = "PERCENT", default_value_t = 100.0 * adit::alliance::effect::MOVABLE)]
    pub(crate) movable: f64,
    #[command(flatten)]
    pub(crate) assumptions: Assumptions,
    /// A further run of the leader's game: by how many percent use falls, and the others' supply rises, when the price
    /// rises by one, such as 0.3,0.5.
    #[arg(
        long,
        value_name = "DEMAND,SUPPLY",
        value_delimiter = ',',
        num_args = 1
    )]
    pub(crate) elasticities: Vec<f64>,
    /// The leader's cost, in percent of the usual price.
    #[arg(long, value_name = "PERCENT", default_value_t = 0.0)]
    pub(crate) cost: f64,
    /// How much a loss of the importer is worth to the leader, next to its own revenue.
    #[arg(long, value_name = "NUMBER", default_value_t = 0.0)]
    pub(crate) harm: f64,
    /// How many years of the sales that it would lose to newcomers the leader counts.
    #[arg(long, value_name = "YEARS", default_value_t = 0.0)]
    pub(crate) patience: f64,
    /// The share of the market, in percent, that newcomers would take for each year of a full stop.
    #[arg(long, value_name = "PERCENT", default_value_t = 0.0)]
    pub(crate) entry: f64,
}

/// `adit burden`.
#[derive(Debug, Args)]
pub(crate) struct BurdenTask {
    #[command(flatten)]
    pub(crate) which: Which,
    #[command(flatten)]
    pub(crate) on: On,
    /// What is counted as a burden: hdi, ihdi, gii or bws (data/README.md).
    #[arg(long, value_name = "INDICATOR", default_value = "ihdi")]
    pub(crate) indicator: String,
    /// How many points of risk a whole burden more than now counts; 0 leaves burdens out.
    #[arg(
        long,
        value_name = "NUMBER",
        default_value_t = 0.0,
        allow_negative_numbers = true
    )]
    pub(crate) weight: f64,
    #[command(flatten)]
    pub(crate) assumptions: Assumptions,
}

/// `adit study`.
#[derive(Debug, Args)]
pub(crate) struct StudyTask {
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}
