//! Assessments, rows in and out, and how the audit trail is told of them.

use crate::model::{
    Ability, AssessmentDraft, AssessmentFacts, AssessmentKind, AssessmentState, EarlierAssessment, FileClass,
    SavedAssessment,
};
use crate::rules;
use database::{Read, Row, values};
use kernel::arabic::fold;
use kernel::id::{AssessmentId, PartyId, PersonId};
use kernel::{Day, Failure, Hijri, Moment, Money, Result};
use office::context::Write;
use office::feature::Subject;
use serde::Serialize;
use serde_json::json;

/// The kind of record an assessment is: for documents, versions, histories and the audit trail.
pub const RECORD: &str = "assessment";
/// The series the numbers are taken from, anew each Hijri year.
const NUMBERS: &str = "assessment";

/// An assessment as its verbs know it, and as the audit trail keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assessment {
    pub id: AssessmentId,
    pub assessment_no: String,
    pub party: PartyId,
    pub kind: AssessmentKind,
    pub state: AssessmentState,
    pub draft: AssessmentDraft,
    pub begun_by: PersonId,
    pub begun_on: Day,
    pub rule_version: Option<i64>,
    pub score: Option<i64>,
    pub class: String,
    pub final_class: String,
    pub completed_by: Option<PersonId>,
    pub completed_at: Option<Moment>,
    pub reviewed_by: Option<PersonId>,
    pub reviewed_at: Option<Moment>,
    pub review_note: String,
    pub sent_back: String,
    pub sent_back_by: Option<PersonId>,
    /// It comes from a register of before, where the office had given it this score, in its own words.
    pub from_register: bool,
    pub register_score: String,
}

const BESIDE: &[&str] = &[
    "assessment_no",
    "party",
    "kind",
    "state",
    "done_on",
    "reason",
    "begun_by",
    "begun_on",
    "rule_version",
    "score",
    "class",
    "manual_class",
    "manual_reason",
    "final_class",
    "completed_by",
    "completed_at",
    "reviewed_by",
    "reviewed_at",
    "review_note",
    "sent_back",
    "sent_back_by",
    "from_register",
    "register_score",
];

pub fn find(db: &Read<'_>, id: AssessmentId) -> Result<Option<Assessment>> {
    let beside = |row: &Row<'_>| {
        let manual: String = row.get("manual_class")?;
        Ok(Assessment {
            id,
            assessment_no: row.get("assessment_no")?,
            party: row.get("party")?,
            kind: row.get("kind")?,
            state: row.get("state")?,
            draft: AssessmentDraft {
                done_on: row.get("done_on")?,
                reason: row.get("reason")?,
                facts: AssessmentFacts::default(),
                abilities: Vec::new(),
                manual_class: class_named(&manual)?,
                manual_reason: row.get("manual_reason")?,
            },
            begun_by: row.get("begun_by")?,
            begun_on: row.get("begun_on")?,
            rule_version: row.get("rule_version")?,
            score: row.get("score")?,
            class: row.get("class")?,
            final_class: row.get("final_class")?,
            completed_by: row.get("completed_by")?,
            completed_at: row.get("completed_at")?,
            reviewed_by: row.get("reviewed_by")?,
            reviewed_at: row.get("reviewed_at")?,
            review_note: row.get("review_note")?,
            sent_back: row.get("sent_back")?,
            sent_back_by: row.get("sent_back_by")?,
            from_register: row.get("from_register")?,
            register_score: row.get("register_score")?,
        })
    };
    let Some((facts, mut found)) = db.record_and::<AssessmentFacts, _>(id, BESIDE, beside)? else { return Ok(None) };
    found.draft.facts = facts;
    found.draft.abilities = abilities(db, id)?;
    Ok(Some(found))
}

/// # Errors
/// Not found.
pub fn assessment(db: &Read<'_>, id: AssessmentId) -> Result<Assessment> {
    find(db, id)?.ok_or(Failure::not_found(RECORD))
}

/// None where nothing is written.
fn class_named(name: &str) -> Result<Option<FileClass>> {
    if name.is_empty() { Ok(None) } else { FileClass::named(name).map(Some) }
}

/// As a column keeps it.
pub fn class_text(class: Option<FileClass>) -> &'static str {
    class.map(FileClass::name).unwrap_or_default()
}

pub fn abilities(db: &Read<'_>, id: AssessmentId) -> Result<Vec<Ability>> {
    let sql = "SELECT kind, who, text, trains, runs FROM assessment_ability WHERE assessment = $1 ORDER BY no";
    db.rows(sql, values![id], |row| {
        Ok(Ability {
            kind: row.get("kind")?,
            who: row.get("who")?,
            text: row.get("text")?,
            trains: row.get("trains")?,
            runs: row.get("runs")?,
        })
    })
}

