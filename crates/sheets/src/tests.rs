use super::*;
use crate::refusals::*;
use kernel::{Failure, Money};
use proptest::prelude::*;
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
const BOOK: &str =
    r#"<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="ورقة" sheetId="1" r:id="a"/></sheets></workbook>"#;
const LINKS: &str = r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/s.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="/xl/strings.xml"/><Relationship Id="c" Type="x/styles" Target="styles.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet><numFmts count="1"><numFmt numFmtId="165" formatCode="yyyy/mm/dd"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/></cellXfs></styleSheet>"#;
const STRINGS: &str = r#"<sst uniqueCount="99999999999"><si><t>نورة &amp; &#1605;</t></si><si><r><t>من</t></r><r><t xml:space="preserve"> هنا</t></r><rPh><t>x</t></rPh></si></sst>"#;

fn xlsx_of(sheet: &str) -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", TYPES),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
        ("xl/strings.xml", STRINGS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/s.xml", sheet),
    ])
}

const SHEET: &str = r#"<worksheet><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>=1+1</t></is></c></row>
<row r="3"><c r="A3" t="s"><v>1</v></c><c t="n"><v>1388.8899999999999</v></c><c s="1"><v>45601</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><f>SUM(B1:B2)</f><v>7</v></c><c><f>NOW()</f></c></row>
<row><c r="B4"><v>2</v></c></row><row r="5"/><row r="6"><c r="A6"><v>3</v></c></row>
</sheetData><mergeCells><mergeCell ref="A3:A6"/><mergeCell ref="A1:B1"/></mergeCells></worksheet>"#;

const ODS: &str = r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="ورقة">
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>نورة<text:s text:c="2"/><text:span>سالم</text:span></text:p><office:annotation><text:p>سر</text:p></office:annotation></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="12.50"><text:p>12.5</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-11-05T10:00:00"><text:p>x</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row>
<table:table-row table:number-rows-repeated="1048573"><table:table-cell/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;

fn ods_of(content: &str) -> Vec<u8> {
    packed(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)])
}

fn read_all(bytes: &[u8]) -> Result<Workbook> {
    read(bytes, "ملف.csv", &Limits::default())
}

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

fn number(text: &str) -> Cell {
    Cell::Number(text.into())
}

fn refused_as(bytes: &[u8]) -> &'static str {
    match read_all(bytes) {
        Err(Failure::Refused(refusal)) => refusal.code.0,
        other => panic!("should be refused: {other:?}"),
    }
}

#[test]
fn an_xlsx_is_read_as_it_is_shown() {
    let book = read_all(&xlsx_of(SHEET)).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!(sheet.name, "ورقة");
    assert_eq!(sheet.rows[0], [text("نورة & م"), Cell::Empty, text("=1+1")], "entities are resolved, texts stay texts");
    assert_eq!(
        sheet.rows[2],
        [
            text("من هنا"),
            number("1388.89"),
            Cell::Day("2024-11-05".parse().unwrap()),
            Cell::Bool(true),
            Cell::Error("#REF!".into()),
            number("7"),
            text("=NOW()"),
        ],
        "a formula is read as its last value, and as text where none was left"
    );
    assert_eq!(sheet.rows[3], [text("من هنا"), number("2")], "a merged cell counts for all its rows");
    assert!(sheet.rows[4].is_empty(), "but not for a blank row");
    assert_eq!(sheet.rows[5], [number("3")], "nor over a value of its own");
    assert_eq!(sheet.merged_into, [(3, 0)].into(), "and it is told which cells got their value so");
    assert_eq!(sheet.spanning, [(0, 0)].into());
}

#[test]
fn an_ods_is_read_as_it_is_shown() {
    let book = read_all(&ods_of(ODS)).unwrap();
    let day = Cell::Day("2024-11-05".parse().unwrap());
    assert_eq!(book.sheets[0].rows.len(), 3, "a million blank rows below take no room");
    assert_eq!(book.sheets[0].rows[2], [text("نورة  سالم"), number("12.5"), number("12.5"), day, Cell::Bool(true)]);
}

