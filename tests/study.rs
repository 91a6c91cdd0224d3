//! The study's claims: read whole, computed and never typed.

use adit::alliance::agreements;
use adit::data::{Dataset, embedded};
use adit::figure::{StudyFigure, Telling};
use adit::i18n::{EN, EN_STUDY};
use adit::state::query;
use adit::study::{Checked, Claim, ClaimKind, Outcome, Verdict, claims};

fn data() -> &'static Dataset {
    embedded().expect("valid data")
}

fn shipped() -> Vec<Claim> {
    claims::embedded().expect("a table")
}

fn claim(id: &str) -> Claim {
    let found = shipped().into_iter().find(|claim| claim.id == id);
    found.expect("a claim")
}

fn checked(claim: &Claim) -> Checked {
    let agreements = agreements::embedded(data()).expect("a table");
    Checked::of(data(), &agreements, claim)
}

#[test]
fn every_claim_names_what_the_data_know() {
    let data = data();
    for claim in shipped() {
        let id = &claim.id;
        assert!(claim.source.starts_with("https://"), "{id}");
        assert_eq!(claim.evidence, "secondary", "{id}");
        for code in claim.subjects() {
            assert!(data.country_by_iso3(code).is_some(), "{id}: {code}");
        }
        let about_supply = !matches!(claim.kind, ClaimKind::Partners | ClaimKind::Hypothesis);
        assert_eq!(
            data.mineral_by_slug(&claim.mineral).is_some(),
            about_supply,
            "{id}"
        );
        assert_eq!(
            data.edition_by_id(&claim.edition).is_some(),
            about_supply,
            "{id}"
        );
        assert_eq!(
            claim.percent.is_some(),
            claim.kind == ClaimKind::Share,
            "{id}"
        );
    }
}

#[test]
fn the_three_percentages_come_out_of_the_edition_that_was_used() {
    for (id, quantity, world) in [
        ("rare-earths-share", 240_000.0, 350_000.0),
        ("tungsten-share", 63_000.0, 78_000.0),
        ("cobalt-share", 170_000.0, 230_000.0),
    ] {
        let checked = checked(&claim(id));
        let Outcome::Supply {
            used: Some(used),
            newest: Some(newest),
            ..
        } = &checked.outcome
        else {
            panic!("{id} is about supply");
        };
        assert_eq!((used.edition.as_str(), used.year), ("mcs2024", 2023));
        assert!((used.share - quantity / world).abs() < 1e-12, "{id}");
        assert!(used.agrees && used.rank == Some(1), "{id}");
        assert_eq!(newest.edition, "mcs2026");
        assert_ne!(checked.verdict, Verdict::NotTestable);
    }
}

#[test]
fn another_percentage_would_not_pass() {
    let mut wrong = claim("cobalt-share");
    for percent in [73.8, 74.0, 50.0] {
        wrong.percent = Some(percent);
        assert_eq!(checked(&wrong).verdict, Verdict::Imprecise, "{percent}");
    }
    let mut nowhere = claim("cobalt-share");
    nowhere.year = Some(1950);
    assert_eq!(checked(&nowhere).verdict, Verdict::NotTestable);
}

#[test]
fn whose_agreements_were_read_is_found_and_the_rest_is_not_denied() {
    let europe = checked(&claim("eu-partners"));
    let expected = Outcome::Partners {
        found: ["CAN", "NAM", "AUS"].map(str::to_owned).to_vec(),
        missing: vec!["JPN".to_owned()],
    };
    assert_eq!(europe.outcome, expected);
    assert_eq!(europe.verdict, Verdict::Imprecise);
    assert_eq!(
        checked(&claim("alliances-help")).verdict,
        Verdict::NotTestable
    );
}

#[test]
fn the_largest_reserves_are_the_largest_of_the_table() {
    let checked = checked(&claim("copper-reserves"));
    let Outcome::Supply {
        used: Some(used), ..
    } = &checked.outcome
    else {
        panic!("it is about supply");
    };
    assert_eq!(used.agrees, used.rank == Some(1));
    let mut other = claim("copper-reserves");
    other.subject = "PER".to_owned();
    assert_eq!(self::checked(&other).verdict, Verdict::Imprecise);
}

fn figure(claims: &[Claim]) -> StudyFigure {
    let agreements = agreements::embedded(data()).expect("a table");
    let telling = Telling {
        data: data(),
        agreements: &agreements,
        strings: &EN,
        words: &EN_STUDY,
    };
    StudyFigure::build(&telling, claims)
}

#[test]
fn a_card_says_what_was_computed_and_not_what_was_claimed() {
    let mut claims = shipped();
    let at = claims
        .iter()
        .position(|claim| claim.id == "cobalt-share")
        .expect("a claim");
    claims[at].percent = Some(12.3);
    let card = &figure(&claims).cards[at];
    assert_eq!(card.claimed.as_deref(), Some("12.3%"));
    assert_eq!(card.verdict, Verdict::Imprecise);
    assert_eq!(card.rows[0].part, "73.9%");
    assert!(card.rows.iter().all(|row| !row.agrees));
    assert!(card.reason.contains("73.9%") && !card.reason.contains("12.3"));
}

#[test]
fn every_claim_about_supply_is_a_step_of_the_walk_with_its_bars() {
    let figure = figure(&shipped());
    let cards = figure.cards.iter().filter(|card| !card.rows.is_empty());
    for card in cards {
        let part = &card.rows[0].part;
        let told = figure.walk.iter().find(|step| {
            let drawn = step.bars.iter().flat_map(|(_, ranking)| &ranking.bars);
            step.text.contains(part.as_str())
                && drawn
                    .into_iter()
                    .any(|bar| bar.label == *part && bar.chosen)
        });
        assert!(told.is_some(), "{}: {part}", card.id);
    }
    // What the DR Congo mines others refine.
    let refined = figure
        .walk
        .iter()
        .find(|step| step.text.contains("refined cobalt"));
    let leader = refined
        .and_then(|step| step.bars.as_ref())
        .map(|(_, ranking)| &ranking.bars[0]);
    assert!(leader.is_some_and(|bar| !bar.chosen), "{refined:?}");
}

#[test]
fn every_link_of_the_study_reads_back_as_the_state_that_it_names() {
    let figure = figure(&shipped());
    let links = figure
        .cards
        .iter()
        .flat_map(|card| card.links.iter().chain(&card.stages));
    let steps = figure.walk.iter().filter_map(|step| step.link.as_ref());
    let mut count = 0;
    for link in links.chain(steps) {
        let state = link.state.normalised(data());
        let text = query::encode(&state, data());
        let read = query::decode(&text, data());
        assert!(read.problems.is_empty(), "{text}: {:?}", read.problems);
        assert_eq!(read.state, state, "{text}");
        count += 1;
    }
    assert!(count > 40, "{count}");
}
