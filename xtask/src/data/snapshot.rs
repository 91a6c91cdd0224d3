//! The page's own copy of the data: the made files, checked and packed.

use adit::data::{Dataset, Files};

/// Checks the made files together and packs them; `text` gives a made file by its name.
pub(super) fn of<'a>(text: impl Fn(&str) -> &'a str) -> Result<Vec<u8>, String> {
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
    dataset.to_snapshot().map_err(|error| error.to_string())
}
