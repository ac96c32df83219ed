//! Every posting rule, in halalas, with what each account holds after it.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A story may stop at the first thing that is not as told.

mod books;

use books::{Books, CHECKER, F1, F2, F3, F4, F5, F6, LOAN, SUPPLIER, day, donation, line};
use kernel::id::FundId;
use ledger::{AccountCode, Line, VoucherKind, chart};

/// An account of a fund and what it must have gained, in halalas.
type Gain = (FundId, AccountCode, i64);

/// Posts entries one after the other into books with cash, and compares what each account gained.
fn rule(entries: &[Vec<Line>], gains: &[Gain]) -> Books {
    let books = Books::with_cash();
    let before: Vec<i64> = gains.iter().map(|(fund, account, _)| books.held(*fund, account)).collect();
    for lines in entries {
        books.post("2026-03-10", lines.clone()).unwrap();
    }
    for ((fund, account, gain), before) in gains.iter().zip(before) {
        assert_eq!(books.held(*fund, account) - before, *gain, "account {account}");
    }
    books.assert_intact();
    books
}

fn transfer(from: FundId, to: FundId, amount: i64) -> Vec<Line> {
    vec![
        line(chart::TRANSFERS, from, amount),
        line(chart::BANK, from, -amount),
        line(chart::BANK, to, amount),
        line(chart::TRANSFERS, to, -amount),
    ]
}

#[test]
fn a_donation_by_transfer_and_the_share_of_it_that_goes_to_investments() {
    rule(
        &[donation(F1, 1_000_000), transfer(F1, F3, 200_000)],
        &[
            (F1, chart::BANK, 800_000),
            (F1, chart::DONATIONS, -1_000_000),
            (F1, chart::TRANSFERS, 200_000),
            (F3, chart::BANK, 200_000),
            (F3, chart::TRANSFERS, -200_000),
        ],
    );
}

#[test]
fn a_cheque_is_donated_and_clears_or_bounces() {
    let given = vec![line(chart::CHEQUES_UNDER_COLLECTION, F1, 500_000), line(chart::DONATIONS, F1, -500_000)];
    let clears = vec![line(chart::BANK, F1, 500_000), line(chart::CHEQUES_UNDER_COLLECTION, F1, -500_000)];
    rule(
        &[given.clone(), clears],
        &[(F1, chart::BANK, 500_000), (F1, chart::CHEQUES_UNDER_COLLECTION, 0), (F1, chart::DONATIONS, -500_000)],
    );
    let books = Books::with_cash();
    let cheque = books.post("2026-03-10", given).unwrap();
    let bounced = books.reverse(cheque.entry, "2026-03-15").unwrap();
    assert_eq!(books.held(F1, &chart::DONATIONS), 0, "a bounced cheque leaves nothing");
    let reversal = books.db.read(|tx| ledger::journal::entry(tx, bounced.entry)).unwrap();
    assert_eq!(reversal.reverses, Some(cheque.entry));
    books.assert_intact();
}

#[test]
fn a_restricted_grant_funds_the_loan_pool() {
    rule(
        &[vec![line(chart::BANK, F4, 30_000_000), line(chart::GRANTS, F4, -30_000_000)], transfer(F4, F2, 25_000_000)],
        &[
            (F4, chart::BANK, 5_000_000),
            (F4, chart::GRANTS, -30_000_000),
            (F4, chart::TRANSFERS, 25_000_000),
            (F2, chart::BANK, 25_000_000),
            (F2, chart::TRANSFERS, -25_000_000),
        ],
    );
}

#[test]
fn a_conditional_grant_is_owed_until_its_condition_is_met() {
    rule(
        &[
            vec![line(chart::BANK, F4, 5_000_000), line(chart::CONDITIONAL_GRANTS, F4, -5_000_000)],
            vec![line(chart::CONDITIONAL_GRANTS, F4, 2_000_000), line(chart::GRANTS, F4, -2_000_000)],
        ],
        &[(F4, chart::CONDITIONAL_GRANTS, -3_000_000), (F4, chart::GRANTS, -2_000_000)],
    );
}

