//! Votes, and the decision they lead to. Where something waited in the program, the person who issues the decision gives
//! their own approval to it, through the command of the feature it belongs to: with their rights, after their name, and by
//! all the rules there are. One decision never stands for the approvals of two people.

pub mod decide;
pub mod drop;
pub mod finish;
pub mod perform;
pub mod postpone;
pub mod vote;

use crate::model::{
    AgendaItemState, DecisionOutcome, DecisionState, Hindrance, ItemVote, MeetingSeat, MeetingState, VoteKind,
    WaitingMatter,
};
use crate::rules::{
    self, CHANGED_SINCE, DUE_BEFORE, DUE_MISSING, ITEM_DECIDED, NOT_OF_MEETING, OWN_REQUEST, OWN_SCREEN, OWNER_MISSING,
    RECUSED, Tally,
};
use crate::store::{self, Item, Meeting};
use approvals::{RequestState, Waiting};
use database::values;
use kernel::arabic::fold;
use kernel::id::{AgendaItemId, CommitteeId, DecisionId, MeetingId, PersonId, SubjectId};
use kernel::{Day, Failure, Refusal, Result, require};
use office::approval::{Answering, StepAnswer};
use office::command::Need;
use office::context::{Read, Write};

/// The series of the numbers of decisions, of all committees together, in each Hijri year.
pub const SERIES: &str = "decision";

/// What waits because of an item, as it waits now; nothing where it waits no more.
pub fn waiting_of(cx: &Read<'_>, item: &Item) -> Result<(Option<WaitingMatter>, Option<Waiting>)> {
    let Some(request) = item.request else { return Ok((None, None)) };
    let waiting = approvals::one_that_waits(cx, request)?;
    Ok((waiting.as_ref().map(|one| crate::meetings::matter(cx, one)), waiting))
}

/// Whether the person who asks may issue the decision of an item: a member who is there and has not stepped aside, while
/// enough of the others are there.
fn may_issue(
    cx: &Read<'_>,
    meeting: &Meeting,
    item: &Item,
    seats: &[MeetingSeat],
    votes: &[ItemVote],
    tally: &Tally,
) -> Result<()> {
    cx.who.needs(crate::COMMITTEES_DECIDE)?;
    store::stands(meeting, &[MeetingState::Held])?;
    require(item.state == AgendaItemState::Open, ITEM_DECIDED)?;
    takes_part(cx, seats, votes)?;
    tally.must_have_quorum()
}

/// # Errors
/// The person is no member who is there; they stepped aside.
fn takes_part(cx: &Read<'_>, seats: &[MeetingSeat], votes: &[ItemVote]) -> Result<()> {
    let seat = store::own_seat(seats, cx.who.id).ok_or(NOT_OF_MEETING)?;
    let recused = votes.iter().any(|vote| vote.member == seat.member && vote.vote == VoteKind::Recused);
    require(!recused, RECUSED)
}

pub fn cannot_decide(
    cx: &Read<'_>,
    meeting: &Meeting,
    item: &Item,
    seats: &[MeetingSeat],
    votes: &[ItemVote],
) -> Option<Hindrance> {
    let outcome = store::committee(cx, meeting.line.committee).and_then(|committee| {
        let tally = store::tally(committee.quorum, seats, votes);
        may_issue(cx, meeting, item, seats, votes, &tally)
    });
    Hindrance::of(outcome)
}

/// Whether the person who asks may give the approval that waits: by the rules of its own feature, as a member who was
/// there and did not step aside, and not of what they asked for.
fn may_perform(
    cx: &Read<'_>,
    waiting: &Waiting,
    seats: &[MeetingSeat],
    votes: &[ItemVote],
) -> Result<&'static StepAnswer> {
    cx.who.needs(crate::COMMITTEES_DECIDE)?;
    takes_part(cx, seats, votes)?;
    let answer = cx.features().answer_of(waiting.step.name).ok_or(OWN_SCREEN)?;
    require(waiting.request.asked_by != cx.who.id, OWN_REQUEST)?;
    approvals::may_answer(cx, waiting.step, &waiting.request)?;
    match cx.features().find(answer.approve).map(|command| command.need) {
        Some(Need::Permission(permission)) => cx.who.needs(permission)?,
        _ => return Err(OWN_SCREEN.into()),
    }
    Ok(answer)
}

pub fn cannot_perform(
    cx: &Read<'_>,
    waiting: &Waiting,
    seats: &[MeetingSeat],
    votes: &[ItemVote],
) -> Option<Hindrance> {
    Hindrance::of(may_perform(cx, waiting, seats, votes).map(drop))
}

/// A decision whose approval, or whose no, is given by the person who asks.
struct Carried<'a> {
    decision: DecisionId,
    item: &'a Item,
    outcome: DecisionOutcome,
    said: &'a str,
    declared: bool,
    seats: &'a [MeetingSeat],
    votes: &'a [ItemVote],
}

