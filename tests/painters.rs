//! Painters, tested as SVG: what is drawn, where, and in which colour.

use adit::data::embedded;
use adit::draw::{
    Bars, Colour, Frontier as FrontierPainter, Histogram, Lanes, Lines, Painter, Path, Points,
    to_svg,
};
use adit::figure::{
    Context, Frontier, FrontierMark, LossDistribution, PathLine, Place, PlaceRow, Places, Point,
    Ranking, Scatter, SupplyPath, Trend,
};
use adit::i18n::EN;
use adit::state::{ViewState, query};

const WIDTH: u32 = 520;

fn state(link: &str) -> ViewState {
    let decoded = query::decode(link, embedded().expect("valid data"));
    assert!(decoded.problems.is_empty(), "{:?}", decoded.problems);
    decoded.state
}

fn context(link: &str) -> Context<'static> {
    Context::of(embedded().expect("valid data"), &EN, state(link))
}

/// The filled rectangles of a picture in a colour: left, top, width, height.
fn rectangles(svg: &str, colour: Colour) -> Vec<[f64; 4]> {
    let fill = format!("fill=\"var({})\"", colour.token());
    svg.split("<rect ")
        .skip(1)
        .filter(|rect| {
            rect.split("/>")
                .next()
                .is_some_and(|rect| rect.contains(&fill))
        })
        .map(|rect| ["x", "y", "width", "height"].map(|name| attribute(rect, name)))
        .collect()
}

fn attribute(element: &str, name: &str) -> f64 {
    let start = element.find(&format!("{name}=\"")).expect("the attribute") + name.len() + 2;
    let value = element[start..].split('"').next().expect("a value");
    value.parse().expect("a number")
}

/// The texts of a picture, in the order in which they are drawn.
fn texts(svg: &str) -> Vec<String> {
    svg.split("<text")
        .skip(1)
        .filter_map(|text| {
            text.split_once('>')?
                .1
                .split('<')
                .next()
                .map(|t| t.trim().to_owned())
        })
        .collect()
}

#[test]
fn bars_are_as_long_as_their_shares() {
    let ranking = Ranking::build(&context("mineral=cobalt&edition=mcs2024"));
    let svg = to_svg::<Bars>(&ranking, WIDTH).expect("a picture");
    let bars = rectangles(&svg, Colour::Accent);
    let named: Vec<_> = ranking.bars.iter().filter(|bar| !bar.unnamed).collect();
    assert_eq!(bars.len(), named.len(), "one bar a supplier");
    for (bar, drawn) in named.iter().zip(&bars) {
        let expected = bars[0][2] * bar.share.fraction() / named[0].share.fraction();
        assert!(
            (drawn[2] - expected).abs() <= 1.0,
            "{}: {} wide, not {expected}",
            bar.name,
            drawn[2]
        );
        assert!(
            (drawn[0] - bars[0][0]).abs() < f64::EPSILON,
            "bars start on one line"
        );
    }
    assert!(
        bars.windows(2).all(|pair| pair[1][1] > pair[0][1]),
        "each bar below the one before"
    );
}

#[test]
fn every_bar_has_its_name_and_its_value() {
    let ranking = Ranking::build(&context("mineral=tungsten&edition=mcs2024"));
    let texts = texts(&to_svg::<Bars>(&ranking, WIDTH).expect("a picture"));
    assert_eq!(&texts[..2], ["China", "80.8%"]);
    assert_eq!(texts.len(), 2 * ranking.bars.len());
}

#[test]
fn what_nobody_is_named_for_is_hatched_and_not_filled() {
    let ranking = Ranking::build(&context("mineral=copper&edition=mcs2024"));
    let last = ranking.bars.last().expect("bars");
    assert!(last.unnamed, "copper has other countries");
    let svg = to_svg::<Bars>(&ranking, WIDTH).expect("a picture");
    assert_eq!(
        rectangles(&svg, Colour::Accent).len(),
        ranking.bars.len() - 1
    );
    let line = format!("stroke=\"var({})\"", Colour::Second.token());
    assert!(svg.matches(&line).count() > 5, "slanted lines fill the bar");
}

