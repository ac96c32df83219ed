//! Our trial balance beside the one hledger makes of the exported journal, to the halala.
//!
//! The program `hledger` must be installed (package `hledger`): the comparison is not left out where it is missing.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A story may stop at the first thing that is not as told.

mod books;

use books::{Books, F1, F2, F3, F4, LOAN, day, donation, line};
use kernel::Day;
use ledger::{VoucherKind, chart};
use std::collections::BTreeMap;
use std::process::Command;

/// What `hledger bal` says of each account, in halalas.
fn hledger_balances(journal: &str, arguments: &[&str]) -> BTreeMap<String, i64> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("books.journal");
    std::fs::write(&file, journal).unwrap();
    let run = Command::new("hledger")
        .arg("-f")
        .arg(&file)
        .args(["bal", "-E", "--flat", "-N", "-O", "csv"])
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("the program hledger must be installed to compare the books with it (package hledger)");
    assert!(run.status.success(), "hledger: {}", String::from_utf8_lossy(&run.stderr));
    let text = String::from_utf8(run.stdout).unwrap();
    text.lines().skip(1).map(balance_of).collect()
}

/// A row such as `"11101 نقدية","1234.50 SAR"`.
fn balance_of(row: &str) -> (String, i64) {
    let (name, amount) = row.trim_matches('"').split_once("\",\"").unwrap();
    let plain = amount.trim_end_matches(" SAR");
    let halalas = plain.parse::<kernel::Money>().unwrap().halalas();
    (name.to_owned(), halalas)
}

fn busy_books() -> Books {
    let books = Books::with_cash();
    books.post_as(VoucherKind::Receipt, "2026-02-01", "donation", donation(F1, 1_000_001)).unwrap();
    let mut odd = books.entry(VoucherKind::Receipt, "2026-02-03", "donation", donation(F3, 5));
    odd.narration = "تبرع: سطر أول\nسطر ثانٍ ; ليس تعليقًا | ولا مستفيدًا  (مسافتان)".into();
    books.db.write(|tx| ledger::post(tx, &odd)).unwrap();
    let tranche = vec![line(chart::LOANS, F2, 333_333).of_loan(LOAN), line(chart::BANK, F2, -333_333)];
    books.post_as(VoucherKind::Payment, "2026-02-05", "loan.tranche", tranche).unwrap();
    let moved = vec![
        line(chart::TRANSFERS, F4, 70),
        line(chart::BANK, F4, -70),
        line(chart::BANK, F2, 70),
        line(chart::TRANSFERS, F2, -70),
    ];
    let transfer = books.post("2026-03-07", moved).unwrap();
    books.reverse(transfer.entry, "2026-03-31").unwrap();
    books
}

#[test]
fn the_trial_balance_is_the_one_of_hledger() {
    let books = busy_books();
    let journal = books.db.read(ledger::hledger_journal).unwrap();
    let ours: BTreeMap<String, i64> = books
        .db
        .read(|tx| ledger::trial_balance(tx, Day::LAST, None))
        .unwrap()
        .into_iter()
        .map(|row| {
            let left = row.debit_balance.halalas() - row.credit_balance.halalas();
            (format!("{} {}", row.account, row.name), left)
        })
        .collect();
    let used = |balances: BTreeMap<String, i64>| -> BTreeMap<String, i64> {
        balances.into_iter().filter(|(name, _)| ours.contains_key(name)).collect()
    };
    let theirs = hledger_balances(&journal, &["--depth", "1"]);
    assert!(theirs.iter().all(|(name, left)| *left == 0 || ours.contains_key(name)), "{theirs:?}");
    assert_eq!(used(theirs), ours);
    assert_eq!(ours[&format!("{} تحويلات بين الصناديق", chart::TRANSFERS)], 0, "the reversal took it back");
}

#[test]
fn each_fund_and_each_day_is_the_one_of_hledger() {
    let books = busy_books();
    let journal = books.db.read(ledger::hledger_journal).unwrap();
    let names: BTreeMap<_, _> =
        books.db.read(ledger::fund::funds).unwrap().into_iter().map(|fund| (fund.id, fund.name)).collect();
    for until in ["2026-01-31", "2026-02-01", "2026-02-04", "2026-03-07", "2026-03-31"] {
        let end = day(until).plus_days(1).unwrap().to_string();
        let theirs = hledger_balances(&journal, &["-e", &end]);
        for held in books.db.read(|tx| ledger::balances(tx, day(until))).unwrap() {
            let fund = names[&held.fund].replace(':', "-");
            let prefix = format!("{} ", held.account);
            let found =
                theirs.iter().find(|(name, _)| name.starts_with(&prefix) && name.ends_with(&format!(":{fund}")));
            assert_eq!(found.map(|(_, left)| *left), Some(held.amount.halalas()), "{prefix} of {fund} on {until}");
        }
    }
}

#[test]
fn a_voucher_is_found_by_its_number() {
    let journal = busy_books().db.read(ledger::hledger_journal).unwrap();
    assert!(journal.contains("2026-02-05 * (PV-2026-000001) "), "the number is the code of the transaction");
    assert!(journal.contains("تبرع- سطر أول سطر ثانٍ - ليس تعليقًا - ولا مستفيدًا (مسافتان)"), "nothing breaks a line");
}

#[test]
fn the_strict_check_of_hledger_has_nothing_to_say() {
    let journal = busy_books().db.read(ledger::hledger_journal).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("books.journal");
    std::fs::write(&file, journal).unwrap();
    let mut check = Command::new("hledger");
    check.arg("-f").arg(&file).args(["check", "--strict"]).env("LC_ALL", "C.UTF-8");
    let run = check.output().expect("the program hledger must be installed (package hledger)");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}
