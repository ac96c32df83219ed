//! Books in memory with three people and the six funds of the examples.
#![allow(dead_code, reason = "each test file uses its part")]

use database::{Database, Value, Write, values};
use kernel::id::{EntryId, FundId, LoanId, PartyId, PersonId};
use kernel::{Code, Day, Failure, Moment, Money, Result};
use ledger::{
    AccountCode, FundClass, FundKind, Line, NewEntry, NewFund, NewReversal, Posted, VoucherKind, chart, fund,
};
use std::cell::Cell;

pub mod raw;

pub const MAKER: PersonId = PersonId::from_bytes([1; 16]);
pub const CHECKER: PersonId = PersonId::from_bytes([2; 16]);
pub const SECOND: PersonId = PersonId::from_bytes([3; 16]);
pub const LOAN: LoanId = LoanId::from_bytes([7; 16]);
pub const SUPPLIER: PartyId = PartyId::from_bytes([8; 16]);

/// The funds of the examples: F1 partnership, F2 loan pool, F3 investment pool, F4 restricted grant, F5 endowment, F6
/// operating.
pub const F1: FundId = FundId::from_bytes([0xf1; 16]);
pub const F2: FundId = FundId::from_bytes([0xf2; 16]);
pub const F3: FundId = FundId::from_bytes([0xf3; 16]);
pub const F4: FundId = FundId::from_bytes([0xf4; 16]);
pub const F5: FundId = FundId::from_bytes([0xf5; 16]);
pub const F6: FundId = FundId::from_bytes([0xf6; 16]);

pub struct Books {
    pub db: Database,
    made: Cell<u64>,
}

pub fn day(text: &str) -> Day {
    let numbers: Vec<i32> = text.split('-').map(|part| part.parse().unwrap()).collect();
    Day::from_ymd(numbers[0], numbers[1].unsigned_abs(), numbers[2].unsigned_abs()).unwrap()
}

/// 2026-10-31, about noon in Riyadh.
pub fn now() -> Moment {
    Moment::from_micros(Moment::start_of_riyadh_day(i64::from(day("2026-10-31").number())).micros() + 43_200_000_000)
}

pub fn halalas(amount: i64) -> Money {
    Money::from_halalas(amount).unwrap()
}

pub fn line(account: AccountCode, fund: FundId, amount: i64) -> Line {
    Line::debit(account, fund, halalas(amount))
}

impl Books {
    pub fn new() -> Self {
        let books = Self { db: Database::in_memory().unwrap(), made: Cell::new(0) };
        books.db.write(people_and_funds).unwrap();
        books
    }

    /// Books whose funds have cash to spend.
    pub fn with_cash() -> Self {
        let books = Self::new();
        let lines = [F1, F2, F3, F4, F5, F6].into_iter().flat_map(|id| {
            let class = class_of(id);
            [line(class.bank(), id, 100_000_000), line(class.net_assets(), id, -100_000_000)]
        });
        books.post_as(VoucherKind::Opening, "2026-01-01", "opening", lines.collect()).unwrap();
        books
    }

    pub fn id(&self) -> EntryId {
        self.made.set(self.made.get() + 1);
        let mut bytes = [0xe; 16];
        bytes[8..].copy_from_slice(&self.made.get().to_be_bytes());
        EntryId::from_bytes(bytes)
    }

    pub fn entry(&self, kind: VoucherKind, on: &str, event: &str, lines: Vec<Line>) -> NewEntry {
        NewEntry::new(self.id(), kind, day(on), event, "قيد للاختبار", lines, MAKER, now())
    }

    pub fn post_as(&self, kind: VoucherKind, on: &str, event: &str, lines: Vec<Line>) -> Result<Posted> {
        let entry = self.entry(kind, on, event, lines);
        self.db.write(|tx| ledger::post(tx, &entry))
    }

    pub fn post(&self, on: &str, lines: Vec<Line>) -> Result<Posted> {
        self.post_as(VoucherKind::Journal, on, "example", lines)
    }

    pub fn reverse(&self, entry: EntryId, on: &str) -> Result<Posted> {
        let reversal = NewReversal {
            id: self.id(),
            entry,
            day: day(on),
            reason: "أُدخل خطأً".into(),
            made_by: MAKER,
            approved_by: Some(CHECKER),
            recorded_at: now(),
        };
        self.db.write(|tx| ledger::reverse(tx, &reversal))
    }

    /// What a fund holds on an account on 2026-10-31, in halalas.
    pub fn held(&self, fund: FundId, account: &AccountCode) -> i64 {
        self.db.read(|tx| ledger::control_balance(tx, fund, account, day("2026-10-31"))).unwrap().halalas()
    }

    /// Runs statements that go past the types, in one transaction; the first that fails ends it.
    pub fn raw(&self, statements: &[(&str, Vec<Value>)]) -> Result<()> {
        self.db.write(|tx| {
            for (sql, values) in statements {
                tx.run(sql, values.clone())?;
            }
            Ok(())
        })
    }

    /// The books hold together: the seals, the sums, the balances, the counters, and nothing across funds.
    pub fn assert_intact(&self) {
        let found = self.db.read(ledger::verify).unwrap();
        assert!(found.is_intact(), "{found:?}");
        let balances = self.db.read(|tx| ledger::balances(tx, Day::LAST)).unwrap();
        for id in [F1, F2, F3, F4, F5, F6] {
            let sum: i64 = balances.iter().filter(|held| held.fund == id).map(|held| held.amount.halalas()).sum();
            assert_eq!(sum, 0, "each fund balances by itself");
        }
    }
}

pub fn class_of(id: FundId) -> FundClass {
    match id {
        F4 => FundClass::Restricted,
        F5 => FundClass::Endowment,
        _ => FundClass::Unrestricted,
    }
}

pub fn new_fund(id: FundId, name: &str, kind: FundKind) -> NewFund {
    NewFund {
        id,
        name: name.into(),
        class: class_of(id),
        kind,
        opens_on: None,
        closes_on: None,
        may_overdraw: false,
        bank_account: None,
        notes: String::new(),
    }
}

fn people_and_funds(tx: &Write<'_>) -> Result<()> {
    for (id, login) in [(MAKER, "maker"), (CHECKER, "checker"), (SECOND, "second")] {
        tx.run(
            "INSERT INTO person (id, name, name_fold, login, role, created_at) VALUES ($1, $2, $2, $2, 'finance', 0)",
            values![id, login],
        )?;
    }
    let funds = [
        (F1, "صندوق الشراكة", FundKind::Operating),
        (F2, "محفظة القروض الحسنة", FundKind::LoanPool),
        (F3, "محفظة الاستثمار: عقار؛ منشآت", FundKind::InvestmentPool),
        (F4, "منحة تمكين (مقيدة)", FundKind::Grant),
        (F5, "وقف غراس", FundKind::Waqf),
        (F6, "التشغيلي", FundKind::Operating),
    ];
    for (id, name, kind) in funds {
        fund::add(tx, &new_fund(id, name, kind), now())?;
    }
    Ok(())
}

/// The code a change is refused with.
pub fn code<T>(outcome: Result<T>) -> Code {
    match outcome {
        Ok(_) => panic!("this must be refused"),
        Err(failure) => failure.code().unwrap_or_else(|| panic!("refused without a code: {failure}")),
    }
}

pub fn donation(fund: FundId, amount: i64) -> Vec<Line> {
    vec![line(chart::BANK, fund, amount), line(chart::DONATIONS, fund, -amount)]
}

pub fn detail(failure: Failure) -> String {
    failure.to_string()
}
