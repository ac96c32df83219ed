//! Who may be added, changed, removed; what a password must be.

use super::model::Person;
use crate::permission::Role;
use kernel::{Refusal, Result, require};
use unicode_normalization::UnicodeNormalization;

kernel::refusals! {
    NAME_MISSING = "staff.name_missing";
    LOGIN_SHAPE = "staff.login_shape";
    LOGIN_TAKEN = "staff.login_taken";
    PASSWORD_SHORT = "staff.password_short";
    PASSWORD_LONG = "staff.password_long";
    PASSWORD_PLAIN = "staff.password_plain";
    LAST_ADMINISTRATOR = "staff.last_administrator";
    ONESELF = "staff.oneself";
    REMOVED = "staff.removed";
    ADDED_ALREADY = "staff.added_already";
}

/// Characters after normalisation. Length is what resists guessing (NIST SP 800-63B, 5.1.1): no composition rules.
pub const SHORTEST_PASSWORD: usize = 10;
const LONGEST_PASSWORD: usize = 256;
const LONGEST_LOGIN: usize = 40;

/// A login as it is compared: lower case, one form per letter, no spaces.
///
/// # Errors
/// Empty, longer than 40 characters, or with something else than letters, digits, point, dash and underscore.
pub fn login(typed: &str) -> Result<String> {
    let login: String = kernel::arabic::tidy_line(typed).nfkc().collect::<String>().to_lowercase();
    let fits = !login.is_empty()
        && login.chars().count() <= LONGEST_LOGIN
        && login.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '@'));
    require(fits, Refusal::new(LOGIN_SHAPE).at("login"))?;
    Ok(login)
}

/// # Errors
/// A password that is too short, absurdly long, or says nothing but the login or one repeated character.
pub fn password(password: &str, login: &str, field: &'static str) -> Result<()> {
    let normal: String = password.nfc().collect();
    let length = normal.chars().count();
    require(length >= SHORTEST_PASSWORD, Refusal::new(PASSWORD_SHORT).with("least", SHORTEST_PASSWORD).at(field))?;
    require(length <= LONGEST_PASSWORD, Refusal::new(PASSWORD_LONG).with("most", LONGEST_PASSWORD).at(field))?;
    let first = normal.chars().next();
    let repeated = normal.chars().all(|letter| Some(letter) == first);
    let is_login = normal.to_lowercase().contains(login) && length < login.chars().count() + 4;
    let in_order = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "password1234", "qwertyuiopasdfghjkl"];
    let plain = in_order.iter().any(|order| order.contains(&normal.to_lowercase()));
    require(!repeated && !is_login && !plain, Refusal::new(PASSWORD_PLAIN).at(field))
}

/// An office keeps at least one active administrator.
///
/// # Errors
/// When `person` is the last one and would cease to be one.
pub fn keeps_an_administrator(people: &[Person], person: &Person, role_after: Option<Role>) -> Result<()> {
    let others = people.iter().any(|other| other.id != person.id && other.active && other.role == Role::Administrator);
    let remains = role_after == Some(Role::Administrator);
    require(others || remains || person.role != Role::Administrator, LAST_ADMINISTRATOR)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Moment;
    use kernel::id::PersonId;

    fn person(number: u8, role: Role) -> Person {
        Person {
            id: PersonId::from_bytes([number; 16]),
            name: "نورة".into(),
            login: "noura".into(),
            role,
            active: true,
            added_at: Moment::from_micros(0),
            removed_at: None,
            last_seen_at: None,
            must_change_password: false,
        }
    }

    #[test]
    fn the_last_administrator_stays() {
        let (admin, clerk) = (person(1, Role::Administrator), person(2, Role::Researcher));
        let people = [admin.clone(), clerk.clone()];
        assert!(keeps_an_administrator(&people, &admin, None).is_err(), "removing the only administrator");
        assert!(keeps_an_administrator(&people, &admin, Some(Role::Finance)).is_err(), "or making them something else");
        assert!(keeps_an_administrator(&people, &admin, Some(Role::Administrator)).is_ok());
        assert!(keeps_an_administrator(&people, &clerk, None).is_ok());
        let two = [admin.clone(), person(3, Role::Administrator)];
        assert!(keeps_an_administrator(&two, &admin, None).is_ok());
    }

    #[test]
    fn a_login_is_one_word_in_one_form() {
        assert_eq!(login(" Noura.Otaibi ").unwrap(), "noura.otaibi");
        assert_eq!(login("نورة").unwrap(), "نورة");
        for bad in ["", "   ", "a b", "x/y", &"ن".repeat(41)] {
            assert!(login(bad).is_err(), "{bad:?} should be refused");
        }
    }

    #[test]
    fn a_password_is_judged_by_length_and_not_by_decoration() {
        assert!(password("قهوة وتمر في بريدة", "noura", "password").is_ok());
        for bad in ["short", "aaaaaaaaaaaa", "1234567890", "nourasaad12", ""] {
            let login = if bad.starts_with("noura") { "nourasaad" } else { "noura" };
            assert!(password(bad, login, "password").is_err(), "{bad:?} should be refused");
        }
    }
}
