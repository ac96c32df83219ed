//! The clearance letter: that nothing of a loan is owed any more. The note goes back before.

use crate::inputs::GuaranteesOf;
use crate::model::NoteState;
use crate::{notes, rules};
use kernel::arabic::amount_in_words;
use kernel::{Result, require};
use loans::LoanPhase;
use office::context::Read;
use office::paper::{self, Paper};
use papers::Template;
use serde_json::json;

const CLEARANCE: Template = Template { name: "clearance", source: include_str!("../papers/clearance.typ") };

pub fn clearance(cx: &Read<'_>, input: GuaranteesOf) -> Result<Paper> {
    require(notes::phase(cx, input.loan)? == LoanPhase::Closed, rules::NOT_CLOSED)?;
    let of = notes::of_loan(cx, input.loan)?;
    require(of.iter().all(|note| note.state != NoteState::Signed), rules::NOTE_OUT)?;
    let sheet = loans::sheet_on(cx, input.loan, cx.today())?;
    let borrower = loans::borrower(cx, sheet.party)?;
    let returned: Vec<&str> =
        of.iter().filter(|note| note.state == NoteState::Returned).map(|note| note.note_no.as_str()).collect();
    // A loan that is closed ends on the day it was: by a payment, or by what was forgiven.
    let closed_on = sheet.ends_on;
    let data = json!({
        "loan_no": sheet.loan_no,
        "borrower": borrower.name,
        "identity": notes::identity_for(cx, &borrower.identity),
        "file_no": borrower.file_no,
        "project": sheet.project.name,
        "fund": sheet.fund_name,
        "amount": sheet.paid_out,
        "amount_in_words": amount_in_words(sheet.paid_out)?,
        "repaid": sheet.repaid,
        "forgiven": sheet.forgiven,
        "closed_on": paper::dates_json(closed_on),
        "notes": returned,
        "place": notes::place(cx)?,
    });
    cx.saw(
        "loan",
        input.loan,
        &sheet.loan_no,
        json!({ "clearance": true, "closed_on": closed_on, "identity_whole": notes::sees_whole(cx) }),
    );
    paper::print(cx, &CLEARANCE, &format!("clearance-{}", sheet.loan_no), &data)
}
