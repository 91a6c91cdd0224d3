//! `adit package`: a view in one ZIP file.

use std::ffi::OsStr;
use std::fs;

use adit::take::Entry;

use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::take_arguments::PackageTask;
use crate::{looked, png};

/// Packs the view.
pub(crate) fn run(task: &PackageTask) -> Answer {
    let path = &task.out;
    if path.extension().and_then(OsStr::to_str) != Some("zip") {
        return Err(Failure::usage(format!(
            "--out {}: a package is a ZIP file; end the name in .zip",
            path.display()
        )));
    }
    let (outlines, theme, size, scale) = looked::looks(&task.looks)?;
    let day = looked::day(task.accessed.as_deref())?;
    let library = Library::open(task.looked.data.as_deref())?;
    let view = task
        .looked
        .importer
        .as_ref()
        .map(|_| adit::state::View::Dependence);
    let state = looked::state(&library.data, &task.looked, view)?;
    let taken = looked::taken(&library, &task.looked, state)?;
    let link = looked::link(&library.data, &task.looked, &state);
    let mut pictures: Vec<Entry> = Vec::new();
    for kind in taken.kinds() {
        // A figure that there is nothing to draw of is left out.
        let Ok(picture) = taken.picture(kind, &link) else {
            continue;
        };
        let (svg, _) = picture
            .svg(size, &outlines, theme)
            .map_err(Failure::problem)?;
        let name = format!("picture/{}", kind.word());
        pictures.push((format!("{name}.png"), png::of_svg(&svg, scale)?));
        pictures.push((format!("{name}.svg"), svg.into_bytes()));
    }
    let bytes = taken
        .archive(pictures, &link, day)
        .map_err(Failure::problem)?;
    fs::write(path, &bytes)
        .map_err(|error| Failure::problem(format!("{}: {error}", path.display())))?;
    Ok(format!("wrote {} ({} bytes)", path.display(), bytes.len()))
}
