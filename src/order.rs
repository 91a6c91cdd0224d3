//! Lists in order, by one routine for lists of every kind.
//!
//! The standard library's sorts are made anew for each type, some kilobytes a type, of which the page's program would
//! carry eight. Lists here are short: the longest is the registry's.

use std::cmp::Ordering;

/// Orders a list; what is equal keeps its order.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let mut places: Vec<usize> = (0..items.len()).collect();
    arrange(&mut places, &|one, other| {
        compare(&items[one], &items[other])
    });
    let mut unordered: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(
        places
            .into_iter()
            .filter_map(|place| unordered[place].take()),
    );
}

/// Orders a list by a key; what has the same key keeps its order.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// The one routine: it compares places, whatever stands there.
fn arrange(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|one, other| compare(*one, *other));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_equal_keeps_its_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by_key(&mut items, |(number, _)| *number);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn the_order_is_the_standard_librarys() {
        let mut items: Vec<u64> = (0..300).map(|at| at * 7919 % 263).collect();
        let mut expected = items.clone();
        expected.sort_by(|one, other| other.cmp(one));
        sort_by(&mut items, |one, other| other.cmp(one));
        assert_eq!(items, expected);
    }
}
