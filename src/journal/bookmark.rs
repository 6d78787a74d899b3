//! Bookmarks: passages that the reader wants to find again.

use super::{Anchor, Moment};
use crate::text::clean_line;

/// The number that a bookmark keeps for as long as it lives, and that no other gets after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BookmarkId(pub u32);

/// A passage that was marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    /// Its number.
    pub id: BookmarkId,
    /// Where it is.
    pub anchor: Anchor,
    /// A few words by the reader, on one line; may be empty.
    pub note: String,
    /// When it was made.
    pub when: Moment,
}

impl Bookmark {
    /// Returns the first words of the passage as they were when it was marked; those under a heading, where that
    /// was marked.
    #[must_use]
    pub fn words(&self) -> &str {
        let Anchor { heading, quote, .. } = &self.anchor;
        if quote.exact == *heading && !quote.after.is_empty() { &quote.after } else { &quote.exact }
    }
}

/// The bookmarks, in the order they were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmarks {
    list: Vec<Bookmark>,
    /// The number of the next one.
    next: u32,
}

impl Default for Bookmarks {
    fn default() -> Self {
        Self { list: Vec::new(), next: 1 }
    }
}

impl Bookmarks {
    /// Returns bookmarks that were kept, and the number kept for the next one. A number that is missing, or that
    /// another one has too, is replaced by a new one; the same bookmark a second time is left out.
    #[must_use]
    pub fn new(list: impl IntoIterator<Item = Bookmark>, next: u32) -> Self {
        let mut list: Vec<Bookmark> = list.into_iter().collect();
        list.sort_by_key(|bookmark| bookmark.id);
        let last = list.last().map_or(0, |bookmark| bookmark.id.0);
        let mut bookmarks =
            Self { list: Vec::with_capacity(list.len()), next: next.max(last.saturating_add(1)) };
        for mut bookmark in list {
            if bookmarks.get(bookmark.id) == Some(&bookmark) {
                continue;
            }
            if bookmark.id.0 == 0 || bookmarks.get(bookmark.id).is_some() {
                bookmark.id = bookmarks.new_id();
            }
            bookmarks.put(bookmark);
        }
        bookmarks
    }

    /// Returns all, the first made first.
    #[must_use]
    pub fn all(&self) -> &[Bookmark] {
        &self.list
    }

    /// Returns the number of the next one.
    #[must_use]
    pub fn next_id(&self) -> BookmarkId {
        BookmarkId(self.next)
    }

    /// Returns the one with this number.
    #[must_use]
    pub fn get(&self, id: BookmarkId) -> Option<&Bookmark> {
        self.index(id).ok().and_then(|at| self.list.get(at))
    }

    /// Adds one; the same one a second time adds nothing.
    pub(super) fn add(&mut self, anchor: Anchor, note: &str, when: Moment) {
        let note = clean_line(note);
        if !self.list.iter().any(|one| one.anchor == anchor && one.note == note) {
            let id = self.new_id();
            self.put(Bookmark { id, anchor, note, when });
        }
    }

    /// Sets the words of one; it is put back where somebody has removed it in the meantime.
    pub(super) fn edit(&mut self, bookmark: Bookmark) {
        match self.index(bookmark.id) {
            Ok(at) => self.list[at].note = clean_line(&bookmark.note),
            Err(_) => self.put(bookmark),
        }
    }

    pub(super) fn remove(&mut self, id: BookmarkId) {
        if let Ok(at) = self.index(id) {
            self.list.remove(at);
        }
    }

    /// Puts back one that was removed.
    pub(super) fn restore(&mut self, bookmark: Bookmark) {
        if self.get(bookmark.id).is_none() {
            self.put(bookmark);
        }
    }

    fn index(&self, id: BookmarkId) -> Result<usize, usize> {
        self.list.binary_search_by_key(&id, |bookmark| bookmark.id)
    }

    fn put(&mut self, bookmark: Bookmark) {
        self.next = self.next.max(bookmark.id.0.saturating_add(1));
        if let Err(at) = self.index(bookmark.id) {
            self.list.insert(at, bookmark);
        }
    }

    fn new_id(&mut self) -> BookmarkId {
        let id = BookmarkId(self.next);
        self.next = self.next.saturating_add(1);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bookmark(id: u32, note: &str) -> Bookmark {
        Bookmark {
            id: BookmarkId(id),
            anchor: Anchor::default(),
            note: note.to_owned(),
            when: Moment::default(),
        }
    }

    fn ids(bookmarks: &Bookmarks) -> Vec<u32> {
        bookmarks.all().iter().map(|bookmark| bookmark.id.0).collect()
    }

    #[test]
    fn a_number_is_never_given_twice() {
        let mut bookmarks = Bookmarks::default();
        for note in ["a", "b", "b"] {
            bookmarks.add(Anchor::default(), note, Moment::default());
        }
        assert_eq!(ids(&bookmarks), [1, 2]);
        let second = bookmarks.get(BookmarkId(2)).cloned().unwrap();
        bookmarks.remove(BookmarkId(2));
        bookmarks.add(Anchor::default(), "c", Moment::default());
        assert_eq!(ids(&bookmarks), [1, 3]);
        bookmarks.restore(second.clone());
        bookmarks.restore(second);
        assert_eq!(ids(&bookmarks), [1, 2, 3]);
    }

    #[test]
    fn words_that_were_added_outlive_the_removal_by_somebody_else() {
        let mut bookmarks = Bookmarks::new([bookmark(1, "a"), bookmark(2, "b")], 3);
        bookmarks.edit(bookmark(1, " A \n word"));
        bookmarks.remove(BookmarkId(2));
        bookmarks.edit(bookmark(2, "B"));
        let notes: Vec<_> = bookmarks.all().iter().map(|bookmark| bookmark.note.as_str()).collect();
        assert_eq!(notes, ["A word", "B"]);
    }

    #[test]
    fn numbers_written_by_hand_are_put_right() {
        let twice = bookmark(7, "a");
        let bookmarks = Bookmarks::new([twice.clone(), bookmark(0, "b"), twice, bookmark(7, "c")], 2);
        assert_eq!(ids(&bookmarks), [7, 8, 9]);
        assert_eq!(bookmarks.next_id(), BookmarkId(10));
    }
}
