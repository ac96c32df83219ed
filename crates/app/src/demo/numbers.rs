//! Numbers that look as real ones do and pass their check digits, and belong to nobody in particular.

use super::dice::Dice;
use kernel::saudi::{Iban, NationalId};
use kernel::{Failure, Result};

/// A citizen's identity number.
///
/// # Errors
/// Broken: no last digit passes the check.
pub fn national_id(dice: &mut Dice) -> Result<String> {
    let beginning = format!("1{:08}", dice.between(0, 99_999_999));
    let numbers = (0..10).map(|check| format!("{beginning}{check}"));
    numbers
        .into_iter()
        .find(|number| NationalId::parse(number).is_ok())
        .ok_or_else(|| Failure::broken(format!("no check digit after {beginning}")))
}

/// A mobile number.
pub fn mobile(dice: &mut Dice) -> String {
    let operator = dice.pick(&[0, 3, 4, 5, 6, 8, 9]).copied().unwrap_or(5);
    format!("05{operator}{:07}", dice.between(0, 9_999_999))
}

/// An account number at a bank.
///
/// # Errors
/// Broken: no check digits pass.
pub fn iban(dice: &mut Dice) -> Result<String> {
    let account = format!("80{:018}", dice.between(0, 999_999_999_999));
    (2..99)
        .map(|check| format!("SA{check:02}{account}"))
        .find(|iban| Iban::parse(iban).is_ok())
        .ok_or_else(|| Failure::broken("no check digits for an account number"))
}

/// A short national address: four letters and four digits.
pub fn short_address(dice: &mut Dice, letters: &str) -> String {
    let letter = |dice: &mut Dice| char::from(b'A' + u8::try_from(dice.between(0, 25)).unwrap_or(0));
    let (third, fourth) = (letter(dice), letter(dice));
    format!("{letters}{third}{fourth}{:04}", dice.between(2000, 8999))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::saudi::{Mobile, ShortAddress};

    #[test]
    fn every_number_is_one_the_office_takes() {
        let mut dice = Dice::new(3);
        for _ in 0..500 {
            assert!(NationalId::parse(&national_id(&mut dice).unwrap()).is_ok_and(|id| id.is_citizen()));
            assert!(Iban::parse(&iban(&mut dice).unwrap()).is_ok_and(|iban| iban.bank_name().is_some()));
            assert!(Mobile::parse(&mobile(&mut dice)).is_ok());
            assert!(ShortAddress::parse(&short_address(&mut dice, "QB")).is_ok());
        }
    }
}
