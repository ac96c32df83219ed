//! An office that imports: the files of an association, what must become of them, and who works on them.

use crate::office::Story;
use kernel::saudi::NationalId;
use kernel::{Day, Moment};
use office::Caller;
use serde_json::{Value, json};
use sharaka_tests::{bring, fetched};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The files of an association and the answer key beside them.
pub const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/intake/cases/qassim");

pub fn answer_key() -> Value {
    serde_json::from_slice(&std::fs::read(format!("{FILES}/expected.json")).unwrap()).unwrap()
}

fn key_sheet(file: &str, sheet: &str) -> Value {
    let key = answer_key();
    let sheets = key["files"][file]["sheets"].as_array().unwrap();
    sheets.iter().find(|one| one["name"] == sheet).unwrap().clone()
}

/// How the rows of a sheet must end.
pub fn key_counts(file: &str, sheet: &str) -> Value {
    counts(&key_sheet(file, sheet)["counts"])
}

/// Why rows of a sheet must be refused, and how often.
pub fn key_reasons(file: &str, sheet: &str) -> BTreeMap<String, u64> {
    let key = answer_key();
    let said = key["meta"]["refusal_reasons"][file][sheet].as_object().unwrap().clone();
    said.into_iter().map(|(reason, count)| (reason, count.as_u64().unwrap())).collect()
}

pub fn counts(said: &Value) -> Value {
    let count = |verdict: &str| said[verdict].as_u64().unwrap_or(0);
    json!({ "clean": count("clean"), "normalised": count("normalised"), "refused": count("refused"), "ask": count("ask") })
}

/// The head of a text table of loans that were each paid out at once.
pub const LOANS: &str = "رقم القرض,رقم الهوية,مبلغ القرض,تاريخ الصرف,عدد الأقساط,أول قسط,الصندوق";

/// The desk of those who import, on the first of November 2026.
pub struct Desk {
    pub story: Story,
    people: BTreeMap<&'static str, Caller>,
    id: RefCell<String>,
    /// What was handed over, by its place: brought in when the command is called.
    files: RefCell<Vec<Vec<u8>>>,
}

impl Desk {
    pub fn new() -> Self {
        let story = Story::begun();
        let day = Day::from_ymd(2026, 11, 1).unwrap();
        let midnight = Moment::start_of_riyadh_day(i64::from(day.number())).micros();
        story.clock.set(Moment::from_micros(midnight + 36_000_000_000));
        story.told("integrity.confirm_clock", json!({}));
        let mut people = BTreeMap::from([("administrator", story.caller.clone())]);
        for role in ["supervisor", "finance", "researcher"] {
            people.insert(role, story.with(role, role, role).1);
        }
        Self { story, people, id: RefCell::default(), files: RefCell::default() }
    }

    pub fn told(&self, who: &str, command: &str, input: Value) -> Value {
        self.called(who, command, input).unwrap_or_else(|failure| panic!("{command}: {failure:?}"))
    }

    /// The code of a refusal, or the permission that is missing.
    pub fn refused(&self, who: &str, command: &str, input: Value) -> String {
        match self.called(who, command, input) {
            Err(kernel::Failure::Forbidden { permission }) => permission.to_owned(),
            Err(failure) => failure.code().unwrap_or_else(|| panic!("{command}: {failure}")).to_string(),
            Ok(answer) => panic!("{command} should have been refused, and answered {answer}"),
        }
    }

    /// How a command fails.
    pub fn told_failure(&self, who: &str, command: &str, input: Value) -> kernel::Failure {
        match self.called(who, command, input) {
            Err(failure) => failure,
            Ok(answer) => panic!("{command} should have failed, and answered {answer}"),
        }
    }

    /// Calls a command; a file that goes with it is brought in first, by the same person.
    fn called(&self, who: &str, command: &str, mut input: Value) -> kernel::Result<Value> {
        let (office, caller) = (&self.story.office, &self.people[who]);
        if let Some(place) = input.get("ticket").and_then(Value::as_u64) {
            let bytes = self.files.borrow()[place as usize].clone();
            input["ticket"] = json!(bring(office, caller, command, bytes)?);
        }
        office.call(caller, command, input).map(|answer| answer.value)
    }

    /// The bytes of what a command handed over to somebody.
    pub fn fetched(&self, who: &str, answer: &Value) -> Vec<u8> {
        fetched(&self.story.office, &self.people[who], answer)
    }

