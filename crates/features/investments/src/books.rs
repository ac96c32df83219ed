//! What the books say of investments: which entries belong to them, what they hold, what was received. Every entry that a verb of
//! this feature writes or proposes has its row here, under the same identifier; everything else is read from the books.

use crate::model::{InvestmentEntry, InvestmentEntryKind, InvestmentKind};
use crate::rules::VOUCHER_WAITS;
use crate::store::Investment;
use database::{Read, Row, values};
use funds::model::DraftState;
use kernel::id::{EntryId, FundId, InvestmentId, LeaseId, UnitId};
use kernel::{Day, Money, Refusal, Result, require};
use ledger::{VoucherKind, VoucherNumber};
use office::context::{self, Write};
use office::narrow::Narrow;
use std::collections::BTreeMap;

const ENTRIES: &str = include_str!("sql/entries.sql");
const ALL: i64 = i64::MAX;

/// Accounts that hold investments at their cost.
const COST: &str = "('11301', '11302', '12301', '13301')";
/// Accounts whose balance, with the other sign, is the return that was received.
const RECEIVED: &str = "('31206', '31207', '31208', '31303', '43101', '43102', '11406')";

/// A row of the register, with how it stands in the books.
#[derive(Debug, Clone)]
pub struct Posting {
    pub entry: EntryId,
    pub unit_name: String,
    pub lease_no: String,
    pub lease: Option<LeaseId>,
    pub kind: InvestmentEntryKind,
    pub due: Option<(u32, Day)>,
    pub amount: Money,
    pub made_on: Day,
    pub made_by_name: String,
    /// In the books: the voucher, its day, its place.
    pub posted: Option<(VoucherNumber, Day, i64)>,
    /// Taken back: the day and the place of what did so.
    pub undone: Option<(Day, i64)>,
}

impl Posting {
    /// In the books, and not taken back.
    pub const fn stands(&self) -> bool {
        self.posted.is_some() && self.undone.is_none()
    }
}

fn posting(row: &Row<'_>) -> Result<Posting> {
    let day: Option<Day> = row.get("day")?;
    let posted = match day {
        Some(day) => {
            let kind: VoucherKind = row.get("voucher_kind")?;
            let number = VoucherNumber { kind, year: row.get("year")?, no: row.get("voucher_no")? };
            Some((number, day, row.get("seq")?))
        }
        None => None,
    };
    let undone: Option<Day> = row.get("undone_on")?;
    let due: Option<u32> = row.get("due_no")?;
    Ok(Posting {
        entry: row.get("entry")?,
        unit_name: row.get("unit_name")?,
        lease_no: row.get("lease_no")?,
        lease: row.get("lease")?,
        kind: row.get("kind")?,
        due: match due {
            Some(no) => Some((no, row.get("due_day")?)),
            None => None,
        },
        amount: row.get("amount")?,
        made_on: row.get("made_on")?,
        made_by_name: row.get("made_by_name")?,
        posted,
        undone: match undone {
            Some(day) => Some((day, row.get("undone_seq")?)),
            None => None,
        },
    })
}

fn read(db: &Read<'_>, narrow: &Narrow) -> Result<Vec<Posting>> {
    let (sql, values) = narrow.statement(ENTRIES, "ORDER BY e.made_on DESC, p.seq DESC, e.entry DESC", ALL, 0);
    db.rows(&sql, values, posting)
}

/// Every row of an investment, the newest first.
///
/// # Errors
/// What the database refuses.
pub fn of_investment(db: &Read<'_>, id: InvestmentId) -> Result<Vec<Posting>> {
    let mut narrow = Narrow::default();
    narrow.and("e.investment = {}", [id.into()]);
    read(db, &narrow)
}

/// Every row of a lease, the newest first.
///
/// # Errors
/// What the database refuses.
pub fn of_lease(db: &Read<'_>, id: LeaseId) -> Result<Vec<Posting>> {
    let mut narrow = Narrow::default();
    narrow.and("e.lease = {}", [id.into()]);
    read(db, &narrow)
}

/// Every row of every lease.
///
/// # Errors
/// What the database refuses.
pub fn of_leases(db: &Read<'_>) -> Result<BTreeMap<LeaseId, Vec<Posting>>> {
    let mut narrow = Narrow::default();
    narrow.and("e.lease IS NOT NULL", []);
    let mut all: BTreeMap<LeaseId, Vec<Posting>> = BTreeMap::new();
    for one in read(db, &narrow)? {
        if let Some(lease) = one.lease {
            all.entry(lease).or_default().push(one);
        }
    }
    Ok(all)
}

