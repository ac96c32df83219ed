//! What may be typed, completed, reviewed and planned. Pure.

use crate::model::{
    Ability, AssessmentDraft, AssessmentFacts, AssessmentKind, AssessmentSettings, AssessmentState, CareState,
    FileClass, NeedState, UNSOUND,
};
use casework::need::Class;
use kernel::arabic::{tidy_line, tidy_text};
use kernel::{Code, Day, Money, Refusal, Result, require};

kernel::refusals! {
    ADDED_ALREADY = "assessments.added_already";
    /// Another assessment of the family is open.
    OPEN_ALREADY = "assessments.open_already";
    /// An intake of a family that was assessed before.
    INTAKE_AGAIN = "assessments.intake_again";
    /// A closure or an impact of a family nobody has assessed.
    NOTHING_BEFORE = "assessments.nothing_before";
    NOT_DRAFT = "assessments.not_draft";
    NOT_COMPLETED = "assessments.not_completed";
    REVIEWED_ALREADY = "assessments.reviewed_already";
    /// Before the day of the newest one that was reviewed.
    DAY_BEFORE_LAST = "assessments.day_before_last";
    TEXT_LONG = "assessments.text_long";
    AMOUNT_NEGATIVE = "assessments.amount_negative";
    COUNT_RANGE = "assessments.count_range";
    UNSOUND_UNKNOWN = "assessments.unsound_unknown";
    ABILITY_EMPTY = "assessments.ability_empty";
    ABILITIES_MANY = "assessments.abilities_many";
    REASON_MISSING = "assessments.reason_missing";
    NEED_EMPTY = "assessments.need_empty";
    /// A suggestion was taken or declined before.
    SUGGESTION_SETTLED = "assessments.suggestion_settled";
    /// Something planned for it is open.
    ITEMS_OPEN = "assessments.items_open";
    NEED_SETTLED = "assessments.need_settled";
    ACTION_EMPTY = "assessments.action_empty";
    OWNER_UNKNOWN = "assessments.owner_unknown";
    DUE_PAST = "assessments.due_past";
    DUE_FAR = "assessments.due_far";
    ITEM_SETTLED = "assessments.item_settled";
    OUTCOME_MISSING = "assessments.outcome_missing";
    GOAL_UNSAID = "assessments.goal_unsaid";
    DECISION_MISSING = "assessments.decision_missing";
    SAME_RULE = "assessments.same_rule";
    DAYS_RANGE = "assessments.days_range";
    APPEND_ONLY = "assessments.append_only";
}

/// Characters of a text.
pub const LONGEST: usize = 2_000;
/// Persons, rooms.
const MOST: i64 = 99;
/// Abilities of one family.
const MOST_ABILITIES: usize = 40;
/// Days ahead that can be planned.
const FARTHEST: i32 = 1_100;

/// A text that may say nothing.
///
/// # Errors
/// Longer than [`LONGEST`].
pub fn text(field: &'static str, typed: &str) -> Result<String> {
    let tidy = tidy_text(typed);
    require(tidy.chars().count() <= LONGEST, Refusal::new(TEXT_LONG).with("most", LONGEST).at(field))?;
    Ok(tidy.trim().to_owned())
}

