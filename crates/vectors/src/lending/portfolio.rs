//! Stories of measures over many loans.

use super::events::enter;
use super::expect::{Difference, same, same_amount, same_amounts};
use super::terms::{buckets, terms};
use crate::reader::{Fields, Problem, Read, day, each, integer, money, percent, positive, text};
use kernel::{Day, Money};
use lending::portfolio::{annual_loss_percent, provision};
use lending::{Band, Bucket, Loan, Portfolio, Share, Standing};
use serde_norway::Value;

/// All that can be measured, before it is known what is expected.
struct Measured {
    portfolio: Portfolio,
    bands: Vec<Band>,
    provision: Vec<Money>,
    annual_loss: Vec<i64>,
}

pub(super) fn run(measures: &Value, expect: &Value) -> Read<()> {
    let measured = measure(measures)?;
    let mut differences = Vec::new();
    let expected = Fields::of("expect", expect)?.rest();
    if expected.is_empty() {
        return Err(Problem::unreadable("the story expects nothing"));
    }
    for (key, value) in expected {
        let difference = compare(&key, value, &measured)?;
        differences.extend(difference.map(|difference| format!("{key}: {difference}")));
    }
    if differences.is_empty() { Ok(()) } else { Err(Problem::Differs(differences)) }
}

fn measure(value: &Value) -> Read<Measured> {
    let mut fields = Fields::of("portfolio", value)?;
    let on = fields.read("on", day)?;
    let loans = fields.read("loans", |loans| each(loans, |loan| standing(loan, on)))?.unwrap_or_default();
    let bands: Vec<Bucket> = fields.read("bands", buckets)?.unwrap_or_default();
    let shares: Vec<Share> = fields.read("provision_percent", |shares| each(shares, percent))?.unwrap_or_default();
    let annual_loss = fields.read("annual_loss", annual_loss)?.unwrap_or_default();
    fields.finish()?;
    let portfolio = Portfolio::new(loans)?;
    let bands = portfolio.bands(&bands)?;
    let provision = if shares.is_empty() { Vec::new() } else { provision(&bands, &shares)? };
    Ok(Measured { portfolio, bands, provision, annual_loss })
}

/// Figures, or a whole loan that is looked at on the day.
fn standing(value: &Value, on: Option<Day>) -> Read<Standing> {
    let mut fields = Fields::of("loans", value)?;
    let Some(loan) = fields.get("loan") else {
        let outstanding = fields.read_wanted("outstanding", money)?;
        let dpd = fields.read_wanted("dpd", integer)?;
        let overdue = fields.read("overdue", money)?.unwrap_or_default();
        fields.finish()?;
        let dpd = i32::try_from(dpd).map_err(|_| Problem::unreadable("dpd: out of range"))?;
        return Ok(Standing { outstanding, dpd, overdue });
    };
    let events = fields.get("events");
    fields.finish()?;
    let on = on.ok_or_else(|| Problem::unreadable("portfolio: the key on is missing"))?;
    let loan = Loan::new(terms(loan)?)?;
    let entered = enter(&loan, events)?;
    Ok(loan.replay_on(&entered.events, on)?.standing(on)?)
}

fn annual_loss(value: &Value) -> Read<Vec<i64>> {
    let mut fields = Fields::of("annual_loss", value)?;
    let collected = fields.read_wanted("collected_percent", percent)?;
    let terms = fields.read_wanted("term_months", |terms| each(terms, positive))?;
    fields.finish()?;
    Ok(terms.into_iter().map(|months| annual_loss_percent(collected, months)).collect())
}

fn compare(key: &str, value: &Value, measured: &Measured) -> Difference {
    let Measured { portfolio, bands, provision, annual_loss } = measured;
    match key {
        "outstanding" => same_amount(value, portfolio.outstanding()),
        "overdue_principal" => same_amount(value, portfolio.overdue_principal()),
        "dpd" => same(each(value, integer), portfolio.loans().iter().map(|loan| i64::from(loan.dpd)).collect()),
        "par" => par(value, portfolio),
        "arrears_rate" => same(text(value), portfolio.arrears_rate().to_string()),
        "band_outstanding" => same_amounts(value, bands.iter().map(|band| band.outstanding)),
        "band_share_percent" => same(each(value, text), bands.iter().map(|band| band.share.to_string()).collect()),
        "provision" => same_amounts(value, provision.iter().copied()),
        "provision_total" => same_amount(value, Money::sum(provision.iter().copied())?),
        "annual_loss_percent" => same(each(value, text), annual_loss.iter().map(ToString::to_string).collect()),
        _ => Err(Problem::unreadable(format!("unknown key {key}"))),
    }
}

/// `{30: "75.00"}`: by days past due.
fn par(value: &Value, portfolio: &Portfolio) -> Difference {
    let mut differences = Vec::new();
    for (days, rate) in Fields::of("par", value)?.rest() {
        let more_than = days.parse().map_err(|_| Problem::unreadable(format!("par: wanted days, found {days}")))?;
        let difference = same(text(rate), portfolio.par(more_than)?.to_string())?;
        differences.extend(difference.map(|difference| format!("{days}: {difference}")));
    }
    Ok((!differences.is_empty()).then(|| differences.join(", ")))
}
