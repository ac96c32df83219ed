//! What a verb is handed: the database through one door, who asks, and the time.

use crate::command::{Need, Verb, View};
use crate::feature::{Features, Subject};
use crate::inbox::{self, Arrivals};
use crate::outbox::{Handed, Outgoing};
use crate::permission::{Permission, Role};
use kernel::day::Day;
use kernel::{Failure, Moment, Result, id::PersonId};
use serde::Serialize;
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::ops::Deref;

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    pub id: PersonId,
    pub name: String,
    pub login: String,
    pub role: Role,
}

impl Who {
    /// # Errors
    /// [`Failure::Forbidden`], naming the permission, when the role does not hold it.
    pub fn needs(&self, permission: Permission) -> Result<()> {
        kernel::require(self.role.may(permission), Failure::Forbidden { permission: permission.name() })
    }
}

/// What the audit trail should know of a change beyond the name of its command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The kind of record: `person`, `loan` …
    pub noun: &'static str,
    /// Its identifier, as text.
    pub subject: String,
    /// A name a person recognises it by; kept inside the encrypted file only.
    pub label: String,
    pub before: Value,
    pub after: Value,
}

/// A change to the keys of the office that goes together with a transaction.
pub enum KeyChange {
    Add { person: PersonId, login: String, password: zeroize::Zeroizing<String> },
    Replace { person: PersonId, login: String, password: zeroize::Zeroizing<String> },
    Remove { person: PersonId },
}

impl KeyChange {
    /// Whose password of before opens nothing any more.
    pub const fn renewed_password(&self) -> Option<PersonId> {
        match self {
            Self::Replace { person, .. } => Some(*person),
            Self::Add { .. } | Self::Remove { .. } => None,
        }
    }
}

/// What a look leaves behind: records that were seen, identity numbers that were looked for, files that go out.
pub(crate) struct Traces {
    pub seen: Vec<Change>,
    pub looked_for: Vec<String>,
    pub handed: Vec<Outgoing>,
}

/// A look at the office: everything in one snapshot of the database.
pub struct Read<'a> {
    db: &'a database::Read<'a>,
    demo: bool,
    features: Features,
    pub who: &'a Who,
    pub now: Moment,
    /// What a look leaves in the audit trail, where its command leaves a line.
    seen: RefCell<Vec<Change>>,
    /// Identity numbers somebody looked for, as they were first typed.
    looked_for: RefCell<Vec<String>>,
    /// Files that go out when all has gone well.
    handed: RefCell<Vec<Outgoing>>,
    /// Files that came in for this session; none where nobody is behind the call.
    arrivals: Option<Arrivals<'a>>,
}

impl<'a> Read<'a> {
    pub fn new(db: &'a database::Read<'a>, features: Features, who: &'a Who, now: Moment, demo: bool) -> Self {
        Self {
            db,
            demo,
            features,
            who,
            now,
            seen: RefCell::default(),
            looked_for: RefCell::default(),
            handed: RefCell::default(),
            arrivals: None,
        }
    }

    /// With the files that came in for the session.
    #[must_use]
    pub(crate) fn with_arrivals(self, arrivals: Arrivals<'a>) -> Self {
        Self { arrivals: Some(arrivals), ..self }
    }

    /// The bytes of a file that was brought in for this command.
    ///
    /// # Errors
    /// `office.file_gone`: used before, another session's, or it waited too long.
    pub fn received(&self, ticket: &str) -> Result<inbox::Bytes> {
        self.arrivals.as_ref().ok_or_else(inbox::gone)?.bytes(ticket)
    }

    /// Everything that lives in this office.
    pub const fn features(&self) -> Features {
        self.features
    }

    /// The civil day in Riyadh.
    pub fn today(&self) -> Day {
        Day::in_riyadh(self.now)
    }

    /// Whether everything here is a demonstration, which papers must say.
    pub fn is_demo(&self) -> bool {
        self.demo
    }

    /// Names the record that was looked at, printed or taken out.
    pub fn saw(&self, noun: &'static str, subject: impl ToString, label: &str, what: Value) {
        let change =
            Change { noun, subject: subject.to_string(), label: label.to_owned(), before: Value::Null, after: what };
        self.seen.borrow_mut().push(change);
    }

    /// Somebody looked for a person by a whole identity number: that leaves a line, whatever kind of command it is.
    pub fn looked_for(&self, number: &str) {
        let number = kernel::arabic::fold_joined(number);
        let mut all = self.looked_for.borrow_mut();
        if !all.contains(&number) {
            all.push(number);
        }
    }

    /// Gives a file out: whoever asked fetches it with the ticket, once.
    ///
    /// # Errors
    /// Broken, when the machine has no random source.
    pub fn hand(&self, name: String, mime: &str, bytes: Vec<u8>) -> Result<Handed> {
        let file = Outgoing::new(name, mime, bytes)?;
        let handed = file.handed.clone();
        self.handed.borrow_mut().push(file);
        Ok(handed)
    }

    /// What a look leaves behind.
    pub(crate) fn into_traces(self) -> Traces {
        Traces {
            seen: self.seen.into_inner(),
            looked_for: self.looked_for.into_inner(),
            handed: self.handed.into_inner(),
        }
    }
}

impl<'a> Deref for Read<'a> {
    type Target = database::Read<'a>;
    fn deref(&self) -> &Self::Target {
        self.db
    }
}

