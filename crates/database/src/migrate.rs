//! Bringing the tables up to today, one numbered step after the other.
//!
//! A step that has shipped is never edited. `schema.sql` says the whole of today for reading; `cargo xtask bindings`
//! writes it from the steps, and `cargo xtask check` compares. A file with a number above [`NEWEST`] comes from a newer program and is left alone.

use crate::backup;
use crate::failures::NEWER;
use crate::open::{self, APPLICATION, integer, quiet};
use crate::{DAMAGED, Key, OfficeLock};
use kernel::{Refusal, Result};
use rusqlite::Connection;

/// One step; its number is its place in the list, counted from 1.
pub struct Migration {
    pub name: &'static str,
    pub sql: &'static str,
}

/// Every step, oldest first: the files of `migrations/` by their numbers. Append only.
pub const MIGRATIONS: &[Migration] = include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

/// The number of the tables this program works with.
pub const NEWEST: i64 = MIGRATIONS.len() as i64;

/// Lays the tables of a new, empty database.
pub(crate) fn lay(connection: &Connection) -> Result<()> {
    quiet(connection, &format!("PRAGMA application_id = {APPLICATION}"))?;
    steps(connection, 0, MIGRATIONS)
}

/// Brings the database of an office up to today. An older one is copied first, and the copy is opened and compared
/// before the first step.
///
/// # Errors
/// [`NEWER`], with `found` and `known`; [`DAMAGED`], when it is not an office; whatever a step or the disk says. A step
/// that fails leaves the file as it was before that step.
pub(crate) fn up(connection: &Connection, lock: &OfficeLock, key: &Key) -> Result<()> {
    up_through(connection, lock, key, MIGRATIONS)
}

fn up_through(connection: &Connection, lock: &OfficeLock, key: &Key, list: &[Migration]) -> Result<()> {
    let newest = list.len() as i64;
    kernel::require(integer(connection, "PRAGMA application_id")? == APPLICATION, DAMAGED)?;
    let found = version(connection)?;
    kernel::require(found <= newest, Refusal::new(NEWER).with("found", found).with("known", newest))?;
    kernel::require(found > 0, DAMAGED)?;
    if found < newest {
        backup::before_upgrade(connection, lock, key)?;
        steps(connection, found, list)?;
    }
    Ok(())
}

/// The number of the tables in a file.
pub(crate) fn version(connection: &Connection) -> Result<i64> {
    integer(connection, "PRAGMA user_version")
}

