//! The terms of a loan are changed: by two people, as it was proposed or not at all, with the books and the story after it.

use crate::loans::{Lending, TODAY, id};
use serde_json::{Value, json};

fn ask(key: &str, loan: &str, change: Value, cause: &str) -> Value {
    json!({ "id": id(key), "loan": id(loan), "day": TODAY, "change": change, "cause": cause,
            "reason": "توقفت المبيعات شهرين" })
}

fn look(office: &Lending, loan: &str, change: &Value) -> Value {
    let input = json!({ "loan": id(loan), "day": TODAY, "change": change });
    office.done(&office.supervisor, "loans.preview_change", input)
}

/// A loan whose first tranche went out on 10 September: 960 in each of ten rows from October on, of 9,600.
fn lent(office: &Lending, key: &str) {
    office.approved(key);
    office.delivered(key, "2026-09-10");
}

/// Proposed by the researcher, approved by the supervisor, or by the committee.
fn changed(office: &Lending, key: &str, loan: &str, change: Value, cause: &str) -> Value {
    office.done(&office.researcher, "loans.ask_change", ask(key, loan, change, cause));
    let committee = ["death", "disability", "lost"].contains(&cause);
    let decides = if committee { &office.committee } else { &office.supervisor };
    office.done(decides, "loans.approve_change", json!({ "request": id(key) }))
}

fn dues(sheet: &Value) -> Vec<(String, i64)> {
    let rows = sheet["rows"].as_array().unwrap().iter();
    rows.map(|row| (row["due"].as_str().unwrap().to_owned(), row["outstanding"].as_i64().unwrap())).collect()
}

fn undone(office: &Lending, key: &str, loan: &str, place: i64) -> Value {
    let undo =
        json!({ "id": id(key), "loan": id(loan), "place": place, "day": TODAY, "reason": "عدلت اللجنة عن قرارها" });
    let asked = office.call(&office.researcher, "loans.ask_undo", undo.clone());
    if asked.is_err() {
        office.done(&office.committee, "loans.ask_undo", undo);
    }
    office.done(&office.supervisor, "loans.approve_undo", json!({ "request": id(key) }))
}

#[test]
fn a_plan_is_put_off_by_two_people_and_nothing_is_added_to_it() {
    let office = Lending::open();
    lent(&office, "loan");
    let before = office.done(&office.finance, "loans.detail", json!({ "loan": id("loan") }));
    let first = before["rows"][2]["due"].clone();
    let change = json!({ "kind": "defer", "from_due": first, "periods": 2 });

    let preview = look(&office, "loan", &change);
    let plan = &preview["plan"];
    assert_eq!(plan["before"]["outstanding"], plan["after"]["outstanding"], "no increase");
    assert_eq!(
        (&preview["given_up"], &preview["by_committee"], &preview["entry"]),
        (&json!(0), &json!(false), &json!([]))
    );
    assert_ne!(plan["before"]["ends_on"], plan["after"]["ends_on"]);
    assert!(plan["after"]["rows"].as_array().unwrap().iter().any(|row| row["changed"] == true));
    assert!(plan["before"]["rows"][0]["changed"] == false, "what fell due before stays");

    let mine = ask("defer", "loan", change.clone(), "market");
    assert_eq!(office.refused(&office.finance, "loans.ask_change", mine.clone()), "loans.keep");
    let asked = office.done(&office.supervisor, "loans.ask_change", mine);
    assert_eq!(dues(&asked), dues(&before), "nothing has changed yet");
    let request = &asked["requests"][0];
    assert_eq!((&request["kind"], &request["change"], &request["stale"]), (&json!("change"), &change, &json!(false)));
    assert_eq!(office.tasks(&office.committee, "change_approve"), 1);
    let again = ask("second", "loan", json!({ "kind": "re_amortise" }), "market");
    assert_eq!(office.refused(&office.researcher, "loans.ask_change", again), "loans.request_waits");

    let which = json!({ "request": id("defer") });
    assert_eq!(office.refused(&office.researcher, "loans.approve_change", which.clone()), "loans.approve");
    assert_eq!(office.refused(&office.supervisor, "loans.approve_change", which.clone()), "loans.own_request");
    let cash = office.held("11201", TODAY);
    let sheet = office.done(&office.committee, "loans.approve_change", which.clone());
    assert_eq!(office.refused(&office.committee, "loans.approve_change", which), "loans.request_decided");
    assert_eq!((&sheet["restructured"], &sheet["outstanding"]), (&json!(true), &before["outstanding"]));
    assert_eq!(sheet["rows"][2]["state"], "empty");
    assert_eq!(office.held("11201", TODAY), cash, "the books do not move");
    let line = &sheet["story"][0];
    assert_eq!((&line["kind"], &line["cause"], &line["annex"]), (&json!("defer"), &json!("market"), &json!(true)));
    assert_eq!(line["terms"]["periods"], 2);
    let annex = json!({ "loan": id("loan"), "place": line["place"] });
    assert!(office.done(&office.supervisor, "loans.annex", annex)["ticket"].is_string() || line["place"].is_number());
    let none = json!({ "loan": id("loan"), "place": 1 });
    assert_eq!(office.refused(&office.supervisor, "loans.annex", none), "loans.no_annex");

    let back = undone(&office, "undo", "loan", line["place"].as_i64().unwrap());
    assert_eq!((dues(&back), &back["restructured"]), (dues(&before), &json!(false)));
}

