//! Enums that are one word in the database and at the edge.

/// Declares an enum with its words; rows and JSON both use them.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS,
        )]
        $(#[$doc])*
        pub enum $name { $($(#[$about])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in the database and at the edge.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.word() == word)
            }
        }

        impl database::FromColumn for $name {
            fn from_column(column: database::Column<'_>) -> kernel::Result<Self> {
                let word = String::from_column(column)?;
                Self::from_word(&word).ok_or_else(|| kernel::Failure::broken(format!("{word} is not known here")))
            }
        }

        impl From<$name> for database::Value {
            fn from(named: $name) -> Self {
                named.word().into()
            }
        }
    };
}

pub(crate) use named;
