//! The map's outlines: `data/shapes.json`, made from the atlas in `data/tables/world`.
//!
//! The atlas is cut at the map's edge and projected ([`cut`], [`projection`]), what is drawn is chosen
//! ([`choose`], [`codes`]), the lines are simplified and rounded so that neighbours keep sharing them
//! ([`shrink`], [`line`], [`simplify`], [`remote`], [`crossing`]), and written as path data ([`outline`], [`borders`],
//! [`frame`], [`path`]).

use std::fs;
use std::path::Path;

mod anchor;
mod atlas;
mod borders;
mod choose;
mod codes;
mod crossing;
mod cut;
mod frame;
mod line;
mod outline;
mod path;
pub(crate) mod projection;
mod remote;
mod shrink;
mod simplify;
mod text;

/// The atlas, from the repository's root.
const ATLAS: &str = "data/tables/world/50m.json";
/// The file made from it.
const SHAPES: &str = "data/shapes.json";

/// Makes `data/shapes.json` under the repository's root. With `check` nothing is written, and a file
/// that differs from what would be written is an error.
pub(crate) fn run(root: &Path, check: bool) -> Result<(), String> {
    let source =
        fs::read_to_string(root.join(ATLAS)).map_err(|error| format!("{ATLAS}: {error}"))?;
    let made = make(&source).map_err(|error| format!("{ATLAS}: {error}"))?;
    let target = root.join(SHAPES);
    if check {
        return match fs::read_to_string(&target) {
            Ok(current) if current == made => Ok(()),
            Ok(_) => Err(format!("{SHAPES} is out of date; run `cargo xtask data`")),
            Err(error) => Err(format!("{SHAPES}: {error}; run `cargo xtask data`")),
        };
    }
    fs::write(&target, made).map_err(|error| format!("{SHAPES}: {error}"))
}

/// The text of the shapes made from the text of the atlas.
fn make(source: &str) -> Result<String, String> {
    let atlas = atlas::read(source)?;
    let world = cut::cut(&atlas, codes::LEFT_OUT)?;
    let choice = choose::choose(&world);
    let drawn = shrink::shrink(&world, &choice)?;
    let outlines = outline::outlines(&choice, &drawn)?;
    let borders = borders::borders(&choice, &drawn);
    Ok(text::text(&outlines, &borders, &choice.without))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_up_to_date() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        assert_eq!(run(&root, true), Ok(()));
    }
}
