//! What a message says: a template whose words in brackets stand for what is known of the borrower and the instalment.

use crate::rules::RULE_SLOT;
use kernel::{Day, Money, Refusal, Result, require};
use office::paper;
use office::words::{self, Language};

/// What may stand in brackets; the words are Arabic, as the messages are.
const SLOTS: [&str; 8] = ["name", "amount", "loan", "instalment", "hijri", "gregorian", "days", "association"];

/// What a template is filled with.
#[derive(Debug, Clone)]
pub struct Known<'a> {
    pub name: &'a str,
    pub amount: Money,
    pub loan_no: &'a str,
    pub no: i64,
    pub due: Day,
    pub today: Day,
    pub association: &'a str,
}

fn slot(key: &str) -> String {
    format!("[{}]", words::word(&format!("collection.slot.{key}"), Language::Ar))
}

/// The words in brackets a template may hold.
pub fn slots() -> Vec<String> {
    SLOTS.iter().map(|key| slot(key)).collect()
}

/// # Errors
/// Something in brackets that stands for nothing.
pub fn known(template: &str) -> Result<()> {
    let mut rest = template;
    let all = slots();
    while let Some((_, after)) = rest.split_once('[') {
        let (inside, next) = after.split_once(']').unwrap_or((after, ""));
        let named = format!("[{inside}]");
        require(all.contains(&named), Refusal::new(RULE_SLOT).with("word", inside).at("steps"))?;
        rest = next;
    }
    Ok(())
}

/// A template with what is known.
pub fn filled(template: &str, known: &Known<'_>) -> String {
    let dates = paper::dates(known.due);
    SLOTS.iter().fold(template.to_owned(), |text, key| {
        let value = match *key {
            "name" => known.name.to_owned(),
            "amount" => known.amount.to_string(),
            "loan" => known.loan_no.to_owned(),
            "instalment" => known.no.to_string(),
            "hijri" => dates.hijri.clone(),
            "gregorian" => dates.gregorian.clone(),
            "days" => known.today.days_since(known.due).max(0).to_string(),
            _ => known.association.to_owned(),
        };
        text.replace(&slot(key), &value)
    })
}

/// A whole message: the greeting, a sentence for each instalment, the closing.
pub fn message(greeting: &str, sentences: &[String], closing: &str) -> String {
    let parts = [greeting].into_iter().chain(sentences.iter().map(String::as_str)).chain([closing]);
    parts.map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]
    use super::*;

    #[test]
    fn every_slot_is_filled_and_an_unknown_one_is_refused() {
        let template = slots().join(" ");
        known(&template).unwrap();
        let due = Day::from_ymd(2026, 11, 30).unwrap();
        let known_of = Known {
            name: "سارة",
            amount: Money::from_halalas(120_050).unwrap(),
            loan_no: "L-1448-0001",
            no: 4,
            due,
            today: due.plus_days(5).unwrap(),
            association: "شراكة",
        };
        let text = filled(&template, &known_of);
        assert_eq!(text, "سارة 1,200.50 L-1448-0001 4 1448/06/20 2026/11/30 5 شراكة");
        assert!(known("[شيء]").is_err() && known("[").is_err());
        assert_eq!(message("", &["أ".to_owned(), "ب".to_owned()], " ج "), "أ\nب\nج");
    }
}
