//! Whoever looks through the folder finds no name: not in the database, its log, the slots, the count of wrong
//! passwords, the backups, or what lies there for a while.

use crate::office::{self, LOGIN, PASSWORD};
use database::backup::{self, Kind};
use database::{Keys, LoginAttempts, values};
use kernel::Moment;
use kernel::id::PersonId;
use std::path::Path;
use std::time::Duration;

const NAMES: [&str; 6] = [
    "نورة بنت سعد العتيبي",
    "عبدالرحمن",
    "جمعية البر الأهلية بالمزاحمية",
    "مشروع الأسر المنتجة",
    "الغامدي",
    "hidden.person",
];

/// Every byte sequence a name could stand as.
fn forms(name: &str) -> Vec<Vec<u8>> {
    let words = name.split(' ').filter(|word| word.chars().count() >= 4).chain([name]);
    words
        .flat_map(|word| {
            let wide: Vec<u16> = word.encode_utf16().collect();
            [
                word.as_bytes().to_vec(),
                wide.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
                wide.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
            ]
        })
        .collect()
}

/// The files below a folder, and which of them give something away.
fn look_through(folder: &Path, secrets: &[&str]) -> (Vec<String>, Vec<String>) {
    let mut forms: Vec<Vec<u8>> = secrets.iter().flat_map(|secret| forms(secret)).collect();
    // What every unencrypted database begins with.
    forms.push(b"SQLite format 3".to_vec());
    let (mut seen, mut found) = (Vec::new(), Vec::new());
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let bytes = std::fs::read(&path).unwrap();
            if any_in(&bytes, &forms) || any_in(name.as_bytes(), &forms) {
                found.push(name.clone());
            }
            seen.push(name);
        }
    }
    (seen, found)
}

/// Does any of the forms stand in the bytes? Looked for by their first two bytes, so that megabytes take no time.
fn any_in(bytes: &[u8], forms: &[Vec<u8>]) -> bool {
    let mut begins = vec![false; 1 << 16];
    forms.iter().for_each(|form| begins[pair(form)] = true);
    let places = (0..bytes.len().saturating_sub(1)).filter(|place| begins[pair(&bytes[*place..])]);
    places.into_iter().any(|place| forms.iter().any(|form| bytes[place..].starts_with(form)))
}

fn pair(bytes: &[u8]) -> usize {
    usize::from(bytes[0]) << 8 | usize::from(bytes[1])
}

#[test]
fn no_file_of_an_office_shows_a_name() {
    let scratch = tempfile::tempdir().unwrap();
    let (lock, database) = office::found(&scratch.path().join("office"));
    let mut secrets = NAMES.to_vec();
    secrets.extend([LOGIN, PASSWORD]);

    // Long enough that the log grows, is moved into the file, and grows again.
    for (round, name) in (1_i64..).zip(NAMES.iter().cycle().take(600)) {
        database.write(|tx| office::write_numbered(tx, round, &format!("{name} ").repeat(20))).unwrap();
    }
    database.write(|tx| tx.run("DELETE FROM setting WHERE key < $1", values!["00000300"])).unwrap();
    // A sort too large for one page of memory must not spill into a file either.
    database.read(|tx| tx.rows("SELECT summary FROM audit ORDER BY summary, seq DESC", values![], |_| Ok(()))).unwrap();
    let mut keys = Keys::load(&lock).unwrap();
    keys.add_slot(database.key(), PersonId::from_bytes([2; 16]), "hidden.person", "كلمة سر الغامدي").unwrap();
    keys.save(&lock, database.key()).unwrap();
    let mut attempts = LoginAttempts::load(&lock, Duration::ZERO).unwrap();
    attempts
        .begin(Moment::from_micros(1), keys.who_tries("hidden.person"), keys.tag("hidden.person"), Duration::ZERO)
        .unwrap();
    backup::make(&database, &lock, Kind::Manual, Moment::from_micros(1)).unwrap();

    let (seen, found) = look_through(lock.root(), &secrets);
    for file in ["office.db", "office.db-wal", "office.keys", "office.tries", "office.lock"] {
        assert!(seen.iter().any(|name| name == file), "{file} must be there to be looked at: {seen:?}");
    }
    assert!(seen.iter().any(|name| name.ends_with(".sharaka")), "{seen:?}");
    assert_eq!(found, Vec::<String>::new(), "while the office is open");
    database.close().unwrap();
    assert_eq!(look_through(lock.root(), &secrets).1, Vec::<String>::new(), "when it is closed");
}

#[test]
fn a_name_in_the_clear_would_be_found() {
    let scratch = tempfile::tempdir().unwrap();
    let name = NAMES[0];
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(scratch.path().join("utf-8"), format!("xx{name}xx")).unwrap();
    std::fs::write(scratch.path().join("utf-16"), [b"x", wide.as_slice()].concat()).unwrap();
    std::fs::write(scratch.path().join("one word"), "العتيبي").unwrap();
    std::fs::write(scratch.path().join("innocent"), "nothing").unwrap();
    let (_, mut found) = look_through(scratch.path(), &NAMES);
    found.sort();
    assert_eq!(found, ["one word", "utf-16", "utf-8"]);
}
