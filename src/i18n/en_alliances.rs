//! Alliances in English.

use super::alliances::{
    AgreementWords, AllianceFinding, AllianceMapWords, AllianceWords, CounterWords, EffectWords,
    NumberWords, PartnerFinding, PartnerWords,
};
use super::en::{capitalised, definite, in_sentence};

/// The words of alliances in English.
pub const EN_ALLIANCES: AllianceWords = AllianceWords {
    title: |mineral, importer| {
        format!(
            "Who helps: {} for {}",
            in_sentence(mineral),
            definite(importer)
        )
    },
    finding,
    unknown: |mineral, why| {
        format!(
            "What agreements would change for {} is not known: {why}.",
            in_sentence(mineral)
        )
    },
    best,
    joined: |names| match names {
        [] => "nobody".to_owned(),
        [one] => definite(one),
        [first @ .., last] => {
            let first: Vec<String> = first.iter().map(|name| definite(name)).collect();
            format!("{} and {}", first.join(", "), definite(last))
        }
    },
    no_best: |why| {
        format!(
            "Which partners would be best is not known: {why}. Assume a need below, in percent of world supply, to search among them."
        )
    },
    assuming: |changes| format!("Asked and assumed: {changes}. Everything else as by default."),
    defaults: "Assuming what the model assumes by default; see below.",
    nothing_claimed: |importer| {
        format!(
            "Without what is only assumed, nothing can be claimed of what the agreements of {} would change or who would be its best partners: which agreements there are is known, how far they bind is not.",
            definite(importer)
        )
    },
    no_resourcing: |why| {
        format!(
            "Buying elsewhere is left out, because the need is not known: {why}. Assume a need below, in percent of world supply, to count it."
        )
    },
    world_sourcing: "Whom the importer buys from is not known; the world’s suppliers stand in for its own.",
    left_out: |names| format!("Left out, without a governance estimate: {names}."),
    problems: "What does not count in this link, and what to do",
    agreements: AgreementWords {
        heading: "Its agreements",
        intro: "Switch them off and on to see what each would change.",
        none: "No agreement about this mineral was read to which this importer is a party.",
        depths: [
            "Memorandum or forum",
            "Partnership with a roadmap",
            "Treaty that bans export taxes",
            "Single market",
        ],
        since: |since, until| {
            if until.is_empty() {
                format!("since {since}")
            } else {
                format!("{since} to {until}")
            }
        },
        bound: |a| format!("a = {a}, assumed"),
        about: |minerals| match minerals {
            None => "about all minerals".to_owned(),
            Some(1) => "about one mineral".to_owned(),
            Some(count) => format!("about {count} minerals"),
        },
        covers: |share, who| format!("Its partners produce {share} of the world’s: {who}."),
        idle: "None of its partners produces this mineral.",
        worth: |alone, last| {
            format!(
                "Alone it would take {alone} points off the risk; without it {last} would be lost."
            )
        },
        off: "It does not count now.",
        evidence: ["source read", "source read in part", "secondary source"],
        source: "Source",
        twice: |part| format!("{part} of what these agreements cover is covered twice."),
        usual: "All that last",
        clear: "None",
        others: |count| format!("{count} agreements that do not concern this importer and mineral"),
    },
    effect: EffectWords {
        heading: "What they would change",
        caption: "Points that the agreements would take off the risk, in this model, by channel",
        columns: ["Channel", "Points", "At least", "At most"],
        channels: [
            "Willingness",
            "Buying elsewhere",
            "New capacity",
            "All together",
        ],
        meanings: [
            "partners bound to sell would be less of a risk",
            "purchases would move to partners that make more than they send",
            "projects in partner countries would add supply",
        ],
        risks: ["Risk without the agreements", "Risk with them"],
        points: "Points of the governance-weighted concentration of the importer’s sourcing, 0 to 10 where nothing is restricted. At least and at most: agreements and their effect read at the ends of what is assumed. This is a conditional simulation, not an estimate of what agreements did.",
    },
    map: AllianceMapWords {
        heading: "With whom",
        caption: |importer, mineral| {
            format!(
                "Deepest agreement of {} with each country that counts for {}",
                definite(importer),
                in_sentence(mineral)
            )
        },
        name: |caption| format!("Map: {caption}; the table of countries says the same"),
        legend: "Depth of the deepest agreement",
        home: "The importer",
        unbound: "No agreement",
        countries: "Country by country",
        columns: [
            "Country",
            "Deepest agreement",
            "a",
            "Of world supply",
            "Part of sourcing now",
            "With the agreements",
        ],
    },
    partners: PartnerWords {
        heading: "The best partners",
        intro: |need, assumed| {
            let basis = if assumed {
                "assumed"
            } else {
                "production and imports less exports"
            };
            format!(
                "Assuming that every producer could send all it makes, and a need of {need} of world supply ({basis})."
            )
        },
        searching: |nodes, risk, bound| {
            format!(
                "Searching: {nodes} branches looked at, best risk so far {risk}, none below {bound}…"
            )
        },
        stopped: |nodes, risk, bound| {
            format!(
                "Stopped after {nodes} branches: best risk so far {risk}; whether a set between {bound} and that exists is open."
            )
        },
        stop: "Stop",
        again: "Search again",
        best: |count| match count {
            1 => "The best single partner".to_owned(),
            count => format!("The best {count}"),
        },
        ends: |without, all| {
            format!(
                "Without any partner the risk would be {without}, what nobody sends counted as if the worst of suppliers sent it; with all of them {all}."
            )
        },
        proof: |nodes, closed, bound, holds| {
            let holds = if holds {
                "The proof was checked and holds"
            } else {
                "The proof does not hold"
            };
            format!(
                "{holds}: no other set is below {bound}. Branches looked at: {nodes}; closed, each by a number that proves it: {closed}."
            )
        },
        mix: ["Who", "Would send, of the need", "Worth, points"],
        own: "own",
        shortage: |part| format!("{part} of the need would be sent by nobody."),
        verdict: |risk, largest, target, within| {
            let within = if within { "within" } else { "above" };
            format!(
                "Risk {risk}; the largest part from one partner, {largest}, is {within} {target}."
            )
        },
        fewest: |count, target| match count {
            None => {
                format!("The fewest for at most {target} from one partner: not even all together")
            }
            Some(0) => format!("For at most {target} from one partner none is needed"),
            Some(count) => format!("The fewest for at most {target} from one partner: {count}"),
        },
        otherwise: |eta, partners, risk| {
            format!("Were η {eta}, the best would be {partners} (risk {risk}).")
        },
        alternatives: |count, more| {
            let least = if more { "At least " } else { "" };
            format!("{least}{count} others are nearly as good, within 5%")
        },
        alternative: ["Partners", "Risk"],
        candidates: "What each candidate is worth",
        candidate: [
            "Country",
            "Role",
            "Of world supply",
            "Of the need",
            "Stability",
            "a",
            "Worth, points",
        ],
        roles: ["May be", "Must be", "Must not be"],
        role_of: |country| format!("Role of {}", definite(country)),
        below_floor: "below the floor",
        worth: |value, error| {
            error.map_or_else(|| value.to_owned(), |error| format!("{value} ± {error}"))
        },
        worth_note: "Worth: what a partner would take off the risk, averaged over all orders in which partners could join (Shapley’s rule); with ± its standard error where orders are sampled.",
    },
    counter: CounterWords {
        heading: "What the largest supplier could do",
        leader: |leader, world, before, after| {
            let leader = capitalised(&definite(leader));
            format!(
                "{leader} supplies {world} of the world and {before} of this importer’s sourcing; with the agreements it would be {after}."
            )
        },
        none: |why| format!("Nobody leads: {why}."),
        caption: "Whether holding back exports would pay, in this model",
        columns: [
            "Run",
            "Cutting would pay",
            "From a share of",
            "Would hold back",
            "Price",
            "Loss from a stop",
            "The same with the agreements",
            "Break-even",
        ],
        runs: ["Short run", "Long run", "Run of your own"],
        pays: ["yes", "no"],
        times: |times| format!("× {times}"),
        after: |run, held, price| {
            format!("{run}, once the projects produce: it would hold back {held}, price × {price}.")
        },
        note: |ceiling| {
            format!(
                "Holding back is the leader’s best response to the motives assumed below, in one move. Losses are in years of this importer’s spending, from a stop aimed at it. Break-even: how many times as likely as the stop that the agreements insure against a stop in retaliation would have to be, to undo what they gain. No price above × {ceiling} is assumed to be paid."
            )
        },
    },
    numbers: NumberWords {
        heading: "What is assumed and asked",
        intro: "Every number above depends on these. Move them and see what holds.",
        reset: "Back to the defaults",
        count_assumed: "Count what is only assumed",
        groups: ["About agreements", "About partners", "About the leader"],
        range: |range, unit| format!("{range}; {unit}"),
        support: ["named in a law", "yours to choose", "assumed here"],
        none: "None",
        projects: "what projects in partner countries are expected to add",
        projects_note: "Codes and percent of the need, such as CAN/5,AUS/2; none by default. Yours to choose.",
    },
};

