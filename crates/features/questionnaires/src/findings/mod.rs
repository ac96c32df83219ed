//! What a study found: its domain, in words, how grave, and by which evidence. Others refer to it by `study_finding_known`.

pub mod add_finding;
pub mod change_finding;
pub mod look;

use crate::inputs::TypedFinding;
use crate::rules::{self, DOMAIN_MISSING, EVIDENCE_MISSING, FINDING_EMPTY, QUESTION_UNKNOWN};
use crate::store::Questionnaire;
use kernel::arabic::fold;
use kernel::{Hijri, Refusal, Result, require};
use office::context::Write;

/// A finding as others name it.
pub const RECORD: &str = "finding";
/// What their numbers begin with.
const MARK: char = '\u{646}';

/// A finding in one form.
pub struct Tidy {
    pub domain: String,
    pub text: String,
    pub evidence: String,
}

impl Tidy {
    pub fn fold(&self, number: &str) -> String {
        fold(&format!("{number} {} {}", self.domain, self.text))
    }
}

/// # Errors
/// No domain, no words, no evidence; a question the study does not ask.
pub fn tidy(typed: &TypedFinding, of: &Questionnaire) -> Result<Tidy> {
    let domain = rules::line("domain", &typed.domain)?;
    require(!domain.is_empty(), Refusal::new(DOMAIN_MISSING).at("domain"))?;
    let known = typed.question.is_empty() || of.question(&typed.question).is_some();
    require(known, Refusal::new(QUESTION_UNKNOWN).at("question"))?;
    Ok(Tidy {
        domain,
        text: rules::said("text", &typed.text, FINDING_EMPTY)?,
        evidence: rules::said("evidence", &typed.evidence, EVIDENCE_MISSING)?,
    })
}

/// The next number of its Hijri year.
///
/// # Errors
/// A day beyond the Hijri calendar.
pub fn next_number(cx: &Write<'_>, series: &str, mark: char) -> Result<String> {
    let year = i64::from(Hijri::from_day(cx.today()).ok_or(kernel::refusals::HIJRI_RANGE)?.year());
    Ok(format!("{mark}-{year}-{:04}", cx.next_number(series, year)?))
}
