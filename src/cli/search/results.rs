//! The results of a search to read: title, where, and as much of the passage around the first match as three rows
//! hold.

use std::ops::Range;

use crate::cli::paint::Paint;
use crate::guide::{Guide, Library};
use crate::search::{Answer, AnswerKind, FilterKey, Hit, Passage, Subject, Suggestions};
use crate::text::{clusters, marked_excerpt, marks_within, slice, width, wrap};

/// Columns of indent below the number of a result.
const INDENT: usize = 3;

/// The most rows of a passage.
const ROWS: usize = 3;

/// What marks a cut text.
const CUT: &str = "…";

/// Writes the results one below the other.
pub(super) fn write(paint: &mut Paint, library: &Library, answer: &Answer, columns: usize) {
    for (index, hit) in answer.hits.iter().enumerate() {
        if index > 0 {
            paint.end_line();
        }
        result(paint, library, index + 1, hit, columns);
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

fn result(paint: &mut Paint, library: &Library, number: usize, hit: &Hit, columns: usize) {
    let room = columns.saturating_sub(INDENT).max(1);
    let number = format!("{number}.");
    paint.plain(&format!("{number:<INDENT$}"));
    let title = match &hit.subject {
        Subject::Guide { guide, .. } => &library.guide(*guide).title,
        Subject::Term { term, .. } => &library.term(*term).title,
        Subject::Theme { theme, .. } => &library.theme(*theme).title,
    };
    rows(paint, &MarkedText { text: title, marks: &hit.title, kind: TextKind::Title }, room, usize::MAX);
    match &hit.subject {
        Subject::Guide { guide, passage } => {
            let guide = library.guide(*guide);
            let said = hit.alias.and_then(|at| guide.all_aliases().nth(at)).map(|(_, said)| said);
            guide_rows(paint, guide, said, passage.as_ref(), room);
        }
        Subject::Term { term, marks } => {
            place(paint, "What the word means", room);
            passage_rows(paint, &library.term(*term).meaning, marks, room);
        }
        Subject::Theme { theme, marks } => {
            let theme = library.theme(*theme);
            place(paint, &format!("Theme · toolkit list --theme {}", theme.slug), room);
            passage_rows(paint, &theme.intro, marks, room);
        }
    }
}

/// Writes where in a guide the passage is, what people say for it, if that is why it is here, and the passage; the
/// summary where there is none.
fn guide_rows(paint: &mut Paint, guide: &Guide, said: Option<&str>, passage: Option<&Passage>, room: usize) {
    let said = said.map(|said| format!("People say: {said}"));
    let Some(passage) = passage else {
        place(paint, &guide.slug, room);
        if let Some(said) = &said {
            place(paint, said, room);
        }
        let shown = MarkedText { text: &guide.summary, marks: &[], kind: TextKind::Passage };
        indent(paint);
        rows(paint, &shown, room, ROWS);
        return;
    };
    let section = guide.sections.get(passage.section);
    let titles = [section.map_or("", |section| &section.title), guide.heading_of(passage.span.block)];
    let mut path: Vec<&str> = titles.into_iter().filter(|title| *title != guide.title).collect();
    path.dedup();
    let id = match section {
        Some(section) if passage.section > 0 => format!("{}#{}", guide.slug, section.id),
        _ => guide.slug.clone(),
    };
    let path = path.join(" › ");
    place(paint, &if path.is_empty() { id } else { format!("{path} · {id}") }, room);
    if let Some(said) = &said {
        place(paint, said, room);
    }
    let text = guide.blocks.get(passage.span.block as usize).map_or("", |block| &block.prose.text);
    let span = passage.span.range();
    passage_rows(paint, slice(text, span.clone()), &marks_within(&passage.marks, &span), room);
}

/// Writes as much of a text around its first mark as the rows hold.
fn passage_rows(paint: &mut Paint, text: &str, marks: &[Range<usize>], room: usize) {
    indent(paint);
    let (text, marks) = marked_excerpt(text, marks, columns_of_rows(room));
    rows(paint, &MarkedText { text: &text, marks: &marks, kind: TextKind::Passage }, room, ROWS);
}

fn indent(paint: &mut Paint) {
    paint.plain(&" ".repeat(INDENT));
}

/// Writes where a result is.
fn place(paint: &mut Paint, place: &str, room: usize) {
    for row in wrap(place, room) {
        indent(paint);
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
