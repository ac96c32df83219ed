//! What investments return, and what of it feeds other funds (K28).

use crate::allocation::{net, shares, store as rules_of};
use crate::inputs::WhichInvestment;
use crate::model::{AllocationBase, InvestmentKind};
use crate::reading::list;
use crate::{ALLOCATION, INVESTMENT, INVESTMENTS_VIEW, books};
use investing::percent_of;
use kernel::{Money, Result};
use office::context::Read;
use office::figure::{Behind, Better, Figure, FigureChart, FigurePart, FigureRow, FigureSection, FigureUnit, Measured};
use office::input::Nothing;
use office::span::Span;
use std::collections::BTreeSet;

const RETURNS: &str = "investments.returns";
const FEEDING: &str = "investments.feeding";

pub const FIGURES: &[Figure] = &[
    Figure {
        name: RETURNS,
        code: "",
        section: FigureSection::Loans,
        unit: FigureUnit::Money,
        row_value: Some("investments.received"),
        better: Better::More,
        chart: FigureChart::Bars,
        goal: None,
        lines: &[],
        view: INVESTMENTS_VIEW,
        measure: returns,
        behind: Behind::Rows(return_rows),
    },
    Figure {
        name: FEEDING,
        code: "K28",
        section: FigureSection::Loans,
        unit: FigureUnit::Percent,
        row_value: Some("investments.moved"),
        better: Better::More,
        chart: FigureChart::Bullet,
        goal: Some(100),
        lines: &[],
        view: INVESTMENTS_VIEW,
        measure: feeding,
        behind: Behind::Rows(feeding_rows),
    },
];

fn returns(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let all: Vec<_> = list::all(cx)?.into_iter().map(|found| found.line).collect();
    spans
        .iter()
        .map(|span| {
            let sums = books::sums(cx, span.from, span.until)?;
            let of = |kind: Option<InvestmentKind>| {
                let own = all.iter().filter(|one| kind.is_none_or(|kind| one.kind == kind));
                Money::sum(own.filter_map(|one| sums.received.get(&one.investment).copied()))
            };
            let cost = Money::sum(sums.cost.values().copied())?;
            let whole = of(None)?;
            let mut parts = Vec::new();
            for kind in InvestmentKind::ALL {
                let value = of(Some(*kind))?.halalas();
                parts.push(FigurePart::worded(RETURNS, kind.name(), FigureUnit::Money, Some(value)));
            }
            let rate = percent_of(whole.halalas(), cost.halalas());
            parts.push(FigurePart::worded(RETURNS, "yield", FigureUnit::Rate, rate));
            Ok(Measured { value: Some(whole.halalas()), of: None, parts })
        })
        .collect()
}

fn return_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    let sums = books::sums(cx, span.from, span.until)?;
    let mut rows = Vec::new();
    for found in list::all(cx)? {
        let one = found.line;
        let Some(received) = sums.received.get(&one.investment) else { continue };
        let mut row = FigureRow::new(one.investment, one.investment_no, one.name);
        row.text_keys = vec![format!("investments.kind.{}", one.kind.name())];
        row.value = Some(received.halalas());
        row.parts = vec![one.kind.name().to_owned()];
        row.target = Some(INVESTMENT.asking(&WhichInvestment { investment: one.investment })?);
        rows.push(row);
    }
    Ok(rows)
}

fn feeding(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let sources: BTreeSet<_> = rules_of::rules(cx)?
        .into_iter()
        .filter(|rule| rule.base == AllocationBase::Return)
        .map(|rule| rule.from)
        .collect();
    spans
        .iter()
        .map(|span| {
            let found = shares::fed(cx, span.from, span.until)?;
            let moved = Money::sum(found.iter().map(|one| one.moved))?;
            let left = Money::sum(found.iter().map(|one| one.left))?;
            let decided = moved.plus(left)?;
            let mut returned = Money::ZERO;
            for fund in &sources {
                returned = returned.plus(net::returned(cx, *fund, span.from, span.until)?)?;
            }
            let percent = percent_of(moved.halalas(), decided.halalas()).map(|points| points / 100);
            let of = (decided.is_positive()).then(|| (moved.halalas(), decided.halalas()));
            let money =
                |key: &str, amount: Money| FigurePart::worded(FEEDING, key, FigureUnit::Money, Some(amount.halalas()));
            let rate = percent_of(moved.halalas(), returned.halalas());
            let parts = vec![
                money("net", returned),
                money("decided", decided),
                money("moved", moved),
                FigurePart::worded(FEEDING, "of_net", FigureUnit::Rate, rate),
            ];
            Ok(Measured { value: percent, of, parts })
        })
        .collect()
}

fn feeding_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    shares::fed(cx, span.from, span.until)?
        .into_iter()
        .map(|one| {
            let mut row = FigureRow::new(one.share, one.voucher.unwrap_or_default(), one.rule_name);
            row.text_keys = vec![format!("investments.share_standing.{}", one.standing.name())];
            row.on = Some(one.until);
            row.before = Some(one.decided.halalas());
            row.value = Some(one.moved.halalas());
            row.target = Some(ALLOCATION.asking(&Nothing {})?);
            Ok(row)
        })
        .collect()
}
