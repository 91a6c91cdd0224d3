//! The figures that views have, by the words of options.

use crate::state::View;

/// A figure of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Who holds the mineral, on the map.
    Map,
    /// The same as ranked bars.
    Ranking,
    /// The same over the years.
    Trend,
    /// Supply risk and economic importance of all minerals.
    Risk,
    /// Where the methods disagree about them.
    Methods,
    /// Whom an importer buys from, on the map.
    Flows,
    /// Who would supply less and who more, on the map.
    Shift,
    /// Use over the months of a scenario.
    Path,
    /// How large the loss may be.
    Losses,
    /// With whom an importer has agreements, on the map.
    Agreements,
    /// Risk against what it asks of people and nature.
    Burden,
    /// The bars beside a step of the walk through the study.
    Claim,
}

impl Kind {
    /// Every figure, view after view.
    pub const ALL: [Self; 12] = [
        Self::Map,
        Self::Ranking,
        Self::Trend,
        Self::Risk,
        Self::Methods,
        Self::Flows,
        Self::Shift,
        Self::Path,
        Self::Losses,
        Self::Agreements,
        Self::Burden,
        Self::Claim,
    ];

    /// Its word on the command line and in file names.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Ranking => "ranking",
            Self::Trend => "trend",
            Self::Risk => "risk",
            Self::Methods => "methods",
            Self::Flows => "flows",
            Self::Shift => "shift",
            Self::Path => "path",
            Self::Losses => "losses",
            Self::Agreements => "agreements",
            Self::Burden => "burden",
            Self::Claim => "claim",
        }
    }

    /// The figure of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The view that it stands in.
    #[must_use]
    pub const fn view(self) -> View {
        match self {
            Self::Map | Self::Ranking | Self::Trend => View::Map,
            Self::Risk | Self::Methods => View::Minerals,
            Self::Flows => View::Dependence,
            Self::Shift | Self::Path | Self::Losses => View::Shock,
            Self::Agreements | Self::Burden => View::Alliances,
            Self::Claim => View::Study,
        }
    }

    /// Whether it is about an importer, whom somebody must name.
    #[must_use]
    pub const fn is_about_importer(self) -> bool {
        matches!(
            self.view(),
            View::Minerals | View::Dependence | View::Alliances
        )
    }

    /// The figures of a view, in its order.
    pub fn of_view(view: View) -> impl Iterator<Item = Self> {
        Self::ALL
            .into_iter()
            .filter(move |kind| kind.view() == view)
    }
}