#[test]
fn each_change_of_the_plan_does_what_it_says_and_is_taken_back() {
    let office = Lending::open();
    lent(&office, "loan");
    let before = office.done(&office.finance, "loans.detail", json!({ "loan": id("loan") }));
    let due = |row: usize| before["rows"][row]["due"].clone();
    let changes = [
        (json!({ "kind": "shift", "from_due": due(3), "to": "2027-01-25" }), "agreement"),
        (json!({ "kind": "extend", "from_due": due(3), "by": 4 }), "income_fell"),
        (json!({ "kind": "defer", "from_due": due(3), "periods": 1 }), "season"),
        (json!({ "kind": "re_amortise" }), "illness"),
        (json!({ "kind": "re_age", "from": "2027-02-01", "instalments": 20 }), "family"),
        (json!({ "kind": "pause", "from": "2026-11-01", "until": "2027-01-01" }), "association"),
    ];
    for (number, (change, cause)) in changes.into_iter().enumerate() {
        let key = format!("change-{number}");
        let preview = look(&office, "loan", &change);
        assert_eq!(preview["plan"]["before"]["outstanding"], preview["plan"]["after"]["outstanding"], "{change}");
        let sheet = changed(&office, &key, "loan", change.clone(), cause);
        let open: Vec<(String, i64)> = dues(&sheet).into_iter().filter(|(_, left)| *left > 0).collect();
        let shown = preview["plan"]["after"]["rows"].as_array().unwrap().iter();
        let shown = shown.map(|row| (row["due"].as_str().unwrap().to_owned(), row["outstanding"].as_i64().unwrap()));
        assert_eq!(open, shown.filter(|(_, left)| *left > 0).collect::<Vec<_>>(), "{change}: as it was looked at");
        let line = &sheet["story"][0];
        assert_eq!((&line["kind"], &line["cause"]), (&change["kind"], &json!(cause)));
        let back = undone(&office, &format!("{key}-undo"), "loan", line["place"].as_i64().unwrap());
        assert_eq!(dues(&back), dues(&before), "{change}: taken back");
    }
    let paused = json!({ "kind": "pause", "from": "2026-10-01", "until": "2027-01-01" });
    changed(&office, "pause", "loan", paused, "illness");
    let sheet = changed(&office, "resume", "loan", json!({ "kind": "resume" }), "agreement");
    assert_eq!(sheet["story"][0]["kind"], "resume");
    let again = ask("again", "loan", json!({ "kind": "resume" }), "agreement");
    assert_eq!(office.refused(&office.researcher, "loans.ask_change", again), "loan.no_pause");
}

