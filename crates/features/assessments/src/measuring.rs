//! What a draft amounts to: the engine's measure of its facts, what moved it, what it suggests. Pure; the screen is shown
//! the very same while somebody types.

use crate::model::{
    AssessmentDraft, AssessmentFacts, AssessmentMeasured, DwellingTenure, EarlierAssessment, HouseholdEarning,
    NeedDomain, NeedPriority, RefusedFact, SuggestedNeed, column_of,
};
use crate::rules;
use casework::need::{self, EarningState, Facts, Measure, Rule, Tenure};
use kernel::{Money, Result};
use office::gate::Condition;

/// The facts as the engine takes them. An income is known as soon as one of its sources is.
///
/// # Errors
/// Amounts beyond what money can be.
pub fn facts_of(facts: &AssessmentFacts) -> Result<Facts> {
    let count = |count: Option<i64>| count.and_then(|count| i32::try_from(count).ok());
    Ok(Facts {
        family_size: count(facts.family_size),
        dependants: count(facts.dependants),
        income: sum(&rules::incomes(facts))?,
        obligations: sum(&rules::obligations(facts))?,
        widow: facts.widow,
        orphan_n: count(facts.orphan_n),
        disabled_n: count(facts.disabled_n),
        elderly_n: count(facts.elderly_n),
        tenure: facts.tenure.map(tenure),
        rooms: count(facts.rooms),
        unsound: facts.unsound.as_ref().map(|all| all.split_whitespace().map(str::to_owned).collect()),
        earning: facts.earning.map(earning),
    })
}

