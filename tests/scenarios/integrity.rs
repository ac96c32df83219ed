//! What was done behind the program is told to everybody who opens the office; what the program did is not.

use crate::office::{PASSWORD, Story};
use database::values;
use kernel::Moment;
use office::clock::Clock;
use office::{Caller, Office};
use serde_json::{Value, json};
use sharaka_tests::{Kept, newest_kept};
use std::fs;
use std::path::Path;
use std::time::Duration;

const PARTS: [&str; 4] = ["office.db", "office.db-wal", "office.keys", "office.mark"];
const DAY: i64 = 86_400_000_000;

fn kinds(office: &Office, caller: &Caller) -> Vec<String> {
    let found = office.call(caller, "integrity.notices", json!({})).unwrap().value["notices"].clone();
    found.as_array().unwrap().iter().map(|notice| notice["complaint"]["kind"].as_str().unwrap().to_owned()).collect()
}

fn taken(from: &Path, to: &Path, parts: &[&str]) {
    fs::create_dir_all(to).unwrap();
    for part in parts.iter().filter(|part| from.join(part).exists()) {
        fs::copy(from.join(part), to.join(part)).unwrap();
    }
}

/// An office whose marks lie in a folder outside, closed, with a copy of it as it stood some lines ago.
fn with_an_older_copy(marks: &Path, copy: &Path) -> Story {
    let story = Story::begun();
    story.office.keep_marks_in(marks.to_owned());
    story.told("session.sign_out", json!({}));
    let caller = story.sign_in("nouf", PASSWORD).unwrap();
    assert_eq!(kinds(&story.office, &caller), Vec::<String>::new(), "an office that was only closed");
    story.office.call(&caller, "session.sign_out", json!({})).unwrap();
    taken(story.folder.path(), copy, &PARTS);
    let caller = story.sign_in("nouf", PASSWORD).unwrap();
    let saad = json!({ "id": story.person_id(), "name": "سعد", "login": "saad", "role": "finance", "password": "نخلة وظل وماء" });
    story.office.call(&caller, "staff.add", saad).unwrap();
    story.office.call(&caller, "session.sign_out", json!({})).unwrap();
    story
}

#[test]
fn an_older_database_put_back_is_told_until_an_administrator_says_a_word() {
    // Whatever of the folder is put back with it: what lies outside the folder tells, and within it the mark alone.
    for parts in [&PARTS[..], &PARTS[..3]] {
        let scratch = tempfile::tempdir().unwrap();
        let story = with_an_older_copy(&scratch.path().join("marks"), &scratch.path().join("copy"));
        taken(&scratch.path().join("copy"), story.folder.path(), parts);
        let caller = story.sign_in("nouf", PASSWORD).unwrap();
        assert_eq!(kinds(&story.office, &caller), ["older_than_mark"], "{parts:?}");

        let sara = json!({ "id": story.person_id(), "name": "سارة", "login": "sara", "role": "researcher", "password": "نخلة وظل وماء" });
        story.office.call(&caller, "staff.add", sara).unwrap();
        let researcher = story.sign_in("sara", "نخلة وظل وماء").unwrap();
        let own = json!({ "old": "نخلة وظل وماء", "new": "ثلاث غيمات فوق عنيزة" });
        story.office.call(&researcher, "session.change_password", own).unwrap();
        assert_eq!(kinds(&story.office, &researcher), ["older_than_mark"], "everybody is told");
        let word = |text: &str| json!({ "number": 1, "word": text });
        assert!(story.office.call(&researcher, "integrity.acknowledge", word("لا بأس")).is_err());
        let empty = story.office.call(&caller, "integrity.acknowledge", word(" ")).unwrap_err();
        assert_eq!(empty.code().unwrap().0, "integrity.word_missing");
        story.office.call(&caller, "integrity.acknowledge", word("أعدت المجلد من قرص قديم")).unwrap();
        assert_eq!(kinds(&story.office, &caller), Vec::<String>::new());
        let lines = story.office.call(&caller, "audit.list", json!({ "feature": "integrity" })).unwrap().value;
        assert_eq!(lines["lines"][0]["after"]["word"], "أعدت المجلد من قرص قديم");
        story.office.close();
        let caller = story.sign_in("nouf", PASSWORD).unwrap();
        assert_eq!(kinds(&story.office, &caller), Vec::<String>::new(), "told once");
    }
}

#[test]
fn a_mark_that_was_taken_away_or_changed_is_told() {
    for harm in ["gone", "strange"] {
        let story = Story::begun();
        story.told("session.sign_out", json!({}));
        let mark = story.folder.path().join("office.mark");
        if harm == "gone" {
            fs::remove_file(&mark).unwrap();
        } else {
            let mut bytes = fs::read(&mark).unwrap();
            bytes[20] ^= 1;
            fs::write(&mark, bytes).unwrap();
        }
        let caller = story.sign_in("nouf", PASSWORD).unwrap();
        assert_eq!(kinds(&story.office, &caller), [format!("mark_{harm}")]);
    }
}

