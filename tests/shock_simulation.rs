//! The simulation against what is known of it: analytic means, a plain version month by month, and its own laws.

#[path = "shared/shock_bits.rs"]
mod shock_bits;

use adit::data::embedded;
use adit::scenario::act::{Act, Cut, Effect, Whose};
use adit::scenario::assumption::{Assumptions, Key};
use adit::scenario::clearing::Clearing;
use adit::scenario::numbers::Supplier;
use adit::scenario::simulation::{Job, Simulation, Summary};
use oorandom::Rand64;
use shock_bits::{CHECKSUM, checksum, job, run};

/// The made-up market without a scenario, with assumptions of its own.
fn quiet(assumptions: Assumptions, outer: u32, inner: u32) -> Job {
    Job {
        acts: Vec::new(),
        assumptions,
        outer,
        inner,
        ..job()
    }
}

fn certain() -> Assumptions {
    Assumptions::default().with(Key::Spread, 0.0)
}

/// The chance of a hit in a month, by kind, of a supplier of governance risk g: straight from the definition.
fn chances(assumptions: &Assumptions, governance: f64) -> [f64; 4] {
    let weak = (assumptions.get(Key::GovernanceEffect) * (governance - 0.5)).exp();
    let kinds = [
        (Key::PoliticalRate, weak),
        (Key::ConflictRate, weak),
        (Key::NaturalRate, 1.0),
        (Key::TechnicalRate, 1.0),
    ];
    kinds.map(|(key, times)| 1.0 - (-assumptions.get(key) * times / 12.0).exp())
}

fn normal_below(x: f64) -> f64 {
    0.5 * libm::erfc(-x / 2.0_f64.sqrt())
}

/// The chance that an event lasts more than so many whole months.
fn lasts_beyond(assumptions: &Assumptions, months: u16) -> f64 {
    if months == 0 {
        return 1.0;
    }
    let log = (f64::from(months) / assumptions.get(Key::MedianDuration)).ln();
    1.0 - normal_below(log / assumptions.get(Key::DurationSpread))
}

#[test]
fn mean_supply_is_the_analytic_mean_in_every_month() {
    // Where neither supply nor spare capacity answers, use is what is left of supply: at one stage alone, its sum.
    let assumptions = certain()
        .with(Key::SupplyElasticity, 0.0)
        .with(Key::SpareCapacity, 0.0);
    let mut job = quiet(assumptions, 40, 1_000);
    job.numbers.stages = [true, false];
    let summary = run(job.clone());
    let severity = 2.0 / 5.0;
    for month in [0_u16, 1, 5, 20, 60, 119] {
        let given = |governance: f64| {
            let mut left = 1.0;
            for chance in chances(&assumptions, governance) {
                for age in 0..=month {
                    left *= 1.0 - chance * lasts_beyond(&assumptions, age) * severity;
                }
            }
            left
        };
        let suppliers = job.numbers.suppliers.iter();
        let parts = suppliers.map(|one| one.world[0] * given(one.governance));
        let expected: f64 = job.numbers.rest[0] + parts.sum::<f64>();
        let found = summary.world.monthly[usize::from(month)];
        // 40,000 runs of a standard deviation of about a tenth.
        assert!(
            (found.pooled - expected).abs() < 4.0 * 0.11 / 200.0,
            "{month}: {found:?} {expected}"
        );
        assert!(expected < 1.0 && found.low < found.high);
    }
}

/// Standard normal numbers by pairs, after Box and Muller.
fn normal(random: &mut Rand64) -> f64 {
    let radius = (-2.0 * (1.0 - random.rand_float()).ln()).sqrt();
    radius * (2.0 * std::f64::consts::PI * random.rand_float()).cos()
}

/// A number of the Beta distribution of two whole shapes: the a-th least of a + b − 1 uniform ones.
fn beta(random: &mut Rand64, a: usize, b: usize) -> f64 {
    let mut drawn: Vec<f64> = (0..a + b - 1).map(|_| random.rand_float()).collect();
    drawn.sort_by(f64::total_cmp);
    drawn[a - 1]
}

