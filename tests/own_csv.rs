//! A reader's own CSV: every kind of mistake is named with line, column and remedy; a right file changes what it is
//! about and nothing else.

use adit::data::{
    Dataset, EditionKind, Importer, OWN_FIRM, OwnData, OwnKind, Stage, Trade, embedded, shipped,
};
use adit::report::{Figures, table_for};
use adit::risk::importer::{Case, Sources};
use adit::state::{Selection, ViewState};

fn data() -> &'static Dataset {
    embedded().expect("the shipped data are sound")
}

fn trade() -> &'static Trade {
    shipped::trade().expect("the shipped trade is sound")
}

fn read(text: &str) -> OwnData {
    match OwnData::read("mine.csv", text.as_bytes(), data()) {
        Ok(own) => own,
        Err(error) => panic!("{error}"),
    }
}

/// What is said about a file, a mistake a line, without the file's name.
#[track_caller]
fn complaints(text: &[u8]) -> Vec<String> {
    let error = OwnData::read("mine.csv", text, data()).expect_err("there is a mistake");
    error.issues.iter().map(ToString::to_string).collect()
}

const PRODUCTION: &str = "mineral,stage,country,year,quantity,unit";
const IMPORTS: &str = "mineral,stage,importer,exporter,year,quantity,unit";
const SUPPLIERS: &str = "mineral,stage,supplier,country,year,quantity,unit";

#[track_caller]
fn production(line: &str, expected: &str) {
    assert_eq!(
        complaints(format!("{PRODUCTION}\n{line}\n").as_bytes()),
        [expected],
        "{line}"
    );
}

#[track_caller]
fn imports(line: &str, expected: &str) {
    assert_eq!(
        complaints(format!("{IMPORTS}\n{line}\n").as_bytes()),
        [expected],
        "{line}"
    );
}

#[test]
fn every_template_is_right_as_it_is() {
    for kind in OwnKind::ALL {
        let own = read(&kind.template());
        assert_eq!(own.kind, kind);
        assert_eq!(OwnKind::from_word(kind.word()), Some(kind));
    }
}

#[test]
fn a_file_that_is_no_table_is_refused_as_a_whole() {
    assert_eq!(
        complaints(b""),
        ["the file is empty; begin with the template’s first line"]
    );
    assert_eq!(
        complaints(b"mineral\nPK\x03\x04\xff\xfe"),
        [
            "line 2: what stands here is no text in UTF-8; save the table as “CSV UTF-8”; a workbook cannot be read"
        ]
    );
    assert_eq!(
        complaints(PRODUCTION.as_bytes()),
        [
            "line 1: there are no figures under the columns’ names; write a line for each figure below the first one"
        ]
    );
    let large = complaints(&vec![b'a'; 2_000_001]);
    assert_eq!(
        large,
        ["the file has 2000001 bytes; keep it under 2000000: one mineral or one year at a time"]
    );
    let many = format!(
        "{SUPPLIERS}\n{}",
        "cobalt,mine,A,COD,2023,1,t\n".repeat(20_001)
    );
    assert_eq!(
        complaints(many.as_bytes()),
        ["line 20002: more than 20000 lines; read one mineral or one year at a time"]
    );
}

#[test]
fn columns_that_are_missing_unknown_or_twice_are_named() {
    assert_eq!(
        complaints(b"mineral,stage,country,year,quantity\n"),
        ["line 1: column \"unit\" is missing; begin with mineral,stage,country,year,quantity,unit"]
    );
    assert_eq!(
        complaints(format!("{PRODUCTION},price\n").as_bytes()),
        [
            "line 1, column 7 (price): unknown column \"price\"; a file of production has mineral, stage, country, year, \
          quantity, unit, note"
        ]
    );
    assert_eq!(
        complaints(format!("{PRODUCTION},year\n").as_bytes()),
        ["line 1, column 7 (year): column \"year\" is there twice; keep one of them"]
    );
}

