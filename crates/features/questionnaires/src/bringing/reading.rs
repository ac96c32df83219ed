//! The cells of a file as answers.

use crate::model::{CalledDepartment, FileColumn, FormQuestion, GivenAnswer, QuestionKind};
use crate::reading::labels;
use crate::rules::{self, ANSWER_NONE, ANSWER_RANGE, DEPARTMENT_UNKNOWN, FILE_COLUMNS};
use crate::store::Questionnaire;
use kernel::arabic::{fold, to_latin, typed_date};
use kernel::id::DepartmentId;
use kernel::{Day, Failure, Refusal, Result, require};
use office::words::{self, Language};
use sheets::{Cell, Sheet, Workbook};

/// What a column of departments takes.
const DEPARTMENT: &str = "department";

/// A sheet whose first full row names its columns.
pub struct Grid {
    sheet: Sheet,
    head: usize,
    pub columns: Vec<FileColumn>,
}

/// A row as answers.
pub struct Row {
    pub department: Option<DepartmentId>,
    pub answers: Vec<GivenAnswer>,
}

/// What is wrong with a row.
pub struct Wrong {
    pub column: String,
    pub value: String,
    pub code: String,
}

impl Grid {
    /// The first sheet that is shown.
    ///
    /// # Errors
    /// None has a row of titles; what is said of the columns fits none.
    pub fn of(workbook: Workbook, of: &Questionnaire, takes: Option<&[String]>) -> Result<Self> {
        let shown = workbook.sheets.into_iter().find(|sheet| !sheet.hidden && sheet.rows.len() > 1);
        let sheet = shown.ok_or(FILE_COLUMNS)?;
        let head = sheet.rows.iter().position(|row| row.iter().filter(|cell| !cell.is_blank()).count() > 0);
        let head = head.ok_or(FILE_COLUMNS)?;
        let titles: Vec<String> =
            sheet.rows.get(head).into_iter().flatten().map(|cell| cell.text().trim().to_owned()).collect();
        let mut columns: Vec<FileColumn> = Vec::new();
        for (place, title) in titles.into_iter().enumerate() {
            let said = takes.and_then(|takes| takes.get(place));
            let found = match said {
                Some(said) => said.clone(),
                None => takes_of(&title, of),
            };
            let known = found.is_empty()
                || found == DEPARTMENT
                || of.questions.iter().any(|one| part_of(&found, one).is_some());
            require(known, Refusal::new(rules::QUESTION_UNKNOWN).at("takes"))?;
            // The first of two columns of one question is taken.
            let free = found.is_empty() || columns.iter().all(|before| before.takes != found);
            columns.push(FileColumn { title, takes: if free { found } else { String::new() } });
        }
        Ok(Self { sheet, head, columns })
    }

    /// Whether any column is an answer.
    pub fn asks_something(&self) -> bool {
        self.columns.iter().any(|column| !column.takes.is_empty() && column.takes != DEPARTMENT)
    }

    /// The rows below the titles.
    pub fn places(&self) -> std::ops::Range<usize> {
        self.head + 1..self.sheet.rows.len()
    }

    /// A row as one text, by which it is known again: also what nothing is taken from, such as when it was filled in.
    pub fn whole(&self, place: usize) -> String {
        let cells = (0..self.columns.len()).map(|column| self.sheet.cell(place, column).text().trim().to_owned());
        let cells: Vec<String> = cells.collect();
        if cells.iter().all(String::is_empty) { String::new() } else { cells.join("\u{1f}") }
    }

    /// # Errors
    /// The first cell that cannot be read, or a row that answers nothing.
    pub fn read(
        &self,
        place: usize,
        of: &Questionnaire,
        departments: &[CalledDepartment],
        today: Day,
    ) -> Result<Row, Wrong> {
        let mut department = None;
        let mut answers: Vec<GivenAnswer> = Vec::new();
        for (column, named) in self.columns.iter().enumerate() {
            let cell = self.sheet.cell(place, column);
            if named.takes.is_empty() || cell.is_blank() {
                continue;
            }
            let wrong = |code: kernel::Code| Wrong {
                column: named.title.clone(),
                value: cell.text().chars().take(80).collect(),
                code: code.0.to_owned(),
            };
            if named.takes == DEPARTMENT {
                let found = departments.iter().find(|one| fold(&one.name) == fold(&cell.text()));
                department = Some(found.ok_or_else(|| wrong(DEPARTMENT_UNKNOWN))?.department);
                continue;
            }
            let question = of.questions.iter().find_map(|one| part_of(&named.takes, one).map(|part| (one, part)));
            let Some((question, part)) = question else { continue };
            let given = given(question, cell).ok_or_else(|| wrong(ANSWER_RANGE))?;
            put(&mut answers, question, part, given);
        }
        let refused = |failure: Failure| Wrong {
            column: String::new(),
            value: String::new(),
            code: failure.code().map_or_else(|| ANSWER_NONE.0.to_owned(), |code| code.to_string()),
        };
        let answers = rules::answers(&of.questions, answers, today).map_err(refused)?;
        rules::complete(&of.questions, &answers, crate::model::AnswerChannel::File).map_err(refused)?;
        Ok(Row { department, answers })
    }
}

