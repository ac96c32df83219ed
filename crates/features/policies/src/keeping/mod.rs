//! Policies as they are kept, the register of references, and reports by their day.

pub mod add;
pub mod add_reference;
pub mod add_report;
pub mod change;
pub mod change_reference;
pub mod issue_report;
pub mod retire;
pub mod review;

use crate::inputs::{SavePolicy, SaveReference};
use crate::rules::{self, ISSUER_MISSING, TITLE_MISSING, TITLE_TAKEN};
use crate::store;
use database::values;
use kernel::arabic::fold;
use kernel::id::{PolicyId, ReferenceId};
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use office::input::{at, has_come};
use std::collections::BTreeSet;

/// What was typed of a policy, fit to be kept.
struct Typed {
    title: String,
    issuer: String,
    legal_basis: String,
}

fn typed(cx: &Write<'_>, input: &SavePolicy) -> Result<Typed> {
    let title = rules::line(&input.title, "title", TITLE_MISSING)?;
    let issuer = rules::line(&input.issuer, "issuer", ISSUER_MISSING)?;
    let legal_basis = rules::text(&input.legal_basis, "legal_basis", rules::LONGEST)?;
    rules::months(input.review_months)?;
    store::known(cx, input.owner)?;
    store::title_is_free(cx, &title, input.id)?;
    Ok(Typed { title, issuer, legal_basis })
}

/// Says anew on which references a policy stands.
fn stand_on(cx: &Write<'_>, policy: PolicyId, references: &[ReferenceId]) -> Result<()> {
    cx.run("DELETE FROM policy_reference WHERE policy = $1", values![policy])?;
    for reference in references.iter().copied().collect::<BTreeSet<_>>() {
        store::reference(cx, reference)?;
        cx.run("INSERT INTO policy_reference (policy, reference) VALUES ($1, $2)", values![policy, reference])?;
    }
    Ok(())
}

/// What was typed of a reference, tidied in its place.
fn tidied(cx: &Write<'_>, input: SaveReference) -> Result<SaveReference> {
    let title = rules::line(&input.title, "title", TITLE_MISSING)?;
    let sql = "SELECT 1 AS one FROM reference WHERE title_fold = $1 AND id <> $2";
    let taken = cx.row(sql, values![fold(&title), input.id], |_| Ok(()))?.is_some();
    require(!taken, Refusal::new(TITLE_TAKEN).with("title", &title).at("title"))?;
    if let Some(day) = input.issued_on {
        at("issued_on", has_come(day, cx.today()))?;
    }
    Ok(SaveReference {
        title,
        number: rules::maybe_line(&input.number, "number")?,
        issuer: rules::maybe_line(&input.issuer, "issuer")?,
        place: rules::text(&input.place, "place", rules::LONGEST)?,
        note: rules::text(&input.note, "note", rules::LONGEST)?,
        ..input
    })
}

/// # Errors
/// The identifier is taken: the same was sent before.
fn is_new(cx: &Write<'_>, sql: &str, id: impl Into<database::Value>) -> Result<()> {
    let known = cx.row(sql, [id.into()], |_| Ok(()))?.is_some();
    require(!known, Failure::conflict(office::record::CHANGED_MEANWHILE))
}
