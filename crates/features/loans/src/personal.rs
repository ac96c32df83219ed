//! The loans of somebody, told to them. Money is never forgotten: what a loan says of its borrower follows the party.

use crate::LOANS_VIEW;
use database::values;
use kernel::Result;
use kernel::id::{LoanId, PartyId};
use office::context::Read;
use office::personal::{Personal, Told, keeps, text, word};
use sheets::Value;

pub const PERSONAL: Personal = Personal { tells, goes_on, forgets: keeps };

fn tells(cx: &Read<'_>, id: PartyId) -> Result<Vec<Told>> {
    if !cx.who.role.may(LOANS_VIEW) {
        return Ok(Vec::new());
    }
    let mut records = Vec::new();
    let sql = "SELECT loan, loan_no, project_name, phase, amount, paid_out, repaid, outstanding FROM loan_shelf \
               WHERE party = $1 ORDER BY loan_no";
    let rows = cx.rows(sql, values![id], |row| {
        records.push(row.get::<LoanId>("loan")?.to_string());
        Ok(vec![
            text(row.get::<String>("loan_no")?),
            text(row.get::<String>("project_name")?),
            word("loan.phase", &row.get::<String>("phase")?),
            Value::Money(row.get("amount")?),
            Value::Money(row.get("paid_out")?),
            Value::Money(row.get("repaid")?),
            Value::Money(row.get("outstanding")?),
        ])
    })?;
    Ok(vec![Told {
        title: "privacy.sheet.loans",
        columns: &[
            "privacy.column.loan",
            "privacy.column.project",
            "privacy.column.phase",
            "privacy.column.amount",
            "privacy.column.paid_out",
            "privacy.column.repaid",
            "privacy.column.outstanding",
        ],
        rows,
        records,
    }])
}

fn goes_on(db: &database::Read<'_>, id: PartyId) -> Result<bool> {
    let sql = "SELECT count(*) AS n FROM loan_shelf WHERE party = $1 \
               AND phase IN ('waiting', 'approved', 'active', 'overpaid')";
    Ok(db.one(sql, values![id], |row| row.get::<i64>("n"))? > 0)
}
