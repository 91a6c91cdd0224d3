//! The searches behind an answer, one after another and in slices, so that a page stays answerable meanwhile.

use super::super::absent::Why;
use super::answer::{Asked, Searched, answer};
use super::{PartnerFigures, PartnerQuestion};
use crate::alliance::{
    Agreement, ETA_RANGE, FewestSearch, Found, Need, Offers, Outcome, Producer, Role, Search,
    Wanted, agreements,
};
use crate::data::Dataset;
use crate::risk::importer::{Case, Sources};
use crate::risk::{Absence, Measured};

/// An inquiry into partners that goes on in slices.
#[derive(Debug, Clone)]
pub struct PartnerInquiry {
    /// The figures as far as no search is needed for them.
    head: PartnerFigures,
    work: Measured<Work>,
}

/// How far an inquiry is.
#[derive(Debug, Clone, PartialEq)]
pub struct SoFar {
    /// Branches looked at in the search for the best set.
    pub nodes: usize,
    /// The best set by now, by its countries' codes; none before the first.
    pub partners: Option<Vec<String>>,
    /// Its risk.
    pub risk: Option<f64>,
    /// No set has less risk.
    pub bound: f64,
}

#[derive(Debug, Clone)]
struct Work {
    need: Need,
    /// a of the deepest agreement with each candidate.
    depths: Vec<f64>,
    roles: Vec<Role>,
    offers: Offers,
    question: PartnerQuestion,
    search: Search,
    best: Option<Outcome>,
    /// Searches at other η, the next last, and what those found that are done.
    others: Vec<(f64, Search)>,
    otherwise: Vec<(f64, Found)>,
    fewest: FewestSearch,
}

impl PartnerInquiry {
    /// The inquiry into a case, with the agreements that count.
    #[must_use]
    pub fn new(
        sources: &Sources<'_>,
        case: &Case<'_>,
        counted: &[&Agreement],
        question: &PartnerQuestion,
    ) -> Self {
        let (data, table) = (sources.data, case.table);
        let mut why = Why::default();
        let importer = case.importer.as_ref();
        let members = importer.map_or(&[][..], |importer| importer.members.as_slice());
        let work = Need::of(sources, case, question.need).map(|need| {
            let depth = |producer: &Producer| {
                let deepest = agreements::deepest(counted, members, producer.country);
                deepest.map_or(0.0, |depth| question.depths.of(depth))
            };
            let depths = need.candidates.iter().map(depth).collect();
            Work::new(need, depths, question)
        });
        let head = PartnerFigures {
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
            answer: None,
            why,
        };
        Self { head, work }
    }

    /// Looks at so many branches more; true when every search is done.
    pub fn advance(&mut self, nodes: usize) -> bool {
        match &mut self.work {
            Ok(work) => work.advance(nodes),
            Err(_) => true,
        }
    }

    /// How far the search for the best set is; none where nothing is searched.
    #[must_use]
    pub fn so_far(&self, data: &Dataset) -> Option<SoFar> {
        let work = self.work.as_ref().ok()?;
        let (nodes, best, bound) = match &work.best {
            Some(outcome) => (outcome.nodes, Some(&outcome.best), outcome.bound),
            None => (work.search.nodes(), work.search.best(), work.search.bound()),
        };
        Some(SoFar {
            nodes,
            partners: best.map(|best| work.asked(data).codes(&best.partners)),
            risk: best.map(|best| best.risk),
            bound,
        })
    }

    /// The figures, with what the searches have found by now.
    #[must_use]
    pub fn finish(self, data: &Dataset) -> PartnerFigures {
        let mut head = self.head;
        let answer = self.work.map(|work| work.answer(data));
        head.answer = head.why.take("answer", answer);
        head
    }
}

impl Work {
    fn new(need: Need, depths: Vec<f64>, question: &PartnerQuestion) -> Self {
        let roles = need.roles(&question.choice);
        let offers_at = |eta: f64| {
            need.offers(eta, |country| {
                let mut candidates = need.candidates.iter();
                let at = candidates.position(|one| one.country == country);
                at.map_or(0.0, |at| depths[at])
            })
        };
        let offers = offers_at(question.eta);
        let wanted = Wanted::best(question.wanted.most);
        let others = [ETA_RANGE.1, ETA_RANGE.0];
        Self {
            search: Search::new(offers.clone(), &roles, question.wanted),
            best: None,
            others: others
                .map(|eta| (eta, Search::new(offers_at(eta), &roles, wanted)))
                .into(),
            otherwise: Vec::new(),
            fewest: FewestSearch::new(&offers, &roles, question.target),
            question: question.clone(),
            offers,
            roles,
            depths,
            need,
        }
    }

    fn advance(&mut self, nodes: usize) -> bool {
        if self.best.is_none() {
            if self.search.advance(nodes) {
                self.best = Some(self.search.clone().outcome());
            }
            return false;
        }
        if let Some((eta, search)) = self.others.last_mut() {
            if search.advance(nodes) {
                let found = (*eta, search.clone().outcome().best);
                self.otherwise.push(found);
                self.others.pop();
            }
            return false;
        }
        self.fewest.advance(nodes)
    }

    fn asked<'a>(&'a self, data: &'a Dataset) -> Asked<'a> {
        Asked {
            data,
            producers: self.need.producers().collect(),
            roles: &self.roles,
            largest: self.question.target.largest,
        }
    }

    fn answer(mut self, data: &Dataset) -> super::PartnerAnswer {
        let best = self.best.take();
        let searched = Searched {
            best: best.unwrap_or_else(|| self.search.clone().outcome()),
            otherwise: std::mem::take(&mut self.otherwise),
            fewest: self.fewest.clone().found(),
        };
        answer(
            &self.asked(data),
            &self.need,
            &self.offers,
            &self.depths,
            searched,
        )
    }
}
