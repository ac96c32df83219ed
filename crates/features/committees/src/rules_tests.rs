//! Quorum and votes, counted.

use crate::model::{MemberVote, VoteKind};
use crate::rules::{Tally, quorum, term, time};
use kernel::Day;

fn voter(present: bool, vote: Option<VoteKind>, chair: bool) -> MemberVote {
    MemberVote { present, vote, chair }
}

#[test]
fn more_than_half_of_those_who_may_vote_must_be_there() {
    assert_eq!([1, 2, 3, 4, 5, 6, 7].map(|of| quorum(None, of)), [1, 2, 2, 3, 3, 4, 4]);
    assert_eq!(quorum(Some(5), 7), 5);
    assert_eq!(quorum(Some(5), 4), 4, "never more than there are");
    assert_eq!(quorum(None, 0), 1, "never nobody");
}

#[test]
fn who_steps_aside_is_counted_neither_among_those_who_may_vote_nor_among_those_present() {
    use VoteKind::{Against, For, Recused};
    let mut voters = vec![voter(true, Some(For), true), voter(true, Some(Recused), false)];
    voters.extend([voter(true, Some(For), false), voter(true, Some(Against), false), voter(true, None, false)]);
    voters.extend([voter(false, None, false), voter(false, None, false)]);
    let tally = Tally::of(None, &voters);
    assert_eq!((tally.eligible, tally.present, tally.quorum, tally.recused), (6, 4, 4, 1));
    assert!(tally.has_quorum());
    assert_eq!(tally.missing(), 1);
    assert!(tally.is_carried(), "at half, the chair decides");
    let gone: Vec<MemberVote> =
        voters.iter().map(|one| MemberVote { present: one.present && one.vote.is_some(), ..*one }).collect();
    assert!(!Tally::of(None, &gone).has_quorum(), "three of six are fewer than four");
}

#[test]
fn at_half_the_chair_decides_and_without_votes_nothing_is_carried() {
    use VoteKind::{Abstain, Against, For};
    let of = |chair: VoteKind, other: VoteKind| {
        Tally::of(None, &[voter(true, Some(chair), true), voter(true, Some(other), false)])
    };
    assert!(of(For, Against).is_carried());
    assert!(!of(Against, For).is_carried());
    assert!(!of(Abstain, For).is_carried());
    assert!(!Tally::of(None, &[voter(true, None, true), voter(true, None, false)]).is_carried());
    assert!(!Tally::of(None, &[]).is_carried());
}

#[test]
fn a_time_of_day_is_read_in_either_digits_and_nothing_else_is() {
    assert_eq!(time("9:5").unwrap(), "09:05");
    assert_eq!(time("١٠:٣٠").unwrap(), "10:30");
    for wrong in ["", "10", "24:00", "10:60", "-1:10", "10:30:00", "ten:30"] {
        assert!(time(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_term_is_four_years_at_most() {
    let day = |year: i32| Day::from_ymd(year, 1, 1).unwrap();
    assert!(term(day(2026), day(2030)).is_ok());
    assert!(term(day(2026), day(2031)).is_err());
    assert!(term(day(2026), day(2025)).is_err());
}
