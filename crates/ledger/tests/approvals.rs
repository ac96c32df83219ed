//! Who must approve what: through the types, and by the database itself when a statement goes past them.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A story may stop at the first thing that is not as told.

mod books;

use books::raw::{ENTRY, Raw, cash, raw_line, raw_seal, refused};
use books::{Books, CHECKER, F1, F2, LOAN, MAKER, SECOND, code, donation, line};
use ledger::refusals::*;
use ledger::{VoucherKind, chart};

#[test]
fn approving_ones_own_and_a_hand_written_entry_without_approval() {
    let books = Books::with_cash();
    let own = books.entry(VoucherKind::Payment, "2026-03-10", "aid", donation(F1, 5)).approved_by(MAKER);
    assert_eq!(code(books.db.write(|tx| ledger::post(tx, &own))), OWN_APPROVAL);
    assert_eq!(refused(&books, &Raw { own: true, ..Raw::new() }, &donation(F1, 5)), OWN_APPROVAL);
    for event in ["manual", "transfer"] {
        let alone = Raw { event, ..Raw::new() };
        assert_eq!(refused(&books, &alone, &donation(F1, 5)), APPROVAL_MISSING);
    }
    let approved = Raw { event: "manual", approved: true, ..Raw::new() };
    let statements =
        [approved.insert(), raw_line(1, &cash(F1, 5)), raw_line(2, &line(chart::DONATIONS, F1, -5)), raw_seal(ENTRY)];
    books.raw(&statements).unwrap();
}

#[test]
fn a_payment_by_hand_without_two_approvals() {
    let books = Books::with_cash();
    let payment = || Raw { kind: "PV", event: "manual", approved: true, ..Raw::new() };
    let aid = || vec![line(chart::AID, F1, 5), cash(F1, -5)];
    assert_eq!(refused(&books, &payment(), &aid()), SECOND_APPROVAL_MISSING);
    let twice = Raw { second: Some(CHECKER), ..payment() };
    assert_eq!(refused(&books, &twice, &aid()), SECOND_APPROVAL_MISSING, "two approvals by one person are one");
    let own = Raw { second: Some(MAKER), ..payment() };
    assert_eq!(refused(&books, &own, &aid()), OWN_APPROVAL);
    let unordered = Raw { second: Some(SECOND), approved: false, event: "aid", ..payment() };
    assert_eq!(refused(&books, &unordered, &aid()), APPROVAL_MISSING, "the first one comes first");
    let entry = || books.entry(VoucherKind::Payment, "2026-03-10", ledger::MANUAL, aid());
    let one = entry().approved_by(CHECKER);
    assert_eq!(code(books.db.write(|tx| ledger::post(tx, &one))), SECOND_APPROVAL_MISSING);
    let two = entry().approved_by_two(CHECKER, SECOND);
    let posted = books.db.write(|tx| ledger::post(tx, &two)).unwrap();
    let written = books.db.read(|tx| ledger::journal::entry(tx, posted.entry)).unwrap();
    assert_eq!((written.approved_by, written.second_approved_by), (Some(CHECKER), Some(SECOND)));
    books.assert_intact();
}

#[test]
fn a_reversal_by_one_person_alone_except_where_a_loan_is_kept() {
    let books = Books::with_cash();
    let given = books.post("2026-03-10", donation(F1, 500)).unwrap();
    let alone = Raw { reverses: Some(given.entry), voucher_no: 2, ..Raw::new() };
    assert_eq!(refused(&books, &alone, &donation(F1, -500)), APPROVAL_MISSING);
    let own = Raw { reverses: Some(given.entry), voucher_no: 2, own: true, ..Raw::new() };
    assert_eq!(refused(&books, &own, &donation(F1, -500)), OWN_APPROVAL);
    let lent = vec![line(chart::LOANS, F2, 100).of_loan(LOAN), cash(F2, -100)];
    let lent = books.post_as(VoucherKind::Journal, "2026-03-10", "loan.tranche", lent).unwrap();
    let undo = Raw { reverses: Some(lent.entry), voucher_no: 3, ..Raw::new() };
    let back = [line(chart::LOANS, F2, -100).of_loan(LOAN), cash(F2, 100)];
    let statements = [undo.insert(), raw_line(1, &back[0]), raw_line(2, &back[1]), raw_seal(ENTRY)];
    books.raw(&statements).unwrap();
}

#[test]
fn an_approval_above_the_limit_of_its_role() {
    let books = Books::with_cash();
    let limit = "INSERT INTO approval_limit (role, amount) VALUES ('finance', 1000)";
    books.raw(&[(limit, vec![])]).unwrap();
    let approved = |event| Raw { event, approved: true, ..Raw::new() };
    assert_eq!(refused(&books, &approved("manual"), &donation(F1, 1001)), ABOVE_LIMIT);
    let transfer = |amount| {
        vec![
            line(chart::TRANSFERS, F1, amount),
            cash(F1, -amount),
            cash(F2, amount),
            line(chart::TRANSFERS, F2, -amount),
        ]
    };
    assert_eq!(refused(&books, &approved("transfer"), &transfer(1001)), ABOVE_LIMIT);
    let post = |amount| {
        let entry = books.entry(VoucherKind::Journal, "2026-03-10", ledger::TRANSFER, transfer(amount));
        books.db.write(|tx| ledger::post(tx, &entry.approved_by(CHECKER)))
    };
    assert_eq!(code(post(1001)), ABOVE_LIMIT);
    let posted = post(1000).unwrap();
    let written = books.db.read(|tx| ledger::journal::entry(tx, posted.entry)).unwrap();
    assert_eq!(written.amount.halalas(), 1000, "what passes through the transfer account is counted once");
    books.assert_intact();
}
