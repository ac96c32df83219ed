//! The person at a locked screen gives the password again.

use super::model::{Password, Session};
use super::{sign_in, start};
use crate::office::{Caller, Office, SystemCall};
use crate::session::rules;
use kernel::{Refusal, Result, require};

pub fn unlock(office: &Office, call: &mut SystemCall, input: Password) -> Result<Session> {
    let password = zeroize::Zeroizing::new(input.password);
    let who = office.sessions.holder(&call.caller)?;
    let (person, _) = sign_in::unlock(office, &who.login, &password)?;
    require(person == who.id, Refusal::new(rules::WRONG_PASSWORD).at("password"))?;
    if let Caller::Holder(token) = &call.caller {
        office.sessions.unlock(token, office.options.clock.elapsed());
    }
    start::current(office, call)
}
