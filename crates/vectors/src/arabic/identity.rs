//! Saudi identity and contact data.

use super::case::Case;
use kernel::saudi::{Iban, Mobile, MobileReason, NationalId, OrganisationNumber, ShortAddress};

pub fn national_id(case: &mut Case<'_>) -> Result<(), String> {
    let (verdict, normalised, reason) = match NationalId::parse(case.cell("input")?) {
        Ok(id) => (if id.is_citizen() { "valid_citizen" } else { "valid_resident" }, id.to_string(), ""),
        Err(reason) => ("invalid", String::new(), reason.word()),
    };
    case.expect("verdict", verdict)?;
    case.expect("normalised", normalised)?;
    case.expect("reason", reason)
}

pub fn organisation_number(case: &mut Case<'_>) -> Result<(), String> {
    let (verdict, normalised, warning, reason) = match OrganisationNumber::parse(case.cell("input")?) {
        Ok(number) => ("valid", number.to_string(), if number.looks_mistyped() { "luhn" } else { "" }, ""),
        Err(reason) => ("invalid", String::new(), "", reason.word()),
    };
    case.expect("verdict", verdict)?;
    case.expect("normalised", normalised)?;
    case.expect("warning", warning)?;
    case.expect("reason", reason)
}

pub fn mobile(case: &mut Case<'_>) -> Result<(), String> {
    let (verdict, stored, shown) = match Mobile::parse(case.cell("input")?) {
        Ok(mobile) => ("valid", mobile.to_string(), mobile.shown()),
        Err(MobileReason::Landline) => ("landline", String::new(), String::new()),
        Err(MobileReason::Invalid) => ("invalid", String::new(), String::new()),
    };
    case.expect("verdict", verdict)?;
    case.expect("e164", stored)?;
    case.expect("shown", shown)
}

pub fn iban(case: &mut Case<'_>) -> Result<(), String> {
    let (verdict, normalised, bank, reason) = match Iban::parse(case.cell("input")?) {
        Ok(iban) => ("valid", iban.to_string(), iban.bank_code().to_owned(), ""),
        Err(reason) => ("invalid", String::new(), String::new(), reason.word()),
    };
    case.expect("verdict", verdict)?;
    case.expect("normalised", normalised)?;
    case.expect("bank_code", bank)?;
    case.expect("reason", reason)
}

pub fn short_address(case: &mut Case<'_>) -> Result<(), String> {
    let building = case.cell("building_number")?;
    let (verdict, normalised, warning) = match ShortAddress::parse(case.cell("input")?) {
        Ok(address) => {
            ("valid", address.to_string(), if address.contradicts(building) { "building_number" } else { "" })
        }
        Err(_) => ("invalid", String::new(), ""),
    };
    case.expect("verdict", verdict)?;
    case.expect("normalised", normalised)?;
    case.expect("warning", warning)
}
