//! `adit render`: a chart as SVG.

use std::fs;

use adit::draw::{Bars, Lines, Theme, to_svg_file};
use adit::figure::{Context, Ranking, Trend};
use adit::i18n::EN;

use crate::arguments::RenderTask;
use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::question;

/// Paints a chart, and prints it or writes it to a file.
pub(crate) fn run(task: &RenderTask) -> Answer {
    if !(200..=4000).contains(&task.width) {
        return Err(Failure::usage(format!(
            "--width {}: a chart is 200 to 4000 pixels wide",
            task.width
        )));
    }
    let theme = match task.theme.as_str() {
        "light" => Theme::LIGHT,
        "dark" => Theme::DARK,
        other => {
            return Err(Failure::usage(format!(
                "--theme {other}: unknown theme; write light or dark"
            )));
        }
    };
    let data = Library::open(task.data.as_deref())?.data;
    let state = question::state(&data, &task.which)?;
    let context = Context::of(&data, &EN, state);
    let svg = match task.chart.as_str() {
        "ranking" => to_svg_file::<Bars>(&Ranking::build(&context), task.width, theme),
        "trend" => to_svg_file::<Lines>(&Trend::build(&context), task.width, theme),
        other => {
            return Err(Failure::usage(format!(
                "--chart {other}: unknown chart; write ranking or trend"
            )));
        }
    };
    let svg = svg.map_err(Failure::problem)?;
    let Some(path) = &task.out else {
        return Ok(svg);
    };
    if path.extension().is_none_or(|ending| ending != "svg") {
        return Err(Failure::usage(format!(
            "--out {}: pictures are written as SVG; end the name in .svg",
            path.display()
        )));
    }
    fs::write(path, &svg)
        .map_err(|error| Failure::problem(format!("{}: {error}", path.display())))?;
    Ok(format!("wrote {} ({} bytes)", path.display(), svg.len()))
}
