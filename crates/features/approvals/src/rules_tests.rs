//! Whatever people do and in whatever order: the rules and the database say the same, and nobody approves for themselves.

use super::*;
use crate::rules::{ANSWERED_ALREADY, APPEND_ONLY, APPROVAL_MISSING, DECIDED, OWN_REQUEST, WAITS_ALREADY, WORDS};
use database::{Database, values};
use kernel::id::{ApprovalId, PersonId};
use kernel::{Code, Failure, Moment, Money, Result};
use office::approval::ApprovalStep;
use office::context::{Who, Write};
use office::feature::Features;
use office::permission::{Permission, Role};
use proptest::prelude::*;

const ABOVE: Code = Code("ledger.above_limit");
const DECIDES: Permission = Permission::new("test.decide", &[Role::Supervisor, Role::Finance, Role::Committee]);
const STEP: ApprovalStep = ApprovalStep {
    name: "test.pay",
    subject: "thing",
    decides: DECIDES,
    needed: 2,
    limit: Some(ABOVE),
    task: "pay",
    told: None,
    kept_from: &[],
    describe: |_, _| Ok(None),
    refusals: WORDS,
};
const SUBJECT: [u8; 16] = [7; 16];
const PEOPLE: u8 = 4;

/// An office with some people; their role is told anew with whatever they do.
struct Desk(Database);

impl Desk {
    fn new() -> Self {
        let database = Database::in_memory().unwrap();
        let person = |tx: &database::Write<'_>, number: u8| {
            tx.run(
                "INSERT INTO person (id, name, name_fold, login, role, created_at) VALUES ($1, $2, $2, $2, 'finance', 0)",
                values![PersonId::from_bytes([number; 16]), format!("person {number}")],
            )
        };
        database.write(|tx| (0..PEOPLE).try_for_each(|number| person(tx, number).map(drop))).unwrap();
        Self(database)
    }

    /// What a person does in the role they have by now.
    fn by<T>(&self, number: u8, role: Role, act: impl FnOnce(&Write<'_>) -> Result<T>) -> Result<T> {
        let id = PersonId::from_bytes([number; 16]);
        let who = Who { id, name: format!("person {number}"), login: number.to_string(), role };
        self.0.write(|tx| {
            tx.run("UPDATE person SET role = $1 WHERE id = $2", values![role.name(), id])?;
            act(&Write::new(tx, Features::NONE, &who, Moment::from_micros(1_780_000_000_000_000), false))
        })
    }

    fn ask(&self, number: u8, amount: i32) -> Result<ApprovalRequest> {
        let asked = Asked { subject: SUBJECT, amount: Some(amount.into()), ..Asked::default() };
        self.by(number, Role::Finance, |cx| super::ask(cx, &STEP, &asked))
    }

    fn answer(&self, number: u8, role: Role, request: &ApprovalRequest) -> Result<ApprovalRequest> {
        self.by(number, role, |cx| super::answer(cx, &STEP, &super::request(cx, request.id)?))
    }

    fn now(&self, request: &ApprovalRequest) -> ApprovalRequest {
        self.0.read(|db| super::request(db, request.id)).unwrap()
    }

    /// What the database itself says to an approval, which is not kept.
    fn refused_by_the_database(&self, number: u8, request: &ApprovalRequest) -> Option<Code> {
        let place = i64::try_from(self.now(request).approvals.len() + 1).unwrap();
        let values = values![request.id, place, PersonId::from_bytes([number; 16]), 0_i64];
        let kept = "not kept";
        let said = self.0.write(|tx| {
            tx.run("INSERT INTO approval (request, place, person, at) VALUES ($1, $2, $3, $4)", values)?;
            Err::<(), _>(Failure::not_found(kept))
        });
        said.err().and_then(|failure| failure.code())
    }

    fn run(&self, sql: &str) -> Option<Code> {
        self.0.write(|tx| tx.run(sql, values![])).err().and_then(|failure| failure.code())
    }
}

fn code<T>(result: Result<T>) -> Option<Code> {
    result.err().and_then(|failure| failure.code())
}

