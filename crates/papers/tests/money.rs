//! The papers about money, and the beneficiary's file: pages as people see them, compared with pictures that people have
//! looked at.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod helpers;

use helpers::golden::assert_pages;
use helpers::money::*;
use helpers::purchases::{ASSET_LIST, DELIVERY_RECORD, PURCHASE_ORDER, assets_data, delivery_data, order_data};
use helpers::*;
use papers::Digits;
use serde_json::json;

#[test]
fn a_receipt_says_what_came_and_what_it_paid() {
    assert_pages("receipt_arabic", &set(&RECEIPT, &arabic(Digits::Arabic), &receipt_data()), &[0]);
    let mut undone = receipt_data();
    undone["undone"] = json!(true);
    undone["rows"] = json!([]);
    assert_pages("receipt_undone_latin", &set(&RECEIPT, &arabic(Digits::Latin), &undone), &[0]);
}

#[test]
fn a_statement_runs_from_the_movements_to_the_plan() {
    let paper = set(&STATEMENT, &arabic(Digits::Latin), &statement_data());
    assert_eq!(paper.pages(), 2, "a year of instalments goes onto one sheet, both sides");
    assert_pages("statement_latin", &paper, &[0, 1]);
    assert_pages("statement_arabic", &set(&STATEMENT, &arabic(Digits::Arabic), &statement_data()), &[0]);
}

#[test]
fn a_plan_of_a_year_stands_on_one_page_to_be_signed() {
    let paper = set(&PLAN, &arabic(Digits::Arabic), &plan_data());
    assert_pages("plan_arabic", &paper, &[0]);
    assert_pages("plan_latin", &set(&PLAN, &arabic(Digits::Latin), &plan_data()), &[0]);
}

#[test]
fn an_annex_shows_the_plan_before_beside_the_plan_after() {
    let paper = set(&ANNEX, &arabic(Digits::Arabic), &annex_data());
    assert_eq!(paper.pages(), 2, "a plan of two years goes onto one sheet, both sides");
    assert_pages("annex_arabic", &paper, &[0]);
    let mut undone = annex_data();
    undone["undone"] = json!(true);
    undone["after"]["rows"] = json!([]);
    assert_pages("annex_undone_latin", &set(&ANNEX, &arabic(Digits::Latin), &undone), &[0]);
}

#[test]
fn a_voucher_of_each_side_has_its_own_places_to_sign() {
    for side in ["receipt", "payment", "journal"] {
        let digits = if side == "payment" { Digits::Latin } else { Digits::Arabic };
        let paper = set(&VOUCHER, &arabic(digits), &voucher_data(side));
        assert_eq!(paper.pages(), 1, "a {side} is one sheet");
        assert_pages(&format!("voucher_{side}"), &paper, &[0]);
    }
}

#[test]
fn a_trial_balance_repeats_its_head_and_closes_with_its_totals() {
    let paper = set(&TRIAL_BALANCE, &arabic(Digits::Latin), &trial_balance_data(60));
    let last = paper.pages() - 1;
    assert!(last >= 1, "sixty accounts need more than a page");
    assert_pages("trial_balance_latin", &paper, &[0, last]);
    assert_pages("trial_balance_empty", &set(&TRIAL_BALANCE, &arabic(Digits::Arabic), &trial_balance_data(0)), &[0]);
}

#[test]
fn a_file_says_what_is_known_and_what_is_missing() {
    let paper = set(&CASE_FILE, &arabic(Digits::Arabic), &case_file_data());
    let pages: Vec<usize> = (0..paper.pages()).collect();
    assert_pages("case_file_arabic", &paper, &pages);
    assert_pages("case_file_latin", &set(&CASE_FILE, &arabic(Digits::Latin), &case_file_data()), &[0]);
}

#[test]
fn a_promissory_note_has_its_seven_parts_and_a_page_of_its_own() {
    let paper = set(&PROMISSORY_NOTE, &arabic(Digits::Arabic), &notes_data(true));
    assert_eq!(paper.pages(), 1);
    assert_pages("promissory_note_sight_arabic", &paper, &[0]);
    let paper = set(&PROMISSORY_NOTE, &arabic(Digits::Latin), &notes_data(false));
    assert_eq!(paper.pages(), 2, "a page for each instalment");
    assert_pages("promissory_note_instalments_latin", &paper, &[1]);
}

#[test]
fn the_clearance_letter_says_that_nothing_is_owed() {
    let paper = set(&CLEARANCE, &arabic(Digits::Arabic), &clearance_data());
    assert_eq!(paper.pages(), 1);
    assert_pages("clearance_arabic", &paper, &[0]);
}

#[test]
fn a_purchase_has_its_order_its_record_and_its_list_of_assets() {
    let paper = set(&PURCHASE_ORDER, &arabic(Digits::Arabic), &order_data());
    assert_eq!(paper.pages(), 1);
    assert_pages("purchase_order_arabic", &paper, &[0]);
    let blank = set(&DELIVERY_RECORD, &arabic(Digits::Latin), &delivery_data(true));
    assert_eq!(blank.pages(), 1);
    assert_pages("delivery_record_blank_latin", &blank, &[0]);
    assert_pages(
        "delivery_record_filled_arabic",
        &set(&DELIVERY_RECORD, &arabic(Digits::Arabic), &delivery_data(false)),
        &[0],
    );
    assert_pages("asset_list_latin", &set(&ASSET_LIST, &arabic(Digits::Latin), &assets_data()), &[0]);
}
