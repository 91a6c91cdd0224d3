//! A map as a picture: what is on it, and how it is written as SVG.

use std::fmt::Write as _;

use super::Outlines;
use super::lines::width;
use super::palette::{colour, fill};
use crate::data::{CountryId, Dataset};
use crate::draw::{Theme, escaped};
use crate::figure::{Flow, LEGEND, MapClass};

/// The size of the legend's type.
const TYPE: f64 = 12.0;
/// The height of a line of the legend.
const LEADING: f64 = 20.0;
/// The width of a swatch with the space behind it.
const SWATCH: f64 = 28.0;
/// The space between two entries of the legend.
const GAP: f64 = 14.0;
/// The space between the map and its legend.
const BELOW: f64 = 10.0;

/// One class of the legend.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The class, as the style sheet names it.
    pub class: &'static str,
    /// What stands on the map beside the colour.
    pub mark: String,
    /// What it stands for.
    pub label: String,
}

/// One country.
#[derive(Debug, Clone, PartialEq)]
pub struct Land {
    /// ISO 3166-1 alpha-3 code.
    pub iso3: String,
    /// Its class, as the style sheet names it.
    pub class: String,
    /// Where its dot stands, if it is too small for an outline.
    pub dot: Option<(f64, f64)>,
}

/// What is on a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// What it shows, in words.
    pub summary: String,
    /// Every country of the registry, in its order.
    pub lands: Vec<Land>,
    /// What the classes are of.
    pub heading: String,
    /// The legend.
    pub entries: Vec<Entry>,
    /// Letters on it: where, and which.
    pub marks: Vec<((f64, f64), String)>,
    /// Lines over it: the data of an SVG path, and how wide.
    pub flows: Vec<(String, f64)>,
    /// Where the lines end.
    pub end: Option<(f64, f64)>,
    /// Names beside the lines.
    pub names: Vec<((f64, f64), String)>,
}

impl Map {
    /// A map of classes, one a country of the registry in its order, with nothing else on it.
    #[must_use]
    pub fn of(data: &Dataset, classes: &[String], summary: String, heading: &str) -> Self {
        let countries = data.countries().iter().zip(classes);
        let lands = countries.map(|(country, class)| {
            let at = country.at.filter(|_| country.point);
            let at = at.map(|(x, y)| (f64::from(x), f64::from(y)));
            Land {
                iso3: country.iso3.clone(),
                class: class.clone(),
                dot: at,
            }
        });
        Self {
            summary,
            lands: lands.collect(),
            heading: heading.to_owned(),
            entries: Vec::new(),
            marks: Vec::new(),
            flows: Vec::new(),
            end: None,
            names: Vec::new(),
        }
    }

