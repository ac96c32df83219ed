//! The lists of committees, as they are taken along.

use office::tables::list::{Column, List, Pages, Said, Written, column, filter};

pub const LISTS: &[List] = &[
    List {
        command: "committees.decisions",
        title: "decision.title",
        rows: "lines",
        key: &["decision"],
        pages: Pages::Offset,
        columns: DECISIONS,
        filters: &[
            filter("text", "parts.search.label", Said::Plain),
            filter("standing", "decision.standing_label", Said::Word("decision.standing")),
            filter("outcome", "decision.outcome_label", Said::Word("decision.outcome")),
            filter("due_from", "decision.due_from", Said::Plain),
            filter("due_to", "decision.due_to", Said::Plain),
        ],
    },
    List {
        command: "committees.meetings",
        title: "meeting.title",
        rows: "lines",
        key: &["meeting"],
        pages: Pages::Offset,
        columns: MEETINGS,
        filters: &[filter("state", "meeting.state_label", Said::Word("meeting.state"))],
    },
];

const DECISIONS: &[Column] = &[
    column("no", "decision.no", "decision_no", Written::Text),
    column("title", "decision.subject", "title", Written::Text),
    column("committee", "committee.one", "committee_name", Written::Text),
    column("meeting", "meeting.no", "meeting_no", Written::Whole),
    column("outcome", "decision.outcome_label", "outcome", Written::Word("decision.outcome")),
    column("decided", "decision.decided_on", "decided_on", Written::Day),
    column("owner", "decision.owner", "owner_name", Written::Text),
    column("due", "decision.due", "due", Written::Day),
    column("standing", "decision.standing_label", "standing", Written::Word("decision.standing")),
    column("ended", "decision.ended_on", "ended_on", Written::Day),
    column("late", "decision.days_late", "days_late", Written::Whole),
];

const MEETINGS: &[Column] = &[
    column("no", "meeting.minutes_no", "minutes_no", Written::Text),
    column("committee", "committee.one", "committee_name", Written::Text),
    column("on", "meeting.on", "on", Written::Day),
    column("starts", "meeting.starts", "starts", Written::Text),
    column("place", "meeting.place", "place", Written::Text),
    column("way", "meeting.way_label", "way", Written::Word("meeting.way")),
    column("present", "meeting.present", "present", Written::Whole),
    column("members", "committee.members", "members", Written::Whole),
    column("items", "meeting.items", "items", Written::Whole),
    column("decisions", "decision.title", "decisions", Written::Whole),
    column("state", "meeting.state_label", "state", Written::Word("meeting.state")),
];
