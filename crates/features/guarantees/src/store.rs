//! Guarantees and what products ask of them, rows in and out.

use crate::model::{AskedCall, Guarantee, GuaranteeRule, GuaranteeState, GuaranteeTerms, Kind};
use crate::rules;
use crate::steps::CALL;
use database::{Row, Value, values};
use kernel::id::{GuaranteeId, LoanId, PartyId, ProductId};
use kernel::saudi::masked;
use kernel::{Day, Failure, Money, Result};
use loans::GuaranteeKind;
use office::context::{Read, Write};
use office::feature::Subject;
use office::narrow::{Narrow, WHICH};

/// The kind of record a guarantee is, for documents, approvals and the audit trail.
pub const RECORD: &str = "guarantee";
/// What a product asks for, among the records that have versions.
pub const RULE: &str = "guarantee_rule";

/// What the gate and the screens need to know of a loan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuaranteedLoan {
    pub loan: LoanId,
    pub loan_no: String,
    pub party: PartyId,
    pub product: ProductId,
    pub amount: Money,
}

pub fn loan(db: &database::Read<'_>, loan: LoanId) -> Result<GuaranteedLoan> {
    let sql = "SELECT loan, loan_no, party, product, amount FROM loan_guarantee WHERE loan = $1";
    let found = db.row(sql, values![loan], |row| {
        Ok(GuaranteedLoan {
            loan: row.get("loan")?,
            loan_no: row.get("loan_no")?,
            party: row.get("party")?,
            product: row.get("product")?,
            amount: row.get("amount")?,
        })
    })?;
    found.ok_or(Failure::not_found("loan"))
}

/// The kinds there are, in their order.
pub fn kinds(db: &database::Read<'_>) -> Result<Vec<Kind>> {
    let sql = "SELECT code, stands, checks, needs_income, needs_residence FROM guarantee_kind ORDER BY place";
    db.rows(sql, values![], |row| {
        let checks: String = row.get("checks")?;
        Ok(Kind {
            code: row.get("code")?,
            stands: row.get("stands")?,
            checks: checks.split_whitespace().map(str::to_owned).collect(),
            needs_income: row.get("needs_income")?,
            needs_residence: row.get("needs_residence")?,
        })
    })
}

pub fn kind(db: &database::Read<'_>, code: GuaranteeKind) -> Result<Kind> {
    kinds(db)?.into_iter().find(|kind| kind.code == code).ok_or(Failure::not_found("guarantee_kind"))
}

const KNOWN: &str = include_str!("sql/known.sql");
const ENDING_FIRST: &str = "ORDER BY g.until_day IS NULL, g.until_day, s.loan_no, g.no";

fn known(cx: &Read<'_>, narrowed: &str, values: impl AsRef<[Value]>) -> Result<Vec<Guarantee>> {
    cx.rows(&format!("{KNOWN} {narrowed}"), values, |row| guarantee_row(row, cx.today()))
}

/// Where a guarantee stands, as [`rules::standing`] says it.
pub fn stands(today: Day) -> String {
    format!(
        "CASE WHEN g.state IN ('called', 'released') THEN g.state \
         WHEN s.phase IN ('closed', 'rejected', 'cancelled') THEN 'released' WHEN g.until_day < {} THEN 'expired' \
         WHEN g.state = 'proposed' THEN 'proposed' WHEN s.phase IN ('active', 'overpaid', 'written_off') THEN 'active' \
         ELSE 'verified' END",
        today.number()
    )
}

/// How many stand where.
///
/// # Errors
/// What the database refuses.
pub fn counts(cx: &Read<'_>, narrow: &Narrow) -> Result<Vec<(GuaranteeState, i64)>> {
    let counted = include_str!("sql/counts.sql").replace("-- stands", &stands(cx.today()));
    let sql = counted.replace(WHICH, &narrow.said());
    cx.rows(&sql, &narrow.values, |row| Ok((row.get("stands")?, row.get("n")?)))
}

/// A page of those that stand in one of some ways; without what [`with_more`] adds.
///
/// # Errors
/// What the database refuses.
pub fn page(
    cx: &Read<'_>,
    mut narrow: Narrow,
    wanted: &[GuaranteeState],
    order: &str,
    (limit, offset): (i64, i64),
) -> Result<Vec<Guarantee>> {
    let stands = stands(cx.today());
    narrow.one_of(&stands, wanted.iter().map(|state| Value::from(state.name())));
    let (which, values) = narrow.statement(WHICH, &order.replace("stands", &stands), limit, offset);
    known(cx, &which, values)
}

/// Those another person is to look at, the one that ends first before the others.
pub fn proposed(cx: &Read<'_>) -> Result<Vec<Guarantee>> {
    known(cx, &format!("WHERE g.state = 'proposed' {ENDING_FIRST}"), values![])
}

