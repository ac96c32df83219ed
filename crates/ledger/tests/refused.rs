//! What the books must refuse: through the types, and by the database itself when a statement goes past them.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A story may stop at the first thing that is not as told.

mod books;

use books::raw::{ENTRY, Raw, cash, raw_line, raw_line_of, raw_seal, refused};
use books::{Books, CHECKER, F1, F2, F3, F4, LOAN, MAKER, code, day, donation, line, new_fund, now};
use database::values;
use kernel::Code;
use ledger::refusals::*;
use ledger::{AccountCode, FundKind, PeriodId, VoucherKind, chart, fund, period};

#[test]
fn lawful_raw_statements_are_taken_so_that_each_refusal_below_is_for_its_own_reason() {
    let books = Books::with_cash();
    let statements =
        [Raw::new().insert(), raw_line(1, &cash(F1, 5)), raw_line(2, &line(chart::DONATIONS, F1, -5)), raw_seal(ENTRY)];
    books.raw(&statements).unwrap();
    assert_eq!(books.held(F1, &chart::DONATIONS), -5, "the balances follow whoever writes");
    let found = books.db.read(ledger::verify).unwrap();
    assert_eq!((found.broken_at, found.balances_off, found.unbalanced), (Some(2), 0, 0), "its made-up seal shows");
}

#[test]
fn an_unbalanced_entry() {
    let books = Books::with_cash();
    let lines = vec![cash(F1, 100), line(chart::DONATIONS, F1, -99)];
    assert_eq!(code(books.post("2026-03-10", lines.clone())), UNBALANCED);
    assert_eq!(refused(&books, &Raw::new(), &lines), UNBALANCED);
}

#[test]
fn an_entry_balanced_only_across_funds() {
    let books = Books::with_cash();
    let lines = vec![cash(F1, 100), line(chart::DONATIONS, F2, -100)];
    assert_eq!(code(books.post("2026-03-10", lines.clone())), UNBALANCED_IN_FUND);
    assert_eq!(refused(&books, &Raw::new(), &lines), UNBALANCED_IN_FUND);
}

#[test]
fn fewer_than_two_lines_and_a_line_of_nothing() {
    let books = Books::with_cash();
    assert_eq!(code(books.post("2026-03-10", vec![cash(F1, 100)])), TOO_FEW_LINES);
    assert_eq!(refused(&books, &Raw::new(), &[]), TOO_FEW_LINES);
    let lines = vec![cash(F1, 100), line(chart::DONATIONS, F1, -100), line(chart::BANK, F1, 0)];
    assert_eq!(code(books.post("2026-03-10", lines.clone())), ZERO_LINE);
    assert_eq!(refused(&books, &Raw::new(), &lines), ZERO_LINE);
}

#[test]
fn a_commit_without_a_seal() {
    let books = Books::with_cash();
    let statements = [Raw::new().insert(), raw_line(1, &cash(F1, 5)), raw_line(2, &line(chart::DONATIONS, F1, -5))];
    assert_eq!(code(books.raw(&statements)), database::LOOSE_END, "the commit itself is refused");
    books.assert_intact();
    assert_eq!(books.held(F1, &chart::DONATIONS), 0, "and nothing of it is kept");
}

#[test]
fn a_voucher_number_out_of_order_and_a_counter_reset() {
    let books = Books::with_cash();
    for wrong in [2, 7] {
        assert_eq!(refused(&books, &Raw { voucher_no: wrong, ..Raw::new() }, &donation(F1, 5)), VOUCHER_ORDER);
    }
    books.post("2026-03-10", donation(F1, 5)).unwrap();
    assert_eq!(refused(&books, &Raw::new(), &donation(F1, 5)), VOUCHER_ORDER, "number 1 is taken");
    for sql in [
        "UPDATE voucher_counter SET last = 9 WHERE kind = 'JV'",
        "UPDATE voucher_counter SET kind = 'PV' WHERE kind = 'JV'",
        "DELETE FROM voucher_counter WHERE kind = 'JV'",
        "INSERT INTO voucher_counter (year, kind, last) VALUES (2026, 'PV', 5)",
        "INSERT OR REPLACE INTO voucher_counter (year, kind, last) VALUES (2026, 'JV', 3)",
    ] {
        assert_eq!(code(books.raw(&[(sql, vec![])])), COUNTER_RESET, "{sql}");
    }
    books.assert_intact();
}