fn finding(found: AllianceFinding) -> String {
    let AllianceFinding {
        importer,
        mineral,
        agreements,
        supplied,
        before,
        gain: [gain, low, high],
        parts: [willingness, resourcing, capacity],
    } = found;
    let (importer, mineral) = (definite(importer), in_sentence(mineral));
    if agreements == 0 {
        return format!(
            "Without an agreement that counts, nothing would change for {importer} and {mineral} in this model."
        );
    }
    let what = if agreements == 1 {
        "one agreement".to_owned()
    } else {
        format!("{agreements} agreements")
    };
    if !supplied {
        return format!(
            "In this model the {what} of {importer} would change nothing for {mineral}: none of the partners produces it, and an alliance of importers without producers gains nothing."
        );
    }
    let part = |part: Option<&str>| part.unwrap_or("an unknown part").to_owned();
    format!(
        "In this model the {what} of {importer} would take {gain} points off its risk of {before} for {mineral}, between {low} and {high} within what is assumed: {} by willingness, {} by buying elsewhere, {} by new capacity.",
        part(willingness),
        part(resourcing),
        part(capacity)
    )
}

fn best(found: PartnerFinding) -> String {
    let PartnerFinding {
        partners,
        count,
        risk: [without, with],
        proved,
    } = found;
    if count == 0 {
        return "Nobody outside may be a partner under these choices.".to_owned();
    }
    let proved = if proved {
        ", and no other choice of as many would be better"
    } else {
        ""
    };
    format!(
        "Of all partners {partners} would be the best, with a risk of {with} in place of {without} without any{proved}."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found() -> AllianceFinding<'static> {
        AllianceFinding {
            importer: "European Union",
            mineral: "Tungsten",
            agreements: 12,
            supplied: true,
            before: "2.10",
            gain: ["0.31", "0.05", "0.80"],
            parts: [Some("0.10"), Some("0.21"), Some("0.00")],
        }
    }

    #[test]
    fn the_finding_speaks_of_the_model_with_its_band_and_channels() {
        assert_eq!(
            finding(found()),
            "In this model the 12 agreements of the European Union would take 0.31 points off its risk of 2.10 for tungsten, between 0.05 and 0.80 within what is assumed: 0.10 by willingness, 0.21 by buying elsewhere, 0.00 by new capacity."
        );
    }

    #[test]
    fn importers_among_themselves_gain_nothing_and_it_is_said() {
        let idle = AllianceFinding {
            supplied: false,
            ..found()
        };
        assert!(finding(idle).contains("an alliance of importers without producers gains nothing"));
        let none = AllianceFinding {
            agreements: 0,
            ..found()
        };
        assert!(finding(none).contains("nothing would change"));
    }
}
