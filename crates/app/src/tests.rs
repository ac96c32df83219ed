//! What must be true of all features together.

use crate::FEATURES;
use office::command::{Kind, Need};
use office::permission::Role;
use office::words::{self, Language};
use std::collections::BTreeSet;

#[test]
fn every_permission_and_every_table_has_one_feature() {
    let (mut permissions, mut tables) = (BTreeSet::new(), BTreeSet::new());
    for permission in FEATURES.permissions() {
        assert!(permissions.insert(permission.name()), "{} is declared twice", permission.name());
    }
    for feature in FEATURES.all() {
        for table in feature.owns {
            assert!(tables.insert(*table), "{table} has two owners, {} is one of them", feature.name);
        }
    }
}

#[test]
fn every_view_a_command_names_is_one_that_some_feature_shows() {
    let views: BTreeSet<_> = FEATURES.views().collect();
    for command in FEATURES.commands() {
        for view in command.views {
            assert!(views.contains(view), "{} names {}: no manifest has it among its views", command.name, view.0);
        }
    }
}

#[test]
fn every_command_has_one_name_and_its_feature_stands_before_the_point() {
    let mut names = BTreeSet::new();
    for command in FEATURES.commands() {
        assert!(names.insert(command.name), "{} stands in two tables", command.name);
        assert!(command.name.starts_with(&format!("{}.", command.feature)), "{}", command.name);
    }
}

#[test]
fn every_write_names_a_permission() {
    for command in FEATURES.commands().filter(|command| command.kind == Kind::Write) {
        let named = matches!(command.need, Need::Permission(_));
        assert!(named, "{} changes things: give it `needs <Permission>` in its table", command.name);
    }
}

/// Permissions that verbs ask for themselves, and why no command can.
const WITHIN_VERBS: &[(&str, &str)] =
    &[("requests.restricted", "whether one restricted request is there for somebody depends on the request")];

#[test]
fn every_permission_is_asked_for_by_some_command() {
    for permission in FEATURES.permissions() {
        let asked = FEATURES.commands().any(|command| command.need == Need::Permission(permission));
        let within = WITHIN_VERBS.iter().any(|(name, _)| *name == permission.name());
        // A step above a limit is decided by the command of the one below it.
        let used = asked || within || FEATURES.steps().any(|step| step.decides == permission);
        assert!(used, "{} guards nothing: remove it from its feature, or use it", permission.name());
    }
}

#[test]
fn every_approval_has_a_name_of_its_own_and_tasks_with_words() {
    super::learn_words();
    let mut names = BTreeSet::new();
    for step in FEATURES.steps() {
        assert!(names.insert(step.name), "{} is declared twice", step.name);
        assert!((1..=9).contains(&step.needed), "{}", step.name);
        for kept_from in step.kept_from {
            assert!(FEATURES.find(kept_from).is_some(), "{}: no command {kept_from}", step.name);
        }
        let keys = [step.task].into_iter().chain(step.told);
        for key in keys.flat_map(|kind| ["tasks", "tasks.why", "tasks.open"].map(|of| format!("{of}.{kind}"))) {
            for language in [Language::Ar, Language::En] {
                assert!(words::find(&key, language).is_some(), "locales/: add {} words for {key}", language.name());
            }
        }
    }
}

#[test]
fn every_gate_stands_before_a_step_that_asks_for_it() {
    let gated: BTreeSet<&str> = FEATURES.all().flat_map(|feature| feature.gated).copied().collect();
    for step in &gated {
        assert!(FEATURES.find(step).is_some(), "{step} is gated and no command");
    }
    for feature in FEATURES.all() {
        for step in feature.gates.iter().flat_map(|gate| gate.before) {
            assert!(gated.contains(step), "{}: nobody asks what must hold before {step}", feature.name);
        }
    }
}

#[test]
fn every_refusal_has_its_sentence_in_both_languages_and_every_code_is_its_own() {
    super::learn_words();
    let mut codes = BTreeSet::new();
    for code in FEATURES.refusals() {
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
    super::learn_words();
    let commands = FEATURES.commands().map(|command| format!("command.{}", command.name));
    let permissions = FEATURES.permissions().map(|permission| format!("permission.{}", permission.name()));
    let roles = Role::ALL.iter().map(|role| format!("role.{}", role.name()));
    for key in commands.chain(permissions).chain(roles) {
        for language in [Language::Ar, Language::En] {
            assert!(words::find(&key, language).is_some(), "locales/: add {} words for {key}", language.name());
        }
    }
}

#[test]
fn every_screen_that_is_led_to_has_one_name_and_is_asked_what_its_command_is_asked() {
    let mut names = BTreeSet::new();
    for feature in FEATURES.all() {
        for screen in feature.screens {
            let mine = screen.name.strip_prefix(feature.name).is_some_and(|rest| rest.starts_with('.'));
            assert!(mine && names.insert(screen.name), "{}: {}", feature.name, screen.name);
            let Some(command) = FEATURES.find(screen.name) else { continue };
            let mut types = office::types::Types::default();
            let (input, asks) = ((command.types)(&mut types).0, (screen.asks)(&mut types));
            assert_eq!(asks, input, "{} bears the name of a command and is asked something else", screen.name);
        }
    }
}
