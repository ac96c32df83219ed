//! Every code a judgement may hold. Each has its words in `locales/intake.yml`, under the name of its list.

/// `intake.reason`: why a row is refused.
pub const REASONS: &[&str] = &[
    "account_missing",
    "account_unreadable",
    "against_complaint",
    "amount_decimals",
    "amount_missing",
    "amount_negative",
    "amount_text",
    "amount_too_large",
    "amount_zero",
    "anonymous_kind",
    "anonymous_named",
    "applicant_missing",
    "assessment_exists",
    "assessment_open",
    "before_disbursement",
    "birth_in_future",
    "borrower_missing",
    "cell_error",
    "closed_contradicts",
    "closed_too_early",
    "count_invalid",
    "date_calendar",
    "date_impossible",
    "date_in_future",
    "date_missing",
    "date_text",
    "date_year",
    "debit_and_credit",
    "decided_by_researcher",
    "decided_too_early",
    "dependants_too_many",
    "digits_lost",
    "duplicate_assessment",
    "duplicate_file_no",
    "duplicate_fund",
    "duplicate_guarantee",
    "duplicate_id",
    "duplicate_line",
    "duplicate_loan_no",
    "duplicate_promise",
    "duplicate_receipt",
    "duplicate_request",
    "duplicate_visit",
    "duplicate_voucher",
    "excuse_missing",
    "executed_too_early",
    "fact_missing",
    "family_of_nobody",
    "family_size_invalid",
    "file_needed",
    "file_no_exists",
    "findings_missing",
    "first_due_before_disbursement",
    "fund_class_missing",
    "fund_exists",
    "fund_kind_missing",
    "fund_name_missing",
    "fund_opened",
    "guarantee_exists",
    "guarantee_kind_missing",
    "guarantee_said_missing",
    "guarantor_borrows",
    "guarantor_name_missing",
    "guarantor_number_missing",
    "iban_character",
    "iban_check_digits",
    "iban_country",
    "iban_length",
    "id_check_digit",
    "id_first_digit",
    "id_length",
    "id_not_digits",
    "income_decimals",
    "income_negative",
    "income_text",
    "income_too_large",
    "instalments_invalid",
    "instalments_missing",
    "letters_broken",
    "loan_ended",
    "loan_exists",
    "loan_no_missing",
    "loan_of_another",
    "member_head_refused",
    "member_without_head",
    "met_contradicts",
    "mobile_landline",
    "mobile_length",
    "mobile_not_assigned",
    "mobile_not_digits",
    "movement_refused",
    "name_missing",
    "next_before_visit",
    "next_too_far",
    "open_elsewhere",
    "parent_itself",
    "parent_missing",
    "parent_unknown",
    "payment_exists",
    "person_missing",
    "promise_exists",
    "promise_missing",
    "reading_invalid",
    "reading_negative",
    "record_missing",
    "record_refused",
    "request_exists",
    "request_kind_missing",
    "request_state_missing",
    "residence_invalid",
    "restricted_service",
    "reversal_before_receipt",
    "reversal_repeated",
    "reversal_target_unknown",
    "reviewed_by_researcher",
    "reviewed_too_early",
    "reviewer_missing",
    "rooms_none",
    "service_asked",
    "short_address_invalid",
    "subject_missing",
    "text_too_long",
    "tranche_exists",
    "tranche_kind_missing",
    "tranche_no_invalid",
    "tranches_exceed_loan",
    "unknown_beneficiary",
    "unknown_loan",
    "visit_exists",
];

/// `intake.detail`: what stands behind a reason.
pub const DETAILS: &[&str] = &["beneficiary_refused", "loan_left_out", "loan_refused", "request_refused"];

/// `intake.warning`: worth a look, never in the way.
pub const WARNINGS: &[&str] = &[
    "applicant_not_on_file",
    "before_first_disbursement",
    "closed_day_assumed",
    "comes_as_draft",
    "day_month_assumed",
    "decision_incomplete",
    "decision_not_kept",
    "department_unknown",
    "guarantee_expired",
    "guarantor_named_otherwise",
    "id_expired",
    "id_missing",
    "identity_not_kept",
    "income_total_differs",
    "income_whole",
    "long_text",
    "met_day_assumed",
    "method_missing",
    "namesakes_not_all",
    "next_date_passed",
    "receipt_missing",
    "review_not_kept",
    "state_mapped",
    "subject_shortened",
    "supplier_missing",
    "text_begins_with_formula_char",
    "tranches_fall_short",
    "waits_for_review",
];