fn steps(connection: &Connection, done: i64, list: &[Migration]) -> Result<()> {
    for (number, migration) in (1_i64..).zip(list).skip_while(|(number, _)| *number <= done) {
        let transaction = rusqlite::Transaction::new_unchecked(connection, rusqlite::TransactionBehavior::Immediate)
            .map_err(|error| crate::failures::engine(&error))?;
        quiet(connection, migration.sql)?;
        quiet(connection, &format!("PRAGMA user_version = {number}"))?;
        let orphans = open::complaints_of_links(connection)?;
        kernel::require(
            orphans.is_empty(),
            kernel::Failure::broken(format!("{} leaves rows that point at nothing: {orphans:?}", migration.name)),
        )?;
        transaction.commit().map_err(|error| crate::failures::engine(&error))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit_chain::fingerprint;
    use crate::{Database, OfficeFolder};

    /// The steps that have shipped, oldest first: offices of people stand on them. A line is added when a step ships, with
    /// its SHA-256, and never changed after.
    fn shipped() -> Vec<(&'static str, &'static str)> {
        let lines = include_str!("migrations/shipped.tsv").lines().skip(1);
        lines.map(|line| line.split_once('\t').unwrap()).collect()
    }

    #[test]
    fn the_newest_step_gives_the_file_its_number() {
        let stepped = open::in_memory().unwrap();
        lay(&stepped).unwrap();
        assert_eq!(version(&stepped).unwrap(), NEWEST);
    }

    #[test]
    fn shipped_steps_are_unchanged() {
        let shipped = shipped();
        let count = shipped.len();
        assert!(
            (10..=MIGRATIONS.len()).contains(&count),
            "what has shipped is never taken away; {count} steps are left"
        );
        for ((name, expected), migration) in shipped.into_iter().zip(MIGRATIONS) {
            assert_eq!(migration.name, name, "what has shipped keeps its place");
            let found = fingerprint(migration.sql.as_bytes());
            assert_eq!(found, expected, "{name} has shipped: write a new migration instead of editing it");
        }
        let names: Vec<_> = MIGRATIONS.iter().map(|migration| migration.name).collect();
        for (number, name) in (1..).zip(&names) {
            assert!(name.starts_with(&format!("{number:04}_")), "{name} must be number {number}");
        }
    }

    fn office() -> (tempfile::TempDir, OfficeLock, Key) {
        let scratch = tempfile::tempdir().unwrap();
        let lock = OfficeFolder::at(scratch.path()).lock().unwrap();
        let key = Key::random().unwrap();
        crate::Keys::create(crate::Cost::cheap()).unwrap().save(&lock, &key).unwrap();
        Database::create(&lock, &key).unwrap().close().unwrap();
        (scratch, lock, key)
    }

    #[test]
    fn a_newer_file_is_refused_and_left_as_it_is() {
        let (_scratch, lock, key) = office();
        let connection = open::connect(&lock.database(), &key, open::Purpose::Writer).unwrap();
        quiet(&connection, &format!("PRAGMA user_version = {}", NEWEST + 1)).unwrap();
        drop(connection);
        let refused = Database::open(&lock, &key).err().and_then(|failure| failure.code());
        assert_eq!(refused, Some(NEWER));
        assert_eq!(std::fs::read_dir(lock.backups()).map_or(0, Iterator::count), 0, "nothing was touched");
    }

    /// Three files: one activated in the last instant of a day in Riyadh, one activated among many in the first instant of
    /// the next and suspended later, one that only came in.
    const STATUSES_OF_BEFORE: &str = r#"
        INSERT INTO person (id, name, name_fold, login, role, created_at)
        VALUES (zeroblob(16), 'منى', 'منى', 'mona', 'supervisor', 0);
        INSERT INTO party (id, kind, name, name_fold, first_token, family_token, created_at, changed_at)
        SELECT unhex(id), 'person', 'نورة', 'نوره', '', '', 0, 0 FROM before;
        INSERT INTO case_file (party, file_no, number, status, status_since, opened_on)
        SELECT unhex(id), id, 1, status, 0, opened FROM before;
        INSERT INTO audit (seq, at, person, command, action, subject_kind, subject, summary, summary_fold, before, after,
                           outcome, prev_hash, hash)
        SELECT seq, at, zeroblob(16), 'beneficiaries.' || command, 'change', 'file',
               file || '111111-1111-1111-1111-111111111111', '', '', before, after, outcome,
               unhex(printf('%064d', seq - 1)), unhex(printf('%064d', seq))
        FROM lines ORDER BY seq;
        DROP TABLE before;
        DROP TABLE lines;
    "#;

    #[test]
    fn statuses_of_before_are_taken_over_from_the_trail() {
        let connection = open::in_memory().unwrap();
        let before = MIGRATIONS.iter().position(|one| one.name == "0015_status_changes").unwrap();
        steps(&connection, 0, &MIGRATIONS[..before]).unwrap();
        let files = "CREATE TEMP TABLE before AS SELECT column1 AS id, column2 AS status, column3 AS opened FROM (VALUES \
             ('aa111111111111111111111111111111', 'active', 20000), ('bb111111111111111111111111111111', 'suspended', 20001), \
             ('cc111111111111111111111111111111', 'registered', 20002), ('dd111111111111111111111111111111', 'closed', 20003));";
        let lines = r#"CREATE TEMP TABLE lines AS
            SELECT column1 AS seq, column2 AS at, column3 AS command, column4 AS file, column5 AS before,
                   column6 AS after, column7 AS outcome
            FROM (VALUES
                (1, 1728000000000005, 'add', 'aa', NULL, '{"name":"نورة"}', 'done'),
                (2, 1728248399999999, 'change_status', 'aa', '{"reason":"","status":"registered"}', '{"reason":"","status":"active"}', 'done'),
                (3, 1728248400000000, 'activate_many', 'bb', '{"status":"registered","originals_seen":false}', '{"status":"active","originals_seen":true}', 'done'),
                (4, 1728300000000000, 'change_status', 'bb', NULL, '{"args":{}}', 'refused:beneficiaries.status_path'),
                (5, 1728345600000000, 'change_status', 'bb', '{"reason":"","status":"active"}', '{"reason":"سافر","status":"suspended"}', 'done'),
                (6, 1728345600000001, 'change_status', 'dd', '{"status":"registered"}', '{"status":"active"}', 'done'),
                (7, 1728345600000002, 'change_status', 'dd', NULL, '{"reason":"بلا حالة"}', 'done'));"#;
        quiet(&connection, &format!("{files}{lines}{STATUSES_OF_BEFORE}")).unwrap();
        steps(&connection, i64::try_from(before).unwrap(), MIGRATIONS).unwrap();
        let sql = "SELECT lower(substr(hex(subject), 1, 2)) || ' ' || number || ' ' || coalesce(from_status, '-') || ' ' || \
                   to_status || ' ' || day || ' ' || at || ' ' || (by IS NULL) || ' ' || reason \
                   FROM status_change ORDER BY subject, number";
        let mut asked = connection.prepare(sql).unwrap();
        let told: Vec<String> = asked.query_map([], |row| row.get(0)).unwrap().map(|row| row.unwrap()).collect();
        assert_eq!(
            told,
            [
                "aa 1 - registered 20000 1728000000000005 0 ",
                "aa 2 registered active 20002 1728248399999999 0 ",
                "bb 1 - registered 20001 1728075600000000 1 ",
                "bb 2 registered active 20003 1728248400000000 0 ",
                "bb 3 active suspended 20004 1728345600000000 0 سافر",
                "cc 1 - registered 20002 1728162000000000 1 ",
                "dd 1 - registered 20003 1728248400000000 1 ",
                "dd 2 registered active 20004 1728345600000001 0 ",
                // What the trail does not say is led to where the file stands.
                "dd 3 active closed 20004 1728345600000001 1 ",
            ]
        );
        for attempt in [
            "UPDATE status_change SET reason = 'x'",
            "DELETE FROM status_change",
            "INSERT OR REPLACE INTO status_change SELECT subject_kind, subject, number, from_status, to_status, day, at, by, 'x' FROM status_change LIMIT 1",
        ] {
            assert!(quiet(&connection, attempt).is_err(), "{attempt}");
        }
    }

    #[test]
    fn numbers_go_on_after_the_files_of_before_and_never_back() {
        let connection = open::in_memory().unwrap();
        let before = MIGRATIONS.iter().position(|one| one.name == "0016_numbers").unwrap();
        steps(&connection, 0, &MIGRATIONS[..before]).unwrap();
        quiet(
            &connection,
            "INSERT INTO party (id, kind, name, name_fold, first_token, family_token, created_at, changed_at)
             VALUES (zeroblob(16), 'person', 'نورة', 'نوره', '', '', 0, 0);
             INSERT INTO case_file (party, file_no, number, status, status_since, opened_on)
             VALUES (zeroblob(16), 'م-1300', 1300, 'registered', 0, 0);",
        )
        .unwrap();
        steps(&connection, i64::try_from(before).unwrap(), MIGRATIONS).unwrap();
        let last = || -> i64 {
            connection.query_row("SELECT last FROM number_series WHERE series = 'file'", [], |row| row.get(0)).unwrap()
        };
        assert_eq!(last(), 1300);
        for attempt in ["UPDATE number_series SET last = 5", "DELETE FROM number_series"] {
            assert!(quiet(&connection, attempt).is_err(), "{attempt}");
        }
        quiet(&connection, "UPDATE number_series SET last = last + 1").unwrap();
        assert_eq!(last(), 1301);
    }

    #[test]
    fn an_older_file_is_copied_and_a_failing_step_leaves_it_as_it_was() {
        let (_scratch, lock, key) = office();
        let connection = open::connect(&lock.database(), &key, open::Purpose::Writer).unwrap();
        let good = "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;";
        let bad = "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE extra (id INTEGER) STRICT;";
        let first = || Migration { name: MIGRATIONS[0].name, sql: MIGRATIONS[0].sql };
        let list = [first(), Migration { name: "0002_extra", sql: good }, Migration { name: "0003_bad", sql: bad }];
        // The list a newer program would have; here it begins where this one ends.
        let older = NEWEST.min(1);
        quiet(&connection, &format!("PRAGMA user_version = {older}")).unwrap();
        assert!(up_through(&connection, &lock, &key, &list).is_err());
        assert_eq!(version(&connection).unwrap(), 2, "the good step is done, the bad one is not");
        let tables = open::row_counts(&connection).unwrap();
        assert!(tables.contains_key("extra") && !tables.contains_key("half"), "half a step must not stay");
        assert_eq!(std::fs::read_dir(lock.backups()).unwrap().count(), 1, "the verified copy made before");
    }
}
