//! Reading of tables: rows typed by their header, and a digest of every file read.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// The folder of tables, and what has been read from it.
pub(super) struct Tables {
    folder: PathBuf,
    read: BTreeMap<String, Read>,
}

struct Read {
    digest: String,
    rows: usize,
}

impl Tables {
    pub(super) fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            read: BTreeMap::new(),
        }
    }

    /// Every row of a table, typed by the header; a column too many or too few is an error.
    pub(super) fn rows<T: DeserializeOwned>(&mut self, path: &str) -> Result<Vec<T>, String> {
        let bytes = self.bytes(path)?;
        let mut rows = Vec::new();
        for (at, row) in csv::Reader::from_reader(bytes.as_slice())
            .deserialize()
            .enumerate()
        {
            rows.push(row.map_err(|error| format!("data/tables/{path}, row {}: {error}", at + 1))?);
        }
        if let Some(read) = self.read.get_mut(path) {
            read.rows = rows.len();
        }
        Ok(rows)
    }

    /// A file as it is.
    pub(super) fn bytes(&mut self, path: &str) -> Result<Vec<u8>, String> {
        let bytes = fs::read(self.folder.join(path))
            .map_err(|error| format!("data/tables/{path}: {error}"))?;
        let mut digest = String::with_capacity(64);
        for byte in Sha256::digest(&bytes) {
            // Writing to a string cannot fail.
            write!(digest, "{byte:02x}").map_err(|error| error.to_string())?;
        }
        let read = Read { digest, rows: 0 };
        self.read.insert(path.to_owned(), read);
        Ok(bytes)
    }

    /// The digest of a file that was read.
    pub(super) fn digest(&self, path: &str) -> Option<&str> {
        self.read.get(path).map(|read| read.digest.as_str())
    }

    /// What was read, a line per table.
    pub(super) fn summary(&self) -> Vec<String> {
        self.read
            .iter()
            .map(|(path, read)| format!("read {path} ({} rows)", read.rows))
            .collect()
    }

    /// The digests in the format of `sha256sum`, with paths from the repository's root.
    pub(super) fn checksums(&self) -> String {
        self.read.iter().fold(String::new(), |text, (path, read)| {
            text + &read.digest + "  data/tables/" + path + "\n"
        })
    }
}
