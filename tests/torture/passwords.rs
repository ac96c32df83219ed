//! Guessing opens nothing.

use crate::office::{self, LOGIN, PASSWORD};
use database::{Database, Key, Keys, PASSWORD_TOO_LONG, RecoveryCode, WRONG_CODE, WRONG_KEY, WRONG_PASSWORD};

/// Passwords near the right one, and such as people try first.
fn guesses() -> Vec<String> {
    let letters: Vec<char> = PASSWORD.chars().collect();
    let mut guesses = vec![String::new(), "123456".into(), LOGIN.into(), "\0".into(), PASSWORD.repeat(2)];
    guesses.extend([format!(" {PASSWORD}"), format!("{PASSWORD} "), format!("{PASSWORD}\0"), "أ".repeat(100_000)]);
    for place in 0..letters.len() {
        let without: String = letters.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, c)| c).collect();
        guesses.push(without);
        guesses.push(letters[..place].iter().collect());
    }
    let numbered = (0_u32..).map(|number| format!("{PASSWORD}{number}"));
    let short = 1_000 - guesses.len();
    guesses.extend(numbered.take(short));
    guesses
}

#[test]
fn a_thousand_wrong_passwords_open_nothing() {
    let scratch = tempfile::tempdir().unwrap();
    let (lock, database) = office::found(scratch.path());
    database.close().unwrap();
    let keys = Keys::load(&lock).unwrap();
    let guesses = guesses();
    assert_eq!(guesses.len(), 1_000);
    for guess in &guesses {
        let refused = keys.unlock_with_password(LOGIN, guess).err().and_then(|failure| failure.code());
        // A text nobody types is refused before any work is done with it.
        let expected = if guess.len() > 1_024 { PASSWORD_TOO_LONG } else { WRONG_PASSWORD };
        assert_eq!(refused, Some(expected), "{guess:?} must open nothing");
    }
    assert!(keys.unlock_with_password(LOGIN, PASSWORD).is_ok(), "and the right one still opens");
}

#[test]
fn a_thousand_wrong_codes_and_a_hundred_wrong_keys_open_nothing() {
    let scratch = tempfile::tempdir().unwrap();
    let (lock, database) = office::found(scratch.path());
    let mut keys = Keys::load(&lock).unwrap();
    let code = keys.new_recovery_code(database.key()).unwrap();
    keys.save(&lock, database.key()).unwrap();
    database.close().unwrap();
    let keys = Keys::load(&lock).unwrap();
    let printed = code.printed();
    let right: Vec<char> = printed.chars().filter(|letter| *letter != '-').collect();
    for number in 0..1_000_u32 {
        let mut wrong = right.clone();
        let letter = char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(number / 32) as usize]);
        let place = (number % 32) as usize;
        wrong[place] = letter;
        if wrong == right {
            continue;
        }
        let typed = RecoveryCode::typed(&wrong.iter().collect::<String>()).unwrap();
        let refused = keys.unlock_with_code(&typed).err().and_then(|failure| failure.code());
        assert_eq!(refused, Some(WRONG_CODE), "one letter off at {place}");
    }
    for _ in 0..100 {
        let refused = Database::open(&lock, &Key::random().unwrap()).err().and_then(|failure| failure.code());
        assert_eq!(refused, Some(WRONG_KEY));
    }
    let key = keys.unlock_with_code(&code).unwrap();
    assert!(Database::open(&lock, &key).is_ok(), "and the right one still opens");
}
