//! Movements of an import that wait for another person: kept in the office until they are posted or refused, whoever
//! signs out meanwhile.

use super::model::RunLine;
use super::step::MOVEMENTS;
use super::store;
use approvals::{ApprovalRequest, Asked, RequestState};
use database::{Read, Row, values};
use intake::{Known, KnownReceipt, KnownTranche, Place, RepaymentKind};
use kernel::id::{FundId, ImportId};
use kernel::{Day, Failure, Moment, Money, Result};
use loans::Movement;
use office::context::Write;
use office::list;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use ts_rs::TS;

/// Movements shown of what waits; the sums are of all.
const SHOWN: i64 = 500;

list! {
    /// What a waiting movement does.
    WaitingKind { PaidOut = "paid_out", PaidBack = "paid_back", Reversed = "reversed" }
}

/// Approves what waits of an import.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ApproveImport {
    pub id: ImportId,
    /// Cash above the limit of the products may be posted.
    #[serde(default)]
    pub cash_accepted: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RefuseImport {
    pub id: ImportId,
    pub reason: String,
}

/// What waits, in all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WaitingSums {
    /// Loans that are moved.
    pub loans: usize,
    pub payments: usize,
    pub paid_out: Money,
    pub repayments: usize,
    pub repaid: Money,
    pub reversals: usize,
    pub reversed: Money,
}

impl WaitingSums {
    /// None where nothing waits.
    ///
    /// # Errors
    /// Sums beyond what money can be.
    pub fn of<'a>(movements: impl IntoIterator<Item = &'a Movement>) -> Result<Option<Self>> {
        let (mut sums, mut loans) = (Self::default(), BTreeSet::new());
        for movement in movements {
            loans.insert(movement.loan_no());
            let (count, sum) = match kind(movement) {
                WaitingKind::PaidOut => (&mut sums.payments, &mut sums.paid_out),
                WaitingKind::PaidBack => (&mut sums.repayments, &mut sums.repaid),
                WaitingKind::Reversed => (&mut sums.reversals, &mut sums.reversed),
            };
            *count += 1;
            *sum = sum.plus(amount(movement))?;
        }
        sums.loans = loans.len();
        Ok(Some(sums).filter(|sums| sums.loans > 0))
    }

    /// What limits are held against: everything that moves.
    fn all(&self) -> Result<Money> {
        Money::sum([self.paid_out, self.repaid, self.reversed])
    }
}

/// What waits for one fund's books.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingFund {
    pub fund: FundId,
    pub name: String,
    pub paid_out: Money,
    pub repaid: Money,
    pub reversed: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingLine {
    pub kind: WaitingKind,
    /// The row of its sheet; 0 where the row of the loan itself tells of it.
    pub row: usize,
    /// The name of the sheet; empty where nobody kept it.
    pub sheet: String,
    pub loan_no: String,
    pub day: Day,
    pub amount: Money,
}

/// What an import would post, for whoever decides it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingImport {
    pub run: RunLine,
    pub state: RequestState,
    pub asked_by: String,
    pub asked_at: Moment,
    /// Why it was refused or taken back.
    pub note: String,
    /// Who approved it.
    pub approved_by: Vec<String>,
    /// None where nothing waits any more.
    pub sums: Option<WaitingSums>,
    pub funds: Vec<WaitingFund>,
    /// The first and the last day.
    pub days: Option<(Day, Day)>,
    /// Payments in cash above the limit of the products.
    pub cash_above_limit: usize,
    /// The first 500, in the order they would be posted.
    pub lines: Vec<WaitingLine>,
    /// Whoever asks brought it in themselves.
    pub own: bool,
    /// Whoever asks may decide it.
    pub may_decide: bool,
}

const fn kind(movement: &Movement) -> WaitingKind {
    match movement {
        Movement::PaidOut { .. } => WaitingKind::PaidOut,
        Movement::PaidBack { repayment, .. } => match repayment.kind {
            RepaymentKind::Reversal => WaitingKind::Reversed,
            _ => WaitingKind::PaidBack,
        },
    }
}

fn amount(movement: &Movement) -> Money {
    match movement {
        Movement::PaidOut { tranche, .. } => tranche.amount,
        Movement::PaidBack { repayment, .. } => repayment.amount.magnitude(),
    }
}

