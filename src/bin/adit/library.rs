//! Everything that figures come from: what is built in, or a folder's files.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use adit::certificate::data_id;
use adit::data::{
    Dataset, Files, Methods, MethodsFiles, OwnData, Trade, TradeFiles, embedded, shipped,
};
use adit::risk::importer::Sources;

use crate::failure::{Answer, Failure};

/// Everything that figures come from.
pub(crate) struct Library {
    pub(crate) data: Dataset,
    pub(crate) trade: Option<Trade>,
    pub(crate) methods: Option<Methods>,
    /// The name of all of it, where it is known without packing it.
    name: Option<String>,
}

impl Library {
    /// What is in a folder; what is built in, with a file of one's own over it; or what is built in.
    pub(crate) fn open(path: Option<&Path>) -> Answer<Self> {
        let Some(path) = path else {
            return Self::built_in();
        };
        if !path.is_file() {
            return read(path);
        }
        let bytes = fs::read(path)
            .map_err(|error| Failure::problem(format!("{}: {error}", path.display())))?;
        let name = path.file_name().map(|name| name.to_string_lossy());
        let name = name.unwrap_or_else(|| path.to_string_lossy());
        let mut library = Self::built_in()?;
        let own = OwnData::read(&name, &bytes, &library.data).map_err(Failure::problem)?;
        library.data = own.over(&library.data);
        library.name = Some(data_id::with_own(&bytes));
        Ok(library)
    }

    fn built_in() -> Answer<Self> {
        Ok(Self {
            data: embedded().cloned().map_err(Failure::problem)?,
            trade: Some(shipped::trade().cloned().map_err(Failure::problem)?),
            methods: Some(shipped::methods().cloned().map_err(Failure::problem)?),
            name: Some(data_id::SHIPPED.to_owned()),
        })
    }

    /// The name of all of it, by which certificates know it.
    pub(crate) fn id(&self) -> Answer {
        let pack = || data_id::of(&self.data, self.methods.as_ref(), self.trade.as_ref());
        match &self.name {
            Some(name) => Ok(name.clone()),
            None => pack().map_err(Failure::problem),
        }
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

/// Reads and checks a folder: the seven files of a data set, and what there is beside them.
fn read(folder: &Path) -> Answer<Library> {
    if !folder.is_dir() {
        return Err(Failure::usage(format!(
            "--data {}: there is no such folder or file; name a folder that holds minerals.json and the other files of \
             data/README.md, or a CSV file as `adit template` prints one",
            folder.display()
        )));
    }
    let data = dataset(folder)?;
    let trade = trade(folder, &data)?;
    let methods = methods(folder, &data)?;
    Ok(Library {
        data,
        trade,
        methods,
        name: None,
    })
}

fn dataset(folder: &Path) -> Answer<Dataset> {
    let remedy = "a data set needs all seven files that data/README.md names";
    let read = |name| needed(folder, name, remedy);
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

/// Trade, where the folder has it.
fn trade(folder: &Path, data: &Dataset) -> Answer<Option<Trade>> {
    let (about, flows) = (there(folder, "trade.json")?, there(folder, "trade.csv")?);
    let (about, flows) = match (about, flows) {
        (None, None) => return Ok(None),
        (Some(about), Some(flows)) => (about, flows),
        (None, Some(_)) => return Err(alone(folder, "trade.csv", "trade.json")),
        (Some(_), None) => return Err(alone(folder, "trade.json", "trade.csv")),
    };
    let files = TradeFiles {
        about: &about,
        flows: &flows,
    };
    Trade::load(&files, data)
        .map(Some)
        .map_err(Failure::problem)
}

/// Assessments, published import reliance and older scores, where the folder has them.
fn methods(folder: &Path, data: &Dataset) -> Answer<Option<Methods>> {
    const NAMES: [&str; 3] = ["assessments.json", "reliance.json", "governance_long.json"];
    let mut texts = Vec::new();
    for name in NAMES {
        texts.push(there(folder, name)?);
    }
    if texts.iter().all(Option::is_none) {
        return Ok(None);
    }
    let remedy = "assessments.json, reliance.json and governance_long.json go together";
    let mut whole = Vec::new();
    for name in NAMES {
        whole.push(needed(folder, name, remedy)?);
    }
    let files = MethodsFiles {
        assessments: &whole[0],
        reliance: &whole[1],
        governance: &whole[2],
    };
    Methods::load(&files, data)
        .map(Some)
        .map_err(Failure::problem)
}

/// A file's text.
fn needed(folder: &Path, name: &str, remedy: &str) -> Answer {
    let path = folder.join(name);
    fs::read_to_string(&path)
        .map_err(|error| Failure::problem(format!("{}: {error}; {remedy}", path.display())))
}

/// A file's text, if it is there.
fn there(folder: &Path, name: &str) -> Answer<Option<String>> {
    let path = folder.join(name);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::problem(format!("{}: {error}", path.display()))),
    }
}

fn alone(folder: &Path, name: &str, other: &str) -> Failure {
    Failure::problem(format!(
        "{}: {name} is there without {other}; give both, or neither",
        folder.display()
    ))
}
