//! Pages of lists: those that are put together in memory, and what a search finds.

use crate::context::Read;
use kernel::Result;
use kernel::arabic::{Reading, readings_with_numbers};
use kernel::saudi::NationalId;

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
/// layout, or nearly so spelled. An identity number is found only whole, and whoever looks for one leaves a line: also in
/// vain, where it can be nothing else. No reading stands for a question without words.
///
/// # Errors
/// What `ask` refuses.
pub fn as_meant<Page>(
    cx: &Read<'_>,
    text: &str,
    nothing: impl Fn(&Page) -> bool,
    ask: impl Fn(Option<&Reading>) -> Result<Page>,
) -> Result<Page> {
    if NationalId::parse(text).is_ok() {
        cx.looked_for(text);
    }
    let mut readings = readings_with_numbers(text).into_iter();
    let mut reading = readings.next();
    let mut page = ask(reading.as_ref())?;
    while nothing(&page)
        && let Some(next) = readings.next()
    {
        page = ask(Some(&next))?;
        reading = Some(next);
    }
    if reading.is_some_and(|reading| reading.is_whole()) && !nothing(&page) {
        cx.looked_for(text);
    }
    Ok(page)
}
