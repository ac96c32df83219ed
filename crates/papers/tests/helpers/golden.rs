//! Compares a page with its picture in `tests/golden`.
//!
//! Two machines may round an edge differently, so a page passes when hardly a pixel differs visibly and the mean difference is
//! tiny. `SHARAKA_GOLDEN=write cargo test -p papers` writes the pictures anew: look at them before committing.

use image::{GrayImage, ImageFormat, Luma, RgbImage};
use papers::Paper;
use std::path::{Path, PathBuf};

const DPI: u32 = 96;
/// A pixel differs when one of its channels is further away than this (of 255).
const VISIBLE: u8 = 40;
/// Most differing pixels on a page. One changed figure of small type changes about thirty.
const MOST_DIFFERING: usize = 12;
/// Most summed difference per channel, of a million times 255.
const MOST_MEAN: u64 = 1_000;

pub fn assert_pages(name: &str, paper: &Paper, pages: &[usize]) {
    let failures: Vec<String> =
        pages.iter().filter_map(|&page| compare(&format!("{name}_{}", page + 1), paper, page).err()).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn compare(name: &str, paper: &Paper, page: usize) -> Result<(), String> {
    let bytes = paper.png(page, DPI).map_err(|failure| failure.to_string())?;
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.png"));
    if std::env::var("SHARAKA_GOLDEN").as_deref() == Ok("write") {
        return std::fs::write(&golden, bytes).map_err(|error| format!("{}: {error}", golden.display()));
    }
    let actual = read(&bytes, name);
    let Ok(expected) = std::fs::read(&golden) else {
        return Err(format!("{name}: no golden picture; write it with SHARAKA_GOLDEN=write and look at it"));
    };
    let expected = read(&expected, name);
    if let Some(reason) = difference(&expected, &actual) {
        let (shown, marked) = keep_evidence(name, &bytes, &expected, &actual);
        return Err(format!(
            "{name}: {reason}\n  expected {}\n  actual   {}\n  diff     {}",
            golden.display(),
            shown.display(),
            marked.display()
        ));
    }
    Ok(())
}

/// What is wrong between two pictures, if anything.
pub fn difference(expected: &RgbImage, actual: &RgbImage) -> Option<String> {
    if expected.dimensions() != actual.dimensions() {
        return Some(format!("the size is {:?} instead of {:?}", actual.dimensions(), expected.dimensions()));
    }
    let pairs = || expected.pixels().zip(actual.pixels());
    let differing = pairs().filter(|(a, b)| distance(&a.0, &b.0) > VISIBLE).count();
    let sum: u64 = pairs().flat_map(|(a, b)| a.0.into_iter().zip(b.0)).map(|(a, b)| u64::from(a.abs_diff(b))).sum();
    let mean = sum * 1_000_000 / (pairs().count() as u64 * 3 * 255);
    (differing > MOST_DIFFERING || mean > MOST_MEAN)
        .then(|| format!("{differing} pixels differ (at most {MOST_DIFFERING}); mean difference {mean} of a million (at most {MOST_MEAN})"))
}

fn distance(a: &[u8; 3], b: &[u8; 3]) -> u8 {
    a.iter().zip(b).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or(0)
}

pub fn read(png: &[u8], name: &str) -> RgbImage {
    image::load_from_memory_with_format(png, ImageFormat::Png)
        .unwrap_or_else(|error| panic!("{name}: {error}"))
        .into_rgb8()
}

fn keep_evidence(name: &str, actual_png: &[u8], expected: &RgbImage, actual: &RgbImage) -> (PathBuf, PathBuf) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden");
    std::fs::create_dir_all(&folder).expect("the target directory takes files");
    let (shown, marked) = (folder.join(format!("{name}.actual.png")), folder.join(format!("{name}.diff.png")));
    std::fs::write(&shown, actual_png).expect("the target directory takes files");
    let diff = GrayImage::from_fn(actual.width(), actual.height(), |x, y| {
        let before = expected.get_pixel_checked(x, y).map_or([0; 3], |pixel| pixel.0);
        Luma([255 - distance(&before, &actual.get_pixel(x, y).0)])
    });
    diff.save(&marked).expect("the target directory takes files");
    (shown, marked)
}
