//! The present is read from tables and the past is replayed: on any day both must say the same.

use super::periods::Periods;
use super::{past, present};
use collection::raw::{DueState, Part, PortfolioLine, late_lines, portfolio_lines};
use database::{Database, values};
use kernel::id::{FundId, LoanId, PartyId, PersonId, ProductId, ProjectId};
use kernel::{Day, Moment, Money, Result};
use lending::{Advance, Event, EventKind, Period, Place, Share, Terms};
use loans::{LoanPhase, LoanReplay, raw};
use office::association::Calendar;
use office::context::{Read, Who, Write};
use office::permission::Role;
use std::num::NonZeroU16;

/// Numbers that come again with the same seed (xorshift64*).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: i64) -> i64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        i64::try_from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33).unwrap() % limit
    }

    fn riyals(&mut self, limit: i64) -> Money {
        Money::from_riyals(1 + self.below(limit)).unwrap()
    }
}

fn id(kind: u8, number: usize) -> [u8; 16] {
    let mut id = [kind; 16];
    id[8..].copy_from_slice(&(number as u64).to_be_bytes());
    id
}

fn who() -> Who {
    Who { id: PersonId::from_bytes([1; 16]), name: "منى".into(), login: "mona".into(), role: Role::Supervisor }
}

fn day(number: i64) -> Day {
    "2024-01-01".parse::<Day>().unwrap().plus_days(i32::try_from(number).unwrap()).unwrap()
}

/// A loan as it was decided, and all that ever happens to it.
struct Story {
    fund: FundId,
    replay: LoanReplay,
}

/// Days from the first over which the stories go.
const DAYS: i64 = 900;

fn story(dice: &mut Dice, number: usize) -> Story {
    let start = dice.below(DAYS - 300);
    let riyals = 1_000 + dice.below(30_000);
    let amount = Money::from_riyals(riyals).unwrap();
    let rows = NonZeroU16::new(u16::try_from(3 + dice.below(22)).unwrap()).unwrap();
    let every = if dice.below(2) == 0 { Period::Months(NonZeroU16::MIN) } else { Period::HijriMonths(NonZeroU16::MIN) };
    let advance = [Advance::Next, Advance::Last, Advance::Spread][usize::try_from(dice.below(3)).unwrap()];
    let mut terms = Terms::plain(amount, rows, every, day(start));
    (terms.unit, terms.advance) = (Money::from_riyals(1).unwrap(), advance);
    let later = dice.below(2) == 0;
    let first = if later { Money::from_riyals(riyals / 2).unwrap() } else { amount };
    let mut replay = LoanReplay { decided: terms, events: Vec::new() };
    let mut on = start;
    let tranche = |amount| EventKind::Tranche { amount, upfront: Share::NONE };
    push(&mut replay, day(on), tranche(first));
    if later {
        on += dice.below(40);
        push(&mut replay, day(on), tranche(amount.minus(first).unwrap()));
    }
    while on < DAYS && replay.events.len() < 25 {
        on += dice.below(60);
        let kind = match dice.below(14) {
            0 => EventKind::Refund { amount: dice.riyals(300) },
            1 | 2 => EventKind::Undo { target: Place(u32::try_from(1 + dice.below(12)).unwrap()) },
            3 => EventKind::Forgive { amount: dice.riyals(500) },
            4 if dice.below(6) == 0 => EventKind::WriteOff,
            5 => EventKind::ReAmortise,
            6 => EventKind::Pause { from: day(on), until: day(on + 20) },
            _ => EventKind::Repay { amount: dice.riyals(2_500), advance: None },
        };
        push(&mut replay, day(on), kind);
    }
    Story { fund: FundId::from_bytes(id(7, number % 3)), replay }
}

/// Adds an event the engine accepts; the office never undoes an undo, nor a payout once more is known.
fn push(replay: &mut LoanReplay, on: Day, kind: EventKind) {
    let event = Event { place: Place::next(&replay.events), on, key: None, kind };
    let Some((loan, events)) = replay.engine().unwrap() else { return replay.events.push(event) };
    if let EventKind::Undo { target } = event.kind {
        let known = replay.event(target).map(|target| &target.kind);
        if !matches!(known, Some(EventKind::Repay { .. } | EventKind::Refund { .. } | EventKind::Forgive { .. })) {
            return;
        }
    }
    if loan.accept(&events, &event).is_ok() {
        replay.events.push(event);
    }
}

