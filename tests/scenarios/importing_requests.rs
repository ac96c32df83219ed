//! Registers of requests and of the social research come in: what ended as history, what is open where it may go on, nothing
//! decided by whoever brings it in, never twice, and gone again by two people.

use crate::importing_office::Desk;
use office::Caller;
use serde_json::{Value, json};
use sheets::{Column, ColumnKind, Table, Value as Cell};
use std::collections::BTreeSet;

/// A number that passes its check.
fn identity(number: u32) -> String {
    let valid = |check: u32| Some(format!("10{number:07}{check}"));
    (0..10).filter_map(valid).find(|one| kernel::saudi::NationalId::parse(one).is_ok()).unwrap()
}

/// An office with five people on file, and a committee.
fn caring() -> (Desk, Caller) {
    let desk = Desk::new();
    let names = ["نورة العتيبي", "سالم الحربي", "هند المطيري", "فهد العنزي", "ريم الدوسري"];
    let mut lines = vec!["الاسم,رقم الهوية".to_owned()];
    lines.extend((1..).zip(names).map(|(number, name)| format!("{name},{}", identity(number))));
    desk.open_csv("supervisor", "beneficiaries", &lines.iter().map(String::as_str).collect::<Vec<_>>());
    desk.save("supervisor");
    let (_, committee) = desk.story.with("لجنة", "committee", "committee");
    (desk, committee)
}

/// `#3` is the number of the third person.
fn table(title: &str, lines: &[&str]) -> Table {
    let cell = |text: &str| match text.strip_prefix('#').and_then(|rest| rest.parse().ok()) {
        Some(number) => Cell::Text(identity(number)),
        None => Cell::Text(text.to_owned()),
    };
    Table {
        title: title.to_owned(),
        columns: lines[0].split('|').map(|head| Column { title: head.to_owned(), kind: ColumnKind::Text }).collect(),
        rows: lines[1..].iter().map(|line| line.split('|').map(cell).collect()).collect(),
    }
}

const REQUESTS: [&str; 19] = [
    "رقم الطلب|رقم الهوية|اسم مقدم الطلب|الجوال|نوع الطلب|طريقة الورود|موضوع الطلب|تاريخ الورود|الباحث|حالة الطلب|القرار|سبب القرار|تاريخ القرار|صاحب القرار|تاريخ التنفيذ|تاريخ الإغلاق|رقم الطلب المتظلم منه|سري|الرد",
    "ط/1|#1|نورة||خدمة|حضوري|سداد إيجار|1446/09/01هـ|researcher|مغلق|موافقة||2025/03/10|لجنة|2025/03/12|2025/03/20|||",
    "ط/2|#2|سالم||خدمة|هاتف|مكيف|2025/04/01|researcher|مغلق|رفض|فوق حد الدخل|||||||",
    "ط/3|#3|هند||شكوى|خطاب|تأخر الرد|2025/05/01|researcher|مغلق|صحيحة|||المدير السابق||2025/05/20|||",
    "ط/4|#2|سالم||خدمة|هاتف|ثلاجة|2026/09/01|researcher|قيد الدراسة|||||||||",
    "ط/5||مجهول||شكوى|الموقع|سوء معاملة|2026/09/02|researcher|للقرار||||||||نعم|",
    "ط/6|#3|هند||خدمة|حضوري|غسالة|2026/08/01|researcher|صدر القرار|موافقة|مستحقة|2026/08/20|لجنة|||||",
    "ط/7|#4|فهد||خدمة|حضوري|فرن|2026/08/01|researcher|صدر القرار|موافقة||2026/08/21|supervisor|||||",
    "ط/8|#77|غادة سعد|0501234567|استفسار|واتساب|مواعيد الدوام|2026/10/20||جديد|||||||||",
    "ط/9|#1|نورة||تظلم|حضوري|تظلم من مبلغ الإيجار|2026/10/01|supervisor|قيد الدراسة|||||||ط-1||",
    "ط/10|#1|نورة||تظلم|حضوري|تظلم آخر|2026/10/02|researcher|قيد الدراسة|||||||ط/1||",
    "ط/1|#5|ريم||خدمة|حضوري|مكرر|2026/10/02||جديد|||||||||",
    "ط/12|#5|ريم||إحالة|حضوري|مستشفى|2026/10/02||قيد التنفيذ|||||||||",
    "ط/13|#5|ريم||خدمة|حضوري|سحبته|2026/01/02||مسحوب||||||2026/01/09|||",
    "ط/14|#5|ريم||معونة شتاء|حضوري|بطانيات|2025/12/01||مغلق||||||2025/12/20|||",
    "ط/15|#5|ريم||خدمة|حضوري|ناقصة الأوراق|2026/10/05|researcher|بانتظار المستندات|||||||||",
    "ط/16||ماجد علي||تطوع|الموقع|تطوع في المخزن|2026/02/01||مغلق||||||2026/02/05|||دُعي إلى اللقاء",
    "ط/17|#4|فهد||تحديث بيانات|حضوري|تغيير الجوال|2026/03/01|researcher|مغلق|موافقة||2026/03/03|لجنة|2026/03/04|2026/03/04|||",
    "ط/18|#4|فهد||خدمة|حضوري|غدًا|2027/03/01||جديد|||||||||",
];

