//! What hosts may say to the page, and what they hear.

use adit::data::{Dataset, embedded};
use adit::embed::{
    Answer, By, Command, Event, FiguresAnswer, Format, Gate, Greeting, Heard, Id, PictureAnswer,
    Reached, Refusal, Reply, Request, StateAnswer, TYPES, TextAnswer, parse,
};
use adit::report::Figures;
use adit::risk::importer::{Case, Sources};
use adit::state::{Selection, Theme, View, ViewState, query};
use adit::take::{Outlines, Taken};
use proptest::prelude::*;
use serde_json::{Value, json};

fn data() -> &'static Dataset {
    embedded().expect("valid data")
}

fn at(link: &str) -> ViewState {
    query::decode(link, data()).state
}

/// What a request comes to: a command with its type and data.
fn asked(kind: &str, of: Value) -> Heard {
    let mut message = json!({ "source": "adit", "v": 1, "id": 7, "type": kind });
    if !of.is_null() {
        message["data"] = of;
    }
    parse(&message.to_string())
}

fn command(kind: &str, of: Value) -> Command {
    match asked(kind, of) {
        Heard::Asked(Request {
            id: Some(Id::Number(7)),
            command,
        }) => command,
        other => panic!("{kind} comes to {other:?}"),
    }
}

/// What a refused request is told: the code and the message.
fn told(heard: &Heard) -> (String, String) {
    match heard {
        Heard::Wrong(_, refusal) => (refusal.code().to_owned(), refusal.to_string()),
        other => panic!("not refused: {other:?}"),
    }
}

/// The link that a change of state leads to, or what it is told.
fn set(from: &str, to: Value) -> Result<String, (String, String)> {
    let reached = command("set-state", to).leads_to(&at(from), data());
    match reached {
        Ok(reached) => Ok(query::encode(&reached.expect("a state").state, data())),
        Err(refusal) => Err((refusal.code().to_owned(), refusal.to_string())),
    }
}

fn refused(code: &str, message: &str) -> Result<String, (String, String)> {
    Err((code.to_owned(), message.to_owned()))
}

