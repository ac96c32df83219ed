//! Three offices that kept guarantees, visits and commitments in tables of their own, each in its way: Hijri days, Arabic
//! digits, heads over several columns, English names, misspelled words, a sheet for each year.

#![allow(clippy::unwrap_used, reason = "a test may stop where a file is not as it should be")]

mod made;

use intake::{
    Decision, FollowedRecord, KnownColleague, KnownCommitment, KnownFollowedLoan, KnownGuarantee, KnownVisit, Subject,
    TableKind,
};
use made::{Office, identity, sheet};
use sheets::Sheet;

/// Five people, the loans 71 to 73 of the first three, of which 73 has ended, and three colleagues.
fn office(sheets: Vec<Sheet>) -> Office {
    let mut office = made::office(Subject::FollowUp, sheets);
    let known = &mut office.known.follow_up;
    known.loans = (1..4)
        .map(|number| KnownFollowedLoan {
            loan_no: format!("7{number}"),
            borrower: format!("k{number}"),
            borrower_identity: identity(number),
            ended: number == 3,
        })
        .collect();
    let colleague =
        |(key, name, active): (&str, &str, bool)| KnownColleague { key: key.to_owned(), name: name.to_owned(), active };
    known.staff = [("s1", "منى سعد الحربي", true), ("s2", "عبدالله القحطاني", true), ("s3", "سارة العنزي", false)]
        .map(colleague)
        .to_vec();
    office
}

/// Some values of each row, after «ready», «ask» or «refused»: that a cell was mended is told elsewhere.
fn values(office: &Office, table: TableKind, fields: &[&str]) -> Vec<String> {
    let said = office.values(table, fields).into_iter();
    said.map(|row| row.replacen("clean ", "ready ", 1).replacen("normalised ", "ready ", 1)).collect()
}

/// Why each row is refused: field and reason.
fn reasons(office: &Office, table: TableKind) -> Vec<String> {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let rows = office.rows(table);
    let of_row = |row: &serde_json::Value| row["reasons"].as_array().cloned().unwrap_or_default();
    rows.iter().flat_map(of_row).map(|one| format!("{} {}", text(&one["field"]), text(&one["reason"]))).collect()
}

