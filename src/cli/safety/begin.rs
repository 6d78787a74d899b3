//! `safety --new`: the file in which an organisation fills in its own numbers.

use crate::cli::context::Call;
use crate::cli::exit::Exit;
use crate::cli::{organisation, output};
use crate::disk::packs::Written;
use crate::disk::{self, shown};
use crate::environment::SAFETY_FILE;
use crate::pack::SAFETY_STARTER;

/// Writes the file to be filled in, unless there is one.
pub(super) fn begin(call: &Call<'_>) -> anyhow::Result<Exit> {
    if call.common.private {
        return Ok(output::wrong_use(
            "The file is written, and --private writes none. Leave out one of the two.",
        ));
    }
    let path = organisation::file(call.environment)?;
    if !path.is_absolute() {
        let name = shown(&path);
        output::fail(&format!(
            "{name} is not a whole path, which {SAFETY_FILE} has to name. Nothing was written."
        ));
        return Ok(Exit::Failed);
    }
    match disk::safety::begin(&path, SAFETY_STARTER)? {
        Written::New(path) => {
            let everybody = if call.environment.safety_file.is_some() {
                "  Only you may read it so far: let all those read it whom it is for.\n"
            } else {
                ""
            };
            output::answer(&format!(
                "Wrote {}\n\nNext:\n  Open it in an editor and fill it in; the notes say how.\n{everybody}\
                 \u{20} toolkit safety\n      shows the page, and says what is wrong with the file\n",
                shown(&path)
            ))?;
            Ok(Exit::Done)
        }
        Written::Exists(path) => {
            let name = shown(&path);
            output::fail(&format!("{name} is there already, and nothing was written. Open it in an editor."));
            Ok(Exit::Failed)
        }
    }
}
