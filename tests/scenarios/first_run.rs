//! The first day: an empty folder becomes an office.

use crate::office::{PASSWORD, Story, set_up};
use serde_json::json;

#[test]
fn an_empty_folder_becomes_an_office_with_its_first_administrator_signed_in() {
    let story = Story::unopened();
    assert_eq!(story.told("office.look", json!({}))["state"], "new");
    let answer = story.told("office.set_up", set_up());
    let session = &answer["session"];
    assert_eq!(session["person"]["role"], "administrator");
    assert_eq!(session["association"]["name_ar"], "جمعية غراس النخيل للشراكة المجتمعية");
    assert_eq!(session["recovery_confirmed"], false, "nobody has shown yet that the code was printed");
    assert_eq!(answer["recovery_code"].as_str().map(str::len), Some(39), "eight groups of four and seven dashes");
    assert_eq!(story.told("office.look", json!({}))["state"], "open");
}

#[test]
fn a_first_run_happens_once() {
    let story = Story::begun();
    assert_eq!(story.refused("office.set_up", set_up()), "office.set_up_already");
}

#[test]
fn what_is_missing_in_a_first_run_is_said_at_its_field_and_nothing_is_made() {
    let story = Story::unopened();
    for (path, value, code) in [
        ("/association/name_ar", json!("  \u{200f} "), "association.name_missing"),
        ("/association/unified_no", json!("123"), "kernel.organisation_length"),
        ("/administrator/name", json!(""), "staff.name_missing"),
        ("/administrator/login", json!("two words"), "staff.login_shape"),
        ("/administrator/password", json!("short"), "staff.password_short"),
    ] {
        let mut input = set_up();
        *input.pointer_mut(path).expect("a field of the first run") = value;
        let failure = story.call("office.set_up", input).expect_err(path);
        let refused = failure.code().map(|code| code.to_string()).unwrap_or_default();
        if path == "/association/unified_no" {
            assert!(refused.contains("length") || refused.contains("organisation"), "{refused} for a short number");
        } else {
            assert_eq!(refused, code, "for {path}");
        }
        assert_eq!(story.told("office.look", json!({}))["state"], "new", "a refused first run leaves no half office");
    }
}

#[test]
fn the_recovery_code_is_confirmed_by_its_sixth_group_and_printed_on_one_sheet() {
    let story = Story::begun();
    let group = story.recovery_code.split('-').nth(5).expect("eight groups").to_lowercase();
    assert_eq!(story.refused("session.confirm_recovery_code", json!({ "group": "0000" })), "session.wrong_group");
    let paper = story.told("session.recovery_sheet", json!({ "recovery_code": story.recovery_code }));
    assert_eq!(paper["pages"].as_array().map(Vec::len), Some(1), "the sheet is one page");
    assert!(sharaka_tests::fetched(&story.office, &story.caller, &paper).starts_with(b"%PDF-"), "the sheet is a PDF");
    let session = story.told("session.confirm_recovery_code", json!({ "group": group }));
    assert_eq!(session["recovery_confirmed"], true);
    let again = json!({ "group": group });
    assert_eq!(story.refused("session.confirm_recovery_code", again), "session.no_code_to_confirm");
}

#[test]
fn the_office_is_there_after_a_restart_and_opens_for_its_people_only() {
    let story = Story::begun().restarted();
    assert_eq!(story.told("office.look", json!({}))["state"], "locked");
    let wrong = story.sign_in("nouf", "not the password").expect_err("a wrong password opens nothing");
    assert_eq!(wrong.code().map(|code| code.0), Some("session.wrong_password"));
    story.sign_in("NOUF", PASSWORD).expect("the sign-in name is read in any case");
    assert_eq!(story.told("office.look", json!({}))["state"], "open");
}
