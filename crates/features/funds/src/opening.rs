//! The books begin: funds and what each holds on the opening day, in one entry that the importer hands over.

use super::rules::{OPENED_ALREADY, OPENING_EMPTY};
use database::values;
use kernel::id::{EntryId, FundId};
use kernel::{Day, Money, Refusal, Result, require};
use ledger::{AccountCode, Fund, Line, NewEntry, NewFund, Posted, VoucherKind, fund, journal};
use office::context::Write;
use office::words::{self, Language};
use serde::Serialize;
use std::collections::HashSet;

/// A line of the opening balances; debit above zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningLine {
    pub fund: FundId,
    pub account: AccountCode,
    pub amount: Money,
    pub memo: String,
}

/// Funds to be made and balances to be opened. A line may belong to a fund made here or to one the office has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    pub id: EntryId,
    pub day: Day,
    pub funds: Vec<NewFund>,
    pub lines: Vec<OpeningLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Opened {
    pub funds: Vec<Fund>,
    /// None where only funds were made.
    pub entry: Option<Posted>,
}

/// Makes the funds and posts their opening balances as one voucher on the opening day: one entry, because what one fund
/// is owed by another must be what that one owes. Each fund is opened once.
///
/// # Errors
/// Nothing to open; a fund that was opened before; what the ledger refuses, such as a fund that does not balance.
pub fn open_from(cx: &Write<'_>, opening: &Opening) -> Result<Opened> {
    require(!opening.funds.is_empty() || !opening.lines.is_empty(), OPENING_EMPTY)?;
    let funds = opening.funds.iter().map(|new| fund::add(cx.db(), new, cx.now)).collect::<Result<Vec<_>>>()?;
    for fund in &funds {
        cx.changed("fund", fund.id, &fund.name, &(), fund)?;
    }
    if opening.lines.is_empty() {
        return Ok(Opened { funds, entry: None });
    }
    for line in &opening.lines {
        let fund = fund::fund(cx, line.fund)?;
        let opened = cx.row(include_str!("sql/is_opened.sql"), values![fund.id], |_| Ok(()))?.is_some();
        require(!opened, Refusal::new(OPENED_ALREADY).with("name", &fund.name))?;
    }
    let lines = opening
        .lines
        .iter()
        .map(|line| Line::debit(line.account.clone(), line.fund, line.amount).memo(line.memo.clone()))
        .collect();
    let narration = words::word("funds.opening", Language::Ar);
    let kind = VoucherKind::Opening;
    let entry = NewEntry::new(opening.id, kind, opening.day, "opening", &narration, lines, cx.who.id, cx.now);
    let posted = ledger::post(cx.db(), &entry)?;
    let written = journal::entry(cx, posted.entry)?;
    cx.changed("entry", posted.entry, &posted.voucher.to_string(), &(), &written)?;
    Ok(Opened { funds, entry: Some(posted) })
}

