//! The table for people, the numbers for programs, and what counts as a failure.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use serde_json::{Value, json};

use crate::spread::Spread;
use crate::visit::{LINE, SLOWER, Visit};

/// One line of the table.
struct Row {
    /// What is measured, for people.
    label: &'static str,
    /// What is measured, for programs; with its unit.
    key: &'static str,
    /// The most that Adit may take.
    budget: Option<f64>,
    /// Digits after the point.
    digits: usize,
    /// One visit's number.
    of: fn(&Visit) -> f64,
}

/// The budgets are the product's; a row without one explains another.
const ROWS: [Row; 19] = [
    Row {
        label: "bytes until usable, kB",
        key: "bytes_kb",
        budget: Some(250.0),
        digits: 1,
        of: |visit| visit.bytes / 1000.0,
    },
    Row {
        label: "first paint of anything, ms",
        key: "first_contentful_paint_ms",
        budget: None,
        digits: 0,
        of: |visit| visit.paint,
    },
    Row {
        label: "map on the screen, ms",
        key: "picture_ms",
        budget: Some(700.0),
        digits: 0,
        of: |visit| visit.picture,
    },
    Row {
        label: "usable, ms",
        key: "usable_ms",
        budget: Some(1900.0),
        digits: 0,
        of: |visit| visit.usable,
    },
    Row {
        label: "main thread blocked, ms",
        key: "blocked_ms",
        budget: Some(100.0),
        digits: 0,
        of: |visit| visit.blocked,
    },
    Row {
        label: "main thread's processor time, ms",
        key: "processor_ms",
        budget: None,
        digits: 0,
        of: |visit| visit.processor,
    },
    Row {
        label: "  of it style and layout, ms",
        key: "layout_ms",
        budget: None,
        digits: 0,
        of: |visit| visit.layout,
    },
    Row {
        label: "another mineral, work to next frame, ms",
        key: "mineral_work_ms",
        budget: Some(8.0),
        digits: 1,
        of: |visit| visit.mineral,
    },
    Row {
        label: "  of it before the frame, ms",
        key: "mineral_answer_ms",
        budget: None,
        digits: 1,
        of: |visit| visit.mineral_answer,
    },
    Row {
        label: "another year, work to next frame, ms",
        key: "year_work_ms",
        budget: Some(8.0),
        digits: 1,
        of: |visit| visit.year,
    },
    Row {
        label: "  of it before the frame, ms",
        key: "year_answer_ms",
        budget: None,
        digits: 1,
        of: |visit| visit.year_answer,
    },
    Row {
        label: "the map's colours and nothing else, ms",
        key: "colours_work_ms",
        budget: None,
        digits: 1,
        of: |visit| visit.colours,
    },
    Row {
        label: "dependence: another importer, ms",
        key: "dependence_importer_work_ms",
        budget: Some(8.0),
        digits: 1,
        of: |visit| visit.desk_work("dependence", "importer"),
    },
    Row {
        label: "dependence: another year, ms",
        key: "dependence_year_work_ms",
        budget: Some(8.0),
        digits: 1,
        of: |visit| visit.desk_work("dependence", "year"),
    },
    Row {
        label: "dependence: another mineral, ms",
        key: "dependence_mineral_work_ms",
        budget: Some(8.0),
        digits: 1,
        of: |visit| visit.desk_work("dependence", "mineral"),
    },
    Row {
        label: "minerals: another importer, ms",
        key: "minerals_importer_work_ms",
        budget: Some(8.0),
        digits: 1,
        of: |visit| visit.desk_work("minerals", "importer"),
    },
    Row {
        label: "shock: an assumption, ms",
        key: "shock_parameter_work_ms",
        budget: Some(8.0),
        digits: 1,
        of: |visit| visit.desk_work("shock", "parameter"),
    },
    Row {
        label: "alliances: a number, ms",
        key: "alliances_parameter_work_ms",
        budget: Some(8.0),
        digits: 1,
        of: |visit| visit.desk_work("alliances", "parameter"),
    },
    Row {
        label: "another mineral, by the clock, ms",
        key: "mineral_wall_ms",
        budget: None,
        digits: 1,
        of: |visit| visit.wall,
    },
];