#[test]
fn what_is_not_in_the_dialect_is_met_with_silence() {
    for text in [
        "",
        "null",
        "7",
        "\"adit\"",
        "[1]",
        "{}",
        "{",
        r#"{"source":"datawrapper","v":1,"type":"ping"}"#,
        r#"{"type":"embed-size","height":400}"#,
        r#"{"source":["adit"],"type":"ping"}"#,
        "{\"source\":\"adit\"",
    ] {
        assert_eq!(parse(text), Heard::Nothing, "{text}");
    }
    let long = format!(r#"{{"source":"other","data":"{}"}}"#, "x".repeat(70_000));
    assert_eq!(parse(&long), Heard::Nothing);
}

#[test]
fn every_command_is_read() {
    assert_eq!(command("ping", Value::Null), Command::Ping);
    assert_eq!(command("get-state", Value::Null), Command::GetState);
    assert_eq!(command("get-text", Value::Null), Command::GetText);
    assert_eq!(command("get-figures", Value::Null), Command::GetFigures);
    assert_eq!(
        command("set-theme", json!("dark")),
        Command::SetTheme(Theme::Dark)
    );
    for (kind, of) in [
        ("set-state", json!("mineral=gallium")),
        (
            "set-state",
            json!({ "mineral": "gallium", "year": 2023, "country": null }),
        ),
        ("get-picture", Value::Null),
        (
            "get-picture",
            json!({ "figure": "trend", "format": "png", "size": 300, "scale": 2, "theme": "dark" }),
        ),
        ("step", json!("next")),
        ("step", json!(3)),
    ] {
        command(kind, of);
    }
    assert_eq!(TYPES.len(), 8);
}

#[test]
fn a_wrong_envelope_is_told_what_is_right() {
    let ping = |changed: &[(&str, Value)]| {
        let mut message = json!({ "source": "adit", "v": 1, "id": "a", "type": "ping" });
        for (key, value) in changed {
            message[*key] = value.clone();
        }
        told(&parse(&message.to_string()))
    };
    let is = |code: &str, message: &str| (code.to_owned(), message.to_owned());
    assert_eq!(
        ping(&[("v", json!(2))]),
        is(
            "wrong-version",
            "v 2: this page speaks version 1; use the adit.js that ships beside it"
        )
    );
    assert_eq!(
        ping(&[("v", json!("1"))]),
        is(
            "wrong-version",
            "v \"1\": this page speaks version 1; use the adit.js that ships beside it"
        )
    );
    assert_eq!(
        ping(&[("type", json!("get-stat"))]),
        is(
            "unknown-type",
            "type get-stat: unknown; write one of ping, get-state, set-state, get-text, get-figures, get-picture, \
             set-theme, step"
        )
    );
    assert_eq!(
        ping(&[("type", json!(5))]).1,
        "type 5: unknown; write one of ping, get-state, set-state, get-text, get-figures, get-picture, set-theme, step"
    );
    let id = "id: write a whole number from 0 on, or a text of 1 to 64 bytes; leave it out to get no reply";
    for wrong in [
        json!(-1),
        json!(1.5),
        json!(""),
        json!("x".repeat(65)),
        json!([1]),
        json!(true),
    ] {
        assert_eq!(ping(&[("id", wrong)]), is("bad-id", id));
    }
    assert_eq!(
        ping(&[("state", json!("mineral=gallium"))]),
        is(
            "unknown-part",
            "state: no part of a message; what a command takes stands within data"
        )
    );
}

#[test]
fn data_that_a_command_does_not_take_are_quoted_with_what_it_takes() {
    let bad = |kind: &str, of: Value| {
        let (code, message) = told(&asked(kind, of));
        assert_eq!(code, "bad-data");
        message
    };
    assert_eq!(
        bad("ping", json!({})),
        "ping: data {} is not what it takes; write none"
    );
    assert_eq!(
        bad("set-theme", json!("sepia")),
        "set-theme: data \"sepia\" is not what it takes; write \"light\", \"dark\" or \"system\""
    );
    assert_eq!(
        bad("step", json!(0)),
        "step: data 0 is not what it takes; write \"next\", \"previous\" or a step's number from 1"
    );
    assert_eq!(
        bad("step", json!(256)),
        "step: data 256 is not what it takes; write \"next\", \"previous\" or a step's number from 1"
    );
    let picture = "an object with figure, format (\"svg\" or \"png\"), size (a width from 200 to 4000, \"1200x628\", \
                   \"800x418\" or \"1080x1080\"), scale (1 to 4) and theme (\"light\" or \"dark\"), or leave any of \
                   them out";
    for of in [
        json!("trend"),
        json!({ "size": 199 }),
        json!({ "size": "1200x629" }),
        json!({ "scale": 5 }),
        json!({ "colour": "red" }),
        json!({ "colour": null }),
        json!({ "theme": "system" }),
        json!({ "format": "gif" }),
    ] {
        assert_eq!(
            bad("get-picture", of.clone()),
            format!("get-picture: data {of} is not what it takes; write {picture}")
        );
    }
    let state = "a link's query string, or an object of the link's words with texts, numbers, or null for the default; \
                 or { state, lenient } with either as state";
    for of in [
        json!(7),
        json!(["mineral"]),
        json!({ "mineral": ["gallium"] }),
        json!({ "state": "", "lenient": 1 }),
        json!({ "state": "", "strict": true }),
        json!({ "state": 7 }),
    ] {
        assert_eq!(
            bad("set-state", of.clone()),
            format!("set-state: data {of} is not what it takes; write {state}")
        );
    }
    let long = bad("set-theme", json!("x".repeat(50_000)));
    assert!(long.len() < 200, "{long}");
}

#[test]
fn a_message_that_is_too_large_is_refused_by_its_id_unread() {
    let message = json!({
        "source": "adit", "v": 1, "type": "set-state", "data": "x".repeat(70_000), "id": 9,
    });
    let text = message.to_string();
    let Heard::Wrong(Some(Id::Number(9)), refusal) = parse(&text) else {
        panic!("{:?}", parse(&text));
    };
    assert_eq!(refusal.code(), "too-large");
    assert_eq!(
        refusal.to_string(),
        format!(
            "the message has {} bytes of JSON, and at most 65536 are read; send less at once",
            text.len()
        )
    );
}

#[test]
fn a_state_is_set_as_a_link_or_word_by_word() {
    // A link is a whole state, but for the colours, which are the host's own.
    assert_eq!(
        set(
            "mineral=lithium&country=CHL&theme=dark",
            json!("mineral=gallium")
        )
        .as_deref(),
        Ok("mineral=gallium&theme=dark")
    );
    assert_eq!(
        set("theme=dark", json!("mineral=gallium&theme=light")).as_deref(),
        Ok("mineral=gallium&theme=light")
    );
    for link in [
        "?mineral=lithium",
        "https://example.org/adit/?mineral=lithium#map",
        "mineral=lithium",
    ] {
        assert_eq!(
            set("", json!(link)).as_deref(),
            Ok("mineral=lithium"),
            "{link}"
        );
    }
    // Words change what they name; null is the default.
    let from = "mineral=lithium&country=CHL&theme=dark";
    assert_eq!(
        set(from, json!({ "country": "AUS" })).as_deref(),
        Ok("mineral=lithium&country=AUS&theme=dark")
    );
    assert_eq!(
        set(from, json!({ "country": null, "theme": null })).as_deref(),
        Ok("mineral=lithium")
    );
    assert_eq!(set(from, json!({})).as_deref(), Ok(from));
    assert_eq!(
        set("", json!({ "view": "study", "step": 2 })).as_deref(),
        Ok("view=study&step=2")
    );
    // A text with what links escape arrives as it is.
    let scenario = "cut-off:CHN:gallium:both:100:2024-12:11:USA:a~20b";
    let link = set(
        "",
        json!({ "view": "shock", "mineral": "gallium", "scenario": scenario }),
    );
    assert!(
        link.as_ref().is_ok_and(|link| link.contains(scenario)),
        "{link:?}"
    );
}

#[test]
fn how_the_frame_is_dressed_stays_and_no_message_changes_it() {
    let from = "embed=ranking&plain=true";
    assert_eq!(
        set(from, json!("mineral=gallium")).as_deref(),
        Ok("mineral=gallium&embed=ranking&plain=true")
    );
    assert_eq!(
        set(from, json!({ "mineral": "gallium", "embed": "ranking" })).as_deref(),
        Ok("mineral=gallium&embed=ranking&plain=true")
    );
    for to in [
        json!({ "embed": "trend" }),
        json!({ "embed": null }),
        json!("embed=trend"),
        json!({ "embed": "x" }),
    ] {
        assert_eq!(
            set(from, to),
            refused(
                "fixed",
                "embed: how a frame is dressed is said by its own link; make another frame for another dress"
            )
        );
    }
    // A view without the figure is shown as a whole, still alone.
    assert_eq!(
        set(from, json!({ "view": "study" })).as_deref(),
        Ok("view=study&embed=view&plain=true")
    );
}

#[test]
fn another_mineral_leaves_behind_what_only_the_last_one_had() {
    // The host did not ask for the edition that the new mineral lacks.
    let from = "mineral=gallium&edition=mcs2022";
    let to = set(from, json!({ "mineral": "coking-coal" }));
    assert!(
        to.as_ref()
            .is_ok_and(|to| to.contains("mineral=coking-coal")),
        "{to:?}"
    );
}

#[test]
fn what_cannot_be_used_changes_nothing_and_is_named_with_its_remedy() {
    assert_eq!(
        set("", json!("minerals=gallium")),
        refused(
            "unknown-key",
            "minerals: not a word that links use; did you mean mineral?"
        )
    );
    assert_eq!(
        set("", json!({ "Country": "CHN" })),
        refused(
            "unknown-key",
            "Country: not a word that links use; did you mean country?"
        )
    );
    assert_eq!(
        set("", json!({ "mineral": "galium" })),
        refused(
            "unknown-value",
            "mineral galium: unknown mineral; did you mean gallium?"
        )
    );
    assert_eq!(
        set("", json!({ "view": "atlas" })),
        refused(
            "unknown-value",
            "view atlas: unknown view; write map, minerals, dependence, shock, alliances, study, data"
        )
    );
    assert_eq!(
        set("", json!({ "stage": "mined" })),
        refused(
            "unknown-value",
            "stage mined: unknown stage; write mine, refine or reserves"
        )
    );
    assert_eq!(
        set("", json!({ "country": "China" })),
        refused(
            "unknown-value",
            "country China: unknown country; write an ISO 3166-1 alpha-3 code such as CHN"
        )
    );
    assert_eq!(
        set("", json!({ "year": 23 })),
        refused(
            "unknown-value",
            "year 23: unknown year; write a year such as 2023"
        )
    );
    assert_eq!(
        set("", json!({ "theme": "sepia" })),
        refused(
            "unknown-value",
            "theme sepia: unknown theme; write light or dark, or leave it out for the system's"
        )
    );
    assert_eq!(
        set("", json!({ "seed": -1 })),
        refused(
            "unknown-value",
            "seed -1: unknown seed; write a whole number from 0 to 4294967295"
        )
    );
    assert_eq!(
        set("", json!({ "zoom": 3 })),
        refused(
            "unknown-value",
            "zoom 3: unknown zoom; write a factor from 1 and a centre from 0 to 1, such as 2.50,0.4100,0.3300"
        )
    );
    assert_eq!(
        set("", json!({ "year": 1950 })),
        refused(
            "no-figures",
            "year 1950: there are no figures for this year here; leave it out to get the nearest"
        )
    );
    assert_eq!(
        set("", json!("mineral=gallium&mineral=lithium")),
        refused("repeated", "mineral: given twice; give it once")
    );
    assert_eq!(
        set("", json!({ "scenario": "x".repeat(8_001) })),
        refused(
            "too-long",
            "scenario: longer than the 8000 bytes that links hold; shorten it"
        )
    );
    for (key, text) in [
        ("scenario", "cut-of:CHN"),
        ("assume", "es:x"),
        ("alliance", "most:many"),
    ] {
        let (code, message) = set("", json!({ key: text })).expect_err("a bad text");
        assert_eq!(code, "bad-text");
        assert!(message.starts_with(&format!("{key}: ")), "{message}");
        assert!(message.len() > key.len() + 10, "{message}");
    }
}

#[test]
fn a_lenient_host_gets_the_nearest_and_is_told_what_was_not_used() {
    let wish = json!({ "state": { "mineral": "lithium", "country": "China", "year": 1950 }, "lenient": true });
    let reached = command("set-state", wish)
        .leads_to(&at(""), data())
        .expect("the nearest")
        .expect("a state");
    assert_eq!(
        query::encode(&reached.state, data()),
        "mineral=lithium&year=2020"
    );
    assert_eq!(reached.problems.len(), 2, "{:?}", reached.problems);
    assert!(
        reached
            .problems
            .iter()
            .any(|one| one.starts_with("country China: unknown country"))
    );
    let strict = json!({ "state": { "country": "China" }, "lenient": false });
    assert!(
        command("set-state", strict)
            .leads_to(&at(""), data())
            .is_err()
    );
}

#[test]
fn the_walk_is_stepped_through_where_it_is_and_not_past_its_ends() {
    let step = |from: &str, to: Value| {
        let reached = command("step", to).leads_to(&at(from), data());
        reached.map(|reached| reached.expect("a state").state.step)
    };
    assert_eq!(step("view=study", json!("next")), Ok(2));
    assert_eq!(step("view=study&step=3", json!("previous")), Ok(2));
    assert_eq!(step("view=study", json!(4)), Ok(4));
    let last = (1..=255)
        .find(|last| step(&format!("view=study&step={last}"), json!("next")).is_err())
        .expect("an end");
    assert!((5..100).contains(&last), "{last}");
    let refusal = step(&format!("view=study&step={last}"), json!("next")).expect_err("the end");
    assert_eq!(
        refusal.to_string(),
        format!("step next: unknown step; the walk has steps 1 to {last}, and shows {last}")
    );
    assert!(step("view=study", json!("previous")).is_err());
    let refusal = step("", json!("next")).expect_err("no walk");
    assert_eq!(refusal.code(), "not-here");
    assert_eq!(
        refusal.to_string(),
        "step: not in the view map; set the state to view=study first"
    );
}

#[test]
fn colours_change_and_questions_change_nothing() {
    let dark = command("set-theme", json!("dark")).leads_to(&at("mineral=lithium"), data());
    let state = dark.expect("no refusal").expect("a state").state;
    assert_eq!(query::encode(&state, data()), "mineral=lithium&theme=dark");
    for kind in [
        "ping",
        "get-state",
        "get-text",
        "get-figures",
        "get-picture",
    ] {
        assert_eq!(
            command(kind, Value::Null).leads_to(&at(""), data()),
            Ok(None),
            "{kind}"
        );
    }
}

fn answer(link: &str) -> Value {
    let reached = Reached {
        state: at(link),
        problems: Vec::new(),
    };
    let answer = StateAnswer::of(&reached, data(), |query| {
        format!("https://a.example/?{query}")
    });
    serde_json::to_value(answer).expect("JSON")
}

#[test]
fn a_state_that_was_told_leads_back_to_itself_in_every_form() {
    for link in [
        "",
        "mineral=gallium&stage=refine&country=CHN&theme=dark",
        "view=dependence&mineral=lithium&importer=EU&compare=JPN",
        "view=shock&mineral=gallium&scenario=cut-off:CHN:gallium:both:50:2025-04:12:USA:a~20b%26c&assume=es:0.3",
        "view=alliances&alliance=most:4;exclude:CHN,RUS",
        "view=study&step=4",
        "zoom=2.50,0.4100,0.3300",
    ] {
        let told = answer(link);
        let query = told["query"].as_str().expect("a query");
        for form in ["query", "state", "link"] {
            assert_eq!(
                set("", told[form].clone()).as_deref(),
                Ok(query),
                "{link} by its {form}"
            );
        }
    }
    assert_eq!(answer("")["shown"]["mineral"], "cobalt");
    assert_eq!(answer("")["state"], json!({}));
    assert_eq!(
        answer("mineral=gallium")["link"],
        "https://a.example/?mineral=gallium"
    );
    assert_eq!(
        answer("mineral=lithium&country=CHL")["state"],
        json!({ "mineral": "lithium", "country": "CHL" })
    );
}

#[test]
fn replies_and_events_are_in_the_dialect() {
    let reply = |outcome| {
        let reply = Reply {
            id: Id::Text("a".to_owned()),
            outcome,
        };
        serde_json::to_value(reply).expect("JSON")
    };
    let good = reply(Ok(Answer::Text(TextAnswer::of(
        "Cobalt".to_owned(),
        "Much.".to_owned(),
    ))));
    assert_eq!(
        good,
        json!({
            "source": "adit", "v": 1, "id": "a", "type": "reply", "ok": true,
            "data": { "title": "Cobalt", "finding": "Much.", "alternative": "Cobalt. Much." },
        })
    );
    assert_eq!(
        reply(Err(Refusal::Private)),
        json!({
            "source": "adit", "v": 1, "id": "a", "type": "reply", "ok": false,
            "error": {
                "code": "private",
                "message": "the reader's own figures are in view, and they leave the tab for no host; ask again once \
                            the reader has left them",
            },
        })
    );
    let greeting = reply(Ok(Answer::Greeting(Greeting::new())));
    assert_eq!(greeting["data"]["version"], 1);
    assert_eq!(greeting["data"]["commands"], json!(TYPES));
    let burst = Refusal::TooMany {
        burst: Gate::BURST,
        rate: Gate::RATE,
    };
    let error = serde_json::to_value(Event::Error(burst)).expect("JSON");
    assert_eq!(
        error,
        json!({
            "source": "adit", "v": 1, "type": "error",
            "data": {
                "code": "too-many",
                "message": "too many messages: 120 at once and 60 a second are answered; wait, or send only the last",
            },
        })
    );
    let reached = Reached {
        state: at("mineral=gallium"),
        problems: Vec::new(),
    };
    let changed = Event::StateChanged {
        state: Box::new(StateAnswer::of(&reached, data(), str::to_owned)),
        by: By::Reader,
        text: None,
    };
    let changed = serde_json::to_value(changed).expect("JSON");
    assert_eq!(changed["type"], "state-changed");
    assert_eq!(changed["data"]["query"], "mineral=gallium");
    assert_eq!(changed["data"]["by"], "reader");
    assert_eq!(changed["data"]["title"], Value::Null);
}

/// Without trade and assessments, as before they arrive.
fn sources() -> Sources<'static> {
    Sources {
        data: data(),
        trade: None,
        methods: None,
    }
}

