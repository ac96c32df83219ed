//! What a report may say, and what became of a figure. Pure.

use crate::model::{ReportChange, TypedRecipient};
use kernel::arabic::{tidy_line, tidy_text};
use kernel::{Code, Day, Refusal, Result, require};
use office::figure::Better;

kernel::refusals! {
    ADDED_ALREADY = "reports.added_already";
    /// The month has not ended.
    RUNNING = "reports.running";
    /// There is one of this month that is not issued yet.
    BEGUN = "reports.begun";
    REASON_MISSING = "reports.reason_missing";
    NOT_DRAFT = "reports.not_draft";
    NOT_ISSUED = "reports.not_issued";
    ISSUED_STAYS = "reports.issued_stays";
    SUMMARY_MISSING = "reports.summary_missing";
    RECIPIENT_MISSING = "reports.recipient_missing";
    RECIPIENT_NAME = "reports.recipient_name";
    TOO_MANY = "reports.too_many";
    TEXT_LONG = "reports.text_long";
    HANDED_ALREADY = "reports.handed_already";
    HANDED_BEFORE = "reports.handed_before";
    OWN_REPORT = "reports.own_report";
    DECIDED = "reports.decided";
    WAITS = "reports.waits";
}

const LONGEST_LINE: usize = 200;
const LONGEST_TEXT: usize = 4_000;
/// The most recipients of one report.
const MOST: usize = 50;

/// # Errors
/// Longer than a page.
pub fn text(field: &'static str, typed: &str) -> Result<String> {
    let tidy = tidy_text(typed).trim().to_owned();
    let fits = tidy.chars().count() <= LONGEST_TEXT;
    require(fits, Refusal::new(TEXT_LONG).with("most", LONGEST_TEXT).at(field))?;
    Ok(tidy)
}

/// # Errors
/// Nothing was said, or too much.
pub fn said(field: &'static str, typed: &str, missing: Code) -> Result<String> {
    let text = text(field, typed)?;
    require(!text.is_empty(), Refusal::new(missing).at(field))?;
    Ok(text)
}

/// Recipients as they are kept: each with a name, none twice.
///
/// # Errors
/// One without a name; too many; too long.
pub fn recipients(typed: Vec<TypedRecipient>) -> Result<Vec<TypedRecipient>> {
    require(typed.len() <= MOST, Refusal::new(TOO_MANY).with("most", MOST).at("recipients"))?;
    let mut kept: Vec<TypedRecipient> = Vec::new();
    for one in typed {
        let one = TypedRecipient { name: tidy_line(&one.name), body: tidy_line(&one.body) };
        if one.name.is_empty() && one.body.is_empty() {
            continue;
        }
        require(!one.name.is_empty(), Refusal::new(RECIPIENT_NAME).at("recipients"))?;
        let fits = [&one.name, &one.body].iter().all(|text| text.chars().count() <= LONGEST_LINE);
        require(fits, Refusal::new(TEXT_LONG).with("most", LONGEST_LINE).at("recipients"))?;
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    Ok(kept)
}

/// A month that has ended.
///
/// # Errors
/// [`RUNNING`].
pub fn ended(until: Day, today: Day) -> Result<()> {
    require(until < today, Refusal::new(RUNNING).with("day", until).at("day"))
}

/// What became of a figure: for better or worse by the way it is meant to go.
pub fn change(better: Better, before: Option<i64>, now: Option<i64>) -> ReportChange {
    let (Some(before), Some(now)) = (before, now) else { return ReportChange::Unknown };
    match better {
        _ if before == now => ReportChange::Same,
        Better::Neither => ReportChange::Moved,
        Better::More if now > before => ReportChange::Better,
        Better::Less if now < before => ReportChange::Better,
        Better::More | Better::Less => ReportChange::Worse,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_for_better_or_worse_by_the_way_a_figure_is_meant_to_go() {
        for (better, before, now, expected) in [
            (Better::More, Some(80), Some(90), ReportChange::Better),
            (Better::More, Some(90), Some(80), ReportChange::Worse),
            (Better::Less, Some(12), Some(7), ReportChange::Better),
            (Better::Less, Some(7), Some(12), ReportChange::Worse),
            (Better::Neither, Some(7), Some(12), ReportChange::Moved),
            (Better::Less, Some(7), Some(7), ReportChange::Same),
            (Better::More, None, Some(7), ReportChange::Unknown),
            (Better::More, Some(7), None, ReportChange::Unknown),
        ] {
            assert_eq!(change(better, before, now), expected, "{better:?} {before:?} {now:?}");
        }
    }

    #[test]
    fn a_recipient_has_a_name_and_stands_once() {
        let one = |name: &str, body: &str| TypedRecipient { name: name.to_owned(), body: body.to_owned() };
        let kept = recipients(vec![one(" رئيس المجلس ", ""), one("", ""), one("رئيس المجلس", "")]).unwrap();
        assert_eq!(kept, [one("رئيس المجلس", "")]);
        assert!(recipients(vec![one("", "الوزارة")]).is_err());
    }
}
