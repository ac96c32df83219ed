//! Files of beneficiaries, from the first word typed to the whole file on paper.

use crate::office::{Story, seen};
use kernel::{Failure, Result};
use office::Caller;
use serde_json::{Value, json};
use std::time::Duration;

pub const FIRST: &str = "1098765439";
pub const SECOND: &str = "1000000008";

/// A researcher, a supervisor and a finance officer at their desks.
pub struct Office {
    pub story: Story,
    pub researcher: Caller,
    pub supervisor: Caller,
    pub finance: Caller,
}

/// An identifier that is the same for the same name.
pub fn id(name: &str) -> String {
    let mut bytes = [7_u8; 16];
    for (place, byte) in name.bytes().enumerate() {
        bytes[place % 16] = bytes[place % 16].wrapping_mul(31).wrapping_add(byte);
    }
    kernel::id::PartyId::from_bytes(bytes).to_string()
}

/// The code of what was refused.
pub fn code(outcome: Result<Value>) -> &'static str {
    match outcome {
        Err(Failure::Refused(refusal) | Failure::Conflict(refusal)) => refusal.code.0,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

impl Office {
    pub fn open() -> Self {
        let story = Story::begun();
        let (_, researcher) = story.with("سارة الحربي", "sara", "researcher");
        let (_, supervisor) = story.with("منى الزهراني", "mona", "supervisor");
        let (_, finance) = story.with("خالد العقيل", "khaled", "finance");
        Self { story, researcher, supervisor, finance }
    }

    /// A command, a second later than the one before, and the page that shows what it did.
    pub fn call(&self, caller: &Caller, name: &str, input: Value) -> Result<Value> {
        self.story.pass(Duration::from_secs(1));
        seen(&self.story.office, caller, name, input)
    }

    /// Attaches a document to the record of that name.
    pub fn attach(
        &self,
        caller: &Caller,
        (subject_kind, subject): (&str, &str),
        (key, kind): (&str, &str),
        bytes: &[u8],
    ) -> Result<Value> {
        let ticket = sharaka_tests::bring(&self.story.office, caller, "documents.attach", bytes)?;
        let input = json!({
            "id": id(key), "subject_kind": subject_kind, "subject": id(subject), "kind": kind, "title": "مشهد",
            "file_name": "scan.pdf", "ticket": ticket,
        });
        self.call(caller, "documents.attach", input)
    }

    pub fn add(&self, key: &str, facts: Value, number: &str) -> Result<Value> {
        let identity = json!({ "number": number, "expires_on": "2030-01-01" });
        self.call(
            &self.researcher,
            "beneficiaries.add",
            json!({ "party": id(key), "facts": facts, "identity": identity }),
        )
    }

    pub fn supervise(&self, command: &str, input: Value) -> Result<Value> {
        self.call(&self.supervisor, command, input)
    }

    pub fn names(&self, question: Value) -> Vec<String> {
        let page = self.call(&self.researcher, "beneficiaries.list", question).unwrap();
        page["lines"].as_array().unwrap().iter().map(|line| line["name"].as_str().unwrap().to_owned()).collect()
    }
}

pub fn noura() -> Value {
    json!({
        "name": "نورة عبدالله سالم القحطاني", "sex": "female", "born_on": "1992-03-04", "mobile": "0558123490",
        "city": "بريدة", "district": "الريان", "family_size": 7, "monthly_income": 290_000, "social_security": true,
    })
}

#[test]
fn a_file_becomes_active_when_nothing_is_missing_and_lives_on_with_reasons() {
    let office = Office::open();
    let file = office.add("noura", noura(), FIRST).unwrap();
    assert_eq!((&file["file_no"], &file["status"]), (&json!("م-1001"), &json!("registered")));
    let gaps: Vec<_> = file["conditions"].as_array().unwrap().iter().filter(|one| one["met"] == false).collect();
    assert_eq!(gaps.len(), 1);
    assert_eq!(gaps[0]["gap"], "identity_unchecked");
    let party = id("noura");
    let to = |status: &str, reason: &str| json!({ "party": party, "status": status, "reason": reason });

    assert_eq!(
        code(office.supervise("beneficiaries.change_status", to("active", ""))),
        "beneficiaries.status_incomplete"
    );
    let denied = office.call(&office.researcher, "beneficiaries.change_status", to("active", ""));
    assert!(matches!(denied, Err(Failure::Forbidden { .. })), "a researcher prepares, a supervisor decides");

    office.call(&office.researcher, "beneficiaries.check_identity", json!({ "party": party })).unwrap();
    assert_eq!(office.supervise("beneficiaries.change_status", to("active", "")).unwrap()["status"], "active");
    assert_eq!(
        code(office.supervise("beneficiaries.change_status", to("suspended", " "))),
        "beneficiaries.reason_missing"
    );
    assert_eq!(
        code(office.supervise("beneficiaries.change_status", to("registered", "x"))),
        "beneficiaries.status_path"
    );
    office.supervise("beneficiaries.change_status", to("graduated", "نجح مشروعها")).unwrap();
    let back = office.supervise("beneficiaries.change_status", to("active", "تعثر المشروع")).unwrap();
    assert_eq!((&back["status"], &back["status_reason"]), (&json!("active"), &json!("تعثر المشروع")));

    let story = office.call(&office.researcher, "beneficiaries.timeline", json!({ "party": party })).unwrap();
    let events = story["events"].as_array().unwrap();
    assert_eq!(events.len(), 5, "opened, checked, active, graduated, active again: {story}");
    assert_eq!((&events[0]["status"], &events[0]["text"]), (&json!("active"), &json!("تعثر المشروع")));
}

#[test]
fn an_identity_number_stays_covered_until_somebody_asks_and_that_is_recorded() {
    let office = Office::open();
    let file = office.add("noura", noura(), FIRST).unwrap();
    assert_eq!(file["identity"]["masked"], "109*****39");
    let party = json!({ "party": id("noura") });
    let shown = office.call(&office.finance, "beneficiaries.reveal_identity", party.clone()).unwrap();
    assert_eq!(shown["number"], FIRST);
    office.call(&office.researcher, "beneficiaries.print_file", party).unwrap();

    let trail = office.call(&office.story.caller, "audit.list", json!({ "subject": id("noura") })).unwrap();
    let lines = trail["lines"].as_array().unwrap();
    let commands: Vec<_> = lines.iter().map(|line| line["command"].as_str().unwrap()).collect();
    assert_eq!(commands, ["beneficiaries.print_file", "beneficiaries.reveal_identity", "beneficiaries.add"]);
    assert_eq!(lines[1]["person_name"], "خالد العقيل");
    assert!(!trail.to_string().contains(FIRST), "the trail itself must not give the number away");
    let page = office.call(&office.researcher, "beneficiaries.list", json!({})).unwrap();
    assert!(!page.to_string().contains(FIRST), "nor the list");
}

#[test]
fn the_search_finds_a_person_however_the_name_is_spelled_and_by_any_number() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    office
        .add("abu", json!({ "name": "أبو بكر عمر الشهري", "mobile": "0504412087", "city": "عنيزة" }), SECOND)
        .unwrap();
    for text in ["نوره عبد الله", "القحطانى", "نورة سالم", "٠٥٥٨١٢٣٤٩٠", "+966 55 812 3490", FIRST, "م-1001", "1001"]
    {
        assert_eq!(office.names(json!({ "text": text })), ["نورة عبدالله سالم القحطاني"], "{text}");
    }
    for text in ["ابوبكر", "ابو بكر الشهرى", "أبوبكر"] {
        assert_eq!(office.names(json!({ "text": text })), ["أبو بكر عمر الشهري"], "{text}");
    }
    assert!(office.names(json!({ "text": "نورة الشهري" })).is_empty(), "all words must fit one person");
    assert!(office.names(json!({ "text": "%" })).len() == 2, "a sign is no word");
    let found = office.call(&office.researcher, "beneficiaries.find", json!({ "text": "شهري", "limit": 5 })).unwrap();
    assert_eq!(found["files"][0]["file_no"], "م-1002");
}

