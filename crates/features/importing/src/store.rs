//! Remembered columns and saved imports, rows in and out.

use super::model::{MapLine, RunLine, VerdictCounts};
use super::rules::{NOT_REMEMBERED, TAKEN_BACK};
use super::step::MOVEMENTS;
use database::{Read, Row, Value, values};
use intake::{Answer, ColumnMap, Draft, Layout, Subject, TableKind};
use kernel::arabic::fold;
use kernel::id::{ImportId, PersonId};
use kernel::{Failure, Result, require};
use office::context::Write;
use serde::{Deserialize, Serialize};
use sheets::Workbook;

/// A map with what it remembers of each table, and what a person decided about its words.
pub struct RememberedMap {
    pub line: MapLine,
    pub tables: Vec<ColumnMap>,
    pub answers: Vec<Answer>,
}

/// As it is kept; maps of before are their tables alone.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Kept {
    Tables(Vec<ColumnMap>),
    All { tables: Vec<ColumnMap>, answers: Vec<Answer> },
}

impl RememberedMap {
    /// The sheets of a workbook that have every header one of the remembered tables has, each as what fits it best, in the
    /// order of the file. A sheet for a new year is found by the headers of the old ones.
    pub fn find(&self, book: &Workbook) -> Vec<Layout> {
        let whole = |table: &ColumnMap, layout: &Layout| layout.columns.len() == table.headers.len();
        let sheets = book.sheets.iter().filter(|sheet| !sheet.hidden);
        let fitting = |sheet| {
            let tables = self.tables.iter().filter_map(|table| table.find(sheet).filter(|found| whole(table, found)));
            tables.max_by_key(|layout| layout.columns.len())
        };
        let mut found: Vec<Layout> = sheets.filter_map(fitting).collect();
        found.sort_by_key(|layout| layout.kind);
        found
    }

    /// Lays a draft out by what was found, and answers what was answered before.
    pub fn lay(&self, found: Vec<Layout>, draft: &mut Draft) {
        let kinds: Vec<TableKind> = found.iter().map(|layout| layout.kind).collect();
        let on_them = |sheet: &str| found.iter().any(|layout| layout.sheet == sheet);
        draft.corrections.retain(|correction| !kinds.contains(&correction.table));
        draft.answers.retain(|answer| !kinds.contains(&answer.table) || answer.row.is_none());
        draft.layouts.retain(|known| !kinds.contains(&known.kind) && !on_them(&known.sheet));
        draft.layouts.extend(found);
        for answer in &self.answers {
            draft.answer(answer.clone());
        }
    }
}

const MAP: &str = "SELECT id, subject, name, headers FROM import_map";

fn map_row(row: &Row<'_>) -> Result<RememberedMap> {
    let headers: String = row.get("headers")?;
    let (tables, answers) = match serde_json::from_str(&headers).map_err(Failure::broken)? {
        Kept::Tables(tables) => (tables, Vec::new()),
        Kept::All { tables, answers } => (tables, answers),
    };
    Ok(RememberedMap {
        line: MapLine { id: row.get("id")?, name: row.get("name")?, subject: subject(row)? },
        tables,
        answers,
    })
}

fn subject(row: &Row<'_>) -> Result<Subject> {
    let name: String = row.get("subject")?;
    Subject::named(&name).ok_or_else(|| Failure::broken(format!("no such subject: {name}")))
}

/// Every map, by name.
pub fn maps(db: &Read<'_>) -> Result<Vec<RememberedMap>> {
    db.rows(&format!("{MAP} ORDER BY name_fold, id"), values![], map_row)
}

/// The maps of a subject, the one used last first.
pub fn maps_of(db: &Read<'_>, subject: Subject) -> Result<Vec<RememberedMap>> {
    db.rows(&format!("{MAP} WHERE subject = $1 ORDER BY used_at DESC, id"), values![subject.name()], map_row)
}

