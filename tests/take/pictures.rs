//! Pictures: that other programs read them, that all is said in them, and that nothing of it is cut off.

use std::sync::Arc;

use adit::draw::Theme;
use adit::take::{Drawing, Kind, Picture, Size};
use resvg::usvg::{self, Group, Node, roxmltree};

use crate::{PAGE, PICTURES, VIEWS, outlines, taken};

/// Sizes in which every figure is looked at: narrow, as printed in an article, and as other sites ask for them.
fn sizes() -> Vec<Size> {
    [360, 720]
        .map(Size::wide)
        .into_iter()
        .chain(Size::NAMED)
        .collect()
}

fn of(link: &str, kind: Kind) -> &'static Picture {
    let found = PICTURES
        .iter()
        .find(|(one, which, _)| *one == link && *which == kind);
    &found.expect("a picture").2
}

fn svg(picture: &Picture, size: Size, theme: Theme) -> (String, (u32, u32)) {
    picture.svg(size, &outlines(), theme).expect("an SVG")
}

/// The words of a picture, in its order.
fn words(svg: &str) -> String {
    let document = roxmltree::Document::parse(svg).expect("XML");
    let texts = document
        .descendants()
        .filter(|node| node.has_tag_name("text"));
    let texts: Vec<&str> = texts
        .filter_map(|node| node.text())
        .map(str::trim)
        .collect();
    texts.join(" ")
}

#[test]
fn every_figure_is_a_picture_in_every_size_with_title_finding_source_licence_and_link() {
    for (link, kind, picture) in PICTURES.iter() {
        for size in sizes() {
            for theme in [Theme::LIGHT, Theme::DARK] {
                let (svg, (wide, tall)) = svg(picture, size, theme);
                let name = format!("{link} {kind:?} {}", size.word());
                assert!(
                    !svg.contains("var("),
                    "{name}: a file of its own has no style sheet"
                );
                let document = roxmltree::Document::parse(&svg).expect("XML");
                let root = document.root_element();
                let attribute = |name| root.attribute(name).and_then(|value| value.parse().ok());
                assert_eq!(attribute("width"), Some(wide), "{name}");
                assert_eq!(attribute("height"), Some(tall), "{name}");
                if size.word().contains('x') {
                    assert_eq!(format!("{wide}x{tall}"), size.word(), "{name}");
                }
                // Lines are broken anywhere only where a word does not fit; then without a space.
                let said = words(&svg).replace(' ', "");
                let says = |text: &str| said.contains(&text.replace(' ', ""));
                assert!(says(&picture.title), "{name}: no title in {said}");
                assert!(says(&picture.finding), "{name}: no finding in {said}");
                assert!(says(&picture.credit), "{name}: no source in {said}");
                assert!(says(PAGE), "{name}: no address in {said}");
                let whole = format!("{PAGE}?{link}").replace('&', "&amp;");
                assert!(
                    svg.contains(&whole),
                    "{name}: the description has the whole link"
                );
            }
        }
    }
}

#[test]
fn a_picture_says_what_the_page_says() {
    let picture = of(VIEWS[0], Kind::Ranking);
    let Drawing::Ranking(ranking) = &picture.drawing else {
        panic!("bars");
    };
    let (svg, _) = svg(picture, Size::wide(720), Theme::LIGHT);
    let said = words(&svg);
    for bar in &ranking.bars {
        assert!(said.contains(&bar.label), "{} in {said}", bar.label);
    }
    assert!(said.contains("73.9%"), "{said}");
}

/// The machine's fonts, as the command line loads them.
fn options() -> usvg::Options<'static> {
    let mut options = usvg::Options::default();
    let fonts = Arc::make_mut(&mut options.fontdb);
    fonts.load_system_fonts();
    let known = ["DejaVu Sans", "Noto Sans", "Liberation Sans", "Arial"];
    let family = known.into_iter().find(|family| {
        fonts
            .faces()
            .any(|face| face.families.iter().any(|(name, _)| name == family))
    });
    let family = family.expect("a font").to_owned();
    fonts.set_sans_serif_family(family.clone());
    options.font_family = family;
    options
}

/// The bounds of every text below a group: left, top, right, bottom.
fn bounds(group: &Group, found: &mut Vec<(String, [f32; 4])>) {
    for node in group.children() {
        match node {
            Node::Group(group) => bounds(group, found),
            Node::Text(text) => {
                let chunks = text.chunks().iter();
                let said: Vec<&str> = chunks.map(usvg::TextChunk::text).collect();
                let box_ = text.abs_bounding_box();
                let [left, top] = [box_.left(), box_.top()];
                found.push((said.concat(), [left, top, box_.right(), box_.bottom()]));
            }
            _ => {}
        }
    }
}

#[test]
fn no_word_of_a_picture_is_cut_off_in_the_widest_font() {
    let options = options();
    for (link, kind, picture) in PICTURES.iter() {
        for size in sizes() {
            let (svg, (wide, tall)) = svg(picture, size, Theme::LIGHT);
            let tree = usvg::Tree::from_str(&svg, &options).expect("a picture");
            let mut found = Vec::new();
            bounds(tree.root(), &mut found);
            assert!(found.len() > 4, "{link} {kind:?}: {} texts", found.len());
            let [wide, tall] = [wide, tall].map(f64::from);
            for (text, [left, top, right, bottom]) in found {
                let [left, top, right, bottom] = [left, top, right, bottom].map(f64::from);
                assert!(
                    left >= 0.0 && top >= 0.0 && right <= wide + 1.0 && bottom <= tall + 1.0,
                    "{link} {kind:?} {}: {text:?} at {left:.0} {top:.0} {right:.0} {bottom:.0} of {wide} × {tall}",
                    size.word()
                );
            }
        }
    }
}

#[test]
fn a_map_is_of_the_classes_of_the_view() {
    let picture = of(VIEWS[0], Kind::Map);
    let Drawing::Map(map) = &picture.drawing else {
        panic!("a map");
    };
    let (svg, _) = svg(picture, Size::wide(720), Theme::LIGHT);
    let document = roxmltree::Document::parse(&svg).expect("XML");
    let fill = |iso3: &str| {
        let mut nodes = document.descendants();
        let land = nodes.find(|node| node.attribute("id") == Some(iso3));
        land.and_then(|land| land.attribute("fill"))
            .expect("an outline")
            .to_owned()
    };
    assert_eq!(fill("COD"), "#571f09", "half of supply and more");
    assert_eq!(fill("DEU"), "#e9e6df", "not named");
    let outlined = outlines().lands.len();
    let drawn = document.descendants().filter(|node| {
        node.has_tag_name("path") && node.attribute("id").is_some_and(|id| id.len() == 3)
    });
    assert_eq!(drawn.count(), outlined, "every outline is drawn");
    let coloured = map
        .lands
        .iter()
        .filter(|land| land.class.starts_with("c s"));
    assert!(coloured.count() > 8, "holders of cobalt");
}

#[test]
fn a_picture_is_credited_to_the_sources_of_its_figures() {
    for (link, kind, picture) in PICTURES.iter() {
        let view = taken(link);
        let edition = &view.origins()[0];
        for part in [&edition.citation, &edition.licence] {
            assert!(
                picture.credit.contains(part.as_str()),
                "{link} {kind:?}: {}",
                picture.credit
            );
        }
        let is_map = matches!(picture.drawing, Drawing::Map(_));
        assert_eq!(
            picture.credit.contains("Natural Earth"),
            is_map,
            "{link} {kind:?}"
        );
    }
}
