//! Questionnaires and their answers, rows in and out.

use crate::model::{
    AnswerChannel, FormQuestion, GivenAnswer, QuestionnairePurpose, QuestionnaireStanding, QuestionnaireState,
};
use crate::rules::{self, NOT_OPEN};
use database::{Read as Rows, Row, values};
use kernel::arabic::fold;
use kernel::id::{DepartmentId, PartyId, PersonId, QuestionnaireId};
use kernel::{Day, Failure, Refusal, Result, require};
use office::context::{Read, Write};
use office::feature::Subject;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

/// A questionnaire as others name it, in the trail and where something hangs on it.
pub const RECORD: &str = "questionnaire";
/// A sheet that was entered, as a record whose version is claimed.
pub const SHEET: &str = "questionnaire_sheet";
/// The series questionnaires are counted in.
pub const NUMBERS: &str = "questionnaire";

/// A questionnaire as it is kept.
#[derive(Debug, Clone)]
pub struct Questionnaire {
    pub id: QuestionnaireId,
    pub series: QuestionnaireId,
    pub edition: i64,
    pub no: i64,
    pub purpose: QuestionnairePurpose,
    pub title: String,
    pub about: String,
    pub anonymous: bool,
    pub at_closing: bool,
    pub sealed: bool,
    pub opens: Day,
    pub closes: Day,
    pub state: QuestionnaireState,
    pub sent_back: String,
    pub questions: Vec<FormQuestion>,
    pub secret: [u8; 32],
    pub made_by: PersonId,
    pub made_on: Day,
    pub approved_by: Option<PersonId>,
    pub approved_on: Option<Day>,
    pub closed_by: Option<PersonId>,
    pub closed_on: Option<Day>,
    pub answers: i64,
}

impl Questionnaire {
    pub fn standing(&self, today: Day) -> QuestionnaireStanding {
        rules::standing(self.state, self.opens, self.closes, today)
    }

    /// Its last day as results see it.
    pub fn ends(&self) -> Day {
        self.closed_on.map_or(self.closes, |closed| closed.min(self.closes))
    }

    /// The day an answer is kept under: paper is entered after its last day, too.
    pub fn day(&self, today: Day) -> Day {
        today.min(self.closes).max(self.opens)
    }

    pub fn question(&self, key: &str) -> Option<&FormQuestion> {
        self.questions.iter().find(|question| question.key == key)
    }

    /// What the trail is told of it.
    fn told(&self) -> serde_json::Value {
        json!({
            "title": self.title, "about": self.about, "purpose": self.purpose, "state": self.state, "opens": self.opens,
            "closes": self.closes, "anonymous": self.anonymous, "sealed": self.sealed, "at_closing": self.at_closing,
            "questions": self.questions.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(),
        })
    }
}

const COLUMNS: &str = "SELECT id, series, edition, no, purpose, title, about, anonymous, at_closing, sealed, opens, closes, \
                       state, sent_back, questions, secret, made_by, made_on, approved_by, approved_on, closed_by, \
                       closed_on, answers FROM questionnaire";

fn read(row: &Row<'_>) -> Result<Questionnaire> {
    Ok(Questionnaire {
        id: row.get("id")?,
        series: row.get("series")?,
        edition: row.get("edition")?,
        no: row.get("no")?,
        purpose: row.get("purpose")?,
        title: row.get("title")?,
        about: row.get("about")?,
        anonymous: row.get("anonymous")?,
        at_closing: row.get("at_closing")?,
        sealed: row.get("sealed")?,
        opens: row.get("opens")?,
        closes: row.get("closes")?,
        state: row.get("state")?,
        sent_back: row.get("sent_back")?,
        questions: parsed(&row.get::<String>("questions")?)?,
        secret: row.get("secret")?,
        made_by: row.get("made_by")?,
        made_on: row.get("made_on")?,
        approved_by: row.get("approved_by")?,
        approved_on: row.get("approved_on")?,
        closed_by: row.get("closed_by")?,
        closed_on: row.get("closed_on")?,
        answers: row.get("answers")?,
    })
}

/// # Errors
/// Broken: what was kept cannot be read.
pub fn parsed<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(Failure::broken)
}

/// # Errors
/// Broken.
pub fn written(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Failure::broken)
}

