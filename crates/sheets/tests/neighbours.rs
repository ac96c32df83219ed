//! What goes wrong in one file goes wrong in its neighbours: small workbooks, each with one habit of some program.

#![allow(clippy::unwrap_used, reason = "a test may stop where a file is not as it should be")]

use sheets::{Cell, Epoch, Limits, Sheet, Workbook};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const MAIN: &str =
    r#"<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="ورقة" sheetId="1" r:id="a"/></sheets></workbook>"#;

/// A workbook of one sheet with these cells, styles and properties.
fn xlsx(main: &str, styles: &str, cells: &str) -> Sheet {
    let links = r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/s.xml"/><Relationship Id="c" Type="x/styles" Target="styles.xml"/></Relationships>"#;
    let sheet = format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>");
    let bytes = packed(&[
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", main),
        ("xl/_rels/workbook.xml.rels", links),
        ("xl/styles.xml", &format!("<styleSheet>{styles}</styleSheet>")),
        ("xl/worksheets/s.xml", &sheet),
    ]);
    read(&bytes, "x.xlsx").sheets.remove(0)
}

fn ods(before: &str, tables: &str) -> Workbook {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:draw="d" xmlns:style="s" xmlns:calcext="c">{before}<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
    read(&packed(&[("mimetype", mimetype), ("content.xml", &content)]), "x.ods")
}

