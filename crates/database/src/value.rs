//! What can be handed to a statement: integer, text, blob, null. There is no kind for a float, on purpose.

use kernel::{Moment, arabic::Sex, day::Day, money::Money};
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};

/// A value of a statement. Money, days, instants and identifiers turn into one by [`From`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Null,
    Integer(i64),
    Text(String),
    Blob(Vec<u8>),
}

/// The values of a statement, in the order of its parameters: `values![id, "name", None::<i64>]`.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { [$($crate::Value::from($value)),*] };
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl<T> From<Option<T>> for Value
where
    Value: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

/// Says how a type becomes a value.
macro_rules! becomes {
    ($($from:ty => |$value:ident| $made:expr;)+) => {$(
        impl From<$from> for Value {
            fn from($value: $from) -> Self {
                $made
            }
        }
    )+};
}

becomes! {
    i64 => |number| Self::Integer(number);
    i32 => |number| Self::Integer(number.into());
    u32 => |number| Self::Integer(number.into());
    u8 => |number| Self::Integer(number.into());
    bool => |yes| Self::Integer(yes.into());
    &str => |text| Self::Text(text.to_owned());
    String => |text| Self::Text(text);
    &String => |text| Self::Text(text.clone());
    Vec<u8> => |bytes| Self::Blob(bytes);
    &[u8] => |bytes| Self::Blob(bytes.to_vec());
    [u8; 16] => |bytes| Self::Blob(bytes.to_vec());
    [u8; 32] => |bytes| Self::Blob(bytes.to_vec());
    Money => |amount| Self::Integer(amount.halalas());
    Day => |day| Self::Integer(day.number().into());
    Moment => |moment| Self::Integer(moment.micros());
    Sex => |sex| Self::Text(match sex { Sex::Male => "male", Sex::Female => "female" }.to_owned());
}

macro_rules! ids_become {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        impl From<kernel::id::$name> for Value {
            fn from(id: kernel::id::$name) -> Self {
                Self::Blob(id.as_bytes().to_vec())
            }
        }
    )+};
}
kernel::for_each_id! { ids_become }

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::id::LoanId;

    #[test]
    fn every_kind_of_the_domain_has_its_kind_in_the_file() {
        let id = LoanId::from_bytes([7; 16]);
        let given = values![Money::MAX, Moment::from_micros(5), id, "نورة", true, None::<i64>, Some(3_i64)];
        assert_eq!(
            given,
            [
                Value::Integer(Money::MAX.halalas()),
                Value::Integer(5),
                Value::Blob(vec![7; 16]),
                Value::Text("نورة".into()),
                Value::Integer(1),
                Value::Null,
                Value::Integer(3)
            ]
        );
    }
}