#[test]
fn nothing_is_drawn_outside_the_picture() {
    for link in [
        "",
        "mineral=lithium",
        "mineral=gold&stage=reserves",
        "mineral=germanium&stage=refine&edition=ec2023",
    ] {
        let svg = to_svg::<Bars>(&Ranking::build(&context(link)), WIDTH).expect("a picture");
        for [left, top, width, height] in rectangles(&svg, Colour::Accent) {
            assert!(left >= 0.0 && top >= 0.0 && left + width <= f64::from(WIDTH));
            assert!(
                top + height <= Bars::HEIGHT,
                "{link}: a bar ends at {}",
                top + height
            );
        }
    }
}

#[test]
fn the_trend_draws_a_line_a_country_and_marks_each_year() {
    let trend = Trend::build(&context("mineral=cobalt"));
    let svg = to_svg::<Lines>(&trend, WIDTH).expect("a picture");
    let texts = texts(&svg);
    for year in &trend.years {
        assert!(texts.contains(&year.to_string()), "{year} is not marked");
    }
    for line in &trend.lines {
        assert!(
            texts.iter().any(|text| text.starts_with(&line.name)),
            "{} has no name",
            line.name
        );
    }
    assert!(svg.contains(&format!("stroke=\"var({})\"", Colour::Accent.token())));
}

#[test]
fn one_year_makes_no_trend_and_no_picture() {
    let trend = Trend::build(&context("mineral=germanium&stage=refine&edition=ec2023"));
    assert_eq!(trend.years.len(), 1);
    assert_eq!(trend.summary, EN.notes.no_trend);
    let svg = to_svg::<Lines>(&trend, WIDTH).expect("an empty picture");
    assert!(texts(&svg).is_empty());
}

#[test]
fn the_style_sheet_and_the_painters_agree_on_colours() {
    let css = include_str!("../style.css");
    let light = css
        .split(":root[data-theme=\"dark\"]")
        .next()
        .expect("light first");
    let dark = css
        .split(":root[data-theme=\"dark\"]")
        .nth(1)
        .expect("then dark");
    let dark = dark.split('}').next().expect("a block");
    for colour in Colour::ALL {
        for (theme, block) in [
            (adit::draw::Theme::LIGHT, light),
            (adit::draw::Theme::DARK, dark),
        ] {
            let (red, green, blue) = theme.rgb(colour);
            let line = format!("{}: #{red:02x}{green:02x}{blue:02x};", colour.token());
            assert!(block.contains(&line), "style.css lacks {line}");
        }
    }
}

/// The centres of a picture's filled circles in a colour.
fn circles(svg: &str, colour: Colour) -> Vec<(f64, f64)> {
    let fill = format!("fill=\"var({})\"", colour.token());
    let circles = svg.split("<circle ").skip(1);
    circles
        .filter(|circle| {
            circle
                .split("/>")
                .next()
                .is_some_and(|circle| circle.contains(&fill))
        })
        .map(|circle| (attribute(circle, "cx"), attribute(circle, "cy")))
        .collect()
}

fn point(name: &str, importance: f64, risk: f64) -> Point {
    Point {
        name: name.to_owned(),
        importance,
        risk,
        between: Some((risk * 0.9, risk * 1.1)),
        critical: risk >= 1.0 && importance >= 2.8,
    }
}

fn scatter(points: Vec<Point>) -> Scatter {
    Scatter {
        points,
        thresholds: (2.8, 1.0),
        across: "across",
        up: "up",
        summary: String::new(),
    }
}