/// Rows as screens show them, with how the drafts stand.
///
/// # Errors
/// What the database refuses.
pub fn shown(cx: &context::Read<'_>, postings: &[Posting]) -> Result<Vec<InvestmentEntry>> {
    postings
        .iter()
        .map(|one| {
            Ok(InvestmentEntry {
                entry: one.entry,
                kind: one.kind,
                unit_name: one.unit_name.clone(),
                lease_no: one.lease_no.clone(),
                amount: one.amount,
                made_on: one.made_on,
                made_by_name: one.made_by_name.clone(),
                voucher: one.posted.map(|(number, ..)| number.to_string()),
                day: one.posted.map(|(_, day, _)| day),
                undone_on: one.undone.map(|(day, _)| day),
                draft: if one.posted.is_some() { None } else { funds::draft_state(cx, one.entry)? },
            })
        })
        .collect()
}

/// Rows whose draft waits for others, or was returned to its maker.
///
/// # Errors
/// What the database refuses.
pub fn waiting(cx: &context::Read<'_>, postings: &[Posting]) -> Result<Vec<Posting>> {
    let mut found = Vec::new();
    for one in postings.iter().filter(|one| one.posted.is_none()) {
        if funds::draft_state(cx, one.entry)?.is_some_and(|state| state != DraftState::Posted) {
            found.push(one.clone());
        }
    }
    Ok(found)
}

/// Nothing of these kinds waits for an investment: what is proposed now would be proposed twice.
///
/// # Errors
/// `investments.voucher_waits`
pub fn nothing_waits(cx: &context::Read<'_>, postings: &[Posting], kinds: &[InvestmentEntryKind]) -> Result<()> {
    let same: Vec<Posting> = postings.iter().filter(|one| kinds.contains(&one.kind)).cloned().collect();
    require(waiting(cx, &same)?.is_empty(), Refusal::new(VOUCHER_WAITS))
}

/// What is written of an entry beside the books.
pub struct Kept {
    pub entry: EntryId,
    pub investment: InvestmentId,
    pub unit: Option<UnitId>,
    pub lease: Option<LeaseId>,
    pub kind: InvestmentEntryKind,
    pub due: Option<(u32, Day)>,
    pub amount: Money,
    pub share_points: Option<u32>,
}

impl Kept {
    pub const fn of(entry: EntryId, investment: InvestmentId, kind: InvestmentEntryKind, amount: Money) -> Self {
        Self { entry, investment, unit: None, lease: None, kind, due: None, amount, share_points: None }
    }
}

/// Writes the row of an entry.
///
/// # Errors
/// What the database refuses.
pub fn keep(cx: &Write<'_>, row: &Kept) -> Result<()> {
    cx.run(
        "INSERT INTO investment_entry (entry, investment, unit, lease, kind, due_no, due_day, amount, share_points, made_on, \
         made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        values![
            row.entry,
            row.investment,
            row.unit,
            row.lease,
            row.kind,
            row.due.map(|(no, _)| i64::from(no)),
            row.due.map(|(_, day)| day),
            row.amount,
            row.share_points.map(i64::from),
            cx.today(),
            cx.who.id
        ],
    )?;
    Ok(())
}

/// What an investment or a unit received, and what it costs, of everything there is.
#[derive(Debug, Clone, Default)]
pub struct Sums {
    /// As the books hold it until a day.
    pub cost: BTreeMap<InvestmentId, Money>,
    /// Net, received within a period: of investments, and of units.
    pub received: BTreeMap<InvestmentId, Money>,
    pub of_units: BTreeMap<UnitId, Money>,
}

/// # Errors
/// What the database refuses.
pub fn sums(db: &Read<'_>, from: Day, until: Day) -> Result<Sums> {
    let mut sums = Sums::default();
    let sql = format!(
        "SELECT p.investment, sum(l.amount) AS amount FROM investment_posting p JOIN voucher_line l ON l.entry = p.entry \
         WHERE l.account IN {COST} AND p.day <= $1 GROUP BY p.investment"
    );
    let rows: Vec<(InvestmentId, Money)> =
        db.rows(&sql, values![until], |row| Ok((row.get("investment")?, row.get("amount")?)))?;
    sums.cost.extend(rows);
    let opened = "SELECT id, opened_cost FROM investment WHERE opened_cost IS NOT NULL AND state = 'approved'";
    let opened: Vec<(InvestmentId, Money)> =
        db.rows(opened, values![], |row| Ok((row.get("id")?, row.get("opened_cost")?)))?;
    for (id, amount) in opened {
        let held = sums.cost.entry(id).or_default();
        *held = held.plus(amount)?;
    }
    let sql = format!(
        "SELECT p.investment, p.unit, sum(l.amount) AS amount FROM investment_posting p \
         JOIN voucher_line l ON l.entry = p.entry WHERE l.account IN {RECEIVED} AND p.day BETWEEN $1 AND $2 \
         GROUP BY p.investment, p.unit"
    );
    let rows: Vec<(InvestmentId, Option<UnitId>, Money)> =
        db.rows(&sql, values![from, until], |row| Ok((row.get("investment")?, row.get("unit")?, row.get("amount")?)))?;
    for (investment, unit, amount) in rows {
        let whole = sums.received.entry(investment).or_default();
        *whole = whole.minus(amount)?;
        if let Some(unit) = unit {
            let own = sums.of_units.entry(unit).or_default();
            *own = own.minus(amount)?;
        }
    }
    Ok(sums)
}

