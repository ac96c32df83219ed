//! Reading a row: columns by name, each checked for its kind.

use crate::failures::engine;
use kernel::{Failure, Moment, Result, arabic::Sex, day::Day, money::Money};
use rusqlite::types::ValueRef;
use std::cell::Cell;

/// A row of an answer, alive while it is being read.
pub struct Row<'r> {
    inner: &'r rusqlite::Row<'r>,
    columns: &'r Columns,
}

/// The names of an answer's columns. The engine would spell each of them anew for every value of every row.
pub(crate) struct Columns {
    names: Vec<Box<str>>,
    /// Where the next name is looked for first: rows are read in the order in which their columns stand.
    next: Cell<usize>,
}

impl Columns {
    pub fn of(statement: &rusqlite::Statement<'_>) -> Self {
        Self { names: statement.column_names().map(Box::from).collect(), next: Cell::new(0) }
    }

    fn place(&self, name: &str) -> Option<usize> {
        let next = self.next.get();
        let place = if self.names.get(next).is_some_and(|held| **held == *name) {
            next
        } else {
            self.names.iter().position(|held| **held == *name)?
        };
        self.next.set(place + 1);
        Some(place)
    }
}

impl<'r> Row<'r> {
    pub(crate) fn new(inner: &'r rusqlite::Row<'r>, columns: &'r Columns) -> Self {
        Self { inner, columns }
    }

    /// The value in the named column.
    ///
    /// # Errors
    /// [`Failure::Broken`], when there is no such column or it holds another kind: a program's mistake, never a person's.
    pub fn get<T: FromColumn>(&self, column: &str) -> Result<T> {
        let place = self.columns.place(column);
        let place = place.ok_or_else(|| Failure::broken(format!("the answer has no column {column}")))?;
        let value = self.inner.get_ref(place).map_err(|error| engine(&error))?;
        let column_value = match value {
            ValueRef::Null => Column::Null,
            ValueRef::Integer(number) => Column::Integer(number),
            ValueRef::Blob(bytes) => Column::Blob(bytes),
            ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => Column::Text(text),
                Err(_) => return Err(Failure::broken(format!("column {column} holds text that is not UTF-8"))),
            },
            // A float in the file means a statement let one in; nothing of this program writes one.
            ValueRef::Real(_) => return Err(Failure::broken(format!("column {column} holds a float"))),
        };
        T::from_column(column_value).map_err(|failure| match failure {
            Failure::Broken { detail } => Failure::broken(format!("column {column}: {detail}")),
            other => other,
        })
    }
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column<'a> {
    Null,
    Integer(i64),
    Text(&'a str),
    Blob(&'a [u8]),
}

impl Column<'_> {
    fn kind(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Integer(_) => "an integer",
            Self::Text(_) => "text",
            Self::Blob(_) => "a blob",
        }
    }

    fn is_not(self, wanted: &str) -> Failure {
        Failure::broken(format!("holds {}, not {wanted}", self.kind()))
    }
}

/// A type that can be read from a column. A feature implements it for its own enums, beside them.
pub trait FromColumn: Sized {
    /// # Errors
    /// [`Failure::Broken`], when the column holds another kind or a value outside the type's range.
    fn from_column(column: Column<'_>) -> Result<Self>;
}

impl<T: FromColumn> FromColumn for Option<T> {
    fn from_column(column: Column<'_>) -> Result<Self> {
        match column {
            Column::Null => Ok(None),
            held => T::from_column(held).map(Some),
        }
    }
}

impl FromColumn for i64 {
    fn from_column(column: Column<'_>) -> Result<Self> {
        match column {
            Column::Integer(number) => Ok(number),
            other => Err(other.is_not("an integer")),
        }
    }
}

/// Types an integer column is narrowed to.
macro_rules! narrowed {
    ($($name:ty),+) => {$(
        impl FromColumn for $name {
            fn from_column(column: Column<'_>) -> Result<Self> {
                let number = i64::from_column(column)?;
                Self::try_from(number).map_err(|_| Failure::broken(format!("{number} is out of range")))
            }
        }
    )+};
}
narrowed!(i32, u32, u8, u64, usize);

impl FromColumn for bool {
    fn from_column(column: Column<'_>) -> Result<Self> {
        match column {
            Column::Integer(0) => Ok(false),
            Column::Integer(1) => Ok(true),
            other => Err(other.is_not("0 or 1")),
        }
    }
}

impl FromColumn for String {
    fn from_column(column: Column<'_>) -> Result<Self> {
        match column {
            Column::Text(text) => Ok(text.to_owned()),
            other => Err(other.is_not("text")),
        }
    }
}

impl FromColumn for Vec<u8> {
    fn from_column(column: Column<'_>) -> Result<Self> {
        match column {
            Column::Blob(bytes) => Ok(bytes.to_vec()),
            other => Err(other.is_not("a blob")),
        }
    }
}

impl<const N: usize> FromColumn for [u8; N] {
    fn from_column(column: Column<'_>) -> Result<Self> {
        match column {
            Column::Blob(bytes) => {
                bytes.try_into().map_err(|_| Failure::broken(format!("holds {} bytes, not {N}", bytes.len())))
            }
            other => Err(other.is_not("a blob")),
        }
    }
}

impl FromColumn for Money {
    fn from_column(column: Column<'_>) -> Result<Self> {
        let halalas = i64::from_column(column)?;
        Self::from_halalas(halalas).map_err(|_| Failure::broken(format!("{halalas} halalas is out of range")))
    }
}

impl FromColumn for Day {
    fn from_column(column: Column<'_>) -> Result<Self> {
        let number = i32::from_column(column)?;
        Self::from_number(number).map_err(|_| Failure::broken(format!("day {number} is out of range")))
    }
}

impl FromColumn for Moment {
    fn from_column(column: Column<'_>) -> Result<Self> {
        i64::from_column(column).map(Self::from_micros)
    }
}

impl FromColumn for Sex {
    fn from_column(column: Column<'_>) -> Result<Self> {
        match column {
            Column::Text("male") => Ok(Self::Male),
            Column::Text("female") => Ok(Self::Female),
            other => Err(other.is_not("male or female")),
        }
    }
}

macro_rules! ids_from_columns {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        impl FromColumn for kernel::id::$name {
            fn from_column(column: Column<'_>) -> Result<Self> {
                <[u8; 16]>::from_column(column).map(Self::from_bytes)
            }
        }
    )+};
}
kernel::for_each_id! { ids_from_columns }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_another_kind_is_our_fault_and_says_which() {
        let failure = i64::from_column(Column::Text("12")).unwrap_err();
        assert_eq!(failure, Failure::broken("holds text, not an integer"));
        assert!(bool::from_column(Column::Integer(2)).is_err(), "a truth value is 0 or 1");
        assert!(i32::from_column(Column::Integer(i64::MAX)).is_err(), "a number too large is never cut");
        assert_eq!(Option::<i64>::from_column(Column::Null), Ok(None));
    }
}
