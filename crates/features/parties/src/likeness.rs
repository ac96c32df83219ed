//! People who may be the same. Candidates share an identity number, a mobile number, the first name or the bare family
//! name; the comparison of the kernel has the last word, and what somebody called different stays different.

use crate::inputs::{DifferentFrom, LikelyPeople, MarkDifferent, WhoIsLike};
use crate::model::{Likely, Party};
use crate::{rules, store};
use database::{Row, values};
use kernel::arabic::{Evidence, Sex, Verdict, clean, compare_people};
use kernel::id::PartyId;
use kernel::saudi::{Mobile, masked};
use kernel::{Day, Refusal, Result, require};
use office::context::{Read, Write};
use office::feature::KnownNumber;

/// Nobody looks through more.
const MOST: usize = 8;

struct Candidate {
    id: PartyId,
    name: String,
    sex: Option<Sex>,
    born_on: Option<Day>,
    city: String,
    identity: String,
    mobile: String,
}

fn candidate(row: &Row<'_>) -> Result<Candidate> {
    Ok(Candidate {
        id: row.get("id")?,
        name: row.get("name")?,
        sex: row.get("sex")?,
        born_on: row.get("born_on")?,
        city: row.get("city")?,
        identity: row.get("number")?,
        mobile: row.get("mobile")?,
    })
}

/// Who may be the person of this evidence, likeliest first, without `except` and without those somebody called another
/// person than `except`.
pub fn likely(cx: &Read<'_>, evidence: &Evidence<'_>, except: Option<PartyId>) -> Result<Vec<Likely>> {
    let (first, family) = store::tokens(evidence.name);
    let mobile = Mobile::parse(evidence.mobile).map(|mobile| mobile.to_string()).unwrap_or_default();
    let identity = clean(evidence.identity).to_uppercase();
    let candidates = cx.rows(
        include_str!("sql/candidates.sql"),
        values![first, family, mobile.as_str(), identity, except],
        candidate,
    )?;
    let mut people: Vec<Likely> =
        candidates.into_iter().filter_map(|candidate| compared(evidence, &mobile, candidate)).collect();
    people.sort_by(|a, b| (b.verdict, b.points, &a.name).cmp(&(a.verdict, a.points, &b.name)));
    people.truncate(MOST);
    for one in &mut people {
        one.known_as = known_as(cx, one.party)?;
    }
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
        known_as: Vec::new(),
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

/// The numbers under which the features know a party.
///
/// # Errors
/// What the database refuses.
pub fn known_as(cx: &Read<'_>, id: PartyId) -> Result<Vec<KnownNumber>> {
    cx.features().numbers_of(cx, store::subject(id))
}

/// A party in a sentence: its name, with the numbers it is known by.
pub fn named(name: &str, known_as: &[KnownNumber]) -> String {
    let numbers: Vec<&str> = known_as.iter().map(|known| known.number.as_str()).collect();
    if numbers.is_empty() { name.to_owned() } else { format!("{name} ({})", numbers.join("، ")) }
}

pub fn evidence(party: &Party) -> Evidence<'_> {
    Evidence {
        name: &party.facts.name,
        born: party.facts.born_on,
        mobile: &party.facts.mobile,
        identity: party.number(),
        sex: party.facts.sex,
    }
}

/// Those who may be this party.
///
/// # Errors
/// What the database refuses.
pub fn likely_to(cx: &Read<'_>, party: &Party) -> Result<Vec<Likely>> {
    likely(cx, &evidence(party), Some(party.id))
}

/// Those who may be whom somebody is typing.
///
/// # Errors
/// What the database refuses.
pub fn likely_duplicates(cx: &Read<'_>, input: &WhoIsLike) -> Result<LikelyPeople> {
    let kept = input.party.map(|id| store::identity(cx, id)).transpose()?.flatten();
    let kept = kept.filter(|_| input.identity.is_empty()).map(|kept| kept.number);
    let identity = kept.as_deref().unwrap_or(&input.identity);
    let evidence = Evidence { name: &input.name, born: input.born_on, mobile: &input.mobile, identity, sex: input.sex };
    let people = likely(cx, &evidence, input.party)?;
    let typed = masked(&clean(&input.identity));
    if !typed.is_empty() && people.iter().any(|one| one.identity_masked == typed) {
        cx.looked_for(&input.identity);
    }
    Ok(LikelyPeople { people })
}

