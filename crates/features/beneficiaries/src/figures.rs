//! K1, active files and the people in them; K2, whether what must be known of them is known.

use crate::inputs::WhichFile;
use crate::model::FileStatus;
use crate::{BENEFICIARIES_VIEW, FILE, statuses_before, store};
use database::values;
use kernel::id::PartyId;
use kernel::{Day, Result};
use measures::kpi::{self, FileHistory, FileOnDay, FileState, Identified, Lacking};
use office::context::Read;
use office::figure::{Behind, Better, Figure, FigureChart, FigurePart, FigureRow, FigureSection, FigureUnit, Measured};
use office::span::Span;
use std::collections::BTreeMap;

const ACTIVE: &str = "beneficiaries.active";
const COMPLETE: &str = "beneficiaries.complete";
const CLASSES: [&str; 4] = ["a", "b", "c", "d"];

pub const FIGURES: &[Figure] = &[
    Figure {
        name: ACTIVE,
        code: "K1",
        section: FigureSection::People,
        unit: FigureUnit::Count,
        row_value: None,
        better: Better::Neither,
        chart: FigureChart::Line,
        goal: None,
        lines: &[],
        view: BENEFICIARIES_VIEW,
        measure: active,
        behind: Behind::Rows(active_rows),
    },
    Figure {
        name: COMPLETE,
        code: "K2",
        section: FigureSection::People,
        unit: FigureUnit::Percent,
        row_value: None,
        better: Better::More,
        chart: FigureChart::Bullet,
        goal: Some(95),
        lines: &[],
        view: BENEFICIARIES_VIEW,
        measure: complete,
        behind: Behind::Rows(complete_rows),
    },
];

/// What a status is to the measures.
pub const fn file_state(status: FileStatus) -> FileState {
    match status {
        FileStatus::Registered => FileState::Registered,
        FileStatus::Active => FileState::Active,
        FileStatus::Suspended => FileState::Suspended,
        FileStatus::Graduated => FileState::Graduated,
        FileStatus::Closed => FileState::Closed,
    }
}

/// The states of all files until a day, by file.
///
/// # Errors
/// What the database refuses.
pub fn histories(cx: &Read<'_>, until: Day) -> Result<BTreeMap<PartyId, FileHistory>> {
    let mut entered: BTreeMap<PartyId, Vec<(Day, FileState)>> = BTreeMap::new();
    for (id, day, status) in cx.status_history(store::RECORD, until)? {
        let state = file_state(FileStatus::named(&status)?);
        entered.entry(PartyId::from_bytes(id)).or_default().push((day, state));
    }
    Ok(entered.into_iter().map(|(party, states)| (party, FileHistory::new(states))).collect())
}

fn active(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let Some(last) = spans.iter().map(|span| span.until).max() else { return Ok(Vec::new()) };
    let mut histories = histories(cx, last)?;
    let sql = "SELECT party, class, family_size FROM file_shelf WHERE opened_on <= $1";
    let files = cx.rows(sql, values![last], |row| {
        let class: String = row.get("class")?;
        let members = u32::try_from(row.get::<Option<i64>>("family_size")?.unwrap_or(1)).unwrap_or(1);
        let history = histories.remove(&row.get("party")?).unwrap_or_default();
        Ok(FileOnDay { history, class: (!class.is_empty()).then_some(class), members })
    })?;
    let measured = |span: &Span| {
        let found = kpi::active_files(&files, span.until);
        let count = |key: &str, value: u64| FigurePart {
            label_key: format!("beneficiaries.class.{key}"),
            ..FigurePart::worded(ACTIVE, key, FigureUnit::Count, Some(counted(value)))
        };
        let classes = CLASSES.iter().filter_map(|key| Some(count(key, *found.by_class.get(*key)?)));
        Measured::count(found.files)
            .with([FigurePart::worded(ACTIVE, "persons", FigureUnit::Count, Some(counted(found.persons)))])
            .with(classes)
    };
    Ok(spans.iter().map(measured).collect())
}

