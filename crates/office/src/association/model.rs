//! Nouns of the association.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::record::RecordVersion;

crate::list! {
    /// Which digits papers and dates are written in. Identity numbers, IBANs and telephone numbers are always Latin.
    #[derive(Default)]
    Digits { Latin = "latin", #[default] Arabic = "arabic" }
}
crate::list! {
    /// Which calendar stands first; the other is always beside it.
    #[derive(Default)]
    Calendar { #[default] Hijri = "hijri", Gregorian = "gregorian" }
}

/// The picture of the association: PNG, JPEG or SVG of at most one mebibyte. Its bytes travel beside: out by
/// `association.logo`, in by a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Logo {
    pub mime: String,
    /// Bytes.
    pub size: usize,
    /// Hexadecimal SHA-256: tells one picture from another.
    pub sha256: String,
    /// A picture that was brought in to take its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub ticket: Option<String>,
}

/// A picture that has been proven to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub mime: String,
    pub bytes: Vec<u8>,
}

/// The picture as a file to be fetched, where there is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LogoFile {
    pub file: Option<crate::outbox::Handed>,
}

crate::record! {
    /// All that a person may set about the association.
    AssociationProfile in "association" key "one" {
        name_ar: String,
        name_en: String,
        /// Number of the licence by the National Center for the Non-Profit Sector, as printed on it.
        licence_no: String,
        /// Unified national number: ten digits beginning with 7; empty until it is known.
        unified_no: String,
        region: String,
        city: String,
        phone: String,
        email: String,
        website: String,
        /// 1–12. Associations close their year on 31 December (executive regulation, art. 115): 1 unless the bylaws differ.
        fiscal_year_start_month: u32 = 1,
        digits: Digits,
        calendar: Calendar,
        /// Minutes without a touch after which the screen locks; 1–240.
        idle_minutes: u32 = 15,
    }
    beside {
        logo: Option<Logo>,
    }
}

/// The association as it stands, with its version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssociationSheet {
    #[serde(flatten)]
    pub profile: AssociationProfile,
    pub record: RecordVersion,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct SaveAssociation {
    #[serde(flatten)]
    pub profile: AssociationProfile,
    /// The version the change began from.
    #[serde(default)]
    pub version: i64,
}
