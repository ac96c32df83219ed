//! The page of an assessment, and what is being typed into it.

use crate::begin;
use crate::inputs::{PreviewAssessment, WhichAssessment};
use crate::measuring;
use crate::model::{AssessmentMeasured, AssessmentSheet, AssessmentState, EarlierAssessment};
use crate::queries::{needs_of, one_line, people};
use crate::store::{self, Assessment};
use crate::{ASSESSMENTS_REVIEW, drafting, rule_versions, rules};
use database::values;
use kernel::Result;
use kernel::id::PersonId;
use office::context::Read;
use office::narrow::Narrow;

/// Shows the page; the trail keeps who saw the facts of a family.
pub fn open(cx: &Read<'_>, input: WhichAssessment) -> Result<AssessmentSheet> {
    let one = store::assessment(cx, input.assessment)?;
    let line = one_line(cx, input.assessment)?;
    cx.saw(store::RECORD, one.id, &one.assessment_no, serde_json::json!({ "facts": line.file_no }));
    sheet(cx, one)
}

/// The page, for whoever is shown it anyway.
///
/// # Errors
/// What the database refuses.
pub fn sheet(cx: &Read<'_>, one: Assessment) -> Result<AssessmentSheet> {
    let before = earlier(cx, &one)?;
    let ends = matches!(one.state, AssessmentState::Completed | AssessmentState::Reviewed);
    let rule = rule_versions::version(cx, one.rule_version.filter(|_| ends))?;
    let measured = measuring::look(&one.draft, &rule.rule, before.first())?;
    let mut needed = Narrow::default();
    needed.and("n.assessment = {}", values![one.id]);
    let known = begin::household(cx, one.party)?;
    let cannot_review = cannot_review(cx, &one)?;
    let hands = store::hands(cx, one.id)?.into_iter().map(|(_, name)| name).collect();
    Ok(AssessmentSheet {
        line: one_line(cx, one.id)?,
        record: cx.version(store::RECORD, one.id)?,
        sources: begin::sources(&one.draft.facts, before.first(), &known, cx.today()),
        needs: needs_of(cx, &needed)?,
        people: people(cx)?,
        file_class: beneficiaries::case_of(cx, one.party)?.class,
        sent_back_by_name: name(cx, one.sent_back_by)?,
        from_register: one.from_register,
        register_score: one.register_score.clone(),
        completed_by_name: name(cx, one.completed_by)?,
        completed_at: one.completed_at,
        reviewed_at: one.reviewed_at,
        review_note: one.review_note,
        sent_back: one.sent_back,
        draft: one.draft,
        earlier: ends_of(before),
        measured,
        rule,
        hands,
        cannot_review,
    })
}

fn name(cx: &Read<'_>, person: Option<PersonId>) -> Result<String> {
    let Some(person) = person else { return Ok(String::new()) };
    let sql = "SELECT name FROM user_name WHERE id = $1";
    Ok(cx.row(sql, values![person], |row| row.get("name"))?.unwrap_or_default())
}

/// The reviewed ones before this, the newest first.
fn earlier(cx: &Read<'_>, one: &Assessment) -> Result<Vec<EarlierAssessment>> {
    let all = store::reviewed(cx, one.party)?;
    let own = all.iter().position(|other| other.assessment == one.id);
    Ok(all.into_iter().skip(own.map_or(0, |place| place + 1)).collect())
}

/// The one before, and the first.
fn ends_of(mut all: Vec<EarlierAssessment>) -> Vec<EarlierAssessment> {
    if all.len() > 2 {
        all.drain(1..all.len() - 1);
    }
    all
}

/// Why the person who asks does not review it.
fn cannot_review(cx: &Read<'_>, one: &Assessment) -> Result<String> {
    let why = rules::is_completed(one.state).and_then(|()| drafting::by_another(cx, one, cx.who.id));
    Ok(match why {
        Err(failure) => failure.code().map(|code| code.to_string()).unwrap_or_default(),
        Ok(()) if !cx.who.role.may(ASSESSMENTS_REVIEW) => ASSESSMENTS_REVIEW.name().to_owned(),
        Ok(()) => String::new(),
    })
}

/// The same as the page says, of what is being typed.
pub fn preview(cx: &Read<'_>, input: PreviewAssessment) -> Result<AssessmentMeasured> {
    let one = store::assessment(cx, input.assessment)?;
    let before = earlier(cx, &one)?;
    let rule = rule_versions::version(cx, None)?;
    measuring::look(&rules::tidy(input.draft, cx.today())?, &rule.rule, before.first())
}
