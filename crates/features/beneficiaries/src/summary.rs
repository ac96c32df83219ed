//! The narrow row of each file that the list shows and searches. It says nothing of its own: whatever changes a file lays
//! its row anew, and a test compares every row with the file it stands for.

use super::model::{CaseFacts, FileHead};
use super::store;
use database::values;
use kernel::Result;
use kernel::arabic::{fold, searched, with_whole};
use kernel::id::PartyId;
use kernel::saudi::masked;
use office::context::Write;
use parties::Party;

/// Follows a party: its own file, and those of the households it belongs to, which are found by its name.
///
/// # Errors
/// What the database refuses.
pub fn party_changed(cx: &Write<'_>, id: PartyId) -> Result<()> {
    rebuild(cx, id)?;
    parties::households_of(cx, id)?.into_iter().filter(|head| *head != id).try_for_each(|head| rebuild(cx, head))
}

/// Lays the row of a file anew; a party that was merged, or has no file, has none.
pub fn rebuild(cx: &Write<'_>, id: PartyId) -> Result<()> {
    cx.run("DELETE FROM file_shelf WHERE party = $1", values![id])?;
    cx.record_changed(store::subject(id))?;
    let (Some(party), Some(file)) = (parties::find_party(cx, id)?, store::find_file(cx, id)?) else { return Ok(()) };
    if party.merged_into.is_some() {
        return Ok(());
    }
    insert(cx, &party, &file, &store::case_facts(cx, id)?, &parties::found_under(cx, id)?)
}

/// Puts the row of a file whose party is at hand. `others` are names and identity numbers under which the file is found,
/// too: its members, and files merged into it.
pub fn insert(
    cx: &Write<'_>,
    party: &Party,
    file: &FileHead,
    case: &CaseFacts,
    others: &[(String, String)],
) -> Result<()> {
    let facts = &party.facts;
    let identity = party.identity.as_ref();
    cx.run(
        include_str!("sql/insert_summary.sql"),
        values![
            party.id,
            file.file_no.as_str(),
            super::rules::number_in(&file.file_no),
            facts.name.as_str(),
            fold(&facts.name),
            search_text(party, file, others),
            file.status.name(),
            case.class.as_str(),
            case.researcher_name.as_str(),
            case.researcher,
            facts.city.as_str(),
            facts.district.as_str(),
            identity.map(|identity| masked(&identity.number)).unwrap_or_default(),
            identity.and_then(|identity| identity.expires_on),
            facts.mobile.as_str(),
            case.family_size,
            case.monthly_income,
            case.social_security,
            case.next_review_on,
            file.opened_on
        ],
    )?;
    Ok(())
}

/// Names and numbers: what the search box looks through; identity numbers only whole.
fn search_text(party: &Party, file: &FileHead, others: &[(String, String)]) -> String {
    let facts = &party.facts;
    let national = |mobile: &str| mobile.replacen("+966", "0", 1);
    let (mobile, other_mobile) = (national(&facts.mobile), national(&facts.other_mobile));
    let own = [facts.name.as_str(), &file.file_no, &mobile, &other_mobile, &facts.phone];
    let found = searched(own.into_iter().chain(others.iter().map(|(name, _)| name.as_str())));
    with_whole(found, std::iter::once(party.number()).chain(others.iter().map(|(_, number)| number.as_str())))
}
