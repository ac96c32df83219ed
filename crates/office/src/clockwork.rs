//! What the office does by the clock, while somebody is signed in.

use crate::office::{Office, guard};
use kernel::Day;

impl Office {
    /// What is due by the clock; hosts call it once a minute. A failure is kept for the person who looks after backups:
    /// the task list tells of old backups.
    pub fn tick(&self) {
        if let Err(failure) = crate::backups::due(self) {
            eprintln!("sharaka: the backup that was due could not be made: {failure}");
        }
        self.daily_jobs();
        self.forget_files();
        self.shut_if_nobody();
    }

    /// Runs each daily job that was not done today; one that fails is tried again the next minute.
    fn daily_jobs(&self) {
        let Ok(unlocked) = self.unlocked() else { return };
        let today = Day::in_riyadh(self.now());
        let mut done = guard(&self.jobs_done);
        for job in self.features().all().flat_map(|feature| feature.jobs) {
            if done.get(job.name) == Some(&today) {
                continue;
            }
            match unlocked.db.write(|db| (job.run)(db, today)) {
                Ok(()) => drop(done.insert(job.name, today)),
                Err(failure) => eprintln!("sharaka: {} could not be done: {failure}", job.name),
            }
        }
    }
}
