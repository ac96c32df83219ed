//! The statements of two offices, in each form their banks gave them: the same movements to the halala.

#![allow(clippy::unwrap_used, reason = "a test may stop where something is not as it should be")]

use bank::{Statement, StatementFormat, read};
use kernel::Money;

fn halalas(amount: Option<Money>) -> i64 {
    amount.unwrap().halalas()
}

fn statement(bytes: &[u8], name: &str) -> Statement {
    read(bytes, name, &sheets::Limits::default()).unwrap()
}

/// The account, the balances, and the key: day, amount, balance, the bank's reference, text, text of the message.
fn agrees(table: &[u8], message: &[u8], key: &str, account: &str, opening: i64, closing: i64) {
    let (table, message) = (statement(table, "bank_statement.csv"), statement(message, "bank_statement.mt940"));
    assert_eq!((table.format, message.format), (StatementFormat::Table, StatementFormat::Mt940));
    for found in [&table, &message] {
        assert_eq!(
            (found.account.as_str(), halalas(found.opening), halalas(found.closing)),
            (account, opening, closing)
        );
    }
    let rows: Vec<Vec<&str>> = key.lines().skip(1).map(|row| row.split('\t').collect()).collect();
    assert_eq!((table.lines.len(), message.lines.len()), (rows.len(), rows.len()));
    for ((row, line), told) in rows.iter().zip(&table.lines).zip(&message.lines) {
        let [day, amount, balance, reference, text, message_text] = row[..] else { panic!("{row:?}") };
        for found in [line, told] {
            assert_eq!((found.day.to_string().as_str(), found.amount.halalas().to_string().as_str()), (day, amount));
            assert_eq!(found.bank_reference, reference);
        }
        assert_eq!((halalas(line.balance).to_string().as_str(), line.text.as_str()), (balance, text));
        assert_eq!(told.text, message_text);
    }
}

#[test]
fn an_office_of_qassim() {
    let table = include_bytes!("../cases/qassim.csv");
    let message = include_bytes!("../cases/qassim.mt940");
    let key = include_str!("../cases/qassim.tsv");
    agrees(table, message, key, "SA3180214651785619433823", 28_435_075, 13_969_565);
}

#[test]
fn an_office_of_jazan() {
    let table = include_bytes!("../cases/jazan.csv");
    let message = include_bytes!("../cases/jazan.mt940");
    let key = include_str!("../cases/jazan.tsv");
    agrees(table, message, key, "SA9880982813933267809783", 19_870_415, 23_556_559);
}
