//! Words of what readers take with them, and the English of each.

/// Words of the window.
#[derive(Debug)]
pub struct ShareWords {
    /// Its heading.
    pub heading: &'static str,
    /// The button that closes it.
    pub close: &'static str,
    /// Heading and name of the link.
    pub link: &'static str,
    /// The button that copies.
    pub copy: &'static str,
    /// What was copied.
    pub copied: &'static str,
    /// The clipboard that refused.
    pub refused: &'static str,
    /// What stands for the sources of the study's view, whose claims name their own.
    pub study_sources: &'static str,
}

/// In English.
pub const EN_SHARE: ShareWords = ShareWords {
    heading: "Share and take away",
    close: "Close",
    link: "Link to this view",
    copy: "Copy",
    copied: "Copied.",
    study_sources: "Each claim names its sources",
    refused: "The browser did not allow it; select the text and copy it by hand.",
};
