//! Weekends and holidays: how a nominal day becomes the day something is due.

use crate::dates::Series;
use kernel::{Day, Result};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    Sun,
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
}

impl Weekday {
    pub const ALL: [Self; 7] = [Self::Sun, Self::Mon, Self::Tue, Self::Wed, Self::Thu, Self::Fri, Self::Sat];

    pub fn of(day: Day) -> Self {
        // 1970-01-01, day zero, was a Thursday.
        let index = usize::try_from((day.number() + 4).rem_euclid(7)).unwrap_or_default();
        Self::ALL[index]
    }
}

/// What a weekend does to a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum NonWorkingDay {
    #[default]
    NextWorkingDay,
    PreviousWorkingDay,
    SameDay,
}

/// What a holiday does to a day that lies in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum HolidayRule {
    #[default]
    NextWorkingDay,
    PreviousWorkingDay,
    /// The next nominal day of the plan after the holiday; two rows may then fall on one day.
    NextInstalment,
    /// The holiday names the day to pay.
    Fixed(Day),
    /// This row and all later ones move by whole periods: a deferral over Ramadan, for one.
    Moratorium,
    /// The holiday is as if it were not there; a weekend still counts.
    SameDay,
}

/// A range of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
pub struct Holiday {
    pub from: Day,
    pub to: Day,
    #[serde(default)]
    pub rule: HolidayRule,
}

/// The days on which nothing falls due. Empty unless a loan is given some.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct WorkCalendar {
    pub weekend: Vec<Weekday>,
    pub on_non_working_day: NonWorkingDay,
    /// The first that matches a day decides.
    pub holidays: Vec<Holiday>,
}

/// Where a row came to lie: how many periods a moratorium moved it, its nominal day after that, and its due day. Once a
/// moratorium has caught it, the rest of its way goes forward only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Settled {
    pub(crate) moved: i32,
    pub(crate) nominal: Day,
    pub(crate) due: Day,
    forward_only: bool,
}

impl WorkCalendar {
    /// Whether a working day exists at all, so that moving on comes to an end.
    pub(crate) fn leaves_a_working_day(&self) -> bool {
        self.on_non_working_day == NonWorkingDay::SameDay
            || Weekday::ALL.iter().any(|weekday| !self.weekend.contains(weekday))
    }

    /// Moves a nominal day by weekends and holidays until none applies any more. `nominal_after` gives the row's
    /// nominal day so many periods on; `series` is the plan's own, for the next instalment's day.
    ///
    /// Rules that send a day back and forth for ever (a weekend goes back into a holiday that goes on into the weekend)
    /// have no end to wait for; the row is then due on the first working day from its nominal day on.
    ///
    /// # Errors
    /// Refused where the calendar ends.
    pub(crate) fn settle(&self, series: &Series, nominal_after: impl Fn(i32) -> Result<Day>) -> Result<Settled> {
        let nominal = nominal_after(0)?;
        let mut settled = Settled { moved: 0, nominal, due: nominal, forward_only: false };
        let mut seen: Vec<Settled> = Vec::new();
        loop {
            let next = self.step(series, settled, &nominal_after)?;
            if next == settled {
                return Ok(settled);
            }
            if seen.contains(&next) {
                return Ok(Settled { due: self.first_working_day_from(next.nominal)?, ..next });
            }
            seen.push(next);
            settled = next;
        }
    }

    /// One turn: what the holiday of the due day does, or else the weekend. Unchanged when neither applies.
    fn step(&self, series: &Series, at: Settled, nominal_after: &impl Fn(i32) -> Result<Day>) -> Result<Settled> {
        let Some(holiday) = self.holiday_on(at.due) else {
            return Ok(Settled { due: self.past_the_weekend(at.due, at.forward_only)?, ..at });
        };
        let due = match holiday.rule {
            HolidayRule::NextWorkingDay => holiday.to.plus_days(1)?,
            HolidayRule::PreviousWorkingDay if at.forward_only => holiday.to.plus_days(1)?,
            HolidayRule::PreviousWorkingDay => holiday.from.plus_days(-1)?,
            HolidayRule::NextInstalment => series.nominal(series.first_step_after(holiday.to.max(at.nominal))?)?,
            HolidayRule::Fixed(day) if at.forward_only && day < at.due => holiday.to.plus_days(1)?,
            HolidayRule::Fixed(day) => day,
            HolidayRule::SameDay => at.due,
            HolidayRule::Moratorium => {
                let Settled { mut moved, mut nominal, .. } = at;
                while nominal <= holiday.to {
                    moved += 1;
                    nominal = nominal_after(moved)?;
                }
                return Ok(Settled { moved, nominal, due: nominal, forward_only: true });
            }
        };
        Ok(Settled { due, ..at })
    }

