//! Requests and assessments of an office's registers: what the office holds of them already, and how judged rows become
//! records. Rows that the rules of either room do not take are told, all of them in one go.

use super::model::{ImportPhase, MadeRecords};
use super::saving::{TakenOut, all_taken, refused};
use super::session::{ImportSession, Work};
use super::taking_back::made::Made;
use assessments::ASSESSMENTS_KEEP;
use database::{Read, values};
use intake::{KnownCases, Place, RegisteredRequest, TableKind};
use kernel::Result;
use kernel::id::{AssessmentId, CaseRequestId, PartyId};
use office::context::Write;
use requests::REQUESTS_KEEP;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// What is known of requests and of the social research, for the judgement of their registers.
///
/// # Errors
/// What the database refuses.
pub fn known(db: &Read<'_>) -> Result<KnownCases> {
    let (departments, services) = requests::known_services(db)?;
    let sql = "SELECT party, class FROM file_known WHERE class <> '' ORDER BY party";
    let classes = db.rows(sql, values![], |row| {
        let (party, class): (PartyId, String) = (row.get("party")?, row.get("class")?);
        Ok((party.to_string(), format!("class_{class}")))
    })?;
    Ok(KnownCases {
        departments,
        services,
        requests: requests::known(db)?,
        assessments: assessments::known(db)?,
        classes: classes.into_iter().collect(),
    })
}

/// Saves every row that is ready; those that are not taken are put into `out`.
///
/// # Errors
/// Forbidden; the person stopped it; rows that are not taken.
pub fn save(
    cx: &Write<'_>,
    import: &ImportSession,
    work: &Work,
    out: &RefCell<Vec<TakenOut>>,
) -> Result<(Vec<MadeRecords>, Made)> {
    let tables = &work.validation.tables;
    let mut requests: Vec<_> = tables.requests.iter().flat_map(|table| table.ready()).collect();
    let studies: Vec<_> = tables.assessments.iter().flat_map(|table| table.ready()).collect();
    // Whoever keeps such records one by one brings in many.
    if !requests.is_empty() {
        cx.who.needs(REQUESTS_KEEP)?;
    }
    if !studies.is_empty() {
        cx.who.needs(ASSESSMENTS_KEEP)?;
    }
    import.pace.begin(ImportPhase::Cases, requests.len() + studies.len());
    let take_out = |table, place: Place, detail| out.borrow_mut().push(TakenOut { table, place, detail });
    let mut made = Made::default();
    let mut importing = requests::Importing::begin(cx)?;
    parents_first(&mut requests);
    for (place, values) in requests {
        import.pace.step()?;
        let id = CaseRequestId::new(cx.now, office::random::bytes()?);
        match refused(importing.add(cx, id, values))? {
            Some(why) => take_out(TableKind::Requests, place, why),
            None => drop(made.requests.insert(id)),
        }
    }
    for (place, values) in studies {
        import.pace.step()?;
        let id = AssessmentId::new(cx.now, office::random::bytes()?);
        match refused(assessments::store_imported(cx, id, values))? {
            Some(why) => take_out(TableKind::Assessments, place, why),
            None => drop(made.assessments.insert(id)),
        }
    }
    all_taken(out)?;
    Ok((made.counts(), made))
}

/// Puts what a grievance is against before it.
fn parents_first(rows: &mut Vec<(Place, &RegisteredRequest)>) {
    let mut left = std::mem::take(rows);
    loop {
        let own = |row: &RegisteredRequest| row.request_no.as_deref().map(intake::code_key);
        let waiting: BTreeSet<String> = left.iter().filter_map(|(_, row)| own(row)).collect();
        let waits = |row: &RegisteredRequest| {
            row.parent_no.as_deref().is_some_and(|parent| waiting.contains(&intake::code_key(parent)))
        };
        let (later, now): (Vec<_>, Vec<_>) = left.into_iter().partition(|(_, row)| waits(row));
        let none = now.is_empty();
        rows.extend(now);
        left = later;
        if none {
            // They stand upon each other in a circle: each is refused by its room.
            rows.append(&mut left);
            return;
        }
    }
}
