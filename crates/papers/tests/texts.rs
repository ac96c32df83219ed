//! What people type prints as itself; what a PDF says can be read back; the fonts are ours and have every letter.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod helpers;

use helpers::pdf::Pdf;
use helpers::*;
use papers::{Digits, Language, Letterhead, Press, Style, Template};
use proptest::prelude::*;
use serde_json::{Value, json};

/// One text from a person in every place where such a text may stand.
const ONE_TEXT: Template = template(
    r#"#import "/sharaka.typ": *
#show: sheet.with(title: data.text)
#free(data.text)
#facts((("A", free(data.text)), ("B", free(data.text))))
#lines(((title: "C", kind: "text", width: 1fr), (title: "D", kind: "text", width: 30mm)), ((data.text, data.text),))
#note(free(data.text))
#signatures(((title: "E", name: data.text), (title: "F")))"#,
);

/// What a template makes of one expression, as the only text of a page.
fn text_of(style: &Style, expression: &'static str, data: Value) -> String {
    let source = format!(
        "#import \"/sharaka.typ\": *\n#set text(font: reading, dir: rtl)\n#set page(width: 60cm, height: 10cm)\n#[{expression}]"
    );
    let template = Template { name: "expression", source: Box::leak(source.into_boxed_str()) };
    let paper = Press::shared()
        .unwrap()
        .render(&template, &Letterhead::default(), style, &data)
        .unwrap_or_else(|failure| panic!("{failure}"));
    Pdf::read(&paper.pdf().unwrap()).text().chars().filter(|c| !is_mark(*c)).collect::<String>().trim().to_owned()
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{2066}'..='\u{2069}' | '\u{200b}' | '\n')
}

fn pdf_of(text: &str) -> Pdf {
    Pdf::read(
        &set(&ONE_TEXT, &arabic(Digits::Latin), &json!({ "text": text }))
            .pdf()
            .unwrap_or_else(|failure| panic!("{text:?}: {failure}")),
    )
}

#[test]
fn markup_in_a_name_prints_as_itself() {
    let hostile = [
        "#panic()",
        "*bold* _it_",
        "$x^2$",
        "@label <label>",
        "= heading",
        "- item",
        "`raw`",
        "#import \"/paper.json\"",
        "\\u{41}",
        "[body] {code}",
        "\"quoted\" // comment",
        "/* open",
        "~ -- ...",
        "%{hijri} %{page}",
        "<script>alert(1)</script>",
        "'; DROP TABLE people; --",
        "https://x.example/a?b=c",
    ];
    for name in hostile {
        let text: String = pdf_of(name).text().chars().filter(|c| !is_mark(*c) && *c != ' ').collect();
        let wanted: String = name.chars().filter(|c| *c != ' ').collect();
        assert!(text.contains(&wanted), "{name:?} is a name and must print letter by letter; the page says {text:?}");
    }
}

#[test]
fn direction_overrides_in_a_name_do_not_turn_the_page() {
    let plain = set(&ONE_TEXT, &arabic(Digits::Latin), &json!({"text": "نورة 123 abc"}));
    let turned = set(
        &ONE_TEXT,
        &arabic(Digits::Latin),
        &json!({"text": "\u{202e}نورة\u{2066} 123\u{202c} abc\u{2067}\u{feff}"}),
    );
    assert_eq!(plain.svgs(), turned.svgs(), "hidden direction marks leave no trace on the page");
}

#[test]
fn a_word_without_end_stays_on_its_page() {
    let word = "ن".repeat(400) + " " + &"SA03".repeat(60);
    let paper = set(&ONE_TEXT, &arabic(Digits::Latin), &json!({ "text": word }));
    for page in 0..paper.pages() {
        let picture = helpers::golden::read(&paper.png(page, 48).unwrap(), "word");
        // Margins are 19 mm, 35 pixels at this resolution; an inset of text and the round of a letter may take a little.
        let margins = picture.enumerate_pixels().filter(|(x, _, _)| *x < 30 || *x >= picture.width() - 30);
        assert!(
            margins.into_iter().all(|(_, _, pixel)| pixel.0 == [255; 3]),
            "no letter may stand in the margins of page {}",
            page + 1
        );
    }
}

