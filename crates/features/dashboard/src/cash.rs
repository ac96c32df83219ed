//! Cash of the funds that lend: where it came from and went to, and what of it is promised already.
//!
//! What is not cash within an entry says what the cash was for. Read from the balances of the books, whose debits and
//! credits of a year are at hand; only journal vouchers are looked at one by one, because an entry taken back must
//! lessen what it took back instead of standing on the other side.

use super::model::{AskFlow, Flow, FlowKind, FundPosition, Lendable, SourcesAndUses};
use super::sums::add;
use database::values;
use funds::lends;
use funds::{AsOfDay, FundQuery};
use kernel::id::FundId;
use kernel::{Day, Money, Result};
use ledger::account::{ControlOf, accounts, chart};
use ledger::{Account, AccountCode, Balance, Fund, FundTotals, VoucherKind, fund};
use loans::REALLOCATED;
use office::context::Read;
use office::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// The order in which a board shows the flows.
const SHOWN: [FlowKind; 9] = [
    FlowKind::Donations,
    FlowKind::Grants,
    FlowKind::Returns,
    FlowKind::TransfersIn,
    FlowKind::Repayments,
    FlowKind::LoansPaid,
    FlowKind::Programmes,
    FlowKind::TransfersOut,
    FlowKind::Other,
];

/// Every fund with where it stands.
pub fn positions(cx: &Read<'_>, day: Day) -> Result<Vec<(Fund, FundTotals)>> {
    let mut totals: BTreeMap<FundId, FundTotals> =
        ledger::fund_totals(cx, day)?.into_iter().map(|total| (total.fund, total)).collect();
    let position = |fund: Fund| {
        let totals = totals.remove(&fund.id).unwrap_or(FundTotals::nothing(fund.id));
        (fund, totals)
    };
    Ok(fund::funds(cx)?.into_iter().map(position).collect())
}

pub fn shown(positions: &[(Fund, FundTotals)], Span { from, until }: Span) -> Result<Vec<FundPosition>> {
    let position = |(fund, totals): &(Fund, FundTotals)| {
        let target = funds::FUND.asking(&FundQuery { fund: fund.id, from, until })?;
        Ok(FundPosition { fund: fund.id, name: fund.name.clone(), totals: totals.clone(), target })
    };
    positions.iter().map(position).collect()
}

/// # Errors
/// What the database refuses.
pub fn lendable(cx: &Read<'_>, positions: &[(Fund, FundTotals)], day: Day) -> Result<Lendable> {
    let balance = Money::sum(lending(positions).map(|(_, totals)| totals.cash))?;
    let committed: Money = if day == cx.today() {
        cx.one(include_str!("sql/committed.sql"), values![], |row| row.get("committed"))?
    } else {
        cx.one(include_str!("sql/committed_then.sql"), values![day], |row| row.get("committed"))?
    };
    let target = funds::FUNDS.asking(&AsOfDay { day: Some(day) })?;
    Ok(Lendable { available: balance.minus(committed)?, balance, committed, target })
}

pub(super) fn lending(positions: &[(Fund, FundTotals)]) -> impl Iterator<Item = &(Fund, FundTotals)> {
    positions.iter().filter(|(fund, totals)| lends(fund, totals))
}

/// # Errors
/// What the database refuses.
pub fn sources_and_uses(cx: &Read<'_>, positions: &[(Fund, FundTotals)], span: Span) -> Result<SourcesAndUses> {
    let funds: BTreeSet<FundId> = lending(positions).map(|(fund, _)| fund.id).collect();
    let chart: BTreeMap<AccountCode, Account> =
        accounts(cx)?.into_iter().map(|account| (account.code.clone(), account)).collect();
    let mut account = Flows { chart: &chart, flows: BTreeMap::new(), before: Money::ZERO, after: Money::ZERO };
    let own = |balances: Vec<Balance>| balances.into_iter().filter(|held| funds.contains(&held.fund));
    if span.from > Day::FIRST {
        for held in own(ledger::balances(cx, span.from.plus_days(-1)?)?) {
            account.take(&held.account, held.debit.negated(), held.credit.negated())?;
            account.cash(&held.account, held.amount, true)?;
        }
    }
    for held in own(ledger::balances(cx, span.until)?) {
        account.take(&held.account, held.debit, held.credit)?;
        account.cash(&held.account, held.amount, false)?;
    }
    let years = (span.from.year(), span.until.year());
    cx.rows(include_str!("sql/journal_vouchers.sql"), values![years.0, years.1, span.from, span.until], |row| {
        if !funds.contains(&row.get("fund")?) {
            return Ok(());
        }
        let line = JournalLine {
            kind: row.get("kind")?,
            account: row.get("account")?,
            debit: row.get("debit")?,
            credit: row.get("credit")?,
            takes_back: row.get("takes_back")?,
            reallocates: row.get::<String>("event")? == REALLOCATED,
        };
        account.correct(&line)
    })?;
    account.finish(span)
}

