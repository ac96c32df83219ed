//! The association's funds as screens see them: where each stands, the journal, the vouchers, the chart, the months.
//!
//! What the books may hold is decided by the `ledger` crate and the database. Loans post their own entries; their screens
//! are not here.

mod add;
mod add_account;
mod approve;
mod ask_reversal;
mod ask_to_reopen;
mod automatic;
mod books;
mod change;
mod change_account;
mod change_draft;
mod chart_file;
mod cheques;
mod clear_cheque;
mod close_period;
mod donate;
mod draft;
mod drop_draft;
mod import_chart;
mod lists;
mod lock_year;
pub mod model;
mod opening;
mod outside;
mod queries;
mod refuse_reopening;
mod reopen_period;
mod return_draft;
pub mod rules;
mod set_approval_limit;
mod steps;
pub mod store;
mod taking_back;
mod transfer;
mod trial_balance_paper;
mod verify;
mod voucher;

pub use model::{AsOfDay, FundQuery};
pub use opening::{Opened, Opening, OpeningLine, open_from, opened};
pub use outside::{Came, Proposal, Way, draft_state, journal, propose, receive, take_along};
pub use queries::{kept_at, lends};
pub use rules::REFUSALS;
pub use taking_back::draft_on;

use chart_file::{ChartChanges, ChartFile};
use ledger::account::NewAccount;
use ledger::{Findings, NewFund, Period};
use model::*;
use office::feature::{DailyJob, Feature, SubjectKind, never_joined};
use office::inbox::Upload;
use office::input::Nothing;
use office::outbox::Handed;
use office::paper::Paper;
use office::permission::ASSOCIATION_MANAGE;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "funds",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS, ledger::REFUSALS],
    views: &["funds"],
    screens: SCREENS,
    owns: &[
        "account",
        "fund",
        "period",
        "voucher_counter",
        "entry",
        "line",
        "entry_seal",
        "balance",
        "voucher_draft",
        "cheque",
    ],
    publishes: &["fund_name", "voucher", "voucher_line", "voucher_place", "cheque_standing"],
    steps: &[steps::VOUCHER, steps::REOPENING],
    answers: steps::ANSWERS,
    sound: Some(verify::sound),
    jobs: &[DailyJob { name: "funds.look_over", run: automatic::look_over }],
    uploads: &[
        Upload { command: "funds.chart_preview", largest: LARGEST_CHART },
        Upload { command: "funds.import_chart", largest: LARGEST_CHART },
    ],
    // A voucher is one record from its draft on: what hangs on the draft hangs on what stands in the books.
    subjects: &[SubjectKind {
        kind: "entry",
        view: FUNDS_VIEW,
        reveal: FUNDS_VIEW,
        keep: FUNDS_POST,
        label: queries::voucher_label,
        joined: never_joined,
        followed: None,
        hidden: None,
    }],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

/// Bytes; a chart has some hundred rows.
const LARGEST_CHART: usize = 4 * 1024 * 1024;

office::permissions! {
    FUNDS_VIEW = "funds.view", [Supervisor, Finance, Committee, Administrator];
    /// Record donations, write vouchers, ask for transfers.
    FUNDS_POST = "funds.post", [Finance];
    /// Approve what another person wrote, take a voucher back, open a closed month again.
    FUNDS_APPROVE = "funds.approve", [Supervisor, Finance, Committee];
    /// Keep the funds, the chart of accounts and the months.
    FUNDS_MANAGE = "funds.manage", [Finance, Administrator];
}

office::screens! {
    FUNDS = "funds.list", AsOfDay;
    FUND = "funds.detail", FundQuery;
    MONTHS = "funds.periods", Nothing;
    /// A voucher that waits for another person, opened to be decided or written anew.
    DRAFT = "funds.draft_sheet", DecideDraft;
}

