//! `adit render`, `package` and `cite`.

use std::fs;

use crate::program::{adit, answered, json};

/// What is said of a question that cannot be answered.
#[track_caller]
fn refused(arguments: &[&str], code: i32) -> String {
    let output = adit(arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    said
}

#[test]
fn render_prints_or_writes_a_picture() {
    let svg = answered(&["render", "--mineral", "tungsten"]);
    assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
    assert!(
        svg.contains("<title>") && !svg.contains("var("),
        "a file of its own has no style sheet"
    );
    assert_ne!(
        svg,
        answered(&["render", "--mineral", "tungsten", "--theme", "dark"])
    );
    let file = std::env::temp_dir().join(format!("adit-cli-{}.svg", std::process::id()));
    let path = file.to_str().expect("a path");
    let said = answered(&[
        "render",
        "--mineral",
        "tungsten",
        "--chart",
        "trend",
        "--out",
        path,
    ]);
    assert!(said.starts_with("wrote "), "{said}");
    assert!(
        fs::read_to_string(&file)
            .expect("a picture")
            .starts_with("<svg")
    );
    fs::remove_file(file).expect("cleared away");
    assert!(refused(&["render", "--out", "map.gif"], 2).contains("end the name in .svg or .png"));
    assert!(refused(&["render", "--width", "7"], 2).contains("200 to 4000"));
}

#[test]
fn every_chart_is_painted_and_those_of_an_importer_ask_for_one() {
    let importer = ["--importer", "EU"];
    for (chart, more, word) in [
        ("map", &[][..], "50% and more"),
        ("ranking", &[], "DR Congo"),
        ("trend", &[], "HHI"),
        ("flows", &importer, "Part of imports"),
        ("risk", &importer, "Niobium"),
        ("methods", &importer, "GeoPolRisk"),
    ] {
        let asked = [&["render", "--mineral", "cobalt", "--chart", chart], more].concat();
        let svg = answered(&asked);
        assert!(svg.starts_with("<svg") && svg.contains(word), "{chart}");
        assert_eq!(svg, answered(&asked), "{chart} is the same every time");
    }
    assert!(refused(&["render", "--chart", "risk"], 2).contains("name one by --importer"));
}

#[test]
fn a_map_has_every_country_in_its_class() {
    let svg = answered(&[
        "render",
        "--mineral",
        "cobalt",
        "--chart",
        "map",
        "--year",
        "2023",
    ]);
    let figures = json(&["figures", "--mineral", "cobalt", "--year", "2023"]);
    let shares = figures["shares"].as_array().expect("shares");
    let large = shares
        .iter()
        .filter(|row| row["share"].as_f64().is_some_and(|share| share >= 0.5));
    // The class's colour: its countries, and the legend.
    assert_eq!(svg.matches("fill=\"#571f09\"").count(), large.count() + 1);
}

#[test]
fn a_picture_in_dots_has_its_size_and_its_text() {
    let file = std::env::temp_dir().join(format!("adit-cli-{}.png", std::process::id()));
    let path = file.to_str().expect("a path");
    let asked = [
        "render", "--chart", "ranking", "--width", "400", "--scale", "3", "--out", path,
    ];
    assert!(answered(&asked).starts_with("wrote "));
    let bytes = fs::read(&file).expect("a picture");
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    let svg = answered(&["render", "--chart", "ranking", "--width", "400"]);
    let tall = svg
        .split("height=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let tall: u32 = tall.expect("a height").parse().expect("a number");
    assert_eq!(
        (number(16), number(20)),
        (1200, 3 * tall),
        "width and height of the header"
    );
    fs::remove_file(file).expect("cleared away");
}

#[test]
fn a_link_is_as_good_as_options_and_its_page_is_named() {
    let options = [
        "render",
        "--mineral",
        "tungsten",
        "--chart",
        "trend",
        "--page",
        "https://example.org/",
    ];
    let link = [
        "render",
        "--chart",
        "trend",
        "--link",
        "https://example.org/?mineral=tungsten#place",
    ];
    assert_eq!(answered(&options), answered(&link));
    let said = refused(&["render", "--link", "mineral=unobtainium"], 2);
    assert!(
        said.contains("--mineral unobtainium: unknown mineral"),
        "{said}"
    );
    let said = refused(&["render", "--link", "view=study", "--chart", "map"], 2);
    assert!(
        said.contains("the view study has no such figure; it has claim"),
        "{said}"
    );
    let said = refused(&["render", "--link", "view=data"], 2);
    assert!(said.contains("it has none"), "{said}");
    let both = refused(&["render", "--link", "", "--mineral", "cobalt"], 2);
    assert!(both.contains("cannot be used with"), "{both}");
}

#[test]
fn a_picture_for_another_site_has_the_size_that_it_asks_for() {
    let file = std::env::temp_dir().join(format!("adit-take-{}.png", std::process::id()));
    let path = file.to_str().expect("a path");
    let asked = [
        "render", "--chart", "map", "--size", "1200x628", "--scale", "2", "--out", path,
    ];
    assert!(answered(&asked).starts_with("wrote "));
    let picture = resvg::tiny_skia::Pixmap::load_png(&file).expect("a PNG");
    assert_eq!((picture.width(), picture.height()), (2400, 1256));
    // The ground in the corner; in the middle of the Congo, which holds most cobalt, its class.
    let at = |x: u32, y: u32| {
        let dot = picture.pixel(x, y).expect("a dot").demultiply();
        (dot.red(), dot.green(), dot.blue())
    };
    assert_eq!(at(2, 2), (0xfb, 0xfa, 0xf7));
    let dots = (0..picture.height()).flat_map(|y| (0..picture.width()).map(move |x| (x, y)));
    let dark = dots
        .filter(|(x, y)| at(*x, *y) == (0x57, 0x1f, 0x09))
        .count();
    assert!(dark > 500, "{dark} dots of the largest class");
    fs::remove_file(file).expect("cleared away");
    assert!(refused(&["render", "--size", "640x480"], 2).contains("write one of 1200x628"));
}

#[test]
fn a_package_is_written_and_its_day_may_be_named() {
    let file = std::env::temp_dir().join(format!("adit-take-{}.zip", std::process::id()));
    let path = file.to_str().expect("a path");
    let asked = [
        "package",
        "--importer",
        "EU",
        "--accessed",
        "2026-02-06",
        "--out",
        path,
    ];
    assert!(answered(&asked).starts_with("wrote "));
    let archive = zip::ZipArchive::new(fs::File::open(&file).expect("a file")).expect("a ZIP file");
    let names: Result<Vec<_>, _> = archive.file_names().collect();
    let names = names.expect("names");
    for ending in [
        "/picture/flows.png",
        "/picture/flows.svg",
        "/data/figures.json",
        "/citation.bib",
    ] {
        assert!(
            names.iter().any(|name| name.ends_with(ending)),
            "{ending} in {names:?}"
        );
    }
    fs::remove_file(file).expect("cleared away");
    assert!(refused(&["package", "--out", "view.rar"], 2).contains("end the name in .zip"));
    assert!(refused(&["cite", "--accessed", "soon"], 2).contains("write a day such as 2026-02-06"));
}

#[test]
fn a_citation_is_printed_as_text_or_for_bibtex() {
    let asked = [
        "cite",
        "--mineral",
        "tungsten",
        "--edition",
        "mcs2024",
        "--page",
        "https://example.org/",
    ];
    let text = answered(&[&asked[..], &["--accessed", "2026-02-06"]].concat());
    assert!(text.contains("Mineral Commodity Summaries 2024"), "{text}");
    assert!(
        text.contains("https://example.org/?mineral=tungsten&edition=mcs2024"),
        "{text}"
    );
    let today = answered(&[&asked[..], &["--bibtex"]].concat());
    assert!(
        today.starts_with("@misc{adit-map-tungsten-mine-mcs2024-"),
        "{today}"
    );
}
