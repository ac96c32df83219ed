//! The results: counts, shares and means by `measures::survey`, without groups of so few that they could be known.
//!
//! The whole of each question is shown, so groups are read as if the whole stood elsewhere: with one that is too small the
//! next smallest is hidden, and their sum leaves both out.

use crate::inputs::{AskResults, AskWritten, ListFigures};
use crate::model::{
    AnswerChannel, ChannelResult, CrossRow, CrossTable, EditionResult, FigureLine, FigurePage, FormQuestion,
    GivenAnswer, GroupResult, OptionResult, QuestionKind, QuestionResult, QuestionnaireResults, QuestionnaireState,
    ResultsBy, RowResult, WrittenAnswers, WrittenText,
};
use crate::rules::{self, QUESTION_UNKNOWN};
use crate::settings::settings_of;
use crate::store::{self, Questionnaire, Response};
use database::values;
use kernel::arabic::fold;
use kernel::id::DepartmentId;
use kernel::{Refusal, Result, require};
use measures::survey::{Answer, Group, Hidden, Poll, Question, Satisfaction, change, groups, printed, satisfaction};
use measures::{Portion, Settings};
use office::context::Read;
use office::page::page_of;
use office::words::{self, Language};
use std::collections::BTreeMap;

/// Editions that are shown side by side.
const EDITIONS: usize = 4;

/// The answers to a questionnaire with what is needed to read them.
pub struct Answered {
    pub of: Questionnaire,
    pub responses: Vec<Response>,
    poll: Option<Poll>,
    settings: Settings,
}

impl Answered {
    /// # Errors
    /// What the database refuses.
    pub fn load(cx: &Read<'_>, of: Questionnaire) -> Result<Self> {
        let responses = store::responses(cx, of.id)?;
        let poll = of.sealed.then(|| Poll { closes: of.ends(), on: cx.today() });
        Ok(Self { responses, poll, settings: settings_of(cx)?.measures(), of })
    }

    fn few(&self) -> u64 {
        u64::from(self.settings.suppress_under)
    }

    /// What is not shown of so many answers.
    fn hidden(&self, answers: usize) -> Option<Hidden> {
        if self.poll.is_some_and(|poll| !poll.is_over()) {
            return Some(Hidden::BeforeClose);
        }
        (0 < answers && (answers as u64) < self.few()).then_some(Hidden::TooFew)
    }

    fn given<'s>(&'s self, key: &'s str) -> impl Iterator<Item = (&'s Response, Option<&'s GivenAnswer>)> {
        self.responses.iter().map(move |one| (one, one.answers.iter().find(|given| given.question == key)))
    }

    /// Satisfaction with one question; none of other kinds.
    ///
    /// # Errors
    /// Broken: an answer that is not on its scale.
    pub fn satisfaction(&self, question: &FormQuestion) -> Result<Option<Satisfaction>> {
        let Some(scale) = scale(question.kind) else { return Ok(None) };
        let asked = self.given(&question.key).filter(|(one, _)| rules::is_asked(question, &one.answers));
        let answers = asked
            .map(|(_, given)| {
                given.and_then(|given| given.choice.first()).map_or(Ok(Answer::Blank), |one| scale.answer(*one))
            })
            .collect::<Result<Vec<_>>>()?;
        satisfaction(scale, &answers, self.poll, &self.settings).map(Some)
    }

    /// The question satisfaction is read from: the one marked so, otherwise the first that is measured.
    pub fn overall(&self) -> Option<&FormQuestion> {
        let marked = self.of.questions.iter().find(|question| question.overall);
        marked.or_else(|| self.of.questions.iter().find(|question| question.kind.is_measured()))
    }
}

const fn scale(kind: QuestionKind) -> Option<Question> {
    match kind {
        QuestionKind::Scale => Some(Question::Scale),
        QuestionKind::YesNo => Some(Question::YesNo),
        _ => None,
    }
}

