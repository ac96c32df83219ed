//! One announced service, whose criteria are tried on every active file.

use super::{Bulk, id};
use database::{Database, values};
use kernel::Result;
use kernel::id::{PersonId, ServiceId, ServiceVersionId};

/// Its identifier.
pub fn service() -> ServiceId {
    ServiceId::from_bytes(id(9, 1))
}

const CRITERIA: [(&str, &str, &str, &str); 4] = [
    ("أن يكون السجل المدني ساريًا", "identity_valid", "eq", "yes"),
    ("ألا يقل عدد أفراد الأسرة عن 3", "family_size", "gte", "3"),
    ("ألا تكون الخدمة صُرفت خلال سنة", "times_served", "lte", "0"),
    ("عقد إيجار موثّق", "paper_contract", "eq", "yes"),
];

pub fn put(database: &Database, bulk: &Bulk) -> Result<()> {
    let (version, supervisor) = (ServiceVersionId::from_bytes(id(9, 2)), PersonId::from_bytes(id(1, 2)));
    database.write(|tx| {
        tx.run(
            "INSERT INTO service (id, name, name_fold, made_by, made_at) VALUES ($1, 'سداد إيجار', 'سداد ايجار', $2, $3)",
            values![service(), bulk.clerk, bulk.now],
        )?;
        // The criteria join the draft; then it is approved and announced by another person.
        tx.run(
            "INSERT INTO service_version (id, service, number, state, gives, term_days, visit_policy, written_by, written_at) \
             VALUES ($1, $2, 1, 'draft', 'goods', 15, 'never', $3, $4)",
            values![version, service(), bulk.clerk, bulk.now],
        )?;
        for (no, (text, fact, op, value)) in (1_i64..).zip(CRITERIA) {
            tx.run(
                "INSERT INTO service_criterion (version, no, text, fact, op, value, mandatory) VALUES ($1, $2, $3, $4, $5, $6, 1)",
                values![version, no, text, fact, op, value],
            )?;
        }
        tx.run(
            "UPDATE service_version SET state = 'approved', approved_by = $1, approved_on = $2 WHERE id = $3",
            values![supervisor, bulk.today, version],
        )?;
        tx.run(
            "INSERT INTO service_channel (version, channel, published_on, evidence, by, at) VALUES ($1, 'board', $2, 'x', $3, $4)",
            values![version, bulk.today, supervisor, bulk.now],
        )?;
        tx.run(
            "UPDATE service_version SET state = 'announced', announced_by = $1, announced_on = $2, publication = 'x' WHERE id = $3",
            values![supervisor, bulk.today, version],
        )?;
        Ok(())
    })
}
