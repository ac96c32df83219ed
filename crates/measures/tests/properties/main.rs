//! What holds for all figures, whatever the rows.

#![allow(clippy::unwrap_used, reason = "in a test, what goes wrong is to stop it")]

use kernel::{Day, Money};
use measures::indicators::{Light, Measure, Measured, Readings, achievement, elapsed};
use measures::initiatives::{Initiative, Stage, Standing, Support, cover, progress};
use measures::kpi::{self, FileHistory, FileState};
use measures::survey::{Answer, Cell, Group, Question, Sheet, double_entry, groups, printed, satisfaction};
use measures::{Decimal, Period, Portion, Settings};
use proptest::prelude::*;

const START: i32 = 20_000;

fn days() -> impl Strategy<Value = Day> {
    (START..START + 800).prop_map(|number| Day::from_number(number).unwrap())
}

fn maybe<T: std::fmt::Debug + Clone>(strategy: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::of(strategy)
}

fn periods() -> impl Strategy<Value = Period> {
    (days(), days()).prop_map(|(one, other)| Period::new(one.min(other), one.max(other)).unwrap())
}

/// A share of what can be counted lies between 0 and 100, and is none where there is nothing to divide by.
fn is_a_share(portion: Portion) -> Result<(), TestCaseError> {
    prop_assert!(portion.n() <= portion.of());
    match portion.percent() {
        None => prop_assert_eq!(portion.of(), 0),
        Some(percent) => {
            prop_assert!((0..=100).contains(&percent));
            let apart = 100 * portion.n() as i64 - percent * portion.of() as i64;
            prop_assert!(2 * apart.abs() <= portion.of() as i64, "rounded to the nearest");
        }
    }
    Ok(())
}

/// The states of a file, as they are entered.
fn entries() -> impl Strategy<Value = Vec<(Day, FileState)>> {
    let state = prop_oneof![
        1 => Just(FileState::Registered),
        3 => Just(FileState::Active),
        1 => Just(FileState::Suspended),
        2 => Just(FileState::Graduated),
        1 => Just(FileState::Closed),
    ];
    prop::collection::vec((days(), state), 0..6)
}

fn histories() -> impl Strategy<Value = FileHistory> {
    entries().prop_map(FileHistory::new)
}

fn requests() -> impl Strategy<Value = Vec<kpi::ClosedRequest>> {
    let request = (maybe(days()), maybe(days()), maybe(days()), any::<bool>())
        .prop_map(|(stopped, due, closed, withdrawn)| kpi::ClosedRequest { stopped, due, closed, withdrawn });
    prop::collection::vec(request, 0..12)
}

fn referrals() -> impl Strategy<Value = Vec<kpi::Referral>> {
    let referral = (days(), maybe(days()), maybe(days()), maybe(days()), maybe(days()))
        .prop_map(|(sent, contacted, arrived, served, lost)| kpi::Referral { sent, contacted, arrived, served, lost });
    prop::collection::vec(referral, 0..12)
}

fn decisions() -> impl Strategy<Value = Vec<kpi::CriteriaDecision>> {
    let decision = ("[a-d]", maybe(any::<bool>()), 0u32..60)
        .prop_map(|(group, approved, count)| kpi::CriteriaDecision { version: 1, group, approved, count });
    prop::collection::vec(decision, 0..12)
}

