//! What if it stops: scenarios on the shipped data and on made-up markets, without chance.

use adit::data::{CountryId, Dataset, Importer, embedded, shipped};
use adit::report::stage_tables;
use adit::risk::importer::Sources;
use adit::scenario::act::{Acts, HORIZON, Idle};
use adit::scenario::assumption::Key;
use adit::scenario::clearing::Cleared;
use adit::scenario::simulation::{Job, Simulation};
use adit::scenario::sourcing::SourcingBasis;
use adit::scenario::{
    Assumptions, Exposed, Market, Minerals, Month, Outcome, Scenario, StageTables, Stages, Step,
    StepKind, exposed,
};
use adit::state::ViewState;
use proptest::prelude::*;

fn data() -> &'static Dataset {
    embedded().expect("valid data")
}

fn sources() -> Sources<'static> {
    Sources {
        data: data(),
        trade: Some(shipped::trade().expect("shipped trade")),
        methods: Some(shipped::methods().expect("shipped methods")),
    }
}

fn importer(code: &str) -> Importer {
    data().importer_by_code(code).expect("a known importer")
}

fn country(code: &str) -> CountryId {
    data().country_by_iso3(code).expect("a known country")
}

/// The tables of a mineral that a view without an edition or a year shows.
fn tables(mineral: &str) -> StageTables<'static> {
    let data = data();
    let state = ViewState {
        mineral: data.mineral_by_slug(mineral).expect("a mineral"),
        ..ViewState::first(data)
    };
    stage_tables(
        data,
        &state,
        Some(importer("EU")),
        sources().last_trade_year(),
    )
}

const START: Month = Month(2026 * 12);

fn step(
    kind: StepKind,
    actor: Option<&str>,
    stages: Stages,
    size: f64,
    months: Option<u16>,
) -> Step {
    Step {
        kind,
        actor: actor.map(importer),
        minerals: Minerals::All,
        stages,
        size,
        start: START,
        months,
        aim: None,
        active: true,
        name: None,
    }
}

fn cut_off(actor: &str, size: f64) -> Step {
    step(StepKind::CutOff, Some(actor), Stages::Both, size, Some(12))
}

fn scenario(steps: &[Step]) -> Scenario {
    Scenario {
        steps: steps.to_vec(),
    }
}

fn uncapped() -> Assumptions {
    Assumptions::default().with(Key::SpareCapacity, f64::INFINITY)
}

fn run(
    mineral: &str,
    buyer: Option<&str>,
    steps: &[Step],
    assumptions: &Assumptions,
) -> (Market, Acts, Outcome) {
    let scenario = scenario(steps);
    let buyer = buyer.map(importer);
    let market = Market::of(&sources(), &tables(mineral), buyer, &scenario).expect("a market");
    let acts = Acts::of(data(), &market, &scenario);
    let outcome = Outcome::of(&market, &acts, assumptions);
    (market, acts, outcome)
}

#[test]
fn without_a_step_nothing_happens_to_anybody() {
    for mineral in data().minerals() {
        for buyer in [None, Some("EU"), Some("USA"), Some("JPN"), Some("CHN")] {
            let staged = tables(&mineral.slug);
            let nothing = Scenario::default();
            let Ok(market) = Market::of(&sources(), &staged, buyer.map(importer), &nothing) else {
                continue;
            };
            let acts = Acts::of(data(), &market, &nothing);
            let outcome = Outcome::of(&market, &acts, &Assumptions::default());
            let found = outcome.worst_month();
            let slug = &mineral.slug;
            assert_eq!(outcome.spans.len(), 1, "{slug}");
            assert!(
                (found.used - 1.0).abs() < 1e-12,
                "{slug} {buyer:?}: {found:?}"
            );
            assert!(
                found.direct_loss.abs() < 1e-12,
                "{slug} {buyer:?}: {found:?}"
            );
            assert!(
                (found.market.price().expect("a price") - 1.0).abs() < 1e-10,
                "{slug}"
            );
        }
    }
}

