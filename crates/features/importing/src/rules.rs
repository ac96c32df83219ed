//! What may be imported by whom, when it may be saved, and how a field is shown. Pure.

use super::model::{CellForm, WhyNot};
use super::taking_back::ChangedSince;
use intake::{Subject, TableKind, Validation, Verdict};
use kernel::{Day, Refusal, Result};
use office::permission::Permission;
use std::collections::BTreeMap;

kernel::refusals! {
    /// The import in hand is another one, or none.
    NOT_IN_HAND = "importing.not_in_hand";
    NO_SUCH_SHEET = "importing.no_such_sheet";
    NO_SUCH_COLUMN = "importing.no_such_column";
    COLUMN_TWICE = "importing.column_twice";
    NO_SUCH_ROW = "importing.no_such_row";
    NOTHING_TO_COMPARE = "importing.nothing_to_compare";
    NO_ANSWER = "importing.no_answer";
    MAP_NAME_MISSING = "importing.map_name_missing";
    MAP_DOES_NOT_FIT = "importing.map_does_not_fit";
    /// It cannot be saved as it stands; the preview says why.
    NOT_READY = "importing.not_ready";
    /// It was saved; only a new file is worked on.
    SAVED_ALREADY = "importing.saved_already";
    /// The office holds other records than when the file was judged; it was judged again.
    OFFICE_CHANGED = "importing.office_changed";
    /// The person stopped it; nothing was saved.
    STOPPED = "importing.stopped";
    /// The books or the loans take some rows not; they are refused in the preview now, and nothing was saved.
    ROWS_REFUSED = "importing.rows_refused";
    NOTHING_REFUSED = "importing.nothing_refused";
    /// Whoever brought it in does not approve it.
    OWN_IMPORT = "importing.own_import";
    /// What waited was approved or refused already.
    DECIDED = "importing.decided";
    /// More than the products allow is paid out in cash, and nobody has said that it may.
    CASH_ABOVE_LIMIT = "importing.cash_above_limit";
    /// The loans or the books do not take what waits, by now; it waits on.
    NOT_POSTED = "importing.not_posted";
    /// Whoever refuses says why.
    REASON_MISSING = "importing.reason_missing";
    /// Whoever brought it in does not take it back alone, nor whoever asked for it.
    OWN_TAKING_BACK = "importing.own_taking_back";
    /// It was decided already whether the import is taken back.
    TAKING_BACK_DECIDED = "importing.taking_back_decided";
    /// It is asked already that the import be taken back.
    TAKING_BACK_WAITS = "importing.taking_back_waits";
    /// Whoever asks that an import be taken back, or that it stay, says why.
    BACK_REASON_MISSING = "importing.back_reason_missing";
    /// What the import made was changed since, or something rests on it: `n` records, `first` is one of them.
    CHANGED_SINCE = "importing.changed_since";
    /// An earlier program saved it and did not keep what it made.
    NOT_REMEMBERED = "importing.not_remembered";
    TAKEN_BACK = "importing.taken_back";
}

/// # Errors
/// [`CHANGED_SINCE`], naming the first record.
pub fn nothing_changed(changed: &[ChangedSince]) -> Result<()> {
    let Some(first) = changed.first() else { return Ok(()) };
    Err(Refusal::new(CHANGED_SINCE).with("n", changed.len()).with("first", &first.label).into())
}

/// Beside the right to import at all: who keeps such records one by one may bring in many.
pub const fn permission(subject: Subject) -> Permission {
    match subject {
        Subject::Beneficiaries => beneficiaries::BENEFICIARIES_KEEP,
        Subject::Loans => crate::IMPORTING_USE,
        Subject::Openings => funds::FUNDS_MANAGE,
        Subject::FollowUp => follow_up::FOLLOW_UP_KEEP,
        Subject::CaseRegisters => requests::REQUESTS_KEEP,
    }
}

/// How the cells of a field are shown.
pub fn form(field: &str) -> CellForm {
    match field {
        "sex" | "social_security" | "method" | "class" | "nature" | "relation" | "kind" | "signal" | "side" | "met"
        | "channel" | "state" | "outcome" | "anonymous" | "restricted" | "widow" | "tenure" | "earning"
        | "office_class" => CellForm::Word,
        "id_expiry" | "birth_date" | "disbursed_on" | "first_due" | "date" | "until" | "next_date" | "made_on"
        | "due" | "met_on" | "received" | "decided_on" | "executed_on" | "closed_on" | "assessed_on"
        | "reviewed_on" => CellForm::Day,
        "monthly_income" | "amount" | "debit" | "credit" | "income" | "sales" | "stock" | "income_security"
        | "income_citizen" | "income_salary" | "income_pension" | "income_project" | "income_piecework"
        | "income_other" | "income_total" | "rent" | "debts" | "obligations" => CellForm::Money,
        "family_size" | "instalments" | "no" | "serial" | "residence_months" | "production" | "customers"
        | "dependants" | "orphans" | "disabled" | "elderly" | "rooms" => CellForm::Number,
        "file_no" | "id_number" | "mobile" | "short_address" | "iban" | "loan_no" | "borrower" | "voucher"
        | "receipt" | "bank_account" | "account" | "guarantor_id" | "guarantor_mobile" | "person" | "request_no"
        | "parent_no" => CellForm::Code,
        _ => CellForm::Text,
    }
}

