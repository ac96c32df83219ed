//! Which days are working days.

use kernel::{Day, Refusal, Result, require};
use lending::Weekday;
use lending::refusals::{CALENDAR_WITHOUT_WORKING_DAY, HOLIDAY_BACKWARDS};
use serde::{Deserialize, Serialize};

/// A run of days without work, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
pub struct DaysOff {
    pub from: Day,
    pub to: Day,
}

/// All days but the weekend and the days off.
#[derive(Debug, Clone, Copy)]
pub struct WorkingDays<'a> {
    weekend: &'a [Weekday],
    days_off: &'a [DaysOff],
}

impl<'a> WorkingDays<'a> {
    /// # Errors
    /// Refused when every day of the week is a weekend, or days off end before they begin.
    pub fn new(weekend: &'a [Weekday], days_off: &'a [DaysOff]) -> Result<Self> {
        let some_day = Weekday::ALL.iter().any(|weekday| !weekend.contains(weekday));
        require(some_day, Refusal::new(CALENDAR_WITHOUT_WORKING_DAY).at("weekend"))?;
        for DaysOff { from, to } in days_off {
            require(from <= to, Refusal::new(HOLIDAY_BACKWARDS).with("from", from).with("to", to).at("holidays"))?;
        }
        Ok(Self { weekend, days_off })
    }

    pub fn contains(&self, day: Day) -> bool {
        self.day_off(day).is_none() && !self.weekend.contains(&Weekday::of(day))
    }

    fn day_off(&self, day: Day) -> Option<&DaysOff> {
        self.days_off.iter().find(|days| days.from <= day && day <= days.to)
    }

    /// The day itself if it is a working day, else the next one that is.
    ///
    /// # Errors
    /// Refused where the calendar ends.
    pub fn first_from(&self, mut day: Day) -> Result<Day> {
        loop {
            if let Some(days) = self.day_off(day) {
                day = days.to.plus_days(1)?;
            } else if self.contains(day) {
                return Ok(day);
            } else {
                day = day.plus_days(1)?;
            }
        }
    }

    /// The first working day after a day.
    ///
    /// # Errors
    /// Refused where the calendar ends.
    pub fn next_after(&self, day: Day) -> Result<Day> {
        self.first_from(day.plus_days(1)?)
    }

    /// The working days after `from`, up to and with `to`, in order.
    pub fn between(&self, from: Day, to: Day) -> impl Iterator<Item = Day> + '_ {
        let days = (from.number().saturating_add(1)..=to.number()).filter_map(|number| Day::from_number(number).ok());
        days.filter(|day| self.contains(*day))
    }
}
