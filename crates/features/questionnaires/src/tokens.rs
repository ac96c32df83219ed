//! Tokens: that somebody may answer once is kept as a print, beside no answer. A print is made with the secret of its
//! questionnaire, so that nobody tells by trying who stands behind one without it.

use database::{Read as Rows, Row, values};
use kernel::id::{DepartmentId, QuestionnaireId};
use kernel::{Refusal, Result, require};
use office::context::Write;
use sha2::{Digest, Sha256};

use crate::rules::{ANSWERED_BEFORE, TOKEN_UNKNOWN};

/// Letters that are not taken for one another.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Letters of a token, after its first, which says what it is.
const LENGTH: usize = 8;

/// What a print is made of.
#[derive(Debug, Clone, Copy)]
pub enum Of<'a> {
    /// A token that was handed over.
    Token(&'a str),
    /// A person on file.
    Person([u8; 16]),
    /// A row of a file, and the how-manieth of its like it is.
    Row(&'a str, usize),
    /// An answer, by what its client called it.
    Answer(&'a str),
}

/// The print of something, for one questionnaire.
pub fn print(secret: &[u8; 32], of: Of<'_>) -> [u8; 32] {
    let digest = Sha256::new().chain_update(b"sharaka questionnaire 1").chain_update(secret);
    match of {
        Of::Token(token) => digest.chain_update(b"token").chain_update(plain(token)),
        Of::Person(person) => digest.chain_update(b"person").chain_update(person),
        Of::Row(row, nth) => digest.chain_update(b"row").chain_update(nth.to_le_bytes()).chain_update(row),
        Of::Answer(answer) => digest.chain_update(b"answer").chain_update(answer),
    }
    .finalize()
    .into()
}

/// The identifier of an answer: of its print, so that it tells no time and no order.
pub fn identifier(print: &[u8; 32]) -> [u8; 16] {
    let mut id = [0; 16];
    for (byte, from) in id.iter_mut().zip(print) {
        *byte = *from;
    }
    id
}

/// A token as it is typed, whatever stands between its letters.
fn plain(token: &str) -> String {
    kernel::arabic::fold_joined(token).to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect()
}

/// A new token: `R7K3-9QXM`.
///
/// # Errors
/// Broken, when the machine has no random source.
pub fn fresh() -> Result<String> {
    let random: [u8; LENGTH] = office::random::bytes()?;
    let letters: Vec<char> = random.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    let (first, second) = letters.split_at(LENGTH / 2);
    Ok(format!("{}-{}", first.iter().collect::<String>(), second.iter().collect::<String>()))
}

/// What an answer with a token is of.
pub struct Held {
    pub department: Option<DepartmentId>,
    pub procedure: String,
    used: bool,
}

fn held(db: &Rows<'_>, questionnaire: QuestionnaireId, hash: &[u8; 32]) -> Result<Option<Held>> {
    let sql = "SELECT department, procedure, used FROM questionnaire_token WHERE questionnaire = $1 AND hash = $2";
    db.row(sql, values![questionnaire, *hash], |row: &Row<'_>| {
        Ok(Held { department: row.get("department")?, procedure: row.get("procedure")?, used: row.get("used")? })
    })
}

/// # Errors
/// A token nobody handed over, or with which somebody has answered.
pub fn known(db: &Rows<'_>, questionnaire: QuestionnaireId, hash: &[u8; 32]) -> Result<Held> {
    let held = held(db, questionnaire, hash)?.ok_or(Refusal::new(TOKEN_UNKNOWN).at("token"))?;
    require(!held.used, Refusal::new(ANSWERED_BEFORE).at("token"))?;
    Ok(held)
}

/// # Errors
/// As [`known`].
pub fn take(cx: &Write<'_>, questionnaire: QuestionnaireId, hash: &[u8; 32]) -> Result<Held> {
    let held = known(cx, questionnaire, hash)?;
    let sql = "UPDATE questionnaire_token SET used = 1 WHERE questionnaire = $1 AND hash = $2";
    cx.run(sql, values![questionnaire, *hash])?;
    Ok(held)
}

/// A person answers: once.
///
/// # Errors
/// They answered before.
pub fn take_person(cx: &Write<'_>, questionnaire: QuestionnaireId, hash: &[u8; 32]) -> Result<()> {
    require(held(cx, questionnaire, hash)?.is_none(), Refusal::new(ANSWERED_BEFORE).at("party"))?;
    let sql = "INSERT INTO questionnaire_token (questionnaire, hash, used) VALUES ($1, $2, 1)";
    cx.run(sql, values![questionnaire, *hash]).map(drop)
}

/// Keeps the print of a token that is handed over.
///
/// # Errors
/// What the database refuses.
pub fn hand_over(
    cx: &Write<'_>,
    questionnaire: QuestionnaireId,
    hash: &[u8; 32],
    department: Option<DepartmentId>,
    procedure: &str,
) -> Result<()> {
    let sql =
        "INSERT INTO questionnaire_token (questionnaire, hash, department, procedure, used) VALUES ($1, $2, $3, $4, 0)";
    cx.run(sql, values![questionnaire, *hash, department, procedure]).map(drop)
}

/// A token that nobody answered with is worth nothing any more.
///
/// # Errors
/// As [`known`].
pub fn withdraw(cx: &Write<'_>, questionnaire: QuestionnaireId, hash: &[u8; 32]) -> Result<()> {
    known(cx, questionnaire, hash)?;
    let sql = "DELETE FROM questionnaire_token WHERE questionnaire = $1 AND hash = $2 AND used = 0";
    cx.run(sql, values![questionnaire, *hash]).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: [u8; 32] = [7; 32];

    #[test]
    fn a_token_is_read_as_it_is_typed() {
        let print = |token| print(&SECRET, Of::Token(token));
        assert_eq!(print("R7K3-9QXM"), print(" r7k3 ٩qxm"));
        assert_ne!(print("R7K3-9QXM"), print("R7K3-9QXN"));
    }

    #[test]
    fn prints_of_different_things_and_questionnaires_differ() {
        let one = [1; 16];
        assert_ne!(print(&SECRET, Of::Person(one)), print(&[8; 32], Of::Person(one)));
        assert_ne!(print(&SECRET, Of::Answer("a")), print(&SECRET, Of::Token("a")));
        assert_ne!(print(&SECRET, Of::Row("a", 0)), print(&SECRET, Of::Row("a", 1)));
    }
}
