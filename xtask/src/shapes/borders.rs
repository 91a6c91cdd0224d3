//! The lines between countries, each once: plain borders and disputed ones.

use std::collections::BTreeMap;

use super::choose::{Choice, Figure};
use super::codes::is_disputed;
use super::crossing::Spot;
use super::path::Path;
use super::projection::equal_earth_inverse;

/// Path data of the two kinds of lines.
pub(super) struct Borders {
    /// To be drawn solid.
    pub(super) plain: String,
    /// To be drawn dashed.
    pub(super) disputed: String,
}

/// The pieces that two drawn countries have in common.
pub(super) fn borders(choice: &Choice, drawn: &[Vec<Spot>]) -> Borders {
    let mut owners: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (id, figure) in &choice.figures {
        let Figure::Area(grounds) = figure else {
            continue;
        };
        for step in grounds
            .iter()
            .flat_map(|ground| ground.rings.iter().flatten())
        {
            owners.entry(step.piece).or_default().push(id);
        }
    }
    let (mut plain, mut disputed) = (Path::default(), Path::default());
    for (piece, ids) in owners {
        let [one, other] = ids[..] else { continue };
        for (contested, run) in runs(&drawn[piece], |at| is_disputed(one, other, at)) {
            if contested {
                disputed.line(run);
            } else {
                plain.line(run);
            }
        }
    }
    Borders {
        plain: plain.data(),
        disputed: disputed.data(),
    }
}

/// Cuts a line into runs of segments for whose middles (degrees) a question has the same answer.
fn runs(line: &[Spot], question: impl Fn((f64, f64)) -> bool) -> Vec<(bool, &[Spot])> {
    let answers: Vec<_> = line
        .windows(2)
        .map(|pair| {
            let middle = |a: i32, b: i32| f64::from(a + b) / 20.0;
            let (x, y) = (middle(pair[0].0, pair[1].0), middle(pair[0].1, pair[1].1));
            question(equal_earth_inverse(x, y))
        })
        .collect();
    let mut runs = Vec::new();
    let mut begin = 0;
    for (index, &answer) in answers.iter().enumerate() {
        if answers.get(index + 1) != Some(&answer) {
            runs.push((answer, &line[begin..=index + 1]));
            begin = index + 1;
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_cover_a_line_and_share_the_joints() {
        // Longitude grows to the right of the middle of the map.
        let line = [(4000, 2000), (4700, 2000), (4900, 2000), (5500, 2000)];
        let runs = runs(&line, |(lon, _)| lon > 12.0);
        assert_eq!(runs, [(false, &line[..3]), (true, &line[2..])]);
    }
}
