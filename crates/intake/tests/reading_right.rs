//! Files that were once read wrongly, each as it came: what stands in them, and what becomes of it.

#![allow(clippy::unwrap_used, reason = "a test may stop where a file is not as it should be")]

use intake::{Beneficiary, Draft, Known, KnownFund, KnownPerson, Subject, Validated, Validation, validate};
use sheets::Limits;

fn judged(name: &str, subject: Subject, known: &Known) -> Validation {
    let path = format!("{}/../sheets/cases/{name}", env!("CARGO_MANIFEST_DIR"));
    let book = sheets::read(&std::fs::read(path).unwrap(), name, &Limits::default()).unwrap();
    validate(&book, &Draft::found(&book, subject), known)
}

fn known() -> Known {
    Known::nothing("2026-11-01".parse().unwrap())
}

/// The rows of a register, all of them found.
fn register(name: &str) -> Vec<Validated<Beneficiary>> {
    let table = judged(name, Subject::Beneficiaries, &known()).tables.beneficiaries;
    table.unwrap_or_else(|| panic!("no table in {name}")).rows
}

/// What one field says in all rows that go in.
fn said(name: &str, field: &str) -> Vec<String> {
    register(name).iter().filter(|row| row.is_ready()).map(|row| row.cells[field].value.clone()).collect()
}

/// The reasons a row is refused for, with their fields.
fn reasons(row: &Validated<Beneficiary>) -> Vec<(&str, &str)> {
    row.reasons.iter().map(|reason| (reason.field.as_str(), reason.reason.as_str())).collect()
}

#[test]
fn days_of_1904_are_those_the_workbook_shows() {
    for name in ["date1904_second_workbookPr.xlsx", "date1904_bare_numbers.xlsx"] {
        assert_eq!(said(name, "birth_date"), ["1985-04-12", "1999-02-28", "1972-06-28"], "{name}");
    }
}

#[test]
fn a_lone_space_far_below_is_nothing() {
    assert_eq!(said("lone_space_far.xlsx", "file_no"), ["م-2019", "م-2020"]);
}

#[test]
fn zeros_a_format_shows_belong_to_the_number_and_a_loan_finds_it() {
    assert_eq!(said("leading_zeros_register.xlsx", "file_no"), ["00042", "00007"]);
    let mut known = known();
    known.people = register("leading_zeros_register.xlsx")
        .iter()
        .filter_map(|row| row.values.as_ref())
        .map(|values| KnownPerson {
            key: values.full_name.clone(),
            name: values.full_name.clone(),
            identity: values.id_number.as_ref().map(ToString::to_string).unwrap_or_default(),
            file_no: values.file_no.clone().unwrap_or_default(),
            born: None,
            mobile: String::new(),
            sex: None,
        })
        .collect();
    let loan = judged("leading_zeros_loans.xlsx", Subject::Loans, &known).tables.loans.unwrap().rows.remove(0);
    let fund = loan.cells["fund"].raw.clone();
    known.funds = vec![KnownFund { key: "1".to_owned(), name: fund, opened: true }];
    let loan = judged("leading_zeros_loans.xlsx", Subject::Loans, &known).tables.loans.unwrap().rows.remove(0);
    assert!(!loan.reasons.iter().any(|reason| reason.field == "borrower"), "{:?}", loan.reasons);
    let owner = known.people.iter().find(|person| person.file_no == "00042").unwrap();
    assert_eq!(loan.values.unwrap().beneficiary, owner.key);
}

#[test]
fn the_sheet_that_is_seen_is_read_and_not_the_hidden_one() {
    let table = judged("hidden_sheet.ods", Subject::Beneficiaries, &known()).tables.beneficiaries.unwrap();
    assert_eq!(table.name, "كشف");
    assert_eq!(table.rows[0].cells["monthly_income"].value, "2,400.00");
}

#[test]
fn a_date_typed_in_the_other_calendar_is_that_day() {
    let rows = register("hijri_typed_as_date.xlsx");
    assert_eq!(reasons(&rows[0]), [("birth_date", "date_text")], "a day before all counting is no day");
    assert_eq!(rows[1].cells["birth_date"].value, "1984-12-12");
    assert!(rows[1].is_ready());
}

#[test]
fn comments_and_shapes_are_no_part_of_a_cell() {
    let names = said("comment_and_shape.ods", "full_name");
    assert_eq!(names, ["سلمى صالح سعيد السويلمي", "راكان دخيل هلال الرويتعي", "هيفاء طلال جابر البقيشي"]);
    assert_eq!(said("comment_and_shape.ods", "city"), ["بريدة", "بريدة", "عنيزة"]);
}

