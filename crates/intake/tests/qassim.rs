//! The files of an association, judged: every row of every sheet must end as the answer key beside them says.

#![allow(clippy::unwrap_used, reason = "a test may stop where a file is not as it should be")]

use intake::{
    Draft, Known, KnownFund, KnownPerson, Level, Other, PairAnswer, Subject, Table, Validated, Validation, Verdict,
    validate,
};
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sheets::{Limits, Workbook};
use std::collections::BTreeSet;
use std::fs;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/cases/qassim");

fn answer_key() -> Value {
    serde_json::from_slice(&fs::read(format!("{FOLDER}/expected.json")).unwrap()).unwrap()
}

fn known() -> Known {
    Known::nothing(answer_key()["meta"]["printed_on"].as_str().unwrap().parse().unwrap())
}

fn workbook(name: &str) -> Workbook {
    intake::apart(sheets::read(&fs::read(format!("{FOLDER}/{name}")).unwrap(), name, &Limits::default()).unwrap())
}

fn judged(name: &str, subject: Subject, known: &Known) -> Validation {
    let book = workbook(name);
    validate(&book, &Draft::found(&book, subject), known)
}

/// The key's sheet of this name.
fn sheet<'a>(key: &'a Value, file: &str, name: &str) -> &'a Value {
    let sheets = key["files"][file]["sheets"].as_array().unwrap();
    sheets.iter().find(|sheet| sheet["name"] == name).unwrap()
}

/// Compares a table with the key's sheet: columns, skipped rows, counts, and every row.
fn compare<T: Serialize>(table: &Table<T>, key: &Value, adapt: impl Fn(&mut Value, &Value)) {
    assert_eq!(table.header_row as u64, key["header_row"], "{}", table.name);
    for (field, at) in key["columns"].as_object().unwrap() {
        assert_eq!(table.columns[field].column, at["column"].as_str().unwrap(), "{field}");
    }
    let skipped: Vec<Value> = table.skipped.iter().map(|one| json!({"row": one.row, "reason": one.reason})).collect();
    assert_eq!(json!(skipped), key.get("skipped").cloned().unwrap_or(json!([])), "{}", table.name);
    let mut wrong = Vec::new();
    let rows = key["rows"].as_array().unwrap();
    assert_eq!(table.rows.len(), rows.len(), "{}", table.name);
    for (row, expected) in table.rows.iter().zip(rows) {
        assert_eq!(row.row as u64, expected["row"]);
        if let Some(difference) = difference(row, expected, &adapt) {
            wrong.push(format!("{} row {}: {difference}", table.name, row.row));
        }
    }
    assert!(wrong.is_empty(), "{} rows end otherwise:\n{}", wrong.len(), wrong.join("\n"));
    for (verdict, count) in key["counts"].as_object().unwrap() {
        let verdict: Verdict = serde_json::from_value(json!(verdict)).unwrap();
        assert_eq!(table.counts.get(&verdict).copied().unwrap_or(0) as u64, *count, "{verdict:?}");
    }
}

fn difference<T: Serialize>(
    row: &Validated<T>,
    expected: &Value,
    adapt: &impl Fn(&mut Value, &Value),
) -> Option<String> {
    if json!(row.verdict) != expected["verdict"] {
        return Some(format!("{:?} {:?} {:?} {:?}, not {}", row.verdict, row.changed, row.reasons, row.ask, expected));
    }
    let reasons: Vec<Value> = row.reasons.iter().map(|one| json!({"field": one.field, "reason": one.reason})).collect();
    let wanted: Vec<Value> = expected["reasons"]
        .as_array()
        .map(|all| all.iter().map(|one| json!({"field": one["field"], "reason": one["reason"]})).collect())
        .unwrap_or_default();
    if reasons != wanted {
        return Some(format!("refused for {reasons:?}, not {wanted:?}"));
    }
    let detail = row.reasons.iter().any(|reason| reason.detail.is_some());
    let wanted = expected["reasons"].as_array().is_some_and(|all| all.iter().any(|one| one.get("detail").is_some()));
    if detail != wanted {
        return Some(format!("a refused row behind it is named: {detail}, not {wanted}"));
    }
    let asks = json!(row.ask);
    if asks != expected.get("ask").cloned().unwrap_or(json!([])) {
        return Some(format!("asks {asks}, not {}", expected["ask"]));
    }
    let fields = |list: &Value| -> BTreeSet<String> {
        let all = list.as_array().into_iter().flatten();
        all.filter_map(|one| one["field"].as_str().map(str::to_owned)).collect()
    };
    // The key does not list the changes of rows that go in after an answer.
    let (changed, wanted) = (fields(&json!(row.changed)), fields(&expected["changed"]));
    if row.verdict != Verdict::Ask && row.verdict != Verdict::Refused && changed != wanted {
        return Some(format!("changes {changed:?}, not {wanted:?}"));
    }
    if let Some(values) = expected.get("values") {
        let mut ours = json!(row.values);
        adapt(&mut ours, values);
        for (name, value) in values.as_object().unwrap() {
            if ours.get(name).unwrap_or(&Value::Null) != value {
                return Some(format!("{name} is {}, not {value}", ours[name]));
            }
        }
    } else if row.values.is_some() {
        return Some("a refused row has no values".to_owned());
    }
    None
}

