//! Scenarios in English.

use super::en::{capitalised, definite, in_sentence};
use super::shock::{
    AssumptionWords, KindWords, ResultWords, ShockFinding, ShockWords, SimulationWords, StepPhrase,
    StepWords, WorldRisk,
};
use crate::data::Stage;

/// The words of scenarios in English.
pub const EN_SHOCK: ShockWords = ShockWords {
    title: |mineral, importer| {
        format!(
            "What if it stops: {} for {}",
            in_sentence(mineral),
            definite(importer)
        )
    },
    finding,
    empty: "Choose an event below, or add a step of your own, to see what it would do.",
    together: |steps| format!("these {steps} steps come together"),
    named: |name| format!("“{name}” happens"),
    sentence: |clause| capitalised(clause),
    steps: STEPS,
    results: RESULTS,
    assumptions: ASSUMPTIONS,
    simulation: SIMULATION,
};

fn finding(found: ShockFinding) -> String {
    let ShockFinding {
        what,
        mineral,
        importer,
        loss,
        price,
        shortfall,
        binding,
        nothing,
    } = found;
    let (mineral, importer) = (in_sentence(mineral), definite(importer));
    if nothing {
        return format!("In this model nothing would change for {mineral} if {what}.");
    }
    let price = price.map_or_else(
        || format!("no {mineral} would be left to buy"),
        |times| format!("the price of {mineral} would be {times} times what it was"),
    );
    let binding = match binding {
        Some(Stage::Mine) => "; mining would set the limit",
        Some(_) => "; refining would set the limit",
        None => "",
    };
    format!(
        "In this model, if {what}, the world would use {loss} less in the worst month and {price}; {importer} would go without {shortfall} of its use{binding}."
    )
}

/// Where it happens, after the word for what happens: " in China", or nothing.
fn place(phrase: &StepPhrase) -> String {
    let actor = phrase.actor.map(definite);
    actor.map_or_else(String::new, |actor| format!(" in {actor}"))
}

fn exports(phrase: StepPhrase, verb: &str) -> String {
    let actor = definite(phrase.actor.unwrap_or("somebody"));
    let aim = phrase
        .aim
        .map_or(String::new(), |aim| format!(" to {}", definite(aim)));
    let StepPhrase {
        size,
        minerals,
        when,
        stages,
        ..
    } = phrase;
    let part = if phrase.all {
        "all".to_owned()
    } else {
        size.to_owned()
    };
    format!("{actor} {verb} {part} of its {stages}{minerals} exports{aim} {when}")
}

fn output(phrase: StepPhrase, cause: &str) -> String {
    let part = if phrase.all { "all" } else { phrase.size };
    format!(
        "{cause}{} costs {part} of its {}{} output {}",
        place(&phrase),
        phrase.stages,
        phrase.minerals,
        phrase.when
    )
}

fn added(phrase: StepPhrase, what: &str, of: &str) -> String {
    format!(
        "{what}{}, {} of {of} {}, {}",
        place(&phrase),
        phrase.size,
        phrase.minerals,
        phrase.when
    )
}

const fn kind(
    name: &'static str,
    size_of: &'static str,
    clause: fn(StepPhrase) -> String,
) -> KindWords {
    KindWords {
        name,
        size_of,
        clause,
    }
}

