//! The results of a search to read: title, the way to the passage, and as much of it as three rows hold, around the
//! sentence that has most of what was looked for. The passages of one guide that follow each other stand under its title.

use std::ops::Range;

use super::record::address;
use crate::cli::paint::Paint;
use crate::guide::{Guide, Library};
use crate::search::{Answer, AnswerKind, FilterKey, Hit, Passage, Snippet, Subject, Suggestions};
use crate::text::{clusters, marked_excerpt, slice, width, wrap};

/// Columns of indent below the number of a result.
const INDENT: usize = 3;

/// The most rows of a passage.
const ROWS: usize = 3;

/// What marks a cut text.
const CUT: &str = "…";

/// Writes the results one below the other.
pub(super) fn write(paint: &mut Paint, library: &Library, answer: &Answer, columns: usize) {
    let mut before = None;
    for (index, hit) in answer.hits.iter().enumerate() {
        let is_same_guide = hit.guide().is_some() && hit.guide() == before;
        if index > 0 && !is_same_guide {
            paint.end_line();
        }
        let number = format!("{}.", index + 1);
        paint.plain(&format!("{number:<INDENT$}"));
        result(paint, library, hit, is_same_guide, columns);
        before = hit.guide();
    }
}

/// Returns remarks about an answer: which spellings were corrected, which filters have no such value, and what to try
/// where nothing was found.
pub(super) fn remarks(library: &Library, answer: &Answer, typed: &str) -> Vec<String> {
    let mut remarks = answer.remarks();
    for filter in &answer.unresolved {
        let as_word = format!("“{}” was looked for as a word.", filter.typed);
        let as_word = (!filter.is_ambiguous(library)).then_some(as_word);
        let all =
            (filter.key == FilterKey::Theme).then(|| "The names of all themes: toolkit themes".to_owned());
        let more: Vec<String> = as_word.into_iter().chain(all).collect();
        remarks.extend((!more.is_empty()).then(|| more.join(" ")));
    }
    if answer.kind == AnswerKind::Nothing {
        remarks.push(format!(
            "Nothing found for “{typed}”. Try another word for it, or see every guide: toolkit list"
        ));
    }
    remarks.extend(answer.suggestions.iter().flat_map(|suggestions| to_try(library, answer, suggestions)));
    remarks
}

/// Returns what to try where nothing has the words.
fn to_try(library: &Library, answer: &Answer, suggestions: &Suggestions) -> Vec<String> {
    let mut remarks: Vec<String> =
        suggestions.guess.iter().map(|guess| format!("Did you mean “{guess}”?")).collect();
    if suggestions.elsewhere > 0 && !answer.filters.is_empty() {
        let guides = match suggestions.elsewhere {
            1 => "1 guide has".to_owned(),
            many => format!("{many} guides have"),
        };
        remarks.push(format!("{guides} these words outside of {}.", filters(library, answer)));
    }
    if !suggestions.themes.is_empty() {
        let titles: Vec<_> =
            suggestions.themes.iter().map(|theme| library.theme(*theme).title.as_str()).collect();
        remarks.push(format!("The themes are: {}.", titles.join("; ")));
    }
    remarks
}

/// Returns the filters of an answer as they are typed.
fn filters(library: &Library, answer: &Answer) -> String {
    let set = answer.filters.set(library).map(|(key, id)| format!("{}:{id}", key.name()));
    set.collect::<Vec<_>>().join(" ")
}

/// Writes a result, without its title where the one above is of the same guide; the number stands there already.
fn result(paint: &mut Paint, library: &Library, hit: &Hit, is_same_guide: bool, columns: usize) {
    let room = columns.saturating_sub(INDENT).max(1);
    let title = hit.subject.title(library);
    if !is_same_guide {
        let shown = MarkedText { text: title, marks: &hit.title, kind: TextKind::Title };
        rows(paint, &shown, room, usize::MAX);
        indent(paint);
    }
    match &hit.subject {
        Subject::Guide { guide, passage } => {
            guide_rows(paint, library.guide(*guide), passage.as_ref(), room);
        }
        Subject::Term { term, marks } => {
            let term = library.term(*term);
            place(paint, &format!("What the word means · toolkit define {}", term.slug), room);
            passage_rows(paint, &term.meaning, marks, room);
        }
        Subject::Theme { theme, marks } => {
            let theme = library.theme(*theme);
            place(paint, &format!("Theme · toolkit list --theme {}", theme.slug), room);
            passage_rows(paint, &theme.intro, marks, room);
        }
        Subject::Reference { reference } => {
            place(paint, "Reference · toolkit show references", room);
            passage_rows(paint, &library.reference(*reference).citation(), &[], room);
        }
        Subject::About { marks, .. } => {
            place(paint, "About these guides · toolkit show about", room);
            passage_rows(paint, hit.subject.about(library), marks, room);
        }
    }
}

