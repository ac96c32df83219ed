//! What applications refuse, and the pure rules behind it.

use crate::model::{ApplicationState, ApplicationTerms, BudgetLine, StudyRow};
use kernel::arabic::{tidy_line, tidy_text};
use kernel::{Code, Money, Refusal, Result, require};
use std::collections::BTreeSet;

kernel::refusals! {
    REASON_MISSING = "applications.reason_missing";
    PROJECT_MISSING = "applications.project_missing";
    TEXT_LONG = "applications.text_long";
    /// The file of whoever asks is not active.
    NOT_ACTIVE = "applications.not_active";
    /// Another application of the same person for the same product is open.
    OPEN_ALREADY = "applications.open_already";
    PRODUCT_NOT_OFFERED = "applications.product_not_offered";
    /// The project is another person's.
    PROJECT_OTHER = "applications.project_other";
    /// It is not where this step begins.
    STEP = "applications.step";
    AMOUNT = "applications.amount";
    NOTHING_MISSING = "applications.nothing_missing";
    OPINION_MISSING = "applications.opinion_missing";
    /// A recommendation to approve without its amount, its instalments or its calendar.
    RECOMMENDATION = "applications.recommendation";
    FUND_MISSING = "applications.fund_missing";
    /// Whoever opened, changed, studied or recommended an application does not decide it, nor the loan it becomes.
    OWN_APPRAISAL = "applications.own_appraisal";
    /// The amount is above what the role decides.
    ABOVE_LIMIT = "applications.above_limit";
    NOT_RECOMMENDED = "applications.not_recommended";
    /// It was recommended to refuse it.
    REFUSAL_RECOMMENDED = "applications.refusal_recommended";
    DECIDED = "applications.decided";
    WAITS = "applications.waits";
    APPEND_ONLY = "applications.append_only";
    ROW_LABEL = "applications.row_label";
    ROW_AMOUNT = "applications.row_amount";
    /// More rows, lines or quotes than a person reads.
    TOO_MANY = "applications.too_many";
    LINE_ITEM = "applications.line_item";
    LINE_BATCH = "applications.line_batch";
    LINE_TWICE = "applications.line_twice";
    QUOTE_SUPPLIER = "applications.quote_supplier";
    /// The supplier who was chosen quoted nothing.
    CHOSEN_UNKNOWN = "applications.chosen_unknown";
    /// What runs the project is paid in cash and bought of nobody.
    CASH_QUOTES = "applications.cash_quotes";
    TERMS = "applications.terms";
    /// Whoever decides up to a limit does not move it up.
    LIMIT_RAISED = "applications.limit_raised";
    /// It was verified or dropped before.
    GUARANTEE_DECIDED = "applications.guarantee_decided";
    /// Nobody says of a guarantee they brought that it holds.
    OWN_GUARANTEE = "applications.own_guarantee";
}

/// Characters of a line, and of a text.
pub const LINE: usize = 120;
pub const TEXT: usize = 2_000;
/// Rows of the study, lines of the budget, quotes of a line, things that are missing.
pub const ROWS: usize = 40;
pub const QUOTES: usize = 12;

/// Whether nobody has decided about it yet.
pub const fn is_open(state: ApplicationState) -> bool {
    !matches!(state, ApplicationState::Approved | ApplicationState::Rejected | ApplicationState::Withdrawn)
}

/// Whether what it says may be changed: not while it waits to be studied or decided.
pub const fn is_editable(state: ApplicationState) -> bool {
    matches!(state, ApplicationState::Draft | ApplicationState::InAppraisal | ApplicationState::Returned)
}

/// # Errors
/// It is not where the step begins.
pub fn stands(state: ApplicationState, wanted: &[ApplicationState]) -> Result<()> {
    require(wanted.contains(&state), STEP)
}

/// A line that may be empty.
///
/// # Errors
/// Longer than [`LINE`].
pub fn line(field: &'static str, typed: &str) -> Result<String> {
    let tidy = tidy_line(typed);
    require(tidy.chars().count() <= LINE, Refusal::new(TEXT_LONG).with("most", LINE).at(field))?;
    Ok(tidy)
}

/// A text of several lines that may be empty.
///
/// # Errors
/// Longer than [`TEXT`].
pub fn text(field: &'static str, typed: &str) -> Result<String> {
    let tidy = tidy_text(typed);
    require(tidy.chars().count() <= TEXT, Refusal::new(TEXT_LONG).with("most", TEXT).at(field))?;
    Ok(tidy)
}