/// An office that knows what happened until a day, and whose day it is.
fn office(stories: &[Story], until: Day) -> Database {
    let database = Database::in_memory().unwrap();
    let who = who();
    let lay = |db: &database::Write<'_>| -> Result<()> {
        let cx = Write::new(db, office::feature::Features::NONE, &who, noon(until), false);
        cx.run(
            "INSERT INTO person (id, name, name_fold, login, role, created_at) VALUES ($1, $2, $2, 'mona', 'supervisor', 0)",
            values![who.id, "منى"],
        )?;
        for number in 0..3 {
            let name = format!("صندوق {number}");
            cx.run(
                "INSERT INTO fund (id, name, name_fold, class, kind, may_overdraw, notes, created_at) \
                 VALUES ($1, $2, $2, 'unrestricted', 'loan_pool', 0, '', 0)",
                values![FundId::from_bytes(id(7, number)), name.as_str()],
            )?;
        }
        let product = ProductId::from_bytes(id(8, 0));
        cx.run(
            "INSERT INTO product (id, name, name_fold, version, offered, created_at) VALUES ($1, $2, $2, 1, 1, 0)",
            values![product, "قرض"],
        )?;
        cx.run(
            "INSERT INTO product_version (product, version, terms, made_by, made_at) VALUES ($1, 1, '{}', $2, 0)",
            values![product, who.id],
        )?;
        for (number, story) in stories.iter().enumerate() {
            put(&cx, number, story, product, until)?;
        }
        Ok(())
    };
    database.write(lay).unwrap();
    database
}

fn put(cx: &Write<'_>, number: usize, story: &Story, product: ProductId, until: Day) -> Result<()> {
    let (party, project) = (PartyId::from_bytes(id(9, number)), ProjectId::from_bytes(id(10, number)));
    let name = format!("مستفيد {number}");
    cx.run(
        "INSERT INTO party (id, kind, name, name_fold, first_token, family_token, created_at, changed_at) \
         VALUES ($1, 'person', $2, $2, '', '', 0, 0)",
        values![party, name.as_str()],
    )?;
    cx.run(
        "INSERT INTO project (id, party, name, name_fold, state, state_since, opened_on, created_at) \
         VALUES ($1, $2, $3, $3, 'running', 0, 0, 0)",
        values![project, party, "مشغل"],
    )?;
    let head = raw::LoanHead {
        id: LoanId::from_bytes(id(11, number)),
        loan_no: format!("L-{number:04}"),
        project,
        party,
        product,
        product_version: 1,
        fund: story.fund,
        amount: story.replay.decided.principal,
        terms: story.replay.decided.clone(),
        purpose: String::new(),
        guarantee: raw::Guarantee::default(),
        asked_by: cx.who.id,
        asked_by_name: cx.who.name.clone(),
        asked_at: cx.now,
        decision: raw::LoanDecision::Approved,
        decided_by: None,
        decided_by_name: None,
        decided_at: Some(cx.now),
        decision_note: String::new(),
        imported: true,
    };
    raw::insert_loan(cx, &head, None)?;
    for event in story.replay.events.iter().filter(|event| event.on <= until) {
        let new = raw::NewEvent {
            event,
            method: None,
            reference: "",
            receipt: "",
            payer: "",
            note: "",
            entry: None,
            imported: false,
        };
        raw::insert_event(cx, head.id, &new)?;
    }
    raw::rebuild(cx, head.id)
}

fn noon(day: Day) -> Moment {
    Moment::from_micros(Moment::start_of_riyadh_day(i64::from(day.number())).micros() + 43_200_000_000)
}

