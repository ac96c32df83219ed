//! A person chooses another password: the slot is wrapped anew, the database is not touched.

use super::model::{ChangePassword, Session};
use super::{rules, sign_in, start};
use crate::context::Change;
use crate::office::{Caller, Office, SystemCall, guard};
use crate::{staff, trail};
use kernel::{Refusal, Result, require};
use serde_json::Value;

pub fn change_password(office: &Office, call: &mut SystemCall, input: ChangePassword) -> Result<Session> {
    let (old, new) = (zeroize::Zeroizing::new(input.old), zeroize::Zeroizing::new(input.new));
    let who = office.sessions.holder(&call.caller)?;
    if let Caller::Holder(token) = &call.caller {
        require(!office.sessions.is_locked(token), crate::office::LOCKED)?;
    }
    require(*old != *new, Refusal::new(rules::SAME_PASSWORD).at("new"))?;
    staff::password(&new, &who.login, "new")?;
    let (person, _) = sign_in::unlock(office, &who.login, &old).map_err(at_old)?;
    require(person == who.id, Refusal::new(rules::WRONG_PASSWORD).at("old"))?;
    let unlocked = office.unlocked()?;
    {
        let mut keys = guard(&unlocked.keys);
        keys.replace(&unlocked.key, who.id, &who.login, &new)?;
        keys.save(&office.lock, &unlocked.key)?;
    }
    unlocked.db.write(|db| {
        staff::asked_for_own_password(db, who.id, false)?;
        let change = Change {
            noun: "person",
            subject: who.id.to_string(),
            label: who.name.clone(),
            before: Value::Null,
            after: Value::Null,
        };
        trail::line(db, Some(&who), office.now(), "session.change_password", "change", &[change], "done")
    })?;
    office.sessions.own_password(who.id);
    if let Caller::Holder(token) = &call.caller {
        // Whoever sits elsewhere with the old password is asked for the new one.
        office.sessions.end_of(who.id, Some(token));
    }
    start::current(office, call)
}

fn at_old(failure: kernel::Failure) -> kernel::Failure {
    match failure {
        kernel::Failure::Refused(refusal) if refusal.code == rules::WRONG_PASSWORD => refusal.at("old").into(),
        other => other,
    }
}
