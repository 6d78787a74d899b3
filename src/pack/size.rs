//! How much a file may hold, counted before it is read: a parser takes a hundred times the memory of what a
//! hostile file takes on disk.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// The tokens of a file: words, signs, blanks and line ends outside of texts. A references file of 2 MiB has half.
const TOKENS_AT_MOST: usize = 700_000;

/// Brackets, braces and dots outside of texts: each can begin a table, which takes a kilobyte.
const PARTS_AT_MOST: usize = 64_000;

/// The lines of a guide. Each may be a paragraph, which takes many times the memory of its letters where these are few.
const LINES_AT_MOST: usize = 15_000;

/// Whether a guide has more lines than are read, line ends that are written as `\n` counted.
pub(super) fn has_too_many_lines(text: &str) -> bool {
    let ends = text.matches('\n').chain(text.matches("\\n"));
    ends.take(LINES_AT_MOST + 1).count() > LINES_AT_MOST
}

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
    fn lines_are_counted_however_they_are_written() {
        assert!(!has_too_many_lines(&"a b.\n\n".repeat(LINES_AT_MOST / 2)));
        assert!(has_too_many_lines(&"a b.\n\n".repeat(LINES_AT_MOST)));
        assert!(has_too_many_lines(&r"a b.\n\n".repeat(LINES_AT_MOST)));
    }

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