#[test]
fn a_donation_in_kind_is_received_and_handed_out() {
    rule(
        &[
            vec![line(chart::STOCK, F1, 840_000), line(chart::DONATIONS_IN_KIND, F1, -840_000)],
            vec![line(chart::IN_KIND_PROGRAMMES, F1, 840_000), line(chart::STOCK, F1, -840_000)],
        ],
        &[(F1, chart::STOCK, 0), (F1, chart::IN_KIND_PROGRAMMES, 840_000)],
    );
}

#[test]
fn a_tranche_in_kind_is_owed_to_the_supplier_and_then_paid() {
    let books = rule(
        &[
            vec![
                line(chart::LOANS, F2, 1_200_000).of_loan(LOAN),
                line(chart::SUPPLIERS, F2, -1_200_000).of_party(SUPPLIER),
            ],
            vec![line(chart::SUPPLIERS, F2, 1_200_000).of_party(SUPPLIER), line(chart::BANK, F2, -1_200_000)],
        ],
        &[(F2, chart::LOANS, 1_200_000), (F2, chart::SUPPLIERS, 0), (F2, chart::BANK, -1_200_000)],
    );
    let loans = books.db.read(|tx| ledger::loan_balances(tx, &chart::LOANS, day("2026-10-31"))).unwrap();
    assert_eq!(loans[&LOAN].halalas(), 1_200_000, "the sub-ledger adds up to the control account");
}

fn cash_tranche(amount: i64) -> Vec<Line> {
    vec![line(chart::LOANS, F2, amount).of_loan(LOAN), line(chart::BANK, F2, -amount)]
}

#[test]
fn a_tranche_in_cash_and_an_instalment() {
    let instalment = vec![line(chart::BANK, F2, 50_000), line(chart::LOANS, F2, -50_000).of_loan(LOAN)];
    rule(&[cash_tranche(300_000), instalment], &[(F2, chart::LOANS, 250_000), (F2, chart::BANK, -250_000)]);
}

#[test]
fn an_overpayment_is_the_borrowers_and_is_refunded() {
    let paid = vec![
        line(chart::BANK, F2, 50_000),
        line(chart::LOANS, F2, -30_000).of_loan(LOAN),
        line(chart::BORROWER_CREDITS, F2, -20_000).of_loan(LOAN),
    ];
    let refund = vec![line(chart::BORROWER_CREDITS, F2, 15_000).of_loan(LOAN), line(chart::BANK, F2, -15_000)];
    rule(
        &[cash_tranche(30_000), paid, refund],
        &[(F2, chart::LOANS, 0), (F2, chart::BORROWER_CREDITS, -5_000), (F2, chart::BANK, 5_000)],
    );
}

#[test]
fn the_committee_forgives_a_part() {
    let forgiven = vec![line(chart::FORGIVENESS, F2, 100_000), line(chart::LOANS, F2, -100_000).of_loan(LOAN)];
    rule(&[cash_tranche(300_000), forgiven], &[(F2, chart::LOANS, 200_000), (F2, chart::FORGIVENESS, 100_000)]);
}

#[test]
fn an_allowance_a_write_off_and_a_recovery() {
    rule(
        &[
            cash_tranche(300_000),
            vec![line(chart::IMPAIRMENT, F2, 250_000), line(chart::LOAN_ALLOWANCE, F2, -250_000)],
            vec![line(chart::LOAN_ALLOWANCE, F2, 200_000), line(chart::LOANS, F2, -200_000).of_loan(LOAN)],
            vec![line(chart::BANK, F2, 40_000), line(chart::RECOVERIES, F2, -40_000).of_loan(LOAN)],
        ],
        &[(F2, chart::LOANS, 100_000), (F2, chart::LOAN_ALLOWANCE, -50_000), (F2, chart::RECOVERIES, -40_000)],
    );
}

