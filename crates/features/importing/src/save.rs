//! Everything that is ready is saved in one transaction, with its line in the trail, or nothing is.

use super::known;
use super::model::{ImportPhase, ImportReport, WhichImport};
use super::rules::{self, NOT_READY, OFFICE_CHANGED, ROWS_REFUSED};
use super::saving::TakenOut;
use super::session::{self, ImportSession, Work};
use super::store::{self, Run};
use super::waiting::{self, WaitingSums};
use super::{preview, saving, taking_back};
use kernel::{Day, Failure, Moment, Refusal, Result, require};
use office::context::{Change, Who, Write};
use office::trail;
use office::{Office, SystemCall};
use serde_json::{Value, json};
use std::cell::RefCell;

/// A save sent again gets the report of the first.
pub fn save(office: &Office, call: &mut SystemCall, input: WhichImport) -> Result<ImportReport> {
    let (who, import) = session::in_hand(office, call, input)?;
    let mut work = import.work();
    if let Some(report) = &work.saved {
        return Ok(report.clone());
    }
    if let Some(why) = import.why_not(&work).into_iter().next() {
        return Err(Refusal::new(NOT_READY).with("why", why.code).into());
    }
    let out = RefCell::default();
    let saving = Saving { office, who: &who, import: &import, work: &work, now: office.now() };
    let outcome = office.unlocked()?.db.write(|db| saving.save(db, &out));
    import.pace.end(if outcome.is_ok() { ImportPhase::Done } else { ImportPhase::Idle });
    match &outcome {
        Ok(report) => work.saved = Some(report.clone()),
        Err(failure) => {
            learn(office, &import, &mut work, failure, out.into_inner())?;
        }
    }
    outcome
}

/// What a save, or the trial of one, found out about the file. Gives whether the file is judged otherwise now.
///
/// # Errors
/// What the database refuses.
pub fn learn(
    office: &Office,
    import: &ImportSession,
    work: &mut Work,
    failure: &Failure,
    out: Vec<TakenOut>,
) -> Result<bool> {
    match failure.code() {
        Some(OFFICE_CHANGED) => {
            work.around = session::surroundings(office, import.subject)?;
            import.judge(work, &|| import.pace.go_on().is_ok());
        }
        // Found only by doing it: the rows stand refused in the preview now, with the reason, and the rest can be saved.
        Some(ROWS_REFUSED) => {
            for taken in out {
                work.validation.refuse_movement(taken.table, &taken.place, &taken.detail);
            }
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// A file that is being saved.
pub struct Saving<'a> {
    pub office: &'a Office,
    pub who: &'a Who,
    pub import: &'a ImportSession,
    pub work: &'a Work,
    pub now: Moment,
}

impl Saving<'_> {
    /// Everything of it, in the caller's transaction. Rows that are not taken are put into `out`.
    ///
    /// # Errors
    /// As [`saving::save`]; the office holds other records than when the file was judged.
    pub fn save(&self, db: &database::Write<'_>, out: &RefCell<Vec<TakenOut>>) -> Result<ImportReport> {
        let Self { office, who, import, work, now } = *self;
        let cx = Write::new(db, office.features(), who, now, office.is_demo());
        // The rows were judged by what the office held then; what it holds now must judge them alike.
        let around = known::load(&cx, import.subject, Day::in_riyadh(now))?;
        require(around == work.around, Failure::conflict(OFFICE_CHANGED))?;
        let after_line = database::audit_chain::head(db)?.seq;
        let saving::Saved { made, records, waiting } = saving::save(&cx, import, work, out)?;
        // From here on it is a matter of moments.
        import.pace.go_on()?;
        import.pace.begin(ImportPhase::Finishing, 0);
        let counts = preview::counts(&work.validation.counts);
        let report = ImportReport {
            id: import.id,
            subject: import.subject,
            saved_at: now,
            made,
            ready: rules::ready(&work.validation),
            ask: counts.ask,
            refused: counts.refused,
            skipped: counts.skipped,
            waiting: WaitingSums::of(waiting.iter().map(|(_, movement)| movement))?,
        };
        let run = Run {
            id: import.id,
            subject: import.subject,
            file_name: &import.file.name,
            sha256: &import.sha256,
            counts,
            asked: waiting.len(),
            after_line,
        };
        store::insert_run(&cx, &run)?;
        taking_back::made::remember(&cx, import.id, &records)?;
        waiting::ask(&cx, import.id, &waiting)?;
        store::insert_refused_identities(&cx, import.id, &work.validation.refused_identities())?;
        if let Some(map) = &work.map {
            store::map_was_used(&cx, map.id)?;
        }
        let mut changes = vec![line(import, &report)];
        changes.extend(cx.take_changes());
        trail::line(db, Some(who), now, "importing.save", "change", &changes, "done")?;
        office::integrity::tell_untold(db, office.features(), now)?;
        Ok(report)
    }
}

/// What the trail tells of the whole import; its records tell their own changes after it.
fn line(import: &ImportSession, report: &ImportReport) -> Change {
    Change {
        noun: "import",
        subject: import.id.to_string(),
        label: import.file.name.clone(),
        before: Value::Null,
        after: json!({
            "subject": report.subject, "file": import.file.name, "sha256": import.file.sha256, "made": report.made,
            "ready": report.ready, "ask": report.ask, "refused": report.refused, "skipped": report.skipped,
            "waiting": report.waiting,
        }),
    }
}
