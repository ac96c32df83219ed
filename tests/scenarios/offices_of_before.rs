//! Offices made by earlier programs: each is opened by the present one, brought up to its tables on a verified copy, and
//! says what it said before.
//!
//! What is kept, and how the next one is added: `tests/databases/README.md`.

use database::{Database, Keys, NEWEST, OfficeFolder, values};
use serde_json::json;
use sharaka_tests::{DATABASES, Figures, Kept, RECIPES, keep, ship_the_steps};
use std::collections::BTreeMap;
use std::path::Path;

/// Figures that say something else since then on purpose: a part of their name, and why. Without a reason nothing stands
/// here.
const MEANT_OTHERWISE: &[(&str, &str)] = &[];

/// How many steps of the tables have shipped; newer ones are still being written.
fn shipped() -> i64 {
    include_str!("../../crates/database/src/migrations/shipped.tsv").lines().skip(1).count() as i64
}

/// The number of the tables → the offices kept of it.
fn kept() -> BTreeMap<i64, Vec<String>> {
    let list = std::fs::read_to_string(Path::new(DATABASES).join("schemas.tsv")).expect("the list of kept offices");
    let mut kept: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for line in list.lines().skip(1) {
        let (schema, office) = line.split_once('\t').expect("a number and a folder");
        kept.entry(schema.parse().expect("a number")).or_default().push(office.to_owned());
    }
    kept
}

/// The seal of a line of the trail, in hexadecimal.
fn seal(folder: &Path, kept: &Kept, seq: i64) -> String {
    let lock = OfficeFolder::at(folder).lock().expect("nobody has it open");
    let entry = &kept.about.people["administrator"];
    let (_, key) = Keys::load(&lock).and_then(|keys| keys.unlock_with_password(&entry.login, &entry.password)).unwrap();
    let database = Database::open(&lock, &key).expect("it opens");
    let sql = "SELECT seq, hash FROM audit WHERE seq = $1";
    let head = database.read(|db| {
        db.one(sql, values![seq], |row| {
            Ok(database::audit_chain::Head { seq: row.get("seq")?, hash: row.get("hash")? })
        })
    });
    head.expect("the line is still there").printed()
}

/// Files whose history does not end where they stand; how many changes the histories tell of, and how many the trail.
fn histories(folder: &Path, kept: &Kept) -> (i64, i64, i64) {
    let lock = OfficeFolder::at(folder).lock().expect("nobody has it open");
    let entry = &kept.about.people["administrator"];
    let (_, key) = Keys::load(&lock).and_then(|keys| keys.unlock_with_password(&entry.login, &entry.password)).unwrap();
    let database = Database::open(&lock, &key).expect("it opens");
    let sql = "SELECT (SELECT count(*) FROM case_file f WHERE f.status IS NOT (SELECT to_status FROM status_change s \
               WHERE s.subject_kind = 'file' AND s.subject = f.party ORDER BY s.number DESC LIMIT 1)) AS astray, \
               (SELECT count(*) FROM status_change WHERE from_status IS NOT NULL AND subject_kind = 'file') AS changes, \
               (SELECT count(*) FROM audit WHERE outcome = 'done' \
               AND command IN ('beneficiaries.change_status', 'beneficiaries.activate_many')) AS lines";
    let row = |row: &database::Row<'_>| Ok((row.get("astray")?, row.get("changes")?, row.get("lines")?));
    database.read(|db| db.one(sql, values![], row)).unwrap()
}

fn opens_and_says_what_it_said(name: &str) {
    let kept = Kept::named(name);
    let folder = tempfile::tempdir().unwrap();
    kept.lay_out(folder.path());
    let office = kept.open(folder.path());
    let expected = kept.figures();
    assert!(expected.0.len() > 1_000, "{name}: {} figures are not everything an office says", expected.0.len());
    let differences: Vec<String> = Figures::of(&office)
        .differences(&expected)
        .into_iter()
        .filter(|line| !MEANT_OTHERWISE.iter().any(|(part, _)| line.contains(part)))
        .collect();
    assert!(differences.is_empty(), "{name}: {} figures differ:\n{}", differences.len(), differences.join("\n"));

    let backups = office.told("administrator", "backups.list", json!({}))["backups"].clone();
    let before: Vec<_> = backups.as_array().unwrap().iter().filter(|one| one["kind"] == "before_upgrade").collect();
    assert_eq!(
        before.len(),
        usize::from(kept.about.schema < NEWEST),
        "{name}: a copy is made where there is something to upgrade: {backups}"
    );
    for copy in before {
        assert_eq!(
            (&copy["damaged"], &copy["audit_lines"]),
            (&json!(false), &json!(kept.about.audit_seq)),
            "{name}: {copy}"
        );
    }
    assert_eq!(office.told("administrator", "backups.verify_office", json!({}))["sound"], true, "{name}");
    office.office.close();
    drop(office);
    assert_eq!(
        seal(folder.path(), &kept, kept.about.audit_seq),
        kept.about.audit_head,
        "{name}: the trail was written anew"
    );
    let (astray, changes, lines) = histories(folder.path(), &kept);
    assert_eq!(astray, 0, "{name}: files whose history does not end where they stand");
    assert_eq!(changes, lines, "{name}: each change of before was taken over");
    assert!(changes > 0 || name.ends_with("-qassim"), "{name}: a demonstration has files that were activated");
}

