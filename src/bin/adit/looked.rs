//! Which view is taken away: from a link, or from options in the words of links.

use std::time::{SystemTime, UNIX_EPOCH};

use adit::data::Dataset;
use adit::draw::Theme;
use adit::state::{View, ViewState, percent, query};
use adit::take::{Day, Outlines, Size, Taken};

use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::question;
use crate::take_arguments::{Looked, Looks};

/// The most draws that are worth their time.
const MOST_DRAWS: u32 = 2_000;

/// The outlines as `cargo xtask data` writes them.
static SHAPES: &str = include_str!("../../../data/shapes.json");

/// The state asked about, in the view that a figure stands in; of options alone it is the map's.
pub(crate) fn state(data: &Dataset, asked: &Looked, view: Option<View>) -> Answer<ViewState> {
    if let Some(link) = &asked.link {
        let query = link
            .split_once('?')
            .map_or(link.as_str(), |(_, query)| query);
        let query = query.split('#').next().unwrap_or_default();
        return question::of_query(data, query);
    }
    let which = &asked.which;
    let options = [
        ("view", view.map(View::word)),
        ("mineral", which.mineral.as_deref()),
        ("stage", which.stage.as_deref()),
        ("edition", which.edition.as_deref()),
        ("year", which.year.as_deref()),
        ("importer", asked.importer.as_deref()),
    ];
    // The importer's own message names what there is.
    question::importer(data, asked.importer.as_deref())?;
    let given = options
        .into_iter()
        .filter_map(|(key, value)| Some((key, value?)));
    let words: Vec<String> = given
        .map(|(key, value)| format!("{key}={}", percent::encoded(value)))
        .collect();
    question::of_query(data, &words.join("&"))
}

/// The view, with what is drawn of a shock.
pub(crate) fn taken<'a>(
    library: &'a Library,
    asked: &Looked,
    state: ViewState,
) -> Answer<Taken<'a>> {
    if asked.draws > MOST_DRAWS {
        return Err(Failure::usage(format!(
            "--draws {}: at most {MOST_DRAWS} are drawn",
            asked.draws
        )));
    }
    Ok(Taken::of(&library.sources(), state, None).drawn(asked.draws))
}

/// The address of the view.
pub(crate) fn link(data: &Dataset, asked: &Looked, state: &ViewState) -> String {
    let linked = asked.link.as_deref().filter(|link| link.contains("://"));
    let page = asked.page.as_deref().or(linked).unwrap_or_default();
    let page = page.split(['?', '#']).next().unwrap_or_default();
    format!("{page}?{}", query::encode(state, data))
        .trim_end_matches('?')
        .to_owned()
}

/// The day that is named, or today.
pub(crate) fn day(named: Option<&str>) -> Answer<Day> {
    let Some(named) = named else {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let days = now
            .map(|since| since.as_secs() / 86_400)
            .unwrap_or_default();
        return Day::after_1970(days).ok_or_else(|| {
            Failure::problem("this machine's clock is off; name the day by --accessed")
        });
    };
    Day::read(named).ok_or_else(|| {
        Failure::usage(format!(
            "--accessed {named}: write a day such as 2026-02-06"
        ))
    })
}

/// The outlines of countries.
pub(crate) fn outlines() -> Answer<Outlines> {
    Outlines::read(SHAPES).map_err(Failure::problem)
}

/// Outlines, colours, size and device pixels of pictures.
pub(crate) fn looks(asked: &Looks) -> Answer<(Outlines, Theme, Size, u32)> {
    let theme = match asked.theme.as_str() {
        "light" => Theme::LIGHT,
        "dark" => Theme::DARK,
        other => {
            return Err(Failure::usage(format!(
                "--theme {other}: unknown theme; write light or dark"
            )));
        }
    };
    let size = match &asked.size {
        Some(size) => Size::NAMED
            .into_iter()
            .find(|known| known.word() == *size)
            .ok_or_else(|| {
                let known = Size::NAMED.map(Size::word).join(", ");
                Failure::usage(format!(
                    "--size {size}: write one of {known}, or a width by --width"
                ))
            })?,
        None if Size::WIDTHS.contains(&asked.width) => Size::wide(asked.width),
        None => {
            return Err(Failure::usage(format!(
                "--width {}: a picture is {} to {} pixels wide",
                asked.width,
                Size::WIDTHS.start(),
                Size::WIDTHS.end()
            )));
        }
    };
    if !(1..=4).contains(&asked.scale) {
        return Err(Failure::usage(format!(
            "--scale {}: write 1, 2, 3 or 4",
            asked.scale
        )));
    }
    Ok((outlines()?, theme, size, asked.scale))
}