const STUDIES: [&str; 13] = [
    "رقم الهوية|تاريخ البحث|نوع البحث|الباحث|عدد أفراد الأسرة|عدد المعالين|أرملة|عدد الأيتام|ذوو الإعاقة|كبار السن|الضمان الاجتماعي|الإيجار|ملكية السكن|عدد الغرف|عيوب السكن|حالة العمل|الفئة|الدرجة|التوصية|راجعه",
    "#1|1446/03/01هـ|أولي|researcher|٦|٤|نعم|4|0|0|2140|18000 سنويا|إيجار|2|السقف|بلا عمل|أ|٧٢|دعم الإيجار|لجنة",
    "#1|2025/09/01|دوري|researcher|6|4|نعم|4|0|0|2140|1500|إيجار|3|سليم|يعمل|د|30||لجنة",
    "#1|2026/09/01|دوري|researcher|6|4|نعم|4|0|0|2140|1500|إيجار|3|سليم|يعمل|ب|||",
    "#2|2024/06/01|أولي|researcher|4|2|لا|0|0|1|3000|0|ملك|3|سليم|يعمل|ج|||supervisor",
    "#2|2026/06/01|دوري|researcher|4|2|لا|0|0|1|3000|0|ملك||سليم|يعمل|ج|||supervisor",
    "#3|2024/06/01|أولي|researcher|4|2|لا|0|0|1|3000|0|ملك|3|سليم|يعمل|ج|||",
    "#3|2025/06/01|دوري|researcher|4|2|لا|0|0|1|3000|0|ملك|3|سليم|يعمل||||supervisor",
    "#4|2026/01/01|أولي|researcher|9|7|نعم|5|1|0|1000|1000|إيجار|2|المطبخ والسقف|غير قادر|ج|||لجنة",
    "#4|2026/01/01|أولي|researcher|9|7|نعم|5|1|0|1000|1000|إيجار|2|المطبخ|غير قادر|ج|||لجنة",
    "#5|2026/02/01|أولي|researcher|3|1|لا|0|0|0|2000|0|وقف|2|سليم|حرفي|ب|||لجنة",
    "#88|2026/02/01|أولي|researcher|3|1|لا|0|0|0|2000|0|وقف|2|سليم|يعمل|ب|||لجنة",
    "#5|2023/02/01||researcher|3|1|لا|0|0|0|2000|0|وقف|2|سليم|يعمل|||||",
];

fn register() -> Vec<u8> {
    sheets::write_xlsx_book(&[table("الطلبات", &REQUESTS), table("البحوث", &STUDIES)]).unwrap()
}

fn open(desk: &Desk, who: &str) -> Value {
    desk.told(who, "importing.open", desk.handed("case_registers", "سجلات.xlsx", &register()))
}

fn answer(desk: &Desk, table: &str, ask: &str, about: (&str, &str), used: &str) -> Value {
    let input = json!({ "table": table, "row": null, "ask": ask, "field": about.0, "value": about.1,
                        "decision": { "use": used } });
    desk.told("supervisor", "importing.answer", desk.with(input))
}

/// Opens both registers and answers all they ask.
fn answered(desk: &Desk) -> Value {
    open(desk, "supervisor");
    answer(desk, "requests", "unknown_word", ("kind", "معونة شتاء"), "service");
    answer(desk, "requests", "unknown_word", ("outcome", "صحيحة"), "upheld");
    answer(desk, "requests", "unknown_person", ("decided_by", "المدير السابق"), "none");
    answer(desk, "assessments", "unknown_word", ("earning", "حرفي"), "employed")
}

