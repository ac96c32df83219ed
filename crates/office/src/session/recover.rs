//! Nobody remembers a password: the printed code opens the file and gives an administrator a new password.

use super::model::{RecoverOffice, Session};
use super::{rules, start};
use crate::office::{Office, SystemCall, guard};
use crate::permission::Role;
use crate::staff;
use database::{Keys, RecoveryCode};
use kernel::{Refusal, Result, require};

pub fn recover(office: &Office, call: &mut SystemCall, input: RecoverOffice) -> Result<Session> {
    let new_password = zeroize::Zeroizing::new(input.new_password);
    require(office.lock.is_set_up(), rules::NO_OFFICE)?;
    let code = RecoveryCode::typed(&input.code)?;
    let login = staff::login(&input.login)?;
    staff::password(&new_password, &login, "new_password")?;
    let keys = Keys::load(&office.lock)?;
    guard(&office.attempts).begin(office.now(), keys.tag(&login), office.options.clock.elapsed())?;
    let key = keys.unlock_with_code(&code).map_err(|failure| {
        if failure.code() == Some(database::WRONG_CODE) {
            Refusal::new(rules::WRONG_CODE).at("code").into()
        } else {
            failure
        }
    })?;
    guard(&office.attempts).succeeded()?;
    let _entering = guard(&office.entering);
    let unlocked = start::open(office, &key)?;
    let people = unlocked.db.read(staff::people)?;
    let administrator =
        people.iter().find(|person| person.active && person.role == Role::Administrator && person.login == login);
    let person = administrator.ok_or(Refusal::new(rules::NOT_ADMINISTRATOR).at("login"))?;
    {
        let mut keys = guard(&unlocked.keys);
        keys.replace(&unlocked.key, person.id, &login, &new_password)?;
        keys.save(&office.lock, &unlocked.key)?;
    }
    unlocked.db.write(|db| staff::asked_for_own_password(db, person.id, false))?;
    start::begin(office, call, &unlocked, person.id, "session.recover")
}
