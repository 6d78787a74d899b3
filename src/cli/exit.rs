//! How a command ends, as a value and as the number that scripts see.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// It is done.
    Done,
    /// There is nothing like that.
    NothingFound,
    /// It was asked in a way it does not understand.
    WrongUse,
    /// A pack has errors.
    Content,
    /// Something could not be read or written.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::NothingFound => 1,
            Exit::WrongUse => 2,
            Exit::Content => 3,
            Exit::Failed => 4,
        })
    }
}
