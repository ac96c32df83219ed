//! Names of files that leave the office.

use kernel::arabic::tidy_line;

/// Letters of a name; every file system keeps so many, also in Arabic.
const LONGEST: usize = 80;

/// Names no file may have on some systems, whatever stands behind the dot.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "com", "lpt"];

/// A name a person gave or a record has, as the name of a file on every system: no path, no hidden file, no letter that
/// turns the line round so that `.exe` reads as something else. What is left empty gets `other`.
pub fn safe_file_name(title: &str, ending: &str, other: &str) -> String {
    let bad =
        |letter: char| letter.is_control() || matches!(letter, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let name: String = tidy_line(title).chars().map(|letter| if bad(letter) { ' ' } else { letter }).collect();
    let name: Vec<&str> = name.split_whitespace().collect();
    let name: String = name.join(" ").chars().take(LONGEST).collect();
    let name = name.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    let stem = name.split('.').next().unwrap_or_default().trim().to_lowercase();
    let device = DEVICES.contains(&stem.trim_end_matches(|letter: char| letter.is_ascii_digit()));
    let name = if name.is_empty() { other } else { name };
    if device { format!("_{name}.{ending}") } else { format!("{name}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_file_in_the_folder_that_was_chosen() {
        let said = |title: &str| safe_file_name(title, "xlsx", "table");
        assert_eq!(said("المستفيدون"), "المستفيدون.xlsx");
        assert_eq!(said("../../etc/passwd"), "etc passwd.xlsx");
        assert_eq!(said("C:\\Users\\نوف"), "C Users نوف.xlsx");
        assert_eq!(said("حركات 2026/11/21"), "حركات 2026 11 21.xlsx");
        assert_eq!(said(".bashrc"), "bashrc.xlsx");
        assert_eq!(said("fac\u{202e}xslx.exe"), "facxslx.exe.xlsx", "nothing turns the line round");
        assert_eq!(said("NUL"), "_NUL.xlsx");
        assert_eq!(said("com1.txt"), "_com1.txt.xlsx");
        assert_eq!(said(" \u{0} / "), "table.xlsx");
        assert!(said(&"ط".repeat(400)).chars().count() < 90);
    }
}