#[test]
fn the_backups_tell_too_and_a_forged_label_tells_nothing() {
    let scratch = tempfile::tempdir().unwrap();
    let copy = scratch.path().join("copy");
    let story = Story::begun();
    story.told("session.sign_out", json!({}));
    taken(story.folder.path(), &copy, &PARTS);
    let caller = story.sign_in("nouf", PASSWORD).unwrap();
    story.office.call(&caller, "backups.make", json!({})).unwrap();
    story.office.close();
    // The whole folder of that time, its mark as well: only the backup made since knows better.
    taken(&copy, story.folder.path(), &PARTS);
    let caller = story.sign_in("nouf", PASSWORD).unwrap();
    assert_eq!(kinds(&story.office, &caller), ["other_than_backup"]);
    let seen = story.office.call(&caller, "backups.verify_office", json!({})).unwrap().value;
    assert_eq!(seen["found"], json!([]), "told already: {seen}");
}

#[test]
fn a_lawful_restore_is_no_alarm_whether_it_was_noted_at_once_or_by_the_next_opening() {
    for killed in [false, true] {
        let scratch = tempfile::tempdir().unwrap();
        let story = Story::begun();
        story.office.keep_marks_in(scratch.path().join("marks"));
        story.told("session.sign_out", json!({}));
        let caller = story.sign_in("nouf", PASSWORD).unwrap();
        let id = story.office.call(&caller, "backups.make", json!({})).unwrap().value["id"].clone();
        for _ in 0..3 {
            story.office.call(&caller, "backups.make", json!({})).unwrap();
        }
        if killed {
            // The swap was done, and the program ended before the restored office was opened.
            story.office.close();
            let file = story.folder.path().join("backups").join(id.as_str().unwrap());
            let credential = database::restore::Credential::Password { login: "nouf", password: PASSWORD };
            database::restore::restore(&file, &story.office.lock, &credential, story.clock.now()).unwrap();
        } else {
            story.office.call(&caller, "backups.restore", json!({ "id": id, "password": PASSWORD })).unwrap();
        }
        for _ in 0..2 {
            let caller = story.sign_in("nouf", PASSWORD).unwrap();
            assert_eq!(kinds(&story.office, &caller), Vec::<String>::new(), "killed: {killed}");
            let trail = story.office.call(&caller, "audit.list", json!({ "feature": "backups" })).unwrap().value;
            let restores =
                trail["lines"].as_array().unwrap().iter().filter(|line| line["command"] == "backups.restore");
            assert_eq!(restores.count(), 1, "the trail tells of it, once");
            story.office.close();
        }
    }
}

/// Whoever holds the folder and a password edits a row behind the program.
fn edited(office: &Office, sql: &str) {
    let rows = office.unlocked().unwrap().db.write(|db| db.run(sql, values![])).unwrap();
    assert!(sql.starts_with("CREATE") || rows == 1, "{sql}: {rows}");
}

#[test]
fn a_row_edited_behind_the_program_is_named_with_who_told_of_it_last_and_when() {
    let story = Story::begun();
    let (saad, _) = story.with("سعد المطيري", "saad", "finance");
    let sound = story.told("backups.verify_office", json!({}));
    assert_eq!((&sound["sound"], &sound["differences"]), (&json!(true), &json!([])), "{sound}");
    story.told("staff.change", json!({ "id": saad, "name": "سعد المطيري", "role": "committee", "version": 0 }));
    assert_eq!(story.told("backups.verify_office", json!({}))["differences"], json!([]), "a lawful change");

    edited(&story.office, "UPDATE person SET role = 'administrator' WHERE login = 'saad'");
    let seen = story.told("backups.verify_office", json!({}));
    let different = &seen["differences"][0];
    assert_eq!(seen["sound"], false);
    assert_eq!((&different["label"], &different["field"]), (&json!("سعد المطيري"), &json!("role")));
    assert_eq!((&different["stands"], &different["told"]), (&json!("administrator"), &json!("committee")));
    assert_eq!(different["at"], json!(story.clock.now()));
    assert!(!different["by"].as_str().unwrap().is_empty(), "{different}");
    assert_eq!(kinds(&story.office, &story.caller), ["person_role"]);
    story.told("backups.verify_office", json!({}));
    assert_eq!(kinds(&story.office, &story.caller), ["person_role"], "told once");
}

