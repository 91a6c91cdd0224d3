//! US net import reliance and import sources.

use super::methods::says;

#[test]
fn a_reliance_of_more_than_all() {
    says(
        "reliance.json",
        "\"value\":\"67\"",
        "\"value\":\"670\"",
        "COBALT mcs2024 2023: 670 % is more than all; write the published percentage, at most 100",
    );
}

#[test]
fn a_reliance_in_words() {
    says(
        "reliance.json",
        "\"value\":\"E\"",
        "\"value\":\"net exporter\"",
        "Helium mcs2024 2023: \"net exporter\" is not a figure; write the published percentage, E, s or NA",
    );
}

#[test]
fn a_reliance_of_an_unknown_edition() {
    says(
        "reliance.json",
        "\"edition\":\"mcs2024\"",
        "\"edition\":\"mcs2030\"",
        "COBALT mcs2030 2023: unknown edition \"mcs2030\"; use an id of editions.json, or add the edition \
         there",
    );
}

#[test]
fn a_reliance_listed_twice() {
    says(
        "reliance.json",
        "\"commodity\":\"Helium\",\"edition\":\"mcs2024\",\"table\":\"salient\",\"of\":\"apparent \
         consumption\",\"year\":2023",
        "\"commodity\":\"Cobalt\",\"edition\":\"mcs2024\",\"table\":\"salient\",\"of\":\"apparent \
         consumption\",\"year\":2022",
        "Cobalt 2022: listed twice; keep the published figure",
    );
}

#[test]
fn a_part_of_the_imports_from_no_country() {
    says(
        "reliance.json",
        "\"iso3\":\"AUS\"",
        "\"iso3\":\"OZ\"",
        "Cobalt All Australia: unknown country \"OZ\"; use a code of countries.json, or add the country \
         there",
    );
}

#[test]
fn an_unknown_table() {
    says(
        "reliance.json",
        "\"figure2\"",
        "\"fig. 2\"",
        "COBALT mcs2024 2023: unknown table \"fig. 2\"; write figure2 or salient",
    );
}
