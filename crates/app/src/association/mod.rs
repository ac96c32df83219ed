//! The association itself: its names, licence, logo, region, fiscal year, and how it likes digits and dates.
//!
//! One row in the database. The people of the office live in `staff`; the first run, which creates all of it, in
//! `session`.

pub mod model;
mod queries;
pub mod rules;
mod save;
pub(crate) mod store;

pub use model::{AssociationProfile, Calendar, Digits, Logo};
pub use rules::{REFUSALS, logo_bytes, tidy};
pub(crate) use store::{is_demo, profile, save};

use crate::input::Nothing;
use model::{AssociationSheet, SaveAssociation};

/// The name of the association among the records that have versions; there is one.
const RECORD: &str = "association";

crate::commands! { "association",
    read  profile (Nothing) -> AssociationSheet,         needs OfficeUse,         shows   [Association];
    write save    (SaveAssociation) -> AssociationSheet, needs AssociationManage, touches [Association, Session];
}
