//! What a thread has asked of the engine so far. A command runs on the thread that calls it, so the difference of two looks
//! is what it cost, whatever the machine is doing besides: measurements and tests compare that.

use crate::Value;
use std::cell::Cell;

/// Statements run, and bytes of the values handed to those that write; numbers count eight each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effort {
    pub statements: u64,
    pub written: u64,
}

thread_local! {
    static SO_FAR: Cell<Effort> = const { Cell::new(Effort { statements: 0, written: 0 }) };
}

impl Effort {
    /// Of this thread, since it began.
    pub fn so_far() -> Self {
        SO_FAR.get()
    }

    pub fn since(self, earlier: Self) -> Self {
        Self { statements: self.statements - earlier.statements, written: self.written - earlier.written }
    }

    pub(crate) fn add(values: &[Value], writes: bool) {
        let written = if writes { values.iter().map(length).sum() } else { 0 };
        let before = SO_FAR.get();
        SO_FAR.set(Self { statements: before.statements + 1, written: before.written + written });
    }
}

fn length(value: &Value) -> u64 {
    let bytes = match value {
        Value::Null => 0,
        Value::Integer(_) => 8,
        Value::Text(text) => text.len(),
        Value::Blob(bytes) => bytes.len(),
    };
    bytes as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Database, values};

    #[test]
    fn what_is_asked_is_counted_and_only_what_is_written_is_weighed() {
        let database = Database::in_memory().unwrap();
        let begun = Effort::so_far();
        database
            .write(|tx| {
                tx.run("INSERT INTO setting (key, value) VALUES ($1, $2)", values!["limit", "نورة"])?;
                tx.rows("SELECT value FROM setting WHERE key = $1", values!["limit"], |_| Ok(()))
            })
            .unwrap();
        assert_eq!(Effort::so_far().since(begun), Effort { statements: 2, written: 5 + 8 });
    }
}
