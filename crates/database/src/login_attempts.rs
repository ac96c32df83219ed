//! Counting wrong passwords, so that guessing gets slower and slower.
//!
//! Each person has a count of their own, and only a right password of theirs resets it: nobody's slips keep another out.
//! Names nobody has share one count. The counts of people together make the allowance of whoever has slipped smaller, so that
//! trying one password with every name gains little.
//!
//! The count is on the disk before the password is looked at: ending the program in the middle of a guess gains
//! nothing, nor does starting it anew. It stands in two files, each with a digest; one that is missing or was edited is
//! made good from the other. The digest has no key, for there is none while nobody is signed in: whoever deletes both
//! files, or writes both with their digests, begins anew. The waiting is measured with a clock that only runs forward from the start of the program,
//! so setting the wall clock gains nothing either. Whoever can do that to the folder, or take it away, is stopped by the
//! cost of each guess alone (see [`Cost`](crate::Cost)).

use crate::failures::WAIT;
use crate::{OfficeFolder, folder};
use kernel::{Moment, Refusal, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

/// So many wrong passwords cost nothing but themselves.
const FREE: u32 = 5;
/// So many do, for whoever has slipped, once [`MANY`] stand in all.
const FREE_AMONG_MANY: u32 = 2;
const MANY: u32 = 50;
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

/// Whose attempt it is: somebody's with a slot, by the tag of their name, or one with a name nobody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Who {
    Person(#[serde(with = "crate::vault::base64_bytes")] [u8; 32]),
    Unknown,
}

/// The wrong passwords of one since their last right one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Count {
    who: Who,
    failed: u32,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Counted {
    /// Grows with each writing: of two files the one that was written last counts.
    #[serde(default)]
    writing: u64,
    #[serde(default)]
    counts: Vec<Count>,
    /// For everybody who has no count of their own; other programs kept one count for all.
    #[serde(default)]
    failed: u32,
    pending: Vec<Attempt>,
    /// Failed attempts that are no longer kept one by one.
    forgotten: u64,
}

impl Counted {
    fn failed(&self, who: Who) -> u32 {
        self.counts.iter().find(|count| count.who == who).map_or(self.failed, |count| count.failed)
    }

    fn set(&mut self, who: Who, failed: u32) {
        match self.counts.iter_mut().find(|count| count.who == who) {
            Some(count) => count.failed = failed,
            None => self.counts.push(Count { who, failed }),
        }
    }

    fn wait(&self, who: Who) -> Duration {
        // Names nobody has are left out: whoever types them must not make it harder for those who are somebody.
        let people = self.counts.iter().filter(|count| count.who != Who::Unknown);
        let in_all = people.fold(0_u32, |sum, count| sum.saturating_add(count.failed));
        delay(self.failed(who), if in_all >= MANY { FREE_AMONG_MANY } else { FREE })
    }
}

/// What a file holds: the counts as text, and the digest of the text.
#[derive(Serialize, Deserialize)]
struct Sealed {
    counted: String,
    digest: String,
}

impl Sealed {
    fn new(counted: &Counted) -> Result<Self> {
        let counted = serde_json::to_string(counted).map_err(kernel::Failure::broken)?;
        Ok(Self { digest: digest(&counted), counted })
    }
}

fn digest(text: &str) -> String {
    let digest = Sha256::new().chain_update(b"sharaka attempts 2").chain_update(text).finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The counts of an office, as kept in `office.tries` and once more beside it.
#[derive(Debug)]
pub struct LoginAttempts {
    folder: OfficeFolder,
    counted: Counted,
    /// When each wait began, on the clock that only runs forward; `loaded` for those nobody has added to since.
    since: HashMap<Who, Duration>,
    loaded: Duration,
}

impl LoginAttempts {
    /// Reads the counts. `now` is the time since some fixed point of this run of the program, from a monotonic clock;
    /// the wait of an earlier run begins anew with this one. Where no file can be believed and one is there, everybody
    /// counts as [`FREE`] failures, so that damaging it gains nothing.
    ///
    /// # Errors
    /// What the file system says.
    pub fn load(folder: &OfficeFolder, now: Duration) -> Result<Self> {
        let found = [read(&folder.login_attempts())?, read(&folder.login_attempts_twin())?];
        let there = found.iter().any(Option::is_some);
        let believed = found.into_iter().flatten().flatten().max_by_key(|counted| counted.writing);
        let unknown = Counted { failed: if there { FREE } else { 0 }, ..Counted::default() };
        let counted = believed.unwrap_or(unknown);
        Ok(Self { folder: folder.clone(), counted, since: HashMap::new(), loaded: now })
    }

    /// How long the next attempt of somebody has to wait.
    pub fn wait(&self, who: Who, now: Duration) -> Duration {
        let since = self.since.get(&who).copied().unwrap_or(self.loaded);
        self.counted.wait(who).saturating_sub(now.saturating_sub(since))
    }

    /// Begins an attempt: counts it as failed, on the disk, before the password is looked at. `tag` is that of the name
    /// that was typed, also where nobody has it.
    ///
    /// # Errors
    /// [`WAIT`], with the `seconds` left; what the disk says.
    pub fn begin(&mut self, at: Moment, who: Who, tag: [u8; 32], now: Duration) -> Result<()> {
        let wait = self.wait(who, now);
        // Rounded up, for «wait 0 seconds» helps nobody.
        let seconds = wait.as_millis().div_ceil(1_000);
        kernel::require(wait.is_zero(), Refusal::new(WAIT).with("seconds", seconds))?;
        let mut counted = self.counted.clone();
        counted.set(who, counted.failed(who).saturating_add(1));
        counted.pending.push(Attempt { at, tag });
        if counted.pending.len() > KEPT {
            counted.pending.remove(0);
            counted.forgotten = counted.forgotten.saturating_add(1);
        }
        self.since.insert(who, now);
        self.keep(counted)
    }

    /// The attempt that was begun was right: it is not a failed one, and the count of this person begins anew.
    ///
    /// # Errors
    /// What the disk says.
    pub fn succeeded(&mut self, who: Who, tag: [u8; 32]) -> Result<()> {
        let mut counted = self.counted.clone();
        counted.set(who, 0);
        // Two people may be at it at once: theirs is the last with their name, not the last of all.
        if let Some(place) = counted.pending.iter().rposition(|attempt| attempt.tag == tag) {
            counted.pending.remove(place);
        }
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
        self.keep(Counted { pending: Vec::new(), forgotten: 0, ..self.counted.clone() })
    }

    fn keep(&mut self, counted: Counted) -> Result<()> {
        // In memory first: a disk that refuses must not make guessing free.
        self.counted = counted;
        self.counted.writing = self.counted.writing.saturating_add(1);
        let bytes = serde_json::to_vec(&Sealed::new(&self.counted)?).map_err(kernel::Failure::broken)?;
        folder::write_atomically(&self.folder.login_attempts(), &bytes)?;
        folder::write_atomically(&self.folder.login_attempts_twin(), &bytes)
    }
}

/// `None` where there is no file; `Some(None)` where there is one that cannot be believed.
fn read(path: &Path) -> Result<Option<Option<Counted>>> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(crate::failures::file_system(&error, "office.tries")),
    };
    let sealed =
        serde_json::from_slice::<Sealed>(&bytes).ok().filter(|sealed| digest(&sealed.counted) == sealed.digest);
    let counted = match &sealed {
        Some(sealed) => serde_json::from_str(&sealed.counted).ok(),
        // Programs of before kept the counts in the open. A sealed file always goes before one of those.
        None => serde_json::from_slice(&bytes).ok().map(|counted| Counted { writing: 0, ..counted }),
    };
    Ok(Some(counted))
}

