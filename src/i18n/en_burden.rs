//! What a mix of suppliers asks of people and nature, in English.

use super::burden::BurdenWords;

/// The words in English.
pub const EN_BURDEN: BurdenWords = BurdenWords {
    heading: "Risk against burden on people and nature",
    note: "In this model, each point of the line is a mix that has less risk only for more burden. Risk is Σ w·s², burden is \
           Σ s·b: the shares of suppliers times what an indicator says of their country, from 0, its lightest end, to 1, its \
           heaviest. The indicator is of a whole country; no mine is measured. Suppliers are assumed to be able to send all \
           that they make, and existing agreements to bind as the view of alliances assumes.",
    indicator: "Burden by",
    source: |measure, year, source, licence| format!("{measure}, {year}. {source}. {licence}."),
    weight: "Weight of a burden",
    weight_note: "How many points of risk a whole burden more than now would count. It is a judgement, not a measurement; 0 \
                  leaves burdens out.",
    risk: "Risk",
    burden: "Burden",
    mix: "Mix",
    from: "Mostly from",
    present: "Bought now",
    as_the_world: "As the world buys",
    least_risky: "Least risky",
    adjusted: "At this weight",
    spoken: |name, risk, burden| format!("{name}, risk {risk}, burden {burden}"),
    between: |low, high| format!("{low} to {high}"),
    finding: |gain, change, adjusted| {
        format!(
            "In this model, the mix at this weight would take {gain} points off the risk of what is bought now and change the \
             burden by {change}: an adjusted effect of {adjusted}."
        )
    },
    without: |countries| {
        format!(
            "No value for {countries}: the thick line and the choice of the mix count them as the heaviest, the thin line as \
             the lightest."
        )
    },
    nothing: |why| format!("There is no answer here: {why}."),
    short: |part| format!("{part} would be sent by nobody"),
};