#[test]
fn what_a_loan_does_not_take_is_said_before_it_is_asked_for() {
    let office = Lending::open();
    office.approved("fresh");
    lent(&office, "loan");
    let gaps = |loan: &str, kind: &str| {
        let choices = office.done(&office.researcher, "loans.choices", json!({ "loan": id(loan) }));
        let found = choices["choices"].as_array().unwrap().iter().find(|choice| choice["kind"] == kind).cloned();
        found.unwrap()["gaps"].clone()
    };
    assert_eq!(gaps("fresh", "defer"), json!(["not_paid_out"]));
    assert_eq!((gaps("loan", "defer"), gaps("loan", "resume")), (json!([]), json!(["no_pause"])));
    assert_eq!(gaps("loan", "waive_fee"), json!(["no_fee"]));

    let refused = |change: Value, cause: &str| {
        office.refused(&office.researcher, "loans.ask_change", ask("x", "loan", change, cause))
    };
    let nowhere = json!({ "kind": "extend", "from_due": "2026-10-02", "by": 1 });
    assert_eq!(refused(nowhere, "market"), "loan.no_instalment_on_day");
    let same = json!({ "kind": "shift", "from_due": "2026-12-10", "to": "2026-12-10" });
    assert_eq!(refused(same, "market"), "loans.changes_nothing");
    assert_eq!(refused(json!({ "kind": "release" }), "market"), "loans.cause_of_release");
    assert_eq!(refused(json!({ "kind": "write_off" }), "death"), "loans.cause_of_release");
    let mut mute = ask("x", "loan", json!({ "kind": "re_amortise" }), "market");
    mute["reason"] = json!(" ");
    assert_eq!(office.refused(&office.researcher, "loans.ask_change", mute.clone()), "loans.reason_missing");
    (mute["reason"], mute["day"]) = (json!("سبب"), json!("2026-11-22"));
    assert_eq!(office.refused(&office.researcher, "loans.ask_change", mute), "loans.future_day");
    let unpaid = ask("x", "fresh", json!({ "kind": "re_amortise" }), "market");
    assert_eq!(office.refused(&office.researcher, "loans.ask_change", unpaid), "loans.not_paid_out");
}

#[test]
fn a_loan_that_changed_meanwhile_is_looked_at_again() {
    let office = Lending::open();
    lent(&office, "loan");
    let change = json!({ "kind": "extend", "from_due": "2026-12-10", "by": 3 });
    office.done(&office.researcher, "loans.ask_change", ask("one", "loan", change.clone(), "market"));
    office.repaid("paid", "loan", TODAY, 50_000);
    let which = json!({ "request": id("one") });
    let before = office.done(&office.supervisor, "loans.detail", json!({ "loan": id("loan") }));
    assert_eq!(before["requests"][0]["stale"], true);
    assert_eq!(office.refused(&office.supervisor, "loans.approve_change", which.clone()), "loans.loan_changed");
    let after = office.done(&office.supervisor, "loans.detail", json!({ "loan": id("loan") }));
    assert_eq!((dues(&after), &after["restructured"]), (dues(&before), &json!(false)), "nothing was done");
    let no = json!({ "request": id("one"), "reason": "سُدد بعض المتأخر" });
    assert_eq!(office.refused(&office.finance, "loans.drop_request", no.clone()), "loans.approve");
    office.done(&office.supervisor, "loans.drop_request", no);
    assert_eq!(office.tasks(&office.researcher, "change_refused"), 1);
    let sheet = changed(&office, "two", "loan", change, "market");
    assert_eq!(sheet["restructured"], true);
}

#[test]
fn a_closed_month_takes_no_change_of_its_days() {
    let office = Lending::open();
    lent(&office, "loan");
    let write_off = json!({ "kind": "write_off" });
    let mut asked = ask("late", "loan", write_off, "lost");
    asked["day"] = json!("2026-10-31");
    office.done(&office.researcher, "loans.ask_change", asked.clone());
    for period in 202601..=202610 {
        office.done(&office.finance, "funds.close_period", json!({ "period": period, "word": "روجع" }));
    }
    let which = json!({ "request": id("late") });
    assert_eq!(office.refused(&office.committee, "loans.approve_change", which), "ledger.period_closed");
    let mut terms = ask("terms", "loan", json!({ "kind": "re_amortise" }), "market");
    terms["day"] = json!("2026-10-31");
    assert_eq!(office.refused(&office.researcher, "loans.ask_change", terms), "ledger.period_closed");
}