#[test]
fn a_clock_that_does_not_fit_the_past_is_asked_about_before_anything_is_dated() {
    for days in [-3, 400] {
        let story = Story::begun();
        let right = story.clock.now();
        story.told("session.sign_out", json!({}));
        let wrong = Moment::from_micros(right.micros() + days * DAY);
        story.clock.set(wrong);
        let caller = story.sign_in("nouf", PASSWORD).unwrap();
        let asked =
            |caller: &Caller| story.office.call(caller, "integrity.notices", json!({})).unwrap().value["clock"].clone();
        assert_eq!((&asked(&caller)["now"], &asked(&caller)["newest"]), (&json!(wrong), &json!(right)), "{days}");
        let add = |login: &str| json!({ "id": story.person_id(), "name": login, "login": login, "role": "finance", "password": "نخلة وظل وماء" });
        let refused = |caller: &Caller, name: &str, input: Value| {
            story.office.call(caller, name, input).unwrap_err().code().unwrap().0
        };
        assert_eq!(refused(&caller, "staff.add", add("saad")), "integrity.clock_doubted");
        assert_eq!(refused(&caller, "backups.make", json!({})), "integrity.clock_doubted");
        story.office.tick();
        assert_eq!(
            fs::read_dir(story.folder.path())
                .unwrap()
                .filter(|entry| entry.as_ref().unwrap().file_name() == "backups")
                .count(),
            0
        );
        // It stays asked over a restart, though signing in has left a line of that day.
        story.office.close();
        let caller = story.sign_in("nouf", PASSWORD).unwrap();
        assert_eq!(refused(&caller, "staff.add", add("saad")), "integrity.clock_doubted", "{days}");
        // Corrected: nothing is asked any more, now and later.
        story.clock.set(Moment::from_micros(right.micros() + 60_000_000));
        story.office.call(&caller, "staff.add", add("saad")).unwrap();
        assert_eq!(asked(&caller), json!(null));
        story.office.close();
        let caller = story.sign_in("nouf", PASSWORD).unwrap();
        story.office.call(&caller, "staff.add", add("hind")).unwrap();
        // Wrong again while the program runs, and confirmed: everybody is told who said so.
        story.clock.set(wrong);
        assert_eq!(refused(&caller, "staff.add", add("huda")), "integrity.clock_doubted");
        story.office.call(&caller, "integrity.confirm_clock", json!({})).unwrap();
        story.office.call(&caller, "staff.add", add("huda")).unwrap();
        assert_eq!(kinds(&story.office, &caller), ["clock_confirmed"]);
        story.office.close();
        let caller = story.sign_in("nouf", PASSWORD).unwrap();
        story.office.call(&caller, "staff.add", add("nada")).unwrap();
    }
}

#[test]
fn time_that_goes_by_while_the_program_runs_is_no_doubt() {
    let story = Story::begun();
    story.pass(Duration::from_secs(90 * 86_400));
    let caller = story.sign_in("nouf", PASSWORD).unwrap();
    assert_eq!(story.office.call(&caller, "integrity.notices", json!({})).unwrap().value["clock"], json!(null));
    story.office.call(&caller, "backups.make", json!({})).unwrap();
}

#[test]
fn the_file_closes_when_nobody_is_signed_in_whatever_failed() {
    let story = Story::begun();
    let (saad, _) = story.with("سعد", "saad", "finance");
    story.told("staff.remove", json!({ "id": saad }));
    story.office.sessions.end_all();
    // A code that opens the file, for somebody who is no administrator.
    let recover = json!({ "code": story.recovery_code, "login": "saad", "new_password": "قهوة ونخل وظل" });
    story.office.call(&Caller::Nobody, "session.recover", recover).unwrap_err();
    assert!(story.office.unlocked().is_err(), "a recovery that fails after the file was opened");
    let caller = story.sign_in("nouf", PASSWORD).unwrap();
    assert!(story.office.unlocked().is_ok());
    // The line of leaving cannot be written: whoever leaves has left.
    edited(&story.office, "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk'); END");
    story.office.call(&caller, "session.sign_out", json!({})).unwrap();
    assert!(story.office.unlocked().is_err());
    // And a session that cannot begin leaves no open file.
    story.sign_in("nouf", PASSWORD).unwrap_err();
    assert!(story.office.unlocked().is_err());
}

#[cfg(unix)]
#[test]
fn links_pipes_and_devices_among_the_backups_are_ignored() {
    let story = Story::begun();
    let id = story.told("backups.make", json!({}))["id"].as_str().unwrap().to_owned();
    let folder = story.folder.path().join("backups");
    std::os::unix::fs::symlink(folder.join(&id), folder.join("a.sharaka")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.join("b.sharaka")).unwrap();
    let pipe = folder.join("c.sharaka");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    fs::create_dir(folder.join("d.sharaka")).unwrap();
    fs::write(folder.join(".scratch-1"), "no folder of ours").unwrap();
    let listed = story.told("backups.list", json!({}))["backups"].clone();
    assert_eq!(listed.as_array().unwrap().len(), 1, "{listed}");
    for name in ["a", "b", "c", "d"] {
        let refused = story.refused("backups.file", json!({ "id": format!("{name}.sharaka") }));
        assert_eq!(refused, "backups.unknown_file");
    }
    story.office.tick();
    story.told("backups.make", json!({}));
    assert!(pipe.exists());
}

