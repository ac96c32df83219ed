//! What lies on the disk says nothing, and a second program is kept out.

use crate::office::{PASSWORD, Story, holder};
use office::Options;
use serde_json::json;

#[test]
fn a_second_program_on_the_same_office_is_refused_with_a_sentence() {
    let story = Story::begun();
    let second = app::open(story.folder.path(), Options::default()).err().expect("the office is taken");
    assert_eq!(second.code().map(|code| code.0), Some("database.in_use"));
}

#[test]
fn no_name_and_no_password_can_be_read_off_the_disk() {
    let story = Story::begun();
    story.with("سارة الحربي", "sara.harbi", "researcher");
    story.told("backups.make", json!({}));
    let secrets =
        ["سارة", "الحربي", "نوف العتيبي", "غراس النخيل", "sara.harbi", "nouf", PASSWORD, story.recovery_code.as_str()];
    let mut files = 0;
    let mut folders = vec![story.folder.path().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the office folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            files += 1;
            let bytes = std::fs::read(&path).expect("a file");
            for secret in secrets {
                let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
                assert!(!found, "{secret} stands in {}", path.display());
            }
        }
    }
    assert!(files >= 4, "the database, the slots, the count of attempts and a backup were looked through");
}

#[test]
fn somebody_leaves_and_the_key_of_the_office_changes() {
    let story = Story::begun();
    let (sara, _) = story.with("سارة الحربي", "sara", "researcher");
    let (_, huda) = story.with("هدى الوهيبي", "huda", "researcher");
    let before = story.told("backups.make", json!({}))["id"].clone();
    let file = std::fs::read(story.folder.path().join("office.db")).expect("the file")[..16].to_vec();
    let waits = |story: &Story| {
        let tasks = story.told("tasks.mine", json!({}))["tasks"].clone();
        tasks.as_array().expect("tasks").iter().any(|task| task["kind"] == "change_key")
    };
    assert!(!waits(&story), "nobody has left");
    story.pass(std::time::Duration::from_secs(3600));
    let caller = story.sign_in("nouf", PASSWORD).expect("after an hour");
    let story = story.called_by(caller);
    story.told("staff.remove", json!({ "id": sara }));
    let gone = story.sign_in("sara", "نخلة وظل وماء").expect_err("her slot went with her");
    assert_eq!(gone.code().map(|code| code.0), Some("session.wrong_password"));
    assert!(waits(&story), "the administrator is told that the key may be changed");

    assert_eq!(story.refused("staff.change_key", json!({ "password": "كلمة مرور أخرى" })), "session.wrong_password");
    let answer = story.call("staff.change_key", json!({ "password": PASSWORD })).expect("the key changes");
    let story = story.called_by(holder(&answer));
    assert!(!waits(&story));
    assert!(story.office.call(&huda, "staff.list", json!({})).is_err(), "everybody else is signed out");
    story.sign_in("huda", "نخلة وظل وماء").expect("and signs in with the same password");
    let now = std::fs::read(story.folder.path().join("office.db")).expect("the file")[..16].to_vec();
    assert_ne!(file, now, "the file has another salt: it was written anew");

    let backups = story.told("backups.list", json!({}))["backups"].clone();
    let new = backups.as_array().expect("backups").iter().find(|backup| backup["id"] != before).expect("one more");
    story.told("backups.drill", json!({ "id": new["id"] }));
    assert_eq!(story.refused("backups.drill", json!({ "id": before })), "backup.other_key");
    let report = story.told("audit.verify", json!({}));
    assert_eq!(report["broken_at"], json!(null));

    let story = story.restarted();
    let input = json!({ "code": story.recovery_code, "login": "nouf", "new_password": "فجر جديد للجمعية" });
    let answer = story.call("session.recover", input).expect("the printed code opens the office under its new key");
    let story = story.called_by(holder(&answer));
    let restore = |password: &str| json!({ "id": before, "password": password });
    assert!(story.call("backups.restore", restore("فجر جديد للجمعية")).is_err(), "that password is of today");
    story.told("backups.restore", restore(PASSWORD));
    story.sign_in("sara", "نخلة وظل وماء").expect("in the office of then she had not left");
}