/// A change to the office: one transaction, one audit line. `&Write` in a signature means «this changes things».
pub struct Write<'a> {
    db: &'a database::Write<'a>,
    read: Read<'a>,
    changes: RefCell<Vec<Change>>,
    quiet: Cell<bool>,
    line_each: Cell<bool>,
    keys: RefCell<Vec<KeyChange>>,
    /// What was touched by commands that were carried out within this one.
    touched: RefCell<Vec<View>>,
}

impl<'a> Write<'a> {
    pub fn new(db: &'a database::Write<'a>, features: Features, who: &'a Who, now: Moment, demo: bool) -> Self {
        Self {
            db,
            read: Read::new(db, features, who, now, demo),
            changes: RefCell::default(),
            quiet: Cell::new(false),
            line_each: Cell::new(false),
            keys: RefCell::default(),
            touched: RefCell::default(),
        }
    }

    /// With the files that came in for the session.
    #[must_use]
    pub(crate) fn with_arrivals(self, arrivals: Arrivals<'a>) -> Self {
        Self { read: self.read.with_arrivals(arrivals), ..self }
    }

    /// The tickets of the files that were named, which the change uses up; and the files it hands over.
    pub(crate) fn into_files(self) -> (Vec<String>, Vec<Outgoing>) {
        let named = self.read.arrivals.map(Arrivals::into_named).unwrap_or_default();
        (named, self.read.handed.into_inner())
    }

    /// Tells the audit trail what stood before and what stands now.
    ///
    /// # Errors
    /// [`Failure::Broken`] when a value cannot be written as JSON.
    pub fn changed(
        &self,
        noun: &'static str,
        subject: impl ToString,
        label: &str,
        before: &impl Serialize,
        after: &impl Serialize,
    ) -> Result<()> {
        let json = |value: serde_json::Result<Value>| value.map_err(Failure::broken);
        self.changes.borrow_mut().push(Change {
            noun,
            subject: subject.to_string(),
            label: label.to_owned(),
            before: json(serde_json::to_value(before))?,
            after: json(serde_json::to_value(after))?,
        });
        Ok(())
    }

    /// Does what a command of another feature does, as part of this one: in this transaction, as the person who asks. Their
    /// role needs its permission, and its verb keeps all its rules.
    ///
    /// # Errors
    /// Forbidden to the role; what the verb refuses; broken, where there is no such command that writes.
    pub fn carry_out(&self, command: &str, input: Value) -> Result<Value> {
        let unknown = || Failure::broken(format!("no command {command} that writes"));
        let command = self.features().find(command).ok_or_else(unknown)?;
        let (Need::Permission(permission), Verb::Write(verb)) = (command.need, command.verb) else {
            return Err(unknown());
        };
        self.who.needs(permission)?;
        let answer = verb(self, input)?;
        self.touched.borrow_mut().extend(command.views);
        Ok(answer)
    }

    /// What was touched by commands within this one.
    pub(crate) fn take_touched(&self) -> Vec<View> {
        self.touched.take()
    }

    /// Lets the other features follow: a record they show something of has changed.
    ///
    /// # Errors
    /// What the features refuse.
    pub fn record_changed(&self, subject: Subject) -> Result<()> {
        let follows = self.features().all().flat_map(|feature| feature.follows);
        follows.filter(|follow| follow.kind == subject.kind).try_for_each(|follow| (follow.changed)(self, subject.id))
    }

    /// Asks for a change of keys together with this transaction: keys are added before it commits and removed after,
    /// so that a crash in between can only leave a key without a person, never a person without a key.
    pub fn keys(&self, change: KeyChange) {
        self.keys.borrow_mut().push(change);
    }

    /// One of several deeds of a change, whole or not at all: what a refused one has written, told or asked of keys is
    /// forgotten, the others stay.
    ///
    /// # Errors
    /// What the deed refuses.
    pub fn whole<T>(&self, deed: impl FnOnce() -> Result<T>) -> Result<T> {
        let (changes, keys) = (self.changes.borrow().len(), self.keys.borrow().len());
        let outcome = self.db.whole(deed);
        if outcome.is_err() {
            self.changes.borrow_mut().truncate(changes);
            self.keys.borrow_mut().truncate(keys);
        }
        outcome
    }

    /// Writes one statement.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn run(&self, sql: &str, values: impl AsRef<[database::Value]>) -> Result<usize> {
        self.db.run(sql, values)
    }

    /// Leaves no audit line: for what concerns nobody but the person, such as the width of a column.
    pub fn quiet(&self) {
        self.quiet.set(true);
    }

    /// Each change gets an audit line of its own: for a verb that does one thing to many records, each with its own story.
    pub fn line_each(&self) {
        self.line_each.set(true);
    }

    pub fn has_line_each(&self) -> bool {
        self.line_each.get()
    }

    pub fn is_quiet(&self) -> bool {
        self.quiet.get()
    }

    pub fn db(&self) -> &database::Write<'a> {
        self.db
    }

    pub fn take_changes(&self) -> Vec<Change> {
        self.changes.take()
    }

    pub fn take_keys(&self) -> Vec<KeyChange> {
        self.keys.take()
    }
}

impl<'a> Deref for Write<'a> {
    type Target = Read<'a>;
    fn deref(&self) -> &Self::Target {
        &self.read
    }
}
