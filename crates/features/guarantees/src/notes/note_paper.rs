//! The promissory notes of a loan on paper, each on a page of its own, with the seven parts the law asks for.

use crate::inputs::GuaranteesOf;
use crate::model::{GuaranteeState, NoteState};
use crate::{notes, store};
use kernel::Result;
use kernel::arabic::amount_in_words;
use loans::GuaranteeKind;
use office::context::Read;
use office::paper::{self, Paper};
use papers::Template;
use serde_json::{Value, json};

const NOTE: Template = Template { name: "promissory_note", source: include_str!("../papers/promissory_note.typ") };

pub fn note_paper(cx: &Read<'_>, input: GuaranteesOf) -> Result<Paper> {
    let loan = store::loan(cx, input.loan)?;
    let borrower = loans::borrower(cx, loan.party)?;
    let stand = notes::standing(cx, input.loan, &[NoteState::Drawn, NoteState::Signed])?;
    let profile = office::association::profile(cx)?;
    let mut rows = Vec::new();
    for note in &stand {
        rows.push(json!({
            "number": note.note_no,
            "amount": note.amount,
            "amount_in_words": amount_in_words(note.amount)?,
            "due": note.due.map_or(Value::Null, paper::dates_json),
            "issued_on": paper::dates_json(note.issued_on),
            "place_of_issue": note.place_of_issue,
            "place_of_payment": note.place_of_payment,
        }));
    }
    let stands = |state| matches!(state, GuaranteeState::Proposed | GuaranteeState::Verified | GuaranteeState::Active);
    let guarantors = store::of_loan(cx, input.loan)?.into_iter();
    let guarantors = guarantors.filter(|one| one.kind == GuaranteeKind::Guarantor && stands(one.state));
    let mut standing = Vec::new();
    for one in guarantors {
        let known = one.party.map(|party| parties::find_party(cx, party)).transpose()?.flatten();
        let number = known.as_ref().map_or_else(String::new, |party| notes::identity_for(cx, party.number()));
        let name = if one.name.is_empty() { one.said } else { one.name };
        standing.push(json!({ "name": name, "identity": number }));
    }
    let data = json!({
        "loan_no": loan.loan_no,
        "maker": borrower.name,
        "identity": notes::identity_for(cx, &borrower.identity),
        // As people write it: 05…, not +9665…
        "mobile": borrower.mobile.replacen("+966", "0", 1),
        "payee": profile.name_ar,
        "licence_no": profile.licence_no,
        "notes": rows,
        "guarantors": standing,
    });
    cx.saw("loan", input.loan, &loan.loan_no, json!({ "notes": stand.len(), "identity_whole": notes::sees_whole(cx) }));
    paper::print(cx, &NOTE, &format!("promissory-note-{}", loan.loan_no), &data)
}