#[test]
fn without_limits_and_stock_the_price_has_its_closed_form() {
    let (market, _, outcome) = run("cobalt", None, &[cut_off("COD", 0.6)], &uncapped());
    let congo = market.numbers.place(country("COD")).expect("a supplier");
    let lost = 0.6 * market.numbers.suppliers[congo].world[0];
    assert!(lost > 0.3, "{lost}");
    let found = outcome.worst_month();
    assert_eq!(found.binding, 0);
    let closed = (1.0 - lost).powf(-1.0 / (0.1 + 0.2));
    assert!((found.market.price().expect("a price") / closed - 1.0).abs() < 1e-10);
    assert!((found.market.used() - closed.powf(-0.2)).abs() < 1e-10);
}

#[test]
fn a_view_of_mines_alone_misses_what_refining_loses() {
    let (_, _, outcome) = run(
        "cobalt",
        Some("EU"),
        &[cut_off("CHN", 1.0)],
        &Assumptions::default(),
    );
    let found = outcome.worst_month();
    assert_eq!(found.binding, 1, "refining binds");
    assert!(found.supply_lost(1).expect("refining") > 0.5, "{found:?}");
    assert!(found.supply_lost(0).expect("mining") < 0.1, "{found:?}");
    let mines = found.mines_alone.expect("mines").used();
    assert!(
        1.0 - mines < 0.1 && found.world_shortfall() > 0.3,
        "{mines} {found:?}"
    );
}

#[test]
fn without_a_table_of_a_stage_the_other_one_decides_and_the_step_says_so() {
    let alone = data().minerals().iter().find(|mineral| {
        let staged = tables(&mineral.slug);
        staged.tables[0].is_some() && staged.tables[1].is_none()
    });
    let slug = &alone.expect("a mineral without refining").slug;
    let refining = step(StepKind::CutOff, None, Stages::Refine, 1.0, None);
    let (market, acts, outcome) = run(slug, None, &[refining], &Assumptions::default());
    assert!(market.stages[1].is_err());
    assert_eq!(acts.idle, [(0, Idle::NoTable)]);
    assert!(outcome.worst_month().shortfall().abs() < 1e-12);
}

#[test]
fn when_everyone_stops_nothing_is_left_and_there_is_no_price() {
    let all = step(StepKind::CutOff, None, Stages::Both, 1.0, Some(3));
    let (_, _, outcome) = run("cobalt", Some("EU"), &[all], &Assumptions::default());
    let found = outcome.worst_month();
    assert_eq!(found.market, Cleared::NothingLeft);
    assert!((found.shortfall() - 1.0).abs() < f64::EPSILON);
    assert_eq!(found.extra_bill(), None);
    assert!((outcome.worst_year.shortfall - 0.25).abs() < 1e-12);
    assert!(outcome.month(3).shortfall().abs() < 1e-12);
}

#[test]
fn a_price_where_almost_nothing_is_left_is_marked_as_beyond_the_model() {
    let holds = |mineral, actor, size| {
        let (_, _, outcome) = run(
            mineral,
            None,
            &[cut_off(actor, size)],
            &Assumptions::default(),
        );
        outcome.worst_month().price_holds()
    };
    assert!(holds("copper", "CHL", 0.5));
    assert!(
        !holds("gallium", "CHN", 1.0),
        "China refines nearly all of it"
    );
}

#[test]
fn two_halves_leave_a_quarter_in_either_order_and_a_step_of_nothing_changes_nothing() {
    let (half, third) = (cut_off("COD", 0.5), cut_off("COD", 1.0 / 3.0));
    let base = Assumptions::default();
    let used = |steps: &[Step]| run("cobalt", Some("EU"), steps, &base).2.worst_month().used;
    let together = used(&[cut_off("COD", 1.0 - 0.5 * 2.0 / 3.0)]);
    assert!((used(&[half.clone(), third.clone()]) - together).abs() < 1e-12);
    assert!((used(&[third, half.clone()]) - together).abs() < 1e-12);
    let off = Step {
        active: false,
        ..cut_off("COD", 1.0)
    };
    let alone = used(std::slice::from_ref(&half));
    assert!((used(&[half, cut_off("AUS", 0.0), off]) - alone).abs() < 1e-12);
}

