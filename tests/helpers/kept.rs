//! Offices that earlier programs made and that are kept in `tests/databases`: how one is made, taken out of its file and
//! opened.

use crate::figures::Figures;
use kernel::id::PartyId;
use kernel::{Day, Moment};
use office::clock::SetClock;
use office::{Caller, Office, Options, SessionChange};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where the kept offices lie.
pub const DATABASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/databases");
const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/database/src/migrations/shipped.tsv");
const WORKBOOKS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/intake/cases/qassim");
const PASSWORD: &str = "نخلة وظل وماء";
/// A picture of one point.
const PICTURE: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\xdacd\
    \xf8\xcfP\x0f\0\x03\x86\x01\x80Z4}k\0\0\0\0IEND\xaeB`\x82";

/// What must be known to open a kept office, and the days its figures were told of: `office.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The number of its tables.
    pub schema: i64,
    /// When it was opened to tell its figures.
    pub now: Moment,
    pub days: Vec<Day>,
    /// Role → who signs in. Nobody else knows these passwords, for nobody else is in these offices.
    pub people: BTreeMap<String, Entry>,
    pub recovery_code: String,
    /// The newest line of the audit trail in the file, and its seal.
    pub audit_seq: i64,
    pub audit_head: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub login: String,
    pub password: String,
}

/// A kept office: a folder with `office.sharaka`, `office.json` and `figures.tsv`.
pub struct Kept {
    pub folder: PathBuf,
    pub about: About,
}

impl Kept {
    /// # Panics
    /// When the folder does not hold what a kept office is made of.
    pub fn named(name: &str) -> Self {
        let folder = Path::new(DATABASES).join(name);
        let about = std::fs::read(folder.join("office.json")).unwrap_or_else(|error| panic!("{name}: {error}"));
        Self { about: serde_json::from_slice(&about).expect("what is known of a kept office"), folder }
    }

    pub fn file(&self) -> PathBuf {
        self.folder.join("office.sharaka")
    }

    /// What the program that made it said of it.
    ///
    /// # Panics
    /// When they cannot be read.
    pub fn figures(&self) -> Figures {
        Figures::read(&std::fs::read_to_string(self.folder.join("figures.tsv")).expect("the figures of a kept office"))
    }

    /// Takes the office out of its file into an empty folder, as it lay on the disk of its time.
    ///
    /// # Panics
    /// When the file is not whole.
    pub fn lay_out(&self, into: &Path) {
        let file = std::fs::File::open(self.file()).expect("the kept office");
        let mut parts = zip::ZipArchive::new(file).expect("a backup is a zip");
        for name in ["office.db", "office.keys"] {
            let mut bytes = Vec::new();
            parts.by_name(name).expect("a part of a backup").read_to_end(&mut bytes).expect("a sound part");
            std::fs::write(into.join(name), bytes).expect("the scratch folder takes files");
        }
    }

    /// The office in that folder, opened by the present program at the hour its figures were told, with everybody in it.
    ///
    /// # Panics
    /// When it does not open, or somebody's password does not.
    pub fn open(&self, folder: &Path) -> Opened {
        let office = office(folder, self.about.now);
        let people = &self.about.people;
        let enter = |entry: &Entry| sign_in(&office, &entry.login, &entry.password);
        let people = people.iter().map(|(role, entry)| (role.clone(), enter(entry))).collect();
        Opened { office, people, days: self.about.days.clone() }
    }
}

/// The newest kept office of a recipe.
///
/// # Panics
/// When none is kept.
pub fn newest_kept(recipe: &str) -> String {
    let list = std::fs::read_to_string(Path::new(DATABASES).join("schemas.tsv")).expect("the list of kept offices");
    let names = list.lines().filter_map(|line| line.split('\t').nth(1)).filter(|name| name.ends_with(recipe));
    names.max().unwrap_or_else(|| panic!("no «{recipe}» is kept")).to_owned()
}

/// An open office and one caller of each role.
pub struct Opened {
    pub office: Office,
    pub people: BTreeMap<String, Caller>,
    pub days: Vec<Day>,
}

impl Opened {
    /// # Panics
    /// When the command is refused, or fails.
    pub fn told(&self, role: &str, command: &str, input: Value) -> Value {
        let answer = self.office.call(&self.people[role], command, input);
        answer.unwrap_or_else(|failure| panic!("{command}: {failure}")).value
    }
}

/// The names of the offices that can be made.
pub const RECIPES: [&str; 2] = ["demonstration", "qassim"];

