//! What comes out of a paper when somebody copies its text, or a machine reads it: `pdftotext` of poppler stands for all.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod helpers;

use helpers::money::*;
use helpers::*;
use papers::{Digits, Paper};
use serde_json::Value;
use std::collections::BTreeSet;

/// The text of a paper, as `pdftotext` gives it. Must be installed (package `poppler-utils`).
fn read_out(paper: &Paper, how: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, paper.pdf().unwrap()).unwrap();
    let run = std::process::Command::new("pdftotext").args(how).arg(&file).arg("-").output();
    let run = run.expect("the program pdftotext must be installed (package poppler-utils)");
    assert!(run.status.success(), "pdftotext: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

/// Every paper of the house, by its name.
fn papers(digits: Digits) -> Vec<(&'static str, Value, Paper)> {
    let style = arabic(digits);
    [
        (&RECEIPT, receipt_data()),
        (&STATEMENT, statement_data()),
        (&PLAN, plan_data()),
        (&VOUCHER, voucher_data("payment")),
        (&TRIAL_BALANCE, trial_balance_data(20)),
        (&CASE_FILE, case_file_data()),
        (&AUDIT_REPORT, audit_data(6)),
        (&DASHBOARD, board_data()),
        (&RECOVERY_SHEET, recovery_data()),
    ]
    .map(|(template, data)| (template.name, data.clone(), set(template, &style, &data)))
    .into()
}

/// Marks above and below a letter, and marks of direction.
fn is_mark(c: char) -> bool {
    is_vowel(c) || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_vowel(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{652}')
}

fn without_marks(text: &str) -> String {
    text.chars().filter(|c| !is_mark(*c)).collect()
}

fn arabic_words(text: &str) -> BTreeSet<String> {
    let bare = without_marks(text);
    let words = bare.split(|c| !matches!(c, '\u{621}'..='\u{64a}'));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words that carry a mark, without it. Their letters may come out apart, and the first one twice: this reader lays
/// the text that stands for a letter with its mark over the paper from left to right, whatever the writing. Readers that
/// go by the marked content itself are not concerned.
fn marked_words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !matches!(c, '\u{621}'..='\u{652}'));
    words.filter(|word| word.chars().any(is_vowel)).map(without_marks).collect()
}

#[test]
fn every_word_comes_out_as_it_went_in() {
    let head = letterhead();
    let around = format!("{} {} {} {}", words("ar"), head.name_ar, head.region, arabic(Digits::Latin).printed_by);
    for digits in [Digits::Latin, Digits::Arabic] {
        for (name, mut data, paper) in papers(digits) {
            let text = format!("{around} {data}");
            let (known, marked) = (arabic_words(&text), marked_words(&text));
            let found = arabic_words(&read_out(&paper, &[]));
            let of_a_marked_one = |piece: &String| {
                let mut letters: Vec<char> = piece.chars().collect();
                letters.dedup();
                let once: String = letters.into_iter().collect();
                marked.iter().any(|word| word.contains(piece.as_str()) || word.contains(&once))
            };
            let strange: Vec<&String> = found.difference(&known).filter(|piece| !of_a_marked_one(piece)).collect();
            assert!(strange.is_empty(), "{name}: words that nobody wrote come out of the PDF: {strange:?}");
            // What these papers are given and do not print.
            for (paper, field) in [("loan_statement", "product"), ("loan_plan", "fund"), ("loan_plan", "phase")] {
                if paper == name {
                    data[field] = Value::Null;
                }
            }
            let wanted = arabic_words(&data.to_string());
            let lost: Vec<&String> = wanted.difference(&found).filter(|word| !marked.contains(*word)).collect();
            assert!(lost.is_empty(), "{name}: words that were written do not come out of the PDF: {lost:?}");
        }
    }
}

#[test]
fn figures_dates_and_codes_come_out_in_their_order() {
    let wanted: [(&str, &[&str]); 6] = [
        (
            "loan_receipt",
            &["3,500.50", "500.50", "19,000.00", "1448/04/15", "2026/10/01", "RV-2026-000123", "FT2610-00871"],
        ),
        ("loan_statement", &["24,000.00", "8,500.50", "14,499.50", "0.05", "1448/12/15", "PV-2026-000031", "17"]),
        ("loan_plan", &["20,004.00", "1,667.00", "18,337.00", "1448/12/15"]),
        ("voucher", &["1,234,567.89", "34,567.89", "PV-2026-000041", "11201", "000417", "2026-10-01", "4471"]),
        ("trial_balance", &["1,759", "11101", "13,500.75", "9f86d081"]),
        ("case_file", &["055 812 3490", "SA03 8000 0000 6080 1016 7519", "0163812345", "3,125.00", "1984/12/02"]),
    ];
    for digits in [Digits::Latin, Digits::Arabic] {
        let papers = papers(digits);
        for (name, figures) in wanted {
            let (_, _, paper) = papers.iter().find(|(paper, _, _)| *paper == name).unwrap();
            let text = without_marks(&read_out(paper, &[]));
            for figure in figures {
                let shown = if digits == Digits::Arabic { eastern(figure) } else { (*figure).to_owned() };
                assert!(
                    text.contains(figure) || text.contains(&shown),
                    "{name}: {shown} does not come out whole:\n{text}"
                );
            }
        }
    }
}

/// The figure as amounts and dates are written in Arabic digits; codes stay as they are.
fn eastern(figure: &str) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(0x660 + digit));
    figure
        .chars()
        .map(|c| {
            digit(c).unwrap_or(match c {
                ',' => '٬',
                '.' => '٫',
                other => other,
            })
        })
        .collect()
}

#[test]
fn a_table_comes_out_row_by_row_in_the_order_of_its_columns() {
    let receipt = set(&RECEIPT, &arabic(Digits::Latin), &receipt_data());
    let text = without_marks(&read_out(&receipt, &["-raw"]));
    let all: Vec<&str> =
        text.split_whitespace().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).collect();
    let from = all.windows(2).position(|two| two == ["3", "1448/03/15"]).expect("the first row");
    let rows = [
        "3",
        "1448/03/15",
        "2026/09/01",
        "2,000.00",
        "1,000.00",
        "0.00",
        "4",
        "1448/04/15",
        "2026/10/01",
        "2,000.00",
        "2,000.00",
        "0.00",
    ];
    assert_eq!(all[from..from + rows.len()], rows);
    // And each field after its name.
    let after = |name: &str, value: &str| {
        let (name, value) = (text.find(name), text.find(value));
        assert!(name.is_some() && name < value, "{name:?} before {value:?} in\n{text}");
    };
    after("السند", "RV-2026-000123");
    after("المرجعي", "FT2610-00871");
}
