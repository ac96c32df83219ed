//! The trail: every deed a line, every line in the chain.

use crate::office::Story;
use serde_json::json;
use std::time::Duration;

#[test]
fn a_change_tells_who_when_what_before_and_after() {
    let story = Story::begun();
    let mut profile = story.told("association.profile", json!({}));
    profile["city"] = json!("بريدة");
    story.told("association.save", profile);
    let trail = story.told("audit.list", json!({ "feature": "association" }));
    let line = &trail["lines"][0];
    assert_eq!(line["command"], "association.save");
    assert_eq!(line["person_name"], "نوف العتيبي");
    assert_eq!((line["before"]["city"].as_str(), line["after"]["city"].as_str()), (Some(""), Some("بريدة")));
    assert_eq!(line["outcome"], "done");
}

#[test]
fn wrong_passwords_typed_while_the_file_was_closed_get_their_lines_at_the_next_sign_in() {
    let story = Story::begun().restarted();
    for login in ["nouf", "stranger"] {
        assert!(story.sign_in(login, "wrong wrong wrong").is_err());
    }
    let caller = story.sign_in("nouf", crate::office::PASSWORD).expect("the right password");
    let trail = story.office.call(&caller, "audit.list", json!({ "action": "sign_in" })).expect("the trail").value;
    let refused: Vec<_> = trail["lines"]
        .as_array()
        .expect("lines")
        .iter()
        .filter(|line| line["outcome"] == "refused:session.wrong_password")
        .collect();
    assert_eq!(refused.len(), 2, "one line for each failed attempt");
    assert!(refused.iter().any(|line| line["summary"] == "نوف العتيبي"), "a known name is named");
    assert!(refused.iter().any(|line| line["after"]["known"] == false), "an unknown one is said to be unknown");
}

#[test]
fn a_person_reads_their_own_history_page_by_page() {
    let story = Story::begun();
    let (_, sara) = story.with("سارة الحربي", "sara", "researcher");
    for command in ["staff.remove", "staff.add", "backups.make"] {
        assert!(story.office.call(&sara, command, json!({})).is_err());
    }
    let own = story.office.call(&sara, "audit.mine", json!({ "limit": 2 })).expect("her history").value;
    assert_eq!(own["lines"].as_array().map(Vec::len), Some(2));
    let next = own["next"].as_i64().expect("there is more");
    let rest = story.office.call(&sara, "audit.mine", json!({ "before": next })).expect("the rest").value;
    assert!(
        rest["lines"].as_array().is_some_and(|lines| lines.iter().all(|line| line["person_name"] == "سارة الحربي"))
    );
    assert!(rest["lines"].as_array().is_some_and(|lines| lines.iter().all(|line| line["seq"].as_i64() < Some(next))));
}

#[test]
fn the_chain_is_whole_and_is_printed_with_its_head() {
    let story = Story::begun();
    story.with("سارة الحربي", "sara", "researcher");
    let chain = story.told("audit.verify", json!({}));
    assert_eq!(chain["intact"], true);
    assert_eq!(chain["head"].as_str().map(str::len), Some(64));
    let paper = story.told("audit.report", json!({ "from": "2026-11-01", "until": "2026-11-30" }));
    assert!(paper["pages"].as_array().is_some_and(|pages| !pages.is_empty()));
    let backwards = json!({ "from": "2026-11-30", "until": "2026-11-01" });
    assert_eq!(story.refused("audit.report", backwards), "audit.period_order");
    let printed = story.told("audit.list", json!({ "action": "print" }));
    assert_eq!(printed["lines"][0]["command"], "audit.report", "printing is a deed");
}

/// What the trail tells of one command that failed, the oldest first: who, how it ended, and how often it came again.
fn told_of(story: &Story, caller: &office::Caller, command: &str) -> Vec<(String, String, Option<u64>)> {
    let trail = story.office.call(caller, "audit.list", json!({ "limit": 500 })).expect("the trail").value;
    let lines = trail["lines"]
        .as_array()
        .expect("lines")
        .iter()
        .rev()
        .filter(|line| line["command"] == command && line["outcome"] != "done");
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    lines.map(|line| (text(&line["person_name"]), text(&line["outcome"]), line["after"]["times"].as_u64())).collect()
}

