//! From looking at a file to what goes in: corrections, answers, and the second run with what was refused.

#![allow(clippy::unwrap_used, reason = "a test may stop where a file is not as it should be")]

use intake::{
    Answer, Ask, Decision, Draft, Known, KnownFund, KnownLoan, KnownPerson, Other, Place, RepaymentKind, Subject,
    TableKind, Validation, Verdict, Wording, codes, refused_rows, validate, validate_again, validate_while,
};
use proptest::prelude::*;
use sheets::{Cell, Limits, Sheet, Workbook};

fn sheet(name: &str, rows: &[&str]) -> Sheet {
    let cell = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) };
    let rows = rows.iter().map(|row| row.split('|').map(cell).collect()).collect();
    Sheet::visible(name, rows)
}

fn people() -> Workbook {
    let rows = [
        "سجل مستفيدي الجمعية",
        "الاسم|رقم الهوية|الجوال|تاريخ الميلاد|الدخل",
        "نورة سعد فهد العتيبي|1000000008|0501234567|1400/01/01|1500",
        "نورة سعد العتيبي||0501234567|1400/01/01|1500",
        "فهد ناصر علي الدوسري|1000000009|0501234568|1401/02/02|لا يوجد",
        "سارة محمد حسن الحربي|1010101010|0501234569|1402/03/03|1,200",
    ];
    Workbook { sheets: vec![sheet("ورقة1", &rows)] }
}

fn loans() -> Workbook {
    let register = [
        "رقم القرض|هوية المقترض|مبلغ القرض|تاريخ الصرف|عدد الأقساط|أول قسط|الصندوق",
        "7/1446|1000000008|1200|2025-01-05|12|2025-02-01|محفظة القروض",
        "8/1446|1010101010|600|2025-01-05|6|2025-02-01|صندوق آخر",
    ];
    let paid_out = [
        "رقم القرض|التاريخ|نوع الصرف|المبلغ|رقم سند الصرف",
        "7-1446|2025-01-05|عيني|1000|1",
        "7-1446|2025-01-06|نقدي|300|2",
        "8-1446|2025-01-05|نقدي|600|3",
    ];
    let paid_back = [
        "رقم القرض|التاريخ|المبلغ|طريقة السداد|رقم السند|ملاحظات",
        "7/1446|2025-02-01|100|تحويل|50|",
        "7/1446|2025-03-01|100|تحويل|50|",
        "7/1446|2025-03-02|-100|تحويل|51|خطأ",
        "8/1446|2025-02-01|100|تحويل|52|",
    ];
    let sheets = [("أ", &register[..]), ("ب", &paid_out[..]), ("ج", &paid_back[..])];
    Workbook { sheets: sheets.into_iter().map(|(name, rows)| sheet(name, rows)).collect() }
}

fn known() -> Known {
    Known::nothing("2026-11-01".parse().unwrap())
}

fn person(key: &str, name: &str, identity: &str) -> KnownPerson {
    KnownPerson {
        key: key.to_owned(),
        name: name.to_owned(),
        identity: identity.to_owned(),
        file_no: String::new(),
        born: None,
        mobile: String::new(),
        sex: None,
    }
}

fn verdict(validation: &Validation, table: TableKind, row: usize) -> Verdict {
    let tables = &validation.tables;
    let found = match table {
        TableKind::Beneficiaries => {
            tables.beneficiaries.as_ref().unwrap().rows.iter().map(|r| (r.row, r.verdict)).collect::<Vec<_>>()
        }
        TableKind::Loans => tables.loans.as_ref().unwrap().rows.iter().map(|r| (r.row, r.verdict)).collect(),
        TableKind::Tranches => tables.tranches.as_ref().unwrap().rows.iter().map(|r| (r.row, r.verdict)).collect(),
        TableKind::Repayments => tables.repayments.as_ref().unwrap().rows.iter().map(|r| (r.row, r.verdict)).collect(),
        _ => panic!("no test asks for it"),
    };
    found.into_iter().find(|(number, _)| *number == row).unwrap().1
}

/// The sheet a table of these books stands on.
fn at(table: TableKind, row: usize) -> Place {
    let sheet = match table {
        TableKind::Beneficiaries => "ورقة1",
        TableKind::Loans => "أ",
        TableKind::Tranches => "ب",
        _ => "ج",
    };
    Place::row(sheet, row)
}

fn answer(table: TableKind, row: Option<usize>, ask: &str, decision: Decision) -> Answer {
    Answer::of(table, row.map(|row| at(table, row)), ask, decision)
}

