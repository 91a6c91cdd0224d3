//! What readers cost whoever hosts the page: bytes and requests of a visit, and of a million.
//!
//! The table stands in `docs/hosting.md`, and the build writes it there anew once it is off by more than a fiftieth.

use std::fs;
use std::path::Path;

use super::compress::Part;
use super::{sizes, write};
use crate::command::Outcome;
use crate::steps::say;

/// Where the table stands.
const DOCUMENT: &str = "docs/hosting.md";
const BEGIN: &str = "<!-- cost: written by the build -->\n";
const END: &str = "<!-- cost: end -->";
/// An answer's headers, and an answer that nothing has changed, in bytes: about what nginx sends by the settings here.
const HEADERS: usize = 400;
/// How much a number may be off before the table is written anew.
const TOLERANCE: f64 = 0.02;

/// A way to meet the page.
struct Visit {
    name: &'static str,
    /// Answers with a body, and those bodies' bytes, compressed with brotli.
    bodies: usize,
    bytes: usize,
    /// Answers that nothing has changed.
    unchanged: usize,
}

/// Brings the document's table up to what was built.
pub(crate) fn document(root: &Path, html: &str, parts: &[Part]) -> Outcome {
    let path = root.join(DOCUMENT);
    let text = super::read(&path)?;
    let table = table(&visits(html, parts));
    let (before, rest) = text
        .split_once(BEGIN)
        .ok_or_else(|| format!("{DOCUMENT} has no place for the costs: {BEGIN}"))?;
    let (old, after) = rest
        .split_once(END)
        .ok_or_else(|| format!("{DOCUMENT} has no {END}"))?;
    if agree(old, &table) {
        return Ok(());
    }
    say(&format!("    {DOCUMENT}: the costs are written anew"));
    write(
        &path,
        [before, BEGIN, &table, END, after].concat().as_bytes(),
    )
}

/// Fills the policy into the examples of servers' settings.
pub(crate) fn settings(root: &Path, policy: &str) -> Outcome {
    let (from, to) = (root.join("hosting"), root.join("target/hosting"));
    fs::create_dir_all(&to).map_err(|error| format!("{}: {error}", to.display()))?;
    for path in super::entries(&from)? {
        let filled = super::read(&path)?.replace("ADIT_POLICY", policy);
        write(
            &to.join(path.file_name().unwrap_or_default()),
            filled.as_bytes(),
        )?;
    }
    Ok(())
}

fn visits(html: &str, parts: &[Part]) -> Vec<Visit> {
    let of = |is_it: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let them = parts.iter().filter(|part| is_it(&part.name));
        them.map(|part| part.brotli).collect()
    };
    let is_first = |name: &str| sizes::is_first(html, name);
    let is_page = |name: &str| name == "index.html";
    let keeps = |name: &str| name == "sw.js" || name.starts_with("offline-");
    let is_rest = |name: &str| name.starts_with("adit-desk-") || name.starts_with("data-");
    let visit = |name, sizes: &[usize], unchanged| Visit {
        name,
        bodies: sizes.len(),
        bytes: sizes.iter().sum(),
        unchanged,
    };
    let first = of(&is_first);
    let page = of(&is_page);
    let rest = [of(&keeps), of(&is_rest)].concat();
    let frames = of(&|name| name.starts_with("adit-frame-") || name.ends_with("-host.js"));
    // Each frame has a link of its own, so that browsers keep a document for each; all else is fetched once.
    let eight = [first.clone(), page.repeat(7), frames].concat();
    vec![
        visit("first visit, until usable", &first, 0),
        visit(
            "the rest, kept in the background for every view offline",
            &rest,
            0,
        ),
        visit("a later visit, nothing changed", &[], 2),
        visit(
            "a later visit, another version of the programs",
            &[&first[..], &of(&keeps)].concat(),
            0,
        ),
        visit("an article with eight frames", &eight, 0),
        visit("the same article again", &[], 8),
        visit(
            "the single file",
            &of(&|name| name == super::bundle::NAME),
            0,
        ),
    ]
}

fn table(visits: &[Visit]) -> String {
    let mut lines = vec![
        "| | requests | with a body | kB | a million, GB |".to_owned(),
        "|---|---:|---:|---:|---:|".to_owned(),
    ];
    for visit in visits {
        let Visit {
            name,
            bodies,
            bytes,
            unchanged,
        } = visit;
        let requests = bodies + unchanged;
        let total = bytes + requests * HEADERS;
        let kilobytes = format!("{}.{}", total / 1000, total % 1000 / 100);
        // A million times a kilobyte is a gigabyte.
        lines.push(format!(
            "| {name} | {requests} | {bodies} | {kilobytes} | {kilobytes} |"
        ));
    }
    lines.join("\n") + "\n"
}

/// Whether two tables say the same in words, and nearly the same in numbers.
fn agree(old: &str, new: &str) -> bool {
    let (old, new): (Vec<&str>, Vec<&str>) = (cells(old).collect(), cells(new).collect());
    let near = |(old, new): (&&str, &&str)| match (old.parse::<f64>(), new.parse::<f64>()) {
        (Ok(old), Ok(new)) => (old - new).abs() <= TOLERANCE * new,
        _ => old == new,
    };
    old.len() == new.len() && old.iter().zip(&new).all(near)
}

fn cells(table: &str) -> impl Iterator<Item = &str> {
    table.split(['|', '\n']).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, brotli: usize) -> Part {
        Part {
            name: name.to_owned(),
            raw: brotli,
            brotli,
            gzip: brotli,
        }
    }

    #[test]
    fn frames_share_all_but_their_documents() {
        let parts = [
            part("index.html", 30_000),
            part("adit-page-0123456789abcdef.js", 6_000),
            part("adit-frame-1.js", 1_000),
            part("adit-desk-1-host.js", 500),
            part("data-1/methods.bin", 9_000),
        ];
        let visits = visits(
            "import './adit-page-0123456789abcdef' './adit-frame-1.js'",
            &parts,
        );
        let eight = visits
            .iter()
            .find(|visit| visit.name.contains("eight"))
            .unwrap();
        assert_eq!(eight.bytes, 8 * 30_000 + 6_000 + 1_000 + 500);
        assert_eq!(eight.bodies, 8 + 3);
        assert_eq!((visits[0].bodies, visits[0].bytes), (2, 36_000));
    }

    #[test]
    fn a_table_is_written_anew_when_its_numbers_or_its_words_no_longer_hold() {
        let table = "| a | 100.0 |\n";
        assert!(agree(table, "| a | 101.0 |\n"));
        assert!(!agree(table, "| a | 103.0 |\n"));
        assert!(!agree(table, "| b | 100.0 |\n"));
        assert!(!agree("", table));
    }

    #[test]
    fn the_document_has_a_place_for_the_table() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let text = crate::build::read(&root.join(DOCUMENT)).unwrap();
        let (_, rest) = text.split_once(BEGIN).unwrap();
        assert!(rest.contains(END));
    }
}