#[test]
fn demonstrations_of_before_say_what_they_said() {
    for name in kept().values().flatten().filter(|name| name.ends_with("-demonstration")) {
        opens_and_says_what_it_said(name);
    }
}

#[test]
fn imported_offices_of_before_say_what_they_said() {
    for name in kept().values().flatten().filter(|name| !name.ends_with("-demonstration")) {
        opens_and_says_what_it_said(name);
    }
}

#[test]
fn a_backup_of_before_is_restored_and_its_recovery_code_opens_it() {
    for name in kept().values().flatten().filter(|name| name.ends_with("-qassim")) {
        let kept = Kept::named(name);
        let folder = tempfile::tempdir().unwrap();
        kept.lay_out(folder.path());
        let office = kept.open(folder.path());
        let entry = &kept.about.people["administrator"];
        let restored = office.office.restore_from(&kept.file(), &entry.login, &entry.password).expect("it is restored");
        assert_eq!(restored.audit_lines, kept.about.audit_seq);
        drop(office);
        let office = kept.open(folder.path());
        assert_eq!(office.told("administrator", "beneficiaries.list", json!({ "limit": 1 }))["total"], 292);
        assert_eq!(office.told("administrator", "loans.list", json!({ "limit": 1 }))["total"], 116);
        let lost = json!({ "code": kept.about.recovery_code, "login": entry.login, "new_password": "باب وريح ومطر" });
        let entered = office.office.call(&office::Caller::Nobody, "session.recover", lost);
        entered.unwrap_or_else(|failure| panic!("{name}: {failure}"));
    }
}

#[test]
fn every_shipped_schema_has_its_office() {
    let kept = kept();
    let newest_kept = *kept.keys().next_back().expect("an office is kept");
    for (schema, offices) in &kept {
        for office in offices {
            assert_eq!(Kept::named(office).about.schema, *schema, "{office}");
        }
        for recipe in RECIPES {
            assert!(offices.contains(&format!("{schema:04}-{recipe}")), "schema {schema} lacks its «{recipe}»");
        }
    }
    let folders =
        std::fs::read_dir(DATABASES).unwrap().filter_map(|entry| entry.unwrap().file_name().into_string().ok());
    for folder in folders.filter(|name| Path::new(DATABASES).join(name).is_dir()) {
        assert!(kept.values().flatten().any(|name| *name == folder), "{folder} stands in no line of schemas.tsv");
    }
    assert_eq!(
        newest_kept,
        shipped(),
        "each step that ships has an office in tests/databases and a line in migrations/shipped.tsv, and each kept office \
         stands on shipped steps. A step that is still being written needs neither. To ship it: `cargo xtask keep-office` \
         makes both (tests/databases/README.md)"
    );
}

/// `cargo xtask keep-office`
#[test]
#[ignore = "makes the offices of the present program, to be kept when its tables ship"]
fn keep_the_offices_of_today() {
    for recipe in RECIPES {
        println!("{}", keep(recipe).display());
    }
    ship_the_steps();
}

#[test]
fn identity_numbers_of_an_earlier_office_are_found_only_whole() {
    for name in ["0010-qassim", "0019-qassim"] {
        let kept = Kept::named(name);
        let folder = tempfile::tempdir().unwrap();
        kept.lay_out(folder.path());
        let office = kept.open(folder.path());
        let total = |command: &str, text: &str| {
            office.told("administrator", command, json!({ "text": text }))["total"].as_u64().unwrap()
        };
        let (mut files, mut loans) = (0, 0);
        for line in
            office.told("administrator", "beneficiaries.list", json!({ "limit": 60 }))["lines"].as_array().unwrap()
        {
            let party = json!({ "party": line["party"] });
            let administrator = &office.people["administrator"];
            let shown = office.office.call(administrator, "beneficiaries.reveal_identity", party.clone());
            // A file without an identity number has nothing to be found by.
            let Ok(shown) = shown else { continue };
            let number = shown.value["number"].as_str().unwrap();
            assert_eq!(total("beneficiaries.list", number), 1, "{name}: {number}");
            assert_eq!(total("beneficiaries.list", &number[..9]), 0, "{name}: the beginning of {number}");
            assert_eq!(total("beneficiaries.list", &number[1..]), 0, "{name}: the end of {number}");
            files += 1;
            let borrowed = office.told("administrator", "loans.list", party)["total"].as_u64().unwrap();
            assert_eq!(total("loans.list", number), borrowed, "{name}: the loans of {number}");
            assert_eq!(total("loans.list", &number[..9]), 0, "{name}: loans by the beginning of {number}");
            loans += borrowed;
        }
        assert!(files > 20 && loans > 0, "{name}: {files} files and {loans} loans prove little");
    }
}
