//! Any text as a link with a certificate: it gets a verdict, and only what was certified agrees.

use std::sync::LazyLock;

use adit::certificate::{Certificate, Verdict, verdict};
use adit::data::Dataset;
use adit::risk::importer::Sources;
use adit::state::{deciding, query};

use super::dataset::GOOD;
use super::{text, told};

static SMALL: LazyLock<Dataset> =
    LazyLock::new(|| Dataset::load(&GOOD).expect("the small set is sound"));

/// What the small set is called here.
const NAME: &str = "0123456789abcdef";

pub(super) fn run(input: &[u8]) {
    let Some(link) = text(input) else { return };
    let sources = Sources {
        data: &SMALL,
        trade: None,
        methods: None,
    };
    let said = deciding::value(link, deciding::CERTIFICATE);
    if let Some(said) = &said {
        match Certificate::decode(said) {
            Err(unreadable) => told(&unreadable),
            Ok((read, check)) => {
                let again = read.encode("");
                let (back, _) = Certificate::decode(&again).expect("it was written");
                assert_eq!(back, read);
                assert_eq!(
                    format!(
                        "{};check:{check}",
                        again.rsplit_once(';').expect("a check").0
                    ),
                    *said
                );
            }
        }
    }
    let report = verdict(&sources, link, NAME);
    let state = query::decode(link, &SMALL).state;
    let certified = Certificate::link(&sources, &state, NAME);
    assert_eq!(
        verdict(&sources, &certified, NAME).verdict,
        Verdict::Agrees,
        "{certified}"
    );
    if report.verdict == Verdict::Agrees {
        assert!(report.differences.is_empty());
        let now = Certificate::of(&sources, &state, NAME);
        let (then, _) = Certificate::decode(&said.expect("it agrees")).expect("it agrees");
        let sorted = |certificate: Certificate| {
            let mut facts = certificate.facts;
            facts.sort_by(|one, other| one.key.cmp(&other.key));
            facts
        };
        assert_eq!(sorted(then), sorted(now));
    }
}