#[test]
fn the_committee_gives_a_loan_up_and_what_comes_in_later_is_income() {
    let office = Lending::open();
    lent(&office, "loan");
    office.repaid("part", "loan", "2026-10-20", 60_000);
    let change = json!({ "kind": "write_off" });
    let preview = look(&office, "loan", &change);
    assert_eq!((&preview["given_up"], &preview["by_committee"]), (&json!(900_000), &json!(true)));
    assert_eq!(preview["entry"][0]["account"], "42106");
    office.done(&office.supervisor, "loans.ask_change", ask("lost", "loan", change, "lost"));
    let which = json!({ "request": id("lost") });
    let early = office.repayment("early", "loan", TODAY, 1);
    assert_eq!(office.refused(&office.supervisor, "loans.approve_change", which.clone()), "loans.forgive");
    let sheet = office.done(&office.committee, "loans.approve_change", which);
    assert_eq!((&sheet["phase"], &sheet["written_off"]), (&json!("written_off"), &json!(900_000)));
    assert_eq!((office.held("42106", TODAY), office.held("11201", TODAY)), (900_000, 0));
    assert_eq!((&sheet["story"][0]["kind"], &sheet["story"][0]["amount"]), (&json!("write_off"), &json!(900_000)));

    let preview = office.done(
        &office.finance,
        "loans.repay_preview",
        json!({ "loan": id("loan"), "day": TODAY, "amount": 40_000 }),
    );
    assert_eq!((&preview["recovered"], &preview["rows"]), (&json!(true), &json!([])));
    let receipt = office.done(&office.finance, "loans.repay", office.repayment("after", "loan", TODAY, 40_000));
    assert!(receipt["number"].as_str().unwrap().starts_with("RV-"));
    assert_eq!((office.held("31209", TODAY), office.held("42106", TODAY)), (-40_000, 900_000));
    let too_much = office.repayment("much", "loan", TODAY, 860_001);
    assert_eq!(office.refused(&office.finance, "loans.repay", too_much), "loan.recovered_too_much");
    let sheet = office.done(&office.finance, "loans.detail", json!({ "loan": id("loan") }));
    assert_eq!((&sheet["recovered"], &sheet["repaid"]), (&json!(40_000), &json!(60_000)));
    let receipt = json!({ "loan": id("loan"), "place": receipt["place"] });
    office.done(&office.finance, "loans.receipt", receipt.clone());
    drop(early);

    // What was given up is taken back by the committee and another, once the money that came in is.
    let back = |key: &str, place: i64| json!({ "id": id(key), "loan": id("loan"), "place": place, "day": TODAY, "reason": "خطأ" });
    assert_eq!(office.refused(&office.committee, "loans.ask_undo", back("no", 3)), "loan.recovery_stands");
    assert_eq!(office.refused(&office.researcher, "loans.ask_undo", back("no", 3)), "loans.forgive");
    office.done(&office.finance, "loans.ask_undo", back("money", 4));
    office.done(&office.supervisor, "loans.approve_undo", json!({ "request": id("money") }));
    let sheet = undone(&office, "loss", "loan", 3);
    assert_eq!((&sheet["phase"], &sheet["outstanding"]), (&json!("active"), &json!(900_000)));
    assert_eq!(
        (office.held("42106", TODAY), office.held("31209", TODAY), office.held("11201", TODAY)),
        (0, 0, 900_000)
    );
}

#[test]
fn a_loss_takes_what_was_set_aside_first() {
    let office = Lending::open();
    lent(&office, "loan");
    let aside = json!({ "id": id("aside"), "kind": "journal", "day": "2026-11-01", "narration": "مخصص", "counterparty": "",
        "lines": [ { "account": "42106", "fund": id("pool"), "debit": 250_000 },
                   { "account": "11209", "fund": id("pool"), "credit": 250_000 } ] });
    office.done(&office.finance, "funds.draft", aside);
    office.done(&office.supervisor, "funds.approve", json!({ "id": id("aside") }));
    changed(&office, "lost", "loan", json!({ "kind": "write_off" }), "lost");
    assert_eq!((office.held("11209", TODAY), office.held("42106", TODAY)), (0, 960_000));
}

