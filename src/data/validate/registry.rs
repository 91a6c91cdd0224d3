//! The registries: what exists and what it is called. Everything else refers to these.

use super::report::Report;
use super::words::evidence;
use crate::data::{
    Bloc, Country, CriticalityList, Dataset, Edition, EditionKind, Group, Mineral, raw,
};

/// Groups and minerals, ordered by slug.
pub(super) fn minerals(dataset: &mut Dataset, raw: raw::Minerals<'_>, report: &mut Report) {
    let file = "minerals.json";
    for group in raw.groups {
        if dataset.groups.iter().any(|known| known.id == group.id) {
            report.add(
                file,
                format!("group {}", group.id),
                "listed twice",
                "keep one entry",
            );
        }
        dataset.groups.push(Group {
            id: group.id,
            name: group.name,
        });
    }
    for mineral in raw.minerals {
        let place = if mineral.slug.is_empty() {
            mineral.name.clone()
        } else {
            mineral.slug.clone()
        };
        if !is_slug(&mineral.slug) {
            report.add(
                file,
                &place,
                format!(
                    "the slug {:?} is not lower-case letters, digits and hyphens",
                    mineral.slug
                ),
                "write it the way links do, such as rare-earths",
            );
        }
        if mineral.name.is_empty() || mineral.usage.is_empty() {
            report.add(
                file,
                &place,
                "name or use is empty",
                "write both in a few words",
            );
        }
        let group = dataset
            .groups
            .iter()
            .position(|group| group.id == mineral.group);
        if group.is_none() {
            report.add(
                file,
                &place,
                format!("unknown group {:?}", mineral.group),
                "use a group listed in the same file, or list it there",
            );
        }
        dataset.minerals.push(Mineral {
            slug: mineral.slug,
            name: mineral.name,
            group: group.unwrap_or_default(),
            usage: mineral.usage,
            note: mineral.note,
        });
    }
    dataset
        .minerals
        .sort_by(|one, other| one.slug.cmp(&other.slug));
    twice(
        file,
        dataset.minerals.iter().map(|mineral| &mineral.slug),
        "slug",
        report,
    );
    twice(
        file,
        dataset.minerals.iter().map(|mineral| &mineral.name),
        "name",
        report,
    );
}

/// Countries and territories, ordered by code.
pub(super) fn countries(dataset: &mut Dataset, raw: Vec<raw::Country<'_>>, report: &mut Report) {
    let file = "countries.json";
    for country in raw {
        let iso3 = &country.iso3;
        if iso3.len() != 3 || !iso3.bytes().all(|byte| byte.is_ascii_uppercase()) {
            report.add(
                file,
                iso3,
                "not an ISO 3166-1 alpha-3 code",
                "write three capital letters; Kosovo is XKX",
            );
        }
        if country.name.is_empty() || country.region.is_empty() {
            report.add(file, iso3, "name or region is empty", "fill in both");
        }
        let (outlined, point) = (country.map != "point", country.map != "area");
        if !["area", "small", "point"].contains(&country.map) {
            report.add(
                file,
                iso3,
                format!("unknown kind of place on the map {:?}", country.map),
                "write area, small or point",
            );
        }
        match country.at {
            None if outlined => report.add(
                file,
                iso3,
                "drawn as an area but without an anchor",
                "give its anchor on the map's plane in at",
            ),
            Some((x, y)) if !(x.is_finite() && y.is_finite() && x >= 0.0 && y >= 0.0) => report
                .add(
                    file,
                    iso3,
                    format!("the anchor {x}, {y} is off the map"),
                    "give its anchor on the map's plane in at",
                ),
            _ => {}
        }
        dataset.countries.push(Country {
            iso3: country.iso3,
            name: country.name,
            region: country.region,
            at: country.at,
            outlined,
            point,
        });
    }
    dataset
        .countries
        .sort_by(|one, other| one.iso3.cmp(&other.iso3));
    twice(
        file,
        dataset.countries.iter().map(|country| &country.iso3),
        "code",
        report,
    );
    twice(
        file,
        dataset.countries.iter().map(|country| &country.name),
        "name",
        report,
    );
}

