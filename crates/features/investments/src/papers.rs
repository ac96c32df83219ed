//! Papers of leases: the lease as it stands, the receipt of a rent, the letter about what is late.

use crate::books;
use crate::estate::leases;
use crate::inputs::{RentReceipt, WhichLease};
use crate::model::{InvestmentEntryKind, LeaseSheet, RentStanding};
use crate::reading::lease_page;
use crate::rules::{NO_LATE_RENT, NO_RECEIPT};
use investing::LeaseCalendar;
use kernel::arabic::amount_in_words;
use kernel::{Money, Result, require};
use office::association;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

const SHEET: Template = Template { name: "lease_sheet", source: include_str!("papers/lease_sheet.typ") };
const RECEIPT: Template = Template { name: "rent_receipt", source: include_str!("papers/rent_receipt.typ") };
const LATE: Template = Template { name: "rent_letter", source: include_str!("papers/rent_letter.typ") };

fn word(key: &str) -> String {
    words::word(key, Language::Ar)
}

fn head(cx: &Read<'_>, sheet: &LeaseSheet) -> Result<Value> {
    Ok(json!({
        "number": sheet.lease_no,
        "ours": association::profile(cx)?.name_ar,
        "tenant": sheet.tenant_name,
        "tenant_number": sheet.tenant_number,
        "mobile": sheet.tenant_mobile,
        "unit": sheet.unit_name,
        "building": sheet.investment_name,
        "place": sheet.place,
    }))
}

fn with(head: Value, more: Value) -> Value {
    let (Value::Object(mut all), Value::Object(more)) = (head, more) else { return Value::Null };
    all.extend(more);
    Value::Object(all)
}

/// The lease as it stands, with all its dues; whoever printed it leaves a line.
pub fn lease_paper(cx: &Read<'_>, input: WhichLease) -> Result<Paper> {
    let sheet = lease_page::lease(cx, input)?;
    let dues: Vec<Value> = sheet
        .rents
        .iter()
        .map(|one| {
            json!({
                "no": one.no,
                "due": paper::dates_json(one.due),
                "amount": one.amount,
                "standing": word(&format!("investments.rent_standing.{}", one.standing.name())),
            })
        })
        .collect();
    let hijri = sheet.calendar == LeaseCalendar::Hijri;
    let more = json!({
        "start": paper::dates_json(sheet.start),
        "last": paper::dates_json(sheet.last),
        "months": sheet.months,
        "calendar": word(if hijri { "investments.calendar.hijri" } else { "investments.calendar.gregorian" }),
        "annual": sheet.annual,
        "annual_in_words": amount_in_words(sheet.annual)?,
        "pays": word(&format!("investments.pays.{}", sheet.pays)),
        "deposit": sheet.deposit_agreed,
        "proof": word(&format!("investments.income_proof.{}", sheet.income_proof.name())),
        "notes": sheet.notes,
        "dues": dues,
    });
    let data = with(head(cx, &sheet)?, more);
    cx.saw(leases::LEASE, sheet.lease, &sheet.lease_no, json!({ "paper": "lease" }));
    paper::print(cx, &SHEET, &format!("lease-{}", sheet.lease_no), &data)
}

/// The receipt of one rent, as it stands in the books.
pub fn rent_receipt(cx: &Read<'_>, input: RentReceipt) -> Result<Paper> {
    let sheet = lease_page::lease(cx, WhichLease { lease: input.lease })?;
    let postings = books::of_lease(cx, input.lease)?;
    let kinds = [InvestmentEntryKind::Rent, InvestmentEntryKind::Deposit];
    let found = postings.iter().find(|one| one.entry == input.entry && kinds.contains(&one.kind) && one.stands());
    let posted = found.and_then(|one| one.posted.map(|(number, day, _)| (one, number, day)));
    require(posted.is_some(), NO_RECEIPT)?;
    let Some((one, number, day)) = posted else { return Err(NO_RECEIPT.into()) };
    let voucher = ledger::journal::entry(cx, one.entry)?;
    let method = voucher.method.map(|method| word(&format!("funds.method.{}", method.word()))).unwrap_or_default();
    let more = json!({
        "voucher": number.to_string(),
        "deposit": one.kind == InvestmentEntryKind::Deposit,
        "day": paper::dates_json(day),
        "amount": one.amount,
        "amount_in_words": amount_in_words(one.amount)?,
        "method": method,
        "reference": voucher.reference.unwrap_or_default(),
        "received_by": voucher.made_by_name,
        "left": sheet.owed,
        "credit": sheet.credit,
    });
    let data = with(head(cx, &sheet)?, more);
    cx.saw(leases::LEASE, sheet.lease, &sheet.lease_no, json!({ "paper": "receipt" }));
    paper::print(cx, &RECEIPT, &format!("rent-{number}"), &data)
}

/// A letter to a tenant about what is late, whether the lease still runs or not.
pub fn late_letter(cx: &Read<'_>, input: WhichLease) -> Result<Paper> {
    let sheet = lease_page::lease(cx, input)?;
    let late: Vec<_> = sheet.rents.iter().filter(|one| one.standing == RentStanding::Late).collect();
    require(!late.is_empty(), NO_LATE_RENT)?;
    let sum = Money::sum(late.iter().map(|one| one.left))?;
    let rows: Vec<Value> = late
        .iter()
        .map(|one| {
            json!({ "due": paper::dates_json(one.due), "amount": one.amount, "left": one.left, "days": one.late_days })
        })
        .collect();
    let more = json!({
        "late": rows,
        "sum": sum,
        "sum_in_words": amount_in_words(sum)?,
        "today": paper::dates_json(cx.today()),
    });
    let data = with(head(cx, &sheet)?, more);
    cx.saw(leases::LEASE, sheet.lease, &sheet.lease_no, json!({ "paper": "late" }));
    paper::print(cx, &LATE, &format!("late-{}", sheet.lease_no), &data)
}
