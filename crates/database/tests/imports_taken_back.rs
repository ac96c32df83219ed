//! What the database itself says of an import that is taken back, whoever writes.

#![allow(clippy::unwrap_used)] // A test may stop at the first thing that is not as told.

use database::{Database, Value, values};
use kernel::Result;

const RUN: [u8; 16] = [1; 16];
const FILE: [u8; 16] = [2; 16];
const SAVER: [u8; 16] = [3; 16];
const OTHER: [u8; 16] = [4; 16];
const REQUEST: [u8; 16] = [5; 16];

fn run(db: &Database, sql: &str, values: &[Value]) -> Result<usize> {
    db.write(|tx| tx.run(sql, values))
}

fn refused(db: &Database, sql: &str, values: &[Value]) -> &'static str {
    run(db, sql, values).unwrap_err().code().unwrap().0
}

/// An import of one file, saved by one of two people.
fn imported() -> Database {
    let db = Database::in_memory().unwrap();
    for (id, login) in [(SAVER, "saver"), (OTHER, "other")] {
        let sql =
            "INSERT INTO person (id, name, name_fold, login, role, created_at) VALUES ($1, $2, $2, $2, 'finance', 0)";
        run(&db, sql, &values![id, login]).unwrap();
    }
    let sql = "INSERT INTO import_run (id, subject, file_name, file_sha256, saved_at, saved_by, ready, ask, refused, \
               skipped, remembered) VALUES ($1, 'beneficiaries', 'x', $2, 0, $3, 1, 0, 0, 0, 1)";
    run(&db, sql, &values![RUN, [0_u8; 32], SAVER]).unwrap();
    run(&db, "INSERT INTO import_made (run, kind, subject, place) VALUES ($1, 'file', $2, 0)", &values![RUN, FILE])
        .unwrap();
    let sql = "INSERT INTO status_change (subject_kind, subject, number, to_status, day, at, by) \
               VALUES ('file', $1, 1, 'registered', 0, 0, $2)";
    run(&db, sql, &values![FILE, SAVER]).unwrap();
    db
}

const TAKE_BACK: &str = "UPDATE import_run SET taken_back_at = 1, taken_back_by = $1 WHERE id = $2";
const FORGET: &str = "DELETE FROM status_change WHERE subject = $1";
const LET_GO: &str = "DELETE FROM import_made WHERE run = $1";

fn approve(db: &Database) {
    let sql = "INSERT INTO approval_request (id, step, subject_kind, subject, place, needed, limited, asked_by, asked_at, \
               state) VALUES ($1, 'importing.taking_back', 'import', $2, 1, 1, 0, $3, 0, 'waiting')";
    run(db, sql, &values![REQUEST, RUN, SAVER]).unwrap();
    let sql = "INSERT INTO approval (request, place, person, at) VALUES ($1, 1, $2, 0)";
    run(db, sql, &values![REQUEST, OTHER]).unwrap();
    let sql = "UPDATE approval_request SET state = 'approved', closed_by = $1, closed_at = 0 WHERE id = $2";
    run(db, sql, &values![OTHER, REQUEST]).unwrap();
}

#[test]
fn an_import_is_taken_back_by_another_who_approved_it_and_only_once() {
    let db = imported();
    assert_eq!(refused(&db, TAKE_BACK, &values![SAVER, RUN]), "importing.own_taking_back");
    assert_eq!(refused(&db, TAKE_BACK, &values![OTHER, RUN]), "approvals.approval_missing");
    approve(&db);
    assert_eq!(refused(&db, TAKE_BACK, &values![SAVER, RUN]), "importing.own_taking_back");
    run(&db, TAKE_BACK, &values![OTHER, RUN]).unwrap();
    assert_eq!(refused(&db, TAKE_BACK, &values![OTHER, RUN]), "importing.taken_back");
    let made = "INSERT INTO import_made (run, kind, subject, place) VALUES ($1, 'file', $2, 0)";
    assert_eq!(refused(&db, made, &values![RUN, OTHER]), "importing.taken_back");
    let other = "UPDATE import_run SET saved_by = $1 WHERE id = $2";
    assert_eq!(refused(&db, other, &values![OTHER, RUN]), "history.append_only");
}

#[test]
fn rows_that_are_only_added_go_with_the_import_that_made_them_and_in_no_other_way() {
    let db = imported();
    assert_eq!(refused(&db, FORGET, &values![FILE]), "history.append_only");
    assert_eq!(refused(&db, LET_GO, &values![RUN]), "history.append_only");
    let renamed = "UPDATE import_made SET kind = 'loan' WHERE run = $1";
    assert_eq!(refused(&db, renamed, &values![RUN]), "history.append_only");
    let whose = "UPDATE import_run SET saved_by = $1 WHERE id = $2";
    assert_eq!(refused(&db, whose, &values![OTHER, RUN]), "history.append_only");
    approve(&db);
    run(&db, TAKE_BACK, &values![OTHER, RUN]).unwrap();
    assert_eq!(run(&db, FORGET, &values![FILE]).unwrap(), 1);
    assert_eq!(run(&db, LET_GO, &values![RUN]).unwrap(), 1);
    // What comes later under the same name is held like everything else.
    let sql = "INSERT INTO status_change (subject_kind, subject, number, to_status, day, at, by) \
               VALUES ('file', $1, 1, 'registered', 0, 0, $2)";
    run(&db, sql, &values![FILE, SAVER]).unwrap();
    assert_eq!(refused(&db, FORGET, &values![FILE]), "history.append_only");
}
