//! The European Commission's assessments of criticality: what it put into its formula and what came out.
//!
//! Materials are the studies' own: most correspond to one of the dataset's minerals, some to none (wood, rubber,
//! groups of rare earths), and those keep their name. Shares and rates are in percent as published.

use serde::{Deserialize, Serialize};

use super::{CountryId, Evidence, MineralId, Reported, Stage, plain};

/// Everything that is known of the Commission's assessments.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Assessments {
    pub(super) studies: Vec<EcStudy>,
    pub(super) entries: Vec<EcAssessment>,
    pub(super) history: Vec<EcPoint>,
}

/// A study that assessments come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EcStudy {
    /// The year of the list it led to: 2017 or 2023.
    pub year: u16,
    /// Title.
    pub name: String,
    /// Digital object identifier, without a prefix; empty where it was not read.
    pub doi: String,
    /// Licence under which the figures may be reused.
    pub licence: String,
    /// The years that its averages cover, in words.
    pub period: String,
    /// First and last of those years; `None` where they were not read.
    pub years: Option<(u16, u16)>,
    /// Where each of its tables was read.
    pub source: String,
    /// What a reader must know before recomputing with it.
    pub notes: Vec<String>,
}

/// What one study says about one material.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EcAssessment {
    /// The study, by its year.
    pub year: u16,
    /// The material's name in the study.
    pub material: String,
    /// The mineral it corresponds to, if any; two materials never share one.
    pub mineral: Option<MineralId>,
    /// Supply risk as printed, to one decimal; the higher of the two stages'. Critical from 1.0 on.
    #[serde(with = "plain::maybe")]
    pub supply_risk: Option<f64>,
    /// Economic importance as printed, to one decimal. Critical from 2.8 on, together with the supply risk.
    #[serde(with = "plain::maybe")]
    pub economic_importance: Option<f64>,
    /// How well the two results are supported.
    pub evidence: Evidence,
    /// The stage whose supply risk is the material's.
    pub decisive_stage: Option<Stage>,
    /// Old scrap's part of the whole input, percent: one number for both stages.
    #[serde(with = "plain::maybe")]
    pub eol_rir_percent: Option<f64>,
    /// Substitution factor of the supply risk, at most 1; 1 is no substitute.
    #[serde(with = "plain::maybe")]
    pub si_sr: Option<f64>,
    /// Substitution factor of the economic importance, at most 1.
    #[serde(with = "plain::maybe")]
    pub si_ei: Option<f64>,
    /// How well the inputs are supported: rates, factors, import reliance and what was used.
    pub inputs_evidence: Option<Evidence>,
    /// Whether the row was misaligned where it was read and has been put right.
    pub realigned: bool,
    /// The stages that the study looks at, in the order of the chain.
    pub stages: Vec<EcStage>,
    /// What a reader must know before quoting a figure.
    pub notes: Vec<String>,
}

/// Which of its two mixes of suppliers the study used at a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MixUsed {
    /// Both, weighted by the import reliance.
    Both,
    /// The world's production alone.
    GlobalOnly,
    /// The union's sourcing alone.
    EuOnly,
}

/// What one study says about one material at one stage: extraction is mining, processing is refining.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EcStage {
    /// The stage.
    pub stage: Stage,
    /// Supply risk of the stage as printed.
    #[serde(with = "plain::maybe")]
    pub supply_risk: Option<f64>,
    /// The union's import reliance, percent, 0 to 100.
    #[serde(with = "plain::maybe")]
    pub import_reliance_percent: Option<f64>,
    /// Which mix the study used.
    pub used: Option<MixUsed>,
    /// The world's concentration, weighted by governance and trade, as printed (0 to 10 without restrictions).
    #[serde(with = "plain::maybe")]
    pub hhi_global: Option<f64>,
    /// The union's, in the same scale.
    #[serde(with = "plain::maybe")]
    pub hhi_eu: Option<f64>,
    /// Shares of world production, largest first as printed; empty where the study's tables have none.
    pub global: Vec<EcShare>,
    /// Shares of the union's sourcing, its own production included; shares under 1 % are not printed.
    pub eu: Vec<EcShare>,
}

/// One supplier in one of the two mixes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct EcShare {
    /// The supplier.
    pub country: CountryId,
    /// Percent of the mix; `Below` where the study gives only a bound.
    #[serde(with = "plain::cell")]
    pub percent: Reported,
    /// The study's trade variable t: 1 no restriction, 0.8 a member of the union, more with a restriction.
    #[serde(with = "plain::number")]
    pub trade_variable: f64,
}

/// Which rules an assessment followed: results of the two are not comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EcMethod {
    /// The rules of 2011 and 2014.
    Old,
    /// The rules since 2017.
    Revised,
}

/// A material's results in one of the five assessments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EcPoint {
    /// The material's name.
    pub material: String,
    /// The mineral it corresponds to, if any.
    pub mineral: Option<MineralId>,
    /// The assessment's year: 2011, 2014, 2017, 2020 or 2023.
    pub year: u16,
    /// The rules it followed.
    pub method: EcMethod,
    /// Supply risk as printed.
    #[serde(with = "plain::maybe")]
    pub supply_risk: Option<f64>,
    /// Economic importance as printed.
    #[serde(with = "plain::maybe")]
    pub economic_importance: Option<f64>,
}

impl Assessments {
    /// The studies, oldest first.
    #[must_use]
    pub fn studies(&self) -> &[EcStudy] {
        &self.studies
    }

    /// The study of a year.
    #[must_use]
    pub fn study(&self, year: u16) -> Option<&EcStudy> {
        self.studies.iter().find(|study| study.year == year)
    }

    /// Every assessment, ordered by year and material.
    #[must_use]
    pub fn all(&self) -> &[EcAssessment] {
        &self.entries
    }

    /// One study's assessments, ordered by material.
    #[must_use]
    pub fn of(&self, year: u16) -> &[EcAssessment] {
        let start = self.entries.partition_point(|entry| entry.year < year);
        let end = self.entries.partition_point(|entry| entry.year <= year);
        &self.entries[start..end]
    }

    /// What a study says about one of the dataset's minerals.
    #[must_use]
    pub fn get(&self, mineral: MineralId, year: u16) -> Option<&EcAssessment> {
        let wanted = |entry: &&EcAssessment| entry.mineral == Some(mineral);
        self.of(year).iter().find(wanted)
    }

    /// What a study says about a material of its own.
    #[must_use]
    pub fn material(&self, name: &str, year: u16) -> Option<&EcAssessment> {
        self.of(year).iter().find(|entry| entry.material == name)
    }

    /// Results of all assessments, ordered by material and year.
    #[must_use]
    pub fn history(&self) -> &[EcPoint] {
        &self.history
    }

    /// A mineral's results in all assessments, oldest first.
    pub fn history_of(&self, mineral: MineralId) -> impl Iterator<Item = &EcPoint> {
        let wanted = move |point: &&EcPoint| point.mineral == Some(mineral);
        self.history.iter().filter(wanted)
    }
}

impl EcAssessment {
    /// What the study says about one stage; `None` where it does not look at it.
    #[must_use]
    pub fn stage(&self, stage: Stage) -> Option<&EcStage> {
        self.stages.iter().find(|entry| entry.stage == stage)
    }
}
