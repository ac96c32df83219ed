//! The TypeScript side of the command tables.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use ts_rs::{Config, TS, TypeVisitor};

/// Collects the declarations of every type that a command takes or gives.
pub struct Types {
    config: Config,
    declarations: BTreeMap<String, String>,
    seen: HashSet<TypeId>,
}

impl Default for Types {
    fn default() -> Self {
        // Numbers at the edge stay below 2^53: halalas are bounded by 9·10^14, instants by microseconds of this era.
        Self { config: Config::new().with_large_int("number"), declarations: BTreeMap::new(), seen: HashSet::new() }
    }
}

impl Types {
    /// The name of a type in TypeScript; it and what it is made of are declared on the way.
    pub fn name_of<T: TS + 'static>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }

    /// `export type …` lines, sorted by name.
    pub fn declarations(&self) -> impl Iterator<Item = &str> {
        self.declarations.values().map(String::as_str)
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let declaration = format!("export {}", T::decl(&self.config));
            let name = T::ident(&self.config);
            let before = self.declarations.insert(name.clone(), declaration.clone());
            // The interface has one room of names: two records of one name would be one of them, unnoticed.
            assert!(before.is_none_or(|before| before == declaration), "two types are called {name}: rename one");
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
