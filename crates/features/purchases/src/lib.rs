//! Purchases in kind for the project of a loan: quotes, an order that another person approves, what came, what was
//! invoiced, and what the project owns of it to the end.
//!
//! The money stays with lending: a tranche is asked for, approved, owed and paid there. A purchase belongs to a tranche
//! and accompanies it: `gates` says before the tranche is owed what is missing of order, delivery and invoice, and
//! `following` refuses what would part the two. A tranche nothing was ordered from goes its old way, unless its product
//! asks for orders.

mod arrivals;
mod assets;
mod conditions;
mod following;
mod gates;
pub mod inputs;
mod invoices;
mod lists;
pub mod model;
mod ordering;
mod printed;
mod queries;
mod quotes;
pub mod rules;
mod set_rule;
mod steps;
mod store;
mod suppliers;
mod verify;
mod waiting;

pub use rules::REFUSALS;
pub use store::{RECORD, loan_of};

use arrivals::{close_rest, deliver, give_back};
use assets::{change_asset, see_asset};
use inputs::{
    AddQuote, BeginPurchase, CancelPurchase, ChangeAsset, ChangePurchase, ChooseQuote, CloseRest, DropQuote,
    FindSuppliers, GiveBack, ListPurchases, MovePurchase, PurchasesOfLoan, PurchasesOfProject, RecordArrival,
    RecordInvoice, ReturnOrder, SavePurchaseRule, SeeAsset, VerifyPurchase, VoidInvoice, WhichArrivals, WhichAsset,
    WhichPurchase,
};
use invoices::{invoice, void_invoice};
use model::{PurchasePage, PurchaseRule, PurchaseRules, PurchaseSheet, PurchaseSuppliers, PurchasesOf};
use office::feature::{Feature, Follow, SubjectKind, never_joined};
use office::input::Nothing;
use office::paper::Paper;
use ordering::{approve, begin, cancel, change, move_to, order, send_back};
use printed::{assets_paper, delivery_paper, order_paper};
use quotes::{add_quote, choose, drop_quote};

/// Steps that features above may set conditions before: of a purchase.
pub const GATED_ORDER: &str = "purchases.order";
pub const GATED_APPROVAL: &str = "purchases.approve";

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "purchases",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["purchases"],
    screens: SCREENS,
    owns: &[
        "purchase",
        "purchase_line",
        "purchase_quote",
        "purchase_arrival",
        "purchase_arrival_line",
        "purchase_invoice",
        "purchase_asset",
        "purchase_asset_event",
        "purchase_rule",
        "purchase_hand",
    ],
    publishes: &["purchase_known"],
    tasks: Some(waiting::tasks),
    steps: &[steps::ORDER],
    answers: steps::ANSWERS,
    gated: &[GATED_ORDER, GATED_APPROVAL],
    gates: &[gates::DELIVERY, gates::VERIFICATION, gates::TAKING_BACK],
    subjects: &[subject(store::RECORD, store::label), subject(store::ASSET, store::asset_label)],
    follows: &[Follow { kind: loans::TRANCHE_RECORD, changed: following::tranche_changed }],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

