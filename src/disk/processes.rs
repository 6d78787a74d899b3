//! What the system says of other processes, where it says it in files.

/// Returns the process that started this one; none where the system does not say (it does on Linux, in `/proc`).
#[must_use]
pub fn parent_of(process: i32) -> Option<i32> {
    let status = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // Its name comes first, in brackets, and may hold anything; then its state and its parent.
    let (_, fields) = status.rsplit_once(')')?;
    fields.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_parent_of_a_process_is_known() {
        let this = i32::try_from(std::process::id()).unwrap();
        let parent = i32::try_from(std::os::unix::process::parent_id()).unwrap();
        assert_eq!(parent_of(this), Some(parent));
        assert_eq!(parent_of(-1), None);
    }
}
