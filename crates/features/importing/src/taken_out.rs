//! Why the loans or the books do not take a row: kept with the row as it was said, and put into words where it is read,
//! in the language it is read in.

use kernel::Refusal;
use office::words::{self, Language};
use serde_json::Value;
use std::collections::BTreeMap;

/// A refusal as it is kept with the row.
pub fn kept(refusal: &Refusal) -> String {
    serde_json::json!({ "code": refusal.code, "args": refusal.args }).to_string()
}

/// What is kept with a row, as a sentence. Anything else, such as the number of another file, stands as it is.
pub fn in_words(kept: &str, language: Language) -> String {
    if intake::DETAILS.contains(&kept) {
        return words::word(&format!("intake.detail.{kept}"), language);
    }
    let Ok(Value::Object(said)) = serde_json::from_str::<Value>(kept) else { return kept.to_owned() };
    let Some(sentence) = said.get("code").and_then(Value::as_str).map(|code| format!("refusal.{code}")) else {
        return kept.to_owned();
    };
    let args = said.get("args").and_then(Value::as_object).into_iter().flatten();
    let mut sentence = words::word(&sentence, language);
    for (name, value) in args {
        sentence = sentence.replace(&format!("%{{{name}}}"), value.as_str().unwrap_or_default());
    }
    sentence
}

/// Puts into words what is kept with the rows of a report.
pub fn put_into_words(report: &mut Value, language: Language) {
    let tables =
        report.get_mut("tables").and_then(Value::as_object_mut).into_iter().flat_map(|tables| tables.values_mut());
    let rows = tables.filter_map(|table| table.get_mut("rows")?.as_array_mut()).flatten();
    let reasons = rows.filter_map(|row| row.get_mut("reasons")?.as_array_mut()).flatten();
    for reason in reasons.filter(|reason| reason.get("reason").is_some_and(|code| code == "movement_refused")) {
        let detail = reason.get("detail").and_then(Value::as_str).map(|kept| in_words(kept, language));
        if let (Some(detail), Some(reason)) = (detail, reason.as_object_mut()) {
            reason.insert("detail".to_owned(), detail.into());
        }
    }
}

/// What a refusal stands for, for another one that names it: `because` becomes its sentence. Where both tell something under
/// one name, the outer one's stays: its own sentence is about that.
pub fn because(outer: Refusal, inner: &Refusal) -> Refusal {
    let untold: BTreeMap<&'static str, String> =
        inner.args.iter().filter(|(name, _)| !outer.args.contains_key(*name)).map(|(n, v)| (*n, v.clone())).collect();
    let with = untold.into_iter().fold(outer, |outer, (name, value)| outer.with(name, value));
    with.with("because", inner.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Code;
    use serde_json::json;

    #[test]
    fn a_reason_is_told_in_the_language_it_is_read_in() {
        words::learn(::words::TABLE);
        let refusal = Refusal::new(Code("importing.no_such_row")).with("row", 7);
        let mut report = json!({ "tables": { "loans": { "rows": [{ "reasons": [
            { "reason": "movement_refused", "detail": kept(&refusal) },
            { "reason": "movement_refused", "detail": "loan_refused" },
        ] }] } } });
        put_into_words(&mut report, Language::En);
        let said = |place: usize| report["tables"]["loans"]["rows"][0]["reasons"][place]["detail"].as_str().unwrap();
        assert_eq!(said(0), words::fill("refusal.importing.no_such_row", Language::En, &refusal.args));
        assert!(said(0).contains('7'), "{report}");
        assert_eq!(said(1), words::word("intake.detail.loan_refused", Language::En));
        assert_eq!(in_words("12 نورة", Language::En), "12 نورة");
    }

    #[test]
    fn a_refusal_that_names_another_keeps_what_it_tells_itself() {
        let inner = Refusal::new(Code("loans.tranche_conditions")).with("n", 3).with("no", 2);
        let told = because(Refusal::new(Code("importing.not_posted")).with("n", 40), &inner);
        assert_eq!((told.args["n"].as_str(), told.args["no"].as_str()), ("40", "2"));
        assert_eq!(told.args["because"], "loans.tranche_conditions");
    }
}
