//! Functions that are too long to be seen at once.

/// Functions are at most this long, from the line of their name to that of their closing brace.
const LINES_AT_MOST: usize = 50;

/// Returns the line, the name and the length of each function that is too long. The source is as rustfmt writes it: a
/// function ends at the first closing brace that stands as far to the right as the function.
pub(super) fn too_long(source: &str) -> impl Iterator<Item = String> {
    let lines: Vec<&str> = source.lines().collect();
    (0..lines.len()).filter_map(move |first| {
        let line = lines[first];
        let indent = line.len() - line.trim_start().len();
        let (before, name) = line.trim_start().split_once("fn ")?;
        let is_function = before.is_empty() || before.starts_with("pub") || before.starts_with("const");
        if !is_function || line.ends_with(['}', ';']) {
            return None;
        }
        let end = format!("{}}}", " ".repeat(indent));
        let length = lines[first..].iter().position(|line| *line == end)? + 1;
        let name: String = name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        (length > LINES_AT_MOST)
            .then(|| format!("{}: {name} has {length} lines, {LINES_AT_MOST} are enough", first + 1))
    })
}

#[test]
fn long_functions_are_found() {
    let function =
        |lines: usize| format!("    pub(super) fn f(\n    ) {{\n{}    }}\n", "        g();\n".repeat(lines));
    let source = format!("impl A {{\n{}{}}}\nfn short() {{}}\n", function(47), function(48));
    assert_eq!(too_long(&source).collect::<Vec<_>>(), ["52: f has 51 lines, 50 are enough"]);
}
