//! Criteria as they are written, and whether they can be announced.

use super::value::{Kind, Operand, Value};
use crate::refusals::{CRITERIA_KIND, CRITERIA_NO_CRITERIA, CRITERIA_OP, CRITERIA_VALUE, CRITERIA_WEIGHT, Refusals};
use kernel::{Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// How a fact is compared with the value of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CriterionOp")]
pub enum Op {
    Eq,
    Ne,
    Lt,
    Lte,
    Gt,
    Gte,
    /// Both ends included.
    Between,
    In,
    NotIn,
    /// The fact is a list that contains the value.
    Has,
}

impl Op {
    pub const ALL: [Self; 10] =
        [Self::Eq, Self::Ne, Self::Lt, Self::Lte, Self::Gt, Self::Gte, Self::Between, Self::In, Self::NotIn, Self::Has];

    /// The name in the database and at the edge.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Eq => "eq",
            Self::Ne => "ne",
            Self::Lt => "lt",
            Self::Lte => "lte",
            Self::Gt => "gt",
            Self::Gte => "gte",
            Self::Between => "between",
            Self::In => "in",
            Self::NotIn => "not_in",
            Self::Has => "has",
        }
    }

    const fn wants_a_list(self) -> bool {
        matches!(self, Self::Between | Self::In | Self::NotIn)
    }

    const fn wants_an_order(self) -> bool {
        matches!(self, Self::Lt | Self::Lte | Self::Gt | Self::Gte | Self::Between)
    }
}

/// A criterion as somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The name of the fact it asks for.
    pub fact: String,
    /// The name of an [`Op`].
    pub op: String,
    pub value: Option<Operand>,
    /// What is not mandatory is preferred.
    pub mandatory: bool,
    /// Points of a preferred criterion that is met; none counts as 0.
    pub weight: Option<i64>,
}

/// A criterion that can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Criterion {
    pub(super) fact: String,
    op: Op,
    value: Operand,
    /// None for what is mandatory.
    pub(super) weight: Option<i64>,
}

/// The criteria of one version of a service: at least one, each of which can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criteria(Vec<Criterion>);

impl Criteria {
    /// # Errors
    /// All that keeps the criteria from being announced, each code once, in the order in which it appears: none at all; an
    /// unknown comparison; a value that is missing, is a list where none belongs or the reverse, or a range without two ends
    /// or with its ends the wrong way round; kinds that are mixed or have no order; a weight on what is mandatory.
    pub fn new(drafts: Vec<Draft>) -> Result<Self, Refusals> {
        let mut refused = Refusals::default();
        refused.unless(!drafts.is_empty(), CRITERIA_NO_CRITERIA);
        let mut all = Vec::new();
        for draft in drafts {
            let Draft { fact, op, value, mandatory, weight } = draft;
            let known = Op::ALL.into_iter().find(|known| known.name() == op);
            let mut refuse = |code: Code| {
                if !refused.has(code) {
                    refused.add(Refusal::new(code).with("fact", &fact).at("criteria"));
                }
            };
            let fits = known.and_then(|op| value.filter(|value| has_the_shape(op, value)).map(|value| (op, value)));
            match (known, &fits) {
                (None, _) => refuse(CRITERIA_OP),
                (Some(_), None) => refuse(CRITERIA_VALUE),
                (Some(op), Some((_, value))) => {
                    if let Err(code) = kinds_fit(op, value) {
                        refuse(code);
                    }
                }
            }
            if mandatory && weight.is_some() {
                refuse(CRITERIA_WEIGHT);
            }
            let weight = (!mandatory).then(|| weight.unwrap_or(0));
            all.extend(fits.map(|(op, value)| Criterion { fact, op, value, weight }));
        }
        refused.or(Self(all))
    }

    pub(super) fn all(&self) -> &[Criterion] {
        &self.0
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Never, because one is needed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A list of plain values where one belongs, of two for a range, and else one value.
fn has_the_shape(op: Op, value: &Operand) -> bool {
    match value {
        Operand::List(items) => {
            let plain = items.iter().all(|item| !is_a_list(item));
            op.wants_a_list() && plain && (op != Op::Between || items.len() == 2)
        }
        value => !op.wants_a_list() && !is_a_list(value),
    }
}

fn is_a_list(value: &Operand) -> bool {
    matches!(value, Operand::List(_) | Operand::Value(Value::List(_)))
}

/// Whether the values are of one kind, with an order where one is asked for, and a range runs forwards. Where an end is the
/// day looked at, only that day can tell.
fn kinds_fit(op: Op, value: &Operand) -> Result<(), Code> {
    let values = match value {
        Operand::List(items) => items.as_slice(),
        value => std::slice::from_ref(value),
    };
    let mut kinds = values.iter().filter_map(Operand::kind);
    let Some(first) = kinds.next() else { return Ok(()) };
    if kinds.any(|kind| kind != first) || (op.wants_an_order() && !first.is_ordered()) {
        return Err(CRITERIA_KIND);
    }
    match values {
        [Operand::Value(from), Operand::Value(to)]
            if op == Op::Between && from.compare(to) == Some(Ordering::Greater) =>
        {
            Err(CRITERIA_VALUE)
        }
        _ => Ok(()),
    }
}

impl Criterion {
    /// Whether a known fact meets the criterion.
    ///
    /// # Errors
    /// Refused when the fact is of another kind.
    pub(super) fn holds(&self, fact: &Value, on: Day) -> Result<bool, Refusals> {
        let values: Vec<Value> = match &self.value {
            Operand::List(items) => items.iter().filter_map(|item| item.on(on)).collect(),
            value => value.on(on).into_iter().collect(),
        };
        let kind = values.first().and_then(Value::kind);
        if !self.is_of_the_kind(fact, kind) {
            return Err(Refusals::only(Refusal::new(CRITERIA_KIND).with("fact", &self.fact).at("criteria")));
        }
        let compared = |value: Option<&Value>| value.and_then(|value| fact.compare(value));
        let order = compared(values.first());
        Ok(match self.op {
            Op::Eq | Op::In => values.contains(fact),
            Op::Ne | Op::NotIn => !values.contains(fact),
            Op::Lt => order == Some(Ordering::Less),
            Op::Lte => matches!(order, Some(Ordering::Less | Ordering::Equal)),
            Op::Gt => order == Some(Ordering::Greater),
            Op::Gte => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
            Op::Between => {
                let from = matches!(order, Some(Ordering::Greater | Ordering::Equal));
                from && matches!(compared(values.get(1)), Some(Ordering::Less | Ordering::Equal))
            }
            Op::Has => match fact {
                Value::List(items) => values.iter().all(|value| items.contains(value)),
                _ => false,
            },
        })
    }

    fn is_of_the_kind(&self, fact: &Value, kind: Option<Kind>) -> bool {
        match (self.op, fact) {
            (Op::Has, Value::List(items)) => items.iter().all(|item| item.kind() == kind),
            (Op::Has, _) | (_, Value::List(_)) => false,
            // A list without an item asks for no kind.
            (_, fact) => kind.is_none() || fact.kind() == kind,
        }
    }
}
