//! What a partner gave, who stands behind the association, what either learned of the other: recorded once, and struck out
//! where it was wrong.

use crate::inputs::{AddContribution, AddEndorsement, AddExchange};
use crate::model::{ContributionKind, ContributionSum, PartnerContribution, PartnerEndorsement, PartnerExchange};
use crate::rules::{self, ADDED_ALREADY, DAY_LATER, WORDS_MISSING};
use crate::{agreements, names, store};
use database::{Row, values};
use kernel::id::{PartnerItemId, PartyId, SubjectId};
use kernel::{Failure, Money, Refusal, Result, require};
use office::context::{Read, Write};
use office::input::Nothing;
use serde_json::json;

/// The kind of record an endorsement is, for the papers that hang on it.
pub const ENDORSEMENT: &str = "endorsement";

/// # Errors
/// What the database refuses.
pub fn contributions(db: &database::Read<'_>, partner: PartyId) -> Result<Vec<PartnerContribution>> {
    let mut all = db.rows(include_str!("../sql/contributions.sql"), values![partner], |row| {
        Ok(PartnerContribution {
            id: row.get("id")?,
            kind: row.get("kind")?,
            text: row.get("text")?,
            amount: row.get("amount")?,
            day: row.get("day")?,
            agreement: row.get("agreement")?,
            agreement_no: row.get("agreement_no")?,
            receipt: row.get("receipt")?,
            booked: false,
            evidence: row.get("evidence")?,
            recorded_by_name: row.get("recorded_by_name")?,
            void_on: row.get("void_on")?,
            void_reason: row.get("void_reason")?,
        })
    })?;
    for one in all.iter_mut().filter(|one| one.kind == ContributionKind::Money) {
        one.booked = booked(db, &one.receipt, one.amount)?;
    }
    Ok(all)
}

/// Whether a receipt voucher of this number stands in the books, with this amount.
fn booked(db: &database::Read<'_>, receipt: &str, amount: Option<Money>) -> Result<bool> {
    let Some((year, number)) = rules::voucher(receipt) else { return Ok(false) };
    let found: Option<Option<Money>> =
        db.row(include_str!("../sql/received.sql"), values![year, number], |row| row.get("amount"))?;
    Ok(found.flatten().is_some_and(|found| Some(found) == amount))
}

/// What was given, by kind, without what was struck out.
///
/// # Errors
/// Sums beyond what money can be.
pub fn sums(given: &[PartnerContribution]) -> Result<Vec<ContributionSum>> {
    let stands = |kind: ContributionKind| given.iter().filter(move |one| one.kind == kind && one.void_on.is_none());
    let sum = |kind: &ContributionKind| {
        let amount = Money::sum(stands(*kind).filter_map(|one| one.amount))?;
        Ok(ContributionSum { kind: *kind, count: i64::try_from(stands(*kind).count()).unwrap_or(0), amount })
    };
    ContributionKind::ALL.iter().map(sum).collect()
}

/// # Errors
/// What the database refuses.
pub fn endorsements(cx: &Read<'_>, partner: PartyId) -> Result<Vec<PartnerEndorsement>> {
    let mut all = cx.rows(include_str!("../sql/endorsements.sql"), values![partner], |row| {
        Ok(PartnerEndorsement {
            id: row.get("id")?,
            form: row.get("form")?,
            text: row.get("text")?,
            day: row.get("day")?,
            programme: row.get("programme")?,
            programme_name: row.get("programme_name")?,
            papers: 0,
            recorded_by_name: row.get("recorded_by_name")?,
            void_on: row.get("void_on")?,
            void_reason: row.get("void_reason")?,
        })
    })?;
    for one in &mut all {
        one.papers = papers(cx, ENDORSEMENT, *one.id.as_bytes())?;
    }
    Ok(all)
}

/// How many documents hang on a record.
///
/// # Errors
/// What the database refuses.
pub fn papers(cx: &Read<'_>, kind: &str, id: [u8; 16]) -> Result<i64> {
    let all = documents::hanging_on(cx, kind, SubjectId::from_bytes(id))?;
    Ok(i64::try_from(all.iter().filter(|one| one.removed_at.is_none()).count()).unwrap_or(0))
}

/// # Errors
/// What the database refuses.
pub fn exchanges(db: &database::Read<'_>, partner: PartyId) -> Result<Vec<PartnerExchange>> {
    db.rows(include_str!("../sql/exchanges.sql"), values![partner], |row| {
        Ok(PartnerExchange {
            id: row.get("id")?,
            direction: row.get("direction")?,
            form: row.get("form")?,
            text: row.get("text")?,
            outcome: row.get("outcome")?,
            day: row.get("day")?,
            people: row.get("people")?,
            recorded_by_name: row.get("recorded_by_name")?,
            void_on: row.get("void_on")?,
            void_reason: row.get("void_reason")?,
        })
    })
}