fn survey_groups() -> impl Strategy<Value = Vec<Group>> {
    let group = (0u64..12, 0u64..12).prop_map(|(one, other)| (one.min(other), one.max(other)));
    prop::collection::vec(group, 0..7).prop_map(|groups| {
        let named = groups.into_iter().enumerate();
        named.map(|(place, (satisfied, valid))| Group { name: place.to_string(), satisfied, valid }).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn shares_are_shares(
        period in periods(),
        histories in prop::collection::vec(histories(), 0..8),
        requests in requests(),
        referrals in referrals(),
        decisions in decisions(),
    ) {
        let settings = Settings::default();
        let graduations = kpi::graduations(&histories, period, &settings).unwrap();
        is_a_share(graduations.exit)?;
        is_a_share(graduations.sustained)?;
        prop_assert!(graduations.exit.n() <= graduations.graduated, "who left care graduated");
        is_a_share(kpi::kept_terms(&requests, period))?;
        let arrivals = kpi::referrals(&referrals, period, &settings);
        is_a_share(arrivals.reached)?;
        prop_assert!(arrivals.funnel.is_sorted_by(|earlier, later| earlier >= later), "a funnel never widens");
        prop_assert!(arrivals.reached.n() <= arrivals.funnel[2], "who reached has arrived");
        let fairness = kpi::fairness(&decisions, &settings).unwrap();
        is_a_share(fairness.all)?;
        prop_assert_eq!(fairness.groups.values().map(|group| group.decisions).sum::<u64>(), fairness.all.of());
        prop_assert!(fairness.gap.is_none_or(|gap| (0..=100).contains(&gap)));
        prop_assert!(fairness.groups.values().all(|group| group.percent.is_none() || group.decisions >= 20));
        prop_assert!(!fairness.flagged || fairness.gap.is_some_and(|gap| gap >= 15));
    }

    /// What happens after the period changes no figure of it.
    #[test]
    fn nothing_after_the_last_day_is_used(period in periods(), referrals in referrals(), files in prop::collection::vec(entries(), 0..6)) {
        let settings = Settings::default();
        let known = |day: Option<Day>| day.filter(|day| *day <= period.to());
        let cut: Vec<_> = referrals.iter().filter(|one| one.sent <= period.to()).map(|one| kpi::Referral {
            sent: one.sent,
            contacted: known(one.contacted),
            arrived: known(one.arrived),
            served: known(one.served),
            lost: known(one.lost),
        }).collect();
        prop_assert_eq!(kpi::referrals(&referrals, period, &settings), kpi::referrals(&cut, period, &settings));
        let histories = |until: Day| -> Vec<FileHistory> {
            let cut = |entries: &Vec<(Day, FileState)>| entries.iter().filter(|(day, _)| *day <= until).copied().collect();
            files.iter().map(cut).map(FileHistory::new).collect()
        };
        let all = (histories(Day::LAST), histories(period.to()));
        prop_assert_eq!(kpi::graduations(&all.0, period, &settings), kpi::graduations(&all.1, period, &settings));
        let active = |histories: Vec<FileHistory>| {
            let file = |history| kpi::FileOnDay { history, class: None, members: 1 };
            kpi::active_files(&histories.into_iter().map(file).collect::<Vec<_>>(), period.to())
        };
        prop_assert_eq!(active(all.0), active(all.1));
    }

    #[test]
    fn a_hidden_answer_has_no_figure(answers in prop::collection::vec(0i64..=5, 0..12), blank in 0usize..3) {
        let settings = Settings::default();
        let mut given: Vec<Answer> = answers.iter().map(|number| Question::Scale.answer(*number).unwrap()).collect();
        given.extend(vec![Answer::Blank; blank]);
        let found = satisfaction(Question::Scale, &given, None, &settings).unwrap();
        prop_assert_eq!(found.answers(), given.len() as u64);
        prop_assert_eq!(found.satisfied.is_some(), found.valid >= 5);
        prop_assert_eq!(found.hidden.is_some(), (1..5).contains(&found.valid));
        prop_assert_eq!(found.mean.is_some(), found.satisfied.is_some());
        if let Some((portion, mean)) = found.satisfied.zip(found.mean) {
            is_a_share(portion)?;
            prop_assert!((100..=500).contains(&mean.parts()));
        }
    }

    /// What is printed of groups, subtracted from the whole, tells of no group of fewer than five.
    #[test]
    fn suppressed_groups_cannot_be_told(all in survey_groups(), published in any::<bool>()) {
        let settings = Settings::default();
        let found = groups(&all, published, None, &settings).unwrap();
        is_a_share(found.total)?;
        let shown: Vec<_> = found.shown.iter().filter_map(|group| group.satisfied).collect();
        prop_assert!(shown.iter().all(|portion| portion.of() >= 5), "a shown group has five answers");
        prop_assert_eq!(found.total.of(), shown.iter().map(|portion| portion.of()).sum::<u64>(), "the total tells no more");
        prop_assert_eq!(found.shown.len() + found.suppressed.len(), all.len());
        let held: Vec<u64> = all.iter().filter(|group| found.suppressed.contains(&group.name)).map(|group| group.valid).collect();
        prop_assert!(!held.contains(&0), "an empty group protects nobody");
        if published && !held.is_empty() && !shown.is_empty() {
            prop_assert!(held.len() >= 2 && held.iter().sum::<u64>() >= 5, "the whole less what is shown is a sum of several");
        }
    }

    /// In no row and no column does a hidden cell stand alone beside its sum, unless all others are 0.
    #[test]
    fn hidden_cells_cannot_be_told(table in (1usize..5, 1usize..5).prop_flat_map(|(rows, columns)| {
        prop::collection::vec(prop::collection::vec(0u64..14, columns), rows)
    })) {
        let cells = printed(&table, &Settings::default()).unwrap();
        let cell = |row: usize, column: usize| (table[row][column], cells[row][column]);
        let rows = (0..table.len()).map(|row| (0..table[0].len()).map(|column| cell(row, column)).collect::<Vec<_>>());
        let columns = (0..table[0].len()).map(|column| (0..table.len()).map(|row| cell(row, column)).collect());
        for line in rows.chain(columns) {
            for (count, printed) in &line {
                prop_assert!(*printed == Cell::Hidden || *printed == Cell::Count(*count));
                prop_assert!(!(1..5).contains(count) || *printed == Cell::Hidden, "few are hidden");
                prop_assert!(*count > 0 || *printed == Cell::Count(0), "nobody is hidden by nobody");
            }
            if line.iter().filter(|(_, printed)| *printed == Cell::Hidden).count() == 1 {
                prop_assert!(line.iter().all(|(count, printed)| *printed == Cell::Hidden || *count == 0));
            }
        }
    }

    #[test]
    fn two_equal_entries_agree(sheets in prop::collection::vec("[0-5-]{4}", 0..30)) {
        let sheet = |(place, first): (usize, &String)| Sheet {
            code: place.to_string(),
            first: first.clone(),
            second: place.is_multiple_of(10).then(|| first.clone()),
        };
        let sheets: Vec<_> = sheets.iter().enumerate().map(sheet).collect();
        let found = double_entry(&sheets, None, &Settings::default()).unwrap();
        prop_assert_eq!(found.chosen.len(), sheets.len().div_ceil(10));
        prop_assert_eq!((found.checked, found.identical), (found.chosen.len() as u64, found.chosen.len() as u64));
        prop_assert_eq!(found.agreement.map(|tenths| tenths.parts()), (!sheets.is_empty()).then_some(1_000));
        prop_assert!(found.differences.is_empty() && found.blank <= found.cells);
    }

    #[test]
    fn at_the_baseline_is_0_and_at_the_target_100(baseline in -1_000i32..1_000, change in 1i32..1_000, falls in any::<bool>(), on in days()) {
        let target = if falls { baseline - change } else { baseline + change };
        let settings = Settings::default();
        let reached = |actual: Option<i32>| {
            let readings = Readings { target: Some(target.into()), measured: Measured::Now(actual.map(Decimal::from)) };
            let baseline = Some(Decimal::from(baseline));
            let measure = if falls { Measure::Decrease { baseline, readings } } else { Measure::Increase { baseline, readings } };
            achievement(&measure, on, &settings).unwrap()
        };
        prop_assert_eq!(reached(Some(baseline)).percent, Some(0));
        prop_assert_eq!(reached(Some(target)).percent, Some(100));
        prop_assert_eq!(reached(Some(target)).light, Light::Green);
        prop_assert_eq!(reached(Some(2 * baseline - target)).percent, Some(-100), "the wrong way is below 0");
        prop_assert_eq!((reached(None).percent, reached(None).light), (None, Light::Grey));
    }

    #[test]
    fn progress_lies_between_its_parts(parts in prop::collection::vec((0i32..100_000, 0i32..=100, any::<bool>()), 0..8), on in days(), start in days(), length in 0i32..400) {
        let initiatives: Vec<_> = parts.iter().map(|(cost, done, cancelled)| Initiative {
            cost: Some(Money::from(*cost)),
            progress: Decimal::from(*done),
            standing: if *cancelled { Standing::Cancelled } else { Standing::Open },
            ..Initiative::default()
        }).collect();
        let counted: Vec<_> = parts.iter().filter(|(cost, _, cancelled)| *cost > 0 && !cancelled).map(|(_, done, _)| i64::from(*done)).collect();
        let together = progress(&initiatives).unwrap();
        prop_assert_eq!(together.is_none(), counted.is_empty());
        if let Some(together) = together {
            prop_assert!(counted.iter().min().unwrap() <= &together && &together <= counted.iter().max().unwrap());
        }
        let passed = elapsed(start, start.plus_days(length).unwrap(), on).unwrap();
        prop_assert!((0..=100).contains(&passed));
    }

    /// What is covered and what is not make the cost, unless more than the cost is covered.
    #[test]
    fn a_cost_is_covered_or_not(cost in 0i32..1_000_000, given in prop::collection::vec(("[a-c]", 0u8..3, 0i32..400_000), 0..8)) {
        let supports: Vec<_> = given.iter().map(|(source, stage, amount)| Support {
            source: source.clone(),
            stage: [Stage::Earlier, Stage::Pledged, Stage::Received][usize::from(*stage)],
            amount: Money::from(*amount),
        }).collect();
        let found = cover(Some(Money::from(cost)), &supports, Some(Decimal::HUNDRED)).unwrap();
        let covered = found.pledged.plus(found.received).unwrap();
        let uncovered = found.uncovered.unwrap();
        prop_assert!(uncovered.is_zero() || uncovered.plus(covered).unwrap() == Money::from(cost));
        prop_assert_eq!(found.gap, found.uncovered, "the gap to the whole is what is not covered");
        prop_assert_eq!(Money::sum(found.by_source.iter().map(|source| source.amount)).unwrap(), covered);
        prop_assert_eq!(found.coverage.is_none(), cost == 0);
    }
}
