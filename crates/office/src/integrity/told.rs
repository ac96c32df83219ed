//! What the trail last told of the records whose change would matter most, and what the database says of them now.
//!
//! Every line of a change says, sealed with it, how the records it is about stand afterwards. What somebody who holds the
//! folder and a password changes behind the program stands in no line.

use super::daily::moment;
use super::model::{Compared, Complaint, Difference, complaint};
use crate::context::Change;
use crate::feature::Features;
use crate::trail;
use database::values;
use kernel::id::PersonId;
use kernel::{Failure, Moment, Result};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Records that one line tells of, where it tells of many.
const IN_A_LINE: usize = 500;

fn compared(features: Features) -> impl Iterator<Item = &'static Compared> {
    features.all().flat_map(|feature| feature.compared)
}

/// How the records stand that changes were about, as the line of the changes tells it; nothing where none is compared.
///
/// # Errors
/// What the database refuses.
pub fn told_of(db: &database::Read<'_>, features: Features, changes: &[Change]) -> Result<Option<String>> {
    let mut told: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for kind in compared(features) {
        let subjects: BTreeSet<&str> =
            changes.iter().filter(|change| change.noun == kind.noun).map(|change| change.subject.as_str()).collect();
        for subject in subjects {
            for standing in (kind.stand)(db, Some(subject))? {
                told.entry(kind.noun).or_default().insert(standing.subject, json!(standing.fields));
            }
        }
    }
    if told.is_empty() { Ok(None) } else { serde_json::to_string(&told).map(Some).map_err(Failure::broken) }
}

/// A value of a field as a line told it, and which line.
struct Told {
    value: String,
    line: i64,
    at: Moment,
    by: Option<PersonId>,
}

type Last = BTreeMap<(String, String, String), Told>;

/// The last word of the trail on each field of each record, by noun, record and field.
fn last(db: &database::Read<'_>) -> Result<Last> {
    let mut last = Last::new();
    let sql = "SELECT seq, at, person, told FROM audit WHERE told IS NOT NULL ORDER BY seq";
    db.rows(sql, values![], |row| {
        let (line, at, by): (i64, Moment, Option<PersonId>) = (row.get("seq")?, row.get("at")?, row.get("person")?);
        let text: String = row.get("told")?;
        type Records = BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>;
        let told: Records = serde_json::from_str(&text).map_err(Failure::broken)?;
        for (noun, records) in told {
            for (subject, fields) in records {
                for (field, value) in fields {
                    last.insert((noun.clone(), subject.clone(), field), Told { value, line, at, by });
                }
            }
        }
        Ok(())
    })?;
    Ok(last)
}

/// The records that stand otherwise than the trail last told.
///
/// # Errors
/// What the database refuses.
pub fn differences(db: &database::Read<'_>, features: Features) -> Result<Vec<Difference>> {
    let last = last(db)?;
    let names: BTreeMap<PersonId, String> =
        crate::staff::people(db)?.into_iter().map(|person| (person.id, person.name)).collect();
    let mut found = Vec::new();
    for kind in compared(features) {
        for standing in (kind.stand)(db, None)? {
            for (field, stands) in &standing.fields {
                let key = (kind.noun.to_owned(), standing.subject.clone(), (*field).to_owned());
                let Some(told) = last.get(&key).filter(|told| told.value != *stands) else { continue };
                let shown =
                    |value: &str| if words_of(kind, field).is_some() { value.to_owned() } else { String::new() };
                found.push(Difference {
                    noun: kind.noun.to_owned(),
                    subject: standing.subject.clone(),
                    label: standing.label.clone(),
                    field: (*field).to_owned(),
                    stands: shown(stands),
                    told: shown(&told.value),
                    by: told.by.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
                    at: told.at,
                    line: told.line,
                });
            }
        }
    }
    Ok(found)
}

fn words_of(kind: &Compared, field: &str) -> Option<&'static str> {
    kind.words.iter().find(|(name, _)| *name == field).map(|(_, words)| *words)
}

/// A difference as everybody is told of it.
pub(super) fn complaint_of(features: Features, one: &Difference) -> Complaint {
    let words = compared(features).filter(|kind| kind.noun == one.noun).find_map(|kind| words_of(kind, &one.field));
    let word = |value: &str| words.map_or_else(String::new, |words| format!("{words}.{value}"));
    let args = [
        ("label", one.label.clone()),
        ("by", one.by.clone()),
        ("told_at", moment(one.at)),
        ("line", one.line.to_string()),
        ("stands_key", word(&one.stands)),
        ("told_key", word(&one.told)),
    ];
    complaint(&format!("{}_{}", one.noun, one.field), format!("{}:{}:{}", one.subject, one.line, one.stands), args)
}

/// Lets the trail tell of records it never told of: those of an earlier program, and those an import or the demonstration
/// brought. What was told once is not told anew here, or a change behind the program would become the truth.
///
/// # Errors
/// What the database refuses.
pub fn tell_untold(db: &database::Write<'_>, features: Features, now: Moment) -> Result<()> {
    let last = last(db)?;
    for kind in compared(features) {
        let mut untold = Vec::new();
        for standing in (kind.stand)(db, None)? {
            let is_told = |field: &&str| {
                last.contains_key(&(kind.noun.to_owned(), standing.subject.clone(), (*field).to_owned()))
            };
            let fields: BTreeMap<_, _> = standing.fields.iter().filter(|(field, _)| !is_told(field)).collect();
            if !fields.is_empty() {
                untold.push((standing.subject.clone(), json!(fields)));
            }
        }
        for some in untold.chunks(IN_A_LINE) {
            let records: Map<String, Value> = some.iter().cloned().collect();
            let told = json!({ kind.noun: records }).to_string();
            let change = Change { after: json!({ "records": some.len() }), ..trail::seen(kind.noun, "", "") };
            trail::line_telling(db, None, now, "backups.verify_office", "view", &[change], "done", Some(&told))?;
        }
    }
    Ok(())
}
