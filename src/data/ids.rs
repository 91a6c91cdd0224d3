//! Dense identifiers: positions in the slices of one [`Dataset`](super::Dataset).
//!
//! Slugs and ISO codes live at the edges (links, files, command line); inside, a mineral or a country
//! is a small number that indexes a slice. An identifier means nothing in another dataset.

use serde::{Deserialize, Serialize};

macro_rules! dense_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(u16);

        impl $name {
            /// Position in the dataset's slice.
            #[must_use]
            pub fn index(self) -> usize {
                usize::from(self.0)
            }

            /// The identifier of the entry at `index`; files hold far fewer entries than fit.
            pub(crate) fn at(index: usize) -> Self {
                Self(u16::try_from(index).unwrap_or(u16::MAX))
            }
        }
    };
}

dense_id!(
    /// A mineral of the dataset; ordered as the slugs are.
    MineralId
);
dense_id!(
    /// A country or territory of the dataset; ordered as the ISO 3166-1 alpha-3 codes are.
    CountryId
);
dense_id!(
    /// A bloc of the dataset; ordered as the file lists them.
    BlocId
);
dense_id!(
    /// An edition of a source; ordered as the file lists them, oldest first.
    EditionId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_gives_back_its_position_and_keeps_the_order() {
        assert_eq!(MineralId::at(41).index(), 41);
        assert!(CountryId::at(2) < CountryId::at(3));
    }
}