/// Those whose last day has passed and that were neither called nor released.
pub fn past_their_day(cx: &Read<'_>) -> Result<Vec<Guarantee>> {
    let passed = "WHERE g.until_day < $1 AND g.state IN ('proposed', 'verified')";
    known(cx, &format!("{passed} {ENDING_FIRST}"), values![cx.today()])
}

/// The guarantees of a loan, in their order.
pub fn of_loan(cx: &Read<'_>, loan: LoanId) -> Result<Vec<Guarantee>> {
    known(cx, "WHERE g.loan = $1 ORDER BY g.no", values![loan])
}

/// What somebody guarantees.
pub fn of_party(cx: &Read<'_>, party: PartyId) -> Result<Vec<Guarantee>> {
    let own =
        "WHERE g.party = $1 OR g.party IN (SELECT id FROM party_name WHERE merged_into = $1) ORDER BY s.loan_no, g.no";
    known(cx, own, values![party])
}

pub fn guarantee(cx: &Read<'_>, id: GuaranteeId) -> Result<Guarantee> {
    known(cx, "WHERE g.id = $1", values![id])?.pop().ok_or(Failure::not_found(RECORD))
}

fn guarantee_row(row: &Row<'_>, today: Day) -> Result<Guarantee> {
    let (kept, until, phase) = (row.get("state")?, row.get("until_day")?, row.get("phase")?);
    let checked: String = row.get("checked")?;
    Ok(Guarantee {
        id: row.get("id")?,
        loan: row.get("loan")?,
        loan_no: row.get("loan_no")?,
        phase,
        borrower: row.get("borrower")?,
        borrower_name: row.get("borrower_name")?,
        no: row.get("no")?,
        kind: row.get("kind")?,
        party: row.get("party")?,
        name: row.get("name")?,
        identity_masked: String::new(),
        born_on: None,
        said: row.get("said")?,
        income: row.get("income")?,
        residence_months: row.get("residence_months")?,
        until,
        state: rules::standing(kept, until, phase, today),
        proposed_by: row.get("proposed_by")?,
        proposed_by_name: row.get("proposed_by_name")?,
        proposed_at: row.get("proposed_at")?,
        verified_by: row.get("verified_by")?,
        verified_by_name: row.get("verified_by_name")?,
        verified_at: row.get("verified_at")?,
        checked: checked.split_whitespace().map(str::to_owned).collect(),
        note: row.get("note")?,
        replaces: row.get("replaces")?,
        ended_by_name: row.get("ended_by_name")?,
        ended_at: row.get("ended_at")?,
        ended_reason: row.get("ended_reason")?,
        of_loan: row.get("of_loan")?,
        call: None,
        other_guarantees: 0,
        own_loans: 0,
    })
}

/// A guarantee with who guarantees, what else they stand for, and whether it is to be called.
pub fn with_more(cx: &Read<'_>, guarantee: Guarantee) -> Result<Guarantee> {
    let mut one = guarantee;
    if let Some(party) = one.party {
        let known = parties::find_party(cx, party)?;
        one.born_on = known.as_ref().and_then(|party| party.facts.born_on);
        one.identity_masked = masked(known.as_ref().map_or("", |party| party.number()));
        one.other_guarantees =
            cx.one(include_str!("sql/guaranteed_by.sql"), values![party, one.loan], |row| row.get("loans"))?;
        one.own_loans = own_loans(cx, party)?.len() as i64;
    }
    // Of a loan that was repaid meanwhile, too: whoever decides can still say no.
    let asked = approvals::waiting(cx, &CALL, *one.id.as_bytes())?;
    one.call = asked.map(|asked| AskedCall {
        reason: asked.reason,
        asked_by: asked.asked_by,
        asked_by_name: asked.asked_by_name,
        asked_at: asked.asked_at,
    });
    Ok(one)
}

/// Numbers of the open loans somebody has.
pub fn own_loans(cx: &Read<'_>, party: PartyId) -> Result<Vec<String>> {
    cx.rows(include_str!("sql/own_loans.sql"), values![party], |row| row.get("loan_no"))
}

/// The number of its loan, and its own.
pub fn label(db: &database::Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql = "SELECT s.loan_no, g.no FROM guarantee_known g JOIN loan_standing s ON s.loan = g.loan WHERE g.id = $1";
    let found =
        db.row(sql, values![id], |row| Ok(format!("{} / {}", row.get::<String>("loan_no")?, row.get::<i64>("no")?)))?;
    found.ok_or(Failure::not_found(RECORD))
}