/// Keeps what others must approve, and asks them; nothing where nothing waits.
///
/// # Errors
/// What the database refuses.
pub fn ask(cx: &Write<'_>, run: ImportId, waiting: &[(FundId, Movement)]) -> Result<()> {
    let Some(sums) = WaitingSums::of(waiting.iter().map(|(_, movement)| movement))? else { return Ok(()) };
    let sql = "INSERT INTO import_waiting (run, place, kind, sheet, sheet_row, sheet_column, loan_no, fund, on_day, amount, \
               content) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    for (place, (fund, movement)) in (1_i64..).zip(waiting) {
        let content = match movement {
            Movement::PaidOut { tranche, .. } => serde_json::to_string(tranche),
            Movement::PaidBack { repayment, .. } => serde_json::to_string(repayment),
        };
        let stands = movement.place();
        let row = i64::try_from(stands.map_or(0, |stands| stands.row)).map_err(Failure::broken)?;
        let sheet = stands.map(|stands| stands.sheet.to_string()).unwrap_or_default();
        let column = stands.and_then(|stands| stands.column.clone()).unwrap_or_default();
        let (kind, content) = (kind(movement).name(), content.map_err(Failure::broken)?);
        let day = movement.day();
        let loan_no = movement.loan_no();
        let values = values![run, place, kind, sheet, row, column, loan_no, *fund, day, amount(movement), content];
        cx.run(sql, values)?;
    }
    let asked = Asked { subject: *run.as_bytes(), amount: Some(sums.all()?), ..Asked::default() };
    approvals::ask(cx, &MOVEMENTS, &asked).map(drop)
}

/// The latest request for an import.
///
/// # Errors
/// An import of which nothing was asked.
pub fn request(db: &Read<'_>, run: ImportId) -> Result<ApprovalRequest> {
    approvals::of(db, &MOVEMENTS, *run.as_bytes())?.ok_or(Failure::not_found("import"))
}

/// The movements that wait, in the order they are posted in.
///
/// # Errors
/// What the database refuses.
pub fn movements(db: &Read<'_>, run: ImportId) -> Result<Vec<Movement>> {
    let sql = "SELECT kind, sheet, sheet_row, sheet_column, content FROM import_waiting WHERE run = $1 ORDER BY place";
    db.rows(sql, values![run], movement)
}

fn movement(row: &Row<'_>) -> Result<Movement> {
    let number = usize::try_from(row.get::<i64>("sheet_row")?).map_err(Failure::broken)?;
    let (sheet, column): (String, String) = (row.get("sheet")?, row.get("sheet_column")?);
    let column = Some(column).filter(|column| !column.is_empty());
    let place = (number > 0).then(|| Place { column, ..Place::row(&sheet, number) });
    let content: String = row.get("content")?;
    Ok(match row.get::<WaitingKind>("kind")? {
        WaitingKind::PaidOut => {
            Movement::PaidOut { place, tranche: serde_json::from_str(&content).map_err(Failure::broken)? }
        }
        _ => Movement::PaidBack { place, repayment: serde_json::from_str(&content).map_err(Failure::broken)? },
    })
}

/// What waits of an import, in all; none where nothing does.
///
/// # Errors
/// What the database refuses.
pub fn sums(db: &Read<'_>, run: ImportId) -> Result<Option<WaitingSums>> {
    let count = |row: &Row<'_>, name: &str| usize::try_from(row.get::<i64>(name)?).map_err(Failure::broken);
    let sums = db.one(include_str!("sql/waiting_sums.sql"), values![run], |row| {
        Ok(WaitingSums {
            loans: count(row, "loans")?,
            payments: count(row, "payments")?,
            paid_out: row.get("paid_out")?,
            repayments: count(row, "repayments")?,
            repaid: row.get("repaid")?,
            reversals: count(row, "reversals")?,
            reversed: row.get("reversed")?,
        })
    })?;
    Ok(Some(sums).filter(|sums| sums.loans > 0))
}

/// What was decided waits no more.
///
/// # Errors
/// Of what still waits, `approvals.append_only`.
pub fn remove(cx: &Write<'_>, run: ImportId) -> Result<()> {
    cx.run("DELETE FROM import_waiting WHERE run = $1", values![run]).map(drop)
}

