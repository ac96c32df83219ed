//! The chain of the audit trail: each line is sealed over the one before it, so that a line changed, removed or slipped
//! in from outside shows. Lines cut off at the end show against the head that each backup and each report carries.

use crate::{Read, Write, values};
use kernel::id::PersonId;
use kernel::{Moment, Result};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// What the first line is sealed over.
pub const BEGINNING: [u8; 32] = [0; 32];

/// A line of the audit trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a> {
    pub at: Moment,
    /// None where nobody was signed in, or the name was not known.
    pub person: Option<PersonId>,
    pub command: &'a str,
    pub action: &'a str,
    pub subject_kind: Option<&'a str>,
    pub subject: Option<&'a str>,
    /// The name a person knows the record by.
    pub summary: &'a str,
    /// JSON of the record before and after.
    pub before: Option<&'a str>,
    pub after: Option<&'a str>,
    pub outcome: &'a str,
    /// How the records stand after it that verification compares, as JSON.
    pub told: Option<&'a str>,
}

/// The newest line: its number and its seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    pub seq: i64,
    pub hash: [u8; 32],
}

impl Head {
    /// The seal as it is printed: 64 hexadecimal letters.
    pub fn printed(&self) -> String {
        hexadecimal(&self.hash)
    }
}

/// What going through the whole chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    pub lines: i64,
    pub head: Head,
    /// The first line that does not fit onto the one before it.
    pub broken_at: Option<i64>,
}

impl Chain {
    pub fn is_intact(&self) -> bool {
        self.broken_at.is_none()
    }
}

/// Adds a line at the end.
///
/// # Errors
/// The engine's failure.
pub fn append(tx: &Write<'_>, line: &Line<'_>) -> Result<Head> {
    let before = head(tx)?;
    let seq = before.seq + 1;
    let hash = seal(&before.hash, seq, line);
    tx.run(
        "INSERT INTO audit (seq, at, person, command, action, subject_kind, subject, summary, summary_fold, before, \
         after, outcome, told, prev_hash, hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        values![
            seq,
            line.at,
            line.person,
            line.command,
            line.action,
            line.subject_kind,
            line.subject,
            line.summary,
            kernel::arabic::fold(line.summary),
            line.before,
            line.after,
            line.outcome,
            line.told,
            before.hash,
            hash
        ],
    )?;
    Ok(Head { seq, hash })
}

/// The newest line; the beginning, where there is none.
///
/// # Errors
/// The engine's failure.
pub fn head(tx: &Read<'_>) -> Result<Head> {
    let newest = tx.row("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", values![], |row| {
        Ok(Head { seq: row.get("seq")?, hash: row.get("hash")? })
    })?;
    Ok(newest.unwrap_or(Head { seq: 0, hash: BEGINNING }))
}

/// Whether a line with this number and this seal stands in the trail; the beginning always does.
///
/// # Errors
/// The engine's failure.
pub fn holds(tx: &Read<'_>, head: Head) -> Result<bool> {
    let found =
        tx.row("SELECT hash FROM audit WHERE seq = $1", values![head.seq], |row| row.get::<[u8; 32]>("hash"))?;
    Ok(head.seq == 0 || found == Some(head.hash))
}

/// The seal of the line with this number, as it is printed.
///
/// # Errors
/// The engine's failure.
pub fn seal_of(tx: &Read<'_>, seq: i64) -> Result<Option<String>> {
    let found = tx.row("SELECT hash FROM audit WHERE seq = $1", values![seq], |row| row.get::<[u8; 32]>("hash"))?;
    Ok(found.map(|hash| hexadecimal(&hash)))
}

/// The seal of the first line: what tells one office from every other, known only to who can read it. Nothing while there
/// is none.
///
/// # Errors
/// The engine's failure.
pub fn beginning_of(tx: &Read<'_>) -> Result<Option<[u8; 32]>> {
    tx.row("SELECT hash FROM audit WHERE seq = $1", values![1], |row| row.get("hash"))
}

/// Goes through every line and seals it again.
///
/// # Errors
/// The engine's failure; a chain that does not hold is an answer, not a failure.
pub fn check(tx: &Read<'_>) -> Result<Chain> {
    let mut chain = Chain { lines: 0, head: Head { seq: 0, hash: BEGINNING }, broken_at: None };
    // A copy made before lines said how records stand has no such column.
    let told =
        if tx.row("SELECT told FROM audit LIMIT 1", values![], |_| Ok(())).is_ok() { "told" } else { "NULL AS told" };
    tx.rows(
        &format!(
            "SELECT seq, at, person, command, action, subject_kind, subject, summary, before, after, outcome, {told}, \
             prev_hash, hash FROM audit ORDER BY seq"
        ),
        values![],
        |row| {
            let (command, action): (String, String) = (row.get("command")?, row.get("action")?);
            let (kind, subject): (Option<String>, Option<String>) = (row.get("subject_kind")?, row.get("subject")?);
            let (before, after): (Option<String>, Option<String>) = (row.get("before")?, row.get("after")?);
            let (summary, outcome): (String, String) = (row.get("summary")?, row.get("outcome")?);
            let told: Option<String> = row.get("told")?;
            let line = Line {
                at: row.get("at")?,
                person: row.get("person")?,
                command: &command,
                action: &action,
                subject_kind: kind.as_deref(),
                subject: subject.as_deref(),
                summary: &summary,
                before: before.as_deref(),
                after: after.as_deref(),
                outcome: &outcome,
                told: told.as_deref(),
            };
            let found = Head { seq: row.get("seq")?, hash: row.get("hash")? };
            let fits = found.seq == chain.head.seq + 1
                && row.get::<[u8; 32]>("prev_hash")? == chain.head.hash
                && seal(&chain.head.hash, found.seq, &line) == found.hash;
            if !fits && chain.broken_at.is_none() {
                chain.broken_at = Some(found.seq);
            }
            chain.lines += 1;
            chain.head = found;
            Ok(())
        },
    )?;
    Ok(chain)
}

