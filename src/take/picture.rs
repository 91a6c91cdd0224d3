//! A picture to take away: title, finding, the drawing, where it comes from, and the link.

use std::fmt::Write as _;

use super::drawing::{Drawing, Room};
use super::lines::broken;
use super::palette::colour;
use super::{Outlines, Size};
use crate::draw::{DrawError, Theme, escaped};

/// How many lines of the foot a link may take; a longer one is in the file's description whole.
const LINK_LINES: usize = 2;

/// What is in a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The heading.
    pub title: String,
    /// What it shows, in a sentence or two.
    pub finding: String,
    /// The figure itself.
    pub drawing: Drawing,
    /// Where it comes from: source, edition, licence.
    pub credit: String,
    /// Who made it.
    pub maker: String,
    /// The address of the view.
    pub link: String,
}

/// A run of lines of one type.
struct Block {
    lines: Vec<String>,
    size: f64,
    leading: f64,
    weight: u16,
    colour: &'static str,
}

impl Block {
    fn height(&self) -> f64 {
        // A picture has few lines.
        self.lines.iter().map(|_| self.leading).sum()
    }
}

impl Picture {
    /// The picture as an SVG file, with its size in CSS pixels.
    ///
    /// # Errors
    /// [`DrawError`] where a chart cannot be painted.
    pub fn svg(
        &self,
        size: Size,
        outlines: &Outlines,
        theme: Theme,
    ) -> Result<(String, (u32, u32)), DrawError> {
        let (wide, fixed) = size.plane();
        let margin = if wide < 480.0 { 16.0 } else { 24.0 };
        let across = wide - 2.0 * margin;
        let head = [
            block(&self.title, 17.0, 600, colour(theme, "ink"), across),
            block(&self.finding, 14.0, 400, colour(theme, "ink"), across),
        ];
        // Where the height is given, the figure needs the room.
        let small = if fixed.is_some() { 9.5 } else { 11.0 };
        let foot = [
            block(&self.credit, small, 400, colour(theme, "muted"), across),
            self.signature(small, across, theme),
        ];
        let height = |blocks: &[Block]| blocks.iter().map(Block::height).sum::<f64>();
        let (above, below) = (margin + height(&head) + 12.0, 14.0 + height(&foot) + margin);
        let room = Room {
            wide: across,
            tall: fixed.map(|tall| (tall - above - below).max(40.0)),
        };
        let (drawn, taken) = self.drawing.elements(room, outlines, theme)?;
        let tall = fixed.unwrap_or_else(|| (above + taken + below).ceil());
        // What a chart leaves free of its room lies half above it.
        let free = room.tall.map_or(0.0, |tall| (tall - taken).max(0.0) / 2.0);
        let dots = size.dots(tall);
        let mut svg = self.opening(dots, (wide, tall), theme);
        written(&mut svg, &head, margin, margin);
        put(
            &mut svg,
            format_args!(
                "<g transform=\"translate({margin} {:.2})\">\n{drawn}</g>\n",
                above + free
            ),
        );
        written(&mut svg, &foot, margin, tall - margin - height(&foot));
        svg.push_str("</svg>\n");
        Ok((svg, dots))
    }

    /// The opening of the file: size, type, ground, and what the picture says to those who do not see it.
    fn opening(&self, dots: (u32, u32), (wide, tall): (f64, f64), theme: Theme) -> String {
        let described = [
            self.finding.as_str(),
            self.drawing.summary(),
            &self.credit,
            &self.link,
        ];
        let described = described.map(escaped).join("\n");
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {wide} {tall}\" \
             role=\"img\" font-family=\"{}\" fill=\"{}\">\n<title>{}</title>\n<desc>{described}</desc>\n\
             <rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n",
            dots.0,
            dots.1,
            Theme::FONT,
            colour(theme, "ink"),
            escaped(&self.title),
            colour(theme, "paper")
        )
    }

    /// Who made it, and the link as far as there is room.
    fn signature(&self, size: f64, across: f64, theme: Theme) -> Block {
        let whole = format!("{} · {}", self.maker, self.link);
        let mut block = block(&whole, size, 400, colour(theme, "muted"), across);
        if block.lines.len() > LINK_LINES {
            block.lines.truncate(LINK_LINES);
            if let Some(last) = block.lines.last_mut() {
                last.pop();
                last.push('…');
            }
        }
        block
    }
}

fn block(text: &str, size: f64, weight: u16, colour: &'static str, across: f64) -> Block {
    // Bold letters are wider.
    let counted = if weight > 500 { size * 1.08 } else { size };
    Block {
        lines: broken(text, counted, across),
        size,
        leading: (size * 1.4).round(),
        weight,
        colour,
    }
}

/// Writes blocks below each other.
fn written(svg: &mut String, blocks: &[Block], left: f64, top: f64) {
    let mut y = top;
    for block in blocks {
        for line in &block.lines {
            put(
                svg,
                format_args!(
                    "<text x=\"{left}\" y=\"{:.1}\" font-size=\"{}\" font-weight=\"{}\" fill=\"{}\">{}</text>\n",
                    y + block.size,
                    block.size,
                    block.weight,
                    block.colour,
                    escaped(line)
                ),
            );
            y += block.leading;
        }
    }
}

/// Writing to a string cannot fail.
fn put(svg: &mut String, text: std::fmt::Arguments<'_>) {
    svg.write_fmt(text).ok();
}
