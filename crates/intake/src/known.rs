//! What the office already holds, as far as an import must know it. The caller fills it from its own tables.

use crate::followed::FollowedRecord;
use kernel::arabic::Sex;
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the office holds on the day of the import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    pub today: Day,
    #[serde(default)]
    pub people: Vec<KnownPerson>,
    /// Identity numbers that were in a file of beneficiaries and were refused there: a loan of theirs is refused with
    /// the reason why.
    #[serde(default)]
    pub refused_identities: Vec<String>,
    #[serde(default)]
    pub funds: Vec<KnownFund>,
    /// The chart of accounts; empty where nobody knows it.
    #[serde(default)]
    pub accounts: Vec<KnownAccount>,
    #[serde(default)]
    pub loans: Vec<KnownLoan>,
    #[serde(default)]
    pub receipts: Vec<KnownReceipt>,
    /// Numbers of payment vouchers.
    #[serde(default)]
    pub vouchers: Vec<String>,
    /// Disbursements that bear no voucher number.
    #[serde(default)]
    pub tranches: Vec<KnownTranche>,
    /// Pairs a person has called different before: the known person's key and the other's identity number or name.
    #[serde(default)]
    pub different: Vec<(String, String)>,
    /// What following up knows, for its own registers.
    #[serde(default)]
    pub follow_up: KnownFollowUp,
    /// What is known of requests and of the social research, for their own registers.
    #[serde(default)]
    pub cases: KnownCases,
}

impl Known {
    /// An office that holds nothing yet.
    pub const fn nothing(today: Day) -> Self {
        Self {
            today,
            people: Vec::new(),
            refused_identities: Vec::new(),
            funds: Vec::new(),
            accounts: Vec::new(),
            loans: Vec::new(),
            receipts: Vec::new(),
            vouchers: Vec::new(),
            tranches: Vec::new(),
            different: Vec::new(),
            follow_up: KnownFollowUp::nothing(),
            cases: KnownCases::nothing(),
        }
    }
}

/// What the office holds of guarantees, visits and commitments.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct KnownFollowUp {
    /// Who works in the office, or did.
    pub staff: Vec<KnownColleague>,
    pub loans: Vec<KnownFollowedLoan>,
    /// Who guarantees a loan and may have no file.
    pub guarantors: Vec<KnownGuarantor>,
    pub guarantees: Vec<KnownGuarantee>,
    pub visits: Vec<KnownVisit>,
    pub commitments: Vec<KnownCommitment>,
}

impl KnownFollowUp {
    const fn nothing() -> Self {
        Self {
            staff: Vec::new(),
            loans: Vec::new(),
            guarantors: Vec::new(),
            guarantees: Vec::new(),
            visits: Vec::new(),
            commitments: Vec::new(),
        }
    }
}

/// What the office holds of requests and of the social research. Its people stand in [`KnownFollowUp::staff`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct KnownCases {
    pub departments: Vec<KnownDepartment>,
    /// Services that take requests.
    pub services: Vec<KnownService>,
    pub requests: Vec<KnownRequest>,
    pub assessments: Vec<KnownAssessment>,
    /// The class of each file that has one: the key of [`KnownPerson`], `class_a` to `class_d`.
    pub classes: BTreeMap<String, String>,
}

impl KnownCases {
    const fn nothing() -> Self {
        Self {
            departments: Vec::new(),
            services: Vec::new(),
            requests: Vec::new(),
            assessments: Vec::new(),
            classes: BTreeMap::new(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownDepartment {
    /// The caller's own name for it; handed back with requests.
    pub key: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownService {
    /// The caller's own name for it; handed back with requests.
    pub key: String,
    pub name: String,
}

/// A request the office holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownRequest {
    /// Its number here.
    pub request_no: String,
    /// The number a register of before gave it; empty where there is none.
    pub register_no: String,
    /// Who asks: the key of [`KnownPerson`], or the name of somebody who is not on file; empty of one without a name.
    pub applicant: String,
    pub kind: String,
    pub subject: String,
    pub received: Day,
    /// The service an open one asks for: the key of [`KnownService`].
    pub open_service: String,
}

/// An assessment the office holds that was not dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownAssessment {
    /// The key of [`KnownPerson`].
    pub person: String,
    pub assessed_on: Day,
    /// `draft`, `completed`, `reviewed`.
    pub state: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownColleague {
    /// The caller's own name for the person; handed back with visits and commitments.
    pub key: String,
    pub name: String,
    /// Whether they work here still.
    pub active: bool,
}

/// A loan as following up knows it, beside [`KnownLoan`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownFollowedLoan {
    pub loan_no: String,
    /// The person it belongs to: the key of [`KnownPerson`].
    pub borrower: String,
    /// Empty when unknown.
    pub borrower_identity: String,
    /// Closed, rejected or cancelled: nobody guarantees it any more, and nothing halts it.
    pub ended: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownGuarantor {
    pub identity: String,
    pub name: String,
}

/// A guarantee that was not let go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownGuarantee {
    pub loan_no: String,
    /// As [`Guarantee::kind`](crate::Guarantee::kind).
    pub kind: String,
    /// Empty where no person stands for the loan.
    pub identity: String,
    pub said: String,
}

/// A visit that took place or is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownVisit {
    pub about: FollowedRecord,
    pub date: Day,
    pub kind: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownCommitment {
    pub about: FollowedRecord,
    pub side: String,
    pub promise: String,
    pub due: Day,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownPerson {
    /// The caller's own name for the person; handed back with loans and suspicions.
    pub key: String,
    pub name: String,
    /// Identity number, empty when unknown.
    pub identity: String,
    pub file_no: String,
    pub born: Option<Day>,
    /// Mobile number, empty when unknown.
    pub mobile: String,
    pub sex: Option<Sex>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownFund {
    pub key: String,
    pub name: String,
    /// Whether its opening balances stand in the books: they are entered once.
    #[serde(default)]
    pub opened: bool,
}

/// An account of the chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownAccount {
    pub code: String,
    pub name: String,
    /// Whether lines may stand on it; a heading of the chart holds none.
    pub postable: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownLoan {
    pub loan_no: String,
    pub disbursed_on: Day,
    /// The day of its first instalment.
    pub first_due: Day,
    pub amount: Money,
    /// What has been disbursed of it already.
    pub disbursed: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownReceipt {
    /// Empty for a payment that bears no number.
    pub receipt: String,
    pub loan_no: String,
    pub date: Day,
    pub amount: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownTranche {
    pub loan_no: String,
    pub date: Day,
    pub amount: Money,
}
