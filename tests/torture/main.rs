//! What an office must live through: programs killed at any moment, full disks, files that cannot be written, damaged
//! copies, guessed passwords, curious eyes, and programs of the same machine that besiege the host.
//!
//! Only the doors of `database` are used here, and the program itself where an import is killed and where it is besieged. The passwords cost next to nothing, so that a thousand of them can be
//! tried; everything else is as in a real office.

// A test that cannot go on says where and why.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod damage;
mod host;
mod imports;
mod kills;
mod names;
mod office;
mod passwords;
mod small_disk;
mod taken_back;
