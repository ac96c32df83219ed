//! How judged rows become records: each kind by the room it belongs to, all in one transaction.

use super::model::{ImportPhase, MadeRecords};
use super::rules::ROWS_REFUSED;
use super::session::{ImportSession, Work};
use super::taken_out;
use super::taking_back::made::Made;
use super::{cases, followed};
use beneficiaries::{self, ImportedPerson};
use funds::{self, Opening, OpeningLine};
use intake::{Place, RepaymentKind, Subject, TableKind, Validation};
use kernel::id::{EntryId, FundId, PartyId};
use kernel::{Failure, Refusal, Result, require};
use ledger::{AccountCode, FundClass, FundKind, NewFund};
use loans::{Approvers, ImportedLoan, Importing, Movement, movements};
use office::context::Write;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// A row the loans or the books do not take, which only saving can find out: `detail` says why, as [`taken_out`] keeps
/// it.
pub struct TakenOut {
    pub table: TableKind,
    pub place: Place,
    pub detail: String,
}

/// What came in, and what others must approve before it is posted, in its order.
pub struct Saved {
    pub made: Vec<MadeRecords>,
    /// The records themselves, so that they can be taken back.
    pub records: Made,
    pub waiting: Vec<(FundId, Movement)>,
}

/// Saves every row that is ready, except movements that would be posted: those wait for another person, and are only
/// tried here, so that what the books refuse of them is known now. Rows that are not taken are put into `out`, all of
/// them in one go.
///
/// # Errors
/// The person stopped it; rows that are not taken; what the rooms refuse. Nothing of it stays then, because the caller's transaction is undone.
pub fn save(cx: &Write<'_>, import: &ImportSession, work: &Work, out: &RefCell<Vec<TakenOut>>) -> Result<Saved> {
    let at_once = |(made, records)| Saved { made, records, waiting: Vec::new() };
    match import.subject {
        Subject::Beneficiaries => people(cx, import, &work.validation).map(at_once),
        Subject::Openings => openings(cx, import, work).map(at_once),
        Subject::Loans => loans(cx, import, work, out),
        Subject::FollowUp => followed::save(cx, import, work).map(at_once),
        Subject::CaseRegisters => cases::save(cx, import, work, out).map(at_once),
    }
}

fn made(noun: &str, count: usize) -> MadeRecords {
    MadeRecords { noun: noun.to_owned(), count }
}

fn people(cx: &Write<'_>, import: &ImportSession, validation: &Validation) -> Result<(Vec<MadeRecords>, Made)> {
    let ready = validation.tables.beneficiaries.iter().flat_map(|table| table.ready());
    let people = ready
        .map(|(_, values)| {
            let id = || Ok(PartyId::new(cx.now, office::random::bytes()?));
            let members = values.members.iter().map(|_| id()).collect::<Result<Vec<_>>>()?;
            Ok(ImportedPerson { id: id()?, members, values: values.clone() })
        })
        .collect::<Result<Vec<_>>>()?;
    import.pace.begin(ImportPhase::People, people.len());
    let stored = beneficiaries::store_imported(cx, &people, &|| import.pace.step())?;
    let members = people.iter().flat_map(|person| person.members.iter().copied()).collect();
    let files = stored.iter().map(|person| person.party).collect();
    let records = Made { files, members, ..Made::default() };
    let mut all = vec![made("beneficiary", stored.len())];
    if !records.members.is_empty() {
        all.push(made("member", records.members.len()));
    }
    Ok((all, records))
}