/// The lines that say somebody looked for an identity number: who, by which command, which number, how often again.
fn searches(office: &Office) -> Vec<(String, String, String, Option<u64>)> {
    let trail = office.call(&office.story.caller, "audit.list", json!({ "limit": 500 })).unwrap();
    let lines = trail["lines"].as_array().unwrap().iter().rev().filter(|line| line["subject_kind"] == "identity");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    lines
        .map(|line| {
            let who = text(&line["person_name"]);
            (who, text(&line["command"]), text(&line["summary"]), line["after"]["times"].as_u64())
        })
        .collect()
}

#[test]
fn a_covered_number_is_found_whole_only_and_every_search_by_one_leaves_a_line() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    let son = json!({ "party": id("noura"), "member": id("salem"), "relation": "child", "name": "سالم فهد الدوسري", "identity": { "number": SECOND } });
    office.call(&office.researcher, "beneficiaries.add_member", son).unwrap();
    let found = |caller: &Caller, command: &str, text: &str| {
        let page = office.call(caller, command, json!({ "text": text })).unwrap();
        page["lines"].as_array().or(page["files"].as_array()).unwrap().len()
    };
    for caller in [&office.researcher, &office.finance, &office.story.caller] {
        for command in ["beneficiaries.list", "beneficiaries.find"] {
            for from in 0..FIRST.len() {
                for until in from + 1..=FIRST.len() {
                    let part = &FIRST[from..until];
                    if part == FIRST || noura()["mobile"].as_str().unwrap().contains(part) || "1001".contains(part) {
                        continue;
                    }
                    assert_eq!(found(caller, command, part), 0, "{command} uncovers {part}");
                }
            }
        }
    }
    assert_eq!(searches(&office), [], "a part of a number is no search by one");

    let list = "beneficiaries.list";
    assert_eq!(found(&office.finance, list, FIRST), 1);
    assert_eq!(found(&office.finance, list, "١٠٩٨ ٧٦٥ ٤٣٩"), 1, "the same number, written otherwise");
    assert_eq!(found(&office.finance, list, SECOND), 1, "the file of the household");
    assert_eq!(found(&office.finance, list, "1012345672"), 0, "whoever asks for one in vain has asked, too");
    assert_eq!(found(&office.researcher, "beneficiaries.find", FIRST), 1);
    let line =
        |who: &str, command: &str, number: &str, times| (who.to_owned(), command.to_owned(), number.to_owned(), times);
    let told = [
        line("خالد العقيل", list, "109*****39", None),
        line("خالد العقيل", list, "100*****08", None),
        line("خالد العقيل", list, "101*****72", None),
        line("سارة الحربي", "beneficiaries.find", "109*****39", None),
    ];
    assert_eq!(searches(&office), told);
    for _ in 0..6 {
        office.story.pass(Duration::from_secs(600));
        office.call(&office.story.caller, "tasks.mine", json!({})).unwrap();
        office.story.office.tick();
    }
    let counted = [line("خالد العقيل", list, "109*****39", Some(1))];
    assert_eq!(searches(&office)[told.len()..], counted, "a list that is asked for again is counted");
}

