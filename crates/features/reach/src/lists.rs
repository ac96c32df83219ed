//! The lists of reaching families, as they are taken along.

use office::tables::list::{Filter, List, Pages, Said, Written, column, filter};

const TEXT: Filter = filter("text", "parts.search.label", Said::Plain);
const MINE: Filter = filter("mine", "reach.mine", Said::Flag);
const CLASS: Filter = filter("class", "beneficiaries.class_label", Said::Word("beneficiaries.class"));
const RESEARCHER: Filter = filter("researcher", "beneficiaries.researcher", Said::Plain);

pub const LISTS: &[List] = &[
    List {
        command: "reach.list",
        title: "reach.tab.contact",
        rows: "lines",
        key: &["party"],
        pages: Pages::Offset,
        columns: &[
            column("file_no", "reach.file_no", "file_no", Written::Text),
            column("name", "reach.name", "name", Written::Text),
            column("class", "beneficiaries.class_label", "class", Written::Word("beneficiaries.class")),
            column("governorate", "beneficiaries.governorate", "governorate", Written::Text),
            column("mobile", "reach.mobile", "mobile", Written::Text),
            column("researcher", "beneficiaries.researcher", "researcher_name", Written::Text),
            column("last", "reach.last", "last", Written::Day),
            column("days", "reach.days", "days", Written::Whole),
            column("planned", "reach.planned", "planned", Written::Day),
        ],
        filters: &[
            TEXT,
            filter("days", "reach.days_least", Said::Plain),
            CLASS,
            filter("governorate", "beneficiaries.governorate", Said::Plain),
            RESEARCHER,
            MINE,
            filter("unplanned", "reach.unplanned", Said::Flag),
        ],
    },
    List {
        command: "reach.identities",
        title: "reach.tab.identities",
        rows: "lines",
        key: &["party"],
        pages: Pages::Offset,
        columns: &[
            column("file_no", "reach.file_no", "file_no", Written::Text),
            column("name", "reach.name", "name", Written::Text),
            column("identity", "reach.identity", "identity_masked", Written::Text),
            column("expires", "reach.expires", "expires_on", Written::Day),
            column("end", "reach.end_label", "end", Written::Word("reach.end")),
            column("mobile", "reach.mobile", "mobile", Written::Text),
            column("researcher", "beneficiaries.researcher", "researcher_name", Written::Text),
        ],
        filters: &[
            TEXT,
            filter("days", "reach.days_ahead", Said::Plain),
            filter("end", "reach.end_label", Said::Word("reach.end")),
            MINE,
        ],
    },
    List {
        command: "reach.gaps",
        title: "reach.tab.gaps",
        rows: "lines",
        key: &["party"],
        pages: Pages::Offset,
        columns: &[
            column("file_no", "reach.file_no", "file_no", Written::Text),
            column("name", "reach.name", "name", Written::Text),
            column("class", "beneficiaries.class_label", "class", Written::Word("beneficiaries.class")),
            column("governorate", "beneficiaries.governorate", "governorate", Written::Text),
            column("researcher", "beneficiaries.researcher", "researcher_name", Written::Text),
            column("gaps", "reach.gaps", "count", Written::Whole),
        ],
        filters: &[TEXT, filter("gap", "reach.gaps", Said::Word("reach.gap")), CLASS, RESEARCHER, MINE],
    },
];
