//! What a command is called with: the options of every command, the environment, and the guides where it needs them.

use std::path::Path;

use super::content::{self, Content};
use super::exit::Exit;
use super::form::{self, Form, Record};
use super::options::Common;
use super::organisation::{self, Remarks};
use super::output;
use super::paint::{Ink, Paint};
use crate::environment::Environment;
use crate::guide::Library;
use crate::search::Search;

/// A command that was called, before anything is read for it.
pub(super) struct Call<'a> {
    pub(super) common: Common,
    pub(super) environment: &'a Environment,
}

/// What a command that answers from the guides has.
pub(super) struct Context<'a> {
    pub(super) library: &'a Library,
    /// Returns the search of the library.
    pub(super) search: fn(&Library) -> Search,
    /// What is wrong with the numbers that an organisation gives itself.
    pub(super) remarks: &'a Remarks,
    /// With what the answer may be marked.
    pub(super) ink: Ink,
    pub(super) environment: &'a Environment,
    /// The columns that the answer may use.
    pub(super) columns: usize,
}

impl Call<'_> {
    /// Returns the folder with the guides, where one is named.
    pub(super) fn pack(&self) -> Option<&Path> {
        self.common.pack.as_deref()
    }

    /// Returns with what the answer may be marked.
    pub(super) fn ink(&self) -> Ink {
        self.common.ink(self.environment)
    }

    /// Opens the guides, with the organisation’s own numbers in their safety pages.
    pub(super) fn open(&self) -> anyhow::Result<Option<Content>> {
        let mut content = content::open(self.pack())?;
        if let Some(content) = &mut content {
            content.remarks = organisation::take_own(&mut content.library.safety, self.environment);
        }
        Ok(content)
    }

    /// Opens the guides and answers from them. A pack that has errors is not opened: they have been said.
    pub(super) fn with_library(
        &self,
        answer: impl FnOnce(&Context<'_>) -> anyhow::Result<Exit>,
    ) -> anyhow::Result<Exit> {
        let Some(Content { library, search, remarks }) = self.open()? else {
            return Ok(Exit::Content);
        };
        let exit = answer(&Context {
            library: &library,
            search,
            remarks: &remarks,
            ink: self.ink(),
            environment: self.environment,
            columns: usize::from(self.environment.columns()),
        });
        // The program ends here: taking the library apart piece by piece would be for nobody.
        std::mem::forget(library);
        exit
    }
}

impl Context<'_> {
    /// Prints records in the form that was asked for; `to_read` writes them for people.
    pub(super) fn print<R: Record>(
        &self,
        form: Form,
        records: &[R],
        to_read: impl FnOnce(&mut Paint),
    ) -> anyhow::Result<()> {
        form::print(form, records, || {
            let mut paint = Paint::new(self.ink);
            to_read(&mut paint);
            self.environment.displayable(&paint.out).into_owned()
        })
    }

    /// Prints the records that were found; where there are none, `none` says so and what to do.
    pub(super) fn print_found<R: Record>(
        &self,
        form: Form,
        records: &[R],
        none: &str,
        to_read: impl FnOnce(&mut Paint),
    ) -> anyhow::Result<Exit> {
        self.print(form, records, to_read)?;
        Ok(if records.is_empty() { output::nothing_found(none) } else { Exit::Done })
    }
}
