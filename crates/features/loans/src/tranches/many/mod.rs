//! Tranches that wait for the same step, looked at together and led on with one press. Each goes the very way it goes
//! alone – the same verb, the same rules, gates and approvals – whole or not at all; what is refused is named and stays
//! where it was.

pub mod approve_tranches;
pub mod pay_tranches;

use crate::inputs::{ChosenTranches, ListWaitingTranches, PayoutStep, PreviewPayment, WhichLoan};
use crate::model::{Tranche, TrancheState};
use crate::rules::{OWN_PAYOUT, TRANCHES_CHOSEN, TRANCHES_NONE};
use crate::sheet::{
    FundToPay, SkippedTranche, TrancheToLead, TranchesLed, TranchesPreview, WaitingTranche, WaitingTranches,
};
use crate::steps::TRANCHE;
use crate::store;
use crate::tranches::paying::pay_preview;
use crate::tranches::{self, OfLoan, conditions};
use database::{Row, Value, values};
use kernel::arabic::Reading;
use kernel::id::{FundId, TrancheId};
use kernel::{Failure, Money, Refusal, Result, require};
use ledger::{Method, fund};
use office::context::{Read, Write};
use office::order::order_by;
use office::page::{as_meant, limit_of};
use std::collections::{BTreeMap, BTreeSet};

/// Tranches one press leads on, at most.
const MOST: usize = 500;
/// Of those that were skipped, so many are named in the answer; the preview names all.
const NAMED: usize = 8;
/// Words of a question that are looked for.
const WORDS: usize = 4;

/// What each column of the list is ordered by.
const ORDERED: &[(&str, &str)] = &[
    ("loan", "s.loan_no"),
    ("borrower", "s.borrower_fold"),
    ("amount", "t.amount"),
    ("since", "step.on_day"),
    ("fund", "f.name"),
    ("kind", "t.kind"),
];

pub fn tranches_waiting(cx: &Read<'_>, input: ListWaitingTranches) -> Result<WaitingTranches> {
    as_meant(cx, &input.text, |page: &WaitingTranches| page.total == 0, |reading| list(cx, &input, reading))
}

fn list(cx: &Read<'_>, input: &ListWaitingTranches, reading: Option<&Reading>) -> Result<WaitingTranches> {
    let mut patterns =
        reading.into_iter().flat_map(|reading| reading.text.split(' ').map(|word| reading.pattern(word)));
    let words: [Option<String>; WORDS] = std::array::from_fn(|_| patterns.next());
    let mut narrowed = values![input.step, input.fund].to_vec();
    narrowed.extend(words.map(Value::from));
    let from = include_str!("../../sql/tranches_to_lead.sql");
    let sums = format!("SELECT count(*) AS total, CAST(COALESCE(sum(t.amount), 0) AS BIGINT) AS amount {from}");
    let (total, amount) = cx.one(&sums, &narrowed, |row| Ok((row.get("total")?, row.get("amount")?)))?;
    let mut page = narrowed;
    page.extend(values![limit_of(input.limit), input.offset.max(0)]);
    let order = order_by(input.order.as_ref(), ORDERED, "step.on_day, s.loan_no, t.no", "s.loan_no, t.no");
    let columns = "SELECT t.id, s.project_name, f.name AS fund_name, step.on_day AS since, who.name AS by_name";
    let found =
        cx.rows(&format!("{columns} {from} {order} LIMIT $7 OFFSET $8"), page, |row| line(cx, input.step, row))?;
    Ok(WaitingTranches { lines: found, total, amount })
}

fn line(cx: &Read<'_>, step: PayoutStep, row: &Row<'_>) -> Result<WaitingTranche> {
    let (of, tranche) = tranches::find(cx, row.get("id")?)?;
    let asked = conditions::is_asked(tranche.state);
    let before = conditions::gated_step(tranche.state, tranche.kind);
    let gates = if asked { cx.gates(before, store::tranche_subject(tranche.id))? } else { Vec::new() };
    let conditions = if asked { of.conditions(cx, &tranche)? } else { Vec::new() };
    let barred = refusal(other_hands(cx, step, &tranche))?.map(|refusal| refusal.code.to_string());
    let ready = barred.is_none() && gates.iter().all(|one| one.met) && conditions.iter().all(|one| one.met);
    let head = &of.opened.head;
    Ok(WaitingTranche {
        tranche: tranche.id,
        loan: head.id,
        loan_no: head.loan_no.clone(),
        no: tranche.no,
        party: of.opened.borrower.party,
        borrower: of.opened.borrower.name.clone(),
        project_name: row.get("project_name")?,
        fund: head.fund,
        fund_name: row.get("fund_name")?,
        kind: tranche.kind,
        state: tranche.state,
        amount: tranche.amount,
        paid_to: if tranche.supplier.is_empty() { of.opened.borrower.name.clone() } else { tranche.supplier.clone() },
        since: row.get("since")?,
        by_name: row.get("by_name")?,
        conditions,
        gates,
        barred,
        ready,
    })
}