/// Editions, in the file's order.
pub(super) fn editions(dataset: &mut Dataset, raw: Vec<raw::Edition<'_>>, report: &mut Report) {
    let file = "editions.json";
    for edition in raw {
        let kind = match edition.kind {
            "usgs" => EditionKind::Usgs,
            "ec" => EditionKind::Ec,
            other => {
                report.add(
                    file,
                    &edition.id,
                    format!("unknown kind {other:?}"),
                    "write usgs or ec, which say how stages and years are read",
                );
                EditionKind::Usgs
            }
        };
        let (first, last) = edition.years;
        if first > last {
            report.add(
                file,
                &edition.id,
                format!("the years {first} to {last} run backwards"),
                "write the first year first",
            );
        }
        if kind == EditionKind::Ec && edition.period.is_none() {
            report.add(
                file,
                &edition.id,
                "an average without a period",
                "name it in period",
            );
        }
        dataset.editions.push(Edition {
            id: edition.id,
            name: edition.name,
            publisher: edition.publisher,
            doi: edition.doi,
            licence: edition.licence,
            published: edition.published,
            kind,
            years: edition.years,
            reserves_year: edition.reserves_year,
            period: edition.period,
        });
    }
    twice(
        file,
        dataset.editions.iter().map(|edition| &edition.id),
        "id",
        report,
    );
}

/// Blocs, in the file's order.
pub(super) fn blocs(dataset: &mut Dataset, raw: Vec<raw::Bloc<'_>>, report: &mut Report) {
    let file = "blocs.json";
    for bloc in raw {
        let mut members = Vec::with_capacity(bloc.members.len());
        for iso3 in bloc.members {
            match dataset.country_by_iso3(iso3) {
                Some(id) if members.contains(&id) => twice_named(file, &bloc.id, iso3, report),
                Some(id) => members.push(id),
                None => unknown_country(file, &bloc.id, iso3, report),
            }
        }
        if members.is_empty() {
            report.add(
                file,
                &bloc.id,
                "no members",
                "list at least one, or leave the bloc out",
            );
        }
        members.sort_unstable();
        let evidence = evidence(file, &bloc.id, bloc.evidence, report);
        dataset.blocs.push(Bloc {
            id: bloc.id,
            name: bloc.name,
            members,
            since: bloc.since,
            source: bloc.source,
            evidence,
        });
    }
    twice(
        file,
        dataset.blocs.iter().map(|bloc| &bloc.id),
        "id",
        report,
    );
}

/// Official lists, in the file's order.
pub(super) fn lists(dataset: &mut Dataset, raw: Vec<raw::List<'_>>, report: &mut Report) {
    let file = "lists.json";
    for list in raw {
        let mut members = Vec::with_capacity(list.members.len());
        for slug in list.members {
            match dataset.mineral_by_slug(slug) {
                Some(id) if members.contains(&id) => twice_named(file, &list.id, slug, report),
                Some(id) => members.push(id),
                None => report.add(
                    file,
                    &list.id,
                    format!("unknown mineral {slug:?}"),
                    "use a slug of minerals.json, or add the mineral there",
                ),
            }
        }
        members.sort_unstable();
        let mut via = Vec::with_capacity(list.via.0.len());
        for (slug, group) in list.via.0 {
            match dataset
                .mineral_by_slug(slug)
                .filter(|id| members.binary_search(id).is_ok())
            {
                Some(id) => via.push((id, group)),
                None => report.add(
                    file,
                    &list.id,
                    format!("{slug:?} is named in via but is no member"),
                    "add it to members or take it out of via",
                ),
            }
        }
        let evidence = evidence(file, &list.id, list.evidence, report);
        dataset.lists.push(CriticalityList {
            id: list.id,
            name: list.name,
            jurisdiction: list.jurisdiction,
            year: list.year,
            source: list.source,
            evidence,
            complete: list.complete,
            members,
            via,
            without_figures: list.without_figures,
        });
    }
    twice(
        file,
        dataset.lists.iter().map(|list| &list.id),
        "id",
        report,
    );
}

/// Notes a code that `countries.json` does not have.
pub(super) fn unknown_country(file: &'static str, place: &str, iso3: &str, report: &mut Report) {
    report.add(
        file,
        place,
        format!("unknown country {iso3:?}"),
        "use a code of countries.json, or add the country there",
    );
}

/// Notes an entry that one list names two times.
fn twice_named(file: &'static str, place: &str, entry: &str, report: &mut Report) {
    report.add(
        file,
        place,
        format!("{entry} is a member twice"),
        "keep one of the two",
    );
}

/// Notes every word that two entries share.
fn twice<'a>(
    file: &'static str,
    words: impl Iterator<Item = &'a String>,
    what: &str,
    report: &mut Report,
) {
    let mut words: Vec<&String> = words.collect();
    words.sort_unstable();
    for pair in words.windows(2) {
        if pair[0] == pair[1] {
            let problem = format!("two entries have this {what}");
            report.add(file, pair[0], problem, "rename one of them or take it out");
        }
    }
}

fn is_slug(text: &str) -> bool {
    let lower = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.bytes().all(|byte| lower(byte) || byte == b'-')
        && text.bytes().next().is_some_and(lower)
        && !text.ends_with('-')
}
