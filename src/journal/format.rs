//! The personal files as text: TOML that a person can read and mend.
//!
//! Above all else stand the number of the format and a checksum. A file of an older format is read and written as
//! the present one; a newer one is left alone. Where the checksum does not fit, somebody has mended the file by
//! hand or a disk has damaged it: what can still be read is read, and [`Integrity`] says so, so that a copy is kept.

use serde::{Deserialize, Serialize};
use toml::value::Datetime;

use super::session::{SessionsShape, sessions, sessions_shape};
use super::shape::{AnchorShape, anchor, anchor_shape, date_of, moment, number};
use super::{Bookmark, BookmarkId, Bookmarks, GuideKey, Journal, Part, Progress, ReadingPlace, Visit};
use crate::text::{clean_line, fnv1a};

/// The number of the format that is written.
const FORMAT: i64 = 1;

/// What stands at the top of each file.
const NOTES: &str = "\
# `toolkit` keeps this file. It is yours: read it, and mend it with any editor for plain text. After a change by
# hand the checksum no longer fits; the next time it writes here, `toolkit` keeps a copy and makes it fit again.
";

/// Whether a file is as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Integrity {
    /// It is.
    Whole,
    /// It can be read, but somebody or something has changed it.
    Changed,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It is damaged: what is wrong, and where.
    Damaged(String),
    /// A newer program has written it.
    Newer,
}

