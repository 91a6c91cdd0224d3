//! Colours and lengths of the charts.
//!
//! The same colours stand in `style.css` as custom properties, under the names that [`Colour::token`] gives;
//! a test holds the two to each other.

use plotters::style::RGBColor;

/// A colour by its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Text.
    Ink,
    /// Text of lesser weight, axes.
    Muted,
    /// Hairlines.
    Line,
    /// What the chart is about.
    Accent,
    /// What it is compared with.
    Second,
    /// What is not known.
    Unknown,
}

impl Colour {
    /// Every role.
    pub const ALL: [Self; 6] = [
        Self::Ink,
        Self::Muted,
        Self::Line,
        Self::Accent,
        Self::Second,
        Self::Unknown,
    ];

    /// The custom property that holds the colour in the style sheet.
    #[must_use]
    pub const fn token(self) -> &'static str {
        match self {
            Self::Ink => "--ink",
            Self::Muted => "--muted",
            Self::Line => "--line",
            Self::Accent => "--accent",
            Self::Second => "--second",
            Self::Unknown => "--unknown",
        }
    }
}

/// Colours and lengths for one surface.
///
/// # Units
/// Device pixels: lengths are CSS pixels times the ratio of [`Theme::scaled`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    dark: bool,
    ratio: f64,
}

impl Theme {
    /// On a light ground.
    pub const LIGHT: Self = Self {
        dark: false,
        ratio: 1.0,
    };
    /// On a dark ground.
    pub const DARK: Self = Self {
        dark: true,
        ratio: 1.0,
    };
    /// The page's type, named as canvas and SVG both take it.
    pub const FONT: &'static str = "system-ui, -apple-system, Segoe UI, Roboto, sans-serif";

    /// The theme for a screen of so many device pixels a CSS pixel.
    #[must_use]
    pub fn scaled(self, ratio: f64) -> Self {
        Self {
            ratio: self.ratio * ratio,
            ..self
        }
    }

    /// Whether the ground is dark.
    #[must_use]
    pub const fn is_dark(self) -> bool {
        self.dark
    }

    /// What lies behind everything, as red, green and blue: the style sheet's `--paper`.
    #[must_use]
    pub const fn ground(self) -> (u8, u8, u8) {
        if self.dark {
            (0x15, 0x14, 0x13)
        } else {
            (0xfb, 0xfa, 0xf7)
        }
    }

    /// A length in device pixels, whole.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "lengths on a screen are far below i32's range"
    )]
    pub fn px(self, css: f64) -> i32 {
        (css * self.ratio).round() as i32
    }

    /// A colour as red, green and blue.
    #[must_use]
    pub const fn rgb(self, colour: Colour) -> (u8, u8, u8) {
        match (colour, self.dark) {
            (Colour::Ink, false) => (0x1d, 0x1b, 0x18),
            (Colour::Ink, true) => (0xf1, 0xed, 0xe6),
            (Colour::Muted, false) => (0x5f, 0x5a, 0x52),
            (Colour::Muted, true) => (0xb3, 0xac, 0xa1),
            (Colour::Line, false) => (0xd9, 0xd4, 0xca),
            (Colour::Line, true) => (0x3b, 0x3a, 0x38),
            (Colour::Accent, false) => (0x9c, 0x43, 0x12),
            (Colour::Accent, true) => (0xf0, 0xa4, 0x4b),
            (Colour::Second, false) => (0x8c, 0x83, 0x76),
            (Colour::Second, true) => (0x8a, 0x84, 0x7b),
            (Colour::Unknown, false) => (0xb9, 0xb2, 0xa5),
            (Colour::Unknown, true) => (0x5d, 0x5a, 0x55),
        }
    }

    pub(super) fn colour(self, colour: Colour) -> RGBColor {
        let (red, green, blue) = self.rgb(colour);
        RGBColor(red, green, blue)
    }

    pub(super) fn stroke(self, css: f64) -> u32 {
        self.px(css).max(1).unsigned_abs()
    }
}
