//! The figures of a view as JSON: what the command line prints for the same question.

use serde::Serialize;

use super::Taken;
use crate::i18n::EN_TAKE;
use crate::report::{Figures, Shock, ShockDraws, StudyFigures};
use crate::risk::intervals::{DRAWS, SEED};
use crate::state::View;

impl Taken<'_> {
    /// The view's figures as JSON.
    ///
    /// # Errors
    /// Why there are none.
    pub fn json(&self) -> Result<String, String> {
        match self.state.view {
            View::Map => written(&Figures::of(&self.sources, &self.case(None))),
            View::Minerals => written(&self.all(DRAWS)),
            View::Dependence => written(&self.dependence()),
            View::Shock => written(&Shock {
                simulation: self.drawn.clone(),
                ..self.shock(0)?
            }),
            View::Alliances => written(&self.allied()?.figures),
            View::Study => written(&self.study_figures()?),
            View::Data => Err(EN_TAKE.nothing.to_owned()),
        }
    }

    /// The same with what else may happen drawn so many times, where a scenario is told. It takes its time.
    #[must_use]
    pub fn drawn(mut self, draws: u32) -> Self {
        if self.state.view == View::Shock && self.state.scenario.is_some() {
            self.drawn = self.shock(draws).ok().and_then(|shock| shock.simulation);
        }
        self
    }

    pub(super) fn study_figures(&self) -> Result<StudyFigures, String> {
        let (_, claims, agreements) = self.study()?;
        Ok(StudyFigures::of(self.data(), &agreements, &claims))
    }

    fn shock(&self, draws: u32) -> Result<Shock, String> {
        let told = self.told()?;
        let draws = ShockDraws {
            seed: self.state.seed.map_or(SEED, u64::from),
            draws,
        };
        let (sources, scenario) = (&self.sources, &told.scenario);
        let assumed = &told.assumptions;
        let shock = Shock::of(
            sources,
            &self.state,
            self.importer,
            scenario,
            assumed,
            draws,
        );
        shock.map_err(|why| why.to_string())
    }
}

fn written(figures: &impl Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(figures).map_err(|error| error.to_string())
}
