//! Partners: who would be best for an importer, proved, with what each is worth.

use serde::Serialize;

use super::absent::Why;
use super::figures::code;
use crate::alliance::fewest::{Target, fewest};
use crate::alliance::{
    Agreement, Choice, ETA_RANGE, Mix, Need, NeedBasis, Offers, Outcome, Producer, Reading, Role,
    Search, Wanted, agreements, shapley,
};
use crate::data::Dataset;
use crate::risk::Absence;
use crate::risk::importer::{Case, Sources};

/// What is asked about partners.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerQuestion {
    /// Who may be one.
    pub choice: Choice,
    /// How many, and which alternatives are named.
    pub wanted: Wanted,
    /// What the fewest partners have to reach.
    pub target: Target,
    /// η.
    pub eta: f64,
    /// The need as a fraction of world supply, where it is assumed and not taken from trade.
    pub need: Option<f64>,
}

/// One country's part of a mix.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartRow {
    /// ISO 3166-1 alpha-3 code.
    pub country: String,
    /// A fraction of the need.
    pub share: f64,
    /// Whether it belongs to the importer.
    pub own: bool,
    /// Of partners: what each is worth among these partners; the worths add up to what they take off the risk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worth: Option<f64>,
}

/// A set of partners with its least risky mix.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartnerSet {
    /// Codes, in the alphabet's order.
    pub partners: Vec<String>,
    /// f: Σ w·s², a shortage included.
    pub risk: f64,
    /// The part of the need that nobody would send.
    pub shortage: f64,
    /// The largest part from one partner.
    pub largest: f64,
    /// Whether that is no more than the target.
    pub within_target: bool,
    /// Who sends how much, largest part first.
    pub mix: Vec<PartRow>,
}

/// A set that is nearly as good.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternative {
    /// Codes, in the alphabet's order.
    pub partners: Vec<String>,
    /// f.
    pub risk: f64,
}

/// The best set under another assumption about agreements.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Otherwise {
    /// η.
    pub eta: f64,
    /// Codes, in the alphabet's order.
    pub partners: Vec<String>,
    /// f.
    pub risk: f64,
}

/// Why no better set is left.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proof {
    /// Branches looked at.
    pub nodes: usize,
    /// Branches closed, each with the number that proves it.
    pub closed: usize,
    /// No set has less risk.
    pub bound: f64,
    /// Whether the proof has been checked and holds.
    pub holds: bool,
}

/// One country that could be a partner.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CandidateRow {
    /// ISO 3166-1 alpha-3 code.
    pub country: String,
    /// `open`, `required` or `excluded`.
    pub role: &'static str,
    /// Its part of world supply.
    pub world_share: f64,
    /// u: what it makes, as a fraction of the need.
    pub cap: f64,
    /// Its estimate of political stability, −2.5 to 2.5.
    pub stability: f64,
    /// G, 0 best to 10 worst.
    pub governance: f64,
    /// t.
    pub trade_factor: f64,
    /// a of the deepest agreement with the importer.
    pub agreement: f64,
    /// What it is worth among all that are not excluded; none for those that are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worth: Option<f64>,
    /// Standard error of that; 0 where it is exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
}

/// The answer, where there is one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartnerAnswer {
    /// `trade` or `assumed`.
    pub need_from: &'static str,
    /// The need as a fraction of world supply.
    pub need_of_world: f64,
    /// The need in tonnes, where it is known from trade.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need_t: Option<f64>,
    /// The risk without any partner: own production, and a shortage of the rest.
    pub risk_without: f64,
    /// The risk with every partner that is not excluded.
    pub risk_with_all: f64,
    /// The best set.
    pub best: PartnerSet,
    /// The best sets at the 5th and 95th percentile of what is assumed about η.
    pub otherwise: Vec<Otherwise>,
    /// Other sets within the tolerance, best first.
    pub alternatives: Vec<Alternative>,
    /// Whether there may be more of those than are listed.
    pub more_alternatives: bool,
    /// Why no better set is left.
    pub proof: Proof,
    /// The fewest partners with whom the need would be met within the target.
    pub fewest: Option<PartnerSet>,
    /// Every producer outside the importer, largest first.
    pub candidates: Vec<CandidateRow>,
    /// Producers without a governance estimate, which are left out.
    pub without_wgi: Vec<String>,
    /// Countries that the source names without a figure, which are left out.
    pub without_figure: Vec<String>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// Partners for one importer, mineral, stage, edition and year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartnerFigures {
    /// Slug.
    pub mineral: String,
    /// `mine` or `refine`.
    pub stage: &'static str,
    /// The edition's id.
    pub edition: String,
    /// The year.
    pub year: u16,
    /// ISO 3166-1 alpha-3 code, or a bloc's id.
    pub importer: Option<String>,
    /// At most so many partners.
    pub most: usize,
    /// At most this part of the need from one partner.
    pub target: f64,
    /// η, assumed.
    pub eta: f64,
    /// The least stability of a partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor: Option<f64>,
    /// Agreements that count, by their ids.
    pub agreements: Vec<String>,
    /// The answer.
    pub answer: Option<PartnerAnswer>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

