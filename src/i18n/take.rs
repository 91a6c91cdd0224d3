//! Words of what readers take with them: sources, licences, citations, archives.

/// A citation, as it needs to be worded.
#[derive(Debug, Clone, Copy)]
pub struct Cited<'a> {
    /// The view's heading.
    pub title: &'a str,
    /// The program's version.
    pub version: &'a str,
    /// What the figures were computed from.
    pub sources: &'a str,
    /// The address of the view.
    pub link: &'a str,
    /// The day it was read.
    pub accessed: &'a str,
}

/// What is in an archive.
#[derive(Debug, Clone, Copy)]
pub struct Contents<'a> {
    /// The view's heading.
    pub title: &'a str,
    /// What it shows.
    pub finding: &'a str,
    /// The address of the view.
    pub link: &'a str,
    /// The program's version.
    pub version: &'a str,
    /// The day it was made.
    pub day: &'a str,
}

/// Every phrase.
#[derive(Debug)]
pub struct TakeWords {
    /// The view has nothing to take.
    pub nothing: &'static str,
    /// Nothing has been drawn of what else may happen.
    pub not_drawn: &'static str,
    /// The step of the walk has no bars.
    pub no_bars: &'static str,
    /// Who made a picture: the version.
    pub maker: fn(&str) -> String,
    /// Where a picture's figures come from: the sources.
    pub credit: fn(&str) -> String,
    /// The months.
    pub months: [&'static str; 12],
    /// A citation as text.
    pub cited: fn(Cited) -> String,
    /// What the figures were computed from.
    pub computed_from: fn(&str) -> String,
    /// What is in an archive.
    pub readme: fn(Contents) -> String,
    /// Which terms hold.
    pub terms: &'static str,
    /// A source of which the data give no address.
    pub no_address: &'static str,
    /// What a source is of: figures of supply.
    pub supply: &'static str,
    /// Trade.
    pub trade: &'static str,
    /// The Commission's inputs.
    pub assessment: &'static str,
    /// Governance.
    pub governance: &'static str,
    /// An agreement.
    pub agreement: &'static str,
    /// An indicator of burdens.
    pub burden: &'static str,
    /// An account of the study.
    pub claims: &'static str,
    /// The outlines.
    pub outlines: &'static str,
    /// The licence of what is no work of anyone's.
    pub fact: &'static str,
    /// Column: the rank by a method.
    pub rank_of: fn(&str) -> String,
    /// Column: the lower end of something.
    pub from: fn(&str) -> String,
    /// Column: the upper end of something.
    pub until: fn(&str) -> String,
    /// Column: the part of the need that nobody would send.
    pub shortage: &'static str,
    /// Column: a claim.
    pub claim: &'static str,
    /// Column: what becomes of it.
    pub verdict: &'static str,
}

/// In English.
pub const EN_TAKE: TakeWords = TakeWords {
    nothing: "This view has no figure; open one of the others.",
    not_drawn: "Nothing has been drawn of what else may happen; let the simulation run first.",
    no_bars: "This step of the walk has no figure; go to one that has.",
    maker: |version| format!("Adit {version}"),
    credit: |sources| format!("Source: {sources}"),
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    cited: |cited| {
        let Cited {
            title,
            version,
            sources,
            link,
            accessed,
        } = cited;
        format!("“{title}.” Adit {version}. Computed from {sources}. {link} (accessed {accessed}).")
    },
    computed_from: |sources| format!("Computed from {sources}"),
    readme: |contents| {
        let Contents {
            title,
            finding,
            link,
            version,
            day,
        } = contents;
        format!(
            "{title}\n\n{finding}\n\n\
             View:    {link}\n\
             Program: Adit {version}\n\
             Made on: {day}\n\n\
             SOURCES.txt   where the figures come from: edition, licence, address\n\
             LICENCE.txt   which terms hold for which part\n\
             CITATION.txt  how to cite this, as text\n\
             citation.bib  the same for BibTeX\n\
             data/         the view's tables as CSV (UTF-8, decimal points, no thousands separators; percentages are\n\
             \u{20}             fractions, as the heads of the columns say) and all of its figures as JSON\n\
             picture/      the view's figures as SVG and PNG\n\n\
             The same figures come from the command line: adit package --link \"{link}\" --out again.zip\n"
        )
    },
    terms: "Each source's own terms hold for the figures that come from it. Adit adds no terms of its own to the\n\
            pictures, tables and texts that it makes of them; where a licence asks for attribution, name the source,\n\
            and say that figures were computed from it.",
    no_address: "no address in the data",
    supply: "Production and reserves",
    trade: "Trade",
    assessment: "Inputs of supply risk",
    governance: "Political stability",
    agreement: "Agreement",
    burden: "Burden",
    claims: "Account of the study",
    outlines: "Outlines of the map",
    fact: "facts read there; no text of it is shown",
    rank_of: |method| format!("Rank by {method}"),
    from: |what| format!("{what}, from"),
    until: |what| format!("{what}, to"),
    shortage: "Nobody would send",
    claim: "Claim",
    verdict: "Verdict",
};
