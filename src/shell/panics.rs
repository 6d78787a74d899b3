//! A mistake of the program itself: the terminal is given back, and a person is told in plain words what happened.

use std::io::Write as _;

use super::terminal::{self, Leave};

/// Gives the terminal back before a panic is reported, and ends the program with 101, as Rust does. No core file is left:
/// it would hold what was typed.
pub(super) fn report_to_people() {
    #[cfg(unix)]
    leave_no_core();
    std::panic::set_hook(Box::new(|panic| {
        terminal::leave(Leave::ForGood, "");
        // Where nobody can be told there is nothing left to do.
        let _ = writeln!(std::io::stderr(), "{WORDS}{panic}");
        end();
    }));
}

const WORDS: &str = "\
The toolkit made a mistake and had to stop. It is not your doing.
Your bookmarks are kept, but for one that you were typing.
Please tell whoever gave you the toolkit what you did last, and this:

";

#[expect(clippy::exit, reason = "to abort would leave a core file, and to unwind would end only one thread")]
fn end() -> ! {
    std::process::exit(101)
}

#[cfg(unix)]
fn leave_no_core() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let limit = Rlimit { current: Some(0), ..getrlimit(Resource::Core) };
    // A system that does not let it be lowered keeps its own ways.
    let _ = setrlimit(Resource::Core, limit);
}
