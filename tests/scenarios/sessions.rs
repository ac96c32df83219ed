//! Signing in, waiting after wrong passwords, locking, changing passwords, recovering.

use crate::office::{PASSWORD, Story, holder};
use kernel::Moment;
use office::Caller;
use serde_json::json;
use std::time::Duration;

fn code(outcome: Result<Caller, kernel::Failure>) -> String {
    outcome.expect_err("should be refused").code().map(|code| code.to_string()).unwrap_or_default()
}

#[test]
fn five_wrong_passwords_are_free_then_the_wait_grows_and_no_restart_or_clock_shortens_it() {
    let story = Story::begun();
    for _ in 0..5 {
        assert_eq!(code(story.sign_in("nouf", "wrong wrong wrong")), "session.wrong_password");
    }
    assert_eq!(code(story.sign_in("nouf", PASSWORD)), "vault.wait", "even the right password waits");
    story.clock.set(Moment::from_micros(4_000_000_000_000_000));
    assert_eq!(code(story.sign_in("nouf", PASSWORD)), "vault.wait", "the wall clock set forward helps nobody");
    let story = story.restarted();
    assert_eq!(code(story.sign_in("nouf", PASSWORD)), "vault.wait", "nor does a restart");
    story.pass(Duration::from_secs(31));
    story.sign_in("nouf", PASSWORD).expect("after the wait the right password opens");
}

#[test]
fn nobody_s_wrong_passwords_keep_another_out_and_a_name_nobody_has_keeps_out_nobody() {
    let story = Story::begun();
    let huda = json!({ "id": "0190000a-0000-7000-8000-00000000cc01", "name": "هدى", "login": "huda", "role": "finance",
                       "password": "مفتاح-أول-7788" });
    story.told("staff.add", huda);
    for login in ["huda", "nobody"] {
        for _ in 0..5 {
            assert_eq!(code(story.sign_in(login, "wrong wrong wrong")), "session.wrong_password");
        }
        assert_eq!(code(story.sign_in(login, "wrong wrong wrong")), "vault.wait");
    }
    story.sign_in("nouf", PASSWORD).expect("another signs in meanwhile");
    assert_eq!(code(story.sign_in("huda", "مفتاح-أول-7788")), "vault.wait", "and frees nobody");
}

#[test]
fn a_first_password_opens_nothing_but_what_replaces_it_and_a_new_one_ends_every_session() {
    let story = Story::begun();
    let huda = json!({ "id": "0190000a-0000-7000-8000-00000000cc01", "name": "هدى", "login": "huda", "role": "finance",
                       "password": "مفتاح-أول-7788" });
    story.told("staff.add", huda);
    let newcomer = story.sign_in("huda", "مفتاح-أول-7788").unwrap();
    let refused = |caller: &Caller, command: &str| {
        story
            .office
            .call(caller, command, json!({}))
            .unwrap_err()
            .code()
            .map(|code| code.to_string())
            .unwrap_or_default()
    };
    assert_eq!(refused(&newcomer, "funds.list"), "session.first_password");
    assert_eq!(refused(&newcomer, "tasks.mine"), "session.first_password");
    let own = json!({ "old": "مفتاح-أول-7788", "new": "سيل العرم قديم" });
    story.office.call(&newcomer, "session.change_password", own).unwrap();
    story.office.call(&newcomer, "funds.list", json!({})).unwrap();

    let again = json!({ "id": "0190000a-0000-7000-8000-00000000cc01", "password": "مفتاح-آخر-7799" });
    story.told("staff.reset_password", again);
    assert_eq!(refused(&newcomer, "funds.list"), "session.sign_in_again", "the password of before opens nothing");
}

#[test]
fn signing_in_anew_leaves_the_session_one_came_with() {
    let story = Story::begun();
    let first = story.sign_in("nouf", PASSWORD).unwrap();
    let input = json!({ "login": "nouf", "password": PASSWORD });
    let second = holder(&story.office.call(&first, "session.sign_in", input).unwrap());
    assert!(story.office.call(&second, "staff.list", json!({})).is_ok());
    assert!(story.office.call(&first, "staff.list", json!({})).is_err());
}

