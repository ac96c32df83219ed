//! A person signs in: the password opens their slot, the slot the file.

use super::model::{Session, SignIn};
use super::{rules, start};
use crate::office::{Office, SystemCall, guard};
use database::{Key, Keys};
use kernel::id::PersonId;
use kernel::{Refusal, Result, require};

pub fn sign_in(office: &Office, call: &mut SystemCall, input: SignIn) -> Result<Session> {
    let password = zeroize::Zeroizing::new(input.password);
    let (person, key) = unlock(office, &input.login, &password)?;
    let _entering = guard(&office.entering);
    let unlocked = start::open(office, &key)?;
    start::begin(office, call, &unlocked, person, "session.sign_in")
}

/// Opens a person's slot, counting the attempt before the password is looked at.
///
/// # Errors
/// There is no office yet; too many wrong passwords, with the seconds to wait; the wrong password or name.
pub fn unlock(office: &Office, login: &str, password: &str) -> Result<(PersonId, Key)> {
    require(office.lock.is_set_up(), rules::NO_OFFICE)?;
    let login = crate::staff::login(login)?;
    let keys = Keys::load(&office.lock)?;
    let elapsed = office.options.clock.elapsed();
    guard(&office.attempts).begin(office.now(), keys.tag(&login), elapsed)?;
    let opened = keys.unlock_with_password(&login, password).map_err(|failure| {
        if failure.code() == Some(database::WRONG_PASSWORD) {
            let wait = guard(&office.attempts).wait(office.options.clock.elapsed());
            Refusal::new(rules::WRONG_PASSWORD).with("seconds", wait.as_secs()).at("password").into()
        } else {
            failure
        }
    })?;
    guard(&office.attempts).succeeded()?;
    Ok(opened)
}
