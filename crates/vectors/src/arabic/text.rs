//! Arabic text: amounts and counted nouns in words, typed amounts, the search form, names of one person.

use super::case::Case;
use kernel::Money;
use kernel::arabic::{self, Comparison, Digits, Evidence, Likeness, Sex, Verdict};
use serde_norway::Value;

/// How far a name score may lie from the expected one: 0.0001.
const SCORE_TOLERANCE: u64 = Likeness::ONE.trillionths() / 10_000;

/// The words of the application, of which the counted noun of the cases is one.
const WORDS: &str = include_str!("../../../../locales/kernel.yml");

pub fn amount_in_words(case: &mut Case<'_>) -> Result<(), String> {
    let amount: Money = case.cell("amount")?.parse().map_err(|_| "the amount is not plain decimal text")?;
    let words = arabic::amount_in_words(amount).map_err(|reason| format!("the amount has no words: {reason}"))?;
    case.expect("words", words)
}

pub fn typed_amount(case: &mut Case<'_>) -> Result<(), String> {
    let (verdict, halalas, shown, shown_arabic, reason) = match arabic::typed_amount(case.cell("input")?) {
        Ok(amount) => {
            ("ok", amount.halalas().to_string(), Digits::Latin.amount(amount), Digits::Arabic.amount(amount), "")
        }
        Err(reason) => ("refused", String::new(), String::new(), String::new(), reason.word()),
    };
    case.expect("verdict", verdict)?;
    case.expect("halalas", halalas)?;
    case.expect("shown", shown)?;
    case.expect("shown_arabic", shown_arabic)?;
    case.expect("reason", reason)
}

pub fn plural(case: &mut Case<'_>) -> Result<(), String> {
    let number: u64 = case.cell("n")?.parse().map_err(|_| "n is not a whole number")?;
    let category = arabic::plural::category(number);
    case.expect("category", category)?;
    case.expect("text", arabic::plural::fill(&instalment_words(category)?, number, Digits::Latin))
}

/// The Arabic words of the counted noun for a plural category.
fn instalment_words(category: &str) -> Result<String, String> {
    let key = format!("kernel.instalment.{category}");
    let words: Value = serde_norway::from_str(WORDS).map_err(|error| error.to_string())?;
    let languages = key.split('.').try_fold(&words, |node, part| node.get(part));
    let arabic = languages.and_then(|languages| languages.get("ar")).and_then(Value::as_str);
    arabic.map(str::to_owned).ok_or_else(|| format!("{key} has no Arabic words"))
}

pub fn fold(case: &mut Case<'_>) -> Result<(), String> {
    let folded = arabic::fold(case.cell("input")?);
    case.expect("folded", &folded)?;
    case.expect_equal("folded again", &folded, &arabic::fold(&folded));
    Ok(())
}

pub fn layout(case: &mut Case<'_>) -> Result<(), String> {
    let meant = arabic::other_layout(case.cell("typed")?).join(" | ");
    case.expect("meant", meant)
}

pub fn heard(case: &mut Case<'_>) -> Result<(), String> {
    let heard = arabic::heard(case.cell("text")?);
    case.expect("heard", &heard)?;
    case.expect_equal("heard again", &heard, &arabic::heard(&heard));
    Ok(())
}

pub fn name_match(case: &mut Case<'_>) -> Result<(), String> {
    let expected_score = trillionths(case.cell("name_score")?)?;
    let (a, b) = (evidence(case, "a")?, evidence(case, "b")?);
    let outcomes = [arabic::compare_people(&a, &b), arabic::compare_people(&b, &a)];
    for Comparison { name, points, verdict } in outcomes {
        if name.trillionths().abs_diff(expected_score) > SCORE_TOLERANCE {
            case.expect("name_score", name)?;
        }
        case.expect("total", points)?;
        case.expect("verdict", verdict_text(verdict))?;
    }
    Ok(())
}

fn verdict_text(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Exact => "EXACT",
        Verdict::Strong => "STRONG",
        Verdict::Possible => "POSSIBLE",
        Verdict::None => "NONE",
    }
}

/// What the case says of one of its two people.
fn evidence<'a>(case: &'a Case<'_>, who: &str) -> Result<Evidence<'a>, String> {
    let cell = |name: &str| case.cell(&format!("{name}_{who}"));
    let born = match cell("dob")? {
        "" => None,
        text => Some(text.parse().map_err(|_| format!("dob_{who} is not an ISO date"))?),
    };
    let sex = match cell("sex")? {
        "" => None,
        "m" => Some(Sex::Male),
        "f" => Some(Sex::Female),
        other => return Err(format!("sex_{who} is neither m nor f: {other}")),
    };
    Ok(Evidence { name: cell("name")?, born, mobile: cell("mobile")?, identity: cell("id")?, sex })
}

/// A score from 0 to 1 as decimal text, in the unit of [`Likeness::trillionths`].
fn trillionths(text: &str) -> Result<u64, String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = format!("{whole}{fraction:0<12}");
    let plain = !whole.is_empty() && fraction.len() <= 12 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let score = if plain { digits.parse().ok() } else { None };
    score.ok_or_else(|| format!("name_score is not a decimal number: {text}"))
}
