//! Registers of requests and of the social research as offices keep them: Hijri days and Arabic digits, cells merged over
//! several rows, words nobody knows, numbers twice, sums of a year, facts nobody wrote down.

#![allow(clippy::unwrap_used, reason = "a test may stop where a file is not as it should be")]

mod made;

use intake::{
    Answer, Applicant, Decision, KnownAssessment, KnownColleague, KnownDepartment, KnownRequest, KnownService, Subject,
    TableKind,
};
use made::{Office, identity, sheet};
use sheets::Sheet;

const REQUESTS: TableKind = TableKind::Requests;
const ASSESSMENTS: TableKind = TableKind::Assessments;

/// Five people, three colleagues of whom one has left, two departments and a service.
fn office(sheets: Vec<Sheet>) -> Office {
    let mut office = made::office(Subject::CaseRegisters, sheets);
    let colleague =
        |(key, name, active): (&str, &str, bool)| KnownColleague { key: key.to_owned(), name: name.to_owned(), active };
    office.known.follow_up.staff =
        [("s1", "منى سعد الحربي", true), ("s2", "عبدالله القحطاني", true), ("s3", "سارة العنزي", false)]
            .map(colleague)
            .to_vec();
    let cases = &mut office.known.cases;
    let department = |key: &str, name: &str| KnownDepartment { key: key.to_owned(), name: name.to_owned() };
    cases.departments = vec![department("d1", "البحث الاجتماعي"), department("d2", "المالية")];
    cases.services = vec![KnownService { key: "v1".to_owned(), name: "سداد إيجار".to_owned() }];
    office
}

/// Some values of each row, after «ready», «ask» or «refused»: that a cell was mended is told elsewhere.
fn values(office: &Office, table: TableKind, fields: &[&str]) -> Vec<String> {
    let said = office.values(table, fields).into_iter();
    said.map(|row| row.replacen("clean ", "ready ", 1).replacen("normalised ", "ready ", 1)).collect()
}

/// Why each row is refused: its number, field and reason.
fn reasons(office: &Office, table: TableKind) -> Vec<String> {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let rows = office.rows(table);
    rows.iter()
        .flat_map(|row| {
            let all = row["reasons"].as_array().cloned().unwrap_or_default();
            let at = row["row"].to_string();
            all.into_iter().map(move |one| format!("{at} {} {}", text(&one["field"]), text(&one["reason"])))
        })
        .collect()
}