#[test]
fn the_figures_of_the_map_are_those_of_the_report() {
    let state = at("mineral=gallium&country=CHN");
    let told = FiguresAnswer::of(&Taken::of(&sources(), state, None)).expect("figures");
    let told = serde_json::to_value(told).expect("JSON");
    let table = Selection::of(data(), &state).table;
    let sources = sources();
    let figures = Figures::of(&sources, &Case::of(&sources, table, None));
    assert_eq!(told["task"], "figures");
    assert_eq!(
        told["figures"],
        serde_json::to_value(figures).expect("JSON")
    );
    assert_eq!(told["figures"]["shares"][0]["country"], "CHN");
}

#[test]
fn every_view_with_figures_answers_by_the_task_that_prints_them() {
    for (view, task) in [
        (View::Map, "figures"),
        (View::Dependence, "figures"),
        (View::Minerals, "all"),
        (View::Shock, "shock"),
        (View::Alliances, "alliance"),
        (View::Study, "study"),
    ] {
        let state = at(&format!("view={}", view.word()));
        let told = FiguresAnswer::of(&Taken::of(&sources(), state, None)).expect("figures");
        let told = serde_json::to_value(told).expect("JSON");
        assert_eq!(told["task"], task);
        assert!(told["figures"].is_object(), "{view:?}");
    }
    let refusal =
        FiguresAnswer::of(&Taken::of(&sources(), at("view=data"), None)).expect_err("none");
    assert_eq!(
        refusal.to_string(),
        "get-figures: not in the view data; set the state to another view first"
    );
}