fn openings(cx: &Write<'_>, import: &ImportSession, work: &Work) -> Result<(Vec<MadeRecords>, Made)> {
    let books = ledger::journal::head(cx)?.seq;
    let tables = &work.validation.tables;
    let mut ids = funds_by_name(work)?;
    let mut new = Vec::new();
    for (_, fund) in tables.funds.iter().flat_map(|table| table.ready()) {
        let id = FundId::new(cx.now, office::random::bytes()?);
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
    let id = EntryId::new(cx.now, office::random::bytes()?);
    let opened = funds::open_from(cx, &Opening { id, day, funds: new, lines })?;
    let mut all = vec![made("fund", opened.funds.len())];
    if opened.entry.is_some() {
        all.push(made("opening_line", made_lines));
    }
    let funds = opened.funds.iter().map(|fund| fund.id).collect();
    Ok((all, Made { funds, entries: ledger::journal::posted_after(cx, books)?, ..Made::default() }))
}

/// The funds of the office by the names judged rows bear.
fn funds_by_name(work: &Work) -> Result<HashMap<String, FundId>> {
    work.around.known.funds.iter().map(|fund| Ok((fund.name.clone(), fund.key.parse()?))).collect()
}

fn loans(cx: &Write<'_>, import: &ImportSession, work: &Work, out: &RefCell<Vec<TakenOut>>) -> Result<Saved> {
    let tables = &work.validation.tables;
    let funds = funds_by_name(work)?;
    let mut loans = Vec::new();
    let mut rows = HashMap::new();
    for (place, values) in tables.loans.iter().flat_map(|table| table.ready()) {
        let no_fund = || Failure::broken("a judged loan names no fund");
        rows.insert(values.loan_no.clone(), place);
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
        &with_tranches(&work.validation),
        tranches.map(|(place, tranche)| (place, tranche.clone())),
        repayments.map(|(place, repayment)| (place, repayment.clone())),
    );
    let books = ledger::journal::head(cx)?.seq;
    let mut importing = Importing::begin(cx, Approvers::default())?;
    import.pace.begin(ImportPhase::Loans, loans.len());
    let take_out = |table, place: Option<&Place>, detail| {
        if let Some(place) = place {
            out.borrow_mut().push(TakenOut { table, place: place.clone(), detail });
        }
    };
    let mut gone: HashSet<String> = HashSet::new();
    for loan in &loans {
        import.pace.step()?;
        if let Some(why) = refused(importing.add(cx, loan))? {
            take_out(TableKind::Loans, rows.get(&loan.values.loan_no), why);
            gone.insert(loan.values.loan_no.clone());
        }
    }
    let (mut at_once, mut waiting) = (Vec::new(), Vec::new());
    for movement in movements {
        // What belongs to a refused loan is told below.
        let fund = match gone.contains(movement.loan_no()) {
            true => None,
            false => importing.posted_to(cx, &movement)?,
        };
        match fund {
            Some(fund) => waiting.push((fund, movement)),
            None => at_once.push(movement),
        }
    }
    import.pace.begin(ImportPhase::Payments, at_once.len() + waiting.len());
    let mut record = |importing: &mut Importing, movement: &Movement| -> Result<()> {
        import.pace.step()?;
        let loan_no = movement.loan_no();
        let why = match gone.contains(loan_no) {
            true => Some("loan_refused".to_owned()),
            false => refused(importing.record(cx, movement))?,
        };
        match (why, movement) {
            (None, _) => {}
            // A loan of which the file has no tranche was paid out at once, by its own row.
            (Some(why), Movement::PaidOut { place: None, .. }) => {
                take_out(TableKind::Loans, rows.get(loan_no), why);
                gone.insert(loan_no.to_owned());
            }
            (Some(why), Movement::PaidOut { place, .. }) => take_out(TableKind::Tranches, place.as_ref(), why),
            (Some(why), Movement::PaidBack { place, .. }) => take_out(TableKind::Repayments, place.as_ref(), why),
        }
        Ok(())
    };
    at_once.iter().try_for_each(|movement| record(&mut importing, movement))?;
    // The summaries are of what stands, so they are written before the rest is tried.
    importing.finish(cx)?;
    let entries = ledger::journal::posted_after(cx, books)?;
    let records = Made { loans: importing.take_made(), entries, ..Made::default() };
    cx.db().tried(|| waiting.iter().try_for_each(|(_, movement)| record(&mut importing, movement)))?;
    all_taken(out)?;
    let mut made = vec![made("loan", loans.len())];
    made.extend(movements_made(&at_once));
    Ok(Saved { made, records, waiting })
}

fn movements_made(movements: &[Movement]) -> [MadeRecords; 3] {
    let count = |is: fn(&Movement) -> bool| movements.iter().filter(|movement| is(movement)).count();
    let reversed =
        count(|one| matches!(one, Movement::PaidBack { repayment, .. } if repayment.kind == RepaymentKind::Reversal));
    [
        made("tranche", count(|one| matches!(one, Movement::PaidOut { .. }))),
        made("repayment", count(|one| matches!(one, Movement::PaidBack { .. })) - reversed),
        made("reversal", reversed),
    ]
}

/// # Errors
/// Rows were taken out: they stand refused in the preview then, and the rest can be saved.
pub fn all_taken(out: &RefCell<Vec<TakenOut>>) -> Result<()> {
    let not_taken = out.borrow().len();
    require(not_taken == 0, Failure::Conflict(Refusal::new(ROWS_REFUSED).with("n", not_taken)))
}

/// Why the rooms refuse a row; anything but a refusal stops the save.
pub fn refused(outcome: Result<()>) -> Result<Option<String>> {
    match outcome {
        Ok(()) => Ok(None),
        Err(Failure::Refused(refusal)) => Ok(Some(taken_out::kept(&refusal))),
        Err(failure) => Err(failure),
    }
}

/// The loans of which the file tells how they were paid out, be it in a row that stays out.
fn with_tranches(validation: &Validation) -> HashSet<String> {
    let view = validation.tables.view(TableKind::Tranches);
    let rows = view.iter().flat_map(|view| &view.rows);
    rows.filter_map(|row| row.cells.get("loan_no")).map(|cell| cell.value.clone()).collect()
}