/// A guarantee to be written.
pub struct NewGuarantee<'a> {
    pub id: GuaranteeId,
    pub loan: LoanId,
    pub kind: GuaranteeKind,
    pub party: Option<PartyId>,
    pub said: &'a str,
    pub income: Option<Money>,
    pub residence_months: Option<i64>,
    pub until: Option<Day>,
    pub note: &'a str,
    pub replaces: Option<GuaranteeId>,
    /// It came in with a register of before.
    pub imported: bool,
}

pub fn insert(cx: &Write<'_>, new: &NewGuarantee<'_>) -> Result<()> {
    cx.run(
        include_str!("sql/insert.sql"),
        values![
            new.id,
            new.loan,
            new.kind,
            new.party,
            new.said,
            new.income,
            new.residence_months,
            new.until,
            cx.who.id,
            cx.now,
            new.note,
            new.replaces,
            new.imported
        ],
    )?;
    cx.status_changed(subject(new.id), None, GuaranteeState::Proposed.name(), "")
}

/// A guarantee as others name it.
pub const fn subject(id: GuaranteeId) -> Subject {
    Subject { kind: RECORD, id: *id.as_bytes() }
}

/// What only the loan says of its guarantee becomes a record, because somebody does something with it.
pub fn take_in_hand(cx: &Write<'_>, guarantee: &Guarantee) -> Result<()> {
    let taken = cx.run(include_str!("sql/take_in_hand.sql"), values![guarantee.id])?;
    if taken == 1 {
        cx.status_changed(subject(guarantee.id), None, kept(cx, guarantee.id)?.name(), "")?;
    }
    Ok(())
}

fn kept(db: &database::Read<'_>, id: GuaranteeId) -> Result<GuaranteeState> {
    db.one("SELECT state FROM guarantee WHERE id = $1", values![id], |row| row.get("state"))
}

/// Writes that another person has seen what it rests on, with the figures as they stand by now.
pub fn verified(
    cx: &Write<'_>,
    id: GuaranteeId,
    checked: &[String],
    (income, residence_months): (Option<Money>, Option<i64>),
    until: Option<Day>,
    note: &str,
) -> Result<()> {
    let before = kept(cx, id)?;
    cx.run(
        "UPDATE guarantee SET state = 'verified', verified_by = $1, verified_at = $2, checked = $3, until_day = $4, \
         note = CASE WHEN $5 = '' THEN note ELSE $5 END, income = $6, residence_months = $7 WHERE id = $8",
        values![cx.who.id, cx.now, checked.join(" "), until, note, income, residence_months, id],
    )?;
    moved(cx, id, before, GuaranteeState::Verified, note)
}

/// Writes that it was called or released.
pub fn end(cx: &Write<'_>, id: GuaranteeId, state: GuaranteeState, reason: &str) -> Result<()> {
    let before = kept(cx, id)?;
    cx.run(
        "UPDATE guarantee SET state = $1, ended_by = $2, ended_at = $3, ended_reason = $4 WHERE id = $5",
        values![state, cx.who.id, cx.now, reason, id],
    )?;
    moved(cx, id, before, state, reason)
}

fn moved(cx: &Write<'_>, id: GuaranteeId, from: GuaranteeState, to: GuaranteeState, reason: &str) -> Result<()> {
    cx.status_changed(subject(id), Some(from.name()), to.name(), reason)?;
    cx.record_changed(subject(id))
}

/// What a product asks for.
pub fn terms_of(db: &database::Read<'_>, product: ProductId) -> Result<GuaranteeTerms> {
    let sql = "SELECT terms FROM guarantee_rule WHERE product = $1";
    let found: Option<String> = db.row(sql, values![product], |row| row.get("terms"))?;
    found.map_or(Ok(GuaranteeTerms::default()), |terms| serde_json::from_str(&terms).map_err(Failure::broken))
}

/// What the products ask for that ask for something.
pub fn all_rules(cx: &Read<'_>) -> Result<Vec<GuaranteeRule>> {
    let versions = cx.versions(RULE)?;
    cx.rows("SELECT product, terms FROM guarantee_rule ORDER BY product", values![], |row| {
        let (product, terms): (ProductId, String) = (row.get("product")?, row.get("terms")?);
        let version = versions.get(&product.to_string()).map_or(0, |version| version.number);
        Ok(GuaranteeRule { product, terms: serde_json::from_str(&terms).map_err(Failure::broken)?, version })
    })
}

pub fn save_terms(cx: &Write<'_>, product: ProductId, terms: &GuaranteeTerms) -> Result<()> {
    let terms = serde_json::to_string(terms).map_err(Failure::broken)?;
    cx.run(
        "INSERT INTO guarantee_rule (product, terms, made_by, made_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (product) DO UPDATE SET terms = excluded.terms, made_by = excluded.made_by, made_at = excluded.made_at",
        values![product, terms, cx.who.id, cx.now],
    )?;
    Ok(())
}
