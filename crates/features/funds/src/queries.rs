//! What the screens of the funds ask.

use super::chart_file::{self, ChartChanges, ChartFile};
use super::model::*;
use super::steps::VOUCHER;
use super::store;
use database::values;
use kernel::arabic::amount_in_words;
use kernel::id::{EntryId, FundId};
use kernel::{Day, Failure, Money, Refusal, Result, require};
use ledger::{
    Account, AccountCode, AccountType, Fund, FundClass, FundKind, FundTotals, JournalFilter, PeriodId, PeriodState,
    account, fund, journal, period,
};
use office::context::Read;
use office::input::Nothing;
use office::permission::Role;
use std::collections::BTreeMap;

const PAGE: i64 = 100;
const LARGEST_PAGE: i64 = 500;
/// How many vouchers the search over everything shows.
const FOUND: i64 = 8;
/// How many of the newest entries it looks through for words; the journal itself looks through all of them.
const NEWEST: i64 = 2_000;

pub fn list(cx: &Read<'_>, input: AsOfDay) -> Result<FundsScreen> {
    let day = input.day.unwrap_or(cx.today());
    let mut totals: BTreeMap<FundId, FundTotals> =
        ledger::fund_totals(cx, day)?.into_iter().map(|total| (total.fund, total)).collect();
    let line = |fund: Fund| {
        let totals = totals.remove(&fund.id).unwrap_or(FundTotals::nothing(fund.id));
        FundLine { fund, totals }
    };
    let funds: Vec<FundLine> = fund::funds(cx)?.into_iter().map(line).collect();
    let sum = |pick: fn(&FundLine) -> Money| Money::sum(funds.iter().map(pick));
    let periods = period::periods(cx)?;
    let last = |open: bool| {
        let so = periods.iter().filter(|period| (period.state == PeriodState::Open) == open);
        so.map(|period| period.id).rfind(|id| *id <= PeriodId::of(day))
    };
    Ok(FundsScreen {
        day,
        cash: sum(|line| line.totals.cash)?,
        loans: sum(|line| line.totals.loans)?,
        investments: sum(|line| line.totals.investments)?,
        net_assets: sum(|line| line.totals.net_assets)?,
        lendable: sum(|line| if lends(&line.fund, &line.totals) { line.totals.cash } else { Money::ZERO })?,
        restricted_cash: sum(|line| match line.fund.class {
            FundClass::Unrestricted => Money::ZERO,
            FundClass::Restricted | FundClass::Endowment => line.totals.cash,
        })?,
        open_period: last(true),
        closed_period: last(false),
        waiting: approvals::waiting_count(cx, &VOUCHER)?,
        read_only: ledger::is_read_only(cx)?,
        funds,
    })
}

/// A loan pool, or any other fund that has loans outstanding.
pub fn lends(fund: &Fund, totals: &FundTotals) -> bool {
    fund.kind == FundKind::LoanPool || !totals.loans.is_zero()
}

/// The names of the funds whose money is kept in a bank account, in the order they were made.
///
/// # Errors
/// The engine's failure.
pub fn kept_at(cx: &Read<'_>, iban: &str) -> Result<Vec<String>> {
    let same = |fund: &Fund| fund.bank_account.as_deref() == Some(iban);
    Ok(fund::funds(cx)?.into_iter().filter(same).map(|fund| fund.name).collect())
}

