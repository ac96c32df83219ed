//! Accessibility, by axe-core.

use crate::page::Page;
use serde_json::Value;
use std::path::Path;

impl Page {
    /// What axe-core finds wrong on the screen as it is now: one line per place, empty when all is well.
    ///
    /// # Panics
    /// When axe-core is not installed (`npm ci` in ui/) or does not run.
    pub async fn violations(&self) -> Vec<String> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}; run npm ci in ui/", path.display()));
        self.script(&format!("if (!window.axe) {{ {axe} }}")).await;
        let run = "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'] })\
                   .then((found) => done({ violations: found.violations }), (error) => done({ failed: String(error) }));";
        let found = self.script_async(run).await;
        assert!(found["failed"].is_null(), "axe-core did not run: {}", found["failed"]);
        let rules = found["violations"].as_array().cloned().unwrap_or_default();
        rules.iter().flat_map(lines).collect()
    }
}

/// One line per place: rule, weight, where, and what to do.
fn lines(rule: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().trim().replace('\n', " ");
    let nodes = rule["nodes"].as_array().cloned().unwrap_or_default();
    let line = |node: &Value| {
        format!(
            "{} ({}) at {}: {}",
            text(&rule["id"]),
            text(&rule["impact"]),
            node["target"],
            text(&node["failureSummary"])
        )
    };
    nodes.iter().map(line).collect()
}