fn counted(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A file that was active on a day, with what the measure looks at.
pub struct ActiveFile {
    pub party: PartyId,
    pub class: String,
    pub researcher: String,
    pub opened_on: Day,
    pub known: Identified,
}

/// The files that were active at the end of a day, by name, as they are known today.
///
/// # Errors
/// What the database refuses.
pub fn active_on(cx: &Read<'_>, on: Day) -> Result<Vec<ActiveFile>> {
    let before = if on < cx.today() { statuses_before(cx, on)? } else { BTreeMap::new() };
    let some = |text: String| (!text.is_empty()).then_some(text);
    let all = cx.rows(include_str!("sql/identified.sql"), values![on], |row| {
        let party: PartyId = row.get("party")?;
        let status = before.get(&party).copied().map_or_else(|| row.get("status"), Ok)?;
        if status != FileStatus::Active {
            return Ok(None);
        }
        let (city, district): (String, String) = (row.get("city")?, row.get("district")?);
        // As the page of the file asks for it: a short address, or a city with its district.
        let place = if city.is_empty() || district.is_empty() { String::new() } else { format!("{city} {district}") };
        let short: String = row.get("short_address")?;
        Ok(Some(ActiveFile {
            party,
            class: row.get("class")?,
            researcher: row.get("researcher_name")?,
            opened_on: row.get("opened_on")?,
            known: Identified {
                number: row.get("file_no")?,
                name: some(row.get("name")?),
                identity: some(row.get("number")?),
                identity_expires: row.get("expires_on")?,
                identity_checked: row.get("checked_on")?,
                contacts: u32::try_from(row.get::<i64>("contacts")?).unwrap_or(u32::MAX),
                residence: some(if short.is_empty() { place } else { short }),
            },
        }))
    })?;
    Ok(all.into_iter().flatten().collect())
}

fn active_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    active_on(cx, span.until)?
        .into_iter()
        .map(|file| {
            let mut parts = vec!["persons".to_owned()];
            parts.extend((!file.class.is_empty()).then(|| file.class.clone()));
            Ok(FigureRow { parts, ..row(file)? })
        })
        .collect()
}

fn row(file: ActiveFile) -> Result<FigureRow> {
    let target = FILE.asking(&WhichFile { party: file.party })?;
    let Identified { number, name, .. } = file.known;
    let class = (!file.class.is_empty()).then(|| format!("beneficiaries.class.{}", file.class));
    Ok(FigureRow {
        person: file.researcher,
        on: Some(file.opened_on),
        text_keys: class.into_iter().collect(),
        target: Some(target),
        ..FigureRow::new(file.party, number, name.unwrap_or_default())
    })
}

/// The name of what a file lacks, in words and as a part.
pub const fn lacking_name(lacking: Lacking) -> &'static str {
    match lacking {
        Lacking::Name => "name",
        Lacking::Identity => "identity",
        Lacking::Contact => "contact",
        Lacking::Residence => "residence",
    }
}

fn complete(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    spans
        .iter()
        .map(|span| {
            let files: Vec<Identified> = active_on(cx, span.until)?.into_iter().map(|file| file.known).collect();
            let found = kpi::completeness(&files, span.until);
            let parts = [Lacking::Name, Lacking::Identity, Lacking::Contact, Lacking::Residence].map(|lacking| {
                let files = found.lacking.iter().filter(|(_, all)| all.contains(&lacking)).count();
                FigurePart::worded(COMPLETE, lacking_name(lacking), FigureUnit::Count, Some(counted(files as u64)))
            });
            let share = found.complete;
            Ok(Measured::share(share.n(), share.of(), share.percent()).with(parts))
        })
        .collect()
}

fn complete_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    active_on(cx, span.until)?
        .into_iter()
        .map(|file| {
            // The measure itself, of this one alone.
            let found = kpi::completeness(std::slice::from_ref(&file.known), span.until);
            let lacks: Vec<&str> =
                found.lacking.iter().flat_map(|(_, all)| all).map(|lacking| lacking_name(*lacking)).collect();
            Ok(FigureRow {
                counts: Some(lacks.is_empty()),
                text_keys: lacks.iter().map(|key| format!("figure.{COMPLETE}.part.{key}")).collect(),
                parts: lacks.iter().map(|key| (*key).to_owned()).collect(),
                ..row(file)?
            })
        })
        .collect()
}