/// The model month by month, straight from its definition: each supplier, kind and month has a normal number of its own.
/// Of each run the importer's mean shortfall and that of its worst year.
fn plain(job: &Job, runs: usize) -> Vec<(f64, f64)> {
    let assumptions = &job.assumptions;
    let get = |key| assumptions.get(key);
    let clearing = Clearing::of(assumptions);
    let suppliers = &job.numbers.suppliers;
    let (common, own) = (
        get(Key::Correlation).sqrt(),
        (1.0 - get(Key::Correlation)).sqrt(),
    );
    // Of each kind, supplier after supplier.
    let thresholds: [Vec<f64>; 4] = [0, 1, 2, 3].map(|kind| {
        let chance = |one: &Supplier| threshold(chances(assumptions, one.governance)[kind]);
        suppliers.iter().map(chance).collect()
    });
    let mut random = Rand64::new(99);
    let mut losses = Vec::new();
    for _ in 0..runs {
        // given[month][supplier]
        let mut given = vec![vec![1.0; suppliers.len()]; 120];
        for month in 0..120 {
            for thresholds in &thresholds {
                let factors: Vec<f64> = (0..4).map(|_| normal(&mut random)).collect();
                for (place, supplier) in suppliers.iter().enumerate() {
                    let z =
                        common * factors[usize::from(supplier.region)] + own * normal(&mut random);
                    if z < thresholds[place] {
                        let log = get(Key::MedianDuration).ln()
                            + get(Key::DurationSpread) * normal(&mut random);
                        let months = log.exp().ceil().clamp(1.0, 120.0);
                        let kept = 1.0 - beta(&mut random, 2, 3);
                        let until =
                            (f64::from(u32::try_from(month).expect("a month")) + months).min(120.0);
                        let last = (month..120).take_while(|at| {
                            f64::from(u32::try_from(*at).expect("a month")) < until
                        });
                        for at in last {
                            given[at][place] *= kept;
                        }
                    }
                }
            }
        }
        let mut years = [0.0; 10];
        for (month, given) in given.iter().enumerate() {
            let cut = if month < 18 { 0.3 } else { 1.0 };
            let fixed = if (6..18).contains(&month) { 0.1 } else { 0.0 };
            let at = |stage: usize, world: bool| {
                let parts = suppliers
                    .iter()
                    .zip(given)
                    .enumerate()
                    .map(|(place, (one, given))| {
                        let part = if world {
                            one.world[stage]
                        } else {
                            one.sourcing[stage]
                        };
                        part * given * if place == 2 { cut } else { 1.0 }
                    });
                let rest = if world {
                    job.numbers.rest
                } else {
                    job.numbers.own_rest
                };
                rest[stage] + parts.sum::<f64>()
            };
            let left = at(0, true).min(at(1, true));
            let market = clearing.clear(left, fixed, 1.0);
            let price = market.price().expect("a price");
            let response = price
                .powf(get(Key::SupplyElasticity))
                .min(1.0 + get(Key::SpareCapacity));
            let bought = (at(0, false).min(at(1, false)) * response + fixed).min(market.used());
            let rho = get(Key::Resourcing);
            years[month / 12] += 1.0 - (rho * market.used() + (1.0 - rho) * bought);
        }
        let worst = years
            .iter()
            .fold(f64::MIN, |worst: f64, year| worst.max(*year));
        losses.push((years.iter().sum::<f64>() / 120.0, worst / 12.0));
    }
    losses
}

