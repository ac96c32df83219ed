//! `sharaka import`: the same wizard without its screens. It opens the file, takes up the answers that were written down
//! beforehand, and saves what is ready, or only says what would be.

use crate::Person;
use crate::commands::with_office;
use intake::Subject;
use kernel::id::ImportId;
use kernel::{Failure, Refusal, Result};
use office::words::{self, Language};
use office::{Caller, Office};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

kernel::refusals! {
    FILE_UNREADABLE = "command_line.file_unreadable";
    ANSWERS_UNREADABLE = "command_line.answers_unreadable";
}

/// The exit code where the file cannot be saved as it stands.
const NOT_READY: u8 = 3;

#[derive(clap::Args)]
pub struct Import {
    /// The spreadsheet: xlsx, ods or csv.
    file: PathBuf,
    #[command(flatten)]
    person: Person,
    /// What the file holds.
    #[arg(long, value_parser = ["beneficiaries", "loans", "openings", "follow_up", "case_registers"])]
    subject: String,
    /// Says what would become of each row, and saves nothing.
    #[arg(long)]
    dry_run: bool,
    /// Columns, corrections and answers, as `docs/formats/import.md` describes them.
    #[arg(long)]
    answers: Option<PathBuf>,
    /// Writes the refused rows with their reasons into this xlsx file.
    #[arg(long)]
    refused: Option<PathBuf>,
    /// Prints the whole report as JSON.
    #[arg(long)]
    json: bool,
}

/// What a person wrote down beforehand. Each entry is the input of a command, without the import's identifier.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Answers {
    /// `importing.lay_out`
    layouts: Vec<Map<String, Value>>,
    /// `importing.set_day`
    opening_day: Option<kernel::Day>,
    /// `importing.correct`
    /// Files of before name them so.
    #[serde(alias = "mends")]
    corrections: Vec<Map<String, Value>>,
    /// `importing.answer`
    answers: Vec<Map<String, Value>>,
}

/// Runs the import. 0: saved, or a dry run of what could be saved. 3: it cannot be saved as it stands.
pub fn import(import: &Import, language: Language) -> Result<ExitCode> {
    let bytes = read(&import.file)?;
    let answers = match &import.answers {
        Some(path) => serde_json::from_slice(&read(path)?)
            .map_err(|error| Refusal::new(ANSWERS_UNREADABLE).with("detail", error))?,
        None => Answers::default(),
    };
    with_office(&import.person, |office, caller| run(office, caller, import, bytes, answers, language))
}

fn run(
    office: &Office,
    caller: &Caller,
    import: &Import,
    bytes: Vec<u8>,
    answers: Answers,
    language: Language,
) -> Result<ExitCode> {
    let id = ImportId::new(office.now(), office::random::bytes()?);
    let call = |command: &str, mut input: Map<String, Value>| {
        input.insert("id".to_owned(), json!(id));
        office.call(caller, command, Value::Object(input)).map(|answer| answer.value)
    };
    let name = import.file.file_name().unwrap_or_default().to_string_lossy();
    let ticket = office.receive(&office.admit_file(caller, "importing.open")?, bytes)?;
    call("importing.open", object(json!({ "subject": import.subject, "name": name, "ticket": ticket })))?;
    for layout in answers.layouts {
        call("importing.lay_out", layout)?;
    }
    if let Some(day) = answers.opening_day {
        call("importing.set_day", object(json!({ "day": day })))?;
    }
    for correction in answers.corrections {
        call("importing.correct", correction)?;
    }
    for answer in answers.answers {
        call("importing.answer", answer)?;
    }
    let could = call("importing.report", Map::new())?["can_save"] == json!(true);
    if could && import.dry_run {
        call("importing.rehearse", Map::new())?;
    }
    if could && !import.dry_run {
        // Rows that only saving finds out to be refused are refused then, and told in the report like the others.
        let mut saved = call("importing.save", Map::new());
        let finds_rows = |failure: &Failure| failure.code().is_some_and(|code| code.0 == "importing.rows_refused");
        while saved.as_ref().is_err_and(finds_rows) {
            saved = call("importing.save", Map::new());
        }
        saved?;
    }
    let report = call("importing.report", object(json!({ "language": language })))?;
    let refused = report["judgement"]["counts"]["refused"].as_u64().unwrap_or_default();
    if let Some(path) = import.refused.as_ref().filter(|_| refused > 0) {
        let file = call("importing.refused", object(json!({ "language": language })))?;
        let file = office.fetch(caller, file["ticket"].as_str().unwrap_or_default())?;
        let mut written = std::fs::File::create(path).map_err(|error| unreadable(path, &error))?;
        file.write_to(&mut written).map_err(|error| unreadable(path, &error))?;
    }
    if import.json {
        crate::commands::show(&report);
    } else {
        tell(&report, import, language);
    }
    // What the trial of a dry run found out may leave nothing to save.
    let saved = !report["saved"].is_null() || report["can_save"] == json!(true);
    Ok(if saved { ExitCode::SUCCESS } else { ExitCode::from(NOT_READY) })
}

