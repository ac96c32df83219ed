//! What the office already holds, as far as an import must know it. The caller fills it from its own tables.

use kernel::arabic::Sex;
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};

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
        }
    }
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
