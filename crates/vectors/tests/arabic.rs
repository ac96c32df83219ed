//! The cases of `cases/arabic` all pass, and the runner notices everything that could be wrong.

#![allow(clippy::unwrap_used, reason = "in a test, what goes wrong is to stop it")]

use std::fs;
use std::path::{Path, PathBuf};
use vectors::{Report, run};

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/arabic")
}

/// Columns that are inputs of a rule, and the one for people: all others are compared.
const NOT_COMPARED: [&str; 16] = [
    "input",
    "building_number",
    "year",
    "hijri",
    "amount",
    "n",
    "name_a",
    "name_b",
    "dob_a",
    "dob_b",
    "mobile_a",
    "mobile_b",
    "id_a",
    "id_b",
    "sex_a",
    "sex_b",
];

/// Runs a text as a file of the given name.
fn run_text(name: &str, text: impl AsRef<[u8]>) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    fs::write(&file, text).unwrap();
    run(&[file])
}

fn text_of(name: &str) -> String {
    fs::read_to_string(cases().join(name)).unwrap()
}

#[test]
fn every_case_of_every_file_passes() {
    let report = run(&[cases()]);
    assert_eq!(report.lines, Vec::<String>::new());
    let lines: usize = fs::read_dir(cases())
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap().lines().count() - 2)
        .sum();
    assert_eq!(report.to_string(), format!("{lines} passed, 0 failed"), "every line after the second is a case");
    assert_eq!(fs::read_dir(cases()).unwrap().count(), 15, "every rule has its file");
}

#[test]
fn a_wrong_expectation_in_any_compared_column_fails() {
    for entry in fs::read_dir(cases()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let columns: Vec<&str> = lines[1].split('\t').collect();
        for (column, title) in columns.iter().enumerate() {
            let is_an_input = NOT_COMPARED.contains(title) && (*title != "hijri" || column == 0);
            if is_an_input || *title == "note" {
                continue;
            }
            let mut cells: Vec<&str> = lines[2].split('\t').collect();
            cells[column] = if cells[column] == "0.5" { "0.6" } else { "0.5" };
            let report = run_text(&name, format!("{}\n{}\n{}\n", lines[0], lines[1], cells.join("\t")));
            assert_eq!((report.passed, report.failed), (0, 1), "{name}: the column {title} is not compared");
        }
    }
}

#[test]
fn a_failing_case_is_one_line_with_its_place_and_both_values() {
    let report = run_text("fold.tsv", "# what\ninput\tfolded\tnote\nأحمد\tاحمد\t\nأحمد\tأحمد\tthis is wrong\n");
    assert_eq!((report.passed, report.failed, report.lines.len()), (1, 1, 1));
    let line = &report.lines[0];
    assert!(line.ends_with("fold.tsv:4: folded: expected \"أحمد\", found \"احمد\""), "{line}");
    assert_eq!(report.to_string(), "1 passed, 1 failed");
    let report = run_text("hijri.tsv", "# what\nhijri\tverdict\tgregorian\treason\tnote\n1\\u{A}2\tvalid\t\t\t\n");
    assert_eq!(report.lines.len(), 1);
    assert_eq!(report.lines[0].lines().count(), 1, "a line break in a cell does not break the line: {report:?}");
}

#[test]
fn a_file_that_cannot_be_run_fails() {
    let fold = text_of("fold.tsv");
    assert_eq!(run_text("folds.tsv", &fold).failed, 1, "an unknown name is no pass");
    assert_eq!(run_text("fold.txt", &fold).failed, 1, "nor is another extension");
    assert_eq!(run_text("fold.tsv", fold.replacen("folded", "search", 1)).passed, 0, "other columns");
    assert_eq!(run_text("fold.tsv", "# what\nfolded\tinput\tnote\nا\tا\t\n").passed, 0, "columns in another order");
    assert_eq!(run_text("fold.tsv", "# what\ninput\tfolded\nا\tا\n").passed, 0, "a missing column");
    assert_eq!(run_text("fold.tsv", "").failed, 1, "an empty file");
    assert_eq!(run_text("fold.tsv", "# what\ninput\tfolded\tnote\n").failed, 1, "a file without cases");
    assert_eq!(run_text("fold.tsv", "input\tfolded\tnote\nا\tا\t\n").failed, 1, "no first line");
    assert_eq!(run_text("fold.tsv", b"# what\ninput\tfolded\tnote\n\xff\t\t\n").failed, 1, "not UTF-8");
    assert_eq!(run_text("fold.tsv", "# what\r\ninput\tfolded\tnote\r\nا\tا\t\r\n").passed, 0, "CRLF");
    assert_eq!(run(&[]).failed, 1, "nothing named");
    assert_eq!(run(&[cases().join("nowhere.tsv")]).failed, 1, "a file that does not exist");
    let of_both = run(&[cases().parent().unwrap().to_owned()]);
    assert_eq!(of_both.failed, 0, "folders within a folder are run: {:?}", of_both.lines);
    assert!(of_both.passed > run(&[cases()]).passed, "and none of them is left out");
    assert_eq!(run(&[tempfile::tempdir().unwrap().path().to_owned()]).failed, 1, "an empty folder");
}

