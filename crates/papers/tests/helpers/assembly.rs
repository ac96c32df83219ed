//! Samples of the papers of the general assembly: the card of a member, the register.

use papers::Template;
use serde_json::{Value, json};

pub const MEMBER_CARD: Template =
    Template { name: "assembly_card", source: include_str!("../../../features/assembly/src/papers/assembly_card.typ") };
pub const REGISTER: Template = Template {
    name: "assembly_register",
    source: include_str!("../../../features/assembly/src/papers/assembly_register.typ"),
};

pub fn member_card_data() -> Value {
    json!({
        "name": "ناصر بن صالح بن إبراهيم الفوزان", "kind": "عامل", "standing": "سدد الرسم", "number": 14, "year": 2026,
        "joined_on": { "hijri": "1445/03/02", "gregorian": "2023/09/17" },
    })
}

pub fn register_data() -> Value {
    let joined = json!({ "hijri": "1445/03/02", "gregorian": "2023/09/17" });
    json!({
        "year": 2026, "voters": 3, "in_order": 2, "needed": 2,
        "members": [
            [1, "عبدالمحسن بن علي الرشودي", "عامل", joined, "سدد الرسم"],
            [2, "هند بنت صالح البليهي", "عامل", joined, "سدد الرسم"],
            [14, "ناصر بن صالح بن إبراهيم الفوزان", "عامل", joined, "لم يسدد"],
        ],
    })
}
