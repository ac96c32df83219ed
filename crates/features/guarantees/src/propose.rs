//! A guarantee is proposed: by a fact in the file, by a person, or by what a text says. Another person verifies it.

use crate::inputs::{NewGuarantor, ProposeGuarantee, WhichGuarantee};
use crate::model::{GuaranteeStands, GuaranteeState, Kind};
use crate::rules;
use crate::store::{self, NewGuarantee};
use kernel::arabic::{clean, tidy_line};
use kernel::id::PartyId;
use kernel::{Refusal, Result, require};
use office::context::{Read, Write};
use parties::inputs::NewParty;
use parties::{Party, PartyFacts, PartyKind, TypedIdentity};

pub fn propose(cx: &Write<'_>, input: ProposeGuarantee) -> Result<WhichGuarantee> {
    require(store::guarantee(cx, input.id).is_err(), database::RECORDED_ALREADY)?;
    let loan = store::loan(cx, input.loan)?;
    let others = store::of_loan(cx, input.loan)?;
    open(cx, input.loan)?;
    let kind = store::kind(cx, input.kind)?;
    rules::figures(&kind, input.income, input.residence_months)?;
    rules::until(input.until, cx.today())?;
    let replaced = others.iter().find(|one| Some(one.id) == input.replaces);
    require(input.replaces.is_none() || replaced.is_some(), Refusal::new(rules::REPLACES).at("replaces"))?;
    if let Some(replaced) = replaced {
        require(stands_for(replaced.state), rules::ENDED)?;
        store::take_in_hand(cx, replaced)?;
    }
    let said = tidy_line(&input.said);
    let taken: Vec<PartyId> = others
        .iter()
        .filter(|one| Some(one.id) != input.replaces && stands_for(one.state))
        .filter_map(|one| one.party)
        .collect();
    let borrower = || Ok(loans::borrower(cx, loan.party)?.party);
    let party = who_stands(cx, &kind, input.guarantor.as_ref(), &said, borrower, &taken)?;
    let note = tidy_line(&input.note);
    let new = NewGuarantee {
        id: input.id,
        loan: input.loan,
        kind: input.kind,
        party,
        said: &said,
        income: input.income,
        residence_months: input.residence_months,
        until: input.until,
        note: &note,
        replaces: input.replaces,
        imported: false,
    };
    store::insert(cx, &new)?;
    let written = store::guarantee(cx, input.id)?;
    cx.changed(store::RECORD, input.id, &store::label(cx, *input.id.as_bytes())?, &(), &written)?;
    Ok(WhichGuarantee { guarantee: input.id })
}

/// # Errors
/// A loan that nobody guarantees any more.
pub fn open(cx: &Read<'_>, loan: kernel::id::LoanId) -> Result<()> {
    let sql = "SELECT phase FROM loan_standing WHERE loan = $1";
    let phase = cx.one(sql, database::values![loan], |row| row.get("phase"))?;
    require(!rules::ended(phase), rules::LOAN_ENDED)
}

/// # Errors
/// The file does not say so.
pub fn draws_social_security(cx: &Read<'_>, borrower: PartyId) -> Result<()> {
    let says = beneficiaries::case_of(cx, borrower)?.social_security;
    require(says == Some(true), Refusal::new(rules::FACT_MISSING).at("kind"))
}

const fn stands_for(state: GuaranteeState) -> bool {
    !matches!(state, GuaranteeState::Called | GuaranteeState::Released)
}

/// Who or what stands for a loan, as its kind asks: the person, where it is one. `taken` are those who stand for it
/// already.
///
/// # Errors
/// The fact is not in the file, nothing was said, or the person may not guarantee.
pub fn who_stands(
    cx: &Write<'_>,
    kind: &Kind,
    guarantor: Option<&NewGuarantor>,
    said: &str,
    borrower: impl Fn() -> Result<PartyId>,
    taken: &[PartyId],
) -> Result<Option<PartyId>> {
    match kind.stands {
        GuaranteeStands::Fact => draws_social_security(cx, borrower()?).map(|()| None),
        GuaranteeStands::Text => {
            require(!said.is_empty(), Refusal::new(rules::SAID_MISSING).at("said"))?;
            Ok(None)
        }
        GuaranteeStands::Person => {
            let missing = Refusal::new(rules::GUARANTOR_MISSING).at("guarantor");
            let new = guarantor.ok_or(missing)?;
            self::guarantor(cx, new, borrower()?, taken).map(Some)
        }
    }
}

/// Who guarantees: found by the identity number where the office knows them, added otherwise.
fn guarantor(cx: &Write<'_>, new: &NewGuarantor, borrower: PartyId, taken: &[PartyId]) -> Result<PartyId> {
    require(!clean(&new.number).is_empty(), Refusal::new(rules::GUARANTOR_NUMBER).at("guarantor.number"))?;
    let typed = TypedIdentity { kind: None, number: Some(new.number.clone()), expires_on: new.expires_on };
    let identity = office::input::at("guarantor.number", parties::typed_identity(&typed, None, ""))?;
    let number = identity.map(|identity| identity.number).unwrap_or_default();
    let known = parties::holder_of(cx, &number, new.id)?.map(|id| stands(cx, id)).transpose()?;
    let party = match known {
        Some(known) => known,
        None => {
            let name = office::input::required(&new.name, "guarantor.name", rules::GUARANTOR_NAME)?;
            let facts = PartyFacts { name, born_on: new.born_on, mobile: new.mobile.clone(), ..PartyFacts::default() };
            let added = NewParty {
                id: new.id,
                kind: PartyKind::Person,
                facts,
                identity: typed,
                different: new.different.clone(),
                exception: String::new(),
            };
            parties::add(cx, added)?
        }
    };
    require(party.id != borrower, Refusal::new(rules::GUARANTOR_BORROWS).at("guarantor.number"))?;
    let twice = taken.contains(&party.id);
    require(!twice, Refusal::new(rules::GUARANTOR_TWICE).at("guarantor.number"))?;
    may_guarantee(cx, &party)?;
    Ok(party.id)
}

/// The party that stands for one that was merged.
fn stands(cx: &Read<'_>, id: PartyId) -> Result<Party> {
    let party = parties::standing(cx, id);
    match party {
        Ok(party) => Ok(party),
        Err(_) => {
            let kept = parties::find_party(cx, id)?.and_then(|party| party.merged_into).unwrap_or(id);
            parties::standing(cx, kept)
        }
    }
}

/// Whether somebody may guarantee at all.
///
/// # Errors
/// No identity number, one that has expired, somebody under age.
pub fn may_guarantee(cx: &Read<'_>, party: &Party) -> Result<()> {
    let identity = party.identity.as_ref().ok_or(Refusal::new(rules::GUARANTOR_NUMBER).at("guarantor.number"))?;
    let expired = identity.expires_on.is_some_and(|day| day < cx.today());
    require(
        !expired,
        Refusal::new(rules::GUARANTOR_IDENTITY).with("name", &party.facts.name).at("guarantor.expires_on"),
    )?;
    let of_age = party.facts.born_on.is_none_or(|born| rules::years(born, cx.today()) >= rules::OF_AGE);
    require(of_age, Refusal::new(rules::GUARANTOR_YOUNG).with("age", rules::OF_AGE).at("guarantor.born_on"))
}
