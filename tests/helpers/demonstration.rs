//! The demonstration office on the disk, and where in it there is something to look at.

use crate::page::Page;
use crate::steps::{LOOKS, named};
use office::{Caller, Office, Options, SessionChange};
use serde_json::{Value, json};
use std::path::Path;

/// Somebody of the demonstration, and the addresses of what they open.
pub struct Visit {
    pub role: &'static str,
    pub login: String,
    pub password: String,
    /// Name of the picture, address of the screen.
    pub stops: Vec<(&'static str, String)>,
}

impl Page {
    /// Goes everywhere with everybody of the demonstration, who is signed out, and takes a picture of it in every look.
    pub async fn visit(&self, visits: &[Visit]) {
        for visit in visits {
            self.sign_in(&visit.login, &visit.password).await;
            self.by_test("frame.person").await;
            for look in LOOKS {
                self.look(*look).await;
                for (name, address) in &visit.stops {
                    self.script(&format!("location.hash = '#/{address}'")).await;
                    self.visible("h1").await;
                    self.settle().await;
                    self.screenshot(&named(&format!("demo/{}-{name}", visit.role), *look)).await;
                }
                self.script("location.hash = '#/tasks'").await;
                self.settle().await;
            }
            self.language("ar").await;
            self.sign_out().await;
        }
    }
}

/// Makes the demonstration in a folder that has no office, and tells who opens what in it.
///
/// # Panics
/// When it cannot be made, or lacks what is to be looked at.
pub fn demonstration(folder: &Path) -> Vec<Visit> {
    let options = Options { cost: database::Cost::cheap(), ..Options::default() };
    let office = app::open(folder, options).expect("the folder is ours");
    let made = office.call(&Caller::Nobody, "office.set_up_demo", json!({ "seed": 1 })).expect("a demonstration");
    let SessionChange::Begun(token) = made.session else { panic!("a session must begin") };
    let found = Found { office: &office, caller: Caller::Holder(token) };
    let visits = visits(&found, &made.value["people"]);
    office.close();
    visits
}

fn visits(found: &Found<'_>, people: &Value) -> Vec<Visit> {
    let late = found.first("loans.list", json!({ "late": true, "limit": 1 }), "lines", "loan");
    let waiting = found.first("loans.list", json!({ "phase": ["waiting"], "limit": 1 }), "lines", "loan");
    let asked =
        |state: &str| found.first("applications.list", json!({ "state": [state], "limit": 1 }), "lines", "application");
    let (studied, recommended) = (asked("in_appraisal"), asked("recommended"));
    let loan = found.detail(&late);
    let (person, project) = (text(&loan["party"]), text(&loan["project"]["id"]));
    let fund = text(&loan["fund"]);
    let voucher = found.first("funds.journal", json!({ "filter": {}, "limit": 1 }), "rows", "id");
    let at = |of: &str, id: &str, then: &str| format!("{of}/{id}{then}");
    let visit = |role: &'static str, stops: Vec<(&'static str, String)>| {
        let person = people.as_array().into_iter().flatten().find(|person| person["role"] == role);
        let person = person.unwrap_or_else(|| panic!("nobody of the demonstration is a {role}: {people}"));
        Visit { role, login: text(&person["login"]), password: text(&person["password"]), stops }
    };
    vec![
        visit(
            "administrator",
            vec![
                ("board", "home".into()),
                ("board-past", "home?day=2026-01-31".into()),
                ("tasks", "tasks".into()),
                ("files", "beneficiaries".into()),
                ("files-past", "beneficiaries?status=active&day=2026-01-31".into()),
                ("file", at("beneficiaries", &person, "")),
                ("file-household", at("beneficiaries", &person, "?tab=household")),
                ("file-loans", at("beneficiaries", &person, "?tab=loans")),
                ("file-consents", at("beneficiaries", &person, "?tab=consents")),
                ("file-story", at("beneficiaries", &person, "?tab=story")),
                ("loans", "loans".into()),
                ("projects", "loans?tab=projects".into()),
                ("products", "loans?tab=products".into()),
                ("loan-late", at("loans", &late, "")),
                ("loan-waiting", at("loans", &waiting, "")),
                ("project", at("loans/project", &project, "")),
                ("applications", "applications".into()),
                ("application-studied", at("applications", &studied, "")),
                ("application-recommended", at("applications", &recommended, "")),
                ("due", "collection".into()),
                ("due-past", "collection?show=all&from=2025-11-01&until=2026-01-31&day=2026-01-31".into()),
                ("late", "collection?tab=late".into()),
                ("portfolio", "collection?tab=portfolio".into()),
                ("received", "collection?tab=received".into()),
                ("follow-up", "follow-up".into()),
                ("visits", "follow-up?tab=visits".into()),
                ("commitments", "follow-up?tab=commitments".into()),
                ("funds", "funds".into()),
                ("flow", "funds/flow/repayments".into()),
                ("fund", at("funds/fund", &fund, "")),
                ("trial", "funds/trial".into()),
                ("chart", "funds/chart".into()),
                ("account", "funds/account/11201".into()),
                ("voucher", at("funds", &voucher, "")),
                ("cheques", "funds/cheques".into()),
                ("months", "funds/months".into()),
                ("staff", "staff".into()),
                ("permissions", "permissions".into()),
                ("audit", "audit".into()),
                ("backups", "backups".into()),
                ("association", "association".into()),
            ],
        ),
        visit(
            "finance",
            vec![
                ("home", "home".into()),
                ("tasks", "tasks".into()),
                ("donate", "funds?do=donate".into()),
                ("transfer", "funds?do=transfer".into()),
                ("export", "funds?do=export".into()),
                ("write", "funds/write".into()),
                ("repay", at("loans", &late, "?do=repay")),
                ("quick", "collection?tab=quick".into()),
            ],
        ),
        visit(
            "supervisor",
            vec![
                ("home", "home".into()),
                ("tasks", "tasks".into()),
                ("approve", at("loans", &waiting, "?do=approve")),
                ("reject", at("loans", &waiting, "?do=reject")),
                ("activate", "beneficiaries?do=activate".into()),
            ],
        ),
        visit(
            "researcher",
            vec![
                ("home", "home".into()),
                ("new-file", "beneficiaries?do=add".into()),
                ("edit-file", at("beneficiaries", &person, "?do=edit")),
                ("new-loan", "loans/new".into()),
                ("forgive", at("loans", &late, "?do=forgive")),
            ],
        ),
        visit("committee", vec![("board", "home".into()), ("tasks", "tasks".into())]),
    ]
}

/// What the office answers to somebody who may see everything.
struct Found<'office> {
    office: &'office Office,
    caller: Caller,
}

impl Found<'_> {
    fn ask(&self, name: &str, input: Value) -> Value {
        self.office.call(&self.caller, name, input).unwrap_or_else(|failure| panic!("{name}: {failure}")).value
    }

    fn first(&self, name: &str, input: Value, list: &str, field: &str) -> String {
        text(&self.ask(name, input)[list][0][field])
    }

    fn detail(&self, loan: &str) -> Value {
        self.ask("loans.detail", json!({ "loan": loan }))
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("words are expected, not {value}")).to_owned()
}
