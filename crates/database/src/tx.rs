//! The two handles every statement goes through. They hide the engine: no caller sees a connection.

use crate::effort::Effort;
use crate::failures::engine;
use crate::row::Columns;
use crate::{Row, Value};
use kernel::{Failure, Result};
use rusqlite::{CachedStatement, Connection};
use std::ops::Deref;

/// One snapshot of the database: everything read through it was true at the same moment.
pub struct Read<'a> {
    connection: &'a Connection,
}

impl<'a> Read<'a> {
    pub(crate) fn new(connection: &'a Connection) -> Self {
        Self { connection }
    }

    /// Every row, mapped.
    ///
    /// # Errors
    /// What the mapper says, or the engine's failure.
    pub fn rows<T>(
        &self,
        sql: &str,
        values: impl AsRef<[Value]>,
        mut map: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.prepared(sql, values.as_ref())?;
        let columns = Columns::of(&statement);
        let mut rows = statement.raw_query();
        let mut mapped = Vec::new();
        while let Some(row) = rows.next().map_err(|error| engine(&error))? {
            mapped.push(map(&Row::new(row, &columns))?);
        }
        Ok(mapped)
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// As [`rows`](Self::rows).
    pub fn row<T>(
        &self,
        sql: &str,
        values: impl AsRef<[Value]>,
        map: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        // All rows are read, so that a statement that also writes (INSERT … RETURNING) always runs to its end.
        Ok(self.rows(sql, values, map)?.into_iter().next())
    }

    /// The only row.
    ///
    /// # Errors
    /// As [`rows`](Self::rows); [`Failure::Broken`], when there is none: for a row a person may ask for in vain, use
    /// [`row`](Self::row) and say which noun was not found.
    pub fn one<T>(&self, sql: &str, values: impl AsRef<[Value]>, map: impl FnMut(&Row<'_>) -> Result<T>) -> Result<T> {
        self.row(sql, values, map)?.ok_or_else(|| Failure::broken(format!("no row where there must be one: {sql}")))
    }

    fn prepared(&self, sql: &str, values: &[Value]) -> Result<CachedStatement<'a>> {
        let mut statement = self.connection.prepare_cached(sql).map_err(|error| with_sql(&engine(&error), sql))?;
        if statement.parameter_count() != values.len() {
            return Err(Failure::broken(format!(
                "{} values for {} parameters: {sql}",
                values.len(),
                statement.parameter_count()
            )));
        }
        for (place, value) in (1..).zip(values) {
            // A number out of its place would bind each value to another parameter, in silence.
            let named = statement.parameter_name(place).and_then(|name| name.strip_prefix('$')?.parse().ok());
            if named != Some(place) {
                return Err(Failure::broken(format!("parameters are $1 $2 … in order of first appearance: {sql}")));
            }
            statement.raw_bind_parameter(place, value).map_err(|error| engine(&error))?;
        }
        Effort::add(values, !statement.readonly());
        Ok(statement)
    }
}

const NOTHING: [Value; 0] = [];

/// A change under way: everything done through it happens together or not at all.
pub struct Write<'a> {
    read: Read<'a>,
}

impl<'a> Write<'a> {
    pub(crate) fn new(connection: &'a Connection) -> Self {
        Self { read: Read::new(connection) }
    }

    /// Runs a statement that changes something; returns how many rows it changed.
    ///
    /// # Errors
    /// The engine's failure; a refusal, where a trigger of the schema named one.
    pub fn run(&self, sql: &str, values: impl AsRef<[Value]>) -> Result<usize> {
        let mut statement = self.read.prepared(sql, values.as_ref())?;
        statement.raw_execute().map_err(|error| with_sql(&engine(&error), sql))
    }

    /// Does something to learn what would be refused, and undoes it, however it ends; what was done before stays.
    ///
    /// # Errors
    /// What the deed refuses; the engine's failure.
    pub fn tried<T>(&self, deed: impl FnOnce() -> Result<T>) -> Result<T> {
        self.run("SAVEPOINT tried", NOTHING)?;
        let outcome = deed();
        self.run("ROLLBACK TO tried", NOTHING)?;
        self.run("RELEASE tried", NOTHING)?;
        outcome
    }

