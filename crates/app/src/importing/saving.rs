//! How judged rows become records: each kind by the room it belongs to, all in one transaction.

use super::desk::{Import, Work};
use super::model::{ImportPhase, MadeRecords};
use crate::beneficiaries::{self, ImportedPerson};
use crate::context::Write;
use crate::funds::{self, Opening, OpeningLine};
use intake::{Judgement, Subject};
use kernel::id::{EntryId, FundId, PartyId};
use kernel::{Failure, Result};
use ledger::{AccountCode, FundClass, FundKind, NewFund};
use std::collections::HashMap;

/// Saves every row that is ready.
///
/// # Errors
/// The person stopped it; what the rooms refuse. Nothing of it stays then, because the caller's transaction is undone.
pub fn save(cx: &Write<'_>, import: &Import, work: &Work) -> Result<Vec<MadeRecords>> {
    match import.subject {
        Subject::Beneficiaries => people(cx, import, &work.judgement),
        Subject::Openings => openings(cx, import, work),
        Subject::Loans => Err(Failure::not_found("loans")),
    }
}

fn made(noun: &str, count: usize) -> MadeRecords {
    MadeRecords { noun: noun.to_owned(), count }
}

fn people(cx: &Write<'_>, import: &Import, judgement: &Judgement) -> Result<Vec<MadeRecords>> {
    let ready = judgement.tables.beneficiaries.iter().flat_map(|table| table.ready());
    let people = ready
        .map(|(_, values)| {
            Ok(ImportedPerson { id: PartyId::new(cx.now, crate::random::bytes()?), values: values.clone() })
        })
        .collect::<Result<Vec<_>>>()?;
    import.pace.begin(ImportPhase::People, people.len());
    let stored = beneficiaries::store_imported(cx, &people, &|| import.pace.step())?;
    Ok(vec![made("beneficiary", stored.len())])
}

fn openings(cx: &Write<'_>, import: &Import, work: &Work) -> Result<Vec<MadeRecords>> {
    let tables = &work.judgement.tables;
    let known = work.around.known.funds.iter().map(|fund| Ok((fund.name.clone(), fund.key.parse::<FundId>()?)));
    let mut ids = known.collect::<Result<HashMap<String, FundId>>>()?;
    let mut new = Vec::new();
    for (_, fund) in tables.funds.iter().flat_map(|table| table.ready()) {
        let id = FundId::new(cx.now, crate::random::bytes()?);
        let unknown = |word: &str| Failure::broken(format!("a judged fund has no such word: {word}"));
        ids.insert(fund.name.clone(), id);
        new.push(NewFund {
            id,
            name: fund.name.clone(),
            class: FundClass::from_word(&fund.fund_class).ok_or_else(|| unknown(&fund.fund_class))?,
            kind: FundKind::from_word(&fund.fund_kind).ok_or_else(|| unknown(&fund.fund_kind))?,
            opens_on: None,
            closes_on: None,
            may_overdraw: false,
            bank_account: fund.bank_account.as_ref().map(ToString::to_string),
            notes: fund.notes.clone().unwrap_or_default(),
        });
    }
    let mut lines = Vec::new();
    for (_, line) in tables.openings.iter().flat_map(|table| table.ready()) {
        lines.push(OpeningLine {
            fund: ids.get(&line.fund).copied().ok_or_else(|| Failure::broken("a judged line names no fund"))?,
            account: AccountCode::new(line.account.clone())?,
            amount: line.amount,
            memo: line.memo.clone().unwrap_or_default(),
        });
    }
    import.pace.begin(ImportPhase::Funds, new.len());
    let day = work.opening_day().unwrap_or_else(|| cx.today());
    let made_lines = lines.len();
    let id = EntryId::new(cx.now, crate::random::bytes()?);
    let opened = funds::open_from(cx, &Opening { id, day, funds: new, lines })?;
    let mut all = vec![made("fund", opened.funds.len())];
    if opened.entry.is_some() {
        all.push(made("opening_line", made_lines));
    }
    Ok(all)
}
