//! Associations of the governorate become able to do more: assessed by domain, a plan agreed step by step, mentors and their
//! visits; what they did stands beside what they can do.

use crate::inputs::{AddCapacityAssessment, SaveCapacityStep, SayCapacityStep, WhichCapacityStep, WhichProgramme};
use crate::keeping::said;
use crate::model::{
    CapacityAssessment, CapacityLine, CapacityScore, CapacitySheet, CapacityStep, CapacityStepState, ProgrammeState,
};
use crate::rules::{
    self, ADDED_ALREADY, ASSESSED_ALREADY, EVIDENCE_MISSING, NAME_MISSING, NOT_ASSOCIATION, OWN_STEP, SCORES,
    STEP_BEGUN, STEP_STANDS,
};
use crate::store;
use database::values;
use kernel::id::{PartyId, ProgrammeId, ProgrammeItemId};
use kernel::{Day, Failure, Refusal, Result, require};
use office::context::{Read, Write};
use office::input::Nothing;
use serde_json::json;
use std::collections::BTreeMap;

pub fn sheet(cx: &Read<'_>, input: WhichProgramme) -> Result<CapacitySheet> {
    let of = store::programme(cx, input.programme)?;
    Ok(CapacitySheet {
        programme: of.id,
        today: cx.today(),
        running: of.state == ProgrammeState::Running,
        lines: lines(cx, of.id)?,
        version: cx.version(store::PROGRAMME, of.id)?.number,
    })
}

/// Each association with what was assessed and agreed of it.
///
/// # Errors
/// What the database refuses.
pub fn lines(cx: &Read<'_>, programme: ProgrammeId) -> Result<Vec<CapacityLine>> {
    let mut scores: BTreeMap<ProgrammeItemId, Vec<CapacityScore>> = BTreeMap::new();
    let sql = "SELECT s.assessment, s.domain, s.score FROM capacity_score s JOIN capacity_assessment a ON a.id = s.assessment \
               WHERE a.programme = $1";
    for (of, score) in cx.rows(sql, values![programme], |row| {
        Ok((row.get("assessment")?, CapacityScore { domain: row.get("domain")?, score: row.get("score")? }))
    })? {
        scores.entry(of).or_default().push(score);
    }
    let mut all: Vec<CapacityLine> = Vec::new();
    for (partner, name, mut one) in cx.rows(include_str!("sql/assessments.sql"), values![programme], |row| {
        let one = CapacityAssessment {
            id: row.get("id")?,
            day: row.get("day")?,
            evidence: row.get("evidence")?,
            scores: Vec::new(),
            mean: 0,
            performance: row.get("performance")?,
            performance_note: row.get("performance_note")?,
            recorded_by_name: row.get("recorded_by_name")?,
        };
        Ok((row.get::<PartyId>("partner")?, row.get::<String>("name")?, one))
    })? {
        one.scores = scores.remove(&one.id).unwrap_or_default();
        one.scores.sort_by_key(|score| score.domain);
        one.mean = rules::mean(&one.scores);
        line_of(&mut all, partner, name).assessments.push(one);
    }
    for (partner, step) in cx.rows(include_str!("sql/capacity_steps.sql"), values![programme], |row| {
        let (due, state): (Day, CapacityStepState) = (row.get("due")?, row.get("state")?);
        let step = CapacityStep {
            id: row.get("id")?,
            domain: row.get("domain")?,
            text: row.get("text")?,
            due,
            late: due < cx.today() && matches!(state, CapacityStepState::Proposed | CapacityStepState::Agreed),
            mentor: row.get("mentor")?,
            mentor_name: row.get("mentor_name")?,
            state,
            agreed_with: row.get("agreed_with")?,
            agreed_on: row.get("agreed_on")?,
            done_on: row.get("done_on")?,
            evidence: row.get("evidence")?,
            done_by: row.get("done_by")?,
            done_by_name: row.get("done_by_name")?,
            verified_by_name: row.get("verified_by_name")?,
            verified_on: row.get("verified_on")?,
        };
        Ok((row.get::<PartyId>("partner")?, step))
    })? {
        let name = partners::name_of(cx, partner)?;
        line_of(&mut all, partner, name).steps.push(step);
    }
    for line in &mut all {
        let sql = "SELECT count(*) AS n, max(done_on) AS latest FROM follow_up_visit \
                   WHERE kind = 'mentoring' AND subject_kind = 'partner' AND subject = $1 AND done_on IS NOT NULL";
        (line.mentored, line.mentored_on) =
            cx.one(sql, values![line.partner], |row| Ok((row.get("n")?, row.get("latest")?)))?;
    }
    all.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(all)
}

