//! How much a file may hold, counted before it is read: a parser takes a hundred times the memory of what a
//! hostile file takes on disk.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// The tokens of a file: words, signs, blanks and line ends outside of texts. A references file of 2 MiB has half.
const TOKENS_AT_MOST: usize = 700_000;

/// Brackets, braces and dots outside of texts: each can begin a table, which takes a kilobyte.
const PARTS_AT_MOST: usize = 64_000;

/// Returns where a file has more values than any pack needs, if it has. Takes no memory.
pub(super) fn excess(text: &str) -> Option<Range<usize>> {
    let mut parts = 0;
    for (count, token) in Source::new(text).lex().enumerate() {
        if matches!(token.kind(), TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket | TokenKind::Dot)
        {
            parts += 1;
        }
        if count >= TOKENS_AT_MOST || parts > PARTS_AT_MOST {
            return Some(token.span().start()..token.span().end());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_values_are_counted_and_long_texts_are_not() {
        assert_eq!(excess(&format!("x = \"{}\"", "[,".repeat(1 << 20))), None);
        assert_eq!(excess(&"[[term]]\nid = \"a\"\n".repeat(20_000)), None);
        for hostile in ["{a=1},", "1,", "[],", "a.", "#\n", "[[q]]\n"] {
            let text = format!("x = [{}", hostile.repeat((2 << 20) / hostile.len()));
            let at = excess(&text).unwrap().start;
            assert!(at > 64_000 && at < text.len(), "{hostile}");
        }
    }
}
