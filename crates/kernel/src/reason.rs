//! Why a typed value is refused: one enum per kind of value, each reason with a short word and its refusal.

/// Declares the reasons of one kind of value. The word names the reason in data files; the code leads to the sentence.
macro_rules! reasons {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $word:literal => $code:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$about])* $variant),+ }

        impl $name {
            /// The short word of the reason, as data files write it.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The refusal a person is shown.
            pub const fn code(self) -> $crate::Code {
                match self { $(Self::$variant => $crate::refusals::$code),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl std::error::Error for $name {}

        impl From<$name> for $crate::Refusal {
            fn from(reason: $name) -> Self {
                Self::new(reason.code())
            }
        }

        impl From<$name> for $crate::Failure {
            fn from(reason: $name) -> Self {
                Self::Refused(reason.into())
            }
        }
    };
}

pub(crate) use reasons;
