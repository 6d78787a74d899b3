//! Tables of keys: the keymap that the program brings, and the same shape under `[keys]` in the preferences.

use toml_edit::{Document, Item, Value};

use super::problems::Problems;
use crate::app::{Action, Binding, Context, Key, Keymap};

const EMBEDDED: &str = include_str!("../keymap.toml");

/// How a line is written.
const SHAPE: &str = "keys stand here as { keys = [\"x\"] }, and [] takes all keys away";

impl Keymap {
    /// Returns the keymap that the program brings.
    #[must_use]
    pub fn embedded() -> Self {
        let mut keys = Keys::new(Owner::Program);
        // A test holds that nothing is wrong with it.
        if let Ok(document) = Document::parse(EMBEDDED) {
            keys.read(document.as_item(), &mut Problems::new(EMBEDDED));
        }
        let mut keymap = Self::default();
        keymap.lay_over(keys.bindings);
        keymap
    }
}

/// Whose keys they are: Ctrl-C is the program's, so that there is always a way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Program,
    Reader,
}

/// What the tables say.
pub(super) struct Keys {
    owner: Owner,
    /// What is bound, in the order of the file.
    pub(super) bindings: Vec<Binding>,
}

impl Keys {
    pub(super) fn new(owner: Owner) -> Self {
        Self { owner, bindings: Vec::new() }
    }

    /// Reads the contexts in a table.
    pub(super) fn read(&mut self, item: &Item, problems: &mut Problems<'_>) {
        let Some(contexts) = item.as_table_like() else {
            return problems.add(item.span(), "sections such as [keys.text] stand here", "");
        };
        for (name, item) in contexts.iter() {
            let Some(context) = Context::ALL.into_iter().find(|context| context.name() == name) else {
                let names = Context::ALL.map(Context::name);
                problems.unknown(contexts.key(name), name, "no section of the keys", &names);
                continue;
            };
            let Some(lines) = item.as_table_like() else {
                problems.add(item.span(), "lines such as open = { keys = [\"x\"] } stand here", "");
                continue;
            };
            for (name, item) in lines.iter() {
                if let Some(action) = Action::named(name) {
                    self.line(context, action, item, problems);
                } else {
                    let names: Vec<&str> = Action::all().map(Action::name).collect();
                    let otherwise = "`?` in the reader shows what there is";
                    problems.unknown_of_many(lines.key(name), name, "no action", &names, otherwise);
                }
            }
        }
    }

    /// Reads the keys of an action: a table with `keys` and `silent`, or the keys alone.
    fn line(&mut self, context: Context, action: Action, item: &Item, problems: &mut Problems<'_>) {
        // What is read so far is bound, so that a key of the same line counts as well.
        let at = self.bindings.len();
        self.bindings.push(Binding { context, action, keys: Vec::new(), silent: Vec::new() });
        let Some(parts) = item.as_table_like() else {
            let keys = self.keys(context, item, problems);
            self.bindings[at].keys = keys;
            return;
        };
        for (name, item) in parts.iter() {
            match name {
                "keys" => self.bindings[at].keys = self.keys(context, item, problems),
                "silent" => self.bindings[at].silent = self.keys(context, item, problems),
                _ => problems.unknown(parts.key(name), name, "no part of a line", &["keys", "silent"]),
            }
        }
    }

    /// Returns the keys that a value says, without those that are none.
    fn keys(&self, context: Context, item: &Item, problems: &mut Problems<'_>) -> Vec<Key> {
        let one = item.as_value().filter(|value| value.is_str());
        if one.and_then(Value::as_str) == Some("none") {
            return Vec::new();
        }
        let values: Vec<&Value> = match (one, item.as_array()) {
            (Some(value), _) => vec![value],
            (_, Some(values)) => values.iter().collect(),
            _ => {
                problems.add(item.span(), SHAPE, "");
                return Vec::new();
            }
        };
        let mut keys = Vec::new();
        for value in values {
            match value
                .as_str()
                .ok_or_else(|| SHAPE.to_owned())
                .and_then(|text| self.key(context, text, &keys))
            {
                Ok(key) => keys.push(key),
                Err(message) => problems.add(value.span(), message, ""),
            }
        }
        keys
    }

    /// Returns the key that a text names, or why it cannot be bound; `beside` are those that its line binds already.
    fn key(&self, context: Context, text: &str, beside: &[Key]) -> Result<Key, String> {
        let key: Key = text.parse().map_err(|error: crate::app::NoSuchKey| error.to_string())?;
        if key == Key::LEAVE && self.owner == Owner::Reader {
            return Err("Ctrl-C always leaves the toolkit, so that there is a way out".to_owned());
        }
        if let Some(other) = key.taken_for() {
            return Err(format!("{key} cannot be told from {other}: no terminal says which it was"));
        }
        if context == Context::Typing && key.typed().is_some() {
            return Err(format!("{key} types a letter here"));
        }
        let is_bound = |binding: &&Binding| {
            binding.context == context && (binding.keys.contains(&key) || binding.silent.contains(&key))
        };
        match self.bindings.iter().find(is_bound) {
            Some(binding) => Err(format!("{key} already does {} here", binding.action.name())),
            None if beside.contains(&key) => Err(format!("{key} stands here twice")),
            None => Ok(key),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_wrong_with_the_keymap_of_the_program() {
        let (mut keys, mut problems) = (Keys::new(Owner::Program), Problems::new(EMBEDDED));
        keys.read(Document::parse(EMBEDDED).unwrap().as_item(), &mut problems);
        assert_eq!(problems.in_order(), []);
        let has_keys = |context: &Context| keys.bindings.iter().any(|binding| binding.context == *context);
        assert!(Context::ALL.iter().all(has_keys));
    }
}
