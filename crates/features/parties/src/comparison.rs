//! Two parties side by side.

use crate::likeness::{evidence, known_as};
use crate::model::{Likely, Party};
use crate::store;
use database::values;
use kernel::Result;
use kernel::arabic::compare_people;
use kernel::id::PartyId;
use kernel::saudi::masked;
use office::context::Read;

/// Two parties, how alike they are, and what somebody decided about them before.
pub struct Pair {
    pub first: Party,
    pub second: Party,
    pub first_shown: Likely,
    pub second_shown: Likely,
    /// `different` or `same`, with the reason.
    pub decided: Option<(String, String)>,
}

/// # Errors
/// Not found.
pub fn compare(cx: &Read<'_>, first: PartyId, second: PartyId) -> Result<Pair> {
    let (first, second) = (store::party(cx, first)?, store::party(cx, second)?);
    let comparison = compare_people(&evidence(&first), &evidence(&second));
    let shown = |party: &Party| -> Result<Likely> {
        Ok(Likely {
            party: party.id,
            known_as: known_as(cx, party.id)?,
            name: party.facts.name.clone(),
            identity_masked: party.identity.as_ref().map(|identity| masked(&identity.number)).unwrap_or_default(),
            mobile: party.facts.mobile.clone(),
            city: party.facts.city.clone(),
            born_on: party.facts.born_on,
            points: comparison.points,
            verdict: comparison.verdict,
            same_mobile: !first.facts.mobile.is_empty() && first.facts.mobile == second.facts.mobile,
        })
    };
    let (low, high) = if first.id < second.id { (first.id, second.id) } else { (second.id, first.id) };
    let sql = "SELECT verdict, reason FROM duplicate_verdict WHERE first = $1 AND second = $2";
    let decided = cx.row(sql, values![low, high], |row| Ok((row.get("verdict")?, row.get("reason")?)))?;
    Ok(Pair { first_shown: shown(&first)?, second_shown: shown(&second)?, first, second, decided })
}
