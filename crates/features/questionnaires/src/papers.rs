//! Papers of questionnaires: the form to be filled in by hand, each sheet with its code; the letter that offers a rating with its
//! token; and the results, without what may not leave the office.

use crate::inputs::{AskResults, PrintSheets, PrintSlip, WhichQuestionnaire};
use crate::model::{FormQuestion, GroupResult, QuestionKind, QuestionResult, QuestionnaireStanding, ResultsBy};
use crate::reading::results;
use crate::rules::{self, CODE_UNKNOWN, NOT_OPEN};
use crate::store::{self, Questionnaire};
use crate::tokens::{self, Of};
use database::values;
use kernel::{Refusal, Result, require};
use measures::survey::Hidden;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

const FORM: Template = Template { name: "questionnaire_form", source: include_str!("papers/questionnaire_form.typ") };
const RESULTS: Template =
    Template { name: "questionnaire_results", source: include_str!("papers/questionnaire_results.typ") };

fn word(key: &str) -> String {
    words::word(key, Language::Ar)
}

/// One sheet of a form as its template takes it.
struct Sheet {
    code: String,
    department: String,
    procedure: String,
    /// It is a letter that offers a rating.
    token: bool,
}

pub fn form_paper(cx: &Read<'_>, input: PrintSheets) -> Result<Paper> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    let mut sheets = Vec::new();
    if let Some(no) = input.no {
        let sql =
            "SELECT first, last, department, procedure FROM questionnaire_run WHERE questionnaire = $1 AND no = $2";
        let run = cx.row(sql, values![of.id, no], |row| {
            Ok((
                row.get::<i64>("first")?,
                row.get::<i64>("last")?,
                row.get("department")?,
                row.get::<String>("procedure")?,
            ))
        })?;
        let (first, last, department, procedure) = run.ok_or(Refusal::new(CODE_UNKNOWN).at("no"))?;
        let department = store::department_name(cx, department)?;
        let procedure = if procedure.is_empty() { procedure } else { word(&format!("requests.kind.{procedure}")) };
        sheets.extend((first..=last).map(|sheet| Sheet {
            code: rules::code(of.no, sheet),
            department: department.clone(),
            procedure: procedure.clone(),
            token: false,
        }));
    } else {
        sheets.push(Sheet { code: String::new(), department: String::new(), procedure: String::new(), token: false });
    }
    let what = json!({ "paper": "form", "sheets": sheets.len() });
    cx.saw(store::RECORD, of.id, &of.title, what);
    form(cx, &of, &sheets)
}

/// The letter that offers a rating: the form with its token. The token is known to whoever it was told.
pub fn rating_slip(cx: &Read<'_>, input: PrintSlip) -> Result<Paper> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    require(
        of.standing(cx.today()) == QuestionnaireStanding::Open,
        Refusal::new(NOT_OPEN).with("opens", of.opens).with("closes", of.closes),
    )?;
    tokens::known(cx, of.id, &tokens::print(&of.secret, Of::Token(&input.token)))?;
    cx.saw(store::RECORD, of.id, &of.title, json!({ "paper": "rating" }));
    let sheet = Sheet { code: input.token, department: String::new(), procedure: String::new(), token: true };
    form(cx, &of, &[sheet])
}

fn form(cx: &Read<'_>, of: &Questionnaire, sheets: &[Sheet]) -> Result<Paper> {
    let number = |key: &str| of.questions.iter().position(|question| question.key == key).map(|place| place + 1);
    let questions: Vec<Value> = of
        .questions
        .iter()
        .map(|question| {
            let condition = question.shown_if.as_ref().and_then(|condition| {
                let asked = of.question(&condition.question)?;
                let answers: Vec<String> =
                    condition.any.iter().filter_map(|place| answer_label(asked, *place)).collect();
                Some(json!({ "no": number(&condition.question), "answers": answers }))
            });
            json!({
                "kind": question.kind, "text": question.text, "domain": question.domain, "mandatory": question.mandatory,
                "options": options(question), "rows": question.rows, "low": question.low, "high": question.high,
                "condition": condition,
            })
        })
        .collect();
    let sheets: Vec<Value> = sheets
        .iter()
        .map(|one| json!({ "code": one.code, "department": one.department, "procedure": one.procedure, "token": one.token }))
        .collect();
    let data = json!({
        "title": of.title, "about": of.about, "anonymous": of.anonymous, "closes": paper::dates_json(of.closes),
        "questions": questions, "sheets": sheets,
    });
    paper::print(cx, &FORM, &format!("questionnaire-{}", rules::mark(of.no)), &data)
}

