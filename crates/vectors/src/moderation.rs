//! `moderation.yml`: flags on a text with their evidence, and the likeness of two texts.

use crate::Report;
use crate::measures::case::{self, Figures, Outcome, count, said, said_or_none, texts};
use crate::reader::{Fields, Problem, Read, day, each, list, text, wanted};
use kernel::arabic::fold;
use moderation::{Contribution, Earlier, Findings, Flag, Kind, Likeness, Rules, Settings, Topic, Trigrams};
use serde_norway::Value;
use std::path::Path;

/// Whether this file holds cases of moderation.
pub fn knows(path: &Path) -> bool {
    path.file_stem().is_some_and(|name| name == "moderation")
}

/// Runs every case of one file.
pub fn run_file(path: &Path, report: &mut Report) {
    case::run_file(path, run, report);
}

fn run(mut fields: Fields<'_>) -> Read<Outcome> {
    let rules = Rules::new(fields.within("settings", settings)?.unwrap_or_default());
    if let Some(pair) = fields.get("pair") {
        fields.finish()?;
        return of_a_pair(&each(pair, text)?, &rules);
    }
    let contribution = fields.read_wanted("text", text)?;
    let on = fields.maybe("on", day)?;
    let author = fields.maybe("author", text)?;
    let other = |row: &mut Fields<'_>| Ok((row.read_wanted("id", text)?, row.read_wanted("text", text)?));
    let others = fields.many("others", other)?;
    let one =
        |row: &mut Fields<'_>| Ok(Earlier { author: row.maybe("author", text)?, on: row.read_wanted("on", day)? });
    let earlier = fields.many("earlier", one)?;
    fields.finish()?;
    let mut topic = Topic::new();
    for (id, text) in others {
        topic.add(id, &text);
    }
    let contribution = Contribution { text: &contribution, on, author: author.as_deref() };
    Ok(Outcome::Found(figures(&rules.look(contribution, &topic, &earlier))))
}

fn figures(found: &Findings) -> Figures {
    let likeness = found.nearest.as_ref().map_or(Likeness::default(), |nearest| nearest.likeness);
    Figures::from([
        ("flags", Value::Sequence(found.flags.iter().map(flag).collect())),
        ("evidence", texts(found.flags.iter().filter_map(|flag| flag.evidence.as_ref()))),
        ("rules", texts(found.rules())),
        ("length", said(found.length)),
        ("latin_percent", said_or_none(found.latin_percent)),
        ("nearest", said_or_none(found.nearest.as_ref().map(|nearest| &nearest.id))),
        ("similarity", said(likeness)),
        ("masked", said(&found.masked)),
        ("blocked", said(found.blocked())),
        ("needs_verified", said(found.needs_verified())),
        ("today", said_or_none(found.today)),
    ])
}

/// `[rule, kind, start, end]`, or `[rule, kind]` for the whole.
fn flag(flag: &Flag) -> Value {
    let span = flag.span.iter().flat_map(|span| [said(span.start), said(span.end)]);
    Value::Sequence([said(flag.kind.rule()), said(name(flag.kind))].into_iter().chain(span).collect())
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Short => "short",
        Kind::Long => "long",
        Kind::NoLetters => "no_letters",
        Kind::Latin => "latin",
        Kind::OffensiveWord | Kind::RudeWord => "word",
        Kind::Repeat => "repeat",
        Kind::Religious => "religious",
        Kind::Quote => "quote",
        Kind::Iban => "iban",
        Kind::Email => "email",
        Kind::Url => "url",
        Kind::Handle => "handle",
        Kind::Id => "id",
        Kind::Phone => "phone",
        Kind::ContactName => "contact_name",
        Kind::DailyLimit => "daily_limit",
    }
}

fn of_a_pair(pair: &[String], rules: &Rules) -> Read<Outcome> {
    let [one, other] = pair else { return Err(Problem::unreadable("wanted two texts in pair")) };
    let sets = [one, other].map(|text| Trigrams::of(text));
    let likeness = sets[0].likeness(&sets[1]);
    let counts = [sets[0].len() as u64, sets[1].len() as u64, likeness.common, likeness.all];
    Ok(Outcome::Found(Figures::from([
        ("folded", texts([fold(one), fold(other)])),
        ("counts", texts(counts)),
        ("similarity", said(likeness)),
        ("repeated", said(rules.repeats(one, other))),
    ])))
}

fn settings(fields: &mut Fields<'_>) -> Read<Settings> {
    let mut settings = Settings::default();
    let numbers = [
        ("text_min", &mut settings.text_min),
        ("text_max", &mut settings.text_max),
        ("latin_percent", &mut settings.latin_percent),
        ("repeat_percent", &mut settings.repeat_percent),
        ("quote_min_words", &mut settings.quote_min_words),
        ("quote_window", &mut settings.quote_window),
        ("daily_limit", &mut settings.daily_limit),
    ];
    for (key, setting) in numbers {
        fields.set(key, setting, count)?;
    }
    let lists = [
        ("words_3", &mut settings.words_3),
        ("words_4", &mut settings.words_4),
        ("religious_words", &mut settings.religious_words),
        ("source_words", &mut settings.source_words),
        ("contact_words", &mut settings.contact_words),
        ("url_suffixes", &mut settings.url_suffixes),
    ];
    for (key, setting) in lists {
        fields.set(key, setting, words)?;
    }
    fields.set("mask", &mut settings.mask, text)?;
    Ok(settings)
}

fn words(value: &Value) -> Read<Vec<String>> {
    list(value)?.iter().map(|word| text(word).map_err(|_| wanted("a word", word))).collect()
}
