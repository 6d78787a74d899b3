//! What stands before the text of a row.

use crate::guide::{Callout, Container, Nesting};

/// One thing before the text: the lead of a row is one of these for each container its block stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// The bar beside a quotation.
    Bar,
    /// The bar beside a callout.
    CalloutBar(Callout),
    /// The bullet of a list item, and how many lists it is deep, from 0.
    Bullet(u8),
    /// The number of a list item, and the digits of the largest in its list.
    Number {
        /// The number.
        number: u32,
        /// The digits that all numbers of the list take.
        digits: u8,
    },
    /// Nothing, this many columns wide.
    Indent(u16),
    /// A line of code goes on from the row above.
    Continued,
}

impl Lead {
    /// Returns the columns it takes.
    #[must_use]
    pub fn columns(self) -> u16 {
        match self {
            Self::Bar | Self::CalloutBar(_) | Self::Bullet(_) | Self::Continued => 2,
            Self::Number { digits, .. } => u16::from(digits) + 2,
            Self::Indent(columns) => columns,
        }
    }

    /// Returns it as text of exactly its columns.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::Bar | Self::CalloutBar(_) => "│ ".to_owned(),
            Self::Bullet(0) => "• ".to_owned(),
            Self::Bullet(_) => "– ".to_owned(),
            Self::Number { number, digits } => format!("{number:>width$}. ", width = usize::from(digits)),
            Self::Indent(columns) => " ".repeat(usize::from(columns)),
            Self::Continued => "↪ ".to_owned(),
        }
    }

    /// Returns what stands before the rows after the first: bars go on, marks become blanks of the same width.
    #[must_use]
    pub fn rest(self) -> Self {
        match self {
            Self::Bar | Self::CalloutBar(_) => self,
            _ => Self::Indent(self.columns()),
        }
    }
}

/// Returns the columns that leads take together.
pub(super) fn indent(leads: &[Lead]) -> u16 {
    leads.iter().map(|lead| lead.columns()).sum()
}

/// Returns the lead of the first row of a block that stands in `nesting`, within `room` columns: outer parts give
/// way where there is no room for them.
pub(super) fn leads(nesting: &[Nesting], room: u16) -> Vec<Lead> {
    let mut depth = 0;
    let mut leads: Vec<Lead> = Vec::with_capacity(nesting.len());
    for nesting in nesting {
        let lead = match nesting.container {
            Container::Quote => Lead::Bar,
            Container::Callout(callout) => Lead::CalloutBar(callout),
            Container::Bullet => Lead::Bullet(depth),
            Container::Number { number, digits } => Lead::Number { number, digits },
        };
        depth += u8::from(lead == Lead::Bullet(depth));
        leads.push(if nesting.opens { lead } else { lead.rest() });
    }
    let mut used = indent(&leads);
    let mut outer = 0;
    while used > room && outer < leads.len() {
        used -= leads[outer].columns();
        outer += 1;
    }
    leads.split_off(outer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_columns_agree() {
        let leads = [
            Lead::Bar,
            Lead::CalloutBar(Callout::Voice),
            Lead::Bullet(0),
            Lead::Bullet(3),
            Lead::Number { number: 7, digits: 2 },
            Lead::Indent(5),
            Lead::Continued,
        ];
        for lead in leads {
            assert_eq!(crate::text::width(&lead.text()), usize::from(lead.columns()), "{lead:?}");
            assert_eq!(lead.columns(), lead.rest().columns(), "{lead:?}");
        }
    }
}
