//! Texts with places in them, and days of reviews.

use crate::model::{PolicyStanding, PolicyVariable};
use crate::rules::{review_day, standing};
use crate::variables::{all_known, read};
use kernel::Day;

fn variables() -> Vec<PolicyVariable> {
    let one = |name: &str, value: &str| PolicyVariable { name: name.to_owned(), value: value.to_owned() };
    vec![one("association", "جمعية غراس"), one("licence_no", "")]
}

#[test]
fn places_of_the_association_are_filled_and_unknown_ones_refused() {
    let text = "تلتزم {association} ({licence_no}) بما يلي";
    assert_eq!(read(text, &variables()), "تلتزم جمعية غراس ({licence_no}) بما يلي");
    assert!(all_known(text, &variables()).is_ok());
    assert!(all_known("من {nobody} إلى", &variables()).is_err());
    assert!(all_known("قوس { بلا نهاية", &variables()).is_ok());
}

#[test]
fn a_policy_is_late_the_day_after_its_review() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let review = review_day(day("2026-01-01"), 12).unwrap();
    assert_eq!(review, day("2027-01-02"));
    assert_eq!(standing(None, Some(review), review), PolicyStanding::InForce);
    assert_eq!(standing(None, Some(review), day("2027-01-03")), PolicyStanding::LateReview);
    assert_eq!(standing(None, None, review), PolicyStanding::Prepared);
    assert_eq!(standing(Some(review), Some(review), review), PolicyStanding::Retired);
}
