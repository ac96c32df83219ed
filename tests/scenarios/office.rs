//! An office for a story: a fresh folder, a clock that stands still, and people who call.

use kernel::id::{PersonId, RequestId};
use kernel::{Failure, Moment};
use office::clock::SetClock;
use office::{Answer, Caller, Office, Options, SessionChange};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

pub const PASSWORD: &str = "قهوة وتمر في بريدة";
/// 2026-11-21, ten in the morning in Riyadh.
const MORNING: Moment = Moment::from_micros(1_795_244_400_000_000);

/// What a person sees once something is done: a change answers with little, and the screen asks for its page again.
pub fn seen(office: &Office, caller: &Caller, command: &str, input: Value) -> Result<Value, Failure> {
    let done = office.call(caller, command, input.clone())?.value;
    let page = match command {
        "beneficiaries.merge" => Some(("beneficiaries.open", json!({ "party": input["keep"] }))),
        "beneficiaries.add"
        | "beneficiaries.change"
        | "beneficiaries.add_member"
        | "beneficiaries.change_member"
        | "beneficiaries.remove_member"
        | "beneficiaries.check_identity"
        | "beneficiaries.note"
        | "beneficiaries.consent"
        | "beneficiaries.withdraw_consent"
        | "beneficiaries.change_status"
        | "beneficiaries.undo_merge" => Some(("beneficiaries.open", json!({ "party": input["party"] }))),
        "loans.propose" => Some(("loans.detail", json!({ "loan": done["id"] }))),
        "loans.plan_tranche"
        | "loans.change_tranche"
        | "loans.deliver_tranche"
        | "loans.pay_tranche"
        | "loans.verify_tranche"
        | "loans.request_tranche"
        | "loans.approve_tranche"
        | "loans.cancel_tranche"
        | "loans.approve"
        | "loans.reject"
        | "loans.cancel"
        | "loans.ask_refund"
        | "loans.ask_undo"
        | "loans.approve_undo"
        | "loans.approve_refund"
        | "loans.ask_forgiveness"
        | "loans.approve_forgiveness"
        | "loans.ask_change"
        | "loans.approve_change"
        | "loans.drop_request" => Some(("loans.detail", json!({ "loan": done["loan"] }))),
        "funds.donate" | "funds.clear_cheque" => Some(("funds.entry", json!({ "id": done["id"] }))),
        _ => None,
    };
    page.map_or(Ok(done), |(page, question)| office.call(caller, page, question).map(|answer| answer.value))
}

/// An office, with the administrator Nouf signed in once it is set up.
pub struct Story {
    pub folder: tempfile::TempDir,
    pub clock: Arc<SetClock>,
    pub office: Office,
    pub caller: Caller,
    pub recovery_code: String,
    ids: std::cell::Cell<u16>,
}

/// What an administrator gives a person who is new.
pub const FIRST_PASSWORD: &str = "حبر وورق ودواة";

/// Ten bytes that are others for another number.
fn bytes_of(number: u16) -> [u8; 10] {
    let [high, low] = number.to_be_bytes();
    [high, low, high, low, high, low, high, low, high, low]
}

impl Story {
    /// A folder nobody has set up yet.
    pub fn unopened() -> Self {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let clock = Arc::new(SetClock::at(MORNING));
        let office = open(folder.path(), &clock);
        let ids = std::cell::Cell::new(0);
        Self { folder, clock, office, caller: Caller::Nobody, recovery_code: String::new(), ids }
    }

    /// An office after its first run.
    pub fn begun() -> Self {
        let mut story = Self::unopened();
        let answer = story.call("office.set_up", set_up()).expect("the first run");
        story.recovery_code = answer.value["recovery_code"].as_str().expect("a code").to_owned();
        story.caller = holder(&answer);
        story
    }

