//! How long it takes to look through a text, and to look for its like among many:
//! `cargo run --release -p moderation --example look_speed`.

use moderation::{Contribution, Rules, Topic, Trigrams};
use std::time::Instant;

const WORDS: [&str; 12] = [
    "أقترح",
    "المنفذ",
    "الخميس",
    "الأسر",
    "البوابة",
    "الشمالية",
    "مواقف",
    "السيارات",
    "ترخيص",
    "الجمعة",
    "السوق",
    "العرض",
];

/// A text of twelve words, another one for each number.
fn text(mut number: usize) -> String {
    let mut words = Vec::new();
    for place in 0..12 {
        words.push(WORDS[(number + place) % WORDS.len()]);
        number /= 3;
    }
    words.join(" ")
}

fn main() {
    let rules = Rules::default();
    let long = text(7).repeat(20);
    let start = Instant::now();
    for _ in 0..100 {
        let _ = rules.look(Contribution { text: &long, ..Contribution::default() }, &Topic::new(), &[]);
    }
    println!("a text of {} signs: {:?}", long.chars().count(), start.elapsed() / 100);
    let mut topic = Topic::new();
    for number in 0..200_000 {
        topic.add(number.to_string(), &text(number));
    }
    let asked = Trigrams::of(&text(123_456).replace("الجمعة", "السبت"));
    let start = Instant::now();
    let nearest = topic.nearest(&asked);
    println!("among {}: {:?}, {nearest:?}", topic.len(), start.elapsed());
}
