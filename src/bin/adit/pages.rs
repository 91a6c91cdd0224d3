//! `adit pages`: for each view as it opens by itself, a small page that other sites can show a card of, the card's
//! picture, and the answer to whoever asks how to embed it.
//!
//! A static host cannot tell one query from another, so each view has a page of its own, which leads on to the live one.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use adit::alliance::agreements;
use adit::data::Importer;
use adit::draw::{Painter, Points, Theme, to_svg_file};
use adit::embed::snippet::{Snippet, address, attribute};
use adit::figure::{Context, MapFigure, Scatter, StudyFigure, Telling, finding, title};
use adit::i18n::{EN, EN_ALLIANCES, EN_DESK, EN_SHOCK, EN_STUDY};
use adit::state::{Presentation, View, ViewState, query};
use adit::study::claims;
use serde_json::json;

use crate::arguments::PagesTask;
use crate::card;
use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::map::{Picture, map_svg};
use crate::render::{all, flows};

/// CSS pixels of the width at which the cards' drawings are made.
const DRAWN: u32 = 600;
/// CSS pixels of a frame, and its width where a site asks for one.
const FRAME: (u32, u32) = (640, 560);
/// The importer of the views that are about one.
const IMPORTER: &str = "EU";

/// One view as it opens by itself.
struct Sheet {
    name: String,
    query: String,
    /// The same with its first figure alone, fitted to its frame: nobody may be listening for its height.
    framed: String,
    title: String,
    account: String,
    picture: Vec<u8>,
}

/// Writes every page with its picture, and with an address their answers for embedding.
pub(crate) fn run(task: &PagesTask) -> Answer {
    if let Some(base) = &task.base {
        let whole = base.starts_with("https://") || base.starts_with("http://");
        if !whole || !base.ends_with('/') || base.contains(['?', '#', '"', '<', '>', ' ']) {
            return Err(Failure::usage(format!(
                "--base {base}: write the page's whole folder, such as https://example.org/adit/"
            )));
        }
    }
    let library = Library::open(None)?;
    let fail = |path: &Path, error| Failure::problem(format!("{}: {error}", path.display()));
    fs::create_dir_all(&task.out).map_err(|error| fail(&task.out, error))?;
    let put = |name: &str, bytes: &[u8]| {
        let file = task.out.join(name);
        fs::write(&file, bytes).map_err(|error| fail(&file, error))
    };
    let sheets = sheets(&library, task.minerals)?;
    for sheet in &sheets {
        let base = task.base.as_deref();
        put(&format!("{}.png", sheet.name), &sheet.picture)?;
        put(
            &format!("{}.html", sheet.name),
            page(sheet, base).as_bytes(),
        )?;
        if let Some(base) = base {
            let answer = format!("{:#}\n", oembed(sheet, base));
            put(&format!("{}.json", sheet.name), answer.as_bytes())?;
        }
    }
    let lacking = if task.base.is_some() {
        ""
    } else {
        "; without --base, which cards and answers for embedding need, there are only pages and pictures"
    };
    Ok(format!(
        "wrote {} views to {}{lacking}",
        sheets.len(),
        task.out.display()
    ))
}

/// The views, and with `minerals` each mineral's map.
fn sheets(library: &Library, minerals: bool) -> Answer<Vec<Sheet>> {
    let data = &library.data;
    let first = ViewState::first(data);
    let mut sheets = vec![map("map".to_owned(), library, first)?];
    for view in [
        View::Minerals,
        View::Dependence,
        View::Shock,
        View::Alliances,
        View::Study,
    ] {
        sheets.push(desk(library, ViewState { view, ..first }.normalised(data))?);
    }
    if minerals {
        for mineral in data.minerals() {
            let Some(id) = data.mineral_by_slug(&mineral.slug) else {
                continue;
            };
            if data.tables_of(id).is_empty() {
                continue;
            }
            let state = ViewState {
                mineral: id,
                ..first
            };
            let name = format!("map-{}", mineral.slug);
            sheets.push(map(name, library, state.normalised(data))?);
        }
    }
    Ok(sheets)
}

fn map(name: String, library: &Library, state: ViewState) -> Answer<Sheet> {
    let data = &library.data;
    let context = Context::of(data, &EN, state);
    let map = MapFigure::build(&context);
    let title = title(&context);
    let picture = Picture {
        title: &title,
        caption: &map.caption,
        legend: EN.controls.legend,
        classes: &map.classes,
        flows: &[],
    };
    let picture = card::of_drawing(None, &map_svg(data, &picture, DRAWN, Theme::LIGHT))?;
    let account = finding(&context);
    Ok(sheet(
        name,
        library,
        state,
        "map",
        (title, account),
        picture,
    ))
}