#[test]
fn the_present_read_and_the_past_replayed_are_one() {
    let mut dice = Dice(0x5eed_0f5a_2ad4);
    let stories: Vec<Story> = (0..70).map(|number| story(&mut dice, number)).collect();
    let kinds: std::collections::BTreeSet<_> = stories
        .iter()
        .flat_map(|story| &story.replay.events)
        .map(|event| raw::kind_and_amount(&event.kind).0)
        .collect();
    for kind in ["tranche", "repay", "refund", "undo", "forgive", "write_off", "re_amortise", "pause"] {
        assert!(kinds.contains(kind), "the stories tell of {kind}");
    }
    let who = who();
    let whole = office(&stories, day(DAYS + 200));
    let mut late_seen = 0;
    for round in 0..14 {
        let then = day(if round == 0 { DAYS + 150 } else { dice.below(DAYS + 30) });
        let calendar = if round % 2 == 0 { Calendar::Gregorian } else { Calendar::Hijri };
        let periods = Periods::until(then, calendar).unwrap();
        let (looked_back, late_back, lines_back) = whole
            .read(|db| {
                let cx = Read::new(db, office::feature::Features::NONE, &who, noon(day(DAYS + 200)), false);
                Ok((past::sums(&cx, &periods)?, late_lines(&cx, then)?, portfolio_lines(&cx, then)?))
            })
            .unwrap();
        let (known_then, late_then, lines_then) = office(&stories, then)
            .read(|db| {
                let cx = Read::new(db, office::feature::Features::NONE, &who, noon(then), false);
                assert!(loans::is_present(&cx, then)?);
                Ok((present::sums(&cx, &periods)?, late_lines(&cx, then)?, portfolio_lines(&cx, then)?))
            })
            .unwrap();
        assert_eq!(looked_back, known_then, "{then}");
        assert_eq!(late_back, late_then, "{then}");
        assert_eq!(lines_back, lines_then, "{then}");
        add_up(&known_then.whole().unwrap(), &lines_then);
        let late = known_then.whole().unwrap().bands.iter().skip(1).map(|band| band.loans).sum::<i64>();
        assert_eq!(late, i64::try_from(late_then.len()).unwrap());
        late_seen += late;
    }
    assert!(late_seen > 100, "many loans are late on some day: {late_seen}");
}

/// Each figure opens rows that add up to it.
fn add_up(sums: &super::sums::FundSums, lines: &[PortfolioLine]) {
    let of = |part: Option<Part>| lines.iter().filter(move |line| part.is_none_or(|part| part.holds(line)));
    let count = |part| i64::try_from(of(part).count()).unwrap();
    let sum = |part, what: fn(&PortfolioLine) -> Money| Money::sum(of(part).map(what)).unwrap();
    assert_eq!((sums.loans, sums.active), (count(None), count(Some(Part::Active))));
    assert_eq!((sums.lent, sums.paid), (sum(None, |line| line.lent), sum(None, |line| line.paid)));
    assert_eq!(sums.outstanding().unwrap(), sum(Some(Part::Active), |line| line.outstanding));
    assert_eq!(sums.overdue().unwrap(), sum(None, |line| line.overdue));
    assert_eq!(sums.credits, sum(Some(Part::Credit), |line| line.credit));
    let on_time = (count(Some(Part::OnTime)), sum(Some(Part::OnTime), |line| line.outstanding));
    assert_eq!((sums.bands[0].loans, sums.bands[0].outstanding), on_time);
    let changed = (count(Some(Part::Restructured)), sum(Some(Part::Restructured), |line| line.outstanding));
    assert_eq!((sums.restructured.loans, sums.restructured.amount), changed);
    assert_eq!(sums.written_off.loans, count(Some(Part::WrittenOff)));
    assert_eq!(sums.loans - sums.active - sums.written_off.loans, count(Some(Part::PaidOff)));
}

#[test]
fn a_day_with_something_after_it_is_past() {
    let mut dice = Dice(3);
    let stories = vec![story(&mut dice, 0)];
    let last = stories[0].replay.events.iter().map(|event| event.on).max().unwrap();
    let (database, who) = (office(&stories, day(DAYS + 200)), who());
    database
        .read(|db| {
            let cx = Read::new(db, office::feature::Features::NONE, &who, noon(day(DAYS + 200)), false);
            assert!(loans::is_present(&cx, last)?);
            assert!(!loans::is_present(&cx, last.plus_days(-1)?)?);
            Ok(())
        })
        .unwrap();
}