/// Tries the save, which takes out what the rules of the office do not take, and saves.
fn saved(desk: &Desk) -> Value {
    answered(desk);
    desk.told("supervisor", "importing.rehearse", desk.named());
    desk.save_alone("supervisor")
}

fn requests(desk: &Desk, who: &str) -> Vec<Value> {
    let page = desk.told(who, "requests.list", json!({ "ended": true, "limit": 500 }));
    page["lines"].as_array().unwrap().clone()
}

fn request(desk: &Desk, number: &str) -> Value {
    let page = desk.told("supervisor", "requests.list", json!({ "ended": true, "text": number, "limit": 500 }));
    let found = page["lines"].as_array().unwrap().iter().find_map(|line| {
        let sheet = desk.told("supervisor", "requests.open", json!({ "request": line["request"] }));
        (sheet["register"]["number"] == number).then_some(sheet)
    });
    found.unwrap_or_else(|| panic!("{number} is not found by its number: {page}"))
}

fn assessments(desk: &Desk) -> Vec<Value> {
    let page = desk.told("supervisor", "assessments.list", json!({ "limit": 500 }));
    page["lines"].as_array().unwrap().clone()
}

fn figure(desk: &Desk, name: &str) -> Value {
    let asked = json!({ "figure": name, "from": "2023-01-01", "until": "2026-11-01", "part": "", "limit": 500 });
    desk.told("supervisor", "dashboard.rows", asked)["total"].clone()
}

fn is_sound(desk: &Desk) {
    let sound = desk.told("administrator", "backups.verify_office", json!({}));
    assert_eq!(sound["sound"], true, "{sound}");
    assert_eq!(desk.told("administrator", "audit.verify", json!({}))["broken_at"], Value::Null);
}