office::commands! { "funds",
    read   list                (AsOfDay) -> FundsScreen,          needs FUNDS_VIEW,    shows [funds];
    read   detail              (FundQuery) -> FundSheet,          needs FUNDS_VIEW,    shows [funds];
    read   journal             (JournalQuery) -> JournalPage,     needs FUNDS_VIEW,    shows [funds];
    read   entry               (EntryQuery) -> VoucherSheet,      needs FUNDS_VIEW,    shows [funds];
    read   trial_balance       (TrialQuery) -> TrialBalance,      needs FUNDS_VIEW,    shows [funds];
    read   chart               (Nothing) -> Chart,                needs FUNDS_VIEW,    shows [funds];
    read   account             (AccountQuery) -> AccountSheet,    needs FUNDS_VIEW,    shows [funds];
    read   periods             (Nothing) -> Periods,              needs FUNDS_VIEW,    shows [funds];
    read   closing             (PeriodInput) -> MonthClosing,     needs FUNDS_VIEW,    shows [funds, tasks];
    read   drafts              (Nothing) -> Drafts,               needs FUNDS_VIEW,    shows [funds];
    read   find                (FindVouchers) -> FoundVouchers,   needs FUNDS_VIEW,    shows [funds];
    read   cheques             (Nothing) -> Cheques,              needs FUNDS_VIEW,    shows [funds];
    read   approval_limits     (Nothing) -> ApprovalLimits,       needs FUNDS_VIEW,    shows [funds];
    read   chart_preview       (ChartFile) -> ChartChanges,       needs FUNDS_MANAGE,  shows [];
    print  voucher             (EntryQuery) -> Paper,             needs FUNDS_VIEW,    touches [audit];
    print  trial_balance_paper (TrialQuery) -> Paper,             needs FUNDS_VIEW,    touches [audit];
    export books               (Nothing) -> Handed,               needs FUNDS_VIEW,    touches [audit];
    export chart_file          (Nothing) -> Handed,               needs FUNDS_VIEW,    touches [audit];
    write  add                 (NewFund) -> SavedFund,            needs FUNDS_MANAGE,  touches [funds];
    write  change              (ChangeFund) -> SavedFund,         needs FUNDS_MANAGE,  touches [funds];
    write  add_account         (NewAccount) -> Nothing,           needs FUNDS_MANAGE,  touches [funds];
    write  change_account      (ChangeAccount) -> Nothing,        needs FUNDS_MANAGE,  touches [funds];
    write  import_chart        (ChartFile) -> Nothing,            needs FUNDS_MANAGE,  touches [funds];
    write  close_period        (ClosePeriod) -> Nothing,          needs FUNDS_MANAGE,  touches [funds];
    write  ask_to_reopen       (AskToReopen) -> Period,           needs FUNDS_MANAGE,  touches [funds, tasks];
    write  reopen_period       (PeriodInput) -> Period,           needs FUNDS_APPROVE, touches [funds, tasks];
    write  refuse_reopening    (RefuseReopening) -> Period,       needs FUNDS_APPROVE, touches [funds, tasks];
    write  lock_year           (YearInput) -> Nothing,            needs FUNDS_MANAGE,  touches [funds];
    write  set_approval_limit  (ApprovalLimit) -> ApprovalLimits, needs ASSOCIATION_MANAGE, touches [funds, tasks];
    write  donate              (RecordDonation) -> PostedVoucher, needs FUNDS_POST,    touches [funds];
    write  clear_cheque        (ClearCheque) -> PostedVoucher,    needs FUNDS_POST,    touches [funds];
    write  transfer            (AskTransfer) -> Draft,            needs FUNDS_POST,    touches [funds, tasks];
    write  draft               (WriteDraft) -> Draft,             needs FUNDS_POST,    touches [funds, tasks];
    write  change_draft        (WriteDraft) -> Draft,             needs FUNDS_POST,    touches [funds, tasks];
    write  drop_draft          (DecideDraft) -> Nothing,          needs FUNDS_POST,    touches [funds, tasks];
    write  ask_reversal        (AskReversal) -> Draft,            needs FUNDS_POST,    touches [funds, tasks];
    write  approve             (DecideDraft) -> Decided,          needs FUNDS_APPROVE, touches [funds, tasks];
    write  return_draft        (ReturnDraft) -> Draft,            needs FUNDS_APPROVE, touches [funds, tasks];
    write  verify              (Nothing) -> Findings,             needs FUNDS_MANAGE,  touches [funds];
}
