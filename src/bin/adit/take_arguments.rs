//! What can be taken away: which view, and in which form.

use std::path::PathBuf;

use clap::Args;

use crate::arguments::Which;

/// Which view.
#[derive(Debug, Args)]
pub(crate) struct Looked {
    /// Link of the view: a whole address, or its query string; in place of the options that follow.
    #[arg(long, value_name = "LINK", conflicts_with_all = ["mineral", "stage", "edition", "year", "importer"])]
    pub(crate) link: Option<String>,
    #[command(flatten)]
    pub(crate) which: Which,
    /// Importer, for the views that are about one: an ISO 3166-1 alpha-3 code such as JPN, or a bloc such as EU.
    #[arg(long, value_name = "CODE")]
    pub(crate) importer: Option<String>,
    /// CSV file with figures of your own (see `adit template`), which then count in place of the sources'; or a folder
    /// with a whole data set in the schema of data/README.md.
    #[arg(long, value_name = "PATH")]
    pub(crate) data: Option<PathBuf>,
    /// Address of the page, for the links that are written; without it that of --link.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) page: Option<String>,
    /// Of a shock: how many draws of what else may happen, of 2,000 runs each; 0 leaves them out.
    #[arg(long, value_name = "NUMBER", default_value_t = adit::scenario::simulation::OUTER)]
    pub(crate) draws: u32,
}

/// How pictures look.
#[derive(Debug, Args)]
pub(crate) struct Looks {
    /// Colours: light or dark.
    #[arg(long, value_name = "THEME", default_value = "light")]
    pub(crate) theme: String,
    /// Width in CSS pixels; the height follows.
    #[arg(long, value_name = "PIXELS", default_value_t = 720)]
    pub(crate) width: u32,
    /// Size as other sites ask for it, in place of --width: 1200x628, 800x418 or 1080x1080.
    #[arg(long, value_name = "SIZE", conflicts_with = "width")]
    pub(crate) size: Option<String>,
    /// Of a PNG: device pixels a CSS pixel, 1 to 4.
    #[arg(long, value_name = "NUMBER", default_value_t = 2)]
    pub(crate) scale: u32,
}

/// `adit render`.
#[derive(Debug, Args)]
pub(crate) struct RenderTask {
    /// Figure: map, ranking (who supplies it) or trend (over the years); of an importer flows (whom it buys from), risk
    /// (supply risk and economic importance), methods (where they disagree), agreements (with whom) or burden (what less
    /// risk would ask); of a shock, by its link, shift (who supplies less), path (over the months) or losses (as drawn);
    /// of the study, by its link, claim. Without it the first of the view.
    #[arg(long, value_name = "FIGURE")]
    pub(crate) chart: Option<String>,
    #[command(flatten)]
    pub(crate) looked: Looked,
    #[command(flatten)]
    pub(crate) looks: Looks,
    /// File to write, ending in .svg or .png; without it the picture is printed as SVG.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// `adit package`.
#[derive(Debug, Args)]
pub(crate) struct PackageTask {
    #[command(flatten)]
    pub(crate) looked: Looked,
    #[command(flatten)]
    pub(crate) looks: Looks,
    /// Day that the package names, such as 2026-02-06; without it today, by this machine's clock.
    #[arg(long, value_name = "DAY")]
    pub(crate) accessed: Option<String>,
    /// File to write, ending in .zip.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

/// `adit cite`.
#[derive(Debug, Args)]
pub(crate) struct CiteTask {
    #[command(flatten)]
    pub(crate) looked: Looked,
    /// Day that the citation names, such as 2026-02-06; without it today, by this machine's clock.
    #[arg(long, value_name = "DAY")]
    pub(crate) accessed: Option<String>,
    /// For BibTeX.
    #[arg(long)]
    pub(crate) bibtex: bool,
}
