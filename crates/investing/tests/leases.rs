//! The dues of leases, what of them is paid, and how amounts are cut, by the exact cases of the funds.

#![allow(clippy::unwrap_used)] // A case may stop at the first thing that is not as told.

use investing::{
    Happened, LeaseCalendar, LeaseTerms, Let, Owned, RentChange, Rents, by_percents, by_weights, let_on, occupancy,
    percent_of,
};
use kernel::{Day, Money};

fn day(text: &str) -> Day {
    let parts: Vec<u32> = text.split('-').map(|part| part.parse().unwrap()).collect();
    Day::from_ymd(i32::try_from(parts[0]).unwrap(), parts[1], parts[2]).unwrap()
}

fn money(halalas: i64) -> Money {
    Money::from_halalas(halalas).unwrap()
}

fn lease(start: &str, months: u32, annual: i64, pays: u32) -> LeaseTerms {
    LeaseTerms {
        start: day(start),
        months,
        annual: money(annual),
        pays,
        calendar: LeaseCalendar::Gregorian,
        changes: Vec::new(),
        ended: None,
    }
}

fn dues(terms: &LeaseTerms) -> Vec<(Day, i64)> {
    terms.schedule().unwrap().into_iter().map(|due| (due.day, due.amount.halalas())).collect()
}

fn told(rows: &[(&str, i64)]) -> Vec<(Day, i64)> {
    rows.iter().map(|(on, amount)| (day(on), *amount)).collect()
}

#[test]
fn a_year_that_does_not_divide_gives_the_odd_halalas_to_the_first() {
    let amounts: Vec<i64> =
        dues(&lease("2026-01-01", 12, 2_000_000, 12)).into_iter().map(|(_, amount)| amount).collect();
    assert_eq!(amounts, [[166_667; 8].as_slice(), &[166_666; 4]].concat());
}

#[test]
fn rent_is_due_in_advance_in_one_two_or_four_payments() {
    assert_eq!(dues(&lease("2026-02-15", 12, 2_400_000, 1)), told(&[("2026-02-15", 2_400_000)]));
    let twice = told(&[("2026-02-15", 1_200_001), ("2026-08-15", 1_200_000)]);
    assert_eq!(dues(&lease("2026-02-15", 12, 2_400_001, 2)), twice);
    let four =
        told(&[("2026-02-15", 600_000), ("2026-05-15", 600_000), ("2026-08-15", 600_000), ("2026-11-15", 600_000)]);
    assert_eq!(dues(&lease("2026-02-15", 12, 2_400_000, 4)), four);
}

#[test]
fn hijri_months_are_counted_from_the_first_day() {
    let hijri = LeaseTerms { calendar: LeaseCalendar::Hijri, ..lease("2026-06-16", 12, 1_200_000, 4) };
    let four =
        told(&[("2026-06-16", 300_000), ("2026-09-12", 300_000), ("2026-12-10", 300_000), ("2027-03-09", 300_000)]);
    assert_eq!(dues(&hijri), four);
    assert_eq!(hijri.last().unwrap(), day("2027-06-05"));
}

#[test]
fn the_end_of_a_month_is_clamped_and_comes_back() {
    let four = told(&[("2026-01-31", 10_000), ("2026-02-28", 10_000), ("2026-03-31", 10_000), ("2026-04-30", 10_000)]);
    assert_eq!(dues(&lease("2026-01-31", 4, 120_000, 12)), four);
    let hijri = LeaseTerms { calendar: LeaseCalendar::Hijri, ..lease("2026-05-17", 4, 120_000, 12) };
    let four = told(&[("2026-05-17", 10_000), ("2026-06-15", 10_000), ("2026-07-14", 10_000), ("2026-08-13", 10_000)]);
    assert_eq!(dues(&hijri), four);
}