#[test]
fn two_others_approve_and_nobody_twice() {
    let desk = Desk::new();
    let request = desk.ask(0, 500).unwrap();
    assert_eq!(code(desk.ask(1, 500)), Some(WAITS_ALREADY), "one request waits for a step on a record");
    assert_eq!(code(desk.answer(0, Role::Committee, &request)), Some(OWN_REQUEST), "in whatever role they come back");
    let forbidden = desk.answer(1, Role::Researcher, &request).unwrap_err();
    assert_eq!(forbidden, Failure::Forbidden { permission: "test.decide" });
    assert_eq!(desk.answer(1, Role::Supervisor, &request).unwrap().state, RequestState::Waiting);
    assert_eq!(code(desk.answer(1, Role::Committee, &request)), Some(ANSWERED_ALREADY));
    let done = desk.answer(2, Role::Finance, &request).unwrap();
    assert_eq!((done.state, done.approvals.len()), (RequestState::Approved, 2));
    assert_eq!((done.approver(0), done.approver(2)), (Some(PersonId::from_bytes([1; 16])), None));
    assert_eq!(code(desk.answer(3, Role::Finance, &request)), Some(DECIDED));
    let hands = |number| desk.by(number, Role::Finance, |cx| require_another(cx, &STEP, SUBJECT, OWN_REQUEST));
    assert_eq!((0..PEOPLE).filter(|number| hands(*number).is_ok()).collect::<Vec<_>>(), [3], "asked or approved");
    desk.ask(3, 500).unwrap();
}

