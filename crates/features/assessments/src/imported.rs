//! The door for imports: assessments of an office's own register, and how they go again with their import.
//!
//! The program makes its own score, by the version of the rule that was in force on that day, and makes none where a fact is
//! missing. The class the office gave, where it is another, is kept as what a person gave by hand. A review of a register makes
//! an assessment the newest of its family; the class of the file it leaves as it is.

use crate::model::{
    AssessmentFacts, AssessmentKind, AssessmentState, DwellingTenure, FileClass, HouseholdEarning, UNSOUND,
};
use crate::{measuring, rule_versions, rules, store};
use casework::need;
use database::{Read, Value, values};
use intake::RegisteredAssessment;
use kernel::id::{AssessmentId, PartyId, PersonId};
use kernel::{Failure, Moment, Result, require};
use office::context::Write;
use office::words::{Language, fill, word};
use std::collections::{BTreeMap, BTreeSet};

/// Writes one as it was judged: a draft, one that waits for its review, or one that was reviewed before.
///
/// # Errors
/// Refused: facts the rule does not take; a person whose file is gone.
pub fn store_imported(cx: &Write<'_>, id: AssessmentId, values: &RegisteredAssessment) -> Result<()> {
    let party: PartyId = parties::standing(cx, values.person.parse()?)?.id;
    beneficiaries::file_of(cx, party)?;
    let researcher: PersonId = values.researcher.parse()?;
    let state = AssessmentState::named(&values.state)?;
    let reviewer = values.reviewer.as_deref().filter(|_| state == AssessmentState::Reviewed);
    let reviewer = reviewer.map(str::parse::<PersonId>).transpose()?;
    let facts = facts(values)?;
    let rule = rule_versions::in_force(cx, values.assessed_on)?;
    let measure = measuring::measure(&facts, &rule.rule)?;
    let measured = state != AssessmentState::Draft;
    let class = measure.class.map(rules::file_class).filter(|_| measured);
    let given = values.class.as_deref().map(class_of).transpose()?;
    let by_hand = given.filter(|given| Some(*given) != class);
    let reason = by_hand.map(|_| word("assessments.from_register.reason", Language::Ar)).unwrap_or_default();
    if measured {
        let judged = need::Assessment {
            worker: Some(researcher.to_string()),
            reviewer: Some(reviewer.map_or_else(|| format!("another than {researcher}"), |one| one.to_string())),
            manual: by_hand
                .map(|given| need::Override { class: rules::need_class(given), reason: Some(reason.clone()) }),
            file_class: None,
        };
        need::review(&measure, &judged)?;
    }
    let no = store::next_no(cx)?;
    // Nobody wrote down at what time of the day.
    let then = |day: kernel::Day| Moment::start_of_riyadh_day(i64::from(day.number()));
    let completed = measured.then(|| then(values.assessed_on));
    let reviewed = reviewer.map(|_| then(values.reviewed_on.unwrap_or(values.assessed_on)));
    let last = by_hand.or(class).filter(|_| reviewer.is_some());
    let parts = match measured {
        true => serde_json::to_string(&measure.parts).map_err(Failure::broken)?,
        false => String::new(),
    };
    let beside: Vec<(&str, Value)> = vec![
        ("assessment_no", no.as_str().into()),
        ("party", party.into()),
        ("kind", AssessmentKind::named(&values.kind)?.into()),
        ("state", state.into()),
        ("search_fold", store::search(cx, party, &no)?.into()),
        ("begun_by", researcher.into()),
        ("begun_on", values.assessed_on.into()),
        ("done_on", values.assessed_on.into()),
        ("rule_version", Some(rule.version).filter(|_| measured).into()),
        ("per_capita", measure.per_capita.filter(|_| measured).into()),
        ("income_total", store::income(&facts)?.filter(|_| measured).into()),
        ("score", measure.score.filter(|_| measured).into()),
        ("parts", parts.into()),
        ("class", store::class_text(class).into()),
        ("manual_class", store::class_text(by_hand).into()),
        ("manual_reason", reason.into()),
        ("completed_by", Some(researcher).filter(|_| measured).into()),
        ("completed_at", completed.into()),
        ("reviewed_by", reviewer.into()),
        ("reviewed_at", reviewed.into()),
        ("final_class", store::class_text(last).into()),
        ("from_register", true.into()),
        ("register_score", values.score.clone().unwrap_or_default().into()),
    ];
    cx.db().insert_record(id, &facts, &beside)?;
    store::hand_of(cx, id, researcher)?;
    match state {
        AssessmentState::Reviewed => store::mark_ends(cx, party)?,
        // Who brings in what nobody reviewed does not review it.
        _ => store::hand(cx, id)?,
    }
    cx.status_changed(store::subject(id), None, state.name(), "")?;
    store::told(cx, None, id).map(drop)
}