/// What can be ticked.
fn options(question: &FormQuestion) -> Vec<String> {
    match question.kind {
        QuestionKind::YesNo => vec![word("questionnaires.yes"), word("questionnaires.no")],
        _ => question.options.clone(),
    }
}

fn answer_label(question: &FormQuestion, place: i64) -> Option<String> {
    if place == rules::DONT_KNOW {
        return Some(word("questionnaires.dont_know"));
    }
    let place = usize::try_from(place - 1).ok()?;
    crate::reading::labels(question).get(place).cloned()
}

/// The results as they may leave the office: questions that may be published, groups that are not too small.
pub fn results_paper(cx: &Read<'_>, input: WhichQuestionnaire) -> Result<Paper> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    let asks = AskResults { questionnaire: of.id, by: ResultsBy::Department, table: None };
    let found = results(cx, asks)?;
    let group = |one: &GroupResult, name: String| {
        json!({
            "name": name, "suppressed": one.suppressed, "percent": one.satisfied.and_then(|share| share.percent()),
            "of": one.satisfied.map(|share| share.of()), "levels": one.levels,
        })
    };
    let named = |one: &GroupResult| {
        if one.name.is_empty() { word("questionnaires.no_department") } else { one.name.clone() }
    };
    let groups: Vec<Value> = found.groups.iter().map(|one| group(one, named(one))).collect();
    let total = found.total.as_ref().filter(|one| one.satisfied.is_some());
    let overall = of.question(&found.overall);
    let shown = found.questions.iter().filter(|one| one.question.publishable);
    let questions: Vec<Value> = shown.map(question_data).collect();
    let held_back = found.questions.len() - questions.len();
    let editions: Vec<Value> = found
        .editions
        .iter()
        .map(|one| {
            json!({
                "title": one.title, "opens": paper::dates_json(one.opens), "closes": paper::dates_json(one.closes),
                "percent": one.satisfied.and_then(|share| share.percent()), "this": one.this,
            })
        })
        .collect();
    // Paper of others than those who asked may outnumber them; a share above the whole says nothing.
    let response = found.response.filter(|share| share.n() <= share.of());
    let data = json!({
        "title": of.title, "purpose": word(&format!("questionnaires.purpose.{}", of.purpose.name())), "edition": of.edition,
        "opens": paper::dates_json(of.opens), "closes": paper::dates_json(of.ends()), "anonymous": of.anonymous,
        "answers": found.answers, "closed_requests": response.map(|share| share.of()),
        "response": response.and_then(|share| share.percent()),
        "hidden": hidden(found.hidden), "few": found.suppress_under,
        "overall": overall.filter(|one| one.publishable).map(|one| one.text.clone()),
        "scale": overall.is_some_and(|one| one.kind == QuestionKind::Scale),
        "groups": groups, "total": total.map(|one| group(one, String::new())),
        "questions": questions, "held_back": held_back, "editions": editions,
    });
    cx.saw(store::RECORD, of.id, &of.title, json!({ "paper": "results" }));
    paper::print(cx, &RESULTS, &format!("results-{}", rules::mark(of.no)), &data)
}

fn hidden(hidden: Option<Hidden>) -> Option<&'static str> {
    hidden.map(|hidden| match hidden {
        Hidden::TooFew => "too_few",
        Hidden::BeforeClose => "before_close",
    })
}

fn question_data(one: &QuestionResult) -> Value {
    let measured = one.satisfaction.filter(|found| found.hidden.is_none());
    let options: Vec<Value> = one
        .options
        .iter()
        .map(|option| json!({ "label": option.label, "n": option.share.n(), "percent": option.share.percent() }))
        .collect();
    let rows: Vec<Value> = one
        .rows
        .iter()
        .map(|row| {
            json!({
                "label": row.text, "percent": row.satisfaction.satisfied.and_then(|share| share.percent()),
                "mean": row.satisfaction.mean.map(|mean| mean.to_string()),
            })
        })
        .collect();
    json!({
        "text": one.question.text, "domain": one.question.domain, "kind": one.question.kind, "answered": one.answered,
        "hidden": hidden(one.hidden), "percent": measured.and_then(|found| found.satisfied).and_then(|share| share.percent()),
        "mean": measured.and_then(|found| found.mean).map(|mean| mean.to_string()).or_else(|| one.mean.clone()), "change": one.change,
        "options": options, "rows": rows,
    })
}
