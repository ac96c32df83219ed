//! Full disks and disks that may not be written.
//!
//! A small disk of its own needs the right to mount one. Where it is refused, the same office runs into a limit on its
//! pages instead, which the engine reports in the same way; what can then not be tested is said aloud.

use crate::office;
use database::backup::{self, Kind};
use database::{DISK_FULL, Database, Keys, LoginAttempts, OfficeFolder, READ_ONLY, values};
use kernel::{Code, Moment, Result};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// A mount that goes with the test.
struct Mounted {
    place: std::path::PathBuf,
}

impl Mounted {
    fn try_new(place: &Path, arguments: &[&str]) -> Option<Self> {
        let mut command = Command::new("mount");
        command.args(arguments).arg(place).stdout(Stdio::null()).stderr(Stdio::null());
        let mounted = command.status().is_ok_and(|status| status.success());
        mounted.then(|| Self { place: place.to_owned() })
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg("--lazy").arg(&self.place).status();
        assert!(unmounted.is_ok_and(|status| status.success()), "{} stays mounted", self.place.display());
    }
}

fn code<T>(result: Result<T>) -> Option<Code> {
    result.err().and_then(|failure| failure.code())
}

/// Writes until the disk refuses; returns how many writes were acknowledged.
fn write_until_full(database: &Database, first: i64) -> i64 {
    let text = "ن".repeat(4_000);
    for number in first.. {
        match database.write(|tx| office::write_numbered(tx, number, &text)) {
            Ok(()) => assert!(number < 10_000, "the disk never filled up"),
            Err(failure) => {
                assert_eq!(failure.code(), Some(DISK_FULL), "{failure}");
                return number - 1;
            }
        }
    }
    unreachable!("the loop ends by a full disk")
}

/// What was acknowledged is there, and nothing else.
fn holds(database: &Database, last: i64) {
    let numbers: Vec<i64> = office::numbered(database).unwrap().into_iter().map(|(number, _)| number).collect();
    assert_eq!(numbers, (1..=last).collect::<Vec<_>>());
    let report = database.verify().unwrap();
    assert!(report.is_sound(), "{:?}", report.complaints);
    assert_eq!(report.chain.lines, last);
}

#[test]
fn a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room() {
    let scratch = tempfile::tempdir().unwrap();
    let Some(disk) = Mounted::try_new(scratch.path(), &["-t", "tmpfs", "-o", "size=10m", "tmpfs"]) else {
        eprintln!("NOT TESTED on a real small disk: this machine refuses to mount one; see the test with a page limit");
        return;
    };
    // What a person will clear away later.
    let others = disk.place.join("holiday pictures");
    std::fs::write(&others, vec![1; 4 << 20]).unwrap();
    let (lock, database) = office::found(&disk.place.join("office"));
    let saved = write_until_full(&database, 1);
    assert!(saved > 10, "the disk must have had room for a while: {saved}");
    holds(&database, saved);

    // Not one byte is left: every other file of the office meets the full disk too.
    let mut ballast = std::fs::File::create(disk.place.join("ballast")).unwrap();
    while ballast.write(&[0; 512]).is_ok() {}
    let slots = std::fs::read(lock.keys()).unwrap();
    let mut keys = Keys::load(&lock).unwrap();
    keys.new_recovery_code(database.key()).unwrap();
    assert_eq!(code(keys.save(&lock, database.key())), Some(DISK_FULL));
    assert_eq!(std::fs::read(lock.keys()).unwrap(), slots, "the old slots stay whole");
    let mut attempts = LoginAttempts::load(&lock, Duration::ZERO).unwrap();
    assert_eq!(
        code(attempts.begin(Moment::from_micros(0), database::WhoTries::Unknown, [0; 32], Duration::ZERO)),
        Some(DISK_FULL)
    );
    assert_eq!(code(backup::make(&database, &lock, Kind::Manual, Moment::from_micros(0))), Some(DISK_FULL));
    let left = std::fs::read_dir(lock.backups()).map_or(0, Iterator::count);
    assert_eq!(left, 0, "a backup that did not fit leaves nothing");
    assert_eq!(code(database.write(|tx| office::write_numbered(tx, saved + 1, &"ن".repeat(4_000)))), Some(DISK_FULL));
    holds(&database, saved);

    std::fs::remove_file(&others).unwrap();
    drop(database);
    // Whether closing or opening, an office on a disk that was full comes back with everything it acknowledged.
    let database = office::enter(&lock).unwrap();
    holds(&database, saved);
    database.write(|tx| office::write_numbered(tx, saved + 1, "عاد العمل")).unwrap();
    database.close().unwrap();
    holds(&office::enter(&lock).unwrap(), saved + 1);
}

