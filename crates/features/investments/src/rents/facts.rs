//! What happened to the rent of a lease, out of its rows and the books.

use crate::books::{self, Posting};
use crate::estate::leases::Lease;
use crate::model::InvestmentEntryKind as Kind;
use database::Read;
use investing::{Due, Happened, Rents};
use kernel::id::EntryId;
use kernel::{Day, Money, Result};

/// The dues of a lease, and what happened to them.
pub struct Facts {
    pub dues: Vec<Due>,
    pub postings: Vec<Posting>,
}

impl Facts {
    /// # Errors
    /// What the database refuses.
    pub fn of(db: &Read<'_>, lease: &Lease) -> Result<Self> {
        Self::from(db, lease, books::of_lease(db, lease.id)?)
    }

    /// # Errors
    /// What the database refuses.
    pub fn from(db: &Read<'_>, lease: &Lease, postings: Vec<Posting>) -> Result<Self> {
        let mut dues = lease.terms().schedule()?;
        // What was due before the books began stands in their opening balances.
        if let Some(opened) = books::opening_day(db, lease.fund)? {
            dues.retain(|due| due.day >= opened);
        }
        Ok(Self { dues, postings })
    }

    /// How the rent stands at the end of a day, by the entries that bear a day until then.
    ///
    /// # Errors
    /// More was written off than is owed.
    pub fn on(&self, day: Day) -> Result<Rents<EntryId>> {
        let mut events: Vec<(i64, Happened<EntryId>)> = Vec::new();
        for one in &self.postings {
            let Some((_, posted_on, place)) = one.posted else { continue };
            if posted_on > day {
                continue;
            }
            let (event, undo) = match (one.kind, one.due) {
                (Kind::Due, Some((no, due))) => (
                    Happened::Posted { no, day: due, amount: one.amount },
                    Happened::Posted { no, day: due, amount: one.amount.negated() },
                ),
                (Kind::Rent | Kind::DepositRent, _) => (
                    Happened::Paid { payment: one.entry, amount: one.amount },
                    Happened::TakenBack { payment: one.entry },
                ),
                (Kind::WrittenOff, _) => (
                    Happened::WrittenOff { off: one.entry, amount: one.amount },
                    Happened::TakenBack { payment: one.entry },
                ),
                _ => continue,
            };
            events.push((place, event));
            if let Some((undone_on, undone)) = one.undone
                && undone_on <= day
            {
                events.push((undone, undo));
            }
        }
        events.sort_by_key(|(place, _)| *place);
        Rents::replay(events.into_iter().map(|(_, event)| event))
    }

    /// Whether a due stands in the books, and with how much.
    ///
    /// # Errors
    /// Beyond what money can be.
    pub fn posted(&self, no: u32) -> Result<Option<Money>> {
        let of = self.postings.iter().filter(|one| one.kind == Kind::Due && one.stands());
        let amounts: Vec<Money> =
            of.filter(|one| one.due.is_some_and(|(due, _)| due == no)).map(|one| one.amount).collect();
        if amounts.is_empty() { Ok(None) } else { Money::sum(amounts).map(Some) }
    }

    /// The first day after another of a due that stands in the books.
    pub fn posted_after(&self, day: Day) -> Option<Day> {
        let of = self.postings.iter().filter(|one| one.kind == Kind::Due && one.stands());
        of.filter_map(|one| one.due.map(|(_, due)| due)).filter(|due| *due > day).min()
    }

    /// The dues that have come and are not in the books.
    ///
    /// # Errors
    /// Beyond what money can be.
    pub fn unposted(&self, until: Day) -> Result<Vec<Due>> {
        let mut found = Vec::new();
        for due in self.dues.iter().filter(|due| due.day <= until && !due.amount.is_zero()) {
            if self.posted(due.no)?.is_none() {
                found.push(*due);
            }
        }
        Ok(found)
    }

    /// The days on which entries of the lease were posted or taken back, in their order.
    pub fn days(&self) -> Vec<Day> {
        let posted = self.postings.iter().filter_map(|one| one.posted.map(|(_, day, _)| day));
        let undone = self.postings.iter().filter_map(|one| one.undone.map(|(day, _)| day));
        let mut days: Vec<Day> = posted.chain(undone).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}