impl PartnerFigures {
    /// The figures of a case, with the agreements that count.
    #[must_use]
    pub fn of(
        sources: &Sources<'_>,
        case: &Case<'_>,
        agreements: &[Agreement],
        question: &PartnerQuestion,
    ) -> Self {
        let (data, table) = (sources.data, case.table);
        let mut why = Why::default();
        let need = Need::of(sources, case, question.need);
        let importer = case.importer.as_ref();
        let members = importer.map_or(&[][..], |importer| importer.members.as_slice());
        let mut counted = agreements::concerning(agreements, table.mineral, members);
        counted.retain(|agreement| agreement.lasts());
        let answer = need.map(|need| {
            let depth = |producer: &Producer| {
                let deepest = agreements::deepest(&counted, members, producer.country);
                deepest.map_or(0.0, |depth| depth.factor(Reading::Middle))
            };
            answer(data, &need, &depth, question)
        });
        Self {
            mineral: data.mineral(table.mineral).slug.clone(),
            stage: table.stage.slug(),
            edition: data.edition(table.edition).id.clone(),
            year: table.year,
            importer: why.take(
                "importer",
                importer
                    .map(|importer| data.importer_code(importer.importer).to_owned())
                    .ok_or(Absence::NoImporter),
            ),
            most: question.wanted.most,
            target: question.target.largest,
            eta: question.eta,
            floor: question.choice.floor,
            agreements: counted.iter().map(|one| one.id.clone()).collect(),
            answer: why.take("answer", answer),
            why,
        }
    }
}

/// Who is asked, in the order of producers.
struct Asked<'a> {
    data: &'a Dataset,
    producers: Vec<&'a Producer>,
    roles: Vec<Role>,
    largest: f64,
}

fn answer(
    data: &Dataset,
    need: &Need,
    depth: &impl Fn(&Producer) -> f64,
    question: &PartnerQuestion,
) -> PartnerAnswer {
    let asked = Asked {
        data,
        producers: need.producers().collect(),
        roles: need.roles(&question.choice),
        largest: question.target.largest,
    };
    let depths: Vec<f64> = need.candidates.iter().map(depth).collect();
    let offers_at = |eta: f64| {
        need.offers(eta, |country| {
            let mut candidates = need.candidates.iter();
            let at = candidates.position(|one| one.country == country);
            at.map_or(0.0, |at| depths[at])
        })
    };
    let otherwise = [ETA_RANGE.0, ETA_RANGE.1].map(|eta| {
        let wanted = Wanted::best(question.wanted.most);
        let best = Search::new(offers_at(eta), &asked.roles, wanted)
            .finish()
            .best;
        Otherwise {
            eta,
            partners: asked.codes(&best.partners),
            risk: best.risk,
        }
    });
    let offers = offers_at(question.eta);
    let found = Search::new(offers.clone(), &asked.roles, question.wanted).finish();
    let mut why = Why::default();
    let few = fewest(&offers, &asked.roles, question.target)
        .ok_or("not even all partners together would meet the need within the target");
    let few = why.take("fewest", few);
    let codes = |countries: &[_]| countries.iter().map(|one| code(data, *one)).collect();
    PartnerAnswer {
        need_from: match need.basis {
            NeedBasis::Trade => "trade",
            NeedBasis::Assumed => "assumed",
        },
        need_of_world: need.of_world,
        need_t: need.tonnes,
        risk_without: offers.risk(|at| asked.roles[at] == Role::Own),
        risk_with_all: offers.risk(|at| asked.roles[at] != Role::Excluded),
        best: asked.set(&offers, &found.best.partners),
        otherwise: otherwise.to_vec(),
        alternatives: found
            .alternatives
            .iter()
            .map(|other| Alternative {
                partners: asked.codes(&other.partners),
                risk: other.risk,
            })
            .collect(),
        more_alternatives: found.more,
        proof: proof(&offers, &found),
        fewest: few.map(|few| {
            let worths = asked.worths(&offers, &few.partners);
            asked.set_of(&few.partners, &few.mix, &worths)
        }),
        candidates: asked.candidates(&offers, &depths),
        without_wgi: codes(&need.unscored),
        without_figure: codes(&need.unknown),
        why,
    }
}

