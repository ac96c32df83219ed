//! The chart of accounts: data, keyed by the official code. A code is never changed and never used again.

use crate::fund::FundClass;
use crate::named::named;
use crate::refusals::{ACCOUNT_IN_USE, ACCOUNT_UNKNOWN, CODE_SHAPE, CODE_TAKEN, NAME_MISSING, PARENT_UNKNOWN};
use database::{Column, FromColumn, Read, Row, Value, Write, values};
use kernel::{Failure, Refusal, Result, require};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;
use ts_rs::TS;

/// The official code of an account: 1, 2, 3, 5 or 8 digits, the levels of the unified chart for associations.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String")]
#[ts(type = "string")]
pub struct AccountCode(Cow<'static, str>);

impl AccountCode {
    const fn known(code: &'static str) -> Self {
        Self(Cow::Borrowed(code))
    }

    /// # Errors
    /// Refused when the text is not 1, 2, 3, 5 or 8 Latin digits.
    pub fn new(code: impl Into<String>) -> Result<Self> {
        let code = code.into();
        let shaped = matches!(code.len(), 1 | 2 | 3 | 5 | 8) && code.bytes().all(|byte| byte.is_ascii_digit());
        require(shaped, Refusal::new(CODE_SHAPE).with("code", &code).at("code"))?;
        Ok(Self(Cow::Owned(code)))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl TryFrom<String> for AccountCode {
    type Error = Failure;
    fn try_from(code: String) -> Result<Self> {
        Self::new(code)
    }
}

impl FromColumn for AccountCode {
    fn from_column(column: Column<'_>) -> Result<Self> {
        String::from_column(column).map(|code| Self(Cow::Owned(code)))
    }
}

impl From<&AccountCode> for Value {
    fn from(code: &AccountCode) -> Self {
        code.as_str().into()
    }
}

/// The accounts that posting rules name. Their rows come with the program; names may be changed, codes may not.
pub mod chart {
    use super::AccountCode;

    pub const BANK: AccountCode = AccountCode::known("11101");
    pub const CASH_BOX: AccountCode = AccountCode::known("11103");
    pub const CHEQUES_UNDER_COLLECTION: AccountCode = AccountCode::known("11104");
    pub const LOANS: AccountCode = AccountCode::known("11201");
    pub const LOAN_ALLOWANCE: AccountCode = AccountCode::known("11209");
    pub const ENTERPRISES: AccountCode = AccountCode::known("11301");
    pub const SERVICES: AccountCode = AccountCode::known("11302");
    pub const ADVANCES: AccountCode = AccountCode::known("11401");
    pub const OTHER_RECEIVABLES: AccountCode = AccountCode::known("11404");
    pub const RETURNS_RECEIVABLE: AccountCode = AccountCode::known("11406");
    pub const DUE_FROM_FUNDS: AccountCode = AccountCode::known("11407");
    pub const STOCK: AccountCode = AccountCode::known("11701");
    pub const PROPERTIES: AccountCode = AccountCode::known("12301");
    pub const ENDOWMENT_BANK: AccountCode = AccountCode::known("13101");
    pub const ENDOWMENT_PROPERTIES: AccountCode = AccountCode::known("13301");
    pub const SUPPLIERS: AccountCode = AccountCode::known("21101");
    pub const BORROWER_CREDITS: AccountCode = AccountCode::known("21103");
    pub const CONDITIONAL_GRANTS: AccountCode = AccountCode::known("21104");
    pub const DUE_TO_FUNDS: AccountCode = AccountCode::known("21105");
    /// What tenants paid ahead, and what they left as a deposit.
    pub const TENANTS: AccountCode = AccountCode::known("21107");
    pub const NET_ASSETS_UNRESTRICTED: AccountCode = AccountCode::known("23101");
    pub const NET_ASSETS_RESTRICTED: AccountCode = AccountCode::known("23201");
    pub const NET_ASSETS_ENDOWMENT: AccountCode = AccountCode::known("23301");
    pub const TRANSFERS: AccountCode = AccountCode::known("23401");
    pub const RELEASED: AccountCode = AccountCode::known("23402");
    pub const ZAKAT: AccountCode = AccountCode::known("31101");
    pub const RESTRICTED_DONATIONS: AccountCode = AccountCode::known("31102");
    pub const RESTRICTED_DONATIONS_IN_KIND: AccountCode = AccountCode::known("31103");
    pub const GRANTS: AccountCode = AccountCode::known("31105");
    pub const DONATIONS: AccountCode = AccountCode::known("31201");
    pub const DONATIONS_IN_KIND: AccountCode = AccountCode::known("31202");
    pub const INVESTMENT_RETURNS: AccountCode = AccountCode::known("31206");
    pub const RENT: AccountCode = AccountCode::known("31207");
    pub const INVESTMENT_GAINS: AccountCode = AccountCode::known("31208");
    pub const RECOVERIES: AccountCode = AccountCode::known("31209");
    pub const ENDOWMENT_DONATIONS: AccountCode = AccountCode::known("31301");
    pub const ENDOWMENT_RETURNS: AccountCode = AccountCode::known("31303");
    pub const SALARIES: AccountCode = AccountCode::known("41101");
    pub const BANK_CHARGES: AccountCode = AccountCode::known("41205");
    pub const AID: AccountCode = AccountCode::known("42102");
    pub const PROGRAMMES: AccountCode = AccountCode::known("42103");
    pub const IN_KIND_PROGRAMMES: AccountCode = AccountCode::known("42104");
    pub const FORGIVENESS: AccountCode = AccountCode::known("42105");
    pub const IMPAIRMENT: AccountCode = AccountCode::known("42106");
    pub const PROPERTY_COSTS: AccountCode = AccountCode::known("43101");
    pub const INVESTMENT_LOSSES: AccountCode = AccountCode::known("43102");
}

named! {
    AccountType {
        Asset = "asset",
        Liability = "liability",
        NetAssets = "net_assets",
        Income = "income",
        Expense = "expense",
    }
}

named! {
    /// Accounts that hold money.
    CashKind { Bank = "bank", Deposit = "deposit", Box = "box" }
}

named! {
    /// Whose sub-ledger adds up to the account.
    ControlOf {
        Loan = "loan",
        Borrower = "borrower",
        Supplier = "supplier",
        Cheque = "cheque",
        Investment = "investment",
        Grant = "grant",
    }
}

named! {
    /// Accounts that cancel out inside every entry.
    NetsToZero { Transfer = "transfer", Release = "release", Interfund = "interfund" }
}

named! {
    #[ts(rename = "AccountOrigin")]
    Origin {
        /// Seen in the unified chart.
        Chart = "chart",
        /// Proposed by the program where the chart was not readable.
        Proposed = "proposed",
        /// Added by the association.
        Own = "own",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Account {
    pub code: AccountCode,
    pub name: String,
    pub r#type: AccountType,
    pub parent: Option<AccountCode>,
    /// A group holds accounts, never lines.
    pub postable: bool,
    pub cash_kind: Option<CashKind>,
    pub control_of: Option<ControlOf>,
    pub nets_to_zero: Option<NetsToZero>,
    /// The only class of funds that may use the account; any class where there is none.
    pub restriction_class: Option<FundClass>,
    pub origin: Origin,
    /// Whether a person has compared the row with the official chart.
    pub checked: bool,
}

/// What a person may set on a new account: the rest follows from its group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewAccount {
    pub code: AccountCode,
    pub name: String,
    pub postable: bool,
}

/// Every account, in the order of the codes as the chart prints them.
///
/// # Errors
/// The engine's failure.
pub fn accounts(tx: &Read<'_>) -> Result<Vec<Account>> {
    tx.rows(&format!("{SELECT} ORDER BY code"), values![], account_row)
}

/// # Errors
/// `ledger.account_unknown`.
pub fn account(tx: &Read<'_>, code: &AccountCode) -> Result<Account> {
    tx.row(&format!("{SELECT} WHERE code = $1"), values![code], account_row)?
        .ok_or_else(|| Refusal::new(ACCOUNT_UNKNOWN).with("code", code).at("account").into())
}

/// Adds an account under the nearest group of the chart whose code begins it; its type and what it is for come from
/// that group or account, so that a bank account of level 8 is cash as its parent is.
///
/// # Errors
/// A code that is taken, or under which no account of the chart stands; a name that says nothing.
pub fn add(tx: &Write<'_>, new: &NewAccount) -> Result<Account> {
    let name = name(&new.name)?;
    let all = accounts(tx)?;
    let taken = all.iter().any(|account| account.code == new.code);
    require(!taken, Refusal::new(CODE_TAKEN).with("code", &new.code).at("code"))?;
    let above = |account: &&Account| new.code.as_str().starts_with(account.code.as_str());
    let parent = all.iter().filter(above).max_by_key(|account| account.code.as_str().len());
    let parent = parent.ok_or_else(|| Refusal::new(PARENT_UNKNOWN).with("code", &new.code).at("code"))?;
    tx.run(
        "INSERT INTO account (code, name, type, parent, postable, cash_kind, control_of, nets_to_zero, \
         restriction_class, origin, checked) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)",
        values![
            &new.code,
            name,
            parent.r#type,
            &parent.code,
            new.postable,
            parent.cash_kind,
            parent.control_of,
            parent.nets_to_zero,
            parent.restriction_class,
            Origin::Own
        ],
    )?;
    account(tx, &new.code)
}

/// Changes the name of an account, whether lines may stand on it, and whether it was compared with the official chart.
///
/// # Errors
/// `ledger.account_in_use`, when an account with lines should become a group; a name that says nothing.
pub fn change(tx: &Write<'_>, code: &AccountCode, new_name: &str, postable: bool, checked: bool) -> Result<Account> {
    let before = account(tx, code)?;
    let used = tx.row("SELECT 1 AS used FROM line WHERE account = $1 LIMIT 1", values![code], |_| Ok(()))?.is_some();
    require(postable == before.postable || !used, Refusal::new(ACCOUNT_IN_USE).with("code", code))?;
    tx.run(
        "UPDATE account SET name = $1, postable = $2, checked = $3 WHERE code = $4",
        values![name(new_name)?, postable, checked, code],
    )?;
    account(tx, code)
}

fn name(typed: &str) -> Result<String> {
    let tidy = kernel::arabic::tidy_line(typed);
    require(!tidy.is_empty(), Refusal::new(NAME_MISSING).at("name"))?;
    Ok(tidy)
}

const SELECT: &str = "SELECT code, name, type, parent, postable, cash_kind, control_of, nets_to_zero, \
                      restriction_class, origin, checked FROM account";

fn account_row(row: &Row<'_>) -> Result<Account> {
    Ok(Account {
        code: row.get("code")?,
        name: row.get("name")?,
        r#type: row.get("type")?,
        parent: row.get("parent")?,
        postable: row.get("postable")?,
        cash_kind: row.get("cash_kind")?,
        control_of: row.get("control_of")?,
        nets_to_zero: row.get("nets_to_zero")?,
        restriction_class: row.get("restriction_class")?,
        origin: row.get("origin")?,
        checked: row.get("checked")?,
    })
}