fn warnings(office: &Office, table: TableKind, row: usize) -> Vec<String> {
    let rows = office.rows(table);
    let warnings = rows[row]["warnings"].as_array().cloned().unwrap_or_default();
    warnings.iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_first_office_keeps_three_sheets_of_one_workbook() {
    let guarantees = [
        "جمعية البر – كشف الكفلاء||||||||",
        "م|رقم القرض|اسم المقترض|نوع الضمان|اسم الكفيل|رقم هوية الكفيل|جوال الكفيل|راتب الكفيل|ساري حتى",
        "١|٧١|نورة|كفيل غارم|سالم  ناصر الحربي|#21|*21|٦٬٥٠٠ ريال|1449/05/01هـ",
        "2|72|سعد|ضمان اجتماعي|||||",
        "3|72|سعد|جهة عمل|شركة الأفق||||2025/01/01",
        "4|73|هند|كفيل|فهد علي|#23|||",
        "5|71|نورة|كفيل|سالم ناصر الحربي|#21|||",
        "6|71|نورة|كفيل|نورة|#1|||",
        "7|72|سعد|كفيل||#24|||",
        "8|72|سعد|كفيل|ماجد فهد||||",
        "9|79|من|كفيل|ماجد فهد|#25|||",
        "10|72|سعد|كفالة عائلية|ماجد فهد|#26|||",
        "المجموع|9|||||||",
    ];
    let visits = [
        "رقم القرض|تاريخ الزيارة|الباحثة|ما شوهد|حالة المشروع|القراءات|||الزيارة القادمة",
        "|||||المبيعات|الإنتاج|العملاء|",
        "71|1448/03/05هـ|أ. منى سعد الحربي|المحل مفتوح|سليم|٤٥٠٠|١٢٠ قطعة|لم تُقرأ|2026/12/15",
        "71|1448/04/10هـ|منى سعد الحربى|المحل مغلق، هوية أخيها 1098765439|متعثر|0|-|3|",
        "72|2026/05/02|منى|متوسط الحال|يحتاج متابعة|1200||2|2026/06/02",
        "72|2026/05/02|عبدالله القحطاني|مكرر|سليم||||",
        "72|2027/01/01|عبدالله القحطاني|لم يأت بعد|سليم||||",
        "71|1448/01/05|عبدالله القحطاني||متوقف||||",
    ];
    let commitments = [
        "رقم القرض|الطرف|الالتزام|تاريخ الاستحقاق|هل وفى|تاريخ الوفاء|سبب الإعفاء|المسؤول",
        "71|المستفيدة|فتح المحل كل يوم|2026/07/16|نعم|2026/07/12||",
        "71|الجمعية|توريد الفرن|2026/08/01|لا|||منى سعد الحربي",
        "72|المقترض|سداد الإيجار|2026/09/01|لم ينفذ|||",
        "72|المستفيد|دورة المحاسبة|2026/07/01|معفى||مرض|",
        "72|الجمعية|زيارة الممول|2026/07/01|نعم|||سارة العنزي",
        "72|الجمعية|تجديد العقد|2027/02/01|لا|||سارة العنزي",
        "72|المستفيد|دورة أخرى|2026/07/01|معفى|||",
        "72||بلا طرف|2026/07/01||||",
        "71|المستفيدة|فتح المحل كل يوم|2026/07/16||||",
    ];
    let mut office =
        office(vec![sheet("الكفلاء", &guarantees), sheet("زيارات 1448", &visits), sheet("الالتزامات", &commitments)]);
    assert_eq!(
        office.found(),
        [
            "الكفلاء guarantees: borrower_name=C guarantor=E guarantor_id=F guarantor_mobile=G income=H kind=D loan_no=B \
             serial=A until=I",
            "زيارات 1448 visits: by=C customers=H date=B findings=D loan_no=A next_date=I production=G sales=F signal=E",
            "الالتزامات commitments: due=D excuse=G keeper=H loan_no=A met=E met_on=F promise=C side=B",
        ]
    );

    assert_eq!(
        values(&office, TableKind::Guarantees, &["loan_no", "kind", "identity", "income_halalas", "until", "said"])
            [..3],
        [
            format!("ready 71 guarantor {} 650000 2027-10-01 null", identity(21)),
            "ready 72 social_security null null null null".to_owned(),
            "ready 72 employer null null 2025-01-01 شركة الأفق".to_owned(),
        ]
    );
    assert_eq!(warnings(&office, TableKind::Guarantees, 2), ["guarantee_expired"]);
    assert_eq!(
        reasons(&office, TableKind::Guarantees),
        [
            "loan_no loan_ended",
            "guarantor_id duplicate_guarantee",
            "guarantor_id guarantor_borrows",
            "guarantor guarantor_name_missing",
            "guarantor_id guarantor_number_missing",
            "loan_no unknown_loan",
        ]
    );
    assert_eq!(
        office.questions(TableKind::Guarantees).into_iter().collect::<Vec<_>>(),
        ["unknown_word kind كفالة عائلية"]
    );

    let rows = values(&office, TableKind::Visits, &["date", "kind", "by", "signal", "next_date"]);
    assert_eq!(rows[0], "ready 2026-08-18 visit s1 sound 2026-12-15");
    assert_eq!(rows[1], "ask 2026-09-21 visit s1 distress null");
    assert_eq!(rows[2], "ask 2026-05-02 visit  watch null");
    assert_eq!(
        office.questions(TableKind::Visits).into_iter().collect::<Vec<_>>(),
        ["old_distress", "unknown_person by منى"],
    );
    assert_eq!(
        reasons(&office, TableKind::Visits),
        ["date duplicate_visit", "date date_in_future", "findings findings_missing"]
    );
    assert_eq!(warnings(&office, TableKind::Visits, 2), ["next_date_passed"]);
    let first = office.judged().tables.visits.unwrap().rows[0].values.clone().unwrap();
    let told = serde_json::to_string(&first.readings).unwrap();
    assert_eq!(told, r#"{"customers":{"not_read":"لم تُقرأ"},"production":{"value":120},"sales":{"value":450000}}"#);
    let second = office.judged().tables.visits.unwrap().rows[1].values.clone().unwrap();
    assert_eq!(serde_json::to_string(&second.readings).unwrap(), r#"{"customers":{"value":3},"sales":{"value":0}}"#);
    assert_eq!(second.findings.as_deref(), Some("المحل مغلق، هوية أخيها 109*****39"), "nobody's number is in a text");

    let rows = values(&office, TableKind::Commitments, &["side", "made_on", "due", "met_on", "keeper", "halts"]);
    assert_eq!(rows[0], "ready beneficiary 2026-07-12 2026-07-16 2026-07-12  false");
    assert_eq!(rows[1], "ready association 2026-08-01 2026-08-01 null s1 false");
    assert_eq!(rows[2], "ask beneficiary 2026-09-01 2026-09-01 null  false");
    assert_eq!(rows[4], "ready association 2026-07-01 2026-07-01 2026-07-01 s3 false", "who left saw to it then");
    assert_eq!(warnings(&office, TableKind::Commitments, 4), ["met_day_assumed"]);
    assert_eq!(
        office.questions(TableKind::Commitments).into_iter().collect::<Vec<_>>(),
        ["old_promise", "unknown_person keeper سارة العنزي", "unknown_word side —"],
        "what is still to be done is seen to by somebody who works here"
    );
    assert_eq!(reasons(&office, TableKind::Commitments), ["excuse excuse_missing", "promise duplicate_promise"]);

    assert!(office.judged().halting.is_empty(), "nothing halts before somebody says so");
    office.answer(TableKind::Visits, "old_distress", Decision::Use("halts".into()));
    office.answer(TableKind::Commitments, "old_promise", Decision::Use("past".into()));
    let judged = office.judged();
    assert_eq!(judged.halting.into_iter().collect::<Vec<_>>(), ["71"]);
    assert!(values(&office, TableKind::Visits, &["halts"])[1].ends_with("true"));
    assert_eq!(values(&office, TableKind::Commitments, &["halts"])[2], "ready false");
    office.answer(TableKind::Visits, "unknown_person", Decision::Use("s1".into()));
    assert_eq!(values(&office, TableKind::Visits, &["by"])[2], "ready s1");
}

#[test]
fn the_second_office_writes_english_and_names_people_by_their_numbers() {
    let visits = [
        "Visit No|Beneficiary ID|Name|Visit Date|Type|Visited By|Findings|Status|Sales|Net income|Next visit",
        "V1|#1|Noura|2026-03-01|site visit|سارة العنزي|shop open|good|4,500.50|-200|2026-11-20",
        "V2|#4|Ali|2026-03-02|phone call||no answer||||",
        "V3|#9|Nobody|2026-03-03|visit|Sara|x|good|||",
        "V4||No number|2026-03-04|visit|سارة العنزي|x|good|||",
        "V5|#2|Saad|2026-03-05|visit|سارة العنزي|closed|stopped|-5||",
    ];
    let promises = [
        "Contract No|Party|Commitment|Due Date|Status|Completed On|Responsible",
        "71|borrower|pay the rent|01/03/2026|done|28/02/2026|",
        "72|charity|deliver the oven|15/03/2026|pending||عبدالله القحطاني",
        "72|charity|second oven|15/03/2026|pending|16/03/2026|عبدالله القحطاني",
    ];
    let mut office = office(vec![sheet("Visits", &visits), sheet("Promises", &promises)]);
    assert_eq!(
        office.found(),
        [
            "Visits visits: by=F date=D findings=G income=J kind=E next_date=K person=B person_name=C sales=I signal=H",
            "Promises commitments: due=D keeper=G loan_no=A met=E met_on=F promise=C side=B",
        ]
    );
    assert_eq!(office.left_out(0), ["Visit No"]);
    let rows = values(&office, TableKind::Visits, &["kind", "by", "signal", "next_date"]);
    assert_eq!(rows[0], "ready visit s3 sound 2026-11-20");
    assert_eq!(rows[1], "ask call  null null", "nobody is named");
    assert_eq!(
        reasons(&office, TableKind::Visits),
        ["person unknown_beneficiary", "loan_no record_missing", "sales reading_negative"]
    );
    let first = office.judged().tables.visits.unwrap().rows[0].values.clone().unwrap();
    assert_eq!(first.about, FollowedRecord::Beneficiary("k1".into()));
    assert_eq!(
        serde_json::to_string(&first.readings).unwrap(),
        r#"{"income":{"value":-20000},"sales":{"value":450050}}"#
    );
    office.answer(TableKind::Visits, "nobody_named", Decision::Use("s2".into()));
    assert_eq!(values(&office, TableKind::Visits, &["by"])[1], "ready s2");
    office.answer(TableKind::Visits, "nobody_named", Decision::Use("nobody".into()));
    assert_eq!(values(&office, TableKind::Visits, &["by"])[1], "ask ", "an answer that names nobody is none");

    assert_eq!(
        values(&office, TableKind::Commitments, &["side", "due", "met_on", "keeper"])[..2],
        ["ready beneficiary 2026-03-01 2026-02-28 ", "ready association 2026-03-15 null s2"],
    );
    assert_eq!(reasons(&office, TableKind::Commitments), ["met met_contradicts"]);
}

#[test]
fn the_third_office_has_a_sheet_for_each_year_and_misspells() {
    let of_year = |name: &str, first: &str| {
        let rows = [
            "سجل الزيارات الميدانيه||||".to_owned(),
            "رقم القرظ|تاريخ الزياره|القائم بالزياره|مشاهدات|تقييم الزياره".to_owned(),
            format!("71|{first}|عبدالله القحطاني|كل شيء على ما يرام|ممتاز"),
            "ق 72|15/6|عبد الله القحطاني|ـ|جيد".to_owned(),
        ];
        sheet(name, &rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let ours = [
        "رقم القرض|نص الالتزام|الموعد النهائي|حالة التنفيذ",
        "71|صيانة الثلاجة|2026/12/01|قيد التنفيذ",
        "73|توريد الخامات|2025/02/01|منجز",
    ];
    let mut office = office(vec![of_year("1446", "3/5"), of_year("1447", "4/5"), sheet("التزامات الجمعية", &ours)]);
    let parts = office.draft.layouts.iter().map(|one| format!("{} {}", one.sheet, one.kind.name())).collect::<Vec<_>>();
    assert_eq!(parts, ["1446 visits", "1447 visits", "التزامات الجمعية commitments"]);
    assert!(office.questions(TableKind::Visits).iter().any(|one| one.starts_with("sheet_value date")));
    office.answer(TableKind::Visits, "sheet_value", Decision::Import);
    let rows = values(&office, TableKind::Visits, &["date", "by", "signal"]);
    assert_eq!(rows[0], "ready 2024-11-05 s2 sound");
    assert_eq!(rows[2], "ready 2025-10-26 s2 sound");
    assert_eq!(reasons(&office, TableKind::Visits).len(), 2, "«ق 72» is no number of a loan");

    assert_eq!(
        office.questions(TableKind::Commitments).into_iter().collect::<Vec<_>>(),
        ["nobody_named keeper", "sheet_value side association"]
    );
    office.answer(TableKind::Commitments, "sheet_value", Decision::Import);
    office.answer(TableKind::Commitments, "nobody_named", Decision::Use("s1".into()));
    let rows = values(&office, TableKind::Commitments, &["side", "due", "met_on", "keeper"]);
    assert!(rows.iter().all(|row| row.contains("association") && row.ends_with("s1")), "{rows:?}");
}

#[test]
fn what_the_office_holds_is_a_repeat() {
    let mut office = office(vec![
        sheet("الكفلاء", &["رقم القرض|نوع الضمان|اسم الكفيل|هوية الكفيل", "71|كفيل|سالم|#21", "72|جهة عمل|شركة الأفق|"]),
        sheet("الزيارات", &["رقم القرض|تاريخ الزيارة|الباحث|ما شوهد", "71|2026/05/01|عبدالله القحطاني|خير"]),
        sheet("الالتزامات", &["رقم القرض|الطرف|الالتزام|الاستحقاق", "71|المستفيد|فتح المحلّ|2026/12/01"]),
    ]);
    assert!(
        [TableKind::Guarantees, TableKind::Visits, TableKind::Commitments]
            .iter()
            .all(|table| reasons(&office, *table).is_empty())
    );
    let known = &mut office.known.follow_up;
    let guarantee = |loan_no: &str, kind: &str, identity: String, said: &str| KnownGuarantee {
        loan_no: loan_no.to_owned(),
        kind: kind.to_owned(),
        identity,
        said: said.to_owned(),
    };
    known.guarantees =
        vec![guarantee("71", "guarantor", identity(21), ""), guarantee("72", "employer", String::new(), "شركه الافق")];
    let about = FollowedRecord::Loan("71".to_owned());
    known.visits =
        vec![KnownVisit { about: about.clone(), date: "2026-05-01".parse().unwrap(), kind: "visit".to_owned() }];
    known.commitments = vec![KnownCommitment {
        about,
        side: "beneficiary".to_owned(),
        promise: "فتح المحل".to_owned(),
        due: "2026-12-01".parse().unwrap(),
    }];
    assert_eq!(reasons(&office, TableKind::Guarantees), ["guarantor_id guarantee_exists", "said guarantee_exists"]);
    assert_eq!(reasons(&office, TableKind::Visits), ["date visit_exists"]);
    assert_eq!(reasons(&office, TableKind::Commitments), ["promise promise_exists"]);
}
