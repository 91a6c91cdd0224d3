//! Alliances: what an importer's agreements would change, and what a dominant supplier would do in return.

use serde::Serialize;

use super::absent::Why;
use super::counter::{Allied, CounterFigures, CounterQuestion};
use super::figures::code;
use crate::alliance::effect::{Assumed, gain, redundancy};
use crate::alliance::{
    Agreement, Asked, Depths, ETA_RANGE, Effect, Need, Present, Reading, SourcingBasis, agreements,
    text,
};
use crate::data::{CountryId, Evidence, Importer, SupplyTable};
use crate::risk::importer::{Case, ImporterCase, Sources};
use crate::risk::{Absence, Measured};
use crate::state::{Text, ViewState};
use crate::units::total;

/// What is asked about an alliance.
#[derive(Debug, Clone, PartialEq)]
pub struct AllianceQuestion<'a> {
    /// The agreements that count.
    pub agreements: Vec<&'a Agreement>,
    /// What projects are expected to add, as fractions of the need.
    pub projects: Vec<(CountryId, f64)>,
    /// η and what can move.
    pub assumed: Assumed,
    /// a of each depth.
    pub depths: Depths,
    /// The need as a fraction of world supply, where it is assumed and not taken from trade.
    pub need: Option<f64>,
    /// What is assumed about the leader's game.
    pub counter: CounterQuestion,
}

impl<'a> AllianceQuestion<'a> {
    /// The question about some agreements that is asked.
    #[must_use]
    pub fn of(asked: &Asked, agreements: Vec<&'a Agreement>) -> Self {
        Self {
            agreements,
            projects: asked.outputs(),
            assumed: asked.assumed(),
            depths: asked.depths(),
            need: asked.need(),
            counter: CounterQuestion {
                elasticities: asked.elasticities(),
                motives: asked.motives(),
            },
        }
    }
}

/// One agreement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AgreementFigures {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `memorandum`, `roadmap`, `bans-export-taxes` or `single-market`.
    pub depth: &'static str,
    /// Why.
    pub depth_reason: String,
    /// a, assumed for that depth.
    pub bound: f64,
    /// The other parties that supply the mineral.
    pub suppliers: Vec<String>,
    /// C: the part of world supply that they have.
    pub covered: f64,
    /// What the agreement alone would take off the risk.
    pub alone: f64,
    /// What would be lost of the alliance's effect without it.
    pub last: f64,
    /// `read` or `partly`.
    pub evidence: &'static str,
    /// Where it was read.
    pub source: String,
}

/// One supplier before and with the alliance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShiftRow {
    /// ISO 3166-1 alpha-3 code.
    pub country: String,
    /// Its part of the importer's sourcing.
    pub before: f64,
    /// The part with the alliance.
    pub after: f64,
    /// a of the deepest agreement with it; 0 without one.
    pub bound: f64,
}

/// What the alliance would change, in points of the risk Σ s²·G·t, 0 to 10 where nothing is restricted.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EffectFigures {
    /// Without it.
    pub before: f64,
    /// With it.
    pub after: f64,
    /// The difference.
    pub gain: f64,
    /// The smallest difference within what is assumed: η and the depths of agreements at the lower ends of their ranges.
    pub gain_low: f64,
    /// The largest: both at the upper ends.
    pub gain_high: f64,
    /// The part that comes from willingness.
    pub willingness: f64,
    /// The part that comes from buying elsewhere.
    pub resourcing: Option<f64>,
    /// The part that comes from projects.
    pub capacity: f64,
    /// The least and the most of each part within what is assumed.
    pub ranges: PartRanges,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// The least and the most that each channel takes off within what is assumed of agreements.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartRanges {
    /// Willingness.
    pub willingness: [f64; 2],
    /// Re-sourcing.
    pub resourcing: [f64; 2],
    /// Capacity.
    pub capacity: [f64; 2],
}

impl PartRanges {
    /// From the effect in the middle of what is assumed and at its ends.
    fn of(effects: &[&Effect]) -> Self {
        let range = |part: fn(&Effect) -> f64| {
            let parts = effects.iter().map(|effect| part(effect));
            parts.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], part| {
                [low.min(part), high.max(part)]
            })
        };
        Self {
            willingness: range(|effect| effect.willingness),
            resourcing: range(|effect| effect.resourcing),
            capacity: range(|effect| effect.capacity),
        }
    }
}

