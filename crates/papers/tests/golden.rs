//! Pages as people see them, compared with pictures that people have looked at.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod helpers;

use helpers::applications::{self, APPRAISAL, FORM, appraisal_data};
use helpers::assessments::{ASSESSMENT_FORM, research_data};
use helpers::committees::{AGENDA, MINUTES, POLICY, agenda_data, minutes_data, policy_data};
use helpers::follow_up::{ROUND_LIST, VISIT_FORM, form_data, round_data};
use helpers::golden::{assert_pages, difference, read};
use helpers::holds::{HOLD_DECISION, TWO_WAYS, hold_data, two_ways_data};
use helpers::questionnaires;
use helpers::reports::{EXECUTIVE_REPORT, WORK_MONTH, report_data, work_month_data};
use helpers::requests::{CARD, LETTER, RECEIPT, card_data, letter_data, receipt_data};
use helpers::services::{ANNOUNCEMENT, CALLS, SERVICE_FORM, calls_data, service_data};
use helpers::*;
use papers::Digits;
use serde_json::{Value, json};

fn specimen_data() -> Value {
    let row = |place: i64| {
        json!([place, {"hijri": format!("1448/{place:02}/15"), "gregorian": format!("2026/{:02}/01", place + 6)},
            if place == 2 { "سداد جزئي مع تأجيل الباقي إلى القسط التالي بموافقة اللجنة في جلستها الثالثة" } else { "قسط شهري" },
            if place == 3 { -50_005 } else { 200_000 * place }, 2_400_000 - 200_000 * place])
    };
    json!({
        "title": "نموذج عناصر الأوراق", "day": {"hijri": "1448/01/01", "gregorian": "2026/06/16"},
        "person": "عبد الرحمن بن محمد بن عبد العزيز آل الشيخ أبو حيمد",
        "rows": (1..=5).map(row).collect::<Vec<_>>(), "total": 123_456_789,
    })
}

#[test]
fn every_shared_element_in_latin_digits() {
    assert_pages("specimen_latin", &set(&SPECIMEN, &arabic(Digits::Latin), &specimen_data()), &[0]);
}

#[test]
fn every_shared_element_in_arabic_digits_on_demonstration_data() {
    let style = papers::Style { demo: true, ..arabic(Digits::Arabic) };
    assert_pages("specimen_arabic_demo", &set(&SPECIMEN, &style, &specimen_data()), &[0]);
}

#[test]
fn the_recovery_sheet_fits_one_page_in_either_language() {
    for (name, style) in [("recovery_sheet_ar", arabic(Digits::Arabic)), ("recovery_sheet_en", english())] {
        let paper = set(&RECOVERY_SHEET, &style, &recovery_data());
        assert_pages(name, &paper, &[0]);
        assert_eq!(paper.pages(), 1, "one sheet goes into the safe");
    }
}

#[test]
fn the_audit_report_runs_over_pages_with_its_head_repeated() {
    let paper = set(&AUDIT_REPORT, &arabic(Digits::Latin), &audit_data(60));
    let last = paper.pages() - 1;
    assert!(last >= 2, "60 lines need three pages or more, so that a middle page is seen");
    assert_pages("audit_report_latin", &paper, &[0, 1, last]);
    assert_pages("audit_report_arabic", &set(&AUDIT_REPORT, &arabic(Digits::Arabic), &audit_data(6)), &[0]);
}

#[test]
fn a_broken_chain_is_said_in_red_and_an_empty_period_in_words() {
    let mut data = audit_data(0);
    data["chain"]["intact"] = json!(false);
    data["chain"]["broken_at"] = json!(734);
    assert_pages("audit_report_broken", &set(&AUDIT_REPORT, &english(), &data), &[0]);
}

#[test]
fn the_board_stands_on_two_pages_and_says_where_there_is_nothing_to_measure() {
    let paper = set(&DASHBOARD, &arabic(Digits::Arabic), &board_data());
    assert_eq!(paper.pages(), 2, "one sheet of paper, both sides");
    assert_pages("dashboard_arabic", &paper, &[0, 1]);
    assert_pages("dashboard_english", &set(&DASHBOARD, &english(), &board_data()), &[0]);
}

#[test]
fn a_committee_has_its_invitation_its_minutes_and_its_policies() {
    let latin = arabic(Digits::Latin);
    assert_pages("meeting_agenda_latin", &set(&AGENDA, &latin, &agenda_data()), &[0]);
    let sealed = set(&MINUTES, &arabic(Digits::Arabic), &minutes_data(true));
    assert!(sealed.pages() <= 3, "minutes are short: {} pages", sealed.pages());
    assert_pages("meeting_minutes_sealed_arabic", &sealed, &[0, 1]);
    assert_pages("meeting_minutes_open_latin", &set(&MINUTES, &latin, &minutes_data(false)), &[0]);
    assert_pages("policy_arabic", &set(&POLICY, &arabic(Digits::Arabic), &policy_data()), &[0]);
}