/// `intake.how`: how a cell was mended.
pub const CHANGES: &[&str] = &[
    "answered",
    "by_hand",
    "colleague",
    "covered",
    "digits",
    "form",
    "marks",
    "merged_cell",
    "nothing",
    "per_year",
    "spaces",
    "spelling",
    "words",
];

/// `intake.skip`: why a row is no data.
pub const SKIPS: &[&str] = &["blank", "header", "member", "no_money", "signature", "title", "totals", "zero_line"];

/// `intake.left_out`: why nothing of a sheet is imported.
pub const LEFT_OUT: &[&str] = &["empty", "hidden", "no_table"];

/// `intake.question`: what only a person can answer.
pub const QUESTIONS: &[&str] = &[
    "alike_undecided",
    "column_meaning",
    "loan_undecided",
    "money_unit",
    "month_day",
    "negative_without_reference",
    "nobody_named",
    "old_distress",
    "old_promise",
    "receipt_number_reused",
    "reversal_amount_differs",
    "reversal_target_undecided",
    "sheet_value",
    "short_year",
    "suspected_duplicate",
    "unknown_account",
    "unknown_fund",
    "unknown_person",
    "unknown_word",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{TableKind, fields};
    use serde_json::Value;
    use std::collections::BTreeSet;
    use std::path::Path;

    /// The code of this crate, without its tests and without this list.
    fn sources() -> String {
        below(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")))
    }

    fn below(folder: &Path) -> String {
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let own = |text: String| text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
        files
            .filter(|path| !path.ends_with("codes.rs"))
            .map(|path| if path.is_dir() { below(&path) } else { own(std::fs::read_to_string(path).unwrap()) })
            .collect()
    }

    #[test]
    fn every_code_has_its_words_and_every_word_its_code() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales/intake.yml");
        let words: Value = serde_norway::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let columns: BTreeSet<&str> =
            TableKind::ALL.iter().flat_map(|kind| fields(*kind)).map(|field| field.name).collect();
        let tables: Vec<&str> = TableKind::ALL.iter().map(|kind| kind.name()).collect();
        for (group, codes) in [
            ("reason", REASONS.to_vec()),
            ("detail", DETAILS.to_vec()),
            ("warning", WARNINGS.to_vec()),
            ("how", CHANGES.to_vec()),
            ("skip", SKIPS.to_vec()),
            ("question", QUESTIONS.to_vec()),
            ("left_out", LEFT_OUT.to_vec()),
            ("field", columns.into_iter().collect()),
            ("table", tables),
        ] {
            let here = words["intake"][group].as_object().unwrap();
            for code in &codes {
                for language in ["ar", "en"] {
                    let said = here.get(*code).and_then(|word| word[language].as_str());
                    assert!(said.is_some_and(|said| !said.is_empty()), "write intake.{group}.{code} in {language}");
                }
            }
            for code in here.keys() {
                assert!(codes.contains(&code.as_str()), "intake.{group}.{code} is said by nothing: take it out");
            }
        }
    }

    #[test]
    fn the_lists_hold_what_the_code_says_and_nothing_else() {
        let sources = sources();
        for code in [REASONS, DETAILS, WARNINGS, CHANGES, SKIPS, QUESTIONS, LEFT_OUT].concat() {
            assert!(sources.contains(&format!("\"{code}\"")), "nothing says {code} any more: take it out of its list");
        }
        for said in ["refuse(", "refuse_with(", "need("].iter().flat_map(|verb| sources.split(verb).skip(1)) {
            let call = said.split(';').next().unwrap_or_default();
            let literals: Vec<&str> = call.split('"').skip(1).step_by(2).collect();
            for literal in literals.iter().filter(|literal| literal.contains('_')) {
                let known = REASONS.contains(literal) || DETAILS.contains(literal);
                let is_field = TableKind::ALL.iter().flat_map(|kind| fields(*kind)).any(|one| one.name == *literal);
                assert!(known || is_field, "{literal} is in no list");
            }
        }
        for said in sources.split("warn(\"").skip(1) {
            let warning = said.split('"').next().unwrap_or_default();
            assert!(WARNINGS.contains(&warning), "{warning} is in no list");
        }
    }
}