#[test]
fn a_line_on_a_group_or_a_loan_line_without_a_loan() {
    let books = Books::with_cash();
    let group = AccountCode::new("111").unwrap();
    let lines = vec![line(group, F1, 100), line(chart::DONATIONS, F1, -100)];
    assert_eq!(code(books.post("2026-03-10", lines.clone())), GROUP_ACCOUNT);
    assert_eq!(refused(&books, &Raw::new(), &lines), GROUP_ACCOUNT);
    let lines = vec![line(chart::LOANS, F2, 100), cash(F2, -100)];
    assert_eq!(code(books.post("2026-03-10", lines.clone())), LOAN_MISSING);
    assert_eq!(refused(&books, &Raw::new(), &lines), LOAN_MISSING);
    let unknown = vec![line(AccountCode::new("99999").unwrap(), F1, 100), cash(F1, -100)];
    assert_eq!(code(books.post("2026-03-10", unknown)), ACCOUNT_UNKNOWN);
}

#[test]
fn a_fund_overdrawn() {
    let books = Books::with_cash();
    let all = vec![line(chart::AID, F1, 100_000_000), cash(F1, -100_000_000)];
    let more = vec![line(chart::AID, F1, 100_000_001), cash(F1, -100_000_001)];
    assert_eq!(code(books.post("2026-03-10", more.clone())), FUND_OVERDRAWN);
    assert_eq!(refused(&books, &Raw::new(), &more), FUND_OVERDRAWN);
    books.post("2026-03-10", all).unwrap();
    let one = vec![line(chart::AID, F1, 1), cash(F1, -1)];
    assert_eq!(code(books.post("2026-03-11", one.clone())), FUND_OVERDRAWN, "nothing is left");
    let allowed =
        ledger::NewFund { may_overdraw: true, ..new_fund(F1, "صندوق الشراكة", FundKind::Operating) };
    books.db.write(|tx| fund::change(tx, &allowed)).unwrap();
    books.post("2026-03-11", one).unwrap();
}

#[test]
fn a_second_reversal_a_reversal_of_a_reversal_and_one_with_other_lines() {
    let books = Books::with_cash();
    let given = books.post("2026-03-10", donation(F1, 500)).unwrap();
    let other = Raw { approved: true, reverses: Some(given.entry), voucher_no: 2, ..Raw::new() };
    for lines in [donation(F1, -499), donation(F3, -500), {
        let mut more = donation(F1, -500);
        more.extend(donation(F1, 1));
        more
    }] {
        assert_eq!(refused(&books, &other, &lines), NOT_A_REVERSAL, "{lines:?}");
    }
    assert_eq!(code(books.reverse(given.entry, "2026-03-09")), REVERSAL_BEFORE_ENTRY);
    let undone = books.reverse(given.entry, "2026-03-12").unwrap();
    assert_eq!(books.held(F1, &chart::DONATIONS), 0);
    assert_eq!(code(books.reverse(given.entry, "2026-03-12")), REVERSED_ALREADY);
    assert_eq!(code(books.reverse(undone.entry, "2026-03-12")), REVERSAL_OF_REVERSAL);
    let again = Raw { approved: true, reverses: Some(given.entry), voucher_no: 3, ..Raw::new() };
    assert_eq!(refused(&books, &again, &donation(F1, -500)), REVERSED_ALREADY);
    let back = Raw { approved: true, reverses: Some(undone.entry), voucher_no: 3, ..Raw::new() };
    assert_eq!(refused(&books, &back, &donation(F1, 500)), REVERSAL_OF_REVERSAL);
}