fn sum(parts: &[(&'static str, Option<Money>)]) -> Result<Option<Money>> {
    let known: Vec<Money> = parts.iter().filter_map(|(_, amount)| *amount).collect();
    if known.is_empty() { Ok(None) } else { Money::sum(known).map(Some) }
}

const fn tenure(tenure: DwellingTenure) -> Tenure {
    match tenure {
        DwellingTenure::Own => Tenure::Own,
        DwellingTenure::Waqf => Tenure::Waqf,
        DwellingTenure::Rent => Tenure::Rent,
        DwellingTenure::Hosted => Tenure::Hosted,
    }
}

const fn earning(earning: HouseholdEarning) -> EarningState {
    match earning {
        HouseholdEarning::RunningProject => EarningState::RunningProject,
        HouseholdEarning::Employed => EarningState::Employed,
        HouseholdEarning::HaltedProject => EarningState::HaltedProject,
        HouseholdEarning::Unemployed => EarningState::Unemployed,
        HouseholdEarning::Unable => EarningState::Unable,
    }
}

/// A measure of facts that can stand.
///
/// # Errors
/// What the engine refuses of the facts or the rule, the first of it.
pub fn measure(facts: &AssessmentFacts, rule: &Rule) -> Result<Measure> {
    Ok(need::measure(&facts_of(facts)?, rule)?)
}

/// Everything the page says beside the facts.
///
/// # Errors
/// Amounts beyond what money can be.
pub fn look(draft: &AssessmentDraft, rule: &Rule, last: Option<&EarlierAssessment>) -> Result<AssessmentMeasured> {
    let facts = facts_of(&draft.facts)?;
    let (measure, refused) = match need::measure(&facts, rule) {
        Ok(measure) => (Some(measure), Vec::new()),
        Err(refusals) => (None, refusals.into_iter().map(refused).collect()),
    };
    let moved = match last {
        Some(last) => need::moved(&facts, &facts_of(&last.facts)?, last.score, rule).unwrap_or_default(),
        None => None,
    };
    let suggested = measure.as_ref().map(|measure| suggested(&draft.facts, measure, rule)).unwrap_or_default();
    Ok(AssessmentMeasured {
        changed: last.map(|last| changed(&draft.facts, &last.facts)).unwrap_or_default(),
        conditions: conditions(draft, measure.as_ref()),
        income: facts.income,
        obligations: facts.obligations,
        moved,
        suggested,
        measure,
        refused,
    })
}

fn refused(refusal: kernel::Refusal) -> RefusedFact {
    RefusedFact { code: refusal.code.to_string(), field: refusal.field.unwrap_or_default().to_owned() }
}

/// The columns in which two assessments differ; what was written in words is none of them.
pub fn changed(now: &AssessmentFacts, before: &AssessmentFacts) -> Vec<String> {
    let fields = |facts: &AssessmentFacts| serde_json::to_value(facts).unwrap_or_default();
    let (now, before) = (fields(now), fields(before));
    let columns = now.as_object().into_iter().flatten();
    columns
        .filter(|(key, value)| key.as_str() != "findings" && before.get(*key) != Some(value))
        .map(|(key, _)| key.clone())
        .collect()
}

/// What must hold before a draft is completed, in the order of the page.
pub fn conditions(draft: &AssessmentDraft, measure: Option<&Measure>) -> Vec<Condition> {
    let missing = measure.map_or(0, |measure| measure.missing.len());
    let first = measure.and_then(|measure| measure.missing.first()).map(|fact| column_of(*fact)).unwrap_or_default();
    let class = measure.and_then(|measure| measure.class).map(rules::file_class);
    let given = draft.manual_class.is_some();
    let differs = draft.manual_class.is_none() || draft.manual_class != class;
    let args = [("n", missing.to_string()), ("field", first.to_owned())];
    let mut all = vec![
        Condition::new("assessments.facts_fit", measure.is_some(), []),
        Condition::new("assessments.facts_known", measure.is_some() && missing == 0, args),
    ];
    if given {
        let reason = !draft.manual_reason.trim().is_empty();
        all.push(Condition::new("assessments.class_reason", reason && differs, []));
    }
    all
}

/// What the facts suggest, the gravest first. Each names the fact that made it.
pub fn suggested(facts: &AssessmentFacts, measure: &Measure, rule: &Rule) -> Vec<SuggestedNeed> {
    use NeedDomain::{Debts, Education, Health, Housing, Income, Orphans, Work};
    use NeedPriority::{High, Low, Medium};
    let mut found = Vec::new();
    let mut add = |key: &str, domain: NeedDomain, priority: NeedPriority, value: String| {
        found.push(SuggestedNeed { key: key.to_owned(), domain, priority, value });
    };
    let above = |count: Option<i64>| count.filter(|count| *count > 0);
    if let Some(head) = measure.per_capita {
        let halfway = (rule.income.full_at.halalas() + rule.income.zero_at.halalas()) / 2;
        if head <= rule.income.full_at {
            add("income_gap", Income, High, head.to_string());
        } else if head.halalas() < halfway {
            add("income_gap", Income, Medium, head.to_string());
        }
    }
    match facts.earning {
        Some(HouseholdEarning::HaltedProject) => add("project_halted", Work, High, String::new()),
        Some(HouseholdEarning::Unemployed) => add("no_work", Work, High, String::new()),
        _ => {}
    }
    if let Some(unsound) = facts.unsound.as_ref().filter(|unsound| !unsound.is_empty()) {
        let several = unsound.split_whitespace().count() > 1;
        add("unsound", Housing, if several { High } else { Medium }, unsound.clone());
    }
    if let (Some(size), Some(rooms)) = (above(facts.family_size), above(facts.rooms))
        && size > i64::from(rule.housing.crowded_over) * rooms
    {
        let packed = size > i64::from(rule.housing.packed_over) * rooms;
        add("crowded", Housing, if packed { High } else { Medium }, format!("{size} {rooms}"));
    }
    if let Some(rent) = facts.rent.filter(|rent| rent.halalas() > 0) {
        add("rent", Housing, Low, rent.to_string());
    }
    if let Some(count) = above(facts.disabled_n) {
        add("disabled", Health, High, count.to_string());
    }
    if let Some(count) = above(facts.orphan_n) {
        add("orphans", Orphans, Medium, count.to_string());
    }
    if let Some(count) = above(facts.elderly_n) {
        add("elderly", Health, Medium, count.to_string());
    }
    if let Some(debts) = facts.debts.filter(|debts| debts.halalas() > 0) {
        add("debts", Debts, Medium, debts.to_string());
    }
    if above(facts.dependants).is_some_and(|count| count >= 4) {
        add("schooling", Education, Low, facts.dependants.unwrap_or_default().to_string());
    }
    found.sort_by_key(|one| one.priority);
    found
}

#[cfg(test)]
#[path = "measuring_tests.rs"]
mod tests;
