//! What an office's own register tells of its loans, in the order in which it comes in. Pure.

use intake::{Place, Repayment, RepaymentKind};
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

/// Something that happened to a loan, with the place of its row; none where the row of the loan itself tells of it.
#[derive(Debug, Clone)]
pub enum Movement {
    PaidOut { place: Option<Place>, tranche: intake::Tranche },
    PaidBack { place: Option<Place>, repayment: Repayment },
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

    pub const fn place(&self) -> Option<&Place> {
        match self {
            Self::PaidOut { place, .. } | Self::PaidBack { place, .. } => place.as_ref(),
        }
    }
}

/// Every movement of a file in the order it comes in: by day, and within a day what brings money first, unless its loan
/// is paid out on that very day. A loan of which the file has no tranche at all was paid out at once, on its day.
pub fn movements(
    loans: &[ImportedLoan],
    with_tranches: &HashSet<String>,
    tranches: impl Iterator<Item = (Place, intake::Tranche)>,
    repayments: impl Iterator<Item = (Place, Repayment)>,
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
        Movement::PaidOut { place: None, tranche }
    });
    let out = tranches.map(|(place, tranche)| Movement::PaidOut { place: Some(place), tranche });
    let back = repayments.map(|(place, repayment)| Movement::PaidBack { place: Some(place), repayment });
    let mut all: Vec<Movement> = at_once.chain(out).chain(back).collect();
    let mut first: HashMap<String, Day> = HashMap::new();
    for movement in &all {
        if let Movement::PaidOut { tranche, .. } = movement {
            let day = first.entry(tranche.loan_no.clone()).or_insert(tranche.date);
            *day = (*day).min(tranche.date);
        }
    }
    // Rows of one day and turn keep the order of the file, whatever sheet they stand on.
    all.sort_by_key(|movement| {
        let turn = match movement {
            Movement::PaidBack { repayment, .. } if repayment.kind == RepaymentKind::Reversal => 3,
            Movement::PaidBack { repayment, .. } if first.get(&repayment.loan_no) == Some(&repayment.date) => 2,
            Movement::PaidOut { .. } => 1,
            Movement::PaidBack { .. } => 0,
        };
        (movement.day(), turn)
    });
    all
}
