//! What a person may post by hand, decided on facts alone.

use super::model::{DonationMethod, Draft, DraftKind, DraftLine, DraftState, HandKind};
use kernel::id::{FundId, PersonId};
use kernel::{Money, Refusal, Result, require};
use ledger::account::{Account, ControlOf};
use ledger::refusals::{GROUP_ACCOUNT, OTHER_RESTRICTION};
use ledger::{AccountCode, AccountType, Entry, Fund, FundClass, FundKind, Line, Method, VoucherKind, chart};

kernel::refusals! {
    AMOUNT_MISSING = "funds.amount_missing";
    DONOR_MISSING = "funds.donor_missing";
    REASON_MISSING = "funds.reason_missing";
    NARRATION_MISSING = "funds.narration_missing";
    SAME_FUND = "funds.same_fund";
    LINE_SIDES = "funds.line_sides";
    NOT_INCOME = "funds.not_income";
    DRAFT_DECIDED = "funds.draft_decided";
    OWN_DRAFT = "funds.own_draft";
    /// Whoever approved once has said their word; another person is the second.
    APPROVED_BY_YOU = "funds.approved_by_you";
    NOT_YOUR_DRAFT = "funds.not_your_draft";
    NOT_BY_HAND = "funds.not_by_hand";
    REVERSAL_WAITS = "funds.reversal_waits";
    /// Somebody asked already that the month be opened again.
    REOPENING_WAITS = "funds.reopening_waits";
    /// The account follows a register of its own: loans, borrowers' credits, cheques.
    REGISTER_ACCOUNT = "funds.register_account";
    CHEQUE_CLEARED = "funds.cheque_cleared";
    CHEQUE_BOUNCED = "funds.cheque_bounced";
    CHEQUE_TOO_EARLY = "funds.cheque_too_early";
    CHART_COLUMNS_MISSING = "funds.chart_columns_missing";
    LIMIT_NEGATIVE = "funds.limit_negative";
    BELONGS_TO_LOAN = "funds.belongs_to_loan";
    OPENED_ALREADY = "funds.opened_already";
    OPENING_EMPTY = "funds.opening_empty";
    PERIOD_ORDER = "funds.period_order";
    /// A month is closed with a word of whoever went through it.
    CLOSING_WORD_MISSING = "funds.closing_word_missing";
}

/// # Errors
/// An amount that is not above zero.
pub fn positive(amount: Money) -> Result<()> {
    require(amount.is_positive(), Refusal::new(AMOUNT_MISSING).at("amount"))
}

/// Where donations to a fund are income, by its class.
pub fn donation_account(fund: &Fund, in_kind: bool) -> AccountCode {
    match (fund.class, fund.kind, in_kind) {
        (FundClass::Unrestricted, _, false) => chart::DONATIONS,
        (FundClass::Unrestricted, _, true) => chart::DONATIONS_IN_KIND,
        (FundClass::Restricted, FundKind::Zakat, _) => chart::ZAKAT,
        (FundClass::Restricted, _, false) => chart::RESTRICTED_DONATIONS,
        (FundClass::Restricted, _, true) => chart::RESTRICTED_DONATIONS_IN_KIND,
        (FundClass::Endowment, _, _) => chart::ENDOWMENT_DONATIONS,
    }
}

/// What a donation is held as, and the voucher that says so.
pub fn donation_side(method: DonationMethod, fund: &Fund) -> (AccountCode, VoucherKind, Option<Method>) {
    let bank = fund.class.bank();
    match method {
        DonationMethod::Transfer => (bank, VoucherKind::Receipt, Some(Method::Transfer)),
        DonationMethod::Deposit => (bank, VoucherKind::Receipt, Some(Method::Deposit)),
        DonationMethod::Pos => (bank, VoucherKind::Receipt, Some(Method::Pos)),
        DonationMethod::Standing => (bank, VoucherKind::Receipt, Some(Method::Standing)),
        DonationMethod::Cheque => (chart::CHEQUES_UNDER_COLLECTION, VoucherKind::Receipt, Some(Method::Cheque)),
        DonationMethod::InKind => (chart::STOCK, VoucherKind::InKind, None),
    }
}

