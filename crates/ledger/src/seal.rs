//! The seal of an entry: a hash over the seal before it and everything the entry says.

use crate::account::AccountCode;
use crate::entry::VoucherNumber;
use kernel::id::{EntryId, FundId, LoanId, PartyId, PersonId};
use kernel::{Day, Moment, Money};
use sha2::{Digest, Sha256};

/// What the first entry is sealed over.
pub const BEGINNING: [u8; 32] = [0; 32];

/// All that an entry says, as it stands in the books.
pub(crate) struct Content<'a> {
    pub id: EntryId,
    pub voucher: VoucherNumber,
    pub day: Day,
    pub event: &'a str,
    pub rule_version: i32,
    pub narration: &'a str,
    pub counterparty: Option<&'a str>,
    pub method: Option<&'a str>,
    pub reference: Option<&'a str>,
    pub reverses: Option<EntryId>,
    pub made_by: PersonId,
    pub approved_by: Option<PersonId>,
    pub second_approved_by: Option<PersonId>,
    pub recorded_at: Moment,
}

pub(crate) struct LineContent<'a> {
    pub account: &'a AccountCode,
    pub fund: FundId,
    pub amount: Money,
    pub party: Option<PartyId>,
    pub loan: Option<LoanId>,
    pub memo: &'a str,
}

/// SHA-256 over the seal before, the place, and every field with its length, so that nothing can be moved from one
/// field, or one line, to the next.
pub(crate) fn seal<'a>(
    before: &[u8; 32],
    seq: i64,
    entry: &Content<'_>,
    lines: impl IntoIterator<Item = LineContent<'a>>,
) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(b"sharaka ledger 1");
    digest.update(before);
    digest.update(seq.to_be_bytes());
    digest.update(entry.id.as_bytes());
    digest.update(entry.voucher.year.to_be_bytes());
    digest.update(entry.voucher.no.to_be_bytes());
    digest.update(entry.day.number().to_be_bytes());
    digest.update(entry.rule_version.to_be_bytes());
    digest.update(entry.recorded_at.micros().to_be_bytes());
    digest.update(entry.made_by.as_bytes());
    text(&mut digest, Some(entry.voucher.kind.word()));
    text(&mut digest, Some(entry.event));
    text(&mut digest, Some(entry.narration));
    text(&mut digest, entry.counterparty);
    text(&mut digest, entry.method);
    text(&mut digest, entry.reference);
    bytes(&mut digest, entry.reverses.as_ref().map(|id| id.as_bytes().as_slice()));
    bytes(&mut digest, entry.approved_by.as_ref().map(|id| id.as_bytes().as_slice()));
    for line in lines {
        digest.update([2]);
        text(&mut digest, Some(line.account.as_str()));
        digest.update(line.fund.as_bytes());
        digest.update(line.amount.halalas().to_be_bytes());
        bytes(&mut digest, line.party.as_ref().map(|id| id.as_bytes().as_slice()));
        bytes(&mut digest, line.loan.as_ref().map(|id| id.as_bytes().as_slice()));
        text(&mut digest, Some(line.memo));
    }
    if let Some(second) = entry.second_approved_by {
        digest.update([3]);
        digest.update(second.as_bytes());
    }
    digest.finalize().into()
}

fn text(digest: &mut Sha256, field: Option<&str>) {
    bytes(digest, field.map(str::as_bytes));
}

fn bytes(digest: &mut Sha256, field: Option<&[u8]>) {
    match field {
        Some(held) => {
            digest.update([1]);
            digest.update((held.len() as u64).to_be_bytes());
            digest.update(held);
        }
        None => digest.update([0]),
    }
}
