//! The high-water mark: how far the audit trail had come, kept outside the database, so that an older database put in its
//! place, or lines cut off its end, show at the next opening.
//!
//! It lies twice: in the office folder (`office.mark`), and in a folder of whoever uses this machine, which somebody who
//! holds only the office folder cannot reach. It is written after every commit, over itself and without waiting for the
//! disk: a power cut may leave an earlier mark, never a later one than the database. Its seal needs the seal of the first
//! line of the trail, which only who can open the office knows and which no change of the key changes.

use crate::audit_chain::Head;
use crate::{OfficeFolder, folder};
use hmac::{Hmac, KeyInit, Mac as _};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};

/// «SHRK», and the form of what follows: number, seal, how many restores the trail tells of, seal of all of it.
const FORM: &[u8; 8] = b"SHRKMRK1";
const LENGTH: usize = 8 + 8 + 32 + 8 + 32;

/// How far a trail had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub head: Head,
    /// How often the office had been restored by then: numbers of before a restore are not those of after it.
    pub restores: i64,
}

/// What lies where a mark should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    Nothing,
    /// Not of this office, or tampered with.
    Strange,
    Mark(Mark),
}

/// The marks of an office.
#[derive(Debug)]
pub struct HighWater {
    secret: [u8; 32],
    inside: PathBuf,
    outside: Option<PathBuf>,
    restores: AtomicI64,
    last: AtomicI64,
}

impl HighWater {
    /// The marks of the office whose trail begins with `beginning`; `marks` is the folder of the one outside.
    pub fn of(office: &OfficeFolder, beginning: [u8; 32], marks: Option<&Path>) -> Self {
        let root = std::fs::canonicalize(office.root()).unwrap_or_else(|_| office.root().to_owned());
        let named = |purpose: &[u8], more: &[u8]| -> [u8; 32] {
            let mut digest = Sha256::new();
            for part in [purpose, &beginning, more] {
                digest.update((part.len() as u64).to_be_bytes());
                digest.update(part);
            }
            digest.finalize().into()
        };
        // A copy of the office in another place has a mark of its own.
        let name = crate::audit_chain::hexadecimal(&named(b"the name of a mark", root.as_os_str().as_encoded_bytes()));
        Self {
            secret: named(b"the seal of a mark", b""),
            inside: office.mark(),
            outside: marks.map(|folder| folder.join(name)),
            restores: AtomicI64::new(0),
            last: AtomicI64::new(0),
        }
    }

    /// What the office folder has.
    pub fn inside(&self) -> Found {
        self.read(&self.inside)
    }

    /// What this machine has beside it; nothing where it keeps none.
    pub fn outside(&self) -> Found {
        self.outside.as_deref().map_or(Found::Nothing, |path| self.read(path))
    }

    /// Restores the trail tells of, from now on.
    pub fn restored(&self, times: i64) {
        self.restores.store(times, Ordering::Relaxed);
    }

    /// Notes how far the trail has come. A mark that cannot be written holds nobody up: the one before it stays, and the
    /// next opening notices only later cuts.
    pub fn note(&self, head: Head) {
        if self.last.swap(head.seq, Ordering::Relaxed) == head.seq {
            return;
        }
        let mark = Mark { head, restores: self.restores.load(Ordering::Relaxed) };
        for path in [Some(&self.inside), self.outside.as_ref()].into_iter().flatten() {
            if let Err(error) = self.write(path, &mark) {
                eprintln!("sharaka: how far the audit log has come could not be noted: {error}");
            }
        }
    }

    fn write(&self, path: &Path, mark: &Mark) -> std::io::Result<()> {
        use std::io::Write as _;
        let mut bytes = body(mark);
        let seal = self.seal(&bytes);
        bytes.extend(seal);
        let is_file = std::fs::symlink_metadata(path).is_ok_and(|about| about.is_file());
        let mut file = if is_file {
            std::fs::OpenOptions::new().write(true).open(path)?
        } else {
            if let Some(parent) = path.parent() {
                folder::create_private_dir(parent).map_err(std::io::Error::other)?;
            }
            folder::create_private_file(path)?
        };
        file.write_all(&bytes)
    }

    fn read(&self, path: &Path) -> Found {
        let bytes = match std::fs::symlink_metadata(path) {
            Err(_) => return Found::Nothing,
            Ok(about) if !about.is_file() || about.len() != LENGTH as u64 => return Found::Strange,
            Ok(_) => std::fs::read(path).unwrap_or_default(),
        };
        let parsed = || {
            let (body, sealed) = bytes.split_at_checked(LENGTH - 32)?;
            let fits = body.starts_with(FORM) && self.mac(body)?.verify_slice(sealed).is_ok();
            let number = |from: usize| Some(i64::from_be_bytes(body.get(from..from + 8)?.try_into().ok()?));
            let hash = body.get(16..48)?.try_into().ok()?;
            fits.then_some(Mark { head: Head { seq: number(8)?, hash }, restores: number(48)? })
        };
        parsed().map_or(Found::Strange, Found::Mark)
    }

    fn seal(&self, body: &[u8]) -> [u8; 32] {
        self.mac(body).map_or([0; 32], |mac| mac.finalize().into_bytes().into())
    }

    fn mac(&self, body: &[u8]) -> Option<Hmac<Sha256>> {
        // A key of 32 bytes is always taken.
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.secret).ok()?;
        mac.update(body);
        Some(mac)
    }
}

fn body(mark: &Mark) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(LENGTH);
    bytes.extend(FORM);
    bytes.extend(mark.head.seq.to_be_bytes());
    bytes.extend(mark.head.hash);
    bytes.extend(mark.restores.to_be_bytes());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_back_by_its_own_office_and_by_no_other() {
        let scratch = tempfile::tempdir().unwrap();
        let (office, marks) = (OfficeFolder::at(scratch.path().join("office")), scratch.path().join("marks"));
        std::fs::create_dir(office.root()).unwrap();
        let mark = HighWater::of(&office, [1; 32], Some(&marks));
        assert_eq!((mark.inside(), mark.outside()), (Found::Nothing, Found::Nothing));
        for seq in [5, 6, 1_000_000] {
            mark.restored(seq % 3);
            mark.note(Head { seq, hash: [7; 32] });
            let found = Found::Mark(Mark { head: Head { seq, hash: [7; 32] }, restores: seq % 3 });
            assert_eq!((mark.inside(), mark.outside()), (found, found));
        }
        let other = HighWater::of(&office, [2; 32], Some(&marks));
        assert_eq!((other.inside(), other.outside()), (Found::Strange, Found::Nothing));
        let whole = std::fs::read(office.mark()).unwrap();
        for place in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[place] ^= 1;
            std::fs::write(office.mark(), damaged).unwrap();
            assert_eq!(mark.inside(), Found::Strange, "byte {place}");
            std::fs::write(office.mark(), &whole[..place]).unwrap();
            assert_eq!(mark.inside(), Found::Strange, "cut at {place}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_its_place_is_not_followed() {
        let scratch = tempfile::tempdir().unwrap();
        let office = OfficeFolder::at(scratch.path().join("office"));
        std::fs::create_dir(office.root()).unwrap();
        let elsewhere = scratch.path().join("elsewhere");
        std::fs::write(&elsewhere, "x").unwrap();
        std::os::unix::fs::symlink(&elsewhere, office.mark()).unwrap();
        let mark = HighWater::of(&office, [1; 32], None);
        mark.note(Head { seq: 1, hash: [7; 32] });
        assert_eq!(mark.inside(), Found::Strange);
        assert_eq!(std::fs::read(&elsewhere).unwrap(), b"x");
    }
}