#[test]
fn a_fund_lends_to_another() {
    rule(
        &[vec![
            line(chart::DUE_FROM_FUNDS, F5, 30_000_000),
            line(chart::ENDOWMENT_BANK, F5, -30_000_000),
            line(chart::BANK, F3, 30_000_000),
            line(chart::DUE_TO_FUNDS, F3, -30_000_000),
        ]],
        &[(F5, chart::DUE_FROM_FUNDS, 30_000_000), (F3, chart::DUE_TO_FUNDS, -30_000_000)],
    );
}

#[test]
fn an_enterprise_is_bought_and_sold_with_a_gain() {
    rule(
        &[
            vec![line(chart::ENTERPRISES, F3, 4_000_000), line(chart::BANK, F3, -4_000_000)],
            vec![
                line(chart::BANK, F3, 4_500_000),
                line(chart::ENTERPRISES, F3, -4_000_000),
                line(chart::INVESTMENT_GAINS, F3, -500_000),
            ],
        ],
        &[(F3, chart::BANK, 500_000), (F3, chart::ENTERPRISES, 0), (F3, chart::INVESTMENT_GAINS, -500_000)],
    );
}

#[test]
fn rent_is_due_and_collected_and_a_share_of_the_net_return_feeds_the_fund() {
    rule(
        &[
            vec![line(chart::RETURNS_RECEIVABLE, F3, 600_000), line(chart::RENT, F3, -600_000)],
            vec![line(chart::BANK, F3, 600_000), line(chart::RETURNS_RECEIVABLE, F3, -600_000)],
            vec![line(chart::PROPERTY_COSTS, F3, 100_000), line(chart::BANK, F3, -100_000)],
            transfer(F3, F2, 300_000),
        ],
        &[(F3, chart::BANK, 200_000), (F2, chart::BANK, 300_000), (F3, chart::RETURNS_RECEIVABLE, 0)],
    );
}

#[test]
fn a_programme_is_met_from_the_grant_and_a_time_restriction_expires() {
    rule(
        &[
            vec![
                line(chart::PROGRAMMES, F1, 900_000),
                line(chart::RELEASED, F1, -900_000),
                line(chart::RELEASED, F4, 900_000),
                line(chart::BANK, F4, -900_000),
            ],
            vec![line(chart::PROGRAMMES, F4, 900_000), line(chart::BANK, F4, -900_000)],
            vec![
                line(chart::RELEASED, F4, 1_500_000),
                line(chart::BANK, F4, -1_500_000),
                line(chart::BANK, F1, 1_500_000),
                line(chart::RELEASED, F1, -1_500_000),
            ],
        ],
        &[(F1, chart::RELEASED, -2_400_000), (F4, chart::RELEASED, 2_400_000), (F4, chart::BANK, -3_300_000)],
    );
}

#[test]
fn a_shared_cost_an_advance_a_refund_and_a_foreign_transfer() {
    let shared = [(F1, 50_000), (F2, 30_000), (F6, 20_000)]
        .into_iter()
        .flat_map(|(fund, part)| [line(chart::SALARIES, fund, part), line(chart::BANK, fund, -part)]);
    rule(
        &[
            shared.collect(),
            vec![line(chart::ADVANCES, F6, 50_000), line(chart::BANK, F6, -50_000)],
            vec![
                line(chart::SALARIES, F6, 48_000),
                line(chart::CASH_BOX, F6, 2_000),
                line(chart::ADVANCES, F6, -50_000),
            ],
            donation(F1, 200_000),
            vec![line(chart::DONATIONS, F1, 200_000), line(chart::BANK, F1, -200_000)],
            vec![
                line(chart::BANK, F1, 374_850).memo("USD 1,000 × 3.75"),
                line(chart::BANK_CHARGES, F1, 150),
                line(chart::DONATIONS, F1, -375_000),
            ],
        ],
        &[(F1, chart::BANK, 324_850), (F6, chart::ADVANCES, 0), (F6, chart::CASH_BOX, 2_000)],
    );
}

