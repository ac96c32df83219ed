//! Samples of the papers of requests: a decision letter, the receipt of a grievance, the card of a referral.

use papers::Template;
use serde_json::{Value, json};

pub const LETTER: Template = Template {
    name: "request_letter",
    source: include_str!("../../../features/requests/src/papers/request_letter.typ"),
};
pub const RECEIPT: Template = Template {
    name: "request_receipt",
    source: include_str!("../../../features/requests/src/papers/request_receipt.typ"),
};
pub const CARD: Template =
    Template { name: "referral_card", source: include_str!("../../../features/requests/src/papers/referral_card.typ") };

fn day(hijri: &str, gregorian: &str) -> Value {
    json!({ "hijri": hijri, "gregorian": gregorian })
}

/// A refusal that was handed over, or a grievance's last word.
pub fn letter_data(level: u8) -> Value {
    json!({
        "number": "ط-1448-00012", "name": "مها عبدالرحمن الجهني", "subject": "أجهزة منزلية أساسية", "kind": "شكوى",
        "received_on": day("1448/05/23", "2026/11/03"), "outcome": "رفض",
        "reason": "نصيب الفرد 1,340 ر.س، والحد 1,100 ر.س؛ ويُعاد النظر إذا تغيّر دخل الأسرة.",
        "decided_on": day("1448/06/11", "2026/11/21"), "decided_by": "نوف العتيبي",
        "delivered_on": if level == 2 { Value::Null } else { day("1448/06/11", "2026/11/21") },
        "appeal_days": 30, "appeal_last": day("1448/07/12", "2026/12/21"), "level": level,
    })
}

/// A grievance that was received.
pub fn receipt_data() -> Value {
    json!({
        "number": "ط-1448-00031", "name": "مها عبدالرحمن الجهني", "anonymous": false, "kind": "تظلم", "grievance": true,
        "subject": "تظلم من رفض «أجهزة منزلية أساسية»", "against": "ط-1448-00012",
        "received_on": day("1448/06/12", "2026/11/22"), "received_by": "هند الفريدي", "due": day("1448/07/03", "2026/12/13"),
    })
}

/// A card that shares the name, the mobile and the service, with a slip to return.
pub fn card_data() -> Value {
    json!({
        "number": "ط-1448-00018", "day": day("1448/05/28", "2026/11/08"), "entity": "جمعية بصائر لصحة العين",
        "contact": "ريما المهنا، منسقة المستفيدين", "place": "بريدة، حي الخليج، شارع الأمير سلطان", "phone": "016 381 2240",
        "hours": "الأحد–الخميس، 4–9 مساءً", "name": "فاطمة حسن الزهراني", "mobile": "056 771 0032", "born_on": null,
        "service": "فحص نظر لطفلين وصرف نظارات عند الحاجة", "body": "", "appointment": day("1448/06/05", "2026/11/15"),
        "appointment_time": "4:30 مساءً", "asks": "عبدالله السعوي",
    })
}