#[test]
fn a_borrower_who_died_owes_nothing_more() {
    let office = Lending::open();
    lent(&office, "loan");
    let sheet = changed(&office, "release", "loan", json!({ "kind": "release" }), "death");
    assert_eq!(
        (&sheet["phase"], &sheet["outstanding"], &sheet["forgiven"]),
        (&json!("closed"), &json!(0), &json!(960_000))
    );
    assert_eq!((office.held("42105", TODAY), office.held("11201", TODAY)), (960_000, 0));
    let line = &sheet["story"][0];
    assert_eq!((&line["kind"], &line["cause"], &line["amount"]), (&json!("release"), &json!("death"), &json!(960_000)));
    let sheet = undone(&office, "alive", "loan", line["place"].as_i64().unwrap());
    assert_eq!((&sheet["phase"], office.held("42105", TODAY)), (&json!("active"), 0));
}

#[test]
fn a_fee_is_what_it_cost_and_is_paid_or_waived_like_money_owed() {
    let office = Lending::open();
    lent(&office, "loan");
    let fee = json!({ "kind": "fee", "amount": 15_000, "due": "2026-12-10" });
    let sheet = changed(&office, "fee", "loan", fee, "other");
    assert_eq!((&sheet["fees"], &sheet["outstanding"]), (&json!(15_000), &json!(960_000)));
    assert_eq!((office.held("11404", TODAY), office.held("41205", TODAY)), (15_000, -15_000));
    let more = ask("more", "loan", json!({ "kind": "waive_fee", "amount": 15_001 }), "other");
    assert_eq!(office.refused(&office.researcher, "loans.ask_change", more), "loan.fee_too_large");
    let death = ask("death", "loan", json!({ "kind": "release" }), "death");
    let refused = office.refused(&office.researcher, "loans.ask_change", death);
    assert_eq!(refused, "loans.fee_open", "a borrower who died owes nothing more, and the page says so, too");
    let sheet = changed(&office, "waived", "loan", json!({ "kind": "waive_fee", "amount": 5_000 }), "other");
    assert_eq!(sheet["fees"], 10_000);
    assert_eq!((office.held("11404", TODAY), office.held("41205", TODAY)), (10_000, -10_000));
    office.repaid("all", "loan", TODAY, 970_000);
    let sheet = office.done(&office.finance, "loans.detail", json!({ "loan": id("loan") }));
    assert_eq!((&sheet["phase"], &sheet["fees"]), (&json!("closed"), &json!(0)));
    assert_eq!((office.held("11404", TODAY), office.held("11201", TODAY)), (0, 0));
}