#[test]
fn a_file_or_a_loan_edited_behind_the_program_is_named_with_what_the_trail_told_last() {
    let kept = Kept::named(&newest_kept("demonstration"));
    let folder = tempfile::tempdir().unwrap();
    kept.lay_out(folder.path());
    let opened = kept.open(folder.path());
    // What the demonstration brought is told by the first day's look.
    opened.office.tick();
    let complaints = || kinds(&opened.office, &opened.people["administrator"]);
    let before: Vec<String> = complaints();
    assert!(!before.iter().any(|kind| kind.starts_with("file_") || kind.starts_with("loan_")), "{before:?}");
    let file = "(SELECT party FROM case_file WHERE status = 'active' ORDER BY party LIMIT 1)";
    let borrower =
        "(SELECT i.party FROM party_identifier i JOIN case_file f ON f.party = i.party ORDER BY i.party DESC LIMIT 1)";
    let loan = "(SELECT id FROM loan WHERE decision = 'approved' ORDER BY id LIMIT 1)";
    for (sql, field) in [
        (format!("UPDATE case_file SET status = 'closed' WHERE party = {file}"), "file_status"),
        (format!("UPDATE party_identifier SET number = '1098765439' WHERE party = {borrower}"), "file_identity"),
        (format!("UPDATE loan SET decision = 'rejected' WHERE id = {loan}"), "loan_decision"),
    ] {
        edited(&opened.office, &sql);
        let seen = opened.told("administrator", "backups.verify_office", json!({}));
        assert_eq!(seen["sound"], false, "{field}: {seen}");
        let (noun, name) = field.split_once('_').unwrap();
        let found = seen["differences"].as_array().unwrap().iter().find(|one| one["field"] == name);
        let found = found.unwrap_or_else(|| panic!("{field} is not named: {seen}"));
        assert_eq!(found["noun"], noun);
        assert!(!found["label"].as_str().unwrap().is_empty(), "{found}");
        assert!(complaints().contains(&field.to_owned()), "{field}");
        // A number is not shown beside the other: whoever looks is told that it is another.
        let shown = name != "identity";
        assert_eq!(found["told"].as_str().unwrap().is_empty(), !shown, "{found}");
    }
}

#[test]
fn books_written_anew_behind_the_program_are_not_those_that_were_verified() {
    let story = Story::begun();
    let (_, finance) = story.with("خالد العقيل", "khaled", "finance");
    let call = |name: &str, input: Value| story.office.call(&finance, name, input).unwrap().value;
    let fund =
        json!({ "id": story.person_id(), "name": "صندوق التشغيل", "class": "unrestricted", "kind": "operating" });
    call("funds.add", fund.clone());
    let gift = |amount: i64| {
        json!({ "id": story.person_id(), "fund": fund["id"], "amount": amount, "day": "2026-11-01", "donor": "شركة معارف",
                "method": "transfer", "reference": "FT1", "narration": "", "account": null })
    };
    call("funds.donate", gift(500_000));
    call("funds.verify", json!({}));
    let sound = story.told("backups.verify_office", json!({}));
    assert_eq!(sound["found"], json!([]), "{sound}");

    let removed = [
        "DROP TRIGGER entry_seal_is_not_removed",
        "DROP TRIGGER line_is_not_removed",
        "DROP TRIGGER entry_is_not_removed",
        "DELETE FROM entry_seal",
        "DELETE FROM line",
        "DELETE FROM entry",
        "DELETE FROM balance",
        "DROP TRIGGER voucher_counter_is_not_removed",
        "DELETE FROM voucher_counter",
    ];
    let db = story.office.unlocked().unwrap();
    db.db.write(|db| removed.iter().try_for_each(|sql| db.run(sql, values![]).map(drop))).unwrap();
    drop(db);
    call("funds.donate", gift(50_000));
    let seen = story.told("backups.verify_office", json!({}));
    let found = seen["found"].as_array().unwrap();
    assert!(found.iter().any(|one| one["kind"] == "books_other_than_told"), "{seen}");
    assert!(!found.iter().any(|one| one["kind"] == "books_broken"), "they fit themselves: {seen}");
    assert!(kinds(&story.office, &story.caller).contains(&"books_other_than_told".to_owned()));
}
