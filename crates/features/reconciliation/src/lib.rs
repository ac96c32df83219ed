//! «التسوية البنكية»: what the bank says of an account beside what the books say. Today: a bank's statement is read, proven and
//! shown; nothing of it is kept.

pub mod model;
mod queries;

use model::{StatementFile, StatementPreview};
use office::feature::Feature;
use office::inbox::Upload;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "reconciliation",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[bank::REFUSALS],
    uploads: &[Upload { command: "reconciliation.preview", largest: LARGEST_STATEMENT }],
    ..Feature::EMPTY
};

/// Bytes. A year of a busy account has some ten thousand lines of some hundred bytes.
const LARGEST_STATEMENT: usize = 8 * 1024 * 1024;

office::permissions! {
    /// See what a bank's statement says: payers stand in it by name.
    RECONCILIATION_VIEW = "reconciliation.view", [Supervisor, Finance];
}

office::commands! { "reconciliation",
    read preview (StatementFile) -> StatementPreview, needs RECONCILIATION_VIEW, shows [];
}
