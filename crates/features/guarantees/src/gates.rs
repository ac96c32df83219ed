//! What products ask of the guarantees of a loan, before it is approved and before its tranches go out.

use crate::inputs::GuaranteesOf;
use crate::model::{Guarantee, GuaranteeState, GuaranteeTerms};
use crate::rules;
use crate::store::{self, GuaranteedLoan};
use database::values;
use kernel::id::{LoanId, PartyId, ProductId, TrancheId};
use kernel::{Day, Failure, Result};
use loans::GuaranteeKind;
use office::context::Read;
use office::feature::Subject;
use office::gate::{Condition, Gate};

pub const LOANS: Gate = Gate {
    before: &[
        loans::GATED_APPROVAL,
        loans::GATED_TRANCHE_REQUEST,
        loans::GATED_TRANCHE_APPROVAL,
        loans::GATED_DELIVERY,
        loans::GATED_PAYMENT,
    ],
    look,
};

/// An import goes as long as nothing that stays was recorded on its loans and people.
pub const TAKING_BACK: Gate = Gate { before: &["importing.take_back"], look: nothing_kept };

fn nothing_kept(cx: &Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    let sql = match subject.kind {
        "loan" => include_str!("sql/kept_of_loan.sql"),
        "file" => "SELECT count(*) AS kept FROM guarantee WHERE party = $1",
        _ => return Ok(Vec::new()),
    };
    let kept: i64 = cx.one(sql, values![subject.id], |row| row.get("kept"))?;
    Ok(vec![Condition::new("guarantees.nothing_kept", kept == 0, [])])
}

fn look(cx: &Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    let loan = match subject.kind {
        "loan" => LoanId::from_bytes(subject.id),
        "tranche" => loans::loan_of_tranche(cx, TrancheId::from_bytes(subject.id))?,
        other => return Err(Failure::broken(format!("no guarantees of a {other}"))),
    };
    conditions(cx, &store::loan(cx, loan)?)
}

/// What the product of a loan asks of its guarantees, met and missing.
pub fn conditions(cx: &Read<'_>, loan: &GuaranteedLoan) -> Result<Vec<Condition>> {
    let terms = store::terms_of(cx, loan.product)?;
    let all = store::of_loan(cx, loan.loan)?;
    let counting = rules::counting(&terms, &all);
    let mut found = vec![valid(&terms, &all, &counting)];

    let needed = rules::guarantors_needed(&terms, loan.amount);
    if needed > 0 {
        let there = rules::guarantors(&counting);
        let args = [("needed", needed.to_string()), ("n", there.to_string())];
        found.push(Condition::new("guarantees.guarantors", there >= needed, args));
    }
    let stand: Vec<Stands> = counting.iter().map(|one| Stands::of(one)).collect();
    let ends = || loans::ends_on(cx, loan.loan, cx.today());
    found.extend(of_people(cx, &terms, &stand, loan.party, ends)?);
    let target = || crate::OF_LOAN.asking(&GuaranteesOf { loan: loan.loan });
    found.into_iter().map(|one| Ok(one.mended_at(target()?))).collect()
}

/// One guarantee that holds: one that counts, or of an older loan that nothing was ever said about one.
fn valid(terms: &GuaranteeTerms, all: &[Guarantee], counting: &[&Guarantee]) -> Condition {
    let stands = |state| all.iter().find(|one| one.state == state);
    if !counting.is_empty() || all.is_empty() && !terms.verified {
        let until = counting.iter().filter_map(|one| one.until).max().map(|day| day.to_string());
        return Condition::new("guarantees.valid", true, [("until", until.unwrap_or_default())]);
    }
    if stands(GuaranteeState::Proposed).is_some() {
        return Condition::new("guarantees.verified", false, []);
    }
    match stands(GuaranteeState::Expired).and_then(|one| one.until) {
        Some(day) => Condition::new("guarantees.expired", false, [("until", day.to_string())]),
        None => Condition::new("guarantees.valid", false, []),
    }
}

/// One that stands for a loan, or would, as far as products look at whoever stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stands {
    pub kind: GuaranteeKind,
    pub party: Option<PartyId>,
    pub residence_months: Option<i64>,
}

impl Stands {
    const fn of(one: &Guarantee) -> Self {
        Self { kind: one.kind, party: one.party, residence_months: one.residence_months }
    }
}

/// What a product asks of the people behind an application, before there is a loan: of those who are to stand for it, and
/// of whoever asks, by the day the last instalment would be due.
///
/// # Errors
/// What the database refuses, or the plan.
pub fn asked_of_people(
    cx: &Read<'_>,
    product: ProductId,
    stand: &[Stands],
    borrower: PartyId,
    ends: impl Fn() -> Result<Day>,
) -> Result<Vec<Condition>> {
    of_people(cx, &store::terms_of(cx, product)?, stand, borrower, ends)
}

fn of_people(
    cx: &Read<'_>,
    terms: &GuaranteeTerms,
    stand: &[Stands],
    borrower: PartyId,
    ends: impl Fn() -> Result<Day>,
) -> Result<Vec<Condition>> {
    let mut found = of_guarantors(cx, terms, stand)?;
    if let Some(months) = terms.residence_months {
        let by_residence = || stand.iter().filter(|one| one.kind == GuaranteeKind::ProjectTeam);
        let long = by_residence().all(|one| one.residence_months.is_some_and(|lived| lived >= months));
        if by_residence().next().is_some() {
            found.push(Condition::new("guarantees.residence", long, [("months", months.to_string())]));
        }
    }
    if let Some(age) = terms.last_due_before {
        let born = parties::find_party(cx, borrower)?.and_then(|party| party.facts.born_on);
        let ends = match ends() {
            Ok(day) => Some(day),
            // What cannot be laid out as a plan is refused by other conditions.
            Err(Failure::Refused(_)) => None,
            Err(broken) => return Err(broken),
        };
        let young = born.zip(ends).is_some_and(|(born, ends)| rules::years(born, ends) < age);
        let day = ends.map(|day| day.to_string()).unwrap_or_default();
        found.push(Condition::new("guarantees.last_due", young, [("age", age.to_string()), ("day", day)]));
    }
    Ok(found)
}

/// What is asked of each guarantor.
fn of_guarantors(cx: &Read<'_>, terms: &GuaranteeTerms, stand: &[Stands]) -> Result<Vec<Condition>> {
    let people = || stand.iter().filter(|one| one.kind == GuaranteeKind::Guarantor);
    let mut found = Vec::new();
    if people().next().is_none() {
        return Ok(found);
    }
    if let Some(oldest) = terms.oldest {
        let mut fits = true;
        for one in people() {
            let known = one.party.map(|party| parties::find_party(cx, party)).transpose()?.flatten();
            let born = known.and_then(|party| party.facts.born_on);
            fits &= born.is_some_and(|born| rules::years(born, cx.today()) <= oldest);
        }
        found.push(Condition::new("guarantees.age", fits, [("age", oldest.to_string())]));
    }
    if !terms.may_borrow {
        let mut borrows = Vec::new();
        for one in people() {
            if let Some(party) = one.party {
                borrows.extend(store::own_loans(cx, party)?);
            }
        }
        found.push(Condition::new("guarantees.free", borrows.is_empty(), [("loan_no", borrows.join("، "))]));
    }
    Ok(found)
}