/// Makes an office by the present program and keeps it, with what the program says of it, in
/// `databases/<schema>-<recipe>`. What is kept already is never written anew.
///
/// # Panics
/// When something of it is refused.
pub fn keep(recipe: &str) -> PathBuf {
    let folder = Path::new(DATABASES).join(format!("{:04}-{recipe}", database::NEWEST));
    assert!(!folder.exists(), "{} is kept already, and stays as its program made it", folder.display());
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let made = match recipe {
        "demonstration" => demonstration(scratch.path()),
        "qassim" => qassim(scratch.path()),
        other => panic!("nobody knows how to make «{other}»"),
    };
    std::fs::create_dir_all(&folder).expect("the folder of the kept office");
    std::fs::copy(&made.file, folder.join("office.sharaka")).expect("the kept office");
    let label: Value = {
        let file = std::fs::File::open(&made.file).expect("the backup");
        let mut parts = zip::ZipArchive::new(file).expect("a backup is a zip");
        serde_json::from_reader(parts.by_name("label.json").expect("its label")).expect("its label")
    };
    let about = About {
        schema: database::NEWEST,
        audit_seq: label["audit_seq"].as_i64().expect("a number"),
        audit_head: label["audit_head"].as_str().expect("a seal").to_owned(),
        ..made.about
    };
    let text = serde_json::to_string_pretty(&about).expect("it is JSON") + "\n";
    std::fs::write(folder.join("office.json"), text).expect("the folder takes files");
    let kept = Kept { folder, about };
    let laid_out = tempfile::tempdir().expect("a scratch folder");
    kept.lay_out(laid_out.path());
    let figures = Figures::of(&kept.open(laid_out.path()));
    std::fs::write(kept.folder.join("figures.tsv"), figures.written()).expect("the folder takes files");
    let list = Path::new(DATABASES).join("schemas.tsv");
    let mut lines = std::fs::read_to_string(&list).unwrap_or_else(|_| "schema\toffice\n".to_owned());
    let _ = writeln!(lines, "{}\t{:04}-{recipe}", database::NEWEST, database::NEWEST);
    std::fs::write(list, lines).expect("the list of kept offices");
    kept.folder
}

/// Writes down the fingerprints of the steps that ship with the kept office. The lines of earlier ones stay.
///
/// # Panics
/// When the list cannot be read or written.
pub fn ship_the_steps() {
    let mut lines = std::fs::read_to_string(SHIPPED).expect("the list of steps that have shipped");
    let known = lines.lines().skip(1).count();
    for step in &database::MIGRATIONS[known..] {
        let _ = writeln!(lines, "{}\t{}", step.name, database::audit_chain::fingerprint(step.sql.as_bytes()));
    }
    std::fs::write(SHIPPED, lines).expect("the list of steps that have shipped");
}

struct Made {
    file: PathBuf,
    about: About,
}

/// Ten in the morning in Riyadh.
fn morning(year: i32, month: u32, day: u32) -> Moment {
    let day = Day::from_ymd(year, month, day).expect("a day of the calendar");
    let midnight = Moment::start_of_riyadh_day(i64::from(day.number())).micros();
    Moment::from_micros(midnight + 36_000_000_000)
}

fn days(days: [(i32, u32, u32); 3]) -> Vec<Day> {
    days.map(|(year, month, day)| Day::from_ymd(year, month, day).expect("a day of the calendar")).to_vec()
}

/// The demonstration of seed 1, as it is on 22 November 2026.
fn demonstration(folder: &Path) -> Made {
    let now = morning(2026, 11, 22);
    let office = office(folder, now);
    let done = office.call(&Caller::Nobody, "office.set_up_demo", json!({ "seed": 1 })).expect("a demonstration");
    let SessionChange::Begun(token) = done.session else { panic!("a session must begin") };
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let entry = |person: &Value| Entry { login: text(&person["login"]), password: text(&person["password"]) };
    let people = done.value["people"].as_array().expect("its people");
    let people = people.iter().map(|person| (text(&person["role"]), entry(person))).collect();
    let code = text(&done.value["recovery_code"]);
    let days = days([(2026, 11, 22), (2026, 3, 31), (2025, 6, 30)]);
    packed(folder, &office, &Caller::Holder(token), About { people, ..about(now, days, code) })
}

