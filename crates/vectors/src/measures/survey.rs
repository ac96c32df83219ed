//! `survey.yml`: answers, groups, tables, and sheets entered twice.

use super::case::{
    Figures, Outcome, count, mapped, outcome, pair, plain, portion, refused, rows, said, said_or_none, texts,
};
use super::settings::settings;
use crate::reader::{Fields, Problem, Read, day, each, integer, list, text, wanted, word};
use kernel::Day;
use measures::Settings;
use measures::survey::{
    Answer, Cell, Group, Groups, Hidden, Poll, Question, Satisfaction, Sheet, change, double_entry, groups, printed,
    response_rate, satisfaction,
};
use serde_norway::Value;

pub(super) fn run(mut fields: Fields<'_>) -> Read<Outcome> {
    let settings = settings(&mut fields)?;
    let rules: [(&str, Kind); 4] =
        [("answers", of_answers), ("groups", of_groups), ("table", of_table), ("sheets", of_sheets)];
    let mut asked = rules.into_iter().filter(|(key, _)| fields.has(key));
    let (Some((key, rule)), None) = (asked.next(), asked.next()) else {
        return Err(Problem::unreadable("wanted one of answers, groups, table and sheets"));
    };
    let given = fields.want(key)?;
    rule(given, fields, &settings)
}