#[test]
fn a_request_that_was_returned_refused_or_taken_back_is_over() {
    let desk = Desk::new();
    let close = |number, request: &ApprovalRequest, act: fn(&Write<'_>, &ApprovalRequest) -> Result<()>| {
        code(desk.by(number, Role::Finance, |cx| act(cx, &super::request(cx, request.id)?)))
    };
    let returned = desk.ask(0, 5).unwrap();
    let back: fn(&Write<'_>, &ApprovalRequest) -> Result<()> = |cx, request| send_back(cx, &STEP, request, "why");
    let no: fn(&Write<'_>, &ApprovalRequest) -> Result<()> = |cx, request| refuse(cx, &STEP, request, "why");
    let mine: fn(&Write<'_>, &ApprovalRequest) -> Result<()> = |cx, request| withdraw(cx, &STEP, request, "why");
    assert_eq!(close(0, &returned, back), Some(OWN_REQUEST));
    assert_eq!(close(1, &returned, back), None);
    assert_eq!((desk.now(&returned).state, desk.now(&returned).note.as_str()), (RequestState::Returned, "why"));
    assert_eq!(close(1, &returned, no), Some(DECIDED));
    let refused = desk.ask(0, 5).unwrap();
    desk.answer(1, Role::Finance, &refused).unwrap();
    assert_eq!(close(0, &refused, no), Some(OWN_REQUEST));
    assert_eq!(close(1, &refused, no), None, "who approved first may still say no");
    let taken = desk.ask(0, 5).unwrap();
    assert!(desk.by(1, Role::Finance, |cx| withdraw(cx, &STEP, &taken, "")).is_err(), "only who asked takes it back");
    assert_eq!(close(0, &taken, mine), None);
    assert_eq!(code(desk.answer(1, Role::Finance, &taken)), Some(DECIDED));
    let states = [&returned, &refused, &taken].map(|request| desk.now(request).state);
    assert_eq!(states, [RequestState::Returned, RequestState::Refused, RequestState::Withdrawn]);
    assert_eq!(desk.0.read(|db| of(db, &STEP, SUBJECT)).unwrap().map(|latest| latest.id), Some(taken.id));
}

#[test]
fn a_limit_set_meanwhile_counts() {
    let desk = Desk::new();
    let request = desk.ask(0, 1_000).unwrap();
    let limit =
        |amount: i32| desk.by(3, Role::Administrator, |cx| set_limit(cx, Role::Supervisor, Some(amount.into())));
    limit(999).unwrap();
    assert_eq!(code(desk.answer(1, Role::Supervisor, &request)), Some(ABOVE));
    desk.by(1, Role::Supervisor, |_| Ok(())).unwrap();
    assert_eq!(desk.refused_by_the_database(1, &request), Some(ABOVE), "whoever writes");
    limit(1_000).unwrap();
    desk.answer(1, Role::Supervisor, &request).unwrap();
    desk.by(3, Role::Administrator, |cx| set_limit(cx, Role::Supervisor, None)).unwrap();
    desk.answer(2, Role::Supervisor, &request).unwrap();
}

#[test]
fn what_was_said_is_neither_changed_nor_removed() {
    let desk = Desk::new();
    let request = desk.ask(0, 1_000).unwrap();
    for (attempt, why) in [
        ("UPDATE approval_request SET state = 'approved', closed_by = zeroblob(16), closed_at = 1", OWN_REQUEST),
        (
            "UPDATE approval_request SET state = 'approved', closed_by = x'01010101010101010101010101010101', closed_at = 1",
            APPROVAL_MISSING,
        ),
        ("UPDATE approval_request SET state = 'withdrawn', closed_at = 1", APPEND_ONLY),
        ("UPDATE approval_request SET amount = 1", APPEND_ONLY),
        ("UPDATE approval_request SET needed = 1", APPEND_ONLY),
        ("UPDATE approval_request SET asked_by = x'01010101010101010101010101010101'", APPEND_ONLY),
        ("DELETE FROM approval_request", APPEND_ONLY),
    ] {
        assert_eq!(desk.run(attempt), Some(why), "{attempt}");
    }
    desk.answer(1, Role::Finance, &request).unwrap();
    for attempt in ["UPDATE approval SET person = zeroblob(16)", "DELETE FROM approval"] {
        assert_eq!(desk.run(attempt), Some(APPEND_ONLY), "{attempt}");
    }
    let replaced =
        "INSERT OR REPLACE INTO approval SELECT request, place, x'02020202020202020202020202020202', at FROM approval";
    assert_eq!(desk.run(replaced), Some(APPEND_ONLY));
    desk.answer(2, Role::Finance, &request).unwrap();
    let reopened = "UPDATE approval_request SET state = 'waiting', closed_by = NULL, closed_at = NULL";
    assert_eq!(desk.run(reopened), Some(DECIDED));
}

#[derive(Debug, Clone)]
enum Deed {
    Ask(i32),
    Answer,
    Refuse,
    Withdraw,
    Limit(Role, Option<i32>),
}

fn role() -> impl Strategy<Value = Role> {
    prop::sample::select(Role::ALL.to_vec())
}

fn deeds() -> impl Strategy<Value = Vec<(u8, Role, Deed)>> {
    let deed = prop_oneof![
        3 => (0..1_000).prop_map(Deed::Ask),
        8 => Just(Deed::Answer),
        1 => Just(Deed::Refuse),
        1 => Just(Deed::Withdraw),
        1 => (role(), prop::option::of(0..1_000)).prop_map(|(role, amount)| Deed::Limit(role, amount)),
    ];
    prop::collection::vec((0..PEOPLE, role(), deed), 1..40)
}

/// Nobody approved for themselves or twice; what is approved has its approvals; one request at most waits.
fn holds(desk: &Desk, requests: &[ApprovalId]) {
    let all: Vec<_> = requests.iter().map(|id| desk.0.read(|db| request(db, *id)).unwrap()).collect();
    for request in &all {
        let mut people: Vec<_> = request.approvals.iter().map(|approval| approval.person).collect();
        assert!(!people.contains(&request.asked_by), "{request:?}");
        people.sort();
        people.dedup();
        assert_eq!(people.len(), request.approvals.len(), "{request:?}");
        assert_eq!(request.state == RequestState::Approved, request.approvals.len() >= request.needed, "{request:?}");
    }
    assert!(all.iter().filter(|request| request.state == RequestState::Waiting).count() <= 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_rules_and_the_database_say_the_same(deeds in deeds()) {
        let desk = Desk::new();
        let mut requests: Vec<ApprovalId> = Vec::new();
        for (number, role, deed) in deeds {
            let last = requests.last().map(|id| desk.0.read(|db| request(db, *id)).unwrap());
            match (deed, last) {
                (Deed::Ask(amount), _) => requests.extend(desk.ask(number, amount).map(|request| request.id)),
                (Deed::Limit(role, amount), _) => {
                    let amount = amount.map(Money::from);
                    desk.by(number, Role::Administrator, |cx| set_limit(cx, role, amount)).unwrap();
                }
                (Deed::Answer, Some(last)) => {
                    // The role of the person is the one they come with, in the row as well.
                    let rule = desk.by(number, role, |cx| {
                        let limit = limit_of(cx, role)?;
                        Ok(code(rules::may_answer(&STEP, &last, cx.who.id, limit)))
                    }).unwrap();
                    prop_assert_eq!(rule, desk.refused_by_the_database(number, &last));
                    let done = desk.answer(number, role, &last);
                    prop_assert_eq!(done.is_ok(), rule.is_none() && role.may(DECIDES));
                }
                (Deed::Refuse, Some(last)) => drop(desk.by(number, role, |cx| refuse(cx, &STEP, &last, "no"))),
                (Deed::Withdraw, Some(last)) => drop(desk.by(number, role, |cx| withdraw(cx, &STEP, &last, ""))),
                _ => {}
            }
        }
        holds(&desk, &requests);
    }
}