#[test]
fn chips_count_what_stands_behind_them_and_pages_follow_one_another() {
    let office = Office::open();
    for (number, (key, name, city)) in [
        ("a", "أحمد سالم الحربي", "بريدة"),
        ("b", "بدر ناصر المطيري", "بريدة"),
        ("c", "تركي فهد العنزي", "عنيزة"),
        ("d", "جواهر علي الدوسري", "عنيزة"),
        ("e", "حصة محمد القرشي", "الرس"),
    ]
    .into_iter()
    .enumerate()
    {
        let facts = json!({ "name": name, "city": city, "district": "الريان", "social_security": number % 2 == 0,
            "next_review_on": if number == 0 { json!("2026-11-01") } else { Value::Null } });
        office.call(&office.researcher, "beneficiaries.add", json!({ "party": id(key), "facts": facts })).unwrap();
    }
    let page =
        office.call(&office.researcher, "beneficiaries.list", json!({ "city": "بريدة", "counts": true })).unwrap();
    assert_eq!(page["total"], 2);
    let counts = &page["counts"];
    assert_eq!(counts["social_security"], 1, "of the two in the chosen town");
    assert_eq!(counts["city"].as_array().unwrap().len(), 3, "a chip's own filter does not hide its neighbours");
    assert_eq!(counts["status"], json!([{ "value": "registered", "count": 2 }]));
    assert_eq!(office.names(json!({ "review_due": true })), ["أحمد سالم الحربي"]);
    let choices = office.call(&office.researcher, "beneficiaries.choices", json!({})).unwrap();
    assert_eq!(choices["cities"], json!(["الرس", "بريدة", "عنيزة"]));
    assert_eq!(choices["next_file_no"], "م-1006");
    let all = office.names(json!({}));
    let pieces: Vec<String> =
        (0..3).flat_map(|piece| office.names(json!({ "offset": piece * 2, "limit": 2 }))).collect();
    assert_eq!(pieces, all);
    let mut backwards = office.names(json!({ "order": { "by": "name", "down": true } }));
    backwards.reverse();
    assert_eq!(backwards, all);
}

