//! Chance that can be repeated: the same seed throws the same numbers.

use kernel::Money;
use kernel::{Moment, Result};

/// SplitMix64, whose numbers depend on the seed and their place only.
pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `least` to `most`, both of them possible; `least` where the range is empty.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let count = most.saturating_sub(least).saturating_add(1).max(1).unsigned_abs();
        least.saturating_add(i64::try_from(self.next() % count).unwrap_or(0))
    }

    pub fn days(&mut self, least: i32, most: i32) -> i32 {
        i32::try_from(self.between(i64::from(least), i64::from(most))).unwrap_or(least)
    }

    /// True once in `times`.
    pub fn once_in(&mut self, times: i64) -> bool {
        self.between(1, times) == 1
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let place = self.between(0, i64::try_from(from.len()).unwrap_or(0) - 1);
        from.get(usize::try_from(place).unwrap_or(0))
    }

    pub fn bytes(&mut self) -> [u8; 10] {
        let (one, two) = (self.next().to_be_bytes(), self.next().to_be_bytes());
        let mut bytes = [0; 10];
        bytes[..8].copy_from_slice(&one);
        bytes[8..].copy_from_slice(&two[..2]);
        bytes
    }

    /// An identifier as a client would make it at that moment.
    pub fn id(&mut self, now: Moment) -> String {
        kernel::id::RequestId::new(now, self.bytes()).to_string()
    }

    /// An amount in riyals, a multiple of `step` riyals.
    ///
    /// # Errors
    /// An amount beyond the range of money.
    pub fn riyals(&mut self, least: i64, most: i64, step: i64) -> Result<Money> {
        Money::from_riyals(self.between(least / step, most / step) * step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_throws_the_same_numbers_within_their_range() {
        let thrown = |seed| {
            let mut dice = Dice::new(seed);
            (0..1000).map(|_| dice.between(-3, 3)).collect::<Vec<_>>()
        };
        assert_eq!(thrown(7), thrown(7));
        assert_ne!(thrown(7), thrown(8));
        assert_eq!((thrown(7).iter().min(), thrown(7).iter().max()), (Some(&-3), Some(&3)));
        assert_eq!(Dice::new(1).between(5, 4), 5, "an empty range gives its beginning");
    }
}
