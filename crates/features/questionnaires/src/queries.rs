//! The list of questionnaires, and the page of one.

pub use crate::bringing::preview_import;
pub use crate::entering::look::{differences, sheet};
pub use crate::findings::look::findings;
pub use crate::improving::look::{improvement, improvements, owners};
pub use crate::rating::look::{offers, rating};
pub use crate::reading::{figures, results, texts};
pub use crate::settings::settings;

use crate::inputs::{ListQuestionnaires, WhichQuestionnaire};
use crate::model::{
    CalledDepartment, EditionName, KioskForm, QuestionnaireCounts, QuestionnaireLine, QuestionnairePage,
    QuestionnaireSheet, QuestionnaireStanding, QuestionnaireState, SheetRun,
};
use crate::settings::settings_of;
use crate::store::{self, Questionnaire};
use crate::{QUESTIONNAIRES_APPROVE, conditions, entering, forming, rules};
use database::{Row, Value, values};
use kernel::id::QuestionnaireId;
use kernel::{Day, Result, require};
use office::context::Read;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::{as_meant, limit_of};

const LINES: &str = include_str!("sql/questionnaires.sql");
/// What each column of the list is ordered by.
const ORDERED: &[(&str, &str)] = &[
    ("title", "q.title_fold"),
    ("purpose", "q.purpose"),
    ("opens", "q.opens"),
    ("closes", "q.closes"),
    ("answers", "q.answers"),
    ("questions", "q.question_n"),
    ("edition", "q.edition"),
    ("by", "made_by_name"),
];

pub fn list(cx: &Read<'_>, input: ListQuestionnaires) -> Result<QuestionnairePage> {
    let today = cx.today();
    as_meant(
        cx,
        &input.text,
        |page: &QuestionnairePage| page.total == 0,
        |reading| {
            let mut narrow = Narrow::default();
            narrow.words("q.title_fold", reading);
            narrow.one_of("q.purpose", input.purpose.iter().map(|one| Value::from(*one)));
            let standings: Vec<String> = input.standing.iter().map(|one| format!("({})", condition(*one))).collect();
            if standings.is_empty() {
                narrow.and("q.state <> 'dropped'", values![]);
            } else {
                let days = input.standing.iter().flat_map(|one| vec![Value::from(today); places(*one)]);
                narrow.and(&format!("({})", standings.join(" OR ")), days.collect::<Vec<_>>());
            }
            let order = order_by(input.order.as_ref(), ORDERED, "q.opens DESC, q.no DESC", "q.id");
            let (sql, values) = narrow.statement(LINES, &order, limit_of(input.limit), input.offset);
            let lines = cx.rows(&sql, values, |row| line(row, today))?;
            let sql = format!("SELECT count(*) AS n FROM questionnaire q {}", narrow.said());
            let total = cx.one(&sql, narrow.values, |row| row.get("n"))?;
            Ok(QuestionnairePage { lines, total, counts: counts(cx, today)? })
        },
    )
}

/// How a standing is told from state and days.
const fn condition(standing: QuestionnaireStanding) -> &'static str {
    match standing {
        QuestionnaireStanding::Draft => "q.state = 'draft'",
        QuestionnaireStanding::Asked => "q.state = 'asked'",
        QuestionnaireStanding::Coming => "q.state = 'approved' AND q.opens > {}",
        QuestionnaireStanding::Open => "q.state = 'approved' AND q.opens <= {} AND q.closes >= {}",
        QuestionnaireStanding::Entering => "q.state = 'approved' AND q.closes < {}",
        QuestionnaireStanding::Closed => "q.state = 'closed'",
        QuestionnaireStanding::Dropped => "q.state = 'dropped'",
    }
}

/// How often that names the day.
fn places(standing: QuestionnaireStanding) -> usize {
    condition(standing).matches("{}").count()
}

fn counts(cx: &Read<'_>, today: Day) -> Result<QuestionnaireCounts> {
    let count = |standing: QuestionnaireStanding| {
        let mut narrow = Narrow::default();
        narrow.and(condition(standing), vec![Value::from(today); places(standing)]);
        let sql = format!("SELECT count(*) AS n FROM questionnaire q {}", narrow.said());
        cx.one(&sql, narrow.values, |row| row.get::<i64>("n"))
    };
    Ok(QuestionnaireCounts {
        open: count(QuestionnaireStanding::Open)?,
        entering: count(QuestionnaireStanding::Entering)?,
        asked: count(QuestionnaireStanding::Asked)?,
        draft: count(QuestionnaireStanding::Draft)?,
        closed: count(QuestionnaireStanding::Closed)?,
    })
}

