//! Which of the page's questions the reader looks at.

/// A view of the one state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// Where does it come from?
    #[default]
    Map,
    /// Which are risky?
    Minerals,
    /// Who depends on whom?
    Dependence,
    /// What if it stops?
    Shock,
    /// What if the figures were mine?
    Data,
}

impl View {
    /// Every view, in the order for showing them.
    pub const ALL: [Self; 5] = [
        Self::Map,
        Self::Minerals,
        Self::Dependence,
        Self::Shock,
        Self::Data,
    ];

    /// The view's word in links.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Minerals => "minerals",
            Self::Dependence => "dependence",
            Self::Shock => "shock",
            Self::Data => "data",
        }
    }

    /// The view of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.word() == word)
    }
}
