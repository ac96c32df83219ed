//! Offices with habits of their own again: an old program's names of columns, the questions of a form, a trial balance with
//! the accounts that sum it up, months under their years, families in one row each.

#![allow(clippy::unwrap_used, reason = "a test may stop where a file is not as it should be")]

mod made;

use intake::{Decision, KnownAccount, Subject, TableKind};
use made::{Office, office, sheet};

const OPENING: [&str; 3] = ["account", "fund", "amount_halalas"];

/// Why each row is refused: field and reason.
fn reasons(office: &Office, table: TableKind) -> Vec<String> {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let rows = office.rows(table);
    let of_row = |row: &serde_json::Value| row["reasons"].as_array().cloned().unwrap_or_default();
    rows.iter().flat_map(of_row).map(|one| format!("{} {}", text(&one["field"]), text(&one["reason"]))).collect()
}

#[test]
fn an_old_programs_names_of_columns_are_words() {
    let people = [
        "ID|FileNo|BenName|NatID|BDate|Sex|Mob|City|MStatus|FamCnt|Income|IBAN_No|RegDate|Active",
        "1|1001|نورة سعد فهد العتيبي|#1|1980-05-01 00:00:00|F|*1|Dammam|3|5|3500|^1|2019-01-01 00:00:00|TRUE",
        "2|1002|محمد علي سعد الحربي|#2|1975-05-01 00:00:00|M|*2|Khobar|1|4|2500|^2|2019-01-02 00:00:00|FALSE",
    ];
    let office = Office::new(Subject::Beneficiaries, vec![sheet("tblBen", &people)]);
    let found = "tblBen beneficiaries: birth_date=E city=H family_size=J file_no=B full_name=C iban=L id_number=D \
                 marital_status=I? mobile=G monthly_income=K sex=F";
    assert_eq!(office.found(), [found], "codes where words were to be are asked about");
    assert_eq!(office.left_out(0), ["ID", "RegDate", "Active"]);

    let loans = [
        "LoanID|BenID|BenNatID|LoanAmt|LoanDate|InstCnt|FirstInst|MonthlyInst|FundName|GuarName|Status|Paid",
        "1|1001|#1|12000|2023-01-05 00:00:00|12|2023-02-05 00:00:00|1000|العام|علي سعد|1|3000",
        "2|1002|#2|24000|2023-03-05 00:00:00|24|2023-04-05 00:00:00|1000|صندوق الزكاة|سعد علي|1|3000",
    ];
    let paid = [
        "PayID|LoanID|PayDate|PayAmt|PayType|ReceiptNo|EnteredBy",
        "1|1|2023-02-05 00:00:00|1000|نقدي|501|admin",
        "2|2|2023-04-05 00:00:00|1000|شيك|502|admin",
    ];
    let office = made::office(Subject::Loans, vec![sheet("tblLoans", &loans), sheet("tblPay", &paid)]);
    let loans = office.values(TableKind::Loans, &["loan_no", "beneficiary", "amount_halalas", "first_due", "fund"]);
    assert_eq!(loans, ["clean 1 k1 1200000 2023-02-05 العام", "clean 2 k2 2400000 2023-04-05 صندوق الزكاة"]);
    let paid = office.values(TableKind::Repayments, &["loan_no", "date", "amount_halalas", "method", "receipt"]);
    assert_eq!(paid, ["clean 1 2023-02-05 100000 deposit 501", "clean 2 2023-04-05 100000 cheque 502"]);
}

#[test]
fn the_questions_of_a_form_are_headers() {
    let rows = [
        "طابع زمني|ما اسمك الرباعي كما في الهوية؟|رقم الهوية الوطنية (10 أرقام)|تاريخ الميلاد بالهجري|رقم الجوال للتواصل|ما هي حالتك الاجتماعية؟|كم عدد أفراد أسرتك؟|هل أنت مستفيد من الضمان الاجتماعي؟|ما هو مقدار دخلك الشهري؟|في أي حي تسكن؟|أوافق على الشروط",
        "2024/05/01 10:15:22 ص|نورة سعد فهد العتيبي|#1|1400/05/06|*1|أرملة|5|نعم، مستفيدة|3000|حي الورود|نعم",
        "2024/05/02 09:15:22 م|سارة محمد علي الحربي|#2|1401/05/06|*2|مطلقة|4|لا|2500 ريال شهرياً|حي السلام|نعم",
    ];
    let office = Office::new(Subject::Beneficiaries, vec![sheet("ردود النموذج 1", &rows)]);
    assert_eq!(office.left_out(0), ["طابع زمني", "أوافق على الشروط"]);
    let fields = ["full_name", "family_size", "social_security", "monthly_income_halalas", "district"];
    let values = office.values(TableKind::Beneficiaries, &fields);
    assert_eq!(values[0], "normalised نورة سعد فهد العتيبي 5 true 300000 حي الورود");
    assert_eq!(values[1], "normalised سارة محمد علي الحربي 4 false 250000 حي السلام");
}

