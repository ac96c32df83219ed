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
mod due;
mod import_chart;
mod lock_year;
pub mod model;
mod opening;
mod queries;
mod reopen_period;
mod return_draft;
pub mod rules;
mod set_approval_limit;
pub(crate) mod store;
mod transfer;
mod trial_balance_paper;
mod verify;
mod voucher;

pub(crate) use automatic::look_over;
pub(crate) use due::tasks as due_tasks;
pub(crate) use model::Draft;
pub use opening::{Opened, Opening, OpeningLine, open_from, opened};
pub(crate) use queries::lends;
pub use rules::REFUSALS;
pub(crate) use store::{limit_of, open as open_drafts};

use crate::input::Nothing;
use crate::paper::Paper;
use crate::tables::File;
use chart_file::{ChartChanges, ChartFile};
use ledger::account::NewAccount;
use ledger::{Account, Findings, Fund, NewFund, Period};
use model::*;

crate::commands! { "funds",
    read   list                (AsOfDay) -> FundsScreen,          needs FundsView,    shows [Funds];
    read   detail              (FundQuery) -> FundSheet,          needs FundsView,    shows [Funds];
    read   journal             (JournalQuery) -> JournalPage,     needs FundsView,    shows [Funds];
    read   entry               (EntryQuery) -> VoucherSheet,      needs FundsView,    shows [Funds];
    read   trial_balance       (TrialQuery) -> TrialBalance,      needs FundsView,    shows [Funds];
    read   chart               (Nothing) -> Chart,                needs FundsView,    shows [Funds];
    read   account             (AccountQuery) -> AccountSheet,    needs FundsView,    shows [Funds];
    read   periods             (Nothing) -> Periods,              needs FundsView,    shows [Funds];
    read   drafts              (Nothing) -> Drafts,               needs FundsView,    shows [Funds];
    read   find                (FindVouchers) -> FoundVouchers,   needs FundsView,    shows [Funds];
    read   cheques             (Nothing) -> Cheques,              needs FundsView,    shows [Funds];
    read   approval_limits     (Nothing) -> ApprovalLimits,       needs FundsView,    shows [Funds];
    read   chart_preview       (ChartFile) -> ChartChanges,       needs FundsManage,  shows [];
    print  voucher             (EntryQuery) -> Paper,             needs FundsView,    touches [Audit];
    print  trial_balance_paper (TrialQuery) -> Paper,             needs FundsView,    touches [Audit];
    export books               (Nothing) -> File,                 needs FundsView,    touches [Audit];
    export chart_file          (Nothing) -> File,                 needs FundsView,    touches [Audit];
    write  add                 (NewFund) -> Fund,                 needs FundsManage,  touches [Funds];
    write  change              (ChangeFund) -> Fund,                 needs FundsManage,  touches [Funds];
    write  add_account         (NewAccount) -> Account,           needs FundsManage,  touches [Funds];
    write  change_account      (ChangeAccount) -> Account,        needs FundsManage,  touches [Funds];
    write  import_chart        (ChartFile) -> ChartChanges,       needs FundsManage,  touches [Funds];
    write  close_period        (PeriodInput) -> Period,           needs FundsManage,  touches [Funds];
    write  ask_to_reopen       (AskToReopen) -> Period,           needs FundsManage,  touches [Funds, Tasks];
    write  reopen_period       (PeriodInput) -> Period,           needs FundsApprove, touches [Funds, Tasks];
    write  lock_year           (YearInput) -> LockedYear,         needs FundsManage,  touches [Funds];
    write  set_approval_limit  (ApprovalLimit) -> ApprovalLimits, needs AssociationManage, touches [Funds, Tasks];
    write  donate              (RecordDonation) -> VoucherSheet,  needs FundsPost,    touches [Funds];
    write  clear_cheque        (ClearCheque) -> VoucherSheet,     needs FundsPost,    touches [Funds];
    write  transfer            (AskTransfer) -> Draft,            needs FundsPost,    touches [Funds, Tasks];
    write  draft               (WriteDraft) -> Draft,             needs FundsPost,    touches [Funds, Tasks];
    write  change_draft        (WriteDraft) -> Draft,             needs FundsPost,    touches [Funds, Tasks];
    write  drop_draft          (DecideDraft) -> Nothing,          needs FundsPost,    touches [Funds, Tasks];
    write  ask_reversal        (AskReversal) -> Draft,            needs FundsPost,    touches [Funds, Tasks];
    write  approve             (DecideDraft) -> Decided,          needs FundsApprove, touches [Funds, Tasks];
    write  return_draft        (ReturnDraft) -> Draft,            needs FundsApprove, touches [Funds, Tasks];
    write  verify              (Nothing) -> Findings,             needs FundsManage,  touches [Funds];
}
