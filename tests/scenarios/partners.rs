//! Partners and their agreements: proposed, approved by another person, signed; what each side owes kept and missed; renewed,
//! ended, and what stays open.

use crate::loans::{Lending, TODAY, id};
use kernel::Failure;
use office::Caller;
use serde_json::{Value, json};
use std::time::Duration;

const PASSWORD: &str = "نخلة وظل وماء";

fn days_later(office: &mut Lending, days: u64) {
    office.story.pass(Duration::from_secs(86_400 * days));
    office.researcher = office.story.sign_in("sara", PASSWORD).unwrap();
    office.supervisor = office.story.sign_in("mona", PASSWORD).unwrap();
    office.committee = office.story.sign_in("abdo", PASSWORD).unwrap();
    office.finance = office.story.sign_in("khaled", PASSWORD).unwrap();
}

fn firm(key: &str, name: &str) -> Value {
    json!({
        "partner": id(key), "party": { "name": name, "city": "بريدة" }, "facts": { "kind": "company", "sector": "التعليم" },
        "components": ["private_sector"],
    })
}

fn terms() -> Value {
    json!({
        "title": "تأهيل الأسر المنتجة لسوق العمل", "purpose": "تدريب أربعين متدربة", "our_interest": "مقاعد تدريب معتمدة",
        "their_interest": "أثر اجتماعي موثّق", "dispute_clause": "يُحل الخلاف وديًا خلال ثلاثين يومًا",
        "starts": TODAY, "ends": "2027-02-07",
    })
}

fn proposal(key: &str) -> Value {
    json!({ "id": id(key), "partner": id("maarif"), "kind": "mou", "terms": terms(), "targets": ["women_at_work"],
            "parties": [{ "partner": id("holding"), "role": "parent", "signs": false }] })
}

fn owed(key: &str, agreement: &str, side: &str, due: &str, keeper: Value) -> Value {
    json!({ "id": id(key), "agreement": id(agreement),
            "obligation": { "side": side, "text": format!("التزام {key}"), "due": due, "keeper": keeper } })
}

/// An office with a partner and the body above it.
fn partnered() -> Lending {
    let office = Lending::open();
    office.done(&office.researcher, "partners.add", firm("holding", "مجموعة معارف القابضة"));
    let mut maarif = firm("maarif", "شركة معارف للتعليم والتدريب");
    maarif["facts"]["parent"] = json!(id("holding"));
    office.done(&office.researcher, "partners.add", maarif);
    office
}

fn page(office: &Lending, key: &str) -> Value {
    office.done(&office.finance, "partners.agreement", json!({ "agreement": id(key) }))
}

fn version(office: &Lending, key: &str) -> Value {
    page(office, key)["record"]["number"].clone()
}

