//! Evaluates the formulas of derivations, as a reader with a pocket calculator would.

use std::collections::BTreeMap;

use adit::report::explain::{Rows, Step};

/// The numbers that a formula can name.
type Numbers = BTreeMap<&'static str, f64>;

/// The value of a step's formula; earlier steps' values are in `known`.
pub(crate) fn evaluate(step: &Step, known: &Numbers) -> f64 {
    let mut numbers = known.clone();
    numbers.extend(step.inputs.iter().map(|input| (input.symbol, input.value)));
    let mut formula = Formula {
        text: step.formula,
        at: 0,
        rows: step.rows.as_ref(),
        numbers,
    };
    let value = formula.sum();
    assert_eq!(
        formula.at,
        step.formula.len(),
        "the rest of {:?} is not read",
        step.formula
    );
    value
}

struct Formula<'a> {
    text: &'static str,
    at: usize,
    rows: Option<&'a Rows>,
    numbers: Numbers,
}

impl Formula<'_> {
    fn peek(&mut self) -> Option<u8> {
        while self.text.as_bytes().get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        self.text.as_bytes().get(self.at).copied()
    }

    fn takes(&mut self, sign: u8) -> bool {
        let there = self.peek() == Some(sign);
        self.at += usize::from(there);
        there
    }

    fn expect(&mut self, sign: u8) {
        assert!(
            self.takes(sign),
            "{:?} lacks {:?} at {}",
            self.text,
            char::from(sign),
            self.at
        );
    }

    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        loop {
            if self.takes(b'+') {
                value += self.product();
            } else if self.takes(b'-') {
                value -= self.product();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut value = self.power();
        loop {
            if self.takes(b'*') {
                value *= self.power();
            } else if self.takes(b'/') {
                value /= self.power();
            } else {
                return value;
            }
        }
    }

    fn power(&mut self) -> f64 {
        let base = self.term();
        if self.takes(b'^') {
            base.powf(self.power())
        } else {
            base
        }
    }

    fn term(&mut self) -> f64 {
        if self.takes(b'(') {
            let value = self.sum();
            self.expect(b')');
            return value;
        }
        let word = self.word();
        if let Ok(number) = word.parse() {
            return number;
        }
        match word {
            "sum" => self.over_rows(),
            "clamp" => {
                let [value, low, high] = self.arguments();
                value.clamp(low, high)
            }
            "ratio" => {
                let [part, whole] = self.arguments();
                if whole > 0.0 { part / whole } else { 0.0 }
            }
            symbol => *self
                .numbers
                .get(symbol)
                .unwrap_or_else(|| panic!("{symbol} of {:?} is not given", self.text)),
        }
    }

    fn arguments<const N: usize>(&mut self) -> [f64; N] {
        self.expect(b'(');
        let arguments = std::array::from_fn(|place| {
            if place > 0 {
                self.expect(b',');
            }
            self.sum()
        });
        self.expect(b')');
        arguments
    }

    /// The sum over rows that have every number.
    fn over_rows(&mut self) -> f64 {
        self.expect(b'(');
        let start = self.at;
        let rows = self.rows.expect("the step has rows");
        let mut total = 0.0;
        let outer = self.numbers.clone();
        for row in &rows.rows {
            let values = rows.columns.iter().zip(&row.values);
            let given: Vec<_> = values
                .filter_map(|(column, value)| Some((column.symbol, (*value)?)))
                .collect();
            if given.len() < rows.columns.len() {
                continue;
            }
            self.at = start;
            self.numbers.extend(given);
            total += self.sum();
            self.numbers.clone_from(&outer);
        }
        self.at = start;
        self.skip();
        total
    }

    /// Past the closing parenthesis of what stands here.
    fn skip(&mut self) {
        let mut depth = 1;
        for (place, byte) in self.text.bytes().enumerate().skip(self.at) {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.at = place + 1;
                return;
            }
        }
        panic!("{:?} is not closed", self.text);
    }

    fn word(&mut self) -> &'static str {
        self.peek();
        let rest = &self.text[self.at..];
        let letter = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let length = rest.find(|c| !letter(c)).unwrap_or(rest.len());
        assert!(length > 0, "{:?} has no term at {}", self.text, self.at);
        self.at += length;
        &rest[..length]
    }
}
