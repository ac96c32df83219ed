//! What committees refuse, and how quorum and votes are counted. Pure.

use crate::model::{MemberVote, VoteKind};
use kernel::arabic::{tidy_line, tidy_text};
use kernel::{Code, Day, Refusal, Result, require};

kernel::refusals! {
    NAME_MISSING = "committees.name_missing";
    NAME_TAKEN = "committees.name_taken";
    TEXT_LONG = "committees.text_long";
    TEXT_MISSING = "committees.text_missing";
    REASON_MISSING = "committees.reason_missing";
    TITLE_MISSING = "committees.title_missing";
    PLACE_MISSING = "committees.place_missing";
    /// A term ends before it begins, or is longer than four years.
    TERM_DAYS = "committees.term_days";
    QUORUM_RANGE = "committees.quorum_range";
    DAYS_RANGE = "committees.days_range";
    /// The committee has ended.
    ENDED = "committees.ended";
    /// A member is somebody of the office, or a party: one of both.
    WHO_MISSING = "committees.who_missing";
    SITS_ALREADY = "committees.sits_already";
    ROLE_TAKEN = "committees.role_taken";
    CHAIR_VOTES = "committees.chair_votes";
    MEMBER_ENDED = "committees.member_ended";
    NO_MEMBERS = "committees.no_members";
    /// Only the member declares, or a paper they signed says so.
    OWN_WORD = "committees.own_word";
    TIME_SHAPE = "committees.time_shape";
    /// A meeting is called for today or a day to come.
    DAY_PASSED = "committees.day_passed";
    OUTSIDE_TERM = "committees.outside_term";
    /// The meeting does not stand where this step begins.
    STEP = "committees.step";
    SEALED = "committees.sealed";
    /// A meeting is opened on its day, not before.
    TOO_EARLY = "committees.too_early";
    /// Fewer are present than must be; `present` and `needed` say how many.
    QUORUM_MISSING = "committees.quorum_missing";
    AGENDA_EMPTY = "committees.agenda_empty";
    NOT_WAITING = "committees.not_waiting";
    ON_AGENDA = "committees.on_agenda";
    ITEM_DECIDED = "committees.item_decided";
    NOT_PRESENT = "committees.not_present";
    NO_VOTE = "committees.no_vote";
    /// Whoever leaves after a vote of theirs stays with it.
    HAS_VOTED = "committees.has_voted";
    VOTES_MISSING = "committees.votes_missing";
    NOT_CARRIED = "committees.not_carried";
    IS_CARRIED = "committees.is_carried";
    OWNER_MISSING = "committees.owner_missing";
    DUE_MISSING = "committees.due_missing";
    DUE_BEFORE = "committees.due_before";
    /// A decision is issued by a member of the committee who is present.
    NOT_OF_MEETING = "committees.not_of_meeting";
    /// Whoever stepped aside from an item neither votes on it nor issues its decision.
    RECUSED = "committees.recused";
    /// Nobody gives the approval of what they asked for themselves.
    OWN_REQUEST = "committees.own_request";
    /// What the item is about changed since it was put on the agenda, or is decided already.
    CHANGED_SINCE = "committees.changed_since";
    /// The step is decided on its own screen alone, or cannot be refused there.
    OWN_SCREEN = "committees.own_screen";
    APPROVAL_MISSING = "committees.approval_missing";
    PERFORMED_ALREADY = "committees.performed_already";
    DECIDED = "committees.decided";
    /// What became of a decision is dated on its day or after it.
    ENDED_BEFORE = "committees.ended_before";
    ITEMS_OPEN = "committees.items_open";
    CONFIRMED_ALREADY = "committees.confirmed_already";
    OBJECTION_MISSING = "committees.objection_missing";
    CONFIRMATIONS_MISSING = "committees.confirmations_missing";
    /// Whoever drew the minutes up does not seal them.
    OWN_MINUTES = "committees.own_minutes";
    SCAN_MISSING = "committees.scan_missing";
    NOT_YOURS = "committees.not_yours";
    COUNTS = "committees.counts";
    /// The role of whoever looks does not do this.
    NO_RIGHT = "committees.no_right";
}

/// Characters of a name or a title, and of a text.
pub const LONGEST_LINE: usize = 160;
pub const LONGEST: usize = 2_000;
/// Days of a term: four years, as the executive regulation has it for boards.
const LONGEST_TERM: i32 = 4 * 366;
/// Days in which members read minutes.
const MOST_CONFIRM_DAYS: i64 = 60;
/// Members that must be present, at most.
const MOST_QUORUM: i64 = 1_000;

