//! What adding and changing a file have in common: numbers that are another's, and people who may be the same.

use super::inputs::DifferentFrom;
use super::model::{Identity, Likely, Party};
use super::{likely, rules, store};
use database::values;
use kernel::arabic::{Evidence, Verdict};
use kernel::id::PartyId;
use kernel::{Refusal, Result, require};
use office::context::{Read, Write};

/// Why a number may stand that the rules refuse: only who decides about files may say so.
///
/// # Errors
/// Somebody else said so.
pub fn exception(cx: &Read<'_>, typed: &str) -> Result<String> {
    let exception = kernel::arabic::tidy_line(typed);
    let may = cx.who.role.may(crate::BENEFICIARIES_DECIDE);
    require(exception.is_empty() || may, Refusal::new(rules::EXCEPTION_RIGHT).at("exception"))?;
    Ok(exception)
}

/// The identity record with its exception, when another party has its number.
///
/// # Errors
/// `beneficiaries.same_identity` with the other's file number and name, when no exception was made.
pub fn number_of_another(
    cx: &Read<'_>,
    party: PartyId,
    identity: Option<Identity>,
    exception: &str,
) -> Result<Option<Identity>> {
    let Some(mut identity) = identity else { return Ok(None) };
    if let Some(holder) = store::holder_of(cx, &identity.number, party)?
        && identity.exception.is_empty()
    {
        let other = store::party(cx, holder)?;
        let file_no = store::find_file(cx, holder)?.map(|file| file.file_no).unwrap_or_default();
        let refusal =
            Refusal::new(rules::SAME_IDENTITY).with("file_no", file_no).with("name", other.facts.name).at("identity");
        require(!exception.is_empty(), refusal)?;
        exception.clone_into(&mut identity.exception);
    }
    Ok(Some(identity))
}

/// Those who may be this party.
///
/// # Errors
/// What the database refuses.
pub fn likely_to(cx: &database::Read<'_>, party: &Party) -> Result<Vec<Likely>> {
    let evidence = Evidence {
        name: &party.facts.name,
        born: party.facts.born_on,
        mobile: &party.facts.mobile,
        identity: party.identity.as_ref().map_or("", |identity| identity.number.as_str()),
        sex: party.facts.sex,
    };
    likely::likely(cx, &evidence, Some(party.id))
}

/// Nobody is entered twice by haste: a strong likeness is decided first, by merging or by saying why they are two.
///
/// # Errors
/// `beneficiaries.likely_duplicate`, with the other's file number and name.
pub fn looked_at(cx: &Read<'_>, party: &Party, different: &[DifferentFrom]) -> Result<Vec<Likely>> {
    let likely = likely_to(cx, party)?;
    for other in likely.iter().filter(|other| other.verdict == Verdict::Strong) {
        let decided = different.iter().any(|said| said.party == other.party && !said.reason.trim().is_empty());
        let file_no = other.file_no.clone().unwrap_or_default();
        let refusal = Refusal::new(rules::LIKELY_DUPLICATE).with("file_no", file_no).with("name", &other.name);
        require(decided, refusal.at("name"))?;
    }
    Ok(likely)
}

/// Keeps what was said about pairs, so that nobody is asked twice.
///
/// # Errors
/// What the database refuses.
pub fn remember(cx: &Write<'_>, party: PartyId, different: &[DifferentFrom], likely: &[Likely]) -> Result<()> {
    for said in different {
        let Some(other) = likely.iter().find(|other| other.party == said.party) else { continue };
        verdict(cx, party, said.party, "different", other.points, &rules::reason(&said.reason)?)?;
    }
    Ok(())
}

/// Writes a verdict over an earlier one.
///
/// # Errors
/// What the database refuses.
pub fn verdict(cx: &Write<'_>, one: PartyId, other: PartyId, verdict: &str, points: u8, reason: &str) -> Result<()> {
    let (first, second) = if one < other { (one, other) } else { (other, one) };
    cx.run(
        "INSERT INTO duplicate_verdict (first, second, verdict, points, reason, by, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (first, second) DO UPDATE SET verdict = excluded.verdict, points = excluded.points, \
         reason = excluded.reason, by = excluded.by, at = excluded.at",
        values![first, second, verdict, points, reason, cx.who.id, cx.now],
    )?;
    Ok(())
}

/// What the audit trail keeps of a party: everything, but the identity number as screens show it.
pub fn trace(party: &Party) -> serde_json::Value {
    let identity = party.identity.as_ref().map(|identity| {
        serde_json::json!({
            "kind": identity.kind, "number": kernel::saudi::masked(&identity.number), "expires_on": identity.expires_on,
            "checked_on": identity.checked_on, "exception": identity.exception,
        })
    });
    let mut trace = serde_json::to_value(&party.facts).unwrap_or_default();
    if let Some(fields) = trace.as_object_mut() {
        fields.insert("identity".to_owned(), identity.unwrap_or_default());
    }
    trace
}
