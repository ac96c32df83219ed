//! Nouns of the import wizard.

use super::waiting::WaitingSums;
use approvals::RequestState;
use intake::{Ask, CellState, Changed, Decision, FundLine, Level, Other, Reason, Subject, TableKind, Verdict};
use kernel::id::ImportId;
use kernel::{Day, Moment};
use office::words::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A file is handed over. The same id again gives the same import, so that a call sent twice opens the file once.
#[derive(Deserialize, TS)]
pub struct OpenImport {
    /// Made by the caller.
    pub id: ImportId,
    pub subject: Subject,
    /// The name of the file; names the sheet of a csv.
    pub name: String,
    /// Of the file that was brought in: xlsx, ods or csv, at most 20 MiB.
    pub ticket: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichImport {
    pub id: ImportId,
}

/// The import this session has in hand.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct CurrentImport {
    pub id: Option<ImportId>,
    /// It is being saved; ask `importing.progress`. Then there is no preview.
    pub saving: bool,
    pub preview: Option<ImportPreview>,
}

/// Everything a screen shows of an import except the rows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ImportPreview {
    pub id: ImportId,
    pub file: FileInHand,
    pub subject: Subject,
    pub sheets: Vec<SheetHead>,
    pub tables: Vec<TablePreview>,
    /// Tables such a file may hold and for which no sheet was found.
    pub not_found: Vec<TableKind>,
    pub counts: VerdictCounts,
    pub data_rows: usize,
    /// Questions of all tables, by kind.
    pub questions: Vec<QuestionCount>,
    /// The remembered map by which the columns were found, where one was used.
    pub map: Option<MapLine>,
    /// Names of the funds that may be answered to `unknown_fund`.
    pub fund_names: Vec<String>,
    /// Openings only.
    pub openings: Option<OpeningsPreview>,
    /// The same file was saved before.
    pub imported_before: Option<RunLine>,
    pub can_save: bool,
    /// What stands in the way of saving; words at `importing.why.<code>`.
    pub why_not: Vec<WhyNot>,
    /// The report, once it is saved.
    pub saved: Option<ImportReport>,
    /// What a trial of the save gave, where one was made since the file was judged.
    pub rehearsed: Option<ImportReport>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileInHand {
    pub name: String,
    pub bytes: usize,
    /// Hexadecimal SHA-256.
    pub sha256: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetHead {
    pub name: String,
    pub hidden: bool,
    /// The number of the last row that holds something.
    pub rows: usize,
    pub columns: usize,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct VerdictCounts {
    pub clean: usize,
    pub normalised: usize,
    pub ask: usize,
    pub refused: usize,
    pub skipped: usize,
}

/// One table of the file: where it stands and how its rows end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TablePreview {
    pub kind: TableKind,
    pub sheet: String,
    /// From 1.
    pub header_row: usize,
    /// Every field such a table may have, found or not; words at `intake.field.<field>`.
    pub columns: Vec<FieldColumn>,
    /// Fields without which the table cannot be read, and for which no column is known: then it has no rows.
    pub missing: Vec<String>,
    pub unmapped: Vec<UnmappedColumn>,
    pub counts: VerdictCounts,
    /// Rows that are no data, by why; words at `intake.skip.<reason>`.
    pub left_out: Vec<LeftOutRows>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldColumn {
    pub field: String,
    pub must: bool,
    pub form: CellForm,
    /// Counted from 0; none where no column is known.
    pub column: Option<usize>,
    /// The letters a spreadsheet calls it by.
    pub letters: String,
    /// What the header says.
    pub header: String,
}

/// How the value of a cell is shown and typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CellForm {
    Text,
    /// Digits and letters that are read from left to right: identity numbers, mobiles, IBANs, numbers of records.
    Code,
    Number,
    /// Riyals: `1500.00`
    Money,
    /// `yyyy-mm-dd`
    Day,
    /// One of a few words; words at `importing.value.<value>`.
    Word,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnmappedColumn {
    pub column: usize,
    pub letters: String,
    pub header: String,
    /// The first few values below the header.
    pub sample: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftOutRows {
    pub reason: String,
    pub count: usize,
    /// The numbers of the first twenty.
    pub rows: Vec<usize>,
}

/// Questions of one kind in one table; words at `intake.question.<ask>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuestionCount {
    pub table: TableKind,
    pub ask: String,
    /// Rows that still wait.
    pub open: usize,
    /// Whether «import it as it stands» is an answer; otherwise a name or number is needed.
    pub can_stand: bool,
    /// The answer given for all of them, where there is one.
    pub for_all: Option<Decision>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpeningsPreview {
    /// The first day of the books: as the title of the sheet says, or as the person set it.
    pub day: Option<Day>,
    pub funds: Vec<FundLine>,
}

/// Something that stands in the way of saving.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WhyNot {
    pub code: String,
    pub args: BTreeMap<String, String>,
}

/// Lines of a sheet as they stand, to find the header row by eye.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LookAtSheet {
    pub id: ImportId,
    pub sheet: String,
    /// Lines to leave out at the top.
    #[serde(default)]
    pub offset: usize,
    /// At most 200.
    pub limit: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetLines {
    pub name: String,
    /// Lines of the whole sheet.
    pub total: usize,
    pub letters: Vec<String>,
    pub lines: Vec<SheetLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetLine {
    pub row: usize,
    pub cells: Vec<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct LookAtRows {
    pub id: ImportId,
    pub table: TableKind,
    /// Only rows that end so; none or empty means all.
    #[serde(default)]
    pub verdicts: Vec<Verdict>,
    /// Only rows in which a cell holds these words.
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub offset: usize,
    /// At most 500.
    pub limit: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RowsPage {
    /// Rows that fit what was asked for.
    pub total: usize,
    pub rows: Vec<RowPreview>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RowPreview {
    /// The number of the row in the sheet, from 1.
    pub row: usize,
    pub verdict: Verdict,
    /// By field.
    pub cells: BTreeMap<String, CellPreview>,
    /// Words at `intake.reason.<reason>` and `intake.detail.<detail>`.
    pub reasons: Vec<Reason>,
    /// Words at `intake.how.<how>`.
    pub changed: Vec<Changed>,
    /// Words at `intake.question.<kind>`, filled with the question's own fields.
    pub ask: Vec<Ask>,
    /// Words at `intake.warning.<code>`.
    pub warnings: Vec<String>,
    /// What was answered for this row alone, by kind of question.
    pub answers: BTreeMap<String, Decision>,
    /// Fields corrected by hand.
    pub mended: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CellPreview {
    /// What stands in the file, or what was typed instead.
    pub raw: String,
    /// What it becomes.
    pub value: String,
    pub state: CellState,
    /// `raw` and `value` are only the beginning of a long text, which is kept whole.
    pub cut: bool,
}

/// Says where a table stands. The columns are found anew by the header row, unless they are given.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LayOutTable {
    pub id: ImportId,
    pub table: TableKind,
    /// None: the file has no such table.
    pub sheet: Option<String>,
    /// From 1; none looks for it.
    #[serde(default)]
    pub header_row: Option<usize>,
    /// Field to column, counted from 0.
    #[serde(default)]
    pub columns: Option<BTreeMap<String, usize>>,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct SetOpeningDay {
    pub id: ImportId,
    pub day: Day,
}

/// Corrects a cell; no text takes the correction back.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CorrectCell {
    pub id: ImportId,
    pub table: TableKind,
    pub row: usize,
    pub field: String,
    pub text: Option<String>,
}

/// Answers a question of one row, or of all rows that have no answer of their own; no decision takes it back.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AnswerQuestion {
    pub id: ImportId,
    pub table: TableKind,
    pub row: Option<usize>,
    /// The kind of question.
    pub ask: String,
    pub decision: Option<Decision>,
}

/// Which of the people a row is like: its questions of this kind counted from 0.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct CompareRow {
    pub id: ImportId,
    pub row: usize,
    #[serde(default)]
    pub which: usize,
}

/// A row beside the person it is like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportComparison {
    pub level: Level,
    /// 0–100.
    pub points: u8,
    /// How many people the row is like.
    pub of: usize,
    /// The other: a row above, or a person of the office (then by the identifier of the party).
    pub other: Other,
    pub fields: Vec<ComparedField>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ComparedField {
    pub field: String,
    pub form: CellForm,
    /// The other's; the identity number of a person of the office is covered.
    pub other: String,
    /// The row's.
    pub row: String,
    pub differs: bool,
}

/// How far judging or a save has come; words at `importing.phase.<phase>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ImportProgress {
    pub phase: ImportPhase,
    pub done: usize,
    /// Records of this phase.
    pub total: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportPhase {
    /// Nothing is under way.
    Idle,
    /// The rows of a file just handed over are looked at.
    Judging,
    People,
    Funds,
    Loans,
    /// Payments of loans, day by day.
    Payments,
    /// The last records, and making everything durable: it can be stopped no more.
    Finishing,
    Done,
}

/// What came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportReport {
    pub id: ImportId,
    pub subject: Subject,
    pub saved_at: Moment,
    /// Records made, by noun: words at `importing.made.<noun>`.
    pub made: Vec<MadeRecords>,
    /// How the rows ended; rows that asked and got no answer stayed out.
    pub ready: usize,
    pub ask: usize,
    pub refused: usize,
    pub skipped: usize,
    /// What another person must approve before it is posted; none where nothing waits.
    pub waiting: Option<WaitingSums>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MadeRecords {
    pub noun: String,
    pub count: usize,
}

/// The whole report is asked for, in a language.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ReportImport {
    pub id: ImportId,
    /// Of what the books say of rows they do not take; Arabic, where none is named.
    pub language: Option<Language>,
}

/// The whole report, as `docs/formats/import.md` describes it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FullReport {
    pub file: FileInHand,
    pub can_save: bool,
    pub why_not: Vec<WhyNot>,
    pub saved: Option<ImportReport>,
    /// What a trial of the save gave.
    pub rehearsed: Option<ImportReport>,
    /// Tables with all their rows, pairs, and sums of funds.
    #[ts(type = "unknown")]
    /// The format that people's own programs read calls it so.
    #[serde(rename = "judgement")]
    pub validation: serde_json::Value,
}

/// Remembers the columns of the file in hand under a name; the same name again is replaced.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveMap {
    pub id: ImportId,
    pub name: String,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct UseMap {
    pub id: ImportId,
    pub map: ImportId,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct WhichMap {
    pub map: ImportId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportMaps {
    pub maps: Vec<MapLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MapLine {
    pub id: ImportId,
    pub name: String,
    pub subject: Subject,
}

/// Imports that were saved, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportRuns {
    pub runs: Vec<RunLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RunLine {
    pub id: ImportId,
    pub subject: Subject,
    pub file_name: String,
    pub saved_at: Moment,
    pub saved_by: String,
    pub ready: usize,
    pub ask: usize,
    pub refused: usize,
    pub skipped: usize,
    /// Movements another person was asked to approve.
    pub asked: usize,
    /// How that stands; none where nobody was asked.
    pub approval: Option<RequestState>,
    /// When it was taken back, and by whom.
    pub taken_back_at: Option<Moment>,
    pub taken_back_by: String,
}