    /// One day on or back from a weekend, by the rule, or on where only forward is left; any other day stays.
    fn past_the_weekend(&self, day: Day, forward_only: bool) -> Result<Day> {
        if !self.weekend.contains(&Weekday::of(day)) {
            return Ok(day);
        }
        match self.on_non_working_day {
            NonWorkingDay::NextWorkingDay => day.plus_days(1),
            NonWorkingDay::PreviousWorkingDay if forward_only => day.plus_days(1),
            NonWorkingDay::PreviousWorkingDay => day.plus_days(-1),
            NonWorkingDay::SameDay => Ok(day),
        }
    }

    /// The first holiday of the list that lies on a day and does something.
    fn holiday_on(&self, day: Day) -> Option<&Holiday> {
        let lies_in = |holiday: &&Holiday| holiday.from <= day && day <= holiday.to;
        self.holidays.iter().filter(|holiday| holiday.rule != HolidayRule::SameDay).find(lies_in)
    }

    fn first_working_day_from(&self, mut day: Day) -> Result<Day> {
        let weekend_counts = self.on_non_working_day != NonWorkingDay::SameDay;
        loop {
            if let Some(holiday) = self.holiday_on(day) {
                day = holiday.to.plus_days(1)?;
            } else if weekend_counts && self.weekend.contains(&Weekday::of(day)) {
                day = day.plus_days(1)?;
            } else {
                return Ok(day);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::Period;
    use std::num::NonZeroU16;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn holiday(from: &str, to: &str, rule: HolidayRule) -> Holiday {
        Holiday { from: day(from), to: day(to), rule }
    }

    /// 2025-03-06 is a Thursday.
    fn due(calendar: &WorkCalendar, nominal: &str) -> Settled {
        let series = Series::plain(day(nominal), Period::Months(NonZeroU16::MIN));
        calendar.settle(&series, |moved| series.nominal(moved)).unwrap()
    }

    fn calendar(on_non_working_day: NonWorkingDay, holidays: &[Holiday]) -> WorkCalendar {
        WorkCalendar { weekend: vec![Weekday::Fri, Weekday::Sat], on_non_working_day, holidays: holidays.to_vec() }
    }

    #[test]
    fn weekdays_follow_the_calendar() {
        assert_eq!(Weekday::of(day("1970-01-01")), Weekday::Thu);
        assert_eq!(Weekday::of(day("2026-11-21")), Weekday::Sat);
        assert_eq!(Weekday::of(day("1969-12-31")), Weekday::Wed);
    }

    #[test]
    fn a_holiday_that_ends_before_the_weekend_goes_on_through_it() {
        let eid = holiday("2025-03-02", "2025-03-06", HolidayRule::NextWorkingDay);
        let settled = due(&calendar(NonWorkingDay::NextWorkingDay, &[eid]), "2025-03-04");
        assert_eq!(settled.due, day("2025-03-09"), "Thursday is the last day of it, then Friday and Saturday");
    }

    #[test]
    fn a_holiday_that_changes_nothing_hides_none_behind_it() {
        let holidays = [
            holiday("2025-03-02", "2025-03-06", HolidayRule::SameDay),
            holiday("2025-03-04", "2025-03-04", HolidayRule::PreviousWorkingDay),
        ];
        assert_eq!(due(&calendar(NonWorkingDay::NextWorkingDay, &holidays), "2025-03-04").due, day("2025-03-03"));
    }

    #[test]
    fn rules_that_send_a_day_in_circles_end_on_a_working_day() {
        let thursday = holiday("2025-03-06", "2025-03-06", HolidayRule::NextWorkingDay);
        let settled = due(&calendar(NonWorkingDay::PreviousWorkingDay, &[thursday]), "2025-03-07");
        assert_eq!(settled.due, day("2025-03-09"), "Friday goes back to Thursday, Thursday on to Friday");

        let moratorium = holiday("2025-03-06", "2025-03-06", HolidayRule::Moratorium);
        let settled = due(&calendar(NonWorkingDay::PreviousWorkingDay, &[moratorium]), "2025-03-08");
        assert_eq!((settled.moved, settled.due), (0, day("2025-03-09")), "the nominal day lies after it already");
    }

    #[test]
    fn a_named_day_inside_its_own_holiday_stays_there() {
        let named = holiday("2025-03-02", "2025-03-05", HolidayRule::Fixed(day("2025-03-05")));
        assert_eq!(due(&calendar(NonWorkingDay::NextWorkingDay, &[named]), "2025-03-03").due, day("2025-03-05"));
    }

    #[test]
    fn a_moratorium_moves_by_whole_periods_and_then_by_the_weekend() {
        let ramadan = holiday("2025-03-01", "2025-03-29", HolidayRule::Moratorium);
        let settled = due(&calendar(NonWorkingDay::NextWorkingDay, &[ramadan]), "2025-03-05");
        assert_eq!((settled.moved, settled.nominal, settled.due), (1, day("2025-04-05"), day("2025-04-06")));
    }
}
