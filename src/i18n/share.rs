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
    /// Heading of the file that holds everything, and its button.
    pub save: &'static str,
    /// What is in it.
    pub save_about: &'static str,
    /// What is not in it.
    pub save_without: &'static str,
    /// It is being made.
    pub saving: &'static str,
    /// It was offered: its name and its size in bytes.
    pub saved: fn(&str, usize) -> String,
    /// It was not, and why.
    pub not_saved: fn(&str) -> String,
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
    save: "Save this view as a file",
    save_about: "One file of at most 2.5 MB with the program, all data and this view: it opens from disk in a browser, \
                 without a network or a server.",
    save_without: "Figures of your own are not in it; keep their file beside it.",
    saving: "Making the file…",
    saved: |name, size| {
        let tenths = size.div_ceil(10_000);
        format!("Saved as {name}, {}.{:02} MB.", tenths / 100, tenths % 100)
    },
    not_saved: |why| format!("The file could not be made: {why}."),
    study_sources: "Each claim names its sources",
    refused: "The browser did not allow it; select the text and copy it by hand.",
};
