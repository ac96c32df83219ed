//! Purchases, rows in and out.

use crate::model::{
    ArrivedLine, PurchaseArrival, PurchaseInvoice, PurchaseItem, PurchaseLine, PurchaseQuote, PurchaseState,
    PurchaseTerms,
};
use database::{Row, Value, values};
use kernel::arabic::fold;
use kernel::id::{AssetId, LoanId, PersonId, ProductId, ProjectId, PurchaseId, TrancheId};
use kernel::{Day, Failure, Money, Result};
use loans::{LoanPhase, TrancheKind};
use office::context::{Read, Write};
use office::feature::Subject;

/// The kind of record a purchase is, for documents, approvals and the audit trail.
pub const RECORD: &str = "purchase";
/// The kind of record an asset is.
pub const ASSET: &str = "purchase_asset";
/// What a product asks for, among the records that have versions.
pub const RULE: &str = "purchase_rule";

/// What the rules need to know of a tranche and its loan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goods {
    pub tranche: TrancheId,
    pub loan: LoanId,
    pub no: i64,
    pub amount: Money,
    pub kind: TrancheKind,
    pub supplier: String,
    pub item: String,
    pub state: String,
    pub phase: LoanPhase,
    pub product: ProductId,
    pub project: ProjectId,
}

impl Goods {
    /// Whether something may be ordered from it: it buys in kind, and nobody owes it yet.
    pub fn is_open(&self) -> bool {
        self.kind == TrancheKind::InKind && matches!(self.state.as_str(), "planned" | "requested" | "approved")
    }

    /// Whether the borrower owes it already.
    pub fn is_booked(&self) -> bool {
        matches!(self.state.as_str(), "delivered" | "paid" | "verified")
    }
}

const GOODS: &str = "SELECT g.id, g.loan, g.no, g.amount, g.kind, g.supplier, g.item, g.state, s.phase, l.product, \
                     l.project FROM loan_goods g JOIN loan_standing s ON s.loan = g.loan \
                     JOIN loan_guarantee l ON l.loan = g.loan";

fn goods_row(row: &Row<'_>) -> Result<Goods> {
    Ok(Goods {
        tranche: row.get("id")?,
        loan: row.get("loan")?,
        no: row.get("no")?,
        amount: row.get("amount")?,
        kind: row.get("kind")?,
        supplier: row.get("supplier")?,
        item: row.get("item")?,
        state: row.get("state")?,
        phase: row.get("phase")?,
        product: row.get("product")?,
        project: row.get("project")?,
    })
}

pub fn goods(db: &database::Read<'_>, tranche: TrancheId) -> Result<Goods> {
    let found = db.row(&format!("{GOODS} WHERE g.id = $1"), values![tranche], goods_row)?;
    found.ok_or(Failure::not_found("tranche"))
}

/// The tranches of a loan, in their order.
pub fn goods_of(db: &database::Read<'_>, loan: LoanId) -> Result<Vec<Goods>> {
    db.rows(&format!("{GOODS} WHERE g.loan = $1 ORDER BY g.no"), values![loan], goods_row)
}

/// The person who asks has a hand in a purchase from now on.
///
/// # Errors
/// What the database refuses.
pub fn hand(cx: &Write<'_>, purchase: PurchaseId) -> Result<()> {
    let sql = "INSERT INTO purchase_hand (purchase, person) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    cx.run(sql, values![purchase, cx.who.id]).map(drop)
}

/// Whether somebody began or changed it, gathered its quotes, took one, or submitted it.
pub fn had_a_hand(db: &database::Read<'_>, purchase: PurchaseId, person: PersonId) -> Result<bool> {
    let sql = "SELECT 1 AS one FROM purchase_hand WHERE purchase = $1 AND person = $2";
    Ok(db.row(sql, values![purchase, person], |_| Ok(()))?.is_some())
}

const LINES: &str = include_str!("sql/lines.sql");
const WHICH: &str = "-- which";

