//! Two thousand damaged copies: each is refused, reported, or harmless. None crashes, none shows other rows than were
//! written.

use crate::office::{self, Dice};
use database::backup::{self, Kind};
use database::{DAMAGED, Database, KEYS_DAMAGED, Key, OfficeLock, WRONG_KEY, WRONG_PASSWORD};
use kernel::{Moment, Result};

/// The page of the database; damage often takes a whole one.
const PAGE: usize = 4_096;

struct Office {
    _scratch: tempfile::TempDir,
    lock: OfficeLock,
    key: Key,
    rows: Vec<(i64, String)>,
}

/// An office with some pages to damage, closed.
fn closed_office() -> Office {
    let scratch = tempfile::tempdir().unwrap();
    let (lock, database) = office::found(scratch.path());
    for number in 1..=60 {
        database.write(|tx| office::write_numbered(tx, number, &format!("سطر {number} ").repeat(60))).unwrap();
    }
    let rows = office::numbered(&database).unwrap();
    let key = database.key().clone();
    database.close().unwrap();
    Office { _scratch: scratch, lock, key, rows }
}

/// One kind of damage a disk or a careless copy does.
fn damage(whole: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    let place = dice.below(bytes.len());
    let page = place / PAGE * PAGE;
    let end = (page + PAGE).min(bytes.len());
    match dice.below(10) {
        0..=4 => bytes[place] ^= 1 << dice.below(8),
        5 | 6 => bytes.truncate(place),
        7 => bytes[page..end].fill(0),
        8 => {
            let other = dice.below(bytes.len()) / PAGE * PAGE;
            let copied = bytes[other..(other + PAGE).min(whole.len())].to_vec();
            let length = copied.len().min(end - page);
            bytes[page..page + length].copy_from_slice(&copied[..length]);
        }
        _ => bytes.extend_from_slice(&whole[page..end]),
    }
    bytes
}

/// Opens, reads everything and looks it over.
fn look(office: &Office) -> Result<(Vec<(i64, String)>, bool)> {
    let database = Database::open(&office.lock, &office.key)?;
    let rows = office::numbered(&database)?;
    let sound = database.verify()?.is_sound();
    database.close()?;
    Ok((rows, sound))
}

#[test]
fn fourteen_hundred_damaged_databases_are_refused_reported_or_harmless() {
    let office = closed_office();
    let whole = std::fs::read(office.lock.database()).unwrap();
    let mut dice = Dice::new(0xdead_1448);
    let (mut refused, mut reported, mut harmless) = (0, 0, 0);
    for copy in 0..1_400 {
        std::fs::write(office.lock.database(), damage(&whole, &mut dice)).unwrap();
        match look(&office) {
            Err(failure) => {
                let code = failure.code();
                assert!(matches!(code, Some(DAMAGED | WRONG_KEY)), "copy {copy}: {failure}");
                refused += 1;
            }
            Ok((_, false)) => reported += 1,
            Ok((rows, true)) => {
                assert_eq!(rows, office.rows, "copy {copy} passes for sound and shows other rows");
                harmless += 1;
            }
        }
        for beside in ["office.db-wal", "office.db-shm"] {
            let _ = std::fs::remove_file(office.lock.root().join(beside));
        }
    }
    assert!(refused > 700 && reported > 0, "refused {refused}, reported {reported}, harmless {harmless}");
    std::fs::write(office.lock.database(), &whole).unwrap();
    assert_eq!(look(&office).unwrap(), (office.rows.clone(), true), "the file as it was is sound");
}

#[test]
fn three_hundred_damaged_backups_are_refused_or_harmless() {
    let office = closed_office();
    let database = Database::open(&office.lock, &office.key).unwrap();
    let made = backup::make(&database, &office.lock, Kind::Manual, Moment::from_micros(0)).unwrap();
    let whole = std::fs::read(&made.path).unwrap();
    let mut dice = Dice::new(0xbeef_1448);
    let mut refused = 0;
    for copy in 0..300 {
        std::fs::write(&made.path, damage(&whole, &mut dice)).unwrap();
        match backup::verify(&made.path, &office.key) {
            Ok(label) => assert_eq!(label, made.label, "copy {copy} passes for sound and says something else"),
            Err(failure) => {
                assert!(failure.code().is_some(), "copy {copy}: a person must be able to act on it: {failure}");
                refused += 1;
            }
        }
    }
    assert!(refused > 250, "only {refused} were noticed");
    assert_eq!(std::fs::read_dir(office.lock.backups()).unwrap().count(), 1, "nothing is left lying about");
}

#[test]
fn three_hundred_damaged_key_slots_open_nothing_false() {
    let office = closed_office();
    let whole = std::fs::read(office.lock.keys()).unwrap();
    let mut dice = Dice::new(0xcafe_1448);
    let mut refused = 0;
    for copy in 0..300 {
        std::fs::write(office.lock.keys(), damage(&whole, &mut dice)).unwrap();
        match office::enter(&office.lock) {
            Ok(database) => assert_eq!(office::numbered(&database).unwrap(), office.rows, "copy {copy}"),
            Err(failure) => {
                let code = failure.code();
                assert!(matches!(code, Some(KEYS_DAMAGED | WRONG_PASSWORD)), "copy {copy}: {failure}");
                refused += 1;
            }
        }
    }
    assert!(refused > 200, "only {refused} were noticed");
}

/// A log cut off or damaged at some place is read up to that place, as after a power cut in the middle of a write: the
/// office is then what it was at an earlier moment, whole. The head of the audit trail in a backup or on a report shows
/// that lines are missing.
#[test]
fn two_hundred_damaged_logs_lead_to_an_earlier_whole_state() {
    let scratch = tempfile::tempdir().unwrap();
    let (lock, database) = office::found(scratch.path());
    for number in 1..=20 {
        database.write(|tx| office::write_numbered(tx, number, &format!("سطر {number}"))).unwrap();
    }
    let rows = office::numbered(&database).unwrap();
    let key = database.key().clone();
    let log = lock.root().join("office.db-wal");
    // As a killed program leaves them: the file, and the log with what has not been moved into it.
    let (file, written) = (std::fs::read(lock.database()).unwrap(), std::fs::read(&log).unwrap());
    database.close().unwrap();
    let office = Office { _scratch: scratch, lock, key, rows };
    let mut dice = Dice::new(0xf00d_1448);
    let mut shortest = usize::MAX;
    for copy in 0..200 {
        std::fs::write(office.lock.database(), &file).unwrap();
        std::fs::write(&log, damage(&written, &mut dice)).unwrap();
        match look(&office) {
            Ok((rows, sound)) => {
                assert!(sound, "copy {copy} must be whole");
                assert_eq!(rows, office.rows[..rows.len()], "copy {copy} must be an earlier state");
                shortest = shortest.min(rows.len());
            }
            Err(failure) => assert!(matches!(failure.code(), Some(DAMAGED | WRONG_KEY)), "copy {copy}: {failure}"),
        }
    }
    assert!(shortest < office.rows.len(), "some damage must have cut the log, or nothing was tested");
}
