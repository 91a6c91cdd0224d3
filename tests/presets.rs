//! The presets: every line of their table is read, has figures to act on, and says how it is known.

use std::collections::BTreeSet;

use adit::data::{Dataset, Evidence, Stage, embedded};
use adit::risk::SupplyShares;
use adit::scenario::presets::{Origin, Preset, presets};
use adit::scenario::text::{decode, encode};
use adit::scenario::{Minerals, Stages, StepKind};
use adit::state::{Selection, View, ViewState};

fn data() -> &'static Dataset {
    embedded().expect("valid data")
}

/// The table's lines, cell by cell.
fn lines() -> Vec<Vec<String>> {
    let table = include_str!("../data/presets.csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows = reader.records().map(|row| row.expect("a line"));
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn every_line_of_the_table_is_a_preset_without_a_mistake() {
    let read = presets(data());
    let lines = lines();
    for line in &lines {
        assert_eq!(decode(&line[4], data()).problems, [], "{}", line[0]);
    }
    let ids: Vec<&str> = read.iter().map(|one| one.id.as_str()).collect();
    let expected: Vec<&str> = lines.iter().map(|line| line[0].as_str()).collect();
    assert_eq!(ids, expected);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    assert!(ids.len() >= 20, "only {} presets", ids.len());
}

#[test]
fn the_table_holds_scenarios_as_they_are_written() {
    for (preset, line) in presets(data()).iter().zip(lines()) {
        assert_eq!(encode(&preset.scenario, data()), line[4], "{}", preset.id);
    }
}

#[test]
fn every_preset_has_its_source_or_is_marked_as_imagined() {
    let lines = lines();
    for (preset, line) in presets(data()).iter().zip(&lines) {
        match &preset.origin {
            Origin::Event { source, evidence } => {
                assert!(source.starts_with("http"), "{}", preset.id);
                assert_ne!(*evidence, Evidence::Secondary, "{}", preset.id);
            }
            Origin::Imagined => {
                assert_eq!(line[7], "", "{} claims a source", preset.id);
                assert!(preset.name.starts_with("Imagined: "), "{}", preset.id);
            }
        }
        assert!(
            preset.what.ends_with('.') && preset.note.ends_with('.'),
            "{}",
            preset.id
        );
    }
}

#[test]
fn every_preset_says_what_of_it_is_assumed_computed_or_the_sources() {
    for Preset { id, note, .. } in presets(data()) {
        let told = ["assumption", "computed", "the model's"];
        assert!(told.iter().any(|word| note.contains(word)), "{id}: {note}");
    }
}

#[test]
fn every_preset_begins_when_its_event_did() {
    for preset in presets(data()) {
        let start = preset.scenario.start().expect("an active step");
        assert!(preset.date.starts_with(&start.to_string()), "{}", preset.id);
    }
}

/// What an event takes away must be there to be taken.
#[test]
fn every_actor_supplies_what_it_stops_in_the_figures_that_the_preset_opens_with() {
    for preset in presets(data()) {
        let first = &preset.scenario.steps[0];
        if first.kind == StepKind::NewMine {
            continue;
        }
        if let Minerals::These(ids) = &first.minerals {
            assert!(ids.contains(&preset.mineral), "{}", preset.id);
        }
        let actor = first.actor.expect("an actor");
        let members = data().importer_members(actor);
        let stages: &[Stage] = match first.stages {
            Stages::Mine => &[Stage::Mine],
            Stages::Refine => &[Stage::Refine],
            Stages::Both => &[Stage::Mine, Stage::Refine],
        };
        let opened = |stage| {
            let state = ViewState {
                view: View::Shock,
                mineral: preset.mineral,
                stage,
                edition: preset.edition,
                ..ViewState::first(data())
            };
            Selection::of(data(), &state.normalised(data())).table
        };
        let mut tables = stages.iter().map(|stage| opened(*stage));
        let supplies = tables.any(|table| {
            let of = |country| members.contains(country);
            let mut figures = table.countries.iter().filter(|(one, _)| of(one));
            figures.any(|(_, figure)| figure.value().is_some_and(|value| value > 0.0))
        });
        assert!(supplies, "{}", preset.id);
    }
}

#[test]
fn a_preset_of_other_data_is_left_out_where_they_lack_its_minerals() {
    assert_eq!(presets(&Dataset::default()), []);
}

/// The size of a step of a preset, from 0.
fn size(id: &str, step: usize) -> f64 {
    let known = presets(data());
    let preset = known.iter().find(|preset| preset.id == id);
    preset.expect("a preset").scenario.steps[step].size
}

#[test]
fn sizes_that_are_computed_come_out_of_the_figures_that_their_notes_repeat() {
    let close = |size: f64, computed: f64| {
        assert!((size - computed).abs() < 0.005, "{size} is not {computed}");
    };
    close(size("ree-quota-2010", 0), 1.0 - 30_259.0 / 50_145.0);
    close(size("drc-cobalt-2025", 1), 1.0 - 96_600.0 / 220_000.0);

    let platinum = data().mineral_by_slug("platinum").expect("a slug");
    let edition = data().edition_by_id("mcs2026").expect("an edition");
    let table = data().table(platinum, Stage::Mine, edition, 2024);
    let shares = SupplyShares::of(table.expect("a table"));
    let africa = data().country_by_iso3("ZAF").expect("a code");
    let row = shares.ranked.iter().find(|row| row.country == africa);
    let share = row.expect("a supplier").share.fraction();
    let year_before = 5.64 / (1.0 - 0.13);
    let four_months = year_before * share * 4.0 / 12.0;
    close(size("platinum-2012", 0), 0.75 / four_months);
}
