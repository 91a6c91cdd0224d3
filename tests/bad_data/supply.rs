//! Production, refining and reserves.

use adit::data::{Dataset, Files};

use super::{GOOD, said, says};

#[test]
fn an_unknown_stage_and_an_unknown_edition() {
    says(
        "supply.json",
        "\"stage\":\"mine\",\"edition\":\"mcs2024\"",
        "\"stage\":\"mining\",\"edition\":\"mcs2042\"",
        "cobalt mining mcs2042: unknown stage \"mining\"; write mine, refine or reserves\n\
         supply.json, cobalt mining mcs2042: unknown edition \"mcs2042\"; use an id of editions.json, \
         or add the edition there",
    );
}

#[test]
fn an_empty_basis() {
    says(
        "supply.json",
        "\"basis\":\"share\"",
        "\"basis\":\"\"",
        "cobalt refine ec2023: basis is empty; say what is measured and in which unit",
    );
}

#[test]
fn a_country_nobody_knows() {
    says(
        "supply.json",
        "\"COD\":[\"144000\"",
        "\"ZAR\":[\"144000\"",
        "cobalt mine mcs2024: unknown country \"ZAR\"; use a code of countries.json, or add the country \
         there",
    );
}

#[test]
fn a_country_listed_twice() {
    says(
        "supply.json",
        "\"USA\":[\"500\",\"W\"]",
        "\"AUS\":[\"500\",\"W\"]",
        "cobalt mine mcs2024: AUS is listed twice; merge the two rows, with a note, or take one out",
    );
}

#[test]
fn a_negative_quantity() {
    says(
        "supply.json",
        "\"5830\"",
        "\"-5830\"",
        "cobalt mine mcs2024, AUS, figure 1: a quantity cannot be negative, but the cell is \"-5830\"; \
         write the published number, W, NA or 0",
    );
}

#[test]
fn figures_that_are_none_are_all_named() {
    says(
        "supply.json",
        "[\"5830\",\"4600e\"]",
        "[\"inf\",\"1,000\"]",
        "cobalt mine mcs2024, AUS, figure 1: \"inf\" is not a figure; write the published number, W, NA \
         or 0\n\
         supply.json, cobalt mine mcs2024, AUS, figure 2: \"1,000\" is not a figure; write the \
         published number, W, NA or 0",
    );
}

#[test]
fn fewer_figures_than_years() {
    says(
        "supply.json",
        "[\"5830\",\"4600e\"]",
        "[\"5830\"]",
        "cobalt mine mcs2024, AUS: 1 figures for 2 years; give one figure for each year",
    );
}

#[test]
fn years_that_run_backwards() {
    says(
        "supply.json",
        "\"years\":[2022,2023]",
        "\"years\":[2023,2022]",
        "cobalt mine mcs2024: the years [2023, 2022] are not a rising list; list each year once, \
         earliest first",
    );
}

#[test]
fn a_year_the_edition_does_not_report() {
    says(
        "supply.json",
        "\"years\":[2022,2023]",
        "\"years\":[2022,2024]",
        "cobalt mine mcs2024: the year 2024 is outside the edition's coverage, 2022 to 2023; name the \
         edition that reports this year",
    );
}

#[test]
fn reserves_of_an_edition_that_gives_none() {
    let said = said("editions.json", ",\"reserves_year\":2024", "");
    assert_eq!(
        said,
        "supply.json, cobalt reserves mcs2024: mcs2024 gives no reserves; name the edition the reserves \
         come from"
    );
}

#[test]
fn the_same_series_twice() {
    says(
        "supply.json",
        "\"stage\":\"reserves\",\"edition\":\"mcs2024\",\"unit\":\"t\",\"basis\":\"cobalt content\",\
         \"basis_key\":\"content\",\"years\":[2024]",
        "\"stage\":\"mine\",\"edition\":\"mcs2024\",\"unit\":\"t\",\"basis\":\"cobalt content\",\
         \"basis_key\":\"content\",\"years\":[2023]",
        "cobalt mine mcs2024: two series give the year 2023; merge them or take one out",
    );
}

#[test]
fn a_share_of_more_than_all() {
    says(
        "supply.json",
        "\"59.4\"",
        "\"594\"",
        "cobalt refine ec2023, 2020: COD has a share of 594 %; write the published share, at most 100",
    );
}

#[test]
fn shares_that_add_up_to_too_much() {
    says(
        "supply.json",
        "\"40.5\"",
        "\"60.5\"",
        "cobalt refine ec2023, 2020: the shares add up to 119.9 %; correct them so that they add up to \
         100",
    );
}

#[test]
fn a_world_smaller_than_one_of_its_countries() {
    says(
        "supply.json",
        "\"world\":[\"197000\"",
        "\"world\":[\"19700\"",
        "cobalt mine mcs2024, 2022: the world total 19700 is smaller than COD alone, 144000; correct \
         the figure, or list the year in contradicted if it is published so",
    );
}

#[test]
fn countries_that_add_up_to_more_than_the_world() {
    says(
        "supply.json",
        "\"other\":[\"46670\"",
        "\"other\":[\"86670\"",
        "cobalt mine mcs2024, 2022: the countries add up to 237000, the world total is 197000; correct \
         the figure, or list the year in contradicted if it is published so",
    );
}

#[test]
fn an_excluded_country_nobody_knows() {
    says(
        "supply.json",
        "[[],[\"USA\"]]",
        "[[],[\"US\"]]",
        "cobalt mine mcs2024: unknown country \"US\"; use a code of countries.json, or add the country \
         there",
    );
}

#[test]
fn a_series_without_a_country() {
    says(
        "supply.json",
        "{\"AUS\":[\"40.5\"],\"COD\":[\"59.4\"],\"NCL\":[\"<0.1\"]}",
        "{}",
        "cobalt refine ec2023, 2020: no country is listed; list the producers or take it out",
    );
}

#[test]
fn minerals_without_a_series() {
    let files = Files {
        supply: "{\"series\":[]}",
        ..GOOD
    };
    let said = Dataset::load(&files)
        .expect_err("there is nothing to show")
        .to_string();
    let said: Vec<&str> = said.lines().collect();
    let expected = ["cobalt", "lithium"].map(|slug| {
        format!("supply.json, {slug}: no series is of this mineral; add one, or take the mineral out of minerals.json")
    });
    assert_eq!(said, expected);
}

#[test]
fn a_set_without_minerals() {
    let said = Dataset::load(&Files {
        minerals: "{\"groups\":[],\"minerals\":[]}",
        supply: "{\"series\":[]}",
        lists: "[]",
        ..GOOD
    });
    let said = said.expect_err("there is nothing to show").to_string();
    assert_eq!(
        said,
        "minerals.json, minerals: there is no mineral; list at least one"
    );
}