/// The top of every file.
#[derive(Deserialize)]
struct Head {
    format: Option<i64>,
    checksum: Option<String>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct BookmarksShape {
    next: i64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    bookmark: Vec<BookmarkShape>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct ProgressShape {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    place: Vec<PlaceShape>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    visit: Vec<VisitShape>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    read: Vec<VisitShape>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct BookmarkShape {
    id: i64,
    when: Option<Datetime>,
    note: String,
    #[serde(flatten)]
    anchor: AnchorShape,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct PlaceShape {
    when: Option<Datetime>,
    percent: i64,
    #[serde(flatten)]
    anchor: AnchorShape,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct VisitShape {
    when: Option<Datetime>,
    pack: String,
    guide: String,
}

/// Returns a part of the journal as the text of its file.
#[must_use]
pub fn write(journal: &Journal, part: Part) -> String {
    // Strings, numbers, dates and lists of them: there is nothing that TOML could not write.
    let (title, body) = match part {
        Part::Bookmarks => ("# Your bookmarks.", toml::to_string(&bookmarks_shape(&journal.bookmarks))),
        Part::Progress => (
            "# Where you were in each guide, what you opened and what you have read.",
            toml::to_string(&progress_shape(&journal.progress)),
        ),
        Part::Sessions => (
            "# Your sessions that you said to keep: what to talk about, and what was agreed.",
            toml::to_string(&sessions_shape(&journal.sessions)),
        ),
    };
    let body = format!("\n{}", body.unwrap_or_default());
    format!("{title}\n{NOTES}\nformat = {FORMAT}\nchecksum = \"{}\"\n{body}", checksum(&body))
}

/// Reads the text of the file of a part into the journal.
///
/// # Errors
///
/// It is damaged or newer; the journal is what it was.
pub fn read(journal: &mut Journal, part: Part, text: &str) -> Result<Integrity, Unreadable> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let head: Head = from_toml(&text)?;
    match head.format {
        Some(FORMAT) => {}
        Some(format) if format > FORMAT => return Err(Unreadable::Newer),
        _ => return Err(Unreadable::Damaged(format!("it has no line `format = {FORMAT}`"))),
    }
    match part {
        Part::Bookmarks => journal.bookmarks = bookmarks(from_toml(&text)?),
        Part::Progress => journal.progress = progress(from_toml(&text)?),
        Part::Sessions => journal.sessions = sessions(from_toml::<SessionsShape>(&text)?),
    }
    let fits = head.checksum.is_some_and(|sum| body_of(&text).is_some_and(|body| sum == checksum(body)));
    Ok(if fits { Integrity::Whole } else { Integrity::Changed })
}

fn from_toml<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        Unreadable::Damaged(clean_line(&format!("line {line}: {}", error.message())))
    })
}

/// Returns what stands behind the line with the checksum.
fn body_of(text: &str) -> Option<&str> {
    let (_, behind) = text.split_once("\nchecksum = ")?;
    behind.split_once('\n').map(|(_, body)| body)
}

/// Returns the checksum of a text. It finds accidents, and is no protection from anybody who may write the file.
fn checksum(text: &str) -> String {
    format!("{:016x}", fnv1a(text.bytes()))
}

fn bookmarks_shape(bookmarks: &Bookmarks) -> BookmarksShape {
    let all = bookmarks.all().iter().map(|bookmark| BookmarkShape {
        id: bookmark.id.0.into(),
        when: date_of(bookmark.when),
        note: bookmark.note.clone(),
        anchor: anchor_shape(&bookmark.anchor),
    });
    BookmarksShape { next: bookmarks.next_id().0.into(), bookmark: all.collect() }
}

fn bookmarks(shape: BookmarksShape) -> Bookmarks {
    let all = shape.bookmark.into_iter().map(|shape| Bookmark {
        // A number that is none is replaced by a new one.
        id: BookmarkId(number(shape.id)),
        anchor: anchor(&shape.anchor),
        note: clean_line(&shape.note),
        when: moment(shape.when),
    });
    Bookmarks::new(all, number(shape.next))
}

fn progress_shape(progress: &Progress) -> ProgressShape {
    let visit = |visit: &Visit| VisitShape {
        when: date_of(visit.when),
        pack: visit.key.pack.clone(),
        guide: visit.key.guide.clone(),
    };
    let place = |place: &ReadingPlace| PlaceShape {
        when: date_of(place.when),
        percent: place.percent.into(),
        anchor: anchor_shape(&place.anchor),
    };
    ProgressShape {
        place: progress.places().iter().map(place).collect(),
        visit: progress.visits().iter().map(visit).collect(),
        read: progress.all_read().iter().map(visit).collect(),
    }
}

fn progress(shape: ProgressShape) -> Progress {
    let visit = |shape: VisitShape| Visit {
        key: GuideKey { pack: clean_line(&shape.pack), guide: clean_line(&shape.guide) },
        when: moment(shape.when),
    };
    let place = |shape: PlaceShape| ReadingPlace {
        anchor: anchor(&shape.anchor),
        percent: u8::try_from(number(shape.percent)).unwrap_or(100),
        when: moment(shape.when),
    };
    Progress::new(
        shape.place.into_iter().map(place),
        shape.visit.into_iter().map(visit),
        shape.read.into_iter().map(visit),
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::guide::TextPos;
    use crate::journal::{Anchor, Change, Moment, Quote};

    fn anchor_of(words: &str) -> Anchor {
        let quote = Quote { exact: clean_line(words), ..Quote::default() };
        let key = GuideKey { pack: "p".to_owned(), guide: "g".to_owned() };
        Anchor { key, quote, pos: TextPos::new(3, 7), ..Anchor::default() }
    }

    fn journal(words: &[String]) -> Journal {
        let mut journal = Journal::default();
        for (word, at) in words.iter().zip(0..) {
            let when = Moment::from_seconds(at * 1_000_000_007);
            let anchor = anchor_of(word);
            let key = GuideKey { guide: clean_line(word), ..anchor.key.clone() };
            journal.apply(&Change::Visit(key.clone()), when);
            journal.apply(&Change::Read(key), when);
            journal.apply(&Change::SetPlace { anchor: anchor.clone(), percent: 42 }, when);
            journal.apply(&Change::AddBookmark { anchor, note: word.clone() }, when);
        }
        journal.apply(&Change::RemoveBookmark(BookmarkId(1)), Moment::default());
        journal
    }

    fn reread(part: Part, text: &str) -> Result<(Journal, Integrity), Unreadable> {
        let mut journal = Journal::default();
        read(&mut journal, part, text).map(|integrity| (journal, integrity))
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_is_read(words in prop::collection::vec("\\PC{0,12}|[\"'\\\\\u{1b}\n#\\[\\]=]{0,6}", 0..5)) {
            let journal = journal(&words);
            let mut again = Journal::default();
            for part in Part::ALL {
                prop_assert_eq!(read(&mut again, part, &write(&journal, part)), Ok(Integrity::Whole));
            }
            prop_assert_eq!(again, journal);
        }

        #[test]
        fn a_damaged_file_is_never_taken_for_a_whole_one(at in 0_usize..2_000, bit in 0..7_u32) {
            let text = write(&journal(&["one".to_owned(), "two".to_owned()]), Part::Bookmarks);
            let mut bytes = text.clone().into_bytes();
            let body = text.find("\nchecksum").unwrap() + 40;
            let at = body + at % (bytes.len() - body);
            bytes[at] ^= 1 << bit;
            if let Ok(damaged) = String::from_utf8(bytes) {
                prop_assert!(!matches!(reread(Part::Bookmarks, &damaged), Ok((_, Integrity::Whole))));
            }
        }
    }

    #[test]
    fn it_reads_like_something_to_mend_by_hand() {
        let text = write(&journal(&["gone".to_owned(), "For Tuesday".to_owned()]), Part::Bookmarks);
        let lines: Vec<_> = text.lines().skip(3).take(10).filter(|line| !line.contains("checksum")).collect();
        let expected = [
            "",
            "format = 1",
            "",
            "next = 3",
            "",
            "[[bookmark]]",
            "id = 2",
            "when = 2001-09-09T01:46:47Z",
            "note = \"For Tuesday\"",
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn what_was_mended_by_hand_is_read() {
        let text = write(&journal(&["gone".to_owned(), "note".to_owned()]), Part::Bookmarks);
        let mended = text.replace("note = \"note\"", "note = \"a better\\u001b note\"").replace('\n', "\r\n");
        let (journal, integrity) = reread(Part::Bookmarks, &format!("\u{feff}{mended}")).unwrap();
        assert_eq!(integrity, Integrity::Changed);
        assert_eq!(journal.bookmarks.all()[0].note, "a better\u{fffd} note");
        let short = "format = 1\n[[bookmark]]\nguide = \"g\"\nwhen = 2026-11-22\n";
        let (journal, integrity) = reread(Part::Bookmarks, short).unwrap();
        let [bookmark] = journal.bookmarks.all() else { unreachable!("there is one") };
        assert_eq!((bookmark.id, bookmark.when.day().to_string().as_str()), (BookmarkId(1), "2026-11-22"));
        assert_eq!(integrity, Integrity::Changed);
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_line() {
        let damaged = |text| reread(Part::Bookmarks, text).unwrap_err();
        assert_eq!(damaged(""), Unreadable::Damaged("it has no line `format = 1`".to_owned()));
        assert_eq!(damaged("format = 2\nnew = true"), Unreadable::Newer);
        for text in ["format = 1\n\nnext = 1 2", "format = 1\n\nnext = \"one\""] {
            assert!(
                matches!(damaged(text), Unreadable::Damaged(why) if why.starts_with("line 3: ")),
                "{text}"
            );
        }
        let mut journal = journal(&["one".to_owned(), "two".to_owned()]);
        let before = journal.clone();
        assert!(read(&mut journal, Part::Bookmarks, "format = 1\nbookmark = 3").is_err());
        assert_eq!(journal, before);
    }
}