/// Φ⁻¹ by halving.
fn threshold(chance: f64) -> f64 {
    let (mut low, mut high) = (-9.0, 9.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if normal_below(middle) < chance {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

#[test]
fn a_plain_version_month_by_month_agrees_within_its_error() {
    let assumptions = certain()
        .with(Key::PoliticalRate, 0.2)
        .with(Key::Correlation, 0.4);
    let job = Job {
        assumptions,
        outer: 20,
        inner: 1_000,
        ..job()
    };
    let summary = run(job.clone());
    let runs = 4_000;
    let plain = plain(&job, runs);
    let count = 4_000.0_f64;
    let moments = |of: fn(&(f64, f64)) -> f64| {
        let mean = plain.iter().map(of).sum::<f64>() / count;
        let variance = plain
            .iter()
            .map(|one| (of(one) - mean).powi(2))
            .sum::<f64>()
            / count;
        // Of both: 4,000 runs here, 20,000 there.
        (mean, (variance * (1.0 / count + 1.0 / 20_000.0)).sqrt())
    };
    let (mean, error) = moments(|one| one.0);
    let found = summary.importer.mean.pooled;
    assert!(
        (found - mean).abs() < 4.0 * error,
        "mean {found} {mean} ± {error}"
    );
    let (mean, error) = moments(|one| one.1);
    let found = summary.importer.worst_year.pooled;
    assert!(
        (found - mean).abs() < 4.0 * error,
        "worst year {found} {mean} ± {error}"
    );
    // Bars are 2 % wide: how often two fifths and more are lost.
    let (above, error) = moments(|one| f64::from(u8::from(one.1 >= 0.4)));
    let in_bars: f64 = summary.importer.histogram[20..].iter().sum();
    assert!((0.02..0.98).contains(&above), "{above}");
    assert!(
        (in_bars - above).abs() < 4.0 * error,
        "{in_bars} {above} ± {error}"
    );
    let mut worst: Vec<f64> = plain.iter().map(|one| one.1).collect();
    worst.sort_by(f64::total_cmp);
    let tail = worst[3_800..].iter().sum::<f64>() / 200.0;
    let found = summary.importer.tail_mean.pooled;
    assert!((found / tail - 1.0).abs() < 0.03, "tail {found} {tail}");
}

#[test]
fn the_same_seed_gives_the_same_bits_and_these_on_every_machine() {
    let summary = run(job());
    assert_eq!(summary, run(job()));
    assert_eq!(checksum(&summary), CHECKSUM, "{:#x}", checksum(&summary));
    assert_ne!(checksum(&run(Job { seed: 2, ..job() })), CHECKSUM);
}

#[test]
fn a_step_of_nothing_changes_no_bit_because_events_do_not_hang_on_the_scenario() {
    let nothing = Effect::Less {
        whose: Whose::Of(vec![0]),
        stages: [true, true],
        cut: Cut::Part(0.0),
        target: None,
    };
    let bare = quiet(Assumptions::default(), 5, 50);
    let same = Job {
        acts: vec![Act {
            from: 0,
            until: 120,
            effect: nothing,
        }],
        ..bare.clone()
    };
    assert_eq!(run(bare), run(same));
}

#[test]
fn a_new_supplier_changes_nothing_of_what_happens_to_the_others() {
    let mut bare = quiet(Assumptions::default(), 5, 50);
    let finland = Supplier {
        country: embedded()
            .expect("valid data")
            .country_by_iso3("FIN")
            .expect("a country"),
        world: [0.0; 2],
        sourcing: [0.0; 2],
        ..bare.numbers.suppliers[2].clone()
    };
    bare.numbers.suppliers.push(finland);
    let mine = Effect::More {
        parts: vec![(Some(5), 0.2)],
        stage: 0,
    };
    let with = Job {
        acts: vec![Act {
            from: 60,
            until: 120,
            effect: mine,
        }],
        ..bare.clone()
    };
    let (bare, with) = (run(bare).world.monthly, run(with).world.monthly);
    for month in 0..60 {
        assert!(
            (bare[month].pooled - with[month].pooled).abs() < 1e-12,
            "{month}"
        );
    }
    assert!((60..120).all(|month| with[month].pooled >= bare[month].pooled));
    assert!(with[100].pooled > bare[100].pooled + 1e-3);
}

#[test]
fn a_harder_scenario_is_worse_in_every_figure_and_month() {
    let cut = |part| Effect::Less {
        whose: Whose::Of(vec![2]),
        stages: [true, true],
        cut: Cut::Part(part),
        target: None,
    };
    let with = |part| {
        run(Job {
            acts: vec![Act {
                from: 12,
                until: 60,
                effect: cut(part),
            }],
            ..quiet(Assumptions::default(), 10, 100)
        })
    };
    let (mild, hard) = (with(0.2), with(0.6));
    for (mild, hard) in [(&mild.world, &hard.world), (&mild.importer, &hard.importer)] {
        let pairs = [
            (mild.mean, hard.mean),
            (mild.worst_year, hard.worst_year),
            (mild.large_loss, hard.large_loss),
            (mild.value_at_risk, hard.value_at_risk),
            (mild.tail_mean, hard.tail_mean),
            (mild.longest, hard.longest),
        ];
        for (mild, hard) in pairs {
            assert!(hard.pooled >= mild.pooled && hard.low >= mild.low && hard.high >= mild.high);
        }
        for (month, (mild, hard)) in mild.monthly.iter().zip(&hard.monthly).enumerate() {
            let during = (12..60).contains(&month);
            let fall = mild.pooled - hard.pooled;
            assert!(
                if during {
                    fall > 1e-3
                } else {
                    fall.abs() < 1e-9
                },
                "{month}: {fall}"
            );
        }
    }
}

#[test]
fn without_events_the_simulation_is_the_scenario_alone() {
    let mut assumptions = certain();
    for key in [
        Key::PoliticalRate,
        Key::ConflictRate,
        Key::NaturalRate,
        Key::TechnicalRate,
    ] {
        assumptions = assumptions.with(key, 0.0);
    }
    let summary = run(Job {
        assumptions,
        outer: 2,
        inner: 3,
        ..job()
    });
    let clearing = Clearing::of(&assumptions);
    for (month, found) in summary.world.monthly.iter().enumerate() {
        let (left, fixed) = match month {
            0..6 => (0.05 + 0.05 + 0.1 + 0.6 * 0.3 + 0.2, 0.0),
            6..18 => (0.05 + 0.05 + 0.1 + 0.6 * 0.3 + 0.2, 0.1),
            _ => (1.0, 0.0),
        };
        let expected = clearing.clear(left, fixed, 1.0).used();
        assert!(
            (found.pooled - expected).abs() < 1e-6,
            "{month}: {found:?} {expected}"
        );
        assert!((found.high - found.low).abs() < 1e-12);
    }
    assert!((summary.world.longest.pooled - 18.0).abs() < 1e-12);
}

#[test]
fn a_job_and_a_summary_travel_as_bytes_and_slices_add_up() {
    let job = job();
    let bytes = postcard::to_allocvec(&job).expect("bytes");
    let read: Job = postcard::from_bytes(&bytes).expect("a job");
    assert_eq!(read, job);
    let mut simulation = Simulation::new(read);
    assert_eq!(simulation.summary(), None);
    let mut slices = 1;
    while simulation.advance() {
        assert_eq!(simulation.done(), slices);
        assert_eq!(simulation.summary().expect("a summary").outer, slices);
        slices += 1;
    }
    assert!(!simulation.advance());
    let summary = simulation.summary().expect("a summary");
    let bytes = postcard::to_allocvec(&summary).expect("bytes");
    assert_eq!(
        postcard::from_bytes::<Summary>(&bytes).expect("a summary"),
        summary
    );
    assert_eq!(summary, run(job));
}

#[test]
fn no_runs_have_no_summary() {
    let mut simulation = Simulation::new(Job { inner: 0, ..job() });
    simulation.advance();
    assert_eq!(simulation.summary(), None);
    assert!(!Simulation::new(Job { outer: 0, ..job() }).advance());
}