#[test]
fn what_no_font_draws_is_told_and_the_paper_is_still_archivable() {
    let paper = set(&ONE_TEXT, &arabic(Digits::Latin), &json!({"text": "王小明 😀 نورة \u{0}\u{e000}"}));
    assert_eq!(
        paper.unknown_characters().iter().collect::<String>(),
        "小明王\u{e000}😀",
        "the caller can say what is missing"
    );
    assert!(paper.pdf().is_ok(), "PDF/A forbids a missing glyph, so the stand-in must be a real one");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]
    #[test]
    fn any_text_makes_an_archivable_paper(text in any::<String>(), more in "\\PC{0,80}") {
        let paper = set(&ONE_TEXT, &arabic(Digits::Arabic), &json!({ "text": format!("{text} {more}") }));
        prop_assert!(paper.pdf().is_ok(), "a PDF/A-2b comes of any text");
    }
}

#[test]
fn every_letter_figure_and_sign_of_arabic_and_latin_papers_has_a_glyph() {
    let arabic_letters = ('\u{621}'..='\u{63a}')
        .chain('\u{640}'..='\u{652}')
        .chain(['ٱ', 'ٰ', 'پ', 'چ', 'ڤ', 'گ', 'ک', 'ی', 'ۀ', 'ہ', 'ے']);
    let signs = "٠١٢٣٤٥٦٧٨٩٫٬٪«»،؛؟ـ…–—−•“”‘’°×÷√²½€£§©®№\u{a0}\u{20c1}ﷲ";
    let latin = (' '..='~').chain('\u{a1}'..='\u{ac}').chain('\u{ae}'..='\u{ff}');
    let all: String = arabic_letters.chain(signs.chars()).chain(latin).collect();
    let paper = set(&ONE_TEXT, &arabic(Digits::Latin), &json!({ "text": all }));
    let missing: String = paper.unknown_characters().iter().collect();
    assert_eq!(missing, "", "the fonts must draw all of these");
}

#[test]
fn bold_papers_have_the_riyal_sign_too() {
    let bold = template(
        "#import \"/sharaka.typ\": *\n#show: sheet.with(title: \"x\")\n#text(weight: 700, riyals(100))#text(font: sans, weight: 600, riyals(100))",
    );
    let paper = set(&bold, &arabic(Digits::Arabic), &json!({}));
    assert!(
        paper.pdf().is_ok_and(|pdf| Pdf::read(&pdf).text().contains('\u{20c1}')),
        "U+20C1 is drawn by Naskh in either weight"
    );
}

#[test]
fn numbers_follow_the_setting_and_codes_never_do() {
    let latin = arabic(Digits::Latin);
    let eastern = arabic(Digits::Arabic);
    let cases = [
        ("#amount(data)", json!(123_456_789), "1,234,567.89", "١٬٢٣٤٬٥٦٧٫٨٩"),
        ("#amount(data)", json!(0), "0.00", "٠٫٠٠"),
        ("#amount(data)", json!(-5), "(0.05)", "(٠٫٠٥)"),
        ("#amount(data)", json!(99_999), "999.99", "٩٩٩٫٩٩"),
        ("#amount(data)", json!(-100_000), "(1,000.00)", "(١٬٠٠٠٫٠٠)"),
        ("#number(data)", json!(1_000_000), "1,000,000", "١٬٠٠٠٬٠٠٠"),
        ("#serial(data)", json!(12_345), "12345", "١٢٣٤٥"),
        ("#clock(data)", json!("14:05"), "14:05", "١٤:٠٥"),
        ("#code(data)", json!("SA03 8000"), "SA03 8000", "SA03 8000"),
        ("#free(data)", json!("1000000008"), "1000000008", "1000000008"),
    ];
    for (expression, data, in_latin, in_eastern) in cases {
        let shown = |style: &Style| text_of(style, expression, data.clone());
        assert_eq!(shown(&latin), in_latin, "{expression} of {data} in Latin digits");
        assert_eq!(ordered(&shown(&eastern)), ordered(in_eastern), "{expression} of {data} in Arabic digits");
    }
}

/// PDF readers may give a run of Arabic-Indic digits back to front; what counts here is that the same digits are there.
fn ordered(text: &str) -> Vec<char> {
    let mut characters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    characters.sort_unstable();
    characters
}

#[test]
fn a_day_outside_the_hijri_table_is_shown_by_its_gregorian_date_alone() {
    let shown = text_of(&arabic(Digits::Latin), "#both-dates(data)", json!({"hijri": "", "gregorian": "2080/01/01"}));
    assert_eq!(ordered(&shown), ordered("2080/01/01م"), "no lonely «هـ» stands on the paper");
}

#[test]
fn english_papers_keep_latin_digits_whatever_the_setting() {
    let style = Style { digits: Digits::Arabic, ..english() };
    assert_eq!(text_of(&style, "#amount(data)", json!(123_450)), "1,234.50");
}