/// An alliance for one importer, mineral, stage, edition and year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AllianceFigures {
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
    /// η, assumed.
    pub eta: f64,
    /// The most that purchases could move in all, a fraction, assumed.
    pub movable: f64,
    /// `own` or `world`: whose shares stand for the importer's sourcing.
    pub sourcing: Option<&'static str>,
    /// The agreements that count.
    pub agreements: Vec<AgreementFigures>,
    /// How much of what they cover is covered twice, a fraction.
    pub redundancy: Option<f64>,
    /// What they would change.
    pub effect: Option<EffectFigures>,
    /// Suppliers, largest first.
    pub shift: Vec<ShiftRow>,
    /// What a dominant supplier would do.
    pub counter: Option<CounterFigures>,
    /// Suppliers without a governance estimate, which are left out.
    pub without_wgi: Vec<String>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// A link's question about alliances, and what it comes to.
#[derive(Debug, Clone)]
pub struct AllianceAnswer {
    /// Every agreement.
    pub known: Vec<Agreement>,
    /// What the link asks.
    pub asked: Asked,
    /// What the agreements that count come to.
    pub figures: AllianceFigures,
}

impl AllianceAnswer {
    /// The answer to a state, for a table and an importer.
    ///
    /// # Errors
    /// What is wrong with the table of agreements.
    pub fn of(
        sources: &Sources<'_>,
        state: &ViewState,
        table: &SupplyTable,
        importer: Option<Importer>,
    ) -> Result<Self, String> {
        let data = sources.data;
        let known = agreements::embedded(data).map_err(|error| error.to_string())?;
        let written = state.alliance.map_or("", Text::as_str);
        let asked = text::decode(written, data, &known).asked;
        let members = importer.map_or_else(Vec::new, |one| data.importer_members(one));
        let counted = asked.counted(&known, table.mineral, &members);
        let question = AllianceQuestion::of(&asked, counted);
        let figures = AllianceFigures::of(sources, &Case::of(sources, table, importer), &question);
        Ok(Self {
            known,
            asked,
            figures,
        })
    }
}

/// A case with what is known of its importer's need.
struct Inquiry<'a> {
    importer: &'a ImporterCase<'a>,
    need: Measured<Need>,
    projects: &'a [(CountryId, f64)],
    assumed: Assumed,
    depths: Depths,
}

impl Inquiry<'_> {
    fn present(&self, agreements: &[&Agreement], reading: Reading) -> Measured<Present> {
        let need = self.need.as_ref().map_err(|why| *why);
        let depths = self.depths.read(reading);
        Present::of(self.importer, need, agreements, &depths, self.projects)
    }

    /// What agreements would change when what is assumed of them is read otherwise.
    fn effect_at(&self, agreements: &[&Agreement], reading: Reading, eta: f64) -> Measured<Effect> {
        let assumed = Assumed {
            eta,
            ..self.assumed
        };
        let present = self.present(agreements, reading);
        present.map(|present| Effect::of(&present.suppliers, &assumed))
    }

    /// What some agreements would take off the risk; nothing where there is no risk to take anything off.
    fn gain(&self, agreements: &[&Agreement]) -> f64 {
        let present = self.present(agreements, Reading::Middle);
        present.map_or(0.0, |present| gain(&present.suppliers, &self.assumed))
    }
}