pub fn map(db: &Read<'_>, id: ImportId) -> Result<RememberedMap> {
    db.row(&format!("{MAP} WHERE id = $1"), values![id], map_row)?.ok_or(Failure::not_found("import_map"))
}

/// Keeps a map under its name; one of the same name is replaced.
pub fn keep_map(cx: &Write<'_>, map: &RememberedMap) -> Result<()> {
    let kept = Kept::All { tables: map.tables.clone(), answers: map.answers.clone() };
    let headers = serde_json::to_string(&kept).map_err(Failure::broken)?;
    let name = map.line.name.as_str();
    let sql = "INSERT INTO import_map (id, subject, name, name_fold, headers, made_by, used_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (subject, name_fold) \
               DO UPDATE SET name = excluded.name, headers = excluded.headers, made_by = excluded.made_by, \
               used_at = excluded.used_at";
    cx.run(sql, values![map.line.id, map.line.subject.name(), name, fold(name), headers, cx.who.id, cx.now])?;
    Ok(())
}

pub fn forget_map(cx: &Write<'_>, id: ImportId) -> Result<()> {
    cx.run("DELETE FROM import_map WHERE id = $1", values![id])?;
    Ok(())
}

pub fn map_was_used(cx: &Write<'_>, id: ImportId) -> Result<()> {
    cx.run("UPDATE import_map SET used_at = $1 WHERE id = $2", values![cx.now, id])?;
    Ok(())
}

const RUN: &str = "SELECT r.id AS id, r.subject AS subject, r.file_name AS file_name, r.saved_at AS saved_at, \
                   p.name AS saved_by, r.ready AS ready, r.ask AS ask, r.refused AS refused, r.skipped AS skipped, r.asked AS asked, \
                   r.taken_back_at AS taken_back_at, COALESCE(b.name, '') AS taken_back_by, \
                   r.saved_by AS saved_by_id, r.after_line AS after_line, r.remembered AS remembered \
                   FROM import_run r JOIN user_name p ON p.id = r.saved_by \
                   LEFT JOIN user_name b ON b.id = r.taken_back_by";

fn run_row(row: &Row<'_>) -> Result<RunLine> {
    let count = |name: &str| -> Result<usize> { Ok(usize::try_from(row.get::<i64>(name)?).unwrap_or_default()) };
    Ok(RunLine {
        id: row.get("id")?,
        subject: subject(row)?,
        file_name: row.get("file_name")?,
        saved_at: row.get("saved_at")?,
        saved_by: row.get("saved_by")?,
        ready: count("ready")?,
        ask: count("ask")?,
        refused: count("refused")?,
        skipped: count("skipped")?,
        asked: count("asked")?,
        approval: None,
        taken_back_at: row.get("taken_back_at")?,
        taken_back_by: row.get("taken_back_by")?,
    })
}

/// The imports saved last, the newest first.
pub fn runs(db: &Read<'_>, most: i64) -> Result<Vec<RunLine>> {
    let runs = db.rows(&format!("{RUN} ORDER BY r.saved_at DESC, r.id LIMIT $1"), values![most], run_row)?;
    runs.into_iter().map(|run| with_approval(db, run)).collect()
}

/// A saved import.
///
/// # Errors
/// One that was never saved.
pub fn run(db: &Read<'_>, id: ImportId) -> Result<RunLine> {
    let found = db.row(&format!("{RUN} WHERE r.id = $1"), values![id], run_row)?;
    with_approval(db, found.ok_or(Failure::not_found("import"))?)
}

/// A saved import with what is not shown of it.
pub struct KeptRun {
    pub line: RunLine,
    pub saved_by: PersonId,
    /// The newest line of the trail before it was saved.
    pub after_line: i64,
    /// Whether what it made is kept.
    pub remembered: bool,
}

impl KeptRun {
    /// Whether it can be taken back, as far as it says itself.
    ///
    /// # Errors
    /// It was already; what it made is not known.
    pub fn may_go(&self) -> Result<()> {
        require(self.line.taken_back_at.is_none(), TAKEN_BACK)?;
        require(self.remembered, NOT_REMEMBERED)
    }
}

