//! What of the dues of a lease is paid, and what the tenant paid ahead.

use crate::refusals::ABOVE_OWED;
use kernel::{Day, Money, Refusal, Result, require};
use std::collections::BTreeMap;

/// What happened to the rent of a lease, in the order in which it was written down. `K` names a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happened<K> {
    /// A due was posted, or changed by so much afterwards.
    Posted { no: u32, day: Day, amount: Money },
    /// Money came.
    Paid { payment: K, amount: Money },
    /// A payment was taken back: a cheque bounced.
    TakenBack { payment: K },
    /// What is owed was given up, the oldest first.
    WrittenOff { off: K, amount: Money },
}

/// A due with something left to pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unpaid {
    pub no: u32,
    pub day: Day,
    pub left: Money,
}

#[derive(Debug, Clone)]
struct Posted<K> {
    day: Day,
    amount: Money,
    /// Which payment covers how much of it.
    parts: Vec<(K, Money)>,
}

impl<K> Posted<K> {
    fn paid(&self) -> Result<Money> {
        Money::sum(self.parts.iter().map(|(_, amount)| *amount))
    }

    fn left(&self) -> Result<Money> {
        self.amount.minus(self.paid()?)
    }
}

/// How the rent of a lease stands.
#[derive(Debug, Clone)]
pub struct Rents<K> {
    dues: BTreeMap<u32, Posted<K>>,
    credit: Vec<(K, Money)>,
}

impl<K: Copy + PartialEq> Rents<K> {
    /// Folds what happened.
    ///
    /// # Errors
    /// More was written off than is owed; a sum beyond what money can be.
    pub fn replay(events: impl IntoIterator<Item = Happened<K>>) -> Result<Self> {
        let mut rents = Self { dues: BTreeMap::new(), credit: Vec::new() };
        events.into_iter().try_for_each(|event| rents.take(event))?;
        Ok(rents)
    }

    /// One thing more happened.
    ///
    /// # Errors
    /// As [`replay`](Self::replay).
    pub fn take(&mut self, event: Happened<K>) -> Result<()> {
        match event {
            Happened::Posted { no, day, amount } => {
                let due = self.dues.entry(no).or_insert(Posted { day, amount: Money::ZERO, parts: Vec::new() });
                due.amount = due.amount.plus(amount)?;
                self.free_what_is_too_much(no)?;
            }
            Happened::Paid { payment, amount } => self.credit.push((payment, amount)),
            Happened::TakenBack { payment } => {
                for due in self.dues.values_mut() {
                    due.parts.retain(|(by, _)| *by != payment);
                }
                self.credit.retain(|(by, _)| *by != payment);
            }
            Happened::WrittenOff { off, amount } => {
                require(amount <= self.owed()?, Refusal::new(ABOVE_OWED).at("amount"))?;
                self.credit.insert(0, (off, amount));
            }
        }
        self.settle()
    }

    /// A due that became smaller than what was paid of it gives the rest back, as money paid ahead.
    fn free_what_is_too_much(&mut self, no: u32) -> Result<()> {
        let Some(due) = self.dues.get_mut(&no) else { return Ok(()) };
        let mut over = due.paid()?.minus(due.amount)?;
        while over.is_positive() {
            let Some((by, amount)) = due.parts.pop() else { break };
            let freed = amount.min(over);
            if amount > freed {
                due.parts.push((by, amount.minus(freed)?));
            }
            self.credit.push((by, freed));
            over = over.minus(freed)?;
        }
        Ok(())
    }

    /// Money paid ahead goes to what is owed, the oldest due first.
    fn settle(&mut self) -> Result<()> {
        let mut order: Vec<u32> = self.dues.keys().copied().collect();
        order.sort_by_key(|no| (self.dues[no].day, *no));
        for no in order {
            let Some(due) = self.dues.get_mut(&no) else { continue };
            let mut left = due.left()?;
            while left.is_positive() {
                let Some((by, amount)) = self.credit.first().copied() else { break };
                let used = amount.min(left);
                due.parts.push((by, used));
                left = left.minus(used)?;
                if used == amount {
                    self.credit.remove(0);
                } else {
                    self.credit[0].1 = amount.minus(used)?;
                }
            }
        }
        Ok(())
    }

    /// The dues with something left, the oldest first.
    ///
    /// # Errors
    /// A sum beyond what money can be.
    pub fn unpaid(&self) -> Result<Vec<Unpaid>> {
        let mut found = Vec::new();
        for (no, due) in &self.dues {
            let left = due.left()?;
            if left.is_positive() {
                found.push(Unpaid { no: *no, day: due.day, left });
            }
        }
        found.sort_by_key(|one| (one.day, one.no));
        Ok(found)
    }

    /// What is left of all dues.
    ///
    /// # Errors
    /// A sum beyond what money can be.
    pub fn owed(&self) -> Result<Money> {
        Money::sum(self.unpaid()?.into_iter().map(|one| one.left))
    }

    /// What the tenant paid ahead.
    ///
    /// # Errors
    /// A sum beyond what money can be.
    pub fn credit(&self) -> Result<Money> {
        Money::sum(self.credit.iter().map(|(_, amount)| *amount))
    }

    /// What of a posted due is paid; nothing of one that was not posted.
    ///
    /// # Errors
    /// A sum beyond what money can be.
    pub fn paid_of(&self, no: u32) -> Result<Money> {
        self.dues.get(&no).map_or(Ok(Money::ZERO), Posted::paid)
    }

    /// The posted amount of a due.
    pub fn posted(&self, no: u32) -> Option<Money> {
        self.dues.get(&no).map(|due| due.amount)
    }
}