const STEPS: StepWords = StepWords {
    heading: "The scenario",
    preset: "Open an event",
    own: "A scenario of your own",
    happened: "What happened",
    imagined: "What could happen",
    preset_source: "Source",
    no_source: "Imagined: nothing of it has happened, and its sizes are assumptions.",
    kinds: [
        kind("Cut-off", "its exports", |phrase| exports(phrase, "stops")),
        kind("Quota", "its exports", |phrase| {
            exports(phrase, "cuts by quota")
        }),
        kind("Licence delay", "its exports", |phrase| {
            exports(phrase, "holds up for licences")
        }),
        kind("Export tax", "the price", |phrase| {
            let actor = definite(phrase.actor.unwrap_or("somebody"));
            let aim = phrase
                .aim
                .map_or(String::new(), |aim| format!(" to {}", definite(aim)));
            format!(
                "{actor} taxes its {}{} exports{aim} at {} of the price {}",
                phrase.stages, phrase.minerals, phrase.size, phrase.when
            )
        }),
        kind("Conflict", "its output", |phrase| {
            output(phrase, "conflict")
        }),
        kind("Accident", "its output", |phrase| {
            output(phrase, "an accident")
        }),
        kind("Natural disaster", "its output", |phrase| {
            output(phrase, "a natural disaster")
        }),
        kind("Strike", "its output", |phrase| output(phrase, "a strike")),
        kind("Power shortage", "its output", |phrase| {
            output(phrase, "want of power")
        }),
        kind("New mine", "world mine output", |phrase| {
            added(phrase, "new mines open", "the world’s mined")
        }),
        kind("New refinery", "world refinery output", |phrase| {
            added(phrase, "new refineries open", "the world’s refined")
        }),
        kind("Stock release", "world use in a year", |phrase| {
            added(phrase, "stocks are sold", "a year’s use of")
        }),
        kind("Recycling", "world use", |phrase| {
            added(phrase, "more is recycled", "the world’s use of")
        }),
        kind("Substitution", "world use", |phrase| {
            added(phrase, "users turn to something else", "the world’s use of")
        }),
        kind("Demand change", "world use", |phrase| {
            let what = if phrase.less {
                "users want less"
            } else {
                "users want more"
            };
            added(phrase, what, "the world’s use of")
        }),
    ],
    stages: ["Mining", "Refining", "Mining and refining"],
    at_stages: ["mined ", "refined ", ""],
    all_minerals: "every mineral",
    led_minerals: "every mineral that it leads",
    this_mineral: |mineral| format!("{mineral}, as chosen above"),
    month: |year, month| {
        const NAMES: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let name = NAMES.get(usize::from(month.saturating_sub(1)));
        format!("{} {year}", name.unwrap_or(&"?"))
    },
    when: |start, months| match months {
        Some(1) => format!("for a month from {start}"),
        Some(months) => format!("for {months} months from {start}"),
        None => format!("from {start} for good"),
    },
    everyone: "Everyone",
    kind: "What happens",
    actor: "Who, or where",
    minerals: "To which minerals",
    at: "At which stage",
    size: |of| format!("How much, % of {of}"),
    start: "From (year-month)",
    months: "For how many months",
    for_good: "Left empty, it lasts for good.",
    aim: "Aimed at",
    name: "Your name for it (optional)",
    add: "Add a step",
    done: "Keep this step",
    cancel: "Leave as it was",
    edit: |at| format!("Change step {at}"),
    remove: |at| format!("Remove step {at}"),
    up: |at| format!("Move step {at} up"),
    down: |at| format!("Move step {at} down"),
    counts: |at| format!("Step {at} counts"),
    undo: "Undo",
    redo: "Redo",
    clear: "Start anew",
    stop_largest: |country| format!("Let {} stop exporting", definite(country)),
    hold: "Hold beside",
    swap: "Swap the two",
    let_go: "Let go of the one beside",
    problems: "What does not count, and what to do",
    wrong: "This step cannot be kept yet",
    idle: |why| format!("Does nothing here: {why}."),
    idle_why: [
        "it is switched off",
        "it is about other minerals",
        "no table has figures of the stage",
        "who it is about supplies nothing at the stage",
        "it lies outside the ten years looked at",
        "whom it is aimed at is not known",
    ],
};

const RESULTS: ResultWords = ResultWords {
    heading: "What it would do",
    beside: "Held beside",
    this: "This scenario",
    price: "Price in the worst month",
    times: |times| format!("× {times}"),
    beyond: "past what the model can say",
    nothing_left: "nothing left to buy",
    loss: "Use lost, world",
    shortfall: "Use lost, this importer",
    worst_year: "Use lost in the worst twelve months",
    from_month: |month| format!("from {month} on"),
    bill: "Extra import bill",
    money: |thousands| {
        format!("{thousands} thousand US dollars a year, at the value of its imports")
    },
    binding: "What sets the limit",
    mine_only: "Mines alone would say",
    misleads: |mine, both| {
        format!(
            "looking at mines alone would show {mine} lost where both stages together lose {both}"
        )
    },
    agrees: "mines alone would show the same",
    stage_names: ["Mining", "Refining"],
    lost_at: |stage| match stage {
        Stage::Mine => "of mine output lost",
        _ => "of refinery output lost",
    },
    no_stage: |stage, why| {
        let stage = match stage {
            Stage::Mine => "Mining",
            _ => "Refining",
        };
        format!("{stage} is left out: {why}")
    },
    in_model: "in this model",
    worst_month: |month| format!("in the worst month, {month}"),
    map: "Who would supply it",
    map_caption: |supply, month| {
        format!("Parts of the world’s {supply} in {month}, the worst month")
    },
    map_name: |caption| format!("Map: {caption}; the table of countries says the same"),
    map_shows: ["Before", "After", "Change"],
    map_legend: "Change, in points of normal world supply",
    map_classes: [
        "loses over 20",
        "loses 5–20",
        "loses up to 5",
        "no change",
        "gains up to 5",
        "gains 5–20",
        "gains over 20",
    ],
    countries: "Country by country",
    before: "Before",
    after: "After",
    change: "Change",
    path: "Over ten years",
    path_note: "Full line: this scenario alone. Grey line: the one held beside. Dashed line and band, once simulated: the mean with other disruptions arriving too, and its range for 90% of the drawn parameters.",
    path_summary: |importer, least, month| {
        format!(
            "Use by {} falls to {least} of what it was in {month}, in this model.",
            definite(importer)
        )
    },
    month: "Month",
    use_left: "Use, % of normal",
    minerals: "Most exposed minerals",
    importers: |mineral| format!("Who would lack {} most", in_sentence(mineral)),
    exposed_caption: "Use lost in the worst twelve months, in this model",
    working: "Working it out…",
    worst_unknown: "a normal month",
    none_exposed: "Nothing would be lost in this scenario.",
    own_measure: "The importer itself holds back exports here. The model has one world market and does not see that what is held back stays at home, so its own loss is overstated.",
    world_sourcing: |stage, why| {
        let stage = match stage {
            Stage::Mine => "mined",
            _ => "refined",
        };
        format!(
            "Whom the importer buys {stage} supply from is not known ({why}); the world’s suppliers stand in for its own."
        )
    },
};

