//! What was found in a text.

use crate::likeness::Nearest;
use serde::Serialize;

/// A place in a text: code points as it came, the end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ts_rs::TS)]
#[ts(rename = "TextSpan")]
pub struct Span {
    #[ts(type = "number")]
    pub start: usize,
    #[ts(type = "number")]
    pub end: usize,
}

impl Span {
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Whether both have a code point in common.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// What a flag is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ModerationFlagKind")]
pub enum Kind {
    /// Rule 1: shorter than `text_min`.
    Short,
    /// Rule 1: longer than `text_max`.
    Long,
    /// Rule 1: not a letter in it.
    NoLetters,
    /// Rule 2: more Latin letters than `latin_percent`.
    Latin,
    /// Rule 3: a word against religion, customs or law.
    OffensiveWord,
    /// Rule 4: a word against manners.
    RudeWord,
    /// Rule 5: as good as another contribution to the topic.
    Repeat,
    /// Rule 6: a religious text, which somebody must verify.
    Religious,
    /// Rule 7: a quotation without a source.
    Quote,
    /// Rule 8, and so on to [`Kind::ContactName`]: the number of a bank account.
    Iban,
    Email,
    Url,
    /// The name of an account: `@name`.
    Handle,
    /// The identity number of a person.
    Id,
    Phone,
    /// The name of somebody to turn to.
    ContactName,
    /// Rule 9: more than `daily_limit` contributions of one participant that day.
    DailyLimit,
}

impl Kind {
    /// The rule, 1–9.
    pub const fn rule(self) -> u8 {
        match self {
            Self::Short | Self::Long | Self::NoLetters => 1,
            Self::Latin => 2,
            Self::OffensiveWord => 3,
            Self::RudeWord => 4,
            Self::Repeat => 5,
            Self::Religious => 6,
            Self::Quote => 7,
            Self::Iban | Self::Email | Self::Url | Self::Handle | Self::Id | Self::Phone | Self::ContactName => 8,
            Self::DailyLimit => 9,
        }
    }

    /// Personal data, by which somebody could be reached or known: the text is not published as it stands. A link or a
    /// name alone holds nothing back.
    pub const fn blocks(self) -> bool {
        matches!(self, Self::Iban | Self::Email | Self::Handle | Self::Id | Self::Phone)
    }
}

/// Something a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ModerationFlag")]
pub struct Flag {
    pub kind: Kind,
    /// Where it stands; none for what concerns the whole.
    pub span: Option<Span>,
    /// The text of the span.
    pub evidence: Option<String>,
}

/// All that was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ModerationFindings")]
pub struct Findings {
    /// By rule, then by place.
    pub flags: Vec<Flag>,
    /// Code points without white space at the ends.
    #[ts(type = "number")]
    pub length: usize,
    /// Latin of all letters in whole per cent, a half away from zero; none without a letter.
    #[ts(type = "number | null")]
    pub latin_percent: Option<u64>,
    /// The contribution that is most like it, if any is at all.
    pub nearest: Option<Nearest>,
    /// Contributions of the participant that day, this one included; none when they are not known.
    #[ts(type = "number | null")]
    pub today: Option<u64>,
    /// The text with the mask where personal data, links and names stand.
    pub masked: String,
}

impl Findings {
    /// Whether the text must not be published as it stands.
    pub fn blocked(&self) -> bool {
        self.flags.iter().any(|flag| flag.kind.blocks())
    }

    /// Whether somebody must say that a religious text was verified, and name its source.
    pub fn needs_verified(&self) -> bool {
        self.flags.iter().any(|flag| flag.kind == Kind::Religious)
    }

    /// The rules with a flag, each once, in their order.
    pub fn rules(&self) -> Vec<u8> {
        let mut rules: Vec<u8> = self.flags.iter().map(|flag| flag.kind.rule()).collect();
        rules.dedup();
        rules
    }
}
