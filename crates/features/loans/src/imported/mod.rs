//! The door for imports: the loans of an office's own register with everything that was paid out and paid back.
//!
//! Movements come in by day over all loans together, so that no fund is overdrawn that never was. What lies before the
//! opening day of a fund's books stands in their opening balances: it makes events without entries. From that day on
//! every movement is posted as if it had been entered here.

pub mod booked;
pub mod known;
pub mod movements;
pub mod taking_back;

use crate::applications::terms::{self, Chosen};
use crate::borrower;
use crate::events::posting::CounterLine;
use crate::events::record::{self, Approvers, OldBooks, Opened, PostingDetails};
use crate::events::recording;
use crate::events::replay::LoanReplay;
use crate::events::undo;
use crate::imported::movements::{ImportedLoan, Movement};
use crate::imported::taking_back::MadeOfLoans;
use crate::inputs::{OpenProject, SaveProduct};
use crate::model::{Guarantee, LoanCalendar, LoanDecision, LoanHead, ProductTerms, Tranche, TrancheKind, TrancheState};
use crate::products;
use crate::projects;
use crate::repayments::repaying::{money_account, with};
use crate::rules::RECEIPT_UNKNOWN;
use crate::store::{self, KeptEvent, NewEvent, NewStep};
use crate::summary;
use crate::tranches::pay_tranche::{SupplierPayment, post_payment};
use database::{Read, values};
use intake::{Repayment, RepaymentKind};
use kernel::id::{EntryId, FundId, LoanId, ProductId, ProjectId, TrancheId};
use kernel::{Day, Failure, Refusal, Result};
use ledger::{Method, VoucherKind, chart, fund};
use lending::{Event, EventKind, Share};
use office::context::Write;
use office::words::{self, Language};
use std::collections::HashMap;
use std::num::NonZeroU16;

/// The longest term a register may name, in months.
const LONGEST: u16 = 600;

/// An import under way.
pub struct Importing {
    product: ProductId,
    /// By number. A loan the office had before is opened when a movement names it.
    loans: HashMap<String, Opened>,
    tranches: HashMap<LoanId, i64>,
    books: HashMap<FundId, Option<Day>>,
    /// Who brought it in, and who approved what is posted.
    approvers: Approvers,
    made: MadeOfLoans,
}

impl Importing {
    /// # Errors
    /// What the database refuses.
    pub fn begin(cx: &Write<'_>, approvers: Approvers) -> Result<Self> {
        let (product, made) = (product(cx)?, MadeOfLoans::default());
        Ok(Self { product, loans: HashMap::new(), tranches: HashMap::new(), books: HashMap::new(), approvers, made })
    }

    /// Writes a loan with its project; nothing is paid out yet. Nobody of this office decided it.
    ///
    /// # Errors
    /// What the engine or the database refuses.
    pub fn add(&mut self, cx: &Write<'_>, loan: &ImportedLoan) -> Result<()> {
        let opened = self.insert(cx, loan)?;
        self.loans.insert(loan.values.loan_no.clone(), opened);
        Ok(())
    }

    /// What was written so far, so that it can be taken back; asked again, what was written since.
    pub fn take_made(&mut self) -> MadeOfLoans {
        std::mem::take(&mut self.made)
    }