pub fn results(cx: &Read<'_>, input: AskResults) -> Result<QuestionnaireResults> {
    let all = Answered::load(cx, store::questionnaire(cx, input.questionnaire)?)?;
    let before = before(cx, &all.of)?;
    let (shown, total) = by_group(cx, &all, input.by)?;
    let table = match &input.table {
        Some(key) => cross(cx, &all, key, input.by)?,
        None => None,
    };
    let questions = all.of.questions.iter().map(|one| question(&all, one, before.as_ref())).collect::<Result<_>>()?;
    Ok(QuestionnaireResults {
        hidden: all.hidden(all.responses.len()),
        answers: count(all.responses.len()),
        response: response(cx, &all)?,
        channels: channels(&all),
        by: input.by,
        overall: all.overall().map(|question| question.key.clone()).unwrap_or_default(),
        groups: shown,
        total,
        questions,
        table,
        editions: editions(cx, &all)?,
        suppress_under: i64::from(all.settings.suppress_under),
    })
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn channels(all: &Answered) -> Vec<ChannelResult> {
    let of = |channel: AnswerChannel| all.responses.iter().filter(|one| one.channel == channel).count();
    let counted =
        AnswerChannel::ALL.iter().map(|channel| ChannelResult { channel: *channel, answers: count(of(*channel)) });
    counted.filter(|one| one.answers > 0).collect()
}

/// Answers of the requests that were closed in its days.
fn response(cx: &Read<'_>, all: &Answered) -> Result<Option<Portion>> {
    if !all.of.at_closing {
        return Ok(None);
    }
    let sql = "SELECT count(*) AS n FROM case_request_closed WHERE ended_on BETWEEN $1 AND $2";
    let until = all.of.ends().min(cx.today());
    let closed: i64 = cx.one(sql, values![all.of.opens, until], |row| row.get("n"))?;
    let answers = all.responses.len() as u64;
    Ok(Some(measures::survey::response_rate(answers, u64::try_from(closed).unwrap_or(0))))
}

/// The edition before, with its answers.
fn before(cx: &Read<'_>, of: &Questionnaire) -> Result<Option<Answered>> {
    let earlier = store::editions(cx, of.series)?.into_iter().rev().find(|one| {
        one.edition < of.edition && matches!(one.state, QuestionnaireState::Approved | QuestionnaireState::Closed)
    });
    earlier.map(|one| Answered::load(cx, one)).transpose()
}

fn editions(cx: &Read<'_>, all: &Answered) -> Result<Vec<EditionResult>> {
    let held = |one: &Questionnaire| matches!(one.state, QuestionnaireState::Approved | QuestionnaireState::Closed);
    let mut listed: Vec<Questionnaire> = store::editions(cx, all.of.series)?
        .into_iter()
        .filter(|one| one.edition <= all.of.edition && held(one))
        .collect();
    let from = listed.len().saturating_sub(EDITIONS);
    let mut found = Vec::new();
    for of in listed.drain(from..) {
        let (id, edition, title, opens, closes) = (of.id, of.edition, of.title.clone(), of.opens, of.closes);
        let read = if id == all.of.id { None } else { Some(Answered::load(cx, of)?) };
        let read = read.as_ref().unwrap_or(all);
        let satisfied = match read.overall() {
            Some(question) => read.satisfaction(question)?.and_then(|one| one.satisfied),
            None => None,
        };
        found.push(EditionResult {
            questionnaire: id,
            edition,
            title,
            opens,
            closes,
            satisfied,
            this: id == all.of.id,
        });
    }
    Ok(found)
}

/// The groups of those who answered, each with its name and its answers.
fn grouped<'a>(cx: &Read<'_>, all: &'a Answered, by: ResultsBy) -> Result<Vec<(String, String, Vec<&'a Response>)>> {
    let names: BTreeMap<DepartmentId, String> = cx
        .rows("SELECT id, name FROM department_called", values![], |row| Ok((row.get("id")?, row.get("name")?)))?
        .into_iter()
        .collect();
    let mut found: BTreeMap<String, (String, Vec<&Response>)> = BTreeMap::new();
    for one in &all.responses {
        let (key, name) = match by {
            ResultsBy::Department => match one.department {
                Some(id) => (id.to_string(), names.get(&id).cloned().unwrap_or_default()),
                None => Default::default(),
            },
            ResultsBy::Procedure if one.procedure.is_empty() => Default::default(),
            ResultsBy::Procedure => {
                (one.procedure.clone(), words::word(&format!("requests.kind.{}", one.procedure), Language::Ar))
            }
        };
        found.entry(key).or_insert_with(|| (name, Vec::new())).1.push(one);
    }
    // Those of no group stand last.
    let mut groups: Vec<_> = found.into_iter().map(|(key, (name, all))| (key, name, all)).collect();
    groups.sort_by_key(|one| (one.0.is_empty(), fold(&one.1)));
    Ok(groups)
}

