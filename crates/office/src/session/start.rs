//! What happens once a key is in hand, whether a password, the recovery code or the first run brought it.

use super::model::{Session, SessionAssociation, SessionPerson};
use super::sessions::Token;
use super::{rules, store};
use crate::context::{Change, Who};
use crate::office::{Office, SessionChange, SystemCall, UnlockedOffice, guard};
use crate::staff::Person;
use crate::{association, staff, trail};
use database::{Database, Key, Keys};
use kernel::id::PersonId;
use kernel::{Failure, Result, require};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Opens the file with a key, unless somebody has it open already.
///
/// # Errors
/// What the database says: damaged, newer, another program.
pub fn open(office: &Office, key: &Key) -> Result<Arc<UnlockedOffice>> {
    if let Ok(unlocked) = office.unlocked() {
        return Ok(unlocked);
    }
    let db = Database::open(&office.lock, key)?;
    // Read again: opening may have settled a change of key that a power cut had interrupted.
    let keys = Keys::load(&office.lock)?;
    let unlocked = Arc::new(UnlockedOffice { db, keys: Mutex::new(keys), key: key.clone() });
    office.set_unlocked(Some(Arc::clone(&unlocked)));
    crate::integrity::start::look(office, &unlocked)?;
    settle_keys(office, &unlocked)?;
    office.set_demo(unlocked.db.read(association::is_demo)?)?;
    Ok(unlocked)
}

/// A crash between the commit that removed a person and the removal of the key leaves a key without a person: it goes.
fn settle_keys(office: &Office, unlocked: &UnlockedOffice) -> Result<()> {
    let people = unlocked.db.read(staff::people)?;
    let mut keys = guard(&unlocked.keys);
    let gone: Vec<PersonId> =
        people.iter().filter(|person| !person.active && keys.holds(person.id)).map(|person| person.id).collect();
    if gone.is_empty() {
        return Ok(());
    }
    gone.into_iter().for_each(|person| keys.remove(person));
    keys.save(&office.lock, &unlocked.key)
}

/// Begins the session of a person and writes its line, after the lines of those who failed before.
///
/// # Errors
/// The person was removed; what the database refuses.
pub fn begin(
    office: &Office,
    call: &mut SystemCall,
    unlocked: &UnlockedOffice,
    person: PersonId,
    command: &str,
) -> Result<Session> {
    let now = office.now();
    let person = unlocked.db.read(|db| staff::person(db, person))?;
    require(person.active, staff::REMOVED)?;
    let who = who(&person);
    unlocked.db.write(|db| {
        hand_over_failures(office, unlocked, db)?;
        staff::seen(db, person.id, now)?;
        let change = Change {
            noun: "person",
            subject: person.id.to_string(),
            label: person.name.clone(),
            before: Value::Null,
            after: Value::Null,
        };
        trail::line(db, Some(&who), now, command, "sign_in", &[change], "done")
    })?;
    let minutes = unlocked.db.read(association::profile)?.idle_minutes;
    let idle = Duration::from_secs(u64::from(minutes) * 60);
    let token = office.sessions.begin(who, person.must_change_password, idle, office.options.clock.elapsed())?;
    if let crate::office::Caller::Holder(before) = &call.caller {
        // Whoever signs in anew leaves the session they came with.
        office.sessions.end(before);
    }
    call.caller = crate::office::Caller::Holder(token.clone());
    call.change = SessionChange::Begun(token.clone());
    session(office, unlocked, &person, &token)
}

pub fn who(person: &Person) -> Who {
    Who { id: person.id, name: person.name.clone(), login: person.login.clone(), role: person.role }
}

/// Wrong passwords were counted outside the encrypted file, which nobody could open then; now they get their lines.
fn hand_over_failures(office: &Office, unlocked: &UnlockedOffice, db: &database::Write<'_>) -> Result<()> {
    let people = staff::people(db)?;
    let keys = guard(&unlocked.keys);
    guard(&office.attempts).take_pending(|attempts, forgotten| {
        for attempt in attempts {
            let person = people.iter().find(|person| keys.tag(&person.login) == attempt.tag);
            let change = Change {
                noun: "person",
                subject: person.map(|person| person.id.to_string()).unwrap_or_default(),
                label: person.map(|person| person.name.clone()).unwrap_or_default(),
                before: Value::Null,
                after: json!({ "known": person.is_some() }),
            };
            let outcome = format!("refused:{}", rules::WRONG_PASSWORD);
            trail::line(db, None, attempt.at, "session.sign_in", "sign_in", &[change], &outcome)?;
        }
        if forgotten > 0 {
            let change = Change {
                noun: "person",
                subject: String::new(),
                label: String::new(),
                before: Value::Null,
                after: json!({ "attempts": forgotten }),
            };
            let outcome = format!("refused:{}", rules::WRONG_PASSWORD);
            trail::line(db, None, office.now(), "session.sign_in", "sign_in", &[change], &outcome)?;
        }
        Ok(())
    })
}

/// The session as the interface shows it.
///
/// # Errors
/// What the database refuses.
pub fn session(office: &Office, unlocked: &UnlockedOffice, person: &Person, token: &Token) -> Result<Session> {
    let (profile, recovery_confirmed) =
        unlocked.db.read(|db| Ok((association::profile(db)?, store::recovery_confirmed(db)?)))?;
    Ok(Session {
        person: SessionPerson {
            id: person.id,
            name: person.name.clone(),
            login: person.login.clone(),
            role: person.role,
        },
        association: SessionAssociation { name_ar: profile.name_ar, name_en: profile.name_en, logo: profile.logo },
        permissions: office
            .features()
            .permissions_of(person.role)
            .map(|permission| permission.name().to_owned())
            .collect(),
        digits: profile.digits,
        calendar: profile.calendar,
        idle_minutes: profile.idle_minutes,
        recovery_confirmed,
        must_change_password: person.must_change_password,
        locked: office.sessions.is_locked(token),
    })
}

/// The session of whoever knocks, as it stands now.
///
/// # Errors
/// Signed out.
pub fn current(office: &Office, call: &SystemCall) -> Result<Session> {
    let who = office.sessions.holder(&call.caller)?;
    let unlocked = office.unlocked()?;
    let person = unlocked.db.read(|db| staff::person(db, who.id))?;
    let crate::office::Caller::Holder(token) = &call.caller else {
        return Err(Failure::from(crate::office::SIGNED_OUT));
    };
    session(office, &unlocked, &person, token)
}
