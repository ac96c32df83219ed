//! Money of an investment: what is paid for it, what it returns, what it costs, what it is sold for. What leaves the fund, and a
//! sale, waits as a voucher for others; what comes is received by who received it.

pub mod bought;
pub mod paid;
pub mod returned;
pub mod sold;

use crate::model::ReceiptWay;
use crate::store::Investment;
use crate::{books, rules};
use funds::Way;
use funds::model::DraftLine;
use kernel::id::FundId;
use kernel::{Money, Result, require};
use ledger::{AccountCode, Method};
use office::context::Write;
use office::words::{self, Language};
use std::collections::BTreeMap;

impl ReceiptWay {
    pub const fn way(self) -> Way {
        match self {
            Self::Transfer => Way { method: Method::Transfer, cheque: false },
            Self::Deposit => Way { method: Method::Deposit, cheque: false },
            Self::Pos => Way { method: Method::Pos, cheque: false },
            Self::Cheque => Way { method: Method::Cheque, cheque: true },
        }
    }
}

/// A line of a voucher that waits: above nothing a debit, below it a credit.
pub fn line(account: AccountCode, fund: FundId, amount: Money) -> DraftLine {
    let side = |amount: Money| if amount.is_positive() { amount } else { Money::ZERO };
    DraftLine { account, fund, debit: side(amount), credit: side(amount.negated()), memo: String::new() }
}

/// What a voucher of this feature says it is for.
pub fn narration<const N: usize>(key: &str, args: [(&'static str, String); N]) -> String {
    let args: BTreeMap<&'static str, String> = args.into_iter().collect();
    words::fill(&format!("investments.narration.{key}"), Language::Ar, &args)
}

/// An investment that the fund owns.
///
/// # Errors
/// Not bought, or sold whole.
pub fn owned(cx: &Write<'_>, one: &Investment) -> Result<Money> {
    let cost = books::cost(cx, one)?;
    require(cost.is_positive(), rules::NOT_OWNED)?;
    Ok(cost)
}