fn by_group(cx: &Read<'_>, all: &Answered, by: ResultsBy) -> Result<(Vec<GroupResult>, Option<GroupResult>)> {
    let Some(question) = all.overall() else { return Ok(Default::default()) };
    if all.hidden(all.responses.len()).is_some() {
        return Ok(Default::default());
    }
    let found = grouped(cx, all, by)?;
    let places = rules::places(question);
    let choices = |answers: &[&Response]| -> Vec<i64> {
        let given = answers.iter().filter_map(|one| one.answers.iter().find(|given| given.question == question.key));
        given.filter_map(|given| given.choice.first().copied()).filter(|place| *place != rules::DONT_KNOW).collect()
    };
    let is_satisfied = |place: &i64| if question.kind == QuestionKind::Scale { *place >= 4 } else { *place == 1 };
    // The best first.
    let order: Vec<i64> =
        if question.kind == QuestionKind::Scale { (1..=places).rev().collect() } else { (1..=places).collect() };
    let levels = |chosen: &[i64]| -> Vec<i64> {
        order.iter().map(|place| count(chosen.iter().filter(|one| *one == place).count())).collect()
    };
    let mut counted = Vec::new();
    for (key, _, answers) in &found {
        let chosen = choices(answers);
        let satisfied = chosen.iter().filter(|place| is_satisfied(place)).count() as u64;
        counted.push(Group { name: key.clone(), satisfied, valid: chosen.len() as u64 });
    }
    let shown = groups(&counted, true, all.poll, &all.settings)?;
    let mut sum = vec![0; order.len()];
    let mut lines = Vec::new();
    for (key, name, answers) in found {
        let suppressed = shown.suppressed.contains(&key);
        let levels = if suppressed { Vec::new() } else { levels(&choices(&answers)) };
        for (place, level) in levels.iter().enumerate() {
            sum[place] += level;
        }
        let satisfied = shown.shown.iter().find(|one| one.name == key).and_then(|one| one.satisfied);
        lines.push(GroupResult { key, name, suppressed, satisfied, levels });
    }
    let total = GroupResult {
        key: String::new(),
        name: String::new(),
        suppressed: false,
        satisfied: (shown.total.of() > 0).then_some(shown.total),
        levels: sum,
    };
    Ok((lines, Some(total)))
}

fn question(all: &Answered, one: &FormQuestion, before: Option<&Answered>) -> Result<QuestionResult> {
    let asked: Vec<_> = all.given(&one.key).filter(|(response, _)| rules::is_asked(one, &response.answers)).collect();
    let given: Vec<&GivenAnswer> = asked.iter().filter_map(|(_, given)| *given).collect();
    let said = given.iter().filter(|given| given.choice.first() != Some(&rules::DONT_KNOW)).count();
    let hidden = all.hidden(said);
    let satisfaction = all.satisfaction(one)?;
    let earlier = match before {
        Some(before) => match before.of.question(&one.key) {
            Some(same) => before.satisfaction(same)?.and_then(|one| one.satisfied).and_then(Portion::percent),
            None => None,
        },
        None => None,
    };
    let moved = change(satisfaction.and_then(|one| one.satisfied), earlier);
    let shows = hidden.is_none() && said > 0;
    let options = if shows { options(one, &given, said as u64, all.few()) } else { Vec::new() };
    let mean = if one.kind == QuestionKind::Number && shows {
        rules::mean(&given.iter().filter_map(|given| given.number).collect::<Vec<_>>())
    } else {
        None
    };
    Ok(QuestionResult {
        question: one.clone(),
        answered: if hidden == Some(Hidden::BeforeClose) { 0 } else { count(said) },
        hidden,
        satisfaction: satisfaction.map(Into::into),
        change: moved,
        options,
        rows: rows(all, one, asked.iter().map(|(_, given)| *given))?,
        mean,
    })
}

