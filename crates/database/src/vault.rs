//! The key slots of an office: one for each person, one for the recovery code.
//!
//! A password is turned by Argon2id into a key that unwraps the slot's own secret (X25519); the database key is sealed
//! to the public half of each slot. So a password can change without touching the database, a slot can be taken out
//! without touching the others, and the database key can be changed, and sealed anew to everybody who stays, without
//! asking anybody for a password. Who left cannot open what was sealed after, even with an old copy of this file.
//!
//! The file holds no name: a slot is found by a salted tag of the name for signing in. A seal under the database key
//! lies over all of it, so that slots changed from outside are noticed at the next opening.

use crate::failures::{KEYS_DAMAGED, LOGIN_TAKEN, PASSWORD_TOO_LONG, WRONG_CODE, WRONG_PASSWORD, file_system};
use crate::key::random;
use crate::login_attempts::Who;
use crate::slot::{Holder, Slot, derive};
use crate::{Key, OfficeFolder, RecoveryCode, folder};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use kernel::id::PersonId;
use kernel::{Failure, Refusal, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// The newest form of the file this program knows.
const VERSION: u32 = 1;

/// What a guess costs: memory in KiB, passes over it, and lanes. Stored with each slot, so that it can be raised later
/// without shutting anybody out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    /// 64 MiB and three passes: the second recommended choice of RFC 9106, section 4, with one lane.
    pub const STRONG: Self = Self { memory_kib: 64 * 1_024, passes: 3, lanes: 1 };

    /// Next to nothing; for tests that open an office a thousand times.
    pub const fn cheap() -> Self {
        Self { memory_kib: 8, passes: 1, lanes: 1 }
    }

    pub(crate) fn params(self) -> Result<argon2::Params> {
        argon2::Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(Failure::broken)
    }

    /// A slot that asks for more than this is damaged or meant to harm.
    pub(crate) fn is_sane(self) -> bool {
        self.memory_kib <= 1_024 * 1_024 && self.passes <= 32 && self.lanes <= 16 && self.params().is_ok()
    }
}

/// The slots, as kept in `office.keys`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Keys {
    version: u32,
    #[serde(with = "base64_bytes")]
    salt: [u8; 16],
    cost: Cost,
    slots: Vec<Slot>,
    /// What was read from the disk, until it can be checked with the key.
    #[serde(skip)]
    read: Option<Sealed>,
}

/// What is in the file: the slots as text, and the seal over exactly that text.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Sealed {
    keys: String,
    #[serde(with = "base64_bytes")]
    nonce: [u8; 24],
    #[serde(with = "base64_bytes")]
    seal: [u8; 16],
}

impl Keys {
    /// Slots for a new office: none yet.
    ///
    /// # Errors
    /// [`Failure::Broken`], when the system has no randomness to give.
    pub fn create(cost: Cost) -> Result<Self> {
        Ok(Self { version: VERSION, salt: random()?, cost, slots: Vec::new(), read: None })
    }

    /// Reads the slots of an office.
    ///
    /// # Errors
    /// [`MISSING`]; [`KEYS_DAMAGED`]; [`NEWER`](crate::NEWER).
    pub fn load(folder: &OfficeFolder) -> Result<Self> {
        let bytes = std::fs::read(folder.keys()).map_err(|error| file_system(&error, "office.keys"))?;
        Self::from_bytes(&bytes)
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let sealed: Sealed = serde_json::from_slice(bytes).map_err(|_| KEYS_DAMAGED)?;
        let mut keys: Self = serde_json::from_str(&sealed.keys).map_err(|_| KEYS_DAMAGED)?;
        let newer = kernel::Refusal::new(crate::NEWER).with("found", keys.version).with("known", VERSION);
        kernel::require(keys.version <= VERSION, newer)?;
        kernel::require(keys.cost.is_sane() && keys.slots.iter().all(Slot::is_sane), KEYS_DAMAGED)?;
        keys.read = Some(sealed);
        Ok(keys)
    }

    /// Writes the slots: whole or not at all, and on the disk when this returns.
    ///
    /// # Errors
    /// What the disk says.
    pub fn save(&self, folder: &OfficeFolder, key: &Key) -> Result<()> {
        let keys = serde_json::to_string(self).map_err(Failure::broken)?;
        let nonce = random()?;
        let seal = seal(key, &nonce, &keys)?;
        let bytes = serde_json::to_vec(&Sealed { keys, nonce, seal }).map_err(Failure::broken)?;
        folder::write_atomically(&folder.keys(), &bytes)
    }

