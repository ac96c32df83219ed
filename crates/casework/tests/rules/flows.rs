use super::{amounts, codes_of, day, days, maybe_day};
use casework::criteria::Whole;
use casework::deadlines;
use casework::flows::*;
use casework::requests::{Kind, State};
use casework::{DecisionLimit, Refusals, Role};
use kernel::Day;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;

const NAMES: [&str; 4] = ["a", "b", "c", "d"];
const OUTCOMES: [Outcome; 8] = [
    Outcome::Approved,
    Outcome::Rejected,
    Outcome::Waitlisted,
    Outcome::Referred,
    Outcome::Upheld,
    Outcome::Partly,
    Outcome::Settled,
    Outcome::NotSettled,
];
const STAGES: [Stage; 6] =
    [Stage::HandedOver, Stage::Contacted, Stage::Arrived, Stage::Served, Stage::Refused, Stage::NoShow];
const ROLES: [Role; 6] = [Role::Staff, Role::Supervisor, Role::Director, Role::Committee, Role::Finance, Role::Admin];

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn name() -> impl Strategy<Value = String> {
    one_of(&NAMES).prop_map(str::to_owned)
}

fn maybe_name() -> impl Strategy<Value = Option<String>> {
    prop::option::weighted(0.7, name())
}

fn names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(name(), 0..4)
}

fn actors() -> impl Strategy<Value = Actor> {
    let department = prop::option::of(one_of(&["x", "y"]).prop_map(str::to_owned));
    (name(), one_of(&ROLES), department).prop_map(|(name, role, department)| Actor { name, role, department })
}

/// A request contested, and with `above` what it contests in its turn.
fn contested(above: bool) -> BoxedStrategy<Contested> {
    let parent = if above { prop::option::of(contested(false)).boxed() } else { Just(None).boxed() };
    let kinds = [Kind::Service, Kind::Complaint, Kind::Grievance, Kind::Inquiry, Kind::Dispute];
    let outcomes = prop::option::of(one_of(&OUTCOMES));
    (prop::sample::select(kinds.to_vec()), outcomes, maybe_name(), maybe_name(), maybe_day(), parent)
        .prop_map(|(kind, outcome, researcher, decider, letter, parent)| Contested {
            kind,
            state: None,
            outcome,
            researcher,
            decider,
            letter,
            parent: parent.map(Box::new),
        })
        .boxed()
}

prop_compose! {
    fn hands()(
        kind in one_of(&Kind::ALL), state in prop::option::weighted(0.9, one_of(&State::ALL)),
        back in one_of(&[State::New, State::Assessment, State::ForDecision, State::Executing]),
        (applicant, researcher, decider) in (maybe_name(), maybe_name(), maybe_name()),
        (declared, ties) in (names(), prop::collection::vec(name(), 0..2)),
        outcome in prop::option::of(one_of(&OUTCOMES)), parent in prop::option::of(contested(true)),
        (anonymous, restricted) in (prop::bool::weighted(0.2), prop::bool::weighted(0.3)),
        stage in prop::option::of(one_of(&STAGES)),
    ) -> Request {
        let pauses = matches!(state, Some(State::AwaitingApplicant | State::OnHold));
        Request {
            state, back: pauses.then_some(back), applicant, researcher, decider, declared, ties, outcome, parent,
            anonymous, restricted, against: Some("x".to_owned()), stage, ..Request::of(kind)
        }
    }
}

prop_compose! {
    fn requests()(
        request in hands(), documents in prop::collection::vec((any::<bool>(), any::<bool>(), maybe_day()), 0..2),
        flags in prop::collection::vec(any::<bool>(), 6), asked in prop::option::of(amounts(3)),
        policy in one_of(&[VisitPolicy::Never, VisitPolicy::IfNeeded, VisitPolicy::Always]),
        criteria in one_of(&[Whole::Eligible, Whole::Eligible, Whole::Incomplete, Whole::NotEligible]),
        consent in one_of(&[Consent::NotAsked, Consent::Given, Consent::Given, Consent::Withdrawn]),
        contests in one_of(&[Contests::Decision, Contests::Procedure]), letter in maybe_day(),
    ) -> Request {
        let document = |(mandatory, genuine, expires)| Document { mandatory, genuine, expires };
        Request {
            documents: documents.into_iter().map(document).collect(),
            interview: flags[0], visit: flags[1], visit_needed: flags[2], same_family_name: flags[3], card: flags[4],
            executed: flags[5], asked, visit_policy: policy, criteria, consent, contests, letter, ..request
        }
    }
}

prop_compose! {
    fn moves()(
        to in one_of(&State::ALL), reasoned in any::<bool>(), outcome in prop::option::weighted(0.8, one_of(&OUTCOMES)),
        amount in prop::option::of(prop_oneof![amounts(3), Just(kernel::Money::from(1_500_000))]),
        exception in any::<bool>(), answered in any::<bool>(), asked_by_applicant in any::<bool>(),
    ) -> Move {
        let text = |written: bool| written.then(|| "x".to_owned());
        Move {
            to, reason: text(reasoned), outcome, amount, exception, answer: text(answered), asked_by_applicant,
        }
    }
}

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => Just(Step::Open),
        1 => actors().prop_map(Step::Assign),
        6 => moves().prop_map(Step::To),
        1 => one_of(&STAGES).prop_map(Step::Stage),
    ]
}