/// The name of an endorsement, for what hangs on it.
///
/// # Errors
/// Not found.
pub fn label(db: &database::Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql =
        "SELECT e.text, c.name FROM partner_endorsement e JOIN partner_card c ON c.party = e.partner WHERE e.id = $1";
    let found = db.row(sql, values![id], |row: &Row<'_>| {
        Ok(format!("{} / {}", row.get::<String>("name")?, row.get::<String>("text")?))
    })?;
    found.ok_or(Failure::not_found(ENDORSEMENT))
}

/// A partner gave something.
pub fn add_contribution(cx: &Write<'_>, input: AddContribution) -> Result<Nothing> {
    store::open_partner(cx, input.partner)?;
    require(!there(cx, "SELECT 1 AS one FROM partner_contribution WHERE id = $1", input.id)?, ADDED_ALREADY)?;
    let text = rules::said("text", &input.text, WORDS_MISSING)?;
    rules::happened("day", input.day, cx.today(), DAY_LATER)?;
    let money = input.kind == ContributionKind::Money;
    require(!money || input.amount.is_some(), Refusal::new(rules::AMOUNT_MISSING).at("amount"))?;
    let positive = input.amount.is_none_or(|amount| amount.is_positive());
    require(positive, Refusal::new(rules::AMOUNT_RANGE).at("amount"))?;
    let receipt = rules::line("receipt", &input.receipt)?;
    require(money || receipt.is_empty(), Refusal::new(rules::RECEIPT_OF_MONEY).at("receipt"))?;
    let evidence = rules::line("evidence", &input.evidence)?;
    if let Some(agreement) = input.agreement {
        let of = agreements::store::agreement(cx, agreement)?;
        require(of.partner == input.partner, Refusal::new(rules::OTHER_AGREEMENT).at("agreement"))?;
    }
    cx.run(
        "INSERT INTO partner_contribution (id, partner, kind, text, amount, day, agreement, receipt, evidence, recorded_on, \
         recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        values![
            input.id,
            input.partner,
            input.kind,
            text.as_str(),
            input.amount,
            input.day,
            input.agreement,
            receipt.as_str(),
            evidence,
            cx.today(),
            cx.who.id
        ],
    )?;
    let after =
        json!({ "contribution": { "kind": input.kind, "text": text, "amount": input.amount, "receipt": receipt } });
    told(cx, input.partner, &json!({}), &after)
}

/// Somebody of the community stands behind what the association does.
pub fn add_endorsement(cx: &Write<'_>, input: AddEndorsement) -> Result<Nothing> {
    store::open_partner(cx, input.partner)?;
    require(!there(cx, "SELECT 1 AS one FROM partner_endorsement WHERE id = $1", input.id)?, ADDED_ALREADY)?;
    let text = rules::said("text", &input.text, WORDS_MISSING)?;
    rules::happened("day", input.day, cx.today(), DAY_LATER)?;
    if let Some(programme) = input.programme {
        let known = names::programmes(cx)?.into_iter().any(|one| one.programme == programme);
        require(known, Refusal::new(rules::PROGRAMME_UNKNOWN).at("programme"))?;
    }
    cx.run(
        "INSERT INTO partner_endorsement (id, partner, form, text, day, programme, recorded_on, recorded_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![input.id, input.partner, input.form, text.as_str(), input.day, input.programme, cx.today(), cx.who.id],
    )?;
    told(cx, input.partner, &json!({}), &json!({ "endorsement": { "form": input.form, "text": text } }))
}

/// Experience went from one to the other.
pub fn add_exchange(cx: &Write<'_>, input: AddExchange) -> Result<Nothing> {
    store::open_partner(cx, input.partner)?;
    require(!there(cx, "SELECT 1 AS one FROM partner_exchange WHERE id = $1", input.id)?, ADDED_ALREADY)?;
    let text = rules::said("text", &input.text, WORDS_MISSING)?;
    let outcome = rules::line("outcome", &input.outcome)?;
    rules::happened("day", input.day, cx.today(), DAY_LATER)?;
    let people = input.people.is_none_or(|people| (1..=100_000).contains(&people));
    require(people, Refusal::new(rules::PEOPLE_RANGE).at("people"))?;
    cx.run(
        "INSERT INTO partner_exchange (id, partner, direction, form, text, outcome, day, people, recorded_on, recorded_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        values![
            input.id,
            input.partner,
            input.direction,
            input.form,
            text.as_str(),
            outcome,
            input.day,
            input.people,
            cx.today(),
            cx.who.id
        ],
    )?;
    told(cx, input.partner, &json!({}), &json!({ "exchange": { "direction": input.direction, "text": text } }))
}

fn there(cx: &Read<'_>, sql: &str, id: PartnerItemId) -> Result<bool> {
    Ok(cx.row(sql, values![id], |_| Ok(()))?.is_some())
}

/// Tells the trail under the partner's noun, and that the partner is another one now.
pub fn told(
    cx: &Write<'_>,
    partner: PartyId,
    before: &serde_json::Value,
    after: &serde_json::Value,
) -> Result<Nothing> {
    let name = store::name_of(cx, partner)?;
    cx.changed(store::PARTNER, partner, &name, before, after)?;
    cx.record_changed(store::subject(partner))?;
    Ok(Nothing {})
}
