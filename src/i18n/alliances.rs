//! The words of alliances: agreements, what they would change, partners, and what a leader would do.

/// What agreements come to, as the finding needs it; numbers as they read.
#[derive(Debug, Clone, Copy)]
pub struct AllianceFinding<'a> {
    /// The importer.
    pub importer: &'a str,
    /// The mineral.
    pub mineral: &'a str,
    /// How many agreements count.
    pub agreements: usize,
    /// Whether anybody whom they bind produces the mineral, or sells enough of it to count.
    pub supplied: bool,
    /// The risk without them, in points.
    pub before: &'a str,
    /// What they would take off, its least and its most.
    pub gain: [&'a str; 3],
    /// The same by channel; none where it is not known.
    pub parts: [Option<&'a str>; 3],
}

/// The best partners, as the finding needs them.
#[derive(Debug, Clone, Copy)]
pub struct PartnerFinding<'a> {
    /// Their names, joined.
    pub partners: &'a str,
    /// How many they are.
    pub count: usize,
    /// The risk without and with them, in points.
    pub risk: [&'a str; 2],
    /// Whether it is proved that no other set is better.
    pub proved: bool,
}

/// Every phrase of the view of alliances.
#[derive(Debug)]
pub struct AllianceWords {
    /// The view's heading: the mineral, the importer.
    pub title: fn(&str, &str) -> String,
    /// What the agreements would change.
    pub finding: fn(AllianceFinding) -> String,
    /// Why that is not known: the mineral, the reason.
    pub unknown: fn(&str, &str) -> String,
    /// The best partners.
    pub best: fn(PartnerFinding) -> String,
    /// Several names in a sentence.
    pub joined: fn(&[String]) -> String,
    /// Why they are not known, with the remedy.
    pub no_best: fn(&str) -> String,
    /// What differs from the defaults.
    pub assuming: fn(&str) -> String,
    /// Nothing differs.
    pub defaults: &'static str,
    /// Nothing is claimed where only sourced facts count: the importer.
    pub nothing_claimed: fn(&str) -> String,
    /// Re-sourcing is not known: why, with the remedy.
    pub no_resourcing: fn(&str) -> String,
    /// The world's shares stand for the importer's own.
    pub world_sourcing: &'static str,
    /// Suppliers that are left out.
    pub left_out: fn(&str) -> String,
    /// Heading of what does not count in the link.
    pub problems: &'static str,
    /// Words of the agreements.
    pub agreements: AgreementWords,
    /// Words of the effect.
    pub effect: EffectWords,
    /// Words of the map.
    pub map: AllianceMapWords,
    /// Words of the search for partners.
    pub partners: PartnerWords,
    /// Words of the leader's game.
    pub counter: CounterWords,
    /// Words of the assumptions.
    pub numbers: NumberWords,
}

/// Words of the agreements.
#[derive(Debug)]
pub struct AgreementWords {
    /// Heading.
    pub heading: &'static str,
    /// What the switches do.
    pub intro: &'static str,
    /// There is none.
    pub none: &'static str,
    /// The depths, the least first.
    pub depths: [&'static str; 4],
    /// Since when, and until when where it ended.
    pub since: fn(&str, &str) -> String,
    /// a.
    pub bound: fn(&str) -> String,
    /// What it is about: all minerals, or how many.
    pub about: fn(Option<usize>) -> String,
    /// What its partners supply, and who they are.
    pub covers: fn(&str, &str) -> String,
    /// None of its partners supplies the mineral.
    pub idle: &'static str,
    /// What it would take off alone, and what would be lost without it.
    pub worth: fn(&str, &str) -> String,
    /// It does not count now.
    pub off: &'static str,
    /// How well it is supported: read, partly, secondary.
    pub evidence: [&'static str; 3],
    /// The link to its source.
    pub source: &'static str,
    /// How much is covered twice.
    pub twice: fn(&str) -> String,
    /// Switches: all that last, none.
    pub usual: &'static str,
    /// None counts.
    pub clear: &'static str,
    /// The agreements that do not concern the importer and the mineral.
    pub others: fn(usize) -> String,
}

/// Words of the effect.
#[derive(Debug)]
pub struct EffectWords {
    /// Heading.
    pub heading: &'static str,
    /// The table's caption.
    pub caption: &'static str,
    /// Columns: channel, points taken off, least, most.
    pub columns: [&'static str; 4],
    /// Willingness, re-sourcing, capacity, all together.
    pub channels: [&'static str; 4],
    /// What each channel is.
    pub meanings: [&'static str; 3],
    /// Without and with.
    pub risks: [&'static str; 2],
    /// What the points are.
    pub points: &'static str,
}

/// Words of the map.
#[derive(Debug)]
pub struct AllianceMapWords {
    /// Heading.
    pub heading: &'static str,
    /// The importer, the mineral.
    pub caption: fn(&str, &str) -> String,
    /// The map's name for those who do not see it.
    pub name: fn(&str) -> String,
    /// Heading of the legend.
    pub legend: &'static str,
    /// The importer's own countries.
    pub home: &'static str,
    /// Nobody is bound.
    pub unbound: &'static str,
    /// The table behind it.
    pub countries: &'static str,
    /// Columns: country, deepest agreement, a, of world supply, before, after.
    pub columns: [&'static str; 6],
}

/// Words of the search for partners.
#[derive(Debug)]
pub struct PartnerWords {
    /// Heading.
    pub heading: &'static str,
    /// What is searched.
    pub intro: fn(&str, bool) -> String,
    /// A search is on: branches, best risk, bound.
    pub searching: fn(usize, &str, &str) -> String,
    /// It was stopped: the same.
    pub stopped: fn(usize, &str, &str) -> String,
    /// Stop; again.
    pub stop: &'static str,
    /// Search again.
    pub again: &'static str,
    /// Heading of the best set.
    pub best: fn(usize) -> String,
    /// Risk without and with all.
    pub ends: fn(&str, &str) -> String,
    /// The proof: branches, closed, bound, whether it holds.
    pub proof: fn(usize, usize, &str, bool) -> String,
    /// Columns of a mix: country, part of the need, worth.
    pub mix: [&'static str; 3],
    /// A country of the importer.
    pub own: &'static str,
    /// A part that nobody sends.
    pub shortage: fn(&str) -> String,
    /// Risk, largest part, target, whether within.
    pub verdict: fn(&str, &str, &str, bool) -> String,
    /// Heading of the fewest, for a target.
    pub fewest: fn(Option<usize>, &str) -> String,
    /// At another η: η, partners, risk.
    pub otherwise: fn(&str, &str, &str) -> String,
    /// Heading of the alternatives: how many, whether at least.
    pub alternatives: fn(usize, bool) -> String,
    /// Columns of the alternatives: partners, risk.
    pub alternative: [&'static str; 2],
    /// Heading of the candidates.
    pub candidates: &'static str,
    /// Columns of the candidates: country, role, of world supply, of the need, stability, agreement, worth.
    pub candidate: [&'static str; 7],
    /// Roles: may be, must be, must not be.
    pub roles: [&'static str; 3],
    /// The chooser of a country's role.
    pub role_of: fn(&str) -> String,
    /// Below the floor, so nobody's partner.
    pub below_floor: &'static str,
    /// A worth with its standard error.
    pub worth: fn(&str, Option<&str>) -> String,
    /// What a worth is.
    pub worth_note: &'static str,
}

/// Words of the leader's game.
#[derive(Debug)]
pub struct CounterWords {
    /// Heading.
    pub heading: &'static str,
    /// The leader, its part of world supply, of the sourcing before and after.
    pub leader: fn(&str, &str, &str, &str) -> String,
    /// There is none.
    pub none: fn(&str) -> String,
    /// Caption of the table.
    pub caption: &'static str,
    /// Columns.
    pub columns: [&'static str; 8],
    /// Short, long, the reader's own.
    pub runs: [&'static str; 3],
    /// Pays; does not.
    pub pays: [&'static str; 2],
    /// A price as a ratio.
    pub times: fn(&str) -> String,
    /// With what projects add: run, part held back, price.
    pub after: fn(&str, &str, &str) -> String,
    /// What the columns mean; the price ceiling.
    pub note: fn(&str) -> String,
}

/// Words of the assumptions.
#[derive(Debug)]
pub struct NumberWords {
    /// Heading.
    pub heading: &'static str,
    /// What they are.
    pub intro: &'static str,
    /// Back to the defaults.
    pub reset: &'static str,
    /// Whether what is only assumed counts.
    pub count_assumed: &'static str,
    /// Groups: agreements, partners, the leader.
    pub groups: [&'static str; 3],
    /// Range and unit.
    pub range: fn(&str, &str) -> String,
    /// Law, choice, assumed.
    pub support: [&'static str; 3],
    /// None of it.
    pub none: &'static str,
    /// What projects add.
    pub projects: &'static str,
    /// How to write them.
    pub projects_note: &'static str,
}
