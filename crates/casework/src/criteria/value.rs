//! Values of facts and criteria, each of one kind by its shape.

use kernel::{Day, Money};

/// A decimal number, exact to twelve decimals: an amount, an age, a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(i128);

const DECIMALS: usize = 12;
const ONE: i128 = 1_000_000_000_000;

impl Number {
    /// Reads plain decimal text, `845.00`, `-3`: at most fifteen digits before the point and twelve behind it. None for any
    /// other text.
    pub fn read(text: &str) -> Option<Self> {
        let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        let digits = |part: &str, most: usize| {
            !part.is_empty() && part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(whole, 15) || !digits(fraction, DECIMALS) {
            return None;
        }
        let number: i128 = format!("{whole}{fraction:0<DECIMALS$}").parse().ok()?;
        Some(Self(if negative { -number } else { number }))
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        Self(i128::from(number) * ONE)
    }
}

/// Riyals, with their halalas behind the point.
impl From<Money> for Number {
    fn from(amount: Money) -> Self {
        Self(i128::from(amount.halalas()) * (ONE / 100))
    }
}

/// What kind a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Number,
    Day,
    Bool,
    Text,
}

impl Kind {
    /// Whether its values have an order that criteria may ask for.
    pub const fn is_ordered(self) -> bool {
        matches!(self, Self::Number | Self::Day)
    }
}

/// The value of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Number(Number),
    Day(Day),
    Bool(bool),
    Text(String),
    /// A set, such as the groups a family belongs to. An empty one is known.
    List(Vec<Value>),
}

impl Value {
    /// The value of a text by its shape: a decimal number, an ISO day, or any other text.
    pub fn of_text(text: &str) -> Self {
        match (Number::read(text), text.parse::<Day>()) {
            (Some(number), _) => Self::Number(number),
            (None, Ok(day)) => Self::Day(day),
            (None, Err(_)) => Self::Text(text.to_owned()),
        }
    }

    /// None for a list.
    pub const fn kind(&self) -> Option<Kind> {
        match self {
            Self::Number(_) => Some(Kind::Number),
            Self::Day(_) => Some(Kind::Day),
            Self::Bool(_) => Some(Kind::Bool),
            Self::Text(_) => Some(Kind::Text),
            Self::List(_) => None,
        }
    }

    /// The order of two values of one kind that has an order.
    pub(super) fn compare(&self, other: &Self) -> Option<std::cmp::Ordering> {
        match (self, other) {
            (Self::Number(own), Self::Number(other)) => Some(own.cmp(other)),
            (Self::Day(own), Self::Day(other)) => Some(own.cmp(other)),
            _ => None,
        }
    }
}

/// A fact with whether it may be believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// None is unknown.
    pub value: Option<Value>,
    /// Whether the document it comes from was found genuine; true for a fact that needs none.
    pub genuine: bool,
}

impl Fact {
    /// A fact that needs no document.
    pub const fn plain(value: Value) -> Self {
        Self { value: Some(value), genuine: true }
    }

    pub(super) fn known(&self) -> Option<&Value> {
        self.value.as_ref().filter(|_| self.genuine)
    }
}

/// What a criterion compares with: a value, the day looked at, or several of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operand {
    Value(Value),
    Today,
    List(Vec<Operand>),
}

impl Operand {
    pub(super) fn kind(&self) -> Option<Kind> {
        match self {
            Self::Value(value) => value.kind(),
            Self::Today => Some(Kind::Day),
            Self::List(_) => None,
        }
    }

    /// The value on a day; none for a list.
    pub(super) fn on(&self, day: Day) -> Option<Value> {
        match self {
            Self::Value(value) => Some(value.clone()),
            Self::Today => Some(Value::Day(day)),
            Self::List(_) => None,
        }
    }
}
