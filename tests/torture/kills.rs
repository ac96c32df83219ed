//! A program that writes is killed two hundred times at random moments; nothing it was told is saved may be lost.

use crate::office::{self, Dice};
use database::OfficeFolder;
use database::backup::{self, Kind};
use kernel::Moment;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

const KILLS: usize = 200;
/// Names the office to the child.
const OFFICE: &str = "SHARAKA_TORTURE_OFFICE";
/// What else the child does beside writing: `write`, `backup` or `rekey`.
const TASK: &str = "SHARAKA_TORTURE_TASK";

/// The child: writes, and says each number aloud once it is saved. Started by the test below and never left alive.
#[test]
#[ignore = "the program that is killed; a_killed_program_loses_nothing_it_said_was_saved starts it"]
fn writing_child() {
    let root = PathBuf::from(std::env::var_os(OFFICE).expect("started by the killing test, with its office"));
    let task = std::env::var(TASK).unwrap_or_default();
    let lock = OfficeFolder::at(root).lock().unwrap();
    let mut database = office::enter(&lock).unwrap();
    let mut out = std::io::stdout();
    let mut number = office::numbered(&database).unwrap().last().map_or(0, |(number, _)| *number);
    loop {
        number += 1;
        database.write(|tx| office::write_numbered(tx, number, "سُجّل")).unwrap();
        writeln!(out, "saved {number}").unwrap();
        out.flush().unwrap();
        match task.as_str() {
            "backup" => drop(backup::make(&database, &lock, Kind::Manual, Moment::from_micros(number)).unwrap()),
            "rekey" => database = database.rekey(&lock).unwrap(),
            _ => {}
        }
    }
}

#[test]
fn a_killed_program_loses_nothing_it_said_was_saved() {
    let scratch = tempfile::tempdir().unwrap();
    let root = scratch.path().join("office");
    let (lock, database) = office::found(&root);
    database.close().unwrap();
    drop(lock);
    let mut dice = Dice::new(0x5eed_1448);
    let (mut said, mut lives_that_wrote) = (0, 0);
    for life in 0..KILLS {
        let task = ["write", "write", "backup", "rekey"][life % 4];
        let heard = one_life(&root, task, Duration::from_micros(dice.below(60_000) as u64));
        lives_that_wrote += usize::from(heard.is_some());
        said = heard.unwrap_or(said);

        let lock = OfficeFolder::at(&root).lock().unwrap();
        let database = office::enter(&lock).unwrap_or_else(|failure| panic!("life {life} ({task}): {failure}"));
        let found = office::numbered(&database).unwrap();
        let numbers: Vec<i64> = found.iter().map(|(number, _)| *number).collect();
        let last = numbers.last().copied().unwrap_or(0);
        assert_eq!(numbers, (1..=last).collect::<Vec<_>>(), "life {life} ({task}): a gap");
        assert!(last >= said, "life {life} ({task}): said {said} was saved, found {last}");
        assert!(last <= said + 1, "life {life} ({task}): more than the one write that was under way");
        let report = database.verify().unwrap();
        assert!(report.is_sound(), "life {life} ({task}): {:?}", report.complaints);
        assert_eq!(report.chain.lines, last, "life {life} ({task}): a row and its audit line go together");
        said = last;
        let left = leftovers(&root);
        assert!(left.is_empty(), "life {life} ({task}) left {left:?}");
        database.close().unwrap();
    }
    assert!(lives_that_wrote > KILLS * 3 / 4, "only {lives_that_wrote} lives wrote: the kills come too early");
    assert!(said > KILLS as i64, "only {said} writes in all");
}

/// Starts the child, kills it `after` its first write, and returns the last number it said was saved.
fn one_life(root: &std::path::Path, task: &str, after: Duration) -> Option<i64> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kills::writing_child", "--ignored", "--nocapture"])
        .env(OFFICE, root)
        .env(TASK, task)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let mut last = None;
    let mut hear = |lines: &mut BufReader<_>| {
        let mut line = String::new();
        let read = lines.read_line(&mut line).unwrap();
        // A line cut off by the kill was not said.
        let number = line.strip_suffix('\n').and_then(|line| line.split("saved ").nth(1)?.parse().ok());
        last = number.or(last);
        (read > 0, number.is_some())
    };
    loop {
        let (more, wrote) = hear(&mut lines);
        if wrote || !more {
            break;
        }
    }
    std::thread::sleep(after);
    // SIGKILL: no handler runs, no buffer is flushed.
    child.kill().unwrap();
    child.wait().unwrap();
    while hear(&mut lines).0 {}
    last
}

/// What an interrupted backup, restore or change of key has left behind after the office was taken and opened.
fn leftovers(root: &std::path::Path) -> Vec<PathBuf> {
    let folders = [root.to_owned(), root.join("backups")];
    let entries = folders.iter().flat_map(std::fs::read_dir).flatten().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.starts_with(".scratch") || name.ends_with(".rekey") || name == "restoring"
        })
        .collect()
}