fn changed(desk: &Desk) -> BTreeSet<String> {
    let page = desk.told("supervisor", "importing.run", desk.named());
    page["changed"].as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn both_registers_come_in_as_they_are_meant_and_only_once() {
    let (desk, committee) = caring();
    let handed = desk.handed("case_registers", "س.xlsx", &register());
    assert_eq!(desk.refused("finance", "importing.open", handed), "requests.keep");
    let preview = open(&desk, "supervisor");
    assert_eq!((&preview["not_found"], &preview["data_rows"]), (&json!([]), &json!(30)));
    let asked: BTreeSet<String> = preview["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {} {}", one["ask"].as_str().unwrap(), one["field"].as_str().unwrap(), one["open"]))
        .collect();
    let expected =
        ["unknown_person decided_by 1", "unknown_word earning 1", "unknown_word kind 1", "unknown_word outcome 1"];
    assert_eq!(asked.into_iter().collect::<Vec<_>>(), expected);
    let ready = answered(&desk);
    assert_eq!(ready["counts"]["ask"], 0, "{ready}");
    let reasons = |table: &str| desk.reasons("supervisor", table).into_keys().collect::<Vec<_>>();
    assert_eq!(reasons("requests"), ["date_in_future", "duplicate_request", "open_elsewhere"]);
    let studies = ["duplicate_assessment", "reviewer_missing", "unknown_beneficiary"];
    assert_eq!(reasons("assessments"), studies);
    assert_eq!(ready["other_class"], 4, "no file has a class yet: it is told, and none gets one");

    // What only saving can find out is told by the trial of it, and nothing is written.
    let tried = desk.told("supervisor", "importing.rehearse", desk.named());
    assert_eq!(tried["rehearsed"]["ready"], 21, "{tried}");
    assert!(requests(&desk, "supervisor").is_empty() && assessments(&desk).is_empty());
    let refused = desk.rows("supervisor", "requests", json!(["refused"]));
    let why: BTreeSet<&str> = refused
        .iter()
        .flat_map(|row| row["reasons"].as_array().unwrap())
        .filter_map(|reason| reason["detail"].as_str())
        .collect();
    let why = why.into_iter().collect::<Vec<_>>().join(" ");
    assert!(why.contains("requests.register_own_decision") && why.contains("requests.register_contested"), "{why}");

    let before = desk.told("researcher", "tasks.mine", json!({}))["tasks"].as_array().unwrap().len();
    let report = desk.save_alone("supervisor");
    let made = json!([{ "noun": "case_request", "count": 13 }, { "noun": "assessment", "count": 8 }]);
    assert_eq!((&report["made"], &report["waiting"]), (&made, &Value::Null));
    assert_eq!(desk.told("supervisor", "importing.save", desk.named()), report, "sent twice, it is the same save");

    // History: decided where the register says how, when and by whom; otherwise told beside it.
    let first = request(&desk, "ط/1");
    assert_eq!(first["line"]["state"], "closed");
    assert_eq!((&first["line"]["outcome"], &first["decided_by_name"]), (&json!("approved"), &json!("لجنة")));
    assert_eq!((&first["line"]["clock"], &first["line"]["due"]), (&Value::Null, &Value::Null), "it has no clock");
    let days: Vec<&str> =
        first["events"].as_array().unwrap().iter().rev().map(|one| one["day"].as_str().unwrap()).collect();
    assert_eq!(days, ["2025-03-01", "2025-03-10", "2025-03-20"], "its story stands on its own days");
    let second = request(&desk, "ط/2");
    assert_eq!((&second["line"]["outcome"], &second["register"]["outcome"]), (&Value::Null, &json!("rejected")));
    assert_eq!(second["reason"], "فوق حد الدخل");
    let third = request(&desk, "ط/3");
    assert_eq!(third["register"]["decided_by_name"], "المدير السابق");
    assert_eq!(request(&desk, "ط/16")["answer"], "دُعي إلى اللقاء");
    let eighth = request(&desk, "ط/8");
    assert_eq!((&eighth["line"]["party"], &eighth["line"]["name"]), (&Value::Null, &json!("غادة سعد")));
    assert!(!eighth["line"]["clock"].is_null(), "what is open has its term");

    // What is open goes on: studied by one, decided by another.
    let sixth = request(&desk, "ط/6");
    assert_eq!((&sixth["line"]["state"], &sixth["decided_on"]), (&json!("decided"), &json!("2026-08-20")));
    let fourth = request(&desk, "ط/4");
    let on = json!({ "id": fourth["line"]["request"], "version": fourth["line"]["version"], "to": "for_decision",
                     "reason": "", "answer": "", "asked_by_applicant": false });
    let code = desk.refused("researcher", "requests.advance", on);
    assert!(code.starts_with("flow."), "it goes on by the rules of every request: {code}");
    assert_eq!(request(&desk, "ط/15")["line"]["state"], "awaiting_applicant");

    // A restricted one stays so.
    assert!(requests(&desk, "supervisor").iter().any(|line| line["restricted"] == true));
    assert!(!requests(&desk, "finance").iter().any(|line| line["restricted"] == true));

    // No figure says what nobody knows: two decisions are whole; no term of before is judged.
    assert_eq!(figure(&desk, "requests.duration"), 3, "«ط/1», «ط/6» and «ط/17» have both their days");
    assert_eq!(figure(&desk, "requests.on_time"), 0);
    assert_eq!(figure(&desk, "requests.answered"), 1, "the open complaint has its term, the one of before has none");

    // The social research: its own score, the office's class by hand, one open at most; no file changes its class.
    let lines = assessments(&desk);
    let of = |day: &str| lines.iter().find(|line| line["done_on"] == day).unwrap_or_else(|| panic!("{day}: {lines:?}"));
    let newest = of("2025-09-01");
    assert_eq!((&newest["state"], &newest["newest"]), (&json!("reviewed"), &json!(true)));
    assert_eq!((&newest["manual_class"], &newest["manual_reason"]), (&json!("d"), &json!("من سجل سابق")));
    assert_eq!((&newest["final_class"], newest["score"].is_number()), (&json!("d"), true));
    assert_eq!(of("2026-09-01")["state"], "completed");
    assert_eq!(of("2026-06-01")["state"], "draft", "a fact is missing: no score is made");
    assert_eq!(of("2026-06-01")["score"], Value::Null);
    assert_eq!(
        of("2025-06-01")["final_class"],
        of("2025-06-01")["class"],
        "without a class of its own the rule's stands"
    );
    let first = of("2024-09-04");
    let sheet = desk.told("supervisor", "assessments.open", json!({ "assessment": first["assessment"] }));
    assert_eq!((&sheet["register_score"], &sheet["draft"]["facts"]["rent"]), (&json!("٧٢"), &json!(150_000)));
    assert_eq!(sheet["draft"]["facts"]["findings"], "التوصية: دعم الإيجار");
    let file = desk.told("supervisor", "assessments.of_file", json!({ "party": first["party"] }));
    assert_eq!(file["class"], "", "the import changes no class");
    let waiting = of("2026-09-01")["assessment"].clone();
    let sheet = desk.told("supervisor", "assessments.open", json!({ "assessment": waiting }));
    let version = sheet["record"]["number"].clone();
    let review = json!({ "assessment": waiting, "version": version, "note": "" });
    assert_eq!(desk.refused("supervisor", "assessments.review", review.clone()), "need.self_review");
    desk.story.office.call(&committee, "assessments.review", review).unwrap();
    let file = desk.told("supervisor", "assessments.of_file", json!({ "party": first["party"] }));
    assert_eq!(file["class"], "b", "its review here gives the file its class");

    // Nobody is asked to do anything about what ended.
    let tasks = desk.told("researcher", "tasks.mine", json!({}))["tasks"].clone();
    let told = tasks.to_string();
    assert!(!told.contains(second["line"]["request"].as_str().unwrap()), "{before} {told}");

    // No identity number has got into a text, nor into the trail.
    let trail = desk.told("administrator", "audit.list", json!({ "limit": 500 })).to_string();
    assert!(!trail.contains(&identity(77)) && !trail.contains(&identity(1)), "{trail}");

    let again = open(&desk, "supervisor");
    assert_eq!((&again["counts"]["clean"], &again["counts"]["normalised"]), (&json!(0), &json!(0)), "{again}");
    assert_eq!(again["can_save"], false);
    assert!(desk.reasons("supervisor", "requests")["request_exists"] >= 12);
    assert_eq!(desk.reasons("supervisor", "assessments")["assessment_exists"], 9);
    let file = desk.told("supervisor", "importing.refused", desk.named());
    assert!(!desk.fetched("supervisor", &file).is_empty(), "what stays out leaves as a sheet");
    is_sound(&desk);
}

