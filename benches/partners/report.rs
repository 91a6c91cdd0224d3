//! The table, and the same for programs.

use std::fmt;

use adit::alliance::Role;
use serde_json::{Value, json};

use crate::game::{Game, MEMBERS, MOST};
use crate::ours::Answer;
use crate::scipy::Said;
use crate::spread::Spread;

/// How long an answer should take at most, in milliseconds.
const GOAL: f64 = 100.0;

/// A computation over the turns.
#[derive(Default)]
struct Sides {
    /// Adit's milliseconds.
    adit: Vec<f64>,
    /// scipy's milliseconds.
    scipy: Vec<f64>,
    /// scipy's time over Adit's, within a turn.
    ratios: Vec<f64>,
}

impl Sides {
    fn take(&mut self, adit: f64, scipy: f64) {
        self.adit.push(adit * 1000.0);
        self.scipy.push(scipy * 1000.0);
        self.ratios.push(scipy / adit);
    }

    fn spreads(&self) -> Option<[Spread; 3]> {
        let of = |times: &Vec<f64>| Spread::of(times.iter().copied());
        Some([of(&self.adit)?, of(&self.scipy)?, of(&self.ratios)?])
    }

    fn json(&self) -> Value {
        let spreads = self.spreads().map(|spreads| spreads.map(Value::from));
        spreads.map_or(Value::Null, |[adit, scipy, ratio]| {
            json!({ "adit_ms": adit, "scipy_ms": scipy, "scipy_over_adit": ratio })
        })
    }
}

/// A game over the turns.
pub struct Row {
    name: String,
    candidates: usize,
    /// Branches looked at, by Adit and by the comparison.
    nodes: (usize, usize),
    /// The comparison's seconds of looking at every set.
    every_set: Option<f64>,
    search: Sides,
    worth: Sides,
}

impl Row {
    /// Of a game whose answers agree, before the first turn.
    pub fn new(game: &Game, said: &Said) -> Self {
        Self {
            name: game.name.clone(),
            candidates: game.places(Role::Open).len(),
            nodes: (0, 0),
            every_set: said.least_seconds,
            search: Sides::default(),
            worth: Sides::default(),
        }
    }

    /// Takes what a turn took.
    pub fn take(&mut self, adit: &Answer, said: &Said) {
        self.nodes = (adit.nodes, said.nodes);
        self.search.take(adit.search, said.search);
        self.worth.take(adit.worth, said.worth);
    }

    fn json(&self) -> Value {
        json!({
            "game": self.name,
            "candidates": self.candidates,
            "nodes": { "adit": self.nodes.0, "scipy": self.nodes.1 },
            "every_set_s": self.every_set,
            "search": self.search.json(),
            "worth": self.worth.json(),
        })
    }
}

/// Times of all markets, in milliseconds.
pub struct Longest {
    spread: Spread,
    /// The market that takes longest.
    name: String,
    /// How many take longer than they should.
    late: usize,
}

impl Longest {
    /// Of the seconds of each market; none without any.
    pub fn of(seconds: Vec<(String, f64)>) -> Option<Self> {
        let times = seconds.into_iter();
        let times: Vec<(String, f64)> = times.map(|(name, time)| (name, time * 1000.0)).collect();
        let longest = times.iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
        Some(Self {
            spread: Spread::of(times.iter().map(|(_, time)| *time))?,
            name: longest.0.clone(),
            late: times.iter().filter(|(_, time)| *time > GOAL).count(),
        })
    }

    fn json(&self) -> Value {
        let Self { spread, name, late } = self;
        json!({ "ms": Value::from(*spread), "longest": name, "beyond_goal": late })
    }
}

/// What all markets take.
pub struct Times {
    /// Markets with a need from production and trade.
    pub known: usize,
    /// Markets with an assumed one.
    pub assumed: usize,
    /// The best set and the worths.
    pub both: Longest,
    /// Everything that the page's panel asks.
    pub panel: Longest,
}

/// Everything.
pub struct Report {
    /// Figures held against one another.
    pub compared: usize,
    /// The games that both take turns at.
    pub rows: Vec<Row>,
    /// All markets, Adit alone.
    pub markets: Times,
    /// Milliseconds of the search in the built page, where it was measured.
    pub page: Option<Spread>,
}

impl Report {
    /// For programs.
    pub fn json(&self) -> Value {
        let markets = &self.markets;
        json!({
            "figures_compared": self.compared,
            "games": self.rows.iter().map(Row::json).collect::<Vec<_>>(),
            "goal_ms": GOAL,
            "markets": {
                "need_known": markets.known,
                "need_assumed": markets.assumed,
                "best_and_worth": markets.both.json(),
                "whole_panel": markets.panel.json(),
            },
            "page_ms": self.page.map(Value::from),
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Times {
            known,
            assumed,
            both,
            panel,
        } = &self.markets;
        writeln!(
            f,
            "{} figures agree: those of {} markets (need known in {known}, assumed in {assumed}) and {} games.\n",
            self.compared,
            known + assumed,
            self.rows.len()
        )?;
        writeln!(f, "median (least–most)    Adit, ms    scipy, ms    ratio")?;
        for row in &self.rows {
            let (ours, theirs) = row.nodes;
            let candidates = row.candidates;
            writeln!(f, "{}: {candidates} candidates", row.name)?;
            let searching = format!("best {MOST}, {ours} and {theirs} branches");
            let worth = format!("Shapley values of {MEMBERS}");
            for (what, sides) in [(searching, &row.search), (worth, &row.worth)] {
                if let Some([adit, scipy, ratio]) = sides.spreads() {
                    writeln!(f, "  {what:<34}{adit:.3}    {scipy:.1}    {ratio:.1}")?;
                }
            }
            if let Some(seconds) = row.every_set {
                let what = format!("every set of {MOST}, once");
                writeln!(f, "  {what:<34}–    {:.0}", seconds * 1000.0)?;
            }
        }
        writeln!(f, "\nAdit in all markets, ms: median (least–most)")?;
        let best = format!("best {MOST} and Shapley values of {MEMBERS}");
        for (what, Longest { spread, name, late }) in
            [(best.as_str(), both), ("all that the panel asks", panel)]
        {
            writeln!(f, "  {what:<34}{spread:.3}")?;
            writeln!(
                f,
                "    longest: {name}; {late} beyond the goal of {GOAL} ms"
            )?;
        }
        if let Some(page) = self.page {
            let what = "in the built page, search to answer";
            writeln!(f, "  {what:<34} {page:.0}")?;
        }
        Ok(())
    }
}