#[test]
fn a_thousand_refusals_of_one_kind_leave_one_line_and_a_count() {
    let story = Story::begun();
    let (_, sara) = story.with("سارة الحربي", "sara", "researcher");
    let (_, mona) = story.with("منى الزهراني", "mona", "supervisor");
    for _ in 0..1_000 {
        assert!(story.office.call(&sara, "staff.remove", json!({})).is_err());
    }
    let wrong = json!({ "old": "not the old one", "new": "short" });
    for _ in 0..3 {
        assert!(story.office.call(&sara, "session.change_password", wrong.clone()).is_err());
    }
    assert!(story.office.call(&mona, "staff.remove", json!({})).is_err());
    let line = |who: &str, times| (who.to_owned(), "forbidden".to_owned(), times);
    let first = [line("سارة الحربي", None), line("منى الزهراني", None)];
    assert_eq!(told_of(&story, &story.caller, "staff.remove"), first, "each person their own line, at once");

    // An hour in which people work on, so that no screen locks itself.
    for minutes in (0..60).step_by(10) {
        assert_eq!(
            told_of(&story, &story.caller, "staff.remove").len(),
            2,
            "after {minutes} minutes it may still go on"
        );
        story.pass(Duration::from_secs(600));
        story.office.call(&sara, "tasks.mine", json!({})).expect("she works on");
        story.office.tick();
    }
    let told = told_of(&story, &story.caller, "staff.remove");
    assert_eq!(told[2..], [line("سارة الحربي", Some(999))], "and one says how often");
    let told = told_of(&story, &story.caller, "session.change_password");
    assert_eq!(told.iter().map(|line| line.2).collect::<Vec<_>>(), [None, Some(2)], "another kind is counted apart");

    assert!(story.office.call(&sara, "staff.remove", json!({})).is_err());
    assert_eq!(told_of(&story, &story.caller, "staff.remove").len(), 4, "later it is told anew");
    assert_eq!(story.told("audit.verify", json!({}))["intact"], true);
}

#[test]
fn what_was_counted_is_told_before_the_file_closes() {
    let story = Story::begun();
    let (_, sara) = story.with("سارة الحربي", "sara", "researcher");
    for _ in 0..5 {
        assert!(story.office.call(&sara, "staff.remove", json!({})).is_err());
    }
    story.office.call(&sara, "session.sign_out", json!({})).expect("she leaves");
    story.told("session.sign_out", json!({}));
    let caller = story.sign_in("nouf", crate::office::PASSWORD).expect("the right password");
    let told = told_of(&story, &caller, "staff.remove");
    assert_eq!(told.iter().map(|line| line.2).collect::<Vec<_>>(), [None, Some(4)]);
}

#[test]
fn a_call_that_is_turned_away_before_its_input_is_read_leaves_its_line() {
    let story = Story::begun();
    let (_, sara) = story.with("سارة الحربي", "sara", "researcher");
    let admitted = |caller: &office::Caller, name: &str| story.office.admit_call(caller, name).map(drop);
    assert!(admitted(&story.caller, "staff.remove").is_ok());
    assert!(matches!(admitted(&sara, "staff.remove"), Err(kernel::Failure::Forbidden { .. })));
    assert!(matches!(admitted(&story.caller, "staff.fly"), Err(kernel::Failure::NotFound { .. })));
    assert!(admitted(&office::Caller::Nobody, "staff.list").is_err(), "nobody has signed in");
    assert!(admitted(&office::Caller::Nobody, "session.sign_in").is_ok(), "whoever signs in has no session yet");
    let forbidden = [("سارة الحربي".to_owned(), "forbidden".to_owned(), None)];
    assert_eq!(told_of(&story, &story.caller, "staff.remove"), forbidden);
}