/// How many chose what.
fn options(one: &FormQuestion, given: &[&GivenAnswer], of: u64, few: u64) -> Vec<OptionResult> {
    let places = match one.kind {
        QuestionKind::Single | QuestionKind::Multi => one.options.clone(),
        QuestionKind::Date => return years(given, of, few),
        _ => return Vec::new(),
    };
    let chose = |place: i64| given.iter().filter(|given| given.choice.contains(&place)).count() as u64;
    let shares = (1..).zip(places).map(|(place, label)| OptionResult { label, share: Portion::new(chose(place), of) });
    shares.collect()
}

/// Days by their year, where enough lie in it: a day alone could be somebody's.
fn years(given: &[&GivenAnswer], of: u64, few: u64) -> Vec<OptionResult> {
    let mut years: BTreeMap<i32, u64> = BTreeMap::new();
    for day in given.iter().filter_map(|given| given.day) {
        *years.entry(day.year()).or_default() += 1;
    }
    // One year that is too small could be told from the sum: then none is shown.
    if years.values().filter(|n| **n < few).count() == 1 {
        return Vec::new();
    }
    let shown = years.into_iter().filter(|(_, n)| *n >= few);
    shown.map(|(year, n)| OptionResult { label: year.to_string(), share: Portion::new(n, of) }).collect()
}

/// The lines of a matrix, each measured as a scale.
fn rows<'a>(
    all: &Answered,
    one: &FormQuestion,
    given: impl Iterator<Item = Option<&'a GivenAnswer>> + Clone,
) -> Result<Vec<RowResult>> {
    let mut found = Vec::new();
    for (place, text) in one.rows.iter().enumerate() {
        let answers = given
            .clone()
            .map(|given| match given.and_then(|given| given.rows.get(place)) {
                None | Some(&rules::BLANK) => Ok(Answer::Blank),
                Some(number) => Question::Scale.answer(*number),
            })
            .collect::<Result<Vec<_>>>()?;
        let satisfaction = satisfaction(Question::Scale, &answers, all.poll, &all.settings)?;
        found.push(RowResult { text: text.clone(), satisfaction: satisfaction.into() });
    }
    Ok(found)
}

/// A choice by group, with its sums.
fn cross(cx: &Read<'_>, all: &Answered, key: &str, by: ResultsBy) -> Result<Option<CrossTable>> {
    let question = all.of.question(key).ok_or(Refusal::new(QUESTION_UNKNOWN).at("table"))?;
    let single = matches!(question.kind, QuestionKind::Single | QuestionKind::YesNo | QuestionKind::Scale);
    require(single, Refusal::new(QUESTION_UNKNOWN).at("table"))?;
    if all.hidden(all.responses.len()).is_some() {
        return Ok(None);
    }
    let columns = labels(question);
    let found = grouped(cx, all, by)?;
    // Of one group the sums are its cells: nothing could be hidden.
    if found.len() < 2 {
        return Ok(None);
    }
    let counts: Vec<Vec<u64>> = found
        .iter()
        .map(|(_, _, answers)| {
            let chose = |place: i64| {
                let given = answers.iter().filter_map(|one| one.answers.iter().find(|given| given.question == key));
                given.filter(|given| given.choice.first() == Some(&place)).count() as u64
            };
            (1..).take(columns.len()).map(chose).collect()
        })
        .collect();
    let cells = printed(&counts, &all.settings)?;
    let sum = |row: &[u64]| i64::try_from(row.iter().sum::<u64>()).unwrap_or(i64::MAX);
    let sums = (0..columns.len()).map(|place| sum(&counts.iter().map(|row| row[place]).collect::<Vec<_>>())).collect();
    let lines = found.into_iter().zip(cells).zip(&counts);
    let rows = lines.map(|(((_, name, _), cells), counts)| CrossRow { name, cells, sum: sum(counts) }).collect();
    Ok(Some(CrossTable { question: key.to_owned(), columns, rows, sums }))
}

