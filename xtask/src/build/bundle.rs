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

use super::{ascii, csp, entries, one, replaced};
use crate::command::Outcome;
use crate::steps::say;

/// The file's name in the page's folder.
pub(crate) const NAME: &str = "adit.html";
/// The most that the file may weigh, in bytes.
const LIMIT: usize = 2_500_000;
/// What begins a byte that may not stand as it is.
const MARK: u8 = 0x1b;
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

/// A file within the file.
struct Part {
    name: String,
    packed: Vec<u8>,
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

/// The document without the outlines of elements that have an id.
fn without_outlines(document: &str) -> String {
    let mut pieces = document.split("\" d=\"");
    let mut written = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let last = written.rsplit_once('"').map_or("", |(before, _)| before);
        match piece.split_once('"') {
            Some((_, rest)) if last.ends_with("id=") => written.extend(["\"", rest]),
            _ => written.extend(["\" d=\"", piece]),
        }
    }
    written
}

/// The element that a part is put into.
fn place(name: &str) -> String {
    format!("<script type=\"application/octet-stream\" id=\"file:{name}\"></script>")
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

/// The document with every part in its place.
fn filled(document: &str, parts: &[Part]) -> Outcome<Vec<u8>> {
    let mut file = Vec::with_capacity(LIMIT);
    let mut rest = document;
    for Part { name, packed } in parts {
        let place = place(name);
        let (before, after) = rest
            .split_once(&place)
            .ok_or_else(|| format!("{NAME} has no place for {name}"))?;
        let (opening, closing) = place.split_at(place.len() - "</script>".len());
        file.extend([before, opening].concat().bytes());
        file.extend(escaped(packed));
        file.extend(closing.bytes());
        rest = after;
    }
    file.extend(rest.bytes());
    Ok(file)
}

/// Bytes as they may stand in an element: none that a reader of HTML drops, joins or takes for a tag.
fn escaped(packed: &[u8]) -> Vec<u8> {
    let mut written = Vec::with_capacity(packed.len() + packed.len() / 32);
    for (at, &byte) in packed.iter().enumerate() {
        // Only these two make a tag or a comment of what they follow.
        let is_tag = byte == b'<' && matches!(packed.get(at + 1), Some(b'/' | b'!') | None);
        if is_tag || matches!(byte, 0 | b'\r' | MARK) {
            written.extend([MARK, byte ^ 0x40]);
        } else {
            written.push(byte);
        }
    }
    written
}

fn bytes(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_byte_of_a_part_can_end_its_element_or_be_lost_by_a_reader_of_html() {
        let all: Vec<u8> = (0..=u8::MAX).collect();
        let written = escaped(&all);
        assert_eq!(written.len(), 256 + 3);
        assert!(!written.iter().any(|byte| matches!(byte, 0 | b'\r')));
        for tag in [&b"</script>"[..], b"<!--", b"a<"] {
            assert!(!escaped(tag).contains(&b'<'), "{tag:?}");
        }
        let mut read = Vec::new();
        let mut bytes = written.into_iter();
        while let Some(byte) = bytes.next() {
            read.push(match byte {
                MARK => bytes.next().unwrap() ^ 0x40,
                other => other,
            });
        }
        assert_eq!(read, all);
    }

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

    #[test]
    fn outlines_go_with_their_ids_and_no_others() {
        let document =
            "<path id=\"o-A\" d=\"M1\"/><path class=\"b\" d=\"M2\"/><path id=\"c\" d=\"\"/>";
        assert_eq!(
            without_outlines(document),
            "<path id=\"o-A\"/><path class=\"b\" d=\"M2\"/><path id=\"c\"/>"
        );
    }

    #[test]
    fn parts_stand_in_their_places_in_any_bytes() {
        let document = format!("<body>{}{}</body>", place("a"), place("b"));
        let part = |name: &str, packed: &[u8]| Part {
            name: name.to_owned(),
            packed: packed.to_vec(),
        };
        let file = filled(&document, &[part("a", b"x</script>"), part("b", &[0xff])]).unwrap();
        let opening = "<script type=\"application/octet-stream\" id=\"file:";
        let first = format!("<body>{opening}a\">x\u{1b}|/script></script>{opening}b\">");
        let expected = [first.as_bytes(), &[0xff], b"</script></body>"];
        assert_eq!(file, expected.concat());
    }
}
