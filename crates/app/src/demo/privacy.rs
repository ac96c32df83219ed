//! Data that were kept long enough, in the demonstration: the rule a decision adopted, one file that is kept longer, and one
//! whose person is to be taken out.

use super::dice::Dice;
use super::scene::Scene;
use kernel::Result;
use office::permission::Role::{Administrator, Supervisor};
use serde_json::json;

const SEED: u64 = 0x9417A;
/// The demonstration is young: its association keeps data for half a year.
const MONTHS: i64 = 6;

/// # Errors
/// What the office refuses: the demonstration itself is wrong then.
pub fn fill(scene: &mut Scene<'_>) -> Result<()> {
    let rule = json!({ "version": 1, "months": MONTHS, "decision": "قرار مجلس الإدارة 12/1448" });
    scene.call(Administrator, "privacy.set_rule", rule)?;
    let due = scene.call(Supervisor, "privacy.due", json!({ "limit": 50 }))?;
    let mut dice = Dice::new(SEED);
    let lines = due["lines"].as_array().cloned().unwrap_or_default();
    let free = |line: &&serde_json::Value| line["goes_on"].as_array().is_some_and(Vec::is_empty);
    let mut ready = lines.iter().filter(free);
    if let Some(line) = ready.next() {
        let reason = "طلبت الأسرة إخفاء بياناتها بعد تخرجها";
        let input = json!({ "id": dice.id(scene.now), "party": line["party"], "reason": reason });
        scene.call(Supervisor, "privacy.ask_anonymise", input)?;
    }
    if let Some(line) = ready.next() {
        let until = scene.today().plus_months(12)?;
        let reason = "دراسة أثر البرنامج لم تكتمل";
        let input = json!({ "id": dice.id(scene.now), "party": line["party"], "kept_until": until, "reason": reason });
        scene.call(Supervisor, "privacy.keep", input)?;
    }
    Ok(())
}
