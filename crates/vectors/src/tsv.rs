//! The form of `.tsv` files of cases: a remark, the names of the columns, then one case a line.

/// A file taken apart. Every line after the second is a case, with its number in the file.
#[derive(Debug)]
pub struct Table<'a> {
    pub columns: Vec<&'a str>,
    pub cases: Vec<(usize, &'a str)>,
}

/// Takes a file apart.
///
/// # Errors
/// It has not the form; says what is missing.
pub fn table(text: &str) -> Result<Table<'_>, String> {
    let mut lines = text.strip_suffix('\n').unwrap_or(text).split('\n').enumerate();
    match lines.next() {
        Some((_, first)) if first.starts_with('#') => {}
        _ => return Err("the first line must begin with # and say what the file is".into()),
    }
    let Some((_, columns)) = lines.next() else { return Err("the second line must name the columns".into()) };
    let cases: Vec<(usize, &str)> = lines.map(|(index, line)| (index + 1, line)).collect();
    if cases.is_empty() {
        return Err("the file holds no case".into());
    }
    Ok(Table { columns: columns.split('\t').collect(), cases })
}

/// The cells of a case, their escapes read: `\u{HEX}` is that code point and `\\` a backslash.
///
/// # Errors
/// Another number of cells than columns, or an escape that does not exist.
pub fn cells(line: &str, columns: usize) -> Result<Vec<String>, String> {
    let cells: Vec<String> = line.split('\t').map(unescaped).collect::<Result<_, _>>()?;
    if cells.len() == columns { Ok(cells) } else { Err(format!("{} cells in {columns} columns", cells.len())) }
}

fn unescaped(cell: &str) -> Result<String, String> {
    let unknown = || format!("unknown escape in the cell {cell}");
    let mut text = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some((before, escape)) = rest.split_once('\\') {
        text.push_str(before);
        if let Some(after) = escape.strip_prefix('\\') {
            text.push('\\');
            rest = after;
        } else {
            let (hex, after) = escape.strip_prefix("u{").and_then(|code| code.split_once('}')).ok_or_else(unknown)?;
            let code = if hex.starts_with('+') { None } else { u32::from_str_radix(hex, 16).ok() };
            text.push(code.and_then(char::from_u32).ok_or_else(unknown)?);
            rest = after;
        }
    }
    text.push_str(rest);
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read_and_no_others_exist() {
        assert_eq!(cells("a\\u{0020}\\\\u{41}\t\t\\u{1F600}", 3).unwrap(), ["a \\u{41}", "", "😀"]);
        for line in ["\\", "\\n", "\\u", "\\u{", "\\u{}", "\\u{D800}", "\\u{110000}", "\\u{+41}", "\\u{ 41}"] {
            assert!(cells(line, 1).is_err(), "{line}");
        }
        assert!(cells("a\tb", 3).is_err() && cells("a\tb", 1).is_err() && cells("", 2).is_err());
    }

    #[test]
    fn every_line_after_the_second_is_a_case() {
        let table = table("# what\nx\tnote\n# 1\t\n\n  \t\n").unwrap();
        assert_eq!(table.columns, ["x", "note"]);
        assert_eq!(table.cases, [(3, "# 1\t"), (4, ""), (5, "  \t")]);
    }

    #[test]
    fn a_file_without_its_head_or_without_cases_is_an_error() {
        for text in ["", "\n", "x\ny\nz", "\u{FEFF}# what\nx\n1\n", "# what", "# what\n", "# what\nx", "# what\nx\n"] {
            assert!(table(text).is_err(), "{text:?}");
        }
    }
}
