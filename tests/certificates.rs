//! Certificates: what agrees, what is old, what was changed, and what cannot be read.

use adit::certificate::{Certificate, ENGINE, Report, Verdict, data_id, verdict};
use adit::data::{Dataset, embedded, shipped};
use adit::risk::importer::Sources;
use adit::state::{deciding, query};
use proptest::prelude::*;

#[path = "shared/older.rs"]
mod older;
#[path = "shared/states.rs"]
mod states;

fn sources() -> Sources<'static> {
    Sources {
        data: embedded().expect("sound data"),
        trade: Some(shipped::trade().expect("sound data")),
        methods: Some(shipped::methods().expect("sound data")),
    }
}

fn certified(link: &str) -> String {
    let sources = sources();
    let decoded = query::decode(link, sources.data);
    assert_eq!(decoded.problems, [], "{link}");
    Certificate::link(&sources, &decoded.state, data_id::SHIPPED)
}

fn read(link: &str) -> Report {
    verdict(&sources(), link, data_id::SHIPPED)
}

const LINK: &str = "view=dependence&mineral=tungsten&year=2023&importer=USA";

/// The link with one of its parts written otherwise, which must be there.
#[track_caller]
fn edited(link: &str, from: &str, to: &str) -> Report {
    assert!(link.contains(from), "{from} is in {link}");
    read(&link.replacen(from, to, 1))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_certified_agrees(state in states::states()) {
        let sources = sources();
        let link = Certificate::link(&sources, &state, data_id::SHIPPED);
        let report = verdict(&sources, &link, data_id::SHIPPED);
        prop_assert_eq!(report.verdict, Verdict::Agrees, "{}: {:?}", link, report);
        prop_assert!(report.figures > 0);
        // The rest of the link leads where it led.
        let decoded = query::decode(&link, sources.data);
        prop_assert_eq!(decoded.state, state);
        prop_assert!(decoded.problems.is_empty(), "{:?}", decoded.problems);
    }

    #[test]
    fn one_sign_written_otherwise_anywhere_never_agrees(state in states::states(), place in any::<u16>(), by in 0_u8..36) {
        let sources = sources();
        let link = Certificate::link(&sources, &state, data_id::SHIPPED);
        let place = usize::from(place) % link.len();
        let sign = char::from_digit(by.into(), 36).expect("a digit of 36");
        let mut edited = link.clone();
        edited.replace_range(place..=place, &sign.to_string());
        let report = verdict(&sources, &edited, data_id::SHIPPED);
        // What changes only how figures look is no edit of them; neither is writing out what a link leaves out, or
        // taking away what it ignores.
        let same = deciding::value(&edited, "certificate") == deciding::value(&link, "certificate")
            && query::decode(&edited, sources.data).state == state;
        prop_assert_eq!(report.verdict == Verdict::Agrees, edited == link || same, "{}: {:?}", edited, report);
    }
}

#[test]
fn the_name_of_the_shipped_data_is_that_of_what_is_read_from_the_shipped_files() {
    let Sources {
        data,
        trade,
        methods,
    } = sources();
    let name = data_id::of(data, methods, trade).expect("they can be packed");
    assert_eq!(
        name,
        data_id::SHIPPED,
        "`cargo xtask data` writes data/digest.txt anew"
    );
    for less in [
        data_id::of(data, None, trade),
        data_id::of(data, methods, None),
    ] {
        assert_ne!(less.as_deref(), Ok(data_id::SHIPPED));
    }
    assert_ne!(data_id::with_own(b"x"), data_id::with_own(b"y"));
}