#[test]
fn an_office_at_its_page_limit_loses_nothing() {
    let scratch = tempfile::tempdir().unwrap();
    let (lock, database) = office::found(scratch.path());
    // An empty office has its pages already; these are beyond them.
    let empty: i64 = database.read(|tx| tx.one("PRAGMA page_count", values![], |row| row.get("page_count"))).unwrap();
    let limit = |pages: i64| {
        let pragma = format!("PRAGMA max_page_count = {}", empty + pages);
        database.write(|tx| tx.rows(&pragma, values![], |_| Ok(()))).unwrap();
    };
    limit(100);
    let saved = write_until_full(&database, 1);
    assert!(saved > 10, "there must have been room for a while: {saved}");
    holds(&database, saved);
    limit(300);
    let more = write_until_full(&database, saved + 1);
    assert!(more > saved, "with room again, work goes on");
    database.close().unwrap();
    holds(&office::enter(&lock).unwrap(), more);
}

#[cfg(unix)]
#[test]
fn an_office_that_may_not_be_written_says_so_and_is_unharmed() {
    let scratch = tempfile::tempdir().unwrap();
    let root = scratch.path().join("office");
    let (lock, database) = office::found(&root);
    database.write(|tx| office::write_numbered(tx, 1, "قبل")).unwrap();
    database.close().unwrap();

    let Some(file) = forbid_writing(&lock.database()) else {
        eprintln!("NOT TESTED: this user may write everywhere, and may not mount anything read-only");
        return;
    };
    assert_eq!(code(office::enter(&lock)), Some(READ_ONLY), "the file");
    drop(file);
    holds(&office::enter(&lock).unwrap(), 1);
    drop(lock);

    let folder = forbid_writing(&root).expect("what works for a file works for a folder");
    let taken = OfficeFolder::at(&root).lock();
    assert_eq!(code(taken), Some(READ_ONLY), "the folder");
    drop(folder);
    holds(&office::enter(&OfficeFolder::at(&root).lock().unwrap()).unwrap(), 1);
}

/// Forbids writing to a file or folder until dropped: by its permissions for an ordinary user, by a mount for root, whom
/// permissions do not stop.
#[cfg(unix)]
fn forbid_writing(path: &Path) -> Option<Box<dyn std::any::Any>> {
    use std::os::unix::fs::PermissionsExt;
    struct Permitted(std::path::PathBuf, u32);
    impl Drop for Permitted {
        fn drop(&mut self) {
            std::fs::set_permissions(&self.0, PermissionsExt::from_mode(self.1)).unwrap();
        }
    }
    let mode = std::fs::metadata(path).unwrap().permissions().mode();
    std::fs::set_permissions(path, PermissionsExt::from_mode(mode & !0o222)).unwrap();
    let permitted = Permitted(path.to_owned(), mode);
    let probe = if path.is_dir() { path.join("office.lock") } else { path.to_owned() };
    // In a folder a file that is there can still be written; then its own permission counts.
    let lock = path.is_dir().then(|| {
        let mode = std::fs::metadata(&probe).unwrap().permissions().mode();
        std::fs::set_permissions(&probe, PermissionsExt::from_mode(mode & !0o222)).unwrap();
        Permitted(probe.clone(), mode)
    });
    if std::fs::File::options().write(true).open(&probe).is_err() {
        return Some(Box::new((lock, permitted)));
    }
    drop((lock, permitted));
    let text = path.to_string_lossy().into_owned();
    let bound = Mounted::try_new(path, &["--bind", &text])?;
    let read_only = Command::new("mount").args(["-o", "remount,bind,ro"]).arg(path).status();
    read_only.is_ok_and(|status| status.success()).then(|| Box::new(bound) as Box<dyn std::any::Any>)
}
