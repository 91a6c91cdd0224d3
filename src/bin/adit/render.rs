//! `adit render`: a figure of a view as a picture.

use std::ffi::OsStr;
use std::fs;

use adit::take::Kind;

use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::take_arguments::RenderTask;
use crate::{looked, png};

/// Paints a figure, and prints it or writes it to a file.
pub(crate) fn run(task: &RenderTask) -> Answer {
    let (outlines, theme, size, scale) = looked::looks(&task.looks)?;
    let library = Library::open(task.looked.data.as_deref())?;
    let data = &library.data;
    let named = task.chart.as_deref().map(named).transpose()?;
    let state = looked::state(data, &task.looked, named.map(Kind::view))?;
    let kind = named.or_else(|| Kind::of_view(state.view).next());
    let kind = kind
        .filter(|kind| kind.view() == state.view)
        .ok_or_else(|| {
            let known: Vec<&str> = Kind::of_view(state.view).map(Kind::word).collect();
            Failure::usage(format!(
                "--chart {}: the view {} has no such figure; it has {}",
                task.chart.as_deref().unwrap_or_default(),
                state.view.word(),
                if known.is_empty() {
                    "none".to_owned()
                } else {
                    known.join(", ")
                }
            ))
        })?;
    if task.looked.link.is_none() && kind.is_about_importer() && state.importer.is_none() {
        return Err(Failure::usage(format!(
            "--chart {} is about an importer; name one by --importer, such as EU or JPN",
            kind.word()
        )));
    }
    let taken = looked::taken(&library, &task.looked, state)?;
    let link = looked::link(data, &task.looked, &state);
    let picture = taken
        .picture(kind, &link)
        .map_err(|why| Failure::usage(format!("--chart {}: {why}", kind.word())))?;
    let (svg, _) = picture
        .svg(size, &outlines, theme)
        .map_err(Failure::problem)?;
    let Some(path) = &task.out else {
        return Ok(svg);
    };
    let bytes = match path.extension().and_then(OsStr::to_str) {
        Some("svg") => svg.into_bytes(),
        Some("png") => png::of_svg(&svg, scale)?,
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

/// The figure of a word.
fn named(word: &str) -> Answer<Kind> {
    Kind::from_word(word).ok_or_else(|| {
        let known = Kind::ALL.map(Kind::word).join(", ");
        Failure::usage(format!(
            "--chart {word}: unknown figure; write one of {known}"
        ))
    })
}
