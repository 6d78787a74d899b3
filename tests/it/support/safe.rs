//! Texts that cannot drive a terminal.

use std::borrow::Cow;

use real_toolkit::text::clean;

/// Whether there is nothing to clean in `text`.
pub(crate) fn is_safe(text: &str) -> bool {
    matches!(clean(text), Cow::Borrowed(_))
}