/// Gives the approval that waits, or says no to it, as the person who asks, and keeps that it was because of the decision.
/// Answers whether nothing of it waits any more: where two must approve, the second is another person still.
fn carry(cx: &Write<'_>, of: &Carried<'_>) -> Result<bool> {
    let request = of.item.request.ok_or(OWN_SCREEN)?;
    let waiting = approvals::one_that_waits(cx, request)?.ok_or(CHANGED_SINCE)?;
    let answer = may_perform(cx, &waiting, of.seats, of.votes)?;
    let (command, act) = match of.outcome {
        DecisionOutcome::Approved => (answer.approve, "approved"),
        DecisionOutcome::Rejected => (answer.refuse.ok_or(OWN_SCREEN)?, "refused"),
        DecisionOutcome::Noted => return Err(OWN_SCREEN.into()),
    };
    let answering = Answering {
        subject: waiting.request.subject,
        request,
        said: of.said,
        declared: of.declared,
        decision: SubjectId::from_bytes(*of.decision.as_bytes()),
    };
    let input = (answer.input)(cx, &answering)?;
    cx.carry_out(command, input)?;
    cx.run(
        "INSERT INTO committee_decision_act (decision, person, request, act, at) VALUES ($1, $2, $3, $4, $5)",
        values![of.decision, cx.who.id, request, act, cx.now],
    )?;
    Ok(approvals::request(cx, request)?.state != RequestState::Waiting)
}

/// Who carries a decision out: somebody of the office, or a name.
pub fn owner_of(cx: &Read<'_>, person: Option<PersonId>, typed: &str) -> Result<(Option<PersonId>, String)> {
    let Some(person) = person else { return Ok((None, rules::maybe_line(typed, "owner_name")?)) };
    let known = cx.row("SELECT id FROM user_name WHERE id = $1", values![person], |row| row.get::<PersonId>("id"))?;
    Ok((Some(known.ok_or(Failure::not_found("person"))?), String::new()))
}

/// The day by which it is carried out. What was approved has an owner and a day; of anything else nothing may follow.
pub fn due_of(outcome: DecisionOutcome, owned: bool, due: Option<Day>, on: Day) -> Result<Option<Day>> {
    let follows = outcome == DecisionOutcome::Approved || owned || due.is_some();
    require(owned || !follows, Refusal::new(OWNER_MISSING).at("owner"))?;
    require(due.is_some() || !follows, Refusal::new(DUE_MISSING).at("due"))?;
    require(due.is_none_or(|due| due >= on), Refusal::new(DUE_BEFORE).at("due"))?;
    Ok(due)
}

/// A decision as it is written.
pub struct Issued<'a> {
    pub id: DecisionId,
    pub item: AgendaItemId,
    pub meeting: MeetingId,
    pub committee: CommitteeId,
    pub title: &'a str,
    pub text: &'a str,
    pub outcome: DecisionOutcome,
    pub tally: &'a Tally,
    pub owner: Option<PersonId>,
    pub owner_name: &'a str,
    pub due: Option<Day>,
    pub on: Day,
}

/// Writes a decision under the next number, and its item as decided. One from which nothing follows is done.
pub fn issue(cx: &Write<'_>, one: &Issued<'_>) -> Result<String> {
    let year = store::year_of(one.on)?;
    let number = cx.next_number(SERIES, year)?;
    let decision_no = format!("{number}/{year}");
    let (state, ended) = match one.due {
        Some(_) => (DecisionState::Open, None),
        None => (DecisionState::Done, Some(one.on)),
    };
    cx.run(
        "INSERT INTO committee_decision (id, item, meeting, committee, year, number, decision_no, title, title_fold, text, \
         outcome, votes_for, votes_against, abstained, recused, present, quorum, owner, owner_name, due, decided_on, \
         issued_by, issued_at, state, ended_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, \
         $23, $24, $25)",
        values![
            one.id,
            one.item,
            one.meeting,
            one.committee,
            year,
            number,
            decision_no.as_str(),
            one.title,
            fold(one.title),
            one.text,
            one.outcome,
            one.tally.votes_for,
            one.tally.against,
            one.tally.abstained,
            one.tally.recused,
            one.tally.present,
            one.tally.quorum,
            one.owner,
            one.owner_name,
            one.due,
            one.on,
            cx.who.id,
            cx.now,
            state,
            ended
        ],
    )?;
    cx.run("UPDATE meeting_item SET state = 'decided' WHERE id = $1", values![one.item])?;
    let (decision, ..) = store::decision(cx, one.id, cx.today())?;
    cx.changed(store::DECISION, one.id, &decision_no, &(), &decision)?;
    Ok(decision_no)
}
