//! What may be written of a service, and what stands before its steps. Pure.

use crate::known;
use crate::model::{FairnessSettings, ServiceContent, ServiceCriterion, ServiceFactKind, ServicePaper};
use casework::criteria::{Criteria, Draft, Op, Operand, Value};
use kernel::arabic::{fold, tidy_line, tidy_text};
use kernel::{Code, Refusal, Result, require};

kernel::refusals! {
    ADDED_ALREADY = "services.added_already";
    /// Something that is only ever added was to be changed.
    APPEND_ONLY = "services.append_only";
    /// What was approved or announced was to be changed.
    FROZEN = "services.frozen";
    NAME_MISSING = "services.name_missing";
    NAME_TAKEN = "services.name_taken";
    TEXT_LONG = "services.text_long";
    CRITERION_TEXT = "services.criterion_text";
    CRITERION_TWICE = "services.criterion_twice";
    /// A comparison or a value that the fact does not have.
    CRITERION_VALUE = "services.criterion_value";
    TOO_MANY = "services.too_many";
    NO_MANDATORY = "services.no_mandatory";
    PAPER_NAME = "services.paper_name";
    DAYS_BACKWARDS = "services.days_backwards";
    TERM_RANGE = "services.term_range";
    CAPACITY_RANGE = "services.capacity_range";
    CEILING = "services.ceiling";
    FUND_UNKNOWN = "services.fund_unknown";
    ABOUT_MISSING = "services.about_missing";
    NOT_DRAFT = "services.not_draft";
    NOT_APPROVED = "services.not_approved";
    NOT_ANNOUNCED = "services.not_announced";
    /// A version is being written already.
    OPEN_ALREADY = "services.open_already";
    OWN_WRITING = "services.own_writing";
    REASON_MISSING = "services.reason_missing";
    FIRST_STAYS = "services.first_stays";
    PUBLICATION_MISSING = "services.publication_missing";
    /// The text that is published lacks a criterion.
    NOT_THE_SAME = "services.not_the_same";
    NO_CHANNEL = "services.no_channel";
    CHANNEL_TWICE = "services.channel_twice";
    EVIDENCE_MISSING = "services.evidence_missing";
    PUBLISHED_BEFORE = "services.published_before";
    CLOSES_PAST = "services.closes_past";
    /// It takes no requests on that day.
    NOT_OPEN = "services.not_open";
    NOT_ACTIVE = "services.not_active";
    DECLINED_NOTE = "services.declined_note";
    UNTIL_DAY = "services.until_day";
    ASKED_ALREADY = "services.asked_already";
    FAIRNESS_RANGE = "services.fairness_range";
    /// A group would have a rate before it is shown.
    FAIRNESS_ORDER = "services.fairness_order";
}

pub const LONGEST_LINE: usize = 200;
pub const LONGEST_TEXT: usize = 4_000;
/// Criteria, and papers, of one version.
pub const MOST: usize = 20;
/// Parts of a value.
const MOST_VALUES: usize = 30;

/// Groups of one or two people are never told, whatever is set; nor is a gap that can never be.
///
/// # Errors
/// [`FAIRNESS_RANGE`], [`FAIRNESS_ORDER`].
pub fn fairness(settings: &FairnessSettings) -> Result<()> {
    let FairnessSettings { fairness_n, fairness_gap, suppress_under } = *settings;
    let bounds = [
        ("suppress_under", suppress_under, 3, 50),
        ("fairness_n", fairness_n, 5, 500),
        ("fairness_gap", fairness_gap, 1, 50),
    ];
    for (field, value, least, most) in bounds {
        let fits = (least..=most).contains(&value);
        require(fits, Refusal::new(FAIRNESS_RANGE).with("least", least).with("most", most).at(field))?;
    }
    require(fairness_n >= suppress_under, Refusal::new(FAIRNESS_ORDER).with("least", suppress_under).at("fairness_n"))
}

/// A line that may say nothing.
///
/// # Errors
/// Longer than [`LONGEST_LINE`].
pub fn line(field: &'static str, typed: &str) -> Result<String> {
    bounded(field, tidy_line(typed), LONGEST_LINE)
}

/// A text of several lines that may say nothing.
///
/// # Errors
/// Longer than [`LONGEST_TEXT`].
pub fn text(field: &'static str, typed: &str) -> Result<String> {
    bounded(field, tidy_text(typed).trim().to_owned(), LONGEST_TEXT)
}

