//! What the cases of files leave: refusals, the edges of the patterns, and how fast a text is looked through.

#![allow(clippy::unwrap_used, reason = "in a test, what goes wrong is to stop it")]

use kernel::Code;
use moderation::refusals::*;
use moderation::{Contribution, Findings, Kind, Removal, Rules, Settings, Topic};
use std::time::Instant;

fn look(text: &str) -> Findings {
    Rules::default().look(Contribution { text, ..Contribution::default() }, &Topic::new(), &[])
}

/// The pieces of a kind.
fn pieces(text: &str, kind: Kind) -> Vec<String> {
    let flags = look(text).flags.into_iter();
    flags.filter(|flag| flag.kind == kind).filter_map(|flag| flag.evidence).collect()
}

fn refused(text: &str, removals: &[Removal]) -> Option<Code> {
    Rules::default().publish(text, removals).err().and_then(|failure| failure.code())
}

const fn removal(start: usize, end: usize, rule: u8) -> Removal {
    Removal { start, end, rule }
}

#[test]
fn every_refusal_happens_for_the_reason_it_names() {
    let text = "رقم المشرفة 0551234567 للجميع";
    let seen = [
        refused(text, &[removal(3, 3, 8)]),
        refused(text, &[removal(0, 5, 8), removal(4, 6, 7)]),
        refused(text, &[removal(0, 5, 10)]),
        refused(text, &[removal(0, 3, 8)]),
    ];
    assert_eq!(seen.map(Option::unwrap), REFUSALS, "in the order of the list; a new refusal needs its case here");
    assert_eq!(refused(text, &[removal(25, 31, 8)]), Some(REMOVAL_OUTSIDE), "the text has 29 code points");
}

#[test]
fn what_is_published_is_the_text_without_what_was_taken_out() {
    let rules = Rules::default();
    let mask = Settings::default().mask;
    let text = "رقم المشرفة 0551234567 للجميع";
    assert_eq!(rules.publish(text, &[removal(12, 22, 8)]), Ok(format!("رقم المشرفة {mask} للجميع")));
    assert_eq!(
        rules.publish(text, &[removal(12, 22, 8), removal(4, 11, 8)]),
        Ok(format!("رقم {mask} للجميع")),
        "in any order; of two with a space between them, one mask"
    );
    assert_eq!(rules.publish("نعم للجميع", &[]), Ok("نعم للجميع".to_owned()));
}

#[test]
fn an_address_ends_where_its_last_label_does() {
    for (text, found) in [
        ("a@b.co", vec!["a@b.co"]),
        ("a@b.c", vec![]),
        ("a@b", vec![]),
        ("@b.com", vec![]),
        ("a@b.com.x9", vec!["a@b.com"]),
        ("a@b.com9@y.com", vec!["a@b.com", "9@y.com"]),
        ("a@@b.com", vec![]),
        ("x.y_z%1+2-3@h-1.example.org.", vec!["x.y_z%1+2-3@h-1.example.org"]),
    ] {
        assert_eq!(pieces(text, Kind::Email), found, "{text}");
    }
}

#[test]
fn a_link_is_known_by_its_beginning_or_by_its_end() {
    for (text, found) in [
        ("HTTP://X", vec!["HTTP://X"]),
        ("https://", vec![]),
        ("www.", vec![]),
        ("(www.…)", vec![]),
        ("Example.COM/A?b", vec!["Example.COM/A?b"]),
        ("example.com.sa", vec!["example.com.sa"]),
        ("example.community", vec![]),
        ("example.com-a", vec![]),
        ("example.xyz", vec![]),
        ("a_example.com", vec![]),
        ("«www.example.org/a»؟", vec!["www.example.org/a"]),
        ("xhttps://a", vec![]),
    ] {
        assert_eq!(pieces(text, Kind::Url), found, "{text}");
    }
}

#[test]
fn a_name_of_an_account_has_two_to_thirty_signs() {
    let long = format!("@{}", "a".repeat(31));
    for (text, found) in
        [("@ab", vec!["@ab"]), ("@a", vec![]), ("@@ab", vec![]), ("x@ab", vec![]), ("(@a_1)", vec!["@a_1"])]
    {
        assert_eq!(pieces(text, Kind::Handle), found, "{text}");
    }
    assert_eq!(pieces(&long, Kind::Handle), [&long[..31]], "as far as it can go");
}

