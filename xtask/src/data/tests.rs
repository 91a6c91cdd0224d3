//! The making as a whole: the shipped files are up to date, and next January needs no code.

use std::fs;
use std::path::{Path, PathBuf};

use adit::data::{Dataset, Stage};

use super::{Made, compare, make, run};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A copy of the tables and the shapes in a folder of its own, which goes with it.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("adit-{name}-{}", std::process::id()));
        copy(&root().join("data"), &folder.join("data"));
        Self(folder)
    }

    fn tables(&self) -> PathBuf {
        self.0.join("data/tables")
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // What is left behind lies among temporary files.
        fs::remove_dir_all(&self.0).ok();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder is there") {
        let entry = entry.expect("the entry is readable");
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target);
        } else {
            fs::copy(&source, &target).expect("the file can be copied");
        }
    }
}

/// The made files read as the page reads them.
fn load(made: &[Made]) -> Dataset {
    let snapshot = made.iter().find(|file| file.path == "data/snapshot.bin");
    let bytes = &snapshot.expect("the snapshot is made").content;
    Dataset::from_snapshot(bytes).unwrap_or_else(|error| panic!("{error}"))
}

/// A made-up edition: the tables of 2026 with every year moved on by one.
fn add_next_edition(tables: &Path) {
    let next = tables.join("usgs/mcs2027");
    copy(&tables.join("usgs/mcs2026"), &next);
    for name in ["production.csv", "world_totals.csv"] {
        let text = fs::read_to_string(next.join(name)).expect("the table is there");
        let moved = text.replace(",2025,", ",2026,").replace(",2024,", ",2025,");
        fs::write(next.join(name), moved).expect("the table can be written");
    }
    let editions = fs::read_to_string(tables.join("editions.csv")).expect("the table is there");
    let mut lines: Vec<&str> = editions.lines().collect();
    let line = "mcs2027,Mineral Commodity Summaries 2027,U.S. Geological Survey,10.5066/XXXX,\
                public domain (CC0 1.0),2027-01-30,usgs,usgs/mcs2027,2025,2026,2027,";
    lines.insert(lines.len() - 1, line);
    fs::write(tables.join("editions.csv"), lines.join("\n") + "\n").expect("it can be written");
}

#[test]
fn the_shipped_files_are_what_the_tables_make() {
    assert_eq!(run(&root(), true), Ok(()));
}

#[test]
fn next_january_needs_a_folder_and_a_line() {
    let copy = Copy::new("next");
    let before = load(&make(&copy.0).expect("the tables are good").made);
    add_next_edition(&copy.tables());
    let after = load(&make(&copy.0).expect("the tables are good").made);
    let edition = after
        .edition_by_id("mcs2027")
        .expect("the edition is there");
    let cobalt = after.mineral_by_slug("cobalt").expect("cobalt is there");
    for (stage, year) in [
        (Stage::Mine, 2025),
        (Stage::Mine, 2026),
        (Stage::Reserves, 2027),
    ] {
        assert!(
            after.table(cobalt, stage, edition, year).is_some(),
            "{} {year}",
            stage.slug()
        );
    }
    let of_2026 = before
        .edition_by_id("mcs2026")
        .expect("the edition is there");
    let copied = before
        .tables()
        .iter()
        .filter(|table| table.edition == of_2026)
        .count();
    assert_eq!(after.tables().len(), before.tables().len() + copied);
}

#[test]
fn a_table_that_changed_makes_the_check_name_the_files_that_follow_from_it() {
    let copy = Copy::new("stale");
    let path = copy.tables().join("usgs/mcs2026/production.csv");
    let text = fs::read_to_string(&path).expect("the table is there");
    let line = text
        .lines()
        .find(|line| line.starts_with("cobalt,mine,Congo"))
        .expect("it is listed");
    let changed = text.replacen(line, &line.replace(",t,", "1,t,"), 1);
    fs::write(&path, changed).expect("the table can be written");
    let stale = compare(&copy.0, &make(&copy.0).expect("the tables are good").made);
    let expected = "out of date: data/supply.json, data/checksums.txt, data/snapshot.bin; \
                    run `cargo xtask data`";
    assert_eq!(stale, Err(expected.to_owned()));
}