fn people() -> Validation {
    judged("beneficiaries.xlsx", Subject::Beneficiaries, &known())
}

#[test]
fn every_beneficiary_ends_as_the_key_says() {
    let (key, validation) = (answer_key(), people());
    let file = &key["files"]["beneficiaries.xlsx"];
    let table = validation.tables.beneficiaries.as_ref().unwrap();
    compare(table, sheet(&key, "beneficiaries.xlsx", "المستفيدون"), |ours, values| {
        // The key gives the longest note by its length and its digest.
        if let Some(length) = values.get("notes_length") {
            let note = ours["notes"].take();
            let note = note.as_str().unwrap();
            assert_eq!(note.chars().count() as u64, *length);
            ours["notes_length"] = length.clone();
            let digest: String = Sha256::digest(note.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
            ours["notes_sha256_utf8"] = json!(digest);
        }
    });
    for (row, expected) in
        table.rows.iter().zip(sheet(&key, "beneficiaries.xlsx", "المستفيدون")["rows"].as_array().unwrap())
    {
        if row.verdict != Verdict::Refused {
            assert_eq!(json!(row.warnings), expected.get("warnings").cloned().unwrap_or(json!([])), "row {}", row.row);
        }
    }
    assert_eq!(validation.data_rows as u64, file["data_rows"]);
}

#[test]
fn the_suspected_pairs_are_those_of_the_key_and_no_others() {
    let (key, validation) = (answer_key(), people());
    let file = &key["files"]["beneficiaries.xlsx"];
    let ours: BTreeSet<String> = validation
        .duplicate_pairs
        .iter()
        .map(|pair| {
            format!("{} {} {} {}", row_of(&pair.first), row_of(&pair.second), json!(pair.level), json!(pair.answer))
        })
        .collect();
    let wanted: BTreeSet<String> = file["duplicate_pairs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| {
            let answer = match pair["answer"].as_str().unwrap() {
                "refuse_second_and_ask_whose_id_it_is" => json!(PairAnswer::RefuseSecondAndAskWhoseIdItIs),
                other => json!(other),
            };
            format!("{} {} {} {answer}", pair["first"]["row"], pair["second"]["row"], pair["level"])
        })
        .collect();
    assert_eq!(ours, wanted);
    let exact = validation.duplicate_pairs.iter().filter(|pair| pair.level == Level::Exact);
    assert!(exact.clone().all(|pair| pair.also_refused) && exact.count() == 3, "a second row of one number is refused");

    let ours: BTreeSet<[usize; 2]> = validation.different_people_that_look_alike.iter().map(|pair| pair.rows).collect();
    let wanted: BTreeSet<[usize; 2]> = file["different_people_that_look_alike"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| {
            let mut rows = [0, 1].map(|at| pair["rows"][at]["row"].as_u64().unwrap() as usize);
            rows.sort_unstable();
            rows
        })
        .collect();
    assert_eq!(ours, wanted);
}

fn row_of(place: &Other) -> usize {
    match place {
        Other::Row { row, .. } => *row,
        Other::Known { known } => panic!("{known} is known of no office yet"),
    }
}

/// The office after the beneficiaries and the funds were imported.
fn office() -> Known {
    let validation = people();
    let table = validation.tables.beneficiaries.as_ref().unwrap();
    let mut known = known();
    for (place, person) in table.ready() {
        known.people.push(KnownPerson {
            key: place.row.to_string(),
            name: person.full_name.clone(),
            identity: person.id_number.as_ref().map(ToString::to_string).unwrap_or_default(),
            file_no: person.file_no.clone().unwrap_or_default(),
            born: person.birth_date,
            mobile: person.mobile.as_ref().map(ToString::to_string).unwrap_or_default(),
            sex: person.sex,
        });
    }
    known.refused_identities = validation.refused_identities();
    let funds = judged("fund_opening.xlsx", Subject::Openings, &known);
    for (place, fund) in funds.tables.funds.as_ref().unwrap().ready() {
        known.funds.push(KnownFund { key: place.row.to_string(), name: fund.name.clone(), opened: false });
    }
    known
}

