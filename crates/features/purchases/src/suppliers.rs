//! Suppliers: organisations that offered or sold something.

use crate::inputs::{FindSuppliers, TypedSupplier};
use crate::model::{PurchaseSupplier, PurchaseSuppliers};
use crate::rules;
use database::values;
use kernel::arabic::fold;
use kernel::id::PartyId;
use kernel::{Refusal, Result, require};
use office::context::{Read, Write};
use parties::inputs::NewParty;
use parties::{IdentityKind, Party, PartyFacts, PartyKind, TypedIdentity};

/// Most that are offered at once.
const OFFERED: i64 = 200;

/// Those with a word in their name, by name.
pub fn known(cx: &Read<'_>, input: &FindSuppliers) -> Result<PurchaseSuppliers> {
    let sql = include_str!("sql/suppliers.sql");
    let all = cx.rows(sql, values![cx.today()], |row| {
        Ok(PurchaseSupplier {
            party: row.get("party")?,
            name: row.get("name")?,
            quotes: row.get("quotes")?,
            orders: row.get("orders")?,
            late: row.get("late")?,
            amount: row.get("amount")?,
        })
    })?;
    let words = fold(&input.text);
    let found = |one: &PurchaseSupplier| {
        let name = fold(&one.name);
        words.split(' ').all(|word| name.contains(word))
    };
    let most = usize::try_from(OFFERED).unwrap_or(0);
    Ok(PurchaseSuppliers { suppliers: all.into_iter().filter(found).take(most).collect() })
}

/// Whoever sells: one the office knows by its identifier, its number or its name; a new one otherwise.
///
/// # Errors
/// No name; a person; a number that cannot be.
pub fn supplier(cx: &Write<'_>, typed: &TypedSupplier) -> Result<Party> {
    if let Some(known) = parties::find_party(cx, typed.id)? {
        return organisation(known);
    }
    let number = kernel::arabic::clean(&typed.number);
    let identity = TypedIdentity {
        kind: Some(IdentityKind::UnifiedNo),
        number: Some(number.clone()).filter(|number| !number.is_empty()),
        expires_on: None,
    };
    let shaped = parties::typed_identity(&identity, None, "");
    let shaped = office::input::at("supplier.number", shaped)?;
    if let Some(shaped) = shaped
        && let Some(holder) = parties::holder_of(cx, &shaped.number, typed.id)?
    {
        return organisation(parties::party(cx, holder)?);
    }
    let name = rules::said(&typed.name, "supplier.name", rules::SUPPLIER_MISSING)?;
    if let Some(known) = named(cx, &name)? {
        return organisation(parties::party(cx, known)?);
    }
    let facts = PartyFacts { name, mobile: typed.mobile.clone(), ..PartyFacts::default() };
    let added = NewParty {
        id: typed.id,
        kind: PartyKind::Organisation,
        facts,
        identity,
        different: Vec::new(),
        exception: String::new(),
    };
    parties::add(cx, added)
}

/// A supplier of this name that has offered something before.
fn named(cx: &Read<'_>, name: &str) -> Result<Option<PartyId>> {
    let text = name.to_owned();
    let all = known(cx, &FindSuppliers { text })?;
    Ok(all.suppliers.into_iter().find(|one| fold(&one.name) == fold(name)).map(|one| one.party))
}

fn organisation(party: Party) -> Result<Party> {
    let refusal = Refusal::new(rules::SUPPLIER_PERSON).with("name", &party.facts.name).at("supplier.name");
    require(party.kind == PartyKind::Organisation, refusal)?;
    Ok(party)
}