#[test]
fn every_kind_of_edit_is_told_apart_from_age() {
    let link = certified(LINK);
    let figure = Certificate::decode(&deciding::value(&link, "certificate").expect("it has one"));
    let (figure, check) = figure.expect("it can be read");
    let hhi = figure
        .facts
        .iter()
        .find(|fact| fact.key == "hhi")
        .expect("it has an HHI");
    let digit = if hhi.value.ends_with('1') { "2" } else { "1" };
    let other = format!("{}{digit}", &hhi.value[..hhi.value.len() - 1]);
    let (hhi, other) = (format!("hhi:{}", hhi.value), format!("hhi:{other}"));
    for (from, to) in [
        (hhi.as_str(), other.as_str()),
        ("mineral=tungsten", "mineral=cobalt"),
        ("year=2023", "year=2022"),
        ("importer=USA", "importer=JPN"),
        (&figure.data[..4], "0000"),
        (&check[..4], "ffff"),
        (";year:2023", ""),
    ] {
        let report = edited(&link, from, to);
        assert_eq!(
            report.verdict,
            Verdict::Tampered,
            "{from} -> {to}: {report:?}"
        );
        assert_eq!(report.check_fits, Some(false));
    }
    let report = edited(&link, &hhi, &other);
    let named: Vec<&str> = report
        .differences
        .iter()
        .map(|one| one.figure.as_str())
        .collect();
    assert_eq!(named, ["hhi"]);
}

#[test]
fn who_makes_the_check_anew_for_figures_of_their_own_is_found_by_the_figures() {
    let link = certified(LINK);
    let text = deciding::value(&link, "certificate").expect("it has one");
    let (mut forged, _) = Certificate::decode(&text).expect("it can be read");
    let hhi = forged
        .facts
        .iter_mut()
        .find(|fact| fact.key == "hhi")
        .expect("it has an HHI");
    hhi.value = "1234".to_owned();
    let text = forged.encode(&deciding::deciding(&link));
    let plain = deciding::without(&link, "certificate");
    let report = read(&format!("{plain}&certificate={text}"));
    assert_eq!(
        (report.verdict, report.check_fits),
        (Verdict::Tampered, Some(true))
    );
}

#[test]
fn order_looks_and_ways_of_writing_change_nothing() {
    let link = certified(LINK);
    let mut pairs: Vec<&str> = link.split('&').collect();
    pairs.reverse();
    for same in [
        pairs.join("&"),
        format!("?{link}"),
        format!("{link}&theme=dark&zoom=2.00,0.5000,0.5000"),
        format!("{link}&utm_source=mail"),
        link.replace(':', "%3A").replace(';', "%3B"),
        format!("stage=mine&{link}"),
    ] {
        let report = read(&same);
        assert_eq!(report.verdict, Verdict::Agrees, "{same}: {report:?}");
    }
}

#[test]
fn what_was_cut_off_is_named() {
    let link = certified(LINK);
    for end in link.find("certificate=").expect("it has one") + 12..link.len() {
        let report = read(&link[..end]);
        assert_eq!(report.verdict, Verdict::Unreadable, "{}", &link[..end]);
        let why = report.unreadable.expect("a reason");
        assert!(why.contains("copy the link once more"), "{why}");
    }
    assert_eq!(read("mineral=cobalt").verdict, Verdict::None);
}

#[test]
fn what_is_no_certificate_is_refused_by_the_part_that_is_wrong() {
    let check = "check:0123456789abcdef";
    for (text, part) in [
        (String::new(), "part 1, “”"),
        ("data:0".to_owned(), "adit"),
        ("adit:1;hhi:1".to_owned(), "data"),
        (format!("adit:1;data:0;hhi:1;hhi:2;{check}"), "hhi"),
        (format!("adit:1;data:0;HHI:1;{check}"), "part 3, “HHI:1”"),
        (format!("adit:1;data:0;{check};hhi:1"), "check"),
        ("adit:1;data:0;check:0123".to_owned(), "check"),
        ("adit:1;data:0;check:0123456789ABCDEF".to_owned(), "check"),
        (
            format!("adit:1;data:0;{}{check}", "hhi:1;".repeat(999)),
            "the whole",
        ),
    ] {
        let error = Certificate::decode(&text).expect_err("it is none");
        assert_eq!(error.part, part, "{text}");
    }
}

