//! The general assembly: who its members are, what each owes for a year and has paid, and whether enough of them stand in
//! good order for a meeting. A fee is paid by a receipt of the books, and by nothing else.

mod add;
mod card;
mod change;
mod end;
pub mod inputs;
mod lists;
pub mod model;
mod queries;
mod receipts;
mod record_fee;
mod register;
pub mod rules;
mod set_due;
mod store;

pub use rules::REFUSALS;

use inputs::{
    AddAssemblyMember, AskAssembly, ChangeAssemblyMember, EndAssemblyMember, RecordFee, SetDue, WhichAssemblyMember,
    WhichYear,
};
use model::{AssemblyPage, AssemblyReceipts, AssemblySheet};
use office::feature::Feature;
use office::input::Nothing;
use office::paper::Paper;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "assembly",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["assembly"],
    screens: SCREENS,
    owns: &["assembly_member", "assembly_due", "assembly_fee"],
    publishes: &["assembly_standing"],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

office::permissions! {
    ASSEMBLY_VIEW = "assembly.view", [Supervisor, Finance, Committee, Administrator];
    ASSEMBLY_KEEP = "assembly.keep", [Supervisor, Administrator];
    /// Say which receipt of the books paid a fee, and what is due in a year.
    ASSEMBLY_FEES = "assembly.fees", [Finance];
}

office::screens! {
    MEMBERS = "assembly.list", AskAssembly;
    MEMBER = "assembly.open", WhichAssemblyMember;
}

office::commands! { "assembly",
    read  list   (AskAssembly) -> AssemblyPage,          needs ASSEMBLY_VIEW, shows [assembly, funds];
    read  open   (WhichAssemblyMember) -> AssemblySheet, needs ASSEMBLY_VIEW, shows [assembly, funds];
    // Receipts of the books that can pay a fee.
    read  receipts (Nothing) -> AssemblyReceipts,        needs ASSEMBLY_FEES, shows [assembly, funds];
    write add    (AddAssemblyMember) -> WhichAssemblyMember,    needs ASSEMBLY_KEEP, touches [assembly];
    write change (ChangeAssemblyMember) -> WhichAssemblyMember, needs ASSEMBLY_KEEP, touches [assembly];
    write end    (EndAssemblyMember) -> WhichAssemblyMember,    needs ASSEMBLY_KEEP, touches [assembly];
    write set_due    (SetDue) -> Nothing,                       needs ASSEMBLY_FEES, touches [assembly];
    write record_fee (RecordFee) -> WhichAssemblyMember,        needs ASSEMBLY_FEES, touches [assembly];
    print card     (WhichAssemblyMember) -> Paper,              needs ASSEMBLY_VIEW, touches [audit];
    print register (WhichYear) -> Paper,                        needs ASSEMBLY_VIEW, touches [audit];
}
