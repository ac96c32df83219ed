//! Where the books begin: at the opening balances of a fund, in a year that is open, and not in another century.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A story may stop at the first thing that is not as told.

mod books;

use books::{Books, F1, F2, code, day, donation, line};
use ledger::refusals::*;
use ledger::{PeriodId, VoucherKind, chart, period};

fn opening(fund: kernel::id::FundId) -> Vec<ledger::Line> {
    vec![line(chart::BANK, fund, 500_000), line(chart::NET_ASSETS_UNRESTRICTED, fund, -500_000)]
}

#[test]
fn nothing_is_posted_before_the_opening_balances_of_its_fund() {
    let books = Books::new();
    books.post_as(VoucherKind::Opening, "2025-01-01", "opening", opening(F2)).unwrap();
    assert_eq!(code(books.post("2024-12-31", donation(F2, 100))), BEFORE_OPENING);
    books.post("2025-01-01", donation(F2, 100)).unwrap();
    books.post("2024-12-31", donation(F1, 100)).unwrap();
    let between = vec![
        line(chart::TRANSFERS, F1, 50),
        line(chart::BANK, F1, -50),
        line(chart::BANK, F2, 50),
        line(chart::TRANSFERS, F2, -50),
    ];
    assert_eq!(code(books.post("2024-12-31", between)), BEFORE_OPENING, "one of its funds is enough");
    books.assert_intact();
}

#[test]
fn an_opening_that_was_taken_back_bars_nothing() {
    let books = Books::new();
    let wrong = books.post_as(VoucherKind::Opening, "2025-03-01", "opening", opening(F2)).unwrap();
    books.reverse(wrong.entry, "2025-03-01").unwrap();
    books.post_as(VoucherKind::Opening, "2025-01-01", "opening", opening(F2)).unwrap();
    books.post("2025-02-01", donation(F2, 100)).unwrap();
    books.assert_intact();
}

#[test]
fn opening_balances_do_not_count_again_what_was_posted_before_their_day() {
    let books = Books::new();
    let early = books.post("2024-11-05", donation(F2, 100)).unwrap();
    let open = || books.post_as(VoucherKind::Opening, "2025-01-01", "opening", opening(F2));
    assert_eq!(code(open()), OPENING_TOO_LATE);
    books.reverse(early.entry, "2025-02-01").unwrap();
    open().unwrap();
    books.assert_intact();
}

#[test]
fn a_year_before_a_closed_month_is_closed_and_the_database_says_so_itself() {
    let books = Books::new();
    books.post("2026-01-10", donation(F1, 100)).unwrap();
    let january = PeriodId::of(day("2026-01-10"));
    books.db.write(|tx| period::close(tx, january, day("2026-02-01"))).unwrap();
    assert_eq!(code(books.post("2025-12-31", donation(F1, 100))), PERIOD_CLOSED);
    let year = "INSERT INTO period (id, first, last, state) VALUES (202512, 20423, 20453, 'open')";
    assert_eq!(code(books.raw(&[(year, vec![])])), PERIOD_CLOSED);
    books.post("2026-02-10", donation(F1, 100)).unwrap();
}

#[test]
fn a_day_of_more_than_ten_years_ago_is_a_slip() {
    let books = Books::new();
    assert_eq!(code(books.post("2015-12-31", donation(F1, 100))), DAY_TOO_OLD);
    assert_eq!(code(books.post("1926-10-31", donation(F1, 100))), DAY_TOO_OLD);
    books.post("2016-01-01", donation(F1, 100)).unwrap();
}

/// Every entry asks this; in books of two million lines it must not walk over those of its fund.
#[test]
fn the_question_for_opening_balances_looks_at_their_vouchers_only() {
    let books = Books::new();
    let explained = format!("EXPLAIN QUERY PLAN {}", include_str!("../src/sql/opened_after.sql"));
    let nothing = vec![database::Value::Null, database::Value::Null];
    let steps: Vec<String> = books.db.read(|db| db.rows(&explained, nothing, |row| row.get("detail"))).unwrap();
    let steps = steps.join("; ");
    assert!(steps.contains("SEARCH opening USING INDEX sqlite_autoindex_entry_2 (year=? AND kind=?)"), "{steps}");
    assert!(steps.contains("SEARCH line USING PRIMARY KEY (entry=?)"), "{steps}");
}