#[test]
fn a_quotation_mark_in_the_title_hides_no_column() {
    assert_eq!(said("stray_quote_in_title.csv", "file_no"), ["م-2021", "م-2022", "م-2023"]);
}

#[test]
fn one_zero_among_the_letters_is_left_out() {
    assert_eq!(said("nul_odd.csv", "file_no"), ["م-2021", "م-2022", "م-2023"]);
    assert_eq!(said("nul_odd.csv", "monthly_income"), ["4,100.00", "4,200.00", "4,300.00"], "the heading it stood in");
}

#[test]
fn a_broken_letter_keeps_its_row_out_and_no_other() {
    for (name, row, field) in [
        ("one_broken_byte_bom.csv", 1, "notes"),
        ("broken_name_bom.csv", 0, "full_name"),
        ("one_broken_byte_short_list.csv", 1, "notes"),
    ] {
        let rows = register(name);
        assert_eq!(rows.len(), 3, "{name}");
        for (place, found) in rows.iter().enumerate() {
            let expected = if place == row { vec![(field, "letters_broken")] } else { Vec::new() };
            assert_eq!(reasons(found), expected, "{name} row {}", found.row);
        }
    }
    let names = said("one_broken_byte_short_list.csv", "full_name");
    assert_eq!(
        names,
        ["معاذ منصور جديع الضويحي", "ثامر عثمان فواز الخنيني"],
        "the others are read in their own letters"
    );
}

#[test]
fn a_number_that_lost_digits_is_refused_whatever_it_numbers() {
    let rows = register("scientific.csv");
    let found: Vec<_> = rows.iter().map(reasons).collect();
    assert_eq!(found[2], [("file_no", "digits_lost")]);
    assert_eq!((found[0][0].0, found[1][0].0), ("id_number", "mobile"));
}

#[test]
fn marks_of_direction_do_not_come_in() {
    let rows = register("bidi_marks.xlsx");
    let turns =
        |text: &str| text.chars().any(|letter| matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'));
    for row in &rows {
        let values = row.values.as_ref().unwrap();
        let texts = [Some(&values.full_name), values.city.as_ref(), values.notes.as_ref()];
        assert!(texts.into_iter().flatten().all(|text| !turns(text)), "row {}: {texts:?}", row.row);
    }
    assert_eq!(rows[2].values.as_ref().unwrap().city.as_deref(), Some("الرسabc"));
    assert_eq!(rows[2].changed.iter().find(|one| one.field == "city").unwrap().how, "marks");
}

#[test]
fn six_spellings_of_a_town_are_one_town() {
    let towns = said("one_town_six_spellings.xlsx", "city");
    assert_eq!(towns.len(), 6);
    assert!(towns.iter().all(|town| town == "عيون الجواء"), "{towns:?}");
}

#[test]
fn a_formula_that_shows_nothing_says_nothing() {
    let rows = register("formula_shows_nothing.xlsx");
    let numbers: Vec<usize> = rows.iter().map(|row| row.row).collect();
    assert_eq!(numbers, [6, 7, 8], "rows that only hold such formulas are blank");
    let incomes: Vec<_> =
        rows.iter().map(|row| row.values.as_ref().unwrap().monthly_income.map(|i| i.to_string())).collect();
    assert_eq!(incomes, [Some("3,000.00".to_owned()), None, Some("3,000.00".to_owned())]);
    assert!(rows.iter().all(|row| row.is_ready() && row.values.as_ref().unwrap().notes.is_none()));
}

#[test]
fn a_sheet_for_each_year_is_one_table() {
    let validation = judged("sheet_per_year.xlsx", Subject::Loans, &known());
    let table = validation.tables.repayments.as_ref().unwrap();
    let sheets: Vec<&str> = table.parts.iter().map(|part| part.sheet.as_str()).collect();
    assert_eq!(sheets, ["السداد 2025", "السداد 2026"]);
    let rows: Vec<(&str, usize)> = table.rows.iter().map(|row| (&*row.sheet, row.row)).collect();
    assert_eq!(rows, [("السداد 2025", 4), ("السداد 2026", 4), ("السداد 2026", 5)]);
    assert!(validation.tables.tranches.is_none() && validation.left_out.is_empty());
}
