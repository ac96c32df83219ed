//! A guarantee that was brought before there was a loan: looked at by the same rules, and taken over by the loan with who
//! brought it and who looked at it.

use crate::inputs::NewGuarantor;
use crate::model::{GuaranteeState, Kind};
use crate::propose::who_stands;
use crate::verify::still_stands;
use crate::{rules, store};
use database::values;
use kernel::arabic::tidy_line;
use kernel::id::{GuaranteeId, LoanId, PartyId, PersonId, ProductId};
use kernel::{Day, Moment, Money, Result};
use loans::GuaranteeKind;
use office::context::{Read, Write};

/// What is said of a guarantee when it is brought.
#[derive(Debug, Clone, Copy)]
pub struct Brought<'a> {
    pub kind: GuaranteeKind,
    pub guarantor: Option<&'a NewGuarantor>,
    pub said: &'a str,
    /// A month.
    pub income: Option<Money>,
    pub residence_months: Option<i64>,
    pub until: Option<Day>,
}

/// One that another person has verified, with everything that is kept of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    pub id: GuaranteeId,
    pub kind: GuaranteeKind,
    pub party: Option<PartyId>,
    pub said: String,
    pub income: Option<Money>,
    pub residence_months: Option<i64>,
    pub until: Option<Day>,
    pub note: String,
    pub proposed_by: PersonId,
    pub proposed_at: Moment,
    pub verified_by: PersonId,
    pub verified_at: Moment,
    pub checked: Vec<String>,
}

/// The person who stands for `borrower`, where the kind asks for one; `taken` are those who do already.
///
/// # Errors
/// What [`crate::FEATURE`] refuses when a guarantee of a loan is proposed.
pub fn bring(cx: &Write<'_>, brought: &Brought<'_>, borrower: PartyId, taken: &[PartyId]) -> Result<Option<PartyId>> {
    let kind = store::kind(cx, brought.kind)?;
    rules::figures(&kind, brought.income, brought.residence_months)?;
    rules::until(brought.until, cx.today())?;
    who_stands(cx, &kind, brought.guarantor, &tidy_line(brought.said), || Ok(borrower), taken)
}

/// What of a guarantee was seen, in the order of its kind.
///
/// # Errors
/// Something of what the kind asks for was not seen; a last day that has passed; what it rests on holds no more.
pub fn look(
    cx: &Read<'_>,
    kind: GuaranteeKind,
    borrower: PartyId,
    party: Option<PartyId>,
    checked: &[String],
    until: Option<Day>,
) -> Result<Vec<String>> {
    let kind = store::kind(cx, kind)?;
    rules::checks(&kind, checked)?;
    rules::until(until, cx.today())?;
    still_stands(cx, &kind, borrower, party)?;
    Ok(rules::seen(&kind, checked))
}

/// The kinds there are, in their order.
///
/// # Errors
/// What the database refuses.
pub fn kinds(db: &database::Read<'_>) -> Result<Vec<Kind>> {
    store::kinds(db)
}

/// How many guarantors a product asks for, for an amount.
///
/// # Errors
/// What the database refuses.
pub fn guarantors_needed(db: &database::Read<'_>, product: ProductId, amount: Money) -> Result<i64> {
    Ok(rules::guarantors_needed(&store::terms_of(db, product)?, amount))
}

/// A loan takes over what was verified for it. The first is the one the loan says of itself.
///
/// # Errors
/// What the database refuses.
pub fn take_over(cx: &Write<'_>, loan: LoanId, verified: &[Verified]) -> Result<()> {
    for (place, one) in verified.iter().enumerate() {
        let of_loan = place == 0;
        let id = if of_loan { GuaranteeId::from_bytes(*loan.as_bytes()) } else { one.id };
        cx.run(
            include_str!("sql/take_over.sql"),
            values![
                id,
                loan,
                place as i64 + 1,
                one.kind,
                one.party,
                one.said.as_str(),
                one.income,
                one.residence_months,
                one.until,
                one.proposed_by,
                one.proposed_at,
                one.verified_by,
                one.verified_at,
                one.checked.join(" "),
                one.note.as_str(),
                of_loan
            ],
        )?;
        cx.status_changed(store::subject(id), None, GuaranteeState::Verified.name(), "")?;
        let written = store::guarantee(cx, id)?;
        cx.changed(store::RECORD, id, &store::label(cx, *id.as_bytes())?, &(), &written)?;
    }
    Ok(())
}