#[test]
fn the_social_research_has_its_form_blank_and_filled_in() {
    for (name, style, filled) in [
        ("assessment_form_blank_latin", arabic(Digits::Latin), false),
        ("assessment_form_filled_arabic", arabic(Digits::Arabic), true),
    ] {
        let paper = set(&ASSESSMENT_FORM, &style, &research_data(filled));
        let pages: Vec<usize> = (0..paper.pages()).collect();
        assert_pages(name, &paper, &pages);
        assert!(pages.len() <= 2, "{name}: one sheet of paper, both sides");
    }
}

#[test]
fn a_visit_has_its_form_on_one_page_to_write_on_and_filled_in() {
    for (name, style, done) in [
        ("visit_form_blank_latin", arabic(Digits::Latin), false),
        ("visit_form_filled_arabic", arabic(Digits::Arabic), true),
    ] {
        let paper = set(&VISIT_FORM, &style, &form_data(done));
        assert_pages(name, &paper, &[0]);
        assert_eq!(paper.pages(), 1, "{name}: one sheet is taken along");
    }
}

#[test]
fn a_hold_has_its_file_with_what_was_decided() {
    assert_pages("hold_decision_latin", &set(&HOLD_DECISION, &arabic(Digits::Latin), &hold_data()), &[0]);
    let mut open = hold_data();
    (open["decision"], open["steps"]) = (Value::Null, json!([]));
    assert_pages("hold_decision_open_arabic", &set(&HOLD_DECISION, &arabic(Digits::Arabic), &open), &[0]);
}

#[test]
fn what_both_sides_kept_stands_side_by_side() {
    let paper = set(&TWO_WAYS, &arabic(Digits::Arabic), &two_ways_data());
    assert_pages("two_ways_arabic", &paper, &[0]);
    assert_eq!(paper.pages(), 1, "one page for three projects");
}

#[test]
fn a_month_is_reported_with_what_changed_for_better_and_worse() {
    let issued = set(&EXECUTIVE_REPORT, &arabic(Digits::Arabic), &report_data(true));
    let pages: Vec<usize> = (0..issued.pages()).collect();
    assert_pages("executive_report_arabic", &issued, &pages);
    let draft = set(&EXECUTIVE_REPORT, &arabic(Digits::Latin), &report_data(false));
    assert_pages("executive_report_draft_latin", &draft, &[0]);
}

#[test]
fn the_month_of_one_person_stands_on_one_page() {
    let paper = set(&WORK_MONTH, &arabic(Digits::Arabic), &work_month_data());
    assert_pages("work_month_arabic", &paper, &[0]);
    assert_eq!(paper.pages(), 1);
}

#[test]
fn a_round_stands_on_one_page() {
    let paper = set(&ROUND_LIST, &arabic(Digits::Latin), &round_data());
    assert_pages("round_list_latin", &paper, &[0]);
    assert_eq!(paper.pages(), 1, "one sheet for one round");
}

#[test]
fn an_application_has_its_form_its_study_and_its_letter() {
    for (name, style, filled) in [
        ("application_form_blank_latin", arabic(Digits::Latin), false),
        ("application_form_filled_arabic", arabic(Digits::Arabic), true),
    ] {
        let paper = set(&FORM, &style, &applications::form_data(filled));
        assert_pages(name, &paper, &[0]);
        assert!(filled || paper.pages() == 1, "{name}: one sheet is filled in by hand");
    }
    let study = set(&APPRAISAL, &arabic(Digits::Latin), &appraisal_data());
    assert_pages("application_appraisal_latin", &study, &[0, 1]);
    assert_eq!(study.pages(), 2, "both sides of one sheet");
    for (name, approved) in [("application_letter_approved", true), ("application_letter_rejected", false)] {
        let paper = set(&applications::LETTER, &arabic(Digits::Latin), &applications::letter_data(approved));
        assert_pages(name, &paper, &[0]);
        assert_eq!(paper.pages(), 1, "{name}");
    }
}

#[test]
fn a_decision_its_receipt_and_a_referral_stand_on_one_page_each() {
    for (name, template, style, data) in [
        ("request_letter_latin", &LETTER, arabic(Digits::Latin), letter_data(0)),
        ("request_letter_final_arabic", &LETTER, arabic(Digits::Arabic), letter_data(2)),
        ("request_receipt_arabic", &RECEIPT, arabic(Digits::Arabic), receipt_data()),
        ("referral_card_latin", &CARD, arabic(Digits::Latin), card_data()),
    ] {
        let paper = set(template, &style, &data);
        assert_pages(name, &paper, &[0]);
        assert_eq!(paper.pages(), 1, "{name}: one sheet");
    }
}

