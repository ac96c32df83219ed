//! What whoever calls has before them: the number, what is owed, what was said and promised before.

use crate::contact::log::calls_of;
use crate::contact::make_promise::FARTHEST;
use crate::contact::model::{CallCard, CardLoan, WhichBorrower};
use crate::contact::set_wish;
use crate::contact::standing::{self, Of};
use crate::settings;
use database::values;
use kernel::{Day, Result};
use office::context::Read;
use serde_json::json;

/// Calls a card shows.
const CALLS: i64 = 20;

pub fn call_card(cx: &Read<'_>, input: WhichBorrower) -> Result<CallCard> {
    let borrower = loans::borrower(cx, input.party)?;
    let party = borrower.party;
    let today = cx.today();
    let mut loans = cx.rows(include_str!("../sql/card_loans.sql"), values![today, party], |row| {
        let next_due: Option<Day> = row.get("next_due")?;
        Ok(CardLoan {
            loan: row.get("loan")?,
            loan_no: row.get("loan_no")?,
            project: row.get("project_name")?,
            outstanding: row.get("outstanding")?,
            overdue: row.get("overdue")?,
            dpd: next_due.map_or(0, |due| today.days_since(due).max(0)),
            next_due,
        })
    })?;
    loans.sort_by_key(|one| std::cmp::Reverse((one.dpd, one.overdue)));
    let mut promises = Vec::new();
    for loan in &loans {
        promises.extend(standing::promises(cx, Of::Loan(loan.loan))?);
    }
    promises.sort_by_key(|one| std::cmp::Reverse((one.made_on, one.promise)));
    let (messages, wish_said) = set_wish::wish(cx, party)?;
    let sql = "SELECT 1 AS one FROM party_unconsented WHERE party = $1";
    cx.saw("file", party, &borrower.name, json!({ "phone": true }));
    Ok(CallCard {
        party,
        calls: calls_of(cx, party, CALLS)?,
        promises,
        messages,
        wish_said,
        wish_version: cx.version(set_wish::RECORD, party)?.number,
        unconsented: cx.row(sql, values![party], |_| Ok(()))?.is_some(),
        grace: settings::contact(cx)?.promise_grace,
        farthest: today.plus_days(FARTHEST)?,
        name: borrower.name,
        file_no: borrower.file_no,
        mobile: borrower.mobile,
        loans,
    })
}