/// So many wrong passwords are free; then 30 seconds, doubling up to 15 minutes.
fn delay(failed: u32, free: u32) -> Duration {
    match failed.checked_sub(free) {
        None => Duration::ZERO,
        Some(beyond) => FIRST_WAIT.saturating_mul(1 << beyond.min(16)).min(LONGEST_WAIT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAG: [u8; 32] = [9; 32];
    const NOURA: Who = Who::Person(TAG);
    const SAAD: Who = Who::Person([7; 32]);

    fn seconds(count: u64) -> Duration {
        Duration::from_secs(count)
    }

    fn scratch() -> (tempfile::TempDir, OfficeFolder) {
        let scratch = tempfile::tempdir().unwrap();
        let folder = OfficeFolder::at(scratch.path());
        (scratch, folder)
    }

    fn slips(attempts: &mut LoginAttempts, who: Who, times: usize) {
        (0..times).for_each(|_| attempts.begin(Moment::from_micros(0), who, TAG, seconds(0)).unwrap());
    }

    fn loaded(folder: &OfficeFolder) -> LoginAttempts {
        LoginAttempts::load(folder, seconds(0)).unwrap()
    }

    #[test]
    fn after_five_wrong_passwords_the_wait_doubles_up_to_a_quarter_of_an_hour() {
        let waits: Vec<u64> = (0..13).map(|failed| delay(failed, FREE).as_secs()).collect();
        assert_eq!(waits, [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
        assert_eq!(delay(u32::MAX, FREE), LONGEST_WAIT);
    }

    #[test]
    fn the_wait_survives_a_restart_and_does_not_heed_the_wall_clock() {
        let (_scratch, folder) = scratch();
        let mut attempts = loaded(&folder);
        for second in 0..5 {
            // The wall clock jumps about; only the monotonic one counts.
            attempts.begin(Moment::from_micros(second * -1_000_000_000_000), NOURA, TAG, seconds(0)).unwrap();
        }
        assert_eq!(attempts.wait(NOURA, seconds(10)), seconds(20));
        let refused = attempts.begin(Moment::from_micros(i64::MAX), NOURA, TAG, seconds(29)).unwrap_err();
        assert_eq!(refused, kernel::Failure::from(Refusal::new(WAIT).with("seconds", 1)));

        let mut again = LoginAttempts::load(&folder, seconds(7)).unwrap();
        assert_eq!(again.wait(NOURA, seconds(7)), seconds(30), "a restart begins the wait anew, never shortens it");
        again.begin(Moment::from_micros(0), NOURA, TAG, seconds(37)).unwrap();
        assert_eq!(again.wait(NOURA, seconds(37)), seconds(60));
        again.succeeded(NOURA, TAG).unwrap();
        assert_eq!(loaded(&folder).wait(NOURA, seconds(0)), Duration::ZERO);
    }

    #[test]
    fn nobody_s_slips_keep_another_out_and_a_right_password_resets_only_its_own() {
        let (_scratch, folder) = scratch();
        let mut attempts = loaded(&folder);
        slips(&mut attempts, NOURA, 5);
        slips(&mut attempts, Who::Unknown, 5);
        assert_eq!(
            (attempts.wait(SAAD, seconds(0)), attempts.wait(Who::Unknown, seconds(0))),
            (seconds(0), seconds(30))
        );
        attempts.begin(Moment::from_micros(0), SAAD, [7; 32], seconds(0)).unwrap();
        attempts.succeeded(SAAD, [7; 32]).unwrap();
        assert_eq!(loaded(&folder).wait(NOURA, seconds(0)), seconds(30), "another's right password frees nobody");
    }

    #[test]
    fn many_slips_in_all_leave_fewer_to_those_who_have_slipped_and_none_to_nobody_else() {
        let (_scratch, folder) = scratch();
        let mut attempts = loaded(&folder);
        for person in 0..17 {
            slips(&mut attempts, Who::Person([100 + person; 32]), if person < 16 { 3 } else { 2 });
        }
        let slipped = Who::Person([100; 32]);
        assert_eq!(attempts.wait(slipped, seconds(0)), seconds(60), "three of two");
        assert_eq!(attempts.wait(SAAD, seconds(0)), Duration::ZERO);
    }

    #[test]
    fn failed_attempts_are_kept_until_the_audit_trail_has_them() {
        let (_scratch, folder) = scratch();
        let mut attempts = loaded(&folder);
        attempts.begin(Moment::from_micros(1), NOURA, TAG, seconds(0)).unwrap();
        attempts.begin(Moment::from_micros(2), NOURA, TAG, seconds(0)).unwrap();
        attempts.succeeded(NOURA, TAG).unwrap();
        let failing = attempts.take_pending(|_, _| Err(kernel::Failure::broken("the disk was full")));
        assert!(failing.is_err());
        let mut attempts = loaded(&folder);
        let mut taken = Vec::new();
        attempts
            .take_pending(|attempts, forgotten| {
                taken.extend_from_slice(attempts);
                assert_eq!(forgotten, 0);
                Ok(())
            })
            .unwrap();
        assert_eq!(taken, [Attempt { at: Moment::from_micros(1), tag: TAG }], "the right password was no failure");
        loaded(&folder).take_pending(|_, _| panic!("they were handed over")).unwrap();
    }

    #[test]
    fn deleting_or_editing_a_file_of_counts_gains_nothing() {
        let (_scratch, folder) = scratch();
        slips(&mut loaded(&folder), NOURA, 5);
        let (main, twin) = (folder.login_attempts(), folder.login_attempts_twin());
        std::fs::remove_file(&main).unwrap();
        assert_eq!(loaded(&folder).wait(NOURA, seconds(0)), FIRST_WAIT, "deleted: the other is believed");
        std::fs::copy(&twin, &main).unwrap();
        let edited = std::fs::read_to_string(&main).unwrap().replace(r#"failed\":5"#, r#"failed\":0"#);
        assert_ne!(edited, std::fs::read_to_string(&main).unwrap());
        std::fs::write(&main, edited).unwrap();
        assert_eq!(loaded(&folder).wait(NOURA, seconds(0)), FIRST_WAIT, "edited: the other is believed");
        let open = format!(r#"{{"writing":{},"failed":0,"pending":[],"forgotten":0}}"#, u64::MAX);
        std::fs::write(&main, open).unwrap();
        assert_eq!(loaded(&folder).wait(NOURA, seconds(0)), FIRST_WAIT, "a text of before goes behind a sealed one");
        std::fs::write(&main, "{").unwrap();
        std::fs::write(&twin, "{").unwrap();
        assert_eq!(loaded(&folder).wait(SAAD, seconds(0)), FIRST_WAIT, "neither: everybody waits once");
    }

    #[test]
    fn the_one_count_of_a_program_of_before_holds_for_everybody_until_they_sign_in() {
        let (_scratch, folder) = scratch();
        std::fs::write(folder.login_attempts(), r#"{"failed":6,"pending":[],"forgotten":0}"#).unwrap();
        let mut attempts = loaded(&folder);
        assert_eq!(attempts.wait(NOURA, seconds(0)), seconds(60));
        attempts.begin(Moment::from_micros(0), NOURA, TAG, seconds(61)).unwrap();
        attempts.succeeded(NOURA, TAG).unwrap();
        assert_eq!(attempts.wait(NOURA, seconds(61)), Duration::ZERO);
    }
}
