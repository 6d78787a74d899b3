//! A file answered line by line: each line as soon as it is there.

use std::io::{self, BufRead, BufReader, Read as _};

use super::exit::Exit;
use super::output::{self, Recipient};

/// The longest line that is read, in bytes; what is behind it is left out.
const LINE_AT_MOST: u64 = 64 << 10;

/// Answers every line with a line. `unread` says of an error of the system why the lines could not be read.
///
/// # Errors
///
/// The lines could not be read, or the answer could not be written.
pub(super) fn answer_each<R: io::Read>(
    mut lines: BufReader<R>,
    unread: impl Fn(&io::Error) -> anyhow::Error,
    mut answer: impl FnMut(&str) -> anyhow::Result<String>,
) -> anyhow::Result<Exit> {
    let mut answers = String::new();
    while let Some(line) = next_line(&mut lines).map_err(|error| unread(&error))? {
        answers.push_str(&answer(&String::from_utf8_lossy(&line))?);
        // A program that waits for each answer gets it at once; where more queries have come, answers go out together.
        if !lines.buffer().contains(&b'\n') {
            if output::write(answers.as_bytes())? == Recipient::HasGone {
                return Ok(Exit::Done);
            }
            answers.clear();
        }
    }
    output::answer(&answers)?;
    Ok(Exit::Done)
}

/// Returns the next line without its end, cut to [`LINE_AT_MOST`]; nothing at the end of the file.
fn next_line(lines: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    if lines.by_ref().take(LINE_AT_MOST).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else {
        lines.skip_until(b'\n')?;
    }
    Ok(Some(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlong_lines_are_cut_and_the_next_is_whole() {
        let long = "a".repeat(200_000);
        let text = format!("one\n\n{long}\ntwo\r\nlast");
        let mut lines = BufReader::with_capacity(16, text.as_bytes());
        let mut read = Vec::new();
        while let Some(line) = next_line(&mut lines).unwrap() {
            read.push(line.len());
        }
        assert_eq!(read, [3, 0, 64 << 10, 4, 4]);
    }
}
