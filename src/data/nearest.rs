//! Which word was meant.

/// Of some words the one that resembles another most; of none, the empty one.
#[must_use]
pub fn nearest<'a>(word: &str, among: impl Iterator<Item = &'a str>) -> &'a str {
    let word = word.to_lowercase();
    let likeness = |other: &str| strsim::jaro_winkler(&word, &other.to_lowercase());
    let best = among.map(|other| (likeness(other), other));
    best.max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map_or("", |(_, word)| word)
}