#[test]
fn a_cell_mended_in_place_makes_its_row_ready() {
    let book = people();
    let mut draft = Draft::found(&book, Subject::Beneficiaries);
    let before = validate(&book, &draft, &known());
    assert_eq!(verdict(&before, TableKind::Beneficiaries, 5), Verdict::Refused, "its check digit fails");

    draft.correct(TableKind::Beneficiaries, &at(TableKind::Beneficiaries, 5), "id_number", "١٠٩٨٧٦٥٤٣٩");
    let after = validate(&book, &draft, &known());
    assert_eq!(verdict(&after, TableKind::Beneficiaries, 5), Verdict::Normalised);
    let row = after.tables.beneficiaries.as_ref().unwrap().rows.iter().find(|row| row.row == 5).unwrap();
    let changed = row.changed.iter().find(|changed| changed.field == "id_number").unwrap();
    assert_eq!(
        (changed.from.as_str(), changed.to.as_str(), changed.how.as_str()),
        ("1000000009", "1098765439", "by_hand")
    );

    draft.correct(TableKind::Beneficiaries, &at(TableKind::Beneficiaries, 5), "id_number", "1010101010");
    let again = validate(&book, &draft, &known());
    assert_eq!(verdict(&again, TableKind::Beneficiaries, 6), Verdict::Refused, "now row 6 is the second of its number");
}

#[test]
fn a_suspicion_is_answered_for_one_or_for_all() {
    let book = people();
    let mut draft = Draft::found(&book, Subject::Beneficiaries);
    assert_eq!(verdict(&validate(&book, &draft, &known()), TableKind::Beneficiaries, 4), Verdict::Ask);

    draft.answer(answer(TableKind::Beneficiaries, None, "suspected_duplicate", Decision::LeaveOut));
    let left_out = validate(&book, &draft, &known());
    assert_eq!(verdict(&left_out, TableKind::Beneficiaries, 4), Verdict::Skipped);
    assert_eq!(left_out.tables.beneficiaries.as_ref().unwrap().ready().count(), 2, "rows 3 and 6");

    draft.answer(answer(TableKind::Beneficiaries, Some(4), "suspected_duplicate", Decision::Import));
    let kept = validate(&book, &draft, &known());
    assert_eq!(
        verdict(&kept, TableKind::Beneficiaries, 4),
        Verdict::Clean,
        "its own answer goes before the one for all"
    );
}

#[test]
fn people_of_the_office_are_recognised() {
    let mut known = known();
    known.people = vec![person("م-7", "ساره محمد حسن الحربى", "1010101010"), person("م-8", "نوره سعد فهد العتيبى", "")];
    let book = people();
    let draft = Draft::found(&book, Subject::Beneficiaries);
    let validation = validate(&book, &draft, &known);
    assert_eq!(verdict(&validation, TableKind::Beneficiaries, 6), Verdict::Refused, "the number is taken");
    let rows = &validation.tables.beneficiaries.as_ref().unwrap().rows;
    assert!(matches!(&rows[0].ask[..], [Ask::SuspectedDuplicate { of: Other::Known { known }, .. }] if known == "م-8"));

    known.different.push(("م-8".to_owned(), "1000000008".to_owned()));
    let again = validate(&book, &draft, &known);
    assert_eq!(verdict(&again, TableKind::Beneficiaries, 3), Verdict::Clean, "«different» is remembered");
}