    fn insert(&mut self, cx: &Write<'_>, loan: &ImportedLoan) -> Result<Opened> {
        let values = &loan.values;
        let instalments = u16::try_from(values.instalments).ok().and_then(NonZeroU16::new);
        let chosen = Chosen {
            amount: values.amount,
            instalments: instalments.ok_or_else(|| Failure::broken("a judged loan has no instalments"))?,
            calendar: LoanCalendar::Gregorian,
            first_due: Some(values.first_due),
            start: values.disbursed_on,
        };
        let terms = terms::terms(&ProductTerms::default(), &chosen)?;
        let borrower = borrower::borrower(cx, loan.party)?;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let names = [&values.project, &values.activity];
        let name = names.into_iter().flatten().find(|name| !name.is_empty()).cloned();
        let project = OpenProject {
            id: ProjectId::new(cx.now, office::random::bytes()?),
            party: loan.party,
            name: name.unwrap_or_else(|| borrower.name.clone()),
            activity: text(&values.activity),
        };
        projects::insert_project(cx, &project, &kernel::arabic::tidy_line(&project.name), values.disbursed_on)?;
        let guarantee = [&values.guarantee, &values.guarantor];
        let guarantee: Vec<&str> = guarantee.into_iter().flatten().map(String::as_str).collect();
        let head = LoanHead {
            id: LoanId::new(cx.now, office::random::bytes()?),
            loan_no: values.loan_no.clone(),
            project: project.id,
            party: loan.party,
            product: self.product,
            product_version: 1,
            fund: loan.fund,
            amount: values.amount,
            terms: terms.clone(),
            purpose: text(&values.activity),
            guarantee: Guarantee { text: guarantee.join(" – "), ..Guarantee::default() },
            asked_by: cx.who.id,
            asked_by_name: cx.who.name.clone(),
            asked_at: cx.now,
            decision: LoanDecision::Approved,
            decided_by: None,
            decided_by_name: None,
            decided_at: Some(cx.now),
            decision_note: String::new(),
            imported: true,
        };
        store::insert_loan(cx, &head, None)?;
        self.made.projects.insert(project.id);
        self.made.loans.insert(head.id);
        let replay = LoanReplay { decided: terms, events: Vec::new() };
        // A plan that cannot be made is refused here, where the loan's number is at hand.
        replay.plan()?;
        Ok(Opened { head, events: Vec::new(), replay, fund: fund::fund(cx, loan.fund)?, borrower })
    }

    /// Enters a movement, with its entries where the books had begun.
    ///
    /// # Errors
    /// What the engine or the books refuse.
    pub fn record(&mut self, cx: &Write<'_>, movement: &Movement) -> Result<()> {
        match movement {
            Movement::PaidOut { tranche, .. } => self.pay_out(cx, tranche),
            Movement::PaidBack { repayment, .. } if repayment.kind == RepaymentKind::Reversal => {
                self.take_back(cx, repayment)
            }
            Movement::PaidBack { repayment, .. } => self.repay(cx, repayment),
        }
    }

