//! The host of the page: carries out what it asks by messages, and tells it of changes.
//!
//! The page's script hears the first message, has the desk's program come, and hands over what it heard. Who has not
//! spoken is told nothing: events go to the origin that the host spoke from.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::Blob;

use super::Desk;
use super::drawn_lines::drawn_lines;
use crate::app::plot::ground;
use crate::embed::{
    Answer, By, Command, Event, FiguresAnswer, Format, Gate, Greeting, Heard, Id, PictureAnswer,
    Reached, Refusal, Reply, Request, StateAnswer, TextAnswer, id, parse,
};
use crate::state::{Action, query};
use crate::web;

/// An answer, and the dots of a picture that is made of them.
type Told = (Answer, Option<Blob>);

/// How long a change rests before the host is told of it, in milliseconds: a drag over the map is one change.
const REST: i32 = 120;
/// How often it is looked whether all figures are there, in milliseconds.
const LOOK: i32 = 40;
/// How many looks it takes to give up.
const LOOKS: usize = 500;

/// What is known of the host.
struct Line {
    /// Where it spoke from, once it did.
    origin: Option<String>,
    gate: Gate,
    waiting: Vec<Request>,
    /// The link that it last led to.
    led_to: String,
    /// Whether it is about to be told of a change.
    telling: bool,
}

thread_local! {
    static LINE: RefCell<Line> = RefCell::new(Line {
        origin: None,
        gate: Gate::new(),
        waiting: Vec::new(),
        led_to: String::new(),
        telling: false,
    });
    /// The desk in the document.
    static DESK: Cell<Option<Desk>> = const { Cell::new(None) };
}

/// Makes a desk the one that the host speaks to, and tells the host of its changes.
pub(super) fn serve(desk: Desk) {
    DESK.set(Some(desk));
    Effect::new(move |before: Option<String>| {
        let link = desk.app.link();
        if before.is_some_and(|before| before != link) {
            tell();
        }
        link
    });
}

/// Takes a message of the host's, which the page's script has made sure it is.
pub(in crate::app) fn hear(message: &JsValue, origin: String) {
    let heard = match web::host::json(message) {
        Some(json) => parse(&json),
        None => Heard::Wrong(
            web::host::id_of(message).and_then(|json| id(&json)),
            Refusal::NotPlain,
        ),
    };
    if heard == Heard::Nothing {
        return;
    }
    LINE.with_borrow_mut(|line| line.origin = Some(origin));
    match heard {
        Heard::Nothing => {}
        Heard::Wrong(id, refusal) => reply(id, Err(refusal)),
        Heard::Asked(request) => admit(request),
    }
}

fn admit(request: Request) {
    let now = web::document::now();
    let refused = LINE.with_borrow_mut(|line| {
        if !line.gate.admits(now) {
            return Some(request.id);
        }
        line.waiting.push(request);
        // What came at once is carried out at once, and shown in one frame.
        if line.waiting.len() == 1 {
            set_timeout(carry_out, std::time::Duration::ZERO);
        }
        None
    });
    if let Some(id) = refused {
        reply(
            id,
            Err(Refusal::TooMany {
                burst: Gate::BURST,
                rate: Gate::RATE,
            }),
        );
    }
}

fn carry_out() {
    let waiting = LINE.with_borrow_mut(|line| std::mem::take(&mut line.waiting));
    let Some(desk) = DESK.get() else { return };
    for Request { id, command } in waiting {
        let app = desk.app;
        match command.leads_to(&app.now(), app.data) {
            Err(refusal) => reply(id, Err(refusal)),
            Ok(Some(reached)) => {
                // No step of the reader's: the host's own back button stays the host's.
                app.dispatch(Action::Restore(reached.state));
                let link = query::encode(&app.now(), app.data);
                LINE.with_borrow_mut(|line| line.led_to = link);
                reply(id, Ok(state(desk, reached.problems)));
            }
            Ok(None) => answer(desk, id, command),
        }
    }
}