/// The number the next one gets.
///
/// # Errors
/// A day beyond the Hijri calendar.
pub fn next_no(cx: &Write<'_>) -> Result<String> {
    let year = i64::from(Hijri::from_day(cx.today()).ok_or(kernel::refusals::HIJRI_RANGE)?.year());
    Ok(format!("A-{year}-{:04}", cx.next_number(NUMBERS, year)?))
}

/// Writes a new draft; the person who begins it is the first who wrote in it.
///
/// # Errors
/// A day beyond the Hijri calendar.
pub fn insert(
    cx: &Write<'_>,
    id: AssessmentId,
    party: PartyId,
    kind: AssessmentKind,
    draft: &AssessmentDraft,
) -> Result<()> {
    let no = next_no(cx)?;
    let beside = [
        ("assessment_no", no.as_str().into()),
        ("party", party.into()),
        ("kind", kind.into()),
        ("state", AssessmentState::Draft.into()),
        ("search_fold", search(cx, party, &no)?.into()),
        ("begun_by", cx.who.id.into()),
        ("begun_on", cx.today().into()),
        ("done_on", draft.done_on.into()),
        ("reason", draft.reason.as_str().into()),
    ];
    cx.db().insert_record(id, &draft.facts, &beside)?;
    write_abilities(cx, id, &draft.abilities)?;
    hand(cx, id)?;
    cx.status_changed(subject(id), None, AssessmentState::Draft.name(), "")
}

/// Writes what stands in a draft.
///
/// # Errors
/// What the database refuses.
pub fn write(cx: &Write<'_>, id: AssessmentId, draft: &AssessmentDraft) -> Result<()> {
    let beside = [
        ("done_on", draft.done_on.into()),
        ("reason", draft.reason.as_str().into()),
        ("manual_class", class_text(draft.manual_class).into()),
        ("manual_reason", draft.manual_reason.as_str().into()),
    ];
    cx.db().update_record(id, &draft.facts, &beside)?;
    cx.run("DELETE FROM assessment_ability WHERE assessment = $1", values![id])?;
    write_abilities(cx, id, &draft.abilities)?;
    hand(cx, id)
}

fn write_abilities(cx: &Write<'_>, id: AssessmentId, all: &[Ability]) -> Result<()> {
    for (no, one) in (1_i64..).zip(all) {
        cx.run(
            "INSERT INTO assessment_ability (assessment, no, kind, who, text, text_fold, trains, runs) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            values![
                id,
                no,
                one.kind,
                one.who.as_str(),
                one.text.as_str(),
                fold(&format!("{} {}", one.text, one.who)),
                one.trains,
                one.runs
            ],
        )?;
    }
    Ok(())
}

/// Whoever writes in it does not review it.
///
/// # Errors
/// What the database refuses.
pub fn hand(cx: &Write<'_>, id: AssessmentId) -> Result<()> {
    hand_of(cx, id, cx.who.id)
}

/// The same, of somebody who wrote in it elsewhere.
///
/// # Errors
/// What the database refuses.
pub fn hand_of(cx: &Write<'_>, id: AssessmentId, person: PersonId) -> Result<()> {
    let sql =
        "INSERT INTO assessment_hand (assessment, person) VALUES ($1, $2) ON CONFLICT (assessment, person) DO NOTHING";
    cx.run(sql, values![id, person]).map(drop)
}

/// Who wrote in it.
///
/// # Errors
/// What the database refuses.
pub fn hands(db: &Read<'_>, id: AssessmentId) -> Result<Vec<(PersonId, String)>> {
    let sql = "SELECT h.person, n.name FROM assessment_hand h JOIN user_name n ON n.id = h.person \
               WHERE h.assessment = $1 ORDER BY n.name, h.person";
    db.rows(sql, values![id], |row| Ok((row.get("person")?, row.get("name")?)))
}

pub const fn subject(id: AssessmentId) -> Subject {
    Subject { kind: RECORD, id: *id.as_bytes() }
}

/// What a word is looked for in: the number, the name, the number of the file.
pub fn search(db: &Read<'_>, party: PartyId, no: &str) -> Result<String> {
    let named = beneficiaries::file_name(db, party)?;
    Ok([no, &named.name, &named.file_no].map(fold).join(" "))
}

