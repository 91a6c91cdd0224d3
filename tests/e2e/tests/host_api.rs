//! Hosts that speak to the page: by messages and by the module, on an origin of their own.

mod hosts;

use adit_e2e::{Page, Server, within};
use hosts::{Host, base, only_ours};
use serde_json::{Value, json};
use std::time::Duration;

/// Whether the desk's program came to the frame.
const DESK: &str = "performance.getEntriesByType('resource').some(one => /adit-desk-\\w+_bg\\.wasm$/.test(one.name))";

#[test]
fn a_frame_that_nobody_speaks_to_says_that_it_hears_and_fetches_nothing_for_it() {
    let host = Host::open("mineral=lithium&country=CHL");
    assert_eq!(host.ready(), json!({ "version": 1 }));
    host.wait_inside("document.documentElement.dataset.ready === 'true'");
    host.pause(500);
    assert_eq!(host.inside(DESK), json!(false));
    // What is not in the dialect changes nothing about that.
    for foreign in [
        json!({ "type": "embed-size-query" }),
        json!({ "source": "other", "v": 1, "id": 1, "type": "ping" }),
        json!("adit"),
        json!(null),
        json!([{ "source": "adit" }]),
    ] {
        host.post(&foreign);
    }
    host.pause(500);
    assert_eq!(host.inside(DESK), json!(false));
    assert_eq!(host.replies(), 0);
    host.quiet();
}

#[test]
fn the_first_request_brings_the_program_that_answers_and_keeps_what_is_shown() {
    let link = "mineral=lithium&country=CHL&zoom=2.00,0.3000,0.7000";
    let host = Host::open(link);
    host.ready();
    host.wait_inside("document.documentElement.dataset.ready === 'true'");
    let state = host.ask("get-state", &Value::Null);
    assert_eq!(state["data"]["query"], link, "{state}");
    assert_eq!(state["data"]["shown"]["name"], "Lithium");
    assert_eq!(
        state["data"]["link"],
        format!("{}?{link}", Server::page().base())
    );
    assert_eq!(host.inside(DESK), json!(true));
    assert_eq!(host.state(), link);
    host.quiet();
}

#[test]
fn messages_set_what_is_shown_and_tell_what_the_reader_does() {
    let host = Host::open("");
    host.ready();
    let set = host.ask(
        "set-state",
        &json!({ "mineral": "gallium", "stage": "refine" }),
    );
    assert_eq!(set["ok"], true, "{set}");
    let link = set["data"]["query"].as_str().expect("a query").to_owned();
    assert!(link.starts_with("mineral=gallium"), "{link}");
    assert_eq!(host.state(), link);
    let told = host.event("state-changed", "one.data.by === 'host'");
    assert_eq!(told["query"], link.as_str());
    assert_eq!(
        told["title"],
        host.inside("document.querySelector('#title').textContent")
    );

    host.click("#map [data-iso=CHN]");
    let told = host.event("state-changed", "one.data.by === 'reader'");
    assert_eq!(told["state"]["country"], "CHN", "{told}");
    assert_eq!(told["query"], host.state().as_str());
    assert_eq!(
        told["finding"],
        host.inside("document.querySelector('#finding').textContent")
    );

    let dark = host.ask("set-theme", &json!("dark"));
    assert_eq!(dark["data"]["state"]["theme"], "dark", "{dark}");
    assert_eq!(
        host.inside("document.documentElement.dataset.theme"),
        "dark"
    );
    // The host's own back button stays the host's.
    assert_eq!(
        host.tab.script("history.length"),
        json!(host.entries + 1),
        "only the reader's click is a step"
    );
    host.quiet();
}

