//! Numbers for people: files, loans, requests … each series counts on by one, in the transaction that uses the number, so
//! that none is left out and none is given twice. Vouchers are counted by the ledger, whose rows enforce it.

use crate::context::{Read, Write};
use database::values;
use kernel::Result;

kernel::refusals! {
    /// A series was to go back, or to be removed.
    ONLY_GROW = "numbers.only_grow";
}

/// The year of a series that never begins anew.
pub const FOR_EVER: i64 = 0;

impl Write<'_> {
    /// Takes the next number of a series in a year; the first is 1, or the one after the series' beginning.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn next_number(&self, series: &str, year: i64) -> Result<i64> {
        let sql = "INSERT INTO number_series (series, year, last) VALUES ($1, $2, 1) \
                   ON CONFLICT (series, year) DO UPDATE SET last = number_series.last + 1 RETURNING last";
        self.one(sql, values![series, year], |row| row.get("last"))
    }

    /// A number of the series that came from elsewhere: typed by a person, or brought by an import. The series goes on
    /// after it; one that it has passed already changes nothing.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn number_reached(&self, series: &str, year: i64, number: i64) -> Result<()> {
        let sql = "INSERT INTO number_series (series, year, last) VALUES ($1, $2, $3) \
                   ON CONFLICT (series, year) DO UPDATE SET last = excluded.last WHERE number_series.last < excluded.last";
        self.run(sql, values![series, year, number.max(0)])?;
        Ok(())
    }
}

impl Read<'_> {
    /// The number that is next as things stand; whoever writes first takes it.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn coming_number(&self, series: &str, year: i64) -> Result<i64> {
        let sql = "SELECT last FROM number_series WHERE series = $1 AND year = $2";
        let last: Option<i64> = self.row(sql, values![series, year], |row| row.get("last"))?;
        Ok(last.unwrap_or(0) + 1)
    }
}
