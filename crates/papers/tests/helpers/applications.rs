//! Samples of the papers of loan applications: the form, the study and the letter.

use papers::Template;
use serde_json::{Value, json};

pub const FORM: Template =
    Template { name: "application_form", source: include_str!("../../../features/applications/src/papers/form.typ") };
pub const APPRAISAL: Template = Template {
    name: "application_appraisal",
    source: include_str!("../../../features/applications/src/papers/appraisal.typ"),
};
pub const LETTER: Template = Template {
    name: "application_letter",
    source: include_str!("../../../features/applications/src/papers/letter.typ"),
};

const NEEDS: &str = "فرن وعجانة وثلاجة عرض للبيع من البيت، فالفرن المنزلي لا يكفي الطلب في نهاية الأسبوع.";
const WISHES: &str = "محل صغير في الحي بعد سنتين.";

fn day(hijri: &str, gregorian: &str) -> Value {
    json!({ "hijri": hijri, "gregorian": gregorian })
}

fn lines() -> Value {
    json!([
        ["فرن كهربائي بطابقين", "عيني", 1, "شركة المطابخ الحديثة", 690_000],
        ["عجّانة 20 لترًا", "عيني", 1, "مؤسسة نار الجودة", 320_000],
        ["ثلاجة عرض", "عيني", 2, "مؤسسة نار الجودة", 340_000],
        ["أدوات وتغليف", "عيني", 2, "", 150_000],
        ["خامات الشهر الأول", "تشغيلي نقدي", 3, "", 300_000],
    ])
}

/// The form of an application; the empty one where nothing is filled in.
pub fn form_data(filled: bool) -> Value {
    if !filled {
        return json!({ "form": null });
    }
    json!({ "form": {
        "number": "R-1448-0598", "opened_on": day("1448/05/18", "2026/10/29"), "applicant": "أمل خالد سعد العنزي",
        "file_no": "B-0866", "mobile": "0558123490", "place": "عنيزة، الأشرفية", "product": "قرض الأسر المنتجة",
        "amount": 1_800_000, "instalments": 20, "project": "فطائر أمل", "activity": "مخبوزات", "needs": NEEDS,
        "wishes": WISHES,
        "income": [["راتب تقاعدي", 330_000], ["دعم السكن", 80_000]],
        "costs": [["المعيشة", 265_000], ["إيجار", 70_000]],
        "lines": lines(),
    } })
}

/// The study of an application that may be approved.
pub fn appraisal_data() -> Value {
    json!({
        "number": "R-1448-0598", "state": "بانتظار البت", "applicant": "أمل خالد سعد العنزي", "file_no": "B-0866",
        "place": "عنيزة، الأشرفية", "product": "قرض الأسر المنتجة", "project": "فطائر أمل", "activity": "مخبوزات",
        "needs": NEEDS, "wishes": WISHES, "market": "سوق مجرّب: تبيع منذ سنة في معرض الحي.",
        "opened_on": day("1448/05/18", "2026/10/29"),
        "asked": { "amount": 1_800_000, "instalments": 20, "instalment": 90_000 },
        "weighed": {
            "amount": 1_800_000, "instalments": 24, "instalment": 75_000, "net": [235_000, 176_000],
            "counted": [117_500, 88_000], "income": 410_000, "costs": 335_000, "surplus": [192_500, 163_000],
            "share": [39, 46], "lawful": true, "break_even": 284_000, "cash": 300_000, "cash_limit": 360_000,
            "in_kind": 1_500_000,
        },
        "stress_percent": 20, "share_limit": 50,
        "rows": [
            ["المبيعات", 620_000, 496_000], ["الخامات", -260_000, -208_000], ["التغليف والتوصيل", -65_000, -52_000],
            ["الكهرباء وغيرها", -60_000, -60_000],
        ],
        "lines": lines(), "budget": 1_800_000,
        "quotes": [
            ["فرن كهربائي بطابقين", "مؤسسة نار الجودة", 665_000, false, "ضمان سنة"],
            ["فرن كهربائي بطابقين", "شركة المطابخ الحديثة", 690_000, true, "صيانة في عنيزة وضمان أطول"],
            ["فرن كهربائي بطابقين", "معدات القصيم", 745_000, false, "توريد أسبوعين"],
        ],
        "guarantees": [["الضمان الاجتماعي", "", "متحقق منه", "منى الزهراني"]], "guaranteed": true,
        "recommendation": {
            "approve": true, "amount": 1_800_000, "amount_in_words": "ثمانية عشر ألف ريال", "instalments": 24,
            "fund": "محفظة القروض", "opinion": "خبرة سنة وطلب ثابت في الحي، والقسط ضمن القدرة في الحالين.",
            "conditions": "سجل مبيعات أسبوعي، وزيارة كل شهر في الأشهر الستة الأولى.", "by": "سارة الحربي",
            "on": day("1448/06/11", "2026/11/21"),
        },
        "rules": null,
    })
}

/// The letter of an approval, or of a refusal.
pub fn letter_data(approved: bool) -> Value {
    json!({
        "number": "R-1448-0598", "approved": approved, "applicant": "أمل خالد سعد العنزي", "file_no": "B-0866",
        "project": "فطائر أمل", "product": "قرض الأسر المنتجة", "opened_on": day("1448/05/18", "2026/10/29"),
        "decided_on": day("1448/06/12", "2026/11/22"), "asked": 1_800_000, "amount": 1_800_000,
        "amount_in_words": "ثمانية عشر ألف ريال", "instalments": 24, "instalment": 75_000, "grace": 2, "cash": 300_000,
        "in_kind": 1_500_000, "loan_no": if approved { "L-1448-0121" } else { "" },
        "reason": "السوق مشبع في الحي، ويُنصح بدورة قبل إعادة التقديم.",
        "conditions": if approved { "سجل مبيعات أسبوعي." } else { "" }, "decided_by": "عبدالرحمن السديس",
    })
}