/// An association whose three workbooks came in on 1 November 2026, and what its people did that morning.
fn qassim(folder: &Path) -> Made {
    let now = morning(2026, 11, 1);
    let office = office(folder, now);
    let entry = |login: &str| Entry { login: login.to_owned(), password: PASSWORD.to_owned() };
    let set_up = json!({
        "association": { "name_ar": "جمعية غراس النخيل للشراكة المجتمعية", "name_en": "Ghiras Al-Nakheel",
            "licence_no": "1000700100", "unified_no": "7001398960", "region": "القصيم" },
        "administrator": { "name": "نوف العتيبي", "login": "nouf", "password": PASSWORD },
        "digits": "arabic", "calendar": "hijri",
    });
    let done = office.call(&Caller::Nobody, "office.set_up", set_up).expect("the first run");
    let SessionChange::Begun(token) = done.session else { panic!("a session must begin") };
    let code = done.value["recovery_code"].as_str().expect("a code").to_owned();
    let mut people = BTreeMap::from([("administrator".to_owned(), entry("nouf"))]);
    let mut callers = BTreeMap::from([("administrator".to_owned(), Caller::Holder(token))]);
    let next = Cell::new(0_u8);
    let id = || {
        next.set(next.get() + 1);
        PartyId::new(now, [next.get(); 10]).to_string()
    };
    let call = |caller: &Caller, name: &str, input: Value| {
        office.call(caller, name, input).unwrap_or_else(|failure| panic!("{name}: {failure}")).value
    };
    for (name, role) in [
        ("سارة الحربي", "researcher"),
        ("منى الزهراني", "supervisor"),
        ("خالد العقيل", "finance"),
        ("فهد السبيعي", "committee"),
    ] {
        let first = json!({ "id": id(), "name": name, "login": role, "role": role, "password": "مفتاح-أول-7788" });
        call(&callers["administrator"], "staff.add", first);
        // A first password opens nothing but what replaces it.
        let newcomer = entered(&office, role, "مفتاح-أول-7788");
        call(&newcomer, "session.change_password", json!({ "old": "مفتاح-أول-7788", "new": PASSWORD }));
        call(&newcomer, "integrity.confirm_clock", json!({}));
        people.insert(role.to_owned(), entry(role));
        callers.insert(role.to_owned(), newcomer);
    }
    for (who, subject, name) in [
        ("supervisor", "beneficiaries", "beneficiaries.xlsx"),
        ("finance", "openings", "fund_opening.xlsx"),
        ("supervisor", "loans", "loans.xlsx"),
    ] {
        let bytes = std::fs::read(Path::new(WORKBOOKS).join(name)).expect("a workbook of the association");
        let ticket = crate::bring(&office, &callers[who], "importing.open", bytes).expect("a workbook comes in");
        let import = id();
        call(
            &callers[who],
            "importing.open",
            json!({ "id": import, "subject": subject, "name": name, "ticket": ticket }),
        );
        call(&callers[who], "importing.save_map", json!({ "id": import, "name": name }));
        let saved = call(&callers[who], "importing.save", json!({ "id": import }));
        if !saved["waiting"].is_null() {
            call(&callers["finance"], "importing.approve", json!({ "id": import, "cash_accepted": true }));
        }
    }
    let files = call(&callers["researcher"], "beneficiaries.list", json!({ "limit": 2 }));
    let party = files["lines"][0]["party"].clone();
    call(&callers["researcher"], "beneficiaries.note", json!({ "party": party, "text": "اتصل وأكد عنوانه." }));
    let consent = json!({ "party": party, "purpose": "keep", "form": "signed", "given_on": "2026-11-01" });
    call(&callers["researcher"], "beneficiaries.consent", consent);
    let ticket =
        crate::bring(&office, &callers["researcher"], "documents.attach", PICTURE).expect("a picture comes in");
    let photo = json!({
        "id": id(), "subject_kind": "file", "subject": party, "kind": "photo", "title": "المحل", "file_name": "shop.png",
        "expires_on": "2027-10-31", "ticket": ticket,
    });
    let photo = call(&callers["researcher"], "documents.attach", photo);
    let seen = json!({ "id": photo["id"], "finding": "genuine", "method": "site_seen", "expires_on": "2027-10-31" });
    call(&callers["supervisor"], "documents.review", seen);
    let liked = json!({ "key": "theme", "value": "dark" });
    call(&callers["researcher"], "preferences.put", liked);
    let late = call(&callers["finance"], "collection.late", json!({}))["lines"][0].clone();
    let payment = json!({
        "id": id(), "loan": late["loan"], "day": "2026-11-01", "amount": late["overdue"], "method": "transfer",
        "reference": "FT-1",
    });
    call(&callers["finance"], "loans.repay", payment);
    let days = days([(2026, 11, 1), (2026, 10, 31), (2025, 12, 31)]);
    packed(folder, &office, &callers["administrator"], About { people, ..about(now, days, code) })
}

fn about(now: Moment, days: Vec<Day>, recovery_code: String) -> About {
    let people = BTreeMap::new();
    About { schema: 0, now, days, people, recovery_code, audit_seq: 0, audit_head: String::new() }
}

/// The office as a backup of its own.
fn packed(folder: &Path, office: &Office, administrator: &Caller, about: About) -> Made {
    let made = office.call(administrator, "backups.make", json!({})).expect("a backup").value;
    let file = folder.join("backups").join(made["id"].as_str().expect("the name of a file"));
    Made { file, about }
}

fn office(folder: &Path, now: Moment) -> Office {
    let options = Options { clock: Arc::new(SetClock::at(now)), cost: database::Cost::cheap(), demo: false };
    app::open(folder, options).expect("the folder is ours")
}

fn sign_in(office: &Office, login: &str, password: &str) -> Caller {
    let caller = entered(office, login, password);
    // Offices of before are opened on days of the story's choosing.
    office.call(&caller, "integrity.confirm_clock", json!({})).expect("the clock is right");
    caller
}

fn entered(office: &Office, login: &str, password: &str) -> Caller {
    let input = json!({ "login": login, "password": password });
    match office.call(&Caller::Nobody, "session.sign_in", input).unwrap_or_else(|failure| panic!("{failure}")).session {
        SessionChange::Begun(token) => Caller::Holder(token),
        other => panic!("a session should have begun, not {other:?}"),
    }
}
