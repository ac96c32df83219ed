//! The way of stages, walked at random: whatever is tried, in whatever order, no money of a later stage moves before the
//! stages before it have passed.

use crate::model::{ProjectStage, StageCondition, StagePlan, StageState};
use crate::rules::{frees, only_grows, stage, unpassed_before};
use kernel::Day;
use kernel::id::{ProjectId, StageId};

fn planned(no: u8, state: StageState) -> ProjectStage {
    ProjectStage {
        id: StageId::from_bytes([no; 16]),
        project: ProjectId::from_bytes([9; 16]),
        no: i64::from(no),
        name: format!("stage {no}"),
        goal: String::new(),
        days: 30,
        visits: 1,
        state,
        opened_on: Day::from_number(20_000).ok().filter(|_| state != StageState::Planned),
        due: None,
        ended_on: None,
        conditions: vec![StageCondition {
            no: 1,
            text: "it works".into(),
            paper: false,
            ticked_by: None,
            ticked_by_name: String::new(),
            ticked_on: None,
            evidence: String::new(),
        }],
    }
}

/// Every way four stages can stand, lawful or not: 5⁴ of them.
#[test]
fn money_of_a_stage_is_free_only_behind_stages_that_passed() {
    let all = StageState::ALL;
    for way in 0..all.len().pow(4) {
        let stages: Vec<ProjectStage> =
            (1..=4_u8).map(|no| planned(no, all[way / all.len().pow(u32::from(no) - 1) % all.len()])).collect();
        for one in &stages {
            let free = frees(&stages, one);
            let behind =
                stages.iter().take_while(|other| other.no < one.no).all(|other| other.state == StageState::Passed);
            assert!(!free || behind, "{stages:?}: {} is free", one.name);
            assert!(!free || matches!(one.state, StageState::Open | StageState::Passed));
            assert_eq!(behind, unpassed_before(&stages, one.no).is_none());
        }
        let open = |one: &&ProjectStage| one.state == StageState::Open && frees(&stages, one);
        assert!(stages.iter().filter(open).count() <= 1, "money of one open stage at a time");
    }
}

#[test]
fn an_open_stage_is_asked_for_more_and_never_for_less() {
    let was = planned(1, StageState::Open);
    let asks = |visits: u8, texts: &[&str]| StagePlan {
        name: "stage 1".into(),
        goal: String::new(),
        days: 30,
        visits,
        conditions: texts.iter().map(|text| crate::model::StageAsked { text: (*text).into(), paper: false }).collect(),
    };
    assert!(only_grows(&was, &asks(1, &["it works"])).is_ok());
    assert!(only_grows(&was, &asks(2, &["it works", "it sells"])).is_ok());
    for (visits, texts) in [(0, &["it works"][..]), (1, &[]), (1, &["another"]), (1, &["it sells", "it works"])] {
        assert!(only_grows(&was, &asks(visits, texts)).is_err(), "{visits} {texts:?}");
    }
}

#[test]
fn a_stage_that_says_nothing_or_too_much_is_refused() {
    let good =
        StagePlan { name: "  تجهيز ".into(), goal: String::new(), days: 1, visits: 20, conditions: Vec::new() };
    assert_eq!(stage(&good).map(|plan| plan.name), Ok("تجهيز".to_owned()));
    let wrong = [
        StagePlan { name: " ".into(), ..good.clone() },
        StagePlan { name: "ت".repeat(161), ..good.clone() },
        StagePlan { goal: "ت".repeat(1_001), ..good.clone() },
        StagePlan { days: 0, ..good.clone() },
        StagePlan { days: 1_001, ..good.clone() },
        StagePlan { visits: 21, ..good.clone() },
        StagePlan { conditions: vec![crate::model::StageAsked { text: " ".into(), paper: true }], ..good },
    ];
    for plan in wrong {
        assert!(stage(&plan).is_err(), "{plan:?}");
    }
}