    /// The same with the legend of shares, and classes beside those.
    #[must_use]
    pub fn with_shares(mut self, others: &[(&'static str, &str)]) -> Self {
        let shares = (0..).map(|class| MapClass::Share(class).css()).zip(LEGEND);
        let others = others.iter().copied();
        let entry = |(class, label): (&'static str, &str)| Entry {
            class,
            mark: String::new(),
            label: label.to_owned(),
        };
        self.entries = shares.chain(others).map(entry).collect();
        self
    }

    /// The same with a letter on some countries.
    #[must_use]
    pub fn with_marks(
        mut self,
        data: &Dataset,
        marks: impl Iterator<Item = (CountryId, String)>,
    ) -> Self {
        let placed = marks.filter_map(|(country, mark)| {
            let (x, y) = data.country(country).at?;
            Some(((f64::from(x), f64::from(y)), mark))
        });
        self.marks = placed.collect();
        self
    }

    /// The same with lines of trade.
    #[must_use]
    pub fn with_flows(mut self, data: &Dataset, flows: &[Flow], end: Option<(f64, f64)>) -> Self {
        let line = |flow: &Flow| (flow.path.clone(), flow.width);
        let name = |flow: &Flow| Some((flow.name_at?, data.country(flow.country).name.clone()));
        self.flows = flows.iter().map(line).collect();
        self.names = flows.iter().filter_map(name).collect();
        self.end = end;
        self
    }

    /// The legend's height at a width.
    #[must_use]
    pub fn legend_height(&self, across: f64) -> f64 {
        let rows = self
            .placed(across)
            .last()
            .map_or(0.0, |(_, row, _)| row + 1.0);
        BELOW + LEADING * (rows + 1.0)
    }

    /// The legend's entries: where each begins, in which row.
    fn placed(&self, across: f64) -> Vec<(f64, f64, &Entry)> {
        let (mut x, mut row) = (0.0, 0.0);
        let mut placed = Vec::new();
        for entry in &self.entries {
            let wide = SWATCH + width(&entry.label, TYPE);
            if x > 0.0 && x + wide > across {
                (x, row) = (0.0, row + 1.0);
            }
            placed.push((x, row, entry));
            x += wide + GAP;
        }
        placed
    }

    /// The map with its legend below it, from the origin on, in a frame of this width; the map itself `tall` high.
    #[must_use]
    pub fn elements(&self, outlines: &Outlines, across: f64, tall: f64, theme: Theme) -> String {
        let scale = (across / outlines.width).min(tall / outlines.height);
        let left = (across - scale * outlines.width) / 2.0;
        let grid = outlines.grid;
        let mut svg = Self::patterns(grid, theme);
        let ink = |name| colour(theme, name);
        put(
            &mut svg,
            format_args!(
                "<g transform=\"translate({left:.2} 0) scale({scale:.5})\" stroke-linejoin=\"round\">\n\
                 <g transform=\"scale({})\"><path d=\"{}\" fill=\"{}\"/>\
                 <path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"/>\n",
                1.0 / grid,
                outlines.sphere,
                ink("sea"),
                outlines.graticule,
                ink("graticule"),
                0.75 * grid
            ),
        );
        self.countries(&mut svg, outlines, theme);
        svg.push_str("</g>\n");
        self.over(&mut svg, scale, theme);
        svg.push_str("</g>\n");
        self.legend(&mut svg, scale * outlines.height, across, grid, theme);
        svg
    }

    /// The patterns of what has no share, for what is drawn in steps of the outlines' grid.
    fn patterns(grid: f64, theme: Theme) -> String {
        let (land, hatch) = (colour(theme, "land"), colour(theme, "hatch"));
        let (size, bar, middle, dot) = (5.0 * grid, 1.6 * grid, 2.5 * grid, 1.3 * grid);
        format!(
            "<defs><pattern id=\"adit-na\" width=\"{size}\" height=\"{size}\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><rect width=\"{size}\" height=\"{size}\" fill=\"{land}\"/>\
             <rect width=\"{bar}\" height=\"{size}\" fill=\"{hatch}\"/></pattern>\
             <pattern id=\"adit-withheld\" width=\"{size}\" height=\"{size}\" patternUnits=\"userSpaceOnUse\">\
             <rect width=\"{size}\" height=\"{size}\" fill=\"{land}\"/>\
             <circle cx=\"{middle}\" cy=\"{middle}\" r=\"{dot}\" fill=\"{hatch}\"/></pattern></defs>\n"
        )
    }

    /// Countries by class, and the borders between them, in steps of the outlines' grid.
    fn countries(&self, svg: &mut String, outlines: &Outlines, theme: Theme) {
        let (border, ring) = (colour(theme, "border"), colour(theme, "ring"));
        let grid = outlines.grid;
        let stroke = |has_ring: bool| {
            if has_ring {
                (ring, 1.25 * grid)
            } else {
                (border, 0.6 * grid)
            }
        };
        for Land { iso3, class, .. } in &self.lands {
            let outline = outlines.lands.iter().find(|outline| outline.iso3 == *iso3);
            let Some(d) = outline.map(|outline| &outline.d) else {
                continue;
            };
            let (fill, has_ring) = fill(theme, class);
            let (stroke, wide) = stroke(has_ring);
            put(
                svg,
                format_args!(
                    "<path id=\"{iso3}\" d=\"{d}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{wide}\"/>\n"
                ),
            );
        }
        for Land { iso3, class, dot } in &self.lands {
            let named = class != MapClass::NotNamed.css() && !class.ends_with("d3");
            if let (Some((x, y)), true) = (dot, named) {
                let (fill, has_ring) = fill(theme, class);
                let (stroke, _) = stroke(has_ring);
                put(
                    svg,
                    format_args!(
                        "<circle id=\"dot-{iso3}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"{}\" fill=\"{fill}\" stroke=\"{stroke}\" \
                         stroke-width=\"{}\"/>\n",
                        x * grid,
                        y * grid,
                        2.6 * grid,
                        0.75 * grid
                    ),
                );
            }
        }
        for (d, dashes) in [
            (&outlines.borders, String::new()),
            (
                &outlines.disputed,
                format!(" stroke-dasharray=\"{0} {0}\"", 2.0 * grid),
            ),
        ] {
            put(
                svg,
                format_args!(
                    "<path d=\"{d}\" fill=\"none\" stroke=\"{border}\" stroke-width=\"{}\"{dashes}/>\n",
                    0.6 * grid
                ),
            );
        }
    }

    /// Lines, names and letters over the countries, of a size that reads at this scale.
    fn over(&self, svg: &mut String, scale: f64, theme: Theme) {
        let ink = |name| colour(theme, name);
        for (d, wide) in &self.flows {
            put(
                svg,
                format_args!(
                    "<path d=\"{d}\" fill=\"none\" stroke=\"{}\" stroke-opacity=\".72\" stroke-width=\"{wide:.2}\"/>\n",
                    ink("flow")
                ),
            );
        }
        if let Some((x, y)) = self.end {
            put(
                svg,
                format_args!(
                    "<circle cx=\"{x}\" cy=\"{y}\" r=\"4\" fill=\"{}\" stroke=\"{}\" stroke-width=\"2\"/>\n",
                    ink("paper"),
                    ink("ring")
                ),
            );
        }
        let texts = [
            (&self.names, "ink", "paper", 12.0, -5.0),
            (&self.marks, "mark", "mark-edge", 13.0, 5.0),
        ];
        for (texts, letter, edge, size, lower) in texts {
            let size = f64::max(size, 11.0 / scale);
            for ((x, y), text) in texts {
                put(
                    svg,
                    format_args!(
                        "<text x=\"{x:.1}\" y=\"{:.1}\" font-size=\"{size:.1}\" font-weight=\"600\" \
                         text-anchor=\"middle\" fill=\"{}\" paint-order=\"stroke\" stroke=\"{}\" \
                         stroke-width=\"{:.1}\">{}</text>\n",
                        y + lower,
                        ink(letter),
                        ink(edge),
                        size / 5.0,
                        escaped(text)
                    ),
                );
            }
        }
    }

    fn legend(&self, svg: &mut String, top: f64, across: f64, grid: f64, theme: Theme) {
        let ink = |name| colour(theme, name);
        let first = top + BELOW + LEADING;
        put(
            svg,
            format_args!(
                "<g font-size=\"{TYPE}\"><text y=\"{:.1}\" font-weight=\"600\">{}</text>\n",
                first - 6.0,
                escaped(&self.heading)
            ),
        );
        for (x, row, entry) in self.placed(across) {
            let y = first + row * LEADING + 3.0;
            let (fill, has_ring) = fill(theme, entry.class);
            let stroke = ink(if has_ring { "ring" } else { "border" });
            put(
                svg,
                format_args!(
                    "<rect transform=\"translate({x:.1} {y:.1}) scale({})\" width=\"{}\" height=\"{}\" \
                     fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{grid}\"/>\
                     <text x=\"{:.1}\" y=\"{:.1}\">{}</text>\n",
                    1.0 / grid,
                    20.0 * grid,
                    13.0 * grid,
                    x + 26.0,
                    y + 11.0,
                    escaped(&entry.label)
                ),
            );
            if !entry.mark.is_empty() {
                put(
                    svg,
                    format_args!(
                        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-weight=\"700\" fill=\"{}\" \
                         paint-order=\"stroke\" stroke=\"{}\" stroke-width=\"2\">{}</text>\n",
                        x + 10.0,
                        y + 11.0,
                        ink("mark"),
                        ink("mark-edge"),
                        escaped(&entry.mark)
                    ),
                );
            }
        }
        svg.push_str("</g>\n");
    }
}

/// Writing to a string cannot fail.
fn put(svg: &mut String, text: std::fmt::Arguments<'_>) {
    svg.write_fmt(text).ok();
}
