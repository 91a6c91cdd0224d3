//! Trade: which codes stand for what, and a flow a line.

use super::registry::unknown_country;
use super::report::Report;
use super::words::{mineral, produced};
use crate::data::cell::parse_decimal;
use crate::data::raw_later as raw;
use crate::data::trade::TradeYear;
use crate::data::{
    Coverage, Dataset, Flow, MineralId, Stage, Trade, TradeCode, TradeGap, TradeMeta,
};

const ABOUT: &str = "trade.json";
const FLOWS: &str = "trade.csv";

/// The first line of the flows.
const HEADER: &str = "year,exporter,importer,code,value_kusd,quantity_t";

/// A table made with another separator is wrong on every line: past this many the rest is only counted.
const MOST_ISSUES: usize = 200;

/// The codes, and what is said about the figures.
pub(super) fn about(raw: raw::Trade<'_>, dataset: &Dataset, report: &mut Report) -> Trade {
    let meta = TradeMeta {
        source: raw.source,
        edition: raw.edition,
        licence: raw.licence,
        nomenclature: raw.nomenclature,
        quantity_basis: raw.quantity_basis,
        notes: raw.notes,
    };
    for (word, text) in [
        ("source", &meta.source),
        ("licence", &meta.licence),
        ("quantity_basis", &meta.quantity_basis),
    ] {
        if text.is_empty() {
            let problem = format!("{word} is empty");
            report.add(
                ABOUT,
                word,
                problem,
                "say where the figures come from and what they are",
            );
        }
    }
    let mut codes = Vec::with_capacity(raw.codes.len());
    for code in raw.codes {
        codes.extend(trade_code(code, dataset, report));
    }
    codes.sort_by(|one, other| key(one).cmp(&key(other)));
    let mut words: Vec<&str> = codes.iter().map(|code| code.code.as_str()).collect();
    words.sort_unstable();
    for pair in words.windows(2).filter(|pair| pair[0] == pair[1]) {
        let remedy = "let it stand for one mineral at one stage";
        report.add(ABOUT, format!("code {}", pair[0]), "listed twice", remedy);
    }
    let gaps = gaps(raw.missing, &codes, dataset, report);
    Trade {
        meta,
        codes,
        gaps,
        years: Vec::new(),
    }
}

fn key(code: &TradeCode) -> (MineralId, Stage, &str) {
    (code.mineral, code.stage, &code.code)
}

fn trade_code(
    raw: raw::TradeCode<'_>,
    dataset: &Dataset,
    report: &mut Report,
) -> Option<TradeCode> {
    let place = format!("code {}", raw.code);
    if raw.code.is_empty() || !raw.code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        let problem = format!("{:?} is not a code", raw.code);
        report.add(
            ABOUT,
            &place,
            problem,
            "write letters and digits without points or spaces",
        );
    }
    let mineral = mineral(ABOUT, &place, raw.mineral, dataset, report);
    let stage = produced(ABOUT, &place, raw.stage, report);
    let coverage = match raw.coverage {
        "whole" => Some(Coverage::Whole),
        "part" => Some(Coverage::Part),
        other => {
            let problem = format!("unknown coverage {other:?}");
            report.add(
                ABOUT,
                &place,
                problem,
                "write whole, or part if other codes hold the rest",
            );
            None
        }
    };
    if raw.reason.is_empty() {
        report.add(
            ABOUT,
            &place,
            "no reason",
            "say why the code stands for the mineral",
        );
    }
    Some(TradeCode {
        code: raw.code.to_owned(),
        name: raw.name,
        mineral: mineral?,
        stage: stage?,
        coverage: coverage?,
        reason: raw.reason,
    })
}

fn gaps(
    raw: Vec<raw::TradeGap<'_>>,
    codes: &[TradeCode],
    dataset: &Dataset,
    report: &mut Report,
) -> Vec<TradeGap> {
    let mut gaps: Vec<TradeGap> = Vec::with_capacity(raw.len());
    for gap in raw {
        let place = format!("missing {} {}", gap.mineral, gap.stage);
        let id = mineral(ABOUT, &place, gap.mineral, dataset, report);
        let stage = produced(ABOUT, &place, gap.stage, report);
        if gap.reason.is_empty() {
            report.add(ABOUT, &place, "no reason", "say why no code fits");
        }
        let (Some(mineral), Some(stage)) = (id, stage) else {
            continue;
        };
        if let Some(code) = codes
            .iter()
            .find(|code| (code.mineral, code.stage) == (mineral, stage))
        {
            let problem = format!("code {} stands for it", code.code);
            report.add(
                ABOUT,
                &place,
                problem,
                "take it out of missing, or take the code out",
            );
        }
        gaps.push(TradeGap {
            mineral,
            stage,
            reason: gap.reason,
        });
    }
    gaps.sort_by_key(|gap| (gap.mineral, gap.stage));
    for pair in gaps.windows(2) {
        if (pair[0].mineral, pair[0].stage) == (pair[1].mineral, pair[1].stage) {
            let slug = &dataset.mineral(pair[0].mineral).slug;
            let place = format!("missing {slug} {}", pair[0].stage.slug());
            report.add(ABOUT, place, "listed twice", "keep one entry");
        }
    }
    gaps
}

