//! Everything of a view in one file: pictures, data, sources, licences and citation.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::citation::VERSION;
use super::{Day, Taken};
use crate::i18n::{Contents, EN_TAKE};

/// The mark that tells spreadsheets that a file is UTF-8.
pub const MARK: &str = "\u{feff}";

/// A file of an archive: its name and what is in it.
pub type Entry = (String, Vec<u8>);

impl Taken<'_> {
    /// The name of the view's files, without an ending: what it is about, and of which figures.
    #[must_use]
    pub fn name(&self) -> String {
        use crate::state::View;

        let data = self.data();
        let (edition, year) = (
            &data.edition(self.table.edition).id,
            self.table.year.to_string(),
        );
        let importer = self.importer.map_or("world", |one| data.importer_code(one));
        let mineral = data.mineral(self.state.mineral).slug.as_str();
        let stage = self.state.stage.slug();
        let view = self.state.view.word();
        let parts: Vec<&str> = match self.state.view {
            View::Map => vec![view, mineral, stage, edition, &year],
            View::Minerals => vec![view, importer, stage],
            View::Dependence | View::Alliances => {
                vec![view, mineral, importer, stage, edition, &year]
            }
            View::Shock => vec![view, mineral, importer],
            View::Study | View::Data => vec![view],
        };
        format!("adit-{}", parts.join("-"))
    }

    /// The view as a ZIP archive, with pictures that were made of it, at the address of its link, on a day.
    ///
    /// # Errors
    /// What the archive could not be made of.
    pub fn archive(&self, pictures: Vec<Entry>, link: &str, day: Day) -> Result<Vec<u8>, String> {
        let mut entries = self.texts(link, day);
        for table in self.tables() {
            let csv = format!("{MARK}{}", table.csv());
            entries.push((format!("data/{}.csv", table.file), csv.into_bytes()));
        }
        let json = self.json().map(|json| json + "\n");
        entries.extend(json.map(|json| ("data/figures.json".to_owned(), json.into_bytes())));
        entries.extend(pictures);
        let told = |error: zip::result::ZipError| error.to_string();
        let date = DateTime::from_date_and_time(day.year, day.month, day.day, 0, 0, 0);
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(date.map_err(|error| error.to_string())?)
            .unix_permissions(0o644);
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            archive
                .start_file(format!("{}/{name}", self.name()), options)
                .map_err(told)?;
            archive
                .write_all(&bytes)
                .map_err(|error| error.to_string())?;
        }
        Ok(archive.finish().map_err(told)?.into_inner())
    }

    /// What is said about the rest.
    fn texts(&self, link: &str, day: Day) -> Vec<Entry> {
        let mut origins = self.origins();
        origins.push(self.drawn_by());
        let address = |link: Option<String>| link.unwrap_or_else(|| EN_TAKE.no_address.to_owned());
        let sources = origins.iter().map(|one| {
            let address = address(one.link());
            format!(
                "{}\n  {}\n  {}\n  {address}\n",
                one.what, one.citation, one.licence
            )
        });
        let sources: Vec<String> = sources.collect();
        let licences = origins
            .iter()
            .map(|one| format!("{}: {}\n  {}\n", one.what, one.licence, one.citation));
        let licences: Vec<String> = licences.collect();
        let citation = self.citation(link, day);
        let readme = (EN_TAKE.readme)(Contents {
            title: &self.title(),
            finding: &self.finding(),
            link,
            version: VERSION,
            day: &day.written(),
        });
        let file = |name: &str, text: String| (name.to_owned(), text.into_bytes());
        vec![
            file("README.txt", readme),
            file("SOURCES.txt", sources.join("\n")),
            file(
                "LICENCE.txt",
                format!("{}\n\n{}", EN_TAKE.terms, licences.join("\n")),
            ),
            file("CITATION.txt", citation.text() + "\n"),
            file("citation.bib", citation.bibtex()),
        ]
    }
}
