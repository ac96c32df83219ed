//! Reading the terms of a loan.

use crate::reader::{
    Fields, Problem, Read, day, each, integer, list, money, number, percent, positive, share, truth, wanted, weekday,
    word,
};
use lending::{
    Advance, Basis, Bucket, Holiday, HolidayRule, MonthDay, NonWorkingDay, Period, Split, Terms, WorkCalendar,
};
use serde_norway::Value;

pub(super) fn terms(value: &Value) -> Read<Terms> {
    let mut fields = Fields::of("loan", value)?;
    let mut terms = Terms::plain(
        fields.read_wanted("principal", money)?,
        fields.read_wanted("instalments", positive)?,
        fields.read_wanted("every", period)?,
        fields.read_wanted("start", day)?,
    );
    terms.disbursed = fields.read("disbursed", day)?;
    terms.basis = basis(&mut fields)?;
    terms.first_due = fields.read("first_due", day)?;
    terms.min_days_to_first_due = fields.read("min_days_to_first_due", number)?;
    terms.month_day = fields.read("month_day", month_day)?.unwrap_or_default();
    terms.length = fields.read("length", length)?;
    terms.unit = fields.read("unit", money)?.unwrap_or(terms.unit);
    terms.upfront = fields.read("upfront_percent", percent)?.unwrap_or_default();
    terms.grace = fields.read("grace", number)?.unwrap_or_default();
    terms.grace_within = fields.read("grace_within", truth)?.unwrap_or_default();
    terms.split = split(&mut fields)?;
    terms.calendar = calendar(&mut fields)?;
    terms.fee_first = fields.read("fee_first", truth)?.unwrap_or_default();
    terms.advance = fields.read("advance", advance)?.unwrap_or_default();
    terms.arrears_grace_days = fields.read("arrears_grace_days", number)?.unwrap_or_default();
    terms.arrears_buckets = fields.read("arrears_buckets", buckets)?.unwrap_or(terms.arrears_buckets);
    fields.finish()?;
    Ok(terms)
}

/// `{months: 1}`: exactly one key.
pub(super) fn period(value: &Value) -> Read<Period> {
    let mut fields = Fields::of("every", value)?;
    let periods = [
        fields.read("days", positive)?.map(Period::Days),
        fields.read("weeks", positive)?.map(Period::Weeks),
        fields.read("months", positive)?.map(Period::Months),
        fields.read("hijri_months", positive)?.map(Period::HijriMonths),
    ];
    fields.finish()?;
    let mut given = periods.into_iter().flatten();
    match (given.next(), given.next()) {
        (Some(period), None) => Ok(period),
        _ => Err(wanted("one period", value)),
    }
}

/// A fixed length may be given in days, weeks or months, not in Hijri months.
fn length(value: &Value) -> Read<Period> {
    match period(value)? {
        Period::HijriMonths(_) => Err(wanted("days, weeks or months", value)),
        period => Ok(period),
    }
}

fn basis(fields: &mut Fields<'_>) -> Read<Basis> {
    let submitted = fields.read("submitted", day)?;
    let is_submission = fields
        .read("basis", |value| word(value, &[("submission", true), ("payout", false), ("disbursement", false)]))?;
    match (is_submission.unwrap_or(false), submitted) {
        (true, Some(day)) => Ok(Basis::Submission(day)),
        (true, None) => Err(Problem::unreadable("loan: the key submitted is missing")),
        (false, _) => Ok(Basis::Payout),
    }
}

fn month_day(value: &Value) -> Read<MonthDay> {
    let words = [
        ("same_day", MonthDay::SameDay),
        ("first_of_next_month", MonthDay::FirstOfNextMonth),
        ("last_of_month", MonthDay::LastOfMonth),
    ];
    word(value, &words)
}

fn split(fields: &mut Fields<'_>) -> Read<Split> {
    let weights = fields.read("weights", |value| each(value, share))?;
    let name = fields.read("split", |value| {
        word(value, &[("equal_then_last", 0), ("running", 1), ("ceil_then_last", 2), ("weights", 3)])
    })?;
    match (name.unwrap_or(0), weights) {
        (0, None) => Ok(Split::EqualThenLast),
        (1, None) => Ok(Split::Running),
        (2, None) => Ok(Split::CeilThenLast),
        (3, Some(weights)) => Ok(Split::Weights(weights)),
        (_, Some(_)) => Err(Problem::unreadable("weights: wanted split: weights beside it")),
        (_, None) => Err(Problem::unreadable("loan: the key weights is missing")),
    }
}

fn calendar(fields: &mut Fields<'_>) -> Read<WorkCalendar> {
    Ok(WorkCalendar {
        weekend: fields.read("weekend", |value| each(value, weekday))?.unwrap_or_default(),
        on_non_working_day: fields.read("on_non_working_day", non_working_day)?.unwrap_or_default(),
        holidays: fields.read("holidays", |value| each(value, holiday))?.unwrap_or_default(),
    })
}

fn non_working_day(value: &Value) -> Read<NonWorkingDay> {
    let words = [
        ("next_working_day", NonWorkingDay::NextWorkingDay),
        ("previous_working_day", NonWorkingDay::PreviousWorkingDay),
        ("same_day", NonWorkingDay::SameDay),
    ];
    word(value, &words)
}

fn holiday(value: &Value) -> Read<Holiday> {
    let mut fields = Fields::of("holiday", value)?;
    let from = fields.read_wanted("from", day)?;
    let to = fields.read_wanted("to", day)?;
    let repay_on = fields.read("repay_on", day)?;
    let named = repay_on.map(HolidayRule::Fixed);
    let words = [
        ("next_working_day", Some(HolidayRule::NextWorkingDay)),
        ("previous_working_day", Some(HolidayRule::PreviousWorkingDay)),
        ("next_instalment", Some(HolidayRule::NextInstalment)),
        ("fixed", named),
        ("moratorium", Some(HolidayRule::Moratorium)),
        ("same_day", Some(HolidayRule::SameDay)),
    ];
    let rule = fields.read("rule", |value| word(value, &words))?.unwrap_or(Some(HolidayRule::default()));
    fields.finish()?;
    let rule = rule.ok_or_else(|| Problem::unreadable("holiday: the key repay_on is missing"))?;
    if repay_on.is_some() && named != Some(rule) {
        return Err(Problem::unreadable("repay_on: wanted rule: fixed beside it"));
    }
    Ok(Holiday { from, to, rule })
}

pub(super) fn advance(value: &Value) -> Read<Advance> {
    word(value, &[("next", Advance::Next), ("last", Advance::Last), ("spread", Advance::Spread)])
}

pub(super) fn buckets(value: &Value) -> Read<Vec<Bucket>> {
    each(value, bucket)
}

/// `[1, 30]` or `[181, null]`.
pub(super) fn bucket(value: &Value) -> Read<Bucket> {
    let [from, to] = list(value)? else { return Err(wanted("two numbers", value)) };
    let days = |value: &Value| i32::try_from(integer(value)?).map_err(|_| wanted("a number of days", value));
    let to = if to.is_null() { None } else { Some(days(to)?) };
    Ok(Bucket::new(days(from)?, to))
}
