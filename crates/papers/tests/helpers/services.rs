//! Samples of the papers of services: an announcement, the form to ask by, a list of calls.

use papers::Template;
use serde_json::{Value, json};

pub const ANNOUNCEMENT: Template = Template {
    name: "service_announcement",
    source: include_str!("../../../features/services/src/papers/service_announcement.typ"),
};
pub const SERVICE_FORM: Template =
    Template { name: "service_form", source: include_str!("../../../features/services/src/papers/service_form.typ") };
pub const CALLS: Template =
    Template { name: "service_calls", source: include_str!("../../../features/services/src/papers/service_calls.typ") };

fn day(hijri: &str, gregorian: &str) -> Value {
    json!({ "hijri": hijri, "gregorian": gregorian })
}

/// Rent that is overdue, as it is announced or still a draft.
pub fn service_data(announced: bool) -> Value {
    let criteria = [
        ("ألا يزيد نصيب الفرد من صافي الدخل على 1,100 ريال", true),
        ("ألا تقل درجة الاحتياج عن 50", true),
        ("عقد إيجار موثّق وسارٍ باسم العائل", true),
        ("متأخرات من شهرين إلى ستة أشهر", true),
        ("ألا تكون الخدمة صُرفت للأسرة خلال اثني عشر شهرًا", true),
        ("أن تكون العائلة أرملة أو مطلقة", false),
    ];
    let papers = [
        ("عقد الإيجار الموثّق", "مطابقة الرقم في منصة إيجار", true),
        ("كشف المتأخرات من المؤجر", "اتصال برقم المؤجر في العقد", true),
        ("تعريف بالدخل", "رمز التحقق في الوثيقة", true),
        ("فاتورة الكهرباء", "", false),
    ];
    json!({
        "name": "سداد إيجار متأخر", "number": 3, "about": "يُصرف للمؤجر متأخر إيجار الأسرة حتى ثلاثة أشهر، مرة في السنة.",
        "process": "يُقدَّم الطلب في مقر الجمعية أو هاتفيًا، وتُرفق المستندات، ثم تُجرى مقابلة وزيارة للمسكن.",
        "gives": "مبلغ مالي", "money": true, "programme": "برنامج السكن الميسر", "decision": "قرار اللجنة التنفيذية 18/1448",
        "criteria": criteria.map(|(text, mandatory)| json!({ "text": text, "mandatory": mandatory })),
        "papers": papers.map(|(name, method, mandatory)| json!({ "name": name, "method": method, "mandatory": mandatory })),
        "opens_on": day("1448/02/15", "2026/07/30"), "closes_on": day("1448/07/29", "2027/01/07"), "capacity": 60,
        "ceiling": 900_000, "term_days": 15, "visit": "دائمًا", "announced": announced,
        "announced_on": if announced { day("1448/02/15", "2026/07/30") } else { Value::Null },
        "standing": if announced { "معلنة" } else { "مسودة" },
        "channels": if announced { json!([
            { "channel": "موقع الجمعية", "on": day("1448/02/15", "2026/07/30"), "evidence": "الرابط محفوظ" },
            { "channel": "لوحة الاستقبال", "on": day("1448/02/16", "2026/07/31"), "evidence": "صورة معلّقة" },
        ]) } else { json!([]) },
        "approved_by": if announced { "ماجد الصالح" } else { "" },
    })
}

/// Families that are to be called.
pub fn calls_data() -> Value {
    let families = [
        (
            "حصة محمد العجلان",
            "B-0419",
            "بريدة – الريان",
            "055 120 4419",
            83,
            "5/6",
            "متأخرات من شهرين إلى ستة أشهر",
            "لم يُتصل",
        ),
        (
            "تركي سعود البلوي",
            "B-0873",
            "بريدة – الصفراء",
            "050 771 2930",
            76,
            "4/6",
            "مستند: عقد سليم · عدد الغرف",
            "لم يُتصل",
        ),
        ("نوير خلف الحربي", "B-1017", "عنيزة – الإسكان", "053 004 1188", 72, "5/6", "مستند: عقد سليم", "سيطلب"),
    ];
    let line = |(name, file_no, place, mobile, score, met, missing, state): (
        &str,
        &str,
        &str,
        &str,
        i64,
        &str,
        &str,
        &str,
    )| {
        json!({ "name": name, "file_no": file_no, "place": place, "mobile": mobile, "score": score, "met": met,
                "missing": missing, "state": state })
    };
    json!({ "name": "سداد إيجار متأخر", "number": 3, "total": 3, "lines": families.map(line) })
}
