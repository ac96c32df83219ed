//! What the headers and words of an office's tables mean: the tables in `data/`, looked up after folding.

use crate::TableKind;
use kernel::arabic::fold;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// A column a table may have.
#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    /// Without it the table is not read.
    pub must: bool,
    /// The column it is told apart from: without that one its header means the other field.
    pub beside: Option<&'static str>,
    /// It stands in for others: of the balances of an opening either one column or two.
    pub balance: bool,
    /// What its cells hold.
    pub holds: Holds,
    /// What its header may say, folded.
    pub words: Vec<String>,
}

/// What the cells of a column hold, by which a header is believed or doubted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holds {
    Identity,
    Mobile,
    Iban,
    Day,
    Money,
    /// A small whole number.
    Count,
    /// A person's name.
    Name,
    /// A given name alone.
    FirstName,
    YesNo,
    Sex,
    Relation,
    /// Whether a file is open, closed, waits.
    FileState,
    /// Whose the dwelling is.
    Housing,
    /// Debit or credit in words.
    Side,
    /// The code of an account.
    Account,
    /// A number of a file or a paper, with letters or without.
    Code,
    /// One of few words.
    Word,
    Text,
}

impl Holds {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "identity" => Self::Identity,
            "mobile" => Self::Mobile,
            "iban" => Self::Iban,
            "day" => Self::Day,
            "money" => Self::Money,
            "count" => Self::Count,
            "name" => Self::Name,
            "first_name" => Self::FirstName,
            "yes_no" => Self::YesNo,
            "sex" => Self::Sex,
            "relation" => Self::Relation,
            "file_state" => Self::FileState,
            "housing" => Self::Housing,
            "side" => Self::Side,
            "account" => Self::Account,
            "code" => Self::Code,
            "word" => Self::Word,
            "text" => Self::Text,
            _ => return None,
        })
    }
}

/// The words of a group: as listed, and folded.
#[derive(Default)]
struct Group {
    typed: HashMap<&'static str, &'static str>,
    folded: HashMap<String, &'static str>,
    in_order: Vec<(&'static str, String)>,
}

static FIELDS: LazyLock<HashMap<TableKind, Vec<Field>>> = LazyLock::new(|| {
    let mut fields: HashMap<TableKind, Vec<Field>> = HashMap::new();
    for line in lines(include_str!("../data/columns.tsv")) {
        let [table, name, need, holds, words] = line[..] else { continue };
        let (Some(kind), Some(holds)) = (TableKind::named(table), Holds::named(holds)) else { continue };
        let words = words.split('|').map(fold_header).collect();
        fields.entry(kind).or_default().push(Field {
            name,
            must: need == "must",
            beside: need.strip_prefix("beside:"),
            balance: need == "amount",
            holds,
            words,
        });
    }
    fields
});

/// Columns that offices keep and no table of ours has: a header that names one of them is no other field.
static LEFT_OUT: LazyLock<HashMap<TableKind, Vec<Field>>> = LazyLock::new(|| {
    let mut fields: HashMap<TableKind, Vec<Field>> = HashMap::new();
    for line in lines(include_str!("../data/left_out.tsv")) {
        let [table, holds, words] = line[..] else { continue };
        let (Some(kind), Some(holds)) = (TableKind::named(table), Holds::named(holds)) else { continue };
        let words = words.split('|').map(fold_header).collect();
        fields.entry(kind).or_default().push(Field {
            name: "",
            must: false,
            beside: None,
            balance: false,
            holds,
            words,
        });
    }
    fields
});

/// The columns of a kind of table that are known and not imported; they have no name.
pub fn left_out(kind: TableKind) -> &'static [Field] {
    LEFT_OUT.get(&kind).map_or(&[], Vec::as_slice)
}

/// Whether a header says as it is listed what is not imported.
pub fn is_left_out(kind: TableKind, header: &str) -> bool {
    let folded = fold_header(header);
    left_out(kind).iter().any(|field| field.words.contains(&folded))
}

static WORDS: LazyLock<HashMap<&'static str, Group>> = LazyLock::new(|| {
    let mut groups: HashMap<&'static str, Group> = HashMap::new();
    for line in lines(include_str!("../data/words.tsv")) {
        let [group, meaning, words] = line[..] else { continue };
        for typed in words.split('|') {
            let (words, folded) = (groups.entry(group).or_default(), fold(typed));
            // Of two meanings the first listed counts.
            words.typed.entry(typed).or_insert(meaning);
            if !folded.is_empty() {
                words.folded.entry(folded.clone()).or_insert(meaning);
            }
            words.in_order.push((meaning, folded));
        }
    }
    groups
});

