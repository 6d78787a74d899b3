//! Everything that can be done with a key: one flat list, which the keymap, the help and the hints share.

/// One thing that can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// One row or item up.
    Up,
    /// One row or item down.
    Down,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// Half a screen up.
    HalfUp,
    /// Half a screen down.
    HalfDown,
    /// To the first row or item.
    Top,
    /// To the last row or item.
    Bottom,
    /// Fold, or to the pane on the left.
    Left,
    /// Unfold, or to the pane on the right.
    Right,
    /// Open what is chosen.
    Open,
    /// Focus the next pane.
    NextPane,
    /// Focus the pane before.
    PreviousPane,
    /// Choose the next link in the text.
    NextLink,
    /// Choose the link before.
    PreviousLink,
    /// Say what the chosen link or item is, without leaving.
    Inspect,
    /// Where the reader was before.
    Back,
    /// Undo going back.
    Forward,
    /// Whom to call when somebody is at risk, and what to do first.
    Safety,
    /// Search the whole toolkit.
    Search,
    /// Only what is in a theme, for an area, of a kind.
    Filter,
    /// The next marked words in the text.
    NextMark,
    /// The marked words before.
    PreviousMark,
    /// The first screen.
    Welcome,
    /// Find words in what is open.
    Find,
    /// The contents of what is open.
    Contents,
    /// Bookmark the place that is read.
    Bookmark,
    /// The bookmarks.
    Bookmarks,
    /// Remove what is chosen.
    Remove,
    /// Put back what was removed.
    Undo,
    /// Change the words of what is chosen.
    Edit,
    /// Where the reader has been.
    History,
    /// Copy the passage that is read, with its citation.
    Copy,
    /// A wider column of text.
    Wider,
    /// A narrower column of text.
    Narrower,
    /// Space between the lines.
    Spacing,
    /// The next palette.
    Colours,
    /// The text without the panes.
    TextOnly,
    /// The guide in brief, and whole again.
    InBrief,
    /// Everything that can be done.
    Actions,
    /// The tour.
    Tour,
    /// Mouse capture off and on.
    Mouse,
    /// The keys.
    Help,
    /// Close the top layer.
    Close,
    /// End the program.
    Quit,
    /// Stop the program until the shell goes on with it.
    Suspend,
    /// Take the last typed letter off.
    DeleteLeft,
    /// Take the letter under the cursor off.
    DeleteRight,
    /// Take the last typed word off.
    DeleteWord,
    /// Take everything typed off.
    DeleteAll,
    /// Cursor one letter left.
    CursorLeft,
    /// Cursor one letter right.
    CursorRight,
}

/// What the keymap calls an action, what help says of it, and what the bottom line says of it.
struct Words {
    action: Action,
    name: &'static str,
    does: &'static str,
    hint: &'static str,
}

const fn words(action: Action, name: &'static str, does: &'static str, hint: &'static str) -> Words {
    Words { action, name, does, hint }
}

