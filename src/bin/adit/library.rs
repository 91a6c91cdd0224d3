//! The data set asked for: the one built in, or a folder's.

use std::fs;
use std::path::Path;

use adit::data::{Dataset, Files, Methods, Trade, embedded};
use adit::risk::importer::Sources;

use crate::failure::{Answer, Failure};

/// Everything that figures come from.
pub(crate) struct Library {
    pub(crate) data: Dataset,
    trade: Option<Trade>,
    methods: Option<Methods>,
}

impl Library {
    /// What is in a folder, or what is built in.
    pub(crate) fn open(folder: Option<&Path>) -> Answer<Self> {
        Ok(Self {
            data: dataset(folder)?,
            trade: None,
            methods: None,
        })
    }

    /// What the methods read.
    pub(crate) fn sources(&self) -> Sources<'_> {
        Sources {
            data: &self.data,
            trade: self.trade.as_ref(),
            methods: self.methods.as_ref(),
        }
    }
}

/// The data set of a folder, or the one built in.
pub(crate) fn dataset(folder: Option<&Path>) -> Answer<Dataset> {
    match folder {
        None => embedded().cloned().map_err(Failure::problem),
        Some(folder) => load(folder),
    }
}

/// Reads and checks a folder.
fn load(folder: &Path) -> Answer<Dataset> {
    if !folder.is_dir() {
        return Err(Failure::usage(format!(
            "--data {}: there is no such folder; name one that holds minerals.json and the other files of data/README.md",
            folder.display()
        )));
    }
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).map_err(|error| {
            Failure::problem(format!(
                "{}: {error}; a data set needs all seven files that data/README.md names",
                path.display()
            ))
        })
    };
    let (minerals, countries) = (read("minerals.json")?, read("countries.json")?);
    let (blocs, editions) = (read("blocs.json")?, read("editions.json")?);
    let (supply, lists) = (read("supply.json")?, read("lists.json")?);
    let governance = read("governance.json")?;
    let files = Files {
        minerals: &minerals,
        countries: &countries,
        blocs: &blocs,
        editions: &editions,
        supply: &supply,
        lists: &lists,
        governance: &governance,
    };
    Dataset::load(&files).map_err(Failure::problem)
}
