//! The code for other pages: what it holds, and that its checksum is the script's.

use adit::embed::snippet::{
    HOST_INTEGRITY, HOST_SCRIPT, SANDBOX, Snippet, attribute, frame_id, host_script,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

const SNIPPET: Snippet<'static> = Snippet {
    page: "https://example.org/adit/",
    query: "mineral=lithium&embed=ranking",
    title: "Lithium: “white gold” & who mines it",
    height: 480,
};

/// The value of an attribute of the code.
fn value(name: &str) -> String {
    let html = SNIPPET.html();
    let (_, rest) = html
        .split_once(&format!(" {name}=\""))
        .unwrap_or_else(|| panic!("no {name} in {html}"));
    rest.split('"').next().expect("a closing mark").to_owned()
}

#[test]
fn the_frame_is_named_lazy_sandboxed_and_as_wide_as_its_column() {
    assert_eq!(
        value("title"),
        "Lithium: &#8220;white gold&#8221; &amp; who mines it"
    );
    assert_eq!(value("loading"), "lazy");
    assert_eq!(value("height"), "480");
    assert_eq!(value("style"), "width:0;min-width:100%;border:0");
    assert_eq!(value("sandbox"), SANDBOX);
    assert_eq!(value("referrerpolicy"), "no-referrer");
    assert_eq!(
        value("src"),
        "https://example.org/adit/?mineral=lithium&amp;embed=ranking"
    );
    // It would trap readers of large type where nothing listens for heights.
    assert!(!SNIPPET.html().contains("scrolling"));
    // It may never take the article elsewhere.
    assert!(!SANDBOX.contains("top-navigation"));
}

#[test]
fn the_frames_name_is_long_stable_and_of_its_link() {
    let id = frame_id(SNIPPET.query);
    assert_eq!(value("id"), format!("datawrapper-chart-{id}"));
    assert_eq!(id.len(), 11);
    assert_ne!(id, frame_id("mineral=lithium&embed=trend"));
    // By the published test vectors of FNV-1a: nothing is the offset basis.
    assert_eq!(u32::from_str_radix(&frame_id("")[4..], 36), Ok(0x811c_9dc5));
}

#[test]
fn nothing_from_a_title_becomes_code() {
    assert_eq!(attribute("\"><script>"), "&quot;&gt;&lt;script&gt;");
}

#[test]
fn the_script_for_heights_is_small_and_is_the_one_that_its_checksum_names() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/adit-host.js");
    let script = std::fs::read(file).expect("the script");
    assert!(script.len() < 2048, "{} bytes", script.len());
    let sum = format!("sha384-{}", STANDARD.encode(Sha384::digest(&script)));
    assert_eq!(
        HOST_INTEGRITY, sum,
        "write the new checksum into src/embed/snippet.rs"
    );
    let tag = host_script("https://example.org/adit/index.html");
    assert!(
        tag.contains(&format!("src=\"https://example.org/adit/{HOST_SCRIPT}\"")),
        "{tag}"
    );
    for example in ["index.html", "sandboxed.html"] {
        let file = format!("{}/examples/article/{example}", env!("CARGO_MANIFEST_DIR"));
        let article = std::fs::read_to_string(&file).expect("the example");
        let tag = host_script("https://example.org/adit/");
        assert!(
            article.contains(&tag),
            "{example} names another script than {tag}"
        );
    }
}
