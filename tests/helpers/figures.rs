//! Everything an office counts and computes, as one flat list: what is compared when an office of an earlier program is
//! opened by the present one.

use crate::kept::Opened;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A figure's name → the figure as JSON. The name begins with the question it answers and its day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures(pub BTreeMap<String, String>);

/// What names a row of a list, most telling first.
const NAMES: [&str; 12] =
    ["loan_no", "file_no", "number", "voucher", "code", "name", "fund_name", "kind", "band", "phase", "state", "value"];
/// Ways to screens, and marks of the moment, are no figures.
const NOT_FIGURES: [&str; 5] = ["target", "at", "added_at", "last_seen_at", "saved_at"];

impl Figures {
    /// Asks the office everything. Its own verifications come last, for they leave lines in its trail.
    ///
    /// # Panics
    /// When a question is refused.
    pub fn of(office: &Opened) -> Self {
        let mut figures = Self::default();
        for day in &office.days {
            figures.of_day(office, &day.to_string());
        }
        figures.of_lists(office);
        figures.of_checks(office);
        figures
    }

    /// Each figure that the other list has and this one has otherwise, or not at all.
    pub fn differences(&self, expected: &Self) -> Vec<String> {
        let told = |name: &String, wanted: &String| match self.0.get(name) {
            Some(found) if found == wanted => None,
            found => Some(format!("{name}: {wanted} before, {} now", found.map_or("nothing", String::as_str))),
        };
        expected.0.iter().filter_map(|(name, wanted)| told(name, wanted)).collect()
    }

    pub fn written(&self) -> String {
        self.0.iter().fold(String::new(), |mut text, (name, figure)| {
            let _ = writeln!(text, "{name}\t{figure}");
            text
        })
    }

    /// # Panics
    /// When a line is no figure.
    pub fn read(text: &str) -> Self {
        let pair = |line: &str| {
            let (name, figure) = line.split_once('\t').unwrap_or_else(|| panic!("no figure: {line}"));
            (name.to_owned(), figure.to_owned())
        };
        Self(text.lines().map(pair).collect())
    }

    fn of_day(&mut self, office: &Opened, day: &str) {
        let board = office.told("administrator", "dashboard.board", json!({ "day": day, "calendar": "gregorian" }));
        for part in [
            "beneficiaries",
            "portfolio",
            "collection",
            "at_risk",
            "arrears_rate",
            "restructured",
            "written_off",
            "lendable",
            "months",
            "ageing",
            "sources_and_uses",
            "funds",
            "by_fund",
        ] {
            self.take(&format!("{day} board {part}"), &board[part]);
        }
        let funds = office.told("finance", "funds.list", json!({ "day": day }));
        self.take(&format!("{day} funds"), &without(&funds, &["open_period", "waiting"]));
        for fund in std::iter::once(&Value::Null)
            .chain(funds["funds"].as_array().expect("funds").iter().map(|one| &one["fund"]))
        {
            let trial = office.told("finance", "funds.trial_balance", json!({ "day": day, "fund": fund["id"] }));
            let whose = fund["name"].as_str().unwrap_or("all funds");
            self.take(&format!("{day} trial balance {whose}"), &without(&trial, &["fund"]));
            assert_eq!(trial["debit_balance"], trial["credit_balance"], "the trial balance of {whose} on {day}");
        }
        for state in ["all", "paid", "unpaid"] {
            let ask = json!({ "from": "2015-01-01", "until": day, "day": day, "state": state, "limit": 1 });
            let due = office.told("finance", "collection.due", ask);
            self.take(&format!("{day} due {state}"), &without(&due, &["lines"]));
        }
        for (list, command) in [("late", "collection.late"), ("portfolio", "collection.portfolio")] {
            let page = office.told("finance", command, json!({ "day": day, "limit": 500 }));
            self.take(&format!("{day} {list}"), &page);
        }
        let ask = json!({ "from": "2015-01-01", "until": day, "day": day, "limit": 1 });
        self.take(
            &format!("{day} received"),
            &without(&office.told("finance", "collection.received", ask), &["lines"]),
        );
        for status in ["registered", "active", "suspended", "graduated", "closed"] {
            let ask = json!({ "day": day, "status": status, "limit": 1 });
            let files = office.told("supervisor", "beneficiaries.on_day", ask);
            self.take(&format!("{day} files {status}"), &without(&files, &["lines"]));
        }
    }