/// The engine measures a portfolio from its loans one by one; the sums must agree with it.
#[test]
fn the_sums_are_those_of_the_engine() {
    let mut dice = Dice(99);
    let stories: Vec<Story> = (0..40).map(|number| story(&mut dice, number)).collect();
    let (database, who) = (office(&stories, day(DAYS)), who());
    let then = day(DAYS);
    let standings = stories.iter().filter_map(|story| story.replay.on(then).unwrap());
    let portfolio = lending::Portfolio::new(standings.map(|state| state.standing(then).unwrap()).collect()).unwrap();
    let periods = Periods::until(then, Calendar::Gregorian).unwrap();
    let sums = database
        .read(|db| present::sums(&Read::new(db, office::feature::Features::NONE, &who, noon(then), false), &periods))
        .unwrap()
        .whole()
        .unwrap();
    assert_eq!(sums.outstanding().unwrap(), portfolio.outstanding());
    assert_eq!(sums.overdue().unwrap(), portfolio.overdue_principal());
    let routes = super::assemble::Routes { day: then, fund: None };
    for risk in super::assemble::at_risk(&sums, routes).unwrap() {
        assert_eq!(risk.rate.unwrap_or_default(), portfolio.par(risk.days).unwrap(), "beyond {} days", risk.days);
    }
}

/// The figure of restructured loans opens a list that counts the same loans and the same money.
#[test]
fn the_list_of_restructured_loans_is_what_the_board_counts() {
    let mut dice = Dice(7);
    let stories: Vec<Story> = (0..60).map(|number| story(&mut dice, number)).collect();
    let (database, who) = (office(&stories, day(DAYS)), who());
    let then = day(DAYS);
    let periods = Periods::until(then, Calendar::Gregorian).unwrap();
    let sums = database
        .read(|db| present::sums(&Read::new(db, office::feature::Features::NONE, &who, noon(then), false), &periods))
        .unwrap()
        .whole()
        .unwrap();
    let list = |restructured: bool| {
        let phase = vec![LoanPhase::Active, LoanPhase::Overpaid, LoanPhase::Closed];
        let wanted = raw::ListLoans { phase, restructured: Some(restructured), counts: true, ..Default::default() };
        database
            .read(|db| raw::list(&Read::new(db, office::feature::Features::NONE, &who, noon(then), false), wanted))
            .unwrap()
    };
    let (changed, others) = (list(true), list(false));
    assert!(sums.restructured.loans > 0, "some stories change their terms");
    assert_eq!((changed.total, changed.outstanding), (sums.restructured.loans, sums.restructured.amount));
    assert!(changed.lines.iter().all(|line| line.restructured) && !others.lines.iter().any(|line| line.restructured));
    assert_eq!(others.counts.unwrap().restructured, changed.total, "the chip counts what it would show");
}

/// Twelve months of a large office are summed without walking over its other years.
#[test]
fn the_board_walks_indexes() {
    let database = Database::in_memory().unwrap();
    let plan = |sql: &str, count: usize| {
        let nothing = vec![database::Value::Null; count];
        let explained = format!("EXPLAIN QUERY PLAN {sql}");
        let steps: Vec<String> = database.read(|db| db.rows(&explained, nothing, |row| row.get("detail"))).unwrap();
        steps.join("; ")
    };
    for (sql, count, index) in [
        (include_str!("sql/due_days.sql"), 2, "COVERING INDEX instalment_due (due>"),
        (include_str!("sql/money_in.sql"), 2, "COVERING INDEX loan_event_day (on_day>"),
        (include_str!("sql/overdue.sql"), 1, "COVERING INDEX instalment_unpaid (due<"),
        (include_str!("sql/standing.sql"), 0, "SCAN loan_shelf USING COVERING INDEX loan_shelf_standing"),
        (include_str!("sql/apart.sql"), 0, "COVERING INDEX loan_shelf_apart"),
        (include_str!("sql/committed.sql"), 0, "COVERING INDEX tranche_state (state="),
        (include_str!("sql/journal_vouchers.sql"), 4, "(year=? AND kind=?)"),
        (include_str!("../../collection/src/sql/late.sql"), 6, "INDEX loan_shelf_due (next_due<"),
        (include_str!("../../loans/src/sql/tranches_waiting.sql"), 4, "INDEX tranche_state (state="),
    ] {
        let steps = plan(sql, count);
        assert!(steps.contains(index), "{index} is not used: {steps}");
    }
    for (state, index) in [
        (DueState::Unpaid, "INDEX instalment_unpaid (due>"),
        (DueState::Paid, "INDEX instalment_due (due>"),
        (DueState::All, "INDEX instalment_due (due>"),
    ] {
        let steps = plan(&collection::raw::due_statement(state, None), 9);
        assert!(steps.contains(index), "{index} is not used: {steps}");
    }
}
