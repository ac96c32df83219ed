//! An office that an earlier program made still opens.
//!
//! `fixtures/schema-10.sharaka` is a backup that the program made with rusqlite 0.41 (SQLCipher 4.19), argon2 0.5,
//! chacha20poly1305 0.10, sha2 0.10, x25519-dalek 2 and base64 0.22, at the cost every real office has. It is never
//! made anew: a library that reads its key slots, seals, fingerprints or pages in another way fails here.

use database::restore::{Credential, restore};
use database::{Database, Keys, OfficeFolder, RecoveryCode, backup, values};
use kernel::id::PersonId;
use kernel::{Moment, Result};
use std::path::Path;

const BACKUP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/schema-10.sharaka");
const LOGIN: &str = "noura";
const PASSWORD: &str = "كلمة سرّ نورة";
const CODE: &str = "RJH3-AV2B-G7KQ-CY7X-Y9CT-J8YD-C4EA-VCKS";

#[test]
fn an_office_of_before_opens_with_its_password_and_with_its_code() {
    let label = backup::label(Path::new(BACKUP)).unwrap();
    assert_eq!(label.schema, 10, "the label is read without any key");

    let code = RecoveryCode::typed(CODE).unwrap();
    let credentials = [Credential::Password { login: LOGIN, password: PASSWORD }, Credential::Code(&code)];
    for credential in credentials {
        let scratch = tempfile::tempdir().unwrap();
        let folder = OfficeFolder::at(scratch.path());
        let lock = folder.lock().unwrap();
        let restored = restore(Path::new(BACKUP), &lock, &credential, Moment::from_micros(0)).unwrap();
        if restored.person.is_some() {
            assert_eq!(restored.person, Some(PersonId::from_bytes([7; 16])), "the slot names whose password it was");
        }

        let database = Database::open(&lock, &restored.key).unwrap();
        let sql = "SELECT value FROM setting WHERE key = $1";
        let kept: Result<String> = database.read(|tx| tx.one(sql, values!["from_before"], |row| row.get("value")));
        assert_eq!(kept.unwrap(), "نعم", "what was written then is read now");
        database.close().unwrap();
    }
}

#[test]
fn slots_of_before_are_written_letter_for_letter_as_they_were() {
    let scratch = tempfile::tempdir().unwrap();
    let folder = OfficeFolder::at(scratch.path());
    let lock = folder.lock().unwrap();
    let credential = Credential::Password { login: LOGIN, password: PASSWORD };
    let restored = restore(Path::new(BACKUP), &lock, &credential, Moment::from_micros(0)).unwrap();
    let slots = || {
        let file: serde_json::Value = serde_json::from_slice(&std::fs::read(folder.keys()).unwrap()).unwrap();
        file["keys"].as_str().unwrap().to_owned()
    };
    let before = slots();
    Keys::load(&folder).unwrap().save(&folder, &restored.key).unwrap();
    assert_eq!(slots(), before, "the program of before can read what this one writes");
    let (person, _) = Keys::load(&folder).unwrap().unlock_with_password(LOGIN, PASSWORD).unwrap();
    assert_eq!(person, PersonId::from_bytes([7; 16]), "under the new seal too");
}