/// A text that must say something.
///
/// # Errors
/// Nothing was said, or too much.
pub fn said(field: &'static str, typed: &str, missing: Code) -> Result<String> {
    let tidy = text(field, typed)?;
    require(!tidy.trim().is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}

/// The rows of a study, tidied; rows that say nothing at all are left out.
///
/// # Errors
/// An amount without a name or below zero; too many rows, too long a name.
pub fn rows(typed: &[StudyRow]) -> Result<Vec<StudyRow>> {
    require(typed.len() <= ROWS, Refusal::new(TOO_MANY).with("most", ROWS).at("rows"))?;
    let mut rows = Vec::new();
    for row in typed {
        let label = line("rows", &row.label)?;
        if label.is_empty() && row.amount.is_zero() {
            continue;
        }
        require(!label.is_empty(), Refusal::new(ROW_LABEL).at("rows"))?;
        require(!row.amount.is_negative(), Refusal::new(ROW_AMOUNT).with("label", &label).at("rows"))?;
        rows.push(StudyRow { label, ..row.clone() });
    }
    Ok(rows)
}

/// The lines of a budget, tidied.
///
/// # Errors
/// What a line or a quote lacks; one line twice; a supplier chosen who quoted nothing; too many.
pub fn budget(typed: &[BudgetLine]) -> Result<Vec<BudgetLine>> {
    require(typed.len() <= ROWS, Refusal::new(TOO_MANY).with("most", ROWS).at("lines"))?;
    let mut known = BTreeSet::new();
    let mut lines = Vec::new();
    for typed in typed {
        require(known.insert(typed.id), Refusal::new(LINE_TWICE).at("lines"))?;
        let item = line("lines", &typed.item)?;
        require(!item.is_empty(), Refusal::new(LINE_ITEM).at("lines"))?;
        require(typed.amount.is_positive(), Refusal::new(AMOUNT).with("item", &item).at("lines"))?;
        require((1..=12).contains(&typed.batch), Refusal::new(LINE_BATCH).with("item", &item).at("lines"))?;
        let quoted = typed.kind == crate::model::BudgetKind::InKind || typed.quotes.is_empty();
        require(quoted, Refusal::new(CASH_QUOTES).with("item", &item).at("lines"))?;
        let too_many = Refusal::new(TOO_MANY).with("most", QUOTES).at("lines");
        require(typed.quotes.len() <= QUOTES, too_many)?;
        let mut quotes = Vec::new();
        for quote in &typed.quotes {
            let supplier = line("lines", &quote.supplier)?;
            require(!supplier.is_empty(), Refusal::new(QUOTE_SUPPLIER).with("item", &item).at("lines"))?;
            require(quote.amount.is_positive(), Refusal::new(AMOUNT).with("item", &supplier).at("lines"))?;
            quotes.push(crate::model::BudgetQuote { supplier, note: line("lines", &quote.note)?, ..quote.clone() });
        }
        let chosen = line("lines", &typed.chosen)?;
        let known_supplier = chosen.is_empty() || quotes.iter().any(|quote| quote.supplier == chosen);
        require(
            known_supplier,
            Refusal::new(CHOSEN_UNKNOWN).with("supplier", &chosen).with("item", &item).at("lines"),
        )?;
        let reason = line("lines", &typed.reason)?;
        lines.push(BudgetLine { item, chosen, reason, quotes, ..typed.clone() });
    }
    Ok(lines)
}

/// # Errors
/// Percentages above a hundred, no quotes or more than a person asks for, limits in the wrong order.
pub fn terms(terms: &ApplicationTerms) -> Result<()> {
    let own = &terms.capacity;
    let percents = [own.instalment_percent, own.project_share_percent, own.cash_percent, own.stress_sales_percent];
    let limits = &own.decision_limit;
    let fits = percents.iter().all(|percent| *percent <= 100)
        && own.instalment_percent > 0
        && (1..=9).contains(&own.quotes_needed)
        && (1..=24).contains(&terms.term_step)
        && own.quotes_from > Money::ZERO
        && !limits.supervisor.is_negative()
        && limits.supervisor <= limits.director
        && terms.beside.len() <= 100;
    require(fits, Refusal::new(TERMS).at("terms"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BudgetKind, StudySide};
    use kernel::id::BudgetLineId;

    #[test]
    fn a_row_without_a_name_is_refused_and_an_empty_one_is_left_out() {
        let row = |label: &str, amount| StudyRow {
            side: StudySide::Income,
            label: label.into(),
            amount: Money::from(amount),
        };
        assert_eq!(rows(&[row(" راتب  ", 5), row("", 0)]).unwrap(), [row("راتب", 5)]);
        assert!(rows(&[row("", 5)]).is_err());
        assert!(rows(&[row("دين", -5)]).is_err());
    }

    #[test]
    fn a_chosen_supplier_has_quoted_and_cash_is_bought_of_nobody() {
        let line = |kind, chosen: &str, suppliers: &[&str]| BudgetLine {
            id: BudgetLineId::from_bytes([1; 16]),
            batch: 1,
            item: "فرن".into(),
            kind,
            amount: Money::from(100),
            chosen: chosen.into(),
            reason: String::new(),
            quotes: suppliers
                .iter()
                .map(|one| crate::model::BudgetQuote {
                    supplier: (*one).into(),
                    amount: Money::from(100),
                    until: None,
                    note: String::new(),
                })
                .collect(),
        };
        assert!(budget(&[line(BudgetKind::InKind, "نار", &["نار"])]).is_ok());
        assert!(budget(&[line(BudgetKind::InKind, "أخرى", &["نار"])]).is_err());
        assert!(budget(&[line(BudgetKind::Operating, "", &["نار"])]).is_err());
        let one = line(BudgetKind::InKind, "", &[]);
        assert!(budget(&[one.clone(), one]).is_err(), "one line twice");
    }
}