pub fn detail(cx: &Read<'_>, input: FundQuery) -> Result<FundSheet> {
    require(input.from <= input.until, Refusal::new(super::rules::PERIOD_ORDER).at("until"))?;
    let fund = fund::fund(cx, input.fund)?;
    let chart: BTreeMap<AccountCode, Account> =
        account::accounts(cx)?.into_iter().map(|account| (account.code.clone(), account)).collect();
    let before =
        if input.from > Day::FIRST { own_balances(cx, fund.id, input.from.plus_days(-1)?)? } else { BTreeMap::new() };
    let after = own_balances(cx, fund.id, input.until)?;
    let (mut sources, mut uses, mut balances) = (Vec::new(), Vec::new(), Vec::new());
    for (code, held) in &after {
        let Some(account) = chart.get(code) else { continue };
        let movement = |amount| FundMovement { account: code.clone(), name: account.name.clone(), amount };
        if !held.is_zero() {
            balances.push(movement(*held));
        }
        // What changes net assets stands as credit; a gain of the fund is shown above zero.
        let gain = before.get(code).copied().unwrap_or_default().minus(*held)?;
        let of_the_period = !matches!(account.r#type, AccountType::Asset | AccountType::Liability);
        match (of_the_period, gain.is_positive(), gain.is_negative()) {
            (true, true, _) => sources.push(movement(gain)),
            (true, _, true) => uses.push(movement(gain.negated())),
            _ => {}
        }
    }
    let net = |balances: &BTreeMap<AccountCode, Money>| {
        let owned = balances.iter().filter(|(code, _)| {
            chart
                .get(*code)
                .is_some_and(|account| matches!(account.r#type, AccountType::Asset | AccountType::Liability))
        });
        Money::sum(owned.map(|(_, amount)| *amount))
    };
    let totals = ledger::fund_totals(cx, input.until)?.into_iter().find(|total| total.fund == fund.id);
    Ok(FundSheet {
        record: cx.version(FUND_RECORD, fund.id)?,
        net_assets_before: net(&before)?,
        net_assets_after: net(&after)?,
        totals: totals.unwrap_or(FundTotals::nothing(fund.id)),
        fund,
        from: input.from,
        until: input.until,
        sources,
        uses,
        balances,
    })
}

fn own_balances(cx: &Read<'_>, fund: FundId, day: Day) -> Result<BTreeMap<AccountCode, Money>> {
    let own = ledger::balances(cx, day)?.into_iter().filter(|held| held.fund == fund);
    Ok(own.map(|held| (held.account, held.amount)).collect())
}

pub fn journal(cx: &Read<'_>, input: JournalQuery) -> Result<JournalPage> {
    let limit = input.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    let mut rows = journal::journal(cx, &input.filter, limit + 1)?;
    let more = rows.len() as i64 > limit;
    if more {
        rows.pop();
    }
    let next = rows.last().filter(|_| more).map(|row| row.seq);
    Ok(JournalPage { rows, next })
}

/// The voucher of that number, whatever its age, or the newest that fit the words; nothing for a text that says nothing.
pub fn find(cx: &Read<'_>, input: FindVouchers) -> Result<FoundVouchers> {
    let most = input.limit.unwrap_or(FOUND).clamp(1, 50);
    if let Some(place) = journal::place_of(cx, &input.text)? {
        let filter = JournalFilter { before: Some(place + 1), after: Some(place - 1), ..JournalFilter::default() };
        return Ok(FoundVouchers { vouchers: journal::journal(cx, &filter, most)? });
    }
    let since = journal::head(cx)?.seq - NEWEST;
    for reading in kernel::arabic::readings(&input.text) {
        let filter = JournalFilter { after: Some(since), text: Some(reading.text), ..JournalFilter::default() };
        let vouchers = journal::journal(cx, &filter, most)?;
        if !vouchers.is_empty() {
            return Ok(FoundVouchers { vouchers });
        }
    }
    Ok(FoundVouchers { vouchers: Vec::new() })
}

/// The number of a voucher; the narration of one that is still a draft. Both have one identifier.
pub(super) fn voucher_label(db: &database::Read<'_>, id: [u8; 16]) -> Result<String> {
    let id = EntryId::from_bytes(id);
    match journal::entry(db, id) {
        Ok(entry) => Ok(entry.voucher.to_string()),
        Err(Failure::NotFound { .. }) => {
            let sql = "SELECT narration FROM voucher_draft WHERE id = $1";
            db.row(sql, values![id], |row| row.get("narration"))?.ok_or(Failure::not_found("entry"))
        }
        Err(failure) => Err(failure),
    }
}

pub fn entry(cx: &Read<'_>, input: EntryQuery) -> Result<VoucherSheet> {
    voucher_sheet(cx, input.id)
}

/// A voucher with what a reader of it needs.
///
/// # Errors
/// Not found; a sum of lines beyond what has words.
pub(super) fn voucher_sheet(db: &database::Read<'_>, id: EntryId) -> Result<VoucherSheet> {
    let entry = journal::entry(db, id)?;
    let counterpart = entry.reversed_by.or(entry.reverses);
    let counterpart = counterpart.map(|id| journal::entry(db, id)).transpose()?;
    Ok(VoucherSheet {
        number: entry.voucher.to_string(),
        amount: entry.amount,
        amount_in_words: amount_in_words(entry.amount)?,
        counterpart: counterpart.map(|entry| entry.voucher.to_string()),
        entry,
    })
}

pub fn trial_balance(cx: &Read<'_>, input: TrialQuery) -> Result<TrialBalance> {
    let day = input.day.unwrap_or(cx.today());
    let fund = input.fund.map(|id| fund::fund(cx, id)).transpose()?;
    let rows = ledger::trial_balance(cx, day, input.fund)?;
    let sum = |pick: fn(&ledger::TrialRow) -> Money| Money::sum(rows.iter().map(pick));
    Ok(TrialBalance {
        day,
        fund,
        debit: sum(|row| row.debit)?,
        credit: sum(|row| row.credit)?,
        debit_balance: sum(|row| row.debit_balance)?,
        credit_balance: sum(|row| row.credit_balance)?,
        rows,
    })
}

pub fn chart(cx: &Read<'_>, _: Nothing) -> Result<Chart> {
    Ok(Chart { accounts: account::accounts(cx)?, records: cx.versions(ACCOUNT_RECORD)? })
}

pub fn account(cx: &Read<'_>, input: AccountQuery) -> Result<AccountSheet> {
    let account = account::account(cx, &input.account)?;
    let ledger = ledger::account_lines(cx, &input.account, input.fund, input.from, input.until)?;
    Ok(AccountSheet { account, ledger })
}

pub fn periods(cx: &Read<'_>, _: Nothing) -> Result<Periods> {
    Ok(Periods { periods: period::periods(cx)? })
}

pub use super::close_period::closing;

pub fn drafts(cx: &Read<'_>, _: Nothing) -> Result<Drafts> {
    Ok(Drafts { drafts: store::open(cx)? })
}

pub fn cheques(cx: &Read<'_>, _: Nothing) -> Result<Cheques> {
    Ok(Cheques { cheques: super::cheques::all(cx)? })
}

pub fn approval_limits(cx: &Read<'_>, _: Nothing) -> Result<ApprovalLimits> {
    let approvers = crate::FUNDS_APPROVE.roles().iter();
    let limit = |role: &Role| Ok(ApprovalLimit { role: *role, amount: approvals::limit_of(cx, *role)? });
    Ok(ApprovalLimits { limits: approvers.map(limit).collect::<Result<_>>()? })
}

pub fn chart_preview(cx: &Read<'_>, input: ChartFile) -> Result<ChartChanges> {
    chart_file::compare(cx, &input)
}