/// Whether the person who asks is another one than who asked for it, or had a hand in it.
fn other_hands(cx: &Read<'_>, step: PayoutStep, tranche: &Tranche) -> Result<()> {
    let subject = *tranche.id.as_bytes();
    match step {
        PayoutStep::Approval if cx.who.role.may(crate::LOANS_APPROVE) => {
            approvals::may_answer(cx, &TRANCHE, &approvals::require_waiting(cx, &TRANCHE, subject)?)
        }
        PayoutStep::Payment if cx.who.role.may(crate::LOANS_PAY) => {
            approvals::require_another(cx, &TRANCHE, subject, OWN_PAYOUT)
        }
        PayoutStep::Approval | PayoutStep::Payment => Ok(()),
    }
}

/// What was refused, if anything was.
fn refusal(outcome: Result<()>) -> Result<Option<Refusal>> {
    match outcome {
        Ok(()) => Ok(None),
        Err(Failure::Refused(refusal)) => Ok(Some(refusal)),
        Err(failure) => Err(failure),
    }
}

/// Those that were chosen, each once.
///
/// # Errors
/// None, or more than one press leads on.
fn chosen(tranches: &[TrancheId]) -> Result<Vec<TrancheId>> {
    let mut seen = BTreeSet::new();
    let each: Vec<TrancheId> = tranches.iter().copied().filter(|one| seen.insert(*one)).collect();
    require((1..=MOST).contains(&each.len()), Refusal::new(TRANCHES_CHOSEN).with("most", MOST).at("tranches"))?;
    Ok(each)
}

pub fn preview_tranches(cx: &Read<'_>, input: ChosenTranches) -> Result<TranchesPreview> {
    let mut lines = Vec::new();
    let mut funds: BTreeMap<FundId, (i64, Money)> = BTreeMap::new();
    for id in chosen(&input.tranches)? {
        let (of, tranche) = tranches::find(cx, id)?;
        let gap = refusal(look(cx, &input, &of, &tranche))?;
        let head = &of.opened.head;
        if gap.is_none() {
            let of_fund = funds.entry(head.fund).or_default();
            *of_fund = (of_fund.0 + 1, of_fund.1.plus(tranche.amount)?);
        }
        lines.push(TrancheToLead {
            tranche: id,
            loan_no: head.loan_no.clone(),
            no: tranche.no,
            borrower: of.opened.borrower.name.clone(),
            fund: head.fund,
            amount: tranche.amount,
            gap: gap.as_ref().map(|gap| gap.code.to_string()),
            gap_args: gap.map(args).unwrap_or_default(),
        });
    }
    let funds = funds.into_iter().map(|(id, (tranches, amount))| {
        let fund = fund::fund(cx, id)?;
        let cash = ledger::cash_of(cx, id)?;
        let after = cash.minus(amount)?;
        let short = input.step == PayoutStep::Payment && after.is_negative() && !fund.may_overdraw;
        Ok(FundToPay { fund: id, fund_name: fund.name, tranches, amount, cash, after, short })
    });
    let fits = || lines.iter().filter(|line| line.gap.is_none());
    Ok(TranchesPreview {
        fitting: u32::try_from(fits().count()).map_err(Failure::broken)?,
        amount: Money::sum(fits().map(|line| line.amount))?,
        funds: funds.collect::<Result<_>>()?,
        lines,
    })
}

/// What the verb would refuse.
fn look(cx: &Read<'_>, input: &ChosenTranches, of: &OfLoan, tranche: &Tranche) -> Result<()> {
    match input.step {
        PayoutStep::Approval => {
            tranches::may_become(tranche, TrancheState::Approved)?;
            other_hands(cx, input.step, tranche)?;
            of.must_hold(cx, crate::GATED_TRANCHE_APPROVAL, tranche)
        }
        PayoutStep::Payment => {
            let (day, method) = (input.day.unwrap_or(cx.today()), input.method.unwrap_or(Method::Transfer));
            pay_preview(cx, PreviewPayment { tranche: tranche.id, day, method }).map(drop)
        }
    }
}

/// Leads each on by its own verb, whole or not at all.
///
/// # Errors
/// None was chosen, or none could be led on; whatever is no refusal of one of them.
fn lead_each(
    cx: &Write<'_>,
    tranches: &[TrancheId],
    lead: impl Fn(TrancheId) -> Result<WhichLoan>,
) -> Result<TranchesLed> {
    cx.line_each();
    let mut led = TranchesLed { done: 0, amount: Money::ZERO, skipped: 0, named: Vec::new() };
    for id in chosen(tranches)? {
        let (of, tranche) = tranches::find(cx, id)?;
        let Some(gap) = refusal(cx.whole(|| lead(id)).map(drop))? else {
            led.done += 1;
            led.amount = led.amount.plus(tranche.amount)?;
            continue;
        };
        led.skipped += 1;
        if led.named.len() < NAMED {
            let code = gap.code.to_string();
            led.named.push(SkippedTranche { loan_no: of.opened.head.loan_no, no: tranche.no, code, args: args(gap) });
        }
    }
    require(led.done > 0, Refusal::new(TRANCHES_NONE).with("n", led.skipped))?;
    Ok(led)
}

fn args(refusal: Refusal) -> BTreeMap<String, String> {
    refusal.args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
