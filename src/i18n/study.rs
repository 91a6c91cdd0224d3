//! The words of the view that checks the study.

/// What one table says about a claim, every part as it reads.
#[derive(Debug, Clone)]
pub struct FoundPhrase {
    /// The edition, short.
    pub edition: String,
    /// The year.
    pub year: u16,
    /// The country's part.
    pub share: String,
    /// Its place; none where it has no supply there.
    pub rank: Option<String>,
    /// Whether the claim agrees.
    pub agrees: bool,
}

/// A claim about supply as its sentences need it.
#[derive(Debug, Clone)]
pub struct ClaimPhrase<'a> {
    /// The country.
    pub country: &'a str,
    /// What it has a part of: "mined cobalt".
    pub supply: &'a str,
    /// The percentage claimed, where one is.
    pub claimed: Option<String>,
    /// From the edition and year that the study used.
    pub used: Option<FoundPhrase>,
    /// The same year as it is known now.
    pub revised: Option<FoundPhrase>,
    /// The newest year.
    pub newest: Option<FoundPhrase>,
}

/// How many claims have which verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// All.
    pub claims: usize,
    /// By verdict: hold, held then, imprecise, not testable.
    pub verdicts: [usize; 4],
}

/// A country's part at one stage, and who leads there.
#[derive(Debug, Clone, Copy)]
pub struct StagePhrase<'a> {
    /// The country.
    pub country: &'a str,
    /// Its part; none where the source gives it nothing.
    pub share: Option<&'a str>,
    /// What of: "refined cobalt".
    pub supply: &'a str,
    /// Its place, where it has one.
    pub rank: Option<&'a str>,
    /// Who leads, where that is somebody else, and with what part.
    pub leader: Option<(&'a str, &'a str)>,
    /// Edition and period.
    pub from: &'a str,
}

/// Every phrase of the view.
#[derive(Debug)]
pub struct StudyWords {
    /// The view's heading.
    pub title: &'static str,
    /// What comes of the claims together.
    pub finding: fn(Tally) -> String,
    /// Which study, and how it is known.
    pub about: &'static str,
    /// The verdicts: holds, held then, imprecise, not testable.
    pub verdicts: [&'static str; 4],
    /// A claim as a sentence.
    pub sentence: fn(&str) -> String,
    /// Words of a claim's card.
    pub card: CardWords,
    /// Words of the walk through the study.
    pub walk: WalkWords,
    /// Words about what the study left open.
    pub open: OpenWords,
}

/// Words of a claim's card.
#[derive(Debug)]
pub struct CardWords {
    /// Heading of the cards.
    pub heading: &'static str,
    /// Column: whose figure.
    pub whose: &'static str,
    /// Column: the part of supply.
    pub part: &'static str,
    /// Column: the place.
    pub place: &'static str,
    /// Column: whether the claim agrees.
    pub agrees: &'static str,
    /// It does.
    pub yes: &'static str,
    /// It does not.
    pub no: &'static str,
    /// Row: as the study has it.
    pub reported: &'static str,
    /// Row: the edition that the study used; edition, year.
    pub used: fn(&str, u16) -> String,
    /// Row: the same year in a later edition.
    pub revised: fn(&str, u16) -> String,
    /// Row: the newest.
    pub newest: fn(&str, u16) -> String,
    /// Why a claim about supply has its verdict.
    pub reason: fn(&ClaimPhrase) -> String,
    /// The same for partners: those with whom agreements were read, those with whom none was.
    pub partners: fn(&[String], &[String]) -> String,
    /// The same where no public figure decides.
    pub nothing: &'static str,
    /// When a percentage agrees.
    pub share_rule: &'static str,
    /// When a supplier counts as dominant; from what part on.
    pub dominant_rule: fn(&str) -> String,
    /// When a supplier is the largest.
    pub largest_rule: &'static str,
    /// When partners are partners.
    pub partners_rule: &'static str,
    /// Heading of the country's part stage by stage.
    pub stages: &'static str,
    /// A country at a stage.
    pub stage: fn(StagePhrase) -> String,
    /// Where the claim was read.
    pub read_in: &'static str,
    /// That it was read in an account only.
    pub secondary: &'static str,
    /// Heading of the links.
    pub links: &'static str,
    /// Link: the map of the edition used.
    pub map_then: fn(&str, u16) -> String,
    /// Link: the newest map.
    pub map_now: fn(&str, u16) -> String,
    /// Link: who depends on it.
    pub dependence: fn(&str) -> String,
    /// Link: what if the country stops.
    pub shock: fn(&str, &str) -> String,
    /// Link: the alliances of an importer.
    pub alliances: fn(&str) -> String,
}

/// Words of the walk through the study.
#[derive(Debug)]
pub struct WalkWords {
    /// Heading.
    pub heading: &'static str,
    /// How to go on by keyboard.
    pub help: &'static str,
    /// To the step before.
    pub previous: &'static str,
    /// To the next step.
    pub next: &'static str,
    /// Which step of how many.
    pub place: fn(usize, usize) -> String,
    /// What the bars show: supply, edition, year.
    pub bars: fn(&str, &str, &str) -> String,
    /// The first step's heading and text.
    pub start: (&'static str, fn(Tally) -> String),
    /// A percentage: heading and text.
    pub share: fn(&ClaimPhrase) -> (String, String),
    /// A dominant supplier.
    pub dominant: fn(&ClaimPhrase) -> (String, String),
    /// The largest reserves, with the same country's part of mining.
    pub largest: fn(&ClaimPhrase, Option<StagePhrase>) -> (String, String),
    /// Mined and refined: the mineral, the country at mining, the leader at refining.
    pub refined: fn(&ClaimPhrase, StagePhrase) -> (String, String),
    /// Partners: how many agreements the importer has, with how many countries.
    pub partners: fn(&str, usize, usize) -> (String, String),
    /// The last step.
    pub end: (&'static str, &'static str),
    /// A step's link: to the figure on its own.
    pub see: &'static str,
}

/// Something that the study left open.
#[derive(Debug, Clone, Copy)]
pub struct OpenWord {
    /// A word for links and tests.
    pub id: &'static str,
    /// The question.
    pub question: &'static str,
    /// Where it is taken up and how.
    pub taken_up: &'static str,
    /// The link's text.
    pub link: &'static str,
}

/// Words about what the study left open.
#[derive(Debug)]
pub struct OpenWords {
    /// Heading.
    pub heading: &'static str,
    /// What the answers are.
    pub note: &'static str,
    /// Whether partnerships work.
    pub effectiveness: OpenWord,
    /// What they cost people and nature.
    pub burden: OpenWord,
    /// What a dominant supplier does in return.
    pub counter: OpenWord,
    /// Whether agreements overlap.
    pub overlap: OpenWord,
}
