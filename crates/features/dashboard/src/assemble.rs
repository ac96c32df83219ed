//! From sums to what a board shows: shares, rates, and where the rows are. Pure.

use super::model::{
    AgeingBand, AtRisk, Collected, CollectionFigures, FundPortfolio, LoansAmount, MonthFigures, PortfolioFigures,
};
use super::periods::Periods;
use super::sums::{FundSums, LoansSum, Sums};
use collection::{AskDue, AskLate, AskPortfolio, AskReceived, DueState, LateBand, Part};
use kernel::id::FundId;
use kernel::{Day, Money, Result};
use lending::{Bucket, Collection, Rate};
use loans::BANDS;
use office::span::Span;
use office::target::Target;

/// The portfolio at risk is told for lateness of more than so many days; each lies on an edge of the bands.
const AT_RISK: [i32; 4] = [0, 30, 60, 90];

/// Leads to the rows behind a figure, for all funds or one, as they stood on the board's day.
#[derive(Debug, Clone, Copy)]
pub struct Behind {
    pub day: Day,
    pub fund: Option<FundId>,
}

impl Behind {
    /// The loans of the portfolio, or a part of them.
    pub fn portfolio(&self, part: Part) -> Result<Target> {
        let asks = AskPortfolio { day: Some(self.day), part: Some(part), fund: self.fund, ..Default::default() };
        collection::PORTFOLIO.asking(&asks)
    }

    /// Loans that are late by more than so many days; zero for every late loan.
    pub fn late(&self, over: i32) -> Result<Target> {
        collection::LATE.asking(&AskLate { over, ..self.ask_late() })
    }

    /// Late loans of a band.
    pub fn band(&self, band: LateBand) -> Result<Target> {
        collection::LATE.asking(&AskLate { band: Some(band), ..self.ask_late() })
    }

    fn ask_late(&self) -> AskLate {
        AskLate { day: Some(self.day), fund: self.fund, ..Default::default() }
    }

    /// The instalments that fell due in a span, paid or not.
    pub fn due(&self, Span { from, until }: Span) -> Result<Target> {
        let (state, day, fund) = (DueState::All, Some(self.day), self.fund);
        let asks = AskDue { from, until, state, day, fund, text: String::new(), order: None, limit: None, offset: 0 };
        collection::DUE.asking(&asks)
    }

    /// What borrowers paid in a span, as it was known.
    pub fn received(&self, Span { from, until }: Span) -> Result<Target> {
        let (day, fund) = (Some(self.day), self.fund);
        let asks = AskReceived { from, until, day, fund, text: String::new(), order: None, limit: None, offset: 0 };
        collection::RECEIVED.asking(&asks)
    }
}

/// A rate of something; none of nothing, which must not read 0 %.
pub fn rate(part: Money, whole: Money) -> Option<Rate> {
    whole.is_positive().then(|| Rate::of(part, whole))
}

pub fn portfolio(sums: &FundSums, behind: Behind) -> Result<PortfolioFigures> {
    let outstanding = sums.outstanding()?;
    Ok(PortfolioFigures {
        loans: sums.loans,
        active: sums.active,
        paid_off: sums.loans - sums.active - sums.written_off.loans,
        late: sums.bands.iter().skip(1).map(|band| band.loans).sum(),
        lent: sums.lent,
        outstanding,
        overdue: sums.overdue()?,
        credits: sums.credits,
        paid: sums.paid,
        average: average(outstanding, sums.active)?,
        target: behind.portfolio(Part::Active)?,
        late_target: behind.late(0)?,
    })
}

/// To the halala, a half to the even one.
fn average(whole: Money, count: i64) -> Result<Money> {
    if count <= 0 {
        return Ok(Money::ZERO);
    }
    let (quotient, rest) = (whole.halalas().div_euclid(count), whole.halalas().rem_euclid(count));
    let up = match (rest * 2).cmp(&count) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => quotient % 2 != 0,
        std::cmp::Ordering::Greater => true,
    };
    Money::from_halalas(quotient + i64::from(up))
}

pub fn collected(collection: Collection) -> Collected {
    let Collection { fallen_due, collected } = collection;
    Collected { fallen_due, collected, rate: rate(collected, fallen_due) }
}

/// `first` is the day of the first loan: no instalment is older.
pub fn collection(
    sums: &Sums,
    whole: &FundSums,
    periods: &Periods,
    first: Day,
    behind: Behind,
) -> Result<CollectionFigures> {
    let Collected { fallen_due, collected: paid, rate } = collected(whole.collection);
    Ok(CollectionFigures {
        fallen_due,
        collected: paid,
        rate,
        quarter: collected(sums.quarter),
        previous_quarter: collected(sums.previous_quarter),
        target: behind.due(Span { from: first.min(periods.day), until: periods.day })?,
    })
}

