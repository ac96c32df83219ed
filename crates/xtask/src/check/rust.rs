//! Rust as the rules read it: the tokens of a file, from the reader of tokens that syn stands on.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use std::ops::Range;
use std::str::FromStr;
use syn::LitStr;

/// A text in quotes, as written between them.
pub struct Literal {
    pub line: usize,
    pub text: String,
}

/// One file, without its comments, its documentation and what exists only in tests.
#[derive(Default)]
pub struct Rust {
    pub tokens: TokenStream,
    /// The same as text. What stands inside quotes is blank; every character that remains stands where it stood.
    pub code: String,
    /// The texts in quotes.
    pub literals: Vec<Literal>,
}

impl Rust {
    /// # Errors
    /// Text that is not Rust, with the reader's own words.
    pub fn read(text: &str) -> Result<Self, String> {
        let tokens = TokenStream::from_str(text).map_err(|error| error.to_string())?;
        let mut code: Vec<u8> = text.bytes().map(|byte| if byte == b'\n' { b'\n' } else { b' ' }).collect();
        let tokens = of_the_program(tokens, text);
        let mut literals = Vec::new();
        lay(&tokens, text, &mut code, &mut literals);
        // Whole tokens are laid where they stood, so this is text again.
        Ok(Self { tokens, code: String::from_utf8_lossy(&code).into_owned(), literals })
    }

    /// The insides of every call of a macro with braces (`commands! { … }`), wherever it stands.
    pub fn calls(&self, name: &str) -> Vec<TokenStream> {
        let mut found = Vec::new();
        each_sequence(&self.tokens, &mut |sequence| {
            for window in sequence.windows(3) {
                if let [TokenTree::Ident(ident), TokenTree::Punct(mark), TokenTree::Group(group)] = window
                    && *ident == name
                    && mark.as_char() == '!'
                    && group.delimiter() == Delimiter::Brace
                {
                    found.push(group.stream());
                }
            }
        });
        found
    }

    /// The texts among the arguments of every call of a function, wherever it stands.
    pub fn arguments(&self, function: &str) -> Vec<String> {
        let mut found = Vec::new();
        each_sequence(&self.tokens, &mut |sequence| {
            for window in sequence.windows(2) {
                if let [TokenTree::Ident(ident), TokenTree::Group(group)] = window
                    && *ident == function
                    && group.delimiter() == Delimiter::Parenthesis
                {
                    found.extend(texts(&group.stream()).into_iter().map(|(_, text)| text));
                }
            }
        });
        found
    }
}

/// The texts in quotes among these tokens, with their lines.
pub fn texts(tokens: &TokenStream) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    each_sequence(tokens, &mut |sequence| {
        for token in sequence {
            if let TokenTree::Literal(literal) = token
                && let Ok(text) = syn::parse2::<LitStr>(TokenStream::from(TokenTree::from(literal.clone())))
            {
                found.push((line_of(literal.span()), text.value()));
            }
        }
    });
    found
}

pub fn line_of(span: Span) -> usize {
    span.start().line
}

/// Shows the tokens on every level, one group at a time.
fn each_sequence(tokens: &TokenStream, show: &mut impl FnMut(&[TokenTree])) {
    let sequence: Vec<TokenTree> = tokens.clone().into_iter().collect();
    show(&sequence);
    for token in &sequence {
        if let TokenTree::Group(group) = token {
            each_sequence(&group.stream(), show);
        }
    }
}

/// Leaves out documentation, and what follows `#[cfg(test)]` to its closing brace or semicolon.
fn of_the_program(tokens: TokenStream, text: &str) -> TokenStream {
    let mut kept = Vec::new();
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => {
                let documents = text[mark.span().byte_range()].starts_with('/');
                let inner = rest.next_if(|next| matches!(next, TokenTree::Punct(mark) if mark.as_char() == '!'));
                let attribute = rest.next_if(|next| matches!(next, TokenTree::Group(_)));
                if documents {
                    continue;
                }
                if inner.is_none() && attribute.as_ref().is_some_and(|group| group.to_string() == "[cfg (test)]") {
                    let ends = |token: &TokenTree| match token {
                        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                        TokenTree::Punct(mark) => mark.as_char() == ';',
                        _ => false,
                    };
                    rest.by_ref().find(ends);
                    continue;
                }
                kept.push(TokenTree::Punct(mark));
                kept.extend(inner.into_iter().chain(attribute));
            }
            TokenTree::Group(group) => {
                let mut inside = Group::new(group.delimiter(), of_the_program(group.stream(), text));
                inside.set_span(group.span());
                kept.push(TokenTree::Group(inside));
            }
            token => kept.push(token),
        }
    }
    kept.into_iter().collect()
}

