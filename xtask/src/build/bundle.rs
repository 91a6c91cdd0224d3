//! The single file: everything that the desk's program needs, in one document that opens from disk.
//!
//! The file is declared in a character set of one byte a letter, so that packed bytes stand in it almost as they are;
//! base64 would make it a third longer. What is outside ASCII in the document itself is written as references.
//! `enclosed.js` is its other half.

use std::fs;
use std::path::Path;
use std::thread;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::enclose::{Part, filled, place, without_outlines};
use super::{ascii, csp, entries, one, replaced};
use crate::command::Outcome;
use crate::steps::say;

/// The file's name in the page's folder.
pub(crate) const NAME: &str = "adit.html";
/// The most that the file may weigh, in bytes.
const LIMIT: usize = 2_500_000;
/// What starts the file.
const START: &str = include_str!("../../../enclosed.js");

/// How the parts are packed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// Soon, however large: for trying things.
    Least,
    /// As small as can be, and within the limit.
    Most,
}

/// Writes the single file beside the page that it is made of, and says what it weighs.
pub(crate) fn write(dist: &Path, effort: Effort) -> Outcome {
    let html = super::read(&dist.join("index.html"))?;
    let mut parts = packed(files(dist)?, effort)?;
    let document = document(&html, dist, &parts)?;
    // The file can write itself anew: it holds its own document too, as it is before any part is put in; and from it
    // the outlines come back, which would be long if they were not packed.
    let last = vec![("document".to_owned(), document.clone().into_bytes())];
    parts.extend(packed(last, effort)?);
    let file = filled(&without_outlines(&document), &parts)?;
    if effort == Effort::Most && file.len() > LIMIT {
        return Err(format!(
            "{NAME} has {} bytes, {} more than it may have",
            file.len(),
            file.len() - LIMIT
        ));
    }
    for Part { name, packed } in &parts {
        say(&format!("    {name:<16}  {:>9}", packed.len()));
    }
    say(&format!(
        "    {NAME:<16}  {:>9}, {} bytes below its limit of {LIMIT}",
        file.len(),
        LIMIT.saturating_sub(file.len())
    ));
    let path = dist.join(NAME);
    fs::write(&path, file).map_err(|error| format!("{}: {error}", path.display()))
}

/// The files that the desk's program reads and those that it is, by the names that it knows them by.
fn files(dist: &Path) -> Outcome<Vec<(String, Vec<u8>)>> {
    let glue = super::read(&one(dist, "adit-desk-", ".js")?)?;
    let worker = super::read(&one(dist, "adit-desk-", "-worker.js")?)?;
    let worker = plain(&glue, &worker)?;
    let data = one(dist, "data-", "")?;
    let mut files = vec![
        ("desk.js".to_owned(), glue.into_bytes()),
        ("worker.js".to_owned(), worker.into_bytes()),
        (
            "desk.css".to_owned(),
            bytes(&one(dist, "adit-desk-", ".css")?)?,
        ),
        (
            "desk.wasm".to_owned(),
            bytes(&one(dist, "adit-desk-", "_bg.wasm")?)?,
        ),
        ("methods.bin".to_owned(), bytes(&data.join("methods.bin"))?),
    ];
    for year in entries(&data.join("trade"))? {
        let name = year.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".bin") {
            files.push((format!("trade/{name}"), bytes(&year)?));
        }
    }
    Ok(files)
}

/// The worker's script with the program's own above it, as a plain script: browsers start no module in a worker of a
/// file from disk.
fn plain(glue: &str, worker: &str) -> Outcome<String> {
    let mut above = glue.to_owned();
    for (module, plain) in [
        ("export{initSync,__wbg_init as default};", ""),
        ("import.meta.url", "''"),
    ] {
        above = replaced(&above, module, plain)?;
    }
    for word in ["class", "function", "async function"] {
        above = above.replace(&format!("export {word} "), &format!("{word} "));
    }
    let (import, below) = worker.split_once(';').unwrap_or_default();
    let is_import = import.starts_with("import start from");
    let is_module = |text: &str| text.contains("export{") || text.contains("import{");
    if !is_import || is_module(&above) || is_module(below) {
        return Err(format!(
            "the worker's script is otherwise than {NAME} expects"
        ));
    }
    Ok(format!("{above}\nconst start=__wbg_init;{below}"))
}

/// Packs files, all at the same time.
fn packed(files: Vec<(String, Vec<u8>)>, effort: Effort) -> Outcome<Vec<Part>> {
    let pack = match effort {
        Effort::Least => xtask_compress::gzip,
        Effort::Most => xtask_compress::gzip_smallest,
    };
    let threads: Vec<_> = files
        .into_iter()
        .map(|(name, raw)| {
            thread::spawn(move || {
                let packed = pack(&raw).map_err(|error| format!("{name}: {error}"))?;
                Ok(Part { name, packed })
            })
        })
        .collect();
    let broke = |_| "the packing of a file broke off".to_owned();
    threads
        .into_iter()
        .map(|thread| thread.join().map_err(broke)?)
        .collect()
}

/// The page's document, with the single file's start in the place of its own, and room for the parts.
fn document(html: &str, dist: &Path, parts: &[Part]) -> Outcome<String> {
    let missing = |what: &str| format!("index.html has no {what}, which {NAME} begins with");
    let (before, rest) = html
        .rsplit_once("<script>(function(){const map=")
        .ok_or_else(|| missing("start of the programs"))?;
    let (_, after) = rest
        .split_once("</script>")
        .ok_or_else(|| missing("end of the programs' start"))?;
    let html = with_icon(&[before, after].concat(), dist)?;
    let room = parts.iter().map(|part| part.name.as_str());
    let room: String = room.chain(["document"]).map(place).collect();
    let html = html.replacen("</body>", &format!("{room}</body>"), 1);
    let head = format!(
        "<meta charset=\"windows-1252\">POLICY<meta name=\"adit:state\" content=\"\"><script>{}</script>",
        minifier::js::minify(START)
    );
    let html = ascii::document(&replaced(&html, "<meta charset=\"utf-8\">", &head)?);
    let policy = csp::enclosed(&html)?;
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    replaced(&html, "POLICY", &policy)
}

/// The document with its icon within.
fn with_icon(html: &str, dist: &Path) -> Outcome<String> {
    let icon = one(dist, "icon-", ".svg")?;
    let name = icon.file_name().unwrap_or_default().to_string_lossy();
    let within = format!(
        "data:image/svg+xml;base64,{}",
        STANDARD.encode(bytes(&icon)?)
    );
    replaced(html, &format!("./{name}"), &within)
}

fn bytes(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workers_script_is_no_module() {
        let glue = "export class A{}export function share(){}f(import.meta.url);\
                    export{initSync,__wbg_init as default};";
        let worker = "import start from'./adit-desk-1.js';start({});";
        assert_eq!(
            plain(glue, worker).unwrap(),
            "class A{}function share(){}f('');\nconst start=__wbg_init;start({});"
        );
        assert!(plain(&format!("import{{a}}from'b';{glue}"), worker).is_err());
    }
}