/// Somebody has another name: what is looked for follows.
///
/// # Errors
/// What the database refuses.
pub fn party_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    let party = PartyId::from_bytes(id);
    let sql = "SELECT id, assessment_no FROM assessment WHERE party = $1";
    let named = |row: &Row<'_>| Ok((row.get("id")?, row.get("assessment_no")?));
    let all: Vec<(AssessmentId, String)> = cx.rows(sql, values![party], named)?;
    for (assessment, no) in all {
        let sql = "UPDATE assessment SET search_fold = $1 WHERE id = $2";
        cx.run(sql, values![search(cx, party, &no)?, assessment])?;
    }
    Ok(())
}

/// Tells the trail of a change, under the file and under its own name; gives what its form reads.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Write<'_>, before: Option<&Assessment>, id: AssessmentId) -> Result<SavedAssessment> {
    let after = assessment(cx, id)?;
    let name = beneficiaries::file_name(cx, after.party)?.name;
    // The story of a file tells that it was assessed, and nothing of what was found.
    let what = json!({ "assessment": after.assessment_no, "kind": after.kind, "state": after.state });
    cx.changed(beneficiaries::RECORD, after.party, &name, &(), &what)?;
    match before {
        Some(before) => cx.changed(RECORD, id, &after.assessment_no, before, &after)?,
        None => cx.changed(RECORD, id, &after.assessment_no, &(), &after)?,
    }
    cx.record_changed(subject(id))?;
    saved(cx, id)
}

pub fn saved(cx: &Write<'_>, id: AssessmentId) -> Result<SavedAssessment> {
    Ok(SavedAssessment { assessment: id, version: cx.version(RECORD, id)?.number, at: cx.now })
}

/// The name an assessment is known by.
///
/// # Errors
/// Not found.
pub fn label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    Ok(assessment(db, AssessmentId::from_bytes(id))?.assessment_no)
}

/// The reviewed ones of a family, the newest first.
///
/// # Errors
/// What the database refuses.
pub fn reviewed(db: &Read<'_>, party: PartyId) -> Result<Vec<EarlierAssessment>> {
    let sql = "SELECT id, kind, done_on, score, final_class, per_capita FROM assessment \
               WHERE party = $1 AND state = 'reviewed' ORDER BY done_on DESC, assessment_no DESC";
    let mut all = db.rows(sql, values![party], |row| {
        Ok(EarlierAssessment {
            assessment: row.get("id")?,
            kind: row.get("kind")?,
            done_on: row.get("done_on")?,
            facts: AssessmentFacts::default(),
            score: row.get("score")?,
            class: row.get("final_class")?,
            per_capita: row.get("per_capita")?,
        })
    })?;
    for one in &mut all {
        one.facts = db.record(one.assessment)?.unwrap_or_default();
    }
    Ok(all)
}

/// The income of a month by its sources, as far as one of them is known.
///
/// # Errors
/// Amounts beyond what money can be.
pub fn income(facts: &AssessmentFacts) -> Result<Option<Money>> {
    Ok(crate::measuring::facts_of(facts)?.income)
}

/// The one that is open, where there is one.
///
/// # Errors
/// What the database refuses.
pub fn open_one(db: &Read<'_>, party: PartyId) -> Result<Option<AssessmentId>> {
    let sql = "SELECT id FROM assessment WHERE party = $1 AND state IN ('draft', 'completed')";
    db.row(sql, values![party], |row| row.get("id"))
}

/// Marks the newest and the first reviewed one of a family.
///
/// # Errors
/// What the database refuses.
pub fn mark_ends(cx: &Write<'_>, party: PartyId) -> Result<()> {
    let sql = "SELECT id FROM assessment WHERE party = $1 AND state = 'reviewed' ORDER BY done_on, assessment_no";
    let all: Vec<AssessmentId> = cx.rows(sql, values![party], |row| row.get("id"))?;
    cx.run(
        "UPDATE assessment SET newest = 0, first = 0 WHERE party = $1 AND (newest = 1 OR first = 1)",
        values![party],
    )?;
    if let (Some(first), Some(newest)) = (all.first(), all.last()) {
        cx.run("UPDATE assessment SET first = 1 WHERE id = $1", values![*first])?;
        cx.run("UPDATE assessment SET newest = 1 WHERE id = $1", values![*newest])?;
    }
    Ok(())
}

/// # Errors
/// An assessment that is no draft, or written on after its day of another.
pub fn follows_last(db: &Read<'_>, party: PartyId, done_on: Day) -> Result<()> {
    rules::follows(done_on, reviewed(db, party)?.first().map(|one| one.done_on))
}
