//! The office behind the window, and who sits at it.

use crate::start::Start;
use kernel::id::RequestId;
use kernel::{Failure, Result};
use office::outbox::Outgoing;
use office::session::sessions::Token;
use office::{Caller, Office, Options, SessionChange};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tauri::ipc::Channel;

pub struct HostState {
    folder: PathBuf,
    demo: bool,
    /// Opened by the first call, and tried again by the next one when that failed: another program may have had it.
    office: Mutex<Option<Arc<Office>>>,
    token: Arc<Mutex<Option<Token>>>,
    /// Where the window hears what is touched, once it has asked to.
    heard: Arc<Mutex<Option<Channel<Value>>>>,
}

impl HostState {
    pub fn new(start: &Start, app_data: PathBuf) -> Self {
        let folder = match (&start.office, start.demo) {
            (Some(folder), _) => folder.clone(),
            (None, true) => std::env::temp_dir().join(format!("sharaka-demo-{}", std::process::id())),
            (None, false) => app_data.join("office"),
        };
        Self { folder, demo: start.demo, office: Mutex::default(), token: Arc::default(), heard: Arc::default() }
    }

    /// Runs a command of the office for whoever sits at this window.
    ///
    /// # Errors
    /// What the office says, or why it cannot be opened.
    pub fn call(&self, name: &str, input: Value, request: Option<RequestId>) -> Result<Value> {
        let office = self.office()?;
        let answer = office.call_once(&self.caller(), request, name, input)?;
        match answer.session {
            SessionChange::Unchanged => {}
            SessionChange::Begun(token) => *held(&self.token) = Some(token),
            SessionChange::Ended => *held(&self.token) = None,
        }
        Ok(json!({ "value": answer.value, "touched": answer.touched }))
    }

    /// Fetches a file that a command has handed over to whoever sits at this window.
    ///
    /// # Errors
    /// What the office says: signed out, or no such file.
    pub fn fetch(&self, ticket: &str) -> Result<Outgoing> {
        self.office()?.fetch(&self.caller(), ticket)
    }

    /// Takes in the bytes of a file for a command that whoever sits at this window will call.
    ///
    /// # Errors
    /// What the office says: signed out, forbidden, too large.
    pub fn bring(&self, command: &str, bytes: Vec<u8>) -> Result<String> {
        let office = self.office()?;
        office.receive(&office.admit_file(&self.caller(), command)?, bytes)
    }

    fn caller(&self) -> Caller {
        held(&self.token).clone().map_or(Caller::Nobody, Caller::Holder)
    }

    fn office(&self) -> Result<Arc<Office>> {
        let mut place = held(&self.office);
        if let Some(office) = &*place {
            return Ok(Arc::clone(office));
        }
        let options = Options { demo: self.demo, ..Options::default() };
        let office = Arc::new(app::open_here(&self.folder, options)?);
        self.listen_to(&office);
        if self.demo {
            *held(&self.token) = demonstrate(&office)?;
        }
        *place = Some(Arc::clone(&office));
        Ok(office)
    }

    /// Tells the window from now on what is touched, in place of whoever was told before: a page that was loaded anew.
    pub fn tell(&self, channel: Channel<Value>) {
        *held(&self.heard) = Some(channel);
    }

    /// The names of touched views go to the window while its session is open; nothing of what stands in them.
    fn listen_to(&self, office: &Arc<Office>) {
        let (heard, token) = (Arc::clone(&self.heard), Arc::clone(&self.token));
        let asked = Arc::downgrade(office);
        office.subscribe(move |touched| {
            let Some(office) = asked.upgrade() else { return };
            let caller = held(&token).clone().map_or(Caller::Nobody, Caller::Holder);
            let channel = held(&heard).clone();
            if let Some(channel) = channel.filter(|_| office.hears(&caller)) {
                // A window that is just closing hears nothing any more.
                let _ = channel.send(json!({ "views": touched.views, "request": touched.request }));
            }
        });
    }

    /// Closes the office; a demonstration leaves nothing behind.
    pub fn leave(&self) {
        *held(&self.token) = None;
        let office = held(&self.office).take();
        if let Some(office) = office {
            office.close();
        }
        if self.demo && self.folder.starts_with(std::env::temp_dir()) {
            // The system clears its temporary folder by itself if this fails.
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}

/// Fills a new demonstration office; whoever opened the window sits there as its administrator.
fn demonstrate(office: &Office) -> Result<Option<Token>> {
    let seen = office.call(&Caller::Nobody, "office.look", json!({}))?.value;
    if seen["state"] != "new" {
        return Ok(None);
    }
    match office.call(&Caller::Nobody, "office.set_up_demo", json!({ "seed": 1 }))?.session {
        SessionChange::Begun(token) => Ok(Some(token)),
        SessionChange::Unchanged | SessionChange::Ended => Ok(None),
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Lets the office do once a minute what is due by the clock: the daily backup, for one.
pub fn keep_time(host: Arc<HostState>) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(Duration::from_secs(60));
            let office = held(&host.office).clone();
            if let Some(office) = office {
                office.tick();
            }
        }
    });
}

/// A fault of the desktop itself.
pub fn fault(error: impl std::fmt::Display) -> Failure {
    Failure::broken(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_reaches_the_office_through_the_window() {
        let folder = std::env::temp_dir().join(format!("sharaka-host-{}", std::process::id()));
        let start = Start { office: Some(folder.clone()), demo: false };
        let host = HostState::new(&start, PathBuf::new());
        for command in app::FEATURES.commands() {
            let outcome = host.call(command.name, json!({}), None);
            let unknown = matches!(outcome, Err(Failure::NotFound { noun: "command" }));
            assert!(!unknown, "{} is in the table, but the window does not know it", command.name);
        }
        host.leave();
        std::fs::remove_dir_all(folder).unwrap();
    }
}