#[test]
fn many_loans_are_put_off_by_one_decision_or_none_is() {
    let office = Lending::open();
    for key in ["one", "two", "three"] {
        lent(&office, key);
    }
    let choice = json!({ "due_from": "2026-12-01", "due_until": "2026-12-31", "periods": 1 });
    let preview = office.done(&office.supervisor, "loans.preview_deferral", choice.clone());
    assert_eq!(preview["fitting"], 3);
    let line = &preview["loans"][0];
    assert!(line["ends_after"].as_str() > line["ends_before"].as_str(), "{line}");
    let none = json!({ "id": id("d"), "choice": choice, "loans": [], "cause": "season", "reason": "رمضان" });
    assert_eq!(office.refused(&office.supervisor, "loans.ask_deferral", none.clone()), "loans.deferral_empty");
    let mut input = none;
    input["loans"] = json!([id("one"), id("two")]);
    office.done(&office.supervisor, "loans.ask_deferral", input.clone());
    assert_eq!(office.tasks(&office.committee, "deferral_approve"), 1);
    let which = json!({ "deferral": id("d") });
    assert_eq!(office.refused(&office.supervisor, "loans.approve_deferral", which.clone()), "loans.forgive");

    // One of them changed: none is put off.
    office.repaid("paid", "two", TODAY, 10_000);
    let sheet = office.done(&office.committee, "loans.deferral", which.clone());
    let stale = sheet["loans"].as_array().unwrap().iter().filter(|line| line["stale"] == true).count();
    assert_eq!(stale, 1);
    assert_eq!(office.refused(&office.committee, "loans.approve_deferral", which.clone()), "loans.deferral_loans");
    for key in ["one", "two"] {
        let sheet = office.done(&office.finance, "loans.detail", json!({ "loan": id(key) }));
        assert_eq!(sheet["restructured"], false, "{key}");
    }
    let no = json!({ "deferral": id("d"), "reason": "سُدد بعضها" });
    assert_eq!(office.refused(&office.finance, "loans.drop_deferral", no.clone()), "loans.forgive");
    office.done(&office.committee, "loans.drop_deferral", no);

    input["id"] = json!(id("e"));
    office.done(&office.supervisor, "loans.ask_deferral", input);
    let which = json!({ "deferral": id("e") });
    office.done(&office.committee, "loans.approve_deferral", which.clone());
    assert_eq!(office.refused(&office.committee, "loans.approve_deferral", which.clone()), "loans.request_decided");
    for (key, moved) in [("one", true), ("two", true), ("three", false)] {
        let sheet = office.done(&office.finance, "loans.detail", json!({ "loan": id(key) }));
        assert_eq!(sheet["restructured"], moved, "{key}");
        if moved {
            let line = &sheet["story"][0];
            assert_eq!(
                (&line["kind"], &line["cause"], &line["note"]),
                (&json!("defer"), &json!("season"), &json!("رمضان"))
            );
            office.done(&office.finance, "loans.annex", json!({ "loan": id(key), "place": line["place"] }));
        }
    }
    let known = office.done(&office.finance, "loans.deferrals", json!({}));
    assert_eq!(known["deferrals"][0]["state"], "approved");
}

#[test]
fn nothing_is_put_off_by_more_than_a_plan_of_people_has() {
    let office = Lending::open();
    lent(&office, "loan");
    for change in [
        json!({ "kind": "defer", "from_due": "2026-12-10", "periods": 121 }),
        json!({ "kind": "extend", "from_due": "2026-12-10", "by": 9_000 }),
        json!({ "kind": "re_age", "from": "2027-02-01", "instalments": 9_000 }),
    ] {
        let asked = ask("long", "loan", change, "market");
        assert_eq!(office.refused(&office.researcher, "loans.ask_change", asked), "loans.periods_range");
    }
    let choice = json!({ "due_from": "2026-12-01", "due_until": "2026-12-31", "periods": 25 });
    let many = json!({ "id": id("d"), "choice": choice, "loans": [id("loan")], "cause": "season", "reason": "رمضان" });
    assert_eq!(office.refused(&office.supervisor, "loans.ask_deferral", many), "loans.periods_range");
}

#[test]
fn what_was_asked_for_yesterday_is_approved_today() {
    let mut office = Lending::open();
    lent(&office, "loan");
    let change = json!({ "kind": "defer", "from_due": "2026-12-10", "periods": 2 });
    office.done(&office.researcher, "loans.ask_change", ask("one", "loan", change, "market"));
    let choice = json!({ "due_from": "2027-01-01", "due_until": "2027-01-31", "periods": 1, "day": null });
    lent(&office, "two");
    let many = json!({ "id": id("d"), "choice": choice, "loans": [id("two")], "cause": "season", "reason": "رمضان" });
    office.done(&office.supervisor, "loans.ask_deferral", many);
    office.story.pass(std::time::Duration::from_secs(86_400));
    office.supervisor = office.story.sign_in("mona", "نخلة وظل وماء").unwrap();
    office.committee = office.story.sign_in("abdo", "نخلة وظل وماء").unwrap();
    office.done(&office.supervisor, "loans.approve_change", json!({ "request": id("one") }));
    office.done(&office.committee, "loans.approve_deferral", json!({ "deferral": id("d") }));
}

