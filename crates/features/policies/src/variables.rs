//! The places of the association in the text of a policy: `{association}` reads as its name. Pure, but for looking them up.

use crate::model::PolicyVariable;
use crate::rules::UNKNOWN_VARIABLE;
use kernel::{Refusal, Result};
use office::association::AssociationProfile;

/// What a text may name, in the order in which it is offered.
pub fn variables(profile: &AssociationProfile) -> Vec<PolicyVariable> {
    let known: [(&str, &str); 9] = [
        ("association", &profile.name_ar),
        ("association_en", &profile.name_en),
        ("licence_no", &profile.licence_no),
        ("unified_no", &profile.unified_no),
        ("region", &profile.region),
        ("city", &profile.city),
        ("phone", &profile.phone),
        ("email", &profile.email),
        ("website", &profile.website),
    ];
    known.map(|(name, value)| PolicyVariable { name: name.to_owned(), value: value.to_owned() }).to_vec()
}

/// A text as it reads. What the association has not said yet stays as it was written, so that it is seen.
pub fn read(text: &str, variables: &[PolicyVariable]) -> String {
    variables
        .iter()
        .filter(|one| !one.value.is_empty())
        .fold(text.to_owned(), |text, one| text.replace(&format!("{{{}}}", one.name), &one.value))
}

/// # Errors
/// A name in braces that is none of the association.
pub fn all_known(text: &str, variables: &[PolicyVariable]) -> Result<()> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else { return Ok(()) };
        if !variables.iter().any(|one| one.name == name) {
            return Err(Refusal::new(UNKNOWN_VARIABLE).with("name", name).at("text").into());
        }
        rest = behind;
    }
    Ok(())
}