/// Answers a question: at once, or when what it is about is there.
fn answer(desk: Desk, id: Option<Id>, command: Command) {
    match command {
        Command::Ping => reply(id, Ok(Answer::Greeting(Greeting::new()))),
        Command::GetState => reply(id, Ok(state(desk, Vec::new()))),
        _ => spawn_local(async move {
            let Some(desk) = settled().await else { return };
            match told(desk, &command).await {
                Ok((answer, None)) => reply(id, Ok(answer)),
                Ok((answer, Some(dots))) => reply_with(id, answer, &dots),
                Err(refusal) => reply(id, Err(refusal)),
            }
        }),
    }
}

/// The desk in the document, once no figures are on their way to it.
async fn settled() -> Option<Desk> {
    for _ in 0..LOOKS {
        web::pause::pause(LOOK).await;
        if DESK.get()?.store.is_at_rest() {
            break;
        }
    }
    DESK.get()
}

/// What is shown, in the form asked for.
async fn told(desk: Desk, command: &Command) -> Result<Told, Refusal> {
    if desk.own.get_untracked().is_some() {
        return Err(Refusal::Private);
    }
    if let Some((what, why)) = desk.store.failure.get_untracked() {
        return Err(Refusal::Unavailable { what, why });
    }
    match command {
        Command::GetFigures => {
            let figures = desk.take(FiguresAnswer::of)?;
            Ok((Answer::Figures(figures), None))
        }
        Command::GetPicture(wish) => {
            let link = web::history::address(&untrack(|| desk.app.link()));
            let lines = drawn_lines(desk.app.data);
            let ground = ground(desk.app.now().theme);
            let picture =
                desk.take(|taken| PictureAnswer::of(wish, taken, &lines, &link, ground))?;
            let dots = match wish.format {
                Format::Svg => None,
                Format::Png => Some(dots(&picture, wish.scale).await?),
            };
            Ok((Answer::Picture(picture), dots))
        }
        _ => Ok((Answer::Text(text()), None)),
    }
}

async fn dots(picture: &PictureAnswer, scale: u32) -> Result<Blob, Refusal> {
    let size = (picture.width, picture.height);
    let painted = web::picture::png(&picture.data, size, scale).await;
    painted.map_err(|why| Refusal::Unavailable {
        what: "get-picture".to_owned(),
        why,
    })
}

/// The words of the page as they stand.
fn text() -> TextAnswer {
    TextAnswer::of(web::document::text("title"), web::document::text("finding"))
}

fn state_of(desk: Desk, problems: Vec<String>) -> StateAnswer {
    let reached = Reached {
        state: desk.app.now(),
        problems,
    };
    StateAnswer::of(&reached, desk.app.data, web::history::address)
}

fn state(desk: Desk, problems: Vec<String>) -> Answer {
    Answer::State(Box::new(state_of(desk, problems)))
}

/// Tells the host what is shown now, once the reader rests and the figures are there.
fn tell() {
    let is_first = LINE.with_borrow_mut(|line| {
        line.origin.is_some() && !std::mem::replace(&mut line.telling, true)
    });
    if !is_first {
        return;
    }
    spawn_local(async move {
        web::pause::pause(REST).await;
        let desk = settled().await;
        let led_to = LINE.with_borrow_mut(|line| {
            line.telling = false;
            line.led_to.clone()
        });
        let Some(desk) = desk else { return };
        let state = state_of(desk, Vec::new());
        let by = if state.query == led_to {
            By::Host
        } else {
            By::Reader
        };
        post(&Event::StateChanged {
            state: Box::new(state),
            by,
            text: desk.own.get_untracked().is_none().then(text),
        });
    });
}

/// Replies to a request; one without an id hears only what is wrong with it.
fn reply(id: Option<Id>, outcome: Result<Answer, Refusal>) {
    match (id, outcome) {
        (Some(id), outcome) => post(&Reply { id, outcome }),
        (None, Err(refusal)) => post(&Event::Error(refusal)),
        (None, Ok(_)) => {}
    }
}

/// Replies with a picture in dots.
fn reply_with(id: Option<Id>, answer: Answer, dots: &Blob) {
    if let (Some(id), Some(origin)) = (id, origin()) {
        let outcome = Ok(answer);
        web::host::post_with(&Reply { id, outcome }, dots, &origin);
    }
}

fn post(message: &impl serde::Serialize) {
    if let Some(origin) = origin() {
        web::host::post(message, &origin);
    }
}

fn origin() -> Option<String> {
    LINE.with_borrow(|line| line.origin.clone())
}
