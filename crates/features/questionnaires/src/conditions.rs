//! What must hold before a questionnaire is handed over for approval, and before it is closed.

use crate::model::{EntryProgress, QuestionnairePurpose};
use crate::rules::CONDITIONS_MISSING;
use crate::store::Questionnaire;
use kernel::{Day, Refusal, Result, require};
use office::gate::Condition;

/// Before another person looks at it.
pub fn asking(of: &Questionnaire, today: Day) -> Vec<Condition> {
    let count = of.questions.len();
    let mut conditions = vec![
        Condition::new("questionnaires.questions", count > 0, [("n", count.to_string())]),
        Condition::new("questionnaires.days", of.closes >= today, []),
    ];
    if of.purpose == QuestionnairePurpose::Satisfaction {
        let overall = of.questions.iter().any(|question| question.overall);
        conditions.push(Condition::new("questionnaires.overall", overall, []));
    }
    conditions
}

/// Before nothing more is entered.
pub fn closing(progress: &EntryProgress) -> Vec<Condition> {
    let waits = progress.second.len();
    vec![
        Condition::new("questionnaires.second_done", waits == 0, [("n", waits.to_string())]),
        Condition::new("questionnaires.settled", progress.differ == 0, [("n", progress.differ.to_string())]),
    ]
}

/// # Errors
/// One of them does not hold.
pub fn must_hold(conditions: &[Condition]) -> Result<()> {
    let gaps: Vec<&str> = conditions.iter().filter(|one| !one.met).map(|one| one.key.as_str()).collect();
    let refusal = Refusal::new(CONDITIONS_MISSING).with("n", gaps.len()).with("gaps", gaps.join(" "));
    require(gaps.is_empty(), refusal)
}
