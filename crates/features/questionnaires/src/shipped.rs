//! The questions an office begins with, by purpose: in the words of `questionnaires.shipped`, in Arabic as papers are. They
//! are a beginning, to be changed before anybody approves them.

use crate::model::{FormQuestion, QuestionCondition, QuestionKind, QuestionnairePurpose};
use kernel::Result;
use office::words::{self, Language};

fn word(key: &str) -> String {
    words::word(&format!("questionnaires.shipped.{key}"), Language::Ar)
}

fn asked(key: &str, kind: QuestionKind) -> FormQuestion {
    FormQuestion {
        key: key.to_owned(),
        kind,
        text: word(&format!("question.{key}")),
        domain: String::new(),
        mandatory: kind != QuestionKind::Text,
        publishable: kind != QuestionKind::Text,
        overall: false,
        options: Vec::new(),
        rows: Vec::new(),
        low: String::new(),
        high: String::new(),
        least: None,
        most: None,
        shown_if: None,
    }
}

fn satisfied(key: &str) -> FormQuestion {
    FormQuestion { low: word("low"), high: word("high"), ..asked(key, QuestionKind::Scale) }
}

fn chosen(key: &str, kind: QuestionKind, options: &[&str]) -> FormQuestion {
    FormQuestion { options: options.iter().map(|one| word(&format!("option.{one}"))).collect(), ..asked(key, kind) }
}

fn of(domain: &str, question: FormQuestion) -> FormQuestion {
    FormQuestion { domain: word(&format!("domain.{domain}")), ..question }
}

fn agreed(key: &str) -> FormQuestion {
    FormQuestion { low: word("disagree"), high: word("agree"), ..asked(key, QuestionKind::Scale) }
}

/// # Errors
/// None today: a word that is missing shows its key.
pub fn questions(purpose: QuestionnairePurpose) -> Result<Vec<FormQuestion>> {
    Ok(match purpose {
        QuestionnairePurpose::Satisfaction => vec![
            of("access", satisfied("reach")),
            of("reception", satisfied("reception")),
            of("procedure", satisfied("clear")),
            of("procedure", satisfied("fast")),
            of("procedure", satisfied("fair")),
            of("service", FormQuestion { overall: true, ..satisfied("service") }),
            of("trust", satisfied("trust")),
            of("procedure", asked("appeal", QuestionKind::YesNo)),
            asked("better", QuestionKind::Text),
        ],
        QuestionnairePurpose::ContentFeedback => {
            let no = |question: FormQuestion| FormQuestion {
                shown_if: Some(QuestionCondition { question: "useful".to_owned(), any: vec![2] }),
                ..question
            };
            vec![
                FormQuestion { overall: true, ..asked("useful", QuestionKind::YesNo) },
                no(chosen(
                    "why",
                    QuestionKind::Multi,
                    &["unclear", "incomplete", "old", "wrong", "not_found", "other"],
                )),
                no(asked("why_text", QuestionKind::Text)),
            ]
        }
        QuestionnairePurpose::NeedsStudy => vec![
            of("population", FormQuestion { least: Some(1), most: Some(30), ..asked("family", QuestionKind::Number) }),
            of("housing", satisfied("housing")),
            of("work", satisfied("work")),
            of("education", satisfied("education")),
            of("health", satisfied("health")),
            of(
                "priority",
                chosen(
                    "first_need",
                    QuestionKind::Single,
                    &["housing", "training", "project", "education", "health", "debts"],
                ),
            ),
            of(
                "wishes",
                chosen("wishes", QuestionKind::Multi, &["sewing", "cooking", "computer", "trade", "crafts", "farming"]),
            ),
            of("wishes", asked("wish_text", QuestionKind::Text)),
        ],
        QuestionnairePurpose::Capacity => {
            let rows = |key: &str, rows: &[&str]| FormQuestion {
                rows: rows.iter().map(|one| word(&format!("row.{one}"))).collect(),
                low: word("absent"),
                high: word("firm"),
                ..asked(key, QuestionKind::Matrix)
            };
            vec![
                of("governance", rows("governance", &["board", "policies", "disclosure"])),
                of("finance", rows("finance", &["budget", "books", "resources"])),
                of("people", rows("people", &["staff", "volunteers", "training"])),
                of("programmes", rows("programmes", &["planning", "monitoring", "impact"])),
                asked("support", QuestionKind::Text),
            ]
        }
        QuestionnairePurpose::Impact => vec![
            of("income", FormQuestion { least: Some(0), ..asked("income", QuestionKind::Number) }),
            of("income", FormQuestion { overall: true, ..agreed("covers") }),
            of("work", agreed("skill")),
            of("trust", agreed("belong")),
            asked("changed", QuestionKind::Text),
        ],
        QuestionnairePurpose::Poll => vec![chosen("opinion", QuestionKind::Single, &["with", "without", "amended"])],
        QuestionnairePurpose::SocialResearch => vec![
            of("health", asked("chronic", QuestionKind::YesNo)),
            of("education", asked("left_school", QuestionKind::YesNo)),
            of("wishes", asked("wish_text", QuestionKind::Text)),
        ],
        QuestionnairePurpose::Directed => Vec::new(),
    })
}
