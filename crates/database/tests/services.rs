//! What the database itself says of services, whoever writes.

#![allow(clippy::unwrap_used)] // A test may stop at the first thing that is not as told.

use database::{Database, Value, values};
use kernel::Result;

const WRITER: [u8; 16] = [1; 16];
const OTHER: [u8; 16] = [2; 16];
const SERVICE: [u8; 16] = [3; 16];
const VERSION: [u8; 16] = [4; 16];
const PARTY: [u8; 16] = [5; 16];
const REQUEST: [u8; 16] = [6; 16];

fn run(db: &Database, sql: &str, values: &[Value]) -> Result<usize> {
    db.write(|tx| tx.run(sql, values))
}

fn refused(db: &Database, sql: &str, values: &[Value]) -> &'static str {
    run(db, sql, values).unwrap_err().code().unwrap().0
}

/// A draft with one criterion, written by one of two people.
fn written() -> Database {
    let db = Database::in_memory().unwrap();
    for (id, login) in [(WRITER, "writer"), (OTHER, "other")] {
        let sql = "INSERT INTO person (id, name, name_fold, login, role, created_at) VALUES ($1, $2, $2, $2, 'supervisor', 0)";
        run(&db, sql, &values![id, login]).unwrap();
    }
    let sql = "INSERT INTO service (id, name, name_fold, made_by, made_at) VALUES ($1, 'x', 'x', $2, 0)";
    run(&db, sql, &values![SERVICE, WRITER]).unwrap();
    let sql = "INSERT INTO service_version (id, service, number, state, gives, term_days, visit_policy, written_by, written_at) \
               VALUES ($1, $2, 1, 'draft', 'goods', 15, 'never', $3, 0)";
    run(&db, sql, &values![VERSION, SERVICE, WRITER]).unwrap();
    run(&db, "INSERT INTO service_hand (version, person) VALUES ($1, $2)", &values![VERSION, OTHER]).unwrap();
    run(&db, CRITERION, &values![VERSION, 1]).unwrap();
    db
}

const CRITERION: &str = "INSERT INTO service_criterion (version, no, text, fact, op, value, mandatory) \
                         VALUES ($1, $2, 'x', 'score', 'gte', '50', 1)";
const APPROVE: &str = "UPDATE service_version SET state = 'approved', approved_by = $1, approved_on = 0 WHERE id = $2";
const ANNOUNCE: &str = "UPDATE service_version SET state = 'announced', announced_by = $1, announced_on = 0, \
                        publication = 'x' WHERE id = $2";

#[test]
fn nobody_approves_what_they_wrote_in_and_what_is_approved_stays() {
    let db = written();
    assert!(run(&db, APPROVE, &values![WRITER, VERSION]).is_err(), "the writer");
    assert_eq!(refused(&db, APPROVE, &values![OTHER, VERSION]), "services.own_writing", "another hand in it");
    run(&db, "DELETE FROM service_hand WHERE person = $1", &values![OTHER]).unwrap();
    run(&db, APPROVE, &values![OTHER, VERSION]).unwrap();
    for sql in [
        "UPDATE service_criterion SET value = '1'",
        "DELETE FROM service_criterion",
        "UPDATE service_version SET term_days = 5",
        "UPDATE service_version SET state = 'closed', ended_by = announced_by, ended_on = 0",
    ] {
        assert!(run(&db, sql, &[]).is_err(), "{sql}");
    }
    assert_eq!(refused(&db, CRITERION, &values![VERSION, 2]), "services.frozen");
    assert_eq!(refused(&db, ANNOUNCE, &values![OTHER, VERSION]), "services.no_channel");
    let channel = "INSERT INTO service_channel (version, channel, published_on, evidence, by, at) \
                   VALUES ($1, 'board', 0, 'x', $2, 0)";
    run(&db, channel, &values![VERSION, OTHER]).unwrap();
    run(&db, ANNOUNCE, &values![OTHER, VERSION]).unwrap();
    assert_eq!(refused(&db, "DELETE FROM service_channel", &[]), "services.append_only");
    assert_eq!(refused(&db, "UPDATE service_version SET publication = 'y'", &[]), "services.frozen");
    let back = "UPDATE service_version SET state = 'draft'";
    assert!(run(&db, back, &[]).is_err(), "what was announced is no draft again");
}

#[test]
fn whoever_asked_for_an_exception_does_not_decide_on_it() {
    let db = written();
    let sql = "INSERT INTO party (id, kind, name, name_fold, first_token, family_token, created_at, changed_at) \
               VALUES ($1, 'person', 'x', 'x', 'x', 'x', 0, 0)";
    run(&db, sql, &values![PARTY]).unwrap();
    let sql = "INSERT INTO case_request (id, request_no, kind, state, party, channel, subject, received_on, received_by, urgency, \
               search_fold) VALUES ($1, '1', 'service', 'for_decision', $2, 'phone', 'x', 0, $3, 0, 'x')";
    run(&db, sql, &values![REQUEST, PARTY, WRITER]).unwrap();
    let sql = "INSERT INTO case_service (request, service, version, exception_reason, exception_by, exception_on) \
               VALUES ($1, $2, $3, 'x', $4, 0)";
    run(&db, sql, &values![REQUEST, SERVICE, VERSION, WRITER]).unwrap();
    let decide = "UPDATE case_request SET state = 'decided', outcome = 'approved', decided_by = $1, decided_on = 0 WHERE id = $2";
    assert_eq!(refused(&db, decide, &values![WRITER, REQUEST]), "requests.exception_own");
    run(&db, decide, &values![OTHER, REQUEST]).unwrap();
    assert_eq!(refused(&db, "UPDATE case_service SET asked = 5", &[]), "requests.append_only");
    assert_eq!(refused(&db, "DELETE FROM case_service", &[]), "requests.append_only");
}
