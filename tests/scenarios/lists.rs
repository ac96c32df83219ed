//! Lists that leave the office, and what each person likes.

use crate::office::Story;
use kernel::Failure;
use serde_json::{Value, json};

#[test]
fn a_list_leaves_as_a_spreadsheet_and_leaves_a_line() {
    let story = Story::begun();
    let (sara, hers) = story.with("=سارة الحربي", "sara", "supervisor");
    let table = |format: &str| {
        json!({
            "list": "staff.list",
            "question": {},
            "columns": ["login", "name", "role", "seen"],
            "order": { "by": "name", "down": true },
            "format": format,
            "title": "فريق/العمل",
        })
    };
    let handed = story.told("tables.export", table("csv"));
    assert_eq!(handed["name"], "فريق العمل.csv", "a name is a file in the folder that was chosen");
    let fetch = |handed: &Value| story.office.fetch(&story.caller, handed["ticket"].as_str().expect("a ticket"));
    assert!(story.office.fetch(&hers, handed["ticket"].as_str().expect("a ticket")).is_err(), "somebody else's");
    let file = fetch(&handed).expect("the file").into_bytes().unwrap();
    let text = String::from_utf8(file.clone()).expect("text");
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 3, "a heading and two people: {text}");
    assert!(lines[2].contains("'=سارة") && lines[2].contains("مشرف"), "words of lists, and no formula: {text}");
    assert_eq!(handed["size"].as_u64(), u64::try_from(file.len()).ok());
    assert!(fetch(&handed).is_err(), "a file is fetched once");

    let mut one = table("xlsx");
    one["only"] = json!([sara]);
    let xlsx = fetch(&story.told("tables.export", one)).expect("the file").into_bytes().unwrap();
    assert!(xlsx.starts_with(b"PK"), "a zip, as every xlsx is");
    let trail = story.told("audit.list", json!({ "action": "export" }));
    let line = &trail["lines"][0]["after"];
    assert_eq!((&line["rows"], &line["of"], &line["list"]), (&json!(1), &json!(2), &json!("فريق العمل")));
    assert_eq!(trail["lines"][1]["after"]["rows"], 2);

    let mut log = table("csv");
    (log["list"], log["columns"]) = (json!("audit.list"), json!(["at"]));
    let theirs = story.office.call(&hers, "tables.export", log).expect_err("a supervisor may not read the trail");
    assert!(matches!(theirs, Failure::Forbidden { .. }), "nor take it along: {theirs}");

    let mut unknown = table("csv");
    unknown["columns"] = json!(["password"]);
    assert_eq!(story.refused("tables.export", unknown), "tables.unknown");
    let mut no_list = table("csv");
    no_list["list"] = json!("staff.add");
    assert_eq!(story.refused("tables.export", no_list), "tables.unknown", "only a list is taken along");
}

#[test]
fn the_lists_of_an_office_are_put_in_order_found_in_and_taken_along() {
    let story = Story::demonstrated();
    every_list_can_be_taken_along_whole_and_says_what_narrowed_it(&story);
    a_list_is_put_in_order_by_any_of_its_columns_over_all_its_pages(&story);
    what_is_typed_whole_stands_first(&story);
    what_was_meant_is_found(&story);
}

