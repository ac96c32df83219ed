//! What the office does by the clock, while somebody is signed in.

use crate::office::{Office, guard};
use kernel::Day;
use std::time::Duration;

/// How long after a failure a backup is tried again.
const AGAIN: Duration = Duration::from_secs(3_600);
/// What the office itself does once a day.
const LOOK_OVER: &str = "integrity.whole";

impl Office {
    /// What is due by the clock; hosts call it once a minute. A failure is kept for the person who looks after backups:
    /// the task list tells of old backups.
    pub fn tick(&self) {
        // Nothing is dated by a clock that is asked about.
        let doubted =
            self.unlocked().and_then(|unlocked| self.clock_doubt(&unlocked)).is_ok_and(|doubt| doubt.is_some());
        if !doubted {
            self.make_backup();
            self.daily_jobs();
            self.tell_repeats(false);
        }
        self.forget_files();
        self.shut_if_nobody();
    }

    /// The backup that is due. One that failed is tried again after an hour: a full disk is no fuller for being asked.
    fn make_backup(&self) {
        let elapsed = self.options.clock.elapsed();
        let mut failed_at = guard(&self.backup_failed_at);
        if failed_at.is_some_and(|at| elapsed.saturating_sub(at) < AGAIN) {
            return;
        }
        *failed_at = match crate::backups::due(self) {
            Ok(()) => None,
            Err(failure) => {
                eprintln!("sharaka: the backup that was due could not be made: {failure}");
                Some(elapsed)
            }
        };
    }

    /// Runs each daily job that was not done today; one that fails is tried again the next minute.
    fn daily_jobs(&self) {
        let Ok(unlocked) = self.unlocked() else { return };
        let now = self.now();
        let today = Day::in_riyadh(now);
        let mut done = guard(&self.jobs_done);
        if done.insert(LOOK_OVER, today) != Some(today) {
            self.look_over_daily();
        }
        for job in self.features().all().flat_map(|feature| feature.jobs) {
            if done.get(job.name) == Some(&today) {
                continue;
            }
            match unlocked.db.write(|db| (job.run)(db, now)) {
                Ok(()) => drop(done.insert(job.name, today)),
                Err(failure) => eprintln!("sharaka: {} could not be done: {failure}", job.name),
            }
        }
    }
}
