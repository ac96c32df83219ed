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

/// The places in `others` of the backups whose time is over, now that `just_made` was made. Those a person asked for, and
/// those made before an upgrade or a restore, stay until a person removes them. The one just made is not among `others`
/// and has the first place of its kind, whatever the clock says: it holds what the office is now. Those a wrong clock
/// dated after tomorrow hold no place, and are not removed before their day has come.
pub fn over(others: &[(Moment, Kind)], just_made: Kind, now: Moment) -> Vec<usize> {
    let tomorrow = Day::in_riyadh(now).number() + 1;
    let mut over = Vec::new();
    for (kind, kept) in [(Kind::Daily, DAYS), (Kind::Weekly, WEEKS), (Kind::Monthly, MONTHS)] {
        let holds = |place: &usize| others[*place].1 == kind && Day::in_riyadh(others[*place].0).number() <= tomorrow;
        let mut of_kind: Vec<usize> = (0..others.len()).filter(holds).collect();
        of_kind.sort_by_key(|place| std::cmp::Reverse(others[*place].0));
        over.extend(of_kind.into_iter().skip(kept - usize::from(just_made == kind)));
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
                    let gone = over(&made, kind, at(day, hour));
                    gone.into_iter().rev().for_each(|place| drop(made.remove(place)));
                    made.push((at(day, hour), kind));
                }
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

    /// Goes by the clock for some days, one backup a day at most; gives what lies in the folder then.
    fn days(mut made: Vec<(Moment, Kind)>, days: std::ops::Range<i64>) -> Vec<(Moment, Kind)> {
        for day in days {
            let mut asked = 0;
            for minute in 0..30 {
                let now = Moment::from_micros(at(day, 9).micros() + minute * 60_000_000);
                if let Some(kind) = due(&made, now) {
                    let gone = over(&made, kind, now);
                    gone.into_iter().rev().for_each(|place| drop(made.remove(place)));
                    made.push((now, kind));
                    asked += 1;
                }
            }
            assert!(asked <= 1, "day {day} asked for {asked} backups");
        }
        made
    }

    #[test]
    fn a_clock_set_back_costs_neither_the_backup_just_made_nor_an_older_one() {
        let full = days(Vec::new(), 20_000..20_730);
        // An empty battery: the clock stands six years before.
        let back = days(full.clone(), 18_000..18_001);
        assert_eq!(back.len(), full.len() + 1, "the one just made stays, and nothing that is dated later goes for it");
        assert!(back.contains(&(at(18_000, 9), Kind::Monthly)));
        // The clock is right again: what was made under the wrong one is the oldest, and goes first.
        let right = days(back, 20_730..20_800);
        assert!(right.iter().all(|(at, _)| Day::in_riyadh(*at).number() > 20_000), "{right:?}");
    }

    #[test]
    fn clocks_in_the_future_keep_no_places() {
        let full = days(Vec::new(), 20_000..20_400);
        let wrong = days(full, 21_000..21_010);
        let right = days(wrong, 20_400..20_420);
        let daily = |from: i64, until: i64| {
            let within =
                |(made, kind): &&(Moment, Kind)| *kind == Kind::Daily && (at(from, 0)..at(until, 0)).contains(made);
            right.iter().filter(within).count()
        };
        assert_eq!(daily(20_400, 20_420), DAYS, "seven days of the right clock are kept");
    }
}
