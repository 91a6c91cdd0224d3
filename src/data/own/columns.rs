//! The three kinds of files and the columns that each has.

/// What a file of the reader's holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnKind {
    /// Production by country: it takes the place of the editions' in its years.
    Production,
    /// Imports by importer and exporter: they take the place of the source's, importer by importer.
    Imports,
    /// A firm's suppliers by country: the firm becomes an importer beside the countries.
    Suppliers,
}

impl OwnKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Production, Self::Imports, Self::Suppliers];

    /// The kind's word on the command line and in names of files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Production => "production",
            Self::Imports => "imports",
            Self::Suppliers => "suppliers",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The columns that a file of the kind must have, in the template's order.
    #[must_use]
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Production => &["mineral", "stage", "country", "year", "quantity", "unit"],
            Self::Imports => &[
                "mineral", "stage", "importer", "exporter", "year", "quantity", "unit",
            ],
            Self::Suppliers => &[
                "mineral", "stage", "supplier", "country", "year", "quantity", "unit",
            ],
        }
    }

    /// The columns that it may have beside them.
    #[must_use]
    pub const fn optional(self) -> &'static [&'static str] {
        match self {
            Self::Production => &["note"],
            Self::Imports | Self::Suppliers => &["value_kusd", "note"],
        }
    }

    /// The kind that a first line is meant to be.
    pub(super) fn of_header(names: &[String]) -> Self {
        let has = |name: &str| names.iter().any(|one| one == name);
        if has("importer") || has("exporter") {
            Self::Imports
        } else if has("supplier") {
            Self::Suppliers
        } else {
            Self::Production
        }
    }
}
