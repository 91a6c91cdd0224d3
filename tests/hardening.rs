//! What the page never does with what comes from outside, whoever writes the next line of it.

use std::fs;
use std::path::{Path, PathBuf};

/// What makes HTML or code of a string.
const MAKERS: [&str; 12] = [
    "inner_html",
    "innerHTML",
    "outer_html",
    "outerHTML",
    "insert_adjacent_html",
    "insertAdjacentHTML",
    "document.write",
    "createContextualFragment",
    "DOMParser",
    "srcdoc",
    "eval(",
    "new Function",
];

/// What keeps something of the reader beyond the page. The service worker keeps files of the page and nothing else.
const KEEPERS: [&str; 6] = [
    "localStorage",
    "local_storage",
    "sessionStorage",
    "session_storage",
    "indexedDB",
    "document.cookie",
];

/// The places that do, each of a text of the build's and none from outside: while the build writes the first view, a
/// chart of shipped figures, never in a browser; an embed's styles, whose name the build wrote; and
/// the single file's own document, which the build packed into it.
const OF_THE_BUILD: [(&str, &str); 3] = [
    (
        "src/app/plot.rs",
        "view! { <div class=class inner_html=svg></div> }",
    ),
    (
        "boot.js",
        "if (embed) document.write('<link rel=\"stylesheet\" href=\"ADIT_DRESS\">');",
    ),
    (
        "enclosed.js",
        "const built = new DOMParser().parseFromString(await words('document'), 'text/html');",
    ),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let code = path
            .extension()
            .is_some_and(|ending| ending == "rs" || ending == "js" || ending == "html");
        if path.is_dir() {
            sources(&path, found);
        } else if code {
            found.push(path);
        }
    }
}

/// Every line of the page's own code that is no remark, with its file.
fn lines() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    for entry in fs::read_dir(root).expect("the root") {
        let path = entry.expect("an entry").path();
        if path
            .extension()
            .is_some_and(|ending| ending == "js" || ending == "html")
        {
            files.push(path);
        }
    }
    assert!(files.len() > 200, "only {} sources found", files.len());
    let read = |path: PathBuf| {
        let name = path
            .strip_prefix(root)
            .expect("within")
            .display()
            .to_string();
        let text = fs::read_to_string(&path).expect("a source");
        let lines = text.lines().map(|line| line.trim().to_owned());
        let said = lines.filter(|line| !line.starts_with("//"));
        said.map(|line| (name.clone(), line)).collect::<Vec<_>>()
    };
    files.into_iter().flat_map(read).collect()
}

#[test]
fn no_html_and_no_code_is_made_of_strings() {
    let mut by_the_build = 0;
    for (file, line) in lines() {
        // The build's program is none of the page's.
        if file.starts_with("src/bin/prerender") {
            continue;
        }
        if OF_THE_BUILD.contains(&(file.as_str(), line.as_str())) {
            by_the_build += 1;
            continue;
        }
        for maker in MAKERS {
            assert!(!line.contains(maker), "{file}: {line}");
        }
    }
    assert_eq!(
        by_the_build,
        OF_THE_BUILD.len(),
        "an exception is gone: take it out here too"
    );
    let plot = include_str!("../src/app/plot.rs");
    let before = plot.split("inner_html").next().expect("a beginning");
    let last = before
        .rmatch_indices("#[cfg(")
        .next()
        .expect("a condition")
        .0;
    assert!(before[last..].starts_with("#[cfg(feature = \"prerender\")]"));
}

#[test]
fn nothing_of_the_reader_is_kept_in_the_browser() {
    for (file, line) in lines() {
        for keeper in KEEPERS {
            assert!(!line.contains(keeper), "{file}: {line}");
        }
    }
}