fn line_of(all: &mut Vec<CapacityLine>, partner: PartyId, name: String) -> &mut CapacityLine {
    let place = all.iter().position(|one| one.partner == partner).unwrap_or_else(|| {
        all.push(CapacityLine {
            partner,
            name,
            assessments: Vec::new(),
            steps: Vec::new(),
            mentored: 0,
            mentored_on: None,
        });
        all.len() - 1
    });
    &mut all[place]
}

/// Associations that were assessed and have agreed to a step at least.
pub fn agreed(lines: &[CapacityLine]) -> i64 {
    let holds = |line: &&CapacityLine| {
        !line.assessments.is_empty() && line.steps.iter().any(|step| step.state != CapacityStepState::Proposed)
    };
    i64::try_from(lines.iter().filter(holds).count()).unwrap_or(0)
}

fn association(cx: &Read<'_>, partner: PartyId) -> Result<String> {
    let sql = "SELECT kind FROM partner_card WHERE party = $1";
    let kind: Option<String> = cx.row(sql, values![partner], |row| row.get("kind"))?;
    let fits = kind.as_deref().is_some_and(|kind| matches!(kind, "association" | "neighbourhood_centre"));
    require(fits, Refusal::new(NOT_ASSOCIATION).at("partner"))?;
    partners::name_of(cx, partner)
}

/// What an association is able to do on a day, by domain, with what it did of what it had planned.
pub fn add_assessment(cx: &Write<'_>, input: AddCapacityAssessment) -> Result<Nothing> {
    let of = store::running(cx, input.programme)?;
    let known = cx.row("SELECT 1 AS one FROM capacity_assessment WHERE id = $1", values![input.id], |_| Ok(()))?;
    require(known.is_none(), ADDED_ALREADY)?;
    let name = association(cx, input.partner)?;
    rules::happened("day", input.day, cx.today())?;
    let sql = "SELECT 1 AS one FROM capacity_assessment WHERE programme = $1 AND partner = $2 AND day = $3";
    let same = cx.row(sql, values![of.id, input.partner, input.day], |_| Ok(()))?;
    require(same.is_none(), Refusal::new(ASSESSED_ALREADY).at("day"))?;
    let evidence = rules::said("evidence", &input.evidence, EVIDENCE_MISSING)?;
    let note = rules::line("performance_note", &input.performance_note)?;
    let once = |place: usize| input.scores[..place].iter().all(|one| one.domain != input.scores[place].domain);
    let fits = !input.scores.is_empty()
        && input.scores.iter().enumerate().all(|(place, one)| (0..=4).contains(&one.score) && once(place))
        && input.performance.is_none_or(|percent| (0..=200).contains(&percent));
    require(fits, Refusal::new(SCORES).at("scores"))?;
    cx.run(
        "INSERT INTO capacity_assessment (id, programme, partner, day, evidence, performance, performance_note, recorded_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![
            input.id,
            of.id,
            input.partner,
            input.day,
            evidence.as_str(),
            input.performance,
            note,
            cx.who.id
        ],
    )?;
    for one in &input.scores {
        let sql = "INSERT INTO capacity_score (assessment, domain, score) VALUES ($1, $2, $3)";
        cx.run(sql, values![input.id, one.domain, one.score])?;
    }
    cx.passed(store::PROGRAMME, of.id)?;
    said(cx, &of, &json!({ "assessed": name, "mean": rules::mean(&input.scores), "evidence": evidence }))
}

