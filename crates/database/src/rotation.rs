//! Which backups are made by themselves, and which of them stay: seven days, five weeks, twelve months.
//!
//! Pure decisions: when backups were made goes in, what to do comes out.

use crate::backup::Kind;
use kernel::{Moment, day::Day};

/// How many of each kind stay.
pub const DAYS: usize = 7;
pub const WEEKS: usize = 5;
pub const MONTHS: usize = 12;

/// The backup that is due, if one is: the first of a month counts for the month, the first of a week (which begins on
/// Sunday) for the week, any other first of a day for the day.
pub fn due(made: &[(Moment, Kind)], now: Moment) -> Option<Kind> {
    let today = Day::in_riyadh(now);
    let days = |kinds: &[Kind]| {
        made.iter().filter(|(_, kind)| kinds.contains(kind)).map(|(at, _)| Day::in_riyadh(*at)).collect::<Vec<_>>()
    };
    if !days(&[Kind::Monthly]).iter().any(|day| month(*day) == month(today)) {
        Some(Kind::Monthly)
    } else if !days(&[Kind::Monthly, Kind::Weekly]).iter().any(|day| week(*day) == week(today)) {
        Some(Kind::Weekly)
    } else if !days(&[Kind::Monthly, Kind::Weekly, Kind::Daily]).contains(&today) {
        Some(Kind::Daily)
    } else {
        None
    }
}

/// The places in `made` of the backups whose time is over. Those a person asked for, and those made before an upgrade
/// or a restore, stay until a person removes them.
pub fn over(made: &[(Moment, Kind)]) -> Vec<usize> {
    let mut over = Vec::new();
    for (kind, kept) in [(Kind::Daily, DAYS), (Kind::Weekly, WEEKS), (Kind::Monthly, MONTHS)] {
        let mut of_kind: Vec<usize> = (0..made.len()).filter(|place| made[*place].1 == kind).collect();
        of_kind.sort_by_key(|place| std::cmp::Reverse(made[*place].0));
        over.extend(of_kind.into_iter().skip(kept));
    }
    over.sort_unstable();
    over
}

fn month(day: Day) -> (i32, u32) {
    (day.year(), day.month())
}

/// The number of a week that begins on Sunday; 1970-01-01 was a Thursday.
fn week(day: Day) -> i32 {
    (day.number() + 4).div_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64, hour: i64) -> Moment {
        Moment::from_micros((day * 24 + hour) * 3_600 * 1_000_000)
    }

    #[test]
    fn two_years_of_days_leave_seven_days_five_weeks_and_twelve_months() {
        let mut made: Vec<(Moment, Kind)> = vec![(at(20_000, 9), Kind::Manual), (at(20_001, 9), Kind::BeforeRestore)];
        for day in 20_000..20_730 {
            for hour in [6, 15] {
                if let Some(kind) = due(&made, at(day, hour)) {
                    assert_eq!(hour, 6, "one backup a day is enough");
                    made.push((at(day, hour), kind));
                }
            }
            for place in over(&made).into_iter().rev() {
                made.remove(place);
            }
        }
        let count = |wanted: Kind| made.iter().filter(|(_, kind)| *kind == wanted).count();
        assert_eq!((count(Kind::Daily), count(Kind::Weekly), count(Kind::Monthly)), (7, 5, 12));
        assert_eq!((count(Kind::Manual), count(Kind::BeforeRestore)), (1, 1), "a person's own backups stay");
        let newest = made.iter().map(|(at, _)| *at).max();
        assert_eq!(newest, Some(at(20_729, 6)));
    }

    #[test]
    fn the_day_of_riyadh_counts() {
        // 20:59 UTC is still the same day in Riyadh, 21:00 UTC is the next.
        let made = [(at(20_003, 6), Kind::Monthly), (at(20_003, 6), Kind::Weekly), (at(20_003, 6), Kind::Daily)];
        assert_eq!(due(&made, at(20_003, 20)), None);
        assert!(due(&made, at(20_003, 21)).is_some());
    }
}
