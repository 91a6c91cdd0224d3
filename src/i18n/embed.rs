//! Words of the code for other pages, and the English of each.

/// Words of the section that makes the code.
#[derive(Debug)]
pub struct EmbedWords {
    /// Its heading.
    pub heading: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Chooser of the figure.
    pub figure: &'static str,
    /// The whole view.
    pub whole: &'static str,
    /// A figure's heading and its view's title as one title.
    pub figure_of: fn(&str, &str) -> String,
    /// Chooser of which numbers.
    pub figures: &'static str,
    /// The newest.
    pub live: &'static str,
    /// Those of today.
    pub frozen: &'static str,
    /// Chooser of who gives the frame its height.
    pub heights: &'static str,
    /// A script of the other page.
    pub by_script: &'static str,
    /// Nobody.
    pub by_frame: &'static str,
    /// Chooser of colours.
    pub colours: &'static str,
    /// As the reader's system says; light; dark.
    pub themes: [&'static str; 3],
    /// Plain, static, transparent, without controls.
    pub flags: [&'static str; 4],
    /// Name of the code.
    pub code: &'static str,
    /// Where the script goes.
    pub script_about: &'static str,
    /// Name of the script's code.
    pub script: &'static str,
    /// The button that shows the frame, and the frame's name.
    pub preview: &'static str,
    /// What the preview is for.
    pub preview_about: &'static str,
}

/// In English.
pub const EN_EMBED: EmbedWords = EmbedWords {
    heading: "Put it into an article",
    about: "A frame as wide as its column. It needs no script, sets no cookies and asks no other host.",
    figure: "Show",
    whole: "The whole view",
    figure_of: |figure, view| format!("{view} – {figure}"),
    figures: "Figures",
    live: "The newest at any time",
    frozen: "Those of this edition and year",
    heights: "Height",
    by_script: "As much as it needs",
    by_frame: "As given, without a script",
    colours: "Colours",
    themes: ["As the reader’s system", "Light", "Dark"],
    flags: [
        "The figure without words around it",
        "A still picture",
        "See-through ground",
        "No controls",
    ],
    code: "Code for the article",
    script_about: "Sites that listen to Datawrapper’s, AMP’s or pym’s messages give the frame its height already. \
                   Others add this once to the page’s head:",
    script: "Script for the page’s head",
    preview: "Preview",
    preview_about: "The preview measures the height that stands in the code.",
};
