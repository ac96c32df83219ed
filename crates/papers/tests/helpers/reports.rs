//! Samples of the papers of reports: a month of the association, and a month of one person.

use papers::Template;
use serde_json::{Value, json};

pub const EXECUTIVE_REPORT: Template = Template {
    name: "executive_report",
    source: include_str!("../../../features/reports/src/papers/executive_report.typ"),
};
pub const WORK_MONTH: Template =
    Template { name: "work_month", source: include_str!("../../../features/reach/src/papers/work_month.typ") };

fn day(hijri: &str, gregorian: &str) -> Value {
    json!({ "hijri": hijri, "gregorian": gregorian })
}

fn value(kind: &str, text: &str, whole: i64) -> Value {
    json!({ "kind": kind, "text": text, "whole": whole })
}

fn figure(title: &str, now: Value, of: Value, before: Value, change: &str, parts: Value) -> Value {
    json!({ "title": title, "now": now, "of": of, "before": before, "change": change, "parts": parts })
}

/// A month in which something got better, something worse, and something had nothing to be compared with.
pub fn report_data(issued: bool) -> Value {
    let count = |whole: i64| value("count", &whole.to_string(), whole);
    let percent = |whole: i64| value("percent", &whole.to_string(), whole);
    json!({
        "number": "تق-1448-005", "month": "جمادى الأولى 1448", "edition": if issued { 1 } else { 2 },
        "reason": if issued { "" } else { "خطأ في عدد الإحالات" }, "draft": !issued,
        "from": day("1448/05/01", "2026/10/12"), "until": day("1448/05/30", "2026/11/10"),
        "prepared_by": "منى الزهراني", "prepared_on": day("1448/06/04", "2026/11/14"),
        "issued_by": if issued { "فهد السبيعي" } else { "" },
        "issued_on": if issued { day("1448/06/07", "2026/11/17") } else { Value::Null },
        "summary": "تحسّن الالتزام بمهل الطلبات، وبقيت بعض الملفات بلا سجل مدني متحقق منه.\nزادت الطلبات الواردة بعد حملة التعريف.",
        "went_well": "أُغلقت الطلبات القديمة التي كانت تنتظر مستندات.", "went_badly": "",
        "advice": "حملة لتحديث الهويات مع بداية الشهر القادم.",
        "sections": [
            { "title": "القروض", "figures": [
                figure("محفظة القروض القائمة", value("money", "", 342_118_050), Value::Null, value("money", "", 338_000_000), "moved", json!([])),
                figure("المحفظة المعرّضة للخطر فوق 30 يومًا", value("percent", "2.80", 280), Value::Null, value("percent", "2.10", 210), "worse", json!([])),
                figure("نسبة التحصيل", value("percent", "96.40", 9_640), Value::Null, value("percent", "94.60", 9_460), "better", json!([])),
            ] },
            { "title": "الطلبات والتظلمات والإحالات", "figures": [
                figure("مدة إنجاز الطلب", value("days", "6.5", 65), Value::Null, value("days", "8", 80), "better",
                    json!([["الوسيط", value("days", "6.5", 65), null], ["تسعة من عشرة خلال", value("days", "14", 140), null]])),
                figure("الالتزام بالمدة", percent(88), json!([22, 25]), percent(80), "better", json!([])),
                figure("الطلبات المفتوحة بحسب العمر", count(41), Value::Null, count(33), "worse",
                    json!([["حتى 7 أيام", count(12), null], ["8–30 يومًا", count(20), null], ["أكثر من 90 يومًا", count(9), null]])),
                figure("الإحالات الواصلة", Value::Null, json!([0, 0]), percent(75), "unknown", json!([])),
                figure("التظلمات", count(3), Value::Null, count(3), "same",
                    json!([["لكل مئة قرار", value("text", "2.4", 24), null], ["قُبل كليًا أو جزئيًا", percent(50), [1, 2]]])),
            ] },
        ],
        "recipients": [["رئيس مجلس الإدارة", "مجلس الإدارة"], ["مدير مركز التنمية الاجتماعية", ""]],
    })
}

pub fn work_month_data() -> Value {
    let work = |name: &str, count: i64, of: Option<i64>, before: i64, now_only: bool| json!({ "name": name, "count": count, "of": of, "before": before, "now_only": now_only });
    json!({
        "name": "سارة الحربي", "month": "جمادى الأولى 1448",
        "from": day("1448/05/01", "2026/10/12"), "until": day("1448/05/30", "2026/11/10"),
        "works": [
            work("ملفات نشطة عنده اليوم", 132, None, 0, true),
            work("زيارات خُطط لها في الشهر", 24, None, 19, false),
            work("زيارات في موعدها", 20, Some(23), 15, false),
            work("اتصالات", 41, None, 38, false),
            work("طلبات درسها وصدر قرارها", 11, None, 8, false),
            work("أبحاث اجتماعية أتمّها", 6, None, 9, false),
        ],
    })
}