/// A list that is declared is a list that is there: its rows, its columns, the words over them.
fn every_list_can_be_taken_along_whole_and_says_what_narrowed_it(story: &Story) {
    let day = json!("2026-11-21");
    let range = json!({ "from": "2020-01-01", "until": "2030-01-01" });
    for list in app::FEATURES.all().flat_map(|feature| feature.lists) {
        let question = match list.command {
            "beneficiaries.on_day" => json!({ "day": day, "status": "active" }),
            "collection.due" => json!({ "from": "2020-01-01", "until": "2030-01-01", "state": "all", "text": "" }),
            "collection.late" => json!({ "over": 0, "text": "" }),
            "collection.portfolio" => json!({ "text": "" }),
            "collection.received" => json!({ "from": "2020-01-01", "until": day, "text": "" }),
            "dashboard.rows" => json!({ "figure": "beneficiaries.active", "from": "2026-01-01", "until": day }),
            "dashboard.flow" => json!({ "kind": "repayments", "from": "2020-01-01", "until": day }),
            "follow_up.promises" => json!({ "from": "2020-01-01", "until": day }),
            "loans.tranches_waiting" => json!({ "step": "payment" }),
            "funds.journal" => json!({ "filter": {} }),
            "funds.account" => {
                let chart = story.told("funds.chart", json!({}));
                let account = &chart["accounts"].as_array().and_then(|all| all.last()).expect("a chart")["code"];
                json!({ "account": account, "fund": null, "from": range["from"], "until": range["until"] })
            }
            "funds.trial_balance" => json!({ "day": day, "fund": null }),
            "loans.detail" => {
                let loan = story.told("loans.list", json!({ "limit": 1 }))["lines"][0]["loan"].clone();
                json!({ "loan": loan, "day": null })
            }
            "services.who_qualifies" => {
                let open = story.told("services.list", json!({ "text": "سلة", "open": true }));
                json!({ "service": open["lines"][0]["service"] })
            }
            "questionnaires.figures" => {
                let asked = json!({ "purpose": ["satisfaction"], "standing": ["closed"] });
                json!({ "questionnaire": story.told("questionnaires.list", asked)["lines"][0]["questionnaire"] })
            }
            _ => json!({}),
        };
        let columns: Vec<&str> = list.columns.iter().map(|column| column.key).collect();
        let table = json!({ "list": list.command, "question": question, "columns": columns, "format": "csv", "title": list.title });
        let handed =
            story.call("tables.export", table).unwrap_or_else(|failure| panic!("{}: {failure:?}", list.command)).value;
        let file = story.office.fetch(&story.caller, handed["ticket"].as_str().expect("a ticket")).expect("the file");
        let text = String::from_utf8(file.into_bytes().unwrap()).expect("text");
        let mut lines = text.trim_start_matches('\u{feff}').lines();
        let heading = lines.next().unwrap_or_default();
        let raw = list.columns.iter().find(|column| heading.split(',').any(|title| title == column.title));
        assert!(raw.is_none(), "{}: a column has no words: {heading}", list.command);
        assert!(lines.next().is_some() || list.command == "funds.account", "{} gives no rows", list.command);
        for filter in list.filters {
            let words = office::words::find(filter.title, office::words::Language::Ar);
            assert!(words.is_some(), "{}: {} has no words", list.command, filter.title);
        }
    }
    let narrowed = json!({ "status": ["active"], "city": "بريدة", "expiring": false });
    let table = json!({ "list": "beneficiaries.list", "question": narrowed, "columns": ["name"], "format": "csv", "title": "x" });
    story.told("tables.export", table);
    let trail = story.told("audit.list", json!({ "action": "export" }));
    assert_eq!(trail["lines"][0]["after"]["filters"], "الحالة: نشط · المدينة: بريدة");
}

/// The order of a list is the office's, over all its pages, from either end.
fn a_list_is_put_in_order_by_any_of_its_columns_over_all_its_pages(story: &Story) {
    let page = |command: &str, by: &str, down: bool, offset: i64| {
        let mut question =
            json!({ "order": { "by": by, "down": down }, "offset": offset, "limit": 20, "text": "", "over": 0 });
        if ["collection.received", "follow_up.promises"].contains(&command) {
            question["from"] = json!("2020-01-01");
            question["until"] = json!("2026-11-21");
        }
        story.told(command, question)["lines"].as_array().expect("lines").clone()
    };
    for (command, by, field) in [
        ("beneficiaries.list", "income", "monthly_income"),
        ("loans.list", "amount", "amount"),
        ("collection.late", "overdue", "overdue"),
        ("collection.portfolio", "lent", "lent"),
        ("collection.received", "amount", "amount"),
    ] {
        for down in [false, true] {
            let both: Vec<Value> = [0, 20].iter().flat_map(|offset| page(command, by, down, *offset)).collect();
            let figures: Vec<i64> = both.iter().filter_map(|line| line[field].as_i64()).collect();
            assert!(figures.len() > 20 || command == "collection.late", "{command}: two pages");
            let sorted = if down { figures.is_sorted_by(|a, b| a >= b) } else { figures.is_sorted() };
            assert!(sorted, "{command} by {by}, down: {down}: {figures:?}");
        }
    }
}

