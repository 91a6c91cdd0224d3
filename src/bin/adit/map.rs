//! The map as a picture of its own, from the page's outlines and the page's colours.

use std::fmt::Write as _;

use adit::data::Dataset;
use adit::draw::{Theme, escaped};
use adit::figure::{Flow, LEGEND, MapClass};
use serde_json::Value;

/// The outlines as `cargo xtask data` writes them.
static SHAPES: &str = include_str!("../../../data/shapes.json");
/// The page's styles, which hold the classes' colours.
static STYLES: [&str; 2] = [
    include_str!("../../../style.css"),
    include_str!("../../../desk.css"),
];

/// CSS pixels above the map, for its title.
const ABOVE: f64 = 44.0;
/// CSS pixels below it, for legend and source.
const BELOW: f64 = 84.0;
/// CSS pixels of margin on either side.
const MARGIN: f64 = 16.0;

/// What is on the map.
pub(crate) struct Picture<'a> {
    /// What it shows.
    pub(crate) title: &'a str,
    /// Period and source.
    pub(crate) caption: &'a str,
    /// What the classes are of.
    pub(crate) legend: &'a str,
    /// Each country's class, in the registry's order.
    pub(crate) classes: &'a [MapClass],
    /// Lines over it.
    pub(crate) flows: &'a [Flow],
}

/// A colour of the style sheets, by its custom property.
fn token(theme: Theme, name: &str) -> String {
    let dark = theme == Theme::DARK;
    let block = if dark {
        ":root[data-theme=\"dark\"] {"
    } else {
        ":root {"
    };
    let found = STYLES.iter().find_map(|css| {
        let (_, from) = css.split_once(block)?;
        let (within, _) = from.split_once('}')?;
        let (_, value) = within.split_once(&format!("{name}: "))?;
        Some(value.split(';').next()?.trim().to_owned())
    });
    found.unwrap_or_else(|| "#808080".to_owned())
}

fn fill(theme: Theme, class: MapClass) -> String {
    match class {
        MapClass::NotNamed => token(theme, "--land"),
        MapClass::Zero => token(theme, "--zero"),
        MapClass::Withheld => "url(#withheld)".to_owned(),
        MapClass::NotAvailable => "url(#na)".to_owned(),
        MapClass::Share(step) => token(theme, &format!("--s{step}")),
    }
}

/// A picture being written.
struct Sheet<'a> {
    data: &'a Dataset,
    picture: &'a Picture<'a>,
    theme: Theme,
    shapes: Value,
    width: f64,
    svg: String,
}

/// The picture as an SVG file.
pub(crate) fn map_svg(data: &Dataset, picture: &Picture<'_>, width: u32, theme: Theme) -> String {
    let mut sheet = Sheet {
        data,
        picture,
        theme,
        // The file is the crate's own and is checked where it is made.
        shapes: serde_json::from_str(SHAPES).unwrap_or_default(),
        width: f64::from(width),
        svg: String::new(),
    };
    let number = |name: &str| sheet.shapes[name].as_f64().unwrap_or(1.0);
    let scale = (sheet.width - 2.0 * MARGIN) / number("width");
    let bottom = ABOVE + scale * number("height");
    sheet.head(bottom + BELOW, scale);
    sheet.lands();
    sheet.lines();
    sheet.foot(bottom);
    sheet.svg
}

