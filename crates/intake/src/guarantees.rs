//! Guarantees: one row, one guarantee of a loan, for another person to look at.

use crate::followed::{self, Followed};
use crate::known::Known;
use crate::reading::Reading;
use crate::table::Table;
use crate::text::code_key;
use kernel::arabic::fold;
use kernel::saudi::{Mobile, NationalId};
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A guarantee as the row gives it. What is empty in the file is `None`: whoever verifies asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guarantee {
    pub loan_no: String,
    /// `social_security`, `project_team`, `guarantor`, `employer`, `group`, `other_guarantee`.
    pub kind: String,
    /// Of a guarantor; of every other kind the name is part of what is said.
    pub name: Option<String>,
    pub identity: Option<NationalId>,
    pub mobile: Option<Mobile>,
    /// A month.
    #[serde(rename = "income_halalas")]
    pub income: Option<Money>,
    /// 0–1200.
    pub residence_months: Option<i64>,
    /// The last day it holds.
    pub until: Option<Day>,
    /// Who or what guarantees, in the words of the register.
    pub said: Option<String>,
    pub notes: Option<String>,
}

pub(crate) fn read(row: &mut Reading<'_>, followed: &Followed<'_>) -> Option<Guarantee> {
    let loan_no = followed::loan(row, followed);
    let known = loan_no.as_deref().and_then(|loan_no| followed.loan(loan_no));
    if known.is_some_and(|loan| loan.ended) {
        row.refuse("loan_no", "loan_ended");
    }
    let kind = row.word("kind", "guarantee_kind");
    let name = row.covered_name("guarantor");
    let identity = row.identity("guarantor_id");
    let mobile = row.mobile("guarantor_mobile");
    // Somebody with an identity number stands for the loan, where the row does not say what does.
    let kind = kind.or(identity.as_ref().map(|_| "guarantor"));
    row.need("kind", &kind, "guarantee_kind_missing");
    let income = row.amount("income", "income");
    if income.is_some_and(Money::is_negative) {
        row.refuse("income", "income_negative");
    }
    let residence_months = row.months("residence_months", "residence_invalid");
    let until = row.day("until");
    if until.is_some_and(|day| day < row.today) {
        row.warn("guarantee_expired");
    }
    let said = row.covered("said");
    let notes = row.covered("notes");
    let (mut name, mut identity, mut said) = (name, identity, said);
    if kind == Some("guarantor") {
        row.need("guarantor_id", &identity, "guarantor_number_missing");
        let named = identity.as_ref().is_some_and(|number| followed.is_known(number.as_str()));
        if identity.is_some() && !named {
            row.need("guarantor", &name, "guarantor_name_missing");
        }
        if let (Some(number), Some(loan)) = (&identity, known)
            && loan.borrower_identity == number.as_str()
        {
            row.refuse("guarantor_id", "guarantor_borrows");
        }
        if let (Some(number), Some(typed)) = (&identity, &name)
            && followed.name_of(number.as_str()).is_some_and(|held| fold(held) != fold(typed))
        {
            row.warn("guarantor_named_otherwise");
        }
    } else {
        if identity.take().is_some() {
            row.warn("identity_not_kept");
        }
        // «Who» is told by the text, where no person stands for the loan.
        said = [name.take(), said].into_iter().flatten().reduce(|name, said| format!("{name} – {said}"));
        if matches!(kind, Some("employer" | "group" | "project_team" | "other_guarantee")) && said.is_none() {
            said = notes.clone();
            row.need("said", &said, "guarantee_said_missing");
        }
    }
    Some(Guarantee {
        loan_no: loan_no?,
        kind: kind?.to_owned(),
        name,
        identity,
        mobile,
        income,
        residence_months,
        until,
        said,
        notes,
    })
}

/// The same guarantor of one loan twice, or one the office holds already, is refused; so is what a text says, of the same
/// kind and in the same words.
pub(crate) fn refuse_repeated(table: &mut Table<Guarantee>, known: &Known) {
    let held: HashSet<(String, String)> = known
        .follow_up
        .guarantees
        .iter()
        .map(|one| (code_key(&one.loan_no), stands_for(&one.identity, &one.kind, &one.said)))
        .collect();
    let mut seen = HashSet::new();
    for row in &mut table.rows {
        let Some(values) = &row.values else { continue };
        let number = values.identity.as_ref().map(ToString::to_string).unwrap_or_default();
        let said = values.said.as_deref().unwrap_or_default();
        let key = (code_key(&values.loan_no), stands_for(&number, &values.kind, said));
        let field = if number.is_empty() { "said" } else { "guarantor_id" };
        if held.contains(&key) {
            row.refuse(field, "guarantee_exists");
        } else if seen.contains(&key) {
            row.refuse(field, "duplicate_guarantee");
        } else if !row.is_refused() {
            seen.insert(key);
        }
    }
}

/// Who or what stands for a loan, as two rows of one guarantee say alike.
fn stands_for(identity: &str, kind: &str, said: &str) -> String {
    if identity.is_empty() { format!("{kind} {}", fold(said)) } else { identity.to_owned() }
}