    /// An office filled with the demonstration: slow to make, so stories share one.
    pub fn demonstrated() -> Self {
        let mut story = Self::unopened();
        let answer = story.call("office.set_up_demo", json!({ "seed": 1 })).expect("the demonstration");
        story.caller = holder(&answer);
        story
    }

    pub fn call(&self, name: &str, input: Value) -> Result<Answer, Failure> {
        self.office.call(&self.caller, name, input)
    }

    /// What a command answers; a failure ends the story.
    pub fn told(&self, name: &str, input: Value) -> Value {
        self.call(name, input).unwrap_or_else(|failure| panic!("{name}: {failure}")).value
    }

    /// The code of a refusal; an answer, or another failure, ends the story.
    pub fn refused(&self, name: &str, input: Value) -> String {
        match self.call(name, input) {
            Err(failure) => failure.code().unwrap_or_else(|| panic!("{name}: {failure}")).to_string(),
            Ok(answer) => panic!("{name} should have been refused, and answered {}", answer.value),
        }
    }

    pub fn sign_in(&self, login: &str, password: &str) -> Result<Caller, Failure> {
        let input = json!({ "login": login, "password": password });
        self.office.call(&Caller::Nobody, "session.sign_in", input).map(|answer| holder(&answer))
    }

    /// Adds a person and signs them in, with a password they have chosen themselves.
    pub fn with(&self, name: &str, login: &str, role: &str) -> (PersonId, Caller) {
        let (id, newcomer) = self.with_first_password(name, login, role, FIRST_PASSWORD);
        let own = json!({ "old": FIRST_PASSWORD, "new": "نخلة وظل وماء" });
        self.office.call(&newcomer, "session.change_password", own).expect("their own password");
        (id, newcomer)
    }

    /// Adds a person and signs them in, with the password they were given.
    pub fn with_first_password(&self, name: &str, login: &str, role: &str, password: &str) -> (PersonId, Caller) {
        let id = self.person_id();
        let input = json!({ "id": id, "name": name, "login": login, "role": role, "password": password });
        self.told("staff.add", input);
        (id, self.sign_in(login, password).expect("the first password opens"))
    }

    pub fn person_id(&self) -> PersonId {
        self.ids.set(self.ids.get() + 1);
        PersonId::new(self.office.now(), bytes_of(self.ids.get()))
    }

    pub fn request_id(&self) -> RequestId {
        self.ids.set(self.ids.get() + 1);
        RequestId::new(self.office.now(), bytes_of(self.ids.get()))
    }

    /// Ends the program and starts it again on the same folder.
    pub fn restarted(self) -> Self {
        let Self { folder, clock, office, recovery_code, ids, .. } = self;
        office.close();
        drop(office);
        let office = open(folder.path(), &clock);
        Self { folder, clock, office, caller: Caller::Nobody, recovery_code, ids }
    }

    /// The same story, told by another session from here on.
    pub fn called_by(self, caller: Caller) -> Self {
        Self { caller, ..self }
    }

    pub fn pass(&self, time: Duration) {
        self.clock.pass(time);
    }
}

pub fn open(folder: &std::path::Path, clock: &Arc<SetClock>) -> Office {
    let clock: Arc<SetClock> = Arc::clone(clock);
    let options = Options { clock, cost: database::Cost::cheap(), demo: false };
    app::open(folder, options).expect("the folder is ours")
}

pub fn holder(answer: &Answer) -> Caller {
    match &answer.session {
        SessionChange::Begun(token) => Caller::Holder(token.clone()),
        other => panic!("a session should have begun, not {other:?}"),
    }
}

pub fn set_up() -> Value {
    json!({
        "association": {
            "name_ar": "جمعية غراس النخيل للشراكة المجتمعية", "name_en": "Ghiras Al-Nakheel",
            "licence_no": "1000700100", "unified_no": "7001398960", "region": "القصيم",
        },
        "administrator": { "name": "نوف العتيبي", "login": "nouf", "password": PASSWORD },
        "digits": "arabic",
        "calendar": "hijri",
    })
}
