//! What the manifests of the features say (`pub const FEATURE: Feature = Feature { … }`).

use super::Problem;
use super::rust::line_of;
use super::source::{Source, Sources};
use std::collections::BTreeMap;
use syn::{Expr, Item, Lit, Member};

/// A crate whose SQL may name the same tables: a feature, or the office with all that the frame is made of.
#[derive(Default)]
pub struct Room {
    /// Its tables, with the line that says so.
    pub owns: BTreeMap<String, usize>,
    /// Those of its tables and views that others may read.
    pub publishes: BTreeMap<String, usize>,
    /// The file that says so.
    pub manifest: String,
}

pub type Rooms = BTreeMap<String, Room>;

/// The rooms by name, and what could not be read.
pub fn rooms(sources: &Sources) -> (Rooms, Vec<Problem>) {
    let (mut rooms, mut found) = (Rooms::new(), Vec::new());
    for source in sources.programs() {
        let Some(name) = room_of(&source.path) else { continue };
        if source.rust.code.contains("const FEATURE") {
            read(source, rooms.entry(name.to_owned()).or_default(), &mut found);
        }
    }
    (rooms, found)
}

/// Engines below one feature only, and that feature.
const ENGINES: [(&str, &str); 1] = [("ledger", "funds")];

/// The room a file belongs to; none for engines without tables and for hosts.
pub fn room_of(path: &str) -> Option<&str> {
    let path = path.strip_prefix("crates/")?;
    let name = match path.strip_prefix("features/") {
        Some(feature) => feature.split('/').next()?,
        None => path.split('/').next()?,
    };
    Some(ENGINES.iter().find(|(engine, _)| *engine == name).map_or(name, |(_, feature)| feature))
}

fn read(source: &Source, room: &mut Room, found: &mut Vec<Problem>) {
    let file = match syn::parse2::<syn::File>(source.rust.tokens.clone()) {
        Ok(file) => file,
        Err(error) => {
            let mend = format!("the manifest of this feature cannot be read: {error}");
            found.push(Problem::at(source, line_of(error.span()), mend));
            return;
        }
    };
    for item in file.items {
        let Item::Const(item) = item else { continue };
        let Expr::Struct(manifest) = *item.expr else { continue };
        if item.ident != "FEATURE" {
            continue;
        }
        room.manifest.clone_from(&source.path);
        for field in manifest.fields {
            let Member::Named(name) = &field.member else { continue };
            let list = match name.to_string().as_str() {
                "owns" => &mut room.owns,
                "publishes" => &mut room.publishes,
                _ => continue,
            };
            match names(&field.expr) {
                Some(names) => list.extend(names),
                None => found.push(Problem::at(
                    source,
                    line_of(name.span()),
                    format!("`{name}` is read by the check of SQL; write the names here, as texts in `&[…]`"),
                )),
            }
        }
    }
}

/// The texts of `&["…", …]`, with their lines.
fn names(list: &Expr) -> Option<Vec<(String, usize)>> {
    let Expr::Reference(list) = list else { return None };
    let Expr::Array(list) = &*list.expr else { return None };
    let text = |element: &Expr| match element {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some((text.value(), line_of(text.span()))),
            _ => None,
        },
        _ => None,
    };
    list.elems.iter().map(text).collect()
}
