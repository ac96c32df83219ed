//! What the screens of guarantees ask.

use crate::inputs::{FindGuarantor, GuaranteesOf, ListGuarantees};
use crate::model::{
    FoundGuarantor, Guarantee, GuaranteeCount, GuaranteePage, GuaranteeRules, GuaranteeState, LoanGuarantees, NoteState,
};
use crate::{gates, notes, rules, store};
use database::{Value, values};
use kernel::Result;
use kernel::arabic::Reading;
use kernel::id::PartyId;
use loans::LoanPhase;
use office::context::Read;
use office::input::Nothing;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::{as_meant, limit_of};
use parties::TypedIdentity;

/// What each column of the list is ordered by.
const ORDERED: &[(&str, &str)] = &[
    ("loan", "s.loan_no"),
    ("borrower", "s.borrower"),
    ("kind", "g.kind"),
    ("guarantor", "COALESCE(NULLIF(COALESCE(kept.name, p.name, ''), ''), g.said)"),
    ("until", "g.until_day?"),
    ("state", "stands"),
    ("proposed", "proposer.name"),
];

pub fn list(cx: &Read<'_>, input: ListGuarantees) -> Result<GuaranteePage> {
    as_meant(cx, &input.text, |page: &GuaranteePage| page.total == 0, |reading| page(cx, &input, reading))
}

fn page(cx: &Read<'_>, input: &ListGuarantees, reading: Option<&Reading>) -> Result<GuaranteePage> {
    let mut narrow = Narrow::default();
    if let Some(kind) = input.kind {
        narrow.and("g.kind = {}", values![kind]);
    }
    if let Some(party) = input.party {
        narrow.and(
            "(g.party = {} OR g.party IN (SELECT id FROM party_name WHERE merged_into = {}))",
            values![party, party],
        );
    }
    for word in reading.into_iter().flat_map(|read| read.text.split(' ')).filter(|word| !word.is_empty()).take(5) {
        // Names and words of guarantees stand as they were typed.
        let (folded, open) = (reading.map(|reading| reading.pattern(word)).unwrap_or_default(), rules::unfolded(word));
        narrow.and(
            "(s.search_fold LIKE {} OR REPLACE(COALESCE(kept.name, p.name, '') || '|' || g.said, ' ', '') LIKE {})",
            [Value::from(folded), Value::from(format!("%{open}%"))],
        );
    }
    let found = store::counts(cx, &narrow)?;
    let count = |state: GuaranteeState| found.iter().find(|(known, _)| *known == state).map_or(0, |(_, count)| *count);
    let counts =
        GuaranteeState::ALL.iter().map(|state| GuaranteeCount { state: *state, count: count(*state) }).collect();
    let wanted: Vec<GuaranteeState> = match input.state.as_slice() {
        [] if input.party.is_some() => GuaranteeState::ALL.to_vec(),
        [] => GuaranteeState::ALL.iter().filter(|state| **state != GuaranteeState::Released).copied().collect(),
        asked => asked.to_vec(),
    };
    let total = GuaranteeState::ALL.iter().filter(|state| wanted.contains(state)).map(|state| count(*state)).sum();
    let own = "g.until_day IS NULL, g.until_day, s.loan_no, g.no";
    // The last of the order is one column, so that it can be turned around as a whole.
    let order = order_by(input.order.as_ref(), ORDERED, own, "g.id");
    let page = store::page(cx, narrow, &wanted, &order, (limit_of(input.limit), input.offset))?;
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
