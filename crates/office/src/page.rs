//! Pages of lists that are put together in memory.

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
