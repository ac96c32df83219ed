//! Figures in rows.

use std::fmt;
use std::time::{Duration, Instant};

/// The table a run prints.
#[derive(Default)]
pub struct Table {
    rows: Vec<[String; 7]>,
    /// What the disk needs to make a page durable, p99; known once it was measured in this run.
    pub disk: Option<Duration>,
}

/// Durations of the same work, done many times.
pub struct Timings(Vec<Duration>);

impl Timings {
    /// Does the work so many times, after a tenth as many unmeasured ones.
    ///
    /// # Errors
    /// What the work itself says.
    pub fn of(times: usize, mut work: impl FnMut() -> Result<(), String>) -> Result<Self, String> {
        for _ in 0..times.div_ceil(10) {
            work()?;
        }
        let mut timings = Vec::with_capacity(times);
        for _ in 0..times {
            let started = Instant::now();
            work()?;
            timings.push(started.elapsed());
        }
        Ok(Self::from(timings))
    }

    /// The smallest duration that so many of a hundred do not exceed.
    pub fn percentile(&self, hundredths: usize) -> Duration {
        let place = (self.0.len() * hundredths).div_ceil(100).saturating_sub(1);
        self.0.get(place).copied().unwrap_or_default()
    }
}

impl From<Vec<Duration>> for Timings {
    fn from(mut timings: Vec<Duration>) -> Self {
        timings.sort();
        Self(timings)
    }
}

/// What the 99th of a hundred may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Budget {
    /// Measured to be known.
    None,
    Millis(u64),
    /// So much more than the disk's own sync in the same run.
    BesideDisk(u64),
}

impl Table {
    /// Adds timings with their budget.
    pub fn add(&mut self, what: &str, timings: &Timings, budget: Budget) {
        let [median, p99, most] = [50, 99, 100].map(|hundredths| timings.percentile(hundredths));
        let (allowed, said) = match budget {
            Budget::None => (None, String::new()),
            Budget::Millis(millis) => (Some(Duration::from_millis(millis)), format!("{millis} ms")),
            Budget::BesideDisk(millis) => {
                let allowed = self.disk.map(|disk| disk + Duration::from_millis(millis));
                let known = allowed.map_or_else(|| "unknown".to_owned(), milliseconds);
                (allowed, format!("disk p99 + {millis} ms = {known}"))
            }
        };
        let met = allowed.map_or("", |allowed| verdict(p99 <= allowed));
        let [median, p99, most] = [median, p99, most].map(milliseconds);
        self.put([what.to_owned(), timings.0.len().to_string(), median, p99, most, said, met.to_owned()]);
    }

    /// Adds a figure that is no duration.
    pub fn say(&mut self, what: &str, figure: &str, budget: &str, met: Option<bool>) {
        let met = met.map_or("", verdict);
        let empty = String::new;
        self.put([what.to_owned(), empty(), figure.to_owned(), empty(), empty(), budget.to_owned(), met.to_owned()]);
    }
}

impl Table {
    /// Told at once, too: a large office takes its time, and whoever waits sees what there is so far.
    fn put(&mut self, row: [String; 7]) {
        eprintln!("{}: {}", row[0], row[2]);
        self.rows.push(row);
    }
}

const fn verdict(met: bool) -> &'static str {
    if met { "met" } else { "NOT MET" }
}

/// Milliseconds with three decimals, from whole microseconds.
fn milliseconds(time: Duration) -> String {
    let micros = time.as_micros();
    format!("{}.{:03}", micros / 1000, micros % 1000)
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["measurement", "times", "median ms", "p99 ms", "max ms", "budget", "budget is"].map(str::to_owned);
        let all: Vec<_> = std::iter::once(&head).chain(&self.rows).collect();
        let width = |column: usize| all.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let widths: Vec<_> = (0..head.len()).map(width).collect();
        for (number, row) in all.iter().enumerate() {
            let name = format!("{:<1$}", row[0], widths[0]);
            let figures: String = (1..5).map(|column| format!("  {:>1$}", row[column], widths[column])).collect();
            writeln!(f, "{}", format!("{name}{figures}  {:<2$}  {}", row[5], row[6], widths[5]).trim_end())?;
            if number == 0 {
                writeln!(f, "{}", "-".repeat(widths.iter().sum::<usize>() + 12))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_a_duration_that_was_measured() {
        let timings = Timings::from((1..=200).rev().map(Duration::from_millis).collect::<Vec<_>>());
        assert_eq!(timings.percentile(50), Duration::from_millis(100), "half are not longer");
        assert_eq!(timings.percentile(99), Duration::from_millis(198));
        assert_eq!(timings.percentile(100), Duration::from_millis(200), "the longest");
        assert_eq!(Timings::from(vec![]).percentile(99), Duration::ZERO, "nothing measured is nothing");
    }

    #[test]
    fn columns_stand_under_their_heads() {
        let mut table = Table::default();
        table.add("fdatasync", &Timings::from(vec![Duration::from_micros(1234)]), Budget::None);
        let lines: Vec<_> = table.to_string().lines().map(str::to_owned).collect();
        assert!(lines[2].starts_with("fdatasync") && lines[2].contains("1.234"), "{lines:?}");
        assert_eq!(lines[0].find("p99 ms").map(|at| at + 6), lines[0].find("max ms").map(|at| at - 2));
    }

    #[test]
    fn a_budget_is_met_or_plainly_not() {
        let took = |millis| Timings::from(vec![Duration::from_millis(millis)]);
        let mut table = Table { disk: Some(Duration::from_millis(2)), ..Table::default() };
        table.add("a", &took(10), Budget::Millis(10));
        table.add("b", &took(11), Budget::Millis(10));
        table.add("c", &took(7), Budget::BesideDisk(5));
        table.add("d", &took(8), Budget::BesideDisk(5));
        table.say("e", "401 MB", "400 MB", Some(false));
        let verdicts: Vec<_> = table.rows.iter().map(|row| row[6].as_str()).collect();
        assert_eq!(verdicts, ["met", "NOT MET", "met", "NOT MET", "NOT MET"]);
    }
}