/// The seal of a line: SHA-256 over the seal before it, its number, and every field with its length, so that no text
/// can be moved from one field to the next.
fn seal(before: &[u8; 32], seq: i64, line: &Line<'_>) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(b"sharaka audit 1");
    digest.update(before);
    digest.update(seq.to_be_bytes());
    digest.update(line.at.micros().to_be_bytes());
    let person = line.person.as_ref().map(|person| person.as_bytes().as_slice());
    let fields = [
        person,
        Some(line.command.as_bytes()),
        Some(line.action.as_bytes()),
        line.subject_kind.map(str::as_bytes),
        line.subject.map(str::as_bytes),
        Some(line.summary.as_bytes()),
        line.before.map(str::as_bytes),
        line.after.map(str::as_bytes),
        Some(line.outcome.as_bytes()),
    ];
    for field in fields {
        match field {
            Some(bytes) => {
                digest.update([1]);
                digest.update((bytes.len() as u64).to_be_bytes());
                digest.update(bytes);
            }
            None => digest.update([0]),
        }
    }
    // Lines of the time before there was such a thing are sealed as they were.
    if let Some(told) = line.told {
        digest.update([2]);
        digest.update((told.len() as u64).to_be_bytes());
        digest.update(told.as_bytes());
    }
    digest.finalize().into()
}

/// The SHA-256 of some bytes as 64 hexadecimal letters.
pub fn fingerprint(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes).into())
}

pub(crate) fn hexadecimal(bytes: &[u8; 32]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Database;
    use kernel::Code;

    fn line(action: &str) -> Line<'_> {
        Line {
            at: Moment::from_micros(1_780_000_000_000_000),
            person: None,
            command: "staff.add",
            action,
            subject_kind: Some("person"),
            subject: Some("1"),
            summary: "{}",
            before: None,
            after: Some("{\"name\":\"نورة\"}"),
            outcome: "done",
            told: Some("{}"),
        }
    }

    fn office_with_lines(count: usize) -> Database {
        let database = Database::in_memory().unwrap();
        for _ in 0..count {
            database.write(|tx| append(tx, &line("add"))).unwrap();
        }
        database
    }

    #[test]
    fn a_chain_holds_line_upon_line() {
        let database = office_with_lines(3);
        let chain = database.read(check).unwrap();
        assert_eq!((chain.lines, chain.head.seq, chain.is_intact()), (3, 3, true));
        assert_eq!(database.read(head).unwrap(), chain.head);
    }

    #[test]
    fn the_database_itself_refuses_to_change_a_line() {
        let database = office_with_lines(3);
        let attempts = [
            "UPDATE audit SET outcome = 'refused' WHERE seq = 2",
            "DELETE FROM audit WHERE seq = 3",
            "INSERT OR REPLACE INTO audit SELECT seq, at, person, 'x', action, subject_kind, subject, summary, \
             summary_fold, before, after, outcome, prev_hash, hash, told FROM audit WHERE seq = 2",
            "INSERT INTO audit SELECT 9, at, person, command, action, subject_kind, subject, summary, \
             summary_fold, before, after, outcome, hash, hash, told FROM audit WHERE seq = 3",
            "INSERT INTO audit SELECT 4, at, person, command, action, subject_kind, subject, summary, \
             summary_fold, before, after, outcome, zeroblob(32), hash, told FROM audit WHERE seq = 3",
        ];
        for attempt in attempts {
            let refused = database.write(|tx| tx.run(attempt, values![])).unwrap_err();
            assert_eq!(refused.code(), Some(Code("audit.append_only")), "{attempt}");
        }
        assert!(database.read(check).unwrap().is_intact());
    }

    #[test]
    fn a_line_changed_behind_the_triggers_shows() {
        for tampering in [
            "UPDATE audit SET after = '{\"name\":\"سارة\"}' WHERE seq = 2",
            "UPDATE audit SET at = at + 1 WHERE seq = 2",
            "UPDATE audit SET subject_kind = NULL WHERE seq = 2",
            "UPDATE audit SET told = '{\"x\":1}' WHERE seq = 2",
            "UPDATE audit SET told = NULL WHERE seq = 2",
            "UPDATE audit SET action = 'addp', subject_kind = 'erson' WHERE seq = 2",
            "DELETE FROM audit WHERE seq = 2",
        ] {
            let database = office_with_lines(4);
            database
                .write(|tx| {
                    tx.run("DROP TRIGGER audit_is_not_changed", values![])?;
                    tx.run("DROP TRIGGER audit_is_not_removed", values![])?;
                    tx.run(tampering, values![])
                })
                .unwrap();
            let chain = database.read(check).unwrap();
            let expected = if tampering.starts_with("DELETE") { 3 } else { 2 };
            assert_eq!(chain.broken_at, Some(expected), "{tampering}");
        }
    }
}
