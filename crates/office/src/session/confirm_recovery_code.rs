//! Somebody types one group of the code back: the sheet was printed, the office can be recovered.

use super::model::{RecoveryGroup, Session};
use super::{rules, start, store};
use crate::office::{Office, SystemCall, guard};
use crate::trail;
use kernel::{Refusal, Result, require};

pub fn confirm_recovery_code(office: &Office, call: &mut SystemCall, input: RecoveryGroup) -> Result<Session> {
    let who = office.sessions.holder(&call.caller)?;
    {
        let mut shown = guard(&office.shown_code);
        let code = shown.as_ref().ok_or(rules::NO_CODE_TO_CONFIRM)?;
        let fits = code.group_is(rules::CONFIRMED_GROUP, &input.group);
        require(fits, Refusal::new(rules::WRONG_GROUP).with("number", rules::CONFIRMED_GROUP).at("group"))?;
        *shown = None;
    }
    let unlocked = office.unlocked()?;
    unlocked.db.write(|db| {
        store::set_recovery_confirmed(db, Some(office.now()))?;
        trail::line(db, Some(&who), office.now(), "session.confirm_recovery_code", "change", &[], "done")
    })?;
    start::current(office, call)
}