#[test]
fn a_picture_is_the_views_own_in_the_size_and_colours_asked_for() {
    let picture = |link: &str, wish: Value| {
        let Command::GetPicture(wish) = command("get-picture", wish) else {
            panic!("no picture");
        };
        let taken = Taken::of(&sources(), at(link), None);
        let lines = Outlines::read(include_str!("../data/shapes.json")).expect("outlines");
        PictureAnswer::of(
            &wish,
            &taken,
            &lines,
            "https://example.org/",
            adit::draw::Theme::LIGHT,
        )
    };
    let first = picture("mineral=gallium", Value::Null).expect("a picture");
    assert_eq!(
        (first.figure, first.format, first.width),
        ("map", Format::Svg, 720)
    );
    assert!(
        first.data.contains(" width=\"720\" "),
        "{:.120}",
        first.data
    );
    assert!(first.data.contains("China"), "names stand in the picture");
    assert!(first.alternative.contains("China"), "{}", first.alternative);
    let trend = picture(
        "",
        json!({ "figure": "trend", "size": 300, "theme": "dark" }),
    );
    let trend = trend.expect("a picture");
    assert_eq!((trend.figure, trend.width), ("trend", 300));
    assert_ne!(
        trend.data,
        picture("", json!({ "figure": "trend", "size": 300 }))
            .expect("a picture")
            .data
    );
    let refusal = picture("", json!({ "figure": "globe" })).expect_err("none");
    assert_eq!(
        refusal.to_string(),
        "globe: not in the view map; ask for map or ranking or trend"
    );
    let refusal = picture("view=study", Value::Null).expect_err("no bars at the start");
    assert_eq!(refusal.code(), "nothing");
    let told = refusal.to_string();
    assert!(
        told.starts_with("claim: ") && told.ends_with("; set the state to something that has it"),
        "{told}"
    );
    assert!(!told.contains(".;"), "{told}");
    let refusal = picture("view=data", Value::Null).expect_err("none");
    assert_eq!(
        refusal.to_string(),
        "get-picture: not in the view data; it has no picture; set the state to another view first"
    );
}

