//! What was found of a family: told to it as far as who asks may see it; what says how it lives is forgotten when it was
//! kept long enough. Scores and classes stay: they are counted.

use crate::ASSESSMENTS_FACTS;
use database::values;
use kernel::Result;
use kernel::id::{AssessmentId, PartyId};
use office::context::{Read, Write};
use office::personal::{Personal, Told, money, text, word};
use sheets::Value;

pub const PERSONAL: Personal = Personal { tells, goes_on, forgets };

fn tells(cx: &Read<'_>, id: PartyId) -> Result<Vec<Told>> {
    if !cx.who.role.may(ASSESSMENTS_FACTS) {
        return Ok(Vec::new());
    }
    let mut records = Vec::new();
    let sql = "SELECT id, assessment_no, kind, state, done_on, family_size, dependants, income_total, rent, debts, score, \
               final_class, findings FROM assessment WHERE party = $1 ORDER BY done_on, assessment_no";
    let rows = cx.rows(sql, values![id], |row| {
        records.push(row.get::<AssessmentId>("id")?.to_string());
        let whole = |number: Option<i64>| number.map_or(Value::Empty, Value::Whole);
        Ok(vec![
            text(row.get::<String>("assessment_no")?),
            word("assessments.kind", &row.get::<String>("kind")?),
            word("assessments.state", &row.get::<String>("state")?),
            Value::Day(row.get("done_on")?),
            whole(row.get("family_size")?),
            whole(row.get("dependants")?),
            money(row.get("income_total")?),
            money(row.get("rent")?),
            money(row.get("debts")?),
            whole(row.get("score")?),
            word("assessments.class", &row.get::<String>("final_class")?),
            text(row.get::<String>("findings")?),
        ])
    })?;
    let needs = "SELECT domain, text, state FROM care_need WHERE party = $1 ORDER BY made_on, id";
    let needs = cx.rows(needs, values![id], |row| {
        Ok(vec![
            word("assessments.domain", &row.get::<String>("domain")?),
            text(row.get::<String>("text")?),
            word("assessments.need_state", &row.get::<String>("state")?),
        ])
    })?;
    Ok(vec![
        Told {
            title: "privacy.sheet.assessments",
            columns: &[
                "assessments.number",
                "assessments.kind_label",
                "assessments.state_label",
                "assessments.done_on",
                "beneficiaries.family_size",
                "privacy.column.dependants",
                "privacy.column.income",
                "privacy.column.rent",
                "privacy.column.debts",
                "assessments.score",
                "assessments.class_final",
                "privacy.column.text",
            ],
            rows,
            records,
        },
        Told {
            title: "privacy.sheet.needs",
            columns: &["assessments.domain_label", "privacy.column.text", "assessments.state_label"],
            rows: needs,
            records: Vec::new(),
        },
    ])
}

fn goes_on(db: &database::Read<'_>, id: PartyId) -> Result<bool> {
    let sql = "SELECT count(*) AS n FROM assessment WHERE party = $1 AND state IN ('draft', 'completed')";
    Ok(db.one(sql, values![id], |row| row.get::<i64>("n"))? > 0)
}

fn forgets(cx: &Write<'_>, id: PartyId) -> Result<()> {
    let sql = "DELETE FROM assessment_ability WHERE assessment IN (SELECT id FROM assessment WHERE party = $1)";
    cx.run(sql, values![id])?;
    let sql = "UPDATE assessment SET findings = '', review_note = '', search_fold = '' WHERE party = $1";
    cx.run(sql, values![id])?;
    cx.run("UPDATE care_need SET fact = '' WHERE party = $1", values![id]).map(drop)
}
