//! What must hold before a purchase is ordered and before it is verified; each with its state, so that nobody wonders why
//! a button is off.

use crate::model::{PurchaseItem, PurchaseLine, PurchaseQuote};
use crate::rules;
use crate::store::{self, Goods};
use kernel::id::SubjectId;
use kernel::{Money, Refusal, Result, require};
use loans::{LoanPhase, TrancheKind};
use office::context::Read;
use office::gate::{CONDITIONS_MISSING, Condition};

/// What the conditions of an order are read from.
pub struct Order<'a> {
    /// Why the cheapest was not taken.
    pub reason: &'a str,
    pub items: &'a [PurchaseItem],
    pub quotes: &'a [PurchaseQuote],
    pub goods: &'a Goods,
    /// Of the same tranche, itself left out.
    pub others: &'a [PurchaseLine],
    pub needed: i64,
}

/// Whether a loan is one that buys: it was approved, and has not ended.
pub const fn buys(phase: LoanPhase) -> bool {
    matches!(phase, LoanPhase::Approved | LoanPhase::Active | LoanPhase::Overpaid)
}

/// What is ordered of a tranche by others.
///
/// # Errors
/// Only when sums are beyond what money can be.
pub fn ordered(others: &[PurchaseLine]) -> Result<Money> {
    Money::sum(others.iter().filter(|one| one.state.counts()).filter_map(|one| one.amount))
}

/// Before it is ordered, and again before another person approves it.
///
/// # Errors
/// Only when sums are beyond what money can be.
pub fn of_order(of: &Order<'_>) -> Result<Vec<Condition>> {
    let chosen = of.quotes.iter().find(|one| one.chosen);
    let sum = Money::sum(of.items.iter().map(|one| one.amount))?;
    let count = of.quotes.iter().filter(|one| !one.expired).count() as i64;
    let left = of.goods.amount.minus(ordered(of.others)?)?;
    let amount = chosen.map_or(sum, |one| one.amount);
    let mut all = vec![
        Condition::new("purchases.loan", buys(of.goods.phase), []),
        Condition::new("purchases.tranche", of.goods.is_open(), [("no", of.goods.no.to_string())]),
        Condition::new(
            "purchases.quotes",
            count >= of.needed,
            [("n", count.to_string()), ("needed", of.needed.to_string())],
        ),
        Condition::new("purchases.chosen", chosen.is_some(), []),
    ];
    if let Some(chosen) = chosen {
        let until = chosen.until.map(|day| day.to_string()).unwrap_or_default();
        all.push(Condition::new("purchases.holds", !chosen.expired, [("until", until)]));
        if !chosen.cheapest {
            all.push(Condition::new("purchases.cheapest", !of.reason.is_empty(), []));
        }
        let args = [("sum", sum.to_string()), ("amount", chosen.amount.to_string())];
        all.push(Condition::new("purchases.lines", sum == chosen.amount, args));
        let other = of.others.iter().find(|one| one.state.counts() && one.supplier != Some(chosen.supplier));
        let args = [("supplier", other.map(|one| one.supplier_name.clone()).unwrap_or_default())];
        all.push(Condition::new("purchases.supplier", other.is_none(), args));
    }
    all.push(Condition::new("purchases.fits", amount <= left, [("left", left.to_string())]));
    Ok(all)
}

/// As [`of_order`], of a purchase as it stands.
///
/// # Errors
/// What the database refuses.
pub fn of_purchase(cx: &Read<'_>, line: &PurchaseLine, step: &str) -> Result<Vec<Condition>> {
    let goods = store::goods(cx, line.tranche)?;
    let mut others = store::of_tranche(cx, line.tranche)?;
    others.retain(|one| one.purchase != line.purchase);
    let (items, quotes) = (store::items(cx, line.purchase)?, store::quotes(cx, line.purchase, cx.today())?);
    let chosen = quotes.iter().find(|one| one.chosen);
    let amount = chosen.map_or_else(|| Money::sum(items.iter().map(|one| one.amount)), |one| Ok(one.amount))?;
    let reason = store::reason(cx, line.purchase)?;
    let needed = rules::quotes_needed(&store::terms_of(cx, goods.product)?, amount);
    let own = Order { reason: &reason, items: &items, quotes: &quotes, goods: &goods, others: &others, needed };
    let mut all = of_order(&own)?;
    all.extend(cx.gates(step, store::subject(line.purchase))?);
    Ok(all)
}

/// Before another person says that it is there.
///
/// # Errors
/// What the database refuses.
pub fn of_verification(cx: &Read<'_>, line: &PurchaseLine) -> Result<Vec<Condition>> {
    let papers = documents::hanging_on(cx, store::RECORD, SubjectId::from_bytes(*line.purchase.as_bytes()))?;
    let stands = papers.iter().filter(|one| one.removed_at.is_none()).count();
    let came = line.state == crate::model::PurchaseState::Came;
    let args = [("n", line.came.to_string()), ("pieces", line.pieces.to_string())];
    Ok(vec![
        Condition::new("purchases.all_came", came, args),
        Condition::new("purchases.paper", stands > 0, []),
        Condition::new("purchases.invoice", line.invoiced.is_positive(), []),
    ])
}

/// Refuses while one is missing.
///
/// # Errors
/// [`CONDITIONS_MISSING`], with the keys of what is missing.
pub fn must_hold(conditions: &[Condition]) -> Result<()> {
    let gaps: Vec<&str> = conditions.iter().filter(|one| !one.met).map(|one| one.key.as_str()).collect();
    let refusal = Refusal::new(CONDITIONS_MISSING).with("n", gaps.len()).with("gaps", gaps.join(" "));
    require(gaps.is_empty(), refusal)
}

/// A tranche something may be ordered from.
///
/// # Errors
/// One in cash, one that is owed or cancelled, one of a loan that has ended.
pub fn open_tranche(goods: &Goods) -> Result<()> {
    require(goods.kind == TrancheKind::InKind, Refusal::new(rules::CASH_TRANCHE).with("no", goods.no).at("tranche"))?;
    require(goods.is_open(), Refusal::new(rules::TRANCHE_CLOSED).with("no", goods.no).at("tranche"))?;
    let ended =
        matches!(goods.phase, LoanPhase::Closed | LoanPhase::Rejected | LoanPhase::Cancelled | LoanPhase::WrittenOff);
    require(!ended, rules::LOAN_ENDED)
}
