//! The other first run: a demonstration association with its people and two years of its life, clearly marked as one.
//!
//! As in the real first run the key slots are written last, and everything else in one transaction: what is cut off
//! leaves no half demonstration.

use super::fill::{Plan, fill};
use database::{Database, Key, Keys};
use kernel::{Failure, Result, require};
use office::association::{Calendar, Digits};
use office::context::KeyChange;
use office::setup::model::{DemoMade, NewAssociation};
use office::setup::rules;
use office::setup::set_up::{first_rows, profile_of};
use office::{Office, SystemCall, UnlockedOffice, demo_mark, guard, session};
use serde::Deserialize;
use std::sync::{Arc, Mutex};
use ts_rs::TS;

/// The demonstration that is made: the same seed on the same day makes the same one. Guides and pictures show that of
/// seed 1.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct SetUpDemo {
    pub seed: u32,
}

pub fn set_up_demo(office: &Office, call: &mut SystemCall, input: SetUpDemo) -> Result<DemoMade> {
    let _one_at_a_time = guard(&office.setting_up);
    require(!office.lock.is_set_up(), rules::SET_UP_ALREADY)?;
    let plan = Plan::new(input.seed, office.now())?;
    let (people, administrator, begins) = (plan.people.clone(), plan.administrator.clone(), plan.begins);
    let profile = profile_of(
        NewAssociation {
            name_ar: plan.association_ar.to_owned(),
            name_en: plan.association_en.to_owned(),
            region: plan.region.to_owned(),
            ..NewAssociation::default()
        },
        Digits::default(),
        Calendar::default(),
    )?;

    let key = Key::random()?;
    let mut keys = Keys::create(office.options.cost)?;
    let first = people.first().ok_or_else(|| Failure::broken("no staff"))?;
    keys.add_slot(&key, administrator.id, &administrator.login, &first.password)?;
    office.lock.put_aside_unfinished()?;
    let db = Database::create(&office.lock, &key)?;
    let added = db.write(|db| {
        first_rows(db, office.features(), begins, true, (&profile, None), &administrator)?;
        fill(db, plan)
    })?;
    for change in added {
        if let KeyChange::Add { person, login, password } = change {
            keys.add_slot(&key, person, &login, &password)?;
        }
    }
    let code = keys.new_recovery_code(&key)?;
    demo_mark::mark(&office.lock, &people)?;
    office.set_demo(true)?;
    keys.save(&office.lock, &key)?;

    let _entering = guard(&office.entering);
    let unlocked = Arc::new(UnlockedOffice { db, keys: Mutex::new(keys), key });
    office.set_unlocked(Some(Arc::clone(&unlocked)));
    let recovery_code = code.printed().to_string();
    *guard(&office.shown_code) = Some(code);
    let session = session::begin(office, call, &unlocked, administrator.id, "session.sign_in")?;
    Ok(DemoMade { recovery_code, session, people })
}
