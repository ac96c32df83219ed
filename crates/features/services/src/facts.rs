//! What is known of families, gathered in a handful of statements for one of them or for all; and what criteria say of it.

use crate::known::{self, NO, YES};
use crate::model::{
    CriterionLook, MissingFact, ServiceCriterion, ServiceFact, ServiceFactKind, ServiceFactSource, ServiceLook,
};
use assessments::ASSESSMENTS_FACTS;
use casework::criteria::{Criteria, Fact, Facts, Judgement, Met, Value, Whole};
use database::{Row, values};
use documents::DocumentKind;
use kernel::arabic::fold;
use kernel::id::{PartyId, ServiceId};
use kernel::{Day, Money, Result};
use office::context::Read;
use office::narrow::Narrow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A year, within which a service was given before.
const YEAR: i32 = 365;
/// As many as there are.
const ALL: i64 = 1_000_000;

/// A family as its file, its party and its newest reviewed assessment know it.
#[derive(Debug, Clone)]
pub struct Family {
    pub party: PartyId,
    pub file_no: String,
    pub name: String,
    pub name_fold: String,
    pub active: bool,
    pub class: String,
    pub city: String,
    pub district: String,
    pub mobile: String,
    pub governorate: String,
    pub sex: String,
    pub score: Option<i64>,
    done_on: Option<Day>,
    opened_on: Day,
    born_on: Option<Day>,
    identity_until: Option<Day>,
    marital_status: String,
    social_security: Option<bool>,
    file_size: Option<i64>,
    per_capita: Option<Money>,
    income_total: Option<Money>,
    rent: Option<Money>,
    debts: Option<Money>,
    family_size: Option<i64>,
    dependants: Option<i64>,
    orphan_n: Option<i64>,
    disabled_n: Option<i64>,
    elderly_n: Option<i64>,
    rooms: Option<i64>,
    widow: Option<bool>,
    tenure: Option<String>,
    earning: Option<String>,
}

fn family(row: &Row<'_>) -> Result<Family> {
    Ok(Family {
        party: row.get("party")?,
        file_no: row.get("file_no")?,
        name: row.get("name")?,
        name_fold: row.get("name_fold")?,
        active: row.get::<String>("status")? == "active",
        class: row.get("file_class")?,
        city: row.get("city")?,
        district: row.get("district")?,
        mobile: row.get("mobile")?,
        governorate: row.get("governorate")?,
        sex: row.get::<Option<String>>("sex")?.unwrap_or_default(),
        score: row.get("score")?,
        done_on: row.get("done_on")?,
        opened_on: row.get("opened_on")?,
        born_on: row.get("born_on")?,
        identity_until: row.get("identity_expires_on")?,
        marital_status: row.get("marital_status")?,
        social_security: row.get("social_security")?,
        file_size: row.get("file_size")?,
        per_capita: row.get("per_capita")?,
        income_total: row.get("income_total")?,
        rent: row.get("rent")?,
        debts: row.get("debts")?,
        family_size: row.get("family_size")?,
        dependants: row.get("dependants")?,
        orphan_n: row.get("orphan_n")?,
        disabled_n: row.get("disabled_n")?,
        elderly_n: row.get("elderly_n")?,
        rooms: row.get("rooms")?,
        widow: row.get("widow")?,
        tenure: row.get("tenure")?,
        earning: row.get("earning")?,
    })
}

/// Every active family.
///
/// # Errors
/// What the database refuses.
pub fn active_families(cx: &Read<'_>) -> Result<Vec<Family>> {
    let mut narrow = Narrow::default();
    narrow.and("f.status = {} AND p.merged_into IS NULL", values!["active"]);
    let (sql, values) = narrow.statement(include_str!("sql/families.sql"), "ORDER BY f.party", ALL, 0);
    cx.rows(&sql, values, family)
}

/// One family; none where the party has no file.
///
/// # Errors
/// What the database refuses.
pub fn family_of(cx: &Read<'_>, party: PartyId) -> Result<Option<Family>> {
    let mut narrow = Narrow::default();
    narrow.and("f.party = {}", values![party]);
    let (sql, values) = narrow.statement(include_str!("sql/families.sql"), "", 1, 0);
    cx.row(&sql, values, family)
}

