//! What must hold of the purchases of a tranche before the loan owes it, and before it is verified. Who delivered is paid
//! what was delivered, so that nobody is paid without an order, a delivery and an invoice.

use crate::conditions;
use crate::inputs::PurchasesOfLoan;
use crate::model::PurchaseState;
use crate::store;
use database::values;
use kernel::id::TrancheId;
use kernel::{Failure, Money, Result};
use loans::TrancheKind;
use office::context::Read;
use office::feature::Subject;
use office::gate::{Condition, Gate};

pub const DELIVERY: Gate = Gate { before: &[loans::GATED_DELIVERY], look: before_delivery };

pub const VERIFICATION: Gate = Gate { before: &[loans::GATED_VERIFICATION], look: before_verification };

/// An import goes as long as nothing was ordered of its loans.
pub const TAKING_BACK: Gate = Gate { before: &["importing.take_back"], look: nothing_ordered };

fn nothing_ordered(cx: &Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    if subject.kind != "loan" {
        return Ok(Vec::new());
    }
    let sql = "SELECT count(*) AS kept FROM purchase WHERE loan = $1";
    let kept: i64 = cx.one(sql, values![subject.id], |row| row.get("kept"))?;
    Ok(vec![Condition::new("purchases.nothing_kept", kept == 0, [])])
}

fn tranche_of(subject: Subject) -> Result<TrancheId> {
    if subject.kind == loans::TRANCHE_RECORD {
        Ok(TrancheId::from_bytes(subject.id))
    } else {
        Err(Failure::broken(format!("no purchases of a {}", subject.kind)))
    }
}

fn before_delivery(cx: &Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    let goods = store::goods(cx, tranche_of(subject)?)?;
    let terms = store::terms_of(cx, goods.product)?;
    let all = store::of_tranche(cx, goods.tranche)?;
    let asked = terms.asked && goods.kind == TrancheKind::InKind && goods.amount > terms.above;
    if all.is_empty() && !asked {
        return Ok(Vec::new());
    }
    let ordered = !all.is_empty() && all.iter().all(|one| one.state.is_ordered());
    let came = ordered && all.iter().all(|one| matches!(one.state, PurchaseState::Came | PurchaseState::Verified));
    let invoiced = Money::sum(all.iter().map(|one| one.invoiced))?;
    let sum = Money::sum(all.iter().filter_map(|one| one.amount))?;
    let target = || crate::OF_LOAN.asking(&PurchasesOfLoan { loan: goods.loan });
    let found = [
        Condition::new("purchases.ordered", ordered, [("sum", sum.to_string())]),
        Condition::new("purchases.came", came, []),
        Condition::new(
            "purchases.invoiced",
            invoiced == goods.amount,
            [("invoiced", invoiced.to_string()), ("amount", goods.amount.to_string())],
        ),
    ];
    found.into_iter().map(|one| Ok(one.mended_at(target()?))).collect()
}

fn before_verification(cx: &Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    let goods = store::goods(cx, tranche_of(subject)?)?;
    let all = store::of_tranche(cx, goods.tranche)?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let verified = all.iter().all(|one| one.state == PurchaseState::Verified);
    let target = crate::OF_LOAN.asking(&PurchasesOfLoan { loan: goods.loan })?;
    Ok(vec![Condition::new("purchases.verified", verified, []).mended_at(target)])
}

/// Whether a tranche is one whose product asks for orders.
///
/// # Errors
/// What the database refuses.
pub fn asked(cx: &Read<'_>, goods: &store::Goods) -> Result<bool> {
    let terms = store::terms_of(cx, goods.product)?;
    Ok(terms.asked && conditions::open_tranche(goods).is_ok() && goods.amount > terms.above)
}
