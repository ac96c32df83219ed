//! Papers as they leave the office: the association's letterhead around a feature's template.

use crate::association::{self, Digits};
use crate::context::Read;
use crate::outbox::Handed;
use crate::words::{self, Language};
use kernel::{Day, Hijri, Moment, Result};
use papers::{Dates, Letterhead, Logo, Style, Template};
use serde::Serialize;
use serde_json::{Value, json};
use ts_rs::TS;

/// A paper, ready to be looked at, saved and printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Paper {
    /// Name of the file when it is saved, with its ending.
    pub name: String,
    /// The PDF (PDF/A-2b).
    pub pdf: Handed,
    /// Each page as an SVG picture, for the preview and for printing from the window.
    pub pages: Vec<String>,
}

/// Puts a template on the association's paper. Papers are Arabic whatever language the screen is in.
///
/// # Errors
/// Broken, when the template cannot be set.
pub fn print(cx: &Read<'_>, template: &Template, name: &str, data: &Value) -> Result<Paper> {
    let profile = association::profile(cx)?;
    let logo = association::picture(cx)?.map(|picture| Logo::read(picture.bytes)).transpose()?;
    let letterhead = Letterhead {
        name_ar: profile.name_ar,
        name_en: profile.name_en,
        licence_no: profile.licence_no,
        unified_no: profile.unified_no,
        region: profile.region,
        logo,
    };
    let style = Style {
        language: papers::Language::Arabic,
        digits: match profile.digits {
            Digits::Latin => papers::Digits::Latin,
            Digits::Arabic => papers::Digits::Arabic,
        },
        printed_at: cx.now,
        printed_on: dates(cx.today()),
        printed_by: cx.who.name.clone(),
        demo: cx.is_demo(),
        words: words::tree("papers", Language::Ar),
    };
    let paper = papers::Press::shared()?.render(template, &letterhead, &style, data)?;
    let name = crate::tables::safe_file_name(name, "pdf", "paper");
    Ok(Paper { pdf: cx.hand(name.clone(), "application/pdf", paper.pdf()?)?, pages: paper.svgs(), name })
}

/// Both dates of a day as papers take them: `1448/06/11` and `2026/11/21`; the Hijri one is empty outside its table.
pub fn dates(day: Day) -> Dates {
    let hijri = Hijri::from_day(day)
        .map(|hijri| format!("{:04}/{:02}/{:02}", hijri.year(), hijri.month(), hijri.day_of_month()))
        .unwrap_or_default();
    Dates { hijri, gregorian: format!("{:04}/{:02}/{:02}", day.year(), day.month(), day.day_of_month()) }
}

/// The same as data of a template.
pub fn dates_json(day: Day) -> Value {
    let Dates { hijri, gregorian } = dates(day);
    json!({ "hijri": hijri, "gregorian": gregorian })
}

/// Hours, minutes and seconds in Riyadh: `14:05:09`.
pub fn time(moment: Moment) -> String {
    let seconds = moment.riyadh_micros_of_day() / 1_000_000;
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
