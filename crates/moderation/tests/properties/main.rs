//! What holds for every text.

#![allow(clippy::unwrap_used, reason = "in a test, what goes wrong is to stop it")]

use kernel::arabic::to_arabic;
use moderation::{Contribution, Findings, Flag, Kind, Likeness, Removal, Rules, Settings, Topic, Trigrams};
use proptest::prelude::*;
use std::sync::LazyLock;

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    Rules::new(Settings {
        words_3: vec!["ربا".to_owned()],
        words_4: vec!["غبي".to_owned(), "قليل أدب".to_owned()],
        ..Settings::default()
    })
});

fn look(text: &str) -> Findings {
    RULES.look(Contribution { text, ..Contribution::default() }, &Topic::new(), &[])
}

/// Texts of pieces that the rules look for, and of what stands between them.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ \u{a0}().,@+_a-zA-Z0-9٠-٩\u{200f}\u{2066}-]{1,6}",
        2 => "[\u{621}-\u{64a} ]{1,8}",
        1 => Just("0551234567".to_owned()),
        1 => Just("+966 55 123 4567".to_owned()),
        1 => Just("1000000008".to_owned()),
        1 => Just("SA0380000000608010167519".to_owned()),
        1 => Just("a.b@example.com".to_owned()),
        1 => Just("@name_1".to_owned()),
        1 => Just("www.example.org/a".to_owned()),
        1 => Just(" للتواصل مع أم ياسر ".to_owned()),
        1 => Just("«واحد اثنان ثلاثة أربعة»".to_owned()),
        1 => Just("﴿ نص ﴾".to_owned()),
        1 => Just(" قليل أدب ".to_owned()),
        1 => Just(" والغبى ".to_owned()),
        1 => Just("\n".to_owned()),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn kinds(found: &Findings, of_rules: &[u8]) -> Vec<Kind> {
    found.flags.iter().map(|flag| flag.kind).filter(|kind| of_rules.contains(&kind.rule())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn flags_stand_in_their_order_and_their_evidence_in_the_text(text in texts()) {
        let found = look(&text);
        let letters: Vec<char> = text.chars().collect();
        let place = |flag: &Flag| (flag.kind.rule(), flag.span.map(|span| span.start));
        prop_assert!(found.flags.is_sorted_by_key(place), "{:?}", found.flags);
        for flag in &found.flags {
            let span = flag.span.map(|span| letters[span.start..span.end].iter().collect::<String>());
            prop_assert_eq!(&span, &flag.evidence);
            prop_assert!(flag.span.is_none_or(|span| span.start < span.end));
        }
        let personal: Vec<_> = found.flags.iter().filter(|flag| flag.kind.rule() == 8).filter_map(|flag| flag.span).collect();
        prop_assert!(personal.windows(2).all(|two| two[0].end <= two[1].start), "personal data never overlap");
        prop_assert_eq!(look(&text), found, "the same text gives the same findings");
    }

    #[test]
    fn what_is_masked_holds_no_personal_data(text in texts()) {
        let masked = look(&text).masked;
        let left = look(&masked);
        prop_assert!(!left.blocked(), "{text:?} leaves {:?} in {masked:?}", left.flags);
    }

    /// Every sign that stays stands in the text, in its order; only masks were put in.
    #[test]
    fn publishing_takes_out_and_never_puts_in(text in texts(), cuts in prop::collection::vec((0usize..60, 1usize..20), 0..4)) {
        let letters = text.chars().count();
        let mut removals: Vec<Removal> = Vec::new();
        for (start, length) in cuts {
            let removal = Removal { start, end: (start + length).min(letters), rule: 8 };
            if removal.start < removal.end && removals.iter().all(|other| other.end <= removal.start || removal.end <= other.start) {
                removals.push(removal);
            }
        }
        let Ok(published) = RULES.publish(&text, &removals) else { return Ok(()) };
        prop_assert!(!look(&published).blocked(), "what is published holds no personal data");
        let mut rest = text.chars();
        let mask = Settings::default().mask;
        for kept in published.split(&mask).flat_map(str::chars) {
            prop_assert!(rest.any(|letter| letter == kept), "{kept:?} was put in: {published:?}");
        }
    }

    #[test]
    fn the_script_of_digits_changes_nothing(text in texts()) {
        let (mut one, mut other) = (look(&text), look(&to_arabic(&text)));
        for found in [&mut one, &mut other] {
            found.masked.clear();
            found.flags.iter_mut().for_each(|flag| flag.evidence = None);
        }
        prop_assert_eq!(one, other);
    }

    /// Vowels, tatweel and marks of direction between the letters of words hide no word, no verse and no repetition.
    #[test]
    fn what_cannot_be_seen_hides_no_word(text in "[\u{621}-\u{63a}\u{641}-\u{64a} ]{0,20}( قليل أدب | والغبى | قال تعالى | رِبا )[\u{621}-\u{63a}\u{641}-\u{64a} ]{0,20}", hidden in "[\u{64b}-\u{652}\u{640}\u{200f}\u{2067}]") {
        let mut stretched = String::new();
        for letter in text.chars() {
            stretched.push(letter);
            if letter != ' ' {
                stretched.push_str(&hidden);
            }
        }
        let rules = [3, 4, 6];
        prop_assert_eq!(kinds(&look(&text), &rules), kinds(&look(&stretched), &rules));
        prop_assert_eq!(Trigrams::of(&text), Trigrams::of(&stretched));
    }

    #[test]
    fn likeness_is_the_same_both_ways_and_whole_with_itself(one in "\\PC{0,30}", other in "\\PC{0,30}") {
        let (one, other) = (Trigrams::of(&one), Trigrams::of(&other));
        let likeness = one.likeness(&other);
        prop_assert_eq!(likeness, other.likeness(&one));
        prop_assert!(likeness.common <= likeness.all && likeness.hundredths() <= 100);
        let itself = Likeness { common: one.len() as u64, all: one.len() as u64 };
        prop_assert_eq!(one.likeness(&one), itself);
    }

    /// Passing texts over by their size changes nothing: the first of the greatest is found.
    #[test]
    fn the_nearest_is_the_first_of_the_greatest(text in "[ا-د ]{0,12}", others in prop::collection::vec("[ا-د ]{0,12}", 0..12)) {
        let mut topic = Topic::new();
        for (place, other) in others.iter().enumerate() {
            topic.add(place.to_string(), other);
        }
        let one = Trigrams::of(&text);
        let mut best: Option<(usize, Likeness)> = None;
        for (place, other) in others.iter().enumerate() {
            let likeness = one.likeness(&Trigrams::of(other));
            let so_far = best.map_or(Likeness { common: 0, all: 1 }, |(_, likeness)| likeness);
            if likeness.common * so_far.all > so_far.common * likeness.all.max(1) {
                best = Some((place, likeness));
            }
        }
        let nearest = topic.nearest(&one).map(|nearest| (nearest.id, nearest.likeness));
        prop_assert_eq!(nearest, best.map(|(place, likeness)| (place.to_string(), likeness)));
    }

    #[test]
    fn any_text_is_looked_through(text in "\\PC{0,60}") {
        let found = look(&text);
        prop_assert!(found.latin_percent.is_none_or(|percent| percent <= 100));
        prop_assert!(found.rules().is_sorted() && found.length <= text.chars().count());
    }
}
