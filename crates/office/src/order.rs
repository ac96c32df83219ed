//! The order a list is asked for in, and how lines made in memory are put into it.

use kernel::arabic::compare;
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use ts_rs::TS;

/// By which column, by its key, and from which end.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Order {
    pub by: String,
    pub down: bool,
}

/// What a line is ranked by in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rank<'a> {
    Number(i64),
    Text(&'a str),
    /// Nothing stands there: last, whichever end is first.
    Empty,
}

impl<'a> From<&'a str> for Rank<'a> {
    fn from(text: &'a str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl<'a> From<&'a String> for Rank<'a> {
    fn from(text: &'a String) -> Self {
        text.as_str().into()
    }
}

impl From<i64> for Rank<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Rank<'_> {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<Money> for Rank<'_> {
    fn from(amount: Money) -> Self {
        Self::Number(amount.halalas())
    }
}

impl From<Day> for Rank<'_> {
    fn from(day: Day) -> Self {
        Self::Number(day.number().into())
    }
}

impl<T: Into<Self>> From<Option<T>> for Rank<'_> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// Puts lines in the order that is asked for. Equal lines stay as they were; so do all of them where none is asked for, or
/// a column the list is not ordered by.
pub fn in_order<L>(lines: &mut [L], order: Option<&Order>, rank: impl for<'l> Fn(&'l L, &str) -> Option<Rank<'l>>) {
    let Some(order) = order else { return };
    if lines.first().is_none_or(|line| rank(line, &order.by).is_none()) {
        return;
    }
    lines.sort_by(|one, other| {
        let (one, other) = (rank(one, &order.by), rank(other, &order.by));
        match (one.unwrap_or(Rank::Empty), other.unwrap_or(Rank::Empty)) {
            (Rank::Empty, Rank::Empty) => Ordering::Equal,
            (Rank::Empty, _) => Ordering::Greater,
            (_, Rank::Empty) => Ordering::Less,
            (one, other) if order.down => ranked(&other, &one),
            (one, other) => ranked(&one, &other),
        }
    });
}

fn ranked(one: &Rank<'_>, other: &Rank<'_>) -> Ordering {
    match (one, other) {
        (Rank::Number(one), Rank::Number(other)) => one.cmp(other),
        (Rank::Text(one), Rank::Text(other)) => compare(one, other),
        _ => Ordering::Equal,
    }
}

/// The statement's order for a column, from a list of column keys and what each is ordered by. `nulls` come last whichever
/// end is first. The list's own order where none is asked for, or a column it is not ordered by.
pub fn order_by(order: Option<&Order>, columns: &[(&str, &str)], own: &str, last: &str) -> String {
    let asked = order.and_then(|order| {
        let (_, expression) = columns.iter().find(|(key, _)| *key == order.by)?;
        let end = if order.down { " DESC" } else { "" };
        Some(match expression.strip_suffix('?') {
            Some(nullable) => format!("ORDER BY {nullable} IS NULL, {nullable}{end}, {last}{end}"),
            None => format!("ORDER BY {expression}{end}, {last}{end}"),
        })
    });
    asked.unwrap_or_else(|| format!("ORDER BY {own}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(key: &str, down: bool) -> Option<Order> {
        Some(Order { by: key.to_owned(), down })
    }

    #[test]
    fn what_is_empty_stands_last_from_either_end() {
        let mut lines = vec![("ب", Some(2)), ("أ", None), ("ج", Some(1))];
        fn rank<'l>(line: &'l (&'static str, Option<i64>), key: &str) -> Option<Rank<'l>> {
            match key {
                "name" => Some(Rank::from(line.0)),
                "number" => Some(line.1.into()),
                _ => None,
            }
        }
        let names = |lines: &[(&str, Option<i64>)]| lines.iter().map(|line| line.0).collect::<String>();
        in_order(&mut lines, by("number", true).as_ref(), rank);
        assert_eq!(names(&lines), "بجأ");
        in_order(&mut lines, by("number", false).as_ref(), rank);
        assert_eq!(names(&lines), "جبأ");
        in_order(&mut lines, by("colour", false).as_ref(), rank);
        assert_eq!(names(&lines), "جبأ", "a column nobody knows changes nothing");
        in_order(&mut lines, by("name", false).as_ref(), rank);
        assert_eq!(names(&lines), "أبج");
    }

    #[test]
    fn a_statement_orders_by_columns_of_its_own_list_only() {
        let columns = [("name", "name_fold"), ("review", "next_review_on?")];
        let said = |order: Option<Order>| order_by(order.as_ref(), &columns, "name_fold, party", "party");
        assert_eq!(said(None), "ORDER BY name_fold, party");
        assert_eq!(said(by("review", true)), "ORDER BY next_review_on IS NULL, next_review_on DESC, party DESC");
        assert_eq!(said(by("1; DROP TABLE party", false)), "ORDER BY name_fold, party");
    }
}