    /// Hands over a file of the association.
    pub fn open(&self, who: &str, subject: &str, name: &str) -> Value {
        let bytes = std::fs::read(format!("{FILES}/{name}")).unwrap();
        self.told(who, "importing.open", self.handed(subject, name, &bytes))
    }

    /// Hands over a text table.
    pub fn open_csv(&self, who: &str, subject: &str, lines: &[&str]) -> Value {
        self.told(who, "importing.open", self.handed(subject, "جدول.csv", lines.join("\n").as_bytes()))
    }

    /// What `importing.open` takes; the import gets a new name.
    pub fn handed(&self, subject: &str, name: &str, bytes: &[u8]) -> Value {
        *self.id.borrow_mut() = self.story.person_id().to_string();
        let mut files = self.files.borrow_mut();
        files.push(bytes.to_vec());
        json!({ "id": *self.id.borrow(), "subject": subject, "name": name, "ticket": files.len() - 1 })
    }

    /// The import in hand, as inputs name it.
    pub fn named(&self) -> Value {
        json!({ "id": *self.id.borrow() })
    }

    /// The import in hand, with more.
    pub fn with(&self, more: Value) -> Value {
        let mut input = self.named();
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        input
    }

    /// Saves, and lets another person approve what would be posted.
    pub fn save(&self, who: &str) -> Value {
        let report = self.save_alone(who);
        if !report["waiting"].is_null() {
            let other = if who == "finance" { "supervisor" } else { "finance" };
            self.told(other, "importing.approve", self.with(json!({ "cash_accepted": true })));
        }
        report
    }

    /// Saves, and leaves what would be posted waiting.
    pub fn save_alone(&self, who: &str) -> Value {
        self.told(who, "importing.save", self.named())
    }

    /// Who calls, for a thread of its own.
    pub fn caller(&self, who: &str) -> Caller {
        self.people[who].clone()
    }

    /// The rows of a table, all of them.
    pub fn rows(&self, who: &str, table: &str, verdicts: Value) -> Vec<Value> {
        let mut rows = Vec::new();
        loop {
            let ask = json!({ "table": table, "verdicts": verdicts, "offset": rows.len(), "limit": 500 });
            let page = self.told(who, "importing.rows", self.with(ask));
            rows.extend(page["rows"].as_array().unwrap().iter().cloned());
            if rows.len() as u64 >= page["total"].as_u64().unwrap() {
                return rows;
            }
        }
    }

    /// Why rows of a table are refused, and how often.
    pub fn reasons(&self, who: &str, table: &str) -> BTreeMap<String, u64> {
        let mut found = BTreeMap::new();
        for row in self.rows(who, table, json!(["refused"])) {
            for reason in row["reasons"].as_array().unwrap() {
                *found.entry(reason["reason"].as_str().unwrap().to_owned()).or_default() += 1;
            }
        }
        found
    }
}

const FIRST: [&str; 10] = ["نورة", "سالم", "هند", "فهد", "ريم", "ماجد", "جميلة", "تركي", "حصة", "ناصر"];
const FAMILY: [&str; 12] = [
    "القحطاني",
    "الحربي",
    "المطيري",
    "العنزي",
    "الدوسري",
    "الشهري",
    "السبيعي",
    "القرشي",
    "الغامدي",
    "الزهراني",
    "الرشيدي",
    "التميمي",
];

fn identity(place: usize) -> NationalId {
    let head = format!("1{place:08}");
    (0..10).find_map(|check| NationalId::parse(&format!("{head}{check}")).ok()).unwrap()
}

/// A register of so many people, as a text table. Many share a name, as people do.
pub fn register(rows: usize) -> Vec<u8> {
    let mut text =
        String::from("رقم الملف,الاسم الرباعي,رقم الهوية,تاريخ الميلاد,الجنس,الجوال,المدينة,الدخل الشهري,ملاحظات\n");
    for place in 0..rows {
        let pick = |list: &[&'static str], step: usize| list[place / step % list.len()];
        let name = format!("{} {} {} {}", pick(&FIRST, 1), pick(&FIRST, 10), pick(&FIRST, 100), pick(&FAMILY, 7));
        let (id, day) = (identity(place), 1 + place % 28);
        let line = format!(
            "م-{place},{name},{id},14{:02}/0{}/{day:02}هـ,أنثى,05{:08},بريدة,{},\n",
            place % 30,
            1 + place % 9,
            51_000_000 + place,
            1500 + place
        );
        text.push_str(&line);
    }
    text.into_bytes()
}
