//! `kpi.yml`: indicators of the dashboard, each on its own rows.

mod beneficiaries;
mod house;
mod participants;
mod partners;
mod requests;

use super::case::{Outcome, outcome, rows};
use super::settings::settings;
use crate::reader::{Fields, Problem, Read, day, list, text};
use kernel::{Day, Failure};
use lending::{Holiday, HolidayRule};
use measures::{Period, Settings, kpi};
use serde_norway::Value;

/// What an indicator is made of, beside its rows.
struct Asked<'v> {
    period: Option<Period>,
    to: Option<Day>,
    holidays: Vec<Holiday>,
    settings: Settings,
    rows: &'v Value,
}

impl Asked<'_> {
    fn period(&self) -> Read<Period> {
        self.period.ok_or_else(|| Problem::unreadable("the keys from and to are missing"))
    }

    fn on(&self) -> Read<Day> {
        self.to.ok_or_else(|| Problem::unreadable("the key to is missing"))
    }
}

type Indicator = fn(&Asked<'_>) -> Read<Outcome>;

const INDICATORS: [(&str, Indicator); 26] = [
    ("K1", beneficiaries::active_files),
    ("K2", beneficiaries::completeness),
    ("K3", requests::durations),
    ("K4", requests::kept_terms),
    ("K5", requests::open_requests),
    ("K6", requests::fairness),
    ("K7", requests::evidence),
    ("K8", beneficiaries::visits),
    ("K9", beneficiaries::kept),
    ("K10", beneficiaries::referrals),
    ("K11", requests::grievances),
    ("K13", requests::complaints),
    ("K14", participants::contributions),
    ("K15", participants::traced),
    ("K16", participants::participants),
    ("K17", partners::partnerships),
    ("K21", partners::capacity),
    ("K22", partners::training),
    ("K23", beneficiaries::graduations),
    ("K24", beneficiaries::improvement),
    ("K25", social_return),
    ("K26", partners::volunteering),
    ("K27", beneficiaries::halts),
    ("K28", partners::feeding),
    ("K29", house::governance),
    ("K30", house::workload),
];

pub(super) fn run(mut fields: Fields<'_>) -> Read<Outcome> {
    let settings = settings(&mut fields)?;
    let name = fields.read_wanted("kpi", text)?;
    let indicator = INDICATORS.iter().find(|(known, _)| *known == name).map(|(_, indicator)| indicator);
    let indicator = indicator.ok_or_else(|| Problem::unreadable(format!("unknown indicator {name}")))?;
    let (from, to) = (fields.read("from", day)?, fields.read("to", day)?);
    let holidays = if name == "K3" { fields.read("holidays", holidays)? } else { None }.unwrap_or_default();
    let rows = fields.want("rows")?;
    fields.finish()?;
    let period = match from.zip(to).map(|(from, to)| Period::new(from, to)).transpose() {
        Ok(period) => period,
        Err(failure) => return outcome(Err::<(), Failure>(failure), |()| super::case::Figures::new()),
    };
    indicator(&Asked { period, to, holidays, settings, rows })
}

fn holidays(value: &Value) -> Read<Vec<Holiday>> {
    rows(value, |row| {
        let (from, to) = (row.read_wanted("from", day)?, row.read_wanted("to", day)?);
        Ok(Holiday { from, to, rule: HolidayRule::default() })
    })
}

fn social_return(asked: &Asked<'_>) -> Read<Outcome> {
    list(asked.rows)?;
    outcome(kpi::social_return(), |()| super::case::Figures::new())
}
