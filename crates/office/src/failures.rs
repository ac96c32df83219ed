//! What becomes of a call that was refused or broke: its line in the audit trail, and one line with a count for many of
//! one kind.

use crate::command::{Command, Kind};
use crate::office::{Caller, Office, UnlockedOffice, guard};
use crate::repeats::{Again, Repeated};
use crate::trail;
use kernel::{Failure, Result};

impl Office {
    /// Refusals and faults are part of the story, too. When even that cannot be written, the fault goes to the host's
    /// error stream and the person still gets the first failure.
    pub(crate) fn note_failure(&self, caller: &Caller, command: &'static Command, failure: &Failure) {
        if let Failure::Broken { detail } = failure {
            eprintln!("sharaka: {} {}: {detail}", Failure::reference(detail), command.name);
        }
        let worth_a_line =
            command.kind != Kind::Read || matches!(failure, Failure::Forbidden { .. } | Failure::Broken { .. });
        let Ok(who) = self.sessions.holder(caller) else { return };
        let Ok(unlocked) = self.unlocked() else { return };
        if !worth_a_line {
            return;
        }
        let again = Again { who: &who, command, outcome: trail::outcome(failure), about: "" };
        let told = self.tell_once(&unlocked, again, |db| trail::failed(db, &who, self.now(), command, failure));
        if let Err(second) = told {
            eprintln!("sharaka: the audit line of a failure could not be written: {second}");
        }
    }

    /// Writes the line of something that may come again and again; while it does, it is only counted.
    ///
    /// # Errors
    /// What the database refuses.
    pub(crate) fn tell_once(
        &self,
        unlocked: &UnlockedOffice,
        again: Again<'_>,
        line: impl FnOnce(&database::Write<'_>) -> Result<()>,
    ) -> Result<()> {
        let over = match guard(&self.repeats).count(again, self.options.clock.elapsed(), self.now()) {
            None => return Ok(()),
            Some(over) => over,
        };
        unlocked.db.write(|db| {
            over.iter().try_for_each(|repeated| self.tell_count(db, repeated))?;
            line(db)
        })
    }

    /// Writes the lines of what came again and is over: its time is up, or, with `all`, the file is about to close. A crash
    /// before that loses how often it came, not that it did: its first line was written at once.
    pub(crate) fn tell_repeats(&self, all: bool) {
        let Ok(unlocked) = self.unlocked() else { return };
        let over = guard(&self.repeats).over(self.options.clock.elapsed(), all);
        if over.is_empty() {
            return;
        }
        let told = unlocked.db.write(|db| over.iter().try_for_each(|repeated| self.tell_count(db, repeated)));
        if let Err(failure) = told {
            eprintln!("sharaka: how often something came again could not be written: {failure}");
        }
    }

    fn tell_count(&self, db: &database::Write<'_>, repeated: &Repeated) -> Result<()> {
        trail::came_again(db, &repeated.who, self.now(), repeated)
    }
}