    /// Lays out every loan that was touched.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn finish(&self, cx: &Write<'_>) -> Result<()> {
        for opened in self.loans.values() {
            let state = opened.replay.latest(cx.today())?;
            summary::put(cx, &opened.head, &opened.replay, &opened.events, state.as_ref())?;
        }
        Ok(())
    }

    /// The loan of a number, opened, and the day the books of its fund begin.
    pub(super) fn opened(&mut self, cx: &Write<'_>, loan_no: &str) -> Result<(&mut Opened, Option<Day>)> {
        if !self.loans.contains_key(loan_no) {
            let found = cx.row("SELECT id FROM loan WHERE loan_no = $1", values![loan_no], |row| row.get("id"))?;
            let opened = record::open(cx, found.ok_or(Failure::not_found("loan"))?)?;
            self.loans.insert(loan_no.to_owned(), opened);
        }
        let opened = self.loans.get_mut(loan_no).ok_or(Failure::not_found("loan"))?;
        let fund = opened.head.fund;
        let books = match self.books.get(&fund) {
            Some(day) => *day,
            None => opening_day(cx, fund)?,
        };
        self.books.insert(fund, books);
        Ok((opened, books))
    }

    fn pay_out(&mut self, cx: &Write<'_>, row: &intake::Tranche) -> Result<()> {
        let approvers = self.approvers;
        let in_kind = row.kind == "in_kind";
        let (opened, books) = self.opened(cx, &row.loan_no)?;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (supplier, voucher, note) = (text(&row.supplier), text(&row.voucher), text(&row.notes));
        let supplier_name = if supplier.is_empty() { opened.borrower.name.clone() } else { supplier.clone() };
        let bank = money_account(&opened.fund, None);
        let counter_line =
            |account, memo: &str| CounterLine { account, amount: row.amount.negated(), memo: memo.to_owned() };
        let details = PostingDetails {
            kind: if in_kind { VoucherKind::Journal } else { VoucherKind::Payment },
            event: if in_kind { "loan.delivered" } else { "loan.paid_out" },
            narration: record::narration(if in_kind { "delivered" } else { "paid_out" }, opened, row.amount),
            counterparty: if in_kind { &supplier_name } else { &opened.borrower.name.clone() },
            approvers,
            counter_lines: vec![if in_kind {
                counter_line(chart::SUPPLIERS, &supplier)
            } else {
                counter_line(bank, "")
            }],
            method: None,
            reference: if in_kind { "" } else { &voucher },
            payer: "",
            note: &note,
        };
        let event = opened.next(row.date, None, EventKind::Tranche { amount: row.amount, upfront: Share::NONE });
        let place = event.place;
        let old = OldBooks { imported: true, opened_on: books, receipt: "", approvers };
        let entry = enter(cx, opened, event, &details, old)?;
        let paid = SupplierPayment {
            amount: row.amount,
            supplier: &supplier_name,
            day: row.date,
            method: None,
            reference: &voucher,
            made_by: approvers.made_by,
            approved_by: approvers.approved_by,
        };
        let paid = match in_kind && !old.hold(row.date) {
            true => Some(post_payment(cx, opened, &paid)?),
            false => None,
        };
        let loan = opened.head.id;
        let no = self.next_tranche(cx, loan, row.no)?;
        let tranche = Tranche {
            id: TrancheId::new(cx.now, office::random::bytes()?),
            loan,
            no,
            amount: row.amount,
            kind: if in_kind { TrancheKind::InKind } else { TrancheKind::Cash },
            supplier,
            item: text(&row.item),
            invoice: String::new(),
            state: TrancheState::Verified,
            event: Some(place.0),
            steps: Vec::new(),
        };
        store::insert_tranche(cx, &tranche)?;
        let step = |state: TrancheState, reference: &str, entry: Option<EntryId>| {
            let step = NewStep { method: None, reference, note: &note, entry, imported: true };
            store::add_step(cx, tranche.id, state.name(), row.date, &step)
        };
        if in_kind {
            step(TrancheState::Delivered, "", entry)?;
            step(TrancheState::Paid, &voucher, paid)?;
        } else {
            step(TrancheState::Paid, &voucher, entry)?;
        }
        step(TrancheState::Verified, "", None)?;
        self.made.tranches.insert(tranche.id);
        self.made.event(loan, place);
        Ok(())
    }

    /// The number a tranche gets: its own, unless another one of the loan has it.
    fn next_tranche(&mut self, cx: &Write<'_>, loan: LoanId, typed: Option<i64>) -> Result<i64> {
        let last = match self.tranches.get(&loan) {
            Some(last) => *last,
            None => {
                let sql = "SELECT COALESCE(max(no), 0) AS last FROM tranche WHERE loan = $1";
                cx.one(sql, values![loan], |row| row.get("last"))?
            }
        };
        let no = typed.filter(|typed| *typed > last).unwrap_or(last + 1);
        self.tranches.insert(loan, no);
        Ok(no)
    }

    fn repay(&mut self, cx: &Write<'_>, row: &Repayment) -> Result<()> {
        let approvers = self.approvers;
        let (opened, books) = self.opened(cx, &row.loan_no)?;
        let receipt = row.receipt.clone().unwrap_or_default();
        let note = row.notes.clone().unwrap_or_default();
        let method = row.method.as_deref().and_then(Method::from_word);
        let counter_line =
            CounterLine { account: money_account(&opened.fund, method), amount: row.amount, memo: String::new() };
        let details = PostingDetails {
            kind: VoucherKind::Receipt,
            event: "loan.repaid",
            narration: record::narration("repaid", opened, row.amount),
            counterparty: &opened.borrower.name.clone(),
            approvers,
            counter_lines: vec![counter_line],
            method,
            reference: &receipt,
            payer: "",
            note: &note,
        };
        let key = key_of(opened, row.receipt.as_deref());
        let event = opened.next(row.date, key, EventKind::Repay { amount: row.amount, advance: None });
        let old = OldBooks { imported: true, opened_on: books, receipt: &receipt, approvers };
        let (loan, place) = (opened.head.id, event.place);
        enter(cx, opened, event, &details, old)?;
        self.made.event(loan, place);
        Ok(())
    }

    fn take_back(&mut self, cx: &Write<'_>, row: &Repayment) -> Result<()> {
        let approvers = self.approvers;
        let (opened, books) = self.opened(cx, &row.loan_no)?;
        let wanted = row.reverses_receipt.as_deref().unwrap_or_default();
        let amount = row.amount.magnitude();
        let stands = |kept: &&KeptEvent| {
            matches!(kept.event.kind, EventKind::Repay { .. }) && kept.undone_by.is_none() && kept.amount == amount
        };
        let target = opened.events.iter().filter(stands).find(|kept| kept.receipt == wanted);
        let target = target.cloned().ok_or_else(|| Refusal::new(RECEIPT_UNKNOWN).with("receipt", wanted))?;
        let note = row.notes.clone().filter(|note| !note.trim().is_empty());
        let reason = note.unwrap_or_else(|| words::word("loans.imported.taken_back", Language::Ar));
        let receipt = row.receipt.clone().unwrap_or_default();
        let old = OldBooks { imported: true, opened_on: books, receipt: &receipt, approvers };
        let event = opened.next(row.date, None, EventKind::Undo { target: target.event.place });
        recording::accept(&opened.replay, &event, cx.today())?;
        let after = with(&opened.replay, event.clone());
        let entry = undo::post(cx, opened, &target, &after, row.date, &reason, &old)?;
        let kept = NewEvent {
            event: &event,
            method: None,
            reference: "",
            receipt: &receipt,
            payer: "",
            note: &reason,
            entry,
            imported: true,
        };
        store::insert_event(cx, opened.head.id, &kept)?;
        let undone = opened.events.iter_mut().find(|kept| kept.event.place == target.event.place);
        undone.into_iter().for_each(|kept| kept.undone_by = Some(event.place));
        let (loan, place) = (opened.head.id, event.place);
        keep(cx, opened, event, &kept_of(&receipt, None, entry));
        opened.replay = after;
        self.made.event(loan, place);
        Ok(())
    }
}