#[test]
fn a_later_step_acts_on_what_an_earlier_one_has_added() {
    let mine = step(StepKind::NewMine, Some("FIN"), Stages::Mine, 0.2, None);
    let stop = step(StepKind::Strike, Some("FIN"), Stages::Mine, 1.0, None);
    let mined = |steps: &[Step]| {
        let (_, _, outcome) = run("cobalt", None, steps, &Assumptions::default());
        outcome.worst_month().available[0].expect("mining")
    };
    let added = mined(std::slice::from_ref(&mine));
    assert!((added - 1.2).abs() < 1e-12, "{added}");
    assert!(mined(&[mine.clone(), stop.clone()]) < mined(&[stop, mine]) - 0.19);
}

#[test]
fn a_tax_takes_what_no_longer_pays_and_all_of_it_from_the_whole_price_on() {
    let tax = |size| step(StepKind::Tax, Some("COD"), Stages::Mine, size, None);
    let left = |size| {
        let (market, _, outcome) = run("cobalt", None, &[tax(size)], &Assumptions::default());
        let congo = market.numbers.place(country("COD")).expect("a supplier");
        let share = market.numbers.suppliers[congo].world[0];
        (outcome.worst_month().available[0].expect("mining") - (1.0 - share)) / share
    };
    assert!((left(0.25) - 0.75_f64.powf(0.1)).abs() < 1e-12);
    assert!(left(1.0).abs() < 1e-12 && left(3.0).abs() < 1e-12);
}

#[test]
fn stocks_and_recycling_soften_and_are_worth_what_they_hold() {
    let stop = cut_off("CHN", 1.0);
    let stock = step(StepKind::StockRelease, None, Stages::Both, 0.25, Some(6));
    let (_, acts, outcome) = run(
        "gallium",
        Some("EU"),
        &[stop.clone(), stock],
        &Assumptions::default(),
    );
    assert!(acts.idle.is_empty());
    assert!((outcome.spans[0].0.fixed - 0.5).abs() < 1e-12);
    let (_, _, bare) = run("gallium", Some("EU"), &[stop], &Assumptions::default());
    assert!(outcome.month(0).shortfall() < bare.month(0).shortfall() - 0.3);
    assert!((outcome.month(6).shortfall() - bare.month(6).shortfall()).abs() < 1e-12);
}

#[test]
fn users_who_turn_to_something_else_miss_nothing() {
    let less = step(StepKind::Substitution, None, Stages::Both, 0.2, None);
    let (_, _, outcome) = run("cobalt", None, &[less], &uncapped());
    let found = outcome.worst_month();
    assert!(found.market.price().expect("a price") < 1.0);
    assert!(
        found.shortfall() < 0.0,
        "cheaper, so that more than is wanted at the old price is used"
    );
    let more = step(StepKind::DemandChange, None, Stages::Both, 0.2, None);
    let (_, _, outcome) = run("cobalt", None, &[more], &uncapped());
    assert!(outcome.worst_month().shortfall() > 0.0);
}

#[test]
fn what_is_withheld_from_one_and_wholly_sold_to_others_leaves_the_world_as_it_was() {
    let aimed = Step {
        aim: Some(importer("USA")),
        ..cut_off("CHN", 1.0)
    };
    let diverted = |part| Assumptions::default().with(Key::Diverted, part);
    let (market, _, outcome) = run(
        "tungsten",
        Some("USA"),
        std::slice::from_ref(&aimed),
        &diverted(1.0),
    );
    let found = outcome.worst_month();
    assert!((found.market.used() - 1.0).abs() < 1e-12, "{found:?}");
    let china = market.numbers.place(country("CHN")).expect("a supplier");
    let bought = market.numbers.suppliers[china].sourcing;
    let most = bought[0].max(bought[1]);
    assert!(
        most > 0.01 && (found.direct_loss - most).abs() < 1e-9,
        "{most} {found:?}"
    );
    assert!(found.used < 1.0);
    // Buying back all of it from the others, the importer fares as the world does.
    let back = diverted(1.0).with(Key::Resourcing, 1.0);
    let (_, _, outcome) = run("tungsten", Some("USA"), std::slice::from_ref(&aimed), &back);
    assert!((outcome.worst_month().used - 1.0).abs() < 1e-12);
    // Somebody else is not hit directly; the world feels what is not diverted.
    let (_, _, outcome) = run(
        "tungsten",
        Some("JPN"),
        std::slice::from_ref(&aimed),
        &diverted(0.0),
    );
    let found = outcome.worst_month();
    assert!(found.direct_loss.abs() < 1e-12);
    assert!(found.world_shortfall() > 0.0 && found.used >= found.market.used() - 1e-12);
}

