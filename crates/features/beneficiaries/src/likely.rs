//! People who may be the same. Candidates share an identity number, a mobile number, the first name or the bare family
//! name; the comparison of the kernel has the last word, and what somebody called different stays different.

use super::model::Likely;
use super::store;
use database::{Read, Row, values};
use kernel::arabic::{Evidence, Verdict, clean, compare_people};
use kernel::id::PartyId;
use kernel::saudi::{Mobile, masked};
use kernel::{Day, Result};

/// Nobody looks through more.
const MOST: usize = 8;

struct Candidate {
    id: PartyId,
    name: String,
    sex: Option<kernel::arabic::Sex>,
    born_on: Option<Day>,
    city: String,
    identity: String,
    mobile: String,
    file_no: Option<String>,
}

fn candidate(row: &Row<'_>) -> Result<Candidate> {
    Ok(Candidate {
        id: row.get("id")?,
        name: row.get("name")?,
        sex: store::sex(row)?,
        born_on: row.get("born_on")?,
        city: row.get("city")?,
        identity: row.get("number")?,
        mobile: row.get("mobile")?,
        file_no: row.get("file_no")?,
    })
}

/// Who may be the person of this evidence, likeliest first, without `except` and without those somebody called another
/// person than `except`.
pub fn likely(db: &Read<'_>, evidence: &Evidence<'_>, except: Option<PartyId>) -> Result<Vec<Likely>> {
    let (first, family) = store::tokens(evidence.name);
    let mobile = Mobile::parse(evidence.mobile).map(|mobile| mobile.to_string()).unwrap_or_default();
    let identity = clean(evidence.identity).to_uppercase();
    let candidates = db.rows(
        include_str!("sql/candidates.sql"),
        values![first, family, mobile.as_str(), identity, except],
        candidate,
    )?;
    let mut people: Vec<Likely> =
        candidates.into_iter().filter_map(|candidate| compared(evidence, &mobile, candidate)).collect();
    people.sort_by(|a, b| (b.verdict, b.points, &a.name).cmp(&(a.verdict, a.points, &b.name)));
    people.truncate(MOST);
    Ok(people)
}

fn compared(evidence: &Evidence<'_>, mobile: &str, candidate: Candidate) -> Option<Likely> {
    let other = Evidence {
        name: &candidate.name,
        born: candidate.born_on,
        mobile: &candidate.mobile,
        identity: &candidate.identity,
        sex: candidate.sex,
    };
    let comparison = compare_people(evidence, &other);
    (comparison.verdict != Verdict::None).then(|| Likely {
        party: candidate.id,
        file_no: candidate.file_no,
        identity_masked: masked(&candidate.identity),
        same_mobile: !mobile.is_empty() && mobile == candidate.mobile,
        name: candidate.name,
        mobile: candidate.mobile,
        city: candidate.city,
        born_on: candidate.born_on,
        points: comparison.points,
        verdict: comparison.verdict,
    })
}