/// Writes where in a guide the passage is, and the passage; the summary where there is none.
fn guide_rows(paint: &mut Paint, guide: &Guide, passage: Option<&Passage>, room: usize) {
    let Some(passage) = passage else {
        place(paint, &guide.slug, room);
        let shown = MarkedText { text: &guide.summary, marks: &[], kind: TextKind::Passage };
        indent(paint);
        rows(paint, &shown, room, ROWS);
        return;
    };
    let (path, id) = (passage.way(guide).join(" › "), address(guide, passage.section));
    place(paint, &if path.is_empty() { id } else { format!("{path} · {id}") }, room);
    let Snippet { text, marks } = passage.snippet(guide);
    passage_rows(paint, &text, &marks, room);
}

/// Writes as much of a text around its best sentence as the rows hold.
fn passage_rows(paint: &mut Paint, text: &str, marks: &[Range<usize>], room: usize) {
    indent(paint);
    let (text, marks) = marked_excerpt(text, marks, columns_of_rows(room));
    rows(paint, &MarkedText { text: &text, marks: &marks, kind: TextKind::Passage }, room, ROWS);
}

fn indent(paint: &mut Paint) {
    paint.plain(&" ".repeat(INDENT));
}

/// Writes where a result is, from where the line stands.
fn place(paint: &mut Paint, place: &str, room: usize) {
    for (index, row) in wrap(place, room).into_iter().enumerate() {
        if index > 0 {
            indent(paint);
        }
        paint.put(|palette| palette.detail, slice(place, row));
        paint.end_line();
    }
}

/// What a text of a result is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TextKind {
    Title,
    Passage,
}

/// A text with its matched words.
struct MarkedText<'a> {
    text: &'a str,
    marks: &'a [Range<usize>],
    kind: TextKind,
}

/// Writes a text in at most `max_rows` rows, its matched words marked; the first begins where the line stands.
fn rows(paint: &mut Paint, shown: &MarkedText<'_>, room: usize, max_rows: usize) {
    let all = wrap(shown.text, room);
    let is_cut = all.len() > max_rows;
    let last = all.len().min(max_rows).saturating_sub(1);
    for (index, mut row) in all.into_iter().take(max_rows).enumerate() {
        if index > 0 {
            indent(paint);
        }
        let sign = if is_cut && index == last { CUT } else { "" };
        row.end = fitting(shown.text, &row, room.saturating_sub(width(sign)));
        let mut from = row.start;
        for mark in shown.marks {
            let (start, end) = (mark.start.clamp(from, row.end), mark.end.clamp(from, row.end));
            unmarked(paint, shown, from..start);
            paint.put(|palette| palette.mark, slice(shown.text, start..end));
            from = end;
        }
        unmarked(paint, shown, from..row.end);
        paint.plain(sign);
        paint.end_line();
    }
}

/// Returns the byte at which a row is cut to fit so many columns.
fn fitting(text: &str, row: &Range<usize>, columns: usize) -> usize {
    let line = slice(text, row.clone());
    let mut used = 0;
    for (start, _, width) in clusters(line) {
        used += width;
        if used > columns {
            return row.start + slice(line, 0..start).trim_end().len();
        }
    }
    row.end
}

fn unmarked(paint: &mut Paint, shown: &MarkedText<'_>, range: Range<usize>) {
    let kind = shown.kind;
    let look = move |palette: &crate::view::Palette| match kind {
        TextKind::Title => palette.result,
        TextKind::Passage => palette.passage,
    };
    paint.put(look, slice(shown.text, range));
}

/// Returns how many columns of a passage the rows hold: they end before they are full, and a cut has a sign.
fn columns_of_rows(room: usize) -> usize {
    (room * ROWS).saturating_sub(ROWS * 6 + 2 * width(CUT)).max(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::paint::Ink;

    #[test]
    fn a_long_passage_is_shown_around_its_match() {
        let text = "one two three four five six seven eight nine ten ".repeat(12);
        let at = text.find("nine").unwrap() + 49 * 5;
        let mark = at..at + 4;
        let (shown, marks) = marked_excerpt(&text, &[mark], columns_of_rows(40));
        assert!(shown.starts_with('…') && shown.ends_with('…') && width(&shown) <= 3 * 40);
        assert_eq!(slice(&shown, marks[0].clone()), "nine");
        assert!(wrap(&shown, 40).len() <= ROWS);
    }

    #[test]
    fn a_text_that_is_cut_at_its_end_says_so() {
        let mut paint = Paint::new(Ink::Plain);
        let text = "one two three four five six";
        rows(&mut paint, &MarkedText { text, marks: &[], kind: TextKind::Passage }, 7, 2);
        assert_eq!(paint.out, "one two\n   three…\n");
    }

    #[test]
    fn marks_that_overlap_or_leave_the_row_do_no_harm() {
        let mut paint = Paint::new(Ink::Attributes);
        let marks = [0..3, 2..9, 40..50];
        rows(&mut paint, &MarkedText { text: "abc def", marks: &marks, kind: TextKind::Passage }, 5, 3);
        assert_eq!(paint.out, "\x1b[1;4mabc\x1b[0m\n   \x1b[1;4mdef\x1b[0m\n");
    }
}
