//! What all papers of one association, and all papers of one printing, have in common.

use crate::Logo;
use kernel::Moment;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The association as it presents itself at the head of a paper. Empty texts are left out.
#[derive(Debug, Clone, Default)]
pub struct Letterhead {
    pub name_ar: String,
    pub name_en: String,
    /// The licence of the supervising authority: text, because older numbers have 3–5 digits and newer ones 10.
    pub licence_no: String,
    /// The unified national number (الرقم الوطني الموحد).
    pub unified_no: String,
    pub region: String,
    pub logo: Option<Logo>,
}

/// How numbers, amounts and dates are written. Ids, IBANs, phone numbers and codes are always in Latin digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Digits {
    #[default]
    Latin,
    /// ٠١٢٣٤٥٦٧٨٩, with ٬ and ٫; on Arabic papers only.
    Arabic,
}

/// The language of a paper: decides the words, the direction and the order of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Language {
    #[default]
    #[serde(rename = "ar")]
    Arabic,
    #[serde(rename = "en")]
    English,
}

/// One day in both calendars, written `YYYY/MM/DD` in Latin digits. The paper turns the digits and adds «هـ» and «م».
/// Outside the Umm al-Qura table `hijri` is empty, and the paper shows the Gregorian date alone.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Dates {
    pub hijri: String,
    pub gregorian: String,
}

/// How one printing is done: by whom, when, in which language and digits.
#[derive(Debug, Clone)]
pub struct Style {
    pub language: Language,
    pub digits: Digits,
    /// The instant of printing; it becomes the date inside the PDF.
    pub printed_at: Moment,
    /// The same instant's day, as the footer shows it.
    pub printed_on: Dates,
    /// The name of the person who prints.
    pub printed_by: String,
    /// Marks every page as made from demonstration data.
    pub demo: bool,
    /// The tree below `papers` in `locales/`, in the paper's language; templates read `words.frame.page` and the like.
    pub words: Value,
}
