//! The books leave the office as a journal of hledger, so that an auditor can check the sums with another program.

use base64::Engine;
use kernel::Result;
use office::context::Read;
use office::input::Nothing;
use office::tables::File;
use serde_json::json;

pub fn books(cx: &Read<'_>, _: Nothing) -> Result<File> {
    let journal = ledger::hledger_journal(cx)?;
    let head = ledger::journal::head(cx)?;
    cx.saw("ledger", "ledger", "", json!({ "entries": head.seq, "head": head.printed() }));
    Ok(File {
        name: format!("books-{}.journal", cx.today()),
        mime: "text/plain".to_owned(),
        base64: base64::engine::general_purpose::STANDARD.encode(journal),
    })
}
