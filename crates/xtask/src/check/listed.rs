//! Exceptions from before a rule stood: one line each, in a file beside the rule. Such a list only shrinks: a line that is
//! needed no more is a problem itself.

use super::Problem;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

pub struct Listed<'a> {
    /// The list, from the root of the checkout.
    path: &'static str,
    lines: BTreeMap<&'a str, usize>,
    met: RefCell<BTreeSet<&'a str>>,
}

impl<'a> Listed<'a> {
    pub fn read(path: &'static str, text: &'a str) -> Self {
        Self { path, lines: text.lines().zip(1..).collect(), met: RefCell::default() }
    }

    /// Whether this exception is listed; it is not stale then.
    pub fn allows(&self, exception: &str) -> bool {
        let line = self.lines.get_key_value(exception).map(|(line, _)| *line);
        self.met.borrow_mut().extend(line);
        line.is_some()
    }

    /// The lines nobody asked for.
    pub fn stale(&self) -> Vec<Problem> {
        let met = self.met.borrow();
        let stale = self.lines.iter().filter(|(line, _)| !met.contains(*line));
        stale
            .map(|(exception, line)| {
                let mend = format!("«{exception}» is no exception any more; take this line out");
                Problem { file: self.path.to_owned(), line: *line, mend }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_needed_no_more_is_a_problem() {
        let listed = Listed::read("a.txt", "one\ntwo\n");
        assert!(listed.allows("two") && !listed.allows("three"));
        let stale = listed.stale();
        assert!(stale.len() == 1 && stale[0].to_string().starts_with("a.txt:1: «one»"), "{stale:?}");
    }
}