fn proof(offers: &Offers, found: &Outcome) -> Proof {
    Proof {
        nodes: found.nodes,
        closed: found.certificate.closed.len(),
        bound: found.bound,
        holds: found.certificate.check(offers).is_ok(),
    }
}

impl Asked<'_> {
    fn codes(&self, partners: &[usize]) -> Vec<String> {
        let mut codes: Vec<String> = partners
            .iter()
            .map(|at| code(self.data, self.producers[*at].country))
            .collect();
        codes.sort();
        codes
    }

    fn set(&self, offers: &Offers, partners: &[usize]) -> PartnerSet {
        let mix = offers.mix(|at| self.roles[at] == Role::Own || partners.contains(&at));
        self.set_of(partners, &mix, &self.worths(offers, partners))
    }

    /// What each of some partners is worth among them.
    fn worths(&self, offers: &Offers, partners: &[usize]) -> Vec<f64> {
        let worth = shapley::worth(partners.len(), |inside| {
            let is_in = |at: usize| {
                let place = partners.iter().position(|partner| *partner == at);
                self.roles[at] == Role::Own || place.is_some_and(|place| inside[place])
            };
            -offers.risk(is_in)
        });
        worth.into_iter().map(|worth| worth.value).collect()
    }

    fn set_of(&self, partners: &[usize], mix: &Mix, worths: &[f64]) -> PartnerSet {
        let part = |at: usize| {
            let place = partners.iter().position(|partner| *partner == at);
            PartRow {
                country: code(self.data, self.producers[at].country),
                share: mix.shares[at],
                own: self.roles[at] == Role::Own,
                worth: place.map(|place| worths[place]),
            }
        };
        let is_in = |at: &usize| self.roles[*at] == Role::Own || partners.contains(at);
        let mut rows: Vec<PartRow> = (0..mix.shares.len()).filter(is_in).map(part).collect();
        rows.sort_by(|a, b| b.share.total_cmp(&a.share));
        let largest = rows.iter().filter(|row| !row.own);
        let largest = largest.map(|row| row.share).fold(0.0, f64::max);
        PartnerSet {
            partners: self.codes(partners),
            risk: mix.risk,
            shortage: mix.shortage,
            largest,
            // A part that the target holds exactly may be a hair above it.
            within_target: largest <= self.largest + 1e-9,
            mix: rows,
        }
    }

    fn candidates(&self, offers: &Offers, depths: &[f64]) -> Vec<CandidateRow> {
        let own = self.producers.len() - depths.len();
        let open: Vec<usize> = (own..self.producers.len())
            .filter(|at| self.roles[*at] != Role::Excluded)
            .collect();
        let mut place = vec![None; self.producers.len()];
        for (member, at) in open.iter().enumerate() {
            place[*at] = Some(member);
        }
        let worth = shapley::worth(open.len(), |inside| {
            let is_in = |at: usize| {
                self.roles[at] == Role::Own || place[at].is_some_and(|member| inside[member])
            };
            -offers.risk(is_in)
        });
        let row = |at: usize| {
            let producer = self.producers[at];
            CandidateRow {
                country: code(self.data, producer.country),
                role: match self.roles[at] {
                    Role::Own => "own",
                    Role::Required => "required",
                    Role::Open => "open",
                    Role::Excluded => "excluded",
                },
                world_share: producer.world_share,
                cap: producer.cap,
                stability: producer.stability,
                governance: producer.governance,
                trade_factor: producer.trade_factor,
                agreement: depths[at - own],
                worth: place[at].map(|member| worth[member].value),
                standard_error: place[at].map(|member| worth[member].standard_error),
            }
        };
        (own..self.producers.len()).map(row).collect()
    }
}
