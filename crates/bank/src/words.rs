//! What headers and labels of statements say: the tables in `data/`, looked up after folding.

use kernel::arabic::fold;
use std::sync::LazyLock;

type Group = (&'static str, Vec<String>);

static COLUMNS: LazyLock<Vec<Group>> = LazyLock::new(|| groups(include_str!("../data/columns.tsv")));
static LABELS: LazyLock<Vec<Group>> = LazyLock::new(|| groups(include_str!("../data/words.tsv")));

fn groups(table: &'static str) -> Vec<Group> {
    let lines = table.lines().skip(2).filter_map(|line| line.split_once('\t'));
    lines.map(|(name, words)| (name, words.split('|').map(fold).collect())).collect()
}

/// The column a header names: whole, a line of it, either side of a stroke, or without what stands in brackets.
pub fn column(header: &str) -> Option<&'static str> {
    let without_brackets = header.split(['(', '[']).next().unwrap_or_default();
    let parts = header.split(['\n', '/', '|']).map(|part| part.split(['(', '[']).next().unwrap_or_default());
    [header, without_brackets].into_iter().chain(parts).find_map(|reading| named(&COLUMNS, &fold(reading)))
}

/// What a line that is no movement tells, by its label: `opening`, `closing`, `total`, `currency` or `riyals`.
pub fn label(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    let begins = |word: &String| folded == *word || folded.starts_with(&format!("{word} "));
    LABELS.iter().find(|(_, words)| words.iter().any(begins)).map(|(name, _)| *name)
}

fn named(groups: &[Group], folded: &str) -> Option<&'static str> {
    groups.iter().find(|(_, words)| words.iter().any(|word| word == folded)).map(|(name, _)| *name)
}