/// Any JSON, up to a depth.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,30}".prop_map(Value::from),
        prop::sample::select(vec![
            "mineral",
            "state",
            "svg",
            "next",
            "mineral=gallium",
            "adit"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        let key = prop_oneof![
            "\\PC{0,12}",
            Just("state".to_owned()),
            Just("mineral".to_owned())
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::hash_map(key, inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_more_than_can_be_read(text in "\\PC{0,200}") {
        prop_assert_eq!(parse(&text), Heard::Nothing);
    }

    #[test]
    fn whatever_a_host_sends_in_the_dialect_is_carried_out_or_named(
        kind in 0..TYPES.len(), of in any_json(), version in prop_oneof![Just(json!(1)), any_json()],
        id in prop_oneof![Just(json!(1)), any_json()],
    ) {
        let message = json!({ "source": "adit", "v": version, "id": id, "type": TYPES[kind], "data": of });
        match parse(&message.to_string()) {
            Heard::Nothing => prop_assert!(false, "silence about {}", message),
            Heard::Wrong(_, refusal) => prop_assert!(!refusal.to_string().is_empty()),
            Heard::Asked(request) => match request.command.leads_to(&at(""), data()) {
                Ok(Some(reached)) => {
                    let link = query::encode(&reached.state, data());
                    prop_assert_eq!(query::decode(&link, data()).state, reached.state);
                }
                Ok(None) => {}
                Err(refusal) => prop_assert!(refusal.to_string().contains(';') || refusal.code() == "bad-text"
                    || refusal.to_string().ends_with('?'), "no remedy: {}", refusal),
            },
        }
    }
}

#[test]
fn every_code_and_every_type_is_declared_and_documented() {
    let (declared, documented) = (
        include_str!("../adit.d.ts"),
        include_str!("../docs/host-api.md"),
    );
    let codes: Vec<&str> = include_str!("../src/embed/refusal.rs")
        .lines()
        .filter_map(|line| line.split_once("=> \"")?.1.strip_suffix("\","))
        .collect();
    assert!(codes.len() > 15, "{codes:?}");
    for code in codes {
        assert!(declared.contains(&format!("'{code}'")), "{code}: adit.d.ts");
        assert!(documented.contains(&format!("`{code}`")), "{code}: docs");
    }
    let module = include_str!("../adit.js");
    for kind in TYPES {
        assert!(module.contains(&format!("'{kind}'")), "{kind}: adit.js");
        assert!(documented.contains(&format!("`{kind}`")), "{kind}: docs");
    }
    // The words of links are those of the declared state.
    for key in query::KEYS {
        assert!(
            declared.contains(&format!("  {key}?: ")),
            "{key}: adit.d.ts"
        );
    }
}
