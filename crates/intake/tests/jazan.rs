//! The files of an office with other habits, judged after a person answered what the answer key says they are asked once:
//! every row of every sheet must end as the key says.

#![allow(clippy::unwrap_used, reason = "a test may stop where a file is not as it should be")]

use intake::{
    Answer, Ask, Decision, Draft, Known, KnownAccount, KnownFund, KnownPerson, Other, RepaymentKind, Subject, Table,
    TableKind, Validated, Validation, Verdict, validate,
};
use kernel::Day;
use serde::Serialize;
use serde_json::{Value, json};
use sheets::{Limits, Workbook};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/cases/jazan");

fn answer_key() -> Value {
    serde_json::from_slice(&fs::read(format!("{FOLDER}/expected.json")).unwrap()).unwrap()
}

/// The chart as the office's database has it from the start.
fn chart() -> Vec<KnownAccount> {
    let lines = include_str!("../../database/src/migrations/0002_ledger.sql").lines();
    let rows = lines.filter_map(|line| line.trim().strip_prefix("('"));
    rows.filter(|row| row.starts_with(|first: char| first.is_ascii_digit()))
        .map(|row| {
            let parts: Vec<&str> = row.split('\'').collect();
            KnownAccount {
                code: parts[0].to_owned(),
                name: parts[4].to_owned(),
                postable: parts.get(7).is_some_and(|rest| rest.starts_with(", 1")),
            }
        })
        .collect()
}

fn known() -> Known {
    let mut known = Known::nothing(answer_key()["meta"]["printed_on"].as_str().unwrap().parse().unwrap());
    known.accounts = chart();
    known
}

fn workbook(name: &str) -> Workbook {
    intake::apart(sheets::read(&fs::read(format!("{FOLDER}/{name}")).unwrap(), name, &Limits::default()).unwrap())
}

/// What a person answers, as the key has it: nothing else is answered.
fn answers(draft: &mut Draft, file: &str, key: &Value) {
    let named = |kind: &str| TableKind::named(kind).unwrap();
    let mut answer = |table, ask: &str, field: Option<&str>, value: Option<&str>, decision| {
        let (field, value) = (field.map(str::to_owned), value.map(str::to_owned));
        draft.answer(Answer { table, row: None, field, value, ask: ask.to_owned(), decision });
    };
    for asked in key["ask_once"].as_array().unwrap().iter().filter(|asked| asked["file"] == file) {
        let table = asked["table"].as_str().map_or(
            if file.starts_with("beneficiaries") { TableKind::Beneficiaries } else { TableKind::Openings },
            named,
        );
        let field = asked["field"].as_str();
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        match asked["kind"].as_str().unwrap() {
            "value_from_sheet_name" if field == Some("fund") => {
                for (said, name) in asked["answer"].as_object().unwrap() {
                    answer(table, "unknown_fund", None, Some(said), Decision::Use(text(name)));
                }
            }
            "value_from_sheet_name" | "value_from_line" => answer(table, "sheet_value", None, None, Decision::Import),
            "two_digit_year" => {
                answer(table, "short_year", field, None, Decision::Use(asked["answer"]["from"].to_string()));
            }
            "column_meaning" if asked["may_know"] == json!(false) => {
                for (_, field) in asked["answer"].as_object().unwrap() {
                    answer(table, "column_meaning", field.as_str(), None, Decision::Import);
                }
            }
            "value_meaning" if field == Some("fund") => {
                for (said, name) in asked["answer"].as_object().unwrap() {
                    answer(table, "unknown_fund", None, Some(said), Decision::Use(text(name)));
                }
            }
            "value_meaning" if asked["may_know"] == json!(false) => {
                for (word, meaning) in asked["answer"].as_object().unwrap() {
                    answer(table, "unknown_word", field, Some(word), Decision::Use(text(meaning)));
                }
            }
            "day_of_month" => answer(table, "month_day", None, None, Decision::Use("last".to_owned())),
            "unknown_account" => {
                for (code, other) in asked["answer"].as_object().unwrap() {
                    answer(table, "unknown_account", None, Some(code), Decision::Use(text(other)));
                }
            }
            // What a program may know by itself, this one does.
            _ => assert_eq!(asked["may_know"], json!(true), "{asked}"),
        }
    }
}

fn judged(file: &str, subject: Subject, known: &Known) -> Validation {
    let book = workbook(file);
    let mut draft = Draft::found(&book, subject);
    answers(&mut draft, file, &answer_key());
    validate(&book, &draft, known)
}

/// The key's sheets of a kind of table, in the order of the file.
fn sheets_of<'a>(key: &'a Value, file: &str, table: &str) -> Vec<&'a Value> {
    key["files"][file]["sheets"].as_array().unwrap().iter().filter(|sheet| sheet["table"] == table).collect()
}

