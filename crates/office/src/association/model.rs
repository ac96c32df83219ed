//! Nouns of the association.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::record::RecordVersion;

/// Which digits papers and dates are written in. Identity numbers, IBANs and telephone numbers are always Latin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Digits {
    Latin,
    #[default]
    Arabic,
}

impl Digits {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Latin => "latin",
            Self::Arabic => "arabic",
        }
    }

    pub fn from_name(name: &str) -> Self {
        if name == "latin" { Self::Latin } else { Self::Arabic }
    }
}

/// Which calendar stands first; the other is always beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Calendar {
    #[default]
    Hijri,
    Gregorian,
}

impl Calendar {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hijri => "hijri",
            Self::Gregorian => "gregorian",
        }
    }

    pub fn from_name(name: &str) -> Self {
        if name == "gregorian" { Self::Gregorian } else { Self::Hijri }
    }
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

/// All that a person may set about the association.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AssociationProfile {
    pub name_ar: String,
    pub name_en: String,
    /// Number of the licence by the National Center for the Non-Profit Sector, as printed on it.
    pub licence_no: String,
    /// Unified national number: ten digits beginning with 7; empty until it is known.
    pub unified_no: String,
    pub region: String,
    pub city: String,
    pub phone: String,
    pub email: String,
    pub website: String,
    pub logo: Option<Logo>,
    /// 1–12. Associations close their year on 31 December (executive regulation, art. 115): 1 unless the bylaws differ.
    pub fiscal_year_start_month: u32,
    pub digits: Digits,
    pub calendar: Calendar,
    /// Minutes without a touch after which the screen locks; 1–240.
    pub idle_minutes: u32,
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

impl Default for AssociationProfile {
    fn default() -> Self {
        Self {
            name_ar: String::new(),
            name_en: String::new(),
            licence_no: String::new(),
            unified_no: String::new(),
            region: String::new(),
            city: String::new(),
            phone: String::new(),
            email: String::new(),
            website: String::new(),
            logo: None,
            fiscal_year_start_month: 1,
            digits: Digits::default(),
            calendar: Calendar::default(),
            idle_minutes: 15,
        }
    }
}