#[test]
fn a_locked_screen_does_nothing_until_the_password_is_given() {
    let story = Story::begun();
    story.told("session.lock", json!({}));
    assert_eq!(story.refused("staff.list", json!({})), "office.locked");
    assert_eq!(story.refused("session.unlock", json!({ "password": "something else" })), "session.wrong_password");
    assert_eq!(story.told("session.unlock", json!({ "password": PASSWORD }))["locked"], false);
    story.told("staff.list", json!({}));
}

#[test]
fn a_screen_left_alone_locks_itself() {
    let story = Story::begun();
    story.pass(Duration::from_secs(14 * 60));
    story.told("staff.list", json!({}));
    story.pass(Duration::from_secs(16 * 60));
    assert_eq!(story.refused("staff.list", json!({})), "session.locked_idle");
    assert_eq!(story.told("office.look", json!({}))["session"]["locked"], true);
}

#[test]
fn a_changed_password_opens_and_the_old_one_does_not() {
    let story = Story::begun();
    let elsewhere = story.sign_in("nouf", PASSWORD).expect("a second window");
    let wrong = json!({ "old": "not it at all", "new": "سيل العرم قديم" });
    assert_eq!(story.refused("session.change_password", wrong), "session.wrong_password");
    let same = json!({ "old": PASSWORD, "new": PASSWORD });
    assert_eq!(story.refused("session.change_password", same), "session.same_password");
    story.told("session.change_password", json!({ "old": PASSWORD, "new": "سيل العرم قديم" }));
    assert_eq!(code(story.sign_in("nouf", PASSWORD)), "session.wrong_password");
    story.sign_in("nouf", "سيل العرم قديم").expect("the new one opens");
    let there = story.office.call(&elsewhere, "staff.list", json!({}));
    assert_eq!(there.expect_err("signed out there").code().map(|code| code.0), Some("session.sign_in_again"));
}

#[test]
fn the_printed_code_gives_an_administrator_a_new_password_after_everything_was_forgotten() {
    let story = Story::begun().restarted();
    let sloppy = story.recovery_code.to_lowercase().replace('-', " ");
    let input = |code: &str, login: &str| json!({ "code": code, "login": login, "new_password": "فجر جديد للجمعية" });
    assert_eq!(story.refused("session.recover", input("0000", "nouf")), "vault.not_a_code");
    assert_eq!(story.refused("session.recover", input(&"0".repeat(32), "nouf")), "session.wrong_code");
    assert_eq!(story.refused("session.recover", input(&sloppy, "nobody")), "session.not_administrator");
    let answer = story.call("session.recover", input(&sloppy, "nouf")).expect("typed without dashes, in small letters");
    assert_eq!(answer.value["person"]["login"], "nouf");
    assert!(matches!(holder(&answer), Caller::Holder(_)));
    story.sign_in("nouf", "فجر جديد للجمعية").expect("the new password opens from now on");
}

#[test]
fn a_new_recovery_code_voids_the_one_before() {
    let story = Story::begun();
    let issued = story.told("session.new_recovery_code", json!({ "password": PASSWORD }));
    let story = story.restarted();
    let input = |code: &str| json!({ "code": code, "login": "nouf", "new_password": "فجر جديد للجمعية" });
    assert_eq!(story.refused("session.recover", input(&story.recovery_code)), "session.wrong_code");
    story.told("session.recover", input(issued["recovery_code"].as_str().expect("a code")));
}

#[test]
fn signing_out_closes_the_file() {
    let story = Story::begun();
    let answer = story.call("session.sign_out", json!({})).expect("signing out");
    assert_eq!(answer.session, office::SessionChange::Ended);
    assert_eq!(story.told("office.look", json!({}))["state"], "locked");
    assert_eq!(story.refused("staff.list", json!({})), "session.sign_in_again");
    let nobody = story.office.call(&Caller::Nobody, "staff.list", json!({}));
    assert_eq!(nobody.expect_err("nobody is in").code().map(|code| code.0), Some("office.signed_out"));
}