fn warnings(office: &Office, table: TableKind, row: usize) -> Vec<String> {
    let rows = office.rows(table);
    let found = rows.iter().find(|one| one["row"] == row).unwrap();
    let warnings = found["warnings"].as_array().cloned().unwrap_or_default();
    warnings.iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

fn questions(office: &Office, table: TableKind) -> Vec<String> {
    office.questions(table).into_iter().collect()
}

/// Answers what is asked about one word of a column.
fn answer(office: &mut Office, table: TableKind, ask: &str, field: &str, value: &str, used: &str) {
    let mut one = Answer::of(table, None, ask, Decision::Use(used.to_owned()));
    one.field = Some(field.to_owned());
    one.value = (!value.is_empty()).then(|| value.to_owned());
    office.draft.answer(one);
}

#[test]
fn a_register_of_requests_is_read_as_it_is_meant() {
    let mut requests = sheet(
        "سجل الطلبات",
        &[
            "جمعية البر – سجل الطلبات||||||||||||||",
            "رقم الطلب|رقم الهوية|اسم مقدم الطلب|الجوال|نوع الطلب|طريقة الورود|موضوع الطلب|الخدمة|القسم|تاريخ الورود|الباحث|حالة الطلب|القرار|تاريخ القرار|صاحب القرار|تاريخ الإغلاق",
            "ط/١|#1|نورة||خدمة|حضوري|سداد إيجار الشهر|سداد إيجار|البحث الاجتماعي|1447/05/21هـ|أ. منى سعد الحربي|مغلق|موافق|١٤٤٧/٠٦/٠١|عبدالله القحطاني|1447/06/10",
            "ط/2|#2|سعد||خدمة|هاتف|إيجار متأخر|سداد إيجار|المالية|2026/09/01|منى سعد الحربي|قيد الدراسة||||",
            "ط/3||غادة محمد|*30|استفسار|واتساب|مواعيد الدوام||خدمة الجمهور|2026/09/03||جديد||||",
            "ط/4||مجهول||شكوى|الموقع|تأخر الرد على الاتصال|||2026/08/01||مغلق|||مدير سابق|2026/08/20",
            "ط/5|#9|هند علي|*31|شكوى|خطاب|سوء تعامل|||2026/08/02|منى سعد الحربي|للقرار|موافقة|||",
            "ط/6|#1|نورة||تظلم|حضوري|تظلم من الرفض|||1448/05/01|منى سعد الحربي|صدر القرار|||عبدالله القحطاني|",
            "ط-2|#3|فهد||خدمة|زيارة|مكيف|||2026/09/05||جديد||||",
            "ط/8|#3|فهد||إحالة|حضوري|مستشفى||البحث الاجتماعي|2026/09/06||قيد التنفيذ||||",
            "ط/9|#4|ريم||خدمة|حضوري|ثلاجة|||2026/10/01|عبدالله القحطاني|مغلق|رفض|2026/09/01|عبدالله القحطاني|2026/09/20",
            "ط/10|#5|ماجد||خدمه|حضوري|غسالة|||2026/12/01||جديد||||",
            "ط/11|#5|ماجد||معونة شتاء|حضوري|بطانيات|||2025/12/01|||صرف|||2025/12/20",
            "المجموع|11||||||||||||||",
        ],
    );
    // One cell over two rows, as a register merges its researcher.
    requests.merged_into.insert((3, 10));
    let mut office = office(vec![requests]);
    assert_eq!(
        office.found(),
        [
            "سجل الطلبات requests: channel=F closed_on=P decided_by=O decided_on=N department=I kind=E mobile=D outcome=M \
             person=B person_name=C received=J request_no=A researcher=K service=H state=L subject=G"
        ]
    );
    let rows =
        values(&office, REQUESTS, &["kind", "state", "received", "decided_on", "decided_by", "closed_on", "service"]);
    assert_eq!(rows[0], "ready service closed 2025-11-12 2025-11-22 s2 2025-12-01 null");
    assert_eq!(rows[1], "ready service assessment 2026-09-01 null null null v1");
    assert!(rows[2].starts_with("ask inquiry new 2026-09-03"), "{}", rows[2]);
    let first = office.judged().tables.requests.unwrap();
    let of = |row: usize| first.rows[row].values.clone().unwrap();
    assert_eq!(of(0).subject, "سداد إيجار الشهر", "its words stand in the subject already");
    assert!(of(0).is_decided && of(0).outcome.as_deref() == Some("approved"));
    assert_eq!((of(1).applicant, of(1).department), (Applicant::Known("k2".into()), Some("d2".into())));
    assert_eq!(first.rows[1].changed.iter().filter(|one| one.how == "merged_cell").count(), 1);
    let Applicant::Named { name, .. } = of(2).applicant else { panic!("nobody of that name has a file") };
    assert_eq!(name, "غادة محمد");
    assert_eq!(of(3).applicant, Applicant::Anonymous);
    assert_eq!(warnings(&office, REQUESTS, 7), ["applicant_not_on_file", "decision_not_kept"]);
    assert_eq!(
        reasons(&office, REQUESTS),
        [
            "8 parent_no parent_missing",
            "9 request_no duplicate_request",
            "10 state open_elsewhere",
            "11 decided_on decided_too_early",
            "11 closed_on closed_too_early",
            "11 decided_by decided_by_researcher",
            "12 received date_in_future",
        ]
    );
    assert_eq!(
        questions(&office, REQUESTS),
        [
            "unknown_person decided_by مدير سابق",
            "unknown_word department خدمة الجمهور",
            "unknown_word kind معونة شتاء",
            "unknown_word outcome صرف",
        ]
    );
    answer(&mut office, REQUESTS, "unknown_person", "decided_by", "مدير سابق", "none");
    answer(&mut office, REQUESTS, "unknown_word", "department", "خدمة الجمهور", "");
    answer(&mut office, REQUESTS, "unknown_word", "kind", "معونة شتاء", "service");
    answer(&mut office, REQUESTS, "unknown_word", "outcome", "صرف", "approved");
    assert_eq!(questions(&office, REQUESTS), Vec::<String>::new());
    let judged = office.judged().tables.requests.unwrap();
    let of = |row: usize| judged.rows[row].values.clone().unwrap();
    assert_eq!((of(3).decided_by, of(3).decided_by_name), (None, Some("مدير سابق".into())));
    assert!(!of(3).is_decided, "without an outcome nothing was decided");
    let last = of(10);
    assert_eq!((last.state.as_str(), last.outcome.as_deref(), last.is_decided), ("closed", Some("approved"), false));
    assert_eq!(last.decided_on, None, "a decision without a day has none");
}

#[test]
fn an_open_decision_that_says_too_little_waits_for_another() {
    let office = office(vec![sheet(
        "الطلبات",
        &[
            "رقم الطلب|رقم الهوية|نوع الطلب|موضوع الطلب|تاريخ الطلب|الباحث|الحالة|القرار|تاريخ القرار|صاحب القرار|الطلب المتظلم منه|سري",
            "1|#1|خدمة|إيجار|2026/08/01|منى سعد الحربي|صدر القرار|موافق|2026/08/09|عبدالله القحطاني||",
            "2|#2|خدمة|إيجار|2026/08/01|منى سعد الحربي|صدر القرار|موافق||عبدالله القحطاني||",
            "3|#3|خدمة|إيجار|2026/08/01|منى سعد الحربي|قيد التنفيذ|موافق|2026/08/09|||",
            "4|#4|نزاع|خلاف جيران|2026/08/01|منى سعد الحربي|قيد التنفيذ|صلح|2026/08/09|سارة العنزي||نعم",
            "5|#5|استفسار|دوام|2026/08/01||قيد المعالجة|||||",
            "6|#1|تظلم|من الأول|2026/08/20|عبدالله القحطاني|قيد الدراسة||||1|",
            "7|#1|تظلم|من غير موجود|2026/08/20|عبدالله القحطاني|قيد الدراسة||||99|",
            "8|#1|تظلم|من تظلم متروك|2026/08/20|عبدالله القحطاني|قيد الدراسة||||7|",
            "9||خدمة|لمن لا ملف له|2026/08/20||جديد|||||",
            "10|#2|خدمة|سر|2026/08/20||جديد|||||نعم",
            "11|#3|خدمة|درسها من ترك|2026/08/20|سارة العنزي|قيد الدراسة|||||",
            "12|#3|خدمة|بلا حالة|2026/08/20|||||||",
        ],
    )]);
    let rows = values(&office, REQUESTS, &["state", "is_decided", "restricted"]);
    assert_eq!(
        rows[..6],
        [
            "ready decided true false",
            "ready for_decision false false",
            "ready for_decision false false",
            "ready executing true true",
            "ready new false false",
            "ready assessment false false",
        ]
    );
    assert_eq!(warnings(&office, REQUESTS, 3), ["decision_incomplete"]);
    assert_eq!(warnings(&office, REQUESTS, 6), ["state_mapped"]);
    assert_eq!(
        reasons(&office, REQUESTS),
        [
            "8 parent_no parent_unknown",
            "9 parent_no parent_unknown",
            "10 person_name applicant_missing",
            "11 restricted restricted_service",
        ]
    );
    assert_eq!(questions(&office, REQUESTS), ["unknown_person researcher سارة العنزي", "unknown_word state —"]);
}

#[test]
fn a_register_of_studies_says_what_it_knows_and_nothing_more() {
    let head = "رقم الهوية|اسم رب الأسرة|تاريخ البحث|نوع البحث|الباحثة|عدد أفراد الأسرة|عدد المعالين|أرملة|عدد الأيتام|ذوو الإعاقة|كبار السن|الضمان الاجتماعي|الراتب|إجمالي الدخل|الإيجار السنوي|ملكية السكن|عدد الغرف|عيوب السكن|حالة العمل|الفئة|الدرجة|راجعه|الديون";
    let office = office(vec![sheet(
        "البحوث",
        &[
            head,
            "#1|نورة|1446/05/01هـ|أولي|منى سعد الحربي|٥|٣|نعم|3|لا يوجد|0|2140 شهريًا|||١٨٠٠٠|إيجار|2|المطبخ، السقف والكهرباء|بلا عمل|أ|٧٢ من 100|عبدالله القحطاني|40000",
            "#1|نورة|2026/03/01|دوري|منى سعد الحربي|5|3|نعم|3|0|0|2140||2140|18000|إيجار|2|سليم|بلا عمل|ب|60||",
            "#2|سعد|2025/01/01|دوري|منى سعد الحربي|4|2|لا|0|0|1|||24000 سنويا|لا يوجد|ملك|3|لا يوجد|يعمل|ج||سارة العنزي|",
            "#2|سعد|2026/01/01|دوري|منى سعد الحربي|4|2|لا|0|0|1|||3000||ملك||لا يوجد|يعمل|ج||سارة العنزي|",
            "#3|هند|2024/01/01|دوري|منى سعد الحربي|4|2|لا|0|0|1|||3000|-|ملك|3|-|يعمل|ج||سارة العنزي|",
            "#3|هند|2025/01/01|دوري|منى سعد الحربي|4|2|لا|0|0|1|||3000|0|ملك|3|سليم|يعمل|ج|||",
            "#3|هند|2026/01/01|دوري|منى سعد الحربي|2|5|لا|0|0|1|||3000|0|ملك|3|سليم|يعمل|ج|||",
            "#4|ريم|2026/01/01||منى سعد الحربي|4|2|لا|0|0|1|||3000|0|ملك|3|الواجهة|يعمل|||منى سعد الحربي|",
            "#4|ريم|2026/01/01||منى سعد الحربي|4|2|لا|0|0|1|||3000|0|ملك|3|سليم|يعمل||||",
            "#9|من|2026/01/01||منى سعد الحربي|4|2|لا|0|0|1|||3000|0|ملك|3|سليم|يعمل||||",
        ],
    )]);
    assert_eq!(
        office.found(),
        [
            "البحوث assessments: assessed_on=C dependants=G disabled=J earning=S elderly=K family_size=F income_salary=M \
             income_security=L income_total=N kind=D office_class=T office_score=U orphans=I person=A person_name=B \
             rent=O researcher=E reviewer=V rooms=Q tenure=P unsound=R widow=H"
        ]
    );
    assert_eq!(office.left_out(0), ["الديون"], "a debt as a whole is no sum of a month");
    let judged = office.judged().tables.assessments.unwrap();
    let of = |row: usize| judged.rows[row].values.clone().unwrap();
    let first = of(0);
    assert_eq!((first.family_size, first.widow, first.disabled), (Some(5), Some(true), Some(0)));
    assert_eq!(
        (first.income_security, first.rent),
        (Some(214_000.into()), Some(150_000.into())),
        "a year is twelve months"
    );
    assert_eq!(first.unsound.as_deref(), Some(&["kitchen".to_owned(), "roof".to_owned(), "wiring".to_owned()][..]));
    assert_eq!((first.class.as_deref(), first.score.as_deref()), (Some("class_a"), Some("٧٢ من 100")));
    assert_eq!((first.state.as_str(), first.reviewer.as_deref()), ("reviewed", Some("s2")));
    assert!(judged.rows[0].changed.iter().any(|one| one.field == "rent" && one.how == "per_year"));
    let second = of(1);
    assert_eq!((second.state.as_str(), second.income_other, second.unsound), ("completed", None, Some(vec![])));
    assert_eq!(warnings(&office, ASSESSMENTS, 3), ["waits_for_review"]);
    let third = of(2);
    assert_eq!((third.income_other, third.rent), (Some(200_000.into()), Some(0.into())), "«لا يوجد» is none of it");
    assert_eq!(third.reviewer.as_deref(), Some("s3"), "who left reviewed it then");
    let fourth = of(3);
    assert_eq!((fourth.state.as_str(), fourth.missing()), ("draft", vec!["rent", "rooms"]));
    assert_eq!(warnings(&office, ASSESSMENTS, 5), ["income_whole", "review_not_kept"]);
    assert_eq!(of(4).unsound, None, "a dash says nothing");
    assert_eq!(
        reasons(&office, ASSESSMENTS),
        [
            "6 rent fact_missing",
            "6 unsound fact_missing",
            "8 dependants dependants_too_many",
            "9 reviewer reviewed_by_researcher",
            "11 person unknown_beneficiary",
        ]
    );
    assert_eq!(of(5).state, "completed", "the newest that stands");
    assert_eq!(questions(&office, ASSESSMENTS), ["unknown_word unsound الواجهة"]);
}

#[test]
fn what_the_office_holds_is_a_repeat() {
    let rows = [
        "رقم الطلب|رقم الهوية|اسم مقدم الطلب|نوع الطلب|موضوع الطلب|تاريخ الطلب|حالة الطلب|الخدمة",
        "ط/1|#1||خدمة|إيجار|2026/08/01|جديد|سداد إيجار",
        "ط/2||غادة|استفسار|الدوام|2026/08/01|مغلق|",
        "ط/3|#2||خدمة|إيجار|2026/08/01|جديد|سداد إيجار",
    ];
    let studies = [
        "رقم الهوية|تاريخ البحث|الباحث|عدد المعالين|عدد الأيتام|عدد الغرف|الفئة|راجعه",
        "#1|2025/05/05|منى سعد الحربي|1|0|2|أ|",
        "#2|2026/05/05|منى سعد الحربي|1|0|2|أ|",
        "#3|2025/05/05|منى سعد الحربي|1|0|2|أ|",
    ];
    let mut office = office(vec![sheet("الطلبات", &rows), sheet("البحوث", &studies)]);
    assert!(reasons(&office, REQUESTS).is_empty() && reasons(&office, ASSESSMENTS).is_empty());
    let request = |register_no: &str, applicant: &str, kind: &str, subject: &str, open_service: &str| KnownRequest {
        request_no: "ط-1448-00001".to_owned(),
        register_no: register_no.to_owned(),
        applicant: applicant.to_owned(),
        kind: kind.to_owned(),
        subject: subject.to_owned(),
        received: "2026-08-01".parse().unwrap(),
        open_service: open_service.to_owned(),
    };
    office.known.cases.requests = vec![
        request("ط-1", "k1", "service", "آخر", ""),
        request("", "غاده", "inquiry", "الدوامّ", ""),
        request("", "k2", "service", "غير هذا", "v1"),
    ];
    let held = |person: &str, day: &str, state: &str| KnownAssessment {
        person: person.to_owned(),
        assessed_on: day.parse().unwrap(),
        state: state.to_owned(),
    };
    office.known.cases.assessments = vec![
        held("k1", "2025-05-05", "reviewed"),
        held("k2", "2026-06-01", "draft"),
        held("k3", "2026-01-01", "reviewed"),
    ];
    assert_eq!(
        reasons(&office, REQUESTS),
        ["2 request_no request_exists", "3 subject request_exists", "4 service service_asked"]
    );
    assert_eq!(
        reasons(&office, ASSESSMENTS),
        ["2 assessed_on assessment_exists", "3 assessed_on assessment_open", "4 reviewer reviewer_missing"]
    );
    assert!(identity(1).starts_with('1'));
}