/// All visits to both pages.
pub struct Report {
    pages: [(&'static str, Vec<Visit>); 2],
    failures: Vec<String>,
    dist: String,
}

impl Report {
    /// What the visits say; a failure is what no slow machine explains.
    pub fn new(adit: Vec<Visit>, d3: Vec<Visit>, dist: &Path) -> Self {
        let most = adit.iter().map(|visit| visit.bytes).fold(0.0, f64::max);
        let budget = ROWS[0].budget.unwrap_or(f64::INFINITY) * 1000.0;
        let mut failures = Vec::new();
        if most > budget {
            failures.push(format!(
                "{most:.0} bytes until usable; the budget is {budget:.0}"
            ));
        }
        let pages = [("adit", adit), ("d3", d3)];
        for (name, visits) in &pages {
            let hosts: BTreeSet<&String> = visits.iter().flat_map(|one| &one.hosts).collect();
            failures.extend(hosts.iter().map(|host| format!("{name} spoke to {host}")));
            let complaints = visits.iter().flat_map(|visit| &visit.complaints);
            let complaints: BTreeSet<&String> = complaints.collect();
            failures.extend(complaints.iter().map(|one| format!("{name}: {one}")));
        }
        Self {
            pages,
            failures,
            dist: dist.display().to_string(),
        }
    }

    /// Why the measurement fails, if it does.
    pub fn failures(&self) -> &[String] {
        &self.failures
    }

    fn spreads(&self, row: &Row) -> [Option<Spread>; 2] {
        let of = |(_, visits): &(&str, Vec<Visit>)| {
            Spread::of(visits.iter().map(row.of).filter(|value| value.is_finite()))
        };
        self.pages.each_ref().map(of)
    }

    fn hosts(&self) -> [usize; 2] {
        let count = |(_, visits): &(&str, Vec<Visit>)| {
            let hosts: BTreeSet<&String> = visits.iter().flat_map(|one| &one.hosts).collect();
            hosts.len()
        };
        self.pages.each_ref().map(count)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} visits to each page in turns, cold; {} Mbit/s, {} ms round trip, processor {SLOWER}x slower.\n\
             Median (least–most); on a shared machine compare the ratio, not the times.\n",
            self.pages[0].1.len(),
            LINE.bits_per_second / 1e6,
            LINE.round_trip_ms,
        )?;
        writeln!(
            f,
            "{:<40} {:>22} {:>22} {:>8} {:>7}",
            "", "Adit", "d3 page", "ratio", "budget"
        )?;
        for row in &ROWS {
            let spreads = self.spreads(row);
            let [adit, d3] = spreads.map(|spread| {
                spread.map_or("–".to_owned(), |spread| {
                    format!("{spread:.*}", row.digits)
                })
            });
            let ratio = match spreads {
                [Some(adit), Some(d3)] if d3.median > 0.0 => {
                    format!("{:.2}", adit.median / d3.median)
                }
                _ => "–".to_owned(),
            };
            let budget = row.budget.map(|most| most.to_string()).unwrap_or_default();
            let over = spreads[0]
                .zip(row.budget)
                .is_some_and(|(adit, budget)| adit.median > budget);
            let mark = if over { "  past it" } else { "" };
            writeln!(
                f,
                "{:<40} {adit:>22} {d3:>22} {ratio:>8} {budget:>7}{mark}",
                row.label
            )?;
        }
        let [adit, d3] = self.hosts();
        writeln!(
            f,
            "{:<40} {adit:>22} {d3:>22} {:>8} {:>7}",
            "third-party hosts", "", 0
        )
    }
}

impl From<&Report> for Value {
    fn from(report: &Report) -> Self {
        let mut rows = serde_json::Map::new();
        for row in &ROWS {
            let [adit, d3] = report.spreads(row);
            let all = |at: usize| -> Vec<f64> { report.pages[at].1.iter().map(row.of).collect() };
            let spread = |spread: Option<Spread>, at: usize| match spread {
                Some(Spread { median, min, max }) => {
                    json!({ "median": median, "min": min, "max": max, "all": all(at) })
                }
                None => Self::Null,
            };
            rows.insert(
                row.key.to_owned(),
                json!({ "adit": spread(adit, 0), "d3": spread(d3, 1), "budget": row.budget }),
            );
        }
        let [adit, d3] = report.hosts();
        rows.insert(
            "third_party_hosts".to_owned(),
            json!({ "adit": adit, "d3": d3, "budget": 0 }),
        );
        json!({
            "page": report.dist,
            "visits": report.pages[0].1.len(),
            "conditions": {
                "bits_per_second": LINE.bits_per_second, "round_trip_ms": LINE.round_trip_ms,
                "processor_slower": SLOWER,
            },
            "rows": rows,
            "failures": report.failures,
        })
    }
}