#[test]
fn each_year_of_a_lease_is_cut_by_itself() {
    let amounts = |terms: &LeaseTerms| dues(terms).into_iter().map(|(_, amount)| amount).collect::<Vec<i64>>();
    let longer = lease("2026-01-01", 18, 1_000_001, 4);
    assert_eq!(amounts(&longer), [250_001, 250_000, 250_000, 250_000, 250_000, 250_000]);
    assert_eq!(amounts(&lease("2026-01-01", 7, 1_000_000, 4)), [250_000, 250_000, 83_333]);
}

#[test]
fn leases_of_one_unit_do_not_overlap_by_a_day() {
    let first = lease("2026-01-15", 12, 12_000, 12);
    for (start, months, shared) in
        [("2027-01-14", 12, true), ("2025-02-15", 12, true), ("2027-01-15", 12, false), ("2025-02-15", 11, false)]
    {
        assert_eq!(first.overlaps(&lease(start, months, 12_000, 12)).unwrap(), shared, "{start}");
    }
}

#[test]
fn a_new_rent_holds_from_a_due_as_if_it_had_always_been() {
    let terms = lease("2026-01-01", 12, 2_400_000, 4);
    let change = |from: &str| RentChange { from: day(from), annual: money(2_600_000) };
    assert!(terms.with_rent(change("2026-05-01")).is_err(), "nothing is due then");
    let anew = terms.with_rent(change("2026-07-01")).unwrap();
    let amounts: Vec<i64> = dues(&anew).into_iter().map(|(_, amount)| amount).collect();
    assert_eq!(amounts, [600_000, 600_000, 650_000, 650_000]);
    let ended = LeaseTerms { ended: Some(day("2026-05-10")), ..terms };
    assert_eq!(dues(&ended).len(), 2, "those before stay whole");
}

fn posted(no: u32, on: &str, amount: i64) -> Happened<u8> {
    Happened::Posted { no, day: day(on), amount: money(amount) }
}

fn paid(payment: u8, amount: i64) -> Happened<u8> {
    Happened::Paid { payment, amount: money(amount) }
}

fn stands(events: impl IntoIterator<Item = Happened<u8>>) -> (Vec<(u32, i64)>, i64) {
    let rents = Rents::replay(events).unwrap();
    let unpaid = rents.unpaid().unwrap().into_iter().map(|one| (one.no, one.left.halalas())).collect();
    (unpaid, rents.credit().unwrap().halalas())
}

#[test]
fn the_oldest_due_is_paid_first_and_money_ahead_waits() {
    let months = [posted(4, "2026-04-01", 200_000), posted(5, "2026-05-01", 200_000)];
    assert_eq!(stands(months.into_iter().chain([paid(1, 300_000)])), (vec![(5, 100_000)], 0));
    let ahead = [posted(1, "2026-01-01", 10_000), paid(1, 25_050), posted(2, "2026-02-01", 10_000)];
    assert_eq!(stands(ahead.clone()), (vec![], 5_050));
    let later = ahead.into_iter().chain([posted(3, "2026-03-01", 10_000)]);
    assert_eq!(stands(later), (vec![(3, 4_950)], 0));
}

#[test]
fn a_cheque_that_bounces_leaves_its_own_dues_unpaid() {
    let both = [posted(1, "2026-01-01", 600_000), paid(1, 600_000), posted(2, "2026-04-01", 600_000), paid(2, 600_000)];
    let undone = |payment| both.clone().into_iter().chain([Happened::TakenBack { payment }]);
    assert_eq!(stands(undone(2)), (vec![(2, 600_000)], 0));
    assert_eq!(stands(undone(1)), (vec![(1, 600_000)], 0), "the first, not the newest");
}

#[test]
fn a_lower_rent_gives_back_what_was_paid_too_much() {
    let before = [posted(1, "2026-01-01", 600_000), posted(2, "2026-04-01", 600_000), paid(1, 1_100_000)];
    let lower = [posted(1, "2026-01-01", -100_000), posted(2, "2026-04-01", -100_000)];
    let events = before.into_iter().chain(lower);
    assert_eq!(stands(events.clone()), (vec![], 100_000));
    assert_eq!(stands(events.chain([posted(2, "2026-04-01", 100_000)])), (vec![], 0));
}

