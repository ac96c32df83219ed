//! What purchases refuse, and the pure rules behind it.

use crate::model::{PurchaseItem, PurchaseState, PurchaseTerms};
use kernel::arabic::{fold_joined, tidy_line};
use kernel::{Code, Money, Refusal, Result, require};

kernel::refusals! {
    REASON_MISSING = "purchases.reason_missing";
    TITLE_MISSING = "purchases.title_missing";
    /// A line without a name, or none at all.
    ITEMS_MISSING = "purchases.items_missing";
    /// A number of pieces that cannot be.
    QUANTITY = "purchases.quantity";
    /// Too many lines, or pieces that are listed one by one.
    TOO_MANY = "purchases.too_many";
    AMOUNT = "purchases.amount";
    TEXT_TOO_LONG = "purchases.text_too_long";
    /// A day the supplier is to deliver by that has passed.
    DUE_PAST = "purchases.due_past";
    /// A tranche in cash, from which nothing is ordered.
    CASH_TRANCHE = "purchases.cash_tranche";
    /// A tranche that is owed, paid or cancelled already.
    TRANCHE_CLOSED = "purchases.tranche_closed";
    /// The loan has ended.
    LOAN_ENDED = "purchases.loan_ended";
    /// The order was made already, or was cancelled.
    NOT_DRAFT = "purchases.not_draft";
    SUPPLIER_MISSING = "purchases.supplier_missing";
    /// A person, or several who live together: only organisations sell here.
    SUPPLIER_PERSON = "purchases.supplier_person";
    /// The supplier has another quote here.
    QUOTED_ALREADY = "purchases.quoted_already";
    QUOTE_DAYS = "purchases.quote_days";
    /// The quote belongs to another purchase, or was taken out.
    NO_QUOTE = "purchases.no_quote";
    /// The quote that is taken is not taken out.
    QUOTE_CHOSEN = "purchases.quote_chosen";
    /// Not the cheapest was chosen, and nobody said why.
    NOT_CHEAPEST = "purchases.not_cheapest";
    OWN_ORDER = "purchases.own_order";
    ORDER_DECIDED = "purchases.order_decided";
    ORDER_WAITS = "purchases.order_waits";
    /// Nothing of it may come: it was not ordered, or all came.
    NOT_COMING = "purchases.not_coming";
    RECEIVER_MISSING = "purchases.receiver_missing";
    /// Not as ordered, and nobody said how.
    SAY_WHAT = "purchases.say_what";
    NOTHING_CAME = "purchases.nothing_came";
    /// More pieces than were ordered and have not come.
    MORE_THAN_ORDERED = "purchases.more_than_ordered";
    /// More serial numbers than pieces, or of what is no asset.
    SERIALS = "purchases.serials";
    /// The same serial number stands in the list of assets.
    SERIAL_KNOWN = "purchases.serial_known";
    /// Before it was ordered.
    BEFORE_ORDER = "purchases.before_order";
    NOTHING_BACK = "purchases.nothing_back";
    /// More pieces than are here.
    MORE_THAN_HERE = "purchases.more_than_here";
    /// An asset of another purchase, or one that is not there any more.
    NOT_HERE = "purchases.not_here";
    /// An asset goes back by itself, not by a number of pieces.
    BACK_BY_PIECE = "purchases.back_by_piece";
    /// The tranche is owed or paid: what belongs to it does not go back here.
    BOOKED = "purchases.booked";
    /// Nothing is left that could not come.
    NOTHING_LEFT = "purchases.nothing_left";
    /// Nothing came: the order is cancelled instead.
    NOTHING_CAME_YET = "purchases.nothing_came_yet";
    INVOICE_NO_MISSING = "purchases.invoice_no_missing";
    INVOICE_KNOWN = "purchases.invoice_known";
    VAT = "purchases.vat";
    /// Not what is still to be invoiced of the order, and nobody said why.
    INVOICE_DIFFERS = "purchases.invoice_differs";
    /// The invoices of a tranche are more than the tranche.
    INVOICE_OVER = "purchases.invoice_over";
    NOT_ORDERED = "purchases.not_ordered";
    NO_INVOICE = "purchases.no_invoice";
    /// Nobody says of what they recorded as come that it is there.
    OWN_DELIVERY = "purchases.own_delivery";
    NOT_VERIFIABLE = "purchases.not_verifiable";
    /// Before the last of it came.
    VERIFIED_EARLY = "purchases.verified_early";
    /// Something of it is here; it goes back first.
    SOMETHING_HERE = "purchases.something_here";
    ENDED = "purchases.ended";
    /// Its own tranche stands: nothing is moved.
    NOT_STRANDED = "purchases.not_stranded";
    /// To a tranche of another loan, one in cash, one that is closed, one with another supplier, one too small.
    DOES_NOT_FIT = "purchases.does_not_fit";
    ASSET_STATE = "purchases.asset_state";
    /// Before the asset came, or before what is known of it.
    ASSET_DAY = "purchases.asset_day";
    /// It went back, was sold or is lost: nobody sees it.
    ASSET_GONE = "purchases.asset_gone";
    TERMS = "purchases.terms";
    /// What is kept of purchases is not removed.
    STAYS = "purchases.stays";
    /// The tranche is to be cash, though something was ordered from it.
    TRANCHE_KIND = "purchases.tranche_kind";
    /// The tranche is to be less than what was ordered from it.
    TRANCHE_SUM = "purchases.tranche_sum";
    /// The tranche is to be owed to somebody else than it was ordered from.
    PAYEE = "purchases.payee";
}