    /// Gives a person a slot.
    ///
    /// # Errors
    /// [`LOGIN_TAKEN`], when somebody signs in with this name already.
    pub fn add_slot(&mut self, key: &Key, person: PersonId, login: &str, password: &str) -> Result<()> {
        short_enough(password)?;
        let tag = self.tag(login);
        let taken =
            self.slots.iter().any(|slot| matches!(slot.holder, Holder::Person { tag: other, .. } if other == tag));
        kernel::require(!taken, LOGIN_TAKEN)?;
        self.slots.push(Slot::new(Holder::Person { id: person, tag }, &normalised(password), self.cost, key)?);
        Ok(())
    }

    /// Gives a person another password, or another name for signing in: what opened the slot before no longer does.
    ///
    /// # Errors
    /// [`LOGIN_TAKEN`], when somebody else signs in with this name.
    pub fn replace(&mut self, key: &Key, person: PersonId, login: &str, password: &str) -> Result<()> {
        let mut replaced = self.clone();
        replaced.remove(person);
        replaced.add_slot(key, person, login, password)?;
        *self = replaced;
        Ok(())
    }

    /// Takes a person's slot away. Whoever may have kept a copy of the folder is shut out by
    /// [`Database::rekey`](crate::Database::rekey) after it.
    pub fn remove(&mut self, person: PersonId) {
        self.slots.retain(|slot| !matches!(slot.holder, Holder::Person { id, .. } if id == person));
    }

    /// Whose wrong passwords are counted where this name is typed.
    pub fn who_tries(&self, login: &str) -> Who {
        let wanted = self.tag(login);
        let known = |slot: &Slot| matches!(slot.holder, Holder::Person { tag, .. } if tag == wanted);
        if self.slots.iter().any(known) { Who::Person(wanted) } else { Who::Unknown }
    }

    /// Whether a person has a slot.
    pub fn holds(&self, person: PersonId) -> bool {
        self.slots.iter().any(|slot| matches!(slot.holder, Holder::Person { id, .. } if id == person))
    }

    /// Whether a recovery code was made.
    pub fn has_recovery_code(&self) -> bool {
        self.slots.iter().any(|slot| slot.holder == Holder::Recovery)
    }

    /// Makes a recovery code; the one before it opens nothing any more once the slots are saved.
    ///
    /// # Errors
    /// [`Failure::Broken`] only.
    pub fn new_recovery_code(&mut self, key: &Key) -> Result<RecoveryCode> {
        let code = RecoveryCode::random()?;
        let slot = Slot::new(Holder::Recovery, code.as_bytes(), self.cost, key)?;
        self.slots.retain(|slot| slot.holder != Holder::Recovery);
        self.slots.push(slot);
        Ok(code)
    }

    /// Opens a person's slot.
    ///
    /// # Errors
    /// [`WRONG_PASSWORD`], after the same work whether the name is known or not; [`KEYS_DAMAGED`].
    pub fn unlock_with_password(&self, login: &str, password: &str) -> Result<(PersonId, Key)> {
        short_enough(password)?;
        let wanted = self.tag(login);
        let password = normalised(password);
        for slot in &self.slots {
            if let Holder::Person { id, tag } = slot.holder
                && tag == wanted
            {
                let key = slot.open(&password)?.ok_or(WRONG_PASSWORD)?;
                self.check_seal(&key)?;
                return Ok((id, key));
            }
        }
        // The time an answer takes must not tell whether somebody signs in with this name.
        derive(&password, &self.salt, self.cost)?;
        Err(WRONG_PASSWORD.into())
    }

    /// Opens the recovery slot.
    ///
    /// # Errors
    /// [`WRONG_CODE`]; [`KEYS_DAMAGED`].
    pub fn unlock_with_code(&self, code: &RecoveryCode) -> Result<Key> {
        let slot = self.slots.iter().find(|slot| slot.holder == Holder::Recovery).ok_or(WRONG_CODE)?;
        let key = slot.open(code.as_bytes())?.ok_or(WRONG_CODE)?;
        self.check_seal(&key)?;
        Ok(key)
    }

