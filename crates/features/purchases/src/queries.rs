//! What the screens of purchases ask.

use crate::inputs::{FindSuppliers, ListPurchases, PurchasesOfLoan, PurchasesOfProject, WhichPurchase};
use crate::model::{
    PurchaseAsk, PurchaseBudget, PurchaseCount, PurchaseLine, PurchasePage, PurchaseRule, PurchaseRules, PurchaseSheet,
    PurchaseState, PurchaseSuppliers, PurchaseTerms, PurchaseTranche, PurchasesOf, StudiedQuote,
};
use crate::steps::ORDER;
use crate::store::{self, Goods};
use crate::{assets, conditions, gates, rules, suppliers};
use approvals::RequestState;
use database::{Value, values};
use kernel::arabic::Reading;
use kernel::id::{ProjectId, PurchaseId, TrancheId};
use kernel::{Failure, Result};
use loans::TrancheKind;
use office::context::Read;
use office::input::Nothing;
use office::order::order_by;
use office::page::{as_meant, limit_of};

/// What each column of the list is ordered by.
const ORDERED: &[(&str, &str)] = &[
    ("order_no", "p.order_no?"),
    ("title", "p.title"),
    ("loan", "s.loan_no"),
    ("borrower", "s.borrower"),
    ("supplier", "supplier_name"),
    ("amount", "COALESCE(p.amount, q.amount)?"),
    ("ordered", "p.ordered_on?"),
    ("due", "p.due_on?"),
    ("state", "p.state"),
];

pub fn list(cx: &Read<'_>, input: ListPurchases) -> Result<PurchasePage> {
    as_meant(cx, &input.text, |page: &PurchasePage| page.total == 0, |reading| page(cx, &input, reading))
}

/// Conditions and their values; the states and «late» are left to the caller.
fn narrowed(input: &ListPurchases, reading: Option<&Reading>) -> (Vec<String>, Vec<Value>) {
    let (mut said, mut values) = (vec!["1 = 1".to_owned()], Vec::new());
    let words = reading.into_iter().flat_map(|read| read.text.split(' ')).filter(|word| !word.is_empty()).take(5);
    for word in words {
        values.push(Value::from(reading.map(|reading| reading.pattern(word)).unwrap_or_default()));
        said.push(format!("(p.search_fold LIKE ${0} OR s.search_fold LIKE ${0})", values.len()));
    }
    if let Some(supplier) = input.supplier {
        values.push(Value::from(supplier));
        said.push(format!(
            "p.id IN (SELECT purchase FROM purchase_quote WHERE chosen = 1 AND supplier = ${})",
            values.len()
        ));
    }
    (said, values)
}

fn page(cx: &Read<'_>, input: &ListPurchases, reading: Option<&Reading>) -> Result<PurchasePage> {
    let (mut said, mut values) = narrowed(input, reading);
    let from = "FROM purchase p JOIN loan_standing s ON s.loan = p.loan";
    let within = said.join(" AND ");
    let sql = format!("SELECT p.state, count(*) AS n {from} WHERE {within} GROUP BY p.state");
    let found: Vec<(PurchaseState, i64)> = cx.rows(&sql, &values, |row| Ok((row.get("state")?, row.get("n")?)))?;
    let count = |state: PurchaseState| found.iter().find(|(known, _)| *known == state).map_or(0, |(_, n)| *n);
    let counts = PurchaseState::ALL.iter().map(|state| PurchaseCount { state: *state, count: count(*state) }).collect();
    values.push(Value::from(cx.today()));
    let is_late = format!("p.state IN ('ordered', 'part') AND p.due_on < ${}", values.len());
    let sql = format!("SELECT count(*) AS n {from} WHERE {within} AND {is_late}");
    let late = cx.one(&sql, &values, |row| row.get("n"))?;
    if input.late {
        said.push(is_late);
    } else {
        // The day is one of the values whether it is asked or not.
        said.push(format!("${} IS NOT NULL", values.len()));
    }
    let states: Vec<&str> = match input.state.as_slice() {
        [] => PurchaseState::ALL.iter().filter(|one| **one != PurchaseState::Cancelled).map(|one| one.name()).collect(),
        wanted => wanted.iter().map(|one| one.name()).collect(),
    };
    let places: Vec<String> = states
        .into_iter()
        .map(|name| {
            values.push(Value::from(name));
            format!("${}", values.len())
        })
        .collect();
    said.push(format!("p.state IN ({})", places.join(", ")));
    let within = said.join(" AND ");
    let total = cx.one(&format!("SELECT count(*) AS n {from} WHERE {within}"), &values, |row| row.get("n"))?;
    let order = order_by(input.order.as_ref(), ORDERED, "p.begun_at DESC, p.id DESC", "p.id");
    values.extend([Value::from(limit_of(input.limit)), Value::from(input.offset.max(0))]);
    let which = format!("WHERE {within} {order} LIMIT ${} OFFSET ${}", values.len() - 1, values.len());
    Ok(PurchasePage { lines: store::lines(cx, &which, &values)?, total, counts, late })
}

