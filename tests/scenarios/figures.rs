//! Figures that features hang on the board: each beside the rows behind it, of any period, for whoever asks.

use crate::loans::{Lending, TODAY, id};
use crate::office::Story;
use office::figure::{Behind, FigureUnit};
use serde_json::{Value, json};

const YEAR: (&str, &str) = ("2025-11-22", "2026-11-21");

/// All rows behind a figure.
fn rows(story: &Story, figure: &str, part: &str) -> Vec<Value> {
    let mut all = Vec::new();
    loop {
        let asked = json!({ "figure": figure, "from": YEAR.0, "until": YEAR.1, "part": part, "limit": 500,
                            "offset": all.len() });
        let page = story.told("dashboard.rows", asked);
        let lines = page["lines"].as_array().unwrap().clone();
        let last = lines.len() < 500;
        all.extend(lines);
        if last {
            assert_eq!(page["total"], all.len(), "{figure}");
            return all;
        }
    }
}

#[test]
fn every_figure_is_what_its_rows_say() {
    let story = Story::demonstrated();
    let span = office::span::Span { from: YEAR.0.parse().unwrap(), until: YEAR.1.parse().unwrap() };
    let asked = json!({ "kind": "year", "calendar": "gregorian", "day": "2026-11-21" });
    let board = story.told("dashboard.figures", asked);
    for figure in app::FEATURES.figures() {
        for key in ["title", "says"] {
            for language in [office::words::Language::Ar, office::words::Language::En] {
                let key = format!("figure.{}.{key}", figure.name);
                assert!(office::words::find(&key, language).is_some(), "locales/: add {} for {key}", language.name());
            }
        }
        let Behind::Rows(_) = figure.behind else { continue };
        let all = rows(&story, figure.name, "");
        let shown = board["figures"].as_array().unwrap().iter().find(|one| one["name"] == figure.name).unwrap();
        assert_eq!(shown["target"]["asks"]["figure"], figure.name);
        // The year of the board is another than that of the rows: asked again by its own.
        let own = &shown["target"]["asks"];
        let own = json!({ "figure": figure.name, "from": own["from"], "until": own["until"], "limit": 500 });
        let page = story.told("dashboard.rows", own);
        let lines = page["lines"].as_array().unwrap();
        let judged = || lines.iter().filter(|line| !line["counts"].is_null());
        let counted = judged().filter(|line| line["counts"] == true).count();
        if page["total"].as_i64().unwrap() > 500 {
            continue;
        }
        if let (Some(n), Some(of)) = (shown["now"]["of"][0].as_i64(), shown["now"]["of"][1].as_i64()) {
            assert_eq!((n, of), (counted as i64, judged().count() as i64), "{}", figure.name);
        } else if figure.unit == FigureUnit::Count {
            let rows = if judged().count() > 0 { counted } else { lines.len() };
            assert_eq!(shown["now"]["value"], rows, "{}", figure.name);
        }
        for part in shown["now"]["parts"].as_array().unwrap() {
            let key = part["key"].as_str().unwrap();
            let marked = lines.iter().filter(|line| line["parts"].as_array().unwrap().contains(&part["key"]));
            let counts_rows = part["unit"] == "count" && !["persons"].contains(&key);
            if counts_rows {
                assert_eq!(part["value"], marked.count(), "{}: {key}", figure.name);
            }
            let words = part["label_key"].as_str().unwrap();
            let said = words.is_empty() || office::words::find(words, office::words::Language::Ar).is_some();
            assert!(said, "locales/: add {words}");
        }
        assert!(all.iter().all(|row| row["on"].is_null() || row["on"].as_str().unwrap() <= YEAR.1), "{}", figure.name);
        assert!(span.holds(span.from));
    }
}

