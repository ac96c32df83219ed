//! Every paper has a picture that a person has looked at.

use super::Problem;
use super::listed::Listed;
use super::source::Sources;

/// Papers from before this rule, by the file they are set with.
const WITHOUT: &str = include_str!("golden.txt");
const WITHOUT_PATH: &str = "crates/xtask/src/check/golden.txt";

/// The pictures, by their names without the folder.
pub fn problems(sources: &Sources, pictures: &[String]) -> Vec<Problem> {
    problems_beside(sources, pictures, WITHOUT)
}

fn problems_beside(sources: &Sources, pictures: &[String], without: &str) -> Vec<Problem> {
    let without = Listed::read(WITHOUT_PATH, without);
    let mut found = Vec::new();
    for paper in sources.of("crates/", ".typ").filter(|source| source.path.contains("/src/")) {
        let name = paper.path.rsplit('/').next().and_then(|file| file.strip_suffix(".typ")).unwrap_or_default();
        // `receipt_arabic_1.png`, or `loan_receipt_arabic_1.png`.
        let shows =
            |picture: &String| picture.starts_with(&format!("{name}_")) || picture.contains(&format!("_{name}_"));
        let is_set = sources.of("crates/papers/tests/", ".rs").any(|test| {
            test.rust.literals.iter().any(|literal| literal.text.ends_with(&format!("/papers/{name}.typ")))
        });
        let is_seen = is_set && pictures.iter().any(shows);
        if !is_seen && !without.allows(&paper.path) {
            let mend = format!(
                "this paper has no golden page; set it in crates/papers/tests/golden.rs with `assert_pages(\"{name}_…\", …)` and look at the picture"
            );
            found.push(Problem::at(paper, 1, mend));
        }
    }
    found.extend(without.stale());
    found
}

#[cfg(test)]
mod tests {
    use super::super::source::Source;
    use super::*;

    const PAPER: (&str, &str) = ("crates/features/loans/src/papers/receipt.typ", "= Receipt");
    const TEST: (&str, &str) = (
        "crates/papers/tests/helpers/mod.rs",
        "const RECEIPT: &str = include_str!(\"../../../features/loans/src/papers/receipt.typ\");",
    );

    fn found(files: &[(&str, &str)], pictures: &[&str], without: &str) -> Vec<String> {
        let sources = Sources(files.iter().map(|(path, text)| Source::new(path, text)).collect());
        let pictures: Vec<_> = pictures.iter().map(|name| (*name).to_owned()).collect();
        problems_beside(&sources, &pictures, without).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_paper_nobody_has_looked_at_is_found() {
        assert!(found(&[PAPER, TEST], &["receipt_arabic_1.png"], "").is_empty());
        assert!(found(&[PAPER, TEST], &["loan_receipt_arabic_1.png"], "").is_empty());
        assert_eq!(found(&[PAPER, TEST], &["voucher_1.png"], "").len(), 1, "no picture");
        assert_eq!(found(&[PAPER], &["receipt_arabic_1.png"], "").len(), 1, "a picture that nothing compares with");
        assert!(found(&[PAPER], &[], PAPER.0).is_empty(), "from before the rule");
        assert!(
            found(&[PAPER, TEST], &["receipt_1.png"], PAPER.0)[0].contains("golden.txt:1:"),
            "the list only shrinks"
        );
    }
}
