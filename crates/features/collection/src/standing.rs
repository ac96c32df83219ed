//! The board of collecting: what is outstanding, what of it is at risk, what is set aside for it, and on lines of their
//! own what was laid out anew or given up. Each figure opens the rows it is the sum of.

use crate::looking_back;
use crate::model::{AskDue, AskLate, AskPortfolio, DueState, LateBand, Part, PortfolioLine};
use crate::queries;
use crate::settings::{self, RuleName, RuleVersion};
use crate::{DUE, LATE, PORTFOLIO};
use kernel::id::FundId;
use kernel::{Day, Money, Result};
use lending::{Bucket, Collection, Portfolio, Rate, Standing};
use office::context::Read;
use office::target::Target;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// More days than which a loan counts as at risk: any, and three usual marks.
const AT_RISK: [i32; 4] = [0, 30, 60, 90];

/// As of a day; today where none is given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskStanding {
    pub day: Option<Day>,
    pub fund: Option<FundId>,
}

/// A sum of loans, and the rows behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StandingSum {
    pub loans: i64,
    pub amount: Money,
    pub target: Target,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RiskRow {
    /// More days late than this.
    pub days: i32,
    pub loans: i64,
    /// The whole outstanding principal of these loans.
    pub amount: Money,
    /// Of all that is outstanding; none where nothing is.
    pub rate: Option<Rate>,
    pub target: Target,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProvisionRow {
    pub days: Bucket,
    pub loans: i64,
    pub outstanding: Money,
    /// Per cent.
    pub percent: String,
    /// To be set aside.
    pub provision: Money,
    pub target: Target,
}

/// The portfolio on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PortfolioStanding {
    pub day: Day,
    pub fund: Option<FundId>,
    pub fund_name: Option<String>,
    pub outstanding: StandingSum,
    pub overdue: StandingSum,
    /// Overdue of outstanding; none where nothing is.
    pub arrears_rate: Option<Rate>,
    pub at_risk: Vec<RiskRow>,
    pub fallen_due: Money,
    pub collected: Money,
    pub collection_rate: Option<Rate>,
    pub due_target: Target,
    pub restructured: StandingSum,
    pub written_off: StandingSum,
    pub provisions: Vec<ProvisionRow>,
    pub provision: Money,
    /// The table of provisions: zero as shipped, which nobody has approved.
    pub table: RuleVersion,
}

pub fn standing(cx: &Read<'_>, input: AskStanding) -> Result<PortfolioStanding> {
    let day = input.day.unwrap_or(cx.today());
    office::input::has_come(day, cx.today())?;
    let lines: Vec<PortfolioLine> = looking_back::lines(cx, day, &Default::default(), input.fund)?;
    let runs = || lines.iter().filter(|line| !line.written_off);
    let portfolio = Portfolio::new(
        runs().map(|line| Standing { outstanding: line.outstanding, dpd: line.dpd, overdue: line.overdue }).collect(),
    )?;
    let leads = Leads { day, fund: input.fund };
    let any = |amount: Money, rate: Rate| amount.is_positive().then_some(rate);
    let outstanding = portfolio.outstanding();
    let late = |days: i32| runs().filter(move |line| line.dpd > days && line.outstanding.is_positive());
    let at_risk = AT_RISK.iter().map(|days| {
        Ok(RiskRow {
            days: *days,
            loans: late(*days).count() as i64,
            amount: Money::sum(late(*days).map(|line| line.outstanding))?,
            rate: any(outstanding, portfolio.par(*days)?),
            target: leads.late(None, *days)?,
        })
    });
    let shares = settings::provision(cx)?;
    let bands = portfolio.bands(&loans::BANDS)?;
    let aside = lending::provision(&bands, &shares.shares()?)?;
    let rows =
        bands.iter().zip(&aside).zip(&shares.percents).enumerate().map(|(place, ((band, provision), percent))| {
            let own = runs().filter(|line| line.outstanding.is_positive() && band.days.contains(line.dpd));
            let late = place.checked_sub(1).and_then(|place| LateBand::ALL.get(place)).copied();
            let target = match late {
                Some(late) => leads.late(Some(late), 0)?,
                None => leads.part(Part::OnTime)?,
            };
            let (loans, provision) = (own.count() as i64, *provision);
            Ok(ProvisionRow {
                days: band.days,
                loans,
                outstanding: band.outstanding,
                percent: percent.clone(),
                provision,
                target,
            })
        });
    let due = leads.due()?;
    let fallen = queries::due(cx, due.clone())?;
    let collected = fallen.amount.minus(fallen.unpaid)?;
    let collection = Collection { fallen_due: fallen.amount, collected };
    let sum = |part: Part, amount: fn(&PortfolioLine) -> Money| -> Result<StandingSum> {
        let own = || lines.iter().filter(|line| part.holds(line));
        Ok(StandingSum {
            loans: own().count() as i64,
            amount: Money::sum(own().map(amount))?,
            target: leads.part(part)?,
        })
    };
    let late_loans = late(0).count() as i64;
    Ok(PortfolioStanding {
        day,
        fund: input.fund,
        fund_name: input.fund.map(|fund| loans::fund_name(cx, &fund.to_string())).transpose()?,
        outstanding: sum(Part::Active, |line| line.outstanding)?,
        overdue: StandingSum { loans: late_loans, amount: portfolio.overdue_principal(), target: leads.late(None, 0)? },
        arrears_rate: any(outstanding, portfolio.arrears_rate()),
        at_risk: at_risk.collect::<Result<_>>()?,
        fallen_due: fallen.amount,
        collected,
        collection_rate: any(fallen.amount, collection.rate()),
        due_target: DUE.asking(&due)?,
        restructured: sum(Part::Restructured, |line| line.outstanding)?,
        written_off: sum(Part::WrittenOff, |line| line.given_up)?,
        provisions: rows.collect::<Result<_>>()?,
        provision: Money::sum(aside.iter().copied())?,
        table: settings::version(cx, RuleName::Provision)?,
    })
}

/// Where figures lead to.
struct Leads {
    day: Day,
    fund: Option<FundId>,
}

impl Leads {
    fn late(&self, band: Option<LateBand>, over: i32) -> Result<Target> {
        LATE.asking(&AskLate { day: Some(self.day), band, over, fund: self.fund, ..AskLate::default() })
    }

    fn part(&self, part: Part) -> Result<Target> {
        let asks = AskPortfolio { day: Some(self.day), part: Some(part), fund: self.fund, ..AskPortfolio::default() };
        PORTFOLIO.asking(&asks)
    }

    /// Every instalment that has fallen due by the day.
    fn due(&self) -> Result<AskDue> {
        Ok(AskDue {
            // Before any loan of the office.
            from: Day::from_number(0)?,
            until: self.day,
            state: DueState::All,
            day: Some(self.day),
            text: String::new(),
            fund: self.fund,
            order: None,
            limit: Some(1),
            offset: 0,
        })
    }
}