const ASSUMPTIONS: AssumptionWords = AssumptionWords {
    heading: "What the model assumes",
    intro: "Every number above depends on these. None of them is measured for each mineral; move them and see what holds.",
    reset: "Back to the defaults",
    range: |range, unit| format!("{range}; {unit}"),
    support: [
        "verified in a source",
        "from the literature, original not read",
        "assumed here",
    ],
    none: "No limit",
    assuming: |changes| format!("Assuming {changes}; everything else as by default."),
    defaults: "Assuming what the model assumes by default; see below.",
};

const SIMULATION: SimulationWords = SimulationWords {
    heading: "How sure is it",
    intro: "Other disruptions may arrive within the same ten years. The simulation draws them, by supplier and cause, together with the parameters that nobody knows, and shows what the scenario comes to then.",
    run: "Simulate",
    cancel: "Stop",
    none_yet: "Nothing is drawn yet for what is asked now.",
    drawing: "Drawing; the figures sharpen as more is drawn.",
    progress: |done, of| format!("{done} of {of} sets of parameters drawn"),
    done: |of| format!("Done: the figures rest on all {of} sets of parameters."),
    cancelled: |done, of| {
        format!(
            "Stopped: the figures rest on the first {done} of {of} sets of parameters. They stay as they are until something changes."
        )
    },
    cancelled_early: "Stopped before there were figures.",
    failed: |why| format!("The simulation broke off: {why}. Simulate to try again."),
    on_page: "No worker is allowed here, so the draws are made on the page, in short slices, when you ask for them.",
    seed: "Seed of the draws",
    no_seed: "A seed is a whole number from 0 to 4,294,967,295.",
    rests_on: |importer, paths, seed| {
        format!(
            "Loss by {}, over {paths} paths of ten years with seed {seed}, in this model.",
            definite(importer)
        )
    },
    mean: "Mean loss over ten years",
    chance: "Chance of a year with over a tenth lost",
    value_at_risk: "Value at risk",
    exceeded_by: |part| format!("loss of the worst year that {part} of paths exceed"),
    conditional: "Tail mean",
    mean_of: |part| format!("mean loss of the worst year in the worst {part} of paths"),
    longest: "Longest time below 90% of what is wanted, mean",
    months: |months| format!("{months} months"),
    band: |low, high| format!("{low} to {high} for 90% of the drawn parameters"),
    world: |risk| {
        let WorldRisk {
            mean,
            chance,
            conditional,
            worst,
        } = risk;
        format!(
            "The world as a whole: mean loss {mean}, {chance} chance of a year with over a tenth lost, {conditional} lost in the worst year of the worst {worst} of paths, in this model."
        )
    },
    across: "Loss of the worst year",
    summary: |conditional, worst| {
        format!(
            "In the worst {worst} of paths {conditional} of a year’s use would be lost on average, in this model."
        )
    },
    caption: "Loss of the worst year, over all paths",
    loss: "Loss",
    step: |from, to| format!("{from} to {to}"),
    part: "Part of paths",
    mean_line: "Mean with other disruptions",
    band_ends: ["Low, 5%", "High, 95%"],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_reads_as_a_sentence() {
        let phrase = StepPhrase {
            actor: Some("China"),
            minerals: "gallium",
            size: "50%",
            all: false,
            less: false,
            stages: "",
            when: "for 12 months from April 2025",
            aim: Some("United States"),
        };
        assert_eq!(
            (STEPS.kinds[0].clause)(phrase),
            "China stops 50% of its gallium exports to the United States for 12 months from April 2025"
        );
        let all = StepPhrase {
            all: true,
            aim: None,
            ..phrase
        };
        assert_eq!(
            (STEPS.kinds[7].clause)(all),
            "a strike in China costs all of its gallium output for 12 months from April 2025"
        );
    }

    #[test]
    fn the_finding_speaks_of_the_model_and_never_of_the_future() {
        let found = ShockFinding {
            what: "these 2 steps come together",
            mineral: "Gallium",
            importer: "European Union",
            loss: "12.0%",
            price: Some("2.1"),
            shortfall: "31.0%",
            binding: Some(Stage::Refine),
            nothing: false,
        };
        assert_eq!(
            finding(found),
            "In this model, if these 2 steps come together, the world would use 12.0% less in the worst month and the price of gallium would be 2.1 times what it was; the European Union would go without 31.0% of its use; refining would set the limit."
        );
        let gone = ShockFinding {
            price: None,
            ..found
        };
        assert!(finding(gone).contains("no gallium would be left to buy"));
    }
}
