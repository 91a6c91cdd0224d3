//! `adit pages`: for each view as it opens by itself, a small page that other sites can show a card of, the card's
//! picture, and the answer to whoever asks how to embed it.
//!
//! A static host cannot tell one query from another, so each view has a page of its own, which leads on to the live one.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use adit::draw::Theme;
use adit::embed::snippet::{Snippet, address, attribute};
use adit::state::{Presentation, View, ViewState, query};
use adit::take::{Outlines, Size, Taken};
use serde_json::json;

use crate::arguments::PagesTask;
use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::{card, looked, png};

/// CSS pixels of a frame, and its width where a site asks for one.
const FRAME: (u32, u32) = (640, 560);

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
    let sheets = sheets(&library, task)?;
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
fn sheets(library: &Library, task: &PagesTask) -> Answer<Vec<Sheet>> {
    let data = &library.data;
    let first = ViewState::first(data);
    let views = View::ALL.into_iter().filter(|view| *view != View::Data);
    let mut states: Vec<(String, ViewState)> = views
        .map(|view| (view.word().to_owned(), ViewState { view, ..first }))
        .collect();
    if task.minerals {
        let minerals = data.minerals().iter().filter_map(|mineral| {
            let id = data.mineral_by_slug(&mineral.slug)?;
            (!data.tables_of(id).is_empty()).then(|| {
                let mineral_of = ViewState {
                    mineral: id,
                    ..first
                };
                (format!("map-{}", mineral.slug), mineral_of)
            })
        });
        states.extend(minerals);
    }
    let outlines = looked::outlines()?;
    let base = task.base.as_deref().unwrap_or_default();
    let one = |(name, state): (String, ViewState)| {
        sheet(library, &outlines, name, state.normalised(data), base)
    };
    states.into_iter().map(one).collect()
}

/// The figure that stands for a view where there is room for one.
fn part(view: View) -> &'static str {
    match view {
        View::Minerals => "risk",
        View::Dependence => "flows",
        View::Shock => "view",
        View::Study => "walk",
        View::Map | View::Alliances | View::Data => "map",
    }
}

fn sheet(
    library: &Library,
    outlines: &Outlines,
    name: String,
    state: ViewState,
    base: &str,
) -> Answer<Sheet> {
    let data = &library.data;
    let presentation = Presentation::of([("embed", part(state.view)), ("fit", "true")]);
    let framed = ViewState {
        presentation,
        ..state
    };
    let taken = Taken::of(&library.sources(), state, None);
    let (title, account) = (taken.title(), taken.finding());
    let query = query::encode(&state, data);
    let figure = taken.kinds().next();
    let figure = figure.and_then(|kind| taken.picture(kind, &address(base, &query)).ok());
    let picture = if let Some(figure) = figure {
        let (svg, _) = figure
            .svg(Size::NAMED[0], outlines, Theme::LIGHT)
            .map_err(Failure::problem)?;
        png::of_svg(&svg, 1)?
    } else {
        // Nothing happens yet where the view opens.
        card::of_words(&title, &account)?
    };
    Ok(Sheet {
        name,
        query,
        framed: query::encode(&framed, data),
        title,
        account,
        picture,
    })
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
