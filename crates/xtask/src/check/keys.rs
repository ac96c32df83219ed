//! Words: every key that is used exists, every key that exists is used, and both languages say the same.

use super::Problem;
use super::commands::command_names;
use super::rust::texts;
use super::source::{Source, Sources, pattern, without_comments};
use crate::words::{PLURALS, Word, Words};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

pub fn problems(sources: &Sources, words: &Words) -> Vec<Problem> {
    let uses = uses(sources);
    let mut found = languages(words);
    found.extend(plurals(words));
    found.extend(missing(sources, &uses, words));
    found.extend(missing_refusals(sources, words));
    found.extend(unused(sources, &uses, words));
    found
}

/// A place in the code that names a key, or a family of keys where part of it is put together while running.
struct Use<'a> {
    source: &'a Source,
    line: usize,
    /// As written; `${…}` and `{…}` stand for whatever comes there.
    written: String,
    in_the_interface: bool,
    /// Handed straight to `t`, `tn` or `has`: a key for certain. Other dotted names (test names, permissions, stored
    /// preferences) only look like keys.
    asked_for: bool,
}

fn uses(sources: &Sources) -> Vec<Use<'_>> {
    let mut found = Vec::new();
    // One lower-case dotted name, possibly with holes. Expressions within a hole hold no quote and no brace.
    let in_quotes = pattern(r#"['"`]((?:[a-z0-9_]|\$\{[^}'"`]*\})+(?:\.(?:[a-z0-9_]|\$\{[^}'"`]*\})+)+)['"`]"#);
    for source in
        sources.interface().filter(|source| !source.path.ends_with(".css") && !source.path.ends_with(".test.ts"))
    {
        let text = without_comments(&source.text);
        let mut from = 0;
        // The closing quote of one text may be the opening quote the next match needs; step by step, not by find_iter.
        while let Some(hit) = in_quotes.captures_at(&text, from) {
            let Some((whole, key)) = hit.get(0).zip(hit.get(1)) else { break };
            found.push(Use {
                source,
                line: source.line_of(key.start()),
                written: key.as_str().to_owned(),
                in_the_interface: true,
                asked_for: is_argument(&text[..whole.start()]),
            });
            from = whole.end() - 1;
        }
    }
    let dotted = pattern(r"^(?:[a-z0-9_]|\{[a-z0-9_.:?]*\})+(?:\.(?:[a-z0-9_]|\{[a-z0-9_.:?]*\})+)*$");
    for source in sources.programs() {
        for literal in
            source.rust.literals.iter().filter(|literal| dotted.is_match(&literal.text) && literal.text.contains('.'))
        {
            found.push(Use {
                source,
                line: literal.line,
                written: literal.text.clone(),
                in_the_interface: false,
                asked_for: false,
            });
        }
    }
    found
}