/// Nobody is entered twice by haste: a strong likeness is decided first, by merging or by saying why they are two.
///
/// # Errors
/// [`rules::LIKELY_DUPLICATE`], which names the other.
pub fn looked_at(cx: &Read<'_>, party: &Party, different: &[DifferentFrom]) -> Result<Vec<Likely>> {
    let likely = likely_to(cx, party)?;
    for other in likely.iter().filter(|other| other.verdict == Verdict::Strong) {
        let decided = different.iter().any(|said| said.party == other.party && !said.reason.trim().is_empty());
        let refusal = Refusal::new(rules::LIKELY_DUPLICATE).with("whom", named(&other.name, &other.known_as));
        require(decided, refusal.at("name"))?;
    }
    Ok(likely)
}

/// Keeps what was said about pairs, so that nobody is asked twice.
///
/// # Errors
/// What the database refuses.
pub fn remember(cx: &Write<'_>, party: PartyId, different: &[DifferentFrom], likely: &[Likely]) -> Result<()> {
    for said in different {
        let Some(other) = likely.iter().find(|other| other.party == said.party) else { continue };
        verdict(cx, party, said.party, "different", other.points, &rules::reason(&said.reason)?)?;
    }
    Ok(())
}

/// Two parties that were called different.
pub struct MarkedDifferent {
    pub first: Party,
    pub second: Party,
    pub points: u8,
    pub reason: String,
}

/// Two people look alike and are two: remembered, so that nobody is asked again.
///
/// # Errors
/// One and the same; no reason.
pub fn mark_different(cx: &Write<'_>, input: &MarkDifferent) -> Result<MarkedDifferent> {
    require(input.first != input.second, Refusal::new(rules::SAME_PARTY).at("second"))?;
    let reason = rules::reason(&input.reason)?;
    let (first, second) = (store::party(cx, input.first)?, store::party(cx, input.second)?);
    let points = points(&first, &second);
    verdict(cx, first.id, second.id, "different", points, &reason)?;
    Ok(MarkedDifferent { first, second, points, reason })
}

/// How alike two parties are, 0–100.
pub fn points(first: &Party, second: &Party) -> u8 {
    compare_people(&evidence(first), &evidence(second)).points
}

/// Writes a verdict over an earlier one.
pub fn verdict(cx: &Write<'_>, one: PartyId, other: PartyId, verdict: &str, points: u8, reason: &str) -> Result<()> {
    let (first, second) = if one < other { (one, other) } else { (other, one) };
    cx.run(
        "INSERT INTO duplicate_verdict (first, second, verdict, points, reason, by, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (first, second) DO UPDATE SET verdict = excluded.verdict, points = excluded.points, \
         reason = excluded.reason, by = excluded.by, at = excluded.at",
        values![first, second, verdict, points, reason, cx.who.id, cx.now],
    )?;
    Ok(())
}

/// Pairs that somebody called different: the known person's key and the other's identity number, or name without one.
///
/// # Errors
/// What the database refuses.
pub fn known_different(db: &database::Read<'_>) -> Result<Vec<(String, String)>> {
    let pairs = db.rows(include_str!("sql/known_different.sql"), values![], |row| {
        let other = |name: &str, number: &str| -> Result<String> {
            let number: String = row.get(number)?;
            if number.is_empty() { row.get(name) } else { Ok(number) }
        };
        Ok([
            (row.get::<PartyId>("first")?.to_string(), other("second_name", "second_number")?),
            (row.get::<PartyId>("second")?.to_string(), other("first_name", "first_number")?),
        ])
    })?;
    Ok(pairs.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use database::Database;

    #[test]
    fn the_look_for_likely_people_walks_indexes() {
        let database = Database::in_memory().unwrap();
        let explained = format!("EXPLAIN QUERY PLAN {}", include_str!("sql/candidates.sql"));
        let nothing = vec![database::Value::Null; 5];
        let steps: Vec<String> = database.read(|db| db.rows(&explained, nothing, |row| row.get("detail"))).unwrap();
        for index in ["party_first_token", "party_family_token", "party_contact_value", "party_identifier_any_number"] {
            assert!(steps.iter().any(|step| step.contains(index)), "{index}: {steps:?}");
        }
    }
}