#[test]
fn an_opening_stands_for_all_loans_of_a_fund_and_takes_the_first_number_of_its_kind() {
    let books = Books::new();
    let lines = vec![
        line(chart::BANK, F2, 146_000_000),
        line(chart::LOANS, F2, 25_883_300),
        line(chart::LOAN_ALLOWANCE, F2, -647_100),
        line(chart::BORROWER_CREDITS, F2, -65_000),
        line(chart::NET_ASSETS_UNRESTRICTED, F2, -171_171_200),
    ];
    let posted = books.post_as(VoucherKind::Opening, "2025-01-01", "opening", lines).unwrap();
    assert_eq!(posted.voucher.to_string(), "OV-2025-000001");
    let totals = books.db.read(|tx| ledger::fund_totals(tx, day("2025-01-01"))).unwrap();
    assert_eq!(totals.len(), 1);
    assert_eq!(
        (totals[0].cash.halalas(), totals[0].loans.halalas(), totals[0].net_assets.halalas()),
        (146_000_000, 25_883_300, 171_171_200)
    );
    assert_eq!((totals[0].other_assets.halalas(), totals[0].liabilities.halalas()), (-647_100, 65_000));
    books.assert_intact();
}

#[test]
fn the_balance_as_of_a_day_reads_no_later_line() {
    let books = Books::with_cash();
    for (on, amount) in [("2026-02-27", 1_000), ("2026-03-01", 20_000), ("2026-03-31", 300_000)] {
        books.post(on, donation(F1, amount)).unwrap();
    }
    let given = |on: &str| {
        let held = books.db.read(|tx| ledger::control_balance(tx, F1, &chart::DONATIONS, day(on))).unwrap();
        -held.halalas()
    };
    let seen = ["2026-02-26", "2026-02-27", "2026-02-28", "2026-03-01", "2026-03-30", "2026-03-31"].map(given);
    assert_eq!(seen, [0, 1_000, 1_000, 21_000, 21_000, 321_000]);
    let ledger_of = |from: &str| {
        books
            .db
            .read(|tx| ledger::account_lines(tx, &chart::DONATIONS, Some(F1), day(from), day("2026-10-31")))
            .unwrap()
    };
    let from_march = ledger_of("2026-03-01");
    assert_eq!(
        (from_march.opening.halalas(), from_march.lines.len(), from_march.closing.halalas()),
        (-1_000, 2, -321_000)
    );
    assert_eq!(from_march.lines[0].balance.halalas(), -21_000, "the running balance begins at what stood before");
}

#[test]
fn vouchers_are_numbered_per_kind_and_year_and_approvals_are_kept() {
    let books = Books::new();
    let number = |kind, on| books.post_as(kind, on, "donation", donation(F1, 100)).unwrap().voucher.to_string();
    assert_eq!(number(VoucherKind::Receipt, "2026-02-01"), "RV-2026-000001");
    assert_eq!(number(VoucherKind::Receipt, "2025-12-31"), "RV-2025-000001", "another fiscal year");
    assert_eq!(number(VoucherKind::Payment, "2026-02-01"), "PV-2026-000001", "another kind");
    assert_eq!(number(VoucherKind::Receipt, "2026-01-15"), "RV-2026-000002", "an earlier day, a later number");
    let approved = books.entry(VoucherKind::Payment, "2026-02-02", "aid", donation(F1, 5)).approved_by(CHECKER);
    let posted = books.db.write(|tx| ledger::post(tx, &approved)).unwrap();
    let read = books.db.read(|tx| ledger::journal::entry(tx, posted.entry)).unwrap();
    assert_eq!(read.approved_by, Some(CHECKER));
}
