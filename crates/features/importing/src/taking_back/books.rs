//! The entries of an import, and how each comes to stand for nothing: nothing in the books is ever removed. An entry is
//! reversed on its own day, so that the books say of every day what they said before. Of a receipt that the file itself
//! took back, both entries are countered by their lines with the other sign: a reversal has no reversal.

use super::made::Made;
use approvals::ApprovalRequest;
use database::Read;
use kernel::id::EntryId;
use kernel::{Money, Result};
use ledger::{Entry, NewReversal, PeriodId, journal, period};
use office::context::Write;
use office::words::{self, Language};
use std::collections::{BTreeMap, BTreeSet};

/// The entries of an import, the newest first.
pub struct Books {
    entries: Vec<Entry>,
    own: BTreeSet<EntryId>,
}

impl Books {
    /// # Errors
    /// What the database refuses.
    pub fn of(db: &Read<'_>, made: &Made) -> Result<Self> {
        let mut entries = made.entries.iter().map(|id| journal::entry(db, *id)).collect::<Result<Vec<_>>>()?;
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
        Ok(Self { entries, own: made.entries.iter().copied().collect() })
    }

    pub const fn own(&self) -> &BTreeSet<EntryId> {
        &self.own
    }

    /// What they moved, in all.
    ///
    /// # Errors
    /// A sum beyond what money can be.
    pub fn moved(&self) -> Result<Money> {
        Money::sum(self.entries.iter().map(|entry| entry.amount))
    }

    pub fn vouchers(&self) -> Vec<String> {
        self.entries.iter().rev().map(|entry| entry.voucher.to_string()).collect()
    }

    /// Entries that somebody reversed since, and those that reversed what the import did not bring.
    pub fn entangled(&self) -> impl Iterator<Item = (&Entry, &'static str)> {
        let outside = |other: Option<EntryId>| other.is_some_and(|other| !self.own.contains(&other));
        self.entries.iter().filter_map(move |entry| {
            if outside(entry.reversed_by) {
                Some((entry, "reversed"))
            } else {
                outside(entry.reverses).then_some((entry, "reversed_earlier"))
            }
        })
    }

    /// Months that were closed since.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn closed(&self, db: &Read<'_>) -> Result<Vec<PeriodId>> {
        let days: BTreeMap<PeriodId, _> =
            self.entries.iter().map(|entry| (PeriodId::of(entry.day), entry.day)).collect();
        let mut closed = Vec::new();
        for (month, day) in days {
            if period::first_open_day(db, day)? != day {
                closed.push(month);
            }
        }
        Ok(closed)
    }

    /// Reverses them all, the newest first: made by whoever asked for it, approved by whoever does it.
    ///
    /// # Errors
    /// What the books refuse: a fund that has spent the money since, a limit.
    pub fn take_back(&self, cx: &Write<'_>, request: &ApprovalRequest) -> Result<()> {
        let args = BTreeMap::from([("reason", request.reason.clone())]);
        let reason = words::fill("importing.taken_back.narration", Language::Ar, &args);
        for entry in &self.entries {
            let reversal = NewReversal {
                id: EntryId::new(cx.now, office::random::bytes()?),
                entry: entry.id,
                day: entry.day,
                reason: reason.clone(),
                made_by: request.asked_by,
                approved_by: Some(cx.who.id),
                recorded_at: cx.now,
            };
            match (entry.reverses, entry.reversed_by) {
                (Some(_), _) => ledger::counter(cx.db(), &reversal, loans::RESTORED)?,
                (_, Some(_)) => ledger::counter(cx.db(), &reversal, loans::COUNTERED)?,
                (None, None) => ledger::reverse(cx.db(), &reversal)?,
            };
        }
        Ok(())
    }
}