/// The cells of an ods of one row.
fn ods_row(cells: &str) -> Vec<Cell> {
    let table = format!(r#"<table:table table:name="أ"><table:table-row>{cells}</table:table-row></table:table>"#);
    ods("", &table).sheets.remove(0).rows.pop().unwrap_or_default()
}

fn read(bytes: &[u8], name: &str) -> Workbook {
    sheets::read(bytes, name, &Limits::default()).unwrap()
}

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

fn number(text: &str) -> Cell {
    Cell::Number(text.into())
}

fn day(text: &str) -> Cell {
    Cell::Day(text.parse().unwrap())
}

const DAYS: &str = r#"<numFmts><numFmt numFmtId="165" formatCode="yyyy/mm/dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/></cellXfs>"#;

#[test]
fn a_workbook_of_1904_counts_from_there_whatever_stands_beside_it() {
    let second = r#"<extLst><ext><x15:workbookPr date1904="0" chartTrackingRefBase="1"/></ext></extLst>"#;
    for (properties, epoch) in [
        (r#"<workbookPr date1904="1"/>"#, Epoch::From1904),
        (r#"<workbookPr date1904="true"/>"#, Epoch::From1904),
        (r#"<workbookPr date1904="0"/>"#, Epoch::From1900),
        ("<workbookPr/>", Epoch::From1900),
        (&format!(r#"<workbookPr date1904="1"/>{second}"#), Epoch::From1904),
        (r#"<workbookPr date1904="1"/><workbookPr/>"#, Epoch::From1904),
        (r#"<workbookPr/><extLst><ext><x:workbookPr date1904="1"/></ext></extLst>"#, Epoch::From1900),
    ] {
        let main = MAIN.replace("<workbookPr/>", properties);
        let sheet = xlsx(&main, DAYS, r#"<c s="1"><v>29687</v></c><c><v>29687</v></c><c s="1"><v>-5</v></c>"#);
        let expected = if epoch == Epoch::From1904 { "1985-04-12" } else { "1981-04-11" };
        assert_eq!(sheet.epoch, epoch, "{properties}");
        assert_eq!(sheet.rows[0], [day(expected), number("29687"), number("-5")], "{properties}");
        assert_eq!(epoch.day(29_687).unwrap().to_string(), expected, "the number alone leads there as well");
    }
    let null_date =
        r#"<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>"#;
    let table = r#"<table:table table:name="أ"><table:table-row><table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell></table:table-row></table:table>"#;
    assert_eq!(ods("", &format!("{null_date}{table}")).sheets[0].epoch, Epoch::From1904);
    assert_eq!(ods("", table).sheets[0].epoch, Epoch::From1900);
}

#[test]
fn a_second_format_of_the_same_number_changes_no_cell() {
    let coloured = r#"<dxfs><dxf><numFmt numFmtId="165" formatCode="0.00"/></dxf></dxfs>"#;
    let sheet = xlsx(MAIN, &format!("{DAYS}{coloured}"), r#"<c s="1"><v>45601</v></c>"#);
    assert_eq!(sheet.rows[0], [day("2024-11-05")]);
    // Written by another program before the list of the cells.
    let sheet = xlsx(MAIN, &format!("{coloured}{DAYS}"), r#"<c s="1"><v>45601</v></c>"#);
    assert_eq!(sheet.rows[0], [day("2024-11-05")]);
}

#[test]
fn a_number_is_what_its_format_shows_where_that_is_a_code() {
    let styles = r##"<numFmts><numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="&quot;م-&quot;0000"/><numFmt numFmtId="167" formatCode="#,##0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>"##;
    let cells = r#"<c s="1"><v>42</v></c><c s="1"><v>123456</v></c><c s="2"><v>7</v></c><c s="3"><v>42</v></c><c s="1"><v>4.5</v></c><c s="1" t="s"/><c><v>42</v></c>"#;
    let shown = [text("00042"), text("123456"), text("م-0007"), number("42"), number("4.5"), Cell::Empty, number("42")];
    assert_eq!(xlsx(MAIN, styles, cells).rows[0], shown);

    let cell = |value: &str, shown: &str| {
        format!(
            r#"<table:table-cell office:value-type="float" office:value="{value}"><text:p>{shown}</text:p></table:table-cell>"#
        )
    };
    let cells = [cell("42", "00042"), cell("42", "42.00"), cell("1000", "1,000"), cell("42", "٠٠٤٢"), cell("42", "42")];
    assert_eq!(ods_row(&cells.concat()), [text("00042"), number("42"), number("1000"), text("٠٠٤٢"), number("42")]);
}

#[test]
fn a_formula_that_shows_nothing_is_blank_and_one_nobody_calculated_is_told() {
    let cells = r#"<c t="str"><f>IF(A1="","",1)</f><v></v></c><c t="str"><f>A1</f><v/></c><c t="str"><f>A1</f></c><c><f>SUM(A1)</f></c><c><f t="shared" si="0"/></c><c><f t="shared" si="0"/><v>7</v></c><c><f t="shared" si="0"/><v></v></c><c t="str"><f t="shared" si="0"/><v>نعم</v></c><c t="e"><f>A1/0</f><v>#DIV/0!</v></c><c t="e"><v>#N/A</v></c>"#;
    let expected = [
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        text("=SUM(A1)"),
        text("=…"),
        number("7"),
        text("=…"),
        text("نعم"),
        Cell::Error("#DIV/0!".into()),
        Cell::Error("#N/A".into()),
    ];
    assert_eq!(xlsx(MAIN, "", cells).rows[0], expected);

    let cells = r##"<table:table-cell table:formula="of:=IF([.A1]=&quot;&quot;;&quot;&quot;;1)" office:value-type="string" office:string-value=""/><table:table-cell table:formula="of:=SUM([.A1])"/><table:table-cell table:formula="of:=[.A1]" office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell><table:table-cell table:formula="of:=[.A1]/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell><table:table-cell table:formula="of:=X()" office:value-type="float" office:value="0"><text:p>Err:508</text:p></table:table-cell><table:table-cell table:formula="of:=#REF!" office:value-type="float" office:value="0"><text:p>#REF!</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>#1!</text:p></table:table-cell>"##;
    let expected = [
        Cell::Empty,
        text("=SUM([.A1])"),
        number("7"),
        Cell::Error("#DIV/0!".into()),
        Cell::Error("Err:508".into()),
        Cell::Error("#REF!".into()),
        text("#1!"),
    ];
    assert_eq!(ods_row(cells), expected, "a number beside a shown error is none");
}

#[test]
fn a_day_of_the_other_calendar_stays_what_was_typed() {
    let cells = r#"<c t="d" s="1"><v>1405-03-20</v></c><c t="d"><v>1405-02-30T00:00:00</v></c><c t="d"><v>1985-04-12T00:00:00Z</v></c><c s="1"><v>-180715</v></c>"#;
    let expected = [text("1405-03-20"), text("1405-02-30T00:00:00"), day("1985-04-12"), number("-180715")];
    assert_eq!(xlsx(MAIN, DAYS, cells).rows[0], expected);
    let cells = r#"<table:table-cell office:value-type="date" office:date-value="1405-03-20"><text:p>1405/03/20</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="1985-04-12"/><table:table-cell office:value-type="date"><text:p>٢٠/٣/١٤٠٥</text:p></table:table-cell>"#;
    assert_eq!(ods_row(cells), [text("1405-03-20"), day("1985-04-12"), text("٢٠/٣/١٤٠٥")]);
}

#[test]
fn sheets_nobody_sees_are_hidden_and_copies_of_other_files_are_no_sheets() {
    let styles = r#"<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>"#;
    let table = |name: &str, style: &str| {
        format!(
            r#"<table:table table:name="{name}" table:style-name="{style}"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"#
        )
    };
    let changes = format!(
        "<table:tracked-changes><table:deletion>{}</table:deletion></table:tracked-changes>",
        table("محذوف", "ta1")
    );
    let tables = [
        changes,
        table("كشف", "ta1"),
        table("قديم", "ta2"),
        table("'file:///home/a.ods'#ورقة1", "ta1"),
        table("آخر", "ta9"),
        format!("<table:dde-links><table:dde-link>{}</table:dde-link></table:dde-links>", table("dde", "ta1")),
    ];
    let sheets = ods(styles, &tables.concat()).sheets;
    let seen: Vec<(&str, bool)> = sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
    assert_eq!(seen, [("كشف", false), ("قديم", true), ("آخر", false)]);

    for (state, hidden) in [("hidden", true), ("veryHidden", true), ("visible", false)] {
        let main = MAIN.replace("sheetId", &format!("state=\"{state}\" sheetId"));
        assert_eq!(xlsx(&main, "", "<c><v>1</v></c>").hidden, hidden, "{state}");
    }
}

#[test]
fn what_lies_over_a_cell_is_not_its_text() {
    let cells = r#"<table:table-cell office:value-type="string"><draw:custom-shape><text:p>ختم</text:p></draw:custom-shape><text:p>راكان</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>عنيزة<draw:frame><draw:text-box><text:p>توقيع</text:p></draw:text-box></draw:frame> الشرقية</text:p></table:table-cell><table:table-cell office:value-type="string"><office:annotation><text:p><text:span>يراجع</text:span></text:p></office:annotation><text:p>أول</text:p><text:p>ثانٍ<text:line-break/>ثالث</text:p></table:table-cell><table:table-cell><draw:g><draw:rect><text:p>ختم</text:p></draw:rect></draw:g></table:table-cell><table:table-cell office:value-type="string"><text:p><text:a>رابط</text:a><text:ruby><text:ruby-base>أ</text:ruby-base><text:ruby-text>ب</text:ruby-text></text:ruby></text:p></table:table-cell>"#;
    let expected = [text("راكان"), text("عنيزة الشرقية"), text("أول\nثانٍ\nثالث"), Cell::Empty, text("رابطأ")];
    assert_eq!(ods_row(cells), expected);

    let shapes = r#"<table:shapes><draw:frame><draw:object><table:table table:name="local-table"><table:table-row><table:table-cell office:value-type="string"><text:p>رسم</text:p></table:table-cell></table:table-row></table:table></draw:object></draw:frame></table:shapes>"#;
    let row = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#;
    let book = ods("", &format!(r#"<table:table table:name="أ">{shapes}{row}</table:table>"#));
    assert_eq!((book.sheets.len(), book.sheets[0].rows.as_slice()), (1, &[vec![text("x")]][..]));
}

#[test]
fn a_blank_cell_makes_neither_rows_nor_columns() {
    for cell in [
        r#"<c r="A150000" t="inlineStr"><is><t xml:space="preserve"> </t></is></c>"#,
        r#"<c r="XFD2" t="str"><v>&#160;&#x200f;</v></c>"#,
        r#"<c r="B1048576" t="str"><f>A1</f><v></v></c>"#,
    ] {
        let sheet = xlsx(MAIN, "", &format!("<c><v>1</v></c>{cell}"));
        assert_eq!(sheet.rows, [[number("1")]], "{cell}");
    }
    let far = r#"<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p> </text:p></table:table-cell></table:table-row>"#;
    let row = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#;
    let book = ods("", &format!(r#"<table:table table:name="أ">{row}{far}</table:table>"#));
    assert_eq!(book.sheets[0].rows, [[text("x")]]);
    assert_eq!(read("a,b\n1,\u{a0}\n \n".as_bytes(), "x.csv").sheets[0].rows.len(), 2);
}

#[test]
fn a_stray_quotation_mark_or_zero_or_broken_letter_spoils_its_own_cell_only() {
    for title in ["كشف \"غراس;;", "كشف غراس\";;", "\"كشف\" \"غراس;;", "كشف 24\" غراس;;"] {
        let content = format!("\u{feff}{title}\r\nم;الاسم;العدد\r\n1;نورة, \"أم سالم\";2\r\n");
        let rows = read(content.as_bytes(), "x.csv").sheets.remove(0).rows;
        assert_eq!(rows[1], [text("م"), text("الاسم"), text("العدد")], "{title}");
        assert_eq!(rows[2][1], text("نورة, \"أم سالم\""));
    }
    let lines: String = (0..40).map(|n| format!("{n},نورة سعد فهد,ملاحظة\n")).collect();
    let whole = format!("م,الاسم,ملاحظات\n{lines}");
    for mark in [&b""[..], b"\xef\xbb\xbf"] {
        let mut bytes = [mark, whole.as_bytes()].concat();
        let place = bytes.len() - 4;
        bytes[place] = b'\xff';
        let rows = read(&bytes, "x.csv").sheets.remove(0).rows;
        let broken = |cells: &Vec<Cell>| cells.iter().any(|cell| cell.text().contains('\u{fffd}'));
        assert_eq!(rows.iter().filter(|cells| broken(cells)).count(), 1, "one cell is broken, and says so");
        assert_eq!(rows[1][1], text("نورة سعد فهد"));
        bytes[place] = 0;
        let rows = read(&bytes, "x.csv").sheets.remove(0).rows;
        assert!(rows.iter().flatten().all(|cell| !cell.text().contains('\0')));
    }
}
