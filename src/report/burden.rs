//! What a mix of suppliers asks of people and nature, beside its risk, in the words of figures.

use serde::Serialize;

use super::absent::Why;
use super::figures::code;
use crate::alliance::{
    Agreement, Asked, Between, Burdens, Depths, FrontierMix, Key, Need, Present, SourcingBasis,
    Weighed, agreements,
};
use crate::data::CountryId;
use crate::risk::importer::{Case, Sources};
use crate::risk::{Absence, Measured};
use crate::units::total;

/// What is asked about burdens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BurdenQuestion {
    /// The place of the indicator among all.
    pub indicator: usize,
    /// w: how many points of risk a whole burden more than now counts; 0 leaves burdens out.
    pub weight: f64,
    /// η.
    pub eta: f64,
    /// The need as a fraction of world supply, where it is assumed and not taken from trade.
    pub need: Option<f64>,
}

impl BurdenQuestion {
    /// The indicator that the question opens with.
    pub const FIRST: &'static str = "ihdi";

    /// What the view of alliances asks.
    #[must_use]
    pub fn of(asked: &Asked, burdens: &Burdens) -> Self {
        let id = asked.indicator.as_deref().unwrap_or(Self::FIRST);
        Self {
            indicator: burdens.position(id).unwrap_or_default(),
            weight: asked.number(Key::Weight),
            eta: asked.assumed().eta,
            need: asked.need(),
        }
    }
}

/// One supplier's part of a mix.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BurdenRow {
    /// ISO 3166-1 alpha-3 code.
    pub country: String,
    /// A fraction of the need.
    pub share: f64,
    /// b, 0 to 1.
    pub burden: Option<f64>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// A mix with its risk and its burden.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MixBurden {
    /// Σ w·s², a shortage included.
    pub risk: f64,
    /// E, 0 to 1, when those without a value ask nothing, and nobody goes without.
    pub burden_low: f64,
    /// E when they ask all that one could.
    pub burden_high: f64,
    /// The part of the need that nobody would send.
    pub shortage: f64,
    /// Who sends how much, largest part first.
    pub mix: Vec<BurdenRow>,
}

/// A point of the frontier.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FrontierPoint {
    /// λ: points of risk that a whole burden is taken to be worth.
    pub lambda: f64,
    /// The risk.
    pub risk: f64,
    /// The burden.
    pub burden: f64,
}

/// Risk against burden, where there is an answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BurdenAnswer {
    /// `own` or `world`: whose shares stand for what the importer buys now.
    pub sourcing: Option<&'static str>,
    /// What the importer buys now, or the world where its own sourcing is not known.
    pub present: Option<MixBurden>,
    /// The least risky mix.
    pub least_risky: MixBurden,
    /// The mix with the largest adjusted effect at the weight asked for.
    pub adjusted: Option<MixBurden>,
    /// Δ: what that mix takes off the present risk.
    pub gain: Option<f64>,
    /// ΔE: what it adds to the present burden, those without a value counted as the heaviest.
    pub burden_change: Option<f64>,
    /// `Δ − w·max(0, ΔE)`.
    pub adjusted_gain: Option<f64>,
    /// The frontier, those without a value counted as the heaviest.
    pub frontier: Vec<FrontierPoint>,
    /// The frontier with them counted as the lightest; empty where everybody has a value.
    pub frontier_if_light: Vec<FrontierPoint>,
    /// Suppliers without a value.
    pub without_value: Vec<String>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// Risk and burden for one importer, mineral, stage, edition and year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BurdenFigures {
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
    /// The indicator's word.
    pub indicator: String,
    /// w.
    pub weight: f64,
    /// η, assumed.
    pub eta: f64,
    /// The answer.
    pub answer: Option<BurdenAnswer>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

impl BurdenFigures {
    /// The figures of a case, with the agreements that count.
    #[must_use]
    pub fn of(
        sources: &Sources<'_>,
        case: &Case<'_>,
        agreements: &[Agreement],
        burdens: &Burdens,
        question: &BurdenQuestion,
    ) -> Self {
        let (data, table) = (sources.data, case.table);
        let mut why = Why::default();
        let importer = case.importer.as_ref();
        let answer = answer(sources, case, agreements, burdens, question);
        let indicator = burdens.indicators.get(question.indicator);
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
            indicator: indicator.map_or_else(String::new, |indicator| indicator.id.clone()),
            weight: question.weight,
            eta: question.eta,
            answer: why.take("answer", answer),
            why,
        }
    }
}

/// The parts of a mix, before they are told.
struct Parts<'a> {
    sources: &'a Sources<'a>,
    burdens: &'a Burdens,
    indicator: usize,
}

