//! An office of a size, made fast and the same each time: its people and sessions through the office itself, its bulk
//! straight into the encrypted file. Entries go through the ledger's own door, so their seals and balances are lawful.

mod casework;
mod loans;
mod people;
mod services;
mod visits;

pub use people::person;
pub use services::service;

use crate::size::{Asked, Size};
use database::{Database, Keys, OfficeFolder};
use kernel::id::{FundId, LoanId, PersonId};
use kernel::{Day, Failure, Moment};
use office::{Caller, Office, Options, SessionChange};
use serde_json::{Value, json};
use std::path::Path;

/// The sign-in name of who set the office up, and the password of everybody in it.
pub const ADMINISTRATOR: &str = "nouf";
pub const PASSWORD: &str = "قهوة وتمر في بريدة";
/// What an administrator gives a newcomer, who replaces it.
const FIRST_PASSWORD: &str = "سدر وأثل على الطريق";
pub const FUND: &str = "0190000a-0000-7000-8000-0000000000f1";

/// An office with its people signed in.
pub struct Made {
    pub office: Office,
    pub finance: Caller,
    pub supervisor: Caller,
    pub special: Special,
    folder: Folder,
}

/// Where an office stands, for programs that open it themselves.
pub struct Folder {
    pub path: std::path::PathBuf,
    /// The folder goes with the run, unless it was named.
    _thrown_away: Option<tempfile::TempDir>,
}

impl Made {
    /// Lets go of the office and gives its folder.
    pub fn leave(self) -> Folder {
        self.folder
    }
}

/// Loans that are measured one by one.
pub struct Special {
    /// A loan of 40 events, and one of 700.
    pub forty: LoanId,
    pub seven_hundred: LoanId,
    /// Loans on which something is owed.
    pub owing: Vec<LoanId>,
}

/// What rows of the bulk point at.
pub struct Bulk {
    pub size: Size,
    pub today: Day,
    pub now: Moment,
    pub clerk: PersonId,
    pub fund: FundId,
}

pub fn text(failure: Failure) -> String {
    failure.to_string()
}

/// A folder beside the build, on the disk that holds data; the temporary folder may be memory.
pub fn folder() -> Result<tempfile::TempDir, String> {
    let beside = std::env::current_exe().map_err(|error| error.to_string())?;
    let folder = beside.parent().ok_or("the program stands in no folder")?;
    tempfile::tempdir_in(folder).map_err(|error| error.to_string())
}

fn open(office: &Path) -> Result<Office, String> {
    let options = Options { cost: database::Cost::cheap(), ..Options::default() };
    app::open(office, options).map_err(text)
}

fn begun(change: SessionChange) -> Result<Caller, String> {
    match change {
        SessionChange::Begun(token) => Ok(Caller::Holder(token)),
        other => Err(format!("a session should have begun, not {other:?}")),
    }
}

pub fn call(office: &Office, who: &Caller, name: &str, input: Value) -> Result<Value, String> {
    office.call(who, name, input).map(|answer| answer.value).map_err(|failure| format!("{name}: {failure}"))
}

/// An identifier of a kind, the same in each run.
pub fn id(kind: u8, number: usize) -> [u8; 16] {
    let mut id = [0; 16];
    id[0] = 1;
    id[6] = 0x70;
    id[7] = kind;
    id[8..].copy_from_slice(&(number as u64 | 0x8000_0000_0000_0000).to_be_bytes());
    id
}

/// The same for what the interface names on a day: its identifiers begin with the time, so what was entered together
/// lies together.
pub fn id_of_day(kind: u8, number: usize, day: Day) -> [u8; 16] {
    let millis = Moment::start_of_riyadh_day(i64::from(day.number())).micros() / 1_000;
    let mut named = id(kind, number);
    named[..6].copy_from_slice(&millis.to_be_bytes()[2..]);
    named
}

/// An office of the size, made now or found where it was kept.
pub fn make(asked: &Asked) -> Result<Made, String> {
    let thrown_away = asked.office.is_none().then(folder).transpose()?;
    let path = match (&asked.office, &thrown_away) {
        (Some(kept), _) => kept.clone(),
        (None, Some(folder)) => folder.path().join("office"),
        (None, None) => return Err("no folder".to_owned()),
    };
    if !path.join("office.db").is_file() {
        // One that was stopped half-way is no office.
        let half = path.with_extension("half");
        if half.exists() {
            std::fs::remove_dir_all(&half).map_err(|error| error.to_string())?;
        }
        set_up(&half, asked.size)?;
        std::fs::rename(&half, &path).map_err(|error| error.to_string())?;
    }
    let office = open(&path)?;
    let (finance, supervisor) = (sign_in(&office, "finance")?, sign_in(&office, "supervisor")?);
    let special = Special {
        forty: loans::forty(asked.size),
        seven_hundred: loans::seven_hundred(asked.size),
        owing: owing(&office, &finance)?,
    };
    Ok(Made { office, finance, supervisor, special, folder: Folder { path, _thrown_away: thrown_away } })
}

