//! The account of a borrower over all loans.

use crate::contact::model::WhichBorrower;
use crate::rules::NO_LOANS;
use database::values;
use kernel::id::{LoanId, PartyId};
use kernel::{Day, Money, Result, require};
use loans::LoanPhase;
use loans::sheet::LoanSheet;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

const STATEMENT: Template =
    Template { name: "borrower_statement", source: include_str!("papers/borrower_statement.typ") };

/// The loans of a borrower whose money was out, as they stand today, in the order of their numbers.
///
/// # Errors
/// What the database refuses.
pub fn sheets(cx: &Read<'_>, party: PartyId) -> Result<Vec<LoanSheet>> {
    let sql = "SELECT loan FROM loan_standing \
               WHERE party = $1 AND phase IN ('active', 'overpaid', 'closed', 'written_off') ORDER BY loan_no";
    let loans: Vec<LoanId> = cx.rows(sql, values![party], |row| row.get("loan"))?;
    loans.into_iter().map(|loan| loans::sheet_on(cx, loan, cx.today())).collect()
}

fn phase(phase: LoanPhase) -> String {
    words::word(&format!("loans.phase.{}", phase.name()), Language::Ar)
}

/// `None` where nothing is late.
fn some(amount: Money) -> Option<Money> {
    amount.is_positive().then_some(amount)
}

pub fn borrower_statement(cx: &Read<'_>, input: WhichBorrower) -> Result<Paper> {
    let borrower = loans::borrower(cx, input.party)?;
    let sheets = sheets(cx, borrower.party)?;
    require(!sheets.is_empty(), NO_LOANS)?;
    let today = cx.today();
    let sum = |of: fn(&LoanSheet) -> Money| Money::sum(sheets.iter().map(of));
    let loan = |sheet: &LoanSheet| {
        json!([
            sheet.loan_no,
            sheet.project.name,
            phase(sheet.phase),
            sheet.paid_out,
            sheet.repaid,
            sheet.outstanding,
            some(sheet.overdue)
        ])
    };
    let data = json!({
        "day": paper::dates_json(today),
        "borrower": borrower.name,
        "file_no": borrower.file_no,
        "loans": sheets.iter().map(loan).collect::<Vec<_>>(),
        "paid_out": sum(|sheet| sheet.paid_out)?,
        "repaid": sum(|sheet| sheet.repaid)?,
        "forgiven": sum(|sheet| sheet.forgiven)?,
        "written_off": sum(|sheet| sheet.written_off)?,
        "outstanding": sum(|sheet| sheet.outstanding)?,
        "overdue": sum(|sheet| sheet.overdue)?,
        "credit": sum(|sheet| sheet.credit)?,
        "movements": movements(cx, borrower.party)?,
    });
    cx.saw("file", borrower.party, &borrower.name, json!({ "statement": today }));
    let name =
        format!("statement-{}-{today}", if borrower.file_no.is_empty() { "borrower" } else { &borrower.file_no });
    paper::print(cx, &STATEMENT, &name, &data)
}

/// Money that went out and came back on all loans of a borrower, in the order of their days.
fn movements(cx: &Read<'_>, party: PartyId) -> Result<Vec<Value>> {
    cx.rows(include_str!("sql/movements_of.sql"), values![party], |row| {
        let (kind, amount): (String, Money) = (row.get("kind")?, row.get("amount")?);
        let out = matches!(kind.as_str(), "tranche" | "refund");
        let what = words::word(&format!("statement_movement.{kind}"), Language::Ar);
        let day: Day = row.get("on_day")?;
        let loan: String = row.get("loan_no")?;
        Ok(json!([paper::dates_json(day), loan, what, out.then_some(amount), (!out).then_some(amount)]))
    })
}
