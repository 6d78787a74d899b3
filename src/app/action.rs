//! Everything that can be done with a key: one flat list, which the keymap, the help and the hints share.

/// Declares the actions: what each is called in a keymap, what it does, and what the bottom line says of it.
macro_rules! actions {
    ($($action:ident: $name:literal, $does:literal, $hint:literal;)+) => {
        /// One thing that can be done.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            $(#[doc = $does] $action,)+
        }

        impl Action {
            const ALL: &[Self] = &[$(Self::$action),+];

            /// Returns its name in a keymap.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$action => $name),+ }
            }

            /// Returns what it does, for help.
            #[must_use]
            pub fn does(self) -> &'static str {
                match self { $(Self::$action => $does),+ }
            }

            /// Returns what it does in a word or two, for the bottom line.
            #[must_use]
            pub fn hint(self) -> &'static str {
                match self { $(Self::$action => $hint),+ }
            }
        }
    };
}

actions! {
    Up: "up", "one line or item up", "move";
    Down: "down", "one line or item down", "move";
    PageUp: "page-up", "one screen up", "page";
    PageDown: "page-down", "one screen down", "page";
    HalfUp: "half-up", "half a screen up", "half page";
    HalfDown: "half-down", "half a screen down", "half page";
    Top: "top", "to the beginning", "top";
    Bottom: "bottom", "to the end", "end";
    Left: "left", "fold, or the pane on the left", "fold";
    Right: "right", "unfold, or the pane on the right", "unfold";
    Open: "open", "open what is chosen", "open";
    NextPane: "next-pane", "next pane", "next pane";
    PreviousPane: "previous-pane", "previous pane", "previous pane";
    NextLink: "next-link", "next link in the text", "links";
    PreviousLink: "previous-link", "previous link", "previous link";
    NextPassage: "next-passage", "to the next passage", "passage";
    PreviousPassage: "previous-passage", "to the previous passage", "passage";
    Inspect: "inspect", "what a word of this passage or the chosen link means, without leaving", "explain";
    Back: "back", "back to where you were", "back";
    Forward: "forward", "forward again", "forward";
    Safety: "safety", "if someone is at risk now: whom to call", "at risk now";
    Search: "search", "search the whole toolkit", "search";
    Filter: "filter", "search in one theme, area or kind only", "narrow";
    NextMark: "next-mark", "next match", "next match";
    PreviousMark: "previous-mark", "previous match", "previous match";
    Welcome: "welcome", "the first screen", "first screen";
    Find: "find", "find words in this guide", "find";
    Contents: "contents", "the contents of this guide", "contents";
    Bookmark: "bookmark", "bookmark this place", "bookmark";
    Bookmarks: "bookmarks", "your bookmarks", "bookmarks";
    Remove: "remove", "remove the chosen bookmark", "remove";
    Undo: "undo", "put back the bookmark that was removed", "put back";
    Edit: "edit", "change the words of the chosen bookmark", "edit";
    Questions: "questions", "all questions to reflect on, by theme and by words", "questions";
    History: "history", "where you have been", "history";
    Copy: "copy", "copy this passage with its source; once more shows it", "copy";
    Wider: "wider", "wider text", "wider";
    Narrower: "narrower", "narrower text", "narrower";
    Spacing: "spacing", "more space between lines, and less again", "spacing";
    Colours: "colours", "other colours", "colours";
    TextOnly: "text-only", "only the text, and the panes again", "text only";
    DimRest: "dim-rest", "only the current passage bright, and all of it again", "dim the rest";
    InBrief: "in-brief", "the guide in brief, and whole again", "in brief";
    Actions: "actions", "everything that can be done, by name", "everything";
    Tour: "tour", "a tour of one minute", "tour";
    Mouse: "mouse", "mouse off, so that text can be selected, and on again", "mouse";
    Plan: "plan", "put this on the plan of the session", "on the plan";
    Session: "session", "the session: plan, room, what was agreed", "session";
    Add: "add", "add words of your own to the session", "add";
    Draw: "draw", "draw a question by chance", "draw";
    MoveUp: "move-up", "move the chosen item up", "move";
    MoveDown: "move-down", "move the chosen item down", "move";
    Keep: "keep", "keep the session on this computer", "keep";
    Minutes: "minutes", "elapsed minutes in the room, and none again", "minutes";
    Finish: "finish", "end the session: hand out, keep or throw away", "end";
    Cover: "cover", "cover the screen, and show it again", "cover";
    Help: "help", "all keys", "help";
    Close: "close", "close what is on top", "close";
    Quit: "quit", "leave the toolkit", "quit";
    Suspend: "suspend", "suspend: back to the shell; fg and Enter bring it back", "suspend";
    DeleteLeft: "delete-left", "delete the letter before", "delete";
    DeleteRight: "delete-right", "delete the letter after", "delete";
    DeleteWord: "delete-word", "delete the word before", "delete word";
    DeleteWordRight: "delete-word-right", "delete the word after", "delete word";
    DeleteToEnd: "delete-to-end", "delete all after", "delete rest";
    DeleteAll: "delete-all", "delete all that was typed", "clear";
    CursorLeft: "cursor-left", "one letter left", "left";
    CursorRight: "cursor-right", "one letter right", "right";
    WordLeft: "word-left", "one word left", "word left";
    WordRight: "word-right", "one word right", "word right";
    UndoTyping: "undo-typing", "take back the last change", "undo";
    ForGood: "for-good", "what you removed from your bookmarks or changed in them is gone for good", "for good";
    ForgetHistory: "forget-history", "forget where you have been and what you have read", "forget";
    Messages: "messages", "what was said on the bottom line, once more", "messages";
    Redraw: "redraw", "draw the screen anew, where something else has written on it", "redraw";
}