fn bounded(field: &'static str, tidy: String, most: usize) -> Result<String> {
    require(tidy.chars().count() <= most, Refusal::new(TEXT_LONG).with("most", most).at(field))?;
    Ok(tidy)
}

/// A line that must say something.
///
/// # Errors
/// Nothing was said, or too much.
pub fn said(field: &'static str, typed: &str, missing: Code) -> Result<String> {
    let tidy = line(field, typed)?;
    require(!tidy.is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}

/// What was typed, in one form. A draft may still lack much: see [`lacks`].
///
/// # Errors
/// Texts and numbers beyond their range; days the wrong way round; a criterion that cannot be asked.
pub fn tidy(typed: ServiceContent) -> Result<ServiceContent> {
    let content = ServiceContent {
        about: text("about", &typed.about)?,
        process: text("process", &typed.process)?,
        programme: line("programme", &typed.programme)?,
        decision: line("decision", &typed.decision)?,
        criteria: criteria(typed.criteria)?,
        papers: papers(typed.papers)?,
        ..typed
    };
    let forwards = content.opens_on.zip(content.closes_on).is_none_or(|(from, to)| from <= to);
    require(forwards, Refusal::new(DAYS_BACKWARDS).at("closes_on"))?;
    require((1..=250).contains(&content.term_days), Refusal::new(TERM_RANGE).at("term_days"))?;
    let places = content.capacity.is_none_or(|places| (1..=100_000).contains(&places));
    require(places, Refusal::new(CAPACITY_RANGE).at("capacity"))?;
    let gives_money = content.gives == crate::model::ServiceGives::Money;
    let fits = content.ceiling.is_none_or(|most| gives_money && most.is_positive());
    require(fits, Refusal::new(CEILING).at("ceiling"))?;
    Ok(content)
}

fn criteria(typed: Vec<ServiceCriterion>) -> Result<Vec<ServiceCriterion>> {
    require(typed.len() <= MOST, Refusal::new(TOO_MANY).with("most", MOST).at("criteria"))?;
    let mut tidy: Vec<ServiceCriterion> = Vec::new();
    for (no, one) in (1..).zip(typed) {
        let said = said("criteria", &one.text, CRITERION_TEXT)?;
        let twice = tidy.iter().any(|other| fold(&other.text) == fold(&said));
        require(!twice, Refusal::new(CRITERION_TWICE).at("criteria"))?;
        let value = value(&one)?;
        let weight = if one.mandatory { None } else { Some(one.weight.unwrap_or(0)) };
        let fits = weight.is_none_or(|weight| (0..=100).contains(&weight));
        require(fits, Refusal::new(CRITERION_VALUE).with("text", &said).at("criteria"))?;
        tidy.push(ServiceCriterion { no, text: said, value, weight, ..one });
    }
    if !tidy.is_empty() {
        asked(&tidy)?;
    }
    Ok(tidy)
}

/// The value in one form: its parts without blanks around them.
fn value(one: &ServiceCriterion) -> Result<String> {
    let fact = known::fact(one.fact);
    let wrong = || Refusal::new(CRITERION_VALUE).with("text", &one.text).at("criteria");
    require(fact.ops.contains(&one.op), wrong())?;
    let parts: Vec<String> = one.value.split('|').map(tidy_line).filter(|part| !part.is_empty()).collect();
    require(!parts.is_empty() && parts.len() <= MOST_VALUES, wrong())?;
    let several = matches!(one.op, Op::Between | Op::In | Op::NotIn);
    require(several || parts.len() == 1, wrong())?;
    let fits = |part: &String| match fact.kind {
        ServiceFactKind::Money | ServiceFactKind::Number => casework::criteria::Number::read(part).is_some(),
        ServiceFactKind::Bool => part == known::YES || part == known::NO,
        ServiceFactKind::Choice => fact.choices.contains(part),
        ServiceFactKind::Text => part.chars().count() <= LONGEST_LINE,
    };
    require(parts.iter().all(fits), wrong())?;
    Ok(parts.join("|"))
}

fn papers(typed: Vec<ServicePaper>) -> Result<Vec<ServicePaper>> {
    require(typed.len() <= MOST, Refusal::new(TOO_MANY).with("most", MOST).at("papers"))?;
    let mut tidy: Vec<ServicePaper> = Vec::new();
    for (no, one) in (1..).zip(typed) {
        let name = said("papers", &one.name, PAPER_NAME)?;
        let twice = tidy.iter().any(|other| fold(&other.name) == fold(&name));
        require(!twice, Refusal::new(CRITERION_TWICE).at("papers"))?;
        tidy.push(ServicePaper { no, name, method: line("papers", &one.method)?, ..one });
    }
    Ok(tidy)
}

/// The criteria as they are asked.
///
/// # Errors
/// What keeps them from being announced.
pub fn asked(criteria: &[ServiceCriterion]) -> Result<Criteria> {
    let drafts = criteria.iter().map(|one| Draft {
        fact: known::name_in_rules(one),
        op: one.op.name().to_owned(),
        value: Some(operand(one)),
        mandatory: one.mandatory,
        weight: one.weight,
    });
    Ok(Criteria::new(drafts.collect())?)
}

fn operand(one: &ServiceCriterion) -> Operand {
    let kind = known::fact(one.fact).kind;
    let read = |part: &str| match kind {
        ServiceFactKind::Bool => Value::Bool(part == known::YES),
        ServiceFactKind::Money | ServiceFactKind::Number => Value::of_text(part),
        ServiceFactKind::Choice => Value::Text(part.to_owned()),
        ServiceFactKind::Text => Value::Text(fold(part)),
    };
    let mut parts: Vec<Operand> = one.value.split('|').map(|part| Operand::Value(read(part))).collect();
    match (one.op, parts.pop()) {
        (Op::Between | Op::In | Op::NotIn, Some(last)) => {
            parts.push(last);
            Operand::List(parts)
        }
        (_, Some(only)) => only,
        (_, None) => Operand::List(parts),
    }
}

/// What a draft lacks before another person approves it, in the order of the page.
pub fn lacks(content: &ServiceContent) -> Vec<(Code, bool)> {
    vec![(ABOUT_MISSING, !content.about.is_empty()), (NO_MANDATORY, content.criteria.iter().any(|one| one.mandatory))]
}

/// The criteria whose words do not stand in the text that is published.
pub fn unpublished<'c>(criteria: &'c [ServiceCriterion], publication: &str) -> Vec<&'c ServiceCriterion> {
    let published = fold(publication);
    criteria.iter().filter(|one| !published.contains(&fold(&one.text))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ServiceFact;

    fn criterion(fact: ServiceFact, op: Op, value: &str) -> ServiceCriterion {
        ServiceCriterion {
            no: 1, text: "معيار".into(), fact, op, value: value.into(), mandatory: true, weight: None
        }
    }

    #[test]
    fn a_value_is_of_the_kind_of_its_fact() {
        let fits = |fact, op, value| self::value(&criterion(fact, op, value)).is_ok();
        assert!(fits(ServiceFact::PerCapita, Op::Lte, "1100"));
        assert!(fits(ServiceFact::FamilySize, Op::Between, " 3 | 8 "));
        assert!(fits(ServiceFact::Tenure, Op::In, "rent|hosted"));
        assert!(fits(ServiceFact::Judged, Op::Eq, "yes"));
        assert!(!fits(ServiceFact::PerCapita, Op::Lte, "كثير"));
        assert!(!fits(ServiceFact::PerCapita, Op::Lte, "1|2"));
        assert!(!fits(ServiceFact::Tenure, Op::In, "castle"));
        assert!(!fits(ServiceFact::Tenure, Op::Lt, "rent"));
        assert!(!fits(ServiceFact::Widow, Op::Eq, "ربما"));
    }

    #[test]
    fn a_publication_holds_each_criterion_however_it_is_spelled() {
        let criteria = [
            ServiceCriterion {
                text: "أن تكون الأسرة في الفئة أ أو ب".into(),
                ..criterion(ServiceFact::Class, Op::In, "a|b")
            },
            ServiceCriterion {
                text: "الإقامة في بريدة".into(), ..criterion(ServiceFact::City, Op::In, "بريدة")
            },
        ];
        let text = "المعايير:\n1. ان تكون الاسره في الفئة أ أو ب\n";
        let missing: Vec<&str> = unpublished(&criteria, text).iter().map(|one| one.text.as_str()).collect();
        assert_eq!(missing, ["الإقامة في بريدة"]);
    }
}