#[test]
fn words_and_figures_are_what_the_page_and_the_command_line_say() {
    let host = Host::open("view=dependence&mineral=cobalt&importer=JPN");
    host.ready();
    let figures = host.ask("get-figures", &Value::Null);
    assert_eq!(figures["data"]["task"], "figures", "{figures}");
    let figures = &figures["data"]["figures"];
    assert_eq!(
        (&figures["mineral"], &figures["importer"]),
        (&json!("cobalt"), &json!("JPN"))
    );
    assert!(
        figures["import_reliance"].is_f64() || figures["why"]["import_reliance"].is_string(),
        "{figures}"
    );
    let text = host.ask("get-text", &Value::Null);
    let shown = host.inside("document.querySelector('#finding').textContent");
    assert_eq!(text["data"]["finding"], shown);
    assert!(
        shown.as_str().is_some_and(|shown| shown.contains("Japan")),
        "{shown}"
    );
    let flows = host.ask("get-picture", &Value::Null);
    assert_eq!(flows["data"]["figure"], "flows", "{flows:.300}");
    assert!(
        flows["data"]["data"]
            .as_str()
            .is_some_and(|svg| svg.contains("<path")),
        "{flows:.300}"
    );
    let refused = host.ask("get-picture", &json!({ "figure": "trend" }));
    assert_eq!(
        refused["error"]["message"],
        "trend: not in the view dependence; ask for flows"
    );
    host.ask("set-state", &json!("mineral=gallium"));
    let picture = host.ask("get-picture", &json!({ "figure": "ranking", "size": 500 }));
    let svg = picture["data"]["data"].as_str().expect("a picture");
    assert!(
        svg.contains(" width=\"500\"") && svg.contains("China"),
        "{svg:.200}"
    );
    host.quiet();
}