    /// The salted tag of a name for signing in: finds a slot, and tells the audit trail whose name was typed at a
    /// failed attempt.
    pub fn tag(&self, login: &str) -> [u8; 32] {
        let login: String = login.trim().to_lowercase().nfkc().collect();
        Sha256::new().chain_update(b"sharaka login 1").chain_update(self.salt).chain_update(login).finalize().into()
    }

    /// Seals the key that is to come to every slot, beside the present one.
    pub(crate) fn offer(&mut self, next: &[u8; 32]) -> Result<()> {
        self.slots.iter_mut().try_for_each(|slot| slot.offer(next))
    }

    /// Whether a change of the key was begun.
    pub(crate) fn has_offer(&self) -> bool {
        self.slots.iter().any(|slot| slot.next.is_some())
    }

    /// Ends a change of the key: the offered one is the present one now, or the offer is withdrawn.
    pub(crate) fn settle(&mut self, accepted: bool) {
        for slot in &mut self.slots {
            if let Some(next) = slot.next.take()
                && accepted
            {
                slot.current = next;
            }
        }
    }

    fn check_seal(&self, key: &Key) -> Result<()> {
        let Some(read) = &self.read else { return Ok(()) };
        let payload = Payload { msg: &read.seal, aad: read.keys.as_bytes() };
        let opened = cipher_of_seal(key).decrypt(&XNonce::from(read.nonce), payload);
        kernel::require(opened.is_ok(), KEYS_DAMAGED)
    }
}

fn seal(key: &Key, nonce: &[u8; 24], keys: &str) -> Result<[u8; 16]> {
    let payload = Payload { msg: &[], aad: keys.as_bytes() };
    let seal = cipher_of_seal(key).encrypt(&XNonce::from(*nonce), payload);
    let seal = seal.map_err(|_| Failure::broken("the slots could not be sealed"))?;
    seal.try_into().map_err(|_| Failure::broken("a seal has another length"))
}

/// The seal has a key of its own, so that the database key does one thing only.
fn cipher_of_seal(key: &Key) -> XChaCha20Poly1305 {
    let derived: Zeroizing<[u8; 32]> =
        Zeroizing::new(Sha256::new().chain_update(b"sharaka slots 1").chain_update(key.current).finalize().into());
    XChaCha20Poly1305::new((&*derived).into())
}

/// A password as bytes, the same however the keyboard composed its letters (NFC).
/// Bytes. Nobody types more; a longer text only keeps the machine busy.
const LONGEST_PASSWORD: usize = 1_024;

/// Refuses a password before any work is done with it.
///
/// # Errors
/// [`PASSWORD_TOO_LONG`].
pub fn short_enough(password: &str) -> Result<()> {
    kernel::require(password.len() <= LONGEST_PASSWORD, Refusal::new(PASSWORD_TOO_LONG).at("password"))
}

fn normalised(password: &str) -> Zeroizing<Vec<u8>> {
    // Room for the longest result is made before, so that no growing leaves a copy behind in memory.
    let mut text = Zeroizing::new(String::with_capacity(password.len() * 3));
    text.extend(password.nfc());
    Zeroizing::new(text.as_bytes().to_vec())
}

