//! A page, a picture and an answer for embedding for each view as it opens by itself, in `share/`.

use std::path::Path;

use super::{read, replaced, write};
use crate::command::{self, Outcome};

/// Has the command line write them. With the address of the page's folder, cards and answers for embedding are among
/// them, which name whole addresses, and each mineral's map has its own; the first view's are named in the page.
pub(crate) fn write_all(root: &Path, dist: &Path, base: Option<&str>) -> Outcome {
    let mut adit = std::process::Command::new("cargo");
    adit.current_dir(root)
        .args([
            "run",
            "--quiet",
            "--no-default-features",
            "--features",
            "cli",
        ])
        .args(["--bin", "adit", "--", "pages", "--out"])
        .arg(dist.join("share"));
    let Some(base) = base else {
        return command::run(&mut adit);
    };
    command::run(adit.args(["--minerals", "--base", base]))?;
    let document = dist.join("index.html");
    let card = format!(
        "</title><meta property=\"og:image\" content=\"{base}share/map.png\">\
         <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{base}share/map.json\">"
    );
    let html = replaced(&read(&document)?, "</title>", &card)?;
    write(&document, html.as_bytes())
}