/// # Errors
/// What the database refuses.
pub fn find(db: &Rows<'_>, id: QuestionnaireId) -> Result<Option<Questionnaire>> {
    db.row(&format!("{COLUMNS} WHERE id = $1"), values![id], read)
}

/// # Errors
/// Nobody knows it.
pub fn questionnaire(db: &Rows<'_>, id: QuestionnaireId) -> Result<Questionnaire> {
    find(db, id)?.ok_or(Failure::not_found(RECORD))
}

/// The editions of a series that were approved, the oldest first.
///
/// # Errors
/// What the database refuses.
pub fn editions(db: &Rows<'_>, series: QuestionnaireId) -> Result<Vec<Questionnaire>> {
    let sql = format!("{COLUMNS} WHERE series = $1 AND state <> 'dropped' ORDER BY edition");
    db.rows(&sql, values![series], read)
}

/// The one that is open today and offered when a request is closed; the newest where there are several.
///
/// # Errors
/// What the database refuses.
pub fn at_closing(db: &Rows<'_>, today: Day) -> Result<Option<Questionnaire>> {
    let sql = format!(
        "{COLUMNS} WHERE at_closing = 1 AND state = 'approved' AND opens <= $1 AND closes >= $1 ORDER BY opens DESC, id LIMIT 1"
    );
    db.row(&sql, values![today], read)
}

/// # Errors
/// What the database refuses.
pub fn insert(cx: &Write<'_>, new: &Questionnaire) -> Result<()> {
    cx.run(
        include_str!("sql/insert_questionnaire.sql"),
        values![
            new.id,
            new.series,
            new.edition,
            new.no,
            new.purpose,
            new.title.as_str(),
            fold(&new.title),
            new.about.as_str(),
            new.anonymous,
            new.at_closing,
            new.sealed,
            new.opens,
            new.closes,
            new.state,
            written(&new.questions)?,
            i64::try_from(new.questions.len()).unwrap_or(i64::MAX),
            new.secret,
            new.made_by,
            new.made_on
        ],
    )
    .map(drop)
}

/// Writes what may be typed of one that nobody has approved.
///
/// # Errors
/// Frozen by then.
pub fn update(cx: &Write<'_>, after: &Questionnaire) -> Result<()> {
    cx.run(
        include_str!("sql/update_questionnaire.sql"),
        values![
            after.title.as_str(),
            fold(&after.title),
            after.about.as_str(),
            after.anonymous,
            after.at_closing,
            after.sealed,
            after.opens,
            after.closes,
            written(&after.questions)?,
            i64::try_from(after.questions.len()).unwrap_or(i64::MAX),
            after.id
        ],
    )
    .map(drop)
}

/// Somebody wrote in it, and will not approve it.
///
/// # Errors
/// What the database refuses.
pub fn hand(cx: &Write<'_>, id: QuestionnaireId) -> Result<()> {
    let sql = "INSERT INTO questionnaire_hand (questionnaire, person) VALUES ($1, $2) \
               ON CONFLICT (questionnaire, person) DO NOTHING";
    cx.run(sql, values![id, cx.who.id]).map(drop)
}

/// Whoever wrote in it.
///
/// # Errors
/// What the database refuses.
pub fn hands(db: &Rows<'_>, id: QuestionnaireId) -> Result<Vec<(PersonId, String)>> {
    let sql = "SELECT h.person, n.name FROM questionnaire_hand h JOIN user_name n ON n.id = h.person \
               WHERE h.questionnaire = $1 ORDER BY n.name, h.person";
    db.rows(sql, values![id], |row| Ok((row.get("person")?, row.get("name")?)))
}

pub const fn subject(id: QuestionnaireId) -> Subject {
    Subject { kind: RECORD, id: *id.as_bytes() }
}

/// Tells the trail of a change.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Write<'_>, before: Option<&Questionnaire>, id: QuestionnaireId) -> Result<()> {
    let after = questionnaire(cx, id)?;
    match before {
        Some(before) => cx.changed(RECORD, id, &after.title, &before.told(), &after.told())?,
        None => cx.changed(RECORD, id, &after.title, &(), &after.told())?,
    }
    cx.record_changed(subject(id))
}

