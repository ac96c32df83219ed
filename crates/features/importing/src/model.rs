//! Nouns of the import wizard.

use super::waiting::WaitingSums;
use approvals::RequestState;
use intake::{
    Ask, CellState, Changed, Decision, Found, FundLine, LeftOutSheet, Level, Other, Reason, Subject, TableKind, Verdict,
};
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
    /// Sheets of which nothing is imported; words at `intake.left_out.<reason>`.
    pub left_out: Vec<LeftOutSheet>,
    pub counts: VerdictCounts,
    pub data_rows: usize,
    /// Questions of all tables, by kind.
    pub questions: Vec<QuestionCount>,
    /// The remembered map by which the columns were found, where one was used.
    pub map: Option<MapLine>,
    /// Names of the funds that may be answered to `unknown_fund`.
    pub fund_names: Vec<String>,
    /// Accounts that may be answered to `unknown_account`, where one is asked for.
    pub accounts: Vec<AccountName>,
    /// Who may be answered to `unknown_person` and `nobody_named`; registers of following up only.
    pub people: Vec<ColleagueName>,
    /// Loans whose projects halt with the save, because somebody answered so.
    pub halting: usize,
    /// Files that stand in another class than their newest reviewed assessment of the register; none of them changes.
    pub other_class: usize,
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

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AccountName {
    pub code: String,
    pub name: String,
}

/// Somebody who works in the office, or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColleagueName {
    pub id: String,
    pub name: String,
    pub active: bool,
}

/// One table of the file: the sheets it stands on and how its rows end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TablePreview {
    pub kind: TableKind,
    /// One for each sheet, in the order of the file.
    pub parts: Vec<PartPreview>,
    /// Every field such a table may have; words at `intake.field.<field>`.
    pub fields: Vec<FieldHead>,
    /// Fields without which a sheet cannot be read, and for which no column is known: then it has no rows.
    pub missing: Vec<String>,
    pub counts: VerdictCounts,
    /// Rows that are no data, by why; words at `intake.skip.<reason>`.
    pub left_out: Vec<LeftOutRows>,
}

/// A table's part on one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartPreview {
    pub sheet: String,
    /// The last row of the header, from 1.
    pub header_row: usize,
    /// Rows of data.
    pub rows: usize,
    /// The fields that were found.
    pub columns: Vec<FieldColumn>,
    /// Values of all its rows that stand in no column.
    pub given: Vec<GivenValue>,
    /// The letters of the columns of which each filled cell makes a row of its own.
    pub across: Vec<String>,
    pub missing: Vec<String>,
    /// Columns that are not imported.
    pub left_out: Vec<UnmappedColumn>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldHead {
    pub field: String,
    pub must: bool,
    pub form: CellForm,
    /// Whether any sheet of the table says it.
    pub known: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldColumn {
    pub field: String,
    /// Counted from 0; of a value spread over several columns all of them, in the order of its parts.
    pub columns: Vec<usize>,
    /// The letters a spreadsheet calls them by.
    pub letters: Vec<String>,
    /// What the header says.
    pub header: String,
    /// Why it is taken for this field, and how sure that is; words at `intake.why.<why>`.
    pub found: Option<Found>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GivenValue {
    pub field: String,
    pub value: String,
    /// The name of the sheet, or the line above the header.
    pub said: String,
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
    pub sheet: String,
    pub reason: String,
    pub count: usize,
    /// The numbers of the first twenty.
    pub rows: Vec<usize>,
}

/// One question of a table, asked once however many rows wait for it; words at `intake.question.<ask>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuestionCount {
    pub table: TableKind,
    pub ask: String,
    /// What it is about: the field, and the word, fund, account or value as it stands in the file. Empty for questions of
    /// a row.
    pub field: String,
    pub value: String,
    /// The name of the sheet or the line that says so, or the header of the column.
    pub said: String,
    /// The sheets it is asked on.
    pub sheets: Vec<String>,
    /// The first few values of the column, to decide by.
    pub examples: Vec<String>,
    /// What may be answered, where it is one of a few: codes with their words at `importing.value.<option>`, names of
    /// fields at `intake.field.<option>`, or names.
    pub options: Vec<String>,
    /// The likeliest answer; empty where nothing speaks for one.
    pub proposal: String,
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
    pub sheet: String,
    /// The number of the row in the sheet, from 1.
    pub row: usize,
    /// The letters of the column whose sum makes the row, where months stand across.
    pub column: Option<String>,
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

/// Says where a table stands on one sheet. The columns are found anew by the header row, unless they are given.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LayOutTable {
    pub id: ImportId,
    pub table: TableKind,
    /// None: the file has no such table, on no sheet.
    pub sheet: Option<String>,
    /// Another sheet it stood on until now, which is laid down for this one.
    #[serde(default)]
    pub instead_of: Option<String>,
    /// The sheet holds no such table.
    #[serde(default)]
    pub leave_out: bool,
    /// The last row of the header, from 1; none looks for it.
    #[serde(default)]
    pub header_row: Option<usize>,
    /// Field to column, counted from 0; of a value spread over several columns all of them, in the order of its parts.
    #[serde(default)]
    pub columns: Option<BTreeMap<String, ChosenColumns>>,
    /// Values of all its rows that stand in no column, by field.
    #[serde(default)]
    pub given: Option<BTreeMap<String, String>>,
}

/// One column, or the parts of a value.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(untagged)]
pub enum ChosenColumns {
    One(usize),
    Parts(Vec<usize>),
}

impl ChosenColumns {
    pub fn columns(&self) -> &[usize] {
        match self {
            Self::One(column) => std::slice::from_ref(column),
            Self::Parts(columns) => columns,
        }
    }
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
    /// The sheet of the row; the table's first, where none is named.
    #[serde(default)]
    pub sheet: Option<String>,
    pub row: usize,
    /// The letters of the column whose sum makes the row, where months stand across.
    #[serde(default)]
    pub column: Option<String>,
    pub field: String,
    pub text: Option<String>,
    /// Every cell of the column in which the same stands, too.
    #[serde(default)]
    pub alike: bool,
}

/// Answers a question: of one row, of one word of a column, of a column, or of all rows that have no answer of their own;
/// no decision takes it back.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AnswerQuestion {
    pub id: ImportId,
    pub table: TableKind,
    #[serde(default)]
    pub row: Option<usize>,
    /// The sheet of the row; the table's first, where none is named.
    #[serde(default)]
    pub sheet: Option<String>,
    /// The letters of the column whose sum makes the row, where months stand across.
    #[serde(default)]
    pub column: Option<String>,
    /// What the question is about, as it tells itself; none for whatever it is about.
    #[serde(default)]
    pub field: Option<String>,
    #[serde(default)]
    pub value: Option<String>,
    /// The kind of question.
    pub ask: String,
    pub decision: Option<Decision>,
}

/// Which of the people a row is like: its questions of this kind counted from 0.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CompareRow {
    pub id: ImportId,
    /// The sheet of the row; the table's first, where none is named.
    #[serde(default)]
    pub sheet: Option<String>,
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
    /// Guarantees, visits and commitments.
    FollowUp,
    /// Requests and assessments.
    Cases,
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

/// The whole report is asked for, or the rows that stay out as a file, in a language.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ReportImport {
    pub id: ImportId,
    /// Of the sentences in it; Arabic, where none is named.
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