/// The funds whose opening balances stand in the books.
///
/// # Errors
/// What the database refuses.
pub fn opened(db: &database::Read<'_>) -> Result<HashSet<FundId>> {
    let funds = db.rows(include_str!("sql/opened.sql"), values![], |row| row.get("fund"))?;
    Ok(funds.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use database::Database;
    use kernel::id::PersonId;
    use kernel::{Failure, Moment};
    use ledger::{FundClass, FundKind, chart};
    use office::context::Who;
    use office::permission::Role;

    /// Fund, account, halalas: the opening of an association with seven funds.
    const BALANCES: &[(u8, &str, i64)] = &[
        (1, "11101", 85000000),
        (1, "11103", 320000),
        (1, "11602", 4000000),
        (1, "11701", 1260000),
        (1, "12105", 2800000),
        (1, "21101", -1840000),
        (1, "23101", -91540000),
        (2, "11101", 146000000),
        (2, "11201", 25883300),
        (2, "11209", -647100),
        (2, "21103", -65000),
        (2, "23101", -171171200),
        (3, "11101", 21040000),
        (3, "11301", 12000000),
        (3, "12301", 145000000),
        (3, "11406", 950000),
        (3, "21107", -1200000),
        (3, "21105", -3000000),
        (3, "23101", -174790000),
        (4, "11101", 64000000),
        (4, "11201", 10600000),
        (4, "21104", -10000000),
        (4, "23201", -64600000),
        (5, "13101", 7500000),
        (5, "13301", 230000000),
        (5, "11407", 3000000),
        (5, "22504", -11500000),
        (5, "23301", -229000000),
        (6, "11101", 14500000),
        (6, "11401", 450000),
        (6, "11501", 600000),
        (6, "12110", 3200000),
        (6, "21106", -2130000),
        (6, "23101", -16620000),
        (7, "11101", 8825000),
        (7, "23201", -8825000),
    ];

    fn fund_id(number: u8) -> FundId {
        FundId::from_bytes([number; 16])
    }

    fn day() -> Day {
        Day::from_ymd(2025, 1, 1).unwrap()
    }

    fn funds() -> Vec<NewFund> {
        let kinds = [
            (FundClass::Unrestricted, FundKind::Operating),
            (FundClass::Unrestricted, FundKind::LoanPool),
            (FundClass::Unrestricted, FundKind::InvestmentPool),
            (FundClass::Restricted, FundKind::Grant),
            (FundClass::Endowment, FundKind::Waqf),
            (FundClass::Unrestricted, FundKind::Operating),
            (FundClass::Restricted, FundKind::Zakat),
        ];
        let fund = |(number, (class, kind))| NewFund {
            id: fund_id(number),
            name: format!("صندوق {number}"),
            class,
            kind,
            opens_on: None,
            closes_on: None,
            may_overdraw: false,
            bank_account: None,
            notes: String::new(),
        };
        (1..).zip(kinds).map(fund).collect()
    }

    fn lines() -> Vec<OpeningLine> {
        let line = |(fund, code, amount): &(u8, &str, i64)| OpeningLine {
            fund: fund_id(*fund),
            account: AccountCode::new(*code).unwrap(),
            amount: Money::from_halalas(*amount).unwrap(),
            memo: String::new(),
        };
        BALANCES.iter().map(line).collect()
    }

    fn opened(db: &Database, id: u8, funds: Vec<NewFund>, lines: Vec<OpeningLine>) -> Result<Opened> {
        let person = PersonId::from_bytes([1; 16]);
        let who = Who { id: person, name: "نوف".into(), login: "nouf".into(), role: Role::Finance };
        let now = Moment::start_of_riyadh_day(i64::from(day().number()) + 400);
        db.write(|tx| {
            tx.run(
                "INSERT INTO person (id, name, name_fold, login, role, created_at) \
                 VALUES ($1, 'x', 'x', 'x', 'finance', 0) ON CONFLICT (id) DO NOTHING",
                values![person],
            )?;
            let opening = Opening { id: EntryId::from_bytes([id; 16]), day: day(), funds, lines };
            open_from(&Write::new(tx, office::feature::Features::NONE, &who, now, false), &opening)
        })
    }

    #[test]
    fn seven_funds_are_opened_by_one_voucher_and_only_once() {
        let db = Database::in_memory().unwrap();
        let done = opened(&db, 1, funds(), lines()).unwrap();
        assert_eq!(done.entry.unwrap().voucher.to_string(), "OV-2025-000001");
        let totals = db.read(|tx| ledger::fund_totals(tx, day())).unwrap();
        assert_eq!(totals.len(), 7, "every fund has its balances");
        let loans = |fund| db.read(|tx| ledger::control_balance(tx, fund, &chart::LOANS, day())).unwrap();
        assert_eq!((loans(fund_id(2)), loans(fund_id(4))), (Money::from(25_883_300), Money::from(10_600_000)));
        assert!(db.read(ledger::verify).unwrap().is_intact());
        let again = opened(&db, 2, Vec::new(), lines());
        assert_eq!(again.unwrap_err().code(), Some(OPENED_ALREADY));
    }

    #[test]
    fn an_opening_that_does_not_hold_leaves_nothing_not_even_its_funds() {
        let db = Database::in_memory().unwrap();
        let mut off = lines();
        off[0].amount = off[0].amount.plus(Money::from(1)).unwrap();
        assert_eq!(opened(&db, 1, funds(), off).unwrap_err().code(), Some(ledger::refusals::UNBALANCED));
        let one_sided: Vec<OpeningLine> = lines().into_iter().filter(|line| line.fund != fund_id(5)).collect();
        let refused: Failure = opened(&db, 1, funds(), one_sided).unwrap_err();
        assert_eq!(refused.code(), Some(ledger::refusals::ONE_SIDED_TRANSFER), "what one fund owes another is owed");
        assert!(db.read(ledger::fund::funds).unwrap().is_empty());
        assert_eq!(opened(&db, 1, Vec::new(), Vec::new()).unwrap_err().code(), Some(OPENING_EMPTY));
    }
}
