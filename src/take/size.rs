//! How large a picture is.

use std::ops::RangeInclusive;

/// The width, in CSS pixels, at which the pictures for other sites are laid out before they are scaled to theirs.
const LAID_OUT: f64 = 800.0;

/// How large a picture is, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    width: u32,
    /// None where it is as high as what it shows.
    height: Option<u32>,
}

impl Size {
    /// The widths that a picture may have whose height follows.
    pub const WIDTHS: RangeInclusive<u32> = 200..=4000;
    /// The sizes for other sites: links, cards, squares.
    pub const NAMED: [Self; 3] = [
        Self::of(1200, 628),
        Self::of(800, 418),
        Self::of(1080, 1080),
    ];

    const fn of(width: u32, height: u32) -> Self {
        Self {
            width,
            height: Some(height),
        }
    }

    /// So wide, and as high as what it shows.
    #[must_use]
    pub const fn wide(width: u32) -> Self {
        Self {
            width,
            height: None,
        }
    }

    /// The size's word: a width, or width and height such as `1200x628`.
    #[must_use]
    pub fn word(self) -> String {
        match self.height {
            Some(height) => format!("{}x{height}", self.width),
            None => self.width.to_string(),
        }
    }

    /// Reads a word; none for a width that no picture may have, and for a pair that is none of the named ones.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let named = Self::NAMED.into_iter().find(|size| size.word() == word);
        let width = || {
            word.parse()
                .ok()
                .filter(|width| Self::WIDTHS.contains(width))
        };
        named.or_else(|| width().map(Self::wide))
    }

    /// The plane on which it is laid out: its width, and its height where that is given.
    pub(super) fn plane(self) -> (f64, Option<f64>) {
        let width = f64::from(self.width);
        match self.height {
            Some(height) => (LAID_OUT, Some(LAID_OUT * f64::from(height) / width)),
            None => (width, None),
        }
    }

    /// Width and height in CSS pixels of a picture that is so high on its plane.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a picture is far smaller than u32's range"
    )]
    pub(super) fn dots(self, tall: f64) -> (u32, u32) {
        (self.width, self.height.unwrap_or(tall.ceil() as u32))
    }
}