#[test]
fn points_lie_by_their_numbers_and_critical_ones_stand_out() {
    let points = vec![
        point("High", 6.0, 4.0),
        point("Middle", 4.0, 2.0),
        point("Low", 2.0, 0.5),
    ];
    let svg = to_svg::<Points>(&scatter(points), WIDTH).expect("a picture");
    let critical = circles(&svg, Colour::Accent);
    let others = circles(&svg, Colour::Second);
    assert_eq!((critical.len(), others.len()), (2, 1));
    let (middle, high, low) = (critical[0], critical[1], others[0]);
    assert!(
        low.0 < middle.0 && middle.0 < high.0,
        "importance runs across"
    );
    assert!(low.1 > middle.1 && middle.1 > high.1, "risk runs up");
    // Equal steps of importance are equal steps across, within a pixel.
    assert!(((high.0 - middle.0) - (middle.0 - low.0)).abs() <= 1.0);
    let named = texts(&svg);
    for name in ["High", "Middle", "Low", "across", "up"] {
        assert!(
            named.contains(&name.to_owned()),
            "{name} is missing: {named:?}"
        );
    }
}

#[test]
fn names_without_room_are_left_out_and_no_point_is() {
    let crowd = (0..30).map(|at| {
        point(
            &format!("A long name {at}"),
            5.0,
            3.0 + f64::from(at) / 100.0,
        )
    });
    let svg = to_svg::<Points>(&scatter(crowd.collect()), WIDTH).expect("a picture");
    assert_eq!(circles(&svg, Colour::Accent).len(), 30);
    let named = texts(&svg)
        .iter()
        .filter(|text| text.starts_with("A long"))
        .count();
    assert!((1..30).contains(&named), "{named} names");
}

#[test]
fn places_run_from_the_riskiest_to_the_least_risky() {
    let place = |rank| {
        Some(Place {
            rank,
            between: Some((rank, rank + 1)),
            of: 11,
        })
    };
    let row = PlaceRow {
        name: "Cobalt".to_owned(),
        places: vec![None, place(1), None, None, None, None],
        spread: 0.0,
    };
    let last = PlaceRow {
        places: vec![None, place(11), None, None, None, None],
        ..row.clone()
    };
    let places = Places {
        rows: vec![row, last],
        methods: vec!["one", "two"],
        ends: ["first", "last"],
        summary: String::new(),
    };
    let svg = to_svg::<Lanes>(&places, WIDTH).expect("a picture");
    // The first of the method's signs is the legend's.
    let signs = circles(&svg, Colour::Second);
    let [.., first, last] = signs[..] else {
        panic!("{signs:?}")
    };
    assert!((first.0 - 148.0).abs() <= 1.0, "{first:?}");
    assert!((last.0 - f64::from(WIDTH - 10)).abs() <= 1.0, "{last:?}");
    assert!(last.1 > first.1);
    assert!((places.rows[0].places[1].expect("a place").way(6) - 0.5).abs() < 1e-12);
}

/// A year of use: a quarter lost from the fourth month to the ninth.
fn use_of_a_year() -> SupplyPath {
    let lost = |month: usize| if (3..9).contains(&month) { 0.75 } else { 1.0 };
    SupplyPath {
        lines: vec![PathLine {
            name: "This scenario".to_owned(),
            use_left: (0..12).map(lost).collect(),
        }],
        simulated: None,
        ticks: vec![(0, "2025".to_owned())],
        summary: "Use falls by a quarter".to_owned(),
    }
}

/// The points of a picture's lines in a colour, line by line.
fn polylines(svg: &str, colour: Colour) -> Vec<Vec<(f64, f64)>> {
    let stroke = format!("stroke=\"var({})\"", colour.token());
    let lines = svg.split("<polyline ").skip(1);
    lines
        .filter(|line| {
            line.split("/>")
                .next()
                .is_some_and(|line| line.contains(&stroke))
        })
        .map(|line| {
            let start = line.find("points=\"").expect("points") + 8;
            let points = line[start..]
                .split('"')
                .next()
                .expect("points")
                .split_whitespace();
            points
                .map(|point| {
                    let (x, y) = point.split_once(',').expect("a point");
                    (x.parse().expect("a number"), y.parse().expect("a number"))
                })
                .collect()
        })
        .collect()
}

