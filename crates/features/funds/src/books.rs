//! The books leave the office as a journal of hledger, so that an auditor can check the sums with another program.

use kernel::Result;
use office::context::Read;
use office::input::Nothing;
use office::outbox::Handed;
use serde_json::json;

pub fn books(cx: &Read<'_>, _: Nothing) -> Result<Handed> {
    let journal = ledger::hledger_journal(cx)?;
    let head = ledger::journal::head(cx)?;
    cx.saw("ledger", "ledger", "", json!({ "entries": head.seq, "head": head.printed() }));
    cx.hand(format!("books-{}.journal", cx.today()), "text/plain", journal.into_bytes())
}
