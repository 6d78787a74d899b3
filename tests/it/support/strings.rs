//! Every string of a value, wherever it is.

use serde::Serialize;

/// Returns every string in `value`, keys and all: what any output could show of it.
pub(crate) fn strings(value: &impl Serialize) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = vec![serde_json::to_value(value).unwrap()];
    while let Some(value) = rest.pop() {
        match value {
            serde_json::Value::String(text) => out.push(text),
            serde_json::Value::Array(items) => rest.extend(items),
            serde_json::Value::Object(fields) => rest.extend(fields.into_iter().map(|(_, value)| value)),
            _ => {}
        }
    }
    out
}