#[test]
fn a_family_is_one_row_each_or_goes_on_under_blanks() {
    let rows = [
        "رقم الأسرة|اسم الفرد|صفته|رقم الهوية|الجنس|تاريخ الميلاد",
        "1|سعد فهد العتيبي|العائل|#1|ذكر|1390/01/01",
        "1|نورة علي|الزوجة الأولى|#11|أنثى|1395/01/01",
        "2|ناصر علي الحربي|العائل|#2|ذكر|1390/01/01",
        "2|سلمى|والدته|#12|أنثى|1350/01/01",
        "2|حفصة|كنته|#13|أنثى|1410/01/01",
    ];
    let office = Office::new(Subject::Beneficiaries, vec![sheet("الأسر", &rows)]);
    assert_eq!(
        office.values(TableKind::Beneficiaries, &["file_no", "full_name"]),
        ["clean 1 سعد فهد العتيبي", "clean 2 ناصر علي الحربي", "ask 2 حفصة",]
    );
    assert!(reasons(&office, TableKind::Beneficiaries).is_empty(), "the number of the family is not there twice");
    assert_eq!(office.rows(TableKind::Beneficiaries)[1]["values"]["members"][0]["relation"], "mother");

    let rows = [
        "اسم رب الأسرة|رقم الهوية|الجوال|اسم الفرد|صلة القرابة|العمر",
        "|||هند|ابنة|3",
        "سعد فهد العتيبي|#1|*1|نورة|زوجة|35",
        "|||فهد|ابن|10",
        "ناصر علي الحربي|#2|*2|هيا|زوجة|30",
        "|||علي|ابن|5",
        "|#3||بدر|ابن|5",
    ];
    let office = Office::new(Subject::Beneficiaries, vec![sheet("الأسر", &rows)]);
    let found = office.rows(TableKind::Beneficiaries);
    let members = |row: usize| found[row]["values"]["members"].as_array().map_or(0, Vec::len);
    assert_eq!((members(1), members(2)), (2, 2));
    let refused = ["relation member_without_head", "full_name name_missing"];
    assert_eq!(reasons(&office, TableKind::Beneficiaries), refused, "nobody's members, and a number without a name");
}

