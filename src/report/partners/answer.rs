//! The answer: searched, proved, attributed.

use super::super::absent::Why;
use super::super::figures::code;
use super::rows::{
    Alternative, CandidateRow, Otherwise, PartRow, PartnerAnswer, PartnerSet, Proof,
};
use crate::alliance::{
    Fewest, Found, Mix, Need, NeedBasis, Offers, Outcome, Producer, Role, shapley,
};
use crate::data::Dataset;

/// Who is asked, in the order of producers.
pub(super) struct Asked<'a> {
    pub(super) data: &'a Dataset,
    pub(super) producers: Vec<&'a Producer>,
    pub(super) roles: &'a [Role],
    pub(super) largest: f64,
}

/// What the searches have found.
pub(super) struct Searched {
    pub(super) best: Outcome,
    /// The best sets at other η.
    pub(super) otherwise: Vec<(f64, Found)>,
    pub(super) fewest: Option<Fewest>,
}

/// The answer for a need.
pub(super) fn answer(
    asked: &Asked<'_>,
    need: &Need,
    offers: &Offers,
    depths: &[f64],
    searched: Searched,
) -> PartnerAnswer {
    let Searched {
        best: found,
        otherwise,
        fewest,
    } = searched;
    let otherwise = otherwise.into_iter().map(|(eta, best)| Otherwise {
        eta,
        partners: asked.codes(&best.partners),
        risk: best.risk,
    });
    let mut why = Why::default();
    let few = fewest.ok_or("not even all partners together would meet the need within the target");
    let few = why.take("fewest", few);
    let codes = |countries: &[_]| countries.iter().map(|one| code(asked.data, *one)).collect();
    PartnerAnswer {
        need_from: match need.basis {
            NeedBasis::Trade => "trade",
            NeedBasis::Assumed => "assumed",
        },
        need_of_world: need.of_world,
        need_t: need.tonnes,
        risk_without: offers.risk(|at| asked.roles[at] == Role::Own),
        risk_with_all: offers.risk(|at| asked.roles[at] != Role::Excluded),
        best: asked.set(offers, &found.best.partners),
        otherwise: otherwise.collect(),
        alternatives: found
            .alternatives
            .iter()
            .map(|other| Alternative {
                partners: asked.codes(&other.partners),
                risk: other.risk,
            })
            .collect(),
        more_alternatives: found.more,
        proof: proof(offers, &found),
        fewest: few.map(|few| {
            let worths = asked.worths(offers, &few.partners);
            asked.set_of(&few.partners, &few.mix, &worths)
        }),
        candidates: asked.candidates(offers, depths),
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
    pub(super) fn codes(&self, partners: &[usize]) -> Vec<String> {
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