#[test]
fn more_is_lent_once_enough_is_repaid_and_goes_the_way_of_every_tranche() {
    let office = Lending::open();
    office.approved("loan");
    office.delivered("loan", "2026-11-10");
    office.paid_out("loan", "2026-11-15");
    let more = |amount: i64| json!({ "kind": "top_up", "amount": amount, "tranche": id("more"), "paid_as": "in_kind", "item": "ماكينة تطريز" });
    let refused =
        |change: Value| office.refused(&office.researcher, "loans.ask_change", ask("top", "loan", change, "growth"));
    let gaps = || {
        let choices = office.done(&office.researcher, "loans.choices", json!({ "loan": id("loan") }));
        choices["choices"].as_array().unwrap().iter().find(|one| one["kind"] == "top_up").unwrap()["gaps"].clone()
    };
    assert_eq!(gaps(), json!(["little_repaid"]));
    assert_eq!(refused(more(300_000)), "loans.top_up_repaid");
    office.repaid("half", "loan", TODAY, 600_000);
    assert_eq!(gaps(), json!([]));
    assert_eq!(refused(more(4_500_000)), "loans.top_up_most", "with what is owed it is above 50,000");
    let mut cash = more(300_000);
    cash["paid_as"] = json!("cash");
    assert_eq!(refused(cash), "loans.cash_share", "2,400 and 3,000 are more than a fifth of 15,000");
    let mut known = more(300_000);
    known["tranche"] = json!(id("loan-1"));
    assert_eq!(refused(known), "database.recorded_already");

    let preview = look(&office, "loan", &more(300_000));
    let owed = |side: &str| preview["plan"][side]["outstanding"].as_i64().unwrap();
    assert_eq!(owed("after") - owed("before"), 300_000, "the plan shows what it would be");
    assert_eq!((&preview["entry"], &preview["given_up"]), (&json!([]), &json!(0)), "no money moves by the decision");
    let before = office.sheet("loan");
    office.done(&office.supervisor, "loans.ask_change", ask("top", "loan", more(300_000), "growth"));
    let which = json!({ "request": id("top") });
    assert_eq!(office.refused(&office.supervisor, "loans.approve_change", which.clone()), "loans.own_request");
    assert_eq!(office.sheet("loan")["amount"], before["amount"], "nothing has changed yet");
    office.done(&office.committee, "loans.approve_change", which.clone());
    assert_eq!(office.refused(&office.committee, "loans.approve_change", which), "loans.request_decided");
    let sheet = office.sheet("loan");
    assert_eq!((&sheet["amount"], &sheet["outstanding"]), (&json!(1_500_000), &before["outstanding"]));
    let added = &sheet["tranches"][2];
    assert_eq!((&added["top_up"], &added["tranche"]["state"]), (&json!(true), &json!("planned")));
    assert_eq!((&added["tranche"]["id"], &added["tranche"]["amount"]), (&json!(id("more")), &json!(300_000)));

    // It waits for the tranche before it like every other.
    let step = json!({ "tranche": id("more") });
    office.done(&office.researcher, "loans.request_tranche", step.clone());
    assert_eq!(office.refused(&office.researcher, "loans.approve_tranche", step.clone()), "loans.approve");
    assert_eq!(office.refused(&office.supervisor, "loans.approve_tranche", step), "loans.tranche_conditions");

    // One that is given up before its money went out leaves the loan what it was.
    let second = json!({ "kind": "top_up", "amount": 200_000, "tranche": id("second"), "paid_as": "in_kind" });
    office.repaid("most", "loan", TODAY, 300_000);
    changed(&office, "top-2", "loan", second, "growth");
    assert_eq!(office.sheet("loan")["amount"], 1_700_000);
    office.done(&office.researcher, "loans.cancel_tranche", json!({ "tranche": id("second"), "note": "اعتذرت" }));
    assert_eq!(office.sheet("loan")["amount"], 1_500_000);

    let assets = office.done(&office.researcher, "loans.products", json!({}))["products"][1].clone();
    assert_eq!(assets["terms"]["top_up_percent"], json!(null), "a product that says nothing lends no more");
}
