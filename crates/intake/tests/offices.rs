//! Files of offices nobody has seen before, each with habits of its own: which sheet is what, which column is which, what is
//! asked, and what is left out and named.

#![allow(clippy::unwrap_used, reason = "a test may stop where a file is not as it should be")]

mod made;

use intake::{Decision, Draft, Known, Subject, TableKind, apart, in_sheet, validate};
use made::{Office, office, said, sheet};
use proptest::prelude::*;
use sheets::{Cell, Sheet, Workbook};

const HEAD: &str = "رقم الملف|الاسم|رقم الهوية|الجوال";
const ONE: [&str; 3] = [HEAD, "م-1|نورة سعد فهد العتيبي|#1|*1", "م-2|سارة محمد علي الحربي|#2|*2"];
const TWO: [&str; 3] = [HEAD, "م-3|هند علي حسن القحطاني|#3|*3", "م-4|عبير ناصر حمد الدوسري|#4|*4"];

fn register(rows: &[&str]) -> String {
    in_sheet(&sheet("ورقة1", rows), TableKind::Beneficiaries).map_or_else(String::new, |layout| said(&layout))
}

#[test]
fn a_sheet_for_each_researcher_offers_the_researcher_and_no_town() {
    let summary =
        sheet("ملخص", &["المحفظة|عدد المستفيدين|إجمالي القروض|المسدد", "العام|5|12000|300", "الزكاة|5|12000|30"]);
    let pivot = sheet("إحصاء", &["الباحث|عدد المستفيدين|إجمالي القروض", "منى|5|12000", "هند|5|12000"]);
    let mut hidden = sheet("قديم", &ONE);
    hidden.hidden = true;
    let cover = sheet("الغلاف", &["جمعية البر", "سجل المستفيدين", "عام 1446هـ"]);
    let sheets = vec![
        sheet("أ. محمد الحربي", &ONE),
        sheet("نورة السبيعي", &TWO),
        summary,
        pivot,
        hidden,
        sheet("فارغة", &[]),
        cover,
    ];
    let mut office = Office::new(Subject::Beneficiaries, sheets);
    let columns = "file_no=A full_name=B id_number=C mobile=D";
    let parts = ["أ. محمد الحربي", "نورة السبيعي"].map(|name| format!("{name} beneficiaries: {columns}"));
    assert_eq!(office.found(), parts);
    let asked = ["sheet_value researcher محمد الحربي", "sheet_value researcher نورة السبيعي"].map(str::to_owned);
    assert_eq!(office.questions(TableKind::Beneficiaries), asked.into());
    let left_out: Vec<(String, String)> =
        office.judged().left_out.into_iter().map(|one| (one.sheet, one.reason)).collect();
    let named =
        [("ملخص", "no_table"), ("إحصاء", "no_table"), ("قديم", "hidden"), ("فارغة", "empty"), ("الغلاف", "no_table")];
    assert_eq!(left_out, named.map(|(sheet, reason)| (sheet.to_owned(), reason.to_owned())));

    office.answer(TableKind::Beneficiaries, "sheet_value", Decision::Import);
    let values = office.values(TableKind::Beneficiaries, &["researcher", "city"]);
    assert_eq!(values[0], "clean محمد الحربي null");
}

#[test]
fn years_and_plain_names_of_sheets_stand_for_nothing() {
    let office = Office::new(Subject::Beneficiaries, vec![sheet("1446", &ONE), sheet("Sheet2", &TWO)]);
    assert_eq!(office.values(TableKind::Beneficiaries, &["city"]), ["clean null"; 4]);
    let towns = vec![
        sheet("بريدة", &["الاسم|الهوية|المدينة", "نورة سعد العتيبي|#1|الرس"]),
        sheet("عنيزة", &["الاسم|الهوية", "سارة فهد الحربي|#2"]),
    ];
    let office = Office::new(Subject::Beneficiaries, towns);
    assert_eq!(
        office.values(TableKind::Beneficiaries, &["city"]),
        ["clean الرس", "ask عنيزة"],
        "a column says more than the sheet"
    );
}

