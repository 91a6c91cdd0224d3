//! Pictures in dots.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, FaceInfo, Stretch, Style};
use resvg::usvg::{Options, Tree};

use crate::failure::{Answer, Failure};

/// Families that read well, the first one there counts.
const KNOWN: [&str; 6] = [
    "Segoe UI",
    "Roboto",
    "Noto Sans",
    "DejaVu Sans",
    "Liberation Sans",
    "Arial",
];

/// An SVG as PNG, so many device pixels a CSS pixel.
pub(crate) fn of_svg(svg: &str, scale: u32) -> Answer<Vec<u8>> {
    let mut options = Options::default();
    options.fontdb_mut().load_system_fonts();
    // The page names the reader's own font; here an upright one of the machine's stands for it.
    let family = family(&options.fontdb).ok_or_else(|| {
        Failure::problem(
            "this machine has no font for the picture's text; install one, or write an .svg",
        )
    })?;
    options.font_family.clone_from(&family);
    options.fontdb_mut().set_sans_serif_family(family);
    let tree = Tree::from_str(svg, &options).map_err(Failure::problem)?;
    let size = tree.size().to_int_size();
    let dots = size
        .width()
        .checked_mul(scale)
        .zip(size.height().checked_mul(scale));
    let pixmap = dots.and_then(|(width, height)| Pixmap::new(width, height));
    let mut pixmap = pixmap.ok_or_else(|| Failure::usage("the picture is too large"))?;
    #[expect(clippy::cast_precision_loss, reason = "1 to 4")]
    let factor = scale as f32;
    resvg::render(
        &tree,
        Transform::from_scale(factor, factor),
        &mut pixmap.as_mut(),
    );
    pixmap.encode_png().map_err(Failure::problem)
}

/// A family of the machine's: one that is known, or any of normal width.
fn family(fonts: &Database) -> Option<String> {
    let families = |face: &FaceInfo| Some(face.families.first()?.0.clone());
    let upright = |face: &&FaceInfo| face.style == Style::Normal && face.stretch == Stretch::Normal;
    let known = KNOWN.iter().find(|known| {
        let mut faces = fonts.faces();
        faces.any(|face| families(face).is_some_and(|name| name == **known))
    });
    known
        .map(|known| (*known).to_owned())
        .or_else(|| fonts.faces().filter(upright).find_map(families))
        .or_else(|| fonts.faces().find_map(families))
}
