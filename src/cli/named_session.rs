//! Which session is meant.

use std::ffi::OsStr;

use super::lookup::Miss;
use crate::guide::{Library, ReadyPlan};
use crate::journal::{Session, Sessions};
use crate::text::{clean_line, fold_words};

/// Returns the session with this number or with these words in its title; without words, the one that was kept last. A
/// ready plan is a session that is not kept yet.
pub(super) fn session(library: &Library, sessions: &Sessions, typed: &OsStr) -> Result<Session, Miss> {
    let typed = clean_line(&typed.to_string_lossy());
    if let Some(kept) = kept(sessions, &typed) {
        return Ok(kept.clone());
    }
    if let Some(plan) = ready(library, &typed) {
        return Ok(Session::ready(library, plan));
    }
    Err(Miss(if typed.is_empty() {
        "No session is kept. To make one: toolkit session new TITLE. Ready plans: toolkit session list\n"
            .to_owned()
    } else {
        format!("There is no session and no ready plan “{typed}”. To see them: toolkit session list\n")
    }))
}

/// Returns the kept session that is meant.
pub(super) fn kept<'a>(sessions: &'a Sessions, typed: &str) -> Option<&'a Session> {
    if typed.is_empty() {
        return sessions.all().last();
    }
    if let Ok(number) = typed.parse::<u32>() {
        return sessions.all().iter().find(|session| session.id.0 == number);
    }
    let wanted = fold_words(typed);
    sessions.all().iter().rev().find(|session| fold_words(&session.title).contains(&wanted))
}

/// Returns the ready plan that is meant: by its id, or by words of its id or title.
pub(super) fn ready<'a>(library: &'a Library, typed: &str) -> Option<&'a ReadyPlan> {
    let wanted = fold_words(typed);
    if wanted.is_empty() {
        return None;
    }
    let exact = library.plans.iter().find(|plan| plan.slug == typed);
    exact.or_else(|| {
        let has = |text: &str| fold_words(text).contains(&wanted);
        library.plans.iter().find(|plan| has(&plan.slug) || has(&plan.title) || plan.aliases.iter().any(has))
    })
}
