//! An office with a partnership fund, a loan pool and a zakat fund, and the people who keep their books.

use crate::office::seen;
use kernel::{Day, Failure, Moment};
use office::clock::SetClock;
use office::{Caller, Office, Options, SessionChange};
use serde_json::{Value, json};
use std::sync::Arc;

const PASSWORD: &str = "قهوة وتمر في بريدة";

pub struct Story {
    pub office: Office,
    pub clock: Arc<SetClock>,
    pub finance: Caller,
    pub supervisor: Caller,
    pub committee: Caller,
    pub administrator: Caller,
    pub researcher: Caller,
    _folder: tempfile::TempDir,
}

pub fn id(number: u8) -> String {
    format!("0190000a-0000-7000-8000-0000000000{number:02x}")
}

fn clock() -> Arc<SetClock> {
    let day = Day::from_ymd(2026, 10, 31).unwrap();
    let midnight = Moment::start_of_riyadh_day(i64::from(day.number())).micros();
    Arc::new(SetClock::at(Moment::from_micros(midnight + 36_000_000_000)))
}

fn holder(change: SessionChange) -> Caller {
    let SessionChange::Begun(token) = change else { panic!("a session must begin") };
    Caller::Holder(token)
}

impl Story {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = clock();
        let options = Options { clock: Arc::clone(&clock) as _, cost: database::Cost::cheap(), demo: false };
        let office = app::open(&folder.path().join("office"), options).unwrap();
        let set_up = json!({
            "association": { "name_ar": "جمعية غراس", "name_en": "Ghiras", "licence_no": "1", "unified_no": "7001234567", "region": "القصيم" },
            "administrator": { "name": "منيرة", "login": "munira", "password": PASSWORD },
            "digits": "latin", "calendar": "gregorian",
        });
        let admin = holder(office.call(&Caller::Nobody, "office.set_up", set_up).unwrap().session);
        let people =
            [(1, "nouf", "finance"), (2, "saad", "supervisor"), (3, "huda", "researcher"), (4, "fahd", "committee")];
        for (number, login, role) in people {
            let person = json!({ "id": id(number), "name": login, "login": login, "role": role, "password": PASSWORD });
            office.call(&admin, "staff.add", person).unwrap();
        }
        let enter = |login: &str| {
            let entered =
                office.call(&Caller::Nobody, "session.sign_in", json!({ "login": login, "password": PASSWORD }));
            holder(entered.unwrap().session)
        };
        let story = Self {
            finance: enter("nouf"),
            supervisor: enter("saad"),
            researcher: enter("huda"),
            committee: enter("fahd"),
            administrator: admin,
            office,
            clock,
            _folder: folder,
        };
        for (number, name, class, kind) in [
            (0x11, "صندوق الشراكة", "unrestricted", "operating"),
            (0x12, "محفظة القروض الحسنة", "unrestricted", "loan_pool"),
            (0x13, "صندوق الزكاة", "restricted", "zakat"),
        ] {
            story.done("funds.add", json!({ "id": id(number), "name": name, "class": class, "kind": kind }));
        }
        story
    }

    /// The next morning, without anybody having gone.
    pub fn next_day(&self) {
        self.clock.set(office::clock::Clock::now(self.clock.as_ref()).after(std::time::Duration::from_secs(86_400)));
    }

    pub fn done(&self, name: &str, input: Value) -> Value {
        seen(&self.office, &self.finance, name, input).unwrap_or_else(|failure| panic!("{name}: {failure}"))
    }

    /// What another person than the finance officer does.
    pub fn by(&self, who: &Caller, name: &str, input: Value) -> Value {
        self.office.call(who, name, input).unwrap_or_else(|failure| panic!("{name}: {failure}")).value
    }

    pub fn refused(&self, who: &Caller, name: &str, input: Value) -> String {
        match self.office.call(who, name, input) {
            Ok(answer) => panic!("{name} must be refused: {}", answer.value),
            Err(Failure::Forbidden { permission }) => permission.to_owned(),
            Err(failure) => failure.code().unwrap_or_else(|| panic!("{failure}")).0.to_owned(),
        }
    }

    pub fn donation(&self, number: u8, fund: u8, amount: i64) -> Value {
        json!({
            "id": id(number), "fund": id(fund), "amount": amount, "day": "2026-10-20", "donor": "شركة معارف",
            "method": "transfer", "reference": "FT26293", "narration": "", "account": null,
        })
    }
}
