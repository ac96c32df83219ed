//! Rules and their versions, rows in and out.

use crate::model::{AllocationApplies, AllocationBase, AllocationLine, AllocationState};
use database::{Read, Row, values};
use kernel::id::{AllocationRuleId, AllocationVersionId, FundId, PersonId};
use kernel::{Day, Failure, Result};
use serde::Serialize;

/// The kinds of records a rule and its version are.
pub const VERSION: &str = "allocation_version";

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rule {
    pub id: AllocationRuleId,
    pub name: String,
    pub base: AllocationBase,
    pub from: FundId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Version {
    pub id: AllocationVersionId,
    pub rule: AllocationRuleId,
    pub no: i64,
    pub since: Day,
    pub applies: AllocationApplies,
    pub carry_loss: bool,
    pub decision: String,
    pub decided_on: Day,
    pub state: AllocationState,
    #[serde(skip)]
    pub made_by: PersonId,
    #[serde(skip)]
    pub made_by_name: String,
    #[serde(skip)]
    pub approved_by_name: String,
    pub lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    pub to: FundId,
    #[serde(skip)]
    pub to_name: String,
    pub points: u32,
    pub cap: Option<kernel::Money>,
}

impl Line {
    pub fn shown(&self) -> AllocationLine {
        AllocationLine { to: self.to, to_name: self.to_name.clone(), points: self.points, cap: self.cap }
    }
}

fn rule_row(row: &Row<'_>) -> Result<Rule> {
    Ok(Rule { id: row.get("id")?, name: row.get("name")?, base: row.get("base")?, from: row.get("from_fund")? })
}

const RULES: &str = "SELECT id, name, base, from_fund FROM allocation_rule";

/// # Errors
/// What the database refuses.
pub fn rules(db: &Read<'_>) -> Result<Vec<Rule>> {
    db.rows(&format!("{RULES} ORDER BY made_on, name"), values![], rule_row)
}

/// # Errors
/// What the database refuses.
pub fn find_rule(db: &Read<'_>, id: AllocationRuleId) -> Result<Option<Rule>> {
    db.row(&format!("{RULES} WHERE id = $1"), values![id], rule_row)
}

/// # Errors
/// Not found.
pub fn rule(db: &Read<'_>, id: AllocationRuleId) -> Result<Rule> {
    find_rule(db, id)?.ok_or(Failure::not_found("allocation_rule"))
}

const VERSIONS: &str = "SELECT v.id, v.rule, v.no, v.since, v.applies, v.carry_loss, v.decision, v.decided_on, v.state, v.made_by, \
                        COALESCE(m.name, '') AS made_by_name, COALESCE(a.name, '') AS approved_by_name \
                        FROM allocation_version v LEFT JOIN user_name m ON m.id = v.made_by \
                        LEFT JOIN user_name a ON a.id = v.approved_by";

fn version_row(row: &Row<'_>) -> Result<Version> {
    Ok(Version {
        id: row.get("id")?,
        rule: row.get("rule")?,
        no: row.get("no")?,
        since: row.get("since")?,
        applies: row.get("applies")?,
        carry_loss: row.get("carry_loss")?,
        decision: row.get("decision")?,
        decided_on: row.get("decided_on")?,
        state: row.get("state")?,
        made_by: row.get("made_by")?,
        made_by_name: row.get("made_by_name")?,
        approved_by_name: row.get("approved_by_name")?,
        lines: Vec::new(),
    })
}

fn with_lines(db: &Read<'_>, mut found: Vec<Version>) -> Result<Vec<Version>> {
    let sql = "SELECT l.to_fund, f.name AS to_name, l.points, l.cap FROM allocation_line l JOIN fund_name f ON f.id = l.to_fund \
               WHERE l.version = $1 ORDER BY l.no";
    for one in &mut found {
        one.lines = db.rows(sql, values![one.id], |row| {
            Ok(Line {
                to: row.get("to_fund")?,
                to_name: row.get("to_name")?,
                points: row.get("points")?,
                cap: row.get("cap")?,
            })
        })?;
    }
    Ok(found)
}

/// The versions of a rule, the newest first.
///
/// # Errors
/// What the database refuses.
pub fn versions(db: &Read<'_>, rule: AllocationRuleId) -> Result<Vec<Version>> {
    let found = db.rows(&format!("{VERSIONS} WHERE v.rule = $1 ORDER BY v.no DESC"), values![rule], version_row)?;
    with_lines(db, found)
}

/// # Errors
/// Not found.
pub fn version(db: &Read<'_>, id: AllocationVersionId) -> Result<Version> {
    let found = db.rows(&format!("{VERSIONS} WHERE v.id = $1"), values![id], version_row)?;
    with_lines(db, found)?.into_iter().next().ok_or(Failure::not_found(VERSION))
}

/// The name of the rule of a version, and its number.
///
/// # Errors
/// What the database refuses.
pub fn named(db: &Read<'_>, id: AllocationVersionId) -> Result<Option<(String, i64)>> {
    let sql = "SELECT r.name, v.no FROM allocation_version v JOIN allocation_rule r ON r.id = v.rule WHERE v.id = $1";
    db.row(sql, values![id], |row| Ok((row.get("name")?, row.get("no")?)))
}

/// The version that holds on a day: the one since the latest day, of equal ones the last.
pub fn in_force(versions: &[Version], day: Day) -> Option<&Version> {
    versions
        .iter()
        .filter(|one| one.state == AllocationState::Approved && one.since <= day)
        .max_by_key(|one| (one.since, one.no))
}