/// Tells the trail that somebody answered: of which questionnaire, and nothing else.
///
/// # Errors
/// What the database refuses.
pub fn answered(cx: &Write<'_>, of: &Questionnaire, how: &str) -> Result<()> {
    cx.changed(RECORD, of.id, &of.title, &(), &json!({ "answer": how }))
}

/// A name of somebody of the office; empty for nobody.
///
/// # Errors
/// What the database refuses.
pub fn person_name(db: &Rows<'_>, person: Option<PersonId>) -> Result<String> {
    let Some(person) = person else { return Ok(String::new()) };
    let sql = "SELECT name FROM user_name WHERE id = $1";
    Ok(db.row(sql, values![person], |row| row.get("name"))?.unwrap_or_default())
}

/// # Errors
/// What the database refuses.
pub fn department_name(db: &Rows<'_>, department: Option<DepartmentId>) -> Result<String> {
    let Some(department) = department else { return Ok(String::new()) };
    let sql = "SELECT name FROM department_called WHERE id = $1";
    Ok(db.row(sql, values![department], |row| row.get("name"))?.unwrap_or_default())
}

/// What an answer is of: a department the office knows, a kind of request.
///
/// # Errors
/// Neither.
pub fn known_group(db: &Rows<'_>, department: Option<DepartmentId>, procedure: &str) -> Result<()> {
    if let Some(department) = department {
        let sql = "SELECT id FROM department_called WHERE id = $1";
        let found: Option<DepartmentId> = db.row(sql, values![department], |row| row.get("id"))?;
        require(found.is_some(), Refusal::new(rules::DEPARTMENT_UNKNOWN).at("department"))?;
    }
    let known = procedure.is_empty() || casework::requests::Kind::ALL.iter().any(|kind| kind.name() == procedure);
    require(known, Refusal::new(rules::PROCEDURE_UNKNOWN).at("procedure"))
}

/// Answers are taken: paper and files until it is closed, everything else between its days.
///
/// # Errors
/// Not approved, closed, not begun, or over.
pub fn takes(of: &Questionnaire, today: Day, channel: AnswerChannel) -> Result<()> {
    require(of.state != QuestionnaireState::Closed, rules::CLOSED_ALREADY)?;
    let late = matches!(channel, AnswerChannel::Paper | AnswerChannel::File);
    let standing = of.standing(today);
    let open = standing == QuestionnaireStanding::Open || late && standing == QuestionnaireStanding::Entering;
    require(open, Refusal::new(NOT_OPEN).with("opens", of.opens).with("closes", of.closes))
}

/// An answer as it is kept.
#[derive(Debug, Clone)]
pub struct Response {
    pub id: [u8; 16],
    pub channel: AnswerChannel,
    pub department: Option<DepartmentId>,
    pub procedure: String,
    /// What holds: settled where somebody looked at the paper, otherwise as it was first entered.
    pub answers: Vec<GivenAnswer>,
    pub first: Vec<GivenAnswer>,
    pub sheet: Option<i64>,
    pub entry: Option<i64>,
    pub entered_by: Option<PersonId>,
    pub second_by: Option<PersonId>,
    pub second: Option<Vec<GivenAnswer>>,
    pub open_differences: i64,
}

const RESPONSE: &str = "SELECT id, channel, department, procedure, answers, settled, sheet, entry, entered_by, \
                        second_by, second, open_differences FROM questionnaire_response";

fn response(row: &Row<'_>) -> Result<Response> {
    let first: Vec<GivenAnswer> = parsed(&row.get::<String>("answers")?)?;
    let settled: Option<String> = row.get("settled")?;
    let second: Option<String> = row.get("second")?;
    Ok(Response {
        id: row.get("id")?,
        channel: row.get("channel")?,
        department: row.get("department")?,
        procedure: row.get("procedure")?,
        answers: settled.map_or_else(|| Ok(first.clone()), |settled| parsed(&settled))?,
        first,
        sheet: row.get("sheet")?,
        entry: row.get("entry")?,
        entered_by: row.get("entered_by")?,
        second_by: row.get("second_by")?,
        second: second.map(|second| parsed(&second)).transpose()?,
        open_differences: row.get("open_differences")?,
    })
}

