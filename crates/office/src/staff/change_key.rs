//! An administrator puts the office under a new key, after somebody left who may have kept a copy of the folder or of a
//! backup. Everybody else is signed out; a backup under the new key is made at once, because those of before open only
//! with the passwords of their time.

use super::model::ChangeKey;
use super::store;
use crate::office::{Office, SystemCall, UnlockedOffice, guard};
use crate::session::{self, Session};
use crate::trail;
use database::{Database, Keys};
use kernel::{Refusal, Result, require};
use std::sync::{Arc, Mutex};

pub fn change_key(office: &Office, call: &mut SystemCall, input: ChangeKey) -> Result<Session> {
    let password = zeroize::Zeroizing::new(input.password);
    let who = office.sessions.holder(&call.caller)?;
    let (person, key) = session::open_slot(office, &who.login, &password)?;
    require(person == who.id, Refusal::new(database::WRONG_PASSWORD).at("password"))?;

    let _entering = guard(&office.entering);
    office.shut_for_good()?;
    let db = Database::open(&office.lock, &key)?.rekey(&office.lock)?;
    let (keys, key) = (Keys::load(&office.lock)?, db.key().clone());
    let unlocked = Arc::new(UnlockedOffice { db, keys: Mutex::new(keys), key });
    office.set_unlocked(Some(Arc::clone(&unlocked)));
    unlocked.db.write(|db| {
        store::key_changed(db, office.now())?;
        let seen = trail::seen("office", "office", "");
        trail::line(db, Some(&who), office.now(), "staff.change_key", "change", &[seen], "done")
    })?;
    crate::backups::keep_now(office, &unlocked)?;
    session::begin(office, call, &unlocked, who.id, "session.sign_in")
}
