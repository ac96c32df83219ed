//! Places in the program. A task or a figure leads to a screen and says what is asked there; which address that has, only
//! the interface knows.
//!
//! What a screen is asked is what its command is asked: the rows a figure opens are then the rows its list gives, and a
//! filter the list does not know cannot be named.

use crate::types::Types;
use kernel::{Failure, Result};
use serde::Serialize;
use serde_json::Value;
use std::marker::PhantomData;
use ts_rs::TS;

/// A screen others may lead to. Where it shows the answer of a command it bears that command's name and is asked its input.
pub struct Screen<Asks> {
    name: &'static str,
    asks: PhantomData<fn(&Asks)>,
}

impl<Asks> Clone for Screen<Asks> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Asks> Copy for Screen<Asks> {}

impl<Asks: Serialize + TS + 'static> Screen<Asks> {
    /// For [`screens!`](crate::screens) only, which also puts it into the manifest.
    pub const fn named(name: &'static str) -> Self {
        Self { name, asks: PhantomData }
    }

    /// This screen with a question.
    ///
    /// # Errors
    /// Broken, when the question cannot be written as JSON.
    pub fn asking(self, question: &Asks) -> Result<Target> {
        let asks = serde_json::to_value(question).map_err(Failure::broken)?;
        Ok(Target { screen: self.name, asks })
    }

    /// As the manifest lists it.
    pub const fn listed(self) -> ListedScreen {
        ListedScreen { name: self.name, asks: |types| types.name_of::<Asks>() }
    }
}

/// A screen without the type of its question.
#[derive(Clone, Copy)]
pub struct ListedScreen {
    pub name: &'static str,
    /// The name of its question's type in TypeScript; declares it on the way.
    pub asks: fn(&mut Types) -> String,
}

/// A place to go to: a screen, and what is asked there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(type = "{ [S in keyof Screens]: { screen: S; asks: Screens[S] } }[keyof Screens]")]
pub struct Target {
    screen: &'static str,
    asks: Value,
}

/// Declares the screens of a feature that others may lead to, each with what it is asked.
///
/// ```text
/// office::screens! {
///     /// Loans that are late.
///     LATE = "collection.late", AskLate;
/// }
/// ```
#[macro_export]
macro_rules! screens {
    ($($(#[$doc:meta])* $constant:ident = $name:literal, $asks:ty;)+) => {
        $($(#[$doc])* pub const $constant: $crate::target::Screen<$asks> = $crate::target::Screen::named($name);)+

        /// The screens of this feature.
        pub const SCREENS: &[$crate::target::ListedScreen] = &[$($constant.listed()),+];
    };
}