/// What lies beside the files: genuine papers, and how often a service was given within a year.
#[derive(Debug, Default)]
pub struct Around {
    pub papers: HashMap<PartyId, BTreeSet<DocumentKind>>,
    pub served: HashMap<PartyId, i64>,
    /// Papers of the request itself, and what somebody found of each criterion only a person judges.
    pub own_papers: BTreeSet<DocumentKind>,
    pub findings: BTreeMap<i64, Finding>,
}

/// What somebody found of a criterion.
#[derive(Debug, Clone)]
pub struct Finding {
    pub met: bool,
    pub note: String,
    pub on: Day,
}

/// Gathers what the criteria ask for beside the files, of one family or of all.
///
/// # Errors
/// What the database refuses.
pub fn around(
    cx: &Read<'_>,
    service: ServiceId,
    criteria: &[ServiceCriterion],
    party: Option<PartyId>,
) -> Result<Around> {
    let mut around = Around::default();
    let asks = |which: fn(ServiceFact) -> bool| criteria.iter().any(|one| which(one.fact));
    if asks(|fact| known::paper_of(fact).is_some()) {
        let mut narrow = Narrow::default();
        narrow.and(
            "d.subject_kind = {} AND d.review = 'genuine' AND (d.expires_on IS NULL OR d.expires_on >= {})",
            values!["file", cx.today()],
        );
        if let Some(party) = party {
            narrow.and("d.subject = {}", values![party]);
        }
        let sql = format!("SELECT d.subject, d.kind FROM document_standing d {}", narrow.said());
        let all: Vec<(PartyId, DocumentKind)> =
            cx.rows(&sql, narrow.values, |row| Ok((row.get("subject")?, row.get("kind")?)))?;
        for (of, kind) in all {
            around.papers.entry(of).or_default().insert(kind);
        }
    }
    if asks(|fact| fact == ServiceFact::TimesServed) {
        let mut narrow = Narrow::default();
        let from = cx.today().plus_days(-YEAR)?;
        narrow.and("q.service = {} AND q.outcome = 'approved' AND q.decided_on >= {}", values![service, from]);
        if let Some(party) = party {
            narrow.and("COALESCE(k.merged_into, k.id) = {}", values![party]);
        }
        let sql = format!(
            "SELECT COALESCE(k.merged_into, k.id) AS party, count(*) AS n FROM case_service_request q \
             JOIN party_name k ON k.id = q.party {} GROUP BY COALESCE(k.merged_into, k.id)",
            narrow.said()
        );
        let all: Vec<(PartyId, i64)> = cx.rows(&sql, narrow.values, |row| Ok((row.get("party")?, row.get("n")?)))?;
        around.served.extend(all);
    }
    Ok(around)
}

/// The value of a fact as it is shown, raw, and since when it stands; none for what is unknown.
pub fn known_value(family: &Family, one: &ServiceCriterion, around: &Around, on: Day) -> Option<(String, Option<Day>)> {
    use ServiceFact as F;
    let money = |amount: Option<Money>| amount.map(|amount| amount.halalas().to_string());
    let count = |count: Option<i64>| count.map(|count| count.to_string());
    let yes = |holds: bool| if holds { YES } else { NO }.to_owned();
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let found = match one.fact {
        F::PerCapita => money(family.per_capita),
        F::IncomeTotal => money(family.income_total),
        F::Rent => money(family.rent),
        F::Debts => money(family.debts),
        F::Score => count(family.score),
        F::FamilySize => count(family.family_size.or(family.file_size)),
        F::Dependants => count(family.dependants),
        F::OrphanN => count(family.orphan_n),
        F::DisabledN => count(family.disabled_n),
        F::ElderlyN => count(family.elderly_n),
        F::Rooms => count(family.rooms),
        F::Widow => family.widow.map(yes),
        F::Tenure => family.tenure.clone(),
        F::Earning => family.earning.clone(),
        F::Class => text(&family.class),
        F::Sex => text(&family.sex),
        F::MaritalStatus => text(&family.marital_status),
        F::Governorate => text(&family.governorate),
        F::City => text(&family.city),
        F::SocialSecurity => family.social_security.map(yes),
        F::Age => family.born_on.map(|born| (on.days_since(born) * 4 / 1_461).to_string()),
        F::FileMonths => Some((on.days_since(family.opened_on) * 12 * 4 / 1_461).to_string()),
        F::IdentityValid => family.identity_until.map(|until| yes(until >= on)),
        F::TimesServed => Some(around.served.get(&family.party).copied().unwrap_or(0).to_string()),
        F::PaperContract | F::PaperIncome | F::PaperSocialSecurity | F::PaperAddress => {
            let kind = known::paper_of(one.fact)?;
            let there = around.own_papers.contains(&kind)
                || around.papers.get(&family.party).is_some_and(|papers| papers.contains(&kind));
            there.then(|| yes(true))
        }
        F::Judged => around.findings.get(&one.no).map(|finding| yes(finding.met)),
    }?;
    let since = match known::source(one.fact) {
        ServiceFactSource::Assessment => family.done_on,
        ServiceFactSource::Person => around.findings.get(&one.no).map(|finding| finding.on),
        _ => None,
    };
    Some((found, since))
}

