//! A statement as it was read, before anything is made of it.

use crate::model::{StatementFile, StatementPreview};
use bank::StatementLine;
use kernel::saudi::Iban;
use kernel::{Money, Result};
use office::context::Read;
use sheets::Limits;

pub fn preview(cx: &Read<'_>, input: StatementFile) -> Result<StatementPreview> {
    let statement = bank::read(&cx.received(&input.ticket)?, &input.name, &Limits::default())?;
    let iban = Iban::parse(&statement.account).ok();
    let side = |wanted: fn(Money) -> bool| -> Result<(Money, usize)> {
        let amounts = || statement.lines.iter().map(|line| line.amount).filter(|amount| wanted(*amount));
        Ok((Money::sum(amounts())?, amounts().count()))
    };
    let ((into, into_lines), (out, out_lines)) = (side(Money::is_positive)?, side(Money::is_negative)?);
    let day = |line: Option<&StatementLine>| line.map(|line| line.day);
    Ok(StatementPreview {
        bank: iban.as_ref().and_then(Iban::bank_name).unwrap_or_default().to_owned(),
        funds: match &iban {
            Some(iban) => funds::kept_at(cx, iban.as_str())?,
            None => Vec::new(),
        },
        first: day(statement.lines.first()),
        last: day(statement.lines.last()),
        into,
        into_lines,
        out: out.negated(),
        out_lines,
        statement,
    })
}