#[test]
fn telephones_are_found_in_every_way_of_writing_them() {
    for (text, found) in [
        ("551234567", vec!["551234567"]),
        ("(055) 123-4567", vec!["055) 123-4567"]),
        ("+966 (0) 55 123 4567", vec!["+966 (0) 55 123 4567"]),
        ("+966\u{200e}0551234567", vec!["+966\u{200e}0551234567"]),
        ("00966 11 123 4567", vec!["00966 11 123 4567"]),
        ("111234567", vec![]),
        ("80012412345", vec![]),
        ("8001241234", vec!["8001241234"]),
        ("0 9 2 0 0 1 2 3 4 5", vec!["0 9 2 0 0 1 2 3 4 5"]),
        ("+966 920012345", vec!["+966 920012345"]),
        ("1+966551234567", vec!["966551234567"]),
        ("0661234567", vec![]),
        ("055   1234567", vec![]),
        ("0551234567 0557654321", vec!["0551234567", "0557654321"]),
        ("۰۵۵۱۲۳۴۵۶۷", vec!["۰۵۵۱۲۳۴۵۶۷"]),
    ] {
        assert_eq!(pieces(text, Kind::Phone), found, "{text}");
    }
}

#[test]
fn an_account_number_is_found_whatever_its_check_digits() {
    let account = "SA0380000000608010167519";
    assert_eq!(pieces(account, Kind::Iban), [account]);
    for not_one in [format!("x{account}"), format!("{account}1"), format!("{account}a"), account[..23].to_owned()] {
        assert!(pieces(&not_one, Kind::Iban).is_empty(), "{not_one}");
    }
}

#[test]
fn quotations_end_at_their_own_mark() {
    let quotes = |text: &str| pieces(text, Kind::Quote);
    assert_eq!(quotes("«قال \"واحد اثنان ثلاثة\" وسكت» ثم مضى"), ["«قال \"واحد اثنان ثلاثة\" وسكت»"]);
    assert_eq!(quotes("« بلا نهاية ثم \"واحد اثنان ثلاثة أربعة\" هنا"), ["\"واحد اثنان ثلاثة أربعة\""]);
    let far = |between: usize| format!("“واحد اثنان ثلاثة أربعة”{}(المصدر)", ".".repeat(between));
    assert!(quotes(&far(39)).is_empty(), "the fortieth sign behind it is close by");
    assert_eq!(quotes(&far(40)).len(), 1, "the forty-first is not");
    assert!(quotes("«واحد اثنان ثلاثة أربعة» والمصدر معروف").is_empty(), "a source word may have a prefix");
}

#[test]
fn a_prefix_must_leave_three_letters() {
    let rules = Rules::new(Settings { words_3: vec!["سب".to_owned(), "شتم".to_owned()], ..Settings::default() });
    let words = |text: &str| {
        let found = rules.look(Contribution { text, ..Contribution::default() }, &Topic::new(), &[]);
        found
            .flags
            .into_iter()
            .filter(|flag| flag.kind == Kind::OffensiveWord)
            .filter_map(|flag| flag.evidence)
            .collect::<Vec<_>>()
    };
    assert_eq!(words("سب والسب بالشتم وشتم مشتم"), ["سب", "بالشتم", "وشتم"]);
}

/// Five milliseconds are allowed for a text. The quickest of many looks is measured, for the machine does other things too.
#[test]
fn a_long_text_is_looked_through_at_once() {
    let rules = Rules::new(Settings {
        words_4: (0..500).map(|word| format!("كلمة{word}")).collect(),
        ..Settings::default()
    });
    let text =
        "أقترح \"أن يكون المنفذ يومي الخميس\" للتواصل أم ياسر 0551234567 @klija www.example.org ﴿نص﴾ ".repeat(17);
    let contribution = Contribution { text: &text, ..Contribution::default() };
    let timed = |_| {
        let start = Instant::now();
        assert!(rules.look(contribution, &Topic::new(), &[]).blocked());
        start.elapsed()
    };
    let quickest = (0..100).map(timed).min().unwrap();
    assert!(quickest.as_micros() < 5_000, "{} signs took {quickest:?}", text.chars().count());
}

/// A text that is made to be slow takes its length, not the square of it.
#[test]
fn a_text_without_end_is_looked_through_too() {
    for part in ["«", "\"واحد اثنان ثلاثة أربعة\" ", "055 1234567 ", "a.", "a@b.c", "﴿", "للتواصل أم ", "SA0 "]
    {
        let text = part.repeat(100_000 / part.chars().count());
        let start = Instant::now();
        look(&text);
        assert!(start.elapsed().as_secs() < 10, "{part} took {:?}", start.elapsed());
    }
}
