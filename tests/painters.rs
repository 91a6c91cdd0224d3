//! Painters, tested as SVG: what is drawn, where, and in which colour.

use adit::data::embedded;
use adit::draw::{Bars, Colour, Lines, Painter, to_svg};
use adit::figure::{Context, Ranking, Trend};
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
