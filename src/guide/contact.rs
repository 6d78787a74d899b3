//! What a name between curly brackets stands for in a text about safety: a number, or a row that an organisation fills in.

use super::safety::{Number, OrganisationRow, Safety, Way};
use super::{Block, Prose, Target};

/// What a name between curly brackets stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact<'a> {
    /// One of the numbers.
    Number(&'a Number),
    /// A row of the organisation.
    Row(&'a OrganisationRow),
}

impl Contact<'_> {
    /// Returns what is read aloud, with blanks at which no line breaks: the digits, or the name where there are none.
    #[must_use]
    pub fn say(&self) -> String {
        let say = match self {
            Self::Number(number) => number.say.as_deref(),
            Self::Row(row) => {
                row.filled.as_ref().filter(|filled| filled.number.is_some()).map(|filled| &*filled.say)
            }
        };
        match (say, self) {
            (Some(say), _) => say.replace(' ', "\u{a0}"),
            (None, Self::Number(number)) => number.name.clone(),
            (None, Self::Row(row)) => {
                row.filled.as_ref().map_or_else(|| row.name.clone(), |filled| filled.say.clone())
            }
        }
    }

    /// Returns the digits that are dialled.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        match self {
            Self::Number(number) => number.number.as_deref(),
            Self::Row(row) => row.filled.as_ref().and_then(|filled| filled.number.as_deref()),
        }
    }

    /// Returns where a link on it leads: the telephone if it can be called, or else its page.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        let is_called = match self {
            Self::Number(number) => number.ways.contains(&Way::Call),
            Self::Row(_) => true,
        };
        match (self.number().filter(|_| is_called), self) {
            (Some(number), _) => Some(Target::Web(format!("tel:{number}"))),
            (None, Self::Number(number)) => number.web.clone().map(Target::Web),
            (None, Self::Row(_)) => None,
        }
    }
}

impl Safety {
    /// Returns what a name stands for.
    #[must_use]
    pub fn contact(&self, slug: &str) -> Option<Contact<'_>> {
        let number = || self.numbers.iter().find(|number| number.slug == slug).map(Contact::Number);
        let row = || self.organisation.iter().find(|row| row.slug == slug).map(Contact::Row);
        number().or_else(row)
    }

    /// Returns a text as it is read: each `{id}` is what is said for it, and a link to the telephone.
    #[must_use]
    pub fn shown(&self, prose: &Prose) -> Prose {
        let mut shown = prose.clone();
        for (range, slug) in names(&prose.text).into_iter().rev() {
            let Some(contact) = self.contact(slug) else { continue };
            shown.put(range, &contact.say(), contact.target());
        }
        shown
    }

    /// Returns blocks as they are read, as [`shown`](Self::shown).
    #[must_use]
    pub fn shown_blocks(&self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().map(|block| Block { prose: self.shown(&block.prose), ..block.clone() }).collect()
    }
}

/// Returns the names between curly brackets in a text, and where they stand with their brackets.
#[must_use]
pub fn names(text: &str) -> Vec<(std::ops::Range<usize>, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find('{')).map(|at| from + at) {
        from = start + 1;
        let Some(length) = text.get(from..).and_then(|rest| rest.find(['}', '{'])) else { break };
        let end = from + length;
        if text.get(end..).is_some_and(|rest| rest.starts_with('}')) {
            found.push((start..end + 1, text.get(from..end).unwrap_or_default()));
        }
        from = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_between_curly_brackets() {
        let found: Vec<_> =
            names("Call {nhs24} or {a{b} and {open").into_iter().map(|(_, name)| name).collect();
        assert_eq!(found, ["nhs24", "b"]);
        assert_eq!(names("{x}")[0].0, 0..3);
    }
}
