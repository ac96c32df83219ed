//! Who acts: the roles the rules tell apart.

use kernel::Money;
use serde::{Deserialize, Serialize};

/// What somebody is in the association, as far as a rule asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CaseworkRole")]
pub enum Role {
    /// Clerk or researcher.
    Staff,
    Supervisor,
    /// The executive director.
    Director,
    Committee,
    Finance,
    /// Runs the program; decides nothing.
    Admin,
}

/// Up to which amount a role decides alone, the limit itself included; above both it is the committee's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CaseworkDecisionLimit")]
pub struct DecisionLimit {
    pub supervisor: Money,
    pub director: Money,
}

/// 10,000 and 20,000 riyals.
impl Default for DecisionLimit {
    fn default() -> Self {
        Self { supervisor: Money::from(1_000_000), director: Money::from(2_000_000) }
    }
}

impl DecisionLimit {
    /// The limit of a role; none for one that has none, be it that it decides on every amount or on nothing at all.
    pub const fn of(&self, role: Role) -> Option<Money> {
        match role {
            Role::Supervisor => Some(self.supervisor),
            Role::Director => Some(self.director),
            Role::Staff | Role::Committee | Role::Finance | Role::Admin => None,
        }
    }

    /// The lowest role that may decide on an amount.
    pub fn approver(&self, amount: Money) -> Role {
        if amount <= self.supervisor {
            Role::Supervisor
        } else if amount <= self.director {
            Role::Director
        } else {
            Role::Committee
        }
    }
}
