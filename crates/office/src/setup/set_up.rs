//! The first run makes the office: a random key, its first slot and the recovery slot, the encrypted file.
//!
//! The key slots are written last: a first run that is cut off leaves no half office, only a file that the next first
//! run replaces.

use super::model::{NewAssociation, SetUp, SetUpDone};
use super::rules;
use crate::association::{self, AssociationProfile, Calendar, Digits, Picture};
use crate::context::Change;
use crate::feature::Features;
use crate::office::{Office, SystemCall, UnlockedOffice, guard};
use crate::permission::Role;
use crate::session;
use crate::staff::{self, Person};
use crate::trail;
use database::{Database, Key, Keys};
use kernel::id::PersonId;
use kernel::{Moment, Result, require};
use std::sync::{Arc, Mutex};

pub fn set_up(office: &Office, call: &mut SystemCall, input: SetUp) -> Result<SetUpDone> {
    let _one_at_a_time = guard(&office.setting_up);
    require(!office.lock.is_set_up(), rules::SET_UP_ALREADY)?;
    let password = zeroize::Zeroizing::new(input.administrator.password.clone());
    let ticket = input.association.logo.as_ref().and_then(|logo| logo.ticket.clone());
    let profile = profile_of(input.association.clone(), input.digits, input.calendar)?;
    let name = crate::input::required(&input.administrator.name, "administrator.name", staff::NAME_MISSING)?;
    let login = crate::input::at("administrator.login", staff::login(&input.administrator.login))?;
    staff::password(&password, &login, "administrator.password")?;
    let picture =
        ticket.map(|ticket| office.with_file(&call.caller, &ticket, association::rules::picture)).transpose()?;

    let now = office.now();
    let person = Person {
        id: PersonId::new(now, crate::random::bytes()?),
        name,
        login,
        role: Role::Administrator,
        active: true,
        added_at: now,
        removed_at: None,
        last_seen_at: None,
        must_change_password: false,
    };
    let key = Key::random()?;
    let mut keys = Keys::create(office.options.cost)?;
    keys.add_slot(&key, person.id, &person.login, &password)?;
    let code = keys.new_recovery_code(&key)?;

    office.set_demo(office.options.demo)?;
    office.lock.put_aside_unfinished()?;
    let db = Database::create(&office.lock, &key)?;
    db.write(|db| first_rows(db, office.features(), now, office.is_demo(), (&profile, picture), &person))?;
    keys.save(&office.lock, &key)?;

    let _entering = guard(&office.entering);
    let unlocked = Arc::new(UnlockedOffice { db, keys: Mutex::new(keys), key });
    office.set_unlocked(Some(Arc::clone(&unlocked)));
    let recovery_code = code.printed().to_string();
    *guard(&office.shown_code) = Some(code);
    let session = session::begin(office, call, &unlocked, person.id, "session.sign_in")?;
    Ok(SetUpDone { recovery_code, session })
}

/// What was typed about the association, tidied.
///
/// # Errors
/// A name or number that cannot be.
pub fn profile_of(given: NewAssociation, digits: Digits, calendar: Calendar) -> Result<AssociationProfile> {
    association::tidy(AssociationProfile {
        name_ar: given.name_ar,
        name_en: given.name_en,
        licence_no: given.licence_no,
        unified_no: given.unified_no,
        region: given.region,
        digits,
        calendar,
        ..AssociationProfile::default()
    })
}

/// The rows of a new office: the association, its first person, and what each feature begins with.
///
/// # Errors
/// What the database refuses.
pub fn first_rows(
    db: &database::Write<'_>,
    features: Features,
    now: Moment,
    demo: bool,
    (profile, picture): (&AssociationProfile, Option<Picture>),
    person: &Person,
) -> Result<()> {
    association::insert(db, profile, picture, demo, now)?;
    staff::insert(db, person)?;
    features.all().filter_map(|feature| feature.first_rows).try_for_each(|rows| rows(db, person.id, now))?;
    let change = Change {
        noun: "association",
        subject: "association".to_owned(),
        label: profile.name_ar.clone(),
        before: serde_json::Value::Null,
        after: serde_json::json!({ "administrator": person.name }),
    };
    trail::line(db, Some(&session::who(person)), now, "office.set_up", "change", &[change], "done")
}
