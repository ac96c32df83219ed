//! Samples of the papers of questionnaires: a coded form with every kind of question, the letter that offers a rating, results.

use papers::Template;
use serde_json::{Value, json};

pub const FORM: Template = Template {
    name: "questionnaire_form",
    source: include_str!("../../../features/questionnaires/src/papers/questionnaire_form.typ"),
};
pub const RESULTS: Template = Template {
    name: "questionnaire_results",
    source: include_str!("../../../features/questionnaires/src/papers/questionnaire_results.typ"),
};

fn day(hijri: &str, gregorian: &str) -> Value {
    json!({ "hijri": hijri, "gregorian": gregorian })
}

fn asked(kind: &str, text: &str) -> Value {
    json!({ "kind": kind, "text": text, "domain": "", "mandatory": true, "options": [], "rows": [], "low": "", "high": "",
            "condition": null })
}

/// Two sheets of a run, or a letter with a token.
pub fn form_data(token: bool) -> Value {
    let scaled = |text: &str| {
        let mut one = asked("scale", text);
        (one["low"], one["high"]) = (json!("غير راضٍ إطلاقًا"), json!("راضٍ جدًا"));
        one
    };
    let chosen = |kind: &str, text: &str, options: &[&str]| {
        let mut one = asked(kind, text);
        one["options"] = json!(options);
        one
    };
    let mut why = chosen("multi", "أخبرنا بالسبب", &["غير واضح", "ناقص", "قديم", "لم أجد ما أبحث عنه"]);
    why["condition"] = json!({ "no": 3, "answers": ["لا"] });
    let mut table = asked("matrix", "الحوكمة في الجمعية");
    table["rows"] = json!(["مجلس إدارة يجتمع ويقرر", "لوائح معتمدة يُعمل بها"]);
    let sheet = |code: &str| {
        json!({ "code": code, "department": if token { "" } else { "البحث الاجتماعي" }, "procedure": if token { "" } else { "شكوى" },
                "token": token })
    };
    json!({
        "title": "رضا المستفيد بعد إغلاق الطلب", "about": "نود معرفة رأيك في الخدمة التي قُدّمت لك، لتحسينها.", "anonymous": true,
        "closes": day("1448/06/29", "2026/12/09"),
        "questions": [
            scaled("سهولة معرفة الخدمة والوصول إلى الجمعية"), scaled("سرعة الرد والإنجاز"),
            chosen("yes_no", "هل أُخبرت بحقك في التظلم؟", &["نعم", "لا"]), why,
            chosen("single", "أولى حاجات الأسرة", &["السكن", "التدريب", "مشروع مدرّ للدخل"]), table,
            asked("number", "عدد أفراد الأسرة"), asked("date", "متى قُدّمت الخدمة؟"), asked("text", "ما الذي تقترح تحسينه؟"),
        ],
        "sheets": if token { json!([sheet("R7K3-9QXM")]) } else { json!([sheet("Q02-0148"), sheet("Q02-0149")]) },
    })
}

/// A quarter with a group that is too small and one that is hidden with it, and questions of other kinds.
pub fn results_data(hidden: Option<&str>) -> Value {
    let group = |name: &str, percent: i64, of: i64, levels: [i64; 5]| json!({ "name": name, "suppressed": false, "percent": percent, "of": of, "levels": levels });
    let away = |name: &str| json!({ "name": name, "suppressed": true, "percent": null, "of": null, "levels": [] });
    let measured = |text: &str, percent: Option<i64>, mean: &str, change: Option<i64>| {
        json!({ "text": text, "domain": "", "kind": "scale", "answered": 119, "hidden": if percent.is_none() { json!("too_few") } else { Value::Null },
                "percent": percent, "mean": percent.map(|_| mean), "change": change, "options": [], "rows": [] })
    };
    let edition = |opens: Value, percent: i64, this: bool| json!({ "title": "رضا المستفيد", "opens": opens, "closes": opens, "percent": percent, "this": this });
    json!({
        "title": "رضا المستفيد بعد إغلاق الطلب", "purpose": "قياس الرضا", "edition": 2, "anonymous": true,
        "opens": day("1448/04/01", "2026/09/12"), "closes": day("1448/06/29", "2026/12/09"),
        "answers": 147, "closed_requests": 214, "response": 69, "hidden": hidden, "few": 5,
        "overall": "الرضا عن الخدمة التي قُدّمت", "scale": true,
        "groups": [
            group("المشاريع والقروض", 92, 38, [24, 11, 2, 1, 0]), group("البحث الاجتماعي", 88, 52, [30, 16, 3, 2, 1]),
            group("البرامج والتدريب", 79, 29, [12, 11, 3, 2, 1]), away("الخدمات العينية"), away("الإعلام والفعاليات"),
        ],
        "total": group("", 87, 119, [66, 38, 8, 5, 2]),
        "questions": [
            measured("حسن الاستقبال والتعامل", Some(95), "4.61", Some(2)),
            measured("سهولة معرفة الخدمة والوصول إلى الجمعية", Some(90), "4.42", Some(0)),
            measured("سرعة الرد والإنجاز", Some(71), "3.88", Some(-5)),
            measured("سؤال لم يُسأل إلا القليل", None, "", None),
            { "text": "أخبرنا بالسبب", "domain": "", "kind": "multi", "answered": 31, "hidden": null, "percent": null, "mean": null,
              "change": null, "rows": [],
              "options": [{ "label": "غير واضح", "n": 14, "percent": 45 }, { "label": "ناقص", "n": 9, "percent": 29 },
                          { "label": "لم أجد ما أبحث عنه", "n": 8, "percent": 26 }] },
            { "text": "الحوكمة في الجمعية", "domain": "", "kind": "matrix", "answered": 12, "hidden": null, "percent": null,
              "mean": null, "change": null, "options": [],
              "rows": [{ "label": "مجلس إدارة يجتمع ويقرر", "percent": 83, "mean": "4.17" },
                       { "label": "لوائح معتمدة يُعمل بها", "percent": null, "mean": null }] },
        ],
        "held_back": 1,
        "editions": [edition(day("1448/01/01", "2026/06/16"), 84, false), edition(day("1448/04/01", "2026/09/12"), 87, true)],
    })
}
