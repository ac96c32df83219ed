//! Samples of the papers of following up: a form to write on, the same filled in, and the list of a round.

use papers::Template;
use serde_json::{Value, json};

pub const VISIT_FORM: Template =
    Template { name: "visit_form", source: include_str!("../../../features/follow_up/src/papers/visit_form.typ") };
pub const ROUND_LIST: Template =
    Template { name: "round_list", source: include_str!("../../../features/follow_up/src/papers/round_list.typ") };

fn day(hijri: &str, gregorian: &str) -> Value {
    json!({ "hijri": hijri, "gregorian": gregorian })
}

/// The form of a visit, before it or after it.
pub fn form_data(done: bool) -> Value {
    let reading = |name: &str, unit: &str, before: [&str; 2], now: &str| {
        let now = if done { json!(now) } else { Value::Null };
        json!({ "name": name, "unit": unit, "before": before, "now": now })
    };
    let known = |value: &str| if done { json!(value) } else { json!("") };
    let promise = |side: &str, text: &str, kept: &str| json!({ "side": side, "text": text, "due": null, "kept": if done { json!(kept) } else { Value::Null } });
    json!({ "forms": [{
        "number": "V-1448-0117", "kind": "زيارة", "done": done, "name": "هيا سعد ناصر الشمري",
        "of": "مطبخ «بيت الكبسة»", "mobile": "055 812 3490", "where": "بريدة، الإسكان، شارع 12، 3421، RDBA3421",
        "planned_on": day("1448/06/02", "2026/11/12"), "researcher": "سارة الحربي", "purpose": "سجل المبيعات وفاتورة الخامات",
        "done_on": if done { day("1448/06/11", "2026/11/21") } else { Value::Null }, "done_by": known("سارة الحربي"),
        "place": known("مقر المشروع"), "present": known("المستفيدة وابنتها"),
        "findings": known("الفرن الثاني متوقف منذ ثلاثة أسابيع، فاعتُذر عن طلبات نهاية الأسبوع وتراكم الأرز واللحم المجمّد."),
        "signal": if done { json!("distress") } else { Value::Null },
        "signals": [["sound", "سليم"], ["watch", "مراقبة"], ["distress", "تعثّر"]],
        "before": [day("1448/04/02", "2026/09/14"), day("1448/05/02", "2026/10/13")],
        "readings": [
            reading("الإنتاج", "وحدة في الأسبوع", ["150", "148"], "112"),
            reading("المبيعات", "ر.س في الشهر", ["6,700.00", "6,900.00"], "5,450.00"),
            reading("المخزون", "ر.س", ["800.00", "850.00"], "لم تُقرأ: المخزن مغلق"),
            reading("العملاء المنتظمون", "عميل", ["30", "32"], "26"),
            reading("صافي الدخل", "ر.س في الشهر", ["2,750.00", "2,820.00"], "2,050.00"),
        ],
        "promises": [
            promise("المستفيد", "سجل مبيعات أسبوعي", "تم الالتزام"), promise("المستفيد", "دورة سلامة الغذاء", "جزئيًا"),
            promise("الجمعية", "صيانة الفرن عبر المورد", "لم يتم الالتزام"),
        ],
        "action": known("إصلاح الفرن الثاني عبر المورد ضمن الضمان، والاكتفاء بفرن واحد لطلبات منتصف الأسبوع."),
        "action_owner": known("نوف العتيبي"),
        "action_due": if done { day("1448/06/19", "2026/11/29") } else { Value::Null },
        "next_on": if done { day("1448/06/21", "2026/12/01") } else { Value::Null },
        "reviewed_by": "", "state": "", "missed": null,
    }] })
}

/// A round of three, one of them late.
pub fn round_data() -> Value {
    let stop = |number: &str, name: &str, of: &str, place: &str, late: i64, signal: &str, purpose: &str| {
        json!({
            "number": number, "name": name, "of": of, "kind": "زيارة", "mobile": "055 812 3490", "where": place,
            "planned_on": day("1448/06/12", "2026/11/22"), "days_late": late, "signal": signal, "purpose": purpose,
        })
    };
    json!({
        "districts": "الريان، الإسكان", "researchers": "سارة الحربي",
        "stops": [
            stop("V-1448-0118", "نورة عبدالله سالم القحطاني", "مشغل «إبرة وخيط»", "بريدة، الريان، شارع 4، 7720", 0, "تعثّر",
                 "سجل المبيعات وفاتورة الخامات"),
            stop("V-1448-0121", "حصة محمد العجلان", "L-1448-0091", "بريدة، الريان", 0, "", ""),
            stop("V-1448-0102", "أبو بكر علي الشهري", "ورشة نجارة", "", 4, "سليم", "مراجعة ملف فات موعدها"),
        ],
    })
}