/// Lines of journal and opening vouchers on one account.
struct JournalLine {
    kind: VoucherKind,
    account: AccountCode,
    debit: Money,
    credit: Money,
    takes_back: bool,
    reallocates: bool,
}

struct Flows<'c> {
    chart: &'c BTreeMap<AccountCode, Account>,
    flows: BTreeMap<FlowKind, Money>,
    before: Money,
    after: Money,
}

impl Flows<'_> {
    /// Adds what was debited and credited on an account: a credit stands for cash that came, a debit for cash that went.
    fn take(&mut self, code: &AccountCode, debit: Money, credit: Money) -> Result<()> {
        let Some((came, went)) = self.chart.get(code).and_then(kinds) else { return Ok(()) };
        add(self.flows.entry(came).or_default(), credit)?;
        add(self.flows.entry(went).or_default(), debit.negated())
    }

    fn cash(&mut self, code: &AccountCode, amount: Money, is_before: bool) -> Result<()> {
        let is_cash = self.chart.get(code).is_some_and(|account| account.cash_kind.is_some());
        match (is_cash, is_before) {
            (true, true) => add(&mut self.before, amount),
            (true, false) => add(&mut self.after, amount),
            _ => Ok(()),
        }
    }

    /// Puts journal vouchers where they belong: openings into the balance before, and what takes an entry back, or moves
    /// money between a loan and a credit, onto the side it lessens.
    fn correct(&mut self, line: &JournalLine) -> Result<()> {
        if line.kind == VoucherKind::Opening {
            self.cash(&line.account, line.debit.minus(line.credit)?, true)?;
            return self.take(&line.account, line.debit.negated(), line.credit.negated());
        }
        let Some((came, went)) = self.chart.get(&line.account).and_then(kinds) else { return Ok(()) };
        let moved = moved(line.debit, line.credit, line.takes_back, line.reallocates)?;
        add(self.flows.entry(came).or_default(), moved.negated())?;
        add(self.flows.entry(went).or_default(), moved)
    }

    fn finish(mut self, span: Span) -> Result<SourcesAndUses> {
        let amounts = SHOWN.into_iter().map(|kind| (kind, self.flows.remove(&kind).unwrap_or_default()));
        let flow = |(kind, amount)| Ok(Flow { kind, amount, target: crate::FLOW.asking(&all_of(kind, span))? });
        let flows: Vec<Flow> = amounts.filter(|(_, amount)| !amount.is_zero()).map(flow).collect::<Result<_>>()?;
        let net_change = Money::sum(flows.iter().map(|flow| flow.amount))?;
        Ok(SourcesAndUses {
            from: span.from,
            until: span.until,
            before: self.before,
            flows,
            net_change,
            after: self.after,
        })
    }
}

/// The vouchers of a flow, none left out.
fn all_of(kind: FlowKind, Span { from, until }: Span) -> AskFlow {
    AskFlow { kind, from, until, text: String::new(), order: None, limit: None, offset: 0 }
}

/// What of a line goes from the side on which it stands to the side it lessens: all of an entry that takes another back; of
/// one that moves money between a loan and a credit, its debit.
pub(super) fn moved(debit: Money, credit: Money, takes_back: bool, reallocates: bool) -> Result<Money> {
    match (takes_back, reallocates) {
        (true, _) => debit.plus(credit),
        (false, true) => Ok(debit),
        (false, false) => Ok(Money::ZERO),
    }
}

/// What a credit and a debit on an account say of the cash; none for accounts that are cash. Accounts that face each
/// other in entries without cash (a loan forgiven, goods given and used) have one kind, so that they cancel out.
pub(super) fn kinds(account: &Account) -> Option<(FlowKind, FlowKind)> {
    if account.cash_kind.is_some() {
        return None;
    }
    if account.control_of == Some(ControlOf::Loan) {
        return Some((FlowKind::Repayments, FlowKind::LoansPaid));
    }
    if account.nets_to_zero.is_some() {
        return Some((FlowKind::TransfersIn, FlowKind::TransfersOut));
    }
    let under = |codes: &[AccountCode]| codes.iter().any(|code| account.code.as_str().starts_with(code.as_str()));
    let kind = if under(&[chart::BORROWER_CREDITS, chart::FORGIVENESS]) {
        FlowKind::Repayments
    } else if under(&[chart::SUPPLIERS]) {
        FlowKind::LoansPaid
    } else if under(&[chart::GRANTS, chart::CONDITIONAL_GRANTS]) {
        FlowKind::Grants
    } else if under(&[chart::ZAKAT, chart::RESTRICTED_DONATIONS, chart::DONATIONS, chart::ENDOWMENT_DONATIONS]) {
        FlowKind::Donations
    } else if under(&[chart::INVESTMENT_RETURNS, chart::RENT, chart::INVESTMENT_GAINS, chart::RETURNS_RECEIVABLE]) {
        FlowKind::Returns
    } else if under(&[chart::AID, chart::PROGRAMMES]) {
        FlowKind::Programmes
    } else {
        FlowKind::Other
    };
    Some((kind, kind))
}
