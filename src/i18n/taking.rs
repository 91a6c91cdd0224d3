//! Words of the window's parts for pictures, data and citations.

/// Every phrase.
#[derive(Debug)]
pub struct TakingWords {
    /// Heading of the pictures.
    pub picture: &'static str,
    /// The view has no figure.
    pub no_figure: &'static str,
    /// The chooser of the figure.
    pub figure: &'static str,
    /// Each figure, in the order of all.
    pub kinds: [&'static str; 12],
    /// The chooser of the size.
    pub how_large: &'static str,
    /// A size: a width, or width and height.
    pub size: fn(&str) -> String,
    /// The chooser of device pixels.
    pub sharpness: &'static str,
    /// How many times.
    pub scale: fn(u32) -> String,
    /// The chooser of the colours.
    pub colours: &'static str,
    /// Light.
    pub light: &'static str,
    /// Dark.
    pub dark: &'static str,
    /// Downloads a PNG.
    pub png: &'static str,
    /// Downloads an SVG.
    pub svg: &'static str,
    /// Copies the picture.
    pub copy_picture: &'static str,
    /// The picture is in the clipboard.
    pub copied: &'static str,
    /// The clipboard takes no pictures.
    pub not_copied: &'static str,
    /// Passes the view on by the system's own way.
    pub pass_on: &'static str,
    /// A file was made.
    pub saved: &'static str,
    /// A file could not be made: why.
    pub refused: fn(&str) -> String,
    /// Heading of the data.
    pub data: &'static str,
    /// Downloads a table: its caption.
    pub csv: fn(&str) -> String,
    /// Downloads the figures.
    pub json: &'static str,
    /// Downloads everything.
    pub zip: &'static str,
    /// What everything is.
    pub zip_holds: &'static str,
    /// The archive is being made.
    pub packing: &'static str,
    /// The clock is off.
    pub no_clock: &'static str,
    /// Heading of the citation.
    pub cite: &'static str,
    /// Copies the citation.
    pub copy_text: &'static str,
    /// Copies the entry for BibTeX.
    pub copy_bibtex: &'static str,
    /// The entry for BibTeX.
    pub bibtex: &'static str,
}

/// In English.
pub const EN_TAKING: TakingWords = TakingWords {
    picture: "Picture",
    no_figure: "This view has no figure to take as a picture; open one of the others.",
    figure: "Figure",
    kinds: [
        "Map",
        "Ranking",
        "Over the years",
        "Risk and importance",
        "Where methods disagree",
        "Map of imports",
        "Map of the difference",
        "Use over the months",
        "How large the loss may be",
        "Map of agreements",
        "Risk and burden",
        "Bars beside the walk",
    ],
    how_large: "Size",
    size: |word| match word.split_once('x') {
        Some((wide, tall)) => format!("{wide} × {tall}"),
        None => format!("{word} wide"),
    },
    sharpness: "Pixels of a PNG",
    scale: |scale| format!("{scale}×"),
    colours: "Colours",
    light: "Light",
    dark: "Dark",
    png: "Download PNG",
    svg: "Download SVG",
    copy_picture: "Copy picture",
    copied: "Copied.",
    not_copied: "The browser did not let the picture be copied; download it instead.",
    pass_on: "Share…",
    saved: "Saved.",
    refused: |why| format!("It could not be made: {why}"),
    data: "Data",
    csv: |caption| format!("CSV: {caption}"),
    json: "JSON: all figures of the view",
    zip: "ZIP: everything",
    zip_holds: "The ZIP holds pictures, tables, figures, their sources and licences, and how to cite them.",
    packing: "Packing…",
    no_clock: "This device’s clock is off by decades; set it and try again.",
    cite: "Cite",
    copy_text: "Copy text",
    copy_bibtex: "Copy BibTeX",
    bibtex: "BibTeX",
};
