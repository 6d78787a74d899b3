//! Columns, counted as ratatui's buffer counts them: cluster by cluster.
//!
//! Anything that measures otherwise overflows a pane, tears a border or misplaces a click. The test below
//! compares with the buffer itself.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use super::slice;

/// Returns how many screen columns `text` takes on one line.
#[must_use]
pub fn width(text: &str) -> usize {
    simple_width(text).unwrap_or_else(|| clusters(text).map(|(_, _, columns)| columns).sum())
}

/// Returns the grapheme clusters of `text`: byte offset, cluster, columns.
#[must_use]
pub fn clusters(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str, usize)> {
    // Of nearly every text the clusters are its characters, which are found ten times as fast.
    let (simple, other) = if simple_width(text).is_some() { (text, "") } else { ("", text) };
    let characters = simple.char_indices().map(|(at, c)| (at, slice(simple, at..at + c.len_utf8()), 1));
    let clusters = other.grapheme_indices(true).map(|(at, cluster)| (at, cluster, cluster_width(cluster)));
    characters.chain(clusters)
}

/// Returns `text`, or as much of it as fits `columns` with an ellipsis at the end.
#[must_use]
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(1) else { return Cow::Borrowed("") };
    let mut out = String::new();
    let mut used = 0;
    for (_, cluster, columns) in clusters(text) {
        if used + columns > room {
            break;
        }
        used += columns;
        out.push_str(cluster);
    }
    out.truncate(out.trim_end().len());
    out.push('…');
    Cow::Owned(out)
}

/// Returns `text`, or as many whole words of it as fit `columns` with an ellipsis behind them, and no comma before it; where
/// not even half of the columns would be filled, it is cut within a word.
#[must_use]
pub fn cut_at_word(text: &str, columns: usize) -> Cow<'_, str> {
    let cut = truncate(text, columns);
    let Some(shown) = cut.strip_suffix('…').filter(|_| width(text) > columns) else { return cut };
    let is_whole = text.get(shown.len()..).is_some_and(|rest| rest.starts_with(' '));
    let words = shown.rsplit_once(' ').map_or("", |(words, _)| words);
    let kept = if is_whole || width(words) * 2 < columns { shown } else { words };
    Cow::Owned(format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '–', '-', '·', '›'])))
}

/// Returns `text` in capitals of the same columns: a letter whose capital is more than one letter (ß) stays small.
#[must_use]
pub fn capitals(text: &str) -> Cow<'_, str> {
    let capital = |c: char| {
        let mut upper = c.to_uppercase();
        upper.next().filter(|_| upper.next().is_none()).unwrap_or(c)
    };
    let raised: String = text.chars().map(capital).collect();
    if width(&raised) == width(text) { Cow::Owned(raised) } else { Cow::Borrowed(text) }
}

/// Returns the columns of a text in which every character is a cluster of one column, as nearly all are.
fn simple_width(text: &str) -> Option<usize> {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return Some(text.len());
    }
    text.chars().try_fold(0, |columns, c| is_simple(c).then_some(columns + 1))
}

/// Letters, signs and punctuation of European text: one column each, and none joins its neighbour.
fn is_simple(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}')
}

/// As `ratatui_core::buffer::CellWidth` for a cluster: controls draw nothing, the halfwidth Japanese sound
/// marks take a column although `unicode-width` gives them none.
fn cluster_width(cluster: &str) -> usize {
    if cluster.len() == 1 {
        return usize::from(!cluster.contains(char::is_control));
    }
    if cluster.contains(char::is_control) {
        return 0;
    }
    cluster.width() + cluster.chars().filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}')).count()
}

#[cfg(test)]
mod tests {
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    use super::*;

    #[test]
    fn columns_are_those_of_the_buffer() {
        let texts = [
            "plain",
            "e\u{301}",
            "漢字",
            "👩‍🔬",
            "✋🏽",
            "⚠\u{fe0f}",
            "لا",
            "ｶﾞ",
            "क्षि",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "a\u{7}b",
            "",
            "🇬🇧🇬🇧",
        ];
        for text in texts {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
            let (end, _) = buffer.set_stringn(0, 0, text, 40, Style::new());
            assert_eq!(width(text), usize::from(end), "{text:?}");
        }
    }

    #[test]
    fn simple_characters_are_one_column_whatever_stands_beside_them() {
        let simple: Vec<char> = ('\0'..='\u{ffff}').filter(|c| is_simple(*c)).collect();
        for pair in simple.windows(2) {
            let text = format!("{0}{0}{1}{0}’{1}a{0}", pair[0], pair[1]);
            let columns: Vec<_> =
                clusters(&text).map(|(_, cluster, columns)| (cluster.chars().count(), columns)).collect();
            assert_eq!(columns, [(1, 1); 8], "{text:?}");
            assert_eq!(width(&text), 8);
        }
    }

    #[test]
    fn what_is_cut_ends_at_a_word_without_its_comma() {
        assert_eq!(cut_at_word("tea, and what it does", 9), "tea, and…");
        assert_eq!(cut_at_word("first tea, then toast", 14), "first tea…");
        assert_eq!(cut_at_word("extraordinarily long", 10), "extraordi…");
        assert_eq!(cut_at_word("all of it", 9), "all of it");
        assert_eq!(cut_at_word("anything", 0), "");
    }

    #[test]
    fn capitals_take_the_columns_of_small_letters() {
        assert_eq!(capitals("In brief – Esmée’s straße"), "IN BRIEF – ESMÉE’S STRAßE");
        assert_eq!(capitals("漢字 i\u{301}"), "漢字 I\u{301}");
    }

    #[test]
    fn truncation_keeps_clusters_whole_and_says_that_it_cut() {
        assert_eq!(truncate("boundaries", 10), "boundaries");
        assert_eq!(truncate("boundaries", 6), "bound…");
        assert_eq!(truncate("two words", 5), "two…");
        assert_eq!(truncate("漢字漢字", 4), "漢…");
        assert_eq!(truncate("anything", 0), "");
    }
}
