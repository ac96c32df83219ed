//! How like two texts are: the threes of neighbouring signs they have in common.

use kernel::arabic::fold;
use serde::Serialize;
use std::cmp::Ordering;
use std::fmt;

/// The set of all three consecutive code points of the search form of a text, with a space before and behind it. Empty
/// for a text without letters and numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trigrams(Vec<u64>);

/// Bits of one code point.
const BITS: u32 = 21;

impl Trigrams {
    pub fn of(text: &str) -> Self {
        let signs: Vec<u64> = format!(" {} ", fold(text)).chars().map(|sign| u64::from(u32::from(sign))).collect();
        let three = |signs: &[u64]| signs.iter().fold(0, |all, sign| (all << BITS) | sign);
        let mut threes: Vec<u64> = signs.windows(3).map(three).collect();
        threes.sort_unstable();
        threes.dedup();
        Self(threes)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How like two texts are.
    pub fn likeness(&self, other: &Self) -> Likeness {
        self.common(other, 0).map_or_else(Likeness::default, |common| self.with(other, common))
    }

    /// How like two texts are, if more than so: a text that falls behind is not read to its end.
    fn likeness_beyond(&self, other: &Self, so_far: Likeness) -> Option<Likeness> {
        // common ÷ (sum − common) > p ÷ q, where p is what was common of q.
        let (sum, p, q) = (self.len() + other.len(), u128::from(so_far.common), u128::from(so_far.all.max(1)));
        let needed = usize::try_from(p * sum as u128 / (p + q)).ok()? + 1;
        self.common(other, needed).map(|common| self.with(other, common)).filter(|found| found.exceeds(so_far))
    }

    /// How many threes both have; none as soon as fewer than needed can be had.
    fn common(&self, other: &Self, needed: usize) -> Option<usize> {
        let (mut mine, mut theirs, mut common) = (self.0.as_slice(), other.0.as_slice(), 0);
        while let ([one, rest @ ..], [another, others @ ..]) = (mine, theirs) {
            match one.cmp(another) {
                Ordering::Less => mine = rest,
                Ordering::Greater => theirs = others,
                Ordering::Equal => (mine, theirs, common) = (rest, others, common + 1),
            }
            if common + mine.len().min(theirs.len()) < needed {
                return None;
            }
        }
        Some(common).filter(|common| *common >= needed)
    }

    fn with(&self, other: &Self, common: usize) -> Likeness {
        Likeness { common: common as u64, all: (self.len() + other.len() - common) as u64 }
    }

    /// As like as two sets of these sizes can be at most.
    fn at_most(&self, other: &Self) -> Likeness {
        let (few, many) = (self.len().min(other.len()), self.len().max(other.len()));
        Likeness { common: few as u64, all: many as u64 }
    }
}

/// What two texts have in common of all they have; exact. Nothing is like an empty text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, ts_rs::TS)]
#[ts(rename = "TextLikeness")]
pub struct Likeness {
    #[ts(type = "number")]
    pub common: u64,
    #[ts(type = "number")]
    pub all: u64,
}

impl Likeness {
    /// Whether it reaches so many per cent; by the exact value.
    pub fn reaches(self, percent: u32) -> bool {
        self.all > 0 && 100 * self.common >= u64::from(percent) * self.all
    }

    fn exceeds(self, other: Self) -> bool {
        u128::from(self.common) * u128::from(other.all.max(1)) > u128::from(other.common) * u128::from(self.all.max(1))
    }

    /// In hundredths, a half away from zero.
    pub fn hundredths(self) -> u64 {
        if self.all == 0 { 0 } else { (200 * self.common + self.all) / (2 * self.all) }
    }
}

/// Two decimals: `0.63`.
impl fmt::Display for Likeness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = self.hundredths();
        f.pad(&format!("{}.{:02}", hundredths / 100, hundredths % 100))
    }
}

/// The contribution that is most like another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "NearestContribution")]
pub struct Nearest {
    pub id: String,
    pub likeness: Likeness,
}

/// The contributions of one topic, among which a new one is looked for. Made once and added to, so that a text is taken
/// apart once and not at each look.
#[derive(Debug, Clone, Default)]
pub struct Topic {
    texts: Vec<(String, Trigrams)>,
}

impl Topic {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&mut self, id: impl Into<String>, text: &str) {
        self.texts.push((id.into(), Trigrams::of(text)));
    }

    pub fn len(&self) -> usize {
        self.texts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The most like of them, the first of equals; none when nothing is like it at all.
    pub fn nearest(&self, text: &Trigrams) -> Option<Nearest> {
        let mut best: Option<(&String, Likeness)> = None;
        for (id, other) in &self.texts {
            let so_far = best.map_or(Likeness::default(), |(_, likeness)| likeness);
            // Sets of very different sizes cannot be as like as what was found: most texts are passed over unread.
            if !text.at_most(other).exceeds(so_far) {
                continue;
            }
            if let Some(likeness) = text.likeness_beyond(other, so_far) {
                best = Some((id, likeness));
            }
        }
        best.map(|(id, likeness)| Nearest { id: id.clone(), likeness })
    }
}
