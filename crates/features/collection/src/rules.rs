//! What collecting refuses, and the pure rules behind it.

use kernel::arabic::tidy_text;
use kernel::{Code, Refusal, Result, require};

kernel::refusals! {
    /// Nothing is owed of the loan.
    NOTHING_OWED = "collection.nothing_owed";
    TEXT_LONG = "collection.text_long";
    REASON_MISSING = "collection.reason_missing";
    /// The call is kept already.
    CALL_KEPT = "collection.call_kept";
    /// Who refuses or is in hardship says why.
    CALL_NOTE = "collection.call_note";
    PROMISE_MISSING = "collection.promise_missing";
    /// A promise with an outcome that is none.
    PROMISE_UNASKED = "collection.promise_unasked";
    PROMISE_MADE = "collection.promise_made";
    PROMISE_AMOUNT = "collection.promise_amount";
    PROMISE_DAY = "collection.promise_day";
    /// One is open: the new one must say why it takes its place.
    PROMISE_OTHER_OPEN = "collection.promise_other_open";
    /// What it is to take the place of is not the open promise of the loan.
    PROMISE_REPLACES = "collection.promise_replaces";
    PROMISE_NOT_OPEN = "collection.promise_not_open";
    /// What is kept of collecting is not changed or removed.
    APPEND_ONLY = "collection.append_only";
    /// Nothing is to be reminded of: paid, paused, put off, reminded of before, or the day of the step is over.
    REMINDER_NOT_DUE = "collection.reminder_not_due";
    REMINDER_MADE = "collection.reminder_made";
    REMINDER_EMPTY = "collection.reminder_empty";
    REMINDER_SENT = "collection.reminder_sent";
    /// The borrower wants no messages, or took back a consent.
    REMINDER_UNWISHED = "collection.reminder_unwished";
    RULE_STEPS = "collection.rule_steps";
    RULE_STEP_DAYS = "collection.rule_step_days";
    RULE_STEP_TWICE = "collection.rule_step_twice";
    /// A word in brackets that stands for nothing.
    RULE_SLOT = "collection.rule_slot";
    RULE_TEXT = "collection.rule_text";
    RULE_NUMBER = "collection.rule_number";
    RULE_PERCENT = "collection.rule_percent";
    /// The table of provisions is a decision of somebody.
    RULE_DECIDED = "collection.rule_decided";
    RULE_CHANGED = "collection.rule_changed";
    RULE_SAME = "collection.rule_same";
    NOT_LATE = "collection.not_late";
    NO_LOANS = "collection.no_loans";
    /// The loan is not closed.
    NOT_CLOSED = "collection.not_closed";
    ANSWER_RANGE = "collection.answer_range";
}

/// Characters of a text.
pub const LONGEST: usize = 1_000;

/// A text that may say nothing.
///
/// # Errors
/// Longer than [`LONGEST`].
pub fn text(field: &'static str, typed: &str) -> Result<String> {
    let tidy = tidy_text(typed);
    require(tidy.chars().count() <= LONGEST, Refusal::new(TEXT_LONG).with("most", LONGEST).at(field))?;
    Ok(tidy)
}

/// A text that must say something.
///
/// # Errors
/// Nothing was said, or too much.
pub fn said(field: &'static str, typed: &str, missing: Code) -> Result<String> {
    let tidy = text(field, typed)?;
    require(!tidy.trim().is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}
