//! What lies in an office folder is for its owner alone, also what came there some other way: copied, unpacked, or made by
//! an earlier program. Set at each opening, where the system knows such a thing.

use crate::OfficeFolder;
use kernel::Result;

/// Names that this program gives to folders of its own, beginning with these.
const FOLDERS: &[&str] = &["backups", "before-restore-", "without-keys-", "restoring", ".scratch-"];

/// Takes away what others may do with the folder, its files, and the folders of the program within it. Links are neither
/// followed nor changed; files of other programs are left alone. What another user owns stays as it is.
///
/// # Errors
/// What the file system says.
#[cfg(unix)]
pub(crate) fn keep(office: &OfficeFolder) -> Result<()> {
    // The folder first: from then on nobody else can put a link in the place of what is looked at below.
    only_for_owner(office.root(), 0o700)?;
    let entries =
        std::fs::read_dir(office.root()).map_err(|error| crate::failures::file_system(&error, "the office"))?;
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_file() && name.starts_with("office.") {
            only_for_owner(&entry.path(), 0o600)?;
        } else if kind.is_dir() && FOLDERS.iter().any(|own| name.starts_with(own)) {
            whole(&entry.path())?;
        }
    }
    Ok(())
}

/// Elsewhere a folder of a person is that person's already.
#[cfg(not(unix))]
pub(crate) fn keep(_: &OfficeFolder) -> Result<()> {
    Ok(())
}

#[cfg(unix)]
fn whole(folder: &std::path::Path) -> Result<()> {
    only_for_owner(folder, 0o700)?;
    let entries = std::fs::read_dir(folder).map_err(|error| crate::failures::file_system(&error, "the office"))?;
    for entry in entries.flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => whole(&entry.path())?,
            Ok(kind) if kind.is_file() => only_for_owner(&entry.path(), 0o600)?,
            _ => {}
        }
    }
    Ok(())
}

#[cfg(unix)]
fn only_for_owner(path: &std::path::Path, mode: u32) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let set = || {
        if std::fs::symlink_metadata(path)?.permissions().mode() & 0o777 == mode {
            return Ok(());
        }
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
    };
    match set() {
        Err(error) if matches!(error.kind(), std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::NotFound) => {
            Ok(())
        }
        other => other.map_err(|error| crate::failures::file_system(&error, "the rights of a file")),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use crate::OfficeFolder;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::Path;

    fn mode(path: &Path) -> u32 {
        fs::symlink_metadata(path).map_or(0, |found| found.permissions().mode() & 0o777)
    }

    #[test]
    fn what_was_there_before_is_for_its_owner_alone_from_each_opening_on() {
        let scratch = tempfile::tempdir().unwrap();
        let root = scratch.path().join("office");
        let ours = ["office.db", "office.keys", "office.tries", "backups/a.sharaka", "before-restore-x/office.db"];
        for folder in ["backups", "before-restore-x", "photos"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        let elsewhere = scratch.path().join("elsewhere");
        for file in ours.iter().map(|name| root.join(name)).chain([elsewhere.clone(), root.join("photos/a.png")]) {
            fs::write(&file, "").unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        }
        for folder in ["", "backups", "before-restore-x", "photos"] {
            fs::set_permissions(root.join(folder), fs::Permissions::from_mode(0o755)).unwrap();
        }
        for link in ["office.link", "backups/b.sharaka"] {
            symlink(&elsewhere, root.join(link)).unwrap();
        }
        for _ in 0..2 {
            drop(OfficeFolder::at(&root).lock().unwrap());
            for name in ours.iter().chain(&["office.lock"]) {
                assert_eq!(mode(&root.join(name)), 0o600, "{name}");
            }
            for folder in ["", "backups", "before-restore-x"] {
                assert_eq!(mode(&root.join(folder)), 0o700, "{folder}");
            }
            assert_eq!(mode(&elsewhere), 0o644, "a link is not followed");
            assert_eq!((mode(&root.join("photos")), mode(&root.join("photos/a.png"))), (0o755, 0o644), "not ours");
            fs::set_permissions(root.join("office.keys"), fs::Permissions::from_mode(0o666)).unwrap();
        }
    }
}
