//! A statement's conditions, put together from what was asked, so that each is met by its index.

use database::Value;
use kernel::arabic::Reading;

/// Where a statement is narrowed, ordered and cut.
pub const WHICH: &str = "-- which, in order, one page";

/// Conditions with their values, joined by AND. `{}` of a condition is the next parameter.
#[derive(Default)]
pub struct Narrow {
    conditions: Vec<String>,
    pub values: Vec<Value>,
}

impl Narrow {
    /// A condition with as many values as it has places.
    pub fn and(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        let mut said = condition.to_owned();
        for value in values {
            self.values.push(value);
            said = said.replacen("{}", &format!("${}", self.values.len()), 1);
        }
        self.conditions.push(said);
    }

    /// One of several; nothing asked is nothing narrowed.
    pub fn one_of(&mut self, column: &str, names: impl ExactSizeIterator<Item = Value>) {
        if names.len() > 0 {
            let places = vec!["{}"; names.len()].join(", ");
            self.and(&format!("{column} IN ({places})"), names);
        }
    }

    /// Every word a person typed.
    pub fn words(&mut self, column: &str, reading: Option<&Reading>) {
        for word in reading.into_iter().flat_map(|read| read.text.split(' ')).filter(|word| !word.is_empty()).take(5) {
            let pattern = reading.map(|reading| reading.pattern(word)).unwrap_or_default();
            self.and(&format!("{column} LIKE {{}}"), [Value::from(pattern)]);
        }
    }

    pub fn said(&self) -> String {
        if self.conditions.is_empty() { String::new() } else { format!("WHERE {}", self.conditions.join(" AND ")) }
    }

    /// The statement with the conditions, an order and a page in the place that is kept for them.
    pub fn statement(&self, lines: &str, order: &str, limit: i64, offset: i64) -> (String, Vec<Value>) {
        let mut values = self.values.clone();
        values.extend([Value::from(limit), Value::from(offset.max(0))]);
        let page = format!("LIMIT ${} OFFSET ${}", values.len() - 1, values.len());
        (lines.replace(WHICH, &format!("{} {order} {page}", self.said())), values)
    }
}