/// # Errors
/// One that was never saved.
pub fn kept_run(db: &Read<'_>, id: ImportId) -> Result<KeptRun> {
    let found = db.row(&format!("{RUN} WHERE r.id = $1"), values![id], |row| {
        let (saved_by, after_line) = (row.get("saved_by_id")?, row.get("after_line")?);
        Ok(KeptRun { line: run_row(row)?, saved_by, after_line, remembered: row.get("remembered")? })
    })?;
    let kept = found.ok_or(Failure::not_found("import"))?;
    Ok(KeptRun { line: with_approval(db, kept.line)?, ..kept })
}

/// From now on it is taken back, by whoever asks; what it made goes in the same transaction.
///
/// # Errors
/// The refusals of the database, where no other person approved it.
pub fn mark_taken_back(cx: &Write<'_>, id: ImportId) -> Result<()> {
    let sql = "UPDATE import_run SET taken_back_at = $1, taken_back_by = $2 WHERE id = $3";
    cx.run(sql, values![cx.now, cx.who.id, id]).map(drop)
}

fn with_approval(db: &Read<'_>, mut run: RunLine) -> Result<RunLine> {
    if run.asked > 0 {
        run.approval = approvals::of(db, &MOVEMENTS, *run.id.as_bytes())?.map(|request| request.state);
    }
    Ok(run)
}

/// The last import of this very file that stands.
pub fn run_of_file(db: &Read<'_>, subject: Subject, sha256: &[u8; 32]) -> Result<Option<RunLine>> {
    let sql = format!(
        "{RUN} WHERE r.file_sha256 = $1 AND r.subject = $2 AND r.taken_back_at IS NULL ORDER BY r.saved_at DESC, r.id LIMIT 1"
    );
    let found = db.row(&sql, values![sha256.to_vec(), subject.name()], run_row)?;
    found.map(|run| with_approval(db, run)).transpose()
}

/// A saved import.
pub struct Run<'a> {
    pub id: ImportId,
    pub subject: Subject,
    pub file_name: &'a str,
    pub sha256: &'a [u8; 32],
    pub counts: VerdictCounts,
    /// Movements others are asked to approve.
    pub asked: usize,
    /// The newest line of the trail before it.
    pub after_line: i64,
}

pub fn insert_run(cx: &Write<'_>, run: &Run<'_>) -> Result<()> {
    let count = |count: usize| Value::from(i64::try_from(count).unwrap_or(i64::MAX));
    let counts = run.counts;
    let mut values =
        values![run.id, run.subject.name(), run.file_name, run.sha256.to_vec(), cx.now, cx.who.id].to_vec();
    values.extend([counts.clean + counts.normalised, counts.ask, counts.refused, counts.skipped, run.asked].map(count));
    values.push(run.after_line.into());
    let sql = "INSERT INTO import_run (id, subject, file_name, file_sha256, saved_at, saved_by, ready, ask, refused, \
               skipped, asked, after_line, remembered) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)";
    cx.run(sql, values)?;
    Ok(())
}

/// Keeps the identity numbers whose rows were refused.
pub fn insert_refused_identities(cx: &Write<'_>, run: ImportId, numbers: &[String]) -> Result<()> {
    let sql = "INSERT INTO import_refused_identity (run, number) VALUES ($1, $2) ON CONFLICT (run, number) DO NOTHING";
    for number in numbers {
        cx.run(sql, values![run, number.as_str()])?;
    }
    Ok(())
}

/// Rows of an import that was taken back were refused by a file that is none any more.
pub fn forget_refused_identities(cx: &Write<'_>, run: ImportId) -> Result<()> {
    cx.run("DELETE FROM import_refused_identity WHERE run = $1", values![run]).map(drop)
}

pub fn refused_identities(db: &Read<'_>) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT number FROM import_refused_identity ORDER BY number";
    db.rows(sql, values![], |row| row.get("number"))
}
