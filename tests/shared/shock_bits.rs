//! A small simulation of a made-up market and a checksum of every bit of its summary, natively and in a browser.

use adit::data::embedded;
use adit::scenario::Assumptions;
use adit::scenario::act::{Act, Cut, Effect, Whose};
use adit::scenario::numbers::{Numbers, Supplier};
use adit::scenario::simulation::{Job, Simulation, Summary};

/// Every parameter by name, so that another default changes nothing here.
const ASSUMED: &str = "es:0.1,ed:0.2,spare:0.15,resourcing:0.5,diverted:0.7,level:0.95,political:0.05,conflict:0.02,\
    natural:0.02,technical:0.05,governance:2,correlation:0.2,months:6,sigma:0.8,severity_a:2,severity_b:3,spread:0.3";

/// The checksum that every machine must find.
pub const CHECKSUM: u64 = 0xa33a_648f_87d9_6681;

/// Five suppliers of three regions, one of which stops for a year and a half; stocks are sold meanwhile.
pub fn job() -> Job {
    let data = embedded().expect("valid data");
    let rows = [
        ("AUS", 0, 0.3, [0.15, 0.05], [0.3, 0.1]),
        ("CHL", 1, 0.4, [0.25, 0.1], [0.2, 0.1]),
        ("CHN", 2, 0.55, [0.1, 0.6], [0.1, 0.5]),
        ("COD", 3, 0.9, [0.4, 0.0], [0.2, 0.0]),
        ("IDN", 2, 0.6, [0.05, 0.2], [0.1, 0.25]),
    ];
    let suppliers = rows.map(|(code, region, governance, world, sourcing)| Supplier {
        country: data.country_by_iso3(code).expect("a country"),
        region,
        governance,
        world,
        sourcing,
    });
    let numbers = Numbers {
        suppliers: suppliers.to_vec(),
        stages: [true, true],
        rest: [0.05, 0.05],
        own_rest: [0.1, 0.05],
        targets: Vec::new(),
    };
    let stop = Effect::Less {
        whose: Whose::Of(vec![2]),
        stages: [true, true],
        cut: Cut::Part(0.7),
        target: None,
    };
    Job {
        numbers,
        acts: vec![
            Act {
                from: 0,
                until: 18,
                effect: stop,
            },
            Act {
                from: 6,
                until: 18,
                effect: Effect::Fixed(0.1),
            },
        ],
        assumptions: Assumptions::parse(ASSUMED).0,
        seed: 20_260_101,
        outer: 7,
        inner: 60,
    }
}

/// The whole simulation of a job.
pub fn run(job: Job) -> Summary {
    let mut simulation = Simulation::new(job);
    while simulation.advance() {}
    simulation.summary().expect("a summary")
}

/// The 64-bit FNV-1a checksum of a summary's bytes.
pub fn checksum(summary: &Summary) -> u64 {
    let bytes = postcard::to_allocvec(summary).expect("bytes");
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
