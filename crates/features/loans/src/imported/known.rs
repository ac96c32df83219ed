//! What the office holds of loans, for the judgement of a file.

use database::{Read, values};
use kernel::{Day, Money, Result};

/// Puts what the office holds of loans into what a file of loans is judged by.
///
/// # Errors
/// What the database refuses.
pub fn known(db: &Read<'_>, known: &mut intake::Known) -> Result<()> {
    known.loans = known_loans(db, known.today)?;
    known.receipts = db.rows(include_str!("../sql/known_receipts.sql"), values![], |row| {
        let amount: Money = row.get("amount")?;
        let is_undo: bool = row.get("is_undo")?;
        Ok(intake::KnownReceipt {
            receipt: row.get("receipt")?,
            loan_no: row.get("loan_no")?,
            date: row.get("on_day")?,
            amount: if is_undo { amount.negated() } else { amount },
        })
    })?;
    for (voucher, tranche) in db.rows(include_str!("../sql/known_tranches.sql"), values![], |row| {
        let voucher: String = row.get("reference")?;
        let tranche =
            intake::KnownTranche { loan_no: row.get("loan_no")?, date: row.get("on_day")?, amount: row.get("amount")? };
        Ok((voucher, tranche))
    })? {
        if voucher.is_empty() {
            known.tranches.push(tranche);
        } else {
            known.vouchers.push(voucher);
        }
    }
    Ok(())
}

/// The loans themselves.
///
/// # Errors
/// What the database refuses.
pub fn known_loans(db: &Read<'_>, today: Day) -> Result<Vec<intake::KnownLoan>> {
    db.rows(include_str!("../sql/known_loans.sql"), values![], |row| {
        let (amount, disbursed): (Money, Money) = (row.get("amount")?, row.get("paid_out")?);
        let imported: bool = row.get("imported")?;
        let disbursed_on = row.get::<Option<Day>>("first_paid_out_on")?.unwrap_or(today);
        Ok(intake::KnownLoan {
            loan_no: row.get("loan_no")?,
            disbursed_on,
            first_due: row.get::<Option<Day>>("first_due")?.unwrap_or(disbursed_on),
            amount,
            // What was agreed here is paid out here, tranche by tranche with its approvals, and never by a file.
            disbursed: if imported { disbursed } else { amount },
        })
    })
}