fn tranche(cx: &Read<'_>, goods: &Goods) -> Result<PurchaseTranche> {
    let ordered = conditions::ordered(&store::of_tranche(cx, goods.tranche)?)?;
    Ok(PurchaseTranche {
        tranche: goods.tranche,
        no: goods.no,
        amount: goods.amount,
        item: goods.item.clone(),
        left: goods.amount.minus(ordered)?,
        open: conditions::open_tranche(goods).is_ok(),
        asked: gates::asked(cx, goods)?,
        budget: budget(cx, goods.tranche)?,
    })
}

/// A line of a budget has the identifier of the tranche it became.
fn budget(cx: &Read<'_>, tranche: TrancheId) -> Result<Option<PurchaseBudget>> {
    let sql = "SELECT application, application_no, item, amount, chosen FROM application_budget WHERE id = $1";
    let found = cx.row(sql, values![tranche], |row| {
        Ok(PurchaseBudget {
            application: row.get("application")?,
            application_no: row.get("application_no")?,
            item: row.get("item")?,
            amount: row.get("amount")?,
            chosen: row.get("chosen")?,
            quotes: Vec::new(),
        })
    })?;
    let Some(found) = found else { return Ok(None) };
    let sql = "SELECT supplier, amount, until_day, note FROM application_budget_quote WHERE line = $1 ORDER BY place";
    let quotes = cx.rows(sql, values![tranche], |row| {
        Ok(StudiedQuote {
            supplier: row.get("supplier")?,
            amount: row.get("amount")?,
            until: row.get("until_day")?,
            note: row.get("note")?,
        })
    })?;
    Ok(Some(PurchaseBudget { quotes, ..found }))
}

/// What is kept of a purchase beside its line.
struct More {
    budget_line: Option<String>,
    reason: String,
    begun_by_name: String,
    begun_at: kernel::Moment,
    verified_by_name: Option<String>,
    verified_note: String,
    ended_why: Option<crate::model::PurchaseEnd>,
    ended_reason: String,
    ended_by_name: Option<String>,
}

fn more(cx: &Read<'_>, purchase: PurchaseId) -> Result<More> {
    cx.one(include_str!("sql/more.sql"), values![purchase], |row| {
        Ok(More {
            budget_line: row.get("budget_line")?,
            reason: row.get("reason")?,
            begun_by_name: row.get("begun_by_name")?,
            begun_at: row.get("begun_at")?,
            verified_by_name: row.get("verified_by_name")?,
            verified_note: row.get("verified_note")?,
            ended_why: row.get("ended_why")?,
            ended_reason: row.get("ended_reason")?,
            ended_by_name: row.get("ended_by_name")?,
        })
    })
}

pub fn open(cx: &Read<'_>, input: WhichPurchase) -> Result<PurchaseSheet> {
    let line = store::line(cx, input.purchase)?;
    let goods = store::goods(cx, line.tranche)?;
    let more = more(cx, input.purchase)?;
    let (items, quotes) = (store::items(cx, input.purchase)?, store::quotes(cx, input.purchase, cx.today())?);
    let arrivals = store::arrivals(cx, input.purchase)?;
    let conditions = match line.state {
        PurchaseState::Draft => conditions::of_purchase(cx, &line, crate::GATED_ORDER)?,
        PurchaseState::Waiting => conditions::of_purchase(cx, &line, crate::GATED_APPROVAL)?,
        PurchaseState::Ordered | PurchaseState::Part | PurchaseState::Came => conditions::of_verification(cx, &line)?,
        PurchaseState::Verified | PurchaseState::Cancelled => Vec::new(),
    };
    let stranded = goods.state == "cancelled" && line.state != PurchaseState::Cancelled;
    let others = if stranded { in_kind(cx, &line)? } else { Vec::new() };
    let amount = line.amount.unwrap_or(kernel::Money::ZERO);
    Ok(PurchaseSheet {
        record: cx.version(store::RECORD, input.purchase)?,
        phase: goods.phase,
        project: goods.project,
        tranche: tranche(cx, &goods)?,
        others,
        stranded,
        booked: goods.is_booked(),
        budget_line: more.budget_line,
        reason: more.reason,
        quotes_needed: rules::quotes_needed(&store::terms_of(cx, goods.product)?, amount),
        items,
        quotes,
        own_delivery: arrivals.iter().any(|one| one.recorded_by == cx.who.id),
        arrivals,
        invoices: store::invoices(cx, input.purchase)?,
        assets: assets::of_purchase(cx, input.purchase)?,
        ask: ask(cx, input.purchase)?,
        conditions,
        cannot_approve: cannot_approve(cx, input.purchase)?,
        begun_by_name: more.begun_by_name,
        begun_at: more.begun_at,
        verified_by_name: more.verified_by_name,
        verified_note: more.verified_note,
        ended_why: more.ended_why,
        ended_reason: more.ended_reason,
        ended_by_name: more.ended_by_name,
        line,
    })
}

