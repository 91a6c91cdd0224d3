//! Writes the page's first view into the built `index.html`, so that it reads before any code arrives.
//!
//! Called by trunk after a build (`Trunk.toml`), with the folder of the build in `TRUNK_STAGING_DIR`. Two comments of
//! the document are replaced: one by the lines that are no country's, the other by the page's components as HTML, with
//! the outline of every country written into its element.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use adit::app::Page;
use adit::state::View;
use leptos::prelude::*;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use serde::Deserialize;

/// Where borders, graticule and the like go.
const LINES: &str = "<!--adit:lines-->";
/// Where the first view goes.
const FIRST_VIEW: &str = "<!--adit:first-view-->";

/// The script that other pages name.
const HOST: &str = "adit-host.js";

/// What starts the programs.
const BOOT: &str = include_str!("../../boot.js");

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
    let staging = PathBuf::from(staging);
    let document = staging.join("index.html");
    let shapes = concat!(env!("CARGO_MANIFEST_DIR"), "/data/shapes.json");
    let read = |path: &Path| {
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let shapes: Shapes = serde_json::from_str(&read(shapes.as_ref())?)
        .map_err(|error| format!("data/shapes.json: {error}; cargo xtask data writes it anew"))?;
    let html = replaced(&read(&document)?, LINES, &definitions(&shapes))?;
    let html = replaced(&html, FIRST_VIEW, &outlined(&first_view(), &shapes)?)?;
    minify(&staging)?;
    let html = small(&html)?;
    let (desk, files) = (hashed(&staging)?, data_by_hash(&staging)?);
    let html = choosing(&html, &desk, &files)?;
    // What only a figure in another's page has come.
    let frame = named(&staging, "frame.js", "adit-frame", ".js")?;
    let dress = named(&staging, "embed.css", "adit-embed", ".css")?;
    let html = replaced(&html, "ADIT_FRAME", &frame)?;
    let html = replaced(&html, "ADIT_DRESS", &dress)?;
    std::fs::write(&document, html).map_err(|error| format!("{}: {error}", document.display()))
}

/// The document with its own styles and script less comments and indentation.
fn small(html: &str) -> Result<String, String> {
    let html = within(html, "<style", "</style>", |styles| {
        let mut sheet = StyleSheet::parse(styles, ParserOptions::default())
            .map_err(|error| error.to_string())?;
        sheet
            .minify(MinifyOptions::default())
            .map_err(|error| error.to_string())?;
        let options = PrinterOptions {
            minify: true,
            ..PrinterOptions::default()
        };
        Ok(sheet
            .to_css(options)
            .map_err(|error| error.to_string())?
            .code)
    })?;
    within(&html, "<script", "</script>", |script| {
        Ok(minifier::js::minify(script).to_string())
    })
}

/// The document with what stands in the first element of a kind written anew.
fn within(
    html: &str,
    begin: &str,
    end: &str,
    anew: impl Fn(&str) -> Result<String, String>,
) -> Result<String, String> {
    let start = html
        .find(begin)
        .and_then(|at| Some(at + html[at..].find('>')? + 1));
    let start = start.ok_or_else(|| format!("index.html has no {begin}>"))?;
    let length = html[start..]
        .find(end)
        .ok_or_else(|| format!("index.html has no {end}"))?;
    let (before, rest) = html.split_at(start);
    let (text, after) = rest.split_at(length);
    let text = anew(text).map_err(|error| format!("{begin}> of index.html: {error}"))?;
    Ok([before, &text, after].concat())
}

/// Takes comments and indentation out of the scripts, but for the one that others name with its checksum.
fn minify(staging: &Path) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}: {error}", staging.display());
    for entry in std::fs::read_dir(staging).map_err(told)? {
        let path = entry.map_err(told)?.path();
        let is_script = path.extension().is_some_and(|ending| ending == "js");
        if is_script && path.file_name().is_none_or(|name| name != HOST) {
            let script = std::fs::read_to_string(&path).map_err(told)?;
            std::fs::write(&path, minifier::js::minify(&script).to_string()).map_err(told)?;
        }
    }
    Ok(())
}

/// The document with a mark replaced, which must be there once.
fn replaced(html: &str, mark: &str, by: &str) -> Result<String, String> {
    match html.matches(mark).count() {
        1 => Ok(html.replacen(mark, by, 1)),
        count => Err(format!(
            "the document holds {mark} {count} times, but it must stand there once"
        )),
    }
}