#[test]
fn a_one_sided_transfer() {
    let books = Books::with_cash();
    for account in [chart::TRANSFERS, chart::RELEASED, chart::DUE_FROM_FUNDS] {
        let lines = vec![line(account, F1, 500), cash(F1, -500)];
        assert_eq!(code(books.post("2026-03-10", lines.clone())), ONE_SIDED_TRANSFER);
        assert_eq!(refused(&books, &Raw::new(), &lines), ONE_SIDED_TRANSFER);
    }
}

#[test]
fn a_closed_month_a_future_day_and_a_day_outside_its_month() {
    let books = Books::with_cash();
    let march = PeriodId::of(day("2026-03-10"));
    let close = |month: PeriodId, today: &str| books.db.write(|tx| period::close(tx, month, day(today)));
    assert_eq!(code(close(march, "2026-10-31")), EARLIER_PERIOD_OPEN, "months close in order");
    for month in ["2026-01-01", "2026-02-01", "2026-03-01"] {
        close(PeriodId::of(day(month)), "2026-10-31").unwrap();
    }
    let april = PeriodId::of(day("2026-04-01"));
    assert_eq!(code(close(april, "2026-04-29")), PERIOD_NOT_OVER);
    assert_eq!(code(close(april, "2026-04-30")), PERIOD_NOT_OVER, "its last day is still today");
    assert_eq!(code(books.post("2026-03-10", donation(F1, 5))), PERIOD_CLOSED);
    assert_eq!(refused(&books, &Raw::new(), &donation(F1, 5)), PERIOD_CLOSED);
    assert_eq!(code(books.post("2026-11-01", donation(F1, 5))), FUTURE_DAY);
    let tomorrow = Raw { day: day("2026-11-01"), period: 202611, ..Raw::new() };
    assert_eq!(refused(&books, &tomorrow, &donation(F1, 5)), FUTURE_DAY);
    let elsewhere = Raw { period: 202605, ..Raw::new() };
    assert_eq!(refused(&books, &elsewhere, &donation(F1, 5)), DAY_OUTSIDE_PERIOD);

    let open = ("UPDATE period SET state = 'open' WHERE id = 202603", vec![]);
    assert_eq!(code(books.raw(&[open])), REOPENING_NEEDS_TWO);
    books.db.write(|tx| period::ask_to_reopen(tx, march, MAKER, "سند متأخر")).unwrap();
    assert_eq!(code(books.db.write(|tx| period::reopen(tx, march, MAKER))), REOPENING_NEEDS_TWO);
    books.db.write(|tx| period::reopen(tx, march, CHECKER)).unwrap();
    books.post("2026-03-10", donation(F1, 5)).unwrap();

    assert_eq!(code(books.db.write(|tx| period::lock_year(tx, 2026))), EARLIER_PERIOD_OPEN);
    books.raw(&[("UPDATE period SET state = 'closed'", vec![])]).unwrap();
    books.db.write(|tx| period::lock_year(tx, 2026)).unwrap();
    let open = ("UPDATE period SET state = 'open' WHERE id = 202603", vec![]);
    assert_eq!(code(books.raw(&[open])), YEAR_LOCKED);
    assert_eq!(code(books.raw(&[("DELETE FROM period", vec![])])), APPEND_ONLY);
}

#[test]
fn a_change_a_removal_and_an_added_line() {
    let books = Books::with_cash();
    let posted = books.post("2026-03-10", donation(F1, 500)).unwrap();
    for sql in [
        "UPDATE entry SET narration = 'other'",
        "UPDATE line SET amount = amount * 2",
        "UPDATE line SET memo = 'other'",
        "UPDATE entry_seal SET hash = zeroblob(32)",
        "DELETE FROM entry",
        "DELETE FROM line",
        "DELETE FROM entry_seal WHERE seq = 2",
    ] {
        assert_eq!(code(books.raw(&[(sql, vec![])])), APPEND_ONLY, "{sql}");
    }
    let added = raw_line_of(posted.entry, 3, &cash(F1, 5));
    assert_eq!(code(books.raw(&[added])), SEALED);
    assert_eq!(code(books.raw(&[raw_seal(posted.entry)])), SEALED);
    books.assert_intact();
}

