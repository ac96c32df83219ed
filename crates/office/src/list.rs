//! Controlled lists: statuses, kinds, relations.

/// Declares a controlled list: its names in the database, at the edge and in the words are one.
#[macro_export]
macro_rules! list {
    ($(#[$doc:meta])* $name:ident { $($(#[$mark:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, ts_rs::TS,
        )]
        pub enum $name { $($(#[$mark])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// # Errors
            /// Broken: the database holds a name this program does not know.
            pub fn named(name: &str) -> kernel::Result<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
                    .ok_or_else(|| kernel::Failure::broken(format!("unknown {}: {name}", stringify!($name))))
            }
        }

        impl database::FromColumn for $name {
            fn from_column(column: database::Column<'_>) -> kernel::Result<Self> {
                Self::named(&String::from_column(column)?)
            }
        }

        impl From<$name> for database::Value {
            fn from(one: $name) -> Self {
                one.name().into()
            }
        }
    };
}