#[test]
fn every_mistake_in_a_line_has_its_column_and_its_remedy() {
    production(
        "cobald,mine,COD,2023,10,t",
        "line 2, column 1 (mineral): unknown mineral \"cobald\"; did you mean cobalt?",
    );
    production(
        "cobalt,mines,COD,2023,10,t",
        "line 2, column 2 (stage): unknown stage \"mines\"; write mine or refine",
    );
    production(
        "cobalt,reserves,COD,2023,10,t",
        "line 2, column 2 (stage): reserves are neither produced nor traded; write mine or refine",
    );
    production(
        "cobalt,mine,Zaire,2023,10,t",
        "line 2, column 3 (country): unknown country \"Zaire\"; write an ISO 3166-1 alpha-3 code or an English name; \
         did you mean Zambia?",
    );
    production(
        "cobalt,mine,EU,2023,10,t",
        "line 2, column 3 (country): EU is a bloc, not a country; write its members, a line each; views of the bloc \
         add them up",
    );
    production(
        "cobalt,mine,COD,23,10,t",
        "line 2, column 4 (year): 23 is too far away; write a year from 1990 to 2099",
    );
    production(
        "cobalt,mine,COD,2023/24,10,t",
        "line 2, column 4 (year): \"2023/24\" is not a year; write four digits, such as 2024",
    );
    production(
        "cobalt,mine,COD,2023,,t",
        "line 2, column 5 (quantity): the quantity is empty; write a number, 0 for nothing, NA for not known, or leave \
         the line out",
    );
    production(
        "cobalt,mine,COD,2023,\"1,000\",t",
        "line 2, column 5 (quantity): \"1,000\" has a sign between its digits; write a point before decimals and \
         nothing between thousands",
    );
    production(
        "cobalt,mine,COD,2023,ten,t",
        "line 2, column 5 (quantity): \"ten\" is not a figure; write digits with at most one point",
    );
    production(
        "cobalt,mine,COD,2023,-10,t",
        "line 2, column 5 (quantity): a quantity cannot be negative, but the cell is \"-10\"; write digits with at \
         most one point",
    );
    production(
        "cobalt,mine,COD,2023,10,tons",
        "line 2, column 6 (unit): unknown unit \"tons\"; write one of t, kt, Mt, kg, kct, Mct, or %",
    );
    production(
        "cobalt,mine,COD,2023,10,",
        "line 2, column 6 (unit): the unit is empty; write one of t, kt, Mt, kg, kct, Mct",
    );
    production(
        "cobalt,mine,COD,2023,1,000,t",
        "line 2: 7 cells in place of 6; write one cell a column; a comma inside a number or a name splits it",
    );
    production(
        "cobalt,mine,\"COD,2023,10,t\ncobalt,mine,AUS,2023,10,t",
        "line 2: a quotation mark before \"COD,2023,10,t\" is not closed on its line; close it, or leave quotation \
         marks out",
    );
}

#[test]
fn mistakes_of_trade_have_their_column_and_their_remedy() {
    imports(
        "cobalt,mine,DEU,DEU,2023,10,t",
        "line 2, column 4 (exporter): DEU sells to itself; leave trade within a country out",
    );
    imports(
        "cobalt,mine,DEU,COD,2023,0,t",
        "line 2, column 6 (quantity): nothing was bought; leave the line out",
    );
    imports(
        "cobalt,mine,DEU,COD,2023,<5,t",
        "line 2, column 6 (quantity): \"<5\" is no amount; write a number, with e behind it if it is an estimate, or \
         leave the line out",
    );
    imports(
        "cobalt,mine,DEU,COD,2023,5,%",
        "line 2, column 7 (unit): parts of a whole are no amounts; write amounts in one of t, kt, Mt, kg, kct, Mct",
    );
    imports(
        "cobalt,mine,DEU,World,2023,5,t",
        "line 2, column 4 (exporter): the world is nobody’s trading partner; write a country",
    );
    let value = format!("{IMPORTS},value_kusd\ncobalt,mine,DEU,COD,2023,5,t,-1\n");
    assert_eq!(
        complaints(value.as_bytes()),
        [
            "line 2, column 8 (value_kusd): \"-1\" is no value; write thousand US dollars, more than 0, or leave the \
          cell empty"
        ]
    );
    let nameless = format!("{SUPPLIERS}\ncobalt,mine,,COD,2023,5,t\n");
    assert_eq!(
        complaints(nameless.as_bytes()),
        [
            "line 2, column 3 (supplier): the supplier has no name; write a name, or any word that tells it from the \
          others"
        ]
    );
}