impl Sheet<'_> {
    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        self.svg.write_fmt(text).ok();
    }

    fn colour(&self, name: &str) -> String {
        token(self.theme, name)
    }

    fn path(&self, name: &str) -> String {
        self.shapes[name].as_str().unwrap_or_default().to_owned()
    }

    /// Patterns, ground, title, and the sea.
    fn head(&mut self, height: f64, scale: f64) {
        let [paper, ink, sea, graticule, hatch, land] = [
            "--paper",
            "--ink",
            "--sea",
            "--graticule",
            "--hatch",
            "--land",
        ]
        .map(|name| self.colour(name));
        let (width, font, title) = (self.width, Theme::FONT, escaped(self.picture.title));
        let (sphere, lines) = (self.path("sphere"), self.path("graticule"));
        self.put(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"{font}\" fill=\"{ink}\">\n<title>{title}</title>\n<defs>\
             <pattern id=\"na\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"{land}\"/>\
             <rect width=\"1.6\" height=\"5\" fill=\"{hatch}\"/></pattern>\
             <pattern id=\"withheld\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
             <rect width=\"5\" height=\"5\" fill=\"{land}\"/><circle cx=\"2.5\" cy=\"2.5\" r=\"1.3\" \
             fill=\"{hatch}\"/></pattern></defs>\n<rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>\n\
             <text x=\"{MARGIN}\" y=\"28\" font-size=\"17\" font-weight=\"600\">{title}</text>\n\
             <g transform=\"translate({MARGIN} {ABOVE}) scale({scale:.5})\" stroke-linejoin=\"round\">\n\
             <path d=\"{sphere}\" fill=\"{sea}\"/>\
             <path d=\"{lines}\" fill=\"none\" stroke=\"{graticule}\" stroke-width=\".75\"/>\n"
        ));
    }

    /// Countries by class, and the borders between them.
    fn lands(&mut self) {
        let (data, border) = (self.data, self.colour("--border"));
        let classes = self.picture.classes;
        let class = |iso3: &str| {
            let at = data.country_by_iso3(iso3);
            at.map_or(MapClass::NotNamed, |id| classes[id.index()])
        };
        let outlines = self.shapes["outlines"].take();
        for outline in outlines.as_array().into_iter().flatten() {
            let (iso3, d) = (outline["id"].as_str(), outline["d"].as_str());
            let (fill, d) = (
                fill(self.theme, class(iso3.unwrap_or_default())),
                d.unwrap_or_default(),
            );
            self.put(format_args!(
                "<path d=\"{d}\" fill=\"{fill}\" stroke=\"{border}\" stroke-width=\".6\"/>\n"
            ));
        }
        for country in data.countries().iter().filter(|country| country.point) {
            let (Some((x, y)), class) = (country.at, class(&country.iso3)) else {
                continue;
            };
            if class != MapClass::NotNamed {
                let fill = fill(self.theme, class);
                self.put(format_args!(
                    "<circle cx=\"{x}\" cy=\"{y}\" r=\"2.6\" fill=\"{fill}\" stroke=\"{border}\" stroke-width=\".75\"/>\n"
                ));
            }
        }
        for (name, dashes) in [("borders", ""), ("disputed", " stroke-dasharray=\"2 2\"")] {
            let d = self.path(name);
            self.put(format_args!(
                "<path d=\"{d}\" fill=\"none\" stroke=\"{border}\" stroke-width=\".6\"{dashes}/>\n"
            ));
        }
    }

    /// Lines of trade and their names.
    fn lines(&mut self) {
        let (flow, paper) = (self.colour("--flow"), self.colour("--paper"));
        for line in self.picture.flows {
            self.put(format_args!(
                "<path d=\"{}\" fill=\"none\" stroke=\"{flow}\" stroke-opacity=\".72\" stroke-width=\"{:.2}\"/>\n",
                line.path, line.width
            ));
        }
        for line in self.picture.flows {
            let Some((x, y)) = line.name_at else { continue };
            let name = escaped(&self.data.country(line.country).name);
            self.put(format_args!(
                "<text x=\"{x:.1}\" y=\"{:.1}\" font-size=\"12\" font-weight=\"600\" text-anchor=\"middle\" \
                 paint-order=\"stroke\" stroke=\"{paper}\" stroke-width=\"3\">{name}</text>\n",
                y - 5.0
            ));
        }
        self.svg.push_str("</g>\n");
    }

    /// Legend and source.
    fn foot(&mut self, bottom: f64) {
        let (border, muted) = (self.colour("--border"), self.colour("--muted"));
        let (legend, caption) = (escaped(self.picture.legend), escaped(self.picture.caption));
        self.put(format_args!(
            "<g font-size=\"12\"><text x=\"{MARGIN}\" y=\"{:.1}\" font-weight=\"600\">{legend}</text>\n",
            bottom + 24.0
        ));
        let step = (self.width - 2.0 * MARGIN) / 6.0;
        for (at, name) in (0_u8..).zip(LEGEND) {
            let x = MARGIN + step * f64::from(at);
            let fill = fill(self.theme, MapClass::Share(at));
            self.put(format_args!(
                "<rect x=\"{x:.1}\" y=\"{:.1}\" width=\"18\" height=\"12\" fill=\"{fill}\" stroke=\"{border}\"/>\
                 <text x=\"{:.1}\" y=\"{:.1}\">{name}</text>\n",
                bottom + 36.0,
                x + 24.0,
                bottom + 46.0
            ));
        }
        self.put(format_args!(
            "<text x=\"{MARGIN}\" y=\"{:.1}\" fill=\"{muted}\">{caption}</text></g>\n</svg>\n",
            bottom + 72.0
        ));
    }
}
