//! The forms of an answer: for people, or for programs as JSON and as plain lines.
//!
//! The names of the fields of records are a promise to other programs: more may come, and what is there keeps its name
//! and meaning.

use serde::Serialize;

use super::output;
use crate::text::clean_line;

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// For people.
    Human,
    /// One JSON value.
    Json,
    /// A record a line, its fields apart by tabs.
    Plain,
}

/// The form of a listing, as it is typed.
#[derive(Debug, clap::Args)]
pub(super) struct FormArgs {
    /// Print it as JSON, for other programs
    #[arg(long, conflicts_with = "plain")]
    json: bool,
    /// Print a line for each, with a tab between its parts
    #[arg(long)]
    plain: bool,
}

impl FormArgs {
    pub(super) fn form(&self) -> Form {
        match self {
            Self { json: true, .. } => Form::Json,
            Self { plain: true, .. } => Form::Plain,
            _ => Form::Human,
        }
    }
}

/// The form of an answer that has no plain lines, as it is typed.
#[derive(Debug, clap::Args)]
pub(super) struct JsonArg {
    /// Print it as JSON, for other programs
    #[arg(long)]
    json: bool,
}

impl JsonArg {
    pub(super) fn form(&self) -> Form {
        if self.json { Form::Json } else { Form::Human }
    }
}

/// A record of a listing.
pub(super) trait Record: Serialize {
    /// Returns it as a line ([`line`]), its fields in the order of the JSON.
    fn line(&self) -> String;
}

/// Prints records in the form that was asked for; `to_read` writes them for people.
///
/// # Errors
///
/// The answer cannot be written.
pub(super) fn print<R: Record>(
    form: Form,
    records: &[R],
    to_read: impl FnOnce() -> String,
) -> anyhow::Result<()> {
    match form {
        Form::Plain => output::answer(&records.iter().map(Record::line).collect::<String>()),
        Form::Json | Form::Human => print_value(form, &records, to_read),
    }
}

/// Prints one value as JSON, or as `to_read` writes it for people.
///
/// # Errors
///
/// The answer cannot be written.
pub(super) fn print_value(
    form: Form,
    value: &impl Serialize,
    to_read: impl FnOnce() -> String,
) -> anyhow::Result<()> {
    match form {
        Form::Json => output::answer(&json(value)?),
        Form::Human | Form::Plain => output::answer(&to_read()),
    }
}

/// Returns fields as a line: a tab between two, none in them.
pub(super) fn line(fields: &[&str]) -> String {
    let fields: Vec<_> = fields.iter().map(|field| clean_line(field)).collect();
    fields.join("\t") + "\n"
}

/// Returns a value as one line of JSON.
///
/// # Errors
///
/// Never for records.
pub(super) fn json(value: &impl Serialize) -> anyhow::Result<String> {
    Ok(serde_json::to_string(value)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_hold_no_tab_and_no_line_end() {
        assert_eq!(line(&["a\tb", "c\nd", ""]), "a b\tc d\t\n");
    }
}