/// A view of the desk, about its first importer.
fn desk(library: &Library, state: ViewState) -> Answer<Sheet> {
    let data = &library.data;
    let importer = data.importer_by_code(IMPORTER);
    let importer = importer.ok_or_else(|| Failure::problem(format!("no importer {IMPORTER}")))?;
    let (name, mineral) = (
        data.importer_name(importer),
        &data.mineral(state.mineral).name,
    );
    let word = state.view.word().to_owned();
    let (part, title, picture, account) = match state.view {
        View::Minerals => {
            let figure = Scatter::build(data, &all(library, &state, importer), name, &EN_DESK);
            let drawing = to_svg_file::<Points>(&figure, DRAWN, Theme::LIGHT);
            let title = (EN_DESK.desk.minerals_title)(name);
            let picture = card::of_drawing(Some(&title), &drawing.map_err(Failure::problem)?)?;
            ("risk", title, picture, Points::summary(&figure).to_owned())
        }
        View::Dependence => {
            let title = (EN_DESK.desk.dependence_title)(name, mineral);
            let drawing = dependence(library, &state, importer);
            let picture = card::of_drawing(None, &drawing)?;
            ("flows", title, picture, EN.tagline.to_owned())
        }
        View::Shock => words("view", (EN_SHOCK.title)(mineral, name), EN_SHOCK.empty)?,
        View::Alliances => words("map", (EN_ALLIANCES.title)(mineral, name), EN.tagline)?,
        _ => words("walk", EN_STUDY.title.to_owned(), &study(library)?)?,
    };
    Ok(sheet(word, library, state, part, (title, account), picture))
}

/// What a view without a drawing of its own says.
fn words(
    part: &'static str,
    title: String,
    account: &str,
) -> Answer<(&'static str, String, Vec<u8>, String)> {
    let picture = card::of_words(&title, account)?;
    Ok((part, title, picture, account.to_owned()))
}

/// How many of the study's claims agree with what.
fn study(library: &Library) -> Answer {
    let agreements = agreements::embedded(&library.data).map_err(Failure::problem)?;
    let claims = claims::embedded().map_err(Failure::problem)?;
    let telling = Telling {
        data: &library.data,
        agreements: &agreements,
        strings: &EN,
        words: &EN_STUDY,
    };
    Ok(StudyFigure::build(&telling, &claims).finding)
}

/// The map of what the importer buys where, in the newest year that has trade.
fn dependence(library: &Library, state: &ViewState, importer: Importer) -> String {
    let sources = library.sources();
    let last = sources.last_trade_year();
    let table = adit::report::table_for(&library.data, state, Some(importer), last);
    flows(library, table, importer, DRAWN, Theme::LIGHT)
}

fn sheet(
    name: String,
    library: &Library,
    state: ViewState,
    part: &str,
    (title, account): (String, String),
    picture: Vec<u8>,
) -> Sheet {
    let data = &library.data;
    let presentation = Presentation::of([("embed", part), ("fit", "true")]);
    let framed = ViewState {
        presentation,
        ..state
    };
    Sheet {
        name,
        query: query::encode(&state, data),
        framed: query::encode(&framed, data),
        title,
        account,
        picture,
    }
}

/// The small page: what a card needs, the picture with its words, and the way to the live view.
fn page(sheet: &Sheet, base: Option<&str>) -> String {
    let (title, account) = (attribute(&sheet.title), attribute(&sheet.account));
    let live = attribute(&address("../", &sheet.query));
    let name = &sheet.name;
    let (width, height) = card::DOTS;
    let mut head = format!(
        "<meta property=\"og:site_name\" content=\"Adit\">\n<meta property=\"og:type\" content=\"website\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n<meta property=\"og:description\" content=\"{account}\">\n\
         <meta name=\"twitter:card\" content=\"summary_large_image\">\n"
    );
    if let Some(base) = base {
        // Writing to a string cannot fail.
        write!(
            head,
            "<meta property=\"og:url\" content=\"{base}share/{name}.html\">\n\
             <meta property=\"og:image\" content=\"{base}share/{name}.png\">\n\
             <meta property=\"og:image:width\" content=\"{width}\">\n<meta property=\"og:image:height\" content=\"{height}\">\n\
             <meta property=\"og:image:alt\" content=\"{account}\">\n\
             <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{base}share/{name}.json\" title=\"{title}\">\n"
        )
        .ok();
    }
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title} | Adit</title>\n\
         <meta name=\"description\" content=\"{account}\">\n{head}\
         <meta http-equiv=\"refresh\" content=\"0; url={live}\">\n</head>\n<body>\n<main>\n\
         <h1><a href=\"{live}\">{title}</a></h1>\n<p>{account}</p>\n\
         <img src=\"{name}.png\" alt=\"{account}\" width=\"{width}\" height=\"{height}\">\n</main>\n</body>\n</html>\n"
    )
}

/// The answer to whoever asks how to embed the view, in the words of oEmbed 1.0.
fn oembed(sheet: &Sheet, base: &str) -> serde_json::Value {
    let (width, height) = FRAME;
    let snippet = Snippet {
        page: base,
        query: &sheet.framed,
        title: &sheet.title,
        height,
    };
    let (thumbnail_width, thumbnail_height) = card::DOTS;
    json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Adit",
        "provider_url": base,
        "title": sheet.title,
        "html": snippet.html(),
        "width": width,
        "height": height,
        "thumbnail_url": format!("{base}share/{}.png", sheet.name),
        "thumbnail_width": thumbnail_width,
        "thumbnail_height": thumbnail_height,
    })
}
