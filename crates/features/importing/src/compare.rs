//! A row beside the person it is like, field by field.

use super::model::{CellForm, CompareRow, ComparedField, ImportComparison, WhichImport};
use super::rules::{self, NO_SUCH_ROW, NOTHING_TO_COMPARE};
use super::session;
use intake::{CellView, Other, Place, RowView, TableKind};
use kernel::arabic::{Sex, fold};
use kernel::saudi::{Mobile, masked};
use kernel::{Day, Refusal, Result};
use office::{Office, SystemCall};
use std::collections::BTreeMap;

pub fn compare(office: &Office, call: &mut SystemCall, input: CompareRow) -> Result<ImportComparison> {
    let (_, import) = session::in_hand(office, call, WhichImport { id: input.id })?;
    let work = import.work();
    let no_row = || Refusal::new(NO_SUCH_ROW).with("row", input.row);
    let view = work.validation.tables.view(TableKind::Beneficiaries).ok_or_else(no_row)?;
    let place = work.draft.place(TableKind::Beneficiaries, input.sheet.as_deref(), input.row, None);
    let row = view.row_at(&place).ok_or_else(no_row)?;
    // The pairs stay when a question is answered, so that an answer can be looked at again.
    let here = |one: &Other| matches!(one, Other::Row { sheet, row } if *row == place.row && **sheet == *place.sheet);
    let pairs: Vec<_> = work.validation.duplicate_pairs.iter().filter(|pair| here(&pair.second)).collect();
    let pair = pairs.get(input.which).ok_or(NOTHING_TO_COMPARE)?;
    let (other, covered) = match &pair.first {
        Other::Row { sheet, row } => {
            (values_of(view.row_at(&Place::row(sheet, *row)).ok_or(NOTHING_TO_COMPARE)?), false)
        }
        Other::Known { known } => (person(office, known)?, true),
    };
    let mine = values_of(row);
    let said = |values: &BTreeMap<String, String>, field: &str| {
        let said = values.get(field).cloned().unwrap_or_default();
        // The office keeps a code where the register has one of many words for it.
        if field == "marital_status" { parties::marital_code(&said) } else { said }
    };
    let fields = intake::fields(TableKind::Beneficiaries).iter().filter(|field| field.name != "serial").map(|field| {
        let (other, row) = (said(&other, field.name), said(&mine, field.name));
        let differs = fold(&other) != fold(&row);
        let hide = covered && field.name == "id_number";
        ComparedField {
            field: field.name.to_owned(),
            form: match field.name {
                "marital_status" => CellForm::Word,
                other => rules::form(other),
            },
            other: if hide { masked(&other) } else { other },
            row,
            differs,
        }
    });
    Ok(ImportComparison {
        level: pair.level,
        points: pair.points,
        of: pairs.len(),
        other: pair.first.clone(),
        fields: fields.collect(),
    })
}

fn values_of(row: &RowView<'_>) -> BTreeMap<String, String> {
    // A cell that could not be read is compared as it stands.
    let said = |cell: &CellView| if cell.value.is_empty() { cell.raw.clone() } else { cell.value.clone() };
    row.cells.iter().map(|(field, cell)| (field.clone(), said(cell))).collect()
}

/// A person of the office under the names of the register's columns, written as a row's values are.
fn person(office: &Office, key: &str) -> Result<BTreeMap<String, String>> {
    let id = key.parse()?;
    let (party, head, file) = office
        .unlocked()?
        .db
        .read(|db| Ok((parties::party(db, id)?, beneficiaries::find_file(db, id)?, beneficiaries::case_of(db, id)?)))?;
    let facts = party.facts;
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let sex = match facts.sex {
        Some(Sex::Male) => "male",
        Some(Sex::Female) => "female",
        None => "",
    };
    let yes_no = |said: Option<bool>| match said {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    let expiry = party.identity.as_ref().and_then(|identity| identity.expires_on);
    Ok([
        ("file_no", head.map(|head| head.file_no).unwrap_or_default()),
        ("full_name", facts.name),
        ("id_number", party.identity.map(|identity| identity.number).unwrap_or_default()),
        ("id_expiry", day(expiry)),
        ("birth_date", day(facts.born_on)),
        ("sex", sex.to_owned()),
        ("mobile", Mobile::parse(&facts.mobile).map_or(facts.mobile, |mobile| mobile.shown())),
        ("region", facts.region),
        ("governorate", facts.governorate),
        ("city", facts.city),
        ("district", facts.district),
        ("short_address", facts.short_address),
        ("marital_status", facts.marital_status),
        ("family_size", file.family_size.map(|size| size.to_string()).unwrap_or_default()),
        ("monthly_income", file.monthly_income.map(|income| income.to_string()).unwrap_or_default()),
        ("social_security", yes_no(file.social_security).to_owned()),
        ("iban", file.iban),
        ("researcher", file.researcher_name),
        ("notes", file.notes),
    ]
    .into_iter()
    .map(|(field, value)| (field.to_owned(), value))
    .collect())
}
