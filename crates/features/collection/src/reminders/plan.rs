//! The schedule: which step an instalment stands at on a day. Pure.

use crate::reminders::text;
use crate::rules::{LONGEST, RULE_NUMBER, RULE_STEP_DAYS, RULE_STEP_TWICE, RULE_STEPS, RULE_TEXT};
use kernel::id::ProductId;
use kernel::{Day, Refusal, Result, require};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// When a message is due, and what it says of the instalment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReminderStep {
    /// For loans of one product; for all others where none is named.
    #[serde(default)]
    pub product: Option<ProductId>,
    /// Days after the due day, −60 to 180; below zero before it.
    pub days: i32,
    /// One sentence; words in brackets stand for what is known.
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReminderRule {
    /// The line each message begins with, and the one it ends with; either may be empty.
    pub greeting: String,
    pub closing: String,
    pub steps: Vec<ReminderStep>,
    /// Days a reminder waits to be prepared, for days on which nobody is in the office: 0–14.
    pub keep_days: i32,
}

impl ReminderRule {
    /// The steps of loans of a product: its own, where it has any.
    fn of(&self, product: ProductId) -> impl Iterator<Item = &ReminderStep> {
        let own = self.steps.iter().any(|step| step.product == Some(product));
        let wanted = own.then_some(product);
        self.steps.iter().filter(move |step| step.product == wanted)
    }

    /// The step an instalment stands at on a day: the last that has come, while it still waits.
    pub fn step(&self, product: ProductId, due: Day, today: Day) -> Option<&ReminderStep> {
        let days = today.days_since(due);
        let come = self.of(product).filter(|step| step.days <= days);
        come.max_by_key(|step| step.days).filter(|step| days - step.days <= self.keep_days)
    }

    /// The due days that may be reminded of on a day.
    ///
    /// # Errors
    /// Days beyond what a day can be.
    pub fn window(&self, today: Day) -> Result<(Day, Day)> {
        let days = || self.steps.iter().map(|step| step.days);
        let longest = days().max().unwrap_or(0) + self.keep_days;
        Ok((today.plus_days(-longest)?, today.plus_days(-days().min().unwrap_or(0))?))
    }
}

/// # Errors
/// No steps, or too many; days out of range or twice; a text that is empty, too long, or names what is not known.
pub fn check(rule: &ReminderRule) -> Result<()> {
    require((1..=30).contains(&rule.steps.len()), Refusal::new(RULE_STEPS).at("steps"))?;
    let keep = Refusal::new(RULE_NUMBER).with("least", 0).with("most", 14).at("keep_days");
    require((0..=14).contains(&rule.keep_days), keep)?;
    let mut seen = BTreeSet::new();
    for step in &rule.steps {
        require((-60..=180).contains(&step.days), Refusal::new(RULE_STEP_DAYS).at("steps"))?;
        let fresh = seen.insert((step.product, step.days));
        require(fresh, Refusal::new(RULE_STEP_TWICE).with("days", step.days).at("steps"))?;
        require(!step.text.trim().is_empty(), Refusal::new(RULE_TEXT).with("most", LONGEST).at("steps"))?;
    }
    let texts = rule.steps.iter().map(|step| step.text.as_str()).chain([rule.greeting.as_str(), rule.closing.as_str()]);
    for written in texts {
        let fits = written.chars().count() <= LONGEST / 2;
        require(fits, Refusal::new(RULE_TEXT).with("most", LONGEST / 2).at("steps"))?;
        text::known(written)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]
    use super::*;
    use proptest::prelude::*;

    fn day(number: i32) -> Day {
        Day::from_ymd(2026, 6, 1).unwrap().plus_days(number).unwrap()
    }

    fn rule(days: &[i32], keep_days: i32) -> ReminderRule {
        let steps =
            days.iter().map(|days| ReminderStep { product: None, days: *days, text: "قسط".to_owned() }).collect();
        ReminderRule { greeting: String::new(), closing: String::new(), steps, keep_days }
    }

    fn product(number: u8) -> ProductId {
        ProductId::from_bytes([number; 16])
    }

    #[test]
    fn the_last_step_that_has_come_waits_some_days() {
        let rule = rule(&[-3, 0, 5], 2);
        let at = |today: i32| rule.step(product(1), day(10), day(today)).map(|step| step.days);
        let found: Vec<_> = (5..19).map(at).collect();
        let (before, on, after) = (Some(-3), Some(0), Some(5));
        let wanted = [None, None, before, before, before, on, on, on, None, None, after, after, after, None];
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_product_with_steps_of_its_own_has_no_others() {
        let mut rule = rule(&[-3, 0], 0);
        rule.steps.push(ReminderStep { product: Some(product(2)), days: 1, text: "قسط".to_owned() });
        let at = |of: u8, today: i32| rule.step(product(of), day(10), day(today)).map(|step| step.days);
        assert_eq!((at(1, 10), at(2, 10), at(2, 11)), (Some(0), None, Some(1)));
    }

    proptest! {
        #[test]
        fn each_step_waits_in_the_window_and_no_longer(
            days in prop::collection::btree_set(-60..180_i32, 1..8), keep in 0..14_i32, today in -200..200_i32,
        ) {
            let days: Vec<i32> = days.into_iter().collect();
            let rule = rule(&days, keep);
            let step = rule.step(product(1), day(0), day(today)).map(|step| step.days);
            let (from, until) = rule.window(day(today)).unwrap();
            if let Some(step) = step {
                prop_assert!(days.contains(&step) && step <= today && today - step <= keep);
                prop_assert!((from..=until).contains(&day(0)));
                prop_assert!(!days.iter().any(|other| *other > step && *other <= today), "a later one has come");
            } else {
                prop_assert!(!days.contains(&today), "a step falls on the day itself");
            }
        }
    }
}
