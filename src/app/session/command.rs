//! What can be asked of the session at hand.

use crate::journal::{SessionChange, SessionId, Topic};

/// What an overlay asks of the session.
#[derive(Debug, Clone, PartialEq)]
pub enum SessionCommand {
    /// To go into the room, to an item.
    Enter(usize),
    /// To change it.
    Change(SessionChange),
    /// To remove an item, to be put back as long as the reader stays.
    Remove(u32),
    /// To put back what was removed last.
    Restore,
    /// To ask for words.
    Ask(WordsFor),
    /// To take words that were asked for.
    Take(WordsFor, String),
    /// To draw a question by chance.
    Draw,
    /// To list other plans and sessions.
    Choose,
    /// To list all questions.
    Questions,
    /// To put a question on the plan, or to take it off again.
    Toggle(Topic),
    /// To begin with the ready plan of this number.
    Ready(usize),
    /// To go on with a session that is kept.
    Open(SessionId),
    /// To keep it.
    Keep,
    /// To copy its plan as a sheet to prepare with.
    CopyPlan,
    /// To copy what was agreed as a page.
    CopyRecord,
    /// To end it: what becomes of it is asked.
    End,
    /// To keep it with what was agreed, and to leave the room.
    KeepRecord,
    /// To throw it away.
    ThrowAway,
}

/// What words are for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordsFor {
    /// Something that was agreed.
    Action,
    /// One more item of one’s own.
    NewItem,
    /// The item of this number, of which these are the words.
    Item(u32, String),
    /// The title of the session, which is this.
    Title(String),
    /// A sentence on what was learnt.
    Learning,
}