fn tried(request: &Request, actor: &Actor, on: Day, step: &Step) -> Result<Request, Refusals> {
    let terms = deadlines::Settings::default();
    let frame = Frame { decision_limit: DecisionLimit::default(), deadlines: &terms, days_off: &[] };
    attempt(request, actor, on, step, frame)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_decision_is_never_made_by_who_had_a_hand_in_it(
        mut request in requests(), actor in actors(), on in days(), way in moves(), for_decision in prop::bool::weighted(0.9),
    ) {
        if for_decision {
            (request.state, request.back) = (Some(State::ForDecision), None);
        }
        let step = Step::To(Move { to: State::Decided, ..way });
        if let Ok(after) = tried(&request, &actor, on, &step) {
            prop_assert!(request.researcher.as_ref() != Some(&actor.name), "their own study");
            prop_assert!(request.applicant.as_ref() != Some(&actor.name), "their own request");
            prop_assert!(request.declared.contains(&actor.name) && !request.ties.contains(&actor.name));
            prop_assert!(matches!(actor.role, Role::Supervisor | Role::Director | Role::Committee));
            prop_assert!(request.level() < 2 || actor.role == Role::Committee);
            prop_assert!(after.decider == Some(actor.name) && after.outcome.is_some());
            prop_assert!(!after.exception || request.criteria != Whole::Eligible);
        }
    }

    #[test]
    fn nothing_leaves_an_end_and_only_ways_of_the_table_are_gone(
        request in requests(), actor in actors(), on in days(), step in steps(),
    ) {
        let ways = ways(&request);
        let distinct: BTreeSet<_> = ways.iter().collect();
        prop_assert_eq!(distinct.len(), ways.len(), "each way once");
        let ended = request.state.is_some_and(State::is_end);
        prop_assert!(!ended || ways.is_empty());
        match tried(&request, &actor, on, &step) {
            Ok(after) => {
                prop_assert!(!ended);
                match step {
                    Step::Open => prop_assert!(request.state.is_none() && after.state == Some(State::New)),
                    Step::To(way) => prop_assert!(ways.contains(&way.to) && after.state == Some(way.to)),
                    Step::Assign(_) | Step::Stage(_) => prop_assert_eq!(after.state, request.state),
                }
                let pauses = matches!(after.state, Some(State::AwaitingApplicant | State::OnHold));
                prop_assert!(!pauses || after.back.is_some(), "a pause knows its way back");
            }
            Err(refusals) => {
                prop_assert!(!refusals.is_empty());
                let alone = ["flow.transition"];
                prop_assert!(refusals.codes().count() == 1 || refusals.codes().all(|code| !alone.contains(&code.0)));
            }
        }
    }

    #[test]
    fn what_pauses_comes_back_to_the_same_ways(
        mut request in requests(), from in one_of(&[State::New, State::Assessment, State::ForDecision, State::Executing]),
        pause in one_of(&[State::AwaitingApplicant, State::OnHold]),
    ) {
        (request.state, request.back, request.ties, request.restricted) = (Some(from), None, Vec::new(), false);
        request.anonymous = false;
        let director = Actor { name: "z".to_owned(), role: Role::Director, department: None };
        let way = Move { reason: Some("x".to_owned()), ..Move::to(pause) };
        let Ok(paused) = tried(&request, &director, day(0), &Step::To(way)) else { return Ok(()) };
        let back: Vec<_> = ways(&paused).into_iter().filter(|state| *state != State::Withdrawn).collect();
        let answered = pause == State::AwaitingApplicant && from == State::ForDecision && request.kind != Kind::DataChange;
        prop_assert_eq!(back, vec![if answered { State::Assessment } else { from }]);
    }
}

#[test]
fn every_refusal_comes_up_and_every_kind_of_step_is_taken() {
    let mut runner = TestRunner::deterministic();
    let (mut refused, mut taken) = (BTreeSet::new(), BTreeSet::new());
    let strategy = (requests(), actors(), days(), steps(), moves());
    for number in 0..14_000 {
        let (mut request, actor, on, mut step, way) = strategy.new_tree(&mut runner).unwrap().current();
        // What stands at the decision, and grievances on their way in, are rare among all there is.
        match number % 6 {
            0 | 3 => {
                (request.state, request.kind) = (Some(State::ForDecision), Kind::Service);
                step = Step::To(Move { to: State::Decided, ..way });
            }
            1 => (request.state, request.kind, step) = (None, Kind::Grievance, Step::Open),
            2 => {
                (request.state, request.kind) = (Some(State::Assessment), Kind::Service);
                step = Step::To(Move { to: State::ForDecision, ..way });
            }
            4 => {
                (request.state, request.kind) = (Some(State::Executing), Kind::Referral);
                step = if number % 12 == 4 {
                    Step::Stage(STAGES[number / 12 % STAGES.len()])
                } else {
                    Step::To(Move { to: State::Closed, ..way })
                };
            }
            5 if number >= 10_000 => {
                (request.state, request.kind) = (Some(State::ForDecision), Kind::Grievance);
                step = Step::To(Move { to: State::Decided, ..way });
            }
            _ => {}
        }
        match tried(&request, &actor, on, &step) {
            Ok(_) => {
                taken.insert(match step {
                    Step::Open => "open".to_owned(),
                    Step::Assign(_) => "assign".to_owned(),
                    Step::To(way) => way.to.name().to_owned(),
                    Step::Stage(_) => "stage".to_owned(),
                });
            }
            Err(refusals) => refused.extend(refusals.codes()),
        }
    }
    let lacking: Vec<_> = codes_of("flow").into_iter().filter(|code| !refused.contains(code)).collect();
    assert!(lacking.is_empty(), "refusals that never come up: {lacking:?}");
    assert_eq!(taken.len(), 3 + State::ALL.len(), "{taken:?}");
}
