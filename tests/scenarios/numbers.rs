//! The numbers people read: each series counts on by one, leaves none out and gives none twice.

use crate::beneficiaries::{Office, code, id};
use serde_json::{Value, json};

#[test]
fn files_are_numbered_on_without_gaps_and_after_the_numbers_people_typed() {
    let office = Office::open();
    let add = |who: &str, file_no: Option<&str>, name: &str| {
        let facts = json!({ "name": name, "city": "بريدة" });
        let added = json!({ "party": id(who), "file_no": file_no, "facts": facts });
        office.call(&office.researcher, "beneficiaries.add", added)
    };
    let number = |who: &str| {
        let file = office.call(&office.researcher, "beneficiaries.open", json!({ "party": id(who) })).unwrap();
        file["file_no"].clone()
    };
    let next = || -> Value {
        office.call(&office.researcher, "beneficiaries.choices", json!({})).unwrap()["next_file_no"].clone()
    };

    add("amal", None, "أمل سعد ناصر الحربي").unwrap();
    assert_eq!((number("amal"), next()), (json!("م-1001"), json!("م-1002")));
    assert!(add("nobody", None, "").is_err(), "a file without a name");
    add("badr", None, "بدر سعد ناصر الحربي").unwrap();
    assert_eq!(number("badr"), "م-1002", "what was refused took no number");

    add("dana", Some("م-2000"), "دانة سعد ناصر الحربي").unwrap();
    assert_eq!(next(), "م-2001", "the series goes on after a typed number");
    add("fahd", Some("م-1500"), "فهد سعد ناصر الحربي").unwrap();
    add("hind", None, "هند سعد ناصر الحربي").unwrap();
    assert_eq!(number("hind"), "م-2001", "an earlier number typed later moves nothing back");
    assert_eq!(code(add("lama", Some("م-2001"), "لمى سعد ناصر الحربي")), "beneficiaries.file_no_taken");
}
