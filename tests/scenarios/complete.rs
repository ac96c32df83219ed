//! No command without a story.

use std::path::Path;

#[test]
fn every_command_appears_in_a_scenario() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut stories = String::new();
    for entry in std::fs::read_dir(folder).expect("the scenarios") {
        let path = entry.expect("an entry").path();
        if path.file_name().is_some_and(|name| name != "complete.rs") {
            stories.push_str(&std::fs::read_to_string(path).expect("a story"));
        }
    }
    for command in app::FEATURES.commands() {
        let told = stories.contains(&format!("\"{}\"", command.name));
        assert!(told, "{} has no story: tell one in tests/scenarios", command.name);
    }
}
