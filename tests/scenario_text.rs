//! Scenarios as text: every scenario comes back from its own, every text reads, and each mistake is named.

use adit::data::{Importer, MineralId, embedded};
use adit::scenario::text::{Decoded, Field, MOST_STEPS, decode, encode};
use adit::scenario::{Minerals, Month, Scenario, Step, StepKind};
use proptest::prelude::*;

fn read(text: &str) -> Decoded {
    decode(text, embedded().expect("valid data"))
}

fn written(scenario: &Scenario) -> String {
    encode(scenario, embedded().expect("valid data"))
}

/// A text without a mistake.
#[track_caller]
fn sound(text: &str) -> Scenario {
    let Decoded { scenario, problems } = read(text);
    assert_eq!(problems, [], "{text}");
    scenario
}

/// What is said of a text with one mistake, whose other steps all count.
#[track_caller]
fn mistake(text: &str) -> String {
    let Decoded { scenario, problems } = read(&format!("{TAX};{text};{TAX}"));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].step, 2);
    assert_eq!(written(&scenario), format!("{TAX};{TAX}"));
    problems[0].to_string()
}

/// A step without a mistake.
const TAX: &str = "tax:IDN:nickel:mine:25:2025-01:-";

fn importer(code: &str) -> Importer {
    let data = embedded().expect("valid data");
    data.importer_by_code(code).expect("a code")
}

fn minerals(slugs: &[&str]) -> Minerals {
    let data = embedded().expect("valid data");
    let ids = slugs.iter().map(|slug| data.mineral_by_slug(slug));
    Minerals::These(ids.map(|id| id.expect("a slug")).collect())
}

#[test]
fn a_stop_of_exports_to_one_buyer_is_read_field_by_field() {
    let text = "cut-off:CHN:gallium,germanium:refine:100:2025-04:12:USA:Gallium~3A~20no";
    let scenario = sound(text);
    let [step] = &scenario.steps[..] else {
        panic!("one step");
    };
    assert_eq!(step.kind, StepKind::CutOff);
    assert_eq!(step.actor, Some(importer("CHN")));
    assert_eq!(step.minerals, minerals(&["gallium", "germanium"]));
    assert_eq!(step.size.to_bits(), 1.0_f64.to_bits());
    assert_eq!(step.start, Month(2025 * 12 + 3));
    assert_eq!(step.months, Some(12));
    assert_eq!(step.aim, Some(importer("USA")));
    assert_eq!(step.name.as_deref(), Some("Gallium: no"));
    assert!(step.active);
    assert_eq!(written(&scenario), text);
}

#[test]
fn what_is_left_empty_is_what_the_kind_begins_with_and_is_written_out() {
    let scenario = sound("strike:ZAF:platinum:::2026-01");
    assert_eq!(written(&scenario), "strike:ZAF:platinum:mine:50:2026-01:3");
}

#[test]
fn steps_switched_off_stay_in_the_text() {
    let scenario = sound("!accident:CHL:copper:mine:10:2026-01:6");
    assert!(!scenario.steps[0].active);
    assert!(written(&scenario).starts_with("!accident:"));
}

#[test]
fn a_step_may_name_its_last_month_in_place_of_its_length() {
    let scenario = sound("conflict:COD:cobalt:mine:40:2025-04/2026-03");
    assert_eq!(scenario.steps[0].months, Some(12));
    let one = sound("conflict:COD:cobalt:mine:40:2025-04/2025-04");
    assert_eq!(one.steps[0].months, Some(1));
}

#[test]
fn a_file_has_lines_and_remarks() {
    let file = "# What if\n\ncut-off:chn:gallium::100:2025-04:12 # a year\r\n led-less\n# end";
    let Decoded { scenario, problems } = read(file);
    assert_eq!(
        written(&scenario),
        "cut-off:CHN:gallium:both:100:2025-04:12"
    );
    assert_eq!(problems.len(), 1);
    assert_eq!((problems[0].step, problems[0].field), (2, Field::Kind));
}

#[test]
fn an_empty_text_is_a_scenario_in_which_nothing_happens() {
    for text in ["", " ; ;\n", "# nothing"] {
        assert_eq!(sound(text), Scenario::default());
    }
    assert_eq!(written(&Scenario::default()), "");
}

#[test]
fn a_dominant_supplier_may_act_on_all_that_it_leads() {
    let scenario = sound("licence-delay:CHN:led:both:25:2026-01:6");
    assert_eq!(scenario.steps[0].minerals, Minerals::Led);
}

/// Each text has one mistake, of which this is said.
#[track_caller]
fn named(mistakes: &[(&str, &str)]) {
    for (text, said) in mistakes {
        assert_eq!(mistake(text), format!("step 2, {said}"), "{text}");
    }
}

