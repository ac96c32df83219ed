//! One table of commands per feature: the only list a new command joins.
//!
//! From it come both hosts and the command line, the TypeScript types of the interface, the permission screen and the
//! vocabulary of the audit trail. [`commands!`](crate::commands) is a plain macro; this file is the whole of it.

use crate::context::{Read, Write};
use crate::office::{Office, SystemCall};
use crate::permission::Permission;
use crate::types::Types;
use kernel::Result;
use serde_json::Value;

/// What screens show and commands touch. A screen that shows a touched view reloads. Each feature declares its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct View(pub &'static str);

/// How a command travels, and which line of the audit trail it leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Reads; leaves no line.
    Read,
    /// Reads something sensitive; leaves a line.
    View,
    /// Puts a record on paper; leaves a line.
    Print,
    /// Takes data out of the office; leaves a line.
    Export,
    /// Changes data in one transaction together with its line.
    Write,
    /// Works on the office itself (keys, sessions, backups) and writes its own line.
    System,
}

impl Kind {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::View => "view",
            Self::Print => "print",
            Self::Export => "export",
            Self::Write => "write",
            Self::System => "system",
        }
    }
}

/// Who may call a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Everybody, before anyone has signed in.
    Nobody,
    /// Whoever has signed in, even while the screen is locked.
    Session,
    /// A person whose role holds this permission.
    Permission(Permission),
}

/// The verb behind a command.
#[derive(Clone, Copy)]
pub enum Verb {
    Read(fn(&Read<'_>, Value) -> Result<Value>),
    Write(fn(&Write<'_>, Value) -> Result<Value>),
    System(fn(&Office, &mut SystemCall, Value) -> Result<Value>),
}

/// A row of the table.
#[derive(Clone, Copy)]
pub struct Command {
    /// `feature.verb`
    pub name: &'static str,
    pub feature: &'static str,
    pub kind: Kind,
    pub need: Need,
    /// What a read shows, or what a write touches.
    pub views: &'static [View],
    /// Whether the row says `touches`. A system command that only `shows` must not make its own screen reload.
    pub touches: bool,
    /// Bytes its input may have as JSON; [`LARGEST_INPUT`] where the row says nothing else.
    pub largest: usize,
    pub verb: Verb,
    /// Names of the input and output types in TypeScript; declares them on the way.
    pub types: fn(&mut Types) -> (String, String),
}

/// Bytes of the input of a command, where its row says nothing else. Files travel beside the calls.
pub const LARGEST_INPUT: usize = 256 * 1024;

/// Bytes of an input that names chosen rows of a list one by one.
pub const CHOSEN_ROWS: usize = 4 * 1024 * 1024;

/// The table of a feature.
///
/// ```text
/// commands! { "staff",
///     read  list (ListPeople) -> People, needs STAFF_VIEW,   shows   [staff];     queries::list
///     write add  (AddPerson)  -> Person, needs STAFF_MANAGE, touches [staff];     add::add
/// }
/// ```
/// `read` and `view` call `queries::<verb>`; every other kind calls `<verb>::<verb>`, one use case in one file.
/// `system … open` needs nobody signed in; `system … session` needs a session, locked or not. A row whose input may be
/// larger than [`LARGEST_INPUT`] ends with `up_to` and the bytes, a constant of this module: `touches [staff] up_to CHOSEN_ROWS;`.
#[macro_export]
macro_rules! commands {
    ($feature:literal, $($kind:ident $verb:ident ($input:ty) -> $output:ty, $need:ident $($permission:ident)?, $word:ident [$($view:ident),*] $(up_to $largest:ident)?;)+) => {
        /// The commands of this feature.
        pub const COMMANDS: &[$crate::command::Command] = &[$(
            $crate::command::Command {
                name: concat!($feature, ".", stringify!($verb)),
                feature: $feature,
                kind: $crate::commands!(@kind $kind),
                need: $crate::commands!(@need $need $($permission)?),
                views: &[$($crate::command::View(stringify!($view))),*],
                touches: $crate::commands!(@touches $word),
                largest: $crate::commands!(@largest $($largest)?),
                verb: $crate::commands!(@verb $kind $verb),
                types: |types| (types.name_of::<$input>(), types.name_of::<$output>()),
            }
        ),+];
    };

    (@kind read) => { $crate::command::Kind::Read };
    (@kind view) => { $crate::command::Kind::View };
    (@kind print) => { $crate::command::Kind::Print };
    (@kind export) => { $crate::command::Kind::Export };
    (@kind write) => { $crate::command::Kind::Write };
    (@kind system) => { $crate::command::Kind::System };

    (@touches touches) => { true };
    (@touches shows) => { false };

    (@largest) => { $crate::command::LARGEST_INPUT };
    (@largest $largest:ident) => { $crate::command::$largest };

    (@need open) => { $crate::command::Need::Nobody };
    (@need session) => { $crate::command::Need::Session };
    (@need needs $permission:ident) => { $crate::command::Need::Permission($permission) };

    (@verb read $verb:ident) => { $crate::commands!(@read queries::$verb) };
    (@verb view $verb:ident) => { $crate::commands!(@read queries::$verb) };
    (@verb print $verb:ident) => { $crate::commands!(@read $verb::$verb) };
    (@verb export $verb:ident) => { $crate::commands!(@read $verb::$verb) };
    (@verb write $verb:ident) => {
        $crate::command::Verb::Write(|cx, input| $crate::command::answer($verb::$verb(cx, $crate::command::input(input)?)))
    };
    (@verb system $verb:ident) => {
        $crate::command::Verb::System(|office, call, input| {
            $crate::command::answer($verb::$verb(office, call, $crate::command::input(input)?))
        })
    };
    (@read $($path:ident)::+) => {
        $crate::command::Verb::Read(|cx, input| $crate::command::answer($($path)::+(cx, $crate::command::input(input)?)))
    };
}

kernel::refusals! {
    /// The input is not of the shape the command takes.
    MALFORMED = "office.malformed";
    /// Larger than what the command takes; `most` in kilobytes.
    INPUT_TOO_LARGE = "office.input_too_large";
    /// Nested more deeply, or made of more values, than any screen sends.
    INPUT_TOO_DEEP = "office.input_too_deep";
}

/// Reads the input of a command.
///
/// # Errors
/// `office.malformed`, naming what is missing or not understood.
pub fn input<T: serde::de::DeserializeOwned>(value: Value) -> Result<T> {
    serde_json::from_value(value).map_err(|error| kernel::Refusal::new(MALFORMED).with("detail", error).into())
}

/// Writes the answer of a command.
///
/// # Errors
/// What the verb returned.
pub fn answer<T: serde::Serialize>(outcome: Result<T>) -> Result<Value> {
    outcome.and_then(|value| serde_json::to_value(value).map_err(kernel::Failure::broken))
}
