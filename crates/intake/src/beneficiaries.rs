//! The register of beneficiaries: one row, one person.

use crate::known::Known;
use crate::reading::Reading;
use crate::table::Table;
use crate::text::code_key;
use kernel::arabic::Sex;
use kernel::saudi::{Iban, Mobile, NationalId, ShortAddress};
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A person as the row gives them. What is empty in the file is `None`, never a guess.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beneficiary {
    pub file_no: Option<String>,
    pub full_name: String,
    pub id_number: Option<NationalId>,
    pub id_expiry: Option<Day>,
    pub birth_date: Option<Day>,
    pub sex: Option<Sex>,
    pub mobile: Option<Mobile>,
    pub region: Option<String>,
    pub governorate: Option<String>,
    pub city: Option<String>,
    pub district: Option<String>,
    pub short_address: Option<ShortAddress>,
    pub marital_status: Option<String>,
    /// People in the family, the person included.
    pub family_size: Option<i64>,
    #[serde(rename = "monthly_income_halalas")]
    pub monthly_income: Option<Money>,
    /// Receives social security; `None` is unknown.
    pub social_security: Option<bool>,
    pub iban: Option<Iban>,
    pub researcher: Option<String>,
    pub notes: Option<String>,
}

pub(crate) fn read(row: &mut Reading<'_>) -> Option<Beneficiary> {
    let file_no = row.code("file_no");
    let full_name = row.name("full_name");
    row.need("full_name", &full_name, "name_missing");
    let id_number = row.identity("id_number");
    if id_number.is_none() && crate::text::says_nothing(&row.raw("id_number")) {
        row.warn("id_missing");
    }
    let id_expiry = row.day("id_expiry");
    if id_expiry.is_some_and(|day| day < row.today) {
        row.warn("id_expired");
    }
    let birth_date = row.day("birth_date");
    if birth_date.is_some_and(|day| day > row.today) {
        row.refuse("birth_date", "birth_in_future");
    }
    let sex = match row.word("sex", "sex", "sex_unreadable") {
        Some("male") => Some(Sex::Male),
        Some(_) => Some(Sex::Female),
        None => None,
    };
    let mobile = row.mobile("mobile");
    let region = row.listed("region", "region");
    let governorate = row.listed("governorate", "governorate");
    let city = row.text("city");
    let district = row.text("district");
    let short_address = row.short_address("short_address");
    let marital_status = row.text("marital_status");
    let family_size = family_size(row);
    let monthly_income = income(row);
    Some(Beneficiary {
        file_no,
        full_name: full_name?,
        id_number,
        id_expiry,
        birth_date,
        sex,
        mobile,
        region,
        governorate,
        city,
        district,
        short_address,
        marital_status,
        family_size,
        monthly_income,
        social_security: row.yes_no("social_security"),
        iban: row.iban("iban"),
        researcher: row.text("researcher"),
        notes: row.paragraphs("notes"),
    })
}

/// A file number twice, or one the office has given already, is refused.
pub(crate) fn refuse_repeated(table: &mut Table<Beneficiary>, known: &Known) {
    let held: HashSet<String> = known.people.iter().map(|person| code_key(&person.file_no)).collect();
    let mut seen = HashSet::new();
    for row in &mut table.rows {
        let Some(number) = row.values.as_ref().and_then(|values| values.file_no.as_deref()) else { continue };
        let number = code_key(number);
        if held.contains(&number) {
            row.refuse("file_no", "file_no_exists");
        } else if !seen.insert(number) {
            row.refuse("file_no", "duplicate_file_no");
        }
    }
}

fn family_size(row: &mut Reading<'_>) -> Option<i64> {
    let size = row.whole("family_size", "person", "family_size_invalid")?;
    if !(0..=99).contains(&size) {
        row.refuse("family_size", "family_size_invalid");
    }
    Some(size)
}

/// An income that is not there is zero when the file says so («لا يوجد»), and unknown when it says nothing.
fn income(row: &mut Reading<'_>) -> Option<Money> {
    let income = row.amount("monthly_income", "income");
    if income.is_some_and(Money::is_negative) {
        row.refuse("monthly_income", "income_negative");
    }
    let says_none = crate::vocabulary::meaning("nothing", &row.raw("monthly_income")).is_some();
    if income.is_none() && says_none { Some(Money::ZERO) } else { income }
}