/// Every action, in the order of the enum.
const WORDS: [Words; 52] = [
    words(Action::Up, "up", "one line or item up", "move"),
    words(Action::Down, "down", "one line or item down", "move"),
    words(Action::PageUp, "page-up", "one screen up", "page"),
    words(Action::PageDown, "page-down", "one screen down", "page"),
    words(Action::HalfUp, "half-up", "half a screen up", "half page"),
    words(Action::HalfDown, "half-down", "half a screen down", "half page"),
    words(Action::Top, "top", "to the beginning", "top"),
    words(Action::Bottom, "bottom", "to the end", "end"),
    words(Action::Left, "left", "fold, or the pane on the left", "fold"),
    words(Action::Right, "right", "unfold, or the pane on the right", "unfold"),
    words(Action::Open, "open", "open what is chosen", "open"),
    words(Action::NextPane, "next-pane", "next pane", "next pane"),
    words(Action::PreviousPane, "previous-pane", "pane before", "pane before"),
    words(Action::NextLink, "next-link", "next link in the text", "links"),
    words(Action::PreviousLink, "previous-link", "link before", "link before"),
    words(Action::Inspect, "inspect", "what is behind the chosen link, without leaving", "what is it"),
    words(Action::Back, "back", "back to where you were", "back"),
    words(Action::Forward, "forward", "forward again", "forward"),
    words(Action::Safety, "safety", "if someone is at risk now: whom to call", "at risk now"),
    words(Action::Search, "search", "search the whole toolkit", "search"),
    words(Action::Filter, "filter", "search in one theme, area or kind only", "narrow"),
    words(Action::NextMark, "next-mark", "next words found", "next found"),
    words(Action::PreviousMark, "previous-mark", "words found before", "found before"),
    words(Action::Welcome, "welcome", "the first screen", "first screen"),
    words(Action::Find, "find", "find words in this guide", "find"),
    words(Action::Contents, "contents", "the contents of this guide", "contents"),
    words(Action::Bookmark, "bookmark", "bookmark this place", "bookmark"),
    words(Action::Bookmarks, "bookmarks", "your bookmarks", "bookmarks"),
    words(Action::Remove, "remove", "remove the chosen bookmark", "remove"),
    words(Action::Undo, "undo", "put back the bookmark that was removed", "put back"),
    words(Action::Edit, "edit", "change the words of the chosen bookmark", "edit"),
    words(Action::History, "history", "where you have been", "history"),
    words(Action::Copy, "copy", "copy this passage with its source; once more shows it", "copy"),
    words(Action::Wider, "wider", "wider text", "wider"),
    words(Action::Narrower, "narrower", "narrower text", "narrower"),
    words(Action::Spacing, "spacing", "more space between lines, and less again", "spacing"),
    words(Action::Colours, "colours", "other colours", "colours"),
    words(Action::TextOnly, "text-only", "only the text, and the panes again", "text only"),
    words(Action::InBrief, "in-brief", "the guide in brief, and whole again", "in brief"),
    words(Action::Actions, "actions", "everything that can be done, by name", "everything"),
    words(Action::Tour, "tour", "a tour of one minute", "tour"),
    words(Action::Mouse, "mouse", "mouse off, so that text can be selected, and on again", "mouse"),
    words(Action::Help, "help", "all keys", "help"),
    words(Action::Close, "close", "close what is on top", "close"),
    words(Action::Quit, "quit", "leave the toolkit", "quit"),
    words(Action::Suspend, "suspend", "stop until the shell continues it (fg)", "stop"),
    words(Action::DeleteLeft, "delete-left", "delete the letter before", "delete"),
    words(Action::DeleteRight, "delete-right", "delete the letter after", "delete"),
    words(Action::DeleteWord, "delete-word", "delete the word before", "delete word"),
    words(Action::DeleteAll, "delete-all", "delete all that was typed", "clear"),
    words(Action::CursorLeft, "cursor-left", "one letter left", "left"),
    words(Action::CursorRight, "cursor-right", "one letter right", "right"),
];

impl Action {
    /// Returns every action.
    pub fn all() -> impl Iterator<Item = Self> {
        WORDS.iter().map(|words| words.action)
    }

    /// Returns the action that the keymap calls `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        WORDS.iter().find(|words| words.name == name).map(|words| words.action)
    }

    /// Whether it edits what is typed.
    #[must_use]
    pub fn is_typing(self) -> bool {
        matches!(
            self,
            Self::DeleteLeft
                | Self::DeleteRight
                | Self::DeleteWord
                | Self::DeleteAll
                | Self::CursorLeft
                | Self::CursorRight
        )
    }

    /// Whether it moves the cursor or the text.
    #[must_use]
    pub fn moves(self) -> bool {
        (self as usize) <= Self::Right as usize
    }

    /// Returns more words that people look for it with.
    #[must_use]
    pub fn also_called(self) -> &'static str {
        match self {
            Self::Safety => "help emergency crisis danger ambulance police 999 111 number call suicide abuse",
            Self::Colours => "dark light high contrast bright theme screen",
            Self::Spacing => "bigger font size large text easier to read",
            Self::Wider | Self::Narrower => "font size column zoom",
            Self::Copy => "email paste clipboard quote share",
            Self::Welcome => "home start beginning",
            Self::Bookmark => "save mark remember note",
            Self::Bookmarks => "saved marks notes favourites",
            Self::History => "recent visited",
            Self::Find => "look for in this page",
            Self::InBrief => "short summary",
            Self::TextOnly => "zen full screen focus hide",
            Self::Actions => "menu commands",
            Self::Tour => "learn introduction how",
            Self::Quit => "exit close",
            _ => "",
        }
    }

    /// Returns its name in a keymap.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.words().name
    }

    /// Returns what it does, for help.
    #[must_use]
    pub fn does(self) -> &'static str {
        self.words().does
    }

    /// Returns what it does in a word or two, for the bottom line.
    #[must_use]
    pub fn hint(self) -> &'static str {
        self.words().hint
    }

    fn words(self) -> &'static Words {
        &WORDS[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_its_own_words() {
        for (index, words) in WORDS.iter().enumerate() {
            assert_eq!(words.action as usize, index, "{}", words.name);
            assert_eq!(Action::named(words.name), Some(words.action));
        }
    }
}