    fn of_lists(&mut self, office: &Opened) {
        let files = office.told("administrator", "beneficiaries.list", json!({ "limit": 500, "counts": true }));
        self.take("files", &files);
        self.take("loans", &office.told("administrator", "loans.list", json!({ "limit": 500, "counts": true })));
        self.take("projects", &office.told("administrator", "loans.projects", json!({ "limit": 500 })));
        self.take("products", &office.told("administrator", "loans.products", json!({})));
        let chart = office.told("finance", "funds.chart", json!({}))["accounts"].clone();
        self.take("accounts", &json!(chart.as_array().expect("accounts").len()));
        self.take("months of the books", &office.told("finance", "funds.periods", json!({})));
        self.take("cheques", &office.told("finance", "funds.cheques", json!({})));
        let drafts = office.told("committee", "funds.drafts", json!({}))["drafts"].clone();
        let amounts = drafts.as_array().expect("drafts").iter().map(|draft| draft["amount"].as_i64().expect("halalas"));
        self.take("vouchers that wait", &json!({ "count": amounts.len(), "amount": amounts.sum::<i64>() }));
        self.of_journal(office);
        self.take("imports", &office.told("administrator", "importing.runs", json!({})));
        let maps = office.told("administrator", "importing.maps", json!({}))["maps"].clone();
        self.take("import maps", &json!(maps.as_array().map(Vec::len)));
        let people = office.told("administrator", "staff.list", json!({}))["people"].clone();
        self.counted("people", &people, "role");
        for role in office.people.keys() {
            let tasks = office.told(role, "tasks.mine", json!({}))["tasks"].clone();
            self.counted(&format!("tasks of {role}"), &tasks, "kind");
            let liked = office.told(role, "preferences.get", json!({}));
            self.take(&format!("preferences of {role}"), &json!(liked["values"].as_object().map(serde_json::Map::len)));
        }
    }

    /// Every voucher of the books, page by page.
    fn of_journal(&mut self, office: &Opened) {
        let mut before = Value::Null;
        let mut vouchers = Vec::new();
        loop {
            let page = office.told("finance", "funds.journal", json!({ "filter": { "before": before }, "limit": 500 }));
            vouchers.extend(page["rows"].as_array().expect("vouchers").clone());
            before = page["next"].clone();
            if before.is_null() {
                break;
            }
        }
        for voucher in &vouchers {
            let number = &voucher["voucher"];
            let number = format!("{} {} {}", number["kind"].as_str().expect("a kind"), number["year"], number["no"]);
            self.take(&format!("voucher {number}"), &voucher["amount"]);
        }
        self.take("vouchers", &json!(vouchers.len()));
    }

    /// The books and the trail, gone through whole.
    fn of_checks(&mut self, office: &Opened) {
        let books = office.told("finance", "funds.verify", json!({}));
        self.take("books", &books);
        let funds = office.told("finance", "funds.list", json!({}))["funds"].clone();
        let board = office.told("administrator", "dashboard.board", json!({}));
        for fund in funds.as_array().expect("funds") {
            let portfolio =
                board["by_fund"].as_array().expect("portfolios").iter().find(|own| own["fund"] == fund["fund"]["id"]);
            let owed = portfolio.map_or(json!(0), |own| own["portfolio"]["outstanding"].clone());
            assert_eq!(fund["totals"]["loans"], owed, "the books of {} hold what its loans owe", fund["fund"]["name"]);
        }
        let trail = office.told("administrator", "audit.verify", json!({}));
        assert_eq!((&trail["intact"], &trail["broken_at"]), (&json!(true), &Value::Null), "{trail}");
    }

    /// How many rows have each value of a field.
    fn counted(&mut self, name: &str, rows: &Value, field: &str) {
        let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
        for row in rows.as_array().expect("rows") {
            *counts.entry(row[field].as_str().expect("a name")).or_default() += 1;
        }
        self.take(name, &json!(counts));
    }

    /// Every number, truth and gap in an answer, under the way that leads to it.
    fn take(&mut self, name: &str, answer: &Value) {
        match answer {
            Value::Object(fields) => {
                for (field, value) in fields.iter().filter(|(field, _)| !is_no_figure(field)) {
                    self.take(&format!("{name} · {field}"), value);
                }
            }
            Value::Array(rows) => {
                self.take(&format!("{name} · rows"), &json!(rows.len()));
                let mut seen: BTreeMap<String, usize> = BTreeMap::new();
                for (place, row) in rows.iter().enumerate() {
                    let called = called(row).unwrap_or_else(|| place.to_string());
                    let times = seen.entry(called.clone()).and_modify(|times| *times += 1).or_insert(1);
                    let called = if *times == 1 { called } else { format!("{called} ({times})") };
                    self.take(&format!("{name} · {called}"), row);
                }
            }
            Value::Number(_) | Value::Bool(_) | Value::Null => {
                self.0.insert(name.to_owned(), answer.to_string());
            }
            Value::String(_) => {}
        }
    }
}

fn is_no_figure(field: &str) -> bool {
    field.ends_with("target") || NOT_FIGURES.contains(&field)
}

/// What a row is called; a row of days by how many.
fn called(row: &Value) -> Option<String> {
    let named = NAMES.iter().find_map(|name| row[*name].as_str());
    let inner = || row["fund"]["name"].as_str().or_else(|| row["account"]["code"].as_str());
    let dated = || row["days"].as_i64().map(|days| format!("over {days}"));
    named.or_else(inner).map(str::to_owned).or_else(dated)
}

fn without(answer: &Value, fields: &[&str]) -> Value {
    let mut rest = answer.clone();
    if let Some(object) = rest.as_object_mut() {
        object.retain(|field, _| !fields.contains(&field.as_str()));
    }
    rest
}
