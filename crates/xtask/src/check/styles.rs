//! Styles name no physical side, so that right-to-left and left-to-right are one stylesheet.

use super::Problem;
use super::source::{Sources, pattern, without_comments};

const PHYSICAL: &str = r"(?x)
    \b(margin|padding|border)-(left|right)\b
  | \bborder-(top|bottom)-(left|right)-radius\b
  | \b(text-align|float|clear)\s*:\s*(left|right)\b
  | (^|[\s;{\x22'])(left|right)\s*:\s*[-\d.(a-z]
  | \bstyle:(left|right|margin-left|margin-right|padding-left|padding-right)\b
";

pub fn problems(sources: &Sources) -> Vec<Problem> {
    let physical = pattern(PHYSICAL);
    let mut found = Vec::new();
    for source in sources.interface().filter(|source| source.path.ends_with(".svelte") || source.path.ends_with(".css"))
    {
        let whole = without_comments(&source.text);
        for (start, styles) in style_parts(&source.path, &whole) {
            for hit in physical.find_iter(&styles) {
                // The match may begin with the character before; its end is always on the line itself.
                let line = source.line_of(start + hit.end() - 1);
                let mend = format!(
                    "`{}` is a physical side; write inset-inline-start/-end, margin-inline-…, padding-inline-…, text-align: start/end",
                    hit.as_str().trim()
                );
                found.push(Problem::at(source, line, mend));
            }
        }
    }
    found
}

/// The styles of a file: all of a stylesheet; in a component its style element and the style attributes.
fn style_parts(path: &str, text: &str) -> Vec<(usize, String)> {
    if path.ends_with(".css") {
        return vec![(0, text.to_owned())];
    }
    let parts = pattern(r#"(?s)<style[^>]*>.*?</style>|\bstyle="[^"]*"|\bstyle='[^']*'|\bstyle:[a-z-]+"#);
    parts.find_iter(text).map(|part| (part.start(), part.as_str().to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::super::source::Source;
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        problems(&Sources(vec![Source::new(path, text)])).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn physical_sides_are_found_with_their_line() {
        for bad in [
            "a { margin-left: 4px }",
            "a { padding-right: 0 }",
            "a { text-align: left }",
            "a {\n left: 0; }",
            "a { right:-4px }",
            "a { border-left: 1px }",
            "a { float: right }",
        ] {
            assert_eq!(found("ui/src/styles/base.css", bad).len(), 1, "must be found: {bad}");
        }
        assert!(
            found("ui/src/styles/base.css", "a {\n\n  left: 0;\n}")[0].contains(":3:"),
            "the message leads to the line"
        );
        assert_eq!(found("ui/src/parts/A.svelte", "<div style=\"left: 4px\"></div>").len(), 1, "attributes count");
        assert_eq!(found("ui/src/parts/A.svelte", "<p>a</p><style>\n p { margin-right: 1px }\n</style>").len(), 1);
    }

    #[test]
    fn logical_sides_and_words_of_the_script_pass() {
        assert!(
            found(
                "ui/src/styles/base.css",
                "a { inset-inline-start: 0; text-align: end; margin-inline: 4px; scroll-padding: 0 }"
            )
            .is_empty()
        );
        assert!(
            found("ui/src/parts/A.svelte", "<script>const place = { left: 4 };</script>").is_empty(),
            "a measured rectangle has a left side"
        );
    }
}
