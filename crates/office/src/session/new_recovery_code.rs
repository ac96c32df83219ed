//! An administrator issues a new recovery code; the one before it opens nothing any more.

use super::model::{Password, RecoveryCode};
use super::{sign_in, store};
use crate::office::{Office, SystemCall, guard};
use crate::trail;
use kernel::Result;

pub fn new_recovery_code(office: &Office, call: &mut SystemCall, input: Password) -> Result<RecoveryCode> {
    let password = zeroize::Zeroizing::new(input.password);
    let who = office.sessions.holder(&call.caller)?;
    sign_in::unlock(office, &who.login, &password)?;
    let unlocked = office.unlocked()?;
    let code = {
        let mut keys = guard(&unlocked.keys);
        let code = keys.new_recovery_code(&unlocked.key)?;
        keys.save(&office.lock, &unlocked.key)?;
        code
    };
    unlocked.db.write(|db| {
        store::set_recovery_confirmed(db, None)?;
        trail::line(db, Some(&who), office.now(), "session.new_recovery_code", "change", &[], "done")
    })?;
    let printed = code.printed().to_string();
    *guard(&office.shown_code) = Some(code);
    Ok(RecoveryCode { recovery_code: printed })
}