/// The same with years of casework beside the loans.
pub fn with_casework(asked: &Asked) -> Result<Made, String> {
    let made = make(asked)?;
    let now = made.office.now();
    made.office.close();
    let folder = made.leave();
    let lock = OfficeFolder::at(&folder.path).lock().map_err(text)?;
    let (_, key) = Keys::load(&lock).and_then(|keys| keys.unlock_with_password("finance", PASSWORD)).map_err(text)?;
    let database = Database::open(&lock, &key).map_err(text)?;
    if !casework::is_there(&database).map_err(text)? {
        let clerk = PersonId::from_bytes(id(1, 1));
        let fund = FUND.parse().map_err(text)?;
        let bulk = Bulk { size: asked.size, today: Day::in_riyadh(now), now, clerk, fund };
        casework::put(&database, &bulk).map_err(text)?;
    }
    database.close().map_err(text)?;
    drop(lock);
    let office = open(&folder.path)?;
    let (finance, supervisor) = (sign_in(&office, "finance")?, sign_in(&office, "supervisor")?);
    let nobody = LoanId::from_bytes(id(4, 0));
    let special = Special { forty: nobody, seven_hundred: nobody, owing: Vec::new() };
    Ok(Made { office, finance, supervisor, special, folder })
}

fn sign_in(office: &Office, login: &str) -> Result<Caller, String> {
    let input = json!({ "login": login, "password": PASSWORD });
    begun(office.call(&Caller::Nobody, "session.sign_in", input).map_err(text)?.session)
}

/// The first loans on which something is owed.
fn owing(office: &Office, who: &Caller) -> Result<Vec<LoanId>, String> {
    let page = call(office, who, "loans.list", json!({ "phase": ["active"], "limit": 500 }))?;
    let lines = page["lines"].as_array().map(Vec::as_slice).unwrap_or_default();
    lines.iter().map(|line| line["loan"].as_str().unwrap_or_default().parse().map_err(text)).collect()
}

/// An office after its first run, with its people and nothing else.
pub fn begin() -> Result<Made, String> {
    let folder = folder()?;
    let path = folder.path().join("office");
    let office = staffed(&path)?;
    let (finance, supervisor) = (sign_in(&office, "finance")?, sign_in(&office, "supervisor")?);
    let nobody = LoanId::from_bytes(id(4, 0));
    let special = Special { forty: nobody, seven_hundred: nobody, owing: Vec::new() };
    Ok(Made { office, finance, supervisor, special, folder: Folder { path, _thrown_away: Some(folder) } })
}

fn staffed(path: &Path) -> Result<Office, String> {
    let office = open(path)?;
    let set_up = json!({
        "association": { "name_ar": "جمعية القياس" },
        "administrator": { "name": "نوف", "login": ADMINISTRATOR, "password": PASSWORD },
    });
    let administrator = begun(office.call(&Caller::Nobody, "office.set_up", set_up).map_err(text)?.session)?;
    for (number, role) in [(1, "finance"), (2, "supervisor")] {
        let person = json!({ "id": PersonId::from_bytes(id(1, number)), "name": role, "login": role, "role": role, "password": FIRST_PASSWORD });
        call(&office, &administrator, "staff.add", person)?;
        let given = json!({ "login": role, "password": FIRST_PASSWORD });
        let newcomer = begun(office.call(&Caller::Nobody, "session.sign_in", given).map_err(text)?.session)?;
        call(&office, &newcomer, "session.change_password", json!({ "old": FIRST_PASSWORD, "new": PASSWORD }))?;
    }
    Ok(office)
}

fn set_up(path: &Path, size: Size) -> Result<(), String> {
    let office = staffed(path)?;
    let fund = json!({ "id": FUND, "name": "محفظة القروض", "class": "unrestricted", "kind": "loan_pool" });
    call(&office, &sign_in(&office, "finance")?, "funds.add", fund)?;
    let now = office.now();
    office.close();
    drop(office);
    let clerk = PersonId::from_bytes(id(1, 1));
    let bulk = Bulk { size, today: Day::in_riyadh(now), now, clerk, fund: FUND.parse().map_err(text)? };
    fill(path, &bulk).map_err(text)
}

fn fill(path: &Path, bulk: &Bulk) -> kernel::Result<()> {
    let lock = OfficeFolder::at(path).lock()?;
    let (_, key) = Keys::load(&lock)?.unlock_with_password("finance", PASSWORD)?;
    let database = Database::open(&lock, &key)?;
    people::put(&database, bulk)?;
    services::put(&database, bulk)?;
    loans::put(&database, bulk)?;
    visits::put(&database, bulk)?;
    database.close()
}