/// The line of a matrix a column takes, or the whole of another question.
fn part_of(takes: &str, question: &FormQuestion) -> Option<usize> {
    if takes == question.key {
        return (question.kind != QuestionKind::Matrix).then_some(0);
    }
    let line = takes.strip_prefix(question.key.as_str())?.strip_prefix('#')?.parse::<usize>().ok()?;
    (question.kind == QuestionKind::Matrix && (1..=question.rows.len()).contains(&line)).then_some(line)
}

/// What a column is taken for by its title: the words of a question, its number, or «department».
fn takes_of(title: &str, of: &Questionnaire) -> String {
    let folded = fold(title);
    if folded.is_empty() {
        return String::new();
    }
    let called = [Language::Ar, Language::En].map(|language| fold(&words::word("questionnaires.department", language)));
    if called.contains(&folded) {
        return DEPARTMENT.to_owned();
    }
    for (no, question) in (1..).zip(&of.questions) {
        let text = fold(&question.text);
        let numbered = [format!("{no}"), format!("q{no}"), fold(&question.key)];
        if question.kind != QuestionKind::Matrix {
            let begins = folded.strip_prefix(&format!("{no} ")).is_some_and(|rest| rest == text);
            if folded == text || begins || numbered.contains(&folded) {
                return question.key.clone();
            }
            continue;
        }
        for (line, row) in (1..).zip(&question.rows) {
            let row = fold(row);
            if folded == row || folded == format!("{text} {row}") || folded == format!("q{no} {line}") {
                return format!("{}#{line}", question.key);
            }
        }
    }
    String::new()
}

/// What a cell says to a question; none where it says nothing that can be answered.
fn given(question: &FormQuestion, cell: &Cell) -> Option<GivenAnswer> {
    let text = cell.text();
    let bare = GivenAnswer { question: question.key.clone(), ..GivenAnswer::default() };
    Some(match question.kind {
        QuestionKind::Scale | QuestionKind::YesNo | QuestionKind::Single | QuestionKind::Matrix => {
            GivenAnswer { choice: vec![choice(question, &text)?], ..bare }
        }
        QuestionKind::Multi => {
            // A whole label first: it may hold a comma itself.
            let parts = match choice(question, &text) {
                Some(one) => vec![one],
                None => text
                    .split(['،', ',', ';', '؛', '\n'])
                    .filter(|part| !part.trim().is_empty())
                    .map(|part| choice(question, part))
                    .collect::<Option<Vec<_>>>()?,
            };
            GivenAnswer { choice: parts, ..bare }
        }
        QuestionKind::Number => GivenAnswer { number: Some(to_latin(text.trim()).parse().ok()?), ..bare },
        QuestionKind::Text => GivenAnswer { text: text.into_owned(), ..bare },
        QuestionKind::Date => {
            let day = match cell {
                Cell::Day(day) => *day,
                _ => typed_date(&text).ok()?.day,
            };
            GivenAnswer { day: Some(day), ..bare }
        }
    })
}

/// The place a text names: its number, its label, or «don't know».
fn choice(question: &FormQuestion, text: &str) -> Option<i64> {
    let folded = fold(text);
    let both = |key: &str| {
        [Language::Ar, Language::En].map(|language| fold(&words::word(&format!("questionnaires.{key}"), language)))
    };
    if both("dont_know").contains(&folded) {
        return Some(rules::DONT_KNOW);
    }
    if question.kind == QuestionKind::YesNo {
        let place = [both("yes"), both("no")].iter().position(|said| said.contains(&folded));
        if let Some(place) = place {
            return i64::try_from(place + 1).ok();
        }
    }
    if matches!(question.kind, QuestionKind::Scale | QuestionKind::Matrix) {
        let said = (1..=5).find(|place| both(&format!("level.{place}")).contains(&folded));
        if said.is_some() {
            return said;
        }
    }
    let named = labels(question).iter().position(|label| fold(label) == folded);
    if let Some(place) = named {
        return i64::try_from(place + 1).ok();
    }
    let number: i64 = folded.parse().ok()?;
    (rules::DONT_KNOW..=rules::places(question)).contains(&number).then_some(number)
}

/// An answer goes to those of its row; a line of a matrix to its matrix.
fn put(answers: &mut Vec<GivenAnswer>, question: &FormQuestion, part: usize, given: GivenAnswer) {
    if question.kind != QuestionKind::Matrix {
        answers.push(given);
        return;
    }
    let at = answers.iter().position(|one| one.question == question.key).unwrap_or_else(|| {
        let blank = vec![rules::BLANK; question.rows.len()];
        answers.push(GivenAnswer { question: question.key.clone(), rows: blank, ..GivenAnswer::default() });
        answers.len() - 1
    });
    let line = answers.get_mut(at).and_then(|one| one.rows.get_mut(part.saturating_sub(1)));
    if let (Some(line), Some(choice)) = (line, given.choice.first()) {
        *line = *choice;
    }
}
