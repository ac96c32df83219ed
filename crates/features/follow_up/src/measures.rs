//! Visits in time (K8) and promises kept (K9), as the association counts them. Pure.

use crate::model::MeasuredShare;
use kernel::{Day, Result};

/// Whether a visit counts by the end of a period, and was in time: done by `until`, and at most `tolerance` days after the
/// planned one. Left out is one that was not done by then and may still come in time; nothing after `until` is used.
///
/// # Errors
/// A day beyond the calendar.
pub fn in_time(planned: Day, done: Option<Day>, until: Day, tolerance: i32) -> Result<Option<bool>> {
    let last = planned.plus_days(tolerance)?;
    Ok(match done.filter(|done| *done <= until) {
        Some(done) => Some(done <= last),
        None if last >= until => None,
        None => Some(false),
    })
}

/// Whether a promise that fell due was kept by the end of a day: met on its day or before. One that was excused, or is
/// still open on its last day, does not apply.
pub fn promise_kept(due: Day, met_on: Option<Day>, excused: bool, until: Day) -> Option<bool> {
    match met_on.filter(|met| *met <= until) {
        Some(met) => Some(met <= due),
        None if excused || due >= until => None,
        None => Some(false),
    }
}

/// How many of those that apply hold.
pub fn share(rows: impl IntoIterator<Item = Option<bool>>) -> MeasuredShare {
    let (mut n, mut of) = (0_i64, 0_i64);
    for holds in rows.into_iter().flatten() {
        of += 1;
        n += i64::from(holds);
    }
    // Rounded to the nearest, halves up.
    MeasuredShare { n, of, percent: (of > 0).then(|| (n * 200 + of) / (of * 2)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// K8 of the casework vectors: three days of tolerance; what may still come in time is not counted yet.
    #[test]
    fn visits_in_time_are_counted_as_the_vectors_say() {
        let rows = [
            ("سارة", "2026-11-02", Some("2026-11-05")),
            ("سارة", "2026-11-02", Some("2026-11-06")),
            ("سارة", "2026-11-10", None),
            ("منى", "2026-11-18", None),
            ("منى", "2026-11-17", None),
            ("منى", "2026-11-20", Some("2026-11-19")),
            ("منى", "2026-11-16", Some("2026-11-22")),
        ];
        let of = |who: Option<&str>| {
            share(
                rows.iter()
                    .filter(|row| who.is_none_or(|who| row.0 == who))
                    .map(|(_, planned, done)| in_time(day(planned), done.map(day), day("2026-11-21"), 3).unwrap()),
            )
        };
        assert_eq!(of(None), MeasuredShare { n: 2, of: 6, percent: Some(33) });
        assert_eq!(of(Some("سارة")), MeasuredShare { n: 1, of: 3, percent: Some(33) });
        assert_eq!(of(Some("منى")), MeasuredShare { n: 1, of: 3, percent: Some(33) });
    }

    /// K9 and K9b: kept in either direction; what does not apply is not counted.
    #[test]
    fn promises_are_counted_as_the_vectors_say() {
        let beneficiary = share([Some(true), Some(true), Some(false), Some(true)]);
        let association = share([Some(false), None, Some(true), None]);
        assert_eq!((beneficiary.n, beneficiary.of, beneficiary.percent), (3, 4, Some(75)));
        assert_eq!((association.n, association.of, association.percent), (1, 2, Some(50)));
        assert_eq!(share([None]), MeasuredShare::default());
    }

    #[test]
    fn a_promise_is_kept_on_its_day_and_late_afterwards() {
        let kept =
            |met: Option<&str>, excused| promise_kept(day("2026-11-10"), met.map(day), excused, day("2026-11-21"));
        assert_eq!(kept(Some("2026-11-10"), false), Some(true));
        assert_eq!(kept(Some("2026-11-11"), false), Some(false));
        assert_eq!(kept(None, false), Some(false));
        assert_eq!(kept(None, true), None);
        assert_eq!(kept(Some("2026-11-22"), false), Some(false), "nothing after the period is used");
        assert_eq!(promise_kept(day("2026-11-21"), None, false, day("2026-11-21")), None, "its day is not over");
    }
}
