//! The page's own copy of the data: the made files, checked and packed.

use adit::data::{Dataset, Files, Methods, MethodsFiles};

/// The made files as one dataset, and as bytes.
pub(super) struct Packed {
    pub(super) dataset: Dataset,
    /// `snapshot.bin`.
    pub(super) snapshot: Vec<u8>,
    /// `methods.bin`.
    pub(super) methods: Vec<u8>,
}

/// Checks the made files together and packs them; `text` gives a made file by its name.
pub(super) fn of<'a>(text: impl Fn(&str) -> &'a str) -> Result<Packed, String> {
    let files = Files {
        minerals: text("minerals.json"),
        countries: text("countries.json"),
        blocs: text("blocs.json"),
        editions: text("editions.json"),
        supply: text("supply.json"),
        lists: text("lists.json"),
        governance: text("governance.json"),
    };
    let dataset = Dataset::load(&files).map_err(|error| error.to_string())?;
    let files = MethodsFiles {
        assessments: text("assessments.json"),
        reliance: text("reliance.json"),
        governance: text("governance_long.json"),
    };
    let methods = Methods::load(&files, &dataset).map_err(|error| error.to_string())?;
    let snapshot = dataset.to_snapshot().map_err(|error| error.to_string())?;
    let methods = methods
        .to_bytes(&dataset)
        .map_err(|error| error.to_string())?;
    Ok(Packed {
        dataset,
        snapshot,
        methods,
    })
}
