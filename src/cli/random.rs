//! `random`: a guide that chance picks, for a slow afternoon or the last minutes of supervision.

use std::hash::{BuildHasher as _, RandomState};

use super::Exit;
use super::args::Form;
use super::listing::{self, closing, heading, text};
use super::paint::Ink;
use super::record::GuideRecord;
use crate::environment::Environment;
use crate::guide::{GuideId, Library};

/// Shows a guide that `seed` picks, or chance.
pub(super) fn random(
    library: &Library,
    seed: Option<u64>,
    form: Form,
    ink: Ink,
    environment: &Environment,
) -> anyhow::Result<Exit> {
    // The keys of a new hasher come from the randomness of the system.
    let seed = seed.unwrap_or_else(|| RandomState::new().hash_one(()));
    let count = u64::try_from(library.guides.len()).unwrap_or(u64::MAX);
    let picked = seed.checked_rem(count).and_then(|at| usize::try_from(at).ok());
    let Some(guide) = picked.map(|at| library.guide(GuideId::at(at))) else {
        return Ok(super::nothing_found("This pack has no guides."));
    };
    let columns = usize::from(environment.columns());
    listing::print(form, &[GuideRecord::new(library, guide)], ink, |paint| {
        heading(paint, 0, &guide.title, columns);
        text(paint, 0, &guide.summary, columns);
        paint.end_line();
        closing(paint, &format!("To read it: toolkit open {}", guide.slug), columns);
        closing(paint, &format!("To print it: toolkit show {}", guide.slug), columns);
    })?;
    Ok(Exit::Done)
}