#[test]
fn a_header_far_down_and_a_line_above_it_are_found() {
    let mut rows = vec!["جمعية", "", "المدينة: بريدة", "", "", "", "", "", "", "التاريخ: 1446/1/1", "", "", "", ""];
    rows.extend(ONE);
    rows.extend(["", "إعداد: فلان"]);
    let office = Office::new(Subject::Beneficiaries, vec![sheet("Sheet1", &rows)]);
    assert_eq!(office.draft.layouts[0].header_row, 15);
    assert_eq!(office.questions(TableKind::Beneficiaries), ["sheet_value city بريدة".to_owned()].into());
    let skipped: Vec<String> =
        office.judged().tables.beneficiaries.unwrap().skipped.into_iter().map(|one| one.reason).collect();
    assert_eq!(skipped, ["blank", "signature"]);
}

#[test]
fn what_belongs_to_another_is_not_taken_for_the_beneficiarys() {
    assert_eq!(
        register(&[
            "اسم المستفيد|رقم الهوية|اسم الوكيل|هوية الوكيل|جوال الوكيل|جوال المستفيد|هوية الزوجة|تاريخ ميلاد الزوجة|تاريخ الميلاد|الحالة الصحية|حالة السكن|إيجار السكن",
            "فهد سعد العتيبي|#1|سعد العتيبي|#21|*21|*1|#31|1410/01/01|1400/01/01|سليم|ملك|500",
            "علي سعد الحربي|#2|سعد الحربي|#22|*22|*2|#32|1411/01/01|1401/01/01|سليم|ملك|500",
            "بدر سعد القرني|#3|سعد القرني|#23|*23|*3|#33|1412/01/01|1402/01/01|سليم|ملك|500",
        ]),
        "birth_date=I full_name=A id_number=B mobile=F"
    );
    let only = [
        "الاسم|رقم الهوية|جوال الوكيل|مكان الميلاد",
        "فهد سعد|#1|*21|الرياض",
        "علي سعد|#2|*22|الرياض",
        "بدر سعد|#3|*23|أبها",
    ];
    assert_eq!(register(&only), "full_name=A id_number=B", "not even where the person has none");
    let other = [
        "الاسم|الهوية|رقم جوال آخر|الجوال|الهاتف الثابت|رقم الحساب",
        "فهد سعد|#1|*11|*1|0163234567|^1",
        "علي سعد|#2|*12|*2|0163234568|^2",
    ];
    assert_eq!(register(&other), "full_name=A iban=F id_number=B mobile=D");
}

#[test]
fn names_and_days_over_columns_are_put_together_under_heads_merged_or_not() {
    let rows = [
        "م|الاسم||||الهوية|تاريخ الميلاد|||الجوال",
        "|الاول|الثاني|الثالث|الرابع||يوم|شهر|سنة|",
        "1|نورة|سعد|فهد|العتيبي|#1|2|محرم|1400|*1",
        "2|سارة|محمد|علي|الحربي|#2|3|1|1401|*2",
    ];
    let mut merged = sheet("ورقة1", &rows);
    merged.spanning.extend([(0, 1), (0, 6)]);
    for sheet in [sheet("ورقة1", &rows), merged] {
        let office = Office::new(Subject::Beneficiaries, vec![sheet]);
        assert_eq!(
            office.found(),
            ["ورقة1 beneficiaries: birth_date=G+H+I full_name=B+C+D+E id_number=F mobile=J serial=A"]
        );
        let values = office.values(TableKind::Beneficiaries, &["full_name", "birth_date"]);
        assert_eq!(values, ["normalised نورة سعد فهد العتيبي 1979-11-21", "clean سارة محمد علي الحربي 1980-11-11"]);
    }
    let english = [
        "First Name|Last Name|National ID No.|Gender|Date of Birth|Mobile No.|City|Family Members|Monthly Income (SAR)|IBAN Number|Case Worker",
        "Nora|Alotaibi|#1|Female|1990-01-02|*1|Riyadh|4|1200|^1|Sami",
    ];
    assert_eq!(
        register(&english),
        "birth_date=E city=G family_size=H full_name=A+B iban=J id_number=C mobile=F monthly_income=I researcher=K sex=D"
    );
}

