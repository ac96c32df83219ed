//! One command from the command line, for scripts and for the person who looks after the machine.

use crate::Person;
use kernel::id::RequestId;
use kernel::{Failure, Refusal, Result, require};
use office::command::{Command, Need};
use office::{Answer, Caller, Office, Options, SessionChange};
use serde_json::{Value, json};
use std::io::Read;
use std::path::Path;

kernel::refusals! {
    WHO_MISSING = "command_line.who_missing";
    NO_PASSWORD = "command_line.no_password";
}

/// Signs in, runs the command, prints its value as JSON, signs out.
pub fn call(person: &Person, name: &str, input: &str, request: Option<RequestId>) -> Result<()> {
    let input = parsed(command(name)?, input)?;
    with_office(person, |office, caller| {
        let answer = office.call_once(caller, request, name, input)?;
        show(&answer.value);
        Ok(())
    })
}

/// Runs a command that needs nobody: what an office looks like from outside, and the first run that makes one. A session
/// that begins with it ends at once.
pub fn call_as_nobody(folder: &Path, name: &str, input: &str, request: Option<RequestId>) -> Result<()> {
    let command = command(name)?;
    require(command.need == Need::Nobody, Refusal::new(WHO_MISSING).with("command", name))?;
    let input = parsed(command, input)?;
    let office = app::open_here(folder, Options::default())?;
    let answer = office.call_once(&Caller::Nobody, request, name, input)?;
    show(&answer.value);
    if let SessionChange::Begun(token) = answer.session {
        office.call(&Caller::Holder(token), "session.sign_out", json!({}))?;
    }
    office.close();
    Ok(())
}

pub fn backup(person: &Person) -> Result<()> {
    with_office(person, |office, caller| {
        let made = office.call(caller, "backups.make", json!({}))?.value;
        show(&made);
        Ok(())
    })
}

pub fn verify(person: &Person) -> Result<()> {
    with_office(person, |office, caller| {
        let report = office.call(caller, "backups.verify_office", json!({}))?.value;
        show(&report);
        if report["sound"] == json!(true) { Ok(()) } else { Err(office::backups::UNSOUND.into()) }
    })
}

/// Restores without opening what stands there now: it may be what is broken.
pub fn restore(file: &Path, person: &Person) -> Result<()> {
    let office = app::open_here(&person.office, Options::default())?;
    let report = office.restore_from(file, &person.login, &password()?)?;
    show(&serde_json::to_value(report).map_err(Failure::broken)?);
    office.close();
    Ok(())
}

pub fn list() -> Result<()> {
    for command in app::FEATURES.commands() {
        line!("{}\t{}\t{}", command.name, command.kind.name(), office::feature::need_name(command.need));
    }
    Ok(())
}

pub fn with_office<T>(person: &Person, work: impl FnOnce(&Office, &Caller) -> Result<T>) -> Result<T> {
    // Opening makes the folder of a first run; a name that was mistyped is no first run.
    require(person.office.is_dir(), office::session::rules::NO_OFFICE)?;
    let office = app::open_here(&person.office, Options::default())?;
    let signed_in = office.call(
        &Caller::Nobody,
        "session.sign_in",
        json!({ "login": person.login, "password": password()?.as_str() }),
    )?;
    let Answer { session: SessionChange::Begun(token), .. } = signed_in else {
        return Err(Failure::broken("signing in began no session"));
    };
    let caller = Caller::Holder(token);
    let outcome = work(&office, &caller);
    office.call(&caller, "session.sign_out", json!({}))?;
    office.close();
    outcome
}

/// From the environment, or asked for without showing it.
///
/// # Errors
/// Neither: nothing is set, and there is no terminal to ask at.
fn password() -> Result<zeroize::Zeroizing<String>> {
    if let Ok(password) = std::env::var("SHARAKA_PASSWORD") {
        return Ok(zeroize::Zeroizing::new(password));
    }
    rpassword::prompt_password(format!("{}: ", office::words::word("session.password", office::words::Language::Ar)))
        .map(zeroize::Zeroizing::new)
        .map_err(|_| NO_PASSWORD.into())
}

fn command(name: &str) -> Result<&'static Command> {
    app::FEATURES.find(name).ok_or(Failure::not_found("command"))
}

fn parsed(command: &Command, input: &str) -> Result<Value> {
    let text = if input == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(Failure::broken)?;
        text
    } else {
        input.to_owned()
    };
    office::wire::input(command, text.as_bytes())
}

pub fn show(value: &Value) {
    match serde_json::to_string_pretty(value) {
        Ok(text) => line!("{text}"),
        Err(_) => line!("{value}"),
    }
}
