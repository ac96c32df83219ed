//! The chart of accounts: what may change and what may not.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A story may stop at the first thing that is not as told.

mod books;

use books::{Books, code};
use ledger::refusals::{ACCOUNT_IN_USE, CODE_KEPT, CODE_SHAPE, CODE_TAKEN, PARENT_UNKNOWN};
use ledger::{AccountCode, account, chart};

#[test]
fn an_account_keeps_its_code_and_its_meaning() {
    let books = Books::with_cash();
    assert_eq!(code(books.raw(&[("UPDATE account SET code = '11109' WHERE code = '11102'", vec![])])), CODE_KEPT);
    assert_eq!(code(books.raw(&[("DELETE FROM account WHERE code = '11102'", vec![])])), CODE_KEPT);
    assert_eq!(
        code(books.raw(&[("UPDATE account SET type = 'expense' WHERE code = '11101'", vec![])])),
        ACCOUNT_IN_USE
    );
    let group = books.db.write(|tx| account::change(tx, &chart::BANK, "البنوك", false, true));
    assert_eq!(code(group), ACCOUNT_IN_USE);
    books.db.write(|tx| account::change(tx, &chart::BANK, "البنوك", true, true)).unwrap();

    let new = |code: &str| account::NewAccount {
        code: AccountCode::new(code).unwrap(),
        name: "مصرف الراجحي".into(),
        postable: true,
    };
    let bank = books.db.write(|tx| account::add(tx, &new("11101001"))).unwrap();
    assert_eq!((bank.parent, bank.cash_kind.is_some()), (Some(chart::BANK), true), "cash as its parent is");
    assert_eq!(code(books.db.write(|tx| account::add(tx, &new("11101001")))), CODE_TAKEN);
    assert_eq!(code(books.db.write(|tx| account::add(tx, &new("99999")))), PARENT_UNKNOWN);
    for shape in ["", "1a", "1111", "1234567", "١١١٠١"] {
        assert_eq!(code(AccountCode::new(shape)), CODE_SHAPE, "{shape}");
    }
}