#[test]
fn an_aim_at_a_bloc_hits_its_members_and_an_aim_at_a_member_hits_the_bloc_in_part() {
    let at = |aim: &str| Step {
        aim: Some(importer(aim)),
        ..cut_off("CHL", 1.0)
    };
    let loss = |buyer, aim| {
        let (_, _, outcome) = run("copper", Some(buyer), &[at(aim)], &Assumptions::default());
        outcome.worst_month().direct_loss
    };
    assert!(loss("DEU", "EU") > 0.005);
    let (whole, part) = (loss("EU", "EU"), loss("EU", "DEU"));
    assert!(part > 0.0 && part < whole, "{part} {whole}");
    assert!(loss("USA", "EU").abs() < 1e-12);
}

#[test]
fn led_means_the_largest_supplier_at_a_stage_in_question() {
    let led = |actor, stages| Step {
        minerals: Minerals::Led,
        stages,
        ..cut_off(actor, 1.0)
    };
    let idle = |mineral, step| run(mineral, None, &[step], &Assumptions::default()).1.idle;
    assert_eq!(idle("cobalt", led("COD", Stages::Mine)), []);
    assert_eq!(
        idle("cobalt", led("COD", Stages::Refine)),
        [(0, Idle::OtherMinerals)]
    );
    assert_eq!(idle("cobalt", led("CHN", Stages::Both)), []);
    assert_eq!(
        idle("cobalt", led("AUS", Stages::Both)),
        [(0, Idle::OtherMinerals)]
    );
}

#[test]
fn steps_begin_and_end_in_their_months() {
    let later = Step {
        start: Month(START.0 + 24),
        months: Some(6),
        ..cut_off("COD", 0.5)
    };
    let good = Step {
        months: None,
        start: Month(START.0 + 60),
        ..cut_off("ZMB", 0.5)
    };
    let (_, _, outcome) = run(
        "cobalt",
        None,
        &[cut_off("COD", 0.3), later, good],
        &Assumptions::default(),
    );
    assert_eq!(outcome.start, Some(START));
    let bounds: Vec<(u16, u16)> = outcome
        .spans
        .iter()
        .map(|(span, _)| (span.from, span.until))
        .collect();
    assert_eq!(
        bounds,
        [(0, 12), (12, 24), (24, 30), (30, 60), (60, HORIZON)]
    );
    let worse = |a, b| outcome.month(a).shortfall() > outcome.month(b).shortfall() + 1e-6;
    assert!(worse(25, 0) && worse(0, 13) && outcome.month(35).shortfall().abs() < 1e-12);
    assert!(worse(90, 35));
}

#[test]
fn those_who_are_left_gain_what_the_cut_one_loses() {
    let (market, _, outcome) = run(
        "cobalt",
        None,
        &[cut_off("COD", 1.0)],
        &Assumptions::default(),
    );
    let shifts = outcome.shifts(&market, 0);
    assert_eq!(shifts[0].country, country("COD"));
    assert!(shifts[0].after.abs() < 1e-12 && shifts[0].output.abs() < 1e-12);
    assert!(
        shifts[1..]
            .iter()
            .all(|shift| shift.after >= shift.before && shift.output >= shift.before)
    );
    let rest = market.numbers.rest[0] / outcome.worst_month().available[0].expect("mining");
    let after: f64 = shifts.iter().map(|shift| shift.after).sum();
    assert!((after + rest - 1.0).abs() < 1e-9, "{after} {rest}");
}