#[test]
fn the_same_number_is_refused_unless_a_supervisor_says_why() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    let other = json!({ "name": "هند ماجد فهد السبيعي" });
    let refused = office.add("hind", other.clone(), FIRST);
    let Err(Failure::Refused(refusal)) = refused else { panic!("the same number twice") };
    assert_eq!(refusal.args["whom"], "نورة عبدالله سالم القحطاني (م-1001)", "by name, and by what is known of it here");
    assert_eq!(refusal.field, Some("identity"));
    let input = json!({ "party": id("hind"), "facts": other, "identity": { "number": FIRST }, "exception": "خطأ في بطاقة الأسرة" });
    assert_eq!(
        code(office.call(&office.researcher, "beneficiaries.add", input.clone())),
        "beneficiaries.exception_right"
    );
    let file = office.supervise("beneficiaries.add", input).unwrap();
    assert_eq!(file["identity"]["exception"], "خطأ في بطاقة الأسرة");
}

#[test]
fn a_strong_likeness_is_decided_before_saving_and_remembered() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    let twin = json!({ "name": "نوره عبد الله سالم القحطانى", "mobile": "+966558123490", "born_on": "1992-03-04" });
    let asked = json!({ "name": twin["name"], "mobile": twin["mobile"], "born_on": twin["born_on"] });
    let likely = office.call(&office.researcher, "beneficiaries.likely_duplicates", asked).unwrap();
    assert_eq!(
        (&likely["people"][0]["verdict"], &likely["people"][0]["same_mobile"]),
        (&json!("strong"), &json!(true))
    );

    let mut input = json!({ "party": id("twin"), "facts": twin });
    assert_eq!(code(office.call(&office.researcher, "beneficiaries.add", input.clone())), "parties.likely_duplicate");
    input["different"] = json!([{ "party": id("noura"), "reason": "بنت عمها" }]);
    let file = office.call(&office.researcher, "beneficiaries.add", input).unwrap();
    assert_eq!(file["likely"], json!([]), "what was decided is not asked again");
    let pair = json!({ "first": id("twin"), "second": id("noura") });
    let comparison = office.call(&office.researcher, "beneficiaries.compare", pair).unwrap();
    assert_eq!((&comparison["decided"], &comparison["reason"]), (&json!("different"), &json!("بنت عمها")));
}

#[test]
fn two_files_that_look_alike_can_be_called_two_people_at_any_time() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    office.add("sister", json!({ "name": "نورة عبدالله القحطاني" }), "").unwrap();
    let look = || office.call(&office.researcher, "beneficiaries.open", json!({ "party": id("noura") })).unwrap();
    assert_eq!(look()["likely"][0]["party"], id("sister"));
    let mut said = json!({ "first": id("noura"), "second": id("sister"), "reason": "" });
    let silent = office.call(&office.researcher, "beneficiaries.mark_different", said.clone());
    assert_eq!(code(silent), "parties.reason_missing");
    said["reason"] = json!("عمتها");
    office.call(&office.researcher, "beneficiaries.mark_different", said).unwrap();
    assert_eq!(look()["likely"], json!([]));
}

