//! Which checkout a target folder was last used from.
//!
//! A build server keeps the target folder and makes a fresh clone each time, perhaps elsewhere. Cargo tells a changed
//! file by its time stamp alone: a checkout with older stamps would run the programs of another one, which look for
//! their files there. So a checkout that finds the folder used by another renews the stamps of its own sources.

use crate::files;
use crate::step::Result;
use crate::workspace::Workspace;
use std::fs::{self, File};
use std::path::Path;
use std::time::SystemTime;

/// In the target folder: the path of the checkout that used it last.
const NOTE: &str = "checkout";

/// # Errors
/// A source file or the note that cannot be written.
pub fn claim(workspace: &Workspace) -> Result {
    claim_from(workspace.root(), workspace.target())
}

fn claim_from(root: &Path, target: &Path) -> Result {
    let note = target.join(NOTE);
    let own = root.to_string_lossy();
    let Ok(last) = fs::read_to_string(&note) else { return leave(target, &note, &own) };
    if last == own {
        return Ok(());
    }
    let now = SystemTime::now();
    for path in files::under(root, &["rs"]) {
        let renewed = File::options().append(true).open(&path).and_then(|file| file.set_modified(now));
        renewed.map_err(|error| format!("{}: {error}", path.display()))?;
    }
    leave(target, &note, &own)
}

fn leave(target: &Path, note: &Path, own: &str) -> Result {
    fs::create_dir_all(target)
        .and_then(|()| fs::write(note, own))
        .map_err(|error| format!("{}: {error}", note.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn sources_look_new_to_a_target_folder_that_another_checkout_used() {
        let folder = std::env::temp_dir().join(format!("sharaka-checkout-{}", std::process::id()));
        let (root, target) = (folder.join("own"), folder.join("target"));
        fs::create_dir_all(&root).unwrap();
        let source = root.join("lib.rs");
        fs::write(&source, "// nothing").unwrap();
        let old = SystemTime::now() - Duration::from_secs(3_600);
        File::options().append(true).open(&source).unwrap().set_modified(old).unwrap();
        let stamp = || fs::metadata(&source).unwrap().modified().unwrap();

        claim_from(&root, &target).unwrap();
        claim_from(&root, &target).unwrap();
        assert!(stamp() < SystemTime::now() - Duration::from_secs(3_000), "its own folder changes nothing");

        fs::write(target.join(NOTE), "/somewhere/else").unwrap();
        claim_from(&root, &target).unwrap();
        assert!(stamp() > SystemTime::now() - Duration::from_secs(600), "another's folder: everything is new");
        assert_eq!(fs::read_to_string(target.join(NOTE)).unwrap(), root.to_string_lossy());
        fs::remove_dir_all(&folder).unwrap();
    }
}