#[test]
fn the_basis_of_sourcing_is_said() {
    let bases = |mineral: &str, buyer: &str| {
        let (market, _, _) = run(mineral, Some(buyer), &[], &Assumptions::default());
        market.stages.map(|stage| {
            stage
                .ok()
                .and_then(|stage| stage.sourcing)
                .map(|sourcing| sourcing.basis)
        })
    };
    assert_eq!(
        bases("copper", "USA")[0],
        Some(SourcingBasis::Trade { year: 2024 })
    );
    assert_eq!(bases("gallium", "EU")[1], Some(SourcingBasis::Commission));
    assert!(matches!(
        bases("gallium", "JPN")[1],
        Some(SourcingBasis::World(_))
    ));
}

#[test]
fn the_world_stopping_gallium_from_china_is_worst_for_gallium() {
    let slugs = data()
        .minerals()
        .iter()
        .map(|mineral| tables(&mineral.slug));
    let all: Vec<StageTables<'_>> = slugs.collect();
    let only = Step {
        minerals: Minerals::These(vec![data().mineral_by_slug("gallium").expect("gallium")]),
        ..cut_off("CHN", 1.0)
    };
    let found = exposed::minerals(
        &sources(),
        &all,
        Some(importer("EU")),
        &scenario(&[only]),
        &Assumptions::default(),
    );
    assert!(found.len() > 50);
    assert_eq!(data().mineral(found[0].mineral).slug, "gallium");
    assert!(found[0].outcome.worst_year.shortfall > 0.5);
    assert!(
        found[1..]
            .iter()
            .all(|other| other.outcome.worst_year.shortfall.abs() < 1e-12)
    );
}

#[test]
fn an_importer_that_buys_more_from_the_cut_one_is_hit_harder() {
    let buyers: Vec<Importer> = ["EU", "USA", "JPN", "KOR", "GBR", "IND"]
        .map(importer)
        .to_vec();
    let found: Vec<Exposed> = exposed::importers(
        &sources(),
        &tables("tungsten"),
        &buyers,
        &scenario(&[cut_off("CHN", 1.0)]),
        &Assumptions::default(),
    );
    assert!(found.len() >= 4);
    let losses: Vec<f64> = found
        .iter()
        .map(|one| one.outcome.worst_month().used)
        .collect();
    assert!(
        losses.windows(2).all(|pair| pair[0] <= pair[1] + 1e-12),
        "{losses:?}"
    );
}

