//! What readers are told of alliances: in words of a model, with the reason where nothing is known.

use adit::alliance::{Asked, Key, agreements};
use adit::data::{Stage, TRADE_YEARS, embedded, shipped};
use adit::figure::{AllianceMap, alliance_finding, partner_finding};
use adit::i18n::EN_ALLIANCES;
use adit::report::{AllianceFigures, AllianceQuestion, PartnerFigures, PartnerQuestion, table_for};
use adit::risk::SupplyShares;
use adit::risk::importer::{Case, Sources};
use adit::state::ViewState;

#[test]
fn every_finding_speaks_of_the_model_or_says_why_nothing_is_known() {
    let data = embedded().expect("valid data");
    let sources = Sources {
        data,
        trade: Some(shipped::trade().expect("sound trade")),
        methods: Some(shipped::methods().expect("sound assessments")),
    };
    let known = agreements::embedded(data).expect("a sound table");
    let (mut told, mut unknown, mut idle) = (0, 0, 0);
    for (place, mineral) in data.minerals().iter().enumerate() {
        let code = ["EU", "USA", "JPN"][place % 3];
        let importer = data.importer_by_code(code).expect("an importer");
        let members = data.importer_members(importer);
        let state = ViewState {
            mineral: data.mineral_by_slug(&mineral.slug).expect("a mineral"),
            stage: Stage::Mine,
            ..ViewState::first(data)
        };
        let table = table_for(data, &state, Some(importer), Some(TRADE_YEARS.1));
        let case = Case::of(&sources, table, Some(importer));
        let asked = Asked::default().with_number(Key::Most, 3.0);
        let counted = asked.counted(&known, table.mineral, &members);
        let partners = PartnerQuestion::of(&asked, data);
        let partners = PartnerFigures::of(&sources, &case, &counted, &partners);
        let question = AllianceQuestion::of(&asked, counted.clone());
        let figures = AllianceFigures::of(&sources, &case, &question);
        let name = data.importer_name(importer);
        let finding = alliance_finding(&figures, &mineral.name, name, &EN_ALLIANCES);
        let best = partner_finding(data, &partners, &EN_ALLIANCES);
        for text in [&finding, &best] {
            assert!(!text.contains(" will ") && !text.contains("NaN"), "{text}");
        }
        if figures.effect.is_some() {
            assert!(finding.contains("in this model") || finding.contains("In this model"));
            told += 1;
        } else {
            assert!(finding.contains("is not known"), "{finding}");
        }
        if finding.contains("gains nothing") || finding.contains("nothing would change") {
            let gain = figures.effect.as_ref().map_or(0.0, |effect| effect.gain);
            assert!(gain.abs() < 0.000_5, "{finding}: {gain}");
            idle += 1;
        }
        if partners.answer.is_none() {
            assert!(best.contains("Assume a need"), "{best}");
            unknown += 1;
        }
        // The map marks whom an agreement binds, and nobody of the importer's own.
        let shares = SupplyShares::of(table);
        let map = AllianceMap::build(data, importer, &counted, &asked.depths(), &shares, &figures);
        assert!(
            map.partners
                .iter()
                .all(|(country, _)| !members.contains(country))
        );
        let bound = map.rows.iter().filter(|row| row.depth.is_some()).count();
        assert_eq!(bound, map.partners.len(), "{}", mineral.slug);
    }
    assert!(
        told > 10 && unknown > 3 && idle > 0,
        "{told} {unknown} {idle}"
    );
}
