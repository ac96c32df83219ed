//! Lists that leave the office, and what each person likes.

use crate::office::Story;
use serde_json::json;

#[test]
fn a_list_leaves_as_a_spreadsheet_and_leaves_a_line() {
    let story = Story::begun();
    let table = |format: &str| {
        json!({
            "title": "فريق العمل",
            "columns": [{ "title": "الاسم", "kind": "text" }, { "title": "المبلغ", "kind": "money" }, { "title": "التاريخ", "kind": "day" }],
            "rows": [["=1+1", 123_450, "2026-11-21"], ["نورة", null, null]],
            "format": format,
        })
    };
    let csv = story.told("tables.export", table("csv"));
    assert_eq!(csv["name"], "فريق العمل.csv");
    let xlsx = story.told("tables.export", table("xlsx"));
    assert!(xlsx["base64"].as_str().is_some_and(|base64| base64.starts_with("UEsDB")), "a zip, as every xlsx is");
    let trail = story.told("audit.list", json!({ "action": "export" }));
    assert_eq!(trail["lines"][0]["after"]["rows"], 2);
    let mut uneven = table("csv");
    uneven["rows"] = json!([["one cell"]]);
    assert_eq!(story.refused("tables.export", uneven), "tables.uneven");
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