/// A line's flow with its place among the years and codes.
struct Line {
    year: u16,
    code: usize,
    flow: Flow,
    number: usize,
}

/// Every flow, by year, code, importer and exporter.
pub(super) fn flows(trade: &mut Trade, text: &str, dataset: &Dataset, report: &mut Report) {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines().enumerate();
    let header = lines.next().map_or("", |(_, line)| line.trim_end());
    if header != HEADER {
        let problem = format!("the first line is {header:?}");
        return report.add(FLOWS, "line 1", problem, format!("begin with {HEADER}"));
    }
    let mut found = Vec::new();
    let mut wrong = Report::default();
    for (at, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        found.extend(read(trade, line, at + 1, dataset, &mut wrong));
    }
    found.sort_by_key(|line| {
        let flow = &line.flow;
        (
            line.year,
            line.code,
            flow.importer,
            flow.exporter,
            line.number,
        )
    });
    for pair in found.windows(2) {
        let same = |line: &Line| (line.year, line.code, line.flow.importer, line.flow.exporter);
        if same(&pair[0]) == same(&pair[1]) {
            let problem = format!("the same flow is on line {}", pair[0].number);
            let place = format!("line {}", pair[1].number);
            wrong.add(FLOWS, place, problem, "add the two up, or keep one");
        }
    }
    report.take(FLOWS, wrong, MOST_ISSUES);
    for line in found {
        if trade.years.last().is_none_or(|year| year.year != line.year) {
            trade.years.push(TradeYear {
                year: line.year,
                flows: vec![Vec::new(); trade.codes.len()],
            });
        }
        if let Some(year) = trade.years.last_mut() {
            year.flows[line.code].push(line.flow);
        }
    }
}

/// One line; every cell that cannot be read is noted.
fn read(
    trade: &Trade,
    line: &str,
    number: usize,
    dataset: &Dataset,
    report: &mut Report,
) -> Option<Line> {
    let place = format!("line {number}");
    let cells: Vec<&str> = line.trim_end().split(',').map(str::trim).collect();
    let [year, exporter, importer, code, value, quantity] = cells[..] else {
        let problem = format!("{} cells in place of 6", cells.len());
        report.add(
            FLOWS,
            place,
            problem,
            format!("write {HEADER}, numbers without commas"),
        );
        return None;
    };
    let parsed = year.parse().ok().filter(|year| (1900..2200).contains(year));
    if parsed.is_none() {
        let problem = format!("year: {year:?} is not a year");
        report.add(FLOWS, &place, problem, "write four digits");
    }
    let mut country = |column: &str, iso3: &str| {
        let id = dataset.country_by_iso3(iso3);
        if id.is_none() {
            unknown_country(FLOWS, &format!("{place}, {column}"), iso3, report);
        }
        id
    };
    let (seller, buyer) = (country("exporter", exporter), country("importer", importer));
    let position = trade.codes.iter().position(|known| known.code == code);
    if position.is_none() {
        let problem = format!("code: unknown code {code:?}");
        report.add(
            FLOWS,
            &place,
            problem,
            "list it among the codes of trade.json",
        );
    }
    let value = positive(&place, "value_kusd", value, report);
    let amount = match quantity {
        "" => Some(None),
        _ => positive(&place, "quantity_t", quantity, report).map(Some),
    };
    let (exporter, importer) = (seller?, buyer?);
    if exporter == importer {
        let iso3 = &dataset.country(exporter).iso3;
        let problem = format!("{iso3} sells to itself");
        report.add(FLOWS, &place, problem, "leave trade within a country out");
    }
    let flow = Flow {
        exporter,
        importer,
        value_kusd: Some(value?),
        quantity_t: amount?,
    };
    Some(Line {
        year: parsed?,
        code: position?,
        flow,
        number,
    })
}

fn positive(place: &str, column: &str, cell: &str, report: &mut Report) -> Option<f64> {
    let number = parse_decimal(cell);
    let (problem, remedy) = match number {
        Some(number) if number > 0.0 => return Some(number),
        Some(_) if column == "quantity_t" => (
            format!("{column}: {cell} is not more than zero"),
            "leave the quantity empty where it is not given; leave the line out where nothing was traded",
        ),
        Some(_) => (
            format!("{column}: {cell} is not more than zero"),
            "leave the line out where nothing was traded",
        ),
        None => (
            format!("{column}: {cell:?} is not a figure"),
            "write digits with at most one point",
        ),
    };
    report.add(FLOWS, place, problem, remedy);
    None
}
