//! The lists of files, as they are taken along.

use office::tables::list::{Column, Filter, List, Pages, Said, Written, column, filter};

pub const LISTS: &[List] = &[
    List {
        command: "beneficiaries.list",
        title: "beneficiaries.title",
        rows: "lines",
        key: &["party"],
        pages: Pages::Offset,
        columns: COLUMNS,
        filters: FILTERS,
    },
    List {
        command: "beneficiaries.on_day",
        title: "beneficiaries.title",
        rows: "lines",
        key: &["party"],
        pages: Pages::Offset,
        columns: COLUMNS,
        filters: &[
            filter("day", "beneficiaries.then.day", Said::Plain),
            filter("status", "beneficiaries.then.label", Said::Word("beneficiaries.status")),
            filter("text", "parts.search.label", Said::Plain),
        ],
    },
];

const COLUMNS: &[Column] = &[
    column("file_no", "beneficiaries.file_no", "file_no", Written::Text),
    column("name", "beneficiaries.name", "name", Written::Text),
    column("identity", "beneficiaries.identity", "identity_masked", Written::Text),
    column("mobile", "beneficiaries.mobile", "mobile", Written::Text),
    column("district", "beneficiaries.district", "district", Written::Text),
    column("class", "beneficiaries.class_label", "class", Written::Word("beneficiaries.class")),
    column("researcher", "beneficiaries.researcher", "researcher_name", Written::Text),
    column("review", "beneficiaries.next_review", "next_review_on", Written::Day),
    column("expires", "beneficiaries.identity_expires", "identity_expires_on", Written::Day),
    column("city", "beneficiaries.city", "city", Written::Text),
    column("family", "beneficiaries.family_size", "family_size", Written::Whole),
    column("income", "beneficiaries.monthly_income", "monthly_income", Written::Money),
    column("opened", "beneficiaries.opened_on", "opened_on", Written::Day),
    column("status", "beneficiaries.status_label", "status", Written::Word("beneficiaries.status")),
];

const FILTERS: &[Filter] = &[
    filter("text", "parts.search.label", Said::Plain),
    filter("status", "beneficiaries.status_label", Said::Word("beneficiaries.status")),
    filter("class", "beneficiaries.class_label", Said::Word("beneficiaries.class")),
    filter("researcher", "beneficiaries.researcher", Said::Plain),
    filter("city", "beneficiaries.city", Said::Plain),
    filter("social_security", "beneficiaries.social_security", Said::Flag),
    filter("expiring", "beneficiaries.expiring", Said::Flag),
    filter("review_due", "beneficiaries.review_due", Said::Flag),
];