#[test]
fn without_events_the_simulation_is_the_outcome_in_every_month() {
    let mut assumptions = Assumptions::default().with(Key::Spread, 0.0);
    for key in [
        Key::PoliticalRate,
        Key::ConflictRate,
        Key::NaturalRate,
        Key::TechnicalRate,
    ] {
        assumptions = assumptions.with(key, 0.0);
    }
    let aimed = Step {
        aim: Some(importer("EU")),
        ..cut_off("CHL", 0.8)
    };
    let tax = step(StepKind::Tax, Some("PER"), Stages::Mine, 0.4, Some(30));
    let mine = Step {
        start: Month(START.0 + 20),
        ..step(StepKind::NewMine, Some("ZMB"), Stages::Mine, 0.1, None)
    };
    let stock = step(StepKind::StockRelease, None, Stages::Both, 0.05, Some(9));
    let steps = [aimed, tax, mine, stock];
    for mineral in ["copper", "cobalt", "lithium"] {
        for buyer in ["EU", "DEU", "JPN"] {
            let (market, acts, outcome) = run(mineral, Some(buyer), &steps, &assumptions);
            let job = Job {
                outer: 1,
                inner: 1,
                ..Job::of(&market, &acts, &assumptions, 1)
            };
            let mut simulation = Simulation::new(job);
            while simulation.advance() {}
            let summary = simulation.summary().expect("a summary");
            for month in 0..HORIZON {
                let found = outcome.month(month);
                let at = usize::from(month);
                let (world, own) = (
                    summary.world.monthly[at].pooled,
                    summary.importer.monthly[at].pooled,
                );
                assert!(
                    (world - found.market.used()).abs() < 1e-5,
                    "{mineral} {buyer} {month}"
                );
                assert!(
                    (own - found.used).abs() < 1e-5,
                    "{mineral} {buyer} {month}: {own} {found:?}"
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn the_more_is_cut_the_less_is_used_and_the_dearer_it_is(
        less in 0.0_f64..1.0, more in 0.0_f64..1.0, es in 0.0_f64..1.0, ed in 0.05_f64..1.0, rho in 0.0_f64..1.0,
        capped in any::<bool>(), aimed in any::<bool>(),
    ) {
        let (less, more) = if less <= more { (less, more) } else { (more, less) };
        let spare = if capped { 0.15 } else { f64::INFINITY };
        let assumptions = Assumptions::default()
            .with(Key::SupplyElasticity, es)
            .with(Key::DemandElasticity, ed)
            .with(Key::SpareCapacity, spare)
            .with(Key::Resourcing, rho);
        let found = |size| {
            let aim = aimed.then(|| importer("EU"));
            let (_, _, outcome) = run("tungsten", Some("EU"), &[Step { aim, ..cut_off("CHN", size) }], &assumptions);
            *outcome.worst_month()
        };
        let (mild, hard) = (found(less), found(more));
        prop_assert!(hard.market.used() <= mild.market.used() + 1e-9);
        prop_assert!(hard.used <= mild.used + 1e-9);
        prop_assert!(hard.direct_loss >= mild.direct_loss - 1e-12);
        prop_assert!(hard.market.price() >= mild.market.price().map(|price| price * (1.0 - 1e-9)));
    }

    #[test]
    fn whose_suppliers_lose_no_more_than_the_worlds_is_no_worse_off_and_who_buys_freely_fares_alike(
        size in 0.0_f64..1.0, rho in 0.0_f64..1.0, actor in 0_usize..4, buyer in 0_usize..5, stock in 0.0_f64..0.3,
    ) {
        let actor = ["CHN", "COD", "AUS", "RUS"][actor];
        let buyer = ["EU", "USA", "JPN", "CHN", "IND"][buyer];
        let steps = [cut_off(actor, size), step(StepKind::Recycling, None, Stages::Both, stock, None)];
        let under = |rho| {
            let assumptions = Assumptions::default().with(Key::Resourcing, rho);
            *run("cobalt", Some(buyer), &steps, &assumptions).2.worst_month()
        };
        let found = under(rho);
        let left = found.available[found.binding].expect("the stage that binds");
        let world = found.market.used();
        if 1.0 - found.direct_loss >= left - 1e-12 {
            prop_assert!((found.used - world).abs() < 1e-9);
        } else {
            prop_assert!(found.used <= world + 1e-12);
        }
        prop_assert!((under(1.0).used - world).abs() < 1e-12);
        prop_assert!(found.used >= under(0.0).used - 1e-12);
    }

    #[test]
    fn assumptions_survive_their_text(
        values in prop::collection::vec(0.0_f64..1.0, 17), which in prop::collection::vec(any::<bool>(), 17),
        none in any::<bool>(),
    ) {
        let mut assumptions = Assumptions::default();
        for ((key, part), chosen) in Key::all().zip(values).zip(which) {
            if chosen {
                let parameter = key.parameter();
                assumptions = assumptions.with(key, parameter.low + part * (parameter.high - parameter.low));
            }
        }
        if none {
            assumptions = assumptions.with(Key::SpareCapacity, f64::INFINITY);
        }
        let (read, problems) = Assumptions::parse(&assumptions.to_text());
        prop_assert_eq!(read, assumptions);
        prop_assert!(problems.is_empty());
    }

    #[test]
    fn any_text_gives_assumptions_that_settle(text in "\\PC{0,80}") {
        let (read, _) = Assumptions::parse(&text);
        let (again, problems) = Assumptions::parse(&read.to_text());
        prop_assert_eq!(again, read);
        prop_assert!(problems.is_empty());
    }
}
