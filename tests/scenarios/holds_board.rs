//! What the board tells of halted projects, of money that waits and of promises, on a day and as it was before; and that
//! over whatever happens a repayment is taken and nobody ends what they opened.

use crate::approvals::give_role;
use crate::holds::{lent, next_day, visited};
use crate::loans::{Lending, TODAY, id};
use office::Caller;
use serde_json::{Value, json};

fn board(office: &Lending, day: &str) -> Value {
    office.done(&office.supervisor, "dashboard.board", json!({ "day": day, "calendar": "gregorian" }))
}

#[test]
fn halted_projects_stand_on_the_board_of_their_day_with_the_rows_behind_them() {
    let mut office = lent("2026-11-10");
    let empty = board(&office, TODAY);
    assert_eq!((&empty["halted"]["open"], &empty["halted"]["to_release"]), (&json!(0), &Value::Null), "no data, not 0");
    assert_eq!(empty["promises"]["association"]["percent"], Value::Null);
    visited(&office, &office.researcher, "loan", "visit", "distress", "2450");
    let hold = office.done(&office.finance, "holds.list", json!({}))["lines"][0]["hold"].clone();
    let owner = office.person("sara");
    let step = json!({ "id": id("step"), "hold": hold, "text": "جلسة تسعير", "side": "association", "owner": owner,
                       "due": "2026-11-25" });
    office.done(&office.researcher, "holds.add_step", step);
    next_day(&mut office);
    let told = board(&office, "2026-11-22");
    assert_eq!((&told["halted"]["open"], &told["halted"]["oldest"][0]["days"]), (&json!(1), &json!(1)));
    assert_eq!(told["halted"]["by_cause"][0]["cause"], "signal");
    let target = &told["halted"]["target"];
    assert_eq!((&target["screen"], &target["asks"]["day"]), (&json!("holds.list"), &json!("2026-11-22")), "{target}");
    let done = json!({ "step": id("step"), "version": 0, "done": true, "on": "2026-11-22", "outcome": "رُفع السعر" });
    office.done(&office.researcher, "holds.settle_step", done);
    next_day(&mut office);
    let stop = json!({ "id": id("stop"), "hold": hold, "decision": "stop", "reason": "توقف", "assets": "ماكينتان" });
    office.done(&office.researcher, "holds.propose", stop);
    next_day(&mut office);
    office.done(&office.committee, "holds.approve", json!({ "hold": hold, "declared": true }));
    let after = board(&office, "2026-11-24");
    let halted = &after["halted"];
    assert_eq!((&halted["open"], &halted["released"]), (&json!(0), &json!(1)));
    assert_eq!(
        (&halted["to_corrective"], &halted["to_release"]),
        (&json!("1"), &json!("2")),
        "a day to the step, two more"
    );
    let before = board(&office, "2026-11-23");
    assert_eq!((&before["halted"]["open"], &before["halted"]["released"]), (&json!(1), &json!(0)), "as it stood then");
    let rows = office.done(&office.supervisor, "holds.list", before["halted"]["target"]["asks"].clone());
    assert_eq!((&rows["total"], &rows["lines"][0]["days"]), (&json!(1), &json!(2)), "and its rows with it");
    let earlier = board(&office, "2026-11-20");
    assert_eq!(earlier["halted"]["open"], 0, "before it was halted");
}

#[test]
fn tranches_that_wait_and_promises_of_both_sides_open_their_rows() {
    let office = lent("2026-11-10");
    office.done(&office.researcher, "loans.request_tranche", json!({ "tranche": id("loan-2") }));
    let told = board(&office, TODAY)["tranches"].clone();
    assert_eq!((&told["decide"], &told["decide_amount"], &told["pay"]), (&json!(1), &json!(240_000), &json!(0)));
    let rows = office.done(&office.supervisor, "dashboard.tranches", told["decide_target"]["asks"].clone());
    assert_eq!((&rows["total"], &rows["amount"]), (&json!(1), &json!(240_000)));
    office.done(&office.supervisor, "loans.approve_tranche", json!({ "tranche": id("loan-2") }));
    let told = board(&office, TODAY)["tranches"].clone();
    assert_eq!((&told["decide"], &told["pay"], &told["pay_amount"]), (&json!(0), &json!(1), &json!(240_000)));
    let rows = office.done(&office.supervisor, "dashboard.tranches", told["pay_target"]["asks"].clone());
    assert_eq!(rows["lines"][0]["wait"], "payment");
    assert_eq!(board(&office, "2026-11-09")["tranches"]["decide"], 0);

    let promise = |key: &str, side: &str| {
        json!({ "id": id(key), "subject_kind": "project", "subject": id("loan-project"), "side": side,
                "text": "سجل المبيعات", "due": TODAY, "keeper": office.person("mona") })
    };
    office.done(&office.researcher, "follow_up.add_commitment", promise("hers", "beneficiary"));
    office.done(&office.researcher, "follow_up.add_commitment", promise("ours", "association"));
    let met = json!({ "id": id("hers"), "version": 0, "on": TODAY, "evidence": "الدفتر" });
    office.done(&office.researcher, "follow_up.meet_commitment", met);
    let told = board(&office, TODAY)["promises"].clone();
    assert_eq!((&told["beneficiary"]["n"], &told["beneficiary"]["of"]), (&json!(1), &json!(1)));
    assert_eq!(told["association"]["of"], 0, "its day is not over");
    let rows = office.done(&office.supervisor, "follow_up.promises", told["beneficiary_target"]["asks"].clone());
    assert_eq!(rows["total"], 1);
    let span = json!({ "from": "2026-10-01", "until": TODAY });
    office.done(&office.supervisor, "dashboard.two_ways_paper", span);
    let turned = json!({ "from": TODAY, "until": "2026-10-01" });
    assert_eq!(office.refused(&office.supervisor, "dashboard.two_ways_paper", turned), "measures.period");
}

