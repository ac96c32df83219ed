//! The book of one loan while its events are folded: the plan, the money in hand, and where each payment lies.

use crate::event::{Event, EventKind};
use crate::plan::{Part, Plan, RowKind};
use crate::refusals::{FEE_TOO_LARGE, FORGIVEN_TOO_MUCH, NO_PAUSE, NOT_WRITTEN_OFF, NOTHING_OWED, RECOVERED_TOO_MUCH};
use crate::state::Allocation;
use crate::terms::Terms;
use kernel::{Day, Money, Refusal, Result, require};
use std::collections::VecDeque;

/// Money of one event that no row has taken. `event` counts the events as they are folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Credit {
    pub(crate) event: usize,
    pub(crate) amount: Money,
}

/// A piece of a payment on a part of a row, in the order in which they were allocated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) event: usize,
    pub(crate) row: usize,
    pub(crate) part: Part,
    pub(crate) amount: Money,
    pub(crate) late: bool,
}

/// Days on which lateness does not grow: `from` ≤ day < `until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[ts(rename = "LoanPause")]
pub struct Pause {
    pub from: Day,
    pub until: Day,
}

pub(crate) struct Book<'terms> {
    pub(crate) terms: &'terms Terms,
    pub(crate) plan: Plan,
    /// Money in hand, the oldest first.
    pub(crate) credits: VecDeque<Credit>,
    pub(crate) pieces: Vec<Piece>,
    /// One for every event folded so far. Their rows are counted by creation until the state is read.
    pub(crate) allocations: Vec<Allocation>,
    pub(crate) paid_out: Money,
    pub(crate) written_off_principal: Money,
    pub(crate) written_off_fee: Money,
    /// What came in afterwards on what was written off.
    pub(crate) recovered: Money,
    pub(crate) forgiven: Money,
    pub(crate) waived: Money,
    pub(crate) is_written_off: bool,
    pub(crate) restructured: bool,
    /// The first day of the present run of days at whose end nothing is owed.
    pub(crate) closed_on: Option<Day>,
    /// The same at the end of the last day before the present one, and the present one.
    pub(crate) closed_before: Option<Day>,
    pub(crate) day: Option<Day>,
    pub(crate) pauses: Vec<Pause>,
}

impl<'terms> Book<'terms> {
    pub(crate) fn open(terms: &'terms Terms, plan: Plan) -> Self {
        let zero = Money::ZERO;
        Self {
            terms,
            plan,
            credits: VecDeque::new(),
            pieces: Vec::new(),
            allocations: Vec::new(),
            paid_out: terms.principal,
            written_off_principal: zero,
            written_off_fee: zero,
            recovered: zero,
            forgiven: zero,
            waived: zero,
            is_written_off: false,
            restructured: false,
            closed_on: None,
            closed_before: None,
            day: None,
            pauses: Vec::new(),
        }
    }

    /// Folds one event into the book. After a failure the book is spoilt and must not be used further.
    ///
    /// # Errors
    /// Why the event cannot stand where it is.
    pub(crate) fn fold(&mut self, event: &Event) -> Result<()> {
        self.allocations.push(Allocation::empty(event.place));
        let day = event.on;
        if self.day != Some(day) {
            (self.day, self.closed_before) = (Some(day), self.closed_on);
        }
        match event.kind {
            EventKind::Repay { amount, advance } => self.repay(amount, day, advance)?,
            EventKind::Refund { amount } => self.refund(amount)?,
            // An undo acts before the fold: it and its target are not handed in.
            EventKind::Undo { .. } => {}
            EventKind::Fee { amount, due } => self.charge(amount, due, day)?,
            EventKind::WaiveFee { amount } => self.waive(amount)?,
            EventKind::Tranche { amount, upfront } => self.pay_out(amount, upfront, day)?,
            EventKind::Shift { from_due, to } => self.shift(from_due, to)?,
            EventKind::Extend { from_due, by } => self.extend(from_due, by)?,
            EventKind::Defer { from_due, periods } => self.defer(from_due, periods)?,
            EventKind::ReAmortise => self.re_amortise(day)?,
            EventKind::ReAge { from, instalments, every } => self.re_age(from, instalments, every)?,
            EventKind::Pause { from, until } => self.pauses.push(Pause { from, until }),
            EventKind::Resume => self.resume(day)?,
            EventKind::WriteOff => self.write_off()?,
            EventKind::Recover { amount } => self.recover(amount)?,
            EventKind::Forgive { amount } => self.forgive(amount)?,
        }
        // The end of the day counts: what is owed and paid on one day moves nothing.
        self.closed_on = if self.plan.owed.is_positive() { None } else { self.closed_before.or(Some(day)) };
        Ok(())
    }