#[test]
fn the_demonstration_has_something_behind_every_figure_of_the_board() {
    let story = Story::demonstrated();
    let board = story.told("dashboard.figures", json!({ "kind": "year", "calendar": "gregorian" }));
    let names: Vec<&str> =
        board["figures"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    for code in ["K1", "K2", "K3", "K4", "K5", "K8", "K9", "K10", "K11", "K13", "K17", "K23", "K24", "K30"] {
        assert!(names.contains(&code), "{code} is on the board: {names:?}");
    }
    let silent: Vec<&Value> = board["figures"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["now"]["value"].is_null())
        .map(|one| &one["code"])
        .collect();
    assert!(silent.len() <= 2, "figures without data in a year of the demonstration: {silent:?}");
    assert_eq!(board["months"].as_array().unwrap().len(), 12);
    assert_eq!((&board["kind"], &board["number"], &board["span"]["until"]), (&json!("year"), &json!(0), &json!(TODAY)));
    let quarter = story.told("dashboard.figures", json!({ "calendar": "hijri" }));
    assert_eq!((&quarter["year"], &quarter["number"]), (&json!(1448), &json!(2)));
}

#[test]
fn terms_are_counted_also_after_the_clock_has_stopped() {
    let office = Lending::open();
    let asked = json!({ "id": id("ask"), "kind": "inquiry", "party": id("noura"), "channel": "phone",
                        "subject": "موعد", "received_on": "2026-11-01" });
    office.done(&office.researcher, "requests.add", asked);
    let to = json!({ "requests": [id("ask")], "to": office.person("sara") });
    office.done(&office.supervisor, "requests.assign", to);
    let version =
        office.done(&office.committee, "requests.open", json!({ "request": id("ask") }))["record"]["number"].clone();
    let closed = json!({ "id": id("ask"), "version": version, "to": "closed", "answer": "الأحد" });
    office.done(&office.researcher, "requests.advance", closed);
    let board =
        office.done(&office.supervisor, "dashboard.figures", json!({ "kind": "month", "calendar": "gregorian" }));
    let of = |code: &str| board["figures"].as_array().unwrap().iter().find(|one| one["code"] == code).unwrap().clone();
    assert_eq!(of("K4")["now"]["of"], json!([0, 1]), "answered long after its three days");
    let asked = json!({ "figure": "requests.on_time", "from": "2026-11-01", "until": TODAY });
    let page = office.done(&office.supervisor, "dashboard.rows", asked);
    assert_eq!((&page["lines"][0]["counts"], &page["total"]), (&json!(false), &json!(1)));
    assert!(page["lines"][0]["due"].is_string(), "the end of its term is told: {page}");
    assert_eq!(of("K13")["now"]["value"], Value::Null, "no complaint fell due: no data, and no 0 %");
    assert_eq!(of("K13")["now"]["of"], json!([0, 0]));
    let unknown = json!({ "figure": "requests.colour", "from": TODAY, "until": TODAY });
    assert!(office.call(&office.supervisor, "dashboard.rows", unknown).is_err());
    let ahead = json!({ "kind": "month", "day": "2026-12-31" });
    assert_eq!(office.refused(&office.supervisor, "dashboard.figures", ahead), "office.future_day");
}

#[test]
fn a_restricted_complaint_is_in_no_figure_report_or_export_of_who_may_not_see_it() {
    let office = Lending::open();
    let department = json!({ "id": id("reception"), "name": "الاستقبال", "active": true });
    office.done(&office.supervisor, "requests.save_department", department);
    let (_, majed) = office.story.with("ماجد الصالح", "majed", "supervisor");
    let place = json!({ "person": office.person("mona"), "department": id("reception") });
    office.done(&majed, "requests.place_person", place);
    let secret = json!({ "id": id("secret"), "kind": "complaint", "party": id("noura"), "channel": "phone",
                         "subject": "سوء استقبال", "received_on": "2026-11-01", "restricted": true,
                         "against": id("reception") });
    office.done(&office.researcher, "requests.add", secret);
    let month = json!({ "id": id("report"), "day": "2026-10-10", "calendar": "gregorian" });
    office.done(&majed, "reports.begin", month);
    for (who, caller, sees) in [
        ("supervisor of the reception", &office.supervisor, false),
        ("supervisor without a department", &majed, true),
        ("committee", &office.committee, true),
        ("finance", &office.finance, false),
    ] {
        let asked = json!({ "kind": "month", "calendar": "gregorian" });
        let board = office.done(caller, "dashboard.figures", asked);
        let of =
            |code: &str| board["figures"].as_array().unwrap().iter().find(|one| one["code"] == code).unwrap().clone();
        assert_eq!(of("K5")["now"]["value"], i64::from(sees), "{who}: open");
        assert_eq!(of("K13")["now"]["of"][1], i64::from(sees), "{who}: complaints due");
        let nobody = of("K30")["now"]["parts"]
            .as_array()
            .unwrap()
            .iter()
            .find(|part| part["key"] == "unassigned")
            .unwrap()["value"]
            .clone();
        let files = office.done(
            caller,
            "dashboard.rows",
            json!({ "figure": "requests.workload", "from": "2026-11-01", "until": TODAY }),
        );
        assert_eq!(files.to_string().contains("سوء استقبال"), sees, "{who}: workload");
        assert!(nobody.as_i64().unwrap() >= i64::from(sees));
        let rows = json!({ "figure": "requests.open", "from": "2026-11-01", "until": TODAY, "text": "استقبال" });
        assert_eq!(office.done(caller, "dashboard.rows", rows)["total"], i64::from(sees), "{who}: rows");
    }
    for (caller, sees) in [(&office.supervisor, false), (&majed, true)] {
        let party = json!({ "party": id("noura") });
        let handed = office.done(caller, "privacy.person", party);
        let file = office.story.office.fetch(caller, handed["ticket"].as_str().unwrap()).unwrap();
        let book = sheets::read(&file.into_bytes().unwrap(), "person.xlsx", &sheets::Limits::default()).unwrap();
        let there =
            book.sheets.iter().any(|sheet| sheet.rows.iter().flatten().any(|cell| cell.text().contains("سوء استقبال")));
        assert_eq!(there, sees, "what is taken along");
    }
}