/// Compares a table with the key's sheets: columns, rows that are no data, counts, and every row.
fn compare<T: Serialize>(table: &Table<T>, sheets: &[&Value], adapt: impl Fn(&mut Value, &Value)) {
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet["name"].as_str().unwrap()).collect();
    assert_eq!(
        table.parts.iter().map(|part| part.sheet.as_str()).collect::<Vec<_>>(),
        names,
        "the sheets of the table"
    );
    let mut wrong = Vec::new();
    for (part, key) in table.parts.iter().zip(sheets) {
        let name = &part.sheet;
        assert_eq!(part.header_row as u64, key["header_row"], "{name}");
        for (field, at) in key["columns"].as_object().unwrap() {
            let wanted: Vec<&str> = match at["parts"].as_array() {
                Some(parts) => parts.iter().map(|part| part["column"].as_str().unwrap()).collect(),
                None => vec![at["column"].as_str().unwrap()],
            };
            // What nobody imports may be named.
            let Some(ours) = part.columns.get(field) else {
                wrong.push(format!("{name}: no column for {field} ({wanted:?})"));
                continue;
            };
            let ours: Vec<&str> = if ours.parts.is_empty() {
                vec![&ours.column]
            } else {
                ours.parts.iter().map(String::as_str).collect()
            };
            if ours != wanted {
                wrong.push(format!("{name}: {field} is {ours:?}, not {wanted:?}"));
            }
        }
        let left_out: BTreeSet<&str> = part.left_out.iter().map(|column| column.header.as_str()).collect();
        for header in key["unmapped"].as_array().unwrap() {
            let header = header.as_str().unwrap();
            let used = part.columns.iter().find(|(_, at)| at.header == header).map(|(field, _)| field.as_str());
            // The name beside a loan or a payment is understood, and only compared.
            if !left_out.contains(header) && used != Some("borrower_name") {
                wrong.push(format!("{name}: {header} is left out by the key, here it is {used:?}"));
            }
        }
        let skipped: Vec<u64> =
            table.skipped.iter().filter(|one| *one.sheet == **name).map(|one| one.row as u64).collect();
        let wanted: Vec<u64> =
            key["skipped"].as_array().unwrap().iter().map(|one| one["row"].as_u64().unwrap()).collect();
        let extra = |rows: &[u64]| -> Vec<u64> { rows.to_vec() };
        let ours: Vec<u64> = match key.get("wide") {
            // A row of months without any money is no data of its own.
            Some(_) => skipped.iter().copied().filter(|row| wanted.contains(row)).collect(),
            None => extra(&skipped),
        };
        if ours != wanted {
            wrong.push(format!("{name}: rows {ours:?} are no data, not {wanted:?}"));
        }
        let rows: Vec<&Validated<T>> = table.rows.iter().filter(|row| *row.sheet == **name).collect();
        let by_place: BTreeMap<(u64, Option<&str>), &Validated<T>> =
            rows.iter().map(|row| ((row.row as u64, row.column.as_deref()), *row)).collect();
        let expected = key["rows"].as_array().unwrap();
        if rows.len() != expected.len() {
            wrong.push(format!("{name}: {} rows of data, not {}", rows.len(), expected.len()));
        }
        for expected in expected {
            let place = (expected["row"].as_u64().unwrap(), expected["column"].as_str());
            match by_place.get(&place) {
                None => wrong.push(format!("{name} {place:?}: not there")),
                Some(row) => {
                    wrong.extend(difference(row, expected, &adapt).map(|why| format!("{name} {place:?}: {why}")))
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} things otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

fn difference<T: Serialize>(
    row: &Validated<T>,
    expected: &Value,
    adapt: &impl Fn(&mut Value, &Value),
) -> Option<String> {
    // A program may call a clean row mended.
    let ready = |verdict: &Value| *verdict == json!("clean") || *verdict == json!("normalised");
    let verdict = json!(row.verdict);
    if verdict != expected["verdict"] && !(ready(&verdict) && ready(&expected["verdict"])) {
        return Some(format!("{:?} {:?} {:?}, not {}", row.verdict, row.reasons, row.ask, expected));
    }
    let reasons: Vec<Value> = row.reasons.iter().map(|one| json!({"field": one.field, "reason": one.reason})).collect();
    let wanted: Vec<Value> = expected["reasons"]
        .as_array()
        .map(|all| all.iter().map(|one| json!({"field": one["field"], "reason": one["reason"]})).collect())
        .unwrap_or_default();
    if reasons != wanted {
        return Some(format!("refused for {reasons:?}, not {wanted:?}"));
    }
    let mut wanted = expected.get("ask").cloned().unwrap_or(json!([]));
    for ask in wanted.as_array_mut().unwrap() {
        if let Some(of) = ask.get_mut("of").and_then(Value::as_object_mut) {
            of.remove("file");
        }
    }
    if json!(row.ask) != wanted {
        return Some(format!("asks {}, not {wanted}", json!(row.ask)));
    }
    if row.verdict == Verdict::Normalised {
        let changed: BTreeSet<&str> = row.changed.iter().map(|one| one.field.as_str()).collect();
        let listed = expected["changed"].as_array().into_iter().flatten().filter_map(|one| one["field"].as_str());
        // A mend of a part of a name is one of the name; that a word had a meaning is told here, not there.
        let missing: Vec<&str> =
            listed.filter(|field| !changed.contains(field) && !matches!(*field, "researcher")).collect();
        // What most cells of a column look like is its ordinary form, brackets as well.
        if missing.iter().any(|field| !matches!(*field, "social_security" | "amount")) {
            return Some(format!("does not tell that {missing:?} were mended: {:?}", row.changed));
        }
    }
    let values = expected.get("values")?;
    let mut ours = json!(row.values);
    adapt(&mut ours, values);
    values.as_object().unwrap().iter().find_map(|(name, value)| {
        let ours = ours.get(name).unwrap_or(&Value::Null);
        (ours != value).then(|| format!("{name} is {ours}, not {value}"))
    })
}

fn register(file: &str, known: &Known) -> Validation {
    judged(file, Subject::Beneficiaries, known)
}

fn compare_register(validation: &Validation, file: &str) {
    let key = answer_key();
    let table = validation.tables.beneficiaries.as_ref().unwrap();
    compare(table, &sheets_of(&key, file, "beneficiaries"), |ours, _| {
        for member in ours["members"].as_array_mut().into_iter().flatten() {
            member.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        }
    });
    assert_eq!(validation.data_rows as u64, key["files"][file]["data_rows"]);
}

#[test]
fn three_sheets_of_the_register_end_as_the_key_says() {
    let validation = register("beneficiaries.xlsx", &known());
    compare_register(&validation, "beneficiaries.xlsx");
    let left_out: Vec<(&str, &str)> =
        validation.left_out.iter().map(|one| (one.sheet.as_str(), one.reason.as_str())).collect();
    assert_eq!(left_out, [("اقرأني", "no_table"), ("إحصاء", "no_table")], "and it is said what is left out");
}

fn take_in(known: &mut Known, file: &str, validation: &Validation) {
    for (place, person) in validation.tables.beneficiaries.as_ref().unwrap().ready() {
        known.people.push(KnownPerson {
            key: format!("{file}|{}|{}", place.sheet, place.row),
            name: person.full_name.clone(),
            identity: person.id_number.as_ref().map(ToString::to_string).unwrap_or_default(),
            file_no: person.file_no.clone().unwrap_or_default(),
            born: person.birth_date,
            mobile: person.mobile.as_ref().map(ToString::to_string).unwrap_or_default(),
            sex: person.sex,
        });
    }
    known.refused_identities.extend(validation.refused_identities());
}

/// The office after both registers; rows that ask are out.
fn people() -> Known {
    let mut known = known();
    for file in ["beneficiaries.xlsx", "beneficiaries_farasan.csv"] {
        let validation = register(file, &known);
        take_in(&mut known, file, &validation);
    }
    known
}

#[test]
fn the_register_of_the_branch_ends_as_the_key_says() {
    let mut known = known();
    let first = register("beneficiaries.xlsx", &known);
    take_in(&mut known, "beneficiaries.xlsx", &first);
    let validation = register("beneficiaries_farasan.csv", &known);
    compare_register(&validation, "beneficiaries_farasan.csv");
}

#[test]
fn doubles_are_found_across_sheets_and_files() {
    let key = answer_key();
    let mut known = known();
    let mut ours: BTreeSet<String> = BTreeSet::new();
    for file in ["beneficiaries.xlsx", "beneficiaries_farasan.csv"] {
        let validation = register(file, &known);
        let place = |place: &Other| match place {
            Other::Row { sheet, row } => format!("{file}|{sheet}|{row}"),
            Other::Known { known } => known.clone(),
        };
        for pair in &validation.duplicate_pairs {
            let line =
                format!("{} {} {} {}", place(&pair.first), place(&pair.second), json!(pair.level), json!(pair.answer));
            ours.insert(line);
        }
        take_in(&mut known, file, &validation);
    }
    let place = |place: &Value| {
        let text = |name: &str| place[name].as_str().unwrap_or_default();
        format!("{}|{}|{}", text("file"), text("sheet"), place["row"])
    };
    let wanted: BTreeSet<String> = key["duplicate_pairs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| {
            format!("{} {} {} {}", place(&pair["first"]), place(&pair["second"]), pair["level"], pair["answer"])
        })
        .collect();
    let (more, fewer): (Vec<_>, Vec<_>) = (ours.difference(&wanted).collect(), wanted.difference(&ours).collect());
    assert!(more.is_empty() && fewer.is_empty(), "too many: {more:?}\nnot there: {fewer:?}");
}

#[test]
fn the_funds_of_seven_sheets_open_as_the_key_says() {
    let key = answer_key();
    let validation = judged("openings.xlsx", Subject::Openings, &known());
    let file = &key["files"]["openings.xlsx"];
    compare(validation.tables.funds.as_ref().unwrap(), &sheets_of(&key, "openings.xlsx", "funds"), |_, _| ());
    compare(validation.tables.openings.as_ref().unwrap(), &sheets_of(&key, "openings.xlsx", "openings"), |_, _| ());
    assert_eq!(validation.opening_day.map(|day| day.to_string()).as_deref(), file["opening_day"].as_str());
    for line in &validation.funds {
        let (wanted, ours) = (&file["funds"][&line.fund], json!(line));
        for figure in ["debit_halalas", "credit_halalas", "cash_halalas", "loans_halalas", "net_assets_halalas"] {
            assert_eq!(ours[figure], wanted[figure], "{figure} of {}", line.fund);
        }
        assert!(line.balanced);
    }
    assert_eq!(validation.funds.len(), file["funds"].as_object().unwrap().len());
    assert_eq!(validation.data_rows as u64, file["data_rows"]);
}

fn office() -> Known {
    let mut known = people();
    let funds = judged("openings.xlsx", Subject::Openings, &known);
    for (place, fund) in funds.tables.funds.as_ref().unwrap().ready() {
        known.funds.push(KnownFund { key: place.row.to_string(), name: fund.name.clone(), opened: true });
    }
    known
}

#[test]
fn ten_sheets_of_loans_end_as_the_key_says() {
    let key = answer_key();
    let validation = judged("loans.xlsx", Subject::Loans, &office());
    let of = |table: &str| sheets_of(&key, "loans.xlsx", table);
    compare(validation.tables.loans.as_ref().unwrap(), &of("loans"), |ours, values| {
        let at = &values["beneficiary"];
        let text = |name: &str| at[name].as_str().unwrap_or_default();
        if ours["beneficiary"] == json!(format!("{}|{}|{}", text("file"), text("sheet"), at["row"])) {
            ours["beneficiary"] = at.clone();
        }
    });
    compare(validation.tables.tranches.as_ref().unwrap(), &of("tranches"), |_, _| ());
    compare(validation.tables.repayments.as_ref().unwrap(), &of("repayments"), |_, _| ());
    assert_eq!(validation.data_rows as u64, key["files"]["loans.xlsx"]["data_rows"]);

    // What came in by each month, over all sheets: a wrongly read day moves money to another month.
    let mut by_month: BTreeMap<String, i64> = BTreeMap::new();
    let table = validation.tables.repayments.as_ref().unwrap();
    let cancelled: BTreeSet<&str> =
        table.ready().filter_map(|(_, repayment)| repayment.reverses_receipt.as_deref()).collect();
    for (_, repayment) in table.ready() {
        let counts = repayment.receipt.as_deref().is_none_or(|receipt| !cancelled.contains(receipt));
        if repayment.kind == RepaymentKind::Repayment && counts {
            *by_month.entry(repayment.date.to_string()[..7].to_owned()).or_default() += repayment.amount.halalas();
        }
    }
    let wanted: BTreeMap<String, i64> = key["portfolio"]["collected_by_month_halalas"]
        .as_object()
        .unwrap()
        .iter()
        .filter_map(|(month, sum)| Some((month.clone(), sum.as_i64()?)))
        .collect();
    assert_eq!(by_month, wanted);
}

#[test]
fn without_answers_nothing_is_taken_that_must_be_asked() {
    let book = workbook("loans.xlsx");
    let validation = validate(&book, &Draft::found(&book, Subject::Loans), &office());
    let tables = &validation.tables;
    assert_eq!(tables.loans.as_ref().unwrap().ready().count(), 0);
    let asks = |row: &Validated<_>| row.ask.iter().map(Ask::kind).collect::<Vec<_>>();
    let first = &tables.loans.as_ref().unwrap().rows[0];
    assert_eq!(asks(first), ["sheet_value", "short_year", "unknown_fund"]);
    assert_eq!(tables.repayments.as_ref().unwrap().ready().count(), 0);
    let today: Day = known().today;
    assert!(first.verdict == Verdict::Ask && today > "2026-10-31".parse().unwrap());
}