#[test]
fn the_state_of_a_file_is_nobodys_marital_status() {
    let found = |state: [&str; 2]| {
        let rows = [
            "الاسم|رقم الهوية|الحالة".to_owned(),
            format!("نورة سعد العتيبي|#1|{}", state[0]),
            format!("سارة فهد الحربي|#2|{}", state[1]),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        Office::new(Subject::Beneficiaries, vec![sheet("سجل", &rows)]).found()
    };
    assert_eq!(found(["نشط", "موقوف"]), ["سجل beneficiaries: full_name=A id_number=B"]);
    assert_eq!(found(["أرملة", "مطلقة"]), ["سجل beneficiaries: full_name=A id_number=B marital_status=C"]);
}

#[test]
fn numbers_and_days_are_read_as_a_person_reads_them() {
    let dashed = made::identity(1);
    let dashed = format!("{}-{}", &dashed[..4], &dashed[4..]);
    let row = |identity: &str, born: &str, mobile: &str| format!("نورة سعد العتيبي|{identity}|{born}|{mobile}");
    let rows = [
        "الاسم|رقم الهوية|تاريخ الميلاد|الجوال".to_owned(),
        row(&dashed, "الموافق 15/7/1400هـ", "0501234570 / 0551234571"),
        row("#2", "الجمعة 15/7/1400", "0501234572-0501234573"),
        row("#3", "1400/7/15 هـ - 1980/05/29 م", "0501234574، 0133456789"),
        row("#4", "1400/7/15 هـ - 1980/05/30 م", "أمه 0501234575"),
        row("#5", "May 29, 1980", "0501234576"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let office = Office::new(Subject::Beneficiaries, vec![sheet("سجل", &rows)]);
    let found: Vec<String> = office
        .judged()
        .tables
        .beneficiaries
        .unwrap()
        .rows
        .iter()
        .map(|row| ["id_number", "birth_date", "mobile"].map(|field| row.cells[field].value.clone()).join(" "))
        .collect();
    assert_eq!(found[0], format!("{} 1980-05-29 050 123 4570", made::identity(1)));
    assert_eq!(found[1], format!("{} 1980-05-29 050 123 4572", made::identity(2)));
    assert_eq!(found[4], format!("{} 1980-05-29 050 123 4576", made::identity(5)));
    let refused = ["mobile mobile_not_digits", "birth_date date_calendar", "mobile mobile_not_digits"];
    assert_eq!(reasons(&office, TableKind::Beneficiaries), refused, "two days that are not one, and another's number");
}

#[test]
fn months_stand_under_their_years() {
    let rows = [
        "رقم القرض|الاسم|1446|||1447||",
        "||محرم|صفر|جماد ثاني|محرم|صفر|ربيع أول",
        "71|علي|500|500||500|500|",
        "72|سعد|100|||100||",
    ];
    let mut merged = sheet("ورقة1", &rows);
    merged.spanning.extend([(0, 2), (0, 5)]);
    for sheet in [sheet("ورقة1", &rows), merged] {
        let mut office = office(Subject::Loans, vec![sheet]);
        office.answer(TableKind::Repayments, "month_day", Decision::Use("1".to_owned()));
        let days = office.values(TableKind::Repayments, &["loan_no", "date"]);
        assert_eq!(days[0], "clean 71 2024-07-07");
        assert_eq!(days[2], "clean 71 2025-06-26", "not of the first of the years");
    }
}

#[test]
fn a_day_is_no_sum_however_its_header_is_read() {
    let rows = [
        "رقم القرض|القسط 1|تاريخ السداد|القسط 2|تاريخ السداد",
        "71|500|2024/02/10|500|2024/03/10",
        "72|100|2024/02/10|100|2024/03/11",
    ];
    let office = office(Subject::Loans, vec![sheet("سداد", &rows)]);
    assert!(office.draft.layouts.iter().all(|layout| !layout.columns.contains_key("amount")), "{:?}", office.found());
}

#[test]
fn a_balance_is_of_one_head_and_its_parents_are_totals() {
    let six = [
        "ميزان المراجعة",
        "رقم الحساب|اسم الحساب|رصيد أول المدة||الحركة خلال الفترة||رصيد آخر المدة|",
        "||مدين|دائن|مدين|دائن|مدين|دائن",
        "11101|البنك|100||50|30|120|",
        "231|صافي الأصول||100||20||120",
    ];
    let mut merged = sheet("صندوق الزكاة", &six);
    merged.spanning.extend([(1, 2), (1, 4), (1, 6)]);
    let trial = office(Subject::Openings, vec![merged]);
    assert_eq!(
        trial.values(TableKind::Openings, &OPENING),
        ["clean 11101 صندوق الزكاة 10000", "clean 231 صندوق الزكاة -10000"]
    );

    let parents = [
        "الصندوق: العام",
        "رمز الحساب|اسم الحساب|المستوى|مدين|دائن",
        "1|الأصول|1|300|0",
        "112|الذمم|2|90|0",
        "11101|البنك|3|200|0",
        "11201|قروض|3|100|0",
        "231|صافي الأصول|3|0|300",
    ];
    let mut trial = office(Subject::Openings, vec![sheet("ميزان", &parents)]);
    let parent = |code: &str| KnownAccount { code: code.to_owned(), name: code.to_owned(), postable: false };
    trial.known.accounts.extend(["1", "112"].map(parent));
    let values = trial.values(TableKind::Openings, &["account"]);
    assert_eq!(
        values,
        ["ask 112", "clean 11101", "clean 11201", "clean 231"],
        "one that is not their sum is asked about"
    );
}

#[test]
fn debits_with_a_minus_are_asked_about() {
    let rows =
        ["الأرصدة الافتتاحية في 1/1/1446هـ", "رقم الحساب|الصندوق|الرصيد", "11101|العام|-5,000.00", "231|العام|5,000.00"];
    let mut turned = office(Subject::Openings, vec![sheet("أرصدة", &rows)]);
    assert_eq!(turned.questions(TableKind::Openings), ["unknown_word nature -".to_owned()].into());
    turned.answer(TableKind::Openings, "unknown_word", Decision::Use("debit".to_owned()));
    let values = turned.values(TableKind::Openings, &OPENING);
    assert_eq!(values, ["normalised 11101 العام 500000", "normalised 231 العام -500000"]);
    turned.answer(TableKind::Openings, "unknown_word", Decision::Use("credit".to_owned()));
    let values = turned.values(TableKind::Openings, &OPENING);
    assert_eq!(values, ["clean 11101 العام -500000", "clean 231 العام 500000"]);
}

#[test]
fn an_english_office_is_understood() {
    let loans = [
        "Contract #|Client Name|Client ID|Portfolio|Financed Amount|Tenor (Months)|Disb. Date|1st Installment Date|Monthly Inst.|Guarantor 1|Guarantor 2|Status",
        "81|Ahmed|#1|العام|12,000.00|12|05-Jan-2024|10-Feb-2024|1,000|Saleh|Saad|Active",
        "82|Nora|#2|العام|12,000.00|12|05-Jan-2024|Feb 10, 2024|1,000|Saleh||Closed",
    ];
    let office = office(Subject::Loans, vec![sheet("Loans 2024", &loans)]);
    let values = office.values(TableKind::Loans, &["loan_no", "beneficiary", "first_due", "guarantor", "fund"]);
    let wanted = ["clean 81 k1 2024-02-10 Saleh العام", "normalised 82 k2 2024-02-10 Saleh العام"];
    assert_eq!(values, wanted);
    let people = [
        "S/N|Beneficiary Full Name|Saudi ID / Iqama|DOB (Hijri)|Contact No.|No. of Dependents|Net Income|Marital|Dist.|Bank A/C (IBAN)|Registered On",
        "1|Ahmed Saleh Al-Ghamdi|#1|1400-05-06|966 50 123 4567|4|SAR 3,500|Married|Olaya|^1|01-Jan-2020",
        "2|Nora Al-Otaibi|#2|1401-05-06|+966501234568|3|2,500|Widow|Corniche|^2|05-Feb-2021",
    ];
    let office = Office::new(Subject::Beneficiaries, vec![sheet("Sheet1", &people)]);
    assert_eq!(office.left_out(0), ["Registered On"]);
    assert_eq!(office.values(TableKind::Beneficiaries, &["family_size", "marital_status"])[0], "normalised 4 Married");
}

#[test]
fn a_program_of_another_country_writes_the_month_first() {
    let born = |days: [&str; 3]| {
        let rows = days.iter().enumerate().map(|(at, day)| format!("نورة سعد العتيبي {at}|#{at}|{day}"));
        let rows: Vec<String> = std::iter::once("الاسم|رقم الهوية|تاريخ الميلاد".to_owned()).chain(rows).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let office = Office::new(Subject::Beneficiaries, vec![sheet("سجل", &rows)]);
        let rows = office.rows(TableKind::Beneficiaries);
        rows.iter().map(|row| row["values"]["birth_date"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(born(["5/13/1990", "3/4/1991", "12/31/1980 10:15:22"]), ["1990-05-13", "1991-03-04", "1980-12-31"]);
    assert_eq!(born(["13/5/1990", "3/4/1991", "31/12/1980"]), ["1990-05-13", "1991-04-03", "1980-12-31"]);
    assert_eq!(born(["5/13/1990", "3/4/1991", "31/12/1980"])[..2], ["", "1991-04-03"], "one slip turns nothing round");
}

#[test]
fn what_speaks_against_a_row_is_asked() {
    let loans = [
        "رقم القرض|رقم الهوية|مبلغ القرض|تاريخ الصرف|عدد الأقساط|أول قسط|الصندوق|الحالة",
        "91|#1|12000|2024-01-05|12|2024-02-05|العام|قائم",
        "92|#2|6000|2024-01-09|6|2024-02-09|العام|ملغي",
        "93|#3|6000|2024-01-09|6|2024-02-09|العام|تحت الدراسة",
    ];
    let paid =
        ["رقم القرض|التاريخ|المبلغ|طريقة السداد|ملاحظات", "71|2024-02-05|1000|شيك|شيك مرتجع", "71|2024-03-05|1000|شيك|"];
    let mut office = office(Subject::Loans, vec![sheet("قروض", &loans), sheet("سداد", &paid)]);
    let loans = |office: &Office| office.values(TableKind::Loans, &["loan_no"]);
    assert_eq!(loans(&office), ["clean 91", "ask 92", "ask 93"], "was it ever paid out?");
    let asked: Vec<String> = office.questions(TableKind::Loans).into_iter().collect();
    assert_eq!(asked, ["unknown_word status_typed تحت الدراسة", "unknown_word status_typed ملغي"]);
    let paid = office.values(TableKind::Repayments, &["date"]);
    assert_eq!(paid.iter().map(|row| row.split(' ').next().unwrap()).collect::<Vec<_>>(), ["ask", "clean"]);
    office.answer(TableKind::Loans, "unknown_word", Decision::LeaveOut);
    assert_eq!(loans(&office), ["clean 91", "skipped null", "skipped null"]);
    office.draft.answers.clear();
    office.answer(TableKind::Loans, "unknown_word", Decision::Use(String::new()));
    assert_eq!(loans(&office), ["clean 91", "clean 92", "clean 93"]);
}

#[test]
fn a_dwelling_is_no_quarter_and_thousands_are_asked_about() {
    let rows = ["الاسم|رقم الهوية|السكن", "نورة سعد العتيبي|#1|ملك", "سارة فهد الحربي|#2|إيجار"];
    let office = Office::new(Subject::Beneficiaries, vec![sheet("سجل", &rows)]);
    assert_eq!(office.found(), ["سجل beneficiaries: full_name=A id_number=B"]);
    let rows = [
        "الاسم|رقم الهوية|السكن",
        "نورة سعد العتيبي|#1|النور",
        "سارة فهد الحربي|#2|الريان",
        "هند فهد|#3|الفيصلية",
        "منى علي|#4|العليا",
    ];
    let office = Office::new(Subject::Beneficiaries, vec![sheet("سجل", &rows)]);
    assert_eq!(office.found(), ["سجل beneficiaries: district=C full_name=A id_number=B"]);
    let rows = [
        "رقم القرض|رقم السجل|مبلغ القرض بالألف|تاريخ الصرف|عدد الأقساط|بداية السداد|المحفظة",
        "81|#1|12|2024-01-05|12|2024-02-05|العام",
        "82|#2|20|2024-01-05|12|2024-02-05|العام",
    ];
    let office = made::office(Subject::Loans, vec![sheet("قروض", &rows)]);
    assert_eq!(office.questions(TableKind::Loans), ["money_unit  مبلغ القرض بالألف".to_owned()].into());
}

#[test]
fn sums_in_another_unit_are_believed_once_a_person_has_said_which() {
    let rows = [
        "سجل القروض الحسنة (المبالغ بآلاف الريالات)|||||||",
        "رقم القرض|رقم السجل|مبلغ القرض|تاريخ الصرف|عدد الأقساط|بداية السداد|المحفظة",
        "81|#1|12|2024-01-05|12|2024-02-05|العام",
        "82|#2|20.5|2024-01-05|12|2024-02-05|العام",
    ];
    let mut office = made::office(Subject::Loans, vec![sheet("قروض", &rows)]);
    let amounts = |office: &Office| office.values(TableKind::Loans, &["loan_no", "amount_halalas"]);
    let question = "money_unit  سجل القروض الحسنة (المبالغ بآلاف الريالات)".to_owned();
    assert_eq!(office.questions(TableKind::Loans), [question].into(), "asked once for all rows, and nothing else is");
    assert!(
        amounts(&office).iter().all(|row| row.starts_with("ask")),
        "no sum is believed before: {:?}",
        amounts(&office)
    );
    for (unit, wanted) in
        [("thousands", ["clean 81 1200000", "clean 82 2050000"]), ("riyals", ["clean 81 1200", "clean 82 2050"])]
    {
        office.answer(TableKind::Loans, "money_unit", Decision::Use(unit.to_owned()));
        assert_eq!(amounts(&office), wanted, "{unit}");
    }
    let rows = [
        "رقم القرض|رقم السجل|مبلغ القرض (هللة)|تاريخ الصرف|عدد الأقساط|بداية السداد|المحفظة",
        "81|#1|1200050|2024-01-05|12|2024-02-05|العام",
        "82|#2|12.5|2024-01-05|12|2024-02-05|العام",
    ];
    let mut office = made::office(Subject::Loans, vec![sheet("قروض", &rows)]);
    office.answer(TableKind::Loans, "money_unit", Decision::Use("halalas".to_owned()));
    assert_eq!(amounts(&office), ["clean 81 1200050", "refused null null"], "there is no half of a halala");
}

#[test]
fn tables_side_by_side_are_a_sheet_each_with_their_own_columns() {
    let rows = [
        "القروض||||||||السداد|||",
        "رقم القرض|رقم السجل|مبلغ القرض|تاريخ الصرف|عدد الأقساط|بداية السداد|المحفظة||رقم القرض|التاريخ|المبلغ|رقم السند",
        "81|#1|12000|2024-01-05|12|2024-02-05|العام||81|2024-02-05|1000|501",
        "82|#2|20000|2024-01-05|10|2024-02-05|العام||82|2024-02-05|2000|502",
        "||||||||82|2024-03-05|2000|503",
    ];
    let office =
        made::office(Subject::Loans, intake::apart(sheets::Workbook { sheets: vec![sheet("دفتر", &rows)] }).sheets);
    assert_eq!(
        office.found(),
        [
            "دفتر loans: amount=C borrower=B disbursed_on=D first_due=F fund=G instalments=E loan_no=A",
            "دفتر (2) repayments: amount=K date=J loan_no=I receipt=L",
        ]
    );
    let paid = office.values(TableKind::Repayments, &["loan_no", "date", "amount_halalas", "receipt"]);
    assert_eq!(paid.len(), 3, "{paid:?}");
    assert!(paid[2].ends_with("82 2024-03-05 200000 503"), "{paid:?}");
    // A blank column within one table parts nothing.
    let one = [
        "رقم القرض|رقم السجل|مبلغ القرض||تاريخ الصرف|عدد الأقساط|بداية السداد|المحفظة",
        "81|#1|12000||2024-01-05|12|2024-02-05|العام",
    ];
    assert_eq!(intake::apart(sheets::Workbook { sheets: vec![sheet("قروض", &one)] }).sheets.len(), 1);
}

#[test]
fn funds_are_listed_with_their_balance_and_payments_in_a_ledger() {
    let funds = [
        "م|اسم الصندوق|نوعه|مقيد / غير مقيد|رقم حساب الصندوق|البنك|الرصيد",
        "1|الصندوق العام|تشغيلي|غير مقيد|^1|الراجحي|100",
        "2|صندوق القرض الحسن|قروض حسنة|مقيد|^3|الأهلي|100",
    ];
    let office = made::office(Subject::Openings, vec![sheet("الصناديق", &funds)]);
    assert_eq!(office.found(), ["الصناديق funds: bank_account=E class=D kind=C name=B serial=A"]);
    let ledger = [
        "التاريخ|رقم السند|اسم المسدد|رقم القرض|مدين|دائن|الرصيد|البيان",
        "2024/03/01|1|علي|71||1000|11000|سداد قسط",
        "2024/04/01|2|علي|71||1000|10000|سداد قسط",
    ];
    let office = made::office(Subject::Loans, vec![sheet("كشف حساب", &ledger)]);
    assert_eq!(office.found(), ["كشف حساب repayments: amount=F date=A loan_no=D notes=H receipt=B"]);
}

#[test]
fn a_relation_that_is_none_of_the_eight_is_another() {
    let rows = [
        "اسم الفرد|رقم الهوية|صلة القرابة|الجوال",
        "فهد سعد علي العتيبي|#1|رب الأسرة|*1",
        "هيا فهد سعد العتيبي|#2|حفيدة|",
    ];
    let office = Office::new(Subject::Beneficiaries, vec![sheet("أسر", &rows)]);
    assert!(office.questions(TableKind::Beneficiaries).is_empty());
    assert_eq!(office.rows(TableKind::Beneficiaries)[0]["values"]["members"][0]["relation"], "other");
}