#[test]
fn what_is_wrong_is_named_and_changes_nothing() {
    let host = Host::open("mineral=lithium");
    host.ready();
    let before = host.ask("get-state", &Value::Null)["data"]["query"].clone();
    let wrong = |changed: &Value| {
        let mut message = json!({ "source": "adit", "v": 1, "type": "ping" });
        for (key, value) in changed.as_object().into_iter().flatten() {
            message[key] = value.clone();
        }
        let reply = host.say(&message);
        assert_eq!(reply["ok"], false, "{message} is answered {reply}");
        let code = reply["error"]["code"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        (
            code,
            reply["error"]["message"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
        )
    };
    let (code, message) = wrong(&json!({ "v": 2 }));
    assert_eq!(code, "wrong-version");
    assert_eq!(
        message,
        "v 2: this page speaks version 1; use the adit.js that ships beside it"
    );
    for (changed, code) in [
        (json!({ "v": null }), "wrong-version"),
        (json!({ "type": "get-stat" }), "unknown-type"),
        (json!({ "type": 7 }), "unknown-type"),
        (json!({ "type": { "a": 1 } }), "unknown-type"),
        (json!({ "data": 1 }), "bad-data"),
        (
            json!({ "html": "<img src=x onerror=alert(1)>" }),
            "unknown-part",
        ),
        (json!({ "type": "set-state", "data": 1 }), "bad-data"),
        (
            json!({ "type": "set-state", "data": { "mineral": { "$ne": 1 } } }),
            "bad-data",
        ),
        (
            json!({ "type": "set-state", "data": { "mineral": "kryptonite" } }),
            "unknown-value",
        ),
        (
            json!({ "type": "set-state", "data": { "__proto__x": "1" } }),
            "unknown-key",
        ),
        (
            json!({ "type": "set-state", "data": "year=1950" }),
            "no-figures",
        ),
        (
            json!({ "type": "set-state", "data": { "scenario": "<script>" } }),
            "bad-text",
        ),
        (
            json!({ "type": "set-state", "data": { "embed": "trend" } }),
            "fixed",
        ),
        (
            json!({ "type": "set-state", "data": "x".repeat(70_000) }),
            "too-large",
        ),
        (json!({ "type": "step", "data": "next" }), "not-here"),
        (json!({ "type": "set-theme", "data": "sepia" }), "bad-data"),
    ] {
        assert_eq!(wrong(&changed).0, code, "{changed}");
    }
    // What no JSON can hold: a number beyond it, and what holds itself.
    for plain in [
        "{ source: 'adit', v: 1, id: 'odd', type: 'set-state', data: 10n }",
        "(() => { const one = { source: 'adit', v: 1, id: 'odd', type: 'set-state' }; one.data = one; return one; })()",
    ] {
        let reply = host.say_script(plain);
        assert_eq!(reply["error"]["code"], "not-plain", "{reply}");
    }
    // Without an id nobody is replied to; the mistake is told of as an event.
    host.post(&json!({ "source": "adit", "v": 1, "type": "get-stat" }));
    assert_eq!(host.event("error", "true")["code"], "unknown-type");
    assert_eq!(host.ask("get-state", &Value::Null)["data"]["query"], before);
    host.quiet();
}

#[test]
fn only_the_page_around_the_frame_is_heard() {
    let host = Host::open("mineral=lithium");
    host.ready();
    host.ask("ping", &Value::Null);
    // Another frame of the same article speaks to this one, in the same words.
    let stranger = "new Promise(done => { window.other = document.createElement('iframe'); other.onload = done; \
                    other.src = 'stranger.html'; document.body.append(other); })";
    host.tab.script(stranger);
    host.pause(700);
    assert_eq!(
        host.ask("get-state", &Value::Null)["data"]["query"],
        "mineral=lithium"
    );
    assert_eq!(host.tab.script("other.contentWindow.heard"), json!([]));
    assert_eq!(
        host.tab
            .script("heard.filter(one => one.id === 'stranger')"),
        json!([])
    );
    host.quiet();
}

#[test]
fn a_page_that_is_not_framed_hears_nobody() {
    let page = Page::open("mineral=lithium");
    page.script(
        "window.heard = []; addEventListener('message', ({ data }) => heard.push(data)); \
         for (const type of ['ping', 'set-state']) postMessage({ source: 'adit', v: 1, id: type, type, data: 'mineral=gallium' }, '*')",
    );
    page.script("new Promise(done => setTimeout(done, 700))");
    assert_eq!(page.state(), "mineral=lithium");
    assert_eq!(
        page.script("heard.filter(one => one.type === 'reply' || one.type === 'ready')"),
        json!([])
    );
    assert_eq!(page.script(DESK), json!(false));
    page.assert_quiet();
}

#[test]
fn a_flood_of_ten_thousand_is_refused_with_reasons_and_the_page_lives_on() {
    let host = Host::open("");
    host.ready();
    host.ask("ping", &Value::Null);
    host.tab.script(
        "(() => { window.started = performance.now(); const to = frame.contentWindow; for (let id = 0; id < 10000; id++) \
         to.postMessage({ source: 'adit', v: 1, id: 'flood' + id, type: 'set-state', \
         data: { mineral: id % 2 ? 'lithium' : 'gallium' } }, '*'); })()",
    );
    let replies = "heard.filter(one => String(one.id).startsWith('flood'))";
    host.tab.wait(&format!("{replies}.length === 10000"));
    let took = host.tab.script("performance.now() - started");
    let carried = host
        .tab
        .script(&format!("{replies}.filter(one => one.ok).length"));
    let refused = host.tab.script(&format!(
        "{replies}.filter(one => !one.ok && one.error.code === 'too-many').length"
    ));
    println!("10,000 messages: {carried} carried out, {refused} refused, in {took} ms");
    let (carried, refused) = (carried.as_u64().unwrap_or(0), refused.as_u64().unwrap_or(0));
    assert_eq!(carried + refused, 10_000);
    assert!(carried >= 120, "a burst is let in: {carried}");
    assert!(refused > 5_000, "a flood is not: {refused}");
    // Once the flood is over, the page answers host and reader.
    let answered = within(Duration::from_secs(10), || {
        let reply = host.ask("get-state", &Value::Null);
        (reply["ok"] == true).then_some(reply)
    });
    assert!(answered.is_some(), "no answer after the flood");
    host.click("#map [data-iso=CHN]");
    let told = host.event("state-changed", "one.data.by === 'reader'");
    assert_eq!(told["state"]["country"], "CHN");
    // Ten thousand that are none of ours cost nothing.
    host.tab.script("for (let at = 0; at < 10000; at++) frame.contentWindow.postMessage({ type: 'noise', at }, '*')");
    let reply = host.ask("get-state", &Value::Null);
    assert_eq!(reply["ok"], true, "{reply}");
    host.quiet();
}

#[test]
fn a_flood_before_the_program_came_is_answered_too() {
    let host = Host::open("mineral=lithium");
    host.ready();
    host.tab.script(
        "for (let id = 0; id < 10000; id++) frame.contentWindow.postMessage({ source: 'adit', v: 1, id: 'early' + id, type: 'get-state' }, '*')",
    );
    host.tab
        .wait("heard.filter(one => String(one.id).startsWith('early')).length === 10000");
    let first = host.tab.script("heard.find(one => one.id === 'early0')");
    assert_eq!(first["data"]["query"], "mineral=lithium", "{first}");
    host.quiet();
}

#[test]
fn the_readers_own_figures_leave_the_tab_for_no_host() {
    let host = Host::open("view=data");
    host.ready();
    host.wait_inside("!!document.querySelector('#own-file')");
    let csv = "mineral,stage,country,year,quantity,unit\\ncobalt,mine,FIN,2023,123456,t\\n";
    host.inside(&format!(
        "(() => {{ const chosen = new DataTransfer(); chosen.items.add(new File(['{csv}'], 'secret.csv')); \
         const input = document.querySelector('#own-file'); input.files = chosen.files; \
         input.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
    ));
    host.wait_inside("!!document.querySelector('#counted-title')");
    for question in ["get-text", "get-figures", "get-picture"] {
        let reply = host.ask(question, &Value::Null);
        assert_eq!(reply["error"]["code"], "private", "{question}: {reply}");
    }
    let set = host.ask(
        "set-state",
        &json!({ "view": "map", "mineral": "cobalt", "stage": "mine" }),
    );
    assert_eq!(set["ok"], true, "{set}");
    let told = host.event("state-changed", "true");
    assert_eq!(
        (&told["title"], &told["finding"]),
        (&Value::Null, &Value::Null)
    );
    let all = host.tab.script("JSON.stringify(heard)").to_string();
    assert!(!all.contains("123") && !all.contains("secret"), "{all}");
    host.quiet();
}

#[test]
fn a_frame_without_an_origin_is_spoken_to_in_the_same_words() {
    let host = Host::sandboxed("mineral=lithium", "allow-scripts");
    host.ready();
    let set = host.ask("set-state", &json!({ "mineral": "gallium" }));
    assert_eq!(set["data"]["shown"]["mineral"], "gallium", "{set}");
    let told = host.event("state-changed", "one.data.by === 'host'");
    assert_eq!(told["shown"]["mineral"], "gallium");
    let figures = host.ask("get-figures", &Value::Null);
    assert_eq!(
        figures["data"]["figures"]["mineral"], "gallium",
        "{figures}"
    );
    only_ours(&host.tab);
}

#[test]
fn the_module_and_messages_drive_the_same_state() {
    let host = Host::module("mineral: 'lithium'");
    let tab = &host.tab;
    let told = tab.script("handle.state()");
    assert_eq!(told["query"], "mineral=lithium");
    tab.script("handle.on('state-changed', one => changes.push(one)); 0");
    // By the module, heard by messages.
    let set = tab.script("handle.setState({ country: 'AUS' })");
    assert_eq!(set["query"], "mineral=lithium&country=AUS");
    assert_eq!(
        host.ask("get-state", &Value::Null)["data"]["query"],
        "mineral=lithium&country=AUS"
    );
    // By messages, heard by the module.
    host.ask("set-state", &json!("mineral=gallium&country=CHN"));
    let told = tab.script("handle.state()");
    assert_eq!(told["query"], "mineral=gallium&country=CHN");
    tab.wait("changes.some(one => one.query === 'mineral=gallium&country=CHN' && one.by === 'host' && one.finding.includes('China'))");
    assert_eq!(
        tab.script("handle.text()")["finding"],
        host.inside("document.querySelector('#finding').textContent")
    );
    assert_eq!(
        tab.script("handle.figures()")["figures"]["mineral"],
        "gallium"
    );
    let picture = tab.script("handle.picture({ size: 300 })");
    assert!(
        picture["data"]
            .as_str()
            .is_some_and(|svg| svg.contains(" width=\"300\"")),
        "{picture}"
    );
    // In dots it is a file, which any page may show.
    let dots = "handle.picture({ size: 300, scale: 2, format: 'png' }).then(({ data, type, height }) => \
                createImageBitmap(data).then(dots => [data.type, type, dots.width, dots.height / height]))";
    assert_eq!(tab.script(dots), json!(["image/png", "image/png", 600, 2]));
    assert_eq!(
        tab.script("handle.setTheme('dark')")["state"]["theme"],
        "dark"
    );
    // What is refused is told with its code and its remedy.
    let refused = tab.script("handle.setState({ mineral: 'galium' }).catch(({ name, code, message }) => [name, code, message])");
    assert_eq!(
        refused,
        json!([
            "AditError",
            "unknown-value",
            "mineral galium: unknown mineral; did you mean gallium?"
        ])
    );
    let lenient =
        tab.script("handle.setState({ mineral: 'lithium', country: 'Chile' }, { lenient: true })");
    assert_eq!(lenient["shown"]["mineral"], "lithium");
    assert_eq!(
        lenient["problems"].as_array().map(Vec::len),
        Some(1),
        "{lenient}"
    );
    let walk = tab.script("handle.setState('view=study').then(() => handle.step('next'))");
    assert_eq!(walk["state"]["step"], "2");
    host.quiet();
}

#[test]
fn the_module_says_what_is_wrong_with_its_use() {
    let host = Host::module("");
    let tab = &host.tab;
    let caught = |what: &str| {
        tab.script(&format!("(async () => {{ try {{ {what}; return null; }} catch ({{ code, message }}) {{ return [code, message]; }} }})()"))
    };
    assert_eq!(
        caught("module.mount()"),
        json!(["bad-element", "mount: give the element to mount into"])
    );
    assert_eq!(
        caught("module.mount(document.body, { url: 'x' })"),
        json!([
            "bad-option",
            "url: no option; these are known: src, state, title, height, sandbox, timeout"
        ])
    );
    assert_eq!(
        caught("handle.on('click', () => {})"),
        json!([
            "bad-event",
            "click: no event; these are known: ready, state-changed, resize, error"
        ])
    );
    let plain = caught("await handle.setState(() => 1)");
    assert_eq!(plain[0], "not-plain", "{plain}");
    // A frame that is none of Adit's does not answer, and that is said.
    let silent = caught(&format!(
        "await module.mount(document.body, {{ src: '{}quiet.html', timeout: 400 }}).state()",
        base()
    ));
    assert_eq!(silent[0], "timeout");
    assert_eq!(
        silent[1],
        format!(
            "get-state: the frame did not answer within 400 ms; is {}quiet.html the address of Adit, and may it be framed here?",
            base()
        )
    );
    host.quiet();
}

#[test]
fn the_frame_takes_its_height_and_a_destroyed_one_leaves_nothing_behind() {
    let host = Host::module("embed: 'ranking'");
    let tab = &host.tab;
    tab.script("handle.on('resize', one => sizes.push(one.height)); 0");
    tab.wait("handle.element.clientHeight !== 720");
    host.wait_inside("document.documentElement.dataset.ready === 'true'");
    // Another width, another height.
    tab.viewport(420, 900, true);
    tab.wait("sizes.length > 0 && handle.element.clientHeight === sizes.at(-1)");
    host.wait_inside("Math.ceil(document.body.getBoundingClientRect().height) === innerHeight");
    assert_eq!(tab.script("handle.element.title.length > 10"), json!(true));
    let stop = tab.script("(() => { const stop = handle.on('state-changed', one => changes.push(one)); stop(); return changes.length; })()");
    assert_eq!(stop, 0);
    tab.script("handle.setState('mineral=gallium')");
    host.pause(700);
    assert_eq!(
        tab.script("changes"),
        json!([]),
        "who has unsubscribed hears nothing"
    );
    tab.script("window.late = handle.figures().catch(({ code }) => code); handle.destroy(); handle.destroy(); 0");
    assert_eq!(tab.script("late"), "destroyed");
    assert_eq!(tab.script("document.querySelectorAll('iframe').length"), 0);
    assert_eq!(
        tab.script("handle.state().catch(({ code, message }) => [code, message])"),
        json!([
            "destroyed",
            "get-state: this handle was destroyed; mount another"
        ])
    );
    // What says it is the frame, and is not, is not heard.
    tab.script("postMessage({ source: 'adit', v: 1, type: 'state-changed', data: {} }, '*')");
    host.pause(200);
    assert_eq!(tab.script("changes"), json!([]));
    host.quiet();
}

#[test]
fn a_frame_that_was_there_is_taken_over_and_left_in_place() {
    let host = Host::open("mineral=lithium");
    host.wait_inside("document.documentElement.dataset.ready === 'true'");
    let tab = &host.tab;
    tab.script("import('./adit.js').then(module => { window.handle = module.mount(frame); })");
    assert_eq!(
        tab.script("handle.setState({ country: 'AUS' })")["query"],
        "mineral=lithium&country=AUS"
    );
    assert_eq!(host.state(), "mineral=lithium&country=AUS");
    tab.script("handle.destroy()");
    assert_eq!(tab.script("frame.isConnected"), json!(true));
    host.quiet();
}

#[test]
fn a_reader_who_goes_to_another_document_in_the_frame_is_followed() {
    let host = Host::module("mineral: 'lithium'");
    let tab = &host.tab;
    tab.script("handle.on('state-changed', one => changes.push(one)); 0");
    tab.script("handle.ready");
    host.inside("location.search = '?view=dependence&mineral=gallium&importer=JPN'");
    tab.wait("changes.some(one => one.query.startsWith('view=dependence') && one.by === 'reader' && one.finding)");
    assert_eq!(
        tab.script("handle.setState({ importer: 'EU' })")["state"]["importer"],
        "EU"
    );
    host.quiet();
}