    /// A fee is owed with the first instalment on or after its day; credit pays it at once.
    fn charge(&mut self, amount: Money, due: Day, day: Day) -> Result<()> {
        let carries = |row: &&usize| self.plan.rows[**row].kind.is_instalment() && self.plan.rows[**row].due >= due;
        match self.plan.order.iter().find(carries).copied() {
            Some(row) => self.plan.set(row, Part::Fee, self.plan.rows[row].fee.plus(amount)?)?,
            None => self.plan.add_row(RowKind::Fee, due, Money::ZERO, amount)?,
        }
        self.spend_credit(day)
    }

    fn waive(&mut self, amount: Money) -> Result<()> {
        let left = self.give_up(amount, Part::Fee)?;
        let unpaid = amount.minus(left)?;
        require(left.is_zero(), Refusal::new(FEE_TOO_LARGE).with("unpaid", unpaid).at("amount"))?;
        self.waived = self.waived.plus(amount)?;
        Ok(())
    }

    fn forgive(&mut self, amount: Money) -> Result<()> {
        let left = self.give_up(amount, Part::Principal)?;
        let unpaid = amount.minus(left)?;
        require(left.is_zero(), Refusal::new(FORGIVEN_TOO_MUCH).with("unpaid", unpaid).at("amount"))?;
        self.forgiven = self.forgiven.plus(amount)?;
        Ok(())
    }

    /// Takes `amount` off what is unpaid, earliest row first, and says what of it found nothing.
    fn give_up(&mut self, amount: Money, part: Part) -> Result<Money> {
        let mut left = amount;
        for position in 0..self.plan.order.len() {
            let row = self.plan.order[position];
            let given_up = self.plan.rows[row].owes_of(part).min(left);
            if given_up.is_positive() {
                self.plan.reduce(row, part, given_up)?;
                left = left.minus(given_up)?;
            }
        }
        Ok(left)
    }

    fn resume(&mut self, day: Day) -> Result<()> {
        let mut found = false;
        for pause in self.pauses.iter_mut().filter(|pause| pause.from <= day && day < pause.until) {
            pause.until = day;
            found = true;
        }
        require(found, Refusal::new(NO_PAUSE).with("day", day).at("on"))
    }

    fn write_off(&mut self) -> Result<()> {
        require(self.plan.owed.is_positive(), NOTHING_OWED)?;
        for row in 0..self.plan.rows.len() {
            let principal = self.plan.shrink(row, Part::Principal)?;
            let fee = self.plan.shrink(row, Part::Fee)?;
            self.written_off_principal = self.written_off_principal.plus(principal)?;
            self.written_off_fee = self.written_off_fee.plus(fee)?;
        }
        self.is_written_off = true;
        Ok(())
    }

    /// Nothing is owed any more: what comes in is no repayment and pays no row.
    fn recover(&mut self, amount: Money) -> Result<()> {
        require(self.is_written_off, NOT_WRITTEN_OFF)?;
        let lost = self.written_off_principal.plus(self.written_off_fee)?;
        let left = lost.minus(self.recovered)?;
        require(amount <= left, Refusal::new(RECOVERED_TOO_MUCH).with("left", left).at("amount"))?;
        self.recovered = self.recovered.plus(amount)?;
        Ok(())
    }
}
