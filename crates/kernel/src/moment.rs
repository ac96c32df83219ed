//! An instant: microseconds of UTC since 1970.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Saudi Arabia keeps UTC+3 all year round (no summer time), so the civil day of an instant needs no time-zone table.
const RIYADH_MICROS: i64 = 3 * 3_600 * 1_000_000;
const DAY_MICROS: i64 = 86_400 * 1_000_000;

/// Microseconds of UTC since 1970-01-01T00:00:00Z. The clock is handed in by the host; nothing here reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Moment(i64);

impl Moment {
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Midnight in Riyadh at the beginning of a day, given as days since 1970-01-01.
    pub const fn start_of_riyadh_day(day_number: i64) -> Self {
        Self(day_number.saturating_mul(DAY_MICROS).saturating_sub(RIYADH_MICROS))
    }

    /// Days since 1970-01-01 of the civil day in Riyadh.
    pub const fn riyadh_day_number(self) -> i64 {
        self.0.saturating_add(RIYADH_MICROS).div_euclid(DAY_MICROS)
    }

    /// Microseconds since midnight in Riyadh.
    pub const fn riyadh_micros_of_day(self) -> i64 {
        self.0.saturating_add(RIYADH_MICROS).rem_euclid(DAY_MICROS)
    }

    /// The instant that lies `duration` later, at most the last one that can be written.
    #[must_use]
    pub fn after(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_civil_day_begins_at_midnight_in_riyadh() {
        let before = Moment::from_micros(20 * 3_600 * 1_000_000 + 3_599 * 1_000_000);
        let after = Moment::from_micros(21 * 3_600 * 1_000_000);
        assert_eq!(before.riyadh_day_number(), 0, "23:59:59 of 1970-01-01 in Riyadh");
        assert_eq!(after.riyadh_day_number(), 1, "00:00 of the next day");
        assert_eq!(after.riyadh_micros_of_day(), 0);
    }
}