/// The shipped data as they were a year ago.
fn a_year_ago() -> Dataset {
    let names = [
        "minerals",
        "countries",
        "blocs",
        "editions",
        "supply",
        "lists",
        "governance",
    ];
    let [
        minerals,
        countries,
        blocs,
        editions,
        supply,
        lists,
        governance,
    ] = names.map(older::text);
    Dataset::load(&adit::data::Files {
        minerals: &minerals,
        countries: &countries,
        blocs: &blocs,
        editions: &editions,
        supply: &supply,
        lists: &lists,
        governance: &governance,
    })
    .unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn figures_of_an_older_data_set_are_old_with_what_became_of_each() {
    let data = a_year_ago();
    let before = Sources {
        data: &data,
        trade: None,
        methods: None,
    };
    let name = data_id::of(&data, None, None).expect("it can be packed");
    // The newest, whatever it is; and a year of which only the edition is another.
    for link in ["mineral=tungsten", "mineral=tungsten&year=2022"] {
        let state = query::decode(link, &data).state;
        let link = Certificate::link(&before, &state, &name);
        assert_eq!(verdict(&before, &link, &name).verdict, Verdict::Agrees);
        let report = read(&link);
        assert_eq!(report.verdict, Verdict::Old, "{link}: {report:?}");
        assert!(report.other_data() && !report.other_engine());
        assert_eq!(report.check_fits, Some(true));
    }
    let state = query::decode("mineral=tungsten", &data).state;
    let report = read(&Certificate::link(&before, &state, &name));
    let find = |key: &str| report.differences.iter().find(|one| one.figure == key);
    let edition = find("edition").expect("the edition is another");
    assert_eq!(
        (edition.then.as_deref(), edition.now.as_deref()),
        (Some("mcs2025"), Some("mcs2026"))
    );
    let hhi = find("hhi").expect("the HHI is another");
    let number = |text: &Option<String>| text.as_ref().and_then(|text| text.parse::<f64>().ok());
    let (then, now) = (
        number(&hhi.then).expect("a number"),
        number(&hhi.now).expect("a number"),
    );
    assert!((hhi.change.expect("a change") - (now - then)).abs() < 1e-9);
    // An edit of an old link is an edit all the same.
    let link = Certificate::link(&before, &state, &name).replace("hhi:", "hhi:1");
    assert_eq!(read(&link).verdict, Verdict::Tampered);
}

#[test]
fn figures_of_another_engine_are_old() {
    let link = certified(LINK);
    let text = deciding::value(&link, "certificate").expect("it has one");
    let (mut older, _) = Certificate::decode(&text).expect("it can be read");
    older.engine = "0.0.1".to_owned();
    let text = older.encode(&deciding::deciding(&link));
    let plain = deciding::without(&link, "certificate");
    let report = read(&format!("{plain}&certificate={text}"));
    assert_eq!(report.verdict, Verdict::Old);
    assert!(report.other_engine() && !report.other_data());
    assert_eq!(report.differences, []);
}

/// Whoever changes how a figure is computed has to raise the version, or its certificates would be taken for forged.
#[test]
fn certificates_of_this_engine_stay_good() {
    let kept = include_str!("golden/certificates.txt");
    let mut checked = 0;
    for link in kept.lines() {
        let report = read(link);
        let same = report.engine_then.as_deref() == Some(ENGINE) && !report.other_data();
        let expected = if same { Verdict::Agrees } else { Verdict::Old };
        assert_eq!(
            report.verdict, expected,
            "{link}: {:?}; where a figure is meant to be another, raise the version in Cargo.toml and certify \
             tests/golden/certificates.txt anew",
            report.differences
        );
        checked += 1;
    }
    assert!(checked >= 7, "only {checked} certificates are kept");
}