#[test]
fn the_same_identifier_again_and_or_replace() {
    let books = Books::with_cash();
    let entry = books.entry(VoucherKind::Receipt, "2026-03-10", "donation", donation(F1, 500));
    books.db.write(|tx| ledger::post(tx, &entry)).unwrap();
    assert_eq!(code(books.db.write(|tx| ledger::post(tx, &entry))), DUPLICATE_ID);
    let again = Raw { id: entry.id, ..Raw::new() };
    for verb in ["INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE"] {
        assert_eq!(code(books.raw(&[again.with(verb)])), DUPLICATE_ID, "{verb}");
    }
    let seal = "INSERT OR REPLACE INTO entry_seal (seq, entry, prev_hash, hash) \
                SELECT seq, entry, prev_hash, zeroblob(32) FROM entry_seal WHERE seq = 2";
    assert_eq!(code(books.raw(&[(seal, vec![])])), SEALED);
    let line_again = "INSERT OR REPLACE INTO line (entry, no, account, fund, amount) \
                      SELECT entry, no, account, fund, 7 FROM line";
    assert_eq!(code(books.raw(&[(line_again, vec![])])), SEALED);
    books.assert_intact();
}

#[test]
fn a_seal_out_of_its_chain() {
    let books = Books::with_cash();
    let put = |seal: &'static str| {
        let statements = [
            Raw::new().insert(),
            raw_line(1, &cash(F1, 5)),
            raw_line(2, &line(chart::DONATIONS, F1, -5)),
            (seal, values![ENTRY].to_vec()),
        ];
        code(books.raw(&statements))
    };
    for seal in [
        "INSERT INTO entry_seal (seq, entry, prev_hash, hash) SELECT 9, $1, hash, zeroblob(32) FROM entry_seal",
        "INSERT INTO entry_seal (seq, entry, prev_hash, hash) VALUES (2, $1, zeroblob(32), zeroblob(32))",
    ] {
        assert_eq!(put(seal), CHAIN, "{seal}");
    }
}

#[test]
fn an_amount_that_is_not_whole() {
    let books = Books::with_cash();
    let halves = "INSERT INTO line (entry, no, account, fund, amount) SELECT $1, 1, '11101', id, 1.5 FROM fund LIMIT 1";
    let outcome = books.raw(&[Raw::new().insert(), (halves, values![ENTRY].to_vec())]);
    assert_eq!(code(outcome), database::WRONG_KIND);
}

#[test]
fn restricted_revenue_in_an_unrestricted_fund_and_the_other_way_round() {
    let books = Books::with_cash();
    for lines in [
        vec![cash(F1, 500), line(chart::GRANTS, F1, -500)],
        vec![cash(F4, 500), line(chart::DONATIONS, F4, -500)],
        vec![line(chart::NET_ASSETS_RESTRICTED, F1, 500), cash(F1, -500)],
    ] {
        assert_eq!(code(books.post("2026-03-10", lines.clone())), OTHER_RESTRICTION);
        assert_eq!(refused(&books, &Raw::new(), &lines), OTHER_RESTRICTION);
    }
}

