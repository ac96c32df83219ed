//! Files that mean harm, and a person who changes their mind.

use crate::importing_office::{Desk, register};
use serde_json::{Value, json};

fn refused(desk: &Desk, name: &str, bytes: &[u8]) -> String {
    desk.refused("supervisor", "importing.open", desk.handed("beneficiaries", name, bytes))
}

/// A zip archive of parts as they are.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let at = u32::try_from(bytes.len()).unwrap();
        let crc = crc32(content);
        let length = u32::try_from(content.len()).unwrap();
        let name_length = u16::try_from(name.len()).unwrap();
        let mut common = Vec::new();
        common.extend([20, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        common.extend(crc.to_le_bytes());
        common.extend(length.to_le_bytes());
        common.extend(length.to_le_bytes());
        common.extend(name_length.to_le_bytes());
        common.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(name.as_bytes());
        bytes.extend(*content);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = u32::try_from(bytes.len()).unwrap();
    let count = u16::try_from(parts.len()).unwrap();
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

const TYPES: &[u8] =
    br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>"#;

#[test]
fn a_file_that_means_harm_is_refused_in_words_and_nothing_is_in_hand() {
    let desk = Desk::new();
    assert_eq!(refused(&desk, "a.xlsx", b""), "sheet.empty");
    assert_eq!(refused(&desk, "a.xlsm", b"PK\x03\x04"), "sheet.macros");
    let with_macros = archive(&[("[Content_Types].xml", TYPES), ("xl/vbaProject.bin", b"x")]);
    assert_eq!(refused(&desk, "a.xlsx", &with_macros), "sheet.macros", "whatever its name says");
    assert_eq!(
        refused(&desk, "a.xlsx", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
        "sheet.old_or_locked"
    );
    assert_eq!(refused(&desk, "a.csv", &vec![b'a'; (20 << 20) + 1]), "office.file_too_large");
    assert_eq!(refused(&desk, "a.csv", "الاسم\n".repeat(120_001).as_bytes()), "sheet.too_many_rows");
    let long = format!("الاسم,رقم الهوية\n{},1000000008", "س".repeat(200_000));
    assert_eq!(refused(&desk, "a.csv", long.as_bytes()), "sheet.cell_too_long");
    let mut input = desk.handed("beneficiaries", "a.csv", b"");
    input["ticket"] = json!("***");
    assert_eq!(desk.refused("supervisor", "importing.open", input), "office.file_gone");
    assert_eq!(desk.told("supervisor", "importing.current", json!({}))["id"], Value::Null);
}

#[test]
fn a_formula_stays_text_on_its_way_in_and_out() {
    let desk = Desk::new();
    let lines =
        ["الاسم,رقم الهوية,ملاحظات", "نورة سعد فهد العتيبي,1000000008,=HYPERLINK(\"http://x\")", "@سالم ناصر,123,=1+2"];
    let preview = desk.open_csv("supervisor", "beneficiaries", &lines);
    assert_eq!((&preview["counts"]["refused"], &preview["data_rows"]), (&json!(1), &json!(2)));
    let rows = desk.rows("supervisor", "beneficiaries", json!([]));
    assert!(rows[0]["warnings"].as_array().unwrap().contains(&json!("text_begins_with_formula_char")));
    assert!(rows[0]["cells"]["notes"]["value"].as_str().unwrap().starts_with("=HYPERLINK"));
    let file = desk.told("supervisor", "importing.refused", desk.named());
    let bytes = desk.fetched("supervisor", &file);
    // What leaves holds no formula: read again, the cell is the text it was.
    let handed = desk.handed("beneficiaries", "refused.xlsx", &bytes);
    desk.told("supervisor", "importing.open", handed);
    let rows = desk.rows("supervisor", "beneficiaries", json!([]));
    assert_eq!(rows[0]["cells"]["notes"]["raw"], "=1+2");
}

#[test]
fn a_save_that_is_stopped_leaves_nothing_and_the_file_in_hand() {
    let desk = Desk::new();
    let handed = desk.handed("beneficiaries", "سجل.csv", &register(1_500));
    desk.told("supervisor", "importing.open", handed);
    let all = json!({ "table": "beneficiaries", "row": null, "ask": "suspected_duplicate", "decision": "import" });
    let preview = desk.told("supervisor", "importing.answer", desk.with(all));
    let ready = preview["counts"]["clean"].as_u64().unwrap() + preview["counts"]["normalised"].as_u64().unwrap();
    assert_eq!(ready, 1_500);
    let (office, caller, named) = (&desk.story.office, desk.caller("supervisor"), desk.named());
    std::thread::scope(|scope| {
        let saving = scope.spawn(move || office.call(&caller, "importing.save", named));
        // Stopped as soon as it is seen at work, with some people written already.
        loop {
            let now = desk.told("supervisor", "importing.progress", desk.named());
            if now["phase"] == "people" && now["done"].as_u64().unwrap() > 10 {
                assert!(now["total"].as_u64().unwrap() == ready);
                let seen = desk.told("supervisor", "importing.current", json!({}));
                assert_eq!((&seen["saving"], &seen["preview"]), (&json!(true), &Value::Null));
                desk.told("supervisor", "importing.stop", desk.named());
                break;
            }
            assert!(!saving.is_finished(), "the save ended before it could be stopped");
        }
        let stopped = saving.join().unwrap().unwrap_err();
        assert_eq!(stopped.code().map(|code| code.0), Some("importing.stopped"));
    });
    assert_eq!(desk.told("supervisor", "beneficiaries.list", json!({}))["total"], 0);
    assert_eq!(desk.told("supervisor", "importing.progress", desk.named())["phase"], "idle");
    assert_eq!(desk.told("supervisor", "importing.runs", json!({}))["runs"], json!([]));
    assert_eq!(desk.save("supervisor")["ready"], ready, "the file is still in hand and can be saved after all");
    assert_eq!(desk.told("supervisor", "importing.report", desk.named())["saved"]["ready"], ready);
}

#[test]
fn a_save_ends_with_the_session_it_belongs_to() {
    let desk = Desk::new();
    let handed = desk.handed("beneficiaries", "سجل.csv", &register(1_500));
    desk.told("supervisor", "importing.open", handed);
    let all = json!({ "table": "beneficiaries", "row": null, "ask": "suspected_duplicate", "decision": "import" });
    desk.told("supervisor", "importing.answer", desk.with(all));
    let (office, caller, named) = (&desk.story.office, desk.caller("supervisor"), desk.named());
    let stopped = std::thread::scope(|scope| {
        let saving = scope.spawn(move || office.call(&caller, "importing.save", named));
        while desk.told("supervisor", "importing.progress", desk.named())["done"].as_u64().unwrap() < 10 {
            assert!(!saving.is_finished(), "the save ended before its session");
        }
        // Whichever way a session ends: here its person is removed by another one.
        let person = desk.told("administrator", "staff.list", json!({}))["people"]
            .as_array()
            .unwrap()
            .iter()
            .find(|person| person["role"] == "supervisor")
            .unwrap()["id"]
            .clone();
        office.sessions.end_of(person.as_str().unwrap().parse().unwrap(), None);
        saving.join().unwrap().unwrap_err()
    });
    assert_eq!(stopped.code().map(|code| code.0), Some("importing.stopped"));
    assert_eq!(desk.told("administrator", "beneficiaries.list", json!({}))["total"], 0, "nothing of it has come in");
}
