//! A derivation as text, to be copied.

use std::fmt;

use super::{Derivation, Rows, Step};

impl fmt::Display for Derivation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}: {}", self.figure, self.about)?;
        match self.value {
            Some(value) => writeln!(out, "= {}", number(value))?,
            None => writeln!(
                out,
                "no value: {}",
                self.why.of("value").unwrap_or_default()
            )?,
        }
        for (place, step) in self.steps.iter().enumerate() {
            writeln!(out, "\n{}. {step}", place + 1)?;
        }
        if !self.assumptions.is_empty() {
            writeln!(out, "\nAssumed")?;
        }
        for assumption in &self.assumptions {
            writeln!(out, "  {assumption}")?;
        }
        if !self.sources.is_empty() {
            writeln!(out, "\nSources")?;
        }
        for source in &self.sources {
            writeln!(
                out,
                "  {}: {} ({})",
                source.key, source.citation, source.licence
            )?;
        }
        Ok(())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = spaced(&self.unit);
        write!(
            out,
            "{}: {} = {} = {}{unit}",
            self.meaning,
            self.symbol,
            self.formula,
            number(self.value)
        )?;
        for input in &self.inputs {
            let (value, unit) = (number(input.value), spaced(&input.unit));
            let (symbol, meaning, source) = (input.symbol, &input.meaning, input.source);
            write!(out, "\n   {symbol} = {value}{unit}  {meaning} [{source}]")?;
        }
        self.rows.iter().try_for_each(|rows| write!(out, "{rows}"))
    }
}

impl fmt::Display for Rows {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for column in &self.columns {
            let (symbol, meaning, source) = (column.symbol, column.meaning, column.source);
            let unit = spaced(&column.unit);
            write!(
                out,
                "\n   {symbol}{unit}: {meaning} [{source}], by country:"
            )?;
        }
        for row in &self.rows {
            write!(out, "\n     {}", row.country)?;
            for (column, value) in self.columns.iter().zip(&row.values) {
                let value = value.map_or_else(|| "–".to_owned(), number);
                write!(out, "  {} {value}", column.symbol)?;
            }
            if !row.flag.is_empty() {
                write!(out, "  ({})", row.flag)?;
            }
        }
        Ok(())
    }
}

fn spaced(unit: &str) -> String {
    if unit.is_empty() {
        String::new()
    } else {
        format!(" {unit}")
    }
}

/// A number with as many digits as it takes to compute with it.
fn number(value: f64) -> String {
    value.to_string()
}
