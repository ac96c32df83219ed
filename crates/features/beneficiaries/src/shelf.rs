//! The narrow row of each file that the list shows and searches. It says nothing of its own: whatever changes a file lays
//! its row anew, and a test compares every row with the file it stands for.

use super::model::{FileHead, Party};
use super::store;
use database::values;
use kernel::Result;
use kernel::arabic::{fold, searched};
use kernel::id::PartyId;
use kernel::saudi::masked;
use office::context::Write;

/// Lays the row of a file anew; a party that was merged, or has no file, has none.
pub fn lay(cx: &Write<'_>, id: PartyId) -> Result<()> {
    cx.run("DELETE FROM file_shelf WHERE party = $1", values![id])?;
    cx.record_changed(store::subject(id))?;
    let (Some(party), Some(file)) = (store::find_party(cx, id)?, store::find_file(cx, id)?) else { return Ok(()) };
    if party.merged_into.is_some() {
        return Ok(());
    }
    let others = cx.rows(include_str!("sql/others_on_shelf.sql"), values![id], |row| {
        Ok((row.get::<String>("name")?, row.get::<Option<String>>("number")?.unwrap_or_default()))
    })?;
    put(cx, &party, &file, &others)
}

/// Puts the row of a file whose party is at hand. `others` are names and identity numbers under which the file is found,
/// too: its members, and files merged into it.
pub fn put(cx: &Write<'_>, party: &Party, file: &FileHead, others: &[(String, String)]) -> Result<()> {
    let facts = &party.facts;
    let identity = party.identity.as_ref();
    cx.run(
        include_str!("sql/shelve.sql"),
        values![
            party.id,
            file.file_no.as_str(),
            super::rules::number_in(&file.file_no),
            facts.name.as_str(),
            fold(&facts.name),
            search_text(party, file, others),
            file.status.name(),
            facts.class.as_str(),
            facts.researcher_name.as_str(),
            facts.researcher,
            facts.city.as_str(),
            facts.district.as_str(),
            identity.map(|identity| masked(&identity.number)).unwrap_or_default(),
            identity.and_then(|identity| identity.expires_on),
            facts.mobile.as_str(),
            facts.family_size,
            facts.monthly_income,
            facts.social_security,
            facts.next_review_on,
            file.opened_on
        ],
    )?;
    Ok(())
}

/// Names and numbers: what the search box looks through.
fn search_text(party: &Party, file: &FileHead, others: &[(String, String)]) -> String {
    let facts = &party.facts;
    let national = |mobile: &str| mobile.replacen("+966", "0", 1);
    let number = party.identity.as_ref().map_or("", |identity| identity.number.as_str());
    let (mobile, other_mobile) = (national(&facts.mobile), national(&facts.other_mobile));
    let own = [facts.name.as_str(), &file.file_no, number, &mobile, &other_mobile, &facts.phone];
    searched(own.into_iter().chain(others.iter().flat_map(|(name, number)| [name.as_str(), number])))
}