pub fn at_risk(sums: &FundSums, behind: Behind) -> Result<Vec<AtRisk>> {
    let outstanding = sums.outstanding()?;
    let beyond = |days: i32| {
        let late = || BANDS.iter().zip(&sums.bands).filter(move |(band, _)| band.from > days).map(|(_, sum)| sum);
        let amount = Money::sum(late().map(|band| band.outstanding))?;
        Ok(AtRisk {
            days,
            amount,
            rate: rate(amount, outstanding),
            loans: late().map(|band| band.loans).sum(),
            target: behind.late(days)?,
        })
    };
    AT_RISK.into_iter().map(beyond).collect()
}

pub fn ageing(sums: &FundSums, behind: Behind) -> Result<Vec<AgeingBand>> {
    let outstanding = sums.outstanding()?;
    let band = |(&days, sum): (&Bucket, &super::sums::BandSum)| {
        Ok(AgeingBand {
            days,
            loans: sum.loans,
            outstanding: sum.outstanding,
            overdue: sum.overdue,
            share: rate(sum.outstanding, outstanding),
            target: match days {
                Bucket { to: Some(0), .. } => behind.portfolio(Part::OnTime)?,
                Bucket { from, .. } => behind.band(LateBand::of(from))?,
            },
        })
    };
    BANDS.iter().zip(&sums.bands).map(band).collect()
}

pub fn loans_amount(sum: LoansSum, target: Target) -> LoansAmount {
    LoansAmount { loans: sum.loans, amount: sum.amount, target }
}

pub fn months(sums: &Sums, periods: &Periods, behind: Behind) -> Result<Vec<MonthFigures>> {
    let month = |(month, sum): (&super::periods::Month, &super::sums::MonthSum)| {
        Ok(MonthFigures {
            year: month.year,
            month: month.month,
            from: month.days.from,
            until: month.days.until,
            due: sum.due,
            collected: sum.collected,
            target: behind.due(month.days)?,
            collected_target: behind.received(month.days)?,
        })
    };
    periods.months.iter().zip(&sums.months).map(month).collect()
}

pub fn fund_portfolio(fund: FundId, name: String, sums: &FundSums, day: Day) -> Result<FundPortfolio> {
    let behind = Behind { day, fund: Some(fund) };
    Ok(FundPortfolio {
        fund,
        name,
        portfolio: portfolio(sums, behind)?,
        collection: collected(sums.collection),
        at_risk: at_risk(sums, behind)?,
        arrears_rate: rate(sums.overdue()?, sums.outstanding()?),
        ageing: ageing(sums, behind)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_average_is_rounded_to_the_even_halala() {
        let money = |halalas| Money::from_halalas(halalas).unwrap();
        for (whole, count, average_is) in [(10, 4, 2), (14, 4, 4), (11, 4, 3), (9, 4, 2), (0, 7, 0), (5, 0, 0)] {
            assert_eq!(average(money(whole), count).unwrap(), money(average_is), "{whole} ÷ {count}");
        }
    }

    #[test]
    fn nothing_owed_has_no_rate() {
        let behind = Behind { day: "2026-01-01".parse().unwrap(), fund: None };
        let none = FundSums::default();
        assert!(at_risk(&none, behind).unwrap().iter().all(|risk| risk.rate.is_none()));
        assert!(ageing(&none, behind).unwrap().iter().all(|band| band.share.is_none()));
        assert_eq!(collected(Collection::default()).rate, None);
    }

    #[test]
    fn the_portfolio_at_risk_counts_whole_loans_beyond_its_days() {
        let money = |riyals| Money::from_riyals(riyals).unwrap();
        let mut sums = FundSums { loans: 6, active: 6, ..FundSums::default() };
        for (place, band) in sums.bands.iter_mut().enumerate() {
            *band = super::super::sums::BandSum {
                loans: 1,
                outstanding: money(10_i64.pow(u32::try_from(place).unwrap())),
                overdue: money(i64::from(place > 0)),
            };
        }
        let behind = Behind { day: "2026-01-01".parse().unwrap(), fund: None };
        let risk: Vec<_> =
            at_risk(&sums, behind).unwrap().into_iter().map(|risk| (risk.days, risk.loans, risk.amount)).collect();
        let wanted = [(0, 5, 111_110), (30, 4, 111_100), (60, 3, 111_000), (90, 2, 110_000)];
        assert_eq!(risk, wanted.map(|(days, loans, amount)| (days, loans, money(amount))));
        let bands = ageing(&sums, behind).unwrap();
        assert_eq!(bands[1].target, behind.band(LateBand::Days1To30).unwrap());
        assert_eq!(bands[5].target, behind.band(LateBand::Over180).unwrap());
    }
}