#[test]
fn mistakes_between_lines_name_both() {
    production(
        "cobalt,mine,COD,2023,10,t\ncobalt,mine,COD,2023,11,t",
        "line 3: the same is on line 2; keep one of the two, or add them up",
    );
    production(
        "cobalt,mine,COD,2023,10,t\ncobalt,mine,AUS,2023,1,kt",
        "line 3: the unit is kt, and t on line 2; write one unit for a mineral at a stage in a year",
    );
    production(
        "cobalt,mine,COD,2023,10,t\ncobalt,mine,WORLD,2023,8,t",
        "line 3: the countries add up to 10, more than 8; correct the total or the countries",
    );
    production(
        "cobalt,mine,COD,2023,70,%\ncobalt,mine,AUS,2023,40,%",
        "line 2: the countries add up to 110, more than 100; correct the total or the countries",
    );
    production(
        "cobalt,mine,COD,2023,NA,t",
        "line 2: no country has an amount; write the amount of at least one country",
    );
}

#[test]
fn a_table_that_is_wrong_everywhere_is_not_listed_without_end() {
    let text = format!("{PRODUCTION}\n{}", "x,mine,COD,2023,10,t\n".repeat(500));
    let said = complaints(text.as_bytes());
    assert_eq!(said.len(), 101);
    assert_eq!(
        said[100],
        "400 more mistakes like these; correct the first ones and read the file again"
    );
}

#[test]
fn names_separators_and_the_mark_of_spreadsheets_are_understood() {
    let text =
        "\u{feff}Mineral;Stage;Country;Year;Quantity;Unit\r\nCobalt;mine;DR Congo;2023;10.5;kt\r\n";
    let own = match OwnData::read("mine.csv", text.as_bytes(), data()) {
        Ok(own) => own.over(data()),
        Err(error) => panic!("{error}"),
    };
    let cobalt = data().mineral_by_slug("cobalt").expect("cobalt");
    let first = ViewState {
        mineral: cobalt,
        stage: Stage::Mine,
        ..ViewState::first(data())
    };
    let table = Selection::of(&own, &first).table;
    assert_eq!(own.edition(table.edition).kind, EditionKind::Own);
    assert_eq!((table.year, table.unit.as_str()), (2023, "kt"));
    assert_eq!(own.country(table.countries[0].0).iso3, "COD");
}

fn figures(data: &Dataset, link: &str, importer: Option<&str>) -> Figures {
    let state = adit::state::query::decode(link, data).state;
    let importer: Option<Importer> =
        importer.map(|code| data.importer_by_code(code).expect("a known importer"));
    let sources = Sources {
        data,
        trade: Some(trade()),
        methods: Some(shipped::methods().expect("the shipped assessments are sound")),
    };
    let last = importer.and_then(|_| sources.last_trade_year());
    let table = table_for(data, &state, importer, last);
    Figures::of(&sources, &Case::of(&sources, table, importer))
}

#[test]
fn own_production_counts_in_its_mineral_stage_and_year_and_nowhere_else() {
    let text = format!(
        "{PRODUCTION}\ncobalt,mine,COD,2023,30,t\ncobalt,mine,AUS,2023,10,t\ncobalt,mine,WORLD,2023,50,t\n"
    );
    let own = read(&text).over(data());
    let mine = figures(&own, "mineral=cobalt&year=2023", None);
    assert_eq!((mine.edition.as_str(), mine.year), ("own", 2023));
    let shares: Vec<_> = mine
        .shares
        .iter()
        .map(|row| (row.country.as_str(), row.share))
        .collect();
    assert_eq!(shares, [("COD", Some(0.6)), ("AUS", Some(0.2))]);
    assert_eq!(mine.source, "Your own data: mine.csv");
    for link in [
        "mineral=cobalt&year=2022",
        "mineral=nickel",
        "mineral=cobalt&stage=refine&edition=ec2023",
    ] {
        assert_eq!(
            figures(&own, link, Some("EU")),
            figures(data(), link, Some("EU")),
            "{link}"
        );
    }
}

