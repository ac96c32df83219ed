//! What of an import moves money: movements from the opening day of a fund's books on, which are posted and wait for
//! another person; and cash beyond what the office's own products allow, which that person is asked about.

use crate::events::record::OldBooks;
use crate::imported::Importing;
use crate::imported::movements::Movement;
use crate::products;
use crate::rules;
use database::{Read, values};
use kernel::id::{FundId, LoanId};
use kernel::{Money, Result};
use office::context::Write;
use std::collections::HashMap;

impl Importing {
    /// The fund whose books a movement is posted to; none where it lies before their opening day and stands in the
    /// opening balances.
    ///
    /// # Errors
    /// A movement of a loan that does not exist; what the database refuses.
    pub fn posted_to(&mut self, cx: &Write<'_>, movement: &Movement) -> Result<Option<FundId>> {
        let (opened, books) = self.opened(cx, movement.loan_no())?;
        let old = OldBooks { opened_on: books, ..OldBooks::default() };
        Ok(Some(opened.head.fund).filter(|_| !old.hold(movement.day())))
    }
}

/// The movements, by their place in the list, that pay out more of their loan in cash than any product allows that the
/// office offers: imported loans have no product of their own. Nothing where the office offers none.
///
/// # Errors
/// What the database refuses; sums beyond what money can be.
pub fn cash_above_limit(cx: &Read<'_>, movements: &[Movement]) -> Result<Vec<usize>> {
    let offered = products::products(cx)?.into_iter().filter(|product| product.offered);
    let Some(percent) = offered.map(|product| product.terms.cash_percent).max() else { return Ok(Vec::new()) };
    let mut loans: HashMap<&str, (Money, Money)> = HashMap::new();
    let mut above = Vec::new();
    for (place, movement) in movements.iter().enumerate() {
        let Movement::PaidOut { tranche, .. } = movement else { continue };
        if tranche.kind == "in_kind" {
            continue;
        }
        if !loans.contains_key(movement.loan_no()) {
            loans.insert(movement.loan_no(), amount_and_cash(cx, movement.loan_no())?);
        }
        let Some((amount, cash)) = loans.get_mut(movement.loan_no()) else { continue };
        *cash = cash.plus(tranche.amount)?;
        if *cash > rules::cash_limit(percent, *amount)? {
            above.push(place);
        }
    }
    Ok(above)
}

/// The amount of a loan, and what of it is paid out in cash.
fn amount_and_cash(cx: &Read<'_>, loan_no: &str) -> Result<(Money, Money)> {
    let sql = "SELECT id, amount FROM loan WHERE loan_no = $1";
    let loan = cx.row(sql, values![loan_no], |row| Ok((row.get::<LoanId>("id")?, row.get::<Money>("amount")?)))?;
    let Some((id, amount)) = loan else { return Ok((Money::ZERO, Money::ZERO)) };
    let sql = "SELECT COALESCE(sum(amount), 0) AS cash FROM tranche \
               WHERE loan = $1 AND kind = 'cash' AND state IN ('paid', 'verified')";
    Ok((amount, cx.one(sql, values![id], |row| row.get("cash"))?))
}