/// What is given, whatever stands beside it, and the settings.
type Kind = fn(&Value, Fields<'_>, &Settings) -> Read<Outcome>;

const PURPOSES: [&str; 8] =
    ["satisfaction", "poll", "directed", "needs_study", "impact", "capacity", "social_research", "content_feedback"];

/// A poll waits for its end, any other survey does not.
fn poll(fields: &mut Fields<'_>) -> Read<Option<Poll>> {
    let purpose = fields.read("purpose", text)?;
    if let Some(unknown) = purpose.as_ref().filter(|purpose| !PURPOSES.contains(&purpose.as_str())) {
        return Err(Problem::unreadable(format!("unknown purpose {unknown}")));
    }
    let (on, closes) = (fields.read("on", day)?, fields.maybe("closes", day)?);
    let waits = purpose.as_deref() == Some("poll");
    match on {
        _ if !waits => Ok(None),
        // Without a last day it has not come.
        Some(on) => Ok(Some(Poll { closes: closes.unwrap_or(Day::LAST), on })),
        None => Err(Problem::unreadable("the key on is missing beside poll")),
    }
}

fn of_answers(answers: &Value, mut fields: Fields<'_>, settings: &Settings) -> Read<Outcome> {
    let questions = [("scale", Question::Scale), ("yes_no", Question::YesNo)];
    let question = fields.read("questions", |value| word(value, &questions))?.unwrap_or_default();
    let poll = poll(&mut fields)?;
    let closed_requests = fields.maybe("closed_requests", count)?;
    let before = fields.maybe("before", integer)?;
    fields.finish()?;
    let mut given = Vec::new();
    for answer in list(answers)? {
        match plain(answer)?.as_str() {
            "-" => given.push(Answer::Blank),
            number => {
                let number = number.parse().map_err(|_| wanted("an answer", answer))?;
                match question.answer(number) {
                    Ok(answer) => given.push(answer),
                    Err(failure) => return outcome(Err::<(), _>(failure), |()| Figures::new()),
                }
            }
        }
    }
    outcome(satisfaction(question, &given, poll, settings), |found| figures(found, before, closed_requests))
}

fn figures(found: Satisfaction, before: Option<i64>, closed_requests: Option<u32>) -> Figures {
    let rate = closed_requests.map(|closed| portion(response_rate(found.answers(), closed.into())));
    // With its sign, 0 without.
    let moved = change(found.satisfied, before)
        .map(|points| if points > 0 { format!("+{points}") } else { points.to_string() });
    Figures::from([
        ("valid", said(found.valid)),
        ("dont_know", said(found.dont_know)),
        ("blank", said(found.blank)),
        ("hidden", hidden(found.hidden)),
        ("satisfied", found.satisfied.map_or_else(|| said("none"), portion)),
        ("mean", said_or_none(found.mean)),
        ("change", said_or_none(moved)),
        ("response_rate", rate.unwrap_or_else(|| said("none"))),
    ])
}

fn hidden(hidden: Option<Hidden>) -> Value {
    said_or_none(hidden.map(|hidden| match hidden {
        Hidden::TooFew => "too_few",
        Hidden::BeforeClose => "before_close",
    }))
}

fn of_groups(given: &Value, mut fields: Fields<'_>, settings: &Settings) -> Read<Outcome> {
    let whole_published = fields.flag("whole_published")?;
    let poll = poll(&mut fields)?;
    let closed_requests = fields.maybe("closed_requests", count)?;
    fields.finish()?;
    let Value::Mapping(entries) = given else { return Err(wanted("groups by their names", given)) };
    let group = |(name, counts): (&Value, &Value)| {
        let (satisfied, valid) = pair(counts)?;
        Ok(Group { name: text(name)?, satisfied: count(satisfied)?.into(), valid: count(valid)?.into() })
    };
    let all = entries.iter().map(group).collect::<Read<Vec<_>>>()?;
    outcome(groups(&all, whole_published, poll, settings), |found| group_figures(found, closed_requests))
}

fn group_figures(found: Groups, closed_requests: Option<u32>) -> Figures {
    let three = |portion: measures::Portion| {
        Value::Sequence(vec![said(portion.n()), said(portion.of()), said_or_none(portion.percent())])
    };
    let rate = closed_requests.map(|closed| portion(response_rate(found.answers, closed.into())));
    let shown = found.shown.into_iter().map(|group| {
        let counts = group.satisfied.map_or_else(|| said("no_data"), three);
        (group.name, counts)
    });
    Figures::from([
        ("hidden", hidden(found.hidden)),
        ("shown", mapped(shown)),
        ("suppressed", texts(found.suppressed)),
        ("total", three(found.total)),
        ("response_rate", rate.unwrap_or_else(|| said("none"))),
    ])
}

fn of_table(table: &Value, fields: Fields<'_>, settings: &Settings) -> Read<Outcome> {
    fields.finish()?;
    let counts = each(table, |row| each(row, |cell| count(cell).map(u64::from)))?;
    outcome(printed(&counts, settings), |cells| {
        let cell = |cell: Cell| match cell {
            Cell::Count(count) => said(count),
            Cell::Hidden => said("x"),
        };
        let rows = cells.into_iter().map(|row| Value::Sequence(row.into_iter().map(cell).collect()));
        Figures::from([("printed", Value::Sequence(rows.collect()))])
    })
}

fn of_sheets(sheets: &Value, mut fields: Fields<'_>, settings: &Settings) -> Read<Outcome> {
    let text_question = fields.maybe("questions", count)?;
    fields.finish()?;
    let sheets = rows(sheets, |row| {
        Ok(Sheet {
            code: row.read_wanted("code", text)?,
            first: row.read_wanted("first", text)?,
            second: row.maybe("second", text)?,
        })
    })?;
    let found = match double_entry(&sheets, text_question, settings) {
        Ok(found) => found,
        Err(all) => return Ok(refused(all.refusals())),
    };
    let differences = found
        .differences
        .into_iter()
        .map(|one| Value::Sequence(vec![said(one.code), said(one.question), said(one.first), said(one.second)]));
    Ok(Outcome::Found(Figures::from([
        ("chosen", texts(found.chosen)),
        ("checked", said(found.checked)),
        ("identical", said(found.identical)),
        ("agreement", said_or_none(found.agreement)),
        ("differences", Value::Sequence(differences.collect())),
        ("missing", texts([found.blank, found.cells])),
    ])))
}