#[test]
fn answers_free_a_loan_and_what_hangs_on_it() {
    let mut known = known();
    known.people = vec![person("أ", "نورة سعد", "1000000008"), person("ب", "سارة محمد", "1010101010")];
    known.funds = vec![KnownFund { key: "ص".to_owned(), name: "محفظة القروض".to_owned(), opened: false }];
    let book = loans();
    let mut draft = Draft::found(&book, Subject::Loans);
    let first = validate(&book, &draft, &known);
    for (table, row, expected) in [
        (TableKind::Loans, 2, Verdict::Clean),
        (TableKind::Loans, 3, Verdict::Ask),
        (TableKind::Tranches, 2, Verdict::Normalised),
        (TableKind::Tranches, 3, Verdict::Refused),
        (TableKind::Tranches, 4, Verdict::Ask),
        (TableKind::Repayments, 2, Verdict::Clean),
        (TableKind::Repayments, 3, Verdict::Ask),
        (TableKind::Repayments, 4, Verdict::Ask),
        (TableKind::Repayments, 5, Verdict::Ask),
    ] {
        assert_eq!(verdict(&first, table, row), expected, "{table:?} row {row}");
    }

    draft.answer(answer(TableKind::Loans, Some(3), "unknown_fund", Decision::Use("محفظه القروض".to_owned())));
    draft.answer(answer(TableKind::Repayments, Some(3), "receipt_number_reused", Decision::Import));
    draft.answer(answer(TableKind::Repayments, None, "negative_without_reference", Decision::Use("٥٠".to_owned())));
    let second = validate(&book, &draft, &known);
    assert!(!second.counts.contains_key(&Verdict::Ask), "every question is answered: {:?}", second.counts);
    let (_, loan) = second.tables.loans.as_ref().unwrap().ready().nth(1).unwrap();
    assert_eq!((loan.fund.as_str(), loan.beneficiary.as_str()), ("محفظة القروض", "ب"));
    let (_, reversal) = second.tables.repayments.as_ref().unwrap().ready().nth(2).unwrap();
    assert_eq!((reversal.kind, reversal.reverses_receipt.as_deref()), (RepaymentKind::Reversal, Some("50")));
    let (_, tranche) = second.tables.tranches.as_ref().unwrap().ready().next().unwrap();
    assert_eq!(tranche.loan_no, "7/1446", "written as in the register, whose strokes are its own");
}

#[test]
fn what_was_refused_is_mended_in_a_spreadsheet_and_makes_no_doubles() {
    let book = people();
    let draft = Draft::found(&book, Subject::Beneficiaries);
    let first = validate(&book, &draft, &known());
    let words = Wording { reason: &|reason| reason.reason.clone(), question: &|ask| ask.kind().to_owned() };
    let table = refused_rows(&book, &draft, &first, TableKind::Beneficiaries, "مرفوضة", "السبب", &words);
    let bytes = sheets::write_xlsx(&table.unwrap()[0]).unwrap();
    let mut again = sheets::read(&bytes, "x.xlsx", &Limits::default()).unwrap();
    assert_eq!(again.sheets[0].cell(1, 5).text(), "suspected_duplicate", "a question nobody answered leaves as well");
    assert_eq!(again.sheets[0].cell(2, 5).text(), "id_check_digit");
    // The office mends the number, and by mistake leaves a row in that went in already.
    again.sheets[0].rows[2][1] = Cell::Text("1098765439".into());
    let taken = book.sheets[0].rows[2].clone();
    let taken_name = taken[0].text().into_owned();
    again.sheets[0].rows.push(taken);

    let mut office = known();
    for (row, person) in first.tables.beneficiaries.as_ref().unwrap().ready() {
        let identity = person.id_number.as_ref().map(ToString::to_string).unwrap_or_default();
        office.people.push(self::person(&row.row.to_string(), &person.full_name, &identity));
    }
    let draft = Draft::found(&again, Subject::Beneficiaries);
    let second = validate(&again, &draft, &office);
    let ready: Vec<&str> =
        second.tables.beneficiaries.as_ref().unwrap().ready().map(|(_, person)| person.full_name.as_str()).collect();
    assert_eq!(ready, ["فهد ناصر علي الدوسري"]);
    let known = second.tables.beneficiaries.as_ref().unwrap().rows.iter().find(|row| row.row == 4).unwrap();
    let other = known.reasons[0].detail.as_deref().unwrap_or_default();
    assert!(other.ends_with(&taken_name), "the refusal names the file it collides with: {other}");
    assert_eq!(verdict(&second, TableKind::Beneficiaries, 4), Verdict::Refused);
    assert_eq!(verdict(&second, TableKind::Beneficiaries, 2), Verdict::Ask);
}

#[test]
fn loans_imported_before_are_not_imported_again() {
    let mut known = known();
    known.people = vec![person("أ", "نورة سعد", "1000000008")];
    known.funds = vec![KnownFund { key: "ص".to_owned(), name: "محفظة القروض".to_owned(), opened: false }];
    known.loans = vec![KnownLoan {
        loan_no: "7/1446".to_owned(),
        disbursed_on: "2025-01-05".parse().unwrap(),
        first_due: "2025-01-05".parse().unwrap(),
        amount: 120_000.into(),
        disbursed: 120_000.into(),
    }];
    let book = loans();
    let validation = validate(&book, &Draft::found(&book, Subject::Loans), &known);
    assert_eq!(verdict(&validation, TableKind::Loans, 2), Verdict::Refused);
    assert_eq!(verdict(&validation, TableKind::Tranches, 2), Verdict::Refused, "it is disbursed in full");
    assert_eq!(verdict(&validation, TableKind::Repayments, 2), Verdict::Clean, "later repayments may still come");
}