#[test]
fn no_more_is_written_off_than_is_owed() {
    let owed = [posted(1, "2026-01-01", 10_000), paid(1, 1_000)];
    let off = |amount| Happened::WrittenOff { off: 9_u8, amount: money(amount) };
    assert_eq!(stands(owed.clone().into_iter().chain([off(9_000)])), (vec![], 0));
    assert!(Rents::replay(owed.into_iter().chain([off(9_001)])).is_err());
}

#[test]
fn an_amount_is_cut_by_the_largest_remainder() {
    let cut = |amount: i64, points: &[u32]| {
        let room = vec![None; points.len()];
        let found = by_percents(money(amount), points, &room).unwrap();
        (found.shares.iter().map(|one| one.halalas()).collect::<Vec<_>>(), found.rest.halalas())
    };
    assert_eq!(cut(10_001, &[3_333, 3_333, 3_334]), (vec![3_333, 3_333, 3_335], 0));
    assert_eq!(cut(1, &[5_000, 5_000]), (vec![1, 0], 0));
    assert_eq!(cut(3, &[2_000]), (vec![1], 2));
    assert_eq!(cut(2, &[2_000]), (vec![0], 2));
    assert_eq!(cut(5, &[5_000]), (vec![3], 2));
    assert_eq!(cut(10, &[1_250, 3_750, 5_000]), (vec![1, 4, 5], 0));
    assert_eq!(cut(-1, &[5_000, 5_000]), (vec![-1, 0], 0));
    assert_eq!(cut(900_000_000_000_000, &[3_333, 6_667]), (vec![299_970_000_000_000, 600_030_000_000_000], 0));
    assert!(by_percents(money(1), &[6_000, 4_001], &[]).is_err(), "above a hundred");
    assert!(by_weights(money(1), &[0, 0]).is_err());
    let weights = by_weights(money(1_000), &[3, 3, 1]).unwrap();
    assert_eq!(weights, [money(429), money(428), money(143)]);
    let room = [Some(money(1_500)), None, Some(Money::ZERO)];
    let capped = by_percents(money(10_001), &[3_333, 3_333, 3_334], &room).unwrap();
    assert_eq!((capped.shares, capped.rest), (vec![money(1_500), money(3_333), Money::ZERO], money(5_168)));
}

#[test]
fn occupancy_counts_a_unit_from_the_day_it_is_owned_until_it_is_sold() {
    let own = |unit: u8, from: &str, sold: Option<&str>| Owned { unit, from: day(from), sold: sold.map(day) };
    let owned = [
        own(1, "2026-01-01", None),
        own(2, "2026-01-01", None),
        own(3, "2026-01-01", None),
        own(4, "2026-03-01", None),
    ];
    let lets = [
        Let { unit: 1, first: day("2025-07-01"), last: day("2026-06-30") },
        Let { unit: 2, first: day("2026-02-01"), last: day("2027-01-31") },
    ];
    assert_eq!(let_on(&owned, &lets, day("2026-01-31")), (1, 3));
    assert_eq!(let_on(&owned, &lets, day("2026-03-01")), (2, 4));
    let quarter = occupancy(&owned, &lets, day("2026-01-01"), day("2026-03-31")).unwrap();
    assert_eq!(quarter.percent(), Some(4_950));
    let sold = [own(1, "2026-01-01", Some("2026-06-30"))];
    assert_eq!(let_on(&sold, &lets, day("2026-06-29")).1, 1);
    assert_eq!(let_on(&sold, &lets, day("2026-06-30")).1, 0);
    assert_eq!(percent_of(2_090_000, 29_000_000), Some(721));
    assert_eq!(percent_of(1, 0), None, "of nothing there is none");
}