#[test]
fn a_fund_outside_its_days_and_one_whose_meaning_would_change() {
    let books = Books::with_cash();
    let until = ledger::NewFund {
        closes_on: Some(day("2026-03-09")),
        ..new_fund(F3, "محفظة الاستثمار: عقار؛ منشآت", FundKind::InvestmentPool)
    };
    books.db.write(|tx| fund::change(tx, &until)).unwrap();
    assert_eq!(code(books.post("2026-03-10", donation(F3, 5))), FUND_NOT_OPEN);
    assert_eq!(refused(&books, &Raw::new(), &donation(F3, 5)), FUND_NOT_OPEN);
    books.post("2026-03-09", donation(F3, 5)).unwrap();
    assert_eq!(code(books.raw(&[("UPDATE fund SET class = 'restricted'", vec![])])), FUND_IN_USE);
    assert_eq!(code(books.raw(&[("DELETE FROM fund", vec![])])), FUND_IN_USE);
    let twice = new_fund(kernel::id::FundId::from_bytes([9; 16]), "صندوق  الشراكه", FundKind::Grant);
    assert_eq!(code(books.db.write(|tx| fund::add(tx, &twice, now()))), FUND_NAME_TAKEN, "names compare folded");
}

#[test]
fn books_that_are_not_as_they_were_written_take_nothing_more() {
    let books = Books::with_cash();
    books.post("2026-03-10", donation(F1, 500)).unwrap();
    for (tampering, mending) in [
        (
            "UPDATE balance SET debit = debit + 1 WHERE account = '31201'",
            "UPDATE balance SET debit = debit - 1 WHERE account = '31201'",
        ),
        (
            "INSERT INTO balance SELECT fund, '11103', period, 1, 1 FROM balance LIMIT 1",
            "DELETE FROM balance WHERE account = '11103'",
        ),
        (
            "DELETE FROM balance WHERE account = '31201'",
            "INSERT INTO balance SELECT fund, '31201', 202603, 0, 500 FROM balance WHERE period = 202603",
        ),
    ] {
        books.raw(&[(tampering, vec![])]).unwrap();
        let found = books.db.write(ledger::verify_and_guard).unwrap();
        assert!(found.balances_off > 0, "{tampering}: {found:?}");
        assert_eq!(code(books.post("2026-03-10", donation(F1, 5))), READ_ONLY);
        assert_eq!(refused_only(&books), READ_ONLY);
        books.raw(&[(mending, vec![])]).unwrap();
        assert!(books.db.write(ledger::verify_and_guard).unwrap().is_intact(), "{mending}");
        assert!(!books.db.read(ledger::is_read_only).unwrap());
    }
}

fn refused_only(books: &Books) -> Code {
    code(books.raw(&[Raw { voucher_no: 2, ..Raw::new() }.insert()]))
}

#[test]
fn what_is_changed_behind_the_triggers_shows() {
    for tampering in [
        "UPDATE line SET amount = 2 * amount WHERE entry = (SELECT entry FROM entry_seal WHERE seq = 2)",
        "UPDATE line SET loan = zeroblob(16) WHERE entry = (SELECT entry FROM entry_seal WHERE seq = 2)",
        "UPDATE entry SET narration = 'other' WHERE id = (SELECT entry FROM entry_seal WHERE seq = 2)",
        "UPDATE entry SET approved_by = (SELECT id FROM person WHERE login = 'checker') \
         WHERE id = (SELECT entry FROM entry_seal WHERE seq = 2)",
        "UPDATE entry SET second_approved_by = (SELECT id FROM person WHERE login = 'second') \
         WHERE id = (SELECT entry FROM entry_seal WHERE seq = 2)",
        "UPDATE entry_seal SET hash = zeroblob(32) WHERE seq = 2",
    ] {
        let books = Books::with_cash();
        books.post("2026-03-10", donation(F1, 500)).unwrap();
        books.post("2026-03-11", vec![line(chart::LOANS, F2, 100).of_loan(LOAN), cash(F2, -100)]).unwrap();
        for trigger in ["line_is_not_changed", "entry_is_not_changed", "entry_seal_is_not_changed"] {
            books.raw(&[(Box::leak(format!("DROP TRIGGER {trigger}").into_boxed_str()), vec![])]).unwrap();
        }
        books.raw(&[(tampering, vec![])]).unwrap();
        assert_eq!(books.db.read(ledger::verify).unwrap().broken_at, Some(2), "{tampering}");
    }
}
