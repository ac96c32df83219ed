//! Manners of the code: no crash outside tests, no sentence outside `locales/`, no address of a screen in the core.

use super::Problem;
use super::source::{Source, Sources, pattern, without_comments};

/// Three Arabic letters in a row are a word; a suffix or a single letter (هـ, م) is not.
const ARABIC_WORD: &str = "[\u{0621}-\u{063A}\u{0641}-\u{064A}]{3,}";

/// Code whose matter is Arabic itself, or data that is Arabic: amounts in words, names of banks and regions.
const MAY_SPEAK_ARABIC: [&str; 8] = [
    "crates/kernel/src/arabic",
    "crates/kernel/src/saudi",
    "crates/intake/src/pairs.rs",
    "crates/intake/src/suspects.rs",
    "/demo/",
    "ui/src/parts/fold.ts",
    "ui/src/parts/names.ts",
    "ui/src/parts/readings.ts",
];

/// What the lints leave: clippy itself watches unwrap, expect, todo and unimplemented.
const CRASHES: &str = r"\b(panic|unreachable)!";

/// Where a screen stands: a path from the root, with or without the mark of the window.
const ROUTE: &str = "^#?/[a-z]";

/// What leads to screens by naming them; hosts and engines have paths of other kinds.
const NAMES_SCREENS: [&str; 3] = ["crates/office/", "crates/features/", "crates/app/"];

pub fn problems(sources: &Sources) -> Vec<Problem> {
    let (word, crashes, route) = (pattern(ARABIC_WORD), pattern(CRASHES), pattern(ROUTE));
    let mut found = Vec::new();
    for source in sources.programs() {
        for hit in crashes.find_iter(&source.rust.code) {
            let mend =
                format!("`{}` would end the program in front of a person; return a Failure instead", hit.as_str());
            found.push(Problem::at(source, source.line_of(hit.start()), mend));
        }
        if NAMES_SCREENS.iter().any(|folder| source.path.starts_with(folder)) {
            for literal in source.rust.literals.iter().filter(|literal| route.is_match(&literal.text)) {
                let mend = "an address of the interface; lead there by a screen of a manifest (`screens!`), whose address \
                            stands in ui/src/<feature>/feature.ts";
                found.push(Problem::at(source, literal.line, mend));
            }
        }
        if !may_speak_arabic(source) {
            for literal in source.rust.literals.iter().filter(|literal| word.is_match(&literal.text)) {
                found.push(sentence(source, literal.line));
            }
        }
    }
    for source in sources.interface().filter(|source| source.path.ends_with(".svelte") || source.path.ends_with(".ts"))
    {
        if source.path.ends_with(".test.ts") || may_speak_arabic(source) {
            continue;
        }
        let text = without_comments(&source.text);
        let mut last = 0;
        for hit in word.find_iter(&text) {
            let line = source.line_of(hit.start());
            if line != last {
                found.push(sentence(source, line));
            }
            last = line;
        }
    }
    found
}

fn may_speak_arabic(source: &Source) -> bool {
    MAY_SPEAK_ARABIC.iter().any(|part| source.path.contains(part))
}

fn sentence(source: &Source, line: usize) -> Problem {
    Problem::at(
        source,
        line,
        "a sentence people read stands in the code; move it to locales/<feature>.yml with its English and name its key here",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        problems(&Sources(vec![Source::new(path, text)])).len()
    }

    #[test]
    fn a_program_does_not_crash_but_a_test_may() {
        for bad in ["panic!(\"no\");", "unreachable!()"] {
            assert_eq!(found("crates/features/loans/src/repay.rs", bad), 1, "must be found: {bad}");
            assert_eq!(
                found(
                    "crates/features/loans/src/repay.rs",
                    &format!("#[cfg(test)]\nmod tests {{ fn f() {{ {bad} }} }}")
                ),
                0,
                "in a test: {bad}"
            );
            assert_eq!(found("crates/database/tests/torture.rs", bad), 0, "in a test file: {bad}");
        }
    }

    #[test]
    fn the_core_knows_no_address() {
        for bad in ["f(\"/funds?review=1\")", "format!(\"/loans/{}\", id)", "f(\"#/backups\")"] {
            assert_eq!(found("crates/features/loans/src/due.rs", bad), 1, "must be found: {bad}");
            assert_eq!(found("crates/sheets/src/xlsx.rs", bad), 0, "a path within a file is none: {bad}");
        }
        for good in ["f(\"// Written\")", "f(\"1/2\")", "f(\"/\")"] {
            assert_eq!(found("crates/office/src/bindings.rs", good), 0, "{good}");
        }
    }

    #[test]
    fn sentences_stand_in_locales() {
        assert_eq!(found("crates/features/loans/src/repay.rs", "f(\"تعذّر الحفظ\")"), 1);
        assert_eq!(found("ui/src/staff/List.svelte", "<h1>فريق العمل</h1>"), 1);
        assert_eq!(found("ui/src/staff/List.svelte", "<!-- فريق العمل -->\n// فريق العمل\n"), 0, "comments may quote");
        assert_eq!(
            found("crates/kernel/src/arabic/tafqeet.rs", "f(\"ألف وخمسمائة\")"),
            0,
            "amounts in words are values, not sentences"
        );
        assert_eq!(found("crates/features/loans/src/repay.rs", "f(\"هـ\")"), 0, "a mark is not a sentence");
    }
}