/// What hangs on a purchase or an asset is seen and added to by whoever sees and keeps purchases.
const fn subject(
    kind: &'static str,
    label: fn(&database::Read<'_>, [u8; 16]) -> kernel::Result<String>,
) -> SubjectKind {
    SubjectKind {
        kind,
        view: PURCHASES_VIEW,
        reveal: PURCHASES_VIEW,
        keep: PURCHASES_KEEP,
        label,
        joined: never_joined,
        followed: None,
        hidden: None,
    }
}

office::permissions! {
    PURCHASES_VIEW = "purchases.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Gather quotes, order, record what came and what became of it.
    PURCHASES_KEEP = "purchases.keep", [Researcher, Supervisor, Administrator];
    /// Approve an order another person made.
    PURCHASES_APPROVE = "purchases.approve", [Supervisor, Committee];
    /// Record invoices, and make one void.
    PURCHASES_INVOICE = "purchases.invoice", [Researcher, Supervisor, Finance];
    /// Say of what another person recorded as come that it is there.
    PURCHASES_VERIFY = "purchases.verify", [Researcher, Supervisor, Committee];
    /// Set what a product asks of purchases.
    PURCHASES_MANAGE = "purchases.manage", [Supervisor, Administrator];
}

office::screens! {
    PURCHASE = "purchases.open", WhichPurchase;
    PURCHASES = "purchases.list", ListPurchases;
    OF_LOAN = "purchases.of_loan", PurchasesOfLoan;
}

office::commands! { "purchases",
    read  list       (ListPurchases) -> PurchasePage,      needs PURCHASES_VIEW,    shows   [purchases, loans];
    read  open       (WhichPurchase) -> PurchaseSheet,     needs PURCHASES_VIEW,    shows   [purchases, loans, documents];
    read  of_loan    (PurchasesOfLoan) -> PurchasesOf,     needs PURCHASES_VIEW,    shows   [purchases, loans];
    read  of_project (PurchasesOfProject) -> PurchasesOf,  needs PURCHASES_VIEW,    shows   [purchases, loans];
    read  suppliers  (FindSuppliers) -> PurchaseSuppliers, needs PURCHASES_VIEW,    shows   [purchases];
    read  rules      (Nothing) -> PurchaseRules,           needs PURCHASES_VIEW,    shows   [purchases];
    write begin      (BeginPurchase) -> WhichPurchase,     needs PURCHASES_KEEP,    touches [purchases, loans, tasks];
    write change     (ChangePurchase) -> WhichPurchase,    needs PURCHASES_KEEP,    touches [purchases, loans, tasks];
    write add_quote  (AddQuote) -> WhichPurchase,          needs PURCHASES_KEEP,    touches [purchases];
    write drop_quote (DropQuote) -> WhichPurchase,         needs PURCHASES_KEEP,    touches [purchases];
    write choose     (ChooseQuote) -> WhichPurchase,       needs PURCHASES_KEEP,    touches [purchases];
    write order      (WhichPurchase) -> WhichPurchase,     needs PURCHASES_KEEP,    touches [purchases, loans, tasks];
    write approve    (WhichPurchase) -> WhichPurchase,     needs PURCHASES_APPROVE, touches [purchases, loans, tasks];
    write send_back  (ReturnOrder) -> WhichPurchase,       needs PURCHASES_VIEW,    touches [purchases, loans, tasks];
    write deliver    (RecordArrival) -> WhichPurchase,     needs PURCHASES_KEEP,    touches [purchases, loans, tasks];
    write give_back  (GiveBack) -> WhichPurchase,          needs PURCHASES_KEEP,    touches [purchases, loans, tasks];
    write close_rest (CloseRest) -> WhichPurchase,         needs PURCHASES_KEEP,    touches [purchases, loans, tasks];
    write invoice    (RecordInvoice) -> WhichPurchase,     needs PURCHASES_INVOICE, touches [purchases, loans, tasks];
    write void_invoice (VoidInvoice) -> WhichPurchase,     needs PURCHASES_INVOICE, touches [purchases, loans, tasks];
    write verify     (VerifyPurchase) -> WhichPurchase,    needs PURCHASES_VERIFY,  touches [purchases, loans, tasks];
    write cancel     (CancelPurchase) -> WhichPurchase,    needs PURCHASES_KEEP,    touches [purchases, loans, tasks];
    write move_to    (MovePurchase) -> WhichPurchase,      needs PURCHASES_KEEP,    touches [purchases, loans, tasks];
    write change_asset (ChangeAsset) -> WhichAsset,        needs PURCHASES_KEEP,    touches [purchases];
    write see_asset  (SeeAsset) -> WhichAsset,             needs PURCHASES_KEEP,    touches [purchases];
    write set_rule   (SavePurchaseRule) -> PurchaseRule,   needs PURCHASES_MANAGE,  touches [purchases, loans];
    print order_paper    (WhichPurchase) -> Paper,         needs PURCHASES_VIEW,    touches [audit];
    print delivery_paper (WhichArrivals) -> Paper,         needs PURCHASES_VIEW,    touches [audit];
    print assets_paper   (PurchasesOfProject) -> Paper,    needs PURCHASES_VIEW,    touches [audit];
}