/// What an office must hold before a file of this kind makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ground {
    pub people: bool,
    pub funds: bool,
}

/// Everything that stands in the way of saving.
pub fn why_not(validation: &Validation, ground: Ground, opening_day: Option<Day>, today: Day) -> Vec<WhyNot> {
    let mut found = Vec::new();
    let views: Vec<_> = validation.subject.tables().iter().filter_map(|kind| validation.tables.view(*kind)).collect();
    if views.is_empty() {
        found.push(why("no_table", &[]));
    }
    for view in views.iter().filter(|view| !view.missing.is_empty()) {
        found.push(why("columns_missing", &[("table", view.kind.name().to_owned())]));
    }
    if validation.subject == Subject::Loans {
        if !ground.people {
            found.push(why("no_people", &[]));
        }
        if !ground.funds {
            found.push(why("no_funds", &[]));
        }
    }
    if validation.subject == Subject::FollowUp && !ground.people {
        found.push(why("no_people_to_follow", &[]));
    }
    if validation.subject == Subject::CaseRegisters && !ground.people {
        found.push(why("no_people_to_ask", &[]));
    }
    if validation.subject == Subject::Openings && views.iter().any(|view| view.kind == TableKind::Openings) {
        match opening_day {
            None => found.push(why("no_opening_day", &[])),
            Some(day) if day > today => found.push(why("opening_day_ahead", &[])),
            Some(_) => {}
        }
        for line in validation.funds.iter().filter(|line| !line.balanced) {
            let by = line.debit_halalas.minus(line.credit_halalas).unwrap_or_default();
            found.push(why("fund_unbalanced", &[("fund", line.fund.clone()), ("by", by.to_string())]));
        }
    }
    if found.is_empty() && ready(validation) == 0 {
        found.push(why("nothing_ready", &[]));
    }
    found
}

/// Rows that go in.
pub fn ready(validation: &Validation) -> usize {
    let count = |verdict| validation.counts.get(&verdict).copied().unwrap_or_default();
    count(Verdict::Clean) + count(Verdict::Normalised)
}

fn why(code: &str, args: &[(&str, String)]) -> WhyNot {
    let args: BTreeMap<String, String> = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    WhyNot { code: code.to_owned(), args }
}

#[cfg(test)]
mod tests {
    use super::*;
    use office::permission::Role;

    #[test]
    fn only_who_keeps_the_records_brings_in_many() {
        let may = |role: Role, subject| role.may(crate::IMPORTING_USE) && role.may(permission(subject));
        assert!(may(Role::Supervisor, Subject::Beneficiaries) && may(Role::Supervisor, Subject::Loans));
        assert!(may(Role::Finance, Subject::Loans) && may(Role::Finance, Subject::Openings));
        assert!(!may(Role::Finance, Subject::Beneficiaries) && !may(Role::Supervisor, Subject::Openings));
        assert!(may(Role::Supervisor, Subject::FollowUp) && !may(Role::Finance, Subject::FollowUp));
        assert!(may(Role::Supervisor, Subject::CaseRegisters) && !may(Role::Finance, Subject::CaseRegisters));
        // An administrator takes no request in, and brings none in.
        let others = Subject::ALL.into_iter().filter(|subject| *subject != Subject::CaseRegisters);
        assert!(others.into_iter().all(|subject| may(Role::Administrator, subject)));
        assert!(!Subject::ALL.iter().any(|subject| may(Role::Researcher, *subject) || may(Role::Committee, *subject)));
    }

    #[test]
    fn every_field_that_holds_something_else_than_text_is_shown_as_what_it_is() {
        assert_eq!(form("kind"), CellForm::Word);
        assert_eq!(form("debit"), CellForm::Money);
        assert_eq!(form("notes"), CellForm::Text);
        let dates = TableKind::ALL
            .iter()
            .flat_map(|table| intake::fields(*table).iter().filter(|field| form(field.name) == CellForm::Day));
        assert_eq!(dates.count(), 18);
    }
}