#[test]
fn a_merge_keeps_both_and_can_be_undone() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    let double = json!({ "name": "نورة القحطاني", "mobile": "0501234567", "email": "n@example.sa", "family_size": 6 });
    office.add("double", double, SECOND).unwrap();
    let (keep, merge) = (id("noura"), id("double"));
    office.call(&office.researcher, "beneficiaries.note", json!({ "party": merge, "text": "زيارة أولى" })).unwrap();

    let input = json!({ "keep": keep, "merge": merge, "take": ["mobile"], "reason": "سُجلت مرتين" });
    let kept = office.supervise("beneficiaries.merge", input.clone()).unwrap();
    assert_eq!(kept["facts"]["mobile"], "+966501234567", "what was chosen is taken over");
    assert_eq!(kept["facts"]["email"], "n@example.sa", "and what only the other said");
    assert_eq!(kept["facts"]["family_size"], 7, "the rest stays");
    assert_eq!(kept["notes"][0]["text"], "زيارة أولى");
    assert_eq!(office.names(json!({})).len(), 1);
    assert_eq!(
        office.names(json!({ "text": SECOND })),
        ["نورة عبدالله سالم القحطاني"],
        "the old number leads to the kept file"
    );
    assert_eq!(code(office.supervise("beneficiaries.merge", input)), "parties.merged");

    // Changed after the merge: undoing leaves it alone.
    let mut facts = kept["facts"].clone();
    facts["email"] = json!("new@example.sa");
    let change = json!({ "party": keep, "version": kept["record"]["number"], "facts": facts, "identity": { "expires_on": "2030-01-01" } });
    office.call(&office.researcher, "beneficiaries.change", change).unwrap();
    let apart =
        office.supervise("beneficiaries.undo_merge", json!({ "party": merge, "reason": "ليستا واحدة" })).unwrap();
    assert_eq!((&apart["merged_into"], &apart["facts"]["mobile"]), (&Value::Null, &json!("+966501234567")));
    let kept = office.call(&office.researcher, "beneficiaries.open", json!({ "party": keep })).unwrap();
    assert_eq!(kept["facts"]["mobile"], "+966558123490");
    assert_eq!(kept["facts"]["email"], "new@example.sa");
    assert_eq!(kept["notes"], json!([]));
    assert_eq!(office.names(json!({})).len(), 2);
}

#[test]
fn a_household_that_came_with_a_merge_is_one_household() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    office.add("double", json!({ "name": "نورة القحطاني" }), "").unwrap();
    let join = |head: &str| json!({ "party": id(head), "member": id("salem"), "relation": "child", "name": "سالم فهد الدوسري" });
    for head in ["double", "noura"] {
        office.call(&office.researcher, "beneficiaries.add_member", join(head)).unwrap();
    }
    let merge = json!({ "keep": id("noura"), "merge": id("double"), "reason": "سُجلت مرتين" });
    let kept = office.supervise("beneficiaries.merge", merge).unwrap();
    assert_eq!(kept["members"].as_array().unwrap().len(), 1, "who belongs to both is shown once");
    assert_eq!(office.names(json!({ "text": "سالم الدوسري" })), ["نورة عبدالله سالم القحطاني"]);

    let out = json!({ "party": id("noura"), "member": id("salem"), "reason": "تزوج" });
    let file = office.call(&office.researcher, "beneficiaries.remove_member", out.clone()).unwrap();
    assert_eq!(file["members"], json!([]), "the links of the file that came in end, too");
    assert!(office.names(json!({ "text": "سالم الدوسري" })).is_empty());
    assert!(office.call(&office.researcher, "beneficiaries.remove_member", out).is_err(), "nobody leaves twice");
}

#[test]
fn a_household_is_found_by_the_new_name_of_a_member_with_a_file_of_their_own() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    let hind = office.add("hind", json!({ "name": "هند ماجد فهد السبيعي" }), "").unwrap();
    let join = json!({ "party": id("noura"), "member": id("hind"), "relation": "member" });
    let file = office.call(&office.researcher, "beneficiaries.add_member", join).unwrap();
    assert_eq!(file["members"][0]["known_as"], json!([{ "kind": "file", "number": hind["file_no"] }]));
    let change = json!({ "party": id("hind"), "version": hind["record"]["number"], "facts": { "name": "هند ماجد فهد العتيبي" } });
    office.call(&office.researcher, "beneficiaries.change", change).unwrap();
    assert_eq!(office.names(json!({ "text": "العتيبي" })).len(), 2, "her own file, and that of the household");
}

#[test]
fn two_people_at_one_file_do_not_overwrite_each_other() {
    let office = Office::open();
    let file = office.add("noura", noura(), FIRST).unwrap();
    let change = |district: &str| {
        let mut facts = noura();
        facts["district"] = json!(district);
        json!({ "party": id("noura"), "version": file["record"]["number"], "facts": facts, "identity": { "expires_on": "2030-01-01" } })
    };
    office.supervise("beneficiaries.change", change("الصفراء")).unwrap();
    let late = office.call(&office.researcher, "beneficiaries.change", change("الإسكان"));
    assert!(matches!(late, Err(Failure::Conflict(_))));
}

