//! What the screens of guarantees ask.

use crate::inputs::{FindGuarantor, GuaranteesOf, ListGuarantees};
use crate::model::{
    FoundGuarantor, Guarantee, GuaranteeCount, GuaranteePage, GuaranteeRules, GuaranteeState, LoanGuarantees, NoteState,
};
use crate::{gates, notes, rules, store};
use database::values;
use kernel::Result;
use kernel::arabic::fold;
use kernel::id::PartyId;
use loans::LoanPhase;
use office::context::Read;
use office::input::Nothing;
use office::order::{Rank, in_order};
use office::page::page_of;
use parties::TypedIdentity;

pub fn list(cx: &Read<'_>, input: ListGuarantees) -> Result<GuaranteePage> {
    let all = match input.party {
        Some(party) => store::of_party(cx, party)?,
        None => store::all(cx)?,
    };
    let words = fold(&input.text);
    let found = |one: &Guarantee| {
        let text = fold(&[&one.loan_no, &one.borrower_name, &one.name, &one.said].map(String::as_str).join(" | "));
        words.split(' ').all(|word| text.contains(word))
    };
    let mut chosen: Vec<Guarantee> =
        all.into_iter().filter(|one| input.kind.is_none_or(|kind| kind == one.kind) && found(one)).collect();
    let count = |state: GuaranteeState| chosen.iter().filter(|one| one.state == state).count() as i64;
    let counts =
        GuaranteeState::ALL.iter().map(|state| GuaranteeCount { state: *state, count: count(*state) }).collect();
    let own = |state: GuaranteeState| match input.state.as_slice() {
        [] => input.party.is_some() || state != GuaranteeState::Released,
        wanted => wanted.contains(&state),
    };
    chosen.retain(|one| own(one.state));
    in_order(&mut chosen, input.order.as_ref(), |one, key| {
        Some(match key {
            "loan" => Rank::from(&one.loan_no),
            "borrower" => (&one.borrower_name).into(),
            "kind" => one.kind.name().into(),
            "guarantor" => if one.name.is_empty() { &one.said } else { &one.name }.into(),
            "until" => one.until.into(),
            "state" => one.state.name().into(),
            "proposed" => (&one.proposed_by_name).into(),
            _ => return None,
        })
    });
    let total = chosen.len() as i64;
    let page = page_of(chosen, input.offset, input.limit);
    let lines = page.into_iter().map(|one| store::with_more(cx, one)).collect::<Result<_>>()?;
    Ok(GuaranteePage { lines, total, counts })
}

pub fn of_loan(cx: &Read<'_>, input: GuaranteesOf) -> Result<LoanGuarantees> {
    let loan = store::loan(cx, input.loan)?;
    let borrower = loans::borrower(cx, loan.party)?;
    let phase: LoanPhase =
        cx.one("SELECT phase FROM loan_standing WHERE loan = $1", values![input.loan], |row| row.get("phase"))?;
    let guarantees = store::of_loan(cx, input.loan)?;
    let notes = notes::of_loan(cx, input.loan)?;
    let out = notes.iter().any(|note| note.state == NoteState::Signed);
    Ok(LoanGuarantees {
        conditions: if rules::ended(phase) { Vec::new() } else { gates::conditions(cx, &loan)? },
        choices: notes::choices(cx, input.loan, phase, &notes)?,
        notes_go_back: notes::go_back(cx, input.loan, phase)?,
        cleared: phase == LoanPhase::Closed && !out,
        place: notes::place(cx)?,
        loan: loan.loan,
        loan_no: loan.loan_no,
        borrower: borrower.party,
        borrower_name: borrower.name,
        phase,
        guarantees: guarantees.into_iter().map(|one| store::with_more(cx, one)).collect::<Result<_>>()?,
        kinds: store::kinds(cx)?,
        notes,
    })
}

/// Somebody by their whole identity number; nobody is found by a part of it.
pub fn guarantor(cx: &Read<'_>, input: FindGuarantor) -> Result<FoundGuarantor> {
    let nobody = FoundGuarantor {
        party: None,
        name: String::new(),
        mobile: String::new(),
        born_on: None,
        identity_expires_on: None,
        guarantees: Vec::new(),
        own_loans: Vec::new(),
    };
    let typed = TypedIdentity { kind: None, number: Some(input.number.clone()), expires_on: None };
    let Ok(Some(identity)) = parties::typed_identity(&typed, None, "") else { return Ok(nobody) };
    let somebody = parties::holder_of(cx, &identity.number, PartyId::from_bytes([0; 16]))?;
    let Some(found) = somebody.map(|id| parties::find_party(cx, id)).transpose()?.flatten() else { return Ok(nobody) };
    cx.looked_for(&input.number);
    let id = found.merged_into.unwrap_or(found.id);
    let stands = |one: &Guarantee| !matches!(one.state, GuaranteeState::Released | GuaranteeState::Called);
    Ok(FoundGuarantor {
        party: Some(id),
        guarantees: store::of_party(cx, id)?.into_iter().filter(stands).collect(),
        own_loans: store::own_loans(cx, id)?,
        name: found.facts.name,
        mobile: found.facts.mobile,
        born_on: found.facts.born_on,
        identity_expires_on: found.identity.and_then(|identity| identity.expires_on),
    })
}

pub fn rules(cx: &Read<'_>, _: Nothing) -> Result<GuaranteeRules> {
    Ok(GuaranteeRules { rules: store::all_rules(cx)? })
}
