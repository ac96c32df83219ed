//! Files over the threshold, beside the calls: fetched with a ticket, or brought in for one. Nothing large travels within
//! a call.

use crate::command::Need;
use crate::inbox::{self, Admitted, Arrivals};
use crate::office::{Caller, Office};
use crate::outbox::{Handed, Outgoing};
use kernel::{Failure, Result, require};

impl Office {
    /// Fetches a file that a command has handed over, once, for the session that asked for it.
    ///
    /// # Errors
    /// Signed out or locked; not found, when there is no such file or it waited too long.
    pub fn fetch(&self, caller: &Caller, ticket: &str) -> Result<Outgoing> {
        let now = self.options.clock.elapsed();
        self.sessions.active(caller, now)?;
        self.outbox.take(ticket, caller, now).ok_or(Failure::not_found("file"))
    }

    /// Gives a file out from a command of the system, which writes its own line first.
    pub fn hand(&self, caller: &Caller, file: Outgoing) -> Handed {
        let handed = file.handed.clone();
        self.outbox.put(handed.ticket.clone(), caller, file.in_memory(), file, self.options.clock.elapsed());
        handed
    }

    /// Asks, before a byte is read, whether a file may come in for a command.
    ///
    /// # Errors
    /// The command takes no file; signed out, locked, or forbidden.
    pub fn admit_file(&self, caller: &Caller, command: &str) -> Result<Admitted> {
        let upload = self.features().upload(command).ok_or(Failure::not_found("command"))?;
        let command = self.features().find(command).ok_or(Failure::not_found("command"))?;
        match command.need {
            Need::Permission(permission) => drop(self.admit(caller, permission)?),
            Need::Session => drop(self.sessions.active(caller, self.options.clock.elapsed())?),
            // Only the first run takes a file from nobody.
            Need::Nobody => require(!self.lock.is_set_up(), crate::office::SIGNED_OUT)?,
        }
        Ok(Admitted { owner: caller.clone(), largest: upload.largest })
    }

    /// Keeps the bytes of a file for the command that will name its ticket.
    ///
    /// # Errors
    /// Larger than was admitted; broken, when the machine has no random source.
    pub fn receive(&self, admitted: &Admitted, bytes: Vec<u8>) -> Result<String> {
        require(bytes.len() <= admitted.largest, admitted.too_large())?;
        inbox::put(&self.inbox, &admitted.owner, bytes, self.options.clock.elapsed())
    }

    /// What came in for the session of a caller.
    pub(crate) fn arrivals<'a>(&'a self, caller: &'a Caller) -> Arrivals<'a> {
        Arrivals::new(&self.inbox, caller, self.options.clock.elapsed())
    }

    /// The command is done: the files it named stand in the office now, and are not kept twice.
    pub(crate) fn use_up(&self, caller: &Caller, tickets: &[String]) {
        let now = self.options.clock.elapsed();
        tickets.iter().for_each(|ticket| drop(self.inbox.take(ticket, caller, now)));
    }

    /// Does a piece of work of a command of the system with a file that came in; the ticket is used when it went well.
    ///
    /// # Errors
    /// There is no such file; what the work says.
    pub fn with_file<T>(&self, caller: &Caller, ticket: &str, work: impl FnOnce(&[u8]) -> Result<T>) -> Result<T> {
        let arrivals = self.arrivals(caller);
        let bytes = arrivals.bytes(ticket)?;
        let done = work(&bytes)?;
        self.use_up(caller, &arrivals.into_named());
        Ok(done)
    }

    /// What waits for a session that has ended is forgotten.
    pub(crate) fn forget_files(&self) {
        let stands = |owner: &Caller| !self.lock.is_set_up() || self.sessions.holder(owner).is_ok();
        self.outbox.keep_of(stands);
        self.inbox.keep_of(stands);
    }
}