#[test]
fn a_mistake_in_what_happens_and_who_does_it_is_named_with_its_value_and_its_remedy() {
    named(&[
        (
            "cuttoff:CHN:gallium:both:100:2025-04:12",
            "kind “cuttoff”: unknown kind; did you mean cut-off?",
        ),
        (
            "cut-off:CHM:gallium:both:100:2025-04:12",
            "actor “CHM”: no country or bloc has this code; did you mean CHN (China)?",
        ),
        (
            "cut-off:Indonesia:gallium:both:100:2025-04:12",
            "actor “Indonesia”: no country or bloc has this code; did you mean IDN (Indonesia)?",
        ),
        (
            "cut-off:*:gallium:both:100:2025-04:12",
            "actor “*”: cut-off needs an actor; write a code such as CHN",
        ),
        (
            ":::",
            "kind: a step begins with what happens; write a kind such as cut-off",
        ),
    ]);
}

#[test]
fn a_mistake_in_minerals_and_stages_is_named_with_its_value_and_its_remedy() {
    named(&[
        (
            "cut-off:CHN:galium:both:100:2025-04:12",
            "minerals “galium”: unknown mineral; did you mean gallium?",
        ),
        (
            "cut-off:CHN:gallium,germanum:both:100:2025-04:12",
            "minerals “gallium,germanum”: unknown mineral among them, germanum; did you mean germanium?",
        ),
        (
            "cut-off:CHN::both:100:2025-04:12",
            "minerals: a step is about minerals; write slugs such as gallium, or * for all",
        ),
        (
            "recycling:*:led:both:10:2025-04:12",
            "minerals “led”: nobody leads who is not named; name an actor, or write slugs or *",
        ),
        (
            "cut-off:CHN:gallium:refined:100:2025-04:12",
            "stages “refined”: unknown stage; write both or mine or refine",
        ),
        (
            "new-mine:AUS:gallium:refine:10:2025-04:12",
            "stages “refine”: new-mine has no such stage; write mine",
        ),
        (
            "new-refinery:AUS:gallium:both:10:2025-04:12",
            "stages “both”: new-refinery has no such stage; write refine",
        ),
    ]);
}

#[test]
fn a_mistake_in_how_much_is_named_with_its_value_and_its_remedy() {
    named(&[
        (
            "cut-off:CHN:gallium:both:-5:2025-04:12",
            "size “-5”: less than 0; write percent from 0 to 100, without the sign",
        ),
        (
            "cut-off:CHN:gallium:both:250:2025-04:12",
            "size “250”: more than 100; write percent from 0 to 100, without the sign",
        ),
        (
            "demand-change:*:gallium:both:-101:2025-04:12",
            "size “-101”: less than -100; write percent from -100 to 200, without the sign",
        ),
        (
            "tax:CHN:gallium:both:half:2025-04:12",
            "size “half”: no number; write percent from 0 to 500, without the sign",
        ),
        (
            "cut-off:CHN:gallium:both:1e1:2025-04:12",
            "size “1e1”: no number; write percent from 0 to 100, without the sign",
        ),
    ]);
}

#[test]
fn a_mistake_in_when_and_for_how_long_is_named_with_its_value_and_its_remedy() {
    named(&[
        (
            "cut-off:CHN:gallium:both:100:2025-04/2025-01",
            "start “2025-04/2025-01”: the end is before the start; write the earlier month first",
        ),
        (
            "cut-off:CHN:gallium:both:100:2025-04/2025-09:3",
            "months “3”: the start has an end already; leave one of the two out",
        ),
        (
            "cut-off:CHN:gallium:both:100:2025-04:0",
            "months “0”: nothing lasts no months; write a whole number from 1 on, or - for good",
        ),
        (
            "cut-off:CHN:gallium:both:100:2025-04:-3",
            "months “-3”: no number of months; write a whole number from 1 on, or - for good",
        ),
        (
            "cut-off:CHN:gallium:both:100:2025-04:5000",
            "months “5000”: more than 1320; write - for good",
        ),
        (
            "cut-off:CHN:gallium:both:100:2025-13:12",
            "start “2025-13”: there is no month 13; write 01 to 12",
        ),
        (
            "cut-off:CHN:gallium:both:100:1989-12:12",
            "start “1989-12”: the year 1989 is too far away; write a year from 1990 to 2099",
        ),
        (
            "cut-off:CHN:gallium:both:100:2100-01:12",
            "start “2100-01”: the year 2100 is too far away; write a year from 1990 to 2099",
        ),
        (
            "cut-off:CHN:gallium:both:100::12",
            "start: no month is named; write year and month, such as 2025-04",
        ),
        (
            "cut-off:CHN:gallium:both:100:April:12",
            "start “April”: no month; write year and month, such as 2025-04",
        ),
    ]);
}

#[test]
fn a_mistake_in_whose_purchases_it_hits_is_named_with_its_value_and_its_remedy() {
    named(&[
        (
            "accident:CHL:copper:mine:10:2025-04:12:USA",
            "aim “USA”: accident hits everyone alike; leave the aim out; only cut-off, quota, licence-delay and tax \
             have one",
        ),
        (
            "cut-off:CHN:gallium:both:100:2025-04:12:CHN",
            "aim “CHN”: the actor aims at itself; write another code, or * for everyone",
        ),
        (
            "cut-off:EU:gallium:both:100:2025-04:12:DEU",
            "aim “DEU”: the actor aims at itself; write another code, or * for everyone",
        ),
        (
            "cut-off:CHN:gallium:both:100:2025-04:12:US",
            "aim “US”: no country or bloc has this code; did you mean USA (United States)?",
        ),
    ]);
}