/// Numbers that come again with the same seed (xorshift64*).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % limit
    }
}

/// Several people do whatever comes to their mind, in whatever role; every repayment is taken, and no hold is ended by
/// whoever proposed it, told of it or recorded its cause.
#[test]
fn over_anything_that_happens_repayments_are_taken_and_nobody_ends_what_they_opened() {
    const ROLES: [&str; 3] = ["researcher", "supervisor", "committee"];
    let (mut ended, mut stood, mut refused) = (0, 0, 0);
    for seed in 1..=6_u64 {
        let office = lent("2026-11-10");
        let mut dice = Dice(seed * 7_919);
        let people: [(&str, &Caller); 3] =
            [("sara", &office.researcher), ("mona", &office.supervisor), ("abdo", &office.committee)];
        for turn in 0..28_u64 {
            let (login, who) = people[dice.below(3) as usize];
            let key = format!("{seed}-{turn}");
            give_role(&office, login, ROLES[dice.below(3) as usize]);
            let hold = office.done(&office.finance, "holds.list", json!({}))["lines"][0]["hold"].clone();
            match dice.below(6) {
                0 => {
                    let sign = json!({ "id": id(&key), "loan": id("loan"), "side": "market", "said": "علامة",
                                       "seen_on": TODAY });
                    let _ = office.call(who, "holds.halt", sign);
                }
                1 => {
                    let step = json!({ "kind": "visit", "subject_kind": "project", "subject": id("loan-project") });
                    let not_read = |kind: &str| json!({ "kind": kind, "typed": "", "reason": "لم يُسأل عنه" });
                    let readings = ["production", "sales", "stock", "customers", "income"].map(not_read);
                    let action = json!({ "text": "جلسة", "owner": office.person("sara"), "due": "2026-12-05" });
                    let found = json!({ "done_on": TODAY, "findings": "توقف", "signal": "distress", "readings": readings,
                                        "action": action });
                    let _ =
                        office.call(who, "follow_up.record", json!({ "id": id(&key), "begun": step, "found": found }));
                }
                2 | 3 if !hold.is_null() => {
                    let stop = json!({ "id": id(&key), "hold": hold, "decision": "stop", "reason": "توقف",
                                       "assets": "ماكينتان" });
                    let _ = office.call(who, "holds.propose", stop);
                }
                _ if !hold.is_null() => {
                    let page = office.done(&office.finance, "holds.open", json!({ "hold": hold }));
                    let of_cause = |reason: &Value| reason["told_by"] == office.person(login);
                    let theirs = page["reasons"].as_array().unwrap().iter().any(of_cause)
                        || page["line"]["opened_by"] == office.person(login)
                        || page["decisions"]
                            .as_array()
                            .unwrap()
                            .iter()
                            .any(|one| one["waits"] == true && one["proposed_by"] == office.person(login));
                    match office.call(who, "holds.approve", json!({ "hold": hold, "declared": true })) {
                        Ok(_) => {
                            assert!(!theirs, "{login} ended what they opened (seed {seed}, turn {turn})");
                            ended += 1;
                        }
                        Err(_) => refused += 1,
                    }
                }
                _ => {}
            }
            let stands = office.done(&office.finance, "holds.list", json!({}))["total"] == 1;
            stood += i32::from(stands);
            // Whatever stands on the project, the money is taken.
            office.repaid(&format!("pay-{key}"), "loan", TODAY, 100);
        }
    }
    assert!(ended > 3 && stood > 40 && refused > 10, "something must have happened: {ended}, {stood}, {refused}");
}
