//! Samples of papers, the words of the house, and the comparison of pages with the pictures in `tests/golden`.
#![allow(dead_code, reason = "every test file uses its own part")]

pub mod golden;
pub mod pdf;

use kernel::Moment;
use papers::{Dates, Digits, Language, Letterhead, Logo, Paper, Press, Style, Template};
use serde_json::{Value, json};

pub const RECOVERY_SHEET: Template =
    Template { name: "recovery_sheet", source: include_str!("../../../app/src/session/papers/recovery_sheet.typ") };
pub const AUDIT_REPORT: Template =
    Template { name: "audit_report", source: include_str!("../../../app/src/audit/papers/audit_report.typ") };
/// Every shared element on one paper.
pub const SPECIMEN: Template = Template { name: "specimen", source: include_str!("specimen.typ") };

pub const WORDS_FILE: &str = include_str!("../../../../locales/papers.yml");
const LOGO: &[u8] = include_bytes!("logo.svg");

/// A template made for one test.
pub const fn template(source: &'static str) -> Template {
    Template { name: "test", source }
}

/// The tree below `papers` in the words file, with one language chosen at every leaf.
pub fn words(language: &str) -> Value {
    let file: Value = serde_norway::from_str(WORDS_FILE).expect("the words file is YAML");
    chosen(&file["papers"], language)
}

fn chosen(tree: &Value, language: &str) -> Value {
    match tree {
        Value::Object(fields) if fields.contains_key("ar") => fields[language].clone(),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(name, field)| (name.clone(), chosen(field, language))).collect())
        }
        _ => panic!("a word without languages: {tree}"),
    }
}

pub fn arabic(digits: Digits) -> Style {
    Style {
        language: Language::Arabic,
        digits,
        printed_at: Moment::from_micros(1_781_600_700_000_000),
        printed_on: Dates { hijri: "1448/01/01".into(), gregorian: "2026/06/16".into() },
        printed_by: "نورة بنت عبد الله القحطاني".into(),
        demo: false,
        words: words("ar"),
    }
}

pub fn english() -> Style {
    Style {
        language: Language::English,
        words: words("en"),
        printed_by: "Noura Al-Qahtani".into(),
        ..arabic(Digits::Latin)
    }
}

pub fn letterhead() -> Letterhead {
    Letterhead {
        name_ar: "جمعية شراكة لتنمية الأسر المنتجة".into(),
        name_en: "Sharaka Association for Productive Families".into(),
        licence_no: "1000700100".into(),
        unified_no: "7049907699".into(),
        region: "منطقة عسير – محافظة خميس مشيط".into(),
        logo: Some(Logo::read(LOGO.to_vec()).expect("the sample logo is a sound SVG")),
    }
}

pub fn recovery_data() -> Value {
    json!({
        "groups": ["7KQ2", "M9XD", "4WTR", "B6HN", "E3VZ", "8JYC", "P5GA", "1SFM"],
        "person": "نورة بنت عبد الله القحطاني", "login": "noura.q",
        "made_on": {"hijri": "1448/01/01", "gregorian": "2026/06/16"}, "made_at": "14:05",
    })
}

/// An audit report of `lines` lines, with long and mixed texts among them.
pub fn audit_data(lines: usize) -> Value {
    let people = [
        "نورة بنت عبد الله القحطاني",
        "عبد الرحمن بن محمد بن عبد العزيز آل الشيخ أبو حيمد",
        "Sara Al-Harbi",
        "خالد العتيبي",
    ];
    let actions = [
        "تسجيل الدخول",
        "إضافة مستخدم إلى فريق العمل",
        "تعديل بيانات الجمعية وشعارها",
        "تصدير جدول إلى Excel (xlsx)",
        "طباعة تقرير",
    ];
    let subjects =
        ["—", "المستخدم: s.harbi", "بيانات الجمعية", "الملف «المستفيدون 2026-06.xlsx»", "SA0380000000608010167519"];
    let line = |place: usize| {
        let refused = place % 7 == 3;
        json!({
            "seq": 1_180 + place,
            "day": {"hijri": format!("1448/01/{:02}", 1 + place / 9 % 29), "gregorian": format!("2026/06/{:02}", 16 + place / 9 % 14)},
            "time": format!("{:02}:{:02}:{:02}", 7 + place % 9, place * 7 % 60, place * 13 % 60),
            "person": people[place % people.len()], "action": actions[place % actions.len()], "subject": subjects[place % subjects.len()],
            "outcome": if refused { "مرفوض" } else { "تم" }, "ok": !refused,
        })
    };
    json!({
        "from": {"hijri": "1448/01/01", "gregorian": "2026/06/16"}, "until": {"hijri": "1448/01/29", "gregorian": "2026/07/14"},
        "filters": [{"name": "المستخدم", "value": "جميع المستخدمين"}, {"name": "الإجراء", "value": "جميع الإجراءات"}],
        "lines": (0..lines).map(line).collect::<Vec<_>>(),
        "chain": {
            "lines": 12_480, "head": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "intact": true, "broken_at": null,
            "verified_on": {"hijri": "1448/01/29", "gregorian": "2026/07/14"}, "verified_at": "14:05",
        },
    })
}

pub fn set(template: &Template, style: &Style, data: &Value) -> Paper {
    let paper = Press::shared()
        .and_then(|press| press.render(template, &letterhead(), style, data))
        .unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!(paper.warnings(), &[] as &[String], "the typesetter is content with {}", template.name);
    paper
}