/// Lays the tokens into the blank text, each where it stood, and collects the texts in quotes.
fn lay(tokens: &TokenStream, text: &str, code: &mut [u8], literals: &mut Vec<Literal>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Group(group) => {
                let whole = group.span().byte_range();
                if group.delimiter() != Delimiter::None {
                    put(text, code, whole.start..whole.start + 1);
                    put(text, code, whole.end - 1..whole.end);
                }
                lay(&group.stream(), text, code, literals);
            }
            TokenTree::Literal(literal) => {
                let range = literal.span().byte_range();
                let written = &text[range.clone()];
                match (written.find('"'), written.rfind('"')) {
                    (Some(open), Some(close)) if open < close && !written.starts_with(['\'', '/']) => {
                        put(text, code, range.start..range.start + open + 1);
                        put(text, code, range.start + close..range.end);
                        literals
                            .push(Literal { line: line_of(literal.span()), text: written[open + 1..close].to_owned() });
                    }
                    _ => put(text, code, range),
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => put(text, code, token.span().byte_range()),
        }
    }
}

fn put(text: &str, code: &mut [u8], range: Range<usize>) {
    code[range.clone()].copy_from_slice(&text.as_bytes()[range]);
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = r##"//! uses database::Read
fn a<'a>(x: &'a str) -> char { let _ = "in \" text"; let _ = r#"raw "text""#; '"' }
/* a /* nested */ comment */ fn b() { '\'' ; "after" }
#[cfg(test)]
mod tests { fn c() { "tested".unwrap() } }
fn d() { /* عربي */ print!("يوم", tree("one"), 'é'); }
refusals! {
    /// Says "why".
    LAST = "staff.last";
}
"##;

    #[test]
    fn code_stands_alone_and_where_it_stood() {
        let rust = Rust::read(SAMPLE).unwrap();
        assert!(!rust.code.contains("database"), "documentation is blank");
        assert!(!rust.code.contains("nested") && !rust.code.contains("comment"), "block comments nest");
        assert!(!rust.code.contains("unwrap") && !rust.code.contains("mod tests"), "tests are blank");
        assert_eq!(rust.code.len(), SAMPLE.len(), "letters of several bytes keep their room");
        for left in ["fn a<'a>(x: &'a str) -> char", "fn d()", "'é'", "LAST"] {
            assert_eq!(rust.code.find(left), SAMPLE.find(left), "what remains has not moved: {left}");
        }
    }

    #[test]
    fn texts_of_the_program_are_found_with_their_lines() {
        let rust = Rust::read(SAMPLE).unwrap();
        let found: Vec<_> = rust.literals.iter().map(|literal| (literal.line, literal.text.as_str())).collect();
        assert_eq!(
            found,
            [(2, "in \\\" text"), (2, "raw \"text\""), (3, "after"), (6, "يوم"), (6, "one"), (9, "staff.last")],
            "escaped and raw quotes end where they end; tests and documentation are left out"
        );
    }

    #[test]
    fn calls_are_found_wherever_they_stand() {
        let rust = Rust::read(SAMPLE).unwrap();
        let calls = rust.calls("refusals");
        assert_eq!(calls.len(), 1);
        assert_eq!(texts(&calls[0]), [(9, "staff.last".to_owned())], "what documents it is no text of it");
        assert_eq!(rust.arguments("tree"), ["one"], "also among the arguments of another call");
    }

    #[test]
    fn text_that_is_not_rust_is_refused() {
        assert!(Rust::read("fn a() { \"open").is_err());
    }
}