/// # Errors
/// An account that is no income.
pub fn is_income(account_type: AccountType) -> Result<()> {
    require(account_type == AccountType::Income, Refusal::new(NOT_INCOME).at("account"))
}

/// The lines of money moved from one fund to another.
///
/// # Errors
/// The same fund on both sides; nothing to move.
pub fn transfer_lines(from: &Fund, to: &Fund, amount: Money) -> Result<Vec<DraftLine>> {
    positive(amount)?;
    require(from.id != to.id, Refusal::new(SAME_FUND).at("to"))?;
    let line = |account: AccountCode, fund: FundId, debit: Money, credit: Money| DraftLine {
        account,
        fund,
        debit,
        credit,
        memo: String::new(),
    };
    Ok(vec![
        line(chart::TRANSFERS, from.id, amount, Money::ZERO),
        line(from.class.bank(), from.id, Money::ZERO, amount),
        line(to.class.bank(), to.id, amount, Money::ZERO),
        line(chart::TRANSFERS, to.id, Money::ZERO, amount),
    ])
}

/// Lines as a person wrote them, as the books take them.
///
/// # Errors
/// A line with both sides or with none, or with an amount below zero.
pub fn lines(written: &[DraftLine]) -> Result<Vec<Line>> {
    let line = |line: &DraftLine| {
        let one_side = line.debit.is_zero() != line.credit.is_zero();
        let forward = !line.debit.is_negative() && !line.credit.is_negative();
        require(one_side && forward, Refusal::new(LINE_SIDES).at("lines"))?;
        let amount = line.debit.minus(line.credit)?;
        Ok(Line::debit(line.account.clone(), line.fund, amount).memo(kernel::arabic::tidy_line(&line.memo)))
    };
    written.iter().map(line).collect()
}

/// The voucher and the event of a draft when it is posted.
pub const fn voucher_of(kind: DraftKind) -> (VoucherKind, &'static str) {
    match kind {
        DraftKind::Journal => (VoucherKind::Journal, ledger::MANUAL),
        DraftKind::Receipt => (VoucherKind::Receipt, ledger::MANUAL),
        DraftKind::Payment => (VoucherKind::Payment, ledger::MANUAL),
        DraftKind::Transfer => (VoucherKind::Journal, ledger::TRANSFER),
        DraftKind::Reversal => (VoucherKind::Journal, ledger::REVERSAL),
    }
}

pub const fn draft_kind(kind: HandKind) -> DraftKind {
    match kind {
        HandKind::Journal => DraftKind::Journal,
        HandKind::Receipt => DraftKind::Receipt,
        HandKind::Payment => DraftKind::Payment,
    }
}

/// How many people beside its maker approve a draft: money leaves the office by two, everything else is posted by one.
pub const fn approvals_needed(kind: DraftKind) -> u8 {
    match kind {
        DraftKind::Payment => 2,
        DraftKind::Journal | DraftKind::Receipt | DraftKind::Transfer | DraftKind::Reversal => 1,
    }
}

/// # Errors
/// Somebody else's draft; one that stands in the books.
pub fn may_change(draft: &Draft, person: PersonId) -> Result<()> {
    require(draft.state != DraftState::Posted, DRAFT_DECIDED)?;
    require(draft.made_by == person, NOT_YOUR_DRAFT)
}

/// Whether a person may write a line by hand on an account for a fund of a class: what the books would refuse later is
/// told at once. On an account with a register such a line would part it from what it sums up.
///
/// # Errors
/// A group; an account of loans, borrowers' credits or cheques, or of another class of funds.
pub fn takes_lines_by_hand(account: &Account, class: FundClass) -> Result<()> {
    require(account.postable, Refusal::new(GROUP_ACCOUNT).at("lines"))?;
    let fits = account.restriction_class.is_none_or(|own| own == class);
    require(fits, Refusal::new(OTHER_RESTRICTION).at("lines"))?;
    let register = matches!(account.control_of, Some(ControlOf::Loan | ControlOf::Borrower | ControlOf::Cheque));
    require(!register, Refusal::new(REGISTER_ACCOUNT).with("name", &account.name).at("lines"))
}

