//! Comparing a state with what a story expects of it. Only the keys that are present are compared.

use super::events::Entered;
use super::terms::bucket;
use crate::reader::{Fields, Problem, Read, amounts, day, each, integer, list, money, text, truth, wanted};
use kernel::{Day, Money};
use lending::{Bucket, Lateness, Row, State, Status};
use serde_norway::Value;
use std::collections::BTreeMap;
use std::fmt::Debug;

/// One line for every key that differs.
pub(super) fn compare(state: &State, on: Option<Day>, entered: &Entered, fields: Fields<'_>) -> Read<Vec<String>> {
    let lateness = on.map(|day| state.lateness(day)).transpose()?;
    let mut differences = Vec::new();
    for (key, value) in fields.rest() {
        let difference = of_rows(&key, value, state)
            .or_else(|| of_sums(&key, value, state))
            .or_else(|| (key == "allocated").then(|| allocated(value, state, entered)))
            .or_else(|| of_lateness(&key, value, lateness.as_ref()));
        match difference {
            Some(difference) => {
                let difference = difference.map_err(|problem| Problem::unreadable(format!("{key}: {problem}")))?;
                differences.extend(difference.map(|difference| format!("{key}: {difference}")));
            }
            None => return Err(Problem::unreadable(format!("unknown key {key}"))),
        }
    }
    Ok(differences)
}

/// What differs, if anything.
pub(super) type Difference = Read<Option<String>>;

pub(super) fn same<T: PartialEq + Debug>(wanted: Read<T>, found: T) -> Difference {
    let wanted = wanted?;
    Ok((wanted != found).then(|| format!("wanted {}, found {}", line(&wanted), line(&found))))
}

/// Days and amounts in the form the files have, on one line.
fn line(value: &impl Debug) -> String {
    let text = format!("{value:?}");
    text.replace('"', "")
}

/// An amount as the files write it, `1000.00`.
pub(super) fn plain(amount: Money) -> String {
    amount.to_string().replace(',', "")
}

fn plain_all(amounts: Vec<Money>) -> Vec<String> {
    amounts.into_iter().map(plain).collect()
}

pub(super) fn same_amount(value: &Value, found: Money) -> Difference {
    same(money(value).map(plain), plain(found))
}

pub(super) fn same_amounts(value: &Value, found: impl IntoIterator<Item = Money>) -> Difference {
    same(amounts(value).map(plain_all), plain_all(found.into_iter().collect()))
}

fn same_days(value: &Value, found: impl IntoIterator<Item = Day>) -> Difference {
    let texts = |days: Vec<Day>| days.into_iter().map(|day| day.to_string()).collect::<Vec<_>>();
    same(each(value, day).map(texts), texts(found.into_iter().collect()))
}

/// A day, or `none`.
fn same_day_or_none(value: &Value, found: Option<Day>) -> Difference {
    let wanted = match value.as_str() {
        Some("none") => Ok("none".to_owned()),
        _ => day(value).map(|day| day.to_string()),
    };
    same(wanted, found.map_or_else(|| "none".to_owned(), |day| day.to_string()))
}

/// The keys that go by rows.
fn of_rows(key: &str, value: &Value, state: &State) -> Option<Difference> {
    let rows = || state.rows.iter();
    Some(match key {
        "rows" => {
            let found = rows().map(|row| (row.due.to_string(), plain(row.principal), plain(row.fee))).collect();
            same(each(value, row), found)
        }
        "due" => same_days(value, rows().map(|row| row.due)),
        "nominal" => same_days(value, rows().map(|row| row.nominal)),
        "amounts" => same_amounts(value, rows().map(|row| row.principal)),
        "days" => same(each(value, integer), state.days_between().into_iter().map(i64::from).collect()),
        "balance_after" => same_amounts(value, state.balance_after()),
        "outstanding" => same_amounts(value, rows().map(Row::outstanding)),
        "paid" => same_amounts(value, rows().map(Row::paid)),
        "late_paid" => same_amounts(value, rows().map(|row| row.late_paid)),
        _ => return None,
    })
}

/// `[due day, principal]` or `[due day, principal, fee]`.
fn row(value: &Value) -> Read<(String, String, String)> {
    let (due, principal, fee) = match list(value)? {
        [due, principal] => (due, principal, Money::ZERO),
        [due, principal, fee] => (due, principal, money(fee)?),
        _ => return Err(wanted("a day and one or two amounts", value)),
    };
    Ok((day(due)?.to_string(), plain(money(principal)?), plain(fee)))
}