#[test]
fn a_csv_is_read_in_any_usual_encoding_and_with_any_usual_delimiter() {
    let content = "رقم;الاسم;ملاحظات\r\n1;نورة;\"سطر\nثانٍ; \"\"نعم\"\"\"\r\n\r\n2;سارة;1,5\n";
    let rows = [
        vec![text("رقم"), text("الاسم"), text("ملاحظات")],
        vec![text("1"), text("نورة"), text("سطر\nثانٍ; \"نعم\"")],
        vec![],
        vec![text("2"), text("سارة"), text("1,5")],
    ];
    let utf16: Vec<u8> = content.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16_be: Vec<u8> = content.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let encodings = [
        content.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", content.as_bytes()].concat(),
        [b"\xff\xfe".as_slice(), &utf16].concat(),
        utf16,
        utf16_be,
        encoding_rs::WINDOWS_1256.encode(content).0.into_owned(),
    ];
    for bytes in encodings {
        let book = read_all(&bytes).unwrap();
        assert_eq!((book.sheets[0].name.as_str(), book.sheets[0].rows.as_slice()), ("ملف.csv", rows.as_slice()));
    }
    let named = read_all("sep=|\r\na|b,c,d\r\ne|f,g,h\r\n".as_bytes()).unwrap();
    assert_eq!(named.sheets[0].rows[1], [text("a"), text("b,c,d")], "the line that names it keeps its row number");
}

#[test]
fn rows_of_a_csv_keep_their_numbers_whatever_ends_the_lines() {
    for end in ["\n", "\r\n", "\r"] {
        for last in ["", end] {
            let content = format!("{end}{end}a,b{end}{end}{end}\"c{end}{end}d\",e{end}{end}f,g{last}");
            let rows = read_all(content.as_bytes()).unwrap().sheets.remove(0).rows;
            let quoted = format!("c{end}{end}d");
            let expected = [
                vec![],
                vec![],
                vec![text("a"), text("b")],
                vec![],
                vec![],
                vec![text(&quoted), text("e")],
                vec![],
                vec![text("f"), text("g")],
            ];
            assert_eq!(rows, expected, "{content:?}: blank lines count, those within quotation marks do not");
        }
    }
}

#[test]
fn a_quotation_mark_within_a_field_is_a_letter() {
    let content = "كشف \"غراس;;\nم;الاسم;العدد\n1;نورة \"أم سالم\";\"2\"0\n2;\"سارة; \"\"هند\"\"\";3\n";
    let rows = read_all(content.as_bytes()).unwrap().sheets.remove(0).rows;
    assert_eq!(rows[0], [text("كشف \"غراس")], "a mark left open in a title hides no delimiter");
    assert_eq!(rows[2], [text("1"), text("نورة \"أم سالم\""), text("20")], "what follows a closing mark is kept");
    assert_eq!(rows[3], [text("2"), text("سارة; \"هند\""), text("3")]);

    let rows = read_all(b"a,b\nend\n\"c\",\"end\"\nend").unwrap().sheets.remove(0).rows;
    assert_eq!(rows[3], [text("end")], "a last line that reads like our own mark is the file's");
    assert_eq!(refused_as(b"a,b\nc,d\nend\n\"end"), QUOTE_OPEN.0);
    assert_eq!(refused_as(b"a,b\nc,\"\n"), QUOTE_OPEN.0, "a mark left open at the very end counts too");
}