fn object(value: Value) -> Map<String, Value> {
    if let Value::Object(map) = value { map } else { Map::new() }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Refusal::new(FILE_UNREADABLE).with("path", path.display()).with("detail", error).into()
}

/// The report in words: each table with its counts, each row that stays out with the reason why.
fn tell(report: &Value, import: &Import, language: Language) {
    let fill = |key: &str, args: &[(&'static str, String)]| {
        words::fill(key, language, &args.iter().cloned().collect::<BTreeMap<_, _>>())
    };
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let tables = Subject::named(&import.subject).map(Subject::tables).unwrap_or_default();
    for kind in tables {
        let table = &report["judgement"]["tables"][kind.name()];
        if table.is_null() {
            continue;
        }
        let count = |verdict: &str| table["counts"][verdict].as_u64().unwrap_or_default();
        let args = [
            ("table", words::word(&format!("intake.table.{}", kind.name()), language)),
            ("sheet", sheets(table).join("»، «")),
            ("ready", (count("clean") + count("normalised")).to_string()),
            ("ask", count("ask").to_string()),
            ("refused", count("refused").to_string()),
            ("skipped", count("skipped").to_string()),
        ];
        line!("{}", fill("importing.command_line.table", &args));
        let several = sheets(table).len() > 1;
        for row in table["rows"].as_array().into_iter().flatten() {
            let list = |name: &str| row[name].as_array().cloned().unwrap_or_default();
            let reasons = list("reasons").into_iter().map(|reason| {
                let sentence = words::word(&format!("intake.reason.{}", text(&reason["reason"])), language);
                match reason["detail"].as_str() {
                    // What the books said of a movement stands nowhere else.
                    Some(said) if reason["reason"] == json!("movement_refused") => format!("{sentence} ({said})"),
                    Some(known) if intake::DETAILS.contains(&known) => {
                        format!("{sentence} ({})", words::word(&format!("intake.detail.{known}"), language))
                    }
                    _ => sentence,
                }
            });
            let question = |ask: Value| question(&ask, language);
            for why in reasons.chain(list("ask").into_iter().map(question)) {
                let column = row["column"].as_str().map(|column| format!(" {column}")).unwrap_or_default();
                let place = format!("{}{column}", text(&row["row"]));
                let place = if several { format!("{place} «{}»", text(&row["sheet"])) } else { place };
                line!("{}", fill("importing.command_line.row", &[("row", place), ("why", why)]));
            }
        }
        left_out(table, language);
    }
    for sheet in report["judgement"]["left_out"].as_array().into_iter().flatten() {
        let why = words::word(&format!("intake.left_out.{}", text(&sheet["reason"])), language);
        line!("{}", fill("importing.command_line.left_out_sheet", &[("sheet", text(&sheet["sheet"])), ("why", why)]));
    }
    for why in report["why_not"].as_array().into_iter().flatten() {
        let key = format!("importing.why.{}", text(&why["code"]));
        let mut sentence = words::word(&key, language);
        for (name, value) in why["args"].as_object().into_iter().flatten() {
            let value = if name == "table" {
                words::word(&format!("intake.table.{}", text(value)), language)
            } else {
                text(value)
            };
            sentence = sentence.replace(&format!("%{{{name}}}"), &value);
        }
        eprintln!("{sentence}");
    }
    for made in report["saved"]["made"].as_array().into_iter().flatten() {
        let noun = words::word(&format!("importing.made.{}", text(&made["noun"])), language);
        line!("{}", fill("importing.command_line.made", &[("noun", noun), ("count", text(&made["count"]))]));
    }
    let (key, waiting) = match report["saved"].is_null() {
        true => ("importing.command_line.would_wait", &report["rehearsed"]["waiting"]),
        false => ("importing.command_line.waiting", &report["saved"]["waiting"]),
    };
    if !waiting.is_null() {
        let money = |name: &str| {
            let amount = waiting[name].as_i64().map(kernel::Money::from_halalas);
            amount.and_then(Result::ok).unwrap_or_default().to_string()
        };
        let args = [
            ("loans", text(&waiting["loans"])),
            ("payments", text(&waiting["payments"])),
            ("paid_out", money("paid_out")),
            ("repayments", text(&waiting["repayments"])),
            ("repaid", money("repaid")),
            ("reversals", text(&waiting["reversals"])),
            ("reversed", money("reversed")),
        ];
        line!("{}", fill(key, &args));
    }
    if report["saved"].is_null() {
        let key = if import.dry_run { "importing.command_line.dry" } else { "importing.command_line.nothing" };
        line!("{}", words::word(key, language));
    }
}

/// The sheets a table stands on.
fn sheets(table: &Value) -> Vec<String> {
    let parts = table["parts"].as_array().into_iter().flatten();
    parts.filter_map(|part| part["sheet"].as_str().map(str::to_owned)).collect()
}

/// A question with the field, the word or the sheet it is about.
fn question(ask: &Value, language: Language) -> String {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut args: BTreeMap<&'static str, String> = BTreeMap::new();
    for name in ["value", "said", "header", "target", "loan_no"] {
        args.extend(ask.get(name).map(|value| (name, text(value))));
    }
    args.extend(ask["field"].as_str().map(|field| ("field", words::word(&format!("intake.field.{field}"), language))));
    args.extend(ask["of"]["row"].as_u64().map(|row| ("row", row.to_string())));
    words::fill(&format!("intake.question.{}", text(&ask["kind"])), language, &args)
}

/// What of a table is not imported: its columns, and the rows that are no data.
fn left_out(table: &Value, language: Language) {
    let fill = |key: &str, args: &[(&'static str, String)]| {
        words::fill(key, language, &args.iter().cloned().collect::<BTreeMap<_, _>>())
    };
    let text = |value: &Value| value.as_str().map(str::to_owned).unwrap_or_default();
    for part in table["parts"].as_array().into_iter().flatten() {
        let name = |column: &Value| match text(&column["header"]) {
            header if header.is_empty() => text(&column["column"]),
            header => header.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        let columns: Vec<String> = part["left_out"].as_array().into_iter().flatten().map(name).collect();
        if !columns.is_empty() {
            let args = [("sheet", text(&part["sheet"])), ("columns", columns.join("، "))];
            line!("{}", fill("importing.command_line.left_out_columns", &args));
        }
        let mut rows: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for skipped in table["skipped"].as_array().into_iter().flatten().filter(|row| row["sheet"] == part["sheet"]) {
            rows.entry(text(&skipped["reason"])).or_default().push(skipped["row"].to_string());
        }
        for (reason, rows) in rows {
            let why = words::word(&format!("intake.skip.{reason}"), language);
            let args = [("sheet", text(&part["sheet"])), ("rows", rows.join("، ")), ("why", why)];
            line!("{}", fill("importing.command_line.left_out_rows", &args));
        }
    }
}
