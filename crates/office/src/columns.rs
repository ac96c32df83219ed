//! Records whose fields are columns.

/// Declares a record once: the struct, the columns of its table, how a row is read, inserted and updated
/// ([`database::Record`]), what the audit trail keeps (its JSON) and its TypeScript come from one list.
///
/// A field that begins as something else than its type does says so after `=`. `key` is the column that says which row it
/// is; `beside` are fields that stand in other tables, which the feature reads
/// and writes by hand. The table belongs to the feature that writes this: `cargo xtask check` looks.
///
/// ```ignore
/// office::record! {
///     /// What a file says beside its party.
///     CaseFacts in "case_file" key "party" {
///         /// People in the family, the head included; 0–99.
///         family_size: Option<i64>,
///         notes: String,
///     }
/// }
/// ```
#[macro_export]
macro_rules! record {
    (
        $(#[$doc:meta])*
        $name:ident in $table:literal key $key:literal {
            $($(#[$field_doc:meta])* $field:ident: $type:ty $(= $begins:expr)?),* $(,)?
        }
        $(beside {
            $($(#[$other_doc:meta])* $other:ident: $other_type:ty),* $(,)?
        })?
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(default)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
            $($($(#[$other_doc])* pub $other: $other_type,)*)?
        }

        impl Default for $name {
            fn default() -> Self {
                Self {
                    $($field: $crate::begins!($($begins)?),)*
                    $($($other: Default::default(),)*)?
                }
            }
        }

        impl database::Record for $name {
            const TABLE: &'static str = $table;
            const KEY: &'static str = $key;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),*];

            fn read(row: &database::Row<'_>) -> kernel::Result<Self> {
                Ok(Self {
                    $($field: row.get(stringify!($field))?,)*
                    $($($other: Default::default(),)*)?
                })
            }

            fn values(&self) -> Vec<database::Value> {
                vec![$(database::value_of(&self.$field)),*]
            }
        }
    };
}

/// What a field of a record begins as.
#[doc(hidden)]
#[macro_export]
macro_rules! begins {
    () => {
        Default::default()
    };
    ($value:expr) => {
        $value
    };
}