    /// Does something whole or not at all: what a refused deed has written is undone, what was done before stays.
    ///
    /// # Errors
    /// What the deed refuses; the engine's failure.
    pub fn whole<T>(&self, deed: impl FnOnce() -> Result<T>) -> Result<T> {
        self.run("SAVEPOINT whole", NOTHING)?;
        let outcome = deed();
        if outcome.is_err() {
            self.run("ROLLBACK TO whole", NOTHING)?;
        }
        self.run("RELEASE whole", NOTHING)?;
        outcome
    }
}

impl<'a> Deref for Write<'a> {
    type Target = Read<'a>;

    fn deref(&self) -> &Read<'a> {
        &self.read
    }
}

/// The statement belongs into the log beside the engine's words; its values never do, for they are people's data.
fn with_sql(failure: &Failure, sql: &str) -> Failure {
    match failure {
        Failure::Broken { detail } => Failure::broken(format!("{detail}; in: {sql}")),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Database, values};
    use kernel::{Failure, Result, money::Money};

    fn name(row: &crate::Row<'_>) -> Result<String> {
        row.get("value")
    }

    #[test]
    fn what_is_written_is_read_back_as_it_was() {
        let database = Database::in_memory().unwrap();
        let insert = "INSERT INTO setting (key, value) VALUES ($1, $2) RETURNING value";
        let written = database.write(|tx| tx.one(insert, values!["limit", "نورة"], name)).unwrap();
        assert_eq!(written, "نورة");
        let read =
            |key: &str| database.read(|tx| tx.row("SELECT value FROM setting WHERE key = $1", [key.into()], name));
        assert_eq!(read("limit").unwrap().as_deref(), Some("نورة"));
        assert_eq!(read("other").unwrap(), None);
        let sum = database.read(|tx| tx.one("SELECT $1 + $2 AS sum", values![Money::MAX, 0], |row| row.get("sum")));
        assert_eq!(sum, Ok(Money::MAX));
    }

    #[test]
    fn parameters_out_of_order_or_of_another_kind_are_refused_before_they_bind_wrongly() {
        let database = Database::in_memory().unwrap();
        for sql in ["SELECT $2 AS a, $1 AS b", "SELECT ? AS a, ? AS b", "SELECT ?1 AS a, ?2 AS b", "SELECT $1 AS a"] {
            let refused = database.read(|tx| tx.rows(sql, values![1, 2], |_| Ok(())));
            assert!(matches!(refused, Err(Failure::Broken { .. })), "{sql}");
        }
    }

    #[test]
    fn what_is_only_tried_leaves_nothing_and_what_was_done_before_stays() {
        let database = Database::in_memory().unwrap();
        let count = "SELECT count(*) AS n FROM setting WHERE key LIKE 'try.%'";
        let put = |tx: &crate::Write<'_>, key: &str| {
            tx.run("INSERT INTO setting (key, value) VALUES ($1, '')", values![key]).map(drop)
        };
        let (inside, refused) = database
            .write(|tx| {
                put(tx, "try.before")?;
                let inside = tx.tried(|| {
                    put(tx, "try.one")?;
                    tx.one(count, values![], |row| row.get::<i64>("n"))
                })?;
                let refused = tx.tried(|| {
                    put(tx, "try.two")?;
                    Err::<(), _>(Failure::not_found("setting"))
                });
                put(tx, "try.after")?;
                Ok((inside, refused))
            })
            .unwrap();
        assert_eq!((inside, refused), (2, Err(Failure::not_found("setting"))));
        assert_eq!(database.read(|db| db.one(count, values![], |row| row.get::<i64>("n"))).unwrap(), 2);
    }

    #[test]
    fn a_float_never_comes_out() {
        let database = Database::in_memory().unwrap();
        let halves = database.read(|tx| tx.one("SELECT 1.5 AS half", values![], |row| row.get::<i64>("half")));
        assert!(matches!(halves, Err(Failure::Broken { detail }) if detail.contains("float")));
    }
}
