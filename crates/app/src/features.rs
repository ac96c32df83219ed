//! The features of the office, one line each.

use crate::command::{Command, Need};
use kernel::Code;

/// A feature: its table of commands and its refusals.
struct Feature {
    commands: &'static [Command],
    refusals: &'static [Code],
}

const fn feature(commands: &'static [Command], refusals: &'static [Code]) -> Feature {
    Feature { commands, refusals }
}

const FEATURES: &[Feature] = &[
    feature(crate::opening::COMMANDS, crate::opening::REFUSALS),
    feature(crate::session::COMMANDS, crate::session::REFUSALS),
    feature(crate::association::COMMANDS, crate::association::REFUSALS),
    feature(crate::staff::COMMANDS, crate::staff::REFUSALS),
    feature(crate::audit::COMMANDS, crate::audit::REFUSALS),
    feature(crate::backups::COMMANDS, crate::backups::REFUSALS),
    feature(crate::beneficiaries::COMMANDS, crate::beneficiaries::REFUSALS),
    feature(crate::attachments::COMMANDS, crate::attachments::REFUSALS),
    feature(crate::preferences::COMMANDS, crate::preferences::REFUSALS),
    feature(crate::tasks::COMMANDS, &[]),
    feature(crate::tables::COMMANDS, crate::tables::REFUSALS),
    feature(crate::funds::COMMANDS, crate::funds::REFUSALS),
    feature(crate::loans::COMMANDS, crate::loans::REFUSALS),
    feature(crate::collection::COMMANDS, &[]),
    feature(crate::dashboard::COMMANDS, crate::dashboard::REFUSALS),
    feature(crate::importing::COMMANDS, crate::importing::REFUSALS),
];

/// Every command of the office.
pub fn commands() -> impl Iterator<Item = &'static Command> {
    FEATURES.iter().flat_map(|feature| feature.commands)
}

pub fn find(name: &str) -> Option<&'static Command> {
    commands().find(|command| command.name == name)
}

/// Every refusal a person can meet, of this crate and of the rooms below it.
pub fn refusals() -> impl Iterator<Item = Code> {
    let below = [
        kernel::refusals::REFUSALS,
        database::REFUSALS,
        ledger::REFUSALS,
        lending::REFUSALS,
        papers::REFUSALS,
        sheets::refusals::REFUSALS,
    ];
    let office = [crate::office::REFUSALS, crate::command::REFUSALS, crate::record::REFUSALS];
    let own = FEATURES.iter().map(|feature| feature.refusals);
    below.into_iter().chain(office).chain(own).flatten().copied()
}

/// The need of a command, in one word.
pub const fn need_name(need: Need) -> &'static str {
    match need {
        Need::Nobody => "nobody",
        Need::Session => "session",
        Need::Permission(permission) => permission.name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Kind;
    use crate::permission::Permission;
    use crate::words::{self, Language};
    use std::collections::BTreeSet;

    #[test]
    fn every_command_has_one_name_and_its_feature_stands_before_the_point() {
        let mut names = BTreeSet::new();
        for command in commands() {
            assert!(names.insert(command.name), "{} stands in two tables", command.name);
            assert!(command.name.starts_with(&format!("{}.", command.feature)), "{}", command.name);
        }
    }

    #[test]
    fn every_write_names_a_permission() {
        for command in commands().filter(|command| command.kind == Kind::Write) {
            let named = matches!(command.need, Need::Permission(_));
            assert!(named, "{} changes things: give it `needs <Permission>` in its table", command.name);
        }
    }

    #[test]
    fn every_permission_is_asked_for_by_some_command() {
        for permission in Permission::ALL {
            let used = commands().any(|command| command.need == Need::Permission(*permission));
            assert!(used, "{} guards nothing: remove it from permission.rs, or use it", permission.name());
        }
    }

    #[test]
    fn every_refusal_has_its_sentence_in_both_languages_and_every_code_is_its_own() {
        let mut codes = BTreeSet::new();
        for code in refusals() {
            assert!(codes.insert(code), "{code} is declared twice");
            for language in [Language::Ar, Language::En] {
                let key = format!("refusal.{code}");
                let sentence = words::find(&key, language);
                assert!(sentence.is_some(), "locales/: add {} words for {key}", language.name());
            }
        }
    }

    #[test]
    fn every_command_permission_and_role_has_its_words() {
        let commands = commands().map(|command| format!("command.{}", command.name));
        let permissions = Permission::ALL.iter().map(|permission| format!("permission.{}", permission.name()));
        let roles = crate::permission::Role::ALL.iter().map(|role| format!("role.{}", role.name()));
        for key in commands.chain(permissions).chain(roles) {
            for language in [Language::Ar, Language::En] {
                assert!(words::find(&key, language).is_some(), "locales/: add {} words for {key}", language.name());
            }
        }
    }
}
