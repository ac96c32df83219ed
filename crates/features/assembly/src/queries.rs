//! What the screens of the general assembly ask.

use crate::inputs::{AskAssembly, WhichAssemblyMember};
use crate::model::{AssemblyCount, AssemblyDue, AssemblyKind, AssemblyPage, AssemblySheet, AssemblyStanding};
pub use crate::receipts::receipts;
use crate::{rules, store};
use database::values;
use kernel::arabic::fold;
use kernel::{Money, Result};
use office::context::Read;

pub fn list(cx: &Read<'_>, input: AskAssembly) -> Result<AssemblyPage> {
    let year = input.year.unwrap_or_else(|| i64::from(cx.today().year()));
    rules::year(year)?;
    let mut lines =
        cx.rows(&format!("{} {} ORDER BY m.number", store::COLUMNS, store::FOUND), values![year], store::line)?;
    let in_force = |kind: AssemblyKind, ended: bool| kind == AssemblyKind::Active && !ended;
    let voting: Vec<AssemblyStanding> =
        lines.iter().filter(|one| in_force(one.kind, one.ended_on.is_some())).map(|one| one.standing).collect();
    let count_of = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let voters = count_of(voting.len());
    let in_order = count_of(voting.iter().filter(|one| **one != AssemblyStanding::Owes).count());
    let words = fold(&input.text);
    let number: Option<i64> = kernel::arabic::to_latin(&words).parse().ok();
    lines.retain(|one| {
        let named = words.split(' ').all(|word| fold(&one.name).contains(word)) || number == Some(one.number);
        named && input.kind.is_none_or(|kind| kind == one.kind)
    });
    let counts: Vec<AssemblyCount> = AssemblyStanding::ALL
        .iter()
        .map(|standing| AssemblyCount {
            standing: *standing,
            count: count_of(lines.iter().filter(|one| one.standing == *standing).count()),
        })
        .collect();
    lines.retain(|one| input.standing.is_none_or(|standing| standing == one.standing));
    office::order::in_order(&mut lines, input.order.as_ref(), |one, key| {
        Some(match key {
            "number" => one.number.into(),
            "name" => (&one.name).into(),
            "kind" => one.kind.name().into(),
            "joined" => one.joined_on.into(),
            "due" => one.due.into(),
            "paid" => one.paid.into(),
            "standing" => one.standing.name().into(),
            "ended" => one.ended_on.into(),
            _ => return None,
        })
    });
    let due = |kind: AssemblyKind| {
        let sql = "SELECT amount FROM assembly_due WHERE year = $1 AND kind = $2";
        let amount: Option<Money> = cx.row(sql, values![year, kind], |row| row.get("amount"))?;
        Ok(AssemblyDue { kind, amount: amount.unwrap_or_default() })
    };
    Ok(AssemblyPage {
        year,
        total: count_of(lines.len()),
        lines: office::page::page_of(lines, input.offset, input.limit),
        counts,
        dues: AssemblyKind::ALL.iter().map(|kind| due(*kind)).collect::<Result<_>>()?,
        voters,
        in_order,
        needed: rules::needed(voters),
    })
}

pub fn open(cx: &Read<'_>, input: WhichAssemblyMember) -> Result<AssemblySheet> {
    store::sheet(cx, input.member)
}
