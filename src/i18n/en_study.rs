//! The view that checks the study, in English.

use super::en::{capitalised, definite};
use super::study::{
    CardWords, ClaimPhrase, FoundPhrase, OpenWord, OpenWords, StagePhrase, StudyWords, Tally,
    WalkWords,
};

/// The words of the view in English.
pub const EN_STUDY: StudyWords = StudyWords {
    title: "The study, checked",
    finding,
    about: "The study is by Kanovici and Bulin (2025), on international partnerships for critical raw minerals. We have \
            read an account of it, not the study itself: every claim below is secondary and in our words. The results are \
            computed here, now, from the statistics.",
    verdicts: ["Holds", "Held then", "Imprecise", "Not testable"],
    sentence: |claim| format!("{}.", capitalised(claim)),
    card: CARD,
    walk: WALK,
    open: OPEN,
};

fn finding(tally: Tally) -> String {
    let [holds, held_then, imprecise, not_testable] = tally.verdicts;
    let parts = [
        (
            holds,
            "agree with the edition that the study used and with the newest",
        ),
        (held_then, "agreed then and do not agree any more"),
        (imprecise, "are imprecise"),
        (not_testable, "cannot be tested with public figures"),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    format!("Of {} claims, {}.", tally.claims, list(&said))
}

/// "a, b and c".
fn list(parts: &[String]) -> String {
    match parts {
        [] => "nobody".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn with_place(found: &FoundPhrase) -> String {
    match &found.rank {
        Some(rank) => format!("{}, {rank}", found.share),
        None => "nothing".to_owned(),
    }
}

fn reason(claim: &ClaimPhrase) -> String {
    let Some(used) = &claim.used else {
        return "The edition that the study used has no figure for it.".to_owned();
    };
    let agree = |found: &FoundPhrase| {
        if found.agrees {
            "agrees"
        } else {
            "does not agree"
        }
    };
    let mut text = vec![format!(
        "{} {}: {} for {}.",
        used.edition,
        agree(used),
        with_place(used),
        used.year
    )];
    if let Some(revised) = claim
        .revised
        .as_ref()
        .filter(|one| one.edition != used.edition)
    {
        text.push(format!(
            " {} has the same year at {}, which {}.",
            revised.edition,
            with_place(revised),
            if revised.agrees {
                "still agrees"
            } else {
                "does not agree"
            }
        ));
    }
    if let Some(newest) = claim.newest.as_ref().filter(|one| one.year != used.year) {
        text.push(format!(
            " The newest figure, of {}, {}: {}.",
            newest.year,
            agree(newest),
            with_place(newest)
        ));
    }
    text.concat()
}

fn partners(found: &[String], missing: &[String]) -> String {
    if missing.is_empty() {
        return format!("Agreements with all of them were read: {}.", list(found));
    }
    format!(
        "Agreements in force were read with {}. With {} we have read none, which does not say that there is none.",
        list(found),
        list(missing)
    )
}

fn stage(phrase: StagePhrase) -> String {
    let country = capitalised(&definite(phrase.country));
    let part = match (phrase.share, phrase.rank) {
        (Some(share), Some(rank)) => format!("{country}: {share} of {}, {rank}", phrase.supply),
        _ => format!("{country}: no part of {} in the source", phrase.supply),
    };
    let behind = phrase.leader.map_or_else(String::new, |(leader, share)| {
        format!("; {} leads with {share}", definite(leader))
    });
    format!("{part}{behind} ({})", phrase.from)
}

const CARD: CardWords = CardWords {
    heading: "Claim by claim",
    whose: "From",
    part: "Part",
    place: "Place",
    agrees: "Agrees",
    yes: "yes",
    no: "no",
    reported: "The study, as reported",
    used: |edition, year| format!("{edition}, which it used, for {year}"),
    revised: |edition, year| format!("{edition}, for the same year {year}"),
    newest: |edition, year| format!("{edition}, the newest, for {year}"),
    reason,
    partners,
    nothing: "No public figure decides it: how far agreements bind is not identified by yearly statistics. The view of \
              alliances answers under assumptions that you can change.",
    share_rule: "A percentage agrees where the figure rounds to it.",
    dominant_rule: |from| {
        format!(
            "Dominant is taken to mean: the largest, with {from} or more. That limit is an assumption."
        )
    },
    largest_rule: "A country anchors reserves, as we read it, where its reserves are the largest.",
    partners_rule: "Counted are agreements that have not ended and whose source was read.",
    stages: "The same country by stage",
    stage,
    read_in: "Read in an account of the study",
    secondary: "secondary",
    links: "See it live",
    map_then: |edition, year| format!("Map, {edition} for {year}"),
    map_now: |edition, year| format!("Map, {edition} for {year}"),
    dependence: |importer| format!("Dependence of {}", definite(importer)),
    shock: |country, mineral| {
        format!(
            "Shock: {} stops sending {}",
            definite(country),
            mineral.to_lowercase()
        )
    },
    alliances: |importer| format!("Alliances of {}", definite(importer)),
};

fn told(claim: &ClaimPhrase) -> String {
    let country = capitalised(&definite(claim.country));
    let Some(used) = &claim.used else {
        return String::new();
    };
    let then = format!(
        "{country} had {} of the world’s {} in {} by {}, the edition that the study used.",
        used.share, claim.supply, used.year, used.edition
    );
    let now = claim
        .newest
        .as_ref()
        .filter(|now| now.edition != used.edition);
    now.map_or(then.clone(), |now| {
        let place = now.rank.as_deref().unwrap_or("without a place");
        format!(
            "{then} {} has {} for {}, {place}.",
            now.edition, now.share, now.year
        )
    })
}

const WALK: WalkWords = WalkWords {
    heading: "A walk through it",
    help: "Use the two buttons, or the left and right arrow keys while one of them has the focus.",
    previous: "Previous",
    next: "Next",
    place: |at, of| format!("Step {at} of {of}"),
    bars: |supply, edition, period| format!("Shares of {supply}, {edition}, {period}"),
    start: ("What the study says", |tally| {
        format!(
            "A study of 2025 argues that partnerships help countries that lack minerals. It supports that with figures \
                 about who holds them. Here are {} of its claims; {} can be checked against public tables. Each step takes \
                 one, with the figures as they are computed now.",
            tally.claims,
            tally.claims - tally.verdicts[3]
        )
    }),
    share: |claim| {
        let claimed = claim.claimed.as_deref().unwrap_or_default();
        (
            format!("{} of {}", claimed, claim.supply),
            format!(
                "The study gives {} as {claimed}. {}",
                claim.supply,
                told(claim)
            ),
        )
    },
    dominant: |claim| {
        (
            format!("Is {} dominant?", definite(claim.country)),
            format!(
                "The study calls it dominant in {} and gives no figure. {}",
                claim.supply,
                told(claim)
            ),
        )
    },
    largest: |claim, mined| {
        let mined = mined.map_or_else(String::new, |mined| {
            format!(" Reserves are not supply. {}.", stage(mined))
        });
        (
            format!("Who has the most {}?", claim.supply),
            format!(
                "The study names {}. {}{mined}",
                definite(claim.country),
                told(claim)
            ),
        )
    },
    refined: |claim, refined| {
        (
            "Mined is not refined".to_owned(),
            format!(
                "The study’s figure is about {}. Ore has to be refined, and that is a different list of countries. {}.",
                claim.supply,
                stage(refined)
            ),
        )
    },
    partners: |importer, agreements, countries| {
        let importer = definite(importer);
        (
            format!("With whom has {importer} agreements?"),
            format!(
                "We have read the sources of {agreements} agreements of {importer} that have not ended, with {countries} \
                 countries. Most are promises to work together; what each is assumed to bind is written beside it."
            ),
        )
    },
    end: (
        "What is left open",
        "Whether such agreements lower a risk, what they cost people and nature, what a dominant supplier does in return, \
         and how far agreements overlap: the study leaves these open. The list at the end says where each is taken up.",
    ),
    see: "Open this figure",
};

const OPEN: OpenWords = OpenWords {
    heading: "What the study left open",
    note: "The answers are conditional: they hold in a model, under assumptions that are shown and can be changed.",
    effectiveness: OpenWord {
        id: "effectiveness",
        question: "Do partnerships work?",
        taken_up: "What agreements would change about a risk, split into willingness to sell, buying elsewhere and new \
                   capacity, with a band for what is not known.",
        link: "Alliances: the effect",
    },
    burden: OpenWord {
        id: "burden",
        question: "What do they cost people and nature?",
        taken_up: "The least risky mix of suppliers set against what it asks of people and nature where they work, and all \
                   mixes in between.",
        link: "Dependence: risk against burden",
    },
    counter: OpenWord {
        id: "counter",
        question: "What does a dominant supplier do in return?",
        taken_up: "At which share of the market cutting exports pays, and how likely a reply would have to be to undo what an \
                   alliance gains. A stop can be told step by step.",
        link: "Shock: the supplier stops",
    },
    overlap: OpenWord {
        id: "overlap",
        question: "Do agreements cover the same ground twice?",
        taken_up: "Which part of supply several agreements name, and what would be lost without each of them.",
        link: "Alliances: what each agreement adds",
    },
};
