//! The clock of the office. Only hosts read the machine's; tests set their own.

use kernel::Moment;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Two readings: the wall clock, which people may change, and a clock that only goes forward.
pub trait Clock: Send + Sync {
    fn now(&self) -> Moment;
    /// Time since an unnamed start; never goes back and does not notice a changed wall clock.
    fn elapsed(&self) -> Duration;
}

/// The machine's clocks.
pub struct MachineClock {
    start: Instant,
}

impl Default for MachineClock {
    fn default() -> Self {
        Self { start: Instant::now() }
    }
}

impl Clock for MachineClock {
    fn now(&self) -> Moment {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Moment::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
    }

    fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }
}

/// A clock that stands still until it is moved, for tests and demonstrations.
pub struct SetClock {
    now: AtomicI64,
    elapsed: AtomicI64,
}

impl SetClock {
    pub fn at(now: Moment) -> Self {
        Self { now: AtomicI64::new(now.micros()), elapsed: AtomicI64::new(0) }
    }

    /// Lets time go by on both clocks.
    pub fn pass(&self, duration: Duration) {
        let micros = i64::try_from(duration.as_micros()).unwrap_or(i64::MAX);
        self.now.fetch_add(micros, Ordering::Relaxed);
        self.elapsed.fetch_add(micros, Ordering::Relaxed);
    }

    /// Sets the wall clock, as a person may do; the other clock does not notice.
    pub fn set(&self, now: Moment) {
        self.now.store(now.micros(), Ordering::Relaxed);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Moment {
        Moment::from_micros(self.now.load(Ordering::Relaxed))
    }

    fn elapsed(&self) -> Duration {
        Duration::from_micros(u64::try_from(self.elapsed.load(Ordering::Relaxed)).unwrap_or(0))
    }
}