/// As the file keeps a class.
fn class_of(word: &str) -> Result<FileClass> {
    FileClass::named(word.strip_prefix("class_").unwrap_or(word))
}

/// The facts of the row. What nobody wrote down is unknown.
fn facts(values: &RegisteredAssessment) -> Result<AssessmentFacts> {
    let unsound = values.unsound.as_ref().map(|said| {
        let all = UNSOUND.into_iter().filter(|one| said.iter().any(|word| word == one));
        all.collect::<Vec<_>>().join(" ")
    });
    let recommended = values.recommendation.as_ref().map(|text| {
        fill("assessments.from_register.recommended", Language::Ar, &BTreeMap::from([("text", text.clone())]))
    });
    let findings = [values.findings.clone(), recommended].into_iter().flatten().collect::<Vec<_>>().join("\n");
    Ok(AssessmentFacts {
        family_size: values.family_size,
        dependants: values.dependants,
        widow: values.widow,
        orphan_n: values.orphans,
        disabled_n: values.disabled,
        elderly_n: values.elderly,
        social_security: values.income_security,
        citizen_account: values.income_citizen,
        salary: values.income_salary,
        pension: values.income_pension,
        project_income: values.income_project,
        piecework: values.income_piecework,
        other_income: values.income_other,
        rent: values.rent,
        debts: values.debts,
        other_obligation: values.obligations,
        tenure: values.tenure.as_deref().map(DwellingTenure::named).transpose()?,
        rooms: values.rooms,
        unsound,
        earning: values.earning.as_deref().map(HouseholdEarning::named).transpose()?,
        findings: rules::text("findings", &findings)?,
    })
}

/// The assessments the office holds, for the judgement of a file.
///
/// # Errors
/// What the database refuses.
pub fn known(db: &Read<'_>) -> Result<Vec<intake::KnownAssessment>> {
    let sql = "SELECT party, done_on, state FROM assessment WHERE state <> 'dropped' ORDER BY id";
    db.rows(sql, values![], |row| {
        Ok(intake::KnownAssessment {
            person: row.get::<PartyId>("party")?.to_string(),
            assessed_on: row.get("done_on")?,
            state: row.get("state")?,
        })
    })
}

/// The assessments an import made upon which needs of the family rest by now; by their names.
///
/// # Errors
/// What the database refuses.
pub fn rests_on(db: &Read<'_>, made: &BTreeSet<AssessmentId>) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for id in made {
        let sql = "SELECT count(*) AS n FROM care_need WHERE assessment = $1";
        if db.one(sql, values![*id], |row| row.get::<i64>("n"))? > 0 {
            found.push(store::label(db, *id.as_bytes())?);
        }
    }
    Ok(found)
}

/// Removes what an import made; whoever calls has seen that nothing rests on it. Gives the numbers of the assessments.
///
/// # Errors
/// `assessments.append_only` of the database, of what goes with no import.
pub fn remove_imported(cx: &Write<'_>, made: &BTreeSet<AssessmentId>) -> Result<Vec<String>> {
    let (mut gone, mut families) = (Vec::new(), BTreeSet::new());
    for id in made {
        let one = store::assessment(cx, *id)?;
        cx.run("DELETE FROM assessment_hand WHERE assessment = $1", values![*id])?;
        cx.run("DELETE FROM assessment_ability WHERE assessment = $1", values![*id])?;
        let removed = cx.run("DELETE FROM assessment WHERE id = $1", values![*id])?;
        require(removed == 1, Failure::not_found(store::RECORD))?;
        cx.status_forgotten(store::subject(*id))?;
        families.insert(one.party);
        gone.push(one.assessment_no);
    }
    // What stood before them is the newest and the first again.
    families.into_iter().try_for_each(|party| store::mark_ends(cx, party))?;
    Ok(gone)
}