#[test]
fn every_loan_tranche_and_repayment_ends_as_the_key_says() {
    let key = answer_key();
    let validation = judged("loans.xlsx", Subject::Loans, &office());
    compare(validation.tables.loans.as_ref().unwrap(), sheet(&key, "loans.xlsx", "القروض"), |ours, values| {
        let row = values["beneficiary"]["row"].as_u64().map(|row| row.to_string());
        if row.as_deref() == ours["beneficiary"].as_str() {
            ours["beneficiary"] = values["beneficiary"].clone();
        }
    });
    compare(validation.tables.tranches.as_ref().unwrap(), sheet(&key, "loans.xlsx", "دفعات الصرف"), |_, _| ());
    compare(validation.tables.repayments.as_ref().unwrap(), sheet(&key, "loans.xlsx", "السداد"), |_, _| ());
    assert_eq!(validation.data_rows as u64, key["files"]["loans.xlsx"]["data_rows"]);

    // Where every tranche is ready, they make up the loan.
    let tranches = validation.tables.tranches.as_ref().unwrap();
    let paid_out: i64 = tranches.ready().map(|(_, tranche)| tranche.amount.halalas()).sum();
    let loans = validation.tables.loans.as_ref().unwrap();
    assert_eq!(paid_out, loans.ready().map(|(_, loan)| loan.amount.halalas()).sum::<i64>());
}

#[test]
fn the_funds_open_as_the_key_says() {
    let key = answer_key();
    let validation = judged("fund_opening.xlsx", Subject::Openings, &known());
    let file = &key["files"]["fund_opening.xlsx"];
    let funds = validation.tables.funds.as_ref().unwrap();
    compare(funds, sheet(&key, "fund_opening.xlsx", "الصناديق"), |_, _| ());
    compare(
        validation.tables.openings.as_ref().unwrap(),
        sheet(&key, "fund_opening.xlsx", "أرصدة افتتاحية"),
        |_, _| (),
    );
    assert_eq!(validation.opening_day.map(|day| day.to_string()).as_deref(), file["opening_day"].as_str());
    assert_eq!(validation.funds.len(), file["funds"].as_object().unwrap().len());
    for line in &validation.funds {
        let wanted = &file["funds"][&line.fund];
        let ours = json!(line);
        for figure in ["debit_halalas", "credit_halalas", "cash_halalas", "loans_halalas", "net_assets_halalas"] {
            assert_eq!(ours[figure], wanted[figure], "{figure} of {}", line.fund);
        }
        let fund = funds.ready().find(|(_, fund)| fund.name == line.fund).unwrap().1;
        assert_eq!(
            (json!(fund.fund_class), json!(fund.fund_kind)),
            (wanted["fund_class"].clone(), wanted["fund_kind"].clone())
        );
        assert!(line.balanced);
        if line.loans_halalas.is_positive() {
            assert_eq!(ours["loans_halalas"], file["loan_control"][&line.fund]);
        }
    }
}

#[test]
fn the_register_ends_the_same_when_it_comes_as_a_text_table() {
    let book = workbook("beneficiaries.xlsx");
    let rows: Vec<Vec<sheets::Value>> = book.sheets[0]
        .rows
        .iter()
        .map(|cells| {
            let value = |cell: &sheets::Cell| match cell {
                sheets::Cell::Day(day) => sheets::Value::Day(*day),
                // A number is a number for a csv, whatever its sign.
                sheets::Cell::Number(number) => {
                    number.parse().map_or_else(|_| sheets::Value::Text(number.to_string()), sheets::Value::Whole)
                }
                other => sheets::Value::Text(other.text().into_owned()),
            };
            cells.iter().map(value).collect()
        })
        .collect();
    let bytes = sheets::write_csv(&sheets::Table { title: String::new(), columns: Vec::new(), rows });
    let book = sheets::read(&bytes, "سجل.csv", &Limits::default()).unwrap();
    let text = validate(&book, &Draft::found(&book, Subject::Beneficiaries), &known());
    let (text, original) = (text.tables.beneficiaries.unwrap(), people().tables.beneficiaries.unwrap());
    assert_eq!(text.rows.len(), original.rows.len());
    for (text, original) in text.rows.iter().zip(&original.rows) {
        // The line without columns that heads the csv moves every row down by one.
        assert_eq!(text.row, original.row + 1);
        assert_eq!(text.reasons, original.reasons, "row {}", original.row);
        assert_eq!(text.ask.len(), original.ask.len(), "row {}", original.row);
        assert_eq!(text.values, original.values, "row {}", original.row);
    }
}
