//! «الاستثمارات»: what funds own to yield a return – enterprises, real estate, services –, its leases and rents, and which part of
//! money and returns goes to which fund.
//!
//! An investment is an idea that another person decides before anything is paid. Every entry that a verb posts or proposes has a row
//! in `investment_entry` under the identifier of the entry; cost, return, what is owed, paid ahead and left as a deposit are read from
//! the books through it, so that the register and the books are one. What leaves a fund waits as a voucher for others
//! (`funds::propose`); what comes is received (`funds::receive`). The dues of a lease follow from its terms, and what is paid of them
//! from its entries, by the pure rules of `investing`. See `docs/decisions/rents-follow-from-entries.md`.

mod allocation;
mod books;
mod estate;
mod figures;
mod following;
pub mod inputs;
mod lists;
pub mod model;
mod money;
mod papers;
mod plans;
mod reading;
mod rents;
pub mod rules;
mod steps;
mod store;
mod waiting;

// Verbs and questions that share a file or a folder with their like, each under the name of its command.
macro_rules! doors {
    ($($name:ident in $($path:ident)::+;)+) => { $(mod $name { pub use crate::$($path)::+::$name; })+ };
}
doors! {
    propose in plans::propose;
    change in plans::propose;
    ask_decision in plans::deciding;
    approve in plans::deciding;
    return_idea in plans::deciding;
    refuse in plans::deciding;
    value in plans::values;
    buy in money::bought;
    sell in money::sold;
    receive_return in money::returned;
    pay_cost in money::paid;
    add_unit in estate::units;
    change_unit in estate::units;
    add_lease in estate::letting;
    end_lease in estate::letting;
    change_rent in estate::letting;
    post_dues in rents::dues;
    receive_rent in rents::received;
    write_off_rent in rents::received;
    add_cheque in rents::cheques;
    present_cheque in rents::cheques;
    give_back_cheque in rents::cheques;
    receive_deposit in rents::deposits;
    return_deposit in rents::deposits;
    keep_deposit in rents::deposits;
    plan_maintenance in estate::maintenance;
    finish_maintenance in estate::maintenance;
    drop_maintenance in estate::maintenance;
    write_rule in allocation::writing;
    approve_rule in allocation::writing;
    refuse_rule in allocation::writing;
    apply_rule in allocation::shares;
    share_again in allocation::shares;
    lease_paper in papers;
    rent_receipt in papers;
    late_letter in papers;
}

mod queries {
    pub use crate::allocation::shares::{allocation, preview as share_preview};
    pub use crate::reading::lease_page::lease;
    pub use crate::reading::list::list;
    pub use crate::reading::overview::overview;
    pub use crate::reading::page::{choices, open};
    pub use crate::reading::units::{tenants, units};
    pub use crate::rents::list::rents;
}

pub use rules::REFUSALS;

use funds::model::PostedVoucher;
use inputs::{
    AddCheque, AddLease, AddUnit, ApplyRule, ApproveInvestment, BuyInvestment, ChangeInvestment, ChangeRent,
    ChangeUnit, DecideRule, DropMaintenance, EndLease, FindTenants, FinishMaintenance, GiveBackCheque, KeepDeposit,
    ListInvestments, ListRents, ListUnits, NoteInvestment, PayCost, PlanMaintenance, PostDues, PresentCheque,
    ProposeInvestment, ReceiveDeposit, ReceiveRent, ReceiveReturn, RentReceipt, ReturnDeposit, SellInvestment,
    ShareAgain, ShareQuestion, ValueInvestment, WhichInvestment, WhichLease, WriteOffRent, WriteRule,
};
use model::{
    Allocation, InvestmentChoices, InvestmentPage, InvestmentSheet, InvestmentsOverview, KnownTenants, LeaseSheet,
    PostedDues, RentPage, SavedInvestment, SavedLease, SharePreview, UnitPage,
};
use office::feature::{Feature, Follow, SubjectKind, never_joined};
use office::input::Nothing;
use office::paper::Paper;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "investments",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS, investing::REFUSALS],
    views: &["investments"],
    screens: SCREENS,
    owns: &[
        "investment",
        "investment_value",
        "unit",
        "lease",
        "lease_rent",
        "lease_cheque",
        "investment_entry",
        "investment_posting",
        "maintenance",
        "allocation_rule",
        "allocation_version",
        "allocation_line",
        "allocation_share",
        "allocation_share_line",
    ],
    tasks: Some(waiting::tasks),
    steps: &[steps::PURCHASE, steps::RULE],
    answers: steps::ANSWERS,
    subjects: &[
        hung(store::INVESTMENT, store::label, Some(store::about)),
        hung(estate::leases::LEASE, estate::leases::label, Some(estate::leases::about)),
    ],
    follows: &[
        Follow { kind: "entry", changed: following::entry_changed },
        Follow { kind: parties::RECORD, changed: estate::leases::party_changed },
    ],
    lists: lists::LISTS,
    figures: figures::FIGURES,
    ..Feature::EMPTY
};

