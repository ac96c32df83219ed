//! Publishing by taking words out, never by putting any in.

use crate::findings::Span;
use crate::likeness::Topic;
use crate::look::{Contribution, Rules};
use crate::refusals::{PERSONAL_DATA, REMOVAL_OUTSIDE, REMOVALS_OVERLAP, RULE_UNKNOWN};
use kernel::{Refusal, Result, require};
use serde::{Deserialize, Serialize};

/// Words taken out of a contribution, and the rule by which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ModerationRemoval")]
pub struct Removal {
    /// Code points of the text as it came, the end excluded.
    #[ts(type = "number")]
    pub start: usize,
    #[ts(type = "number")]
    pub end: usize,
    /// 1–9.
    pub rule: u8,
}

impl Rules {
    /// The text as it is published: without what was removed, the mask in its place; of removals with only white space
    /// between them, one mask. What stays is the participant's own, letter by letter.
    ///
    /// # Errors
    /// Refused when a removal is of nothing or lies outside the text, when two overlap, when the rule of one does not
    /// exist, and when personal data still stand in what is left.
    pub fn publish(&self, text: &str, removals: &[Removal]) -> Result<String> {
        let original: Vec<char> = text.chars().collect();
        let mut spans = Vec::new();
        for removal in removals {
            let inside = removal.start < removal.end && removal.end <= original.len();
            require(inside, Refusal::new(REMOVAL_OUTSIDE).at("removals"))?;
            require(
                (1..=9).contains(&removal.rule),
                Refusal::new(RULE_UNKNOWN).with("rule", removal.rule).at("removals"),
            )?;
            spans.push(Span::new(removal.start, removal.end));
        }
        spans.sort_unstable();
        require(spans.windows(2).all(|two| !two[0].overlaps(two[1])), Refusal::new(REMOVALS_OVERLAP).at("removals"))?;
        let published = without(&original, spans, &self.settings.mask);
        let left = self.look(Contribution { text: &published, ..Contribution::default() }, &Topic::new(), &[]);
        let what = left.flags.iter().find(|flag| flag.kind.blocks()).and_then(|flag| flag.evidence.clone());
        let still = Refusal::new(PERSONAL_DATA).with("what", what.unwrap_or_default()).at("removals");
        require(!left.blocked(), still)?;
        Ok(published)
    }
}

/// The text with a mask in place of some spans, which stand in their order and do not overlap.
pub(crate) fn without(letters: &[char], spans: impl IntoIterator<Item = Span>, mask: &str) -> String {
    let mut published = String::with_capacity(letters.len() * 2);
    let mut kept_from = 0;
    let mut last: Option<Span> = None;
    for span in spans {
        let joins = last.is_some_and(|last| is_white(&letters[last.end..span.start]));
        if !joins {
            published.extend(&letters[kept_from..span.start]);
            published.push_str(mask);
        }
        kept_from = span.end;
        last = Some(span);
    }
    published.extend(&letters[kept_from..]);
    published
}

/// Whether there is nothing but white space; so is nothing at all.
fn is_white(letters: &[char]) -> bool {
    letters.iter().all(|letter| letter.is_whitespace())
}