#[test]
fn a_case_that_cannot_be_read_fails() {
    let failed = |name: &str, columns: &str, case: &str| run_text(name, format!("# what\n{columns}\n{case}\n")).failed;
    let fold = "input\tfolded\tnote";
    assert_eq!(failed("fold.tsv", fold, "ا\tا"), 1, "a cell is missing");
    assert_eq!(failed("fold.tsv", fold, "ا\tا\t\t"), 1, "a cell too many");
    assert_eq!(failed("fold.tsv", fold, ""), 1, "an empty line is a case");
    assert_eq!(failed("fold.tsv", fold, "\\u{2}\\x\t\t"), 1, "an unknown escape");
    assert_eq!(failed("fold.tsv", fold, "\\u{0623}#\tا\t# with a remark"), 0, "escapes and signs are content");
    assert_eq!(failed("fold.tsv", fold, "# x\tx\t"), 0, "a case may begin with #");
    assert_eq!(failed("plural.tsv", "n\tcategory\ttext\tnote", "-1\tother\t\t"), 1, "not a number to count with");
    assert_eq!(failed("amount_in_words.tsv", "amount\twords\tnote", "1000000000000.00\t\t"), 1, "no words");
    let hijri = "hijri\tverdict\tgregorian\treason\tnote";
    assert_eq!(failed("hijri.tsv", hijri, "1446-01-01\tinvalid\t\tformat\t"), 1, "not a Hijri day at all");
    assert_eq!(failed("hijri.tsv", hijri, "1446/01/01/1\tvalid\t2024-07-07\t\t"), 1, "nor this");
    assert_eq!(failed("hijri.tsv", hijri, "1446/1/01\tvalid\t2024-07-07\t\t"), 1, "the way back has two digits");
    assert_eq!(failed("hijri.tsv", hijri, "1446/01/01\tvalid\t\t\t"), 1, "there is no way back from nothing");
}

#[test]
fn a_name_score_may_be_a_ten_thousandth_off_and_no_more() {
    let text = text_of("name_match.tsv");
    let lines: Vec<&str> = text.lines().collect();
    let case = lines.iter().find(|line| line.contains("\t0.9591\t")).unwrap();
    let with = |score: &str| {
        run_text("name_match.tsv", format!("{}\n{}\n{}\n", lines[0], lines[1], case.replace("0.9591", score)))
    };
    assert_eq!(with("0.9591").failed, 0);
    assert_eq!(with("0.9590").failed, 0, "0.9590875 lies within 0.0001 of it");
    assert_eq!(with("0.9592").failed, 1);
    for text in ["", "x", "-0.9591", "0,9591", "0.9591e0", "99999999999999999999.0"] {
        assert_eq!(with(text).failed, 1, "{text} is no score");
    }
}

#[test]
fn the_program_closes_with_the_count_and_fails_when_a_case_did() {
    let run_program = |path: &Path| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_vectors")).arg(path).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        (output.status.code(), text.lines().last().unwrap_or_default().to_owned())
    };
    assert_eq!(run_program(&cases().join("fold.tsv")), (Some(0), "40 passed, 0 failed".to_owned()));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("fold.tsv"), "# what\ninput\tfolded\tnote\nأ\tا\t\nأ\tب\t\n").unwrap();
    assert_eq!(run_program(folder.path()), (Some(1), "1 passed, 1 failed".to_owned()));
}