/// A record documents and visits hang on.
const fn hung(
    kind: &'static str,
    label: fn(&database::Read<'_>, [u8; 16]) -> kernel::Result<String>,
    followed: Option<office::feature::WhomItIsAbout>,
) -> SubjectKind {
    SubjectKind {
        kind,
        view: INVESTMENTS_VIEW,
        reveal: INVESTMENTS_VIEW,
        keep: INVESTMENTS_KEEP,
        label,
        joined: never_joined,
        followed,
        hidden: None,
    }
}

office::permissions! {
    INVESTMENTS_VIEW = "investments.view", [Supervisor, Finance, Committee, Administrator];
    /// Write ideas down, keep units, leases and maintenance.
    INVESTMENTS_KEEP = "investments.keep", [Supervisor, Finance, Administrator];
    /// Receive rents and returns, ask for payments, post what is due.
    INVESTMENTS_POST = "investments.post", [Finance];
    /// Decide an investment or a rule of allocation that another person put forward.
    INVESTMENTS_DECIDE = "investments.decide", [Supervisor, Committee];
}

office::screens! {
    INVESTMENT = "investments.open", WhichInvestment;
    INVESTMENTS = "investments.list", ListInvestments;
    UNITS = "investments.units", ListUnits;
    RENTS = "investments.rents", ListRents;
    LEASE = "investments.lease", WhichLease;
    ALLOCATION = "investments.allocation", Nothing;
}

office::commands! { "investments",
    read  overview       (Nothing) -> InvestmentsOverview,       needs INVESTMENTS_VIEW,   shows   [investments, funds];
    read  list           (ListInvestments) -> InvestmentPage,    needs INVESTMENTS_VIEW,   shows   [investments, funds, follow_up];
    read  open           (WhichInvestment) -> InvestmentSheet,   needs INVESTMENTS_VIEW,   shows   [investments, funds, documents, follow_up];
    read  choices        (Nothing) -> InvestmentChoices,         needs INVESTMENTS_VIEW,   shows   [investments, funds];
    read  units          (ListUnits) -> UnitPage,                needs INVESTMENTS_VIEW,   shows   [investments, funds];
    read  rents          (ListRents) -> RentPage,                needs INVESTMENTS_VIEW,   shows   [investments, funds];
    read  lease          (WhichLease) -> LeaseSheet,             needs INVESTMENTS_VIEW,   shows   [investments, funds, documents];
    read  tenants        (FindTenants) -> KnownTenants,          needs INVESTMENTS_KEEP,   shows   [investments];
    read  allocation     (Nothing) -> Allocation,                needs INVESTMENTS_VIEW,   shows   [investments, funds];
    read  share_preview  (ShareQuestion) -> SharePreview,        needs INVESTMENTS_VIEW,   shows   [investments, funds];
    write propose        (ProposeInvestment) -> SavedInvestment, needs INVESTMENTS_KEEP,   touches [investments];
    write change         (ChangeInvestment) -> SavedInvestment,  needs INVESTMENTS_KEEP,   touches [investments, tasks];
    write ask_decision   (NoteInvestment) -> SavedInvestment,    needs INVESTMENTS_KEEP,   touches [investments, tasks];
    write approve        (ApproveInvestment) -> SavedInvestment, needs INVESTMENTS_DECIDE, touches [investments, tasks];
    write return_idea    (NoteInvestment) -> SavedInvestment,    needs INVESTMENTS_VIEW,   touches [investments, tasks];
    write refuse         (NoteInvestment) -> SavedInvestment,    needs INVESTMENTS_DECIDE, touches [investments, tasks];
    write value          (ValueInvestment) -> Nothing,           needs INVESTMENTS_KEEP,   touches [investments];
    write buy            (BuyInvestment) -> Nothing,             needs INVESTMENTS_POST,   touches [investments, funds, tasks];
    write sell           (SellInvestment) -> Nothing,            needs INVESTMENTS_POST,   touches [investments, funds, tasks];
    write receive_return (ReceiveReturn) -> PostedVoucher,       needs INVESTMENTS_POST,   touches [investments, funds];
    write pay_cost       (PayCost) -> Nothing,                   needs INVESTMENTS_POST,   touches [investments, funds, tasks];
    write add_unit       (AddUnit) -> Nothing,                   needs INVESTMENTS_KEEP,   touches [investments];
    write change_unit    (ChangeUnit) -> Nothing,                needs INVESTMENTS_KEEP,   touches [investments];
    write add_lease      (AddLease) -> SavedLease,               needs INVESTMENTS_KEEP,   touches [investments, tasks];
    write end_lease      (EndLease) -> SavedLease,               needs INVESTMENTS_KEEP,   touches [investments, tasks];
    write change_rent    (ChangeRent) -> SavedLease,             needs INVESTMENTS_POST,   touches [investments, funds, tasks];
    write post_dues      (PostDues) -> PostedDues,               needs INVESTMENTS_POST,   touches [investments, funds, tasks];
    write receive_rent   (ReceiveRent) -> PostedVoucher,         needs INVESTMENTS_POST,   touches [investments, funds, tasks];
    write write_off_rent (WriteOffRent) -> Nothing,              needs INVESTMENTS_POST,   touches [investments, funds, tasks];
    write add_cheque     (AddCheque) -> Nothing,                 needs INVESTMENTS_KEEP,   touches [investments, tasks];
    write present_cheque (PresentCheque) -> PostedVoucher,       needs INVESTMENTS_POST,   touches [investments, funds, tasks];
    write give_back_cheque (GiveBackCheque) -> Nothing,          needs INVESTMENTS_KEEP,   touches [investments, tasks];
    write receive_deposit (ReceiveDeposit) -> PostedVoucher,     needs INVESTMENTS_POST,   touches [investments, funds];
    write return_deposit (ReturnDeposit) -> Nothing,             needs INVESTMENTS_POST,   touches [investments, funds, tasks];
    write keep_deposit   (KeepDeposit) -> Nothing,               needs INVESTMENTS_POST,   touches [investments, funds, tasks];
    write plan_maintenance (PlanMaintenance) -> Nothing,         needs INVESTMENTS_KEEP,   touches [investments, tasks];
    write finish_maintenance (FinishMaintenance) -> Nothing,     needs INVESTMENTS_POST,   touches [investments, funds, tasks];
    write drop_maintenance (DropMaintenance) -> Nothing,         needs INVESTMENTS_KEEP,   touches [investments, tasks];
    write write_rule     (WriteRule) -> Nothing,                 needs INVESTMENTS_KEEP,   touches [investments, tasks];
    write approve_rule   (DecideRule) -> Nothing,                needs INVESTMENTS_DECIDE, touches [investments, tasks];
    write refuse_rule    (DecideRule) -> Nothing,                needs INVESTMENTS_VIEW,   touches [investments, tasks];
    write apply_rule     (ApplyRule) -> Nothing,                 needs INVESTMENTS_POST,   touches [investments, funds, tasks];
    write share_again    (ShareAgain) -> Nothing,                needs INVESTMENTS_POST,   touches [investments, funds, tasks];
    print lease_paper    (WhichLease) -> Paper,                  needs INVESTMENTS_VIEW,   touches [audit];
    print rent_receipt   (RentReceipt) -> Paper,                 needs INVESTMENTS_VIEW,   touches [audit];
    print late_letter    (WhichLease) -> Paper,                  needs INVESTMENTS_VIEW,   touches [audit];
}
