//! Scores of political stability.

use super::says;

#[test]
fn a_score_off_the_scale() {
    says(
        "governance.json",
        "\"0.91\"",
        "\"9.1\"",
        "AUS 2023: the score 9.1 is off the scale, -3.5 to 3.5; write the published estimate",
    );
}

#[test]
fn a_standard_error_of_nothing() {
    says(
        "governance.json",
        "\"0.21\"",
        "\"0\"",
        "AUS 2023: the standard error 0 is not positive; write the published standard error",
    );
}

#[test]
fn a_score_without_its_error() {
    says(
        "governance.json",
        "\"0.21\"",
        "\"NA\"",
        "AUS 2023: \"0.91\" and \"NA\" are not a score and its error; write both numbers, or NA for both",
    );
}

#[test]
fn scores_and_years_of_unequal_length() {
    says(
        "governance.json",
        "[\"0.9\",\"0.91\"]",
        "[\"0.9\"]",
        "AUS: 1 estimates and 2 standard errors for 2 years; give one of each for each year, NA where \
         missing",
    );
}

#[test]
fn a_score_for_a_code_that_is_no_country() {
    says(
        "governance.json",
        "\"AUS\":{",
        "\"R20\":{",
        "R20: unknown country \"R20\"; use a code of countries.json, or add the country there",
    );
}
