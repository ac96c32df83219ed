//! Counting wrong passwords, so that guessing gets slower and slower.
//!
//! The count is on the disk before the password is looked at: ending the program in the middle of a guess gains
//! nothing, nor does starting it anew. The waiting is measured with a clock that only runs forward from the start of
//! the program, so setting the wall clock gains nothing either. Whoever can take the whole folder away is stopped by
//! the cost of each guess alone (see [`Cost`](crate::Cost)).

use crate::failures::WAIT;
use crate::{OfficeFolder, folder};
use kernel::{Moment, Refusal, Result};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// So many wrong passwords cost nothing but themselves.
const FREE: u32 = 5;
const FIRST_WAIT: Duration = Duration::from_secs(30);
const LONGEST_WAIT: Duration = Duration::from_secs(15 * 60);
/// So many failed attempts are kept for the audit trail; beyond that the oldest are only counted.
const KEPT: usize = 500;

/// One failed attempt: when, by the wall clock, and the tag of the name that was typed. [`Keys::tag`](crate::Keys::tag)
/// leads from a known name to its tag; the name itself is never in a file outside the encrypted one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    pub at: Moment,
    #[serde(with = "crate::vault::base64_bytes")]
    pub tag: [u8; 32],
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Counted {
    /// Wrong passwords since the last right one.
    failed: u32,
    pending: Vec<Attempt>,
    /// Failed attempts that are no longer kept one by one.
    forgotten: u64,
}

/// The count of an office, as kept in `office.tries`.
#[derive(Debug)]
pub struct LoginAttempts {
    folder: OfficeFolder,
    counted: Counted,
    /// When the wait began, on the clock that only runs forward.
    since: Duration,
}