/// # Errors
/// An entry of a loan, which is taken back where the loan is kept, so that the loan and the books stay one; one that
/// was taken back, or takes back another one.
pub fn may_be_reversed(entry: &Entry) -> Result<()> {
    let of_loan = entry.event.starts_with("loan.") || entry.lines.iter().any(|line| line.loan.is_some());
    require(!of_loan, BELONGS_TO_LOAN)?;
    require(entry.reverses.is_none(), ledger::refusals::REVERSAL_OF_REVERSAL)?;
    let reversed = Refusal::new(ledger::refusals::REVERSED_ALREADY).with("voucher", entry.voucher);
    require(entry.reversed_by.is_none(), reversed)
}

/// The lines of an entry with their sides exchanged, as the reversal will hold them.
pub fn reversed_lines(entry: &Entry) -> Vec<DraftLine> {
    let side = |amount: Money| if amount.is_positive() { amount } else { Money::ZERO };
    let line = |line: &ledger::EntryLine| DraftLine {
        account: line.account.clone(),
        fund: line.fund,
        debit: side(line.amount.negated()),
        credit: side(line.amount),
        memo: line.memo.clone(),
    };
    entry.lines.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fund(number: u8, class: FundClass, kind: FundKind) -> Fund {
        Fund {
            id: FundId::from_bytes([number; 16]),
            name: "صندوق".into(),
            class,
            kind,
            opens_on: None,
            closes_on: None,
            may_overdraw: false,
            bank_account: None,
            notes: String::new(),
        }
    }

    #[test]
    fn a_donation_is_income_of_the_class_its_fund_has() {
        let cases = [
            (FundClass::Unrestricted, FundKind::Operating, false, chart::DONATIONS),
            (FundClass::Restricted, FundKind::Grant, false, chart::RESTRICTED_DONATIONS),
            (FundClass::Restricted, FundKind::Zakat, false, chart::ZAKAT),
            (FundClass::Endowment, FundKind::Waqf, false, chart::ENDOWMENT_DONATIONS),
            (FundClass::Unrestricted, FundKind::Operating, true, chart::DONATIONS_IN_KIND),
        ];
        for (class, kind, in_kind, account) in cases {
            assert_eq!(donation_account(&fund(1, class, kind), in_kind), account, "{class:?} {kind:?}");
        }
    }

    #[test]
    fn a_transfer_leaves_each_fund_balanced_and_never_stays_in_one() {
        let pool = fund(1, FundClass::Unrestricted, FundKind::LoanPool);
        let waqf = fund(2, FundClass::Endowment, FundKind::Waqf);
        let written = transfer_lines(&waqf, &pool, Money::from(500)).unwrap();
        let posted = lines(&written).unwrap();
        for id in [pool.id, waqf.id] {
            let sum = Money::sum(posted.iter().filter(|line| line.fund == id).map(|line| line.amount)).unwrap();
            assert_eq!(sum, Money::ZERO);
        }
        assert_eq!(written[1].account, chart::ENDOWMENT_BANK, "money of an endowment stands on its own bank account");
        assert!(transfer_lines(&pool, &pool, Money::from(500)).is_err());
        assert!(transfer_lines(&pool, &waqf, Money::ZERO).is_err());
    }

    #[test]
    fn a_line_has_one_side() {
        let line = |debit: i32, credit: i32| DraftLine {
            account: chart::BANK,
            fund: FundId::from_bytes([1; 16]),
            debit: debit.into(),
            credit: credit.into(),
            memo: String::new(),
        };
        assert_eq!(lines(&[line(0, 5)]).unwrap()[0].amount, Money::from(-5));
        for wrong in [line(0, 0), line(5, 5), line(-5, 0), line(0, -5)] {
            assert_eq!(lines(std::slice::from_ref(&wrong)).unwrap_err().code(), Some(LINE_SIDES), "{wrong:?}");
        }
    }
}
