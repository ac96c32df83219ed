//! A sample of the form of the social research, blank and filled in.

use papers::Template;
use serde_json::{Value, json};

pub const ASSESSMENT_FORM: Template = Template {
    name: "assessment_form",
    source: include_str!("../../../features/assessments/src/papers/assessment_form.typ"),
};

fn day(hijri: &str, gregorian: &str) -> Value {
    json!({ "hijri": hijri, "gregorian": gregorian })
}

/// The form to write on, or as it was filled in.
pub fn research_data(filled: bool) -> Value {
    let known = |value: Value| if filled { value } else { Value::Null };
    let row =
        |label: &str, kind: &str, value: i64| json!({ "label": label, "kind": kind, "value": known(json!(value)) });
    let choice = |label: &str, all: &[&str], chosen: usize| {
        let all: Vec<Value> =
            all.iter().enumerate().map(|(place, one)| json!([one, filled && place == chosen])).collect();
        json!({ "label": label, "kind": "choice", "value": all })
    };
    let groups = json!([
        { "title": "الأسرة", "rows": [row("أفراد الأسرة", "count", 7), row("المعالون", "count", 6), choice("أرملة تعول", &["نعم", "لا"], 0),
            row("الأيتام", "count", 6), row("ذوو الإعاقة", "count", 0), row("كبار السن", "count", 0)] },
        { "title": "الدخل الشهري", "rows": [row("معاش الضمان الاجتماعي", "money", 214_000), row("حساب المواطن", "money", 76_000),
            row("الراتب", "money", 0), row("المعاش التقاعدي", "money", 0), row("صافي دخل المشروع", "money", 115_000),
            row("أجر القطعة", "money", 0), row("دخل آخر", "money", 0)] },
        { "title": "الالتزامات الشهرية", "rows": [row("إيجار المسكن", "money", 100_000), row("أقساط الديون", "money", 25_000), row("التزامات أخرى", "money", 0)] },
        { "title": "السكن والعمل", "rows": [choice("حيازة المسكن", &["ملك", "وقف", "إيجار", "استضافة"], 2), row("الغرف", "count", 3),
            choice("غير صالح في المسكن", &["كله صالح", "المطبخ", "دورة المياه", "السقف", "الكهرباء", "الأبواب والنوافذ", "المياه والصرف"], 0),
            choice("الكسب", &["بلا عمل", "مشروع قائم", "مشروع موقوف", "موظف", "عاجز عن الكسب"], 2)] },
    ]);
    let need = |text: &str, fact: &str, plan: &str| json!({ "text": text, "fact": fact, "priority": "عاجل", "state": "قائم", "items": plan, "due": day("1448/06/26", "2026/12/06") });
    json!({
        "filled": filled, "number": known(json!("A-1448-0031")), "name": known(json!("نورة عبدالله سالم القحطاني")),
        "file_no": known(json!("B-0734")), "kind": known(json!("بحث دوري")),
        "kinds": if filled { json!([]) } else { json!(["بحث أولي", "بحث دوري", "بحث ختامي", "قياس أثر"]) },
        "done_on": if filled { day("1448/06/11", "2026/11/21") } else { Value::Null }, "by": known(json!("سارة الحربي")),
        "reviewed_by": null, "reason": known(json!("تغيّر الدخل بعد إيقاف المشروع")), "state": known(json!("بانتظار المراجعة")),
        "groups": groups,
        "abilities": if filled { json!([["مهارة", "خياطة وتطريز", "نورة", "", "نعم"], ["رغبة", "تدريب على البيع في المتجر الإلكتروني", "", "نعم", ""]]) } else { json!([]) },
        "needs": if filled { json!([need("دخل مستدام", "صافي المشروع نزل من 1,850 إلى 1,150", "خطة تدخل: توجيه وإعادة جدولة"), need("سد فجوة الدخل", "نصيب الفرد أقل من 450", "سلة غذائية لثلاثة أشهر")]) } else { json!([]) },
        "findings": known(json!("الماكينة متوقفة منذ شهر، والبيت نظيف مرتب.")),
        "result": if filled { json!({
            "score": 62, "parts": [["نصيب الفرد من الدخل", 32, 40], ["الإعالة", 15, 20], ["الحالة الخاصة", 8, 15], ["السكن", 4, 15], ["القدرة على الكسب", 3, 10]],
            "per_capita": 40_000, "computed": "فئة ب", "manual": "فئة أ", "manual_reason": "لم يستقر دخل المشروع؛ تبقى في الفئة أ حتى ثلاث قراءات ثابتة.",
            "final": null, "rule": 4, "decision": "قرار مجلس الإدارة 9/1448",
        }) } else { Value::Null },
    })
}
