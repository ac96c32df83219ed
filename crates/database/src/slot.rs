//! One key slot: a secret wrapped by what its holder knows, and the database key sealed to that secret's public half.

use crate::Cost;
use crate::failures::KEYS_DAMAGED;
use crate::key::random;
use crate::vault::base64_bytes;
use argon2::{Algorithm, Argon2, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use kernel::{Failure, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

/// Whose slot it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Holder {
    /// A person, by identifier, and the salted tag of the name for signing in.
    Person {
        id: kernel::id::PersonId,
        #[serde(with = "base64_bytes")]
        tag: [u8; 32],
    },
    /// Whoever has the printed code.
    Recovery,
}

impl Holder {
    /// What ties a wrapped secret to its slot, so that two slots cannot be exchanged for each other.
    fn context(&self) -> Vec<u8> {
        match self {
            Self::Person { id, tag } => [b"person".as_slice(), id.as_bytes(), tag].concat(),
            Self::Recovery => b"recovery".to_vec(),
        }
    }
}

/// A text closed with a key and a nonce of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Boxed {
    #[serde(with = "base64_bytes")]
    nonce: [u8; 24],
    #[serde(with = "base64_bytes")]
    text: [u8; 48],
}

/// A key closed for the owner of a public key: only the secret half opens it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SealedKey {
    #[serde(with = "base64_bytes")]
    ephemeral: [u8; 32],
    boxed: Boxed,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Slot {
    pub(crate) holder: Holder,
    cost: Cost,
    #[serde(with = "base64_bytes")]
    salt: [u8; 16],
    secret: Boxed,
    #[serde(with = "base64_bytes")]
    public: [u8; 32],
    pub(crate) current: SealedKey,
    /// The database key after the change that is under way, if one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) next: Option<SealedKey>,
}

impl Slot {
    /// A slot that `knowledge` opens, holding the database key.
    pub(crate) fn new(holder: Holder, knowledge: &[u8], cost: Cost, key: &crate::Key) -> Result<Self> {
        let secret = StaticSecret::from(random::<32>()?);
        let public = PublicKey::from(&secret).to_bytes();
        let salt = random()?;
        let wrapping = derive(knowledge, &salt, cost)?;
        Ok(Self {
            holder,
            cost,
            salt,
            secret: close(&wrapping, secret.as_bytes(), &holder.context())?,
            public,
            current: SealedKey::new(&key.current, &public)?,
            next: key.next.map(|next| SealedKey::new(&next, &public)).transpose()?,
        })
    }

    /// The database key, if `knowledge` is right.
    ///
    /// # Errors
    /// [`KEYS_DAMAGED`], when the secret opens and the rest does not.
    pub(crate) fn open(&self, knowledge: &[u8]) -> Result<Option<crate::Key>> {
        let wrapping = derive(knowledge, &self.salt, self.cost)?;
        let Some(secret) = open(&wrapping, &self.secret, &self.holder.context()) else { return Ok(None) };
        let secret = StaticSecret::from(*secret);
        kernel::require(PublicKey::from(&secret).to_bytes() == self.public, KEYS_DAMAGED)?;
        let current = *self.current.open(&secret).ok_or(KEYS_DAMAGED)?;
        let next = match &self.next {
            Some(sealed) => Some(*sealed.open(&secret).ok_or(KEYS_DAMAGED)?),
            None => None,
        };
        Ok(Some(crate::Key { current, next }))
    }

    /// Seals the key that is to come to this slot's holder, who need not be there.
    pub(crate) fn offer(&mut self, next: &[u8; 32]) -> Result<()> {
        self.next = Some(SealedKey::new(next, &self.public)?);
        Ok(())
    }

    pub(crate) fn is_sane(&self) -> bool {
        self.cost.is_sane()
    }
}

impl SealedKey {
    fn new(key: &[u8; 32], public: &[u8; 32]) -> Result<Self> {
        let ephemeral = StaticSecret::from(random::<32>()?);
        let ephemeral_public = PublicKey::from(&ephemeral).to_bytes();
        let shared = shared(&ephemeral, public, &ephemeral_public, public);
        Ok(Self { ephemeral: ephemeral_public, boxed: close(&shared, key, b"database key")? })
    }

    fn open(&self, secret: &StaticSecret) -> Option<Zeroizing<[u8; 32]>> {
        let public = PublicKey::from(secret).to_bytes();
        let shared = shared(secret, &self.ephemeral, &self.ephemeral, &public);
        open(&shared, &self.boxed, b"database key")
    }
}

/// The key two X25519 halves agree on, bound to both public ones.
fn shared(mine: &StaticSecret, theirs: &[u8; 32], ephemeral: &[u8; 32], public: &[u8; 32]) -> Zeroizing<[u8; 32]> {
    let agreed = mine.diffie_hellman(&PublicKey::from(*theirs));
    let digest = Sha256::new()
        .chain_update(b"sharaka sealed key 1")
        .chain_update(agreed.as_bytes())
        .chain_update(ephemeral)
        .chain_update(public);
    Zeroizing::new(digest.finalize().into())
}

/// Argon2id (RFC 9106) of what a holder knows.
pub(crate) fn derive(knowledge: &[u8], salt: &[u8; 16], cost: Cost) -> Result<Zeroizing<[u8; 32]>> {
    let mut derived = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, cost.params()?)
        .hash_password_into(knowledge, salt, derived.as_mut())
        .map_err(Failure::broken)?;
    Ok(derived)
}

fn close(key: &[u8; 32], text: &[u8; 32], context: &[u8]) -> Result<Boxed> {
    let nonce = random()?;
    let closed = XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(nonce), Payload { msg: text, aad: context })
        .map_err(|_| Failure::broken("a key could not be wrapped"))?;
    let text = closed.try_into().map_err(|_| Failure::broken("a wrapped key has another length"))?;
    Ok(Boxed { nonce, text })
}

fn open(key: &[u8; 32], boxed: &Boxed, context: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
    let text = XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(boxed.nonce), Payload { msg: &boxed.text, aad: context })
        .map(Zeroizing::new)
        .ok()?;
    text.as_slice().try_into().ok().map(Zeroizing::new)
}
