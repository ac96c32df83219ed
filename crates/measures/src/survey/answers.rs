//! The answers of one question.

use crate::decimal::Hundredths;
use crate::refusals::ANSWER;
use crate::{Portion, Settings};
use kernel::{Day, Refusal, Result};
use serde::Serialize;

/// What a question can be answered with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Question {
    /// 1–5; 4 and 5 are satisfied.
    #[default]
    Scale,
    /// 1 yes, which counts as satisfied, and 2 no.
    YesNo,
}

/// One answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// A place on the scale of the question, from 1.
    Valid(u8),
    DontKnow,
    /// Left blank.
    Blank,
}

impl Question {
    /// An answer by its number on the sheet, 0 for «don't know».
    ///
    /// # Errors
    /// Refused when it is not on the scale.
    pub fn answer(self, number: i64) -> Result<Answer> {
        match u8::try_from(number) {
            Ok(0) => Ok(Answer::DontKnow),
            Ok(place) if place <= self.places() => Ok(Answer::Valid(place)),
            _ => Err(Refusal::new(ANSWER).with("answer", number).at("answer").into()),
        }
    }

    const fn places(self) -> u8 {
        match self {
            Self::Scale => 5,
            Self::YesNo => 2,
        }
    }

    const fn satisfied(self, place: u8) -> bool {
        match self {
            Self::Scale => place >= 4,
            Self::YesNo => place == 1,
        }
    }
}

/// A survey whose results wait for its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Poll {
    /// Its last day; results are shown from the day after it.
    pub closes: Day,
    /// The day on which somebody looks.
    pub on: Day,
}

impl Poll {
    /// Whether results may be shown.
    pub fn is_over(self) -> bool {
        self.on > self.closes
    }
}

/// Why a result is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SurveyHidden")]
pub enum Hidden {
    /// Fewer valid answers than `suppress_under`.
    TooFew,
    /// A poll that has not ended.
    BeforeClose,
}

/// The result of one question.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Satisfaction {
    #[ts(type = "number")]
    pub valid: u64,
    #[ts(type = "number")]
    pub dont_know: u64,
    #[ts(type = "number")]
    pub blank: u64,
    pub hidden: Option<Hidden>,
    /// Of the valid answers; none when hidden, or without a valid answer.
    pub satisfied: Option<Portion>,
    /// Of a scale; none likewise.
    pub mean: Option<Hundredths>,
}

impl Satisfaction {
    /// All answers, «don't know» and blank ones included.
    pub const fn answers(&self) -> u64 {
        self.valid + self.dont_know + self.blank
    }
}

/// How satisfied those are who answered a question: 4 and 5 of the valid answers, or yes of yes and no. `poll` is given
/// where results wait for the end.
///
/// # Errors
/// Refused when an answer is not on the scale of the question.
pub fn satisfaction(
    question: Question,
    answers: &[Answer],
    poll: Option<Poll>,
    settings: &Settings,
) -> Result<Satisfaction> {
    let mut found = Satisfaction::default();
    let (mut satisfied, mut sum) = (0, 0);
    for answer in answers {
        match *answer {
            Answer::DontKnow => found.dont_know += 1,
            Answer::Blank => found.blank += 1,
            Answer::Valid(place) if (1..=question.places()).contains(&place) => {
                found.valid += 1;
                satisfied += u64::from(question.satisfied(place));
                sum += i128::from(place);
            }
            Answer::Valid(place) => return Err(Refusal::new(ANSWER).with("answer", place).at("answer").into()),
        }
    }
    found.hidden = if found.valid == 0 {
        None
    } else if found.valid < u64::from(settings.suppress_under) {
        Some(Hidden::TooFew)
    } else {
        poll.filter(|poll| !poll.is_over()).map(|_| Hidden::BeforeClose)
    };
    if found.hidden.is_none() && found.valid > 0 {
        found.satisfied = Some(Portion::new(satisfied, found.valid));
        found.mean = match question {
            Question::Scale => Hundredths::of(sum, found.valid.into()),
            Question::YesNo => None,
        };
    }
    Ok(found)
}

/// Answers ÷ requests closed in the period. More answers than requests are more than 100 %.
pub fn response_rate(answers: u64, closed_requests: u64) -> Portion {
    Portion::new(answers, closed_requests)
}

/// By how many points the shown per cent moved since the period before; none where either is not known.
pub fn change(satisfied: Option<Portion>, before: Option<i64>) -> Option<i64> {
    Some(satisfied?.percent()?.saturating_sub(before?))
}
