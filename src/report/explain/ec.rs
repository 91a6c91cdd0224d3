//! The derivation of the European Commission's supply risk.

use super::derivation::{ASSESSMENT, Draft, DraftStep, TABLE, TRADE};
use super::importer;
use super::world::mix_step;
use crate::risk::importer::{Case, EcBasis};
use crate::risk::{Measured, Mixes};
use crate::units::Share;

/// R3.
pub(super) fn supply_risk(case: &Case<'_>) -> Measured<Draft> {
    let importer = importer::of(case)?;
    let ec = &importer.risk.ec;
    let value = ec.risk.value?.value;
    let mixes = ec.risk.mixes.unwrap_or(Mixes::Both);
    let commission = ec.basis == EcBasis::Commission;
    let mut steps = Vec::new();
    if mixes != Mixes::SourcingOnly {
        let mix = ec.global.as_ref().map_err(|why| *why)?;
        let source = if commission { ASSESSMENT } else { TABLE };
        steps.push(mix_step(
            "HHI_GS",
            "world supply, weighted by governance and trade",
            mix,
            source,
        ));
    }
    if mixes != Mixes::GlobalOnly {
        let mix = ec.sourcing.as_ref().map_err(|why| *why)?;
        let source = if commission { ASSESSMENT } else { TRADE };
        let meaning = "the importer's sourcing, weighted by governance and trade";
        steps.push(mix_step("HHI_B", meaning, mix, source));
    }
    let mut last = DraftStep::new("SR", "supply risk", formula(mixes), value)
        .input(
            "RIR",
            "end-of-life recycling input rate",
            ec.risk.terms.eol_rir?.fraction(),
            "",
            ASSESSMENT,
        )
        .input(
            "SI",
            "substitution index of supply risk, 1 without a substitute",
            ec.risk.terms.substitution_index?.fraction(),
            "",
            ASSESSMENT,
        );
    if mixes == Mixes::Both {
        let reliance = ec.risk.terms.import_reliance.map(Share::fraction)?;
        if commission {
            last = last.input("IR", "import reliance", reliance, "", ASSESSMENT);
        } else {
            steps.extend(importer::reliance_steps(case, importer)?);
        }
    }
    steps.push(last);
    let mut assumptions = vec![
        "Governance is political stability alone, where the Commission averages six dimensions.",
    ];
    if !commission {
        assumptions.push(
            "The Commission's formula applied to another importer or other figures: recycling and substitution are those \
             of its assessment of the European Union.",
        );
        assumptions.push(importer::UNLIKE);
    }
    Ok(Draft { steps, assumptions })
}

fn formula(mixes: Mixes) -> &'static str {
    match mixes {
        Mixes::Both => "(HHI_GS * IR / 2 + HHI_B * (1 - IR / 2)) * (1 - RIR) * SI",
        Mixes::GlobalOnly => "HHI_GS * (1 - RIR) * SI",
        Mixes::SourcingOnly => "HHI_B * (1 - RIR) * SI",
    }
}