/// Purchases as lists show them: `which` are the conditions, the order and the page.
pub fn lines(cx: &Read<'_>, which: &str, values: impl AsRef<[Value]>) -> Result<Vec<PurchaseLine>> {
    let today = cx.today();
    cx.rows(&LINES.replace(WHICH, which), values, |row| {
        let (state, due_on): (PurchaseState, Option<Day>) = (row.get("state")?, row.get("due_on")?);
        Ok(PurchaseLine {
            purchase: row.get("id")?,
            loan: row.get("loan")?,
            loan_no: row.get("loan_no")?,
            borrower: row.get("borrower")?,
            project_name: row.get("project_name")?,
            tranche: row.get("tranche")?,
            tranche_no: row.get("tranche_no")?,
            title: row.get("title")?,
            state,
            order_no: row.get("order_no")?,
            ordered_on: row.get("ordered_on")?,
            supplier: row.get("supplier")?,
            supplier_name: row.get("supplier_name")?,
            amount: row.get("amount")?,
            quotes: row.get("quotes")?,
            due_on,
            late: state.is_coming() && due_on.is_some_and(|due| due < today),
            pieces: row.get("pieces")?,
            came: row.get("came")?,
            invoiced: row.get("invoiced")?,
            verified_on: row.get("verified_on")?,
        })
    })
}

pub fn line(cx: &Read<'_>, purchase: PurchaseId) -> Result<PurchaseLine> {
    lines(cx, "WHERE p.id = $1", values![purchase])?.pop().ok_or(Failure::not_found(RECORD))
}

/// The purchases of a tranche that were not cancelled.
pub fn of_tranche(cx: &Read<'_>, tranche: TrancheId) -> Result<Vec<PurchaseLine>> {
    lines(cx, "WHERE p.tranche = $1 AND p.state <> 'cancelled' ORDER BY p.begun_at, p.id", values![tranche])
}

/// The loan a purchase belongs to.
///
/// # Errors
/// A purchase that does not exist.
pub fn loan_of(db: &database::Read<'_>, purchase: PurchaseId) -> Result<LoanId> {
    let found = db.row("SELECT loan FROM purchase WHERE id = $1", values![purchase], |row| row.get("loan"))?;
    found.ok_or(Failure::not_found(RECORD))
}

/// Why the cheapest quote was not taken.
pub fn reason(db: &database::Read<'_>, purchase: PurchaseId) -> Result<String> {
    db.one("SELECT reason FROM purchase WHERE id = $1", values![purchase], |row| row.get("reason"))
}

pub fn items(db: &database::Read<'_>, purchase: PurchaseId) -> Result<Vec<PurchaseItem>> {
    let sql =
        "SELECT no, item, quantity, amount, is_asset, came, short FROM purchase_line WHERE purchase = $1 ORDER BY no";
    db.rows(sql, values![purchase], |row| {
        Ok(PurchaseItem {
            no: row.get("no")?,
            item: row.get("item")?,
            quantity: row.get("quantity")?,
            amount: row.get("amount")?,
            is_asset: row.get("is_asset")?,
            came: row.get("came")?,
            short: row.get("short")?,
        })
    })
}

/// The cheapest before the others.
pub fn quotes(db: &database::Read<'_>, purchase: PurchaseId, today: Day) -> Result<Vec<PurchaseQuote>> {
    let sql = "SELECT q.id, q.supplier, n.name AS supplier_name, q.amount, q.on_day, q.until_day, q.note, q.chosen, \
               u.name AS made_by_name FROM purchase_quote q JOIN party_name n ON n.id = q.supplier \
               JOIN user_name u ON u.id = q.made_by WHERE q.purchase = $1 ORDER BY q.amount, q.made_at, q.id";
    let mut all = db.rows(sql, values![purchase], |row| {
        let until: Option<Day> = row.get("until_day")?;
        Ok(PurchaseQuote {
            id: row.get("id")?,
            supplier: row.get("supplier")?,
            supplier_name: row.get("supplier_name")?,
            amount: row.get("amount")?,
            on: row.get("on_day")?,
            until,
            expired: until.is_some_and(|until| until < today),
            note: row.get("note")?,
            chosen: row.get("chosen")?,
            cheapest: false,
            made_by_name: row.get("made_by_name")?,
        })
    })?;
    // What does not hold any more is no offer.
    let least = all.iter().filter(|one| !one.expired).map(|one| one.amount).min();
    for one in &mut all {
        one.cheapest = !one.expired && Some(one.amount) == least;
    }
    Ok(all)
}