/// A line that must say something.
///
/// # Errors
/// Nothing was said, or more than [`LONGEST_LINE`].
pub fn line(typed: &str, field: &'static str, missing: Code) -> Result<String> {
    let tidy = maybe_line(typed, field)?;
    require(!tidy.is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}

/// A line that may say nothing.
///
/// # Errors
/// More than [`LONGEST_LINE`].
pub fn maybe_line(typed: &str, field: &'static str) -> Result<String> {
    let tidy = tidy_line(typed);
    require(tidy.chars().count() <= LONGEST_LINE, Refusal::new(TEXT_LONG).with("most", LONGEST_LINE).at(field))?;
    Ok(tidy)
}

/// A text that may say nothing.
///
/// # Errors
/// More than [`LONGEST`].
pub fn text(typed: &str, field: &'static str) -> Result<String> {
    let tidy = tidy_text(typed);
    require(tidy.chars().count() <= LONGEST, Refusal::new(TEXT_LONG).with("most", LONGEST).at(field))?;
    Ok(tidy)
}

/// A text that must say something.
///
/// # Errors
/// Nothing was said, or more than [`LONGEST`].
pub fn said(typed: &str, field: &'static str, missing: Code) -> Result<String> {
    let tidy = text(typed, field)?;
    require(!tidy.is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}

/// # Errors
/// A term that ends before it begins, or is longer than four years.
pub fn term(from: Day, to: Day) -> Result<()> {
    let days = to.days_since(from);
    require((0..=LONGEST_TERM).contains(&days), Refusal::new(TERM_DAYS).at("term_to"))
}

/// # Errors
/// A quorum or days out of range.
pub fn settings(quorum: Option<i64>, confirm_days: i64) -> Result<()> {
    let fits = quorum.is_none_or(|quorum| (1..=MOST_QUORUM).contains(&quorum));
    require(fits, Refusal::new(QUORUM_RANGE).at("quorum"))?;
    let fits = (1..=MOST_CONFIRM_DAYS).contains(&confirm_days);
    require(fits, Refusal::new(DAYS_RANGE).with("most", MOST_CONFIRM_DAYS).at("confirm_days"))
}

/// A time of day as `10:05`.
///
/// # Errors
/// `committees.time_shape`.
pub fn time(typed: &str) -> Result<String> {
    let tidy = kernel::arabic::to_latin(&tidy_line(typed));
    let read = |(hours, minutes): (&str, &str)| {
        let small = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2 && !text.is_empty());
        Some((small(hours)?, small(minutes)?)).filter(|(hours, minutes)| *hours < 24 && *minutes < 60)
    };
    let found = tidy.split_once(':').and_then(read);
    let (hours, minutes) = found.ok_or(Refusal::new(TIME_SHAPE).at("starts"))?;
    Ok(format!("{hours:02}:{minutes:02}"))
}

/// How many of those who may vote must be present: what the committee says, or more than half of them. Never more than
/// there are, never nobody.
pub fn quorum(set: Option<i64>, eligible: i64) -> i64 {
    set.map_or(eligible / 2 + 1, |set| set.min(eligible)).max(1)
}

/// An item as it was voted on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Members who vote and have not stepped aside; of these, those who are present, and how many must be.
    pub eligible: i64,
    pub present: i64,
    pub quorum: i64,
    pub votes_for: i64,
    pub against: i64,
    pub abstained: i64,
    pub recused: i64,
    pub chair_for: bool,
}

impl Tally {
    /// What was voted, of those members who vote: their vote, whether they are present, whether they take the chair.
    pub fn of(set: Option<i64>, voters: &[MemberVote]) -> Self {
        let mut tally = Self::default();
        for voter in voters {
            if voter.vote == Some(VoteKind::Recused) {
                tally.recused += 1;
                continue;
            }
            tally.eligible += 1;
            if !voter.present {
                continue;
            }
            tally.present += 1;
            match voter.vote {
                Some(VoteKind::For) => tally.votes_for += 1,
                Some(VoteKind::Against) => tally.against += 1,
                Some(VoteKind::Abstain) => tally.abstained += 1,
                Some(VoteKind::Recused) | None => {}
            }
            tally.chair_for |= voter.chair && voter.vote == Some(VoteKind::For);
        }
        tally.quorum = quorum(set, tally.eligible);
        tally
    }

    pub const fn has_quorum(&self) -> bool {
        self.present >= self.quorum
    }

    /// Those present who have not voted yet.
    pub const fn missing(&self) -> i64 {
        self.present - self.votes_for - self.against - self.abstained
    }

    /// More than half of those present; at half, the side of the chair.
    pub const fn is_carried(&self) -> bool {
        let twice = self.votes_for * 2;
        twice > self.present || (twice == self.present && self.present > 0 && self.chair_for)
    }

    /// # Errors
    /// Fewer are present than must be, of those who did not step aside.
    pub fn must_have_quorum(&self) -> Result<()> {
        let missing = Refusal::new(QUORUM_MISSING).with("present", self.present).with("needed", self.quorum);
        require(self.has_quorum(), missing)
    }
}
