//! What a loan leaves behind when it is closed: how satisfied the borrower is, and a visit that looks what became of it.

pub mod answer_satisfaction;
pub mod model;
mod visit;

pub use visit::loan_changed;

use crate::settings;
use database::{Read as Db, values};
use kernel::id::LoanId;
use kernel::{Failure, Result};
use loans::LoanPhase;
use loans::inputs::WhichLoan;
use model::{ImpactVisit, LoanClosing, Satisfaction};
use office::context::Read;

/// The kind of record, for its versions.
pub const RECORD: &str = "loan_satisfaction";

pub fn closing(cx: &Read<'_>, input: WhichLoan) -> Result<LoanClosing> {
    let loan = input.loan;
    let phase = phase(cx, loan)?;
    Ok(LoanClosing {
        loan,
        closed: phase == LoanPhase::Closed,
        satisfaction: satisfaction(cx, loan)?,
        version: cx.version(RECORD, loan)?.number,
        visit: visit(cx, loan)?,
        impact_months: settings::closing(cx)?.impact_months,
    })
}

fn phase(db: &Db<'_>, loan: LoanId) -> Result<LoanPhase> {
    let sql = "SELECT phase FROM loan_standing WHERE loan = $1";
    db.row(sql, values![loan], |row| row.get("phase"))?.ok_or(Failure::not_found("loan"))
}

fn satisfaction(db: &Db<'_>, loan: LoanId) -> Result<Option<Satisfaction>> {
    let sql = "SELECT s.answer, s.channel, s.said, s.asked_on, who.name AS by_name FROM loan_satisfaction s \
               JOIN user_name who ON who.id = s.asked_by WHERE s.loan = $1";
    db.row(sql, values![loan], |row| {
        Ok(Satisfaction {
            answer: row.get("answer")?,
            channel: row.get("channel")?,
            said: row.get("said")?,
            asked_on: row.get("asked_on")?,
            asked_by_name: row.get("by_name")?,
        })
    })
}

fn visit(db: &Db<'_>, loan: LoanId) -> Result<Option<ImpactVisit>> {
    let sql = "SELECT v.id, v.planned_on, v.done_on, v.state FROM impact_visit i \
               JOIN follow_up_visit v ON v.id = i.activity WHERE i.loan = $1";
    db.row(sql, values![loan], |row| {
        Ok(ImpactVisit {
            activity: row.get("id")?,
            planned_on: row.get("planned_on")?,
            done_on: row.get("done_on")?,
            state: row.get("state")?,
        })
    })
}
