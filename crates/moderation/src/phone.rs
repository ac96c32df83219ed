//! Telephone numbers in a text: wider than [`kernel::saudi::Mobile`] on purpose, for one is written in many ways where it
//! should not be read.

use crate::findings::Span;
use crate::personal::is_gap;

/// All places a reading of the pattern can have come to.
struct Reading<'t> {
    text: &'t [char],
    places: Vec<usize>,
}

impl<'t> Reading<'t> {
    fn at(text: &'t [char], place: usize) -> Self {
        Self { text, places: vec![place] }
    }

    fn with(&self, mut places: Vec<usize>) -> Self {
        places.sort_unstable();
        places.dedup();
        Self { text: self.text, places }
    }

    fn then(&self, accepts: impl Fn(char) -> bool) -> Self {
        let goes_on = |place: &&usize| self.text.get(**place).is_some_and(|letter| accepts(*letter));
        self.with(self.places.iter().filter(goes_on).map(|place| place + 1).collect())
    }

    fn literally(&self, text: &str) -> Self {
        text.chars().fold(self.with(self.places.clone()), |reading, wanted| reading.then(|letter| letter == wanted))
    }

    /// Up to two separators.
    fn gap(&self) -> Self {
        let once = self.then(is_gap);
        let twice = once.then(is_gap);
        self.or(&once).or(&twice)
    }

    fn digits(&self, count: usize) -> Self {
        let one = |reading: Self, _| reading.gap().then(|letter| letter.is_ascii_digit());
        (0..count).fold(self.with(self.places.clone()), one)
    }

    fn or(&self, other: &Self) -> Self {
        self.with([self.places.as_slice(), &other.places].concat())
    }
}

/// The numbers of a text whose digits are 0–9, from the left, each as far as it goes.
pub(crate) fn phones(text: &[char]) -> Vec<Span> {
    let is_digit = |place: Option<usize>| place.and_then(|place| text.get(place)).is_some_and(char::is_ascii_digit);
    let mut found = Vec::new();
    let mut place = 0;
    while place < text.len() {
        let begins = (text[place] == '+' || text[place].is_ascii_digit()) && !is_digit(place.checked_sub(1));
        let ends = if begins { ends(&Reading::at(text, place)) } else { Vec::new() };
        match ends.into_iter().rfind(|end| !is_digit(Some(*end))) {
            Some(end) => {
                found.push(Span::new(place, end));
                place = end;
            }
            None => place += 1,
        }
    }
    found
}

/// Every end a number can have that begins here, in their order.
fn ends(start: &Reading<'_>) -> Vec<usize> {
    let abroad = start.or(&start.literally("+")).or(&start.literally("00")).literally("966");
    let prefix = abroad.gap().or(&abroad.gap().literally("0")).or(&start.literally("0"));
    let subscriber = prefix.gap().then(|letter| matches!(letter, '1' | '5')).digits(8);
    let mobile = start.literally("5").digits(8);
    let shared = start.or(&prefix.gap());
    let apart = |first: &str, second: &str| shared.literally(first).gap().literally(second).gap().literally("0");
    let common = apart("9", "2").digits(6).or(&apart("8", "0").digits(7));
    subscriber.or(&mobile).or(&common).places
}