pub fn arrivals(db: &database::Read<'_>, purchase: PurchaseId) -> Result<Vec<PurchaseArrival>> {
    let sql = "SELECT a.id, a.went_back, a.on_day, a.condition, a.received_by, a.place, a.said, a.recorded_by, \
               u.name AS recorded_by_name, a.recorded_at FROM purchase_arrival a JOIN user_name u ON u.id = a.recorded_by \
               WHERE a.purchase = $1 ORDER BY a.recorded_at, a.id";
    let mut all = db.rows(sql, values![purchase], |row| {
        Ok(PurchaseArrival {
            id: row.get("id")?,
            went_back: row.get("went_back")?,
            on: row.get("on_day")?,
            condition: row.get("condition")?,
            received_by: row.get("received_by")?,
            place: row.get("place")?,
            said: row.get("said")?,
            lines: Vec::new(),
            recorded_by: row.get("recorded_by")?,
            recorded_by_name: row.get("recorded_by_name")?,
            recorded_at: row.get("recorded_at")?,
        })
    })?;
    let sql = "SELECT l.arrival, l.no, i.item, l.quantity FROM purchase_arrival_line l \
               JOIN purchase_arrival a ON a.id = l.arrival \
               JOIN purchase_line i ON i.purchase = a.purchase AND i.no = l.no WHERE a.purchase = $1 ORDER BY l.no";
    let lines = db.rows(sql, values![purchase], |row| {
        let line = ArrivedLine { no: row.get("no")?, item: row.get("item")?, quantity: row.get("quantity")? };
        Ok((row.get::<PurchaseId>("arrival")?, line))
    })?;
    for (arrival, line) in lines {
        if let Some(one) = all.iter_mut().find(|one| one.id == arrival) {
            one.lines.push(line);
        }
    }
    Ok(all)
}

pub fn invoices(db: &database::Read<'_>, purchase: PurchaseId) -> Result<Vec<PurchaseInvoice>> {
    let sql = "SELECT i.id, i.invoice_no, i.on_day, i.amount, i.vat, i.reason, u.name AS made_by_name, i.void_at, \
               i.void_reason FROM purchase_invoice i JOIN user_name u ON u.id = i.made_by \
               WHERE i.purchase = $1 ORDER BY i.made_at, i.id";
    db.rows(sql, values![purchase], |row| {
        Ok(PurchaseInvoice {
            id: row.get("id")?,
            invoice_no: row.get("invoice_no")?,
            on: row.get("on_day")?,
            amount: row.get("amount")?,
            vat: row.get("vat")?,
            reason: row.get("reason")?,
            made_by_name: row.get("made_by_name")?,
            voided: row.get::<Option<kernel::Moment>>("void_at")?.is_some(),
            void_reason: row.get("void_reason")?,
        })
    })
}

/// The number of the order, or what is bought while it has none.
pub fn label(db: &database::Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql = "SELECT COALESCE(order_no, title) AS label FROM purchase WHERE id = $1";
    db.row(sql, values![id], |row| row.get("label"))?.ok_or(Failure::not_found(RECORD))
}

pub fn asset_label(db: &database::Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql = "SELECT name, serial FROM purchase_asset WHERE id = $1";
    let found = db.row(sql, values![id], |row| {
        let (name, serial): (String, String) = (row.get("name")?, row.get("serial")?);
        Ok(if serial.is_empty() { name } else { format!("{name} · {serial}") })
    })?;
    found.ok_or(Failure::not_found(ASSET))
}

/// A purchase as others name it.
pub const fn subject(id: PurchaseId) -> Subject {
    Subject { kind: RECORD, id: *id.as_bytes() }
}

/// An asset as others name it.
pub const fn asset_subject(id: AssetId) -> Subject {
    Subject { kind: ASSET, id: *id.as_bytes() }
}

/// Leads a purchase to a state; nothing where it stands there already.
pub fn lead(cx: &Write<'_>, before: &PurchaseLine, to: PurchaseState, reason: &str) -> Result<()> {
    if before.state != to {
        cx.run("UPDATE purchase SET state = $1 WHERE id = $2", values![to, before.purchase])?;
        cx.status_changed(subject(before.purchase), Some(before.state.name()), to.name(), reason)?;
    }
    cx.record_changed(subject(before.purchase))
}

/// What is found of a purchase by its words, beside what its loan is found by.
pub fn search_fold(title: &str, order_no: &str, supplier: &str) -> String {
    fold(&[title, order_no, supplier].join(" "))
}

/// What a product asks for.
pub fn terms_of(db: &database::Read<'_>, product: ProductId) -> Result<PurchaseTerms> {
    let sql = "SELECT terms FROM purchase_rule WHERE product = $1";
    let found: Option<String> = db.row(sql, values![product], |row| row.get("terms"))?;
    found.map_or(Ok(PurchaseTerms::default()), |terms| serde_json::from_str(&terms).map_err(Failure::broken))
}

/// Tells the trail what a verb changed of a purchase.
pub fn told(cx: &Write<'_>, purchase: PurchaseId, before: &serde_json::Value, after: &serde_json::Value) -> Result<()> {
    cx.changed(RECORD, purchase, &label(cx, *purchase.as_bytes())?, before, after)
}
