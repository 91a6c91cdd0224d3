//! What travels before the page is usable, part by part, against its budget.

use super::compress::Part;
use super::offline::is_hashed;

/// Bytes until the page is usable, brotli-compressed (the end-to-end tests hold it to the same).
const BUDGET: usize = 250_000;

/// The table that the build prints: the parts of the first visit, then what is fetched on demand.
pub(crate) fn table(html: &str, parts: &[Part]) -> String {
    let (first, later): (Vec<&Part>, Vec<&Part>) =
        parts.iter().partition(|part| is_first(html, &part.name));
    let width = parts
        .iter()
        .map(|part| part.name.len())
        .max()
        .unwrap_or(0)
        .max(20);
    let mut lines = vec![format!(
        "    {:<width$}  {:>9}  {:>9}  {:>9}",
        "part", "raw", "gzip", "brotli"
    )];
    lines.extend(first.iter().map(|part| line(part, width)));
    let total: usize = first.iter().map(|part| part.brotli).sum();
    let raw: usize = first.iter().map(|part| part.raw).sum();
    let gzip: usize = first.iter().map(|part| part.gzip).sum();
    lines.push(format!(
        "    {:<width$}  {raw:>9}  {gzip:>9}  {total:>9}",
        "until usable"
    ));
    lines.push(format!(
        "    {} of the budget's {BUDGET} bytes{}",
        percent(total),
        if total > BUDGET { ": PAST IT" } else { "" }
    ));
    if !later.is_empty() {
        lines.push("    fetched only when asked for:".to_owned());
        lines.extend(later.iter().map(|part| line(part, width)));
    }
    lines.join("\n")
}

/// The page itself and every file that it names, less the program of the views that are no first visit's, what it
/// tells a page that frames it, and what keeps it once it is usable.
pub(crate) fn is_first(html: &str, name: &str) -> bool {
    // The document names its programs without what follows their hash.
    let named = name.strip_suffix("_bg.wasm").or(name.strip_suffix(".js"));
    let named = named.filter(|named| is_hashed(named));
    let later = ["adit-desk", "adit-embed", "adit-frame", "offline"];
    name == "index.html"
        || (html.contains(named.unwrap_or(name))
            && !later.iter().any(|later| name.starts_with(later)))
}

fn line(part: &Part, width: usize) -> String {
    let Part {
        name,
        raw,
        brotli,
        gzip,
    } = part;
    format!("    {name:<width$}  {raw:>9}  {gzip:>9}  {brotli:>9}")
}

fn percent(total: usize) -> String {
    format!("{} %", total * 100 / BUDGET)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, brotli: usize) -> Part {
        Part {
            name: name.to_owned(),
            raw: brotli * 4,
            brotli,
            gzip: brotli * 2,
        }
    }

    #[test]
    fn only_what_the_page_names_counts_against_the_budget() {
        let parts = [
            part("index.html", 100_000),
            part("page-0123456789abcdef_bg.wasm", 100_000),
            part("fine.json", 1),
            part("adit-desk-1.js", 1_000_000),
        ];
        let table = table("import('./page-0123456789abcdef', './adit-desk-1')", &parts);
        assert!(table.contains("80 % of the budget"), "{table}");
        assert!(!table.contains("PAST IT"), "{table}");
    }

    #[test]
    fn past_the_budget_the_table_says_so() {
        assert!(table("", &[part("index.html", 250_001)]).contains("PAST IT"));
    }
}