/// Tranches of the loan something may still be ordered from.
fn in_kind(cx: &Read<'_>, line: &PurchaseLine) -> Result<Vec<PurchaseTranche>> {
    let all = store::goods_of(cx, line.loan)?;
    let all = all.iter().filter(|goods| conditions::open_tranche(goods).is_ok());
    all.map(|goods| tranche(cx, goods)).collect()
}

fn ask(cx: &Read<'_>, purchase: PurchaseId) -> Result<Option<PurchaseAsk>> {
    let Some(request) = approvals::of(cx, &ORDER, *purchase.as_bytes())? else { return Ok(None) };
    let approved = request.approvals.last().filter(|_| request.state == RequestState::Approved);
    Ok(Some(PurchaseAsk {
        asked_by: request.asked_by,
        asked_by_name: request.asked_by_name.clone(),
        asked_at: request.asked_at,
        approved_by_name: approved.map_or_else(String::new, |one| one.name.clone()),
        approved_at: approved.map(|one| one.at),
        returned: request.state == RequestState::Returned,
        note: request.note.clone(),
    }))
}

/// Why the person who looks may not approve what waits: the code of a refusal, or the name of a permission.
fn cannot_approve(cx: &Read<'_>, purchase: PurchaseId) -> Result<Option<String>> {
    let Some(request) = approvals::waiting(cx, &ORDER, *purchase.as_bytes())? else { return Ok(None) };
    Ok(match approvals::may_answer(cx, &ORDER, &request) {
        Ok(()) => store::had_a_hand(cx, purchase, cx.who.id)?.then(|| rules::OWN_ORDER.0.to_owned()),
        Err(Failure::Forbidden { permission }) => Some(permission.to_owned()),
        Err(failure) => failure.code().map(|code| code.0.to_owned()),
    })
}

pub fn of_loan(cx: &Read<'_>, input: PurchasesOfLoan) -> Result<PurchasesOf> {
    let all = store::goods_of(cx, input.loan)?;
    let sql = "SELECT project FROM loan_guarantee WHERE loan = $1";
    let project: Option<ProjectId> = cx.row(sql, values![input.loan], |row| row.get("project"))?;
    let project = project.ok_or(Failure::not_found("loan"))?;
    let in_kind = all.iter().filter(|goods| goods.kind == TrancheKind::InKind && goods.state != "cancelled");
    Ok(PurchasesOf {
        project,
        project_name: loans::project_name(cx, project)?,
        purchases: store::lines(cx, "WHERE p.loan = $1 ORDER BY p.begun_at, p.id", values![input.loan])?,
        assets: assets::of_project(cx, project)?,
        tranches: in_kind.map(|goods| tranche(cx, goods)).collect::<Result<_>>()?,
    })
}

pub fn of_project(cx: &Read<'_>, input: PurchasesOfProject) -> Result<PurchasesOf> {
    let which = "WHERE p.loan IN (SELECT loan FROM loan_guarantee WHERE project = $1) ORDER BY p.begun_at, p.id";
    Ok(PurchasesOf {
        project: input.project,
        project_name: loans::project_name(cx, input.project)?,
        purchases: store::lines(cx, which, values![input.project])?,
        assets: assets::of_project(cx, input.project)?,
        tranches: Vec::new(),
    })
}

pub fn suppliers(cx: &Read<'_>, input: FindSuppliers) -> Result<PurchaseSuppliers> {
    suppliers::known(cx, &input)
}

pub fn rules(cx: &Read<'_>, _: Nothing) -> Result<PurchaseRules> {
    let versions = cx.versions(store::RULE)?;
    let rules = cx.rows("SELECT product, terms FROM purchase_rule ORDER BY product", values![], |row| {
        let (product, terms): (kernel::id::ProductId, String) = (row.get("product")?, row.get("terms")?);
        let version = versions.get(&product.to_string()).map_or(0, |version| version.number);
        Ok(PurchaseRule { product, terms: serde_json::from_str(&terms).map_err(Failure::broken)?, version })
    })?;
    Ok(PurchaseRules { rules, usual: PurchaseTerms::default() })
}
