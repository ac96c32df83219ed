//! Whether the clock of this machine fits what the office knows of the past. A day that is written wrong stays wrong: so
//! somebody is asked before anything is dated.
//!
//! Behind: more than a day before the newest line or backup. Ahead: more than a month after both; an office that was closed
//! over a holiday is asked once. While the program runs, time that has gone by on the clock that only goes forward is no
//! doubt. What somebody confirmed is the past from then on, whatever lines and backups of a wrong clock say.

use super::model::ClockDoubt;
use crate::command::{Command, Kind, Need};
use crate::office::{Office, UnlockedOffice, guard};
use database::{audit_chain, backup, values};
use kernel::{Failure, Moment, Refusal, Result};
use serde::{Deserialize, Serialize};
use std::time::Duration;

kernel::refusals! {
    /// The clock does not fit the past of the office, and nobody has said yet that it is right.
    CLOCK_DOUBTED = "integrity.clock_doubted";
}

const DAY: i64 = 86_400_000_000;
/// Days without a line after which the clock is asked about.
const QUIET_DAYS: i64 = 31;

/// From where on lines and backups tell the time: what is older was said by a clock that somebody corrected since.
const TRUSTED: &str = "integrity.clock_trusted";
/// The newest moment that was known when the doubt arose, in microseconds; while it stands, new lines prove nothing.
const DOUBT: &str = "integrity.clock_doubt";

#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Trusted {
    seq: i64,
    micros: i64,
}

/// What is known of the clock while the file is open.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Watch {
    /// The newest moment that was known when the doubt arose that stands.
    doubt: Option<Moment>,
    /// What both clocks said when something was dated last.
    seen: Option<(Moment, Duration)>,
}

/// A doubt that stands: the newest moment known before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Doubt(Moment);

impl Doubt {
    /// What is doubtful about a clock that says `now`; nothing once it was corrected.
    pub(super) fn seen(self, now: Moment) -> Option<ClockDoubt> {
        (!fits(now, self.0, Duration::ZERO)).then_some(ClockDoubt { now, newest: self.0 })
    }
}

/// Whether a clock fits a past that ended at `newest`, `gone_by` ago.
fn fits(now: Moment, newest: Moment, gone_by: Duration) -> bool {
    let gone_by = i64::try_from(gone_by.as_micros()).unwrap_or(i64::MAX);
    let since = now.micros().saturating_sub(newest.micros());
    since >= -DAY && since <= gone_by.saturating_add(QUIET_DAYS * DAY)
}

/// The doubt that stands.
///
/// # Errors
/// What the database refuses.
pub(super) fn doubt(db: &database::Read<'_>) -> Result<Option<Doubt>> {
    Ok(db.setting(DOUBT)?.and_then(|micros| micros.parse().ok()).map(|micros| Doubt(Moment::from_micros(micros))))
}

