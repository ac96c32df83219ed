//! The screens of the program, so that what is proven of one is proven of all.

use sharaka_tests::Page;

/// Every screen a signed-in administrator can open, by its address.
pub const SCREENS: &[&str] = &[
    "home",
    "tasks",
    "beneficiaries",
    "beneficiaries?do=add",
    "beneficiaries?status=active&day=2026-01-01",
    "loans",
    "projects",
    "loans?tab=products",
    "loans?tab=products&do=product",
    "loans/new",
    "applications",
    "applications/new",
    "applications/rules",
    "guarantees",
    "holds",
    "purchases",
    "assessments",
    "requests",
    "assembly",
    "assembly?do=add",
    "committees",
    "committees?do=add",
    "committees/meetings",
    "committees/meetings?do=call",
    "committees/meetings?do=enter",
    "committees/decisions",
    "policies",
    "policies?do=add",
    "policies/references",
    "policies/figures",
    "partners",
    "partners?tab=agreements",
    "partners?tab=obligations",
    "partners?tab=map",
    "partners?tab=figures",
    "partners?do=add",
    "partners?tab=agreements&do=propose",
    "partners/settings",
    "agreements",
    "programmes",
    "programmes?tab=initiatives",
    "programmes?tab=supports",
    "programmes?do=add",
    "initiatives",
    "questionnaires",
    "questionnaires?tab=findings",
    "questionnaires?tab=actions",
    "questionnaires?tab=offers",
    "questionnaires?do=add",
    "rate",
    "reach",
    "reach?tab=identities",
    "reach?tab=gaps",
    "reach?tab=month",
    "figures",
    "home?tab=cases",
    "reports",
    "reports?do=begin",
    "privacy",
    "services",
    "services?do=add",
    "services/decisions",
    "collection",
    "collection?tab=late",
    "collection?tab=portfolio",
    "collection?tab=received",
    "collection?tab=quick",
    "follow-up",
    "follow-up?tab=visits",
    "follow-up?tab=commitments",
    "follow-up?tab=promises",
    "follow-up?do=plan",
    "follow-up?do=settings",
    "funds",
    "funds?do=add",
    "funds/flow/donations",
    "funds/trial",
    "funds/chart",
    "funds/cheques",
    "funds/months",
    "bank",
    "importing",
    "imports",
    "association",
    "staff",
    "staff?do=add",
    "permissions",
    "audit",
    "audit?do=report",
    "backups",
    "preferences",
    "preferences/password",
    "preferences/recovery",
    "history",
    "gallery",
];

/// What the gallery shows beside its first section, to be looked at.
pub const GALLERY: &[&str] = &[
    "gallery?section=entering",
    "gallery?section=showing",
    "gallery?section=tables",
    "gallery?section=papers",
    "gallery?section=rails",
];

/// The name of a screen's picture.
pub fn name(screen: &str) -> String {
    screen.replace(['/', '?', '=', '&'], "-")
}

/// Opens a screen by its address, from anywhere.
pub async fn open(page: &Page, screen: &str) {
    page.script(&format!("location.hash = '#/{screen}'")).await;
    // What a test typed is not worth keeping; a person is asked.
    if page.shows("unsaved.leave").await {
        page.press("unsaved.leave").await;
    }
    // The gallery stands outside the frame; everything else carries the person's name.
    let gallery = screen.starts_with("gallery");
    if !gallery {
        page.by_test("frame.person").await;
    }
    page.visible("h1").await;
    // The gallery shows things that are loading, and always will.
    if gallery { page.stand_still().await } else { page.settle().await }
}

#[test]
fn every_screen_of_a_feature_is_listed() {
    let interface = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src");
    let mut found = 0;
    for folder in std::fs::read_dir(interface).unwrap() {
        let Ok(manifest) = std::fs::read_to_string(folder.unwrap().path().join("feature.ts")) else { continue };
        for line in manifest.lines().filter_map(|line| line.trim().strip_prefix("screen: '")) {
            let screen = line.split('\'').next().unwrap_or_default();
            found += 1;
            assert!(SCREENS.contains(&screen), "{screen} is a screen; add it to SCREENS in tests/browser/screens.rs");
        }
    }
    assert!(found > 10, "the manifests of the features name their screens: {found} found");
}
