//! Words of certified links, and the English of each.

/// Words of a certified link's verdict, and of making one.
#[derive(Debug)]
pub struct CertificateWords {
    /// What the notice is.
    pub label: &'static str,
    /// While files are on their way.
    pub reading: &'static str,
    /// A file could not be fetched: its name and why.
    pub not_read: fn(&str, &str) -> String,
    /// All figures are as the link says: how many, engine and data.
    pub agrees: fn(usize, &str, &str) -> String,
    /// The engine, the data or both are others now: which, of how many figures how many differ.
    pub old: fn(bool, bool, usize, usize) -> String,
    /// The check does not fit.
    pub changed: &'static str,
    /// The check fits, and figures do not, though engine and data are the same.
    pub forged: &'static str,
    /// It cannot be read, and why.
    pub unreadable: fn(&str) -> String,
    /// What opens the list of figures that differ.
    pub details: &'static str,
    /// Columns of that list: figure, as certified, as computed here, difference.
    pub columns: [&'static str; 4],
    /// A figure by its word.
    pub figure: fn(&str) -> &str,
    /// What stands for what is absent.
    pub absent: &'static str,
    /// Heading of making one.
    pub heading: &'static str,
    /// What it is.
    pub about: &'static str,
    /// The button that makes it.
    pub make: &'static str,
    /// Name of the field that holds it.
    pub link: &'static str,
    /// Why there is none with the reader's own figures.
    pub not_of_own: &'static str,
}

/// In English.
pub const EN_CERTIFICATE: CertificateWords = CertificateWords {
    label: "What this link says of its figures",
    reading: "This link names its figures; they are being computed anew.",
    not_read: |name, why| {
        format!(
            "This link names its figures; they could not be computed anew, since {name} could not be fetched: {why}."
        )
    },
    agrees: |count, engine, data| {
        format!(
            "The figures are what this link says: {count} computed anew and the same (Adit {engine}, data {data})."
        )
    },
    old: |engine, data, differ, of| {
        let what = match (engine, data) {
            (true, true) => "with another version of Adit, from other data",
            (true, false) => "with another version of Adit",
            _ => "from other data",
        };
        let outcome = match differ {
            0 => format!("All {of} figures are the same here."),
            1 => format!("One of {of} figures is another here."),
            _ => format!("{differ} of {of} figures are others here."),
        };
        format!("This link was made {what}. {outcome}")
    },
    changed: "This link was changed after its figures were put into it: do not quote them from it. What is shown below \
              is computed here.",
    forged: "This link names figures that its own data do not give: do not quote them from it. What is shown below is \
             computed here.",
    unreadable: |why| format!("What this link says of its figures cannot be read: {why}."),
    details: "What differs",
    columns: ["Figure", "In the link", "Computed here", "Difference"],
    figure: |word| match word {
        "edition" => "Edition",
        "year" => "Year",
        "cr1" => "Largest share",
        "cr3" => "Three largest shares",
        "hhi" => "HHI",
        "hhi_wgi" => "HHI_WGI",
        "import_reliance" => "Import reliance",
        "ec_supply_risk" => "EC supply risk",
        "geopolrisk" => "GeoPolRisk",
        "need_covered" => "Need covered without the largest supplier",
        "minerals" => "Minerals",
        "minerals_with_ec_supply_risk" => "Minerals with an EC supply risk",
        "sum_of_ec_supply_risk" => "Sum of EC supply risks",
        "shortfall" => "Shortfall in the worst year",
        "world_shortfall" => "The world's shortfall in the worst year",
        "worst_shortfall" => "Shortfall in the worst month",
        "price" => "Price over the old one",
        "agreements" => "Agreements that count",
        "redundancy" => "Covered twice",
        "before" => "Risk without agreements",
        "after" => "Risk with agreements",
        "gain_low" => "Least gain",
        "gain_high" => "Largest gain",
        "holds" => "Claims that hold",
        "held_then" => "Claims that held then",
        "imprecise" => "Claims that are imprecise",
        "not_testable" => "Claims that cannot be tested",
        other => other,
    },
    absent: "absent",
    heading: "Link with its figures",
    about: "A longer link that names the main figures of this view, the data and the version. Whoever opens it, here or \
            with adit verify, is told whether they still are what it says. It is no signature: it finds slips, edits \
            and figures that have become old.",
    make: "Make the link",
    link: "Link with its figures",
    not_of_own: "Figures of your own are in no link, and so they cannot be named in one.",
};
