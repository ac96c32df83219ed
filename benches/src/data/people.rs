//! Files of people, with the row each has on the shelf.

use super::{Bulk, id};
use database::{Database, Write, values};
use kernel::arabic::{fold, searched};
use kernel::id::PartyId;
use kernel::saudi::{NationalId, masked};
use kernel::{Failure, Money, Result};

// About as many names as a register of the Qassim has: likeness is looked for among people who share both ends of a name.
const FIRST: &str = "نورة سالم هند فهد ريم ماجد جميلة تركي حصة ناصر عبدالله منيرة محمد فوزية ابتسام حنان عبدالرحمن صالح \
    مزنة لطيفة سعد خالد هيا بدرية عائشة فاطمة مريم زينب سلطان بندر نايف سلمان عبدالعزيز إبراهيم يوسف علي \
    حسن حمد راشد مشاري وضحى شيخة رقية أمل سمية خديجة عمر طلال";
const FAMILY: &str = "القحطاني الحربي المطيري العنزي الدوسري الشهري السبيعي القرشي الغامدي الزهراني الرشيدي التميمي الشمري \
    العتيبي المحيميد الجربوع المزيني الرسيني العقيل الفوزان السويلم الخضير الربدي المشيقح العمري البلوي \
    الجهني السلمي الثبيتي الحارثي البقمي الشهراني العسيري الأحمدي المالكي الخالدي الهاجري المري العجمي \
    السهلي";
/// How many files one transaction writes.
const AT_ONCE: usize = 2_000;

/// One made-up person.
pub struct Person {
    pub party: PartyId,
    pub name: String,
    pub identity: String,
    pub mobile: String,
}

pub fn person(number: usize) -> Result<Person> {
    let pick = |names: &'static str, step: usize| {
        let count = names.split(' ').count();
        names.split(' ').nth(number / step % count).unwrap_or_default()
    };
    let (one, two, three) = (pick(FIRST, 1), pick(FIRST, 48), pick(FIRST, 5));
    let head = format!("1{number:08}");
    let identity = (0..10).find_map(|check| NationalId::parse(&format!("{head}{check}")).ok());
    Ok(Person {
        party: PartyId::from_bytes(id(2, number)),
        name: format!("{one} {two} {three} {}", pick(FAMILY, 7)),
        identity: identity.ok_or_else(|| Failure::broken("no check digit fits"))?.to_string(),
        mobile: format!("+966551{number:06}"),
    })
}

pub fn put(database: &Database, bulk: &Bulk) -> Result<()> {
    for first in (0..bulk.size.people).step_by(AT_ONCE) {
        let last = (first + AT_ONCE).min(bulk.size.people);
        database.write(|tx| (first..last).try_for_each(|number| file(tx, bulk, number)))?;
    }
    Ok(())
}

fn file(tx: &Write<'_>, bulk: &Bulk, number: usize) -> Result<()> {
    let Person { party, name, identity, mobile } = person(number)?;
    let place = number as i64;
    let file_no = format!("م-{}", 1001 + place);
    let status = ["active", "active", "active", "registered", "graduated"][number % 5];
    let opened = bulk.today.plus_days(-(number as i32 * 7 % 2_900))?;
    let first = fold(name.split(' ').next().unwrap_or_default());
    let family = fold(name.rsplit(' ').next().unwrap_or_default());
    let expires = bulk.today.plus_days(number as i32 % 3_000 - 60)?;
    let review = bulk.today.plus_days(number as i32 % 400 - 20)?;
    let income = Money::from_riyals(place % 60 * 100)?;
    tx.run(
        "INSERT INTO party (id, kind, name, name_fold, first_token, family_token, city, district, created_at, changed_at) \
         VALUES ($1, 'person', $2, $3, $4, $5, 'بريدة', 'الريان', $6, $6)",
        values![party, name.as_str(), fold(&name), first, family, bulk.now],
    )?;
    tx.run(
        "INSERT INTO party_identifier (party, kind, number, expires_on) VALUES ($1, 'national_id', $2, $3)",
        values![party, identity.as_str(), expires],
    )?;
    tx.run(
        "INSERT INTO party_contact (party, kind, value) VALUES ($1, 'mobile', $2)",
        values![party, mobile.as_str()],
    )?;
    tx.run(
        "INSERT INTO case_file (party, file_no, number, status, status_since, opened_on, class, researcher_name, \
         next_review_on, family_size, monthly_income, social_security) \
         VALUES ($1, $2, $3, $4, $5, $5, 'b', 'سارة الحربي', $6, $7, $8, 1)",
        values![party, file_no.as_str(), 1001 + place, status, opened, review, place % 9 + 1, income],
    )?;
    let search = searched([name.as_str(), &file_no, &identity, &mobile.replacen("+966", "0", 1)]);
    tx.run(
        "INSERT INTO file_shelf (party, file_no, number, name, name_fold, search_fold, status, class, researcher_name, \
         city, district, identity_masked, identity_expires_on, mobile, family_size, monthly_income, social_security, \
         next_review_on, opened_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'b', 'سارة الحربي', 'بريدة', 'الريان', $8, $9, $10, $11, $12, 1, $13, $14)",
        values![
            party,
            file_no.as_str(),
            1001 + place,
            name.as_str(),
            fold(&name),
            search.as_str(),
            status,
            masked(&identity),
            expires,
            mobile.as_str(),
            place % 9 + 1,
            income,
            review,
            opened
        ],
    )?;
    Ok(())
}
