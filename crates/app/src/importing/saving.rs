//! How judged rows become records: each kind by the room it belongs to, all in one transaction.

use super::desk::{Import, Work};
use super::model::{ImportPhase, MadeRecords};
use crate::beneficiaries::{self, ImportedPerson};
use crate::context::Write;
use crate::funds::{self, Opening, OpeningLine};
use crate::loans::{ImportedLoan, Importing, Movement, movements};
use intake::{Judgement, RepaymentKind, Subject, TableKind};
use kernel::id::{EntryId, FundId, PartyId};
use kernel::{Failure, Result};
use ledger::{AccountCode, FundClass, FundKind, NewFund};
use std::collections::{HashMap, HashSet};

/// Saves every row that is ready.
///
/// # Errors
/// The person stopped it; what the rooms refuse. Nothing of it stays then, because the caller's transaction is undone.
pub fn save(cx: &Write<'_>, import: &Import, work: &Work) -> Result<Vec<MadeRecords>> {
    match import.subject {
        Subject::Beneficiaries => people(cx, import, &work.judgement),
        Subject::Openings => openings(cx, import, work),
        Subject::Loans => loans(cx, import, work),
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
    let mut ids = funds_by_name(work)?;
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

/// The funds of the office by the names judged rows bear.
fn funds_by_name(work: &Work) -> Result<HashMap<String, FundId>> {
    work.around.known.funds.iter().map(|fund| Ok((fund.name.clone(), fund.key.parse()?))).collect()
}

fn loans(cx: &Write<'_>, import: &Import, work: &Work) -> Result<Vec<MadeRecords>> {
    let tables = &work.judgement.tables;
    let funds = funds_by_name(work)?;
    let mut loans = Vec::new();
    for (_, values) in tables.loans.iter().flat_map(|table| table.ready()) {
        let no_fund = || Failure::broken("a judged loan names no fund");
        loans.push(ImportedLoan {
            party: values.beneficiary.parse()?,
            fund: funds.get(&values.fund).copied().ok_or_else(no_fund)?,
            values: values.clone(),
        });
    }
    let tranches = tables.tranches.iter().flat_map(|table| table.ready());
    let repayments = tables.repayments.iter().flat_map(|table| table.ready());
    let movements = movements(
        &loans,
        &with_tranches(&work.judgement),
        tranches.map(|(row, tranche)| (row, tranche.clone())),
        repayments.map(|(row, repayment)| (row, repayment.clone())),
    );
    let mut importing = Importing::begin(cx)?;
    import.pace.begin(ImportPhase::Loans, loans.len());
    for loan in &loans {
        import.pace.step()?;
        importing.add(cx, loan)?;
    }
    import.pace.begin(ImportPhase::Payments, movements.len());
    for movement in &movements {
        import.pace.step()?;
        importing.record(cx, movement)?;
    }
    importing.finish(cx)?;
    let count = |is: fn(&Movement) -> bool| movements.iter().filter(|movement| is(movement)).count();
    let reversed =
        count(|one| matches!(one, Movement::PaidBack { repayment, .. } if repayment.kind == RepaymentKind::Reversal));
    Ok(vec![
        made("loan", loans.len()),
        made("tranche", count(|one| matches!(one, Movement::PaidOut { .. }))),
        made("repayment", count(|one| matches!(one, Movement::PaidBack { .. })) - reversed),
        made("reversal", reversed),
    ])
}

/// The loans of which the file tells how they were paid out, be it in a row that stays out.
fn with_tranches(judgement: &Judgement) -> HashSet<String> {
    let view = judgement.tables.view(TableKind::Tranches);
    let rows = view.iter().flat_map(|view| &view.rows);
    rows.filter_map(|row| row.cells.get("loan_no")).map(|cell| cell.value.clone()).collect()
}