#[test]
fn a_table_without_a_needed_column_says_which() {
    let book = Workbook { sheets: vec![sheet("x", &["الاسم|الجوال", "نورة|0501234567"])] };
    let validation = validate(&book, &Draft::found(&book, Subject::Beneficiaries), &known());
    let table = validation.tables.beneficiaries.unwrap();
    assert_eq!((table.missing, table.rows.len()), (vec!["id_number".to_owned()], 0));
    let nothing = validate(&book, &Draft::found(&book, Subject::Openings), &known());
    assert_eq!(nothing.not_found, [TableKind::Funds, TableKind::Openings]);
}

/// How many changed workbooks are judged: few with every test run, `SHARAKA_FUZZ=100000` before a release.
fn inputs() -> u32 {
    std::env::var("SHARAKA_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(16)
}

fn sample(name: &str) -> Workbook {
    let path = format!("{}/cases/qassim/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut book = sheets::read(&std::fs::read(path).unwrap(), name, &Limits::default()).unwrap();
    for sheet in &mut book.sheets {
        sheet.rows.truncate(40);
    }
    book
}

fn cells() -> impl Strategy<Value = Cell> {
    let odd = prop::sample::select(vec![
        "",
        " ",
        "-",
        "لا يوجد",
        "٠",
        "=1",
        "1/1/1",
        "32/13/1446هـ",
        "9999-99-99",
        "ربيع الأول",
        "1 محرم",
        "ريال",
        "(5)",
        "--5",
        "5-",
        "1e5",
        "الإجمالي",
        "إعداد",
        "ق--",
        "///",
        "\u{200f}",
        "✓",
        "SA",
        "966",
        "+",
        "é",
        "🙂",
        "رقم القرض",
        "إلغاء السند رقم",
        "إلغاء 5",
        "99999999999999999999999",
        "0.000001",
        "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠",
    ]);
    prop_oneof![
        odd.prop_map(|text| if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }),
        "\\PC{0,12}".prop_map(|text| Cell::Text(text.into())),
        any::<i64>().prop_map(|number| Cell::Number(number.to_string().into())),
        any::<f64>().prop_filter("a number", |n| n.is_finite()).prop_map(|n| Cell::Number(n.to_string().into())),
        (-700_000i32..2_900_000).prop_map(|day| Cell::Day(kernel::Day::from_number(day).unwrap())),
        any::<bool>().prop_map(Cell::Bool),
        Just(Cell::Error("#REF!".into())),
    ]
}

/// How many rows wait with a question of this kind.
fn waiting(validation: &Validation, kind: &str) -> usize {
    let rows = &validation.tables.beneficiaries.as_ref().unwrap().rows;
    rows.iter().filter(|row| row.verdict == Verdict::Ask && row.ask.iter().any(|ask| ask.kind() == kind)).count()
}

#[test]
fn rows_that_are_just_alike_ask_once_and_one_answer_counts_for_all() {
    let lines: Vec<String> = (1..=500).map(|n| format!("م-{n}|محمد أحمد علي الشريدة||")).collect();
    let rows: Vec<&str> =
        ["رقم الملف|الاسم|رقم الهوية|الجوال"].into_iter().chain(lines.iter().map(String::as_str)).collect();
    let book = Workbook { sheets: vec![sheet("ورقة", &rows)] };
    let mut draft = Draft::found(&book, Subject::Beneficiaries);
    let judged = validate(&book, &draft, &known());
    assert_eq!((waiting(&judged, "suspected_duplicate"), waiting(&judged, "alike_undecided")), (1, 498));
    assert_eq!(judged.duplicate_pairs.len(), 499, "each is beside the first");

    let table = TableKind::Beneficiaries;
    let say = |row, ask: &str, decision| Answer::of(table, Some(Place::row("ورقة", row)), ask, decision);
    draft.answer(say(3, "suspected_duplicate", Decision::LeaveOut));
    draft.answer(say(10, "alike_undecided", Decision::Import));
    let judged = validate(&book, &draft, &known());
    assert_eq!(judged.counts, [(Verdict::Clean, 2), (Verdict::Skipped, 498)].into());
    assert_eq!(verdict(&judged, table, 10), Verdict::Clean, "an answer of its own goes before");

    draft.correct(table, &Place::row("ورقة", 3), "mobile", "0501234567");
    let judged = validate(&book, &draft, &known());
    assert_eq!(waiting(&judged, "alike_undecided"), 497 - 1, "the next one asks when the first is no longer alike");
}

/// What a person does to a draft.
type Step = Box<dyn Fn(&mut Draft)>;

#[test]
fn judging_again_after_a_change_is_judging_the_whole() {
    let book = people();
    let mut draft = Draft::found(&book, Subject::Beneficiaries);
    let mut last = validate(&book, &draft, &known());
    let table = TableKind::Beneficiaries;
    let mut steps: Vec<Step> = Vec::new();
    for (row, field, text) in [
        (5, "id_number", "1000000016"),
        (4, "mobile", "0501234599"),
        (6, "full_name", ""),
        (6, "full_name", "نورة سعد العتيبي"),
        (6, "id_number", "1000000008"),
        (3, "id_number", ""),
        (3, "full_name", "سارة محمد حسن الحربي"),
    ] {
        steps.push(Box::new(move |draft| draft.correct(table, &at(table, row), field, text)));
    }
    steps.push(Box::new(move |draft| draft.uncorrect(table, &at(table, 3), "id_number")));
    for decision in [Decision::LeaveOut, Decision::Import] {
        steps.push(Box::new(move |draft| {
            let ask = "suspected_duplicate".to_owned();
            draft.answer(answer(table, None, &ask, decision.clone()));
        }));
    }
    steps.push(Box::new(move |draft| draft.unanswer(&answer(table, None, "suspected_duplicate", Decision::Import))));
    steps.push(Box::new(move |draft| {
        draft.layouts[0].columns.remove("mobile");
    }));
    for (place, step) in steps.iter().enumerate() {
        let before = draft.clone();
        step(&mut draft);
        last = validate_again(&book, &draft, &known(), (&before, last), &|| true);
        assert_eq!(last, validate(&book, &draft, &known()), "step {place}");
    }
}

#[test]
fn judging_ends_when_it_is_told_to() {
    let lines: Vec<String> = (0..5_000).map(|n| format!("{n}|نورة سعد فهد العتيبي|0501234567")).collect();
    let rows: Vec<&str> = ["رقم الملف|الاسم|الجوال"].into_iter().chain(lines.iter().map(String::as_str)).collect();
    let book = Workbook { sheets: vec![sheet("ورقة", &rows)] };
    let draft = Draft::found(&book, Subject::Beneficiaries);
    let asked = std::cell::Cell::new(0);
    let go_on = || {
        asked.set(asked.get() + 1);
        asked.get() < 3
    };
    let judged = validate_while(&book, &draft, &known(), &go_on);
    assert!(judged.data_rows < 1_000, "{} rows were still looked at", judged.data_rows);
    assert!(judged.duplicate_pairs.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: inputs(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_stands_in_the_cells_every_row_is_judged(
        which in 0usize..3,
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, 0usize..19, cells()), 1..60),
    ) {
        let (file, subject) = [
            ("beneficiaries.xlsx", Subject::Beneficiaries),
            ("loans.xlsx", Subject::Loans),
            ("fund_opening.xlsx", Subject::Openings),
        ][which];
        let mut book = sample(file);
        let draft = Draft::found(&book, subject);
        for (sheet, row, column, cell) in changes {
            let sheet = sheet.index(book.sheets.len());
            let rows = &mut book.sheets[sheet].rows;
            if row < rows.len() {
                if rows[row].len() <= column {
                    rows[row].resize(column + 1, Cell::Empty);
                }
                rows[row][column] = cell;
            }
        }
        let validation = validate(&book, &draft, &known());
        prop_assert_eq!(validation.counts.values().sum::<usize>(), validation.data_rows);
        let report = serde_json::to_value(validation.clone().without_cells()).unwrap();
        for table in report["tables"].as_object().unwrap().values() {
            let rows = table["rows"].as_array().unwrap();
            let skipped = table["skipped"].as_array().unwrap();
            let sheet = book.sheets.iter().find(|sheet| sheet.name == table["name"]).unwrap();
            let below = sheet.rows.len() - table["header_row"].as_u64().unwrap() as usize;
            prop_assert_eq!(rows.len() + skipped.len(), below, "no row is lost");
            for row in rows {
                let ready = ["clean", "normalised"].contains(&row["verdict"].as_str().unwrap());
                prop_assert!(!ready || row["values"].is_object(), "a ready row has its values: {}", row);
                for reason in row["reasons"].as_array().into_iter().flatten() {
                    prop_assert!(codes::REASONS.contains(&reason["reason"].as_str().unwrap()), "{}", reason);
                }
            }
        }
        // Looking for the tables anew in the changed file ends, too, and a report leads back to itself.
        let again = validate(&book, &Draft::found(&book, subject), &known());
        let text = serde_json::to_string(&again).unwrap();
        prop_assert_eq!(serde_json::from_str::<Validation>(&text).unwrap(), again);
    }
}

#[test]
fn a_line_of_an_opening_stands_once_and_not_at_all_where_the_fund_was_opened() {
    let lines = [
        "رقم الحساب|الصندوق|مدين|دائن|البيان",
        "11101|العام|100||بنك أ",
        "11101|العام|100||بنك أ",
        "11101|العام|100||بنك ب",
        "11101|الوقف|50||",
    ];
    let book = Workbook { sheets: vec![sheet("أرصدة", &lines)] };
    let mut office = known();
    office.funds = vec![
        KnownFund { key: "1".to_owned(), name: "العام".to_owned(), opened: false },
        KnownFund { key: "2".to_owned(), name: "الوقف".to_owned(), opened: true },
    ];
    let judged = validate(&book, &Draft::found(&book, Subject::Openings), &office);
    let reasons: Vec<Vec<&str>> = judged
        .tables
        .openings
        .as_ref()
        .unwrap()
        .rows
        .iter()
        .map(|row| row.reasons.iter().map(|reason| reason.reason.as_str()).collect())
        .collect();
    assert_eq!(reasons, [vec![], vec!["duplicate_line"], vec![], vec!["fund_opened"]]);
}

#[test]
fn a_row_that_saving_found_out_is_refused_and_counted_once() {
    let book = people();
    let draft = Draft::found(&book, Subject::Beneficiaries);
    let mut judged = validate(&book, &draft, &known());
    let ready = judged.tables.beneficiaries.as_ref().unwrap().ready().next().unwrap().0;
    let before = judged.counts.clone();
    judged.refuse_movement(TableKind::Beneficiaries, &ready, "لا رصيد");
    assert_eq!(verdict(&judged, TableKind::Beneficiaries, ready.row), Verdict::Refused);
    assert_eq!(judged.counts.values().sum::<usize>(), before.values().sum::<usize>());
    assert_eq!(judged.counts[&Verdict::Refused], before[&Verdict::Refused] + 1);
    assert!(judged.tables.beneficiaries.as_ref().unwrap().ready().all(|(row, _)| row != ready));
}

#[test]
fn members_stay_out_with_their_head_and_come_in_with_it() {
    let rows = [
        "الاسم|رقم الهوية|صلة القرابة|الجوال",
        "نورة سعد فهد العتيبي|1000000009|رب الأسرة|0501234567",
        "سعد|1010101010|ابن|",
        "سالم|1098765439|ابن|",
    ];
    let book = Workbook { sheets: vec![sheet("ورقة1", &rows)] };
    let mut draft = Draft::found(&book, Subject::Beneficiaries);
    let before = validate(&book, &draft, &known());
    let table = before.tables.beneficiaries.as_ref().unwrap();
    let ends: Vec<_> = table.rows.iter().map(|row| (row.row, row.reasons[0].reason.as_str())).collect();
    assert_eq!(ends, [(2, "id_check_digit"), (3, "member_head_refused"), (4, "member_head_refused")]);

    // The head is corrected: judged as a whole or again, the household is complete.
    let old = draft.clone();
    draft.correct(TableKind::Beneficiaries, &at(TableKind::Beneficiaries, 2), "id_number", "1000000008");
    let whole = validate(&book, &draft, &known());
    let again = validate_again(&book, &draft, &known(), (&old, before), &|| true);
    assert_eq!(whole, again);
    let table = whole.tables.beneficiaries.as_ref().unwrap();
    let members: Vec<&str> =
        table.ready().flat_map(|(_, head)| &head.members).map(|member| member.name.as_str()).collect();
    assert_eq!(members, ["سعد", "سالم"]);

    // And once more, for another cell of the head.
    let old = draft.clone();
    draft.correct(TableKind::Beneficiaries, &at(TableKind::Beneficiaries, 2), "mobile", "0501234568");
    let again = validate_again(&book, &draft, &known(), (&old, whole), &|| true);
    assert_eq!(again.tables.beneficiaries.as_ref().unwrap().ready().next().unwrap().1.members.len(), 2);
}