#[test]
fn own_imports_take_the_place_of_their_importers_and_of_no_other() {
    let text = format!("{IMPORTS}\ncobalt,mine,DEU,AUS,2023,75,t\ncobalt,mine,DEU,CAN,2023,25,t\n");
    let own = read(&text).over(data());
    let link = "mineral=cobalt&year=2023";
    let partners = |figures: &Figures| -> Vec<(String, Option<f64>)> {
        let importer = figures.importer.as_ref().expect("an importer");
        let trade = importer.trade.as_ref().expect("trade");
        trade
            .partners
            .iter()
            .map(|one| (one.country.clone(), one.quantity_t))
            .collect()
    };
    let germany = figures(&own, link, Some("DEU"));
    assert_eq!(
        partners(&germany),
        [
            ("AUS".to_owned(), Some(75.0)),
            ("CAN".to_owned(), Some(25.0))
        ]
    );
    assert_eq!(
        figures(&own, link, Some("FRA")),
        figures(data(), link, Some("FRA"))
    );
    // The bloc has the other members' shipped imports and these.
    let australia = |figures: &Figures| {
        let all = partners(figures);
        all.into_iter()
            .find(|(iso3, _)| iso3 == "AUS")
            .and_then(|(_, tonnes)| tonnes)
    };
    let (before, after) = (
        figures(data(), link, Some("EU")),
        figures(&own, link, Some("EU")),
    );
    let german = australia(&figures(data(), link, Some("DEU"))).unwrap_or_default();
    let expected = australia(&before).unwrap_or_default() - german + 75.0;
    assert!((australia(&after).expect("Australia sells") - expected).abs() < 1e-9);
}

#[test]
fn own_imports_of_a_year_without_trade_answer_for_their_importer_and_not_for_a_bloc() {
    let text = format!("{IMPORTS}\ncobalt,mine,DEU,AUS,2025,75,t\n");
    let own = read(&text).over(data());
    let state = adit::state::query::decode("mineral=cobalt&year=2025", &own).state;
    let table = Selection::of(&own, &state).table;
    let sources = Sources {
        data: &own,
        trade: Some(trade()),
        methods: None,
    };
    let bought = |code: &str| {
        let case = Case::of(&sources, table, own.importer_by_code(code));
        case.importer
            .expect("an importer")
            .risk
            .trade
            .map(|trade| trade.imports)
    };
    assert_eq!(table.year, 2025);
    assert_eq!(bought("DEU"), Ok(75.0));
    assert!(bought("EU").is_err());
    // Left open, the question is about the newest year that the importer has figures for.
    assert_eq!(figures(&own, "mineral=cobalt", Some("DEU")).year, 2025);
    assert_eq!(figures(&own, "mineral=cobalt", Some("EU")).year, 2024);
}

#[test]
fn a_firm_is_an_importer_without_production() {
    let text = format!(
        "{SUPPLIERS}\ncobalt,mine,A,COD,2023,60,t\ncobalt,mine,B,COD,2023,20,t\ncobalt,mine,C,AUS,2023,20,t\n"
    );
    let own = read(&text).over(data());
    let firm = figures(&own, "mineral=cobalt", Some(OWN_FIRM));
    assert_eq!(firm.year, 2023);
    let risks = firm.importer.expect("the firm");
    assert_eq!(risks.production_t, Some(0.0));
    assert_eq!(risks.import_reliance, Some(1.0));
    let trade = risks.trade.expect("its purchases");
    let partners: Vec<_> = trade
        .partners
        .iter()
        .map(|one| (one.country.as_str(), one.quantity_t))
        .collect();
    assert_eq!(partners, [("COD", Some(80.0)), ("AUS", Some(20.0))]);
    assert!(trade.partners.iter().all(|one| one.value_kusd.is_none()));
    // GeoPolRisk = HHI · Σ(risk · part of purchases), from the same inputs.
    let world = firm.hhi.expect("a concentration").value / 10_000.0;
    let risk = |iso3: &str| {
        let country = own.country_by_iso3(iso3).expect("a country");
        (2.5 - own.wgi(country, 2023).expect("a score").estimate) / 5.0
    };
    let expected = world * (0.8 * risk("COD") + 0.2 * risk("AUS"));
    let value = risks.geopolrisk.corrected.value.expect("a score");
    assert!((value - expected).abs() < 1e-12, "{value} and {expected}");
    // Of other minerals nothing is known.
    let other = figures(&own, "mineral=nickel&year=2023", Some(OWN_FIRM));
    assert!(other.importer.expect("the firm").trade.is_none());
}