#[test]
fn a_step_with_several_mistakes_names_them_all() {
    let fields = |text| {
        let problems = read(text).problems.into_iter();
        problems.map(|one| one.field).collect::<Vec<_>>()
    };
    assert_eq!(
        fields("cut-off"),
        [Field::Actor, Field::Minerals, Field::Start]
    );
    assert_eq!(
        fields("cut-off:XX:led:up:x:never:ever:YY"),
        [
            Field::Actor,
            Field::Stages,
            Field::Size,
            Field::Start,
            Field::Months,
            Field::Aim
        ]
    );
}

#[test]
fn a_long_wrong_value_is_not_repeated_at_length() {
    let problem = &read(&"x".repeat(5_000)).problems[0];
    assert!(problem.value.chars().count() <= 41, "{problem}");
}

#[test]
fn of_too_many_steps_the_first_ones_count() {
    let whole = vec![TAX; MOST_STEPS].join(";");
    assert_eq!(sound(&whole).steps.len(), MOST_STEPS);
    let Decoded { scenario, problems } = read(&format!("{whole};{TAX};{TAX}"));
    assert_eq!(scenario.steps.len(), MOST_STEPS);
    assert_eq!(
        problems[0].to_string(),
        "step 61, steps “62”: there are more than 60; only the first 60 count; leave others out"
    );
}

/// A step that text allows.
fn step() -> impl Strategy<Value = Step> {
    let data = embedded().expect("valid data");
    let (countries, slugs) = (data.countries().len(), data.minerals().len());
    let fields = (
        0..StepKind::ALL.len(),
        prop::option::of(0..countries),
        prop::collection::vec(0..slugs, 0..4),
        0_usize..3,
        0.0_f64..=1.0,
        (1990_u16..2100, 1_u16..=12),
        prop::option::of(1_u16..=1320),
        prop::option::of(0..countries),
    );
    let rest = (any::<bool>(), prop::option::of("\\PC{1,30}"), any::<bool>());
    (fields, rest).prop_map(move |(fields, (active, name, all))| {
        let (kind, by, which, stages, size, (year, month), months, at) = fields;
        let kind = StepKind::ALL[kind];
        let country = |at: usize| importer(&data.countries()[at].iso3);
        let actor = by.or(kind.needs_actor().then_some(0)).map(country);
        let mut ids: Vec<MineralId> = Vec::new();
        for at in which {
            let id = data.mineral_by_slug(&data.minerals()[at].slug);
            let id = id.expect("a slug of the data");
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let minerals = match ids.len() {
            0 if all || actor.is_none() => Minerals::All,
            0 => Minerals::Led,
            _ => Minerals::These(ids),
        };
        let (low, high) = (*kind.sizes().start(), *kind.sizes().end());
        let aim = at.map(country).filter(|aim| Some(*aim) != actor);
        let name = name.map(|name| name.trim().to_owned());
        Step {
            kind,
            actor,
            minerals,
            stages: kind.stages()[stages % kind.stages().len()],
            size: low + size * (high - low),
            start: Month::of(year, month).expect("a month"),
            months,
            aim: aim.filter(|_| kind.is_export_measure()),
            active,
            name: name.filter(|name| !name.is_empty()),
        }
    })
}

/// A text that is nearly one of a scenario.
fn nearly() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "cut-off", "new-mine", "CHN", "EU", "gallium", "led", "*", "refine", "100", "2025-04",
        "12", "-", "/", "!", ":", ":", ":", ":", ":", ";", ",", "#", "\n", "~3", "~", "é",
    ]);
    prop::collection::vec(words, 0..40).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_scenario_comes_back_from_its_text(steps in prop::collection::vec(step(), 0..6)) {
        let scenario = Scenario { steps };
        let text = written(&scenario);
        let read = read(&text);
        prop_assert_eq!(&read.problems, &vec![], "{}", text);
        prop_assert_eq!(read.scenario, scenario, "{}", text);
    }

    #[test]
    fn the_text_of_a_scenario_is_plain_to_links(steps in prop::collection::vec(step(), 0..6)) {
        let text = written(&Scenario { steps });
        let plain = |sign: char| sign.is_ascii_alphanumeric() || "-_.~!*:;,".contains(sign);
        prop_assert!(text.chars().all(plain), "{}", text);
    }

    #[test]
    fn any_text_reads_and_what_was_read_settles(text in prop_oneof!["\\PC{0,200}", nearly()]) {
        let scenario = read(&text).scenario;
        let again = read(&written(&scenario));
        prop_assert_eq!(again.problems, vec![]);
        prop_assert_eq!(again.scenario, scenario);
    }
}