fn trusted(db: &database::Read<'_>) -> Result<Trusted> {
    Ok(db.setting(TRUSTED)?.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// When the file is opened, before its first new line.
///
/// # Errors
/// What the database refuses.
pub(crate) fn look(office: &Office, unlocked: &UnlockedOffice) -> Result<()> {
    let now = office.now();
    let trusted = unlocked.db.read(trusted)?;
    let labels = backup::files(&office.lock).into_iter().filter_map(|path| backup::label(&path).ok());
    let newest_backup = labels.filter(|label| label.audit_seq > trusted.seq).map(|label| label.made_at).max();
    unlocked.db.write(|db| {
        let sql = "SELECT at FROM audit WHERE seq > $1 ORDER BY at DESC LIMIT 1";
        let newest_line: Option<Moment> = db.row(sql, values![trusted.seq], |row| row.get("at"))?;
        let confirmed = Some(Moment::from_micros(trusted.micros)).filter(|_| trusted.micros != 0);
        match doubt(db)? {
            Some(Doubt(newest)) if fits(now, newest, Duration::ZERO) => trust(db, now),
            Some(_) => Ok(()),
            None => match [newest_line, newest_backup, confirmed].into_iter().flatten().max() {
                Some(newest) if !fits(now, newest, Duration::ZERO) => arise(db, newest),
                _ => Ok(()),
            },
        }
    })?;
    let doubt = unlocked.db.read(doubt)?.map(|Doubt(newest)| newest);
    *guard(&office.clock_watch) = Watch { doubt, seen: Some((now, office.options.clock.elapsed())) };
    Ok(())
}

fn arise(db: &database::Write<'_>, newest: Moment) -> Result<()> {
    db.remember(DOUBT, Some(&newest.micros().to_string()))
}

/// The clock is right: what lies behind is the past.
fn trust(db: &database::Write<'_>, now: Moment) -> Result<()> {
    let trusted = Trusted { seq: audit_chain::head(db)?.seq, micros: now.micros() };
    db.remember(TRUSTED, Some(&serde_json::to_string(&trusted).map_err(Failure::broken)?))?;
    db.remember(DOUBT, None)
}

/// Somebody says that the clock is right.
///
/// # Errors
/// What the database refuses.
pub(super) fn confirm(office: &Office, db: &database::Write<'_>, now: Moment) -> Result<()> {
    *guard(&office.clock_watch) = Watch { doubt: None, seen: Some((now, office.options.clock.elapsed())) };
    trust(db, now)
}

/// Whether a command dates something.
fn dates(command: &Command) -> bool {
    match command.kind {
        Kind::Read | Kind::View => false,
        // What concerns nobody but the person is dated nowhere.
        Kind::Write => command.feature != "preferences",
        Kind::Print | Kind::Export => true,
        Kind::System => {
            matches!(command.need, Need::Permission(_)) && command.touches && command.name != "integrity.confirm_clock"
        }
    }
}

impl Office {
    /// Before a command dates anything.
    ///
    /// # Errors
    /// [`CLOCK_DOUBTED`], with what the clock says and the newest moment known, in microseconds.
    pub(crate) fn require_clock(&self, command: &Command) -> Result<()> {
        let Ok(unlocked) = self.unlocked() else { return Ok(()) };
        if !dates(command) {
            return Ok(());
        }
        match self.clock_doubt(&unlocked)? {
            None => Ok(()),
            Some(doubt) => Err(Refusal::new(CLOCK_DOUBTED)
                .with("now", doubt.now.micros())
                .with("newest", doubt.newest.micros())
                .into()),
        }
    }

    /// What is doubtful about the clock now: what was when the file was opened, or what became so since.
    pub(crate) fn clock_doubt(&self, unlocked: &UnlockedOffice) -> Result<Option<ClockDoubt>> {
        let (now, elapsed) = (self.now(), self.options.clock.elapsed());
        let mut watch = guard(&self.clock_watch);
        if let Some(newest) = watch.doubt {
            if !fits(now, newest, Duration::ZERO) {
                return Ok(Some(ClockDoubt { now, newest }));
            }
            unlocked.db.write(|db| trust(db, now))?;
        } else if let Some((seen, at)) = watch.seen
            && !fits(now, seen, elapsed.saturating_sub(at))
        {
            unlocked.db.write(|db| arise(db, seen))?;
            watch.doubt = Some(seen);
            return Ok(Some(ClockDoubt { now, newest: seen }));
        }
        *watch = Watch { doubt: None, seen: Some((now, elapsed)) };
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_behind_and_a_month_ahead_are_doubtful_and_time_that_went_by_is_not() {
        let newest = Moment::from_micros(1_795_000_000_000_000);
        let at = |micros: i64| Moment::from_micros(newest.micros() + micros);
        let stood = |micros: i64| fits(at(micros), newest, Duration::ZERO);
        assert!(stood(0) && stood(-DAY) && stood(QUIET_DAYS * DAY));
        assert!(!stood(-DAY - 1) && !stood(QUIET_DAYS * DAY + 1));
        let year = 365 * DAY;
        assert!(fits(at(year), newest, Duration::from_micros(year as u64)), "the program ran all the while");
        assert!(!fits(at(-2 * DAY), newest, Duration::from_micros(year as u64)));
    }
}