/// What the places of a choice are called.
pub fn labels(question: &FormQuestion) -> Vec<String> {
    let word = |key: &str| words::word(&format!("questionnaires.{key}"), Language::Ar);
    match question.kind {
        QuestionKind::YesNo => vec![word("yes"), word("no")],
        QuestionKind::Scale => (1..=5).map(|place: i64| place.to_string()).collect(),
        _ => question.options.clone(),
    }
}

pub fn figures(cx: &Read<'_>, input: ListFigures) -> Result<FigurePage> {
    let all = Answered::load(cx, store::questionnaire(cx, input.questionnaire)?)?;
    let before = before(cx, &all.of)?;
    let mut lines = Vec::new();
    for one in &all.of.questions {
        let found = question(&all, one, before.as_ref())?;
        let line = |place: usize, answer: &str, share: Option<Portion>, mean: String| FigureLine {
            key: format!("{}#{place}", one.key),
            domain: one.domain.clone(),
            question: one.text.clone(),
            answer: answer.to_owned(),
            n: share.and_then(|share| i64::try_from(share.n()).ok()),
            of: share.and_then(|share| i64::try_from(share.of()).ok()),
            percent: share.and_then(Portion::percent),
            mean,
            change: None,
        };
        if let Some(measured) = found.satisfaction {
            let mean = measured.mean.map(|mean| mean.to_string()).unwrap_or_default();
            let whole = line(0, "", measured.satisfied, mean);
            lines.push(FigureLine { change: found.change, ..whole });
        } else if found.options.is_empty() && found.rows.is_empty() {
            let share = (found.hidden.is_none() && found.answered > 0).then(|| {
                let n = u64::try_from(found.answered).unwrap_or(0);
                Portion::new(n, all.responses.len() as u64)
            });
            lines.push(line(0, "", share, found.mean.clone().unwrap_or_default()));
        }
        for (place, option) in found.options.iter().enumerate() {
            lines.push(line(place + 1, &option.label, Some(option.share), String::new()));
        }
        for (place, row) in found.rows.iter().enumerate() {
            let mean = row.satisfaction.mean.map(|mean| mean.to_string()).unwrap_or_default();
            lines.push(line(place + 1, &row.text, row.satisfaction.satisfied, mean));
        }
    }
    let total = count(lines.len());
    Ok(FigurePage { lines: page_of(lines, input.offset, input.limit), total })
}

/// What people wrote to a question: without who, when and where, in the order of the alphabet, the same words once.
pub fn texts(cx: &Read<'_>, input: AskWritten) -> Result<WrittenAnswers> {
    let all = Answered::load(cx, store::questionnaire(cx, input.questionnaire)?)?;
    let question = all.of.question(&input.question).filter(|one| one.kind == QuestionKind::Text);
    let question = question.ok_or(Refusal::new(QUESTION_UNKNOWN).at("question"))?;
    let hidden = all.hidden(all.responses.len());
    let mut texts: BTreeMap<String, WrittenText> = BTreeMap::new();
    if hidden.is_none() {
        for given in all.given(&question.key).filter_map(|(_, given)| given) {
            let text = || WrittenText { text: given.text.clone(), n: 0 };
            texts.entry(fold(&given.text)).or_insert_with(text).n += 1;
        }
    }
    cx.saw(store::RECORD, all.of.id, &all.of.title, serde_json::json!({ "question": question.text }));
    let mut texts: Vec<WrittenText> = texts.into_values().collect();
    texts.sort_by_key(|one| std::cmp::Reverse(one.n));
    Ok(WrittenAnswers { hidden, texts })
}
