//! Which official lists name the mineral.

use super::{Cell, Context, Table};
use crate::data::Evidence;

/// Every official list, newest first within its jurisdiction, and what it says of the state's mineral.
///
/// Absence from a list that was read only in part is unknown, not a "no".
pub(super) fn listings(context: &Context) -> Table {
    let (data, words) = (context.data, &context.words.lists);
    let mineral = context.table.mineral;
    let says = |list: &crate::data::CriticalityList| {
        let group = list.via.iter().find(|(one, _)| *one == mineral);
        if let Some((_, group)) = group {
            (words.named_within)(group)
        } else if list.members.contains(&mineral) {
            words.named.to_owned()
        } else if list.complete {
            words.not_named.to_owned()
        } else {
            words.unknown.to_owned()
        }
    };
    let read = |evidence| match evidence {
        Evidence::Read => words.read,
        Evidence::Partly => words.read_partly,
        Evidence::Secondary => words.read_elsewhere,
    };
    let mut lists: Vec<_> = data.lists().iter().collect();
    let place = |jurisdiction: &str| {
        data.lists()
            .iter()
            .position(|list| list.jurisdiction == jurisdiction)
    };
    crate::order::sort_by_key(&mut lists, |list| {
        (place(&list.jurisdiction), std::cmp::Reverse(list.year))
    });
    let rows = lists.into_iter().map(|list| {
        vec![
            Cell::text(list.name.clone()),
            Cell::text(says(list)),
            Cell::text(read(list.evidence)),
        ]
    });
    let mut sources: Vec<&str> = data
        .lists()
        .iter()
        .map(|list| list.source.as_str())
        .collect();
    sources.dedup();
    Table {
        caption: (words.caption)(context.mineral()),
        columns: [words.list, words.says, words.evidence]
            .map(str::to_owned)
            .into(),
        rows: rows.collect(),
        source: sources.join("; "),
        file: format!("adit-lists-{}", data.mineral(mineral).slug),
    }
}