/// What is kept of an event beside the event.
struct KeptOf {
    receipt: String,
    method: Option<Method>,
    entry: Option<EntryId>,
}

fn kept_of(receipt: &str, method: Option<Method>, entry: Option<EntryId>) -> KeptOf {
    KeptOf { receipt: receipt.to_owned(), method, entry }
}

/// Enters an event and keeps it with its loan, so that the next one is judged by it.
fn enter(
    cx: &Write<'_>,
    opened: &mut Opened,
    event: Event,
    details: &PostingDetails<'_>,
    old: OldBooks<'_>,
) -> Result<Option<EntryId>> {
    let entered = record::enter(cx, opened, event.clone(), details, &old)?;
    let (recorded, after) = entered.ok_or_else(|| Failure::broken("an imported movement was recorded before"))?;
    let entry = recorded.posted.map(|posted| posted.entry);
    keep(cx, opened, event, &kept_of(old.receipt, details.method, entry));
    opened.replay = after;
    Ok(entry)
}

fn keep(cx: &Write<'_>, opened: &mut Opened, event: Event, of: &KeptOf) {
    let amount = store::kind_and_amount(&event.kind).1;
    opened.events.push(KeptEvent {
        event,
        amount,
        made_by: cx.who.id,
        recorded_at: cx.now,
        method: of.method,
        reference: String::new(),
        receipt: of.receipt.clone(),
        payer: String::new(),
        note: String::new(),
        imported: true,
        entry: of.entry,
        undone_by: None,
    });
}

/// The receipt's number, by which the same payment is known again; with a count where the office gave a number twice.
fn key_of(opened: &Opened, receipt: Option<&str>) -> Option<String> {
    let receipt = receipt?;
    let used = |key: &str| opened.events.iter().any(|kept| kept.event.key.as_deref() == Some(key));
    let again = (2..).map(|count| format!("{receipt} ({count})"));
    std::iter::once(receipt.to_owned()).chain(again).find(|key| !used(key))
}

/// The day of the entry that opened the books of a fund with balances.
fn opening_day(db: &Read<'_>, fund: FundId) -> Result<Option<Day>> {
    db.row(include_str!("../sql/opening_day.sql"), values![fund], |row| row.get("day"))
}

/// The product imported loans are made by: it carries no limits and is not offered.
fn product(cx: &Write<'_>) -> Result<ProductId> {
    let name = words::word("loans.imported.product", Language::Ar);
    let found = products::products(cx)?.into_iter().find(|product| product.name == name);
    if let Some(product) = found {
        return Ok(product.id);
    }
    let id = ProductId::new(cx.now, office::random::bytes()?);
    let longest = NonZeroU16::new(LONGEST).unwrap_or(NonZeroU16::MAX);
    let terms = ProductTerms { longest, cash_percent: 100, ..ProductTerms::default() };
    let product = SaveProduct { id, name, offered: false, terms, record_version: 0 };
    products::insert_product(cx.db(), &product, cx.who.id, cx.now)?;
    Ok(id)
}
