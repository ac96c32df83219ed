//! What the commands of the general assembly take.

use crate::model::{AssemblyKind, AssemblyStanding};
use committees::inputs::Outsider;
use kernel::id::AssemblyMemberId;
use kernel::{Day, Money};
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which members to show, and for which year; this one where none is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskAssembly {
    pub text: String,
    pub year: Option<i64>,
    pub kind: Option<AssemblyKind>,
    pub standing: Option<AssemblyStanding>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichAssemblyMember {
    pub member: AssemblyMemberId,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct WhichYear {
    pub year: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddAssemblyMember {
    pub id: AssemblyMemberId,
    pub who: Outsider,
    pub kind: AssemblyKind,
    pub joined_on: Day,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeAssemblyMember {
    pub member: AssemblyMemberId,
    pub kind: AssemblyKind,
    pub joined_on: Day,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EndAssemblyMember {
    pub member: AssemblyMemberId,
    pub ended_on: Day,
    pub reason: String,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetDue {
    pub year: i64,
    pub kind: AssemblyKind,
    pub amount: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordFee {
    pub member: AssemblyMemberId,
    pub year: i64,
    /// As it is written: `RV-2026-000012`.
    pub receipt: String,
    pub amount: Money,
}