/// Whether the text before a quote calls for words.
fn is_argument(before: &str) -> bool {
    ["t(", "tn(", "has("].iter().any(|call| {
        before
            .strip_suffix(call)
            .is_some_and(|rest| !rest.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_'))
    })
}

/// The same sentence in both languages: something in each, with the same holes.
fn languages(words: &Words) -> Vec<Problem> {
    let mut found = Vec::new();
    for (key, word) in words {
        // A mark beside a date or a number may exist in one language only; a sentence may not.
        let longest = word.ar.chars().count().max(word.en.chars().count());
        if (word.ar.trim().is_empty() || word.en.trim().is_empty()) && longest != 1 {
            found.push(in_words(word, format!("`{key}` is empty in one language; write it")));
        }
        let (ar, en) = (holes(&word.ar), holes(&word.en));
        // «ريال واحد» names its number in a word; only the open-ended forms must carry it.
        let counted = key.rsplit('.').next().is_some_and(|last| ["zero", "one", "two"].contains(&last));
        if ar != en && !counted {
            found.push(in_words(
                word,
                format!("`{key}` has other placeholders in Arabic ({}) than in English ({})", list(&ar), list(&en)),
            ));
        }
    }
    found
}

fn holes(sentence: &str) -> BTreeSet<&str> {
    sentence.split("%{").skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

fn list(names: &BTreeSet<&str>) -> String {
    if names.is_empty() { "none".to_owned() } else { names.iter().copied().collect::<Vec<_>>().join(", ") }
}

/// The base keys of counted nouns, with the endings each has.
fn counted(words: &Words) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut bases: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for key in words.keys() {
        if let Some((base, ending)) = key.rsplit_once('.')
            && PLURALS.contains(&ending)
        {
            bases.entry(base).or_default().insert(ending);
        }
    }
    // A lone `other` (a choice in a list) or `one` is a word like any; the few and the many exist only in counting.
    bases.retain(|_, endings| endings.contains("few") || endings.contains("many") || endings.len() > 2);
    bases
}

fn plurals(words: &Words) -> Vec<Problem> {
    let mut found = Vec::new();
    for (base, endings) in counted(words) {
        let lacking: Vec<_> = PLURALS.iter().filter(|ending| !endings.contains(*ending)).copied().collect();
        if !lacking.is_empty()
            && let Some(word) = endings.first().and_then(|ending| words.get(&format!("{base}.{ending}")))
        {
            found.push(in_words(
                word,
                format!("the counted noun `{base}` lacks {}; Arabic counts in six forms", lacking.join(", ")),
            ));
        }
    }
    found
}

/// Names in the interface that look like keys and lead nowhere.
fn missing(sources: &Sources, uses: &[Use<'_>], words: &Words) -> Vec<Problem> {
    let rooms: BTreeSet<&str> = words.keys().filter_map(|key| key.split('.').next()).collect();
    let commands = command_names(sources);
    let counted = counted(words);
    let mut found = Vec::new();
    for used in uses.iter().filter(|used| used.in_the_interface && used.asked_for) {
        let written = used.written.as_str();
        let begins_as_a_key = written.split('.').next().is_some_and(|room| rooms.contains(room));
        if !begins_as_a_key || commands.contains(written) || is_a_refusal_code(written, words) {
            continue;
        }
        let leads_somewhere = counted.contains_key(written)
            || Pattern::of(written).is_some_and(|pattern| words.keys().any(|key| pattern.covers(key)));
        if !leads_somewhere {
            found.push(Problem::at(
                used.source,
                used.line,
                format!("`{written}` has no words; add the key to locales/ with ar and en, or correct it here"),
            ));
        }
    }
    found
}

fn is_a_refusal_code(written: &str, words: &Words) -> bool {
    words.contains_key(&format!("refusal.{written}"))
}

/// Every code declared with `refusals!` has its sentence.
fn missing_refusals(sources: &Sources, words: &Words) -> Vec<Problem> {
    let mut found = Vec::new();
    for (source, line, code) in refusals(sources) {
        if !words.contains_key(&format!("refusal.{code}")) {
            let file = code.split('.').next().unwrap_or_default();
            let mend = format!(
                "the refusal `{code}` has no words; add `refusal.{code}` with ar and en to locales/{file}.yml, saying how to mend it"
            );
            found.push(Problem::at(source, line, mend));
        }
    }
    found
}

fn refusals(sources: &Sources) -> Vec<(&Source, usize, String)> {
    let declared = |source| calls_of(source).map(move |(line, code)| (source, line, code));
    sources.programs().flat_map(declared).collect()
}

fn calls_of(source: &Source) -> impl Iterator<Item = (usize, String)> {
    source.rust.calls("refusals").into_iter().flat_map(|body| texts(&body))
}

/// Rooms whose words are written before the screen that reads them. This list only shrinks.
const BEFORE_THEIR_SCREEN: &[&str] = &["kernel.instalment."];

/// Words nobody reads.
fn unused(sources: &Sources, uses: &[Use<'_>], words: &Words) -> Vec<Problem> {
    let counted = counted(words);
    let patterns: Vec<_> = uses.iter().filter_map(|used| Pattern::of(&used.written)).collect();
    let exact: BTreeSet<&str> = uses.iter().map(|used| used.written.as_str()).collect();
    let codes: BTreeSet<String> = refusals(sources).into_iter().map(|(_, _, code)| format!("refusal.{code}")).collect();
    let trees = trees(sources);
    let is_used = |key: &str| {
        let base = key.rsplit_once('.').map(|(base, _)| base).filter(|base| counted.contains_key(base));
        [Some(key), base].into_iter().flatten().any(|key| {
            exact.contains(key)
                || patterns.iter().any(|pattern| pattern.has_holes && pattern.covers(key))
                || codes.contains(key)
                || trees.iter().any(|tree| key.strip_prefix(tree.as_str()).is_some_and(|rest| rest.starts_with('.')))
        })
    };
    words
        .iter()
        // A refusal without a code is unused; with one it is used, however the code travels.
        .filter(|(key, _)| {
            if BEFORE_THEIR_SCREEN.iter().any(|room| key.starts_with(room)) {
                false
            } else if key.starts_with("refusal.") {
                !codes.contains(*key) && !exact.contains(key.as_str())
            } else {
                !is_used(key)
            }
        })
        .map(|(key, word)| {
            in_words(word, format!("`{key}` is used nowhere; remove it, or name it where it was meant to be read"))
        })
        .collect()
}

/// Papers take all words below a key at once: `words::tree("audit.paper", language)`.
fn trees(sources: &Sources) -> BTreeSet<String> {
    sources.programs().flat_map(|source| source.rust.arguments("tree")).collect()
}

/// A key with holes.
struct Pattern {
    regex: Option<Regex>,
    exact: String,
    has_holes: bool,
}

impl Pattern {
    /// None for a name that is nothing but holes: it would cover everything and prove nothing.
    fn of(written: &str) -> Option<Self> {
        let has_holes = written.contains('{');
        let mut expression = String::from("^");
        let mut fixed = 0;
        let mut rest = written;
        while let Some(open) = rest.find('{') {
            let before = rest[..open].trim_end_matches('$');
            fixed += before.trim_matches('.').len();
            expression.push_str(&regex::escape(before));
            expression.push_str("[a-z0-9_.]+");
            rest = rest[open..].find('}').map_or("", |close| &rest[open + close + 1..]);
        }
        fixed += rest.trim_matches('.').len();
        expression.push_str(&regex::escape(rest));
        expression.push('$');
        let regex = has_holes.then(|| pattern(&expression));
        (fixed > 0).then(|| Self { regex, exact: written.to_owned(), has_holes })
    }

    fn covers(&self, key: &str) -> bool {
        self.regex.as_ref().map_or(self.exact == key, |regex| regex.is_match(key))
    }
}

fn in_words(word: &Word, mend: String) -> Problem {
    Problem { file: word.file.clone(), line: 1, mend }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(files: &[(&str, &str)], words: &[(&str, &str, &str)]) -> Vec<String> {
        let sources = Sources(files.iter().map(|(path, text)| Source::new(path, text)).collect());
        let word =
            |ar: &str, en: &str| Word { ar: ar.to_owned(), en: en.to_owned(), file: "locales/staff.yml".to_owned() };
        let words = words.iter().map(|(key, ar, en)| ((*key).to_owned(), word(ar, en))).collect();
        problems(&sources, &words).iter().map(ToString::to_string).collect()
    }

    const LIST: &str = "ui/src/staff/List.svelte";
    const TITLE: (&str, &str, &str) = ("staff.title", "فريق العمل", "People");

    #[test]
    fn a_key_that_leads_nowhere_is_found_where_it_is_used() {
        let problems = found(&[(LIST, "\n{t('staff.titel')} {t('staff.title')}")], &[TITLE]);
        assert_eq!(problems.len(), 1, "one of the two is right: {problems:?}");
        assert!(problems[0].starts_with("ui/src/staff/List.svelte:2:") && problems[0].contains("staff.titel"));
    }

    #[test]
    fn a_word_nobody_reads_is_found() {
        let problems = found(&[(LIST, "<!-- staff.title --> 'other.thing'")], &[TITLE]);
        assert_eq!(problems.len(), 1);
        assert!(problems[0].contains("used nowhere"), "{problems:?}");
    }

    #[test]
    fn a_key_put_together_while_running_uses_its_family() {
        let family = [("role.finance", "مالي", "Finance"), ("role.committee", "لجنة", "Committee")];
        assert!(found(&[(LIST, "t(`role.${person.role}`)")], &family).is_empty());
        assert!(
            found(&[("crates/office/src/staff/list.rs", "word(&format!(\"role.{role}\"))")], &family).is_empty(),
            "Rust puts keys together too"
        );
        assert_eq!(found(&[(LIST, "t(`rolle.${role}`)")], &family).len(), 2, "a family nobody names is unused");
        assert_eq!(
            found(&[(LIST, "t(`role.${role}`) + t(`role.${role}.hint`)")], &family).len(),
            1,
            "a family that does not exist is missing"
        );
    }

    #[test]
    fn a_command_is_not_a_key() {
        let table = (
            "crates/office/src/staff/mod.rs",
            "crate::commands! { \"staff\",\n    read list (Nothing) -> People, needs StaffView, shows [Staff];\n}",
        );
        assert!(found(&[table, (LIST, "call('staff.list', {}); t('staff.title')")], &[TITLE]).is_empty());
    }

    #[test]
    fn every_refusal_has_its_sentence_and_every_sentence_its_refusal() {
        let rules =
            ("crates/office/src/staff/rules.rs", "kernel::refusals! {\n    LAST = \"staff.last_administrator\";\n}");
        assert!(
            found(&[rules], &[])[0].contains("`refusal.staff.last_administrator`"),
            "the message names the key to add"
        );
        assert!(found(&[rules], &[("refusal.staff.last_administrator", "أ", "a")]).is_empty());
        assert_eq!(found(&[], &[("refusal.staff.gone", "أ", "a")]).len(), 1);
    }

    #[test]
    fn both_languages_have_the_same_placeholders() {
        let problems =
            found(&[(LIST, "t('staff.title')")], &[("staff.title", "فريق %{name}", "Team of %{association}")]);
        assert!(
            problems.len() == 1 && problems[0].contains("name") && problems[0].contains("association"),
            "{problems:?}"
        );
    }

    #[test]
    fn a_sentence_is_written_in_both_languages() {
        assert_eq!(found(&[(LIST, "t('staff.title')")], &[("staff.title", "فريق العمل", "")]).len(), 1);
        assert!(found(&[(LIST, "t('staff.mark')")], &[("staff.mark", "م", "")]).is_empty(), "a mark may be missing");
    }

    #[test]
    fn a_counted_noun_has_six_forms() {
        let some = [
            ("staff.count.one", "شخص واحد", "one person"),
            ("staff.count.few", "%{n} أشخاص", "%{n} people"),
            ("staff.count.other", "%{n} شخص", "%{n} people"),
        ];
        let problems = found(&[(LIST, "tn('staff.count', 3)")], &some);
        assert!(problems.len() == 1 && problems[0].contains("zero, two, many"), "{problems:?}");
    }
}
