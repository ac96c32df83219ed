//! Pages of lists: those that are put together in memory, and what a search finds.

use kernel::Result;
use kernel::arabic::{Reading, readings};

/// Lines of a page where none are asked for, and the most of one.
const PAGE: i64 = 100;
const LARGEST_PAGE: i64 = 500;

/// How many lines a page holds.
pub fn limit_of(asked: Option<i64>) -> i64 {
    asked.unwrap_or(PAGE).clamp(1, LARGEST_PAGE)
}

/// The lines of one page.
pub fn page_of<T>(lines: Vec<T>, offset: i64, limit: Option<i64>) -> Vec<T> {
    let whole = |number: i64| usize::try_from(number.max(0)).unwrap_or(usize::MAX);
    lines.into_iter().skip(whole(offset)).take(whole(limit_of(limit))).collect()
}

/// What a question finds as it was typed; where that is nothing, what it finds as it was meant: in the other keyboard
/// layout, or nearly so spelled. No reading stands for a question without words.
///
/// # Errors
/// What `ask` refuses.
pub fn as_meant<Page>(
    text: &str,
    nothing: impl Fn(&Page) -> bool,
    ask: impl Fn(Option<&Reading>) -> Result<Page>,
) -> Result<Page> {
    let mut readings = readings(text).into_iter();
    let mut page = ask(readings.next().as_ref())?;
    while nothing(&page)
        && let Some(reading) = readings.next()
    {
        page = ask(Some(&reading))?;
    }
    Ok(page)
}
