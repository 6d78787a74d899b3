//! What a command is called with: the options of every command, the environment, and the guides where it needs them.

use std::path::Path;

use super::content::{self, Content};
use super::exit::Exit;
use super::form::{self, Form, Record};
use super::options::Common;
use super::output;
use super::paint::{Ink, Paint};
use crate::disk::{Folders, NoHome};
use crate::environment::{Environment, UserFolders};
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
    /// With what the answer may be marked.
    pub(super) ink: Ink,
    pub(super) environment: &'a Environment,
    /// The columns that the answer may use.
    pub(super) columns: usize,
}

/// Returns the folders of the personal files.
pub(super) fn folders(environment: &Environment) -> Result<Folders, NoHome> {
    let UserFolders { config, data, state } = environment.folders.clone().ok_or(NoHome)?;
    Ok(Folders::new(config, data, state))
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

    /// Opens the guides and answers from them. A pack that has errors is not opened: they have been said.
    pub(super) fn with_library(
        &self,
        answer: impl FnOnce(&Context<'_>) -> anyhow::Result<Exit>,
    ) -> anyhow::Result<Exit> {
        let Some(Content { library, search }) = content::open(self.pack())? else {
            return Ok(Exit::Content);
        };
        let exit = answer(&Context {
            library: &library,
            search,
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
