//! `adit render`: a chart as a picture.

use std::ffi::OsStr;
use std::fs;

use adit::data::{Dataset, Importer, SupplyTable};
use adit::draw::{Bars, Lanes, Lines, Points, Theme, to_svg_file};
use adit::figure::{Context, FlowMap, MapFigure, Places, Ranking, Scatter, Trend, title};
use adit::i18n::{EN, EN_DESK};
use adit::report::{All, Figures, tables_at};
use adit::risk::importer::Case;
use adit::risk::intervals::{DRAWS, Draws, SEED};
use adit::state::ViewState;

use crate::arguments::RenderTask;
use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::map::{Picture, map_svg};
use crate::{png, question};

/// The charts, by name.
const CHARTS: &str = "map, ranking, trend, flows, risk or methods";

/// Paints a chart, and prints it or writes it to a file.
pub(crate) fn run(task: &RenderTask) -> Answer {
    if !(200..=4000).contains(&task.width) {
        return Err(Failure::usage(format!(
            "--width {}: a chart is 200 to 4000 pixels wide",
            task.width
        )));
    }
    if !(1..=4).contains(&task.scale) {
        return Err(Failure::usage(format!(
            "--scale {}: write 1, 2, 3 or 4",
            task.scale
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
    let library = Library::open(task.data.as_deref())?;
    let state = question::state(&library.data, &task.which)?;
    let svg = painted(task, &library, state, theme)?;
    let Some(path) = &task.out else {
        return Ok(svg);
    };
    let bytes = match path.extension().and_then(OsStr::to_str) {
        Some("svg") => svg.into_bytes(),
        Some("png") => png::of_svg(&svg, task.scale)?,
        _ => {
            return Err(Failure::usage(format!(
                "--out {}: pictures are SVG or PNG; end the name in .svg or .png",
                path.display()
            )));
        }
    };
    fs::write(path, &bytes)
        .map_err(|error| Failure::problem(format!("{}: {error}", path.display())))?;
    Ok(format!("wrote {} ({} bytes)", path.display(), bytes.len()))
}

/// The chart as the text of an SVG file.
fn painted(task: &RenderTask, library: &Library, state: ViewState, theme: Theme) -> Answer {
    let (data, width) = (&library.data, task.width);
    let context = Context::of(data, &EN, state);
    let svg = match task.chart.as_str() {
        "ranking" => to_svg_file::<Bars>(&Ranking::build(&context), width, theme),
        "trend" => to_svg_file::<Lines>(&Trend::build(&context), width, theme),
        "map" => {
            let map = MapFigure::build(&context);
            let picture = Picture {
                title: &title(&context),
                caption: &map.caption,
                legend: EN.controls.legend,
                classes: &map.classes,
                flows: &[],
            };
            return Ok(map_svg(data, &picture, width, theme));
        }
        "flows" => {
            let importer = importer(task, data)?;
            let sources = library.sources();
            let table = question::table(&sources, &state, &task.which, Some(importer));
            return Ok(flows(library, table, importer, width, theme));
        }
        "risk" | "methods" => {
            let importer = importer(task, data)?;
            let all = all(library, &state, importer);
            let name = data.importer_name(importer);
            if task.chart == "risk" {
                to_svg_file::<Points>(&Scatter::build(data, &all, name, &EN_DESK), width, theme)
            } else {
                to_svg_file::<Lanes>(&Places::build(data, &all, &EN, &EN_DESK), width, theme)
            }
        }
        other => {
            return Err(Failure::usage(format!(
                "--chart {other}: unknown chart; write {CHARTS}"
            )));
        }
    };
    svg.map_err(Failure::problem)
}

/// The map of what an importer buys where.
pub(crate) fn flows(
    library: &Library,
    table: &SupplyTable,
    importer: Importer,
    width: u32,
    theme: Theme,
) -> String {
    let (data, sources) = (&library.data, library.sources());
    let figures = Figures::of(&sources, &Case::of(&sources, table, Some(importer)));
    let map = FlowMap::build(data, importer, figures.importer.as_ref());
    let name = data.importer_name(importer);
    let title = (EN_DESK.desk.dependence_title)(name, &data.mineral(table.mineral).name);
    let source = match (data.own(), sources.trade) {
        (Some(own), _) => own.citation(),
        (None, Some(trade)) => trade.meta().source.clone(),
        (None, None) => String::new(),
    };
    let stage = (EN.stage_done)(table.stage);
    let picture = Picture {
        title: &title,
        caption: &format!("{stage}, {}; {source}", table.year),
        legend: EN_DESK.flows.legend,
        classes: &map.classes,
        flows: &map.flows,
    };
    map_svg(data, &picture, width, theme)
}

fn importer(task: &RenderTask, data: &Dataset) -> Answer<Importer> {
    question::importer(data, task.importer.as_deref())?.ok_or_else(|| {
        Failure::usage(format!(
            "--chart {} is about an importer; name one by --importer, such as EU or JPN",
            task.chart
        ))
    })
}

/// Every mineral at the state's stage, as the page shows them.
pub(crate) fn all(library: &Library, state: &ViewState, importer: Importer) -> All {
    let sources = library.sources();
    let asked = ViewState {
        edition: None,
        ..*state
    };
    let last = sources.last_trade_year();
    let tables = tables_at(&library.data, &asked, state.stage, Some(importer), last);
    let draws = Draws::new(SEED, DRAWS, library.data.countries().len());
    All::of(&sources, &tables, Some(importer), &draws)
}