#[test]
fn the_household_is_found_by_its_members_too() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    let son = json!({ "party": id("noura"), "member": id("salem"), "relation": "child", "name": "سالم فهد الدوسري", "born_on": "2011-01-01", "identity": { "number": SECOND } });
    let file = office.call(&office.researcher, "beneficiaries.add_member", son.clone()).unwrap();
    assert_eq!(
        (&file["members"][0]["relation"], &file["members"][0]["identity_masked"]),
        (&json!("child"), &json!("100*****08"))
    );
    assert_eq!(code(office.call(&office.researcher, "beneficiaries.add_member", son)), "parties.member_already");
    assert_eq!(office.names(json!({ "text": "سالم الدوسري" })), ["نورة عبدالله سالم القحطاني"]);
    let out = json!({ "party": id("noura"), "member": id("salem"), "reason": "تزوج" });
    let file = office.call(&office.researcher, "beneficiaries.remove_member", out).unwrap();
    assert_eq!(file["members"], json!([]));
    assert!(office.names(json!({ "text": "سالم الدوسري" })).is_empty());
}

#[test]
fn a_member_of_the_household_is_corrected_and_nobody_overwrites_another() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    let son = json!({ "party": id("noura"), "member": id("salem"), "relation": "child", "name": "سالم فهد الدوسري", "identity": { "number": SECOND, "expires_on": "2031-01-01" } });
    let file = office.call(&office.researcher, "beneficiaries.add_member", son).unwrap();
    let version = file["members"][0]["record"]["number"].clone();
    let correct = |name: &str, relation: &str, version: &Value| {
        let input = json!({ "party": id("noura"), "member": id("salem"), "version": version, "relation": relation,
            "name": name, "sex": "male", "born_on": "2011-01-01", "note": "يسكن معها" });
        office.call(&office.researcher, "beneficiaries.change_member", input)
    };
    let file = correct("سالم فهد سعد الدوسري", "sibling", &version).unwrap();
    let member = &file["members"][0];
    assert_eq!(
        (&member["name"], &member["relation"], &member["born_on"], &member["note"], &member["identity_masked"]),
        (
            &json!("سالم فهد سعد الدوسري"),
            &json!("sibling"),
            &json!("2011-01-01"),
            &json!("يسكن معها"),
            &json!("100*****08")
        )
    );
    assert_eq!(office.names(json!({ "text": "سعد الدوسري" })), ["نورة عبدالله سالم القحطاني"]);
    assert!(matches!(correct("غيره", "child", &version), Err(Failure::Conflict(_))));
    assert_eq!(code(correct("", "child", &member["record"]["number"])), "parties.name_missing");

    // Who has a file of their own is corrected there; what they are to the household is said here.
    office.add("hind", json!({ "name": "هند ماجد فهد السبيعي" }), "").unwrap();
    let join = json!({ "party": id("noura"), "member": id("hind"), "relation": "member" });
    let file = office.call(&office.researcher, "beneficiaries.add_member", join).unwrap();
    let hind = file["members"].as_array().unwrap().iter().find(|one| one["party"] == json!(id("hind"))).unwrap();
    let mut input = json!({ "party": id("noura"), "member": id("hind"), "version": hind["record"]["number"],
        "relation": "guardian", "name": "هند السبيعي" });
    assert_eq!(
        code(office.call(&office.researcher, "beneficiaries.change_member", input.clone())),
        "parties.member_known"
    );
    input["name"] = hind["name"].clone();
    let file = office.call(&office.researcher, "beneficiaries.change_member", input).unwrap();
    assert!(file["members"].as_array().unwrap().iter().any(|one| one["relation"] == "guardian"));
}

#[test]
fn documents_are_believed_by_their_bytes_and_cards_need_a_legal_ground() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    let attach =
        |key: &str, kind: &str, bytes: &[u8]| office.attach(&office.researcher, ("file", "noura"), (key, kind), bytes);
    let rules = office.call(&office.researcher, "documents.rules", json!({})).unwrap();
    assert_eq!(rules["identity_scans"], false, "off until a ground is stated");
    assert_eq!(code(attach("p", "income", b"MZ program")), "documents.kind");
    assert_eq!(code(attach("i", "identity", b"%PDF-1.7")), "documents.identity_scans_off");
    let allow = json!({ "allowed": true, "legal_ground": "قرار مجلس الإدارة 12" });
    office.call(&office.story.caller, "documents.allow_identity_scans", allow).unwrap();
    attach("i", "identity", b"%PDF-1.7").unwrap();

    let open = json!({ "id": id("i") });
    let opened = office.call(&office.finance, "documents.open", open.clone()).unwrap();
    assert_eq!(sharaka_tests::fetched(&office.story.office, &office.finance, &opened), b"%PDF-1.7");
    let out = json!({ "id": id("i"), "reason": "انتهى الغرض" });
    office.call(&office.researcher, "documents.remove", out).unwrap();
    assert_eq!(code(office.call(&office.finance, "documents.open", open)), "documents.removed");
}