fn step(cx: &Read<'_>, programme: ProgrammeId, id: ProgrammeItemId) -> Result<Option<(PartyId, CapacityStep)>> {
    let all = lines(cx, programme)?.into_iter();
    let found = all.flat_map(|line| line.steps.into_iter().map(move |step| (line.partner, step)));
    Ok(found.into_iter().find(|(_, step)| step.id == id))
}

/// A step that stands where the next begins.
fn standing(
    cx: &Read<'_>,
    programme: ProgrammeId,
    id: ProgrammeItemId,
    state: CapacityStepState,
) -> Result<CapacityStep> {
    let (_, found) = step(cx, programme, id)?.ok_or(Failure::not_found("step"))?;
    require(found.state == state, STEP_STANDS)?;
    Ok(found)
}

/// A step of the improvement plan; once it was agreed to it stays as it is.
pub fn save_step(cx: &Write<'_>, input: SaveCapacityStep) -> Result<Nothing> {
    let of = store::running(cx, input.programme)?;
    let name = association(cx, input.partner)?;
    if let Some((partner, known)) = step(cx, of.id, input.id)? {
        let same = known.state == CapacityStepState::Proposed && partner == input.partner;
        require(same, STEP_BEGUN)?;
    }
    let text = rules::said("text", &input.text, NAME_MISSING)?;
    if let Some(mentor) = input.mentor {
        store::somebody(cx, mentor, "mentor")?;
    }
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    cx.run(
        "INSERT INTO capacity_step (id, programme, partner, domain, text, due, mentor, state) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'proposed') ON CONFLICT (id) DO UPDATE SET domain = excluded.domain, \
         text = excluded.text, due = excluded.due, mentor = excluded.mentor WHERE capacity_step.programme = excluded.programme",
        values![input.id, of.id, input.partner, input.domain, text.as_str(), input.due, input.mentor],
    )?;
    said(cx, &of, &json!({ "step": text, "association": name, "due": input.due }))
}

/// The association agreed: who of it, and when.
pub fn agree_step(cx: &Write<'_>, input: SayCapacityStep) -> Result<Nothing> {
    let of = store::running(cx, input.programme)?;
    let one = standing(cx, of.id, input.id, CapacityStepState::Proposed)?;
    let with = rules::said("said", &input.said, NAME_MISSING)?;
    rules::happened("day", input.day, cx.today())?;
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    let sql = "UPDATE capacity_step SET state = 'agreed', agreed_with = $1, agreed_on = $2 WHERE id = $3";
    cx.run(sql, values![with.as_str(), input.day, one.id])?;
    said(cx, &of, &json!({ "step": one.text, "agreed_with": with }))
}

/// It was done, with what shows it.
pub fn finish_step(cx: &Write<'_>, input: SayCapacityStep) -> Result<Nothing> {
    let of = store::running(cx, input.programme)?;
    let one = standing(cx, of.id, input.id, CapacityStepState::Agreed)?;
    let evidence = rules::said("said", &input.said, EVIDENCE_MISSING)?;
    rules::happened("day", input.day, cx.today())?;
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    let sql = "UPDATE capacity_step SET state = 'done', done_on = $1, evidence = $2, done_by = $3 WHERE id = $4";
    cx.run(sql, values![input.day, evidence.as_str(), cx.who.id, one.id])?;
    said(cx, &of, &json!({ "step": one.text, "evidence": evidence }))
}

/// Another person than who said that it was done has seen it.
pub fn verify_step(cx: &Write<'_>, input: WhichCapacityStep) -> Result<Nothing> {
    let of = store::running(cx, input.programme)?;
    let one = standing(cx, of.id, input.id, CapacityStepState::Done)?;
    require(one.done_by != Some(cx.who.id), OWN_STEP)?;
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    let sql = "UPDATE capacity_step SET state = 'verified', verified_by = $1, verified_on = $2 WHERE id = $3";
    cx.run(sql, values![cx.who.id, cx.today(), one.id])?;
    said(cx, &of, &json!({ "step": one.text, "verified": true }))
}
