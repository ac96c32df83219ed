//! Who may call what: asked by hosts before a byte of the input is read, and again by the office when the call is made.

use crate::command::{Command, Need};
use crate::context::Who;
use crate::office::{Caller, ClosesBehind, Office};
use crate::permission::Permission;
use kernel::{Failure, Result};

impl Office {
    /// Asks, before its input is read, whether a call may be made; answers the command, which says how large its input may
    /// be. A refusal leaves the line that the call itself would have left.
    ///
    /// # Errors
    /// There is no such command; signed out, locked, or forbidden.
    pub fn admit_call(&self, caller: &Caller, name: &str) -> Result<&'static Command> {
        let command = self.features().find(name).ok_or(Failure::not_found("command"))?;
        let _closing = ClosesBehind(self);
        self.may_call(caller, command).inspect_err(|failure| self.note_failure(caller, command, failure))?;
        Ok(command)
    }

    /// # Errors
    /// As [`admit_call`](Self::admit_call).
    pub(crate) fn may_call(&self, caller: &Caller, command: &Command) -> Result<()> {
        match command.need {
            Need::Nobody => Ok(()),
            Need::Session | Need::Permission(_) => self.admit_to(caller, command).map(drop),
        }
    }

    /// The person behind a caller, when the screen is unlocked and the role holds the permission.
    ///
    /// # Errors
    /// Signed out, locked, or forbidden.
    pub fn admit(&self, caller: &Caller, permission: Permission) -> Result<Who> {
        let who = self.sessions.active(caller, self.options.clock.elapsed())?;
        who.needs(permission)?;
        Ok(who)
    }

    pub(crate) fn admit_to(&self, caller: &Caller, command: &Command) -> Result<Who> {
        match command.need {
            Need::Permission(permission) => self.admit(caller, permission),
            Need::Session | Need::Nobody => self.sessions.holder(caller),
        }
    }
}
