//! What lies on the disk says nothing, and a second program is kept out.

use crate::office::{PASSWORD, Story};
use app::office::{Office, Options};
use serde_json::json;

#[test]
fn a_second_program_on_the_same_office_is_refused_with_a_sentence() {
    let story = Story::begun();
    let second = Office::open(story.folder.path(), Options::default()).err().expect("the office is taken");
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
    assert!(files >= 4, "the database, the slots, the count of tries and a backup were looked through");
}