impl Action {
    /// Returns every action.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied()
    }

    /// Returns the action that the keymap calls `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|action| action.name() == name)
    }

    /// Whether it edits what is typed.
    #[must_use]
    pub fn is_typing(self) -> bool {
        matches!(
            self,
            Self::DeleteLeft
                | Self::DeleteRight
                | Self::DeleteWord
                | Self::DeleteWordRight
                | Self::DeleteToEnd
                | Self::DeleteAll
                | Self::CursorLeft
                | Self::CursorRight
                | Self::WordLeft
                | Self::WordRight
                | Self::UndoTyping
        )
    }

    /// Whether it moves the cursor or the text.
    #[must_use]
    pub fn moves(self) -> bool {
        matches!(
            self,
            Self::Up
                | Self::Down
                | Self::PageUp
                | Self::PageDown
                | Self::HalfUp
                | Self::HalfDown
                | Self::Top
                | Self::Bottom
                | Self::Left
                | Self::Right
        )
    }

    /// Whether it shows or makes what is private, and has no place in the room.
    #[must_use]
    pub fn is_private(self) -> bool {
        matches!(
            self,
            Self::History
                | Self::Bookmarks
                | Self::Bookmark
                | Self::Welcome
                | Self::Tour
                | Self::Messages
                | Self::ForGood
                | Self::ForgetHistory
        )
    }

    /// Whether somebody may want it done by name: not what moves, edits, or acts on what is chosen in a list.
    #[must_use]
    pub fn has_name(self) -> bool {
        let of_list = matches!(
            self,
            Self::Up
                | Self::Down
                | Self::Left
                | Self::Right
                | Self::Open
                | Self::Close
                | Self::Filter
                | Self::Remove
                | Self::Undo
                | Self::Edit
                | Self::Add
                | Self::MoveUp
                | Self::MoveDown
                | Self::Keep
        );
        !self.is_typing() && !of_list && self != Self::Actions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_name_of_its_own() {
        for action in Action::all() {
            assert_eq!(Action::named(action.name()), Some(action), "{}", action.name());
        }
    }
}
