//! Samples of papers, the words of the house, and the comparison of pages with the pictures in `tests/golden`.
#![allow(dead_code, reason = "every test file uses its own part")]

pub mod applications;
pub mod assembly;
pub mod assessments;
pub mod committees;
pub mod follow_up;
pub mod golden;
pub mod holds;
pub mod money;
pub mod partners;
pub mod pdf;
pub mod programmes;
pub mod purchases;
pub mod questionnaires;
pub mod reports;
pub mod requests;
pub mod services;

use kernel::Moment;
use papers::{Dates, Digits, Language, Letterhead, Logo, Paper, Press, Style, Template};
use serde_json::{Value, json};

pub const RECOVERY_SHEET: Template =
    Template { name: "recovery_sheet", source: include_str!("../../../office/src/session/papers/recovery_sheet.typ") };
pub const AUDIT_REPORT: Template =
    Template { name: "audit_report", source: include_str!("../../../office/src/audit/papers/audit_report.typ") };
pub const DASHBOARD: Template =
    Template { name: "dashboard", source: include_str!("../../../features/dashboard/src/papers/dashboard.typ") };
/// Every shared element on one paper.
pub const SPECIMEN: Template = Template { name: "specimen", source: include_str!("specimen.typ") };

pub const WORDS_FILE: &str = include_str!("../../../../locales/papers.yml");
/// Words of papers that stand with their feature.
const FEATURES: &[&str] = &[
    include_str!("../../../../locales/applications.yml"),
    include_str!("../../../../locales/assembly.yml"),
    include_str!("../../../../locales/programmes.yml"),
    include_str!("../../../../locales/assessments.yml"),
    include_str!("../../../../locales/beneficiaries.yml"),
    include_str!("../../../../locales/collection.yml"),
    include_str!("../../../../locales/committees.yml"),
    include_str!("../../../../locales/dashboard.yml"),
    include_str!("../../../../locales/follow_up.yml"),
    include_str!("../../../../locales/funds.yml"),
    include_str!("../../../../locales/guarantees.yml"),
    include_str!("../../../../locales/holds.yml"),
    include_str!("../../../../locales/loans.yml"),
    include_str!("../../../../locales/partners.yml"),
    include_str!("../../../../locales/policies.yml"),
    include_str!("../../../../locales/purchases.yml"),
    include_str!("../../../../locales/questionnaires.yml"),
    include_str!("../../../../locales/reach.yml"),
    include_str!("../../../../locales/reports.yml"),
    include_str!("../../../../locales/requests.yml"),
    include_str!("../../../../locales/services.yml"),
];
const LOGO: &[u8] = include_bytes!("logo.svg");

/// A template made for one test.
pub const fn template(source: &'static str) -> Template {
    Template { name: "test", source }
}

/// The trees below `papers` in the words files as one, with one language chosen at every leaf.
pub fn words(language: &str) -> Value {
    let mut trees = serde_json::Map::new();
    for text in [WORDS_FILE].into_iter().chain(FEATURES.iter().copied()) {
        let file: Value = serde_norway::from_str(text).expect("the words file is YAML");
        trees.extend(chosen(&file["papers"], language).as_object().expect("a tree").clone());
    }
    Value::Object(trees)
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

/// The board of an association with two lending funds, one of them with a loss; nothing fell due a quarter ago.
pub fn board_data() -> Value {
    let days = |from: i32, until: Option<i32>| json!({ "from": from, "until": until });
    let month = |place: i64| {
        let names = ["رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"];
        let name = names[usize::try_from(place).unwrap() % names.len()];
        json!([{ "name": name, "year": 1447 + place / 6 }, 9_011_000 + place * 1_350, 8_650_050 - place * 777])
    };
    json!({
        "day": {"hijri": "1448/05/20", "gregorian": "2026/10/31"},
        "people": {"active": 1_248, "registered": 292, "persons": 6_310, "new_this_quarter": 38},
        "lendable": {"available": -1_250_000, "balance": 81_245_000, "committed": 82_495_000},
        "portfolio": {
            "loans": 116, "active": 87, "paid_off": 29, "late": 22, "lent": 230_700_000, "paid": 118_820_100,
            "outstanding": 111_924_900, "overdue": 6_386_000, "credits": 45_000, "average": 1_286_493,
        },
        "arrears_rate": "5.71", "restructured": [2, 1_650_000], "written_off": [0, 0],
        "halted": { "open": 4, "to_corrective": "6", "to_release": "11.5" },
        "tranches": [[3, 1_850_000], [2, 900_000]], "kept": [[9, 12, 75], [0, 0, null]],
        "collection": [
            ["ever", 125_003_700, 118_248_500, "94.60"], ["quarter", 9_001_000, 7_350_000, "81.66"],
            ["previous_quarter", 0, 0, ""],
        ],
        "at_risk": [[0, 22, 25_024_800, "22.36"], [30, 14, 13_254_950, "11.84"], [60, 11, 12_504_950, "11.17"], [90, 9, 12_214_950, "10.91"]],
        "ageing": [
            [days(0, Some(0)), 94, 86_900_100, "77.64", 0], [days(1, Some(30)), 8, 11_769_850, "10.52", 616_450],
            [days(31, Some(60)), 3, 750_000, "0.67", 170_000], [days(61, Some(90)), 2, 290_000, "0.26", 170_000],
            [days(91, Some(180)), 3, 5_293_350, "4.73", 1_258_050], [days(181, None), 6, 6_921_600, "6.18", 4_171_500],
        ],
        "months": (0..12).map(month).collect::<Vec<_>>(),
        "flows": {
            "from": {"hijri": "1447/06/01", "gregorian": "2025/11/22"}, "until": {"hijri": "1448/05/20", "gregorian": "2026/10/31"},
            "before": 60_000_000, "net_change": 21_245_000, "after": 81_245_000,
            "rows": [["donations", 42_000_000], ["repayments", 61_125_000], ["loans_paid", -70_240_000], ["transfers_out", -11_640_000]],
        },
        "funds": [["محفظة القروض الحسنة", 61_245_000, 92_194_000, 153_000_000], ["صندوق تشغيلي لبرامج التدريب والتأهيل والتمكين", -120_050, 0, -120_050]],
        "by_fund": [["محفظة القروض الحسنة", 71, 92_194_000, 5_525_400, "13.24", "93.96"], ["منحة تمكين الأسر المنتجة", 16, 0, 0, "", ""]],
    })
}

pub fn set(template: &Template, style: &Style, data: &Value) -> Paper {
    let paper = Press::shared()
        .and_then(|press| press.render(template, &letterhead(), style, data))
        .unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!(paper.warnings(), &[] as &[String], "the typesetter is content with {}", template.name);
    paper
}
