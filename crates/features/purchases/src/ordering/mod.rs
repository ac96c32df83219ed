//! A purchase from its first word to the order another person approved, and what ends or moves it.

pub mod approve;
pub mod begin;
pub mod cancel;
pub mod change;
pub mod move_to;
pub mod order;
pub mod send_back;

use crate::inputs::{TypedItem, TypedPurchase};
use crate::rules;
use database::values;
use kernel::arabic::tidy_line;
use kernel::id::PurchaseId;
use kernel::{Day, Money, Refusal, Result, require};
use office::context::Write;

/// What was typed, in one form.
pub struct Tidied {
    pub title: String,
    pub budget_line: Option<String>,
    pub due_on: Option<Day>,
    pub items: Vec<TypedItem>,
}

/// # Errors
/// No title, no lines, a line without a name, pieces or amounts that cannot be, a day that has passed.
pub fn tidy(typed: &TypedPurchase, today: Day) -> Result<Tidied> {
    let title = rules::said(&typed.title, "typed.title", rules::TITLE_MISSING)?;
    let budget_line = typed.budget_line.as_deref().map(|line| rules::text(line, "typed.budget_line")).transpose()?;
    let past = Refusal::new(rules::DUE_PAST).at("typed.due_on");
    require(typed.due_on.is_none_or(|due| due >= today), past)?;
    let many = Refusal::new(rules::TOO_MANY).with("most", rules::MOST_LINES).at("typed.items");
    require(typed.items.len() <= rules::MOST_LINES, many)?;
    require(!typed.items.is_empty(), Refusal::new(rules::ITEMS_MISSING).at("typed.items"))?;
    let items = typed.items.iter().map(tidy_item).collect::<Result<Vec<_>>>()?;
    Money::sum(items.iter().map(|one| one.amount))?;
    Ok(Tidied { title, budget_line: budget_line.filter(|line| !line.is_empty()), due_on: typed.due_on, items })
}

fn tidy_item(typed: &TypedItem) -> Result<TypedItem> {
    let item = rules::said(&typed.item, "typed.items", rules::ITEMS_MISSING)?;
    let most = if typed.is_asset { rules::MOST_PIECES } else { 9_999 };
    let quantity = Refusal::new(rules::QUANTITY).with("item", &item).with("most", most).at("typed.items");
    require((1..=most).contains(&typed.quantity), quantity)?;
    require(typed.amount.is_positive(), Refusal::new(rules::AMOUNT).at("typed.items"))?;
    Ok(TypedItem { item: tidy_line(&item), ..typed.clone() })
}

pub fn write_items(cx: &Write<'_>, purchase: PurchaseId, items: &[TypedItem]) -> Result<()> {
    cx.run("DELETE FROM purchase_line WHERE purchase = $1", values![purchase])?;
    for (no, item) in (1_i64..).zip(items) {
        let sql = "INSERT INTO purchase_line (purchase, no, item, quantity, amount, is_asset) \
                   VALUES ($1, $2, $3, $4, $5, $6)";
        cx.run(sql, values![purchase, no, item.item.as_str(), item.quantity, item.amount, item.is_asset])?;
    }
    Ok(())
}
