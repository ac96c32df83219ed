//! The lists of questionnaires, as they are taken along: figures leave without what is too small, and nothing says who answered.

use kernel::{Failure, Result};
use office::context::Read;
use office::tables::list::{Filter, List, Pages, Said, Written, column, filter};

const TEXT: Filter = filter("text", "parts.search.label", Said::Plain);

pub const LISTS: &[List] = &[
    List {
        command: "questionnaires.list",
        title: "questionnaires.title",
        rows: "lines",
        key: &["questionnaire"],
        pages: Pages::Offset,
        columns: &[
            column("mark", "questionnaires.mark", "mark", Written::Text),
            column("title", "questionnaires.title_label", "title", Written::Text),
            column("edition", "questionnaires.edition", "edition", Written::Whole),
            column("purpose", "questionnaires.purpose_label", "purpose", Written::Word("questionnaires.purpose")),
            column("opens", "questionnaires.opens", "opens", Written::Day),
            column("closes", "questionnaires.closes", "closes", Written::Day),
            column("questions", "questionnaires.questions", "questions", Written::Whole),
            column("answers", "questionnaires.answers", "answers", Written::Whole),
            column("by", "questionnaires.made_by", "made_by_name", Written::Text),
            column("standing", "questionnaires.standing_label", "standing", Written::Word("questionnaires.standing")),
        ],
        filters: &[
            TEXT,
            filter("purpose", "questionnaires.purpose_label", Said::Word("questionnaires.purpose")),
            filter("standing", "questionnaires.standing_label", Said::Word("questionnaires.standing")),
        ],
    },
    List {
        command: "questionnaires.figures",
        title: "questionnaires.figures",
        rows: "lines",
        key: &["key"],
        pages: Pages::Offset,
        columns: &[
            column("domain", "questionnaires.domain", "domain", Written::Text),
            column("question", "questionnaires.question", "question", Written::Text),
            column("answer", "questionnaires.answer", "answer", Written::Text),
            column("n", "questionnaires.count", "n", Written::Whole),
            column("of", "questionnaires.of_answers", "of", Written::Whole),
            column("percent", "questionnaires.percent", "percent", Written::Whole),
            column("mean", "questionnaires.mean", "mean", Written::Text),
            column("change", "questionnaires.change", "change", Written::Whole),
        ],
        filters: &[filter("questionnaire", "questionnaires.one", Said::Named(questionnaire))],
    },
    List {
        command: "questionnaires.offers",
        title: "questionnaires.offers",
        rows: "lines",
        key: &["request"],
        pages: Pages::Offset,
        columns: &[
            column("number", "requests.number", "request_no", Written::Text),
            column("procedure", "requests.kind_label", "procedure", Written::Word("requests.kind")),
            column("department", "questionnaires.department", "department_name", Written::Text),
            column("closed", "questionnaires.request_closed_on", "closed_on", Written::Day),
            column("state", "questionnaires.offer_state_label", "state", Written::Word("questionnaires.offer_state")),
            column("way", "questionnaires.way_label", "way", Written::Word("questionnaires.way")),
            column("on", "questionnaires.offered_on", "on", Written::Day),
            column("by", "questionnaires.offered_by", "by_name", Written::Text),
        ],
        filters: &[TEXT, filter("state", "questionnaires.offer_state_label", Said::Word("questionnaires.offer_state"))],
    },
    List {
        command: "questionnaires.findings",
        title: "questionnaires.findings",
        rows: "lines",
        key: &["finding"],
        pages: Pages::Offset,
        columns: &[
            column("number", "questionnaires.finding_no", "finding_no", Written::Text),
            column("domain", "questionnaires.domain", "domain", Written::Text),
            column("text", "questionnaires.finding", "text", Written::Text),
            column("severity", "questionnaires.severity_label", "severity", Written::Word("questionnaires.severity")),
            column("evidence", "questionnaires.evidence", "evidence", Written::Text),
            column("study", "questionnaires.study", "study", Written::Text),
            column("actions", "questionnaires.actions", "actions", Written::Whole),
            column("made", "questionnaires.made_on", "made_on", Written::Day),
            column("by", "questionnaires.made_by", "made_by_name", Written::Text),
        ],
        filters: &[
            TEXT,
            filter("questionnaire", "questionnaires.one", Said::Named(questionnaire)),
            filter("severity", "questionnaires.severity_label", Said::Word("questionnaires.severity")),
            filter("all", "questionnaires.with_fallen", Said::Flag),
        ],
    },
    List {
        command: "questionnaires.improvements",
        title: "questionnaires.actions",
        rows: "lines",
        key: &["action"],
        pages: Pages::Offset,
        columns: &[
            column("number", "questionnaires.action_no", "action_no", Written::Text),
            column("source", "questionnaires.source_label", "source", Written::Word("questionnaires.source")),
            column("said", "questionnaires.said", "said", Written::Text),
            column("text", "questionnaires.action", "text", Written::Text),
            column("owner", "questionnaires.owner", "owner_name", Written::Text),
            column("due", "questionnaires.due", "due", Written::Day),
            column("state", "questionnaires.action_state_label", "state", Written::Word("questionnaires.action_state")),
            column("outcome", "questionnaires.outcome", "outcome", Written::Text),
            column("effect", "questionnaires.effect_label", "effect", Written::Word("questionnaires.effect")),
            column("before", "questionnaires.before_percent", "before_percent", Written::Whole),
            column("after", "questionnaires.after_percent", "after_percent", Written::Whole),
            column("made", "questionnaires.made_on", "made_on", Written::Day),
        ],
        filters: &[
            TEXT,
            filter("questionnaire", "questionnaires.one", Said::Named(questionnaire)),
            filter("state", "questionnaires.action_state_label", Said::Word("questionnaires.action_state")),
            filter("owner", "questionnaires.owner", Said::Named(person)),
            filter("late", "questionnaires.late", Said::Flag),
            filter("unjudged", "questionnaires.unjudged", Said::Flag),
        ],
    },
];

fn questionnaire(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: kernel::id::QuestionnaireId = id.parse().map_err(|_| Failure::not_found("questionnaire"))?;
    Ok(crate::store::find(cx, id)?.map(|one| one.title).unwrap_or_default())
}

/// The name of somebody of the office.
fn person(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: kernel::id::PersonId = id.parse().map_err(|_| Failure::not_found("person"))?;
    crate::store::person_name(cx, Some(id))
}