/// The name of the file of an import.
///
/// # Errors
/// What the database refuses.
pub fn file_of(db: &Read<'_>, run: ImportId) -> Result<Option<String>> {
    db.row("SELECT file_name FROM import_run WHERE id = $1", values![run], |row| row.get("file_name"))
}

/// What waits is known to the office: the same file again brings none of it a second time.
///
/// # Errors
/// What the database refuses; sums beyond what money can be.
pub fn known(db: &Read<'_>, known: &mut Known) -> Result<()> {
    let sql = "SELECT kind, sheet, sheet_row, sheet_column, content FROM import_waiting ORDER BY run, place";
    let places: HashMap<String, usize> =
        known.loans.iter().enumerate().map(|(place, loan)| (loan.loan_no.clone(), place)).collect();
    for movement in db.rows(sql, values![], movement)? {
        match movement {
            Movement::PaidOut { tranche, .. } => {
                let place = places.get(&tranche.loan_no);
                if let Some(loan) = place.and_then(|place| known.loans.get_mut(*place)) {
                    loan.disbursed = loan.disbursed.plus(tranche.amount)?;
                    loan.disbursed_on = loan.disbursed_on.min(tranche.date);
                }
                match tranche.voucher {
                    Some(voucher) if !voucher.is_empty() => known.vouchers.push(voucher),
                    _ => known.tranches.push(KnownTranche {
                        loan_no: tranche.loan_no,
                        date: tranche.date,
                        amount: tranche.amount,
                    }),
                }
            }
            Movement::PaidBack { repayment, .. } => known.receipts.push(KnownReceipt {
                receipt: repayment.receipt.unwrap_or_default(),
                loan_no: repayment.loan_no,
                date: repayment.date,
                amount: repayment.amount,
            }),
        }
    }
    Ok(())
}

/// What an import would post, as a person who may decide it sees it.
///
/// # Errors
/// An import of which nothing was asked.
pub fn shown(cx: &office::context::Read<'_>, id: ImportId) -> Result<WaitingImport> {
    let request = request(cx, id)?;
    let all = movements(cx, id)?;
    let sql = "SELECT kind, sheet, sheet_row, loan_no, on_day, amount FROM import_waiting WHERE run = $1 ORDER BY place LIMIT $2";
    let lines = cx.rows(sql, values![id, SHOWN], |row| {
        Ok(WaitingLine {
            kind: row.get("kind")?,
            row: usize::try_from(row.get::<i64>("sheet_row")?).map_err(Failure::broken)?,
            sheet: row.get("sheet")?,
            loan_no: row.get("loan_no")?,
            day: row.get("on_day")?,
            amount: row.get("amount")?,
        })
    })?;
    let days = all.iter().map(Movement::day);
    Ok(WaitingImport {
        run: store::run(cx, id)?,
        state: request.state,
        asked_by: request.asked_by_name.clone(),
        asked_at: request.asked_at,
        note: request.note.clone(),
        approved_by: request.approvals.iter().map(|approval| approval.name.clone()).collect(),
        sums: sums(cx, id)?,
        funds: funds(cx, id)?,
        days: days.clone().min().zip(days.max()),
        cash_above_limit: loans::cash_above_limit(cx, &all)?.len(),
        lines,
        own: request.asked_by == cx.who.id,
        may_decide: approvals::may_answer(cx, &MOVEMENTS, &request).is_ok(),
    })
}

fn funds(db: &Read<'_>, run: ImportId) -> Result<Vec<WaitingFund>> {
    let sql = "SELECT fund, COALESCE(sum(amount) FILTER (WHERE kind = 'paid_out'), 0) AS paid_out, \
               COALESCE(sum(amount) FILTER (WHERE kind = 'paid_back'), 0) AS repaid, \
               COALESCE(sum(amount) FILTER (WHERE kind = 'reversed'), 0) AS reversed \
               FROM import_waiting WHERE run = $1 GROUP BY fund ORDER BY fund";
    let found = db.rows(sql, values![run], |row| {
        Ok(WaitingFund {
            fund: row.get("fund")?,
            name: String::new(),
            paid_out: row.get("paid_out")?,
            repaid: row.get("repaid")?,
            reversed: row.get("reversed")?,
        })
    })?;
    found
        .into_iter()
        .map(|waiting| Ok(WaitingFund { name: ledger::fund::fund(db, waiting.fund)?.name, ..waiting }))
        .collect()
}