#[test]
fn a_consent_keeps_its_text_and_edition_and_can_be_withdrawn() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    let given = json!({ "party": id("noura"), "purpose": "keep", "form": "signed", "given_on": "2026-11-20" });
    let file = office.call(&office.researcher, "beneficiaries.consent", given).unwrap();
    assert_eq!(file["consents"][0]["text_version"], "1");
    assert!(!file["consents"][0]["text"].as_str().unwrap().is_empty());
    let late = json!({ "party": id("noura"), "number": 1, "on": "2026-11-22" });
    assert_eq!(code(office.call(&office.researcher, "beneficiaries.withdraw_consent", late)), "parties.consent_later");
    let today = json!({ "party": id("noura"), "number": 1, "on": "2026-11-21" });
    let file = office.call(&office.researcher, "beneficiaries.withdraw_consent", today).unwrap();
    assert_eq!(file["consents"][0]["withdrawn_on"], "2026-11-21");
}

#[test]
fn what_is_due_waits_on_the_task_list() {
    let office = Office::open();
    let mut facts = noura();
    facts["next_review_on"] = json!("2026-11-20");
    let input =
        json!({ "party": id("noura"), "facts": facts, "identity": { "number": FIRST, "expires_on": "2026-11-20" } });
    office.call(&office.researcher, "beneficiaries.add", input).unwrap();
    let tasks = office.supervise("tasks.mine", json!({})).unwrap();
    let kinds: Vec<_> = tasks["tasks"].as_array().unwrap().iter().map(|task| task["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"identity_expired") && kinds.contains(&"review_overdue"), "{kinds:?}");
    let own = office.call(&office.researcher, "tasks.mine", json!({})).unwrap();
    assert!(!own.to_string().contains("identity_expired"), "another's file is not my task");
}

#[test]
fn the_whole_file_goes_on_paper() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    office
        .call(&office.researcher, "beneficiaries.note", json!({ "party": id("noura"), "text": "زيارة أولى" }))
        .unwrap();
    let paper = office.supervise("beneficiaries.print_file", json!({ "party": id("noura") })).unwrap();
    assert_eq!(paper["name"], "file-م-1001.pdf");
    assert!(!paper["pages"].as_array().unwrap().is_empty());
    let pdf = sharaka_tests::fetched(&office.story.office, &office.supervisor, &paper);
    assert!(pdf.starts_with(b"%PDF-"), "a PDF");

    // The same PDF handed over as a document shows as many pages.
    office.attach(&office.researcher, ("file", "noura"), ("scan", "other"), &pdf).unwrap();
    let opened = office.call(&office.researcher, "documents.open", json!({ "id": id("scan") })).unwrap();
    assert_eq!(opened["pages"].as_array().unwrap().len(), paper["pages"].as_array().unwrap().len());
}

/// A note costs what the note is: the page of the file, which grows with every note, is neither made nor kept for it.
#[test]
fn a_note_writes_what_it_says_and_no_page() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    let note = |number: usize| {
        let text = format!("زيارة رقم {number}: المشروع يسير كما خُطّط له، والسداد منتظم.");
        let (request, input) = (Some(office.story.request_id()), json!({ "party": id("noura"), "text": text }));
        office.story.office.call_once(&office.researcher, request, "beneficiaries.note", input).unwrap().value
    };
    (1..=20).for_each(|number| drop(note(number)));
    let begun = database::Effort::so_far();
    let answer = note(21);
    let effort = database::Effort::so_far().since(begun);
    assert_eq!(answer, json!({}), "who writes a note reads nothing of the answer");
    assert!(effort.written < 1_000, "the note, its line in the trail, the request: {effort:?}");
    // Two of them for how the file stands, which its line tells.
    assert!(effort.statements <= 14, "{effort:?}");
}