/// The keys that concern the loan as a whole.
fn of_sums(key: &str, value: &Value, state: &State) -> Option<Difference> {
    Some(match key {
        "balance" => same_amount(value, state.balance),
        "credit" => same_amount(value, state.credit),
        "paid_principal" => same_amount(value, state.paid_principal),
        "paid_fee" => same_amount(value, state.paid_fee),
        "written_off" => same_amount(value, state.written_off()),
        "status" => same(status(value), status_name(state.status)),
        "closed_on" => same_day_or_none(value, state.closed_on),
        "ends_on" => same(day(value).map(|day| day.to_string()), state.ends_on.to_string()),
        "restructured" => same(truth(value), state.restructured),
        "refused" => same(truth(value), false),
        _ => return None,
    })
}

fn status(value: &Value) -> Read<&'static str> {
    let name = text(value)?;
    let all = [Status::Active, Status::Overpaid, Status::Closed, Status::WrittenOff].map(status_name);
    all.into_iter().find(|status| *status == name).ok_or_else(|| Problem::unreadable(format!("unknown status {name}")))
}

fn status_name(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Overpaid => "overpaid",
        Status::Closed => "closed",
        Status::WrittenOff => "written_off",
    }
}

/// Per event id, where its money lies; only the named parts are compared. An event that was undone has money nowhere.
fn allocated(value: &Value, state: &State, entered: &Entered) -> Difference {
    let mut differences = Vec::new();
    for (id, parts) in Fields::of("allocated", value)?.rest() {
        let place = entered.places.get(&id).ok_or_else(|| Problem::unreadable(format!("no event has the id {id}")))?;
        let found = state.allocation(*place);
        let mut parts = Fields::of(&id, parts)?;
        let known = [
            ("principal", found.map(|allocation| allocation.principal)),
            ("fee", found.map(|allocation| allocation.fee)),
            ("credit", found.map(|allocation| allocation.credit)),
        ];
        for (part, amount) in known {
            if let Some(value) = parts.get(part) {
                let difference = same_amount(value, amount.unwrap_or_default())?;
                differences.extend(difference.map(|difference| format!("{id} {part}: {difference}")));
            }
        }
        parts.finish()?;
    }
    Ok((!differences.is_empty()).then(|| differences.join(", ")))
}

/// The keys of lateness, which need a day.
fn of_lateness(key: &str, value: &Value, lateness: Option<&Lateness>) -> Option<Difference> {
    let keys = [
        "overdue",
        "overdue_principal",
        "overdue_since",
        "dpd",
        "delinquent",
        "delinquent_since",
        "bucket",
        "row_ageing",
    ];
    if !keys.contains(&key) {
        return None;
    }
    let Some(lateness) = lateness else {
        return Some(Err(Problem::unreadable("wanted the key on beside it")));
    };
    Some(match key {
        "overdue" => same_amount(value, lateness.overdue),
        "overdue_principal" => same_amount(value, lateness.overdue_principal),
        "overdue_since" => same_day_or_none(value, lateness.overdue_since),
        "dpd" => same(integer(value), i64::from(lateness.dpd)),
        "delinquent" => same(integer(value), i64::from(lateness.delinquent)),
        "delinquent_since" => same_day_or_none(value, lateness.delinquent_since),
        "bucket" => same(bucket_name(value), lateness.bucket.map_or_else(|| "none".to_owned(), name_of)),
        "row_ageing" => {
            let found = lateness.row_ageing.iter().map(|(days, amount)| (name_of(*days), plain(*amount))).collect();
            same(ageing(value), found)
        }
        _ => return None,
    })
}

/// `[1, 30]`, or `none`.
fn bucket_name(value: &Value) -> Read<String> {
    if value.as_str() == Some("none") { Ok("none".to_owned()) } else { bucket(value).map(name_of) }
}

/// `31-60`, and `181-` without an end.
fn name_of(bucket: Bucket) -> String {
    bucket.to.map_or_else(|| format!("{}-", bucket.from), |to| format!("{}-{to}", bucket.from))
}

/// `{1-3: "250.00"}`; a bucket without an end may be written `181-`, `181+` or `181-null`.
fn ageing(value: &Value) -> Read<BTreeMap<String, String>> {
    let named = |(days, amount): (String, &Value)| {
        let days = days.strip_suffix("null").map_or_else(|| days.replace('+', "-"), ToOwned::to_owned);
        Ok((days, plain(money(amount)?)))
    };
    Fields::of("row_ageing", value)?.rest().into_iter().map(named).collect()
}
