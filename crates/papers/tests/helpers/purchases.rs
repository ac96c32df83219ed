//! Papers of purchases, as an office would print them.

use super::money::{BORROWER, month};
use papers::Template;
use serde_json::{Value, json};

pub const PURCHASE_ORDER: Template = Template {
    name: "purchase_order",
    source: include_str!("../../../features/purchases/src/papers/purchase_order.typ"),
};
pub const DELIVERY_RECORD: Template = Template {
    name: "delivery_record",
    source: include_str!("../../../features/purchases/src/papers/delivery_record.typ"),
};
pub const ASSET_LIST: Template =
    Template { name: "asset_list", source: include_str!("../../../features/purchases/src/papers/asset_list.typ") };

const SUPPLIER: &str = "مؤسسة الإتقان للمعدات المكتبية والمنزلية";
const PROJECT: &str = "مشغل «إبرة وخيط»";

pub fn order_data() -> Value {
    json!({
        "order_no": "P-1448-0007", "ordered_on": month(0), "due_on": month(1), "supplier": SUPPLIER, "project": PROJECT,
        "borrower": BORROWER, "loan_no": "ق-1448-0042",
        "rows": [
            { "no": 1, "item": "ماكينة خياطة صناعية «جوكي» بمحرك هادئ وطاولة", "quantity": 2, "amount": 780_000 },
            { "no": 2, "item": "طاولة قص ٢ × ١ متر", "quantity": 1, "amount": 120_000 },
            { "no": 3, "item": "خيوط وإبر لأول شهر", "quantity": 30, "amount": 60_050 },
        ],
        "amount": 960_050, "amount_in_words": "تسعة آلاف وستمئة ريال وخمسون هللة",
        "ordered_by": "سارة الحربي", "approved_by": "منى الزهراني",
    })
}

/// Empty, or one arrival that was as ordered and one that was not.
pub fn delivery_data(blank: bool) -> Value {
    let form = |done: bool| {
        json!({ "done": done, "on": Value::Null, "condition": "", "received_by": "", "place": "", "said": "",
                "recorded_by": "", "rows": [
            { "item": "ماكينة خياطة صناعية", "ordered": 2, "came": Value::Null, "serials": Value::Null },
            { "item": "خيوط وإبر لأول شهر", "ordered": 30, "came": Value::Null, "serials": Value::Null },
        ] })
    };
    let filled = json!({ "done": true, "on": month(1), "condition": "different", "received_by": BORROWER,
        "place": "مقر المشروع، حي الريان", "said": "إحدى الماكينتين بلون غير المطلوب، وقبلتها المستفيدة",
        "recorded_by": "سارة الحربي", "rows": [
            { "item": "ماكينة خياطة صناعية", "ordered": 2, "came": 2, "serials": ["JK-8842-1191", "JK-8842-1192"] },
            { "item": "خيوط وإبر لأول شهر", "ordered": 30, "came": 12, "serials": [] },
        ] });
    let titles = [("good", "سليم كما طُلب"), ("damaged", "متضرر"), ("incomplete", "ناقص"), ("different", "غير ما طُلب")];
    let conditions: Vec<Value> = titles.iter().map(|(name, title)| json!({ "name": name, "title": title })).collect();
    json!({
        "order_no": "P-1448-0007", "ordered_on": month(0), "title": "ماكينتا خياطة وخيوط", "supplier": SUPPLIER,
        "project": PROJECT, "borrower": BORROWER, "loan_no": "ق-1448-0042", "conditions": conditions,
        "forms": if blank { vec![form(false)] } else { vec![filled] },
    })
}

pub fn assets_data() -> Value {
    let asset = |no: i64, serial: &str, state: &str, sound: bool, said: &str, verified: &str| {
        json!({ "no": no, "name": "ماكينة خياطة صناعية «جوكي»", "serial": serial, "order_no": "P-1448-0007",
                "came_on": month(1), "state": state, "sound": sound, "said": said, "state_on": month(2),
                "verified_by": verified, "seen_on": if sound { month(3) } else { Value::Null } })
    };
    json!({
        "project": PROJECT, "borrower": BORROWER, "in_use": 1, "rows": [
            asset(1, "JK-8842-1191", "مستخدم", true, "", "منى الزهراني"),
            asset(2, "JK-8842-1192", "متضرر", false, "تعطل المحرك وأُرسل إلى الصيانة", "منى الزهراني"),
            asset(3, "", "مفقود", false, "سُرقت من المقر وقُدم بلاغ", ""),
        ],
    })
}