#[test]
fn the_text_of_a_paper_can_be_read_back() {
    let paper = set(&AUDIT_REPORT, &arabic(Digits::Latin), &audit_data(60));
    let text = Pdf::read(&paper.pdf().unwrap()).text();
    for wanted in ["9f86d081", "Sara Al-Harbi", "1448/01/01", "2026/06/16", "7049907699", "12,480"] {
        assert!(
            text.contains(wanted),
            "{wanted:?} is on the paper and must be found by a search; the text is {text:.600}"
        );
    }
    for word in ["المستخدم", "الجمعية", "القحطاني", "الأسر", "السجلات", "محمد", "الإجراء", "الفترة"]
    {
        assert!(text.contains(word), "«{word}» is on the paper and must be found by a search; the text is {text:.600}");
    }
}

#[test]
fn the_pdf_is_for_archives_tagged_titled_and_has_every_font_inside() {
    for (style, language) in [(arabic(Digits::Arabic), "ar"), (english(), "en")] {
        assert_eq!(style.language == Language::Arabic, language == "ar");
        let bytes = set(&RECOVERY_SHEET, &style, &recovery_data()).pdf().unwrap();
        let pdf = Pdf::read(&bytes);
        let metadata = pdf.metadata();
        assert!(
            metadata.contains("<pdfaid:part>2</pdfaid:part>")
                && metadata.contains("<pdfaid:conformance>B</pdfaid:conformance>"),
            "PDF/A-2b: {metadata}"
        );
        let title = words(language)["recovery_sheet"]["title"].as_str().unwrap().to_owned();
        assert!(metadata.contains(&title), "the title is «{title}»: {metadata}");
        assert!(
            metadata.contains(if language == "ar" { "جمعية شراكة" } else { "Sharaka Association" }),
            "the association is the author: {metadata}"
        );
        let spoken = pdf
            .catalog()
            .get(b"Lang")
            .and_then(|lang| lang.as_str())
            .map(|lang| String::from_utf8_lossy(lang).into_owned())
            .unwrap();
        assert!(spoken.to_lowercase().starts_with(language), "a screen reader must know the language: {spoken}");
        assert!(pdf.catalog().has(b"StructTreeRoot"), "tagged for screen readers");
        let fonts = pdf.fonts();
        assert!(fonts.len() >= 2, "text and headings have fonts: {fonts:?}");
        for (name, embedded) in fonts {
            assert!(embedded, "{name} must be inside the file");
            assert!(
                name.contains("Amiri") || name.contains("NotoNaskhArabic") || name.contains("IBMPlexSansArabic"),
                "{name} is not one of ours"
            );
        }
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let print = || set(&AUDIT_REPORT, &arabic(Digits::Arabic), &audit_data(12)).pdf().unwrap();
    assert!(print() == print(), "no clock and no chance enters a paper");
}

#[test]
fn no_font_no_file_and_no_package_outside_the_program_exists_for_a_template() {
    let render = |source: &'static str| {
        Press::shared().unwrap().render(&template(source), &Letterhead::default(), &arabic(Digits::Latin), &json!({}))
    };
    let machine_font = render("#set text(font: \"DejaVu Sans\")\nabc").unwrap();
    assert!(
        machine_font.warnings().iter().any(|line| line.contains("unknown font family")),
        "fonts of the machine are not seen: {:?}",
        machine_font.warnings()
    );
    for reach in
        ["#read(\"/etc/hostname\")", "#read(\"../Cargo.toml\")", "#import \"@preview/cetz:0.3.0\"", "#datetime.today()"]
    {
        assert!(render(Box::leak(reach.to_owned().into_boxed_str())).is_err(), "{reach} must find nothing");
    }
}

#[test]
fn a_mistake_in_a_template_names_its_file_and_line() {
    let failure = Press::shared().unwrap().render(
        &template("\n#unknown-thing"),
        &Letterhead::default(),
        &arabic(Digits::Latin),
        &json!({}),
    );
    let text = failure.err().map(|failure| failure.to_string()).unwrap_or_default();
    assert!(
        text.contains("test.typ:2") && text.contains("unknown variable"),
        "the developer is led to the place: {text}"
    );
}

#[test]
fn a_page_that_does_not_exist_is_said_and_not_a_crash() {
    let paper = set(&RECOVERY_SHEET, &arabic(Digits::Latin), &recovery_data());
    assert!(paper.svg(1).is_none());
    assert!(paper.png(1, 96).is_err());
    assert!(paper.png(0, 100_000).is_err(), "a resolution that would fill the memory is refused");
}
