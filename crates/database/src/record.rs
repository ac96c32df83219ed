//! Rows a struct stands for: its fields are columns of one table. Reading, inserting and updating come from that one list;
//! `office::record!` writes the struct and the list together, so that a new field is named once.

use crate::{Read, Row, Value, Write};
use kernel::Result;

/// A struct whose fields are columns of a table, beside the key. Columns that are no field (what is derived for searches,
/// moments, states) are handed in by whoever writes the row.
pub trait Record: Sized {
    const TABLE: &'static str;
    /// The column that says which row it is.
    const KEY: &'static str;
    const COLUMNS: &'static [&'static str];

    /// # Errors
    /// [`kernel::Failure::Broken`]: a column is missing or holds another kind.
    fn read(row: &Row<'_>) -> Result<Self>;

    /// What each column holds, in the order of [`COLUMNS`](Self::COLUMNS).
    fn values(&self) -> Vec<Value>;
}

/// A column that is no field of the record, with what it is to hold.
pub type Beside<'a> = (&'a str, Value);

impl Read<'_> {
    /// The record under a key.
    ///
    /// # Errors
    /// What the engine or the mapper says.
    pub fn record<R: Record>(&self, key: impl Into<Value>) -> Result<Option<R>> {
        Ok(self.record_and(key, &[], |_| Ok(()))?.map(|(record, ())| record))
    }

    /// The record under a key, with what other columns of its row say.
    ///
    /// # Errors
    /// As [`record`](Self::record).
    pub fn record_and<R: Record, T>(
        &self,
        key: impl Into<Value>,
        others: &[&str],
        mut map: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Option<(R, T)>> {
        let columns = [R::COLUMNS, others].concat().join(", ");
        let sql = format!("SELECT {columns} FROM {} WHERE {} = $1", R::TABLE, R::KEY);
        self.row(&sql, [key.into()], |row| Ok((R::read(row)?, map(row)?)))
    }
}

impl Write<'_> {
    /// Writes a new row.
    ///
    /// # Errors
    /// What the engine refuses.
    pub fn insert_record<R: Record>(&self, key: impl Into<Value>, record: &R, beside: &[Beside<'_>]) -> Result<()> {
        let (columns, values) = laid(record, beside);
        let columns: Vec<&str> = [R::KEY].into_iter().chain(columns).collect();
        let places: Vec<String> = (1..=columns.len()).map(|place| format!("${place}")).collect();
        let sql = format!("INSERT INTO {} ({}) VALUES ({})", R::TABLE, columns.join(", "), places.join(", "));
        let values: Vec<Value> = [key.into()].into_iter().chain(values).collect();
        self.run(&sql, values)?;
        Ok(())
    }

    /// Writes the record over what its row says; returns whether there is such a row.
    ///
    /// # Errors
    /// What the engine refuses.
    pub fn update_record<R: Record>(&self, key: impl Into<Value>, record: &R, beside: &[Beside<'_>]) -> Result<bool> {
        let (columns, mut values) = laid(record, beside);
        let sets: Vec<String> = (1..).zip(&columns).map(|(place, column)| format!("{column} = ${place}")).collect();
        let sql = format!("UPDATE {} SET {} WHERE {} = ${}", R::TABLE, sets.join(", "), R::KEY, sets.len() + 1);
        values.push(key.into());
        Ok(self.run(&sql, values)? > 0)
    }
}

fn laid<'a, R: Record>(record: &R, beside: &[Beside<'a>]) -> (Vec<&'a str>, Vec<Value>) {
    let mut columns = R::COLUMNS.to_vec();
    let mut values = record.values();
    columns.extend(beside.iter().map(|(column, _)| *column));
    values.extend(beside.iter().map(|(_, value)| value.clone()));
    (columns, values)
}

/// What a column is to hold for a field.
pub fn value_of<T: Clone + Into<Value>>(field: &T) -> Value {
    field.clone().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Database;

    /// As `office::record!` writes it.
    #[derive(Debug, PartialEq)]
    struct Setting {
        value: String,
    }

    impl Record for Setting {
        const TABLE: &'static str = "setting";
        const KEY: &'static str = "key";
        const COLUMNS: &'static [&'static str] = &["value"];

        fn read(row: &Row<'_>) -> Result<Self> {
            Ok(Self { value: row.get("value")? })
        }

        fn values(&self) -> Vec<Value> {
            vec![value_of(&self.value)]
        }
    }

    #[test]
    fn a_record_is_inserted_read_and_updated_by_its_own_list() {
        let database = Database::in_memory().unwrap();
        let text = |value: &str| Setting { value: value.to_owned() };
        database
            .write(|tx| {
                tx.insert_record("a", &text("one"), &[])?;
                tx.insert_record("b", &text("other"), &[])?;
                assert!(tx.update_record("a", &text("two"), &[])?);
                assert!(!tx.update_record("none", &text("two"), &[])?, "there is no such row");
                assert!(tx.insert_record("a", &text("three"), &[]).is_err(), "a key is given once");
                assert_eq!(tx.record("a")?, Some(text("two")));
                assert_eq!(tx.record("b")?, Some(text("other")), "other rows stay");
                assert_eq!(tx.record::<Setting>("none")?, None);
                let and = tx.record_and::<Setting, String>("a", &["key"], |row| row.get("key"))?;
                assert_eq!(and, Some((text("two"), "a".to_owned())));
                Ok(())
            })
            .unwrap();
    }

    #[test]
    fn columns_beside_the_fields_are_written_too() {
        /// A row of which only the key is given.
        struct Bare;
        impl Record for Bare {
            const TABLE: &'static str = "setting";
            const KEY: &'static str = "key";
            const COLUMNS: &'static [&'static str] = &[];
            fn read(_: &Row<'_>) -> Result<Self> {
                Ok(Self)
            }
            fn values(&self) -> Vec<Value> {
                Vec::new()
            }
        }
        let database = Database::in_memory().unwrap();
        let written = database.write(|tx| {
            tx.insert_record("a", &Bare, &[("value", "one".into())])?;
            tx.update_record("a", &Bare, &[("value", "two".into())])?;
            tx.record::<Setting>("a")
        });
        assert_eq!(written, Ok(Some(Setting { value: "two".to_owned() })));
    }
}
