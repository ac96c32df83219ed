//! The bands of lateness that every list and figure of loans shares.

use lending::Bucket;

/// Loans by days past due: not late, 1–30, 31–60, 61–90, 91–180, more. The edges are those of the portfolio at risk.
pub const BANDS: [Bucket; 6] = [
    Bucket::new(0, Some(0)),
    Bucket::new(1, Some(30)),
    Bucket::new(31, Some(60)),
    Bucket::new(61, Some(90)),
    Bucket::new(91, Some(180)),
    Bucket::new(181, None),
];

/// The place of the band that a lateness lies in.
pub fn band_of(dpd: i32) -> usize {
    BANDS.iter().position(|band| band.contains(dpd)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lateness_lies_in_one_band() {
        let days =
            [(0, 0), (1, 1), (30, 1), (31, 2), (60, 2), (61, 3), (90, 3), (91, 4), (180, 4), (181, 5), (9_999, 5)];
        for (dpd, band) in days {
            assert_eq!(band_of(dpd), band, "{dpd} days");
        }
    }
}
