//! Runs the `.tsv` files of cases for Arabic text and Saudi identity data. The name of the file chooses the rule.

mod case;
mod identity;
mod text;
mod time;

use crate::{Report, tsv};
use case::Case;
use std::path::Path;

/// What a file of a certain name holds: its columns, and what is done with each case.
struct Rule {
    file: &'static str,
    columns: &'static [&'static str],
    check: fn(&mut Case<'_>) -> Result<(), String>,
}

const RULES: [Rule; 15] = [
    Rule {
        file: "national_id",
        columns: &["input", "verdict", "normalised", "reason", "note"],
        check: identity::national_id,
    },
    Rule {
        file: "organisation_number",
        columns: &["input", "verdict", "normalised", "warning", "reason", "note"],
        check: identity::organisation_number,
    },
    Rule { file: "mobile", columns: &["input", "verdict", "e164", "shown", "note"], check: identity::mobile },
    Rule {
        file: "iban",
        columns: &["input", "verdict", "normalised", "bank_code", "reason", "note"],
        check: identity::iban,
    },
    Rule {
        file: "short_address",
        columns: &["input", "building_number", "verdict", "normalised", "warning", "note"],
        check: identity::short_address,
    },
    Rule {
        file: "umm_al_qura_months",
        columns: &["year", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11", "m12"],
        check: time::month_lengths,
    },
    Rule { file: "hijri", columns: &["hijri", "verdict", "gregorian", "reason", "note"], check: time::hijri },
    Rule {
        file: "dates_typed",
        columns: &["input", "verdict", "calendar", "hijri", "gregorian", "reason", "note"],
        check: time::typed_date,
    },
    Rule { file: "amount_in_words", columns: &["amount", "words", "note"], check: text::amount_in_words },
    Rule {
        file: "numbers",
        columns: &["input", "verdict", "halalas", "shown", "shown_arabic", "reason", "note"],
        check: text::typed_amount,
    },
    Rule { file: "plural", columns: &["n", "category", "text", "note"], check: text::plural },
    Rule { file: "fold", columns: &["input", "folded", "note"], check: text::fold },
    Rule { file: "layout", columns: &["typed", "meant", "note"], check: text::layout },
    Rule { file: "heard", columns: &["text", "heard", "note"], check: text::heard },
    Rule {
        file: "name_match",
        columns: &[
            "name_a",
            "name_b",
            "dob_a",
            "dob_b",
            "mobile_a",
            "mobile_b",
            "id_a",
            "id_b",
            "sex_a",
            "sex_b",
            "name_score",
            "total",
            "verdict",
            "note",
        ],
        check: text::name_match,
    },
];

/// Runs every case of one file.
pub fn run_file(path: &Path, report: &mut Report) {
    if let Err(why) = run_cases(path, report) {
        report.broken(path, why);
    }
}

fn run_cases(path: &Path, report: &mut Report) -> Result<(), String> {
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let rule = RULES.iter().find(|rule| rule.file == name).ok_or("no rule has the name of this file")?;
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let table = tsv::table(&text)?;
    if table.columns != rule.columns {
        return Err(format!("expected the columns {}; found {}", rule.columns.join(" "), table.columns.join(" ")));
    }
    for (number, line) in table.cases {
        match differences(rule, line) {
            None => report.pass(),
            Some(what) => report.fail(format!("{}:{number}", path.display()), what),
        }
    }
    Ok(())
}

/// What is wrong with a case; none when everything came out as expected.
fn differences(rule: &Rule, line: &str) -> Option<String> {
    let outcome = Case::new(rule.columns, line).and_then(|mut case| {
        (rule.check)(&mut case)?;
        Ok(case.differences())
    });
    outcome.unwrap_or_else(Some)
}