fn line(row: &Row<'_>, today: Day) -> Result<QuestionnaireLine> {
    let (state, opens, closes) = (row.get("state")?, row.get("opens")?, row.get("closes")?);
    Ok(QuestionnaireLine {
        questionnaire: row.get("id")?,
        mark: rules::mark(row.get("no")?),
        purpose: row.get("purpose")?,
        title: row.get("title")?,
        edition: row.get("edition")?,
        anonymous: row.get("anonymous")?,
        at_closing: row.get("at_closing")?,
        sealed: row.get("sealed")?,
        opens,
        closes,
        state,
        standing: rules::standing(state, opens, closes, today),
        questions: row.get("question_n")?,
        answers: row.get("answers")?,
        made_by_name: row.get("made_by_name")?,
    })
}

/// The line of one, as the list has it.
///
/// # Errors
/// Not found.
pub fn one_line(cx: &Read<'_>, id: QuestionnaireId) -> Result<QuestionnaireLine> {
    let mut narrow = Narrow::default();
    narrow.and("q.id = {}", values![id]);
    let (sql, values) = narrow.statement(LINES, "ORDER BY q.id", 1, 0);
    cx.one(&sql, values, |row| line(row, cx.today()))
}

pub fn open(cx: &Read<'_>, input: WhichQuestionnaire) -> Result<QuestionnaireSheet> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    let progress = entering::progress(cx, &of)?;
    let editions = store::editions(cx, of.series)?.into_iter().rev();
    Ok(QuestionnaireSheet {
        line: one_line(cx, of.id)?,
        record: cx.version(store::RECORD, of.id)?,
        hands: store::hands(cx, of.id)?.into_iter().map(|(_, name)| name).collect(),
        approved_by_name: store::person_name(cx, of.approved_by)?,
        approved_on: of.approved_on,
        closed_by_name: store::person_name(cx, of.closed_by)?,
        closed_on: of.closed_on,
        runs: runs(cx, &of)?,
        before_asking: conditions::asking(&of, cx.today()),
        before_closing: conditions::closing(&progress),
        progress,
        cannot_approve: cannot_approve(cx, &of)?,
        departments: departments(cx)?,
        editions: editions.map(|one| edition(&one)).collect(),
        settings: settings_of(cx)?,
        about: of.about,
        questions: of.questions,
        sent_back: of.sent_back,
    })
}

fn edition(of: &Questionnaire) -> EditionName {
    EditionName {
        questionnaire: of.id,
        edition: of.edition,
        title: of.title.clone(),
        opens: of.opens,
        closes: of.closes,
        state: of.state,
    }
}

/// Why whoever asks does not approve it.
fn cannot_approve(cx: &Read<'_>, of: &Questionnaire) -> Result<String> {
    if of.state != QuestionnaireState::Asked {
        return Ok(rules::NOT_ASKED.0.to_owned());
    }
    if !cx.who.role.may(QUESTIONNAIRES_APPROVE) {
        return Ok(QUESTIONNAIRES_APPROVE.name().to_owned());
    }
    let own = forming::by_another(cx, of);
    Ok(own.err().and_then(|failure| failure.code().map(|code| code.to_string())).unwrap_or_default())
}

/// # Errors
/// What the database refuses.
pub fn departments(cx: &Read<'_>) -> Result<Vec<CalledDepartment>> {
    let sql = "SELECT id, name FROM department_called WHERE active = 1 ORDER BY name, id";
    cx.rows(sql, values![], |row| Ok(CalledDepartment { department: row.get("id")?, name: row.get("name")? }))
}

fn runs(cx: &Read<'_>, of: &Questionnaire) -> Result<Vec<SheetRun>> {
    cx.rows(include_str!("sql/runs.sql"), values![of.id], |row| {
        let (first, last): (i64, i64) = (row.get("first")?, row.get("last")?);
        Ok(SheetRun {
            no: row.get("no")?,
            first: rules::code(of.no, first),
            last: rules::code(of.no, last),
            count: last - first + 1,
            entered: row.get("entered")?,
            department_name: row.get::<Option<String>>("department_name")?.unwrap_or_default(),
            procedure: row.get("procedure")?,
            made_by_name: row.get("made_by_name")?,
            made_on: row.get("made_on")?,
        })
    })
}

/// The form as somebody fills it in at the desk: one that takes answers today.
pub fn form(cx: &Read<'_>, input: WhichQuestionnaire) -> Result<KioskForm> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    let open = of.standing(cx.today()) == QuestionnaireStanding::Open;
    require(open, kernel::Refusal::new(rules::NOT_OPEN).with("opens", of.opens).with("closes", of.closes))?;
    Ok(KioskForm { questionnaire: of.id, title: of.title, about: of.about, questions: of.questions })
}