/// Every word that a header of a kind of table may say.
static HEADS: LazyLock<HashMap<TableKind, HashSet<&'static str>>> = LazyLock::new(|| {
    let words = |kind: TableKind| fields(kind).iter().flat_map(|field| &field.words).map(String::as_str).collect();
    TableKind::ALL.into_iter().map(|kind| (kind, words(kind))).collect()
});

/// Whether a folded text is a header a table of this kind may have.
pub fn is_a_word(kind: TableKind, folded: &str) -> bool {
    HEADS.get(&kind).is_some_and(|words| words.contains(folded))
}

/// What a letter or two before a point stand for in headers, folded.
static ABBREVIATIONS: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let lines = lines(include_str!("../data/abbreviations.tsv"));
    let pairs = lines.filter_map(|line| Some((fold(line.first()?), line.get(1)?.split('|').map(fold).collect())));
    pairs.collect()
});

/// The words an abbreviation may stand for; folded, as it is given.
pub fn long_forms(short: &str) -> &'static [String] {
    ABBREVIATIONS.get(short).map_or(&[], Vec::as_slice)
}

/// The lines of a table without its comment and its header.
fn lines(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(2).map(|line| line.split('\t').collect())
}

/// A header folded; `#`, of which the fold leaves nothing, stays.
pub fn fold_header(text: &str) -> String {
    if text.trim() == "#" { "#".to_owned() } else { fold(text) }
}

/// The columns a table of this kind may have.
pub fn fields(kind: TableKind) -> &'static [Field] {
    FIELDS.get(&kind).map_or(&[], Vec::as_slice)
}

/// What a typed word means in its group, and whether it is written as listed (or was only understood).
pub fn meaning(group: &str, text: &str) -> Option<(&'static str, bool)> {
    let words = WORDS.get(group)?;
    if let Some(meaning) = words.typed.get(text.trim()) {
        return Some((meaning, true));
    }
    words.folded.get(&fold(text)).map(|meaning| (*meaning, false))
}

/// Whether one of the group's words stands in a folded text as whole words.
pub fn mentions(group: &str, folded: &str) -> bool {
    words(group).any(|(_, word)| contains_words(folded, word))
}

/// The meanings of a group, each once, in the order of the list.
pub fn meanings(group: &str) -> Vec<&'static str> {
    let mut found: Vec<&'static str> = Vec::new();
    for (meaning, _) in words(group) {
        if !found.contains(&meaning) {
            found.push(meaning);
        }
    }
    found
}

/// The folded words of a group with their meanings.
pub fn words(group: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let words = WORDS.get(group).map_or(&[][..], |words| &words.in_order);
    words.iter().map(|(meaning, folded)| (*meaning, folded.as_str()))
}

/// Whether `part` stands in `whole` as whole words; both folded.
pub fn contains_words(whole: &str, part: &str) -> bool {
    let bounds = |at: usize| {
        let (before, after) = (&whole[..at], &whole[at + part.len()..]);
        (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    };
    !part.is_empty() && whole.match_indices(part).any(|(at, _)| bounds(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_whole() {
        for kind in TableKind::ALL {
            assert!(fields(kind).iter().any(|field| field.must), "{kind:?} needs a column it cannot do without");
        }
        for line in lines(include_str!("../data/columns.tsv")) {
            assert!(line.len() == 5 && TableKind::named(line[0]).is_some(), "{line:?}");
            assert!(Holds::named(line[3]).is_some(), "{line:?}");
            let beside = line[2].strip_prefix("beside:");
            let told_apart =
                beside.is_some_and(|other| fields(TableKind::Beneficiaries).iter().any(|field| field.name == other));
            assert!(told_apart || ["must", "may", "amount"].contains(&line[2]), "{line:?}");
        }
        for line in lines(include_str!("../data/words.tsv")) {
            assert_eq!(line.len(), 3, "{line:?}");
        }
    }

    #[test]
    fn words_are_understood_after_folding() {
        assert_eq!(meaning("sex", "أنثى"), Some(("female", true)));
        assert_eq!(meaning("sex", " أنثي "), Some(("female", false)), "understood, but not as it is written");
        assert_eq!(meaning("sex", "غير محدد"), None);
        assert!(mentions("total", &fold("الإجمالي العام")) && !mentions("total", &fold("الإجماليات")));
    }
}
