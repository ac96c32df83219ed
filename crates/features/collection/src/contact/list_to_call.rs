//! Whom to call, worst first: who broke a promise, then who is late longest and with most; who was called today and who
//! has promised for a day to come come last.

use crate::contact::log::latest_calls;
use crate::contact::model::{
    AskCalls, CallLine, CallOutcome, CallRank, CallsPage, PromiseLine, PromiseStanding, RankCount, ToCall,
};
use crate::contact::standing::{self, Of};
use crate::looking_back;
use crate::model::LateLine;
use crate::queries::words;
use kernel::id::{LoanId, PartyId};
use kernel::{Day, Money, Result};
use office::context::Read;
use office::order::{Rank, in_order};
use office::page::{as_meant, page_of};
use std::collections::BTreeMap;

pub fn calls(cx: &Read<'_>, input: AskCalls) -> Result<CallsPage> {
    as_meant(
        cx,
        &input.text,
        |page: &CallsPage| page.people == 0,
        |reading| {
            let late: Vec<LateLine> = looking_back::lines(cx, cx.today(), &words(reading), input.fund)?;
            page(cx, &input, late)
        },
    )
}

fn page(cx: &Read<'_>, input: &AskCalls, late: Vec<LateLine>) -> Result<CallsPage> {
    let mut found = people(cx, late)?;
    let ranks = CallRank::ALL.iter().map(|rank| count(*rank, &found)).collect::<Result<_>>()?;
    found.retain(|one| input.rank.is_none_or(|rank| rank == one.rank));
    found.sort_by(|one, other| {
        let worse = (other.dpd, other.overdue, &one.loan_no).cmp(&(one.dpd, one.overdue, &other.loan_no));
        one.rank.cmp(&other.rank).then(worse)
    });
    in_order(&mut found, input.order.as_ref(), |line, key| {
        Some(match key {
            "name" => Rank::from(&line.name),
            "loan" => (&line.loan_no).into(),
            "dpd" => line.dpd.into(),
            "overdue" => line.overdue.into(),
            "outstanding" => line.outstanding.into(),
            "called" => line.last_call.as_ref().map(|call| call.on).into(),
            "promise" => line.promise.as_ref().map(|promise| promise.due).into(),
            "last" => line.last_payment.into(),
            _ => return None,
        })
    });
    let people = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let overdue = Money::sum(found.iter().map(|one| one.overdue))?;
    Ok(CallsPage { lines: page_of(found, input.offset, input.limit), people, overdue, ranks })
}

fn count(rank: CallRank, people: &[ToCall]) -> Result<RankCount> {
    let own = || people.iter().filter(|one| one.rank == rank);
    Ok(RankCount { rank, people: own().count() as i64, overdue: Money::sum(own().map(|one| one.overdue))? })
}

/// The late loans by their borrowers, with the last call and the newest promise of each.
fn people(cx: &Read<'_>, late: Vec<LateLine>) -> Result<Vec<ToCall>> {
    let today = cx.today();
    let called: BTreeMap<LoanId, CallLine> = latest_calls(cx, today)?;
    let mut promised: BTreeMap<LoanId, PromiseLine> = BTreeMap::new();
    for promise in standing::promises(cx, Of::Late(today))? {
        if !matches!(promise.standing, PromiseStanding::Withdrawn | PromiseStanding::Replaced) {
            promised.insert(promise.loan, promise);
        }
    }
    let mut people: BTreeMap<PartyId, Vec<LateLine>> = BTreeMap::new();
    for line in late {
        people.entry(line.party).or_default().push(line);
    }
    let person = |mut loans: Vec<LateLine>| -> Result<Option<ToCall>> {
        loans.sort_by_key(|line| std::cmp::Reverse((line.dpd, line.overdue)));
        let Some(worst) = loans.first() else { return Ok(None) };
        let last_call =
            loans.iter().filter_map(|line| called.get(&line.loan)).max_by_key(|call| (call.at, call.call)).cloned();
        let promise = loans.iter().filter_map(|line| promised.get(&line.loan));
        let promise = promise.max_by_key(|one| (one.made_on, one.promise)).cloned();
        Ok(Some(ToCall {
            party: worst.party,
            name: worst.name.clone(),
            mobile: masked(&worst.mobile),
            loan: worst.loan,
            loan_no: worst.loan_no.clone(),
            loans: i64::try_from(loans.len()).unwrap_or(i64::MAX),
            dpd: worst.dpd,
            band: worst.band,
            since: worst.since,
            overdue: Money::sum(loans.iter().map(|line| line.overdue))?,
            outstanding: Money::sum(loans.iter().map(|line| line.outstanding))?,
            last_payment: loans.iter().filter_map(|line| line.last_payment).max(),
            rank: rank(last_call.as_ref(), promise.as_ref(), today),
            wrong_number: last_call.as_ref().is_some_and(|call| call.outcome == CallOutcome::WrongNumber),
            last_call,
            promise,
        }))
    };
    people.into_values().filter_map(|loans| person(loans).transpose()).collect()
}

fn rank(call: Option<&CallLine>, promise: Option<&PromiseLine>, today: Day) -> CallRank {
    let stands = promise.map(|promise| promise.standing);
    if stands == Some(PromiseStanding::Open) {
        return CallRank::Promised;
    }
    if call.is_some_and(|call| call.on == today) {
        return CallRank::CalledToday;
    }
    match stands {
        Some(PromiseStanding::Broken | PromiseStanding::Partly) => CallRank::Broken,
        _ => CallRank::Late,
    }
}

/// Only the last three digits of a number.
pub fn masked(mobile: &str) -> String {
    let count = mobile.chars().count();
    mobile.chars().enumerate().map(|(place, one)| if place + 3 < count { '•' } else { one }).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn of_a_number_three_digits_are_seen() {
        assert_eq!(super::masked("0551234567"), "•••••••567");
        assert_eq!(super::masked(""), "");
    }
}
