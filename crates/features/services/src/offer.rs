//! What a request for a service asks of it: whether it is open, what its criteria say of a family, which papers it wants, how
//! many places are left.

use crate::facts::{self, Around, Family};
use crate::known;
use crate::model::{CriterionLook, MissingFact, ServiceCriterion, ServiceLook};
use crate::rules::{self, NOT_OPEN};
use crate::store::{self, Version};
use casework::criteria::{Judgement, Met, Whole};
use database::values;
use documents::DocumentKind;
use kernel::id::{PartyId, ServiceId, ServiceVersionId};
use kernel::{Day, Refusal, Result};
use office::context::Read;
use std::collections::{BTreeMap, BTreeSet};

pub use crate::facts::{Family as FamilyKnown, Finding, sees_facts};

/// What is announced of a service, if it takes requests on a day.
///
/// # Errors
/// It does not, on that day.
pub fn open_on(cx: &Read<'_>, service: ServiceId, on: Day) -> Result<Version> {
    let found = store::announced(cx, service)?.filter(|one| one.is_open(on) || was_open(one, on));
    found.ok_or_else(|| Refusal::new(NOT_OPEN).with("day", on).at("service").into())
}

/// Whether it took requests on a day that has passed: announced by then, and not over.
fn was_open(version: &Version, on: Day) -> bool {
    let from = version.content.opens_on.or(version.announced_on);
    from.is_some_and(|first| first <= on) && version.content.closes_on.is_none_or(|last| on <= last)
}

/// The version a request was asked under.
///
/// # Errors
/// Not found.
pub fn version(cx: &Read<'_>, version: ServiceVersionId) -> Result<Version> {
    store::version(cx, version)
}

/// What belongs to the request itself.
#[derive(Debug, Default)]
pub struct Own {
    /// Genuine papers that hang on it.
    pub papers: BTreeSet<DocumentKind>,
    pub findings: BTreeMap<i64, Finding>,
}

/// What the criteria of a version say of a family, and the facts beside each.
#[derive(Debug, Clone)]
pub struct Looked {
    pub look: ServiceLook,
    pub missing: Vec<MissingFact>,
    pub judgement: Option<Judgement>,
    pub family: Option<Family>,
    /// Each criterion with what is known, whoever asks: for what is kept of a decision, never for a page.
    pub kept: Vec<CriterionLook>,
}

impl Looked {
    pub fn whole(&self) -> Whole {
        self.judgement.as_ref().map_or(Whole::Incomplete, |judgement| judgement.whole)
    }
}

/// Looks at one family. Nothing is known of somebody without a file.
///
/// # Errors
/// A fact of another kind than its criterion.
pub fn look_at(cx: &Read<'_>, version: &Version, party: Option<PartyId>, own: Own) -> Result<Looked> {
    let criteria = &version.content.criteria;
    let family = match party {
        Some(party) => facts::family_of(cx, party)?,
        None => None,
    };
    let Some(family) = family else {
        return Ok(Looked {
            look: facts::unknown(criteria),
            missing: Vec::new(),
            judgement: None,
            family: None,
            kept: Vec::new(),
        });
    };
    let around = Around {
        own_papers: own.papers,
        findings: own.findings,
        ..facts::around(cx, version.service, criteria, party)?
    };
    let asked = rules::asked(criteria)?;
    let (look, missing, judgement) = facts::look(cx, &family, criteria, &asked, &around)?;
    let lines = criteria.iter().zip(&judgement.results);
    let kept = lines.map(|(one, result)| facts::line(&family, one, *result, &around, cx.today())).collect();
    Ok(Looked { look, missing, judgement: Some(judgement), family: Some(family), kept })
}

/// How many places are left under a version; none where there is no limit.
///
/// # Errors
/// What the database refuses.
pub fn places_left(cx: &Read<'_>, version: ServiceVersionId, capacity: Option<i64>) -> Result<Option<i64>> {
    let Some(capacity) = capacity else { return Ok(None) };
    let sql = "SELECT count(*) AS n FROM case_service_request WHERE version = $1 AND outcome = 'approved'";
    let taken: i64 = cx.one(sql, values![version], |row| row.get("n"))?;
    Ok(Some((capacity - taken).max(0)))
}

/// The number of a later version that is announced.
///
/// # Errors
/// What the database refuses.
pub fn newer(cx: &Read<'_>, version: &Version) -> Result<Option<i64>> {
    let announced = store::announced(cx, version.service)?;
    Ok(announced.map(|one| one.number).filter(|number| *number > version.number))
}

/// A criterion of which nothing is known.
pub fn bare(one: &ServiceCriterion) -> CriterionLook {
    CriterionLook {
        no: one.no,
        text: one.text.clone(),
        fact: one.fact,
        kind: known::kind(one.fact),
        mandatory: one.mandatory,
        weight: one.weight,
        result: Met::Unknown,
        value: String::new(),
        source: known::source(one.fact),
        source_on: None,
        note: String::new(),
    }
}
