//! A save is done and undone, so that everything it would refuse is known before anybody decides: the same rules, in the
//! same order, on the same books.

use super::model::{ImportPhase, ImportPreview, WhichImport};
use super::rules::SAVED_ALREADY;
use super::save::{Saving, learn};
use super::{preview, session};
use kernel::{Result, require};
use office::{Office, SystemCall};
use std::cell::RefCell;

pub fn rehearse(office: &Office, call: &mut SystemCall, input: WhichImport) -> Result<ImportPreview> {
    let (who, import) = session::in_hand(office, call, input)?;
    let mut work = import.work();
    require(work.saved.is_none(), SAVED_ALREADY)?;
    // Each trial takes at least one row out, or ends.
    while import.why_not(&work).is_empty() {
        let out = RefCell::default();
        let saving = Saving { office, who: &who, import: &import, work: &work, now: office.now() };
        let outcome = office.unlocked()?.db.write(|db| db.tried(|| saving.save(db, &out)));
        import.pace.end(ImportPhase::Idle);
        match outcome {
            Ok(report) => {
                work.rehearsed = Some(report);
                break;
            }
            Err(failure) if !learn(office, &import, &mut work, &failure, out.into_inner())? => return Err(failure),
            Err(_) => {}
        }
    }
    Ok(preview::preview(&import, &work))
}
