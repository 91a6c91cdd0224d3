//! Minerals, countries, editions, blocs and lists.

use super::{said, says};

#[test]
fn a_slug_that_no_link_could_carry() {
    says(
        "minerals.json",
        "\"slug\":\"cobalt\"",
        "\"slug\":\"Cobalt ore\"",
        "Cobalt ore: the slug \"Cobalt ore\" is not lower-case letters, digits and hyphens; write it \
         the way links do, such as rare-earths\n\
         lists.json, eu2023: unknown mineral \"cobalt\"; use a slug of minerals.json, or add the \
         mineral there\n\
         supply.json, cobalt mine mcs2024: unknown mineral \"cobalt\"; use a slug of minerals.json, or \
         add the mineral there\n\
         supply.json, cobalt refine ec2023: unknown mineral \"cobalt\"; use a slug of minerals.json, \
         or add the mineral there\n\
         supply.json, cobalt reserves mcs2024: unknown mineral \"cobalt\"; use a slug of \
         minerals.json, or add the mineral there",
    );
}

#[test]
fn two_minerals_of_one_slug() {
    let said = said(
        "minerals.json",
        "\"slug\":\"lithium\"",
        "\"slug\":\"cobalt\"",
    );
    let line =
        "minerals.json, cobalt: two entries have this slug; rename one of them or take it out";
    assert!(said.starts_with(line), "{said}");
}

#[test]
fn a_mineral_of_no_known_group() {
    says(
        "minerals.json",
        "\"group\":\"battery\",\"use\":\"battery cathodes\"",
        "\"group\":\"batteries\",\"use\":\"battery cathodes\"",
        "cobalt: unknown group \"batteries\"; use a group listed in the same file, or list it there",
    );
}

#[test]
fn a_country_code_of_two_letters() {
    says(
        "countries.json",
        "\"iso3\":\"NCL\"",
        "\"iso3\":\"NC\"",
        "NC: not an ISO 3166-1 alpha-3 code; write three capital letters; Kosovo is XKX\n\
         supply.json, cobalt refine ec2023: unknown country \"NCL\"; use a code of countries.json, or \
         add the country there",
    );
}

#[test]
fn two_countries_of_one_name() {
    says(
        "countries.json",
        "New Caledonia",
        "Australia",
        "Australia: two entries have this name; rename one of them or take it out",
    );
}

#[test]
fn an_area_without_an_anchor() {
    says(
        "countries.json",
        "\"at\":[200.0,110.0]",
        "\"at\":null",
        "USA: drawn as an area but without an anchor; give its anchor on the map's plane in at",
    );
}

#[test]
fn an_anchor_off_the_map() {
    says(
        "countries.json",
        "[200.0,110.0]",
        "[-3.0,110.0]",
        "USA: the anchor -3, 110 is off the map; give its anchor on the map's plane in at",
    );
}

#[test]
fn a_publisher_of_unknown_kind() {
    says(
        "editions.json",
        "\"kind\":\"usgs\"",
        "\"kind\":\"bgs\"",
        "mcs2024: unknown kind \"bgs\"; write usgs or ec, which say how stages and years are read",
    );
}

#[test]
fn an_average_without_its_period() {
    says(
        "editions.json",
        ",\"period\":\"2016-2020 average\"",
        "",
        "ec2023: an average without a period; name it in period",
    );
}

#[test]
fn a_bloc_with_an_unknown_member_and_one_named_twice() {
    says(
        "blocs.json",
        "[\"AUS\",\"USA\"]",
        "[\"AUS\",\"AUS\",\"UK\"]",
        "EU: AUS is a member twice; keep one of the two\n\
         blocs.json, EU: unknown country \"UK\"; use a code of countries.json, or add the country there",
    );
}

#[test]
fn a_membership_that_nobody_read() {
    says(
        "blocs.json",
        "\"read\"",
        "\"unverified\"",
        "EU: unknown evidence \"unverified\"; write read, secondary or partly; what nobody read is not \
         shipped",
    );
}

#[test]
fn a_list_whose_group_names_no_member() {
    says(
        "lists.json",
        "[\"cobalt\",\"lithium\"]",
        "[\"cobalt\"]",
        "eu2023: \"lithium\" is named in via but is no member; add it to members or take it out of via",
    );
}