#[test]
fn a_commodity_that_no_line_is_for_is_named_with_its_remedy() {
    let copy = Copy::new("unknown");
    let path = copy.tables().join("usgs/mcs2026/production.csv");
    let text = fs::read_to_string(&path).expect("the table is there");
    fs::write(
        &path,
        text + "unobtainium,mine,Chile,CHL,2025,1,t,reported,Mine production,\n",
    )
    .expect("the table can be written");
    let error = make(&copy.0).err().expect("the commodity is unknown");
    assert_eq!(
        error,
        "production.csv: no line of data/tables/series.csv is for unobtainium mine of mcs2026; add one, \
         with a reason"
    );
}

#[test]
fn two_rows_for_one_country_are_an_error_where_nothing_says_that_they_add_up() {
    let copy = Copy::new("twice");
    let path = copy.tables().join("usgs/mcs2026/production.csv");
    let text = fs::read_to_string(&path).expect("the table is there");
    let line = text
        .lines()
        .find(|line| line.starts_with("cobalt,mine,Congo"))
        .expect("it is listed");
    let doubled = text.replacen(line, &format!("{line}\n{line}"), 1);
    fs::write(&path, doubled).expect("the table can be written");
    let error = make(&copy.0).err().expect("the row is doubled");
    assert_eq!(
        error,
        "cobalt mine mcs2026: two rows for Congo (Kinshasa) in 2024 that cannot be added up"
    );
}

#[test]
fn a_mineral_without_a_judgement_about_its_trade_is_named() {
    let copy = Copy::new("unjudged");
    let path = copy.tables().join("trade_codes.csv");
    let text = fs::read_to_string(&path).expect("the table is there");
    let line = text.lines().find(|line| line.starts_with("tin,mine,"));
    let line = line.expect("it is listed").to_owned() + "\n";
    fs::write(&path, text.replacen(&line, "", 1)).expect("the table can be written");
    let error = make(&copy.0).err().expect("tin has no line");
    assert_eq!(
        error,
        "data/tables/trade_codes.csv: 0 lines are for code 260900; give it one"
    );
    let gap = line.replace("260900,whole", ",");
    let unused = line.replace("tin,mine,", ",,").replace("whole", "");
    fs::write(&path, text.replacen(&line, &unused, 1)).expect("the table can be written");
    let error = make(&copy.0).err().expect("tin has no line");
    assert_eq!(
        error,
        "data/tables/trade_codes.csv: no line is for tin mine; name its codes, or say why none fits"
    );
    fs::write(&path, text.replacen(&line, &(gap + &unused), 1)).expect("it can be written");
    assert!(make(&copy.0).is_ok());
}

#[test]
fn a_table_of_trade_that_lost_a_row_is_not_taken_for_less_trade() {
    let copy = Copy::new("lost");
    let path = copy.tables().join("trade/totals.csv");
    let text = fs::read_to_string(&path).expect("the table is there");
    let line = text.lines().find(|line| line.starts_with("260900,2023,"));
    let line = line.expect("it is listed");
    let count: Vec<&str> = line.split(',').collect();
    let more = line.replacen(count[2], "9999", 1);
    fs::write(&path, text.replacen(line, &more, 1)).expect("the table can be written");
    let all = make(&copy.0).expect("the other tables are good");
    let error = all.trade.load(&all.dataset).err();
    let expected = "data/tables/trade/baci_2019_2024.csv.gz: the flows of 260900 in 2023 do not add up to \
                    those of trade/totals.csv; restore the table";
    assert_eq!(error.as_deref(), Some(expected));
}

#[test]
fn another_table_of_trade_needs_its_digest_and_its_totals() {
    let copy = Copy::new("digest");
    let path = copy.tables().join("trade/baci_2019_2024.csv.gz");
    let mut bytes = fs::read(&path).expect("the table is there");
    bytes.push(0);
    fs::write(&path, bytes).expect("the table can be written");
    let error = make(&copy.0).err().expect("the digest is another");
    assert!(
        error.ends_with("make trade/totals.csv anew and name the new digest"),
        "{error}"
    );
}
