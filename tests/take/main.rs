//! What readers take with them: pictures, tables, packages and citations, from the page's code and the command line.

#[path = "../shared/program.rs"]
mod program;

mod colours;
mod command;
mod package;
mod pictures;
mod tables;

use std::sync::LazyLock;

use adit::data::{embedded, shipped};
use adit::risk::importer::Sources;
use adit::state::{ViewState, query};
use adit::take::{Kind, Outlines, Picture, Taken};

/// A view of every kind, with figures in it.
const VIEWS: [&str; 8] = [
    "mineral=cobalt&edition=mcs2024",
    "mineral=germanium&stage=refine&edition=ec2023",
    "view=minerals&importer=JPN",
    "view=dependence&mineral=nickel&importer=USA",
    "view=shock&mineral=gallium&importer=JPN&scenario=cut-off:CHN:gallium:refine:100:2025-04:12",
    "view=alliances&mineral=lithium",
    "view=alliances&mineral=tungsten",
    "view=study&step=2",
];

/// Where the page would stand.
const PAGE: &str = "https://example.org/adit/";

fn state(link: &str) -> ViewState {
    let decoded = query::decode(link, embedded().expect("valid data"));
    assert!(
        decoded.problems.is_empty(),
        "{link}: {:?}",
        decoded.problems
    );
    decoded.state
}

fn taken(link: &str) -> Taken<'static> {
    let sources = Sources {
        data: embedded().expect("valid data"),
        trade: Some(shipped::trade().expect("sound trade")),
        methods: Some(shipped::methods().expect("sound assessments")),
    };
    Taken::of(&sources, state(link), None).drawn(4)
}

fn outlines() -> Outlines {
    Outlines::read(include_str!("../../data/shapes.json")).expect("the shipped outlines")
}

/// A picture of every figure that the views have, made once.
static PICTURES: LazyLock<Vec<(&str, Kind, Picture)>> = LazyLock::new(|| {
    let mut pictures = Vec::new();
    for link in VIEWS {
        let taken = taken(link);
        let address = format!("{PAGE}?{link}");
        pictures.extend(taken.kinds().filter_map(|kind| {
            let picture = taken.picture(kind, &address).ok()?;
            Some((link, kind, picture))
        }));
    }
    pictures
});

#[test]
fn every_kind_of_figure_is_in_some_view() {
    for kind in Kind::ALL {
        assert!(PICTURES.iter().any(|(_, one, _)| *one == kind), "{kind:?}");
        assert_eq!(Kind::from_word(kind.word()), Some(kind));
    }
}

#[test]
fn a_figure_that_cannot_be_drawn_says_why() {
    let without = [
        (
            "mineral=germanium&stage=refine&edition=ec2023",
            Kind::Trend,
            "one period only",
        ),
        ("view=study", Kind::Claim, "step of the walk"),
        ("view=shock&mineral=gallium", Kind::Losses, "simulation"),
    ];
    for (link, kind, word) in without {
        let why = taken(link).drawing(kind).expect_err("nothing to draw");
        assert!(why.contains(word), "{link}: {why}");
    }
}