#[test]
fn hostile_files_are_refused_by_name() {
    let limits = Limits::default();
    let big = "ا".repeat(200_000);
    let one_cell = |content: &str| {
        xlsx_of(&format!("<w><sheetData><row><c t=\"inlineStr\"><is><t>{content}</t></is></c></row></sheetData></w>"))
    };
    let cases: Vec<(&str, Vec<u8>)> = vec![
        (EMPTY.0, Vec::new()),
        (EMPTY.0, b"\xef\xbb\xbf \r\n".to_vec()),
        (EMPTY.0, xlsx_of("<worksheet><sheetData/></worksheet>")),
        (TOO_LARGE.0, vec![b'a'; limits.file_bytes + 1]),
        (KIND_UNKNOWN.0, b"%PDF-1.7".to_vec()),
        (KIND_UNKNOWN.0, b"<html><table>".to_vec()),
        (KIND_UNKNOWN.0, b"\0\0\x01\0abc".to_vec()),
        (KIND_UNKNOWN.0, packed(&[("word/document.xml", "<a/>")])),
        (OLD_OR_LOCKED.0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()),
        (DAMAGED.0, b"PK\x03\x04 and then nothing".to_vec()),
        (DAMAGED.0, xlsx_of("<worksheet><sheetData><row><c><v>1")),
        (DAMAGED.0, xlsx_of(r#"<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>"#)),
        (DAMAGED.0, one_cell("&mine;")),
        (MACROS.0, packed(&[("[Content_Types].xml", TYPES), ("xl/vbaProject.bin", "x")])),
        (MACROS.0, packed(&[("[Content_Types].xml", "<Types ContentType='a.sheet.macroEnabled.main+xml'/>")])),
        (MACROS.0, packed(&[("mimetype", "x"), ("content.xml", "x"), ("Basic/Standard/M.xml", "x")])),
        (UNPACKS_TOO_LARGE.0, one_cell(&" ".repeat(2 << 20))),
        (TOO_MANY_ROWS.0, xlsx_of(r#"<w><sheetData><row r="1048576"><c><v>1</v></c></row></sheetData></w>"#)),
        (TOO_MANY_COLUMNS.0, xlsx_of(r#"<w><sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></w>"#)),
        (TOO_MANY_COLUMNS.0, ods_of(&ODS.replace("repeated=\"2\" office", "repeated=\"99999\" office"))),
        (
            TOO_MANY_ROWS.0,
            ods_of(&ODS.replacen(
                "<table:table-row><",
                "<table:table-row table:number-rows-repeated=\"4000000000\"><",
                1,
            )),
        ),
        (CELL_TOO_LONG.0, format!("a,b\n{big},c\n").into_bytes()),
        (QUOTE_OPEN.0, b"a,b\n\"c,d\ne,f\n".to_vec()),
        (TOO_MANY_COLUMNS.0, vec![b','; 3 << 20]),
    ];
    for (code, bytes) in cases {
        assert_eq!(refused_as(&bytes), code);
    }
    assert_eq!(read(b"a,b", "x.XLSM", &limits), Err(MACROS.into()));
}

#[test]
fn a_text_pointed_at_from_everywhere_stays_within_bounds() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "abcdefghij".repeat(20_000));
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(900);
    let sheet = format!("<w><sheetData>{}</sheetData></w>", format!("<row>{cells}</row>").repeat(3));
    let limits = Limits { unpack_ratio: 10_000, ..Limits::default() };
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
        ("xl/strings.xml", strings.as_str()),
        ("xl/worksheets/s.xml", sheet.as_str()),
    ];
    assert_eq!(read(&packed(&parts), "x.xlsx", &limits), Err(UNPACKS_TOO_LARGE.into()));
}

#[test]
fn what_another_reader_finds_we_find() {
    use calamine::{Data, Reader, open_workbook_from_rs};
    let bytes = write_xlsx(&example()).unwrap();
    let mut theirs: calamine::Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.clone())).unwrap();
    let range = theirs.worksheet_range("كشف").unwrap();
    let ours = read_all(&bytes).unwrap();
    for (row, column, cell) in range.cells() {
        let expected = match cell {
            Data::Empty => Cell::Empty,
            Data::String(string) => text(string),
            Data::Float(float) => Cell::Number(float.to_string().into()),
            Data::DateTime(date) => Cell::Day(Epoch::From1900.day(date.as_f64() as i64).unwrap()),
            other => panic!("the example holds no {other:?}"),
        };
        assert_eq!(ours.sheets[0].cell(row, column), &expected, "row {row}, column {column}");
    }
}

fn example() -> Table {
    let column = |title: &str, kind| Column { title: title.to_owned(), kind };
    Table {
        title: "كشف".to_owned(),
        columns: vec![
            column("الاسم", ColumnKind::Text),
            column("العدد", ColumnKind::Whole),
            column("المبلغ", ColumnKind::Money),
            column("التاريخ", ColumnKind::Day),
        ],
        rows: vec![
            vec![
                Value::Text("=HYPERLINK(\"x\")".to_owned()),
                Value::Whole(3),
                Value::Money(Money::from(-123_456_789)),
                Value::Day("2026-10-31".parse().unwrap()),
            ],
            vec![
                Value::Text("نورة، \"سالم\"".to_owned()),
                Value::Empty,
                Value::Money(Money::from(5)),
                Value::Day("1899-12-31".parse().unwrap()),
            ],
        ],
    }
}

#[test]
fn a_table_written_is_read_again() {
    let rows = read_all(&write_xlsx(&example()).unwrap()).unwrap().sheets.remove(0).rows;
    let day = Cell::Day("2026-10-31".parse().unwrap());
    assert_eq!(rows[1], [text("=HYPERLINK(\"x\")"), number("3"), number("-1234567.89"), day]);
    assert_eq!(rows[2], [text("نورة، \"سالم\""), Cell::Empty, number("0.05"), text("1899-12-31")]);

    let csv = write_csv(&example());
    assert!(csv.starts_with(b"\xef\xbb\xbf") && csv.ends_with(b"\r\n"));
    let shown = String::from_utf8(csv.clone()).unwrap();
    assert!(
        shown.contains("\r\n\"'=HYPERLINK(\"\"x\"\")\",3,-1234567.89,2026-10-31\r\n") || shown.contains("'=HYPERLINK")
    );
    let rows = read_all(&csv).unwrap().sheets.remove(0).rows;
    assert_eq!(rows[1][0], text("=HYPERLINK(\"x\")"), "the protecting apostrophe is ours and comes off again");
}

#[test]
fn a_text_longer_than_a_cell_is_cut_with_a_mark() {
    let mut table = example();
    table.title = "[كشف]: 2026/10 'أ' \\ طويل جدا جدا جدا جدا".to_owned();
    table.rows = vec![vec![Value::Text("م".repeat(40_000))]];
    let rows = read_all(&write_xlsx(&table).unwrap()).unwrap().sheets.remove(0).rows;
    let shown = rows[1][0].text().into_owned();
    assert_eq!(shown.chars().count(), 32_767);
    assert!(shown.ends_with('…'));
}

/// How many mutated files each reader is given: few with every test run, `SHARAKA_FUZZ=100000` before a release.
fn inputs() -> u32 {
    std::env::var("SHARAKA_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(400)
}

/// Bytes put in place of others, at positions counted as parts of the whole.
fn mutated(mut bytes: Vec<u8>, changes: &[(u16, u8, Vec<u8>)]) -> Vec<u8> {
    for (at, cut, with) in changes {
        let start = bytes.len() * usize::from(*at) / 65_536;
        let end = (start + usize::from(*cut)).min(bytes.len());
        bytes.splice(start..end, with.iter().copied());
    }
    bytes
}

fn changes() -> impl Strategy<Value = Vec<(u16, u8, Vec<u8>)>> {
    let pieces = prop::sample::select(vec![
        "",
        "<",
        ">",
        "/>",
        "\"",
        "&",
        "&#0;",
        "&#x110000;",
        "<c>",
        "</c>",
        "<row r=\"0\">",
        "r=\"ZZZ9\"",
        "-1",
        "99999999999999999999",
        "1e308",
        "<v>",
        "</sheetData>",
        "<![CDATA[",
        "<!--",
        "<?",
        "<!DOCTYPE a>",
        "\u{0}",
        "table:number-columns-repeated=\"4294967295\"",
        "<text:s text:c=\"4294967295\"/>",
        "<table:table>",
        ";",
        "\r",
        "<mergeCell ref=\"A1:XFD1048576\"/>",
        "s=\"4294967295\"",
        "t=\"s\"",
        "_x0041_",
        "sep=",
        "\t",
        "|",
        "'=",
        "é",
    ]);
    let with =
        prop_oneof![pieces.prop_map(|piece| piece.as_bytes().to_vec()), prop::collection::vec(any::<u8>(), 0..4),];
    prop::collection::vec((any::<u16>(), prop_oneof![Just(0u8), 0u8..6, any::<u8>()], with), 1..6)
}

/// Reads and judges only that it ended, in time, in a workbook or a refusal that has words.
fn ends_well(bytes: &[u8]) {
    let began = Instant::now();
    match read_all(bytes) {
        Ok(book) => assert!(!book.sheets.is_empty()),
        Err(Failure::Refused(refusal)) => assert!(REFUSALS.contains(&refusal.code), "{refusal:?}"),
        Err(other) => panic!("not a refusal: {other:?}"),
    }
    assert!(began.elapsed() < Duration::from_secs(2), "a file may not hang the reader");
}

fn part_mutated(part: &str, text: &str, changes: &[(u16, u8, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
        ("xl/strings.xml", STRINGS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/s.xml", SHEET),
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (part, text),
    ];
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts.iter().filter(|(name, _)| *name == part || !parts[7..].iter().any(|p| p.0 == *name)) {
        if zip.start_file(*name, stored).is_err() {
            continue;
        }
        let bytes = content.as_bytes().to_vec();
        let bytes = if *name == part { mutated(bytes, changes) } else { bytes };
        zip.write_all(&bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: inputs(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutated_sheets_of_an_xlsx_end_well(which in 0usize..5, changes in changes()) {
        let (part, text) = [
            ("xl/worksheets/s.xml", SHEET), ("xl/strings.xml", STRINGS), ("xl/styles.xml", STYLES),
            ("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", LINKS),
        ][which];
        ends_well(&part_mutated(part, text, &changes));
    }

    #[test]
    fn mutated_sheets_of_an_ods_end_well(changes in changes()) {
        ends_well(&part_mutated("content.xml", ODS, &changes));
    }

    #[test]
    fn mutated_archives_end_well(ods in any::<bool>(), changes in changes()) {
        let bytes = if ods { ods_of(ODS) } else { xlsx_of(SHEET) };
        ends_well(&mutated(bytes, &changes));
    }

    #[test]
    fn mutated_text_tables_end_well(arabic in any::<bool>(), changes in changes()) {
        let content = "رقم;الاسم;ملاحظات\r\n1;نورة;\"سطر\nثانٍ\"\r\n2;سارة;'=1+1\n";
        let bytes = if arabic { encoding_rs::WINDOWS_1256.encode(content).0.into_owned() } else { content.into() };
        ends_well(&mutated(bytes, &changes));
    }

    #[test]
    fn texts_come_back_from_a_csv_as_they_went(texts in prop::collection::vec("[=+@'\\-\t \"a-cأ-ي,;\r\n]{0,6}", 2..5)) {
        let columns = (0..texts.len()).map(|n| Column { title: format!("ع{n}"), kind: ColumnKind::Text }).collect();
        let rows = vec![texts.iter().cloned().map(Value::Text).collect(); 3];
        let read = read_all(&write_csv(&Table { title: String::new(), columns, rows })).unwrap();
        for (column, text) in texts.iter().enumerate() {
            // A blank cell holds nothing.
            let kept = if Cell::Text(text.as_str().into()).is_blank() { "" } else { text.as_str() };
            prop_assert_eq!(read.sheets[0].cell(2, column).text(), kept);
        }
    }
}
