//! Writes the page's first view into the built `index.html`, so that it reads before any code arrives.
//!
//! Called by trunk after a build (`Trunk.toml`), with the folder of the build in `TRUNK_STAGING_DIR`. Two comments of
//! the document are replaced: one by the outlines of all countries, each written once, the other by the page's
//! components as HTML.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use adit::app::Page;
use leptos::prelude::*;
use serde::Deserialize;

/// Where the outlines go.
const OUTLINES: &str = "<!--adit:outlines-->";
/// Where the first view goes.
const FIRST_VIEW: &str = "<!--adit:first-view-->";

/// The outlines as `cargo xtask data` writes them.
#[derive(Deserialize)]
struct Shapes {
    outlines: Vec<Outline>,
    borders: String,
    #[serde(default)]
    disputed: String,
    graticule: String,
    sphere: String,
}

#[derive(Deserialize)]
struct Outline {
    id: String,
    d: String,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("prerender: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .ok_or("TRUNK_STAGING_DIR is not set; this program is called by trunk after a build")?;
    let document = PathBuf::from(staging).join("index.html");
    let shapes = concat!(env!("CARGO_MANIFEST_DIR"), "/data/shapes.json");
    let read = |path: &std::path::Path| {
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let shapes: Shapes = serde_json::from_str(&read(shapes.as_ref())?)
        .map_err(|error| format!("data/shapes.json: {error}; cargo xtask data writes it anew"))?;
    let html = replaced(&read(&document)?, OUTLINES, &definitions(&shapes))?;
    let html = replaced(&html, FIRST_VIEW, &first_view())?;
    std::fs::write(&document, html).map_err(|error| format!("{}: {error}", document.display()))
}

/// The document with a mark replaced, which must be there once.
fn replaced(html: &str, mark: &str, by: &str) -> Result<String, String> {
    match html.matches(mark).count() {
        1 => Ok(html.replace(mark, by)),
        count => Err(format!(
            "index.html holds {mark} {count} times, but it must stand there once"
        )),
    }
}

/// Every line of the map, once.
fn definitions(shapes: &Shapes) -> String {
    let mut defs = String::new();
    let mut land = String::new();
    for Outline { id, d } in &shapes.outlines {
        // Writing to a string cannot fail.
        let _: std::fmt::Result = write!(defs, "<path id=\"o-{id}\" d=\"{d}\"/>");
        let _: std::fmt::Result = write!(land, "<use href=\"#o-{id}\"/>");
    }
    let lines = [
        ("borders", &shapes.borders),
        ("disputed", &shapes.disputed),
        ("graticule", &shapes.graticule),
        ("sphere", &shapes.sphere),
    ];
    for (id, d) in lines {
        let _: std::fmt::Result = write!(defs, "<path id=\"{id}\" d=\"{d}\"/>");
    }
    format!("{defs}<g id=\"land\">{land}</g>")
}

/// The components at the link without a query.
fn first_view() -> String {
    let owner = Owner::new();
    owner.with(|| {
        let page = view! { <Page data=adit::data::embedded() query=String::new() /> };
        page.to_html()
    })
}