fn what_is_typed_whole_stands_first(story: &Story) {
    let lines = |command: &str, text: &str| story.told(command, json!({ "text": text, "limit": 50 }))["lines"].clone();
    let file = lines("beneficiaries.list", "")[7].clone();
    let number = file["file_no"].as_str().expect("a number").to_owned();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    for text in [number.as_str(), digits.as_str(), file["name"].as_str().expect("a name")] {
        assert_eq!(lines("beneficiaries.list", text)[0]["party"], file["party"], "{text}");
    }
    let loan = lines("loans.list", "")[7].clone();
    assert_eq!(lines("loans.list", loan["loan_no"].as_str().expect("a number"))[0]["loan"], loan["loan"]);
}

/// Whoever typed with the other keyboard layout, or spelled a name nearly so, finds what was meant in the lists of
/// collection as in every other.
fn what_was_meant_is_found(story: &Story) {
    for command in ["collection.late", "collection.due", "collection.received", "collection.portfolio"] {
        let ask = |text: &str| {
            let span =
                json!({ "from": "2020-01-01", "until": "2026-11-21", "state": "all", "text": text, "limit": 50 });
            story.told(command, span)["lines"].as_array().expect("lines").clone()
        };
        let line = ask("")[0].clone();
        let name = line["name"].as_str().expect("a name");
        let found = ask(name);
        assert!(found.contains(&line), "{command}: {name}");
        let keys = kernel::arabic::other_layout(name);
        assert_eq!(ask(&keys[0]), found, "{command}: {} is {name}", keys[0]);
        // Enough letters of the word must be sure before its end is left open.
        let sure = |word: &str| word.chars().filter(|letter| !"ضظسصثتطذزقغة".contains(*letter)).count() > 2;
        let near = ask("").iter().find_map(|line| {
            let name = line["name"].as_str()?;
            let word = name.split(' ').find(|word| word.ends_with('ة') && sure(word))?;
            Some((name.to_owned(), name.replacen(word, &word.replace('ة', "ا"), 1)))
        });
        if let Some((name, nearly)) = near {
            assert_eq!(ask(&nearly), ask(&name), "{command}: {nearly} is {name}");
        } else {
            assert_eq!(command, "collection.late", "only a short list may have no such name");
        }
    }
}

#[test]
fn preferences_belong_to_one_person_and_leave_no_line() {
    let story = Story::begun();
    let (_, sara) = story.with("سارة الحربي", "sara", "researcher");
    let lines = |story: &Story| story.told("audit.verify", json!({}))["lines"].as_i64().unwrap_or_default();
    let before = lines(&story);
    story.told("preferences.put", json!({ "key": "theme", "value": "dark" }));
    assert_eq!(lines(&story), before + 1, "only the verification itself left a line");
    assert_eq!(story.told("preferences.get", json!({}))["values"]["theme"], "dark");
    let hers = story.office.call(&sara, "preferences.get", json!({})).expect("hers").value;
    assert_eq!(hers["values"], json!({}));
    story.told("preferences.put", json!({ "key": "theme", "value": null }));
    assert_eq!(story.told("preferences.get", json!({}))["values"], json!({}), "null forgets");
    let strange = json!({ "key": "a b", "value": 1 });
    assert_eq!(story.refused("preferences.put", strange), "preferences.key_shape");
}

#[test]
fn what_waits_for_an_administrator_goes_away_when_it_is_done() {
    let story = Story::begun();
    let kinds = |story: &Story| -> Vec<String> {
        let tasks = story.told("tasks.mine", json!({}));
        let tasks = tasks["tasks"].as_array().expect("tasks").clone();
        tasks.iter().map(|task| task["kind"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(kinds(&story), ["recovery_code", "backup_none"]);
    let group = story.recovery_code.split('-').nth(5).expect("eight groups");
    story.told("session.confirm_recovery_code", json!({ "group": group }));
    story.told("backups.make", json!({}));
    assert!(kinds(&story).is_empty(), "nothing waits any more");
}
