//! An office in a scratch folder and the people at its desk.

use app::clock::SetClock;
use app::office::{Caller, Office, Options, SessionChange};
use database::Cost;
use kernel::{Code, Failure, Moment, Result};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

const PASSWORD: &str = "كلمة مرور طويلة 1448";

/// An office of 21 November 2026 with one administrator.
pub struct Desk {
    pub office: Office,
    pub clock: Arc<SetClock>,
    pub administrator: Caller,
    _folder: tempfile::TempDir,
}

impl Desk {
    pub fn set_up() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let day: kernel::Day = "2026-11-21".parse().unwrap();
        let noon = Moment::start_of_riyadh_day(i64::from(day.number())).after(Duration::from_secs(12 * 3600));
        let clock = Arc::new(SetClock::at(noon));
        let office =
            Office::open(folder.path(), Options { clock: clock.clone(), cost: Cost::cheap(), demo: false }).unwrap();
        let input = json!({
            "association": { "name_ar": "جمعية غراس النخيل", "name_en": "Palm Shoots", "region": "القصيم" },
            "administrator": { "name": "نوف العتيبي", "login": "nouf", "password": PASSWORD },
            "digits": "latin", "calendar": "hijri",
        });
        let answer = office.call(&Caller::Nobody, "office.set_up", input).unwrap();
        let SessionChange::Begun(token) = answer.session else { panic!("the first run signs in") };
        Self { office, clock, administrator: Caller::Holder(token), _folder: folder }
    }

    /// Adds a person of the office and signs them in.
    pub fn person(&self, name: &str, login: &str, role: &str) -> Caller {
        let id = id(login);
        let input = json!({ "id": id, "name": name, "login": login, "role": role, "password": PASSWORD });
        self.call(&self.administrator, "staff.add", input).unwrap();
        let answer =
            self.office.call(&Caller::Nobody, "session.sign_in", json!({ "login": login, "password": PASSWORD }));
        let SessionChange::Begun(token) = answer.unwrap().session else { panic!("{login} signs in") };
        Caller::Holder(token)
    }

    /// A command by its name, a second later than the one before.
    pub fn call(&self, caller: &Caller, name: &str, input: Value) -> Result<Value> {
        self.clock.pass(Duration::from_secs(1));
        self.office.call(caller, name, input).map(|answer| answer.value)
    }
}

/// An identifier that is the same for the same name.
pub fn id(name: &str) -> String {
    let mut bytes = [7_u8; 16];
    for (place, byte) in name.bytes().enumerate() {
        bytes[place % 16] = bytes[place % 16].wrapping_mul(31).wrapping_add(byte);
    }
    kernel::id::PartyId::from_bytes(bytes).to_string()
}

/// The code of what was refused.
pub fn code(outcome: Result<Value>) -> &'static str {
    match outcome {
        Err(Failure::Refused(refusal) | Failure::Conflict(refusal)) => {
            let Code(code) = refusal.code;
            code
        }
        other => panic!("expected a refusal, got {other:?}"),
    }
}