#[test]
fn two_people_take_them_back_whole_and_they_may_come_again() {
    let (desk, _) = caring();
    let report = saved(&desk);
    assert_eq!(report["ready"], 21);
    assert_eq!(changed(&desk), BTreeSet::new());
    desk.told("supervisor", "importing.ask_back", desk.with(json!({ "reason": "سجل سنة أخرى" })));
    assert_eq!(desk.refused("supervisor", "importing.take_back", desk.named()), "importing.own_taking_back");
    desk.told("finance", "importing.take_back", desk.named());
    assert!(requests(&desk, "supervisor").is_empty() && assessments(&desk).is_empty());
    is_sound(&desk);
    assert_eq!(saved(&desk)["ready"], 21, "the corrected file finds the office as the first one did");
    is_sound(&desk);
}

#[test]
fn what_somebody_did_since_is_named_and_nothing_goes() {
    let (desk, _) = caring();
    let people = desk.named();
    saved(&desk);
    let eighth = request(&desk, "ط/8");
    let note = json!({ "id": eighth["line"]["request"], "version": eighth["line"]["version"], "note": "اتصلت بها" });
    desk.told("researcher", "requests.note", note);
    let letter = json!({ "id": desk.story.person_id().to_string(), "direction": "in", "day": "2026-11-01",
                         "other": "البلدية", "subject": "رد", "their_no": "",
                         "request": request(&desk, "ط/2")["line"]["request"] });
    desk.told("supervisor", "requests.register_letter", letter);
    let found = changed(&desk);
    assert!(found.contains("command.requests.note"), "{found:?}");
    assert!(
        found.contains("importing.rests.letter") || found.contains("command.requests.register_letter"),
        "{found:?}"
    );
    let back = desk.with(json!({ "reason": "سجل سنة أخرى" }));
    assert_eq!(desk.refused("supervisor", "importing.ask_back", back), "importing.changed_since");
    // The people beneath do not go from under what came in upon them.
    let page = desk.told("supervisor", "importing.run", people);
    let rests = page["changed"].as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap());
    assert!(rests.collect::<Vec<_>>().contains(&"importing.rests.kept_by_others"), "{page}");
}

#[test]
fn a_decision_is_not_born_of_nothing() {
    let (desk, _) = caring();
    saved(&desk);
    let sixth = request(&desk, "ط/6");
    // What the register decided is decided: nobody decides it once more, nor is its register changed.
    let again = json!({ "id": sixth["line"]["request"], "version": sixth["line"]["version"], "outcome": "rejected",
                        "reason": "غير ذلك", "amount": null, "exception": false });
    let code = desk.refused("supervisor", "requests.decide", again);
    assert!(code.starts_with("flow."), "{code}");
    let file = desk.told("supervisor", "requests.open", json!({ "request": sixth["line"]["request"] }));
    assert_eq!(file["line"]["outcome"], "approved");
}