/// A text that must say something.
///
/// # Errors
/// Nothing was said, or too much.
pub fn said(field: &'static str, typed: &str, missing: Code) -> Result<String> {
    let tidy = text(field, typed)?;
    require(!tidy.is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}

/// The draft in one form. What is unknown stays so.
///
/// # Errors
/// A day that has not come; an amount below zero; numbers and texts beyond their range.
pub fn tidy(typed: AssessmentDraft, today: Day) -> Result<AssessmentDraft> {
    office::input::at("done_on", office::input::has_come(typed.done_on, today))?;
    let mut draft = typed;
    draft.reason = text("reason", &draft.reason)?;
    draft.manual_reason = text("manual_reason", &draft.manual_reason)?;
    facts(&mut draft.facts)?;
    require(
        draft.abilities.len() <= MOST_ABILITIES,
        Refusal::new(ABILITIES_MANY).with("most", MOST_ABILITIES).at("abilities"),
    )?;
    draft.abilities = draft.abilities.into_iter().map(ability).collect::<Result<_>>()?;
    Ok(draft)
}

fn ability(typed: Ability) -> Result<Ability> {
    let said = said("abilities", &tidy_line(&typed.text), ABILITY_EMPTY)?;
    Ok(Ability { text: said, who: text("abilities", &tidy_line(&typed.who))?, ..typed })
}

fn facts(facts: &mut AssessmentFacts) -> Result<()> {
    let counts = [
        ("family_size", facts.family_size),
        ("dependants", facts.dependants),
        ("orphan_n", facts.orphan_n),
        ("disabled_n", facts.disabled_n),
        ("elderly_n", facts.elderly_n),
        ("rooms", facts.rooms),
    ];
    for (field, count) in counts {
        let fits = count.is_none_or(|count| (0..=MOST).contains(&count));
        require(fits, Refusal::new(COUNT_RANGE).with("most", MOST).at(field))?;
    }
    for (field, amount) in incomes(facts).into_iter().chain(obligations(facts)) {
        require(!amount.is_some_and(Money::is_negative), Refusal::new(AMOUNT_NEGATIVE).at(field))?;
    }
    if let Some(unsound) = &facts.unsound {
        let known = |one: &&str| UNSOUND.contains(one);
        require(unsound.split_whitespace().all(|one| known(&one)), Refusal::new(UNSOUND_UNKNOWN).at("unsound"))?;
        let all = UNSOUND.into_iter().filter(|one| unsound.split_whitespace().any(|said| said == *one));
        facts.unsound = Some(all.collect::<Vec<_>>().join(" "));
    }
    facts.findings = text("findings", &facts.findings)?;
    Ok(())
}

pub const fn incomes(facts: &AssessmentFacts) -> [(&'static str, Option<Money>); 7] {
    [
        ("social_security", facts.social_security),
        ("citizen_account", facts.citizen_account),
        ("salary", facts.salary),
        ("pension", facts.pension),
        ("project_income", facts.project_income),
        ("piecework", facts.piecework),
        ("other_income", facts.other_income),
    ]
}

pub const fn obligations(facts: &AssessmentFacts) -> [(&'static str, Option<Money>); 3] {
    [("rent", facts.rent), ("debts", facts.debts), ("other_obligation", facts.other_obligation)]
}

/// # Errors
/// An intake of a family that was assessed before; an end or an impact where nothing was measured.
pub fn may_begin(kind: AssessmentKind, reviewed_before: bool) -> Result<()> {
    require(!(kind == AssessmentKind::Intake && reviewed_before), Refusal::new(INTAKE_AGAIN).at("kind"))?;
    let compares = matches!(kind, AssessmentKind::Closure | AssessmentKind::Impact);
    require(!compares || reviewed_before, Refusal::new(NOTHING_BEFORE).at("kind"))
}

/// # Errors
/// Completed, reviewed or dropped.
pub fn is_draft(state: AssessmentState) -> Result<()> {
    require(state != AssessmentState::Reviewed, REVIEWED_ALREADY)?;
    require(state == AssessmentState::Draft, NOT_DRAFT)
}

/// # Errors
/// Not completed yet, or reviewed before.
pub fn is_completed(state: AssessmentState) -> Result<()> {
    require(state != AssessmentState::Reviewed, REVIEWED_ALREADY)?;
    require(state == AssessmentState::Completed, NOT_COMPLETED)
}

/// # Errors
/// Before the newest reviewed one: the class of the file would go back.
pub fn follows(done_on: Day, last: Option<Day>) -> Result<()> {
    let after = last.is_none_or(|last| done_on >= last);
    let refusal = Refusal::new(DAY_BEFORE_LAST).at("done_on");
    require(after, last.map_or(refusal.clone(), |last| refusal.with("day", last)))
}

/// # Errors
/// A day that has passed, or years ahead.
pub fn plannable(due: Day, today: Day) -> Result<()> {
    require(due >= today, Refusal::new(DUE_PAST).with("day", due).at("due"))?;
    require(due.days_since(today) <= FARTHEST, Refusal::new(DUE_FAR).with("day", due).at("due"))
}

/// # Errors
/// Its end was said before.
pub fn is_open(state: CareState) -> Result<()> {
    require(state.is_open(), ITEM_SETTLED)
}

/// What a need may become: settled from open, and open again.
///
/// # Errors
/// Settled before; items that are open; no reason where one is due.
pub fn settles(from: NeedState, to: NeedState, open_items: i64, reason: &str) -> Result<()> {
    require((from == NeedState::Open) != (to == NeedState::Open), NEED_SETTLED)?;
    require(to == NeedState::Open || open_items == 0, Refusal::new(ITEMS_OPEN).with("n", open_items))?;
    require(to == NeedState::Met || !reason.is_empty(), Refusal::new(REASON_MISSING).at("reason"))
}

/// # Errors
/// Fewer days than a week, or more than three years.
pub fn settings(settings: &AssessmentSettings) -> Result<()> {
    let days = [
        ("review_a", settings.review_a),
        ("review_b", settings.review_b),
        ("review_c", settings.review_c),
        ("review_d", settings.review_d),
    ];
    for (field, days) in days {
        let refusal = Refusal::new(DAYS_RANGE).with("least", 7).with("most", 1_096).at(field);
        require((7..=1_096).contains(&days), refusal)?;
    }
    Ok(())
}

/// Days from an assessment to the next review, by the class of the file.
pub const fn review_days(settings: &AssessmentSettings, class: FileClass) -> i32 {
    match class {
        FileClass::A => settings.review_a,
        FileClass::B => settings.review_b,
        FileClass::C => settings.review_c,
        FileClass::D => settings.review_d,
    }
}

/// As the file keeps it.
pub const fn file_class(class: Class) -> FileClass {
    match class {
        Class::A => FileClass::A,
        Class::B => FileClass::B,
        Class::C => FileClass::C,
        Class::NoNeed => FileClass::D,
    }
}

/// As the engine names it.
pub const fn need_class(class: FileClass) -> Class {
    match class {
        FileClass::A => Class::A,
        FileClass::B => Class::B,
        FileClass::C => Class::C,
        FileClass::D => Class::NoNeed,
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