#[test]
fn an_agreement_is_a_draft_until_it_is_signed_and_a_partner_has_a_report() {
    use helpers::partners::{AGREEMENT, REPORT, agreement_data, report_data};
    for (name, style, draft) in [
        ("agreement_draft_arabic", arabic(Digits::Arabic), true),
        ("agreement_signed_latin", arabic(Digits::Latin), false),
    ] {
        let paper = set(&AGREEMENT, &style, &agreement_data(draft));
        assert_pages(name, &paper, &[0, 1]);
    }
    let report = set(&REPORT, &arabic(Digits::Latin), &report_data());
    assert_pages("partner_report_latin", &report, &[0, 1]);
}

#[test]
fn a_form_has_its_code_on_each_sheet_and_results_say_what_is_hidden() {
    let form = set(&questionnaires::FORM, &arabic(Digits::Latin), &questionnaires::form_data(false));
    assert_pages("questionnaire_form_latin", &form, &[0, 1]);
    assert_eq!(form.pages(), 2, "each sheet on one page");
    let letter = set(&questionnaires::FORM, &arabic(Digits::Arabic), &questionnaires::form_data(true));
    assert_pages("questionnaire_rating_arabic", &letter, &[0]);
    for (name, hidden) in [("questionnaire_results_latin", None), ("questionnaire_results_hidden", Some("too_few"))] {
        let results = set(&questionnaires::RESULTS, &arabic(Digits::Latin), &questionnaires::results_data(hidden));
        assert_pages(name, &results, &(0..results.pages()).collect::<Vec<_>>());
    }
}

#[test]
fn a_service_has_its_announcement_its_form_and_its_calls() {
    for (name, template, style, data) in [
        ("service_announcement_latin", &ANNOUNCEMENT, arabic(Digits::Latin), service_data(true)),
        ("service_announcement_draft_arabic", &ANNOUNCEMENT, arabic(Digits::Arabic), service_data(false)),
        ("service_form_latin", &SERVICE_FORM, arabic(Digits::Latin), service_data(true)),
        ("service_calls_latin", &CALLS, arabic(Digits::Latin), calls_data()),
    ] {
        let paper = set(template, &style, &data);
        assert_pages(name, &paper, &[0]);
        assert_eq!(paper.pages(), 1, "{name}: one sheet");
    }
}

#[test]
fn the_assembly_has_its_register_and_its_cards() {
    use helpers::assembly::{MEMBER_CARD, REGISTER, member_card_data, register_data};
    for (name, template, data) in [
        ("assembly_card_latin", &MEMBER_CARD, member_card_data()),
        ("assembly_register_latin", &REGISTER, register_data()),
    ] {
        let paper = set(template, &arabic(Digits::Latin), &data);
        assert_pages(name, &paper, &[0]);
        assert_eq!(paper.pages(), 1, "{name}: one sheet");
    }
}

#[test]
fn a_programme_has_its_tree_in_two_views_and_its_report() {
    use helpers::programmes::{CHANGE, FRAMEWORK, PROGRAMME, programme_data, tree_data};
    let framework = set(&FRAMEWORK, &arabic(Digits::Latin), &tree_data(true));
    assert_pages("logical_framework_latin", &framework, &[0]);
    let change = set(&CHANGE, &arabic(Digits::Arabic), &tree_data(false));
    assert_pages("theory_of_change_arabic", &change, &[0]);
    let report = set(&PROGRAMME, &arabic(Digits::Latin), &programme_data());
    assert_pages("programme_report_latin", &report, &(0..report.pages()).collect::<Vec<_>>());
}

#[test]
fn the_comparison_sees_one_changed_figure_and_overlooks_a_softer_edge() {
    let page = |total: i64| {
        let mut data = specimen_data();
        data["total"] = json!(total);
        read(&set(&SPECIMEN, &arabic(Digits::Latin), &data).png(0, 96).unwrap(), "specimen")
    };
    let expected = page(123_456_789);
    assert_eq!(difference(&expected, &expected), None, "a page equals itself");
    assert!(difference(&expected, &page(923_456_789)).is_some(), "one wrong figure in a total is a different paper");
    let mut softer = expected.clone();
    softer
        .pixels_mut()
        .filter(|pixel| pixel.0 != [255; 3])
        .step_by(8)
        .for_each(|pixel| pixel.0 = pixel.0.map(|channel| channel.saturating_add(6)));
    assert_eq!(difference(&expected, &softer), None, "rounding of edges on another machine is no difference");
}