/// The desk's program, its worker, what hears for it and its styles under a name that changes with what they hold, as trunk names the
/// map's; gives that name.
fn hashed(staging: &Path) -> Result<String, String> {
    let told = |error: std::io::Error| format!("the desk's program: {error}");
    let read = |name: &str| std::fs::read(staging.join(name)).map_err(told);
    let held = [
        read("adit-desk_bg.wasm")?,
        read("desk.css")?,
        read("worker.js")?,
        read("host.js")?,
    ]
    .concat();
    let name = format!("adit-desk-{}", hash(&held));
    for (from, ending) in [
        ("adit-desk.js", ".js"),
        ("adit-desk_bg.wasm", "_bg.wasm"),
        ("desk.css", ".css"),
        ("worker.js", "-worker.js"),
        ("host.js", "-host.js"),
    ] {
        std::fs::rename(staging.join(from), staging.join(format!("{name}{ending}")))
            .map_err(told)?;
    }
    let worker = staging.join(format!("{name}-worker.js"));
    let script = std::fs::read_to_string(&worker).map_err(told)?;
    std::fs::write(&worker, script.replace("./adit-desk", &format!("./{name}"))).map_err(told)?;
    Ok(format!("./{name}"))
}

/// The data in a folder whose name changes with them; gives that name.
fn data_by_hash(staging: &Path) -> Result<String, String> {
    let told = |error: std::io::Error| format!("the data: {error}");
    let mut files = vec![staging.join("data/methods.bin")];
    for entry in std::fs::read_dir(staging.join("data/trade")).map_err(told)? {
        files.push(entry.map_err(told)?.path());
    }
    files.sort();
    let mut held = Vec::new();
    for file in files {
        held.extend(std::fs::read(file).map_err(told)?);
    }
    let name = format!("data-{}", hash(&held));
    std::fs::rename(staging.join("data"), staging.join(&name)).map_err(told)?;
    Ok(format!("./{name}"))
}

/// Gives a file a name that changes with what it holds; gives that name.
fn named(staging: &Path, file: &str, begin: &str, end: &str) -> Result<String, String> {
    let told = |error: std::io::Error| format!("{file}: {error}");
    let from = staging.join(file);
    let name = format!(
        "{begin}-{}{end}",
        hash(&std::fs::read(&from).map_err(told)?)
    );
    std::fs::rename(from, staging.join(&name)).map_err(told)?;
    Ok(format!("./{name}"))
}

/// A name's part that changes with what is named: FNV-1a, as names need no more than to differ.
fn hash(held: &[u8]) -> String {
    let hash = held.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// The document with a script that starts the map's program or the desk's, by the link, in place of trunk's, which
/// starts the map's and fetches it ahead for every link.
fn choosing(html: &str, desk: &str, files: &str) -> Result<String, String> {
    let cut = |html: &str, from: &str, to: &str| {
        let start = html
            .find(from)
            .ok_or_else(|| format!("index.html has no {from}"))?;
        let length = html[start..]
            .find(to)
            .ok_or_else(|| format!("{from} has no {to}"))?;
        let end = start + length + to.len();
        Ok::<_, String>((
            html[start..end].to_owned(),
            [&html[..start], &html[end..]].concat(),
        ))
    };
    let (starting, html) = cut(html, "<script type=\"module\">", "</script>")?;
    let (_, html) = cut(&html, "<link rel=\"modulepreload\"", ">")?;
    let (_, html) = cut(&html, "<link rel=\"preload\"", ">")?;
    let name = starting
        .split('\'')
        .find_map(|part| part.strip_suffix(".js"));
    let map = name.ok_or("trunk's script names no program")?;
    let desk_views: Vec<&str> = View::ALL
        .into_iter()
        .filter(|view| *view != View::Map)
        .map(View::word)
        .collect();
    let script = BOOT
        .replace("ADIT_MAP", map)
        .replace("ADIT_DESK_VIEWS", &format!("{desk_views:?}"))
        .replace("ADIT_DESK", desk)
        .replace("ADIT_FILES", files);
    let script = format!("<script>{}</script>", minifier::js::minify(&script));
    Ok(html.replacen("</head>", &format!("{script}</head>"), 1))
}

/// The lines of the map that are no country's.
fn definitions(shapes: &Shapes) -> String {
    let lines = [
        ("borders", &shapes.borders),
        ("disputed", &shapes.disputed),
        ("graticule", &shapes.graticule),
        ("sphere", &shapes.sphere),
    ];
    lines
        .map(|(id, d)| format!("<path id=\"{id}\" d=\"{d}\"/>"))
        .concat()
}

/// The first view with every country's outline put into its element, which must be there once.
fn outlined(view: &str, shapes: &Shapes) -> Result<String, String> {
    let mut html = view.to_owned();
    for Outline { id, d } in &shapes.outlines {
        let name = format!("id=\"o-{id}\"");
        html = replaced(&html, &name, &format!("{name} d=\"{d}\""))?;
    }
    Ok(html.replace("></path>", "/>").replace(" class=\"\"", ""))
}

/// The components at the link without a query.
fn first_view() -> String {
    let owner = Owner::new();
    owner.with(|| {
        let page = view! { <Page data=adit::data::embedded() query=String::new() /> };
        page.to_html()
    })
}
