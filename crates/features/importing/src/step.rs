//! What of an import another person must approve: movements that would be posted.

use super::model::WhichImport;
use super::rules::{DECIDED, OWN_IMPORT};
use super::waiting;
use kernel::Result;
use kernel::id::ImportId;
use ledger::refusals::ABOVE_LIMIT;
use office::approval::{ApprovalStep, Described, StepRefusals};
use office::context::Read;

/// Payments and repayments of an import from the opening day of the books on. The amount is the sum of them all.
pub const MOVEMENTS: ApprovalStep = ApprovalStep {
    name: "importing.movements",
    subject: "import",
    decides: funds::FUNDS_APPROVE,
    needed: 1,
    limit: Some(ABOVE_LIMIT),
    task: "import_approve",
    told: Some("import_refused"),
    kept_from: &[],
    describe,
    refusals: StepRefusals { own: OWN_IMPORT, again: approvals::ANSWERED_ALREADY, decided: DECIDED, waits: DECIDED },
};

fn describe(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let id = ImportId::from_bytes(subject);
    let Some(file) = waiting::file_of(cx, id)? else { return Ok(None) };
    let sums = waiting::sums(cx, id)?.unwrap_or_default();
    let target = crate::WAITING.asking(&WhichImport { id })?;
    let args = [
        ("file", file),
        ("loans", sums.loans.to_string()),
        ("payments", sums.payments.to_string()),
        ("paid_out", sums.paid_out.to_string()),
        ("repayments", sums.repayments.to_string()),
        ("repaid", sums.repaid.to_string()),
    ];
    Ok(Some(Described::new(target, args)))
}