/// Bytes of a fixed length as base64 text.
pub(crate) mod base64_bytes {
    use base64::{Engine, prelude::BASE64_STANDARD};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(crate) fn serialize<S: Serializer, const N: usize>(bytes: &[u8; N], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&BASE64_STANDARD.encode(bytes))
    }

    pub(crate) fn deserialize<'d, D: Deserializer<'d>, const N: usize>(from: D) -> Result<[u8; N], D::Error> {
        let text = String::deserialize(from)?;
        let bytes = BASE64_STANDARD.decode(text).map_err(D::Error::custom)?;
        bytes.try_into().map_err(|_| D::Error::custom("another number of bytes"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u8) -> PersonId {
        PersonId::from_bytes([number; 16])
    }

    fn two_people() -> (Keys, Key) {
        let key = Key::random().unwrap();
        let mut keys = Keys::create(Cost::cheap()).unwrap();
        keys.add_slot(&key, person(1), "noura", "كلمة سرّ نورة").unwrap();
        keys.add_slot(&key, person(2), "saad", "another one").unwrap();
        (keys, key)
    }

    fn refused<T>(result: Result<T>) -> Option<kernel::Code> {
        result.err().and_then(|failure| failure.code())
    }

    #[test]
    fn each_person_opens_with_their_own_password_only() {
        let (keys, key) = two_people();
        assert_eq!(keys.unlock_with_password(" Noura ", "كلمة سرّ نورة").unwrap(), (person(1), key.clone()));
        assert_eq!(keys.unlock_with_password("saad", "another one").unwrap(), (person(2), key));
        assert_eq!(refused(keys.unlock_with_password("noura", "another one")), Some(WRONG_PASSWORD));
        assert_eq!(refused(keys.unlock_with_password("nobody", "another one")), Some(WRONG_PASSWORD));
        assert_eq!(refused(keys.unlock_with_password("noura", "")), Some(WRONG_PASSWORD));
    }

    #[test]
    fn a_password_is_the_same_however_its_letters_were_composed() {
        let key = Key::random().unwrap();
        let mut keys = Keys::create(Cost::cheap()).unwrap();
        keys.add_slot(&key, person(1), "a", "\u{0622}na caf\u{e9}").unwrap();
        assert!(keys.unlock_with_password("a", "\u{0627}\u{0653}na cafe\u{301}").is_ok());
    }

    #[test]
    fn a_changed_password_shuts_out_the_old_one_and_a_removed_person_is_out() {
        let (mut keys, key) = two_people();
        keys.replace(&key, person(1), "noura", "a new one").unwrap();
        assert_eq!(refused(keys.unlock_with_password("noura", "كلمة سرّ نورة")), Some(WRONG_PASSWORD));
        assert!(keys.unlock_with_password("noura", "a new one").is_ok());
        assert_eq!(refused(keys.replace(&key, person(1), "saad", "x")), Some(LOGIN_TAKEN));
        assert!(keys.unlock_with_password("noura", "a new one").is_ok(), "a refused change changes nothing");
        keys.remove(person(1));
        assert!(!keys.holds(person(1)) && keys.holds(person(2)));
        assert_eq!(refused(keys.unlock_with_password("noura", "a new one")), Some(WRONG_PASSWORD));
    }

    #[test]
    fn only_the_newest_recovery_code_opens() {
        let (mut keys, key) = two_people();
        let first = keys.new_recovery_code(&key).unwrap();
        assert_eq!(keys.unlock_with_code(&first).unwrap(), key);
        let second = keys.new_recovery_code(&key).unwrap();
        assert_eq!(refused(keys.unlock_with_code(&first)), Some(WRONG_CODE));
        assert_eq!(keys.unlock_with_code(&second).unwrap(), key);
    }

    #[test]
    fn slots_changed_from_outside_are_noticed_and_no_name_is_in_the_file() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = OfficeFolder::at(scratch.path());
        let (keys, key) = two_people();
        keys.save(&folder, &key).unwrap();
        let text = std::fs::read_to_string(folder.keys()).unwrap();
        assert!(!text.contains("noura") && !text.contains("saad"));
        assert!(Keys::load(&folder).unwrap().unlock_with_password("saad", "another one").is_ok());

        // An attacker who may write to the folder takes another person's slot out.
        let mut sealed: Sealed = serde_json::from_str(&text).unwrap();
        let mut inner: Keys = serde_json::from_str(&sealed.keys).unwrap();
        inner.remove(person(1));
        sealed.keys = serde_json::to_string(&inner).unwrap();
        std::fs::write(folder.keys(), serde_json::to_vec(&sealed).unwrap()).unwrap();
        let opened = Keys::load(&folder).unwrap().unlock_with_password("saad", "another one");
        assert_eq!(refused(opened), Some(KEYS_DAMAGED));
    }

    #[test]
    fn every_damaged_byte_of_the_file_opens_nothing_false() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = OfficeFolder::at(scratch.path());
        let (keys, key) = two_people();
        keys.save(&folder, &key).unwrap();
        let whole = std::fs::read(folder.keys()).unwrap();
        for place in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[place] ^= 1;
            let opened = Keys::from_bytes(&damaged).and_then(|keys| keys.unlock_with_password("saad", "another one"));
            assert!(opened.is_err() || opened.is_ok_and(|(_, found)| found == key), "byte {place}");
        }
    }
}
