//! A logo is proven to print before it is kept, so that no paper can fail because of it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod helpers;

use helpers::*;
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use kernel::{Code, Failure};
use papers::{Digits, LOGO_TOO_LARGE, LOGO_UNREADABLE, Letterhead, Logo, Press};
use std::io::Cursor;

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut image = DynamicImage::from(RgbaImage::from_pixel(width, height, Rgba([15, 107, 92, 120])));
    if format == ImageFormat::Jpeg {
        image = image.into_rgb8().into();
    }
    let mut bytes = Vec::new();
    image.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

fn refusal(bytes: Vec<u8>) -> Option<Code> {
    match Logo::read(bytes) {
        Err(failure @ Failure::Refused(_)) => failure.code(),
        Err(other) => panic!("{other}"),
        Ok(_) => None,
    }
}

#[test]
fn png_jpeg_and_svg_print() {
    let svg =
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9' fill='red'/></svg>"
            .to_vec();
    for (bytes, media_type) in [
        (picture(40, 30, ImageFormat::Png), "image/png"),
        (picture(40, 30, ImageFormat::Jpeg), "image/jpeg"),
        (svg, "image/svg+xml"),
    ] {
        let logo = Logo::read(bytes.clone()).unwrap_or_else(|failure| panic!("{media_type}: {failure}"));
        assert_eq!((logo.media_type(), logo.as_bytes()), (media_type, bytes.as_slice()));
        let letterhead = Letterhead { logo: Some(logo), ..letterhead() };
        let paper = Press::shared()
            .unwrap()
            .render(&RECOVERY_SHEET, &letterhead, &arabic(Digits::Latin), &recovery_data())
            .unwrap();
        assert!(paper.pdf().is_ok(), "{media_type} with and without transparency is archivable");
    }
}

#[test]
fn what_is_not_a_sound_picture_is_refused() {
    let png = picture(40, 30, ImageFormat::Png);
    let cases = [
        ("nothing", Vec::new()),
        ("a text", b"association".to_vec()),
        ("half a PNG", png[..png.len() / 2].to_vec()),
        ("a GIF", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;".to_vec()),
        ("an SVG that is not XML", b"<svg <svg".to_vec()),
        ("an SVG that reaches for a file", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><image href='secret.png' width='9' height='9'/></svg>".to_vec()),
    ];
    for (what, bytes) in cases {
        assert_eq!(refusal(bytes), Some(LOGO_UNREADABLE), "{what} is no logo");
    }
}

#[test]
fn what_is_too_large_is_refused_before_it_is_unpacked() {
    assert_eq!(refusal(vec![0; 2 * 1024 * 1024 + 1]), Some(LOGO_TOO_LARGE));
    assert_eq!(refusal(picture(4_001, 1, ImageFormat::Png)), Some(LOGO_TOO_LARGE));
    assert_eq!(refusal(picture(4_000, 1, ImageFormat::Png)), None, "exactly the limit is allowed");
}

#[test]
fn a_logo_with_letters_looks_the_same_on_every_machine() {
    let page = |family: &str| {
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 30'><text x='5' y='20' font-family='{family}'>Abc</text></svg>"
        );
        let letterhead = Letterhead { logo: Some(Logo::read(svg.into_bytes()).unwrap()), ..letterhead() };
        Press::shared()
            .unwrap()
            .render(&RECOVERY_SHEET, &letterhead, &arabic(Digits::Latin), &recovery_data())
            .unwrap()
            .png(0, 72)
            .unwrap()
    };
    assert!(
        page("DejaVu Sans") == page("No Such Family"),
        "a family that only the machine has is as unknown as one nobody has"
    );
}