/// The facts the criteria ask for.
pub fn facts(family: &Family, criteria: &[ServiceCriterion], around: &Around, on: Day) -> Facts {
    let of = |one: &ServiceCriterion| {
        let raw = known_value(family, one, around, on)?.0;
        let value = match known::kind(one.fact) {
            ServiceFactKind::Money => {
                Value::Number(Money::from_halalas(raw.parse().ok()?).ok().map(casework::criteria::Number::from)?)
            }
            ServiceFactKind::Number => Value::Number(casework::criteria::Number::from(raw.parse::<i64>().ok()?)),
            ServiceFactKind::Bool => Value::Bool(raw == YES),
            ServiceFactKind::Choice => Value::Text(raw),
            ServiceFactKind::Text => Value::Text(fold(&raw)),
        };
        Some((known::name_in_rules(one), Fact::plain(value)))
    };
    criteria.iter().filter_map(of).collect()
}

/// Whether who asks may be told what was found of families.
pub fn sees_facts(cx: &Read<'_>) -> bool {
    cx.who.role.may(ASSESSMENTS_FACTS)
}

/// What the criteria say of a family, as a page shows it.
///
/// # Errors
/// A fact of another kind than its criterion.
pub fn look(
    cx: &Read<'_>,
    family: &Family,
    criteria: &[ServiceCriterion],
    rules: &Criteria,
    around: &Around,
) -> Result<(ServiceLook, Vec<MissingFact>, Judgement)> {
    let on = cx.today();
    let judgement = rules.judge(&facts(family, criteria, around, on), on)?;
    let lines = criteria.iter().zip(&judgement.results).map(|(one, result)| line(family, one, *result, around, on));
    let look = ServiceLook {
        criteria: if sees_facts(cx) { lines.collect() } else { Vec::new() },
        whole: judgement.whole,
        mandatory_met: judgement.mandatory_met,
        mandatory: judgement.mandatory,
        points: judgement.points,
    };
    let missing = missing(criteria, &judgement);
    Ok((look, missing, judgement))
}

/// A criterion beside what is known.
pub fn line(family: &Family, one: &ServiceCriterion, result: Met, around: &Around, on: Day) -> CriterionLook {
    let (value, source_on) = known_value(family, one, around, on).unwrap_or_default();
    CriterionLook {
        no: one.no,
        text: one.text.clone(),
        fact: one.fact,
        kind: known::kind(one.fact),
        mandatory: one.mandatory,
        weight: one.weight,
        result,
        value,
        source: known::source(one.fact),
        source_on,
        note: around
            .findings
            .get(&one.no)
            .filter(|_| one.fact == ServiceFact::Judged)
            .map(|one| one.note.clone())
            .unwrap_or_default(),
    }
}

/// What is to be asked of a family: the mandatory criteria whose fact is unknown.
pub fn missing(criteria: &[ServiceCriterion], judgement: &Judgement) -> Vec<MissingFact> {
    let unknown = |(one, result): &(&ServiceCriterion, &Met)| one.mandatory && **result == Met::Unknown;
    let mut found: Vec<MissingFact> = Vec::new();
    for (one, _) in criteria.iter().zip(&judgement.results).filter(unknown) {
        let text = if one.fact == ServiceFact::Judged { one.text.clone() } else { String::new() };
        let missing = MissingFact { fact: one.fact, text };
        if !found.contains(&missing) {
            found.push(missing);
        }
    }
    found
}

/// Nothing at all is known of somebody without a file.
pub fn unknown(criteria: &[ServiceCriterion]) -> ServiceLook {
    ServiceLook {
        criteria: Vec::new(),
        whole: Whole::Incomplete,
        mandatory_met: 0,
        mandatory: criteria.iter().filter(|one| one.mandatory).count(),
        points: 0,
    }
}