/// All answers to one questionnaire.
///
/// # Errors
/// What the database refuses.
pub fn responses(db: &Rows<'_>, id: QuestionnaireId) -> Result<Vec<Response>> {
    db.rows(&format!("{RESPONSE} WHERE questionnaire = $1 ORDER BY id"), values![id], response)
}

/// Its sheets in the order of entry.
///
/// # Errors
/// What the database refuses.
pub fn sheets(db: &Rows<'_>, id: QuestionnaireId) -> Result<Vec<Response>> {
    let sql = format!("{RESPONSE} WHERE questionnaire = $1 AND entry IS NOT NULL ORDER BY entry");
    db.rows(&sql, values![id], response)
}

/// # Errors
/// What the database refuses.
pub fn by_sheet(db: &Rows<'_>, id: QuestionnaireId, sheet: i64) -> Result<Option<Response>> {
    db.row(&format!("{RESPONSE} WHERE questionnaire = $1 AND sheet = $2"), values![id, sheet], response)
}

/// A new answer, as it goes in.
pub struct NewResponse<'a> {
    pub print: [u8; 32],
    pub channel: AnswerChannel,
    pub day: Day,
    pub department: Option<DepartmentId>,
    pub procedure: &'a str,
    pub party: Option<PartyId>,
    pub answers: &'a [GivenAnswer],
    /// Number and place in the order of entry.
    pub sheet: Option<(i64, i64)>,
}

/// # Errors
/// A second one of the same.
pub fn insert_response(cx: &Write<'_>, of: &Questionnaire, new: &NewResponse<'_>) -> Result<[u8; 16]> {
    let id = crate::tokens::identifier(&new.print);
    let known: Option<[u8; 16]> =
        cx.row("SELECT id FROM questionnaire_response WHERE id = $1", values![id], |row| row.get("id"))?;
    require(known.is_none(), rules::ANSWERED_BEFORE)?;
    cx.run(
        include_str!("sql/insert_response.sql"),
        values![
            id,
            of.id,
            new.channel,
            new.day,
            new.department,
            new.procedure,
            new.party,
            written(&new.answers)?,
            new.sheet.map(|(sheet, _)| sheet),
            new.sheet.map(|(_, entry)| entry),
            new.sheet.map(|_| cx.who.id),
            (new.channel == AnswerChannel::File).then(|| new.print.to_vec())
        ],
    )?;
    cx.run("UPDATE questionnaire SET answers = answers + 1 WHERE id = $1", values![of.id])?;
    Ok(id)
}

/// The run a sheet was printed in: what its answers are of.
pub struct Run {
    pub department: Option<DepartmentId>,
    pub procedure: String,
}

/// # Errors
/// No sheet was printed with such a code.
pub fn run_of(db: &Rows<'_>, of: &Questionnaire, sheet: i64) -> Result<Run> {
    let sql =
        "SELECT department, procedure FROM questionnaire_run WHERE questionnaire = $1 AND first <= $2 AND last >= $2";
    let run = db.row(sql, values![of.id, sheet], |row| {
        Ok(Run { department: row.get("department")?, procedure: row.get("procedure")? })
    })?;
    run.ok_or_else(|| Refusal::new(rules::CODE_UNKNOWN).with("mark", rules::mark(of.no)).at("code").into())
}

/// The number a code names.
///
/// # Errors
/// It is none of this questionnaire's.
pub fn sheet_number(of: &Questionnaire, code: &str) -> Result<i64> {
    let refusal = Refusal::new(rules::CODE_UNKNOWN).with("mark", rules::mark(of.no)).at("code");
    Ok(rules::sheet_of(of.no, code).ok_or(refusal)?)
}

/// # Errors
/// What the database refuses.
pub fn is_spoiled(db: &Rows<'_>, id: QuestionnaireId, sheet: i64) -> Result<bool> {
    let sql = "SELECT sheet FROM questionnaire_spoiled WHERE questionnaire = $1 AND sheet = $2";
    Ok(db.row(sql, values![id, sheet], |row| row.get::<i64>("sheet"))?.is_some())
}

/// # Errors
/// Nobody of the office, or gone.
pub fn works_here(cx: &Read<'_>, person: PersonId) -> Result<()> {
    let works = office::staff::people(cx)?.into_iter().any(|one| one.id == person && one.active);
    require(works, Refusal::new(rules::OWNER_UNKNOWN).at("owner"))
}
