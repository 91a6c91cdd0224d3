//! Packages and citations.

use std::io::{Cursor, Read as _};
use std::process::Command;

use adit::draw::Theme;
use adit::take::{Day, Entry, MARK, Size, VERSION};
use zip::ZipArchive;

use crate::{PAGE, VIEWS, outlines, taken};

fn day() -> Day {
    Day::read("2026-02-06").expect("a day")
}

/// The package of a view, with its pictures as SVG.
fn package(link: &str) -> Vec<u8> {
    let view = taken(link);
    let address = format!("{PAGE}?{link}");
    let pictures = view.kinds().filter_map(|kind| {
        let picture = view.picture(kind, &address).ok()?;
        let (svg, _) = picture
            .svg(Size::wide(720), &outlines(), Theme::LIGHT)
            .ok()?;
        Some((format!("picture/{}.svg", kind.word()), svg.into_bytes()))
    });
    let pictures: Vec<Entry> = pictures.collect();
    view.archive(pictures, &address, day()).expect("a package")
}

/// Every entry of a package, read back: its checksum is compared on the way.
fn entries(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a ZIP file");
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).expect("an entry");
            let mut held = Vec::new();
            file.read_to_end(&mut held).expect("its checksum fits");
            (file.name().expect("a name").into_owned(), held)
        })
        .collect()
}

#[test]
fn a_package_holds_pictures_data_sources_licences_and_citation() {
    for link in VIEWS {
        let view = taken(link);
        let held = entries(&package(link));
        let text = |name: &str| {
            let file = format!("{}/{name}", view.name());
            let found = held.iter().find(|(known, _)| *known == file);
            let (_, bytes) = found.unwrap_or_else(|| panic!("{link}: no {file}"));
            String::from_utf8(bytes.clone()).expect("text")
        };
        let readme = text("README.txt");
        for part in [
            &view.title(),
            &view.finding(),
            VERSION,
            "6 February 2026",
            &format!("{PAGE}?{link}"),
        ] {
            assert!(
                readme.contains(part),
                "{link}: {part} is missing in\n{readme}"
            );
        }
        let (sources, licences) = (text("SOURCES.txt"), text("LICENCE.txt"));
        for origin in view.origins() {
            for part in [&origin.citation, &origin.licence] {
                assert!(
                    sources.contains(part.as_str()),
                    "{link}: {part} in {sources}"
                );
                assert!(
                    licences.contains(part.as_str()),
                    "{link}: {part} in {licences}"
                );
            }
            if let Some(address) = origin.link() {
                assert!(sources.contains(&address), "{link}: {address}");
            }
        }
        assert!(text("CITATION.txt").contains(&view.title()), "{link}");
        assert!(text("citation.bib").starts_with("@misc{adit-"), "{link}");
        assert_eq!(
            text("data/figures.json").trim(),
            view.json().expect("figures"),
            "{link}"
        );
        for table in view.tables() {
            let csv = text(&format!("data/{}.csv", table.file));
            assert_eq!(csv, format!("{MARK}{}", table.csv()), "{link}");
        }
        let pictures = held
            .iter()
            .filter(|(name, _)| name.contains("/picture/"))
            .count();
        let drawn = view
            .kinds()
            .filter(|kind| view.drawing(*kind).is_ok())
            .count();
        assert_eq!(pictures, drawn, "{link}");
    }
}

#[test]
fn another_program_opens_a_package() {
    let file = std::env::temp_dir().join(format!("adit-package-{}.zip", std::process::id()));
    std::fs::write(&file, package(VIEWS[0])).expect("a file");
    // Where there is no such program, the entries were read back by the test above.
    if let Ok(output) = Command::new("python3")
        .args(["-m", "zipfile", "-t"])
        .arg(&file)
        .output()
    {
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            output.status.success() && !said.contains("corrupted"),
            "{said}"
        );
    }
    std::fs::remove_file(file).expect("cleared away");
}

#[test]
fn a_citation_names_view_program_editions_link_and_day() {
    for link in VIEWS {
        let view = taken(link);
        let address = format!("{PAGE}?{link}");
        let citation = view.citation(&address, day());
        let (text, entry) = (citation.text(), citation.bibtex());
        let first = &view.origins()[0].citation;
        for part in [
            view.title().as_str(),
            VERSION,
            first,
            &address,
            "6 February 2026",
        ] {
            assert!(text.contains(part), "{link}: {part} is missing in {text}");
        }
        for part in [VERSION, &address, "2026-02-06"] {
            assert!(entry.contains(part), "{link}: {part} is missing in {entry}");
        }
        // Braces close in order, and the key is one that every program takes.
        let depth =
            entry
                .replace("\\{", "")
                .replace("\\}", "")
                .chars()
                .fold(0_i32, |depth, letter| {
                    let depth = depth + i32::from(letter == '{') - i32::from(letter == '}');
                    assert!(depth >= 0, "{entry}");
                    depth
                });
        assert_eq!(depth, 0, "{entry}");
        let key = entry
            .trim_start_matches("@misc{")
            .split(',')
            .next()
            .expect("a key");
        assert!(
            key.chars()
                .all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '-'),
            "{key}"
        );
    }
}
