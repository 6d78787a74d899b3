//! Keys of the reader's own: the tables under `[keys]`, in the shape of the keymap that the program brings.

use toml_edit::{Item, Value};

use super::read::Reader;
use crate::app::{Action, Binding, Context, Key};

/// How a line is written.
const SHAPE: &str = "keys stand here as { keys = [\"x\"] }, and [] takes all keys away";

/// What the tables say.
#[derive(Default)]
pub(super) struct Keys {
    /// What is bound, in the order of the file.
    pub(super) bindings: Vec<Binding>,
}

impl Keys {
    /// Reads the item that is called `keys`.
    pub(super) fn read(&mut self, item: &Item, reader: &mut Reader<'_>) {
        let Some(contexts) = item.as_table_like() else {
            return reader.wrong(item.span(), "sections such as [keys.text] stand here");
        };
        for (name, item) in contexts.iter() {
            let Some(context) = Context::ALL.into_iter().find(|context| context.name() == name) else {
                let names = Context::ALL.map(Context::name);
                reader.unknown(contexts.key(name), name, "no section of the keys", &names);
                continue;
            };
            let Some(lines) = item.as_table_like() else {
                reader.wrong(item.span(), "lines such as open = { keys = [\"x\"] } stand here");
                continue;
            };
            for (name, item) in lines.iter() {
                if let Some(action) = Action::named(name) {
                    self.line(context, action, item, reader);
                } else {
                    let names: Vec<&str> = Action::all().map(Action::name).collect();
                    let otherwise = "`?` in the reader shows what there is";
                    reader.unknown_of_many(lines.key(name), name, "no action", &names, otherwise);
                }
            }
        }
    }

    /// Reads the keys of an action: a table with `keys` and `silent`, or the keys alone.
    fn line(&mut self, context: Context, action: Action, item: &Item, reader: &mut Reader<'_>) {
        // What is read so far is bound, so that a key of the same line counts as well.
        let at = self.bindings.len();
        self.bindings.push(Binding { context, action, keys: Vec::new(), silent: Vec::new() });
        let Some(parts) = item.as_table_like() else {
            let keys = self.keys(context, item, reader);
            self.bindings[at].keys = keys;
            return;
        };
        for (name, item) in parts.iter() {
            match name {
                "keys" => self.bindings[at].keys = self.keys(context, item, reader),
                "silent" => self.bindings[at].silent = self.keys(context, item, reader),
                _ => reader.unknown(parts.key(name), name, "no part of a line", &["keys", "silent"]),
            }
        }
    }

    /// Returns the keys that a value says, without those that are none.
    fn keys(&self, context: Context, item: &Item, reader: &mut Reader<'_>) -> Vec<Key> {
        let one = item.as_value().filter(|value| value.is_str());
        if one.and_then(Value::as_str) == Some("none") {
            return Vec::new();
        }
        let values: Vec<&Value> = match (one, item.as_array()) {
            (Some(value), _) => vec![value],
            (_, Some(values)) => values.iter().collect(),
            _ => {
                reader.wrong(item.span(), SHAPE);
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
                Err(message) => reader.wrong(value.span(), message),
            }
        }
        keys
    }

    /// Returns the key that a text names, or why it cannot be bound; `beside` are those that its line binds already.
    fn key(&self, context: Context, text: &str, beside: &[Key]) -> Result<Key, String> {
        let key: Key = text.parse().map_err(|error: crate::app::NoSuchKey| error.to_string())?;
        if key == Key::LEAVE {
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