/// Letters of a line.
pub const LONGEST: usize = 300;
/// Lines of a purchase.
pub const MOST_LINES: usize = 60;
/// Pieces of a line that are listed one by one.
pub const MOST_PIECES: i64 = 100;

/// A line of text in one form.
///
/// # Errors
/// More than three hundred letters.
pub fn text(typed: &str, field: &'static str) -> Result<String> {
    let tidy = tidy_line(typed);
    let fits = tidy.chars().count() <= LONGEST;
    require(fits, Refusal::new(TEXT_TOO_LONG).with("most", LONGEST).at(field))?;
    Ok(tidy)
}

/// A line of text that must say something.
///
/// # Errors
/// Nothing was said, or too much.
pub fn said(typed: &str, field: &'static str, missing: Code) -> Result<String> {
    let tidy = text(typed, field)?;
    require(!tidy.is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}

/// How numbers of invoices and serial numbers are compared.
pub fn same(number: &str) -> String {
    let folded = fold_joined(number);
    if folded.is_empty() { number.trim().to_owned() } else { folded }
}

/// How many quotes an order of an amount needs.
pub fn quotes_needed(terms: &PurchaseTerms, amount: Money) -> i64 {
    if amount > terms.quotes_above { terms.quotes.max(1) } else { 1 }
}

/// Where a purchase stands, from what came of its lines.
pub fn standing(items: &[PurchaseItem]) -> PurchaseState {
    let came: i64 = items.iter().map(|one| one.came).sum();
    let left: i64 = items.iter().map(PurchaseItem::left).sum();
    match (came, left) {
        (0, _) => PurchaseState::Ordered,
        (_, 0) => PurchaseState::Came,
        _ => PurchaseState::Part,
    }
}

/// # Errors
/// Numbers of quotes or amounts that cannot be.
pub fn terms(terms: &PurchaseTerms) -> Result<()> {
    let fits = (1..=9).contains(&terms.quotes) && !terms.above.is_negative() && !terms.quotes_above.is_negative();
    require(fits, Refusal::new(TERMS).at("terms"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(quantity: i64, came: i64, short: i64) -> PurchaseItem {
        PurchaseItem { no: 1, item: "x".into(), quantity, amount: Money::ZERO, is_asset: true, came, short }
    }

    #[test]
    fn what_came_says_where_a_purchase_stands() {
        assert_eq!(standing(&[item(2, 0, 0), item(1, 0, 0)]), PurchaseState::Ordered);
        assert_eq!(standing(&[item(2, 1, 0), item(1, 0, 0)]), PurchaseState::Part);
        assert_eq!(standing(&[item(2, 2, 0), item(1, 1, 0)]), PurchaseState::Came);
        assert_eq!(standing(&[item(2, 1, 1), item(1, 1, 0)]), PurchaseState::Came, "the rest will not come");
        assert_eq!(standing(&[item(2, 0, 0)]), PurchaseState::Ordered, "what went back is to come again");
    }

    #[test]
    fn above_the_setting_so_many_quotes_are_asked_for() {
        let terms = PurchaseTerms::default();
        let riyals = |amount| Money::from_riyals(amount).unwrap();
        let needed = [100, 2_000, 2_001, 50_000].map(|amount| quotes_needed(&terms, riyals(amount)));
        assert_eq!(needed, [1, 1, 3, 3], "two thousand is not above two thousand");
    }

    #[test]
    fn numbers_are_compared_as_people_read_them() {
        assert_eq!(same("INV-0044 / ٧"), same("inv 0044/7"));
        assert_ne!(same("44"), same("0044"));
        assert_eq!(same(" # "), "#", "a number of signs alone is still one");
    }
}
