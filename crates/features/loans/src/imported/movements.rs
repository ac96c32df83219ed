//! What an office's own register tells of its loans, in the order in which it comes in. Pure.

use intake::{Repayment, RepaymentKind};
use kernel::Day;
use kernel::id::{FundId, PartyId};
use std::collections::{HashMap, HashSet};

/// A loan that goes in.
#[derive(Debug, Clone)]
pub struct ImportedLoan {
    pub party: PartyId,
    pub fund: FundId,
    pub values: intake::Loan,
}

/// Something that happened to a loan, with the number of its row.
#[derive(Debug, Clone)]
pub enum Movement {
    PaidOut { row: usize, tranche: intake::Tranche },
    PaidBack { row: usize, repayment: Repayment },
}

impl Movement {
    pub fn loan_no(&self) -> &str {
        match self {
            Self::PaidOut { tranche, .. } => &tranche.loan_no,
            Self::PaidBack { repayment, .. } => &repayment.loan_no,
        }
    }

    pub const fn day(&self) -> Day {
        match self {
            Self::PaidOut { tranche, .. } => tranche.date,
            Self::PaidBack { repayment, .. } => repayment.date,
        }
    }

    pub const fn row(&self) -> usize {
        match self {
            Self::PaidOut { row, .. } | Self::PaidBack { row, .. } => *row,
        }
    }
}

/// Every movement of a file in the order it comes in: by day, and within a day what brings money first, unless its loan
/// is paid out on that very day. A loan of which the file has no tranche at all was paid out at once, on its day.
pub fn movements(
    loans: &[ImportedLoan],
    with_tranches: &HashSet<String>,
    tranches: impl Iterator<Item = (usize, intake::Tranche)>,
    repayments: impl Iterator<Item = (usize, Repayment)>,
) -> Vec<Movement> {
    let at_once = loans.iter().filter(|loan| !with_tranches.contains(&loan.values.loan_no)).map(|loan| {
        let values = &loan.values;
        let tranche = intake::Tranche {
            loan_no: values.loan_no.clone(),
            no: None,
            date: values.disbursed_on,
            amount: values.amount,
            kind: "cash".to_owned(),
            supplier: None,
            item: None,
            voucher: None,
            notes: None,
        };
        Movement::PaidOut { row: 0, tranche }
    });
    let out = tranches.map(|(row, tranche)| Movement::PaidOut { row, tranche });
    let back = repayments.map(|(row, repayment)| Movement::PaidBack { row, repayment });
    let mut all: Vec<Movement> = at_once.chain(out).chain(back).collect();
    let mut first: HashMap<String, Day> = HashMap::new();
    for movement in &all {
        if let Movement::PaidOut { tranche, .. } = movement {
            let day = first.entry(tranche.loan_no.clone()).or_insert(tranche.date);
            *day = (*day).min(tranche.date);
        }
    }
    all.sort_by_key(|movement| {
        let turn = match movement {
            Movement::PaidBack { repayment, .. } if repayment.kind == RepaymentKind::Reversal => 3,
            Movement::PaidBack { repayment, .. } if first.get(&repayment.loan_no) == Some(&repayment.date) => 2,
            Movement::PaidOut { .. } => 1,
            Movement::PaidBack { .. } => 0,
        };
        (movement.day(), turn, movement.row())
    });
    all
}