#[test]
fn use_that_is_lost_lies_as_far_below_the_whole_as_its_part() {
    let svg = to_svg::<Path>(&use_of_a_year(), WIDTH).expect("a picture");
    let lines = polylines(&svg, Colour::Accent);
    assert_eq!(lines.len(), 1, "one line a scenario");
    let heights: Vec<f64> = lines[0].iter().map(|(_, y)| *y).collect();
    let (top, low) = (heights[0], heights[8]);
    let whole = polylines(&svg, Colour::Line)[0][0].1 - top;
    assert!(((low - top) / whole - 0.25).abs() < 0.01, "{heights:?}");
    assert!(
        lines[0].windows(2).all(|pair| pair[0].0 <= pair[1].0),
        "months run to the right"
    );
}

#[test]
fn a_band_is_drawn_only_where_something_was_simulated() {
    let mut path = use_of_a_year();
    let polygons = |path: &SupplyPath| {
        let svg = to_svg::<Path>(path, WIDTH).expect("a picture");
        svg.matches("<polygon").count()
    };
    assert_eq!(polygons(&path), 0);
    let mean = PathLine {
        name: "Mean".to_owned(),
        use_left: vec![0.8; 12],
    };
    path.simulated = Some((mean, vec![(0.7, 0.9); 12]));
    assert_eq!(polygons(&path), 1);
}

#[test]
fn losses_past_the_value_at_risk_are_told_apart_and_both_landmarks_are_named() {
    let losses = LossDistribution {
        parts: (0..50).map(|at| if at < 20 { 0.05 } else { 0.0 }).collect(),
        value_at_risk: 0.3,
        conditional: 0.36,
        names: ["VaR 30.0%".to_owned(), "CVaR 36.0%".to_owned()],
        across: "Loss",
        summary: "Losses".to_owned(),
    };
    let svg = to_svg::<Histogram>(&losses, WIDTH).expect("a picture");
    let (tail, body) = (
        rectangles(&svg, Colour::Accent),
        rectangles(&svg, Colour::Second),
    );
    assert_eq!((body.len(), tail.len()), (15, 5), "steps of two per cent");
    assert!(body.iter().all(|bar| bar[0] < tail[0][0]));
    let texts = texts(&svg);
    assert!(texts.contains(&"VaR 30.0%".to_owned()) && texts.contains(&"CVaR 36.0%".to_owned()));
}

#[test]
fn less_risk_lies_to_the_left_and_less_burden_lower_and_every_mix_is_named() {
    let mark = |name, risk, burden, main| FrontierMark {
        name,
        risk,
        burden,
        main,
    };
    let frontier = Frontier {
        line: vec![(0.4, 0.4), (0.6, 0.3), (1.2, 0.2)],
        light: vec![(0.4, 0.35), (0.6, 0.25)],
        marks: vec![
            mark("Least risky", 0.4, (0.35, 0.4), false),
            mark("Bought now", 1.0, (0.5, 0.5), false),
            mark("At this weight", 0.6, (0.25, 0.3), true),
        ],
        across: "Risk",
        up: "Burden",
        summary: "Risk against burden".to_owned(),
    };
    let svg = to_svg::<FrontierPainter>(&frontier, WIDTH).expect("a picture");
    let line = &polylines(&svg, Colour::Accent)[0];
    assert_eq!(line.len(), 3);
    assert!(
        line.windows(2)
            .all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1)
    );
    assert_eq!(svg.matches("<circle").count(), 3, "a point a mix");
    let texts = texts(&svg);
    for name in [
        "Least risky",
        "Bought now",
        "At this weight",
        "Risk",
        "Burden",
    ] {
        assert!(texts.contains(&name.to_owned()), "{name}: {texts:?}");
    }
}
