//! One visit to one page: a new profile with nothing cached, a slow line, a slow processor.

use std::collections::{BTreeMap, BTreeSet};

use adit_e2e::{Browser, Line, Tab};
use serde_json::{Value, json};

use crate::spread::Spread;
use crate::subject::Subject;

/// The budgets' line.
pub const LINE: Line = Line {
    bits_per_second: 1.6e6,
    round_trip_ms: 150.0,
};
/// How many times slower the processor is made.
pub const SLOWER: f64 = 4.0;

/// What runs before each document. As many shapes as the atlas has countries make a map.
const WATCH: &str = concat!("const SHAPES = 177;\n", include_str!("watch.js"));
const UPDATE: &str = include_str!("update.js");

/// Waits until the desk has fetched what it asked for.
const FETCHED: &str = "async () => { const rest = () => new Promise(done => setTimeout(done, 300)); \
                       for (let turn = 0; turn < 100; turn += 1) { await rest(); \
                       if (document.documentElement.dataset.ready === 'true' \
                       && document.querySelector('.progress p')?.textContent === '') break; } await rest(); }";

/// The scenario whose assumption is changed.
const SCENARIO: &str = "shock&importer=EU&scenario=cut-off:COD:cobalt:both:50:2025-01:12";

/// A kind of choice and the values that are walked through in turns; a parameter's is written with its name.
type Kind = (&'static str, &'static [&'static str]);

/// What is chosen in each view of importers.
const DESK: [(&str, &[Kind]); 4] = [
    (
        "dependence",
        &[
            ("importer", &["JPN", "USA", "EU"]),
            ("year", &["2023", "2024"]),
            ("mineral", &["lithium", "copper", "nickel", "cobalt"]),
        ],
    ),
    ("minerals", &[("importer", &["JPN", "USA", "EU"])]),
    (
        SCENARIO,
        &[("parameter", &["assume-es=0.2", "assume-es=0.3"])],
    ),
    (
        "alliances",
        &[("parameter", &["ask-eta=0.5", "ask-eta=0.6"])],
    ),
];
/// How often each kind is chosen in a visit.
const CHOICES: usize = 24;

/// A task blocks the main thread by what it takes beyond this, in milliseconds.
const TASK: f64 = 50.0;

/// What one visit measured; times are milliseconds since the navigation began.
#[derive(Debug, Default)]
pub struct Visit {
    /// Bytes received until the page was usable, headers included.
    pub bytes: f64,
    /// First contentful paint, as the browser reports it.
    pub paint: f64,
    /// The end of the first frame that shows the whole map.
    pub picture: f64,
    /// When the next event would have been answered.
    pub usable: f64,
    /// How long tasks kept events waiting until then, beyond 50 ms each.
    pub blocked: f64,
    /// Processor time of the main thread until then, slow-down included.
    pub processor: f64,
    /// The part of it in style and layout.
    pub layout: f64,
    /// Choosing another mineral: the main thread's work up to the frame that shows it.
    pub mineral: f64,
    /// Choosing another year, likewise.
    pub year: f64,
    /// The part of choosing another mineral that comes before the frame: the page's own program.
    pub mineral_answer: f64,
    /// The same of choosing another year.
    pub year_answer: f64,
    /// Choosing another mineral by the clock, the wait for the screen included.
    pub wall: f64,
    /// Recolouring the map and nothing else; not a number for a page that has no such thing.
    pub colours: f64,
    /// Choices in the views of importers, trade loaded, by view and kind: the main thread's work up to the frame that
    /// shows each. Empty for a page that has no such views.
    pub desk: BTreeMap<(&'static str, &'static str), f64>,
    /// Hosts other than the page's own that it spoke to.
    pub hosts: BTreeSet<String>,
    /// What the page complained of.
    pub complaints: Vec<String>,
}

impl Visit {
    /// Opens the page as a new reader would, then makes the choices.
    pub fn to(browser: &Browser, subject: &Subject, steps: &Value) -> Self {
        let tab = browser.tab();
        let mut visit = Self::default();
        tab.before_each_document(WATCH);
        tab.slow(LINE, SLOWER);
        // Time of the page's own main thread, whatever else the machine does meanwhile.
        let own_time = json!({ "timeDomain": "threadTicks" });
        visit
            .complaints
            .extend(tab.ask("Performance.enable", &own_time).err());
        tab.go(subject.address);
        // One question that waits: asking again and again would take the main thread's time.
        let usable = tab.script(
            "Promise.race([bench.usable, new Promise(done => setTimeout(done, 20000, null))])",
        );
        if let Some(time) = usable.as_f64() {
            visit.usable = time;
            visit.bytes = tab.received();
            visit.processor(&tab);
            visit.start(&tab);
            visit.update(&tab, subject, steps);
            visit.open_desk(&tab, subject);
        } else {
            visit
                .complaints
                .push("the page did not become usable".to_owned());
        }
        visit.complaints.extend(tab.complaints());
        let host = |address: &String| address.split('/').nth(2).unwrap_or(address).to_owned();
        visit.hosts = tab
            .foreign_requests(subject.address)
            .iter()
            .map(host)
            .collect();
        visit
    }

    /// The browser's own account of the main thread so far.
    fn processor(&mut self, tab: &Tab) {
        let metrics = match tab.ask("Performance.getMetrics", &json!({})) {
            Ok(reply) => reply["metrics"].as_array().cloned().unwrap_or_default(),
            Err(error) => return self.complaints.push(error),
        };
        let spent = |name: &str| {
            let found = metrics.iter().find(|metric| metric["name"] == name);
            found.map_or(f64::NAN, |metric| {
                metric["value"].as_f64().unwrap_or(f64::NAN) * 1000.0
            })
        };
        self.processor = spent("TaskDuration");
        self.layout = spent("LayoutDuration") + spent("RecalcStyleDuration");
    }

    /// What was noted of the start, once the browser has reported its last tasks.
    fn start(&mut self, tab: &Tab) {
        let notes = tab.script(
            "new Promise(done => setTimeout(done, 500)).then(() => ({ ...bench.notes, \
             paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime }))",
        );
        self.paint = notes["paint"].as_f64().unwrap_or(f64::NAN);
        match notes["picture"].as_f64() {
            // A frame is made before it is presented; the first one is shown when the browser says.
            Some(time) => self.picture = time.max(self.paint),
            None => self.complaints.push("there is no map".to_owned()),
        }
        let tasks = notes["tasks"].as_array().into_iter().flatten();
        self.blocked = tasks
            .filter_map(|task| Some((task[0].as_f64()?, task[1].as_f64()?)))
            .map(|(start, duration)| duration.min(self.usable - start) - TASK)
            .filter(|beyond| *beyond > 0.0)
            .sum();
    }

    /// The medians of this visit's updates.
    fn update(&mut self, tab: &Tab, subject: &Subject, steps: &Value) {
        let made = self.made(tab, subject.controls, steps);
        self.mineral = median(&made, "mineral", "work");
        self.year = median(&made, "year", "work");
        self.mineral_answer = median(&made, "mineral", "answer");
        self.year_answer = median(&made, "year", "answer");
        self.wall = median(&made, "mineral", "wall");
        self.colours = f64::NAN;
        if let Some(colours) = subject.colours {
            let step =
                |value: usize| json!({ "kind": "colours", "value": (value % 6).to_string() });
            let timed: Vec<Value> = (1..=CHOICES).map(step).collect();
            let made = self.made(tab, colours, &json!({ "first": step(0), "timed": timed }));
            self.colours = median(&made, "colours", "work");
        }
    }

    /// The same in the views of importers, once their trade is there.
    fn open_desk(&mut self, tab: &Tab, subject: &Subject) {
        let Some(controls) = subject.desk else {
            return;
        };
        for (query, kinds) in DESK {
            let view = query.split('&').next().unwrap_or(query);
            tab.go(&format!("{}?view={query}", subject.address));
            // Both years of trade are fetched before anything is timed.
            for year in ["2023", "2024"] {
                tab.script(&format!(
                    "({FETCHED})().then(() => {{ document.querySelector(`input[name=year][value='{year}']`).click(); \
                     return ({FETCHED})(); }})"
                ));
            }
            for (kind, values) in kinds {
                let step = |value: &&str| json!({ "kind": kind, "value": value });
                let timed: Vec<Value> = values.iter().cycle().take(CHOICES).map(step).collect();
                // The walk ends where it begins, so that every choice changes something.
                let steps = json!({ "first": timed[values.len() - 1], "timed": timed });
                let made = self.made(tab, controls, &steps);
                self.desk.insert((view, kind), median(&made, kind, "work"));
            }
        }
    }

    /// The work of a choice in a view of importers; not a number where the page has none.
    pub fn desk_work(&self, view: &str, kind: &str) -> f64 {
        self.desk.get(&(view, kind)).copied().unwrap_or(f64::NAN)
    }

    /// Makes choices, and gives what each of them cost.
    fn made(&mut self, tab: &Tab, controls: &str, steps: &Value) -> Value {
        let made = tab.script(&format!(
            "({UPDATE})({{ steps: {steps}, page: {controls} }})\
             .then(made => ({{ made }}), error => ({{ error: String(error) }}))"
        ));
        if let Some(error) = made["error"].as_str() {
            self.complaints.push(error.to_owned());
        }
        made
    }
}

/// The median of one kind of choice.
fn median(made: &Value, kind: &str, what: &str) -> f64 {
    let all = made["made"].as_array().into_iter().flatten();
    let of_kind = all.filter(|one| one["kind"] == kind);
    Spread::of(of_kind.filter_map(|one| one[what].as_f64())).map_or(f64::NAN, |s| s.median)
}
