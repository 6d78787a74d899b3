//! Floor 2: what the reader keeps for one person: bookmarks, reading places, visits, what has been read, and the
//! sessions of supervision that were said to be kept.
//!
//! Values and nothing else: the time comes as a [`Moment`], files are for the floor that has them. What happens is
//! a [`Change`], and it is small on purpose: two readers that run at once each apply their own changes to what is
//! on the disk, so that neither loses what the other has written.

mod anchor;
mod bookmark;
mod format;
mod moment;
mod progress;
mod resolve;
mod session;
mod shape;
mod words;

pub use anchor::{Anchor, GuideKey, Quote};
pub use bookmark::{Bookmark, BookmarkId, Bookmarks};
pub use format::{Integrity, Unreadable, read, write};
pub use moment::Moment;
pub use progress::{Progress, ReadingPlace, VISITS_AT_MOST, Visit};
pub use resolve::{MatchKind, Resolved, Unresolved};
pub use session::{
    ActionState, AgreedAction, By, Item, Session, SessionChange, SessionId, Sessions, Topic, Who,
};

/// All that is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Journal {
    /// The passages that were marked.
    pub bookmarks: Bookmarks,
    /// How far the reader has come.
    pub progress: Progress,
    /// The sessions that were kept.
    pub sessions: Sessions,
}

/// The parts that are kept apart: losing one never touches another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// [`Journal::bookmarks`].
    Bookmarks,
    /// [`Journal::progress`].
    Progress,
    /// [`Journal::sessions`].
    Sessions,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 3] = [Self::Bookmarks, Self::Progress, Self::Sessions];
}

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// It is on the disk.
    OnDisk,
    /// Until the program ends: nothing is written.
    UntilTheEnd,
}

/// Something that happened and is to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A passage was marked.
    AddBookmark {
        /// Where.
        anchor: Anchor,
        /// A few words by the reader; may be empty.
        note: String,
    },
    /// The words of a bookmark are now those of this one.
    EditBookmark(Bookmark),
    /// A bookmark was removed.
    RemoveBookmark(BookmarkId),
    /// A removed bookmark was put back.
    RestoreBookmark(Bookmark),
    /// What was removed or changed is to be in no copy any more.
    ForgetOldBookmarks,
    /// A guide was left here.
    SetPlace {
        /// Where.
        anchor: Anchor,
        /// How much of the guide stood above the end of the screen, in hundredths.
        percent: u8,
    },
    /// A guide was opened.
    Visit(GuideKey),
    /// The end of a guide was reached.
    Read(GuideKey),
    /// Places, visits and what has been read are to be forgotten.
    ClearProgress,
    /// A session is to be kept, under a number of its own.
    KeepSession(Box<Session>),
    /// Something of a kept session changed.
    Session(SessionId, SessionChange),
    /// A session was thrown away.
    RemoveSession(SessionId),
}

impl Change {
    /// Returns the part that it is about.
    #[must_use]
    pub fn part(&self) -> Part {
        match self {
            Self::AddBookmark { .. }
            | Self::EditBookmark(_)
            | Self::RemoveBookmark(_)
            | Self::RestoreBookmark(_)
            | Self::ForgetOldBookmarks => Part::Bookmarks,
            Self::SetPlace { .. } | Self::Visit(_) | Self::Read(_) | Self::ClearProgress => Part::Progress,
            Self::KeepSession(_) | Self::Session(..) | Self::RemoveSession(_) => Part::Sessions,
        }
    }

    /// Whether something is to go, and no copy of it may stay.
    #[must_use]
    pub fn throws_away(&self) -> bool {
        match self {
            Self::RemoveSession(_) | Self::ForgetOldBookmarks | Self::ClearProgress => true,
            Self::Session(_, change) => change.throws_away(),
            _ => false,
        }
    }
}

impl Journal {
    /// Applies what happened at the moment `when`.
    pub fn apply(&mut self, change: &Change, when: Moment) {
        match change.clone() {
            Change::AddBookmark { anchor, note } => self.bookmarks.add(anchor, &note, when),
            Change::EditBookmark(bookmark) => self.bookmarks.edit(bookmark),
            Change::RemoveBookmark(id) => self.bookmarks.remove(id),
            Change::RestoreBookmark(bookmark) => self.bookmarks.restore(bookmark),
            Change::ForgetOldBookmarks => {}
            Change::SetPlace { anchor, percent } => {
                self.progress.set_place(ReadingPlace { anchor, percent, when });
            }
            Change::Visit(key) => self.progress.visit(Visit { key, when }),
            Change::Read(key) => self.progress.read(Visit { key, when }),
            Change::ClearProgress => self.progress = Progress::default(),
            Change::KeepSession(session) => self.sessions.keep(*session, when),
            Change::Session(id, change) => self.sessions.change(id, &change, when),
            Change::RemoveSession(id) => self.sessions.remove(id),
        }
    }

    /// Takes a part from another journal.
    pub fn take(&mut self, part: Part, from: Self) {
        match part {
            Part::Bookmarks => self.bookmarks = from.bookmarks,
            Part::Progress => self.progress = from.progress,
            Part::Sessions => self.sessions = from.sessions,
        }
    }
}
