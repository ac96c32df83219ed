//! The review of an assessment by another person, and the class given by hand.

use super::{Class, Measure};
use crate::is_written;
use crate::refusals::{NEED_INCOMPLETE, NEED_REASON, NEED_SAME_CLASS, NEED_SELF_REVIEW, Refusals};
use kernel::{Refusal, Result};
use serde::{Deserialize, Serialize};

/// A class given by hand, against the computed one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    pub class: Class,
    pub reason: Option<String>,
}

/// An assessment on its way into the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assessment {
    /// Who made it.
    pub worker: Option<String>,
    /// None while nobody has reviewed it.
    pub reviewer: Option<String>,
    pub manual: Option<Override>,
    /// The class of the file before.
    pub file_class: Option<Class>,
}

/// What the file says afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "NeedReviewed")]
pub struct Reviewed {
    /// Unchanged until the review; then the class given by hand, or else the computed one.
    pub file_class: Option<Class>,
    /// Reviewed with a class given by hand.
    pub exception: bool,
}

/// Reviews an assessment, or looks at one that waits for its review.
///
/// # Errors
/// An unknown score that is reviewed; a class given by hand without a reason, or that is the computed one; a review by who
/// made the assessment.
pub fn review(measure: &Measure, assessment: &Assessment) -> Result<Reviewed, Refusals> {
    let Assessment { worker, reviewer, manual, file_class } = assessment;
    let mut refused = Refusals::default();
    refused.unless(reviewer.is_none() || measure.class.is_some(), NEED_INCOMPLETE);
    if let Some(manual) = manual {
        refused.unless(is_written(manual.reason.as_deref()), Refusal::new(NEED_REASON).at("reason"));
        refused.unless(measure.class != Some(manual.class), Refusal::new(NEED_SAME_CLASS).at("class"));
    }
    refused.unless(reviewer.is_none() || reviewer != worker, NEED_SELF_REVIEW);
    let reviewed = match (reviewer, manual) {
        (None, _) => Reviewed { file_class: *file_class, exception: false },
        (Some(_), Some(manual)) => Reviewed { file_class: Some(manual.class), exception: true },
        (Some(_), None) => Reviewed { file_class: measure.class, exception: false },
    };
    refused.or(reviewed)
}