#[test]
fn members_stand_in_rows_beneath_the_head_with_its_file_or_without() {
    let rows = [
        "رقم الملف|الاسم|الصلة|رقم الهوية|تاريخ الميلاد",
        "م-1|فهد سعد العتيبي|رب الأسرة|#1|1400/01/01",
        "م-1|نورة علي الحربي|زوجة|#11|1405/01/01",
        "|سعد فهد العتيبي|إبن|#12|1435/01/01",
        "م-2|سامي ناصر القحطاني|رب الاسره|#2|1401/01/01",
        "م-2|هند القحطاني|حماة|#14|1380/01/01",
        "م-2|منى سامي القحطاني|ابنه|#13|1436/01/01",
        "م-3|فاطمة علي الزهراني|أم|#3|1380/01/01",
    ];
    let office = Office::new(Subject::Beneficiaries, vec![sheet("أسر", &rows)]);
    let rows = office.rows(TableKind::Beneficiaries);
    let members = |row: usize| {
        rows[row]["values"]["members"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["relation"].as_str().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!((members(0), members(1)), (vec!["spouse", "son"], vec!["daughter"]));
    let reasons: Vec<&str> = rows.iter().map(|row| row["reasons"][0]["reason"].as_str().unwrap_or_default()).collect();
    assert_eq!(reasons[3], "member_without_head", "a file of its own is another household");
    assert_eq!(rows[2]["ask"][0]["kind"], "unknown_word", "and what is nobody's relation yet is nobody's head");
}

#[test]
fn members_stand_beside_the_head_again_in_each_row_or_in_columns() {
    let rows = [
        "اسم رب الأسرة|السجل المدني|اسم الفرد|صلة القرابة|رقم هوية الفرد|تاريخ ميلاد الفرد|الجوال",
        "فهد سعد العتيبي|#1|نورة|زوجة|#11|1405/01/01|*1",
        "فهد سعد العتيبي|#1|سعد|ابن|#12|1435/01/01|*1",
        "ناصر محمد الحربي|#2|هيا|زوجة|#13|1405/01/01|*2",
    ];
    let office = Office::new(Subject::Beneficiaries, vec![sheet("أسر", &rows)]);
    assert_eq!(office.found(), ["أسر beneficiaries: full_name=A id_number=B member=C mobile=G relation=D"]);
    let rows = office.rows(TableKind::Beneficiaries);
    assert_eq!(rows.len(), 2, "one file for each head");
    assert_eq!(
        rows[0]["values"]["members"],
        serde_json::json!([
            {"name": "نورة", "relation": "spouse", "id_number": made::identity(11), "birth_date": "1984-09-26"},
            {"name": "سعد", "relation": "son", "id_number": made::identity(12), "birth_date": "2013-11-04"},
        ])
    );
    let rows = [
        "الاسم|رقم الهوية|اسم الزوجة|ابن 1|تاريخ ميلاد ابن 1|ابن 2|تاريخ الميلاد",
        "فهد سعد العتيبي|#1|منى|سعد|1435/01/01|علي|1400/01/01",
        "ناصر محمد الحربي|#2|هيا|بدر|1435/01/01||1401/01/01",
    ];
    assert_eq!(
        register(&rows),
        "birth_date=G full_name=A id_number=B member=C+D+F",
        "a child's birthday is not its father's"
    );
}

#[test]
fn sums_beside_a_loan_and_its_payments_are_not_its_amount() {
    let loans = [
        "رقم القرض|المقترض||الكفيل|||القرض|||أول قسط|الصندوق|القسط الشهري|المتبقي|آخر قسط",
        "|الاسم|الهوية|الاسم|الهوية|الجوال|المبلغ|التاريخ|عدد الأقساط|||||",
        "1|نورة سعد|#1|علي سعد|#21|*21|12000|2025/01/05|12|2025/02/01|العام|1000|9000|2026/01/01",
        "2|سارة علي|#2|علي فهد|#22|*22|12000|2025/01/05|12|2025/02/01|العام|1000|9000|2026/01/01",
    ];
    let office = made::office(Subject::Loans, vec![sheet("قروض", &loans)]);
    let columns =
        "amount=G borrower=C borrower_name=B disbursed_on=H first_due=J fund=K guarantor=D instalments=I loan_no=A";
    assert_eq!(office.found(), [format!("قروض loans: {columns}")]);
    assert_eq!(
        office.values(TableKind::Loans, &["beneficiary", "guarantor"]),
        ["clean k1 علي سعد", "clean k2 علي فهد"]
    );
    assert_eq!(office.left_out(0).len(), 5, "{:?}", office.left_out(0));
    let paid = [
        "رقم القرض|مبلغ القرض|القسط|المسدد|تاريخ السداد|رقم السند|المتبقي",
        "71|12000|1000|900|2025/02/05|55|5",
        "72|12000|1000|900|2025/02/06|56|5",
    ];
    let office = made::office(Subject::Loans, vec![sheet("سداد", &paid)]);
    assert_eq!(office.found(), ["سداد repayments: amount=D date=E loan_no=A receipt=F"]);
    let none = ["رقم القرض|مبلغ القرض|تاريخ السداد|رقم السند", "71|12000|2025/02/05|55", "72|12000|2025/02/06|56"];
    let office = made::office(Subject::Loans, vec![sheet("سداد", &none)]);
    assert_eq!(office.judged().tables.repayments.unwrap().missing, ["amount"], "the loan's own amount is no payment");
}

#[test]
fn tranches_in_columns_of_the_register_are_a_table_of_their_own() {
    let rows = [
        "رقم القرض|هوية المقترض|قيمة القرض|الصندوق|عدد الأقساط|أول قسط|تاريخ الصرف|طريقة الصرف|مبلغ الدفعة الأولى|تاريخ الدفعة الأولى|الدفعة 2 مبلغ|الدفعة 2 تاريخ",
        "1|#1|12000|العام|12|2025/02/01|2025/01/05|نقدي|6000|2025/01/05|6000|2025/03/05",
        "2|#2|12000|العام|12|2025/02/01|2025/01/05|عيني|12000|2025/01/05|—|",
    ];
    let office = office(Subject::Loans, vec![sheet("سجل", &rows)]);
    assert_eq!(office.values(TableKind::Loans, &["amount_halalas"]), ["clean 1200000", "clean 1200000"]);
    let tranches = office.values(TableKind::Tranches, &["loan_no", "no", "amount_halalas", "date", "kind"]);
    let paid = ["1 1 600000 2025-01-05 cash", "1 2 600000 2025-03-05 cash", "2 1 1200000 2025-01-05 in_kind"];
    let without_verdict: Vec<&str> = tranches.iter().map(|row| row.split_once(' ').unwrap().1).collect();
    assert_eq!(without_verdict, paid);
    assert!(tranches.iter().all(|row| !row.starts_with("refused") && !row.starts_with("ask")));
    let parts = office.judged().tables;
    assert!(
        parts.loans.unwrap().parts[0].left_out.iter().all(|one| one.header == "طريقة الصرف")
            && parts.tranches.unwrap().parts[0].left_out.is_empty()
    );
}

#[test]
fn months_stand_across_in_both_calendars_and_receipts_lack_their_year() {
    let wide = [
        "سداد عام 2024",
        "رقم العقد|الاسم|يناير|فبراير|مارس|الإجمالي|ملاحظات",
        "71|نورة|100|100 ريال|—|200|x",
        "72|سارة|50|لم يسدد|0|200|",
        "الإجمالي||150|100||250|",
    ];
    let hijri = ["رقم العقد|محرم 1446|صفر 1446|ربيع الأول 1446", "71|100|100|"];
    let mut office = made::office(Subject::Loans, vec![sheet("السداد", &wide), sheet("هجري", &hijri)]);
    assert_eq!(office.left_out(0), ["الاسم", "الإجمالي", "ملاحظات"]);
    office.answer(TableKind::Repayments, "sheet_value", Decision::Import);
    for (day, first) in [("last", "2024-01-31"), ("15", "2024-01-15"), ("due", "2024-01-10")] {
        office.answer(TableKind::Repayments, "month_day", Decision::Use(day.to_owned()));
        let dates: Vec<String> = office
            .values(TableKind::Repayments, &["date"])
            .iter()
            .map(|row| row.split(' ').nth(1).unwrap().to_owned())
            .collect();
        assert_eq!(
            (dates.len(), dates[0].as_str(), dates[3].as_str()),
            (6, first, "null"),
            "a word under a month is refused"
        );
    }
    let receipts = ["سندات القبض لعام 2025", "رقم السند|التاريخ|القرض|المسدد", "ق-5|25/6|71|100", "ق-6|30/6|72|100"];
    let office = made::office(Subject::Loans, vec![sheet("النصف الأول", &receipts)]);
    assert_eq!(office.questions(TableKind::Repayments), ["sheet_value date 2025".to_owned()].into());
    assert_eq!(office.values(TableKind::Repayments, &["date", "receipt"])[0], "ask 2025-06-25 ق-5");
}

#[test]
fn openings_stand_in_every_shape() {
    let table = TableKind::Openings;
    let fields = ["account", "fund", "amount_halalas"];
    let matrix = [
        "أرصدة افتتاحية في 2025/01/01",
        "الحساب|صندوق الزكاة|العام|صندوق القروض|الإجمالي",
        "البنك|100|200 ريال|300|600",
        "صافي الأصول|(100)|200-|٣٠٠-|-600",
    ];
    let office = made::office(Subject::Openings, vec![sheet("أرصدة", &matrix)]);
    let values = office.values(table, &fields);
    let money: Vec<&str> = values.iter().map(|row| row.split_once(' ').unwrap().1).collect();
    let wanted = [
        "11101 صندوق الزكاة 10000",
        "11101 العام 20000",
        "11101 صندوق القروض 30000",
        "231 صندوق الزكاة -10000",
        "231 العام -20000",
        "231 صندوق القروض -30000",
    ];
    assert_eq!(money, wanted);
    assert_eq!(office.questions(table), ["unknown_fund  صندوق القروض".to_owned()].into(), "one fund is not known here");

    let pairs = [
        "رقم الحساب|اسم الحساب|صندوق الزكاة||العام|",
        "||مدين|دائن|مدين|دائن",
        "11101|البنك|100||200|",
        "231|صافي||100||200",
    ];
    let office = made::office(Subject::Openings, vec![sheet("ورقة1", &pairs)]);
    let values = office.values(table, &fields);
    assert_eq!(values[2].split_once(' ').unwrap().1, "231 صندوق الزكاة -10000", "{values:?}");

    let trial = [
        "الصندوق: العام",
        "الحساب||الرصيد السابق||الحركة||الرصيد الحالي|",
        "الرقم|الاسم|مدين|دائن|مدين|دائن|مدين|دائن",
        "11101|البنك|١٬٠٠٠٫٥٠||10||110|",
        "231|صافي الأصول||1,000.50||10||110",
        "الإجمالي||1000.5|1000.5||||",
    ];
    let named = [
        "الصندوق: صندوق الزكاة",
        "اسم الحساب|رصيد 1/1/2025 مدين|رصيد 1/1/2025 دائن|حركة مدين|حركة دائن",
        "البنك|100||10|",
        "صافي الأصول||100||10",
        "قروض|0|0||",
    ];
    let office = made::office(Subject::Openings, vec![sheet("ميزان", &trial), sheet("ميزان 2", &named)]);
    let values: Vec<String> =
        office.values(table, &fields).iter().map(|row| row.split_once(' ').unwrap().1.to_owned()).collect();
    assert_eq!(
        values,
        ["11101 العام 100050", "231 العام -100050", "11101 صندوق الزكاة 10000", "231 صندوق الزكاة -10000"]
    );
}

fn cell() -> impl Strategy<Value = Cell> {
    let words = prop::sample::select(vec![
        "الاسم",
        "رقم الهوية",
        "الجوال",
        "المبلغ",
        "التاريخ",
        "رقم القرض",
        "مدين",
        "دائن",
        "الحساب",
        "الصندوق",
        "يناير",
        "فبراير",
        "مارس",
        "الدفعة 1 مبلغ",
        "الدفعة 1 تاريخ",
        "زوجة",
        "رب الأسرة",
        "صلة القرابة",
        "سنة",
        "شهر",
        "يوم",
        "1000000008",
        "25/6",
        "الإجمالي",
        "100",
        "ابن 1",
        "2025/01/01",
        "م",
        "/",
        ".",
    ]);
    prop_oneof![
        3 => Just(Cell::Empty),
        4 => words.prop_map(|text| Cell::Text(text.into())),
        1 => "\\PC{0,12}".prop_map(|text| Cell::Text(text.into())),
        1 => any::<i64>().prop_map(|number| Cell::Number(number.to_string().into())),
        1 => (0i32..60_000).prop_map(|day| Cell::Day(kernel::Day::from_number(day).unwrap())),
        1 => any::<bool>().prop_map(Cell::Bool),
        1 => Just(Cell::Error("#REF!".into())),
    ]
}

fn any_sheet() -> impl Strategy<Value = Sheet> {
    let rows = prop::collection::vec(prop::collection::vec(cell(), 0..12), 0..40);
    let places = prop::collection::vec((0usize..40, 0usize..12), 0..8);
    (rows, places.clone(), places).prop_map(|(rows, spanning, merged)| {
        let mut sheet = Sheet::visible("ورقة", rows);
        sheet.spanning = spanning.into_iter().collect();
        sheet.merged_into = merged.into_iter().collect();
        sheet
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_workbook_holds_it_is_found_and_judged(sheets in prop::collection::vec(any_sheet(), 1..3)) {
        let mut book = Workbook { sheets };
        for (place, sheet) in book.sheets.iter_mut().enumerate() {
            sheet.name = format!("ورقة {place}");
        }
        for subject in Subject::ALL {
            let draft = Draft::found(&book, subject);
            let judged = validate(&book, &draft, &Known::nothing("2026-11-01".parse().unwrap()));
            let used = draft.layouts.iter().map(|layout| &layout.sheet).collect::<std::collections::BTreeSet<_>>().len();
            prop_assert_eq!(used + judged.left_out.len(), book.sheets.len(), "each sheet is used or named");
        }
    }

    #[test]
    fn columns_in_another_order_give_the_same_values(order in Just((0..7usize).collect::<Vec<_>>()).prop_shuffle()) {
        let rows = [
            "رقم الملف|الاسم الرباعي|رقم الهوية|جوال المستفيد|جوال الوكيل|تاريخ الميلاد|الدخل الشهري",
            "م-1|نورة سعد فهد العتيبي|#1|*1|*21|1400/01/01|1200", "م-2|سارة محمد علي الحربي|#2|*2|*22|1401/01/01|1300",
            "م-3|هند علي حسن القحطاني|#3|*3|*23|1402/01/01|1400",
        ];
        let plain = sheet("ورقة1", &rows);
        let mut turned = plain.clone();
        for cells in &mut turned.rows {
            *cells = order.iter().map(|column| cells[*column].clone()).collect();
        }
        let rows = |sheet: Sheet| Office::new(Subject::Beneficiaries, vec![sheet]).rows(TableKind::Beneficiaries);
        prop_assert_eq!(rows(turned), rows(plain));
    }
}

#[test]
fn tables_below_each_other_are_each_their_own() {
    let rows = [
        "سجل القروض الممنوحة",
        "رقم القرض|رقم الهوية|الاسم|مبلغ القرض|تاريخ الصرف|عدد الأقساط|أول قسط|مصدر التمويل",
        "ق-1|#1|نورة سعد العتيبي|12000|2024-01-05|12|2024-02-05|العام",
        "ق-2|#2|سارة فهد الحربي|6000|2024-01-09|6|2024-02-09|العام",
        "المجموع|||18000",
        "",
        "سندات القبض",
        "رقم السند|رقم القرض|التاريخ|المبلغ|طريقة السداد",
        "س-1|ق-1|2024-02-05|1000|نقد",
        "س-2|ق-2|2024-02-09|1000|تحويل",
        "",
        "سندات الصرف",
        "رقم القرض|التاريخ|نوع الصرف|المبلغ",
        "ق-1|2024-01-05|نقدي|12000",
        "",
        "رقم السند|رقم القرض|التاريخ|المبلغ|طريقة السداد",
        "س-3|ق-2|2024-03-09|1000|تحويل",
    ];
    let book = apart(Workbook { sheets: vec![sheet("القروض", &rows)] });
    let office = Office::new(Subject::Loans, book.sheets);
    let found = [
        "القروض loans: amount=D borrower=B borrower_name=C disbursed_on=E first_due=G fund=H instalments=F loan_no=A",
        "القروض (3) tranches: amount=D date=B kind=C loan_no=A",
        "القروض (2) repayments: amount=D date=C loan_no=B method=E receipt=A",
        "القروض (4) repayments: amount=D date=C loan_no=B method=E receipt=A",
    ];
    assert_eq!(office.found(), found);
    let places = |kind: TableKind| -> Vec<String> {
        let view = office.judged();
        let view = view.tables.view(kind).unwrap();
        view.rows.iter().map(|row| format!("{} {}", row.place.sheet, row.place.row)).collect()
    };
    assert_eq!(places(TableKind::Loans), ["القروض 3", "القروض 4"]);
    assert_eq!(places(TableKind::Repayments), ["القروض (2) 9", "القروض (2) 10", "القروض (4) 17"]);
    assert_eq!(places(TableKind::Tranches), ["القروض (3) 14"]);
    assert!(office.judged().left_out.is_empty());
}

#[test]
fn a_header_at_the_top_of_each_page_and_lines_above_one_divide_nothing() {
    let same = apart(Workbook {
        sheets: vec![sheet("سجل", &["جمعية البر|المدينة|بريدة", "", HEAD, ONE[1], "", HEAD, ONE[2]])],
    });
    assert_eq!(same.sheets.len(), 1);
    let summary = ["", "ملخص", "المدينة|العدد|الجوال|ملاحظات", "بريدة|2||"];
    let rows: Vec<&str> = ONE.into_iter().chain(summary).collect();
    assert_eq!(apart(Workbook { sheets: vec![sheet("سجل", &rows)] }).sheets.len(), 1, "a summary is no register");
}

#[test]
fn what_stands_beside_the_name_of_a_member_is_the_members() {
    let members = |office: &Office| office.rows(TableKind::Beneficiaries)[0]["values"]["members"].clone();
    let head = "الاسم|رقم الهوية|الجوال|اسم الزوجة|هوية الزوجة|ابن1|هوية ابن1|تاريخ ميلاد ابن1|ابن2|رقم هوية الابن 2|ميلاد ابن 2|عمر الابن 2";
    let rows = [
        head,
        "سعد فهد علي العتيبي|#1|*1|نورة علي|#2|فهد|#3|2010-03-04|علي|#4|5/6/1437|9",
        "ناصر حمد علي الحربي|#5|*2|||خالد||||||",
    ];
    let office = Office::new(Subject::Beneficiaries, vec![sheet("سجل", &rows)]);
    let identity = |number: u32| made::identity(number);
    assert_eq!(
        members(&office),
        serde_json::json!([
            { "name": "نورة علي", "relation": "spouse", "id_number": identity(2) },
            { "name": "فهد", "relation": "son", "id_number": identity(3), "birth_date": "2010-03-04" },
            { "name": "علي", "relation": "son", "id_number": identity(4), "birth_date": "2016-03-14" },
        ])
    );
    let part = &office.judged().tables.beneficiaries.unwrap().parts[0];
    assert_eq!(part.left_out.iter().map(|one| &*one.header).collect::<Vec<_>>(), ["عمر الابن 2"], "an age is no day");

    let wrong = [head, "سعد فهد علي العتيبي|#1|*1|نورة علي|1234567890||||||"];
    let office = Office::new(Subject::Beneficiaries, vec![sheet("سجل", &wrong)]);
    let row = &office.rows(TableKind::Beneficiaries)[0];
    assert_eq!((&row["verdict"], &row["reasons"][0]["field"]), (&"refused".into(), &"member".into()));
    assert_eq!(row["reasons"][0]["reason"], "id_check_digit");
}

#[test]
fn bare_days_months_and_years_are_the_day_the_table_lacks() {
    let rows = ["رقم القرض|يوم|شهر|سنة|المبلغ", "71|5|2|2024|1000", "72|6|2|2024|1000"];
    let repayments = in_sheet(&sheet("قبض", &rows), TableKind::Repayments).map(|layout| said(&layout));
    assert_eq!(repayments.as_deref(), Some("amount=E date=B+C+D loan_no=A"));
    let rows = ["الاسم|رقم الهوية|السنة|الشهر|اليوم|الجوال", "نورة سعد العتيبي|#1|1400|2|3|*1"];
    assert_eq!(
        register(&rows),
        "birth_date=E+D+C? full_name=A id_number=B mobile=F",
        "which day it is only the office knows"
    );
}

#[test]
fn yes_and_no_are_understood_as_they_are_written() {
    let said = |yes: &str| {
        let row = format!("نورة سعد العتيبي|#1|{yes}");
        let office =
            Office::new(Subject::Beneficiaries, vec![sheet("سجل", &["الاسم|رقم الهوية|مستفيد من الضمان", &row])]);
        let row = &office.rows(TableKind::Beneficiaries)[0];
        (row["values"]["social_security"].as_bool(), row["ask"].as_array().map_or(0, Vec::len))
    };
    for yes in [
        "نعم",
        "✓",
        "مستفيد",
        "مستفيدة",
        "تستفيد",
        "يستفيد",
        "مشمول",
        "مشمولة",
        "Yes",
        "Y",
        "1",
        "١",
        "✔️",
        "صح",
        "موجود",
        "يوجد",
        "مسجل",
        "مسجلة",
        "TRUE",
    ] {
        assert_eq!(said(yes), (Some(true), 0), "{yes}");
    }
    for no in [
        "لا",
        "✗",
        "غير مستفيد",
        "غير مستفيدة",
        "لا تستفيد",
        "لا يستفيد",
        "غير مشمول",
        "غير مشمولة",
        "No",
        "N",
        "0",
        "٠",
        "لا يوجد",
        "غير مسجل",
        "غير مسجلة",
        "ليس مستفيداً",
        "FALSE",
    ] {
        assert_eq!(said(no), (Some(false), 0), "{no}");
    }
    assert_eq!(said("قيد الدراسة"), (None, 1), "what is neither is asked about");
}

#[test]
fn sheets_of_half_years_and_of_funds_are_one_table() {
    let head = "رقم القرض|التاريخ|المبلغ";
    let halves = vec![
        sheet("النصف الأول 1446", &[head, "71|1446/02/01|1000"]),
        sheet("النصف الثاني 1446", &[head, "71|1446/08/01|1000"]),
    ];
    let judged = office(Subject::Loans, halves);
    assert_eq!(judged.found().len(), 2);
    assert_eq!(judged.values(TableKind::Repayments, &["date"]), ["clean 2024-08-05", "clean 2025-01-31"]);
    assert!(judged.questions(TableKind::Repayments).is_empty(), "{:?}", judged.questions(TableKind::Repayments));
    let funds =
        vec![sheet("صندوق الزكاة", &[head, "71|2024/02/10|1000"]), sheet("العام", &[head, "72|2024/02/10|1000"])];
    let judged = office(Subject::Loans, funds);
    assert_eq!(judged.values(TableKind::Repayments, &["amount_halalas"]).len(), 2);
    assert!(
        judged.questions(TableKind::Repayments).is_empty(),
        "a payment needs no fund: {:?}",
        judged.questions(TableKind::Repayments)
    );
}
