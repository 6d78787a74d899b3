//! `new`: the first file of a new guide, in the folder of a pack.

use std::ffi::OsString;
use std::path::Path;

use super::context::Call;
use super::exit::Exit;
use super::options::one_of;
use super::{lookup, output};
use crate::check::{Starter, slug_of};
use crate::disk::now;
use crate::disk::packs::{self, Written};
use crate::guide::Area;
use crate::pack::Draft;
use crate::text::clean_line;

/// Begin a new guide: writes a file to fill in, with notes on what belongs where
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit new first-meeting --pack my-pack  writes workforce/first-meeting.toml
  toolkit new \"The first meeting\"           with a title, in this folder
  toolkit new my-say --area young-people    a guide that speaks to young people

The file says in notes what belongs where. Open it in any editor for plain
text, replace every … in it, and ask what is missing: toolkit check my-pack
A file that is there already is never written over.")]
pub(super) struct NewArgs {
    /// What to call it: a short name of small letters and hyphens, or a title in quotation marks
    #[arg(value_name = "GUIDE")]
    name: OsString,
    /// Who it is for
    #[arg(long, value_name = "AREA", value_parser = one_of(&Area::ALL, Area::slug), default_value = "workforce")]
    area: Area,
}

/// Writes the first file of a guide into the folder that is named, or into the folder it is called in.
pub(super) fn run(call: &Call<'_>, args: &NewArgs) -> anyhow::Result<Exit> {
    if call.common.private {
        return Ok(output::wrong_use(
            "A new guide is a file, and --private writes none. Leave out one of the two.",
        ));
    }
    let dir = call.pack().unwrap_or_else(|| Path::new("."));
    let Some((id, title)) = slug_of(&args.name.to_string_lossy()) else {
        let shown = clean_line(&args.name.to_string_lossy());
        return Ok(output::wrong_use(&format!(
            "`{shown}` cannot be the name of a guide, which has letters from a to z or digits, at most 64 of them. \
             Write for example: toolkit new first-meeting"
        )));
    };
    if !packs::is_pack(dir) {
        let typed = lookup::as_typed(&clean_line(&args.name.to_string_lossy())).unwrap_or(id);
        let typed =
            if typed.contains(' ') && !typed.starts_with('"') { format!("\"{typed}\"") } else { typed };
        let area = match args.area {
            Area::Workforce => String::new(),
            other @ Area::YoungPeople => format!(" --area {}", other.slug()),
        };
        output::fail(&format!(
            "{} has no pack.toml, so it is not the folder of a pack. Go to one that is, or name it: \
             toolkit new {typed}{area} --pack FOLDER",
            folder(dir)
        ));
        return Ok(Exit::Failed);
    }
    let sources = packs::read(dir)?;
    let draft = Draft::open(&sources);
    let starter = Starter { id, title, area: args.area, themes: draft.theme_ids(), today: now().day() };
    if let Some(taken) =
        sources.iter().map(|source| source.name.as_str()).find(|name| is_file_of(name, &starter.id))
    {
        return Ok(is_there(&dir.join(taken)));
    }
    match packs::add(dir, args.area.slug(), &format!("{}.toml", starter.id), &starter.text())? {
        Written::New(path) => written(&path, dir, &starter),
        Written::Exists(path) => Ok(is_there(&path)),
    }
}

/// Whether a file of a pack has the name of the guide `id`, in any folder.
fn is_file_of(name: &str, id: &str) -> bool {
    name.rsplit_once('/').is_some_and(|(_, file)| file.strip_suffix(".toml") == Some(id))
}

fn is_there(path: &Path) -> Exit {
    output::fail(&format!(
        "{} is there already, and nothing was written. Open that file, or choose another name.",
        clean_line(&path.to_string_lossy())
    ));
    Exit::Failed
}

fn written(path: &Path, dir: &Path, starter: &Starter) -> anyhow::Result<Exit> {
    let shown = clean_line(&path.to_string_lossy());
    let pack = clean_line(&dir.to_string_lossy());
    let id = &starter.id;
    let theme = if starter.themes.is_empty() {
        "  The pack has no theme yet: write one in themes.toml, and its id in the guide.\n"
    } else {
        ""
    };
    output::answer(&format!(
        "Wrote {shown}\n\nNext:\n  Open it in an editor and replace every … in it; the notes say what belongs there.\n{theme}\
         \u{20} toolkit check {pack}\n      says what is still missing, and where\n\
         \u{20} toolkit --pack {pack} open {id}\n      shows the guide as readers will see it\n"
    ))?;
    Ok(Exit::Done)
}

fn folder(dir: &Path) -> String {
    match clean_line(&dir.to_string_lossy()).as_str() {
        "." => "this folder".to_owned(),
        name => format!("the folder {name}"),
    }
}