impl Parts<'_> {
    fn told(&self, risk: f64, shortage: f64, parts: &[(CountryId, f64)]) -> MixBurden {
        let Between { low, high } =
            self.burdens
                .of_mix(self.indicator, parts.iter().copied(), shortage);
        let mut sent: Vec<_> = parts.iter().filter(|(_, share)| *share > 0.0).collect();
        sent.sort_by(|one, other| other.1.total_cmp(&one.1));
        let row = |(country, share): &(CountryId, f64)| {
            let mut why = Why::default();
            let known = self.burdens.of(self.indicator, *country);
            BurdenRow {
                country: code(self.sources.data, *country),
                share: *share,
                burden: why.take("burden", known.ok_or("the source has no value")),
                why,
            }
        };
        MixBurden {
            risk,
            burden_low: low,
            burden_high: high,
            shortage,
            mix: sent.into_iter().map(row).collect(),
        }
    }
}

fn answer(
    sources: &Sources<'_>,
    case: &Case<'_>,
    agreements: &[Agreement],
    burdens: &Burdens,
    question: &BurdenQuestion,
) -> Measured<BurdenAnswer> {
    let need = Need::of(sources, case, question.need)?;
    let importer = case.importer.as_ref().ok_or(Absence::NoImporter)?;
    let members = importer.members.as_slice();
    let mut counted = agreements::concerning(agreements, case.table.mineral, members);
    counted.retain(|agreement| agreement.lasts());
    let bound = |country| {
        let deepest = agreements::deepest(&counted, members, country);
        deepest.map_or(0.0, |depth| Depths::default().of(depth))
    };
    let offers = need.offers(question.eta, bound);
    let countries: Vec<CountryId> = need.producers().map(|one| one.country).collect();
    let known: Vec<Option<f64>> = countries
        .iter()
        .map(|country| burdens.of(question.indicator, *country))
        .collect();
    let read_as = |unknown: f64| {
        let all: Vec<f64> = known.iter().map(|known| known.unwrap_or(unknown)).collect();
        Weighed::new(&offers, &all)
    };
    let parts = Parts {
        sources,
        burdens,
        indicator: question.indicator,
    };
    let told = |mix: &FrontierMix| {
        let shares: Vec<_> = countries
            .iter()
            .copied()
            .zip(mix.shares.iter().copied())
            .collect();
        parts.told(mix.risk, mix.shortage, &shares)
    };
    let heavy = read_as(1.0);
    let present = Present::of(importer, Ok(&need), &counted, &Depths::default(), &[]);
    let sourcing = present.as_ref().map(|present| match present.basis {
        SourcingBasis::Own => "own",
        SourcingBasis::World => "world",
    });
    let sourcing = sourcing.map_err(|why| *why);
    let present = present.map(|present| {
        let shares: Vec<_> = present
            .suppliers
            .iter()
            .map(|one| (one.country, one.share))
            .collect();
        let risk = total(present.suppliers.iter().map(|one| {
            one.share * one.share * one.weight * (1.0 - question.eta * one.bound.unwrap_or(0.0))
        }));
        let rest = (1.0 - total(shares.iter().map(|(_, share)| *share))).max(0.0);
        // What comes from those that cannot be weighed may ask nothing or everything; nobody goes without it.
        MixBurden {
            shortage: 0.0,
            ..parts.told(risk, rest, &shares)
        }
    });
    let effect = present.as_ref().map_err(|why| *why).map(|present| {
        let mix = told(&heavy.adjusted(question.weight, present.burden_high));
        let gain = present.risk - mix.risk;
        let change = mix.burden_high - present.burden_high;
        (mix, gain, change)
    });
    let effect = effect.as_ref().map_err(|why| *why);
    let unknown = known.iter().any(Option::is_none);
    let missing = countries
        .iter()
        .zip(&known)
        .filter(|(_, known)| known.is_none());
    let mut why = Why::default();
    let adjusted_gain = effect.map(|(_, gain, change)| gain - question.weight * change.max(0.0));
    Ok(BurdenAnswer {
        least_risky: told(&heavy.mix(0.0)),
        adjusted: why.take("adjusted", effect.map(|(mix, ..)| mix.clone())),
        gain: why.take("gain", effect.map(|(_, gain, _)| *gain)),
        burden_change: why.take("burden_change", effect.map(|(.., change)| *change)),
        adjusted_gain: why.take("adjusted_gain", adjusted_gain),
        sourcing: why.take("sourcing", sourcing),
        present: why.take("present", present.as_ref().map_err(|why| *why).cloned()),
        frontier: points(&heavy),
        frontier_if_light: if unknown {
            points(&read_as(0.0))
        } else {
            Vec::new()
        },
        without_value: missing
            .map(|(country, _)| code(sources.data, *country))
            .collect(),
        why,
    })
}

fn points(weighed: &Weighed) -> Vec<FrontierPoint> {
    let point = |mix: &FrontierMix| FrontierPoint {
        lambda: mix.lambda,
        risk: mix.risk,
        burden: mix.burden,
    };
    weighed.frontier().iter().map(point).collect()
}
