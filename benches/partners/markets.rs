//! Every mineral's market as three importers ask about it, and games with forty candidates.

use std::hint::black_box;
use std::time::Instant;

use adit::alliance::{
    Agreement, Asked, Depths, ETA, Key, Need, NeedBasis, Offer, Offers, Role, agreements,
};
use adit::data::{Dataset, Stage, SupplyTable, embedded, shipped};
use adit::report::{PartnerFigures, PartnerQuestion, tables_at};
use adit::risk::importer::{Case, Sources};
use adit::state::ViewState;
use oorandom::Rand64;

use crate::game::Game;
use crate::ours;
use crate::report::{Longest, Times};

/// Who asks.
const IMPORTERS: [&str; 3] = ["EU", "USA", "JPN"];
/// What an importer is taken to need where its need is not known, in percent of world supply. An assumption.
const ASSUMED: f64 = 5.0;
/// Candidates of the games that are timed beside the comparison.
const CANDIDATES: usize = 40;
/// The seed of the made-up games.
const SEED: u64 = 1;

/// A market with the question of an importer.
pub struct Market {
    /// The question.
    pub game: Game,
    /// Where the need comes from.
    pub basis: NeedBasis,
    table: &'static SupplyTable,
    importer: &'static str,
}

fn sources() -> Result<Sources<'static>, String> {
    Ok(Sources {
        data: embedded().map_err(ToString::to_string)?,
        trade: Some(shipped::trade().map_err(ToString::to_string)?),
        methods: Some(shipped::methods().map_err(ToString::to_string)?),
    })
}

fn known(data: &Dataset) -> Result<Vec<Agreement>, String> {
    agreements::embedded(data).map_err(|error| error.to_string())
}

/// The markets of both stages in which an importer's need is known, or can be assumed, and somebody may be a partner;
/// each in the edition and year in which the page opens.
pub fn all() -> Result<Vec<Market>, String> {
    let sources = sources()?;
    let data = sources.data;
    let known = known(data)?;
    let state = ViewState::first(data);
    let mut markets = Vec::new();
    for code in IMPORTERS {
        let importer = data.importer_by_code(code);
        let members = importer.map_or_else(Vec::new, |one| data.importer_members(one));
        for stage in [Stage::Mine, Stage::Refine] {
            for table in tables_at(data, &state, stage, importer, sources.last_trade_year()) {
                let case = Case::of(&sources, table, importer);
                let need = Need::of(&sources, &case, None)
                    .or_else(|_| Need::of(&sources, &case, Some(ASSUMED / 100.0)));
                let Some(need) = need.ok().filter(|need| !need.candidates.is_empty()) else {
                    continue;
                };
                let counted = Asked::default().counted(&known, table.mineral, &members);
                let offers = need.offers(ETA, |country| {
                    let deepest = agreements::deepest(&counted, &members, country);
                    deepest.map_or(0.0, |depth| Depths::default().of(depth))
                });
                let slug = &data.mineral(table.mineral).slug;
                let roles = need.roles(&adit::alliance::Choice::default());
                markets.push(Market {
                    game: Game {
                        name: format!("{slug}, {}, {code}", stage.slug()),
                        offers,
                        roles,
                    },
                    basis: need.basis,
                    table,
                    importer: code,
                });
            }
        }
    }
    Ok(markets)
}

/// Three games with forty candidates: the largest of the market that has most; and two made up, whose suppliers differ
/// much and little.
pub fn with_forty(markets: &[Market]) -> Result<Vec<Game>, String> {
    let candidates = |market: &&Market| market.game.places(Role::Open).len();
    let largest = markets.iter().max_by_key(candidates);
    let market = largest.ok_or("no market has candidates")?;
    if candidates(&market) < CANDIDATES {
        return Err(format!("no market has {CANDIDATES} candidates"));
    }
    let game = &market.game;
    let mut places = game.places(Role::Own);
    // Candidates come largest first.
    places.extend(game.places(Role::Open).iter().take(CANDIDATES));
    let offers: Vec<Offer> = places.iter().map(|at| game.offers.all()[*at]).collect();
    let real = Game {
        name: format!("{}, the largest of {}", game.name, candidates(&market)),
        offers: Offers::new(&offers),
        roles: places.iter().map(|at| game.roles[*at]).collect(),
    };
    let apart = made_up("made up, unlike", (1.0, 10.0), (0.05, 0.6));
    let alike = made_up("made up, alike", (4.5, 5.5), (0.2, 0.4));
    Ok(vec![real, apart, alike])
}

/// Forty candidates whose weights and caps are spread evenly between two numbers, without own production.
fn made_up(name: &str, weight: (f64, f64), cap: (f64, f64)) -> Game {
    let mut random = Rand64::new(u128::from(SEED));
    let mut between = |(low, high): (f64, f64)| low + (high - low) * random.rand_float();
    let offers: Vec<Offer> = (0..CANDIDATES)
        .map(|_| Offer {
            weight: between(weight),
            cap: between(cap),
        })
        .collect();
    Game {
        name: name.to_owned(),
        offers: Offers::new(&offers),
        roles: vec![Role::Open; CANDIDATES],
    }
}

/// What every market takes: the best five and the worths, and everything that the page's panel asks.
pub fn times(markets: &[Market]) -> Result<Times, String> {
    let sources = sources()?;
    let data = sources.data;
    let known = known(data)?;
    let (mut both, mut panel) = (Vec::new(), Vec::new());
    for market in markets {
        let name = || market.game.name.clone();
        let best = || {
            let found = ours::answer(&market.game, 0.0);
            found.search + found.worth
        };
        both.push((name(), least(best)));
        let importer = data.importer_by_code(market.importer);
        let members = importer.map_or_else(Vec::new, |one| data.importer_members(one));
        let asked = match market.basis {
            NeedBasis::Trade => Asked::default(),
            NeedBasis::Assumed => Asked::default().with_number(Key::Need, ASSUMED),
        };
        let case = Case::of(&sources, market.table, importer);
        let counted = asked.counted(&known, market.table.mineral, &members);
        let question = PartnerQuestion::of(&asked, data);
        let inquire = || PartnerFigures::of(&sources, &case, &counted, &question);
        if inquire().answer.is_none() {
            return Err(format!("{}: no answer", name()));
        }
        let whole = || {
            let started = Instant::now();
            black_box(inquire());
            started.elapsed().as_secs_f64()
        };
        panel.push((name(), least(whole)));
    }
    let of_trade = |market: &&Market| market.basis == NeedBasis::Trade;
    Ok(Times {
        known: markets.iter().filter(of_trade).count(),
        assumed: markets.iter().filter(|market| !of_trade(market)).count(),
        both: Longest::of(both).ok_or("no market")?,
        panel: Longest::of(panel).ok_or("no market")?,
    })
}

/// The least of three times: what others do on the machine only adds to one.
fn least(time: impl Fn() -> f64) -> f64 {
    (0..3).map(|_| time()).fold(f64::INFINITY, f64::min)
}