fn of(office: &Lending, key: &str, more: Value) -> Value {
    let mut input = json!({ "id": id(key), "version": version(office, key) });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

fn standing(office: &Lending, key: &str) -> String {
    page(office, key)["line"]["standing"].as_str().unwrap().to_owned()
}

fn standings(office: &Lending, agreement: &str) -> Vec<(String, String)> {
    let page = page(office, agreement);
    let lines = page["obligations"].as_array().unwrap().clone();
    lines
        .iter()
        .map(|line| (line["text"].as_str().unwrap().to_owned(), line["standing"].as_str().unwrap().to_owned()))
        .collect()
}

fn obligation(office: &Lending, key: &str, more: Value) -> Value {
    let page = office.done(&office.finance, "partners.open", json!({ "partner": id("maarif") }));
    let lines = page["obligations"].as_array().unwrap();
    let line = lines.iter().find(|line| line["obligation"] == id(key)).unwrap();
    let mut input = json!({ "id": id(key), "version": line["version"] });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

fn signature() -> Value {
    json!({ "signed_on": TODAY, "event": "الملتقى الأول للمشاركة المجتمعية", "our_signatory": "إبراهيم الصقعبي",
            "their_signatory": "ريم الجاسر", "starts": TODAY, "ends": "2027-02-07" })
}

/// Signed today: theirs due in a week and in a month, ours in a week (seen to by the supervisor) and in two months.
fn signed() -> Lending {
    let office = partnered();
    let (sara, mona) = (office.researcher.clone(), office.supervisor.clone());
    office.done(&sara, "partners.propose", proposal("mou"));
    let keeper = office.person("mona");
    office.done(&sara, "partners.add_obligation", owed("seats", "mou", "theirs", "2026-11-28", Value::Null));
    office.done(&sara, "partners.add_obligation", owed("halls", "mou", "theirs", "2026-12-20", Value::Null));
    office.done(&sara, "partners.add_obligation", owed("report", "mou", "ours", "2026-11-28", keeper.clone()));
    office.done(&sara, "partners.add_obligation", owed("visits", "mou", "ours", "2027-01-20", keeper));
    office.done(&sara, "partners.ask_approval", of(&office, "mou", json!({ "note": "جاهزة" })));
    office.done(&mona, "partners.approve", of(&office, "mou", json!({ "decision": "قرار 31/1448" })));
    office.done(&sara, "partners.sign", of(&office, "mou", signature()));
    office
}

fn refused(office: &Lending, who: &Caller, verb: &str, input: Value) -> String {
    office.refused(who, &format!("partners.{verb}"), input)
}

#[test]
fn a_partner_is_an_organisation_known_once_and_closed_only_without_an_agreement_in_force() {
    let office = partnered();
    let (sara, mona) = (&office.researcher, &office.supervisor);
    assert_eq!(refused(&office, &office.finance, "add", firm("other", "شركة أخرى")), "partners.keep");
    assert_eq!(refused(&office, sara, "add", firm("maarif", "شركة معارف")), "partners.partner_already");
    let mut person = firm("noura", "");
    person["known"] = json!(true);
    assert_eq!(refused(&office, sara, "add", person), "partners.not_organisation");
    let mut unknown = firm("other", "شركة أخرى");
    unknown["components"] = json!(["moon"]);
    assert_eq!(refused(&office, sara, "add", unknown), "partners.component_unknown");
    let mut ahead = firm("other", "شركة أخرى");
    ahead["facts"]["since"] = json!("2026-11-23");
    assert_eq!(refused(&office, sara, "add", ahead), "partners.since_later");

    let sheet = |key: &str| office.done(sara, "partners.open", json!({ "partner": id(key) }));
    let now = sheet("holding");
    assert_eq!(now["belong"][0]["partner"], id("maarif"));
    let mut circle = json!({ "partner": id("holding"), "version": now["record"]["number"],
        "party_version": now["party_record"]["number"], "party": now["party"], "facts": now["facts"], "components": [] });
    circle["facts"]["parent"] = json!(id("maarif"));
    assert_eq!(refused(&office, sara, "change", circle), "partners.parent_self");

    let close = |key: &str, closed: bool| json!({ "partner": id(key), "version": sheet(key)["record"]["number"], "closed": closed, "reason": "انتهى نشاطه" });
    assert_eq!(refused(&office, sara, "close", close("holding", true)), "partners.decide");
    office.done(mona, "partners.close", close("holding", true));
    assert_eq!(refused(&office, mona, "close", close("holding", true)), "partners.stands_so");
    assert_eq!(sheet("holding")["standing"], "closed");
    let gift = json!({ "id": id("gift"), "partner": id("holding"), "kind": "in_kind", "text": "أثاث", "day": TODAY });
    assert_eq!(refused(&office, sara, "add_contribution", gift), "partners.closed");
    office.done(mona, "partners.close", close("holding", false));

    let signed = signed();
    let number = sheet_of(&signed)["record"]["number"].clone();
    let close = json!({ "partner": id("maarif"), "version": number, "closed": true, "reason": "x" });
    assert_eq!(refused(&signed, &signed.supervisor, "close", close), "partners.in_force");
    assert_eq!(sheet_of(&signed)["standing"], "active");
}

fn sheet_of(office: &Lending) -> Value {
    office.done(&office.finance, "partners.open", json!({ "partner": id("maarif") }))
}

#[test]
fn an_agreement_is_approved_by_another_and_signed_as_it_was_approved() {
    let office = partnered();
    let (sara, mona, abdo) = (&office.researcher, &office.supervisor, &office.committee);
    let mut twice = proposal("mou");
    twice["parties"] = json!([{ "partner": id("maarif"), "role": "third", "signs": true }]);
    assert_eq!(refused(&office, mona, "propose", twice), "partners.party_twice");
    let mut backwards = proposal("mou");
    backwards["terms"]["ends"] = json!("2026-11-01");
    assert_eq!(refused(&office, mona, "propose", backwards), "partners.ends_first");
    let mut short = proposal("mou");
    short["terms"]["purpose"] = json!("");
    office.done(mona, "partners.propose", short);
    assert_eq!(refused(&office, mona, "propose", proposal("mou")), "partners.added_already");
    assert_eq!(refused(&office, mona, "ask_approval", of(&office, "mou", json!({}))), "partners.not_complete");
    let change = of(&office, "mou", json!({ "kind": "mou", "terms": terms(), "targets": ["women_at_work", "skills"] }));
    office.done(mona, "partners.change_agreement", change.clone());
    assert!(
        matches!(office.call(mona, "partners.change_agreement", change), Err(Failure::Conflict(_))),
        "from an old page"
    );
    assert_eq!(refused(&office, mona, "ask_approval", of(&office, "mou", json!({}))), "partners.no_obligations");

    let mut unkept = owed("seats", "mou", "ours", "2026-11-28", Value::Null);
    assert_eq!(refused(&office, sara, "add_obligation", unkept.clone()), "partners.keeper_missing");
    unkept["obligation"]["side"] = json!("theirs");
    unkept["obligation"]["due"] = json!("2026-11-01");
    assert_eq!(refused(&office, sara, "add_obligation", unkept.clone()), "partners.due_range");
    unkept["obligation"]["due"] = json!("2026-11-28");
    office.done(sara, "partners.add_obligation", unkept.clone());
    assert_eq!(refused(&office, sara, "add_obligation", unkept), "partners.added_already");
    let first = office.done(sara, "partners.agreement", json!({ "agreement": id("mou") }))["obligations"][0].clone();
    assert_eq!(first["standing"], "planned", "nobody owes it yet");
    let done = json!({ "id": id("seats"), "version": 0, "done_on": TODAY });
    assert_eq!(refused(&office, sara, "fulfil_obligation", done), "partners.not_signed");
    let word = json!({ "id": id("seats"), "version": 0, "obligation":
        { "side": "theirs", "text": "كفالة تدريب أربعين متدربة", "due": "2026-11-28", "amount": 12_000_000 } });
    office.done(sara, "partners.change_obligation", word);

    assert_eq!(refused(&office, sara, "sign", of(&office, "mou", signature())), "partners.step");
    office.done(mona, "partners.ask_approval", of(&office, "mou", json!({ "note": "جاهزة" })));
    assert_eq!(
        refused(&office, mona, "ask_approval", of(&office, "mou", json!({}))),
        "partners.step",
        "a second click"
    );
    assert_eq!([mona, abdo].map(|who| office.tasks(who, "agreement_approval")), [0, 1]);
    assert_eq!(refused(&office, sara, "approve", of(&office, "mou", json!({}))), "partners.decide");
    assert_eq!(refused(&office, mona, "approve", of(&office, "mou", json!({}))), "partners.own_approval");
    assert_eq!(page_for(&office, mona)["cannot_approve"], "partners.own_approval");
    let added = owed("late", "mou", "theirs", "2026-12-01", Value::Null);
    assert_eq!(refused(&office, sara, "add_obligation", added), "partners.obligation_locked");
    // A change takes the approval with it.
    let change = of(&office, "mou", json!({ "kind": "mou", "terms": terms(), "targets": [] }));
    office.done(sara, "partners.change_agreement", change);
    assert_eq!((standing(&office, "mou").as_str(), office.tasks(abdo, "agreement_approval")), ("negotiating", 0));
    // Whoever proposed does not approve, whoever asked; the researcher asks, the supervisor proposed.
    office.done(sara, "partners.ask_approval", of(&office, "mou", json!({})));
    assert_eq!(refused(&office, mona, "approve", of(&office, "mou", json!({}))), "partners.own_approval");
    let bare = of(&office, "mou", json!({ "note": " " }));
    assert_eq!(refused(&office, abdo, "return_agreement", bare), "partners.reason_missing");
    office.done(abdo, "partners.return_agreement", of(&office, "mou", json!({ "note": "أضيفوا حدود المسؤولية" })));
    assert_eq!(office.tasks(sara, "agreement_returned"), 1);
    office.done(sara, "partners.negotiate", of(&office, "mou", json!({ "note": "اتفق الطرفان على الحدود" })));
    office.done(sara, "partners.ask_approval", of(&office, "mou", json!({})));
    office.done(abdo, "partners.approve", of(&office, "mou", json!({ "decision": "قرار 31/1448" })));
    assert_eq!(refused(&office, abdo, "approve", of(&office, "mou", json!({}))), "partners.approval_decided");
    assert_eq!(office.tasks(mona, "agreement_unsigned"), 1);

    let mut tomorrow = signature();
    tomorrow["signed_on"] = json!("2026-11-23");
    assert_eq!(refused(&office, sara, "sign", of(&office, "mou", tomorrow)), "partners.signed_later");
    let mut unsigned = signature();
    unsigned["their_signatory"] = json!("");
    assert_eq!(refused(&office, sara, "sign", of(&office, "mou", unsigned)), "partners.signatory_missing");
    office.done(sara, "partners.sign", of(&office, "mou", signature()));
    assert_eq!(standing(&office, "mou"), "active");
    let change = of(&office, "mou", json!({ "kind": "mou", "terms": terms() }));
    assert_eq!(refused(&office, sara, "change_agreement", change), "partners.signed_stays");
    assert_eq!(refused(&office, sara, "decline", of(&office, "mou", json!({ "note": "x" }))), "partners.step");
    let moved =
        obligation(&office, "seats", json!({ "obligation": { "side": "theirs", "text": "أقل", "due": "2027-01-01" } }));
    assert_eq!(refused(&office, sara, "change_obligation", moved), "partners.obligation_stays");
    let gone = obligation(&office, "seats", json!({}));
    assert_eq!(refused(&office, sara, "remove_obligation", gone), "partners.obligation_stays");
    let sheet = page(&office, "mou");
    assert_eq!(
        (&sheet["decision"], &sheet["line"]["event"]),
        (&json!("قرار 31/1448"), &json!("الملتقى الأول للمشاركة المجتمعية"))
    );
    let steps: Vec<&str> = sheet["steps"].as_array().unwrap().iter().map(|step| step["to"].as_str().unwrap()).collect();
    assert_eq!(
        steps,
        [
            "proposed",
            "for_approval",
            "negotiating",
            "for_approval",
            "negotiating",
            "negotiating",
            "for_approval",
            "approved",
            "signed"
        ]
    );
    assert!(office.tasks(mona, "agreement_no_copy") == 1, "the signed copy is missing");
}

fn page_for(office: &Lending, who: &Caller) -> Value {
    office.done(who, "partners.agreement", json!({ "agreement": id("mou") }))
}

#[test]
fn obligations_of_both_sides_are_kept_with_evidence_missed_and_excused_by_another() {
    let mut office = signed();
    let sara_herself = office.person("sara");
    let evidence = json!({ "done_on": TODAY, "evidence_kind": "voucher", "evidence": "RV-2026-00411" });
    let mut ahead = evidence.clone();
    ahead["done_on"] = json!("2026-11-23");
    assert_eq!(
        refused(&office, &office.researcher, "fulfil_obligation", obligation(&office, "seats", ahead)),
        "partners.done_later"
    );
    let untyped = json!({ "done_on": TODAY, "evidence": "سند" });
    assert_eq!(
        refused(&office, &office.researcher, "fulfil_obligation", obligation(&office, "seats", untyped)),
        "partners.evidence_kind"
    );
    let early = obligation(&office, "halls", json!({ "evidence_kind": "minutes", "evidence": "محضر استلام" }));
    assert_eq!(refused(&office, &office.researcher, "prove_obligation", early), "partners.not_done");
    office.done(&office.researcher, "partners.fulfil_obligation", obligation(&office, "seats", evidence.clone()));
    assert_eq!(
        refused(&office, &office.researcher, "fulfil_obligation", obligation(&office, "seats", evidence)),
        "partners.settled_already"
    );
    // Done, and nothing shows it: it does not count.
    office.done(
        &office.researcher,
        "partners.fulfil_obligation",
        obligation(&office, "report", json!({ "done_on": TODAY })),
    );
    days_later(&mut office, 8);
    assert_eq!(
        standings(&office, "mou"),
        [
            ("التزام seats".to_owned(), "kept".to_owned()),
            ("التزام halls".to_owned(), "coming".to_owned()),
            ("التزام report".to_owned(), "unproven".to_owned()),
            ("التزام visits".to_owned(), "coming".to_owned()),
        ]
    );
    let period = json!({ "from": "2026-11-01", "until": "2026-11-30" });
    let figures = |office: &Lending| office.done(&office.finance, "partners.figures", period.clone());
    let now = figures(&office);
    assert_eq!((&now["active"], &now["ending"]), (&json!(1), &json!([page(&office, "mou")["line"]["agreement_no"]])));
    assert_eq!((&now["theirs"]["n"], &now["theirs"]["of"]), (&json!(1), &json!(1)));
    assert_eq!((&now["ours"]["n"], &now["ours"]["of"]), (&json!(0), &json!(1)), "what nothing shows was not kept");
    let rows = |office: &Lending, in_time: bool| {
        let asks = json!({ "side": "ours", "due_from": "2026-11-01", "due_until": "2026-11-30", "in_time": in_time });
        office.done(&office.finance, "partners.obligations", asks)["total"].clone()
    };
    assert_eq!((rows(&office, true), rows(&office, false)), (json!(0), json!(1)), "the list opens the same rows");
    let proof = json!({ "evidence_kind": "report", "evidence": "تقرير أثر 1" });
    office.done(&office.researcher, "partners.prove_obligation", obligation(&office, "report", proof.clone()));
    assert_eq!(
        refused(&office, &office.researcher, "prove_obligation", obligation(&office, "report", proof)),
        "partners.proven_already"
    );
    assert_eq!(figures(&office)["ours"]["n"], 1);
    assert_eq!((rows(&office, true), rows(&office, false)), (json!(1), json!(0)));

    // The keeper of ours does not excuse it; somebody else who decides does.
    let reason = json!({ "reason": "أُجلت الزيارات لإجازة المدارس" });
    let (sara, mona, abdo) = (office.researcher.clone(), office.supervisor.clone(), office.committee.clone());
    assert_eq!(
        refused(&office, &sara, "excuse_obligation", obligation(&office, "visits", reason.clone())),
        "partners.decide"
    );
    assert_eq!(
        refused(&office, &mona, "excuse_obligation", obligation(&office, "visits", reason.clone())),
        "partners.own_excuse"
    );
    office.done(&abdo, "partners.excuse_obligation", obligation(&office, "visits", reason));
    days_later(&mut office, 30);
    assert_eq!(standings(&office, "mou")[1].1, "late");
    assert_eq!(office.tasks(&office.supervisor, "obligations_theirs_late"), 1);
    let page = office.done(&office.finance, "partners.list", json!({}));
    let line = page["lines"].as_array().unwrap().iter().find(|line| line["partner"] == id("maarif")).unwrap().clone();
    assert_eq!((&line["theirs_late"], &line["ours_late"]), (&json!(1), &json!(0)));
    // After the signature something is added only with what it rests on.
    let mut more = owed("more", "mou", "ours", "2027-01-01", sara_herself);
    assert_eq!(refused(&office, &office.researcher, "add_obligation", more.clone()), "partners.basis_missing");
    more["obligation"]["basis"] = json!("محضر اجتماع 12");
    office.done(&office.researcher, "partners.add_obligation", more);
    assert_eq!(office.tasks(&office.researcher, "obligation_due"), 1, "within the days of reminding");
}

#[test]
fn an_agreement_is_renewed_expires_and_is_ended_with_what_stays_open() {
    let mut office = signed();
    let mut other = proposal("second");
    other["renews"] = json!(id("mou"));
    other["terms"]["starts"] = json!("2027-02-08");
    other["terms"]["ends"] = json!("2028-02-07");
    other["parties"] = json!([]);
    office.done(&office.researcher, "partners.propose", other.clone());
    let mut third = other.clone();
    third["id"] = json!(id("third"));
    assert_eq!(refused(&office, &office.researcher, "propose", third), "partners.renewed_already");
    office.done(
        &office.researcher,
        "partners.add_obligation",
        owed("again", "second", "theirs", "2027-06-01", Value::Null),
    );
    office.done(&office.researcher, "partners.ask_approval", of(&office, "second", json!({})));
    office.done(&office.supervisor, "partners.approve", of(&office, "second", json!({})));
    let mut sign = signature();
    (sign["starts"], sign["ends"]) = (json!("2027-02-08"), json!("2028-02-07"));
    office.done(&office.researcher, "partners.sign", of(&office, "second", sign));
    assert_eq!((standing(&office, "mou").as_str(), standing(&office, "second").as_str()), ("active", "signed"));
    let early = of(&office, "mou", json!({ "obligations": [id("halls")], "reason": "x" }));
    assert_eq!(refused(&office, &office.supervisor, "close_obligations", early), "partners.still_in_force");
    days_later(&mut office, 90);
    assert_eq!((standing(&office, "mou").as_str(), standing(&office, "second").as_str()), ("renewed", "active"));
    let sheet = page(&office, "mou");
    assert_eq!(sheet["left_open"], 4, "nobody settled them");
    assert_eq!(sheet["renewed_by"]["agreement"], id("second"));
    assert_eq!(office.tasks(&office.supervisor, "agreement_left_open"), 1);
    let closed =
        of(&office, "mou", json!({ "obligations": [id("halls"), id("seats")], "reason": "انتقل إلى المذكرة الجديدة" }));
    assert_eq!(refused(&office, &office.researcher, "close_obligations", closed.clone()), "partners.decide");
    office.done(&office.supervisor, "partners.close_obligations", closed);
    let own = of(&office, "mou", json!({ "obligations": [id("report")], "reason": "x" }));
    assert_eq!(
        refused(&office, &office.supervisor, "close_obligations", own.clone()),
        "partners.own_excuse",
        "hers to do"
    );
    office.done(&office.committee, "partners.close_obligations", own);
    assert_eq!(page(&office, "mou")["left_open"], 1);

    let end = of(
        &office,
        "second",
        json!({ "terminated_on": "2027-02-19", "reason": "تغيّر نشاط الشريك", "stay": [id("again")] }),
    );
    assert_eq!(refused(&office, &office.researcher, "terminate", end.clone()), "partners.decide");
    let mut ahead = end.clone();
    ahead["terminated_on"] = json!("2027-03-01");
    assert_eq!(refused(&office, &office.supervisor, "terminate", ahead), "partners.terminated_later");
    office.done(&office.supervisor, "partners.terminate", end);
    assert_eq!(
        (standing(&office, "second").as_str(), page(&office, "second")["left_open"].clone()),
        ("terminated", json!(1))
    );
    let again = json!({ "terminated_on": "2027-02-19", "reason": "x" });
    assert_eq!(refused(&office, &office.supervisor, "terminate", of(&office, "second", again)), "partners.step");
    let mut renewing = proposal("fourth");
    renewing["renews"] = json!(id("second"));
    assert_eq!(refused(&office, &office.researcher, "propose", renewing), "partners.not_renewable");
    // On a day before it was ended it was in force; K17 of that day says so.
    let period = json!({ "from": "2027-02-01", "until": "2027-02-15" });
    assert_eq!(office.done(&office.finance, "partners.figures", period)["active"], 1);
    let sheet = office.done(&office.finance, "partners.open", json!({ "partner": id("maarif") }));
    assert_eq!(sheet["standing"], "former");
}

#[test]
fn what_a_partner_gave_is_struck_out_never_rewritten_and_money_is_compared_with_the_books() {
    let office = signed();
    let sara = &office.researcher;
    let given = |kind: &str, amount: Value, receipt: &str| {
        json!({ "id": id(&format!("given-{kind}")), "partner": id("maarif"), "kind": kind, "text": "كفالة تدريب",
                "amount": amount, "day": TODAY, "receipt": receipt, "agreement": id("mou") })
    };
    assert_eq!(refused(&office, sara, "add_contribution", given("money", Value::Null, "")), "partners.amount_missing");
    assert_eq!(
        refused(&office, sara, "add_contribution", given("in_kind", json!(5), "RV-2026-1")),
        "partners.receipt_of_money"
    );
    office.done(sara, "partners.add_contribution", given("money", json!(12_000_000), "RV-2026-99999"));
    office.done(sara, "partners.add_contribution", given("in_kind", json!(6_900_000), ""));
    let sheet = sheet_of(&office);
    let money = sheet["contributions"].as_array().unwrap().iter().find(|one| one["kind"] == "money").unwrap().clone();
    assert_eq!(money["booked"], false, "no such receipt stands in the books");
    assert_eq!(sheet["given"][0]["amount"], 12_000_000);
    let strike = json!({ "id": id("given-money"), "kind": "contribution", "reason": "سُجّلت مرتين" });
    office.done(sara, "partners.strike", strike.clone());
    assert_eq!(refused(&office, sara, "strike", strike), "partners.struck_already");
    let sheet = sheet_of(&office);
    assert_eq!((&sheet["given"][0]["amount"], &sheet["given"][1]["amount"]), (&json!(0), &json!(6_900_000)));
    assert_eq!(sheet["contributions"].as_array().unwrap().len(), 2, "it stays to be read");

    let programme = json!({ "programme": id("families"), "name": "الأسر المنتجة", "active": true });
    assert_eq!(refused(&office, sara, "save_programme", programme.clone()), "partners.manage");
    office.done(&office.supervisor, "partners.save_programme", programme);
    let align = |score: i64| {
        json!({ "partner": id("maarif"), "version": sheet_of(&office)["record"]["number"], "programme": id("families"),
                "score": score, "note": "التدريب محور خطتهم" })
    };
    assert_eq!(refused(&office, sara, "align", align(4)), "partners.score_range");
    office.done(sara, "partners.align", align(3));
    assert_eq!(sheet_of(&office)["alignments"][0]["score"], 3);
    let map = office.done(sara, "partners.map", json!({}));
    let components = map["components"].as_array().unwrap();
    let private = components.iter().find(|one| one["component"]["code"] == "private_sector").unwrap();
    assert_eq!(private["partners"].as_array().unwrap().len(), 2);
    for (command, input) in [
        ("partners.agreement_paper", json!({ "agreement": id("mou") })),
        ("partners.report_paper", json!({ "partner": id("maarif"), "from": "2026-01-01", "until": TODAY })),
    ] {
        let paper = office.done(sara, command, input);
        assert!(!paper["pages"].as_array().unwrap().is_empty(), "{command}");
    }
}

#[test]
fn a_dispute_is_a_request_and_whoever_may_not_see_it_does_not_see_it_here() {
    let office = signed();
    let asked = json!({ "id": id("dispute"), "kind": "dispute", "applicant_name": "شركة معارف", "channel": "letter",
                        "subject": "خلاف على موعد القاعات", "received_on": TODAY });
    let request = office.done(&office.researcher, "requests.add", asked)["request"].clone();
    let link = |request: &Value, linked: bool| of(&office, "mou", json!({ "request": request, "linked": linked }));
    let unknown = office.call(&office.researcher, "partners.link_dispute", link(&json!(id("moon")), true));
    assert!(unknown.is_err(), "no such request");
    office.done(&office.researcher, "partners.link_dispute", link(&request, true));
    assert_eq!(refused(&office, &office.researcher, "link_dispute", link(&request, true)), "partners.stands_so");
    assert_eq!(page(&office, "mou")["disputes"][0]["request"], request);
    office.done(&office.researcher, "partners.link_dispute", link(&request, false));
    assert_eq!(page(&office, "mou")["disputes"], json!([]));
}
