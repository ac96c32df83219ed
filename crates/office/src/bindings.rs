//! The TypeScript side of the command tables, as one text.

use crate::feature::Features;
use crate::types::Types;
use std::fmt::Write;

/// Types, the commands with their inputs and outputs, their kinds, what each shows or touches, and the screens that are led
/// to with what each is asked.
pub fn bindings(features: Features) -> String {
    let mut types = Types::default();
    types.name_of::<crate::command::Kind>();
    types.name_of::<crate::permission::Role>();
    let mut commands = String::new();
    let mut kinds = String::new();
    let mut views = String::new();
    for command in features.commands() {
        let (input, output) = (command.types)(&mut types);
        let touched: Vec<String> = command.views.iter().map(|view| format!("'{}'", view.0)).collect();
        // Writing into a string cannot fail.
        let _ = writeln!(commands, "  '{}': {{ input: {input}; output: {output} }};", command.name);
        let _ = writeln!(kinds, "  '{}': '{}',", command.name, command.kind.name());
        let _ = writeln!(views, "  '{}': [{}],", command.name, touched.join(", "));
    }
    let mut screens = String::new();
    for screen in features.screens() {
        let _ = writeln!(screens, "  '{}': {};", screen.name, (screen.asks)(&mut types));
    }
    let names: Vec<String> = features.screens().map(|screen| format!("'{}'", screen.name)).collect();
    let permissions: Vec<String> =
        features.permissions().map(|permission| format!("'{}'", permission.name())).collect();
    let shown: Vec<String> = features.views().map(|view| format!("'{}'", view.0)).collect();
    let declarations: Vec<&str> = types.declarations().collect();
    format!(
        "// Written by `cargo xtask bindings` from the command tables of the features. Do not edit.\n\n{}\n\n\
         export type View = {};\n\nexport type Permission = {};\n\n\
         /** What each screen is asked. */\nexport interface Screens {{\n{screens}}}\n\n\
         export const screens = [{}] as const satisfies readonly (keyof Screens)[];\n\nexport interface Commands {{\n{commands}}}\n\n\
         export const kinds = {{\n{kinds}}} as const satisfies Record<keyof Commands, Kind>;\n\n\
         export const views: Record<keyof Commands, readonly View[]> = {{\n{views}}};\n",
        declarations.join("\n"),
        shown.join(" | "),
        permissions.join(" | "),
        names.join(", "),
    )
}