impl AllianceFigures {
    /// The figures of a case.
    #[must_use]
    pub fn of(sources: &Sources<'_>, case: &Case<'_>, question: &AllianceQuestion<'_>) -> Self {
        let (data, table) = (sources.data, case.table);
        let mut why = Why::default();
        let inquiry = case.importer.as_ref().map(|importer| Inquiry {
            importer,
            need: Need::of(sources, case, question.need),
            projects: &question.projects,
            assumed: question.assumed,
            depths: question.depths,
        });
        let inquiry = inquiry.ok_or(Absence::NoImporter);
        let known = inquiry.as_ref().map_err(|why| *why).and_then(|inquiry| {
            let present = inquiry.present(&question.agreements, Reading::Middle)?;
            let effect = Effect::of(&present.suppliers, &question.assumed);
            Ok((inquiry, present, effect))
        });
        let known = known.as_ref().map_err(|why| *why);
        let agreements = inquiry.as_ref().map_or_else(
            |_| Vec::new(),
            |inquiry| {
                let whole = known.map_or(0.0, |(_, _, effect)| effect.gain());
                rows(sources, case, inquiry, &question.agreements, whole)
            },
        );
        let covered: Vec<Vec<String>> =
            agreements.iter().map(|one| one.suppliers.clone()).collect();
        let twice = redundancy(&covered, |supplier| world_share(sources, case, supplier));
        let counter = known.and_then(|(inquiry, present, effect)| {
            let of_world = inquiry.need.as_ref().map(|need| need.of_world);
            let projects = question.projects.iter().map(|(_, output)| *output);
            let allied = Allied {
                members: &inquiry.importer.members,
                present,
                effect,
                of_world: of_world.map_err(|why| *why),
                projects: total(projects),
            };
            CounterFigures::of(data, case, &allied, &question.counter)
        });
        let need = inquiry.as_ref().map_err(|why| *why);
        let need = need.and_then(|inquiry| inquiry.need.as_ref().map(|_| ()).map_err(|why| *why));
        Self {
            mineral: data.mineral(table.mineral).slug.clone(),
            stage: table.stage.slug(),
            edition: data.edition(table.edition).id.clone(),
            year: table.year,
            importer: why.take(
                "importer",
                inquiry
                    .as_ref()
                    .map(|inquiry| data.importer_code(inquiry.importer.importer).to_owned()),
            ),
            eta: question.assumed.eta,
            movable: question.assumed.movable,
            sourcing: why.take(
                "sourcing",
                known.map(|(_, present, _)| match present.basis {
                    SourcingBasis::Own => "own",
                    SourcingBasis::World => "world",
                }),
            ),
            redundancy: why.take(
                "redundancy",
                twice.ok_or("no partner of these agreements supplies it"),
            ),
            agreements,
            effect: why.take(
                "effect",
                known.and_then(|(inquiry, _, effect)| {
                    let at = |reading, eta| inquiry.effect_at(&question.agreements, reading, eta);
                    let eta = question.assumed.eta;
                    let low = at(Reading::Least, ETA_RANGE.0.min(eta))?;
                    let high = at(Reading::Most, ETA_RANGE.1.max(eta))?;
                    Ok(figures(effect, need, (&low, &high)))
                }),
            ),
            shift: known.map_or_else(
                |_| Vec::new(),
                |(_, present, effect)| shift(sources, present, effect),
            ),
            counter: why.take("counter", counter),
            without_wgi: known.map_or_else(
                |_| Vec::new(),
                |(_, present, _)| {
                    let unscored = present.unscored.iter();
                    unscored.map(|country| code(data, *country)).collect()
                },
            ),
            why,
        }
    }
}

fn figures(effect: &Effect, need: Measured<()>, (low, high): (&Effect, &Effect)) -> EffectFigures {
    let mut why = Why::default();
    EffectFigures {
        before: effect.before,
        after: effect.after,
        gain: effect.gain(),
        gain_low: low.gain().min(effect.gain()),
        gain_high: high.gain().max(effect.gain()),
        willingness: effect.willingness,
        resourcing: why.take("resourcing", need.map(|()| effect.resourcing)),
        capacity: effect.capacity,
        ranges: PartRanges::of(&[effect, low, high]),
        why,
    }
}

fn rows(
    sources: &Sources<'_>,
    case: &Case<'_>,
    inquiry: &Inquiry<'_>,
    agreements: &[&Agreement],
    whole: f64,
) -> Vec<AgreementFigures> {
    let row = |agreement: &&Agreement| {
        let partners = agreement.partners_of(&inquiry.importer.members);
        let supply = &case.world.shares.ranked;
        let suppliers = supply.iter().filter(|row| partners.contains(&row.country));
        let others: Vec<&Agreement> = agreements
            .iter()
            .copied()
            .filter(|other| other.id != agreement.id)
            .collect();
        AgreementFigures {
            id: agreement.id.clone(),
            name: agreement.name.clone(),
            depth: agreement.depth.slug(),
            depth_reason: agreement.depth_reason.clone(),
            bound: inquiry.depths.of(agreement.depth),
            covered: total(suppliers.clone().map(|row| row.share.fraction())),
            suppliers: suppliers
                .map(|row| code(sources.data, row.country))
                .collect(),
            alone: inquiry.gain(&[agreement]),
            last: whole - inquiry.gain(&others),
            evidence: match agreement.evidence {
                Evidence::Read => "read",
                Evidence::Partly => "partly",
                Evidence::Secondary => "secondary",
            },
            source: agreement.source.clone(),
        }
    };
    agreements.iter().map(row).collect()
}

fn world_share(sources: &Sources<'_>, case: &Case<'_>, supplier: &str) -> f64 {
    let country = sources.data.country_by_iso3(supplier);
    let row = country.and_then(|country| case.world.shares.get(country));
    row.map_or(0.0, |row| row.share.fraction())
}

fn shift(sources: &Sources<'_>, present: &Present, effect: &Effect) -> Vec<ShiftRow> {
    let rows = present.suppliers.iter().zip(&effect.shares);
    let mut rows: Vec<ShiftRow> = rows
        .map(|(supplier, after)| ShiftRow {
            country: code(sources.data, supplier.country),
            before: supplier.share,
            after: *after,
            bound: supplier.bound.unwrap_or_default(),
        })
        .collect();
    rows.sort_by(|a, b| b.before.total_cmp(&a.before));
    rows
}
