//! Where a diagnostic points.

use real_toolkit::pack::Diagnostic;

/// Returns the line and the column of a diagnostic.
pub(crate) fn place(diagnostic: &Diagnostic) -> (usize, usize) {
    let at = diagnostic.problem.at.unwrap();
    (at.line, at.column)
}