/// What the books hold of one investment today.
///
/// # Errors
/// What the database refuses.
pub fn cost(db: &Read<'_>, one: &Investment) -> Result<Money> {
    let sql = format!(
        "SELECT COALESCE(sum(l.amount), 0) AS amount FROM investment_posting p JOIN voucher_line l ON l.entry = p.entry \
         WHERE p.investment = $1 AND l.account IN {COST}"
    );
    let held: Money = db.one(&sql, values![one.id], |row| row.get("amount"))?;
    let opened = one.facts.opened_cost.filter(|_| one.approved_cost.is_some()).unwrap_or_default();
    held.plus(opened)
}

/// Sums of a lease on the accounts of what is owed and of what tenants left, until a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeaseSums {
    pub owed: Money,
    pub credit: Money,
    pub deposit: Money,
}

/// # Errors
/// What the database refuses.
pub fn of_one_lease(db: &Read<'_>, lease: LeaseId, until: Day) -> Result<LeaseSums> {
    let sql = "SELECT p.kind, l.account, sum(l.amount) AS amount FROM investment_posting p \
               JOIN voucher_line l ON l.entry = p.entry WHERE p.lease = $1 AND p.day <= $2 AND l.account IN ('11406', '21107') \
               GROUP BY p.kind, l.account";
    let rows: Vec<(InvestmentEntryKind, String, Money)> =
        db.rows(sql, values![lease, until], |row| Ok((row.get("kind")?, row.get("account")?, row.get("amount")?)))?;
    let mut sums = LeaseSums::default();
    for (kind, account, amount) in rows {
        let of_deposit = matches!(
            kind,
            InvestmentEntryKind::Deposit
                | InvestmentEntryKind::DepositBack
                | InvestmentEntryKind::DepositRent
                | InvestmentEntryKind::DepositDamage
        );
        match (account.as_str(), of_deposit) {
            ("11406", _) => sums.owed = sums.owed.plus(amount)?,
            (_, true) => sums.deposit = sums.deposit.minus(amount)?,
            (_, false) => sums.credit = sums.credit.minus(amount)?,
        }
    }
    Ok(sums)
}

/// The day on which the books of a fund were opened, where they were.
///
/// # Errors
/// What the database refuses.
pub fn opening_day(db: &Read<'_>, fund: FundId) -> Result<Option<Day>> {
    let sql = "SELECT max(v.day) AS day FROM voucher v WHERE v.kind = 'OV' AND v.reverses IS NULL \
               AND NOT EXISTS (SELECT 1 FROM voucher u WHERE u.reverses = v.id) \
               AND EXISTS (SELECT 1 FROM voucher_line l WHERE l.entry = v.id AND l.fund = $1)";
    db.one(sql, values![fund], |row| row.get("day"))
}

/// What the opening balances of a fund hold on an account, less what investments are said to be of it.
///
/// # Errors
/// What the database refuses.
pub fn opening_left(db: &Read<'_>, fund: FundId, kind: InvestmentKind, account: &str) -> Result<Money> {
    let sql = "SELECT COALESCE(sum(l.amount), 0) AS amount FROM voucher v JOIN voucher_line l ON l.entry = v.id \
               WHERE v.kind = 'OV' AND l.fund = $1 AND l.account = $2 \
               AND NOT EXISTS (SELECT 1 FROM voucher u WHERE u.reverses = v.id)";
    let opened: Money = db.one(sql, values![fund, account], |row| row.get("amount"))?;
    let same: &[InvestmentKind] = match kind {
        InvestmentKind::Service | InvestmentKind::Social => &[InvestmentKind::Service, InvestmentKind::Social],
        InvestmentKind::Enterprise => &[InvestmentKind::Enterprise],
        InvestmentKind::Property => &[InvestmentKind::Property],
    };
    let sql = "SELECT COALESCE(sum(opened_cost), 0) AS amount FROM investment \
               WHERE state = 'approved' AND fund = $1 AND kind IN ($2, $3)";
    let last = same.last().copied().unwrap_or(kind);
    let said: Money = db.one(sql, values![fund, same[0], last], |row| row.get("amount"))?;
    opened.minus(said)
}
