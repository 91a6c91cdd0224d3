//! A file to begin with.

use super::OwnKind;

impl OwnKind {
    /// A file of the kind with lines to write over; its figures are made up, round, and of no country's statistics.
    #[must_use]
    pub fn template(self) -> String {
        let lines: &[&str] = match self {
            Self::Production => &[
                "cobalt,mine,COD,2024,100,t,made up: write over it",
                "cobalt,mine,IDN,2024,50e,t,e marks an estimate",
                "cobalt,mine,WORLD,2024,200,t,the total may be left out",
            ],
            Self::Imports => &[
                "cobalt,mine,DEU,COD,2024,100,t,,made up: write over it",
                "cobalt,mine,DEU,ZMB,2024,20,t,400,value in 1000 US dollars if it is known",
            ],
            Self::Suppliers => &[
                "cobalt,mine,Supplier A,COD,2024,100,t,,made up: write over it",
                "cobalt,mine,Supplier B,AUS,2024,40,t,,the country that the goods come from",
            ],
        };
        let header = [self.columns(), self.optional()].concat().join(",");
        format!("{header}\n{}\n", lines.join("\n"))
    }
}