impl LoginAttempts {
    /// Reads the count. `now` is the time since some fixed point of this run of the program, from a monotonic clock;
    /// the wait of an earlier run begins anew with this one. A file that cannot be read counts as [`FREE`] failures,
    /// so that damaging it gains nothing.
    ///
    /// # Errors
    /// What the file system says.
    pub fn load(folder: &OfficeFolder, now: Duration) -> Result<Self> {
        let counted = match std::fs::read(folder.login_attempts()) {
            Ok(bytes) => {
                serde_json::from_slice(&bytes).unwrap_or_else(|_| Counted { failed: FREE, ..Counted::default() })
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Counted::default(),
            Err(error) => return Err(crate::failures::file_system(&error, "office.tries")),
        };
        Ok(Self { folder: folder.clone(), counted, since: now })
    }

    /// How long the next attempt has to wait.
    pub fn wait(&self, now: Duration) -> Duration {
        delay(self.counted.failed).saturating_sub(now.saturating_sub(self.since))
    }

    /// Begins an attempt: counts it as failed, on the disk, before the password is looked at.
    ///
    /// # Errors
    /// [`WAIT`], with the `seconds` left; what the disk says.
    pub fn begin(&mut self, at: Moment, tag: [u8; 32], now: Duration) -> Result<()> {
        let wait = self.wait(now);
        // Rounded up, for «wait 0 seconds» helps nobody.
        let seconds = wait.as_millis().div_ceil(1_000);
        kernel::require(wait.is_zero(), Refusal::new(WAIT).with("seconds", seconds))?;
        let mut counted = self.counted.clone();
        counted.failed = counted.failed.saturating_add(1);
        counted.pending.push(Attempt { at, tag });
        if counted.pending.len() > KEPT {
            counted.pending.remove(0);
            counted.forgotten = counted.forgotten.saturating_add(1);
        }
        self.since = now;
        self.keep(counted)
    }

    /// The attempt that was begun was right: it is not a failed one, and the count begins anew.
    ///
    /// # Errors
    /// What the disk says.
    pub fn succeeded(&mut self) -> Result<()> {
        let mut counted = self.counted.clone();
        counted.failed = 0;
        counted.pending.pop();
        self.keep(counted)
    }

    /// Hands the failed attempts, and how many older ones were only counted, to the audit trail; forgets them when it
    /// has taken them.
    ///
    /// # Errors
    /// What `take` says; they are kept then.
    pub fn take_pending(&mut self, take: impl FnOnce(&[Attempt], u64) -> Result<()>) -> Result<()> {
        if self.counted.pending.is_empty() && self.counted.forgotten == 0 {
            return Ok(());
        }
        take(&self.counted.pending, self.counted.forgotten)?;
        self.keep(Counted { failed: self.counted.failed, ..Counted::default() })
    }

    fn keep(&mut self, counted: Counted) -> Result<()> {
        // In memory first: a disk that refuses must not make guessing free.
        self.counted = counted;
        let bytes = serde_json::to_vec(&self.counted).map_err(kernel::Failure::broken)?;
        folder::write_atomically(&self.folder.login_attempts(), &bytes)
    }
}

/// Five wrong passwords are free; then 30 seconds, doubling up to 15 minutes.
fn delay(failed: u32) -> Duration {
    match failed.checked_sub(FREE) {
        None => Duration::ZERO,
        Some(beyond) => FIRST_WAIT.saturating_mul(1 << beyond.min(16)).min(LONGEST_WAIT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAG: [u8; 32] = [9; 32];

    fn seconds(count: u64) -> Duration {
        Duration::from_secs(count)
    }

    fn scratch() -> (tempfile::TempDir, OfficeFolder) {
        let scratch = tempfile::tempdir().unwrap();
        let folder = OfficeFolder::at(scratch.path());
        (scratch, folder)
    }

    #[test]
    fn after_five_wrong_passwords_the_wait_doubles_up_to_a_quarter_of_an_hour() {
        let waits: Vec<u64> = (0..13).map(|failed| delay(failed).as_secs()).collect();
        assert_eq!(waits, [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
        assert_eq!(delay(u32::MAX), LONGEST_WAIT);
    }

    #[test]
    fn the_wait_survives_a_restart_and_does_not_heed_the_wall_clock() {
        let (_scratch, folder) = scratch();
        let mut attempts = LoginAttempts::load(&folder, seconds(0)).unwrap();
        for second in 0..5 {
            // The wall clock jumps about; only the monotonic one counts.
            attempts.begin(Moment::from_micros(second * -1_000_000_000_000), TAG, seconds(0)).unwrap();
        }
        assert_eq!(attempts.wait(seconds(10)), seconds(20));
        let refused = attempts.begin(Moment::from_micros(i64::MAX), TAG, seconds(29)).unwrap_err();
        assert_eq!(refused, kernel::Failure::from(Refusal::new(WAIT).with("seconds", 1)));

        let mut again = LoginAttempts::load(&folder, seconds(7)).unwrap();
        assert_eq!(again.wait(seconds(7)), seconds(30), "a restart begins the wait anew, never shortens it");
        again.begin(Moment::from_micros(0), TAG, seconds(37)).unwrap();
        assert_eq!(again.wait(seconds(37)), seconds(60));
        again.succeeded().unwrap();
        assert_eq!(LoginAttempts::load(&folder, seconds(0)).unwrap().wait(seconds(0)), Duration::ZERO);
    }

    #[test]
    fn failed_attempts_are_kept_until_the_audit_trail_has_them() {
        let (_scratch, folder) = scratch();
        let mut attempts = LoginAttempts::load(&folder, seconds(0)).unwrap();
        attempts.begin(Moment::from_micros(1), TAG, seconds(0)).unwrap();
        attempts.begin(Moment::from_micros(2), TAG, seconds(0)).unwrap();
        attempts.succeeded().unwrap();
        let failing = attempts.take_pending(|_, _| Err(kernel::Failure::broken("the disk was full")));
        assert!(failing.is_err());
        let mut attempts = LoginAttempts::load(&folder, seconds(0)).unwrap();
        let mut taken = Vec::new();
        attempts
            .take_pending(|attempts, forgotten| {
                taken.extend_from_slice(attempts);
                assert_eq!(forgotten, 0);
                Ok(())
            })
            .unwrap();
        assert_eq!(taken, [Attempt { at: Moment::from_micros(1), tag: TAG }], "the right password was no failure");
        LoginAttempts::load(&folder, seconds(0)).unwrap().take_pending(|_, _| panic!("they were handed over")).unwrap();
    }

    #[test]
    fn a_damaged_count_does_not_make_guessing_free() {
        let (_scratch, folder) = scratch();
        std::fs::write(folder.login_attempts(), "{").unwrap();
        assert_eq!(LoginAttempts::load(&folder, seconds(0)).unwrap().wait(seconds(0)), FIRST_WAIT);
    }
}
