//! What lending changes of a tranche must not part it from what was ordered from it.

use crate::conditions::ordered;
use crate::{rules, store};
use kernel::arabic::fold;
use kernel::id::TrancheId;
use kernel::{Money, Refusal, Result, require};
use loans::TrancheKind;
use office::context::Write;

/// A tranche was planned otherwise, or took a step.
///
/// # Errors
/// It is to be cash, or less than what was ordered or invoiced, or owed to somebody else than the supplier.
pub fn tranche_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    let goods = store::goods(cx, TrancheId::from_bytes(id))?;
    let all = store::of_tranche(cx, goods.tranche)?;
    // Of one that is cancelled the orders are moved or cancelled by hand.
    if all.is_empty() || goods.state == "cancelled" {
        return Ok(());
    }
    require(goods.kind == TrancheKind::InKind, Refusal::new(rules::TRANCHE_KIND).with("no", goods.no).at("kind"))?;
    let sum = ordered(&all)?.max(Money::sum(all.iter().map(|one| one.invoiced))?);
    let over = Refusal::new(rules::TRANCHE_SUM).with("no", goods.no).with("sum", sum).at("amount");
    require(goods.amount >= sum, over)?;
    if goods.state == "delivered" {
        let supplier = all.iter().find(|one| one.state.is_ordered()).map(|one| one.supplier_name.clone());
        let same = supplier.as_deref().is_none_or(|name| fold(name) == fold(&goods.supplier));
        let payee = Refusal::new(rules::PAYEE).with("supplier", supplier.unwrap_or_default()).at("supplier");
        require(same, payee)?;
    }
    Ok(())
}
