//! The keymap: which key does what, where. It is data (`keymap.toml`, embedded), and the help and the bottom
//! line are drawn from it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Action, Key};

const EMBEDDED: &str = include_str!("keymap.toml");

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// In any pane; the other contexts but `Typing` fall back on it.
    Everywhere,
    /// In the guide's text.
    Text,
    /// In a list.
    List,
    /// In a box that takes typing; falls back on nothing, so that letters type.
    Typing,
}

impl Context {
    /// Every context, in the order help shows them.
    pub const ALL: [Self; 4] = [Self::Everywhere, Self::Text, Self::List, Self::Typing];

    /// Returns its name in a keymap.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Text => "text",
            Self::List => "list",
            Self::Typing => "typing",
        }
    }

    /// Returns what help calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::Text => "In the text",
            Self::List => "In a list",
            Self::Typing => "While you type a search",
        }
    }
}

/// One line of a keymap: the keys that do something in a context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// Where.
    pub context: Context,
    /// What is done.
    pub action: Action,
    /// The keys that help and hints show.
    pub keys: Vec<Key>,
    /// Keys that work without being shown.
    pub silent: Vec<Key>,
}

/// All bindings, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keymap {
    /// The bindings.
    pub bindings: Vec<Binding>,
}

/// Everything that is wrong with a keymap, a line each.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct BadKeymap(Vec<String>);

/// The shape of a line in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBinding {
    keys: Vec<String>,
    #[serde(default)]
    silent: Vec<String>,
}

impl Keymap {
    /// Returns the keymap that the program brings.
    #[must_use]
    pub fn embedded() -> Self {
        // A test reads it, so a program that was built has a good one.
        Self::read(EMBEDDED).unwrap_or_default()
    }

    /// Reads a keymap.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it: unknown contexts and actions, keys that are none, keys used twice.
    pub fn read(text: &str) -> Result<Self, BadKeymap> {
        let raw: BTreeMap<String, BTreeMap<String, RawBinding>> =
            toml::from_str(text).map_err(|error| BadKeymap(vec![error.message().to_owned()]))?;
        let mut keymap = Self::default();
        let mut faults = Vec::new();
        for (name, lines) in &raw {
            let Some(context) = Context::ALL.into_iter().find(|context| context.name() == name) else {
                faults.push(format!("[{name}] is no context; there are everywhere, text, list and typing"));
                continue;
            };
            for (name, line) in lines {
                keymap.add(context, name, line, &mut faults);
            }
        }
        keymap.bindings.sort_by_key(|binding| (binding.context as usize, binding.action as usize));
        if faults.is_empty() { Ok(keymap) } else { Err(BadKeymap(faults)) }
    }

    fn add(&mut self, context: Context, name: &str, line: &RawBinding, faults: &mut Vec<String>) {
        let Some(action) = Action::named(name) else {
            let near = crate::text::nearest(name, Action::all().map(Action::name));
            let near = near.map_or(String::new(), |near| format!("; did you mean {near}?"));
            faults.push(format!("{}.{name}: nothing is called that{near}", context.name()));
            return;
        };
        let mut read = |texts: &[String]| -> Vec<Key> {
            let mut keys = Vec::new();
            for text in texts {
                match text.parse() {
                    Ok(key) if self.action(context, key, Fallback::No).is_some() || keys.contains(&key) => {
                        faults.push(format!(
                            "{}.{name}: {text} already does something else there",
                            context.name()
                        ));
                    }
                    Ok(key) => keys.push(key),
                    Err(error) => faults.push(format!("{}.{name}: {error}", context.name())),
                }
            }
            keys
        };
        let keys = read(&line.keys);
        let silent = read(&line.silent);
        self.bindings.push(Binding { context, action, keys, silent });
    }

    /// Lays bindings over these: each replaces the keys of its action in its context, and takes its own keys from
    /// whatever they did there.
    pub(super) fn lay_over(&mut self, bindings: Vec<Binding>) {
        for over in bindings {
            self.bindings.retain(|under| (under.context, under.action) != (over.context, over.action));
            let free = |key: &Key| !over.keys.contains(key) && !over.silent.contains(key);
            for under in self.bindings.iter_mut().filter(|under| under.context == over.context) {
                under.keys.retain(free);
                under.silent.retain(free);
            }
            self.bindings.push(over);
        }
        self.bindings.sort_by_key(|binding| (binding.context as usize, binding.action as usize));
    }

    /// Returns what a key does in a context.
    #[must_use]
    pub fn lookup(&self, context: Context, key: Key) -> Option<Action> {
        self.action(context, key, Fallback::Everywhere)
    }

    fn action(&self, context: Context, key: Key, fallback: Fallback) -> Option<Action> {
        let here = |context: Context| {
            let mut bindings = self.bindings.iter().filter(|binding| binding.context == context);
            bindings.find(|binding| binding.keys.contains(&key) || binding.silent.contains(&key))
        };
        let found = match (context, fallback) {
            (Context::Typing, _) | (_, Fallback::No) => here(context),
            _ => here(context).or_else(|| here(Context::Everywhere)),
        };
        found.map(|binding| binding.action)
    }

    /// Returns the first key that does something in a context, as people are shown it.
    #[must_use]
    pub fn key_for(&self, context: Context, action: Action) -> Option<String> {
        let of = |context: Context| {
            let mut bindings = self.bindings.iter().filter(|binding| binding.context == context);
            bindings.find(|binding| binding.action == action).and_then(|binding| binding.keys.first())
        };
        let key = if context == Context::Typing {
            of(context)
        } else {
            of(context).or_else(|| of(Context::Everywhere))
        };
        key.map(|key| key.shown())
    }
}

/// Whether a key that a context does not know may do what it does everywhere.
#[derive(Clone, Copy)]
enum Fallback {
    No,
    Everywhere,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::KeyCode;

    #[test]
    fn the_embedded_keymap_is_good() {
        let keymap = Keymap::read(EMBEDDED).unwrap();
        assert_eq!(keymap, Keymap::embedded());
        assert!(
            Context::ALL
                .iter()
                .all(|context| keymap.bindings.iter().any(|binding| binding.context == *context))
        );
    }

    #[test]
    fn letters_type_while_a_box_takes_typing() {
        let keymap = Keymap::embedded();
        for c in ('!'..='~').chain([' ']) {
            assert_eq!(keymap.lookup(Context::Typing, Key::plain(KeyCode::Char(c))), None, "{c}");
        }
    }

    #[test]
    fn all_faults_are_reported_at_once() {
        let text = "[text]\nnext-lnk = { keys = [\"x\"] }\nopen = { keys = [\"Nope\", \"a\", \"a\"] }\n[pane]\nup = { keys = [\"u\"] }";
        let BadKeymap(faults) = Keymap::read(text).unwrap_err();
        assert_eq!(faults.len(), 4, "{faults:?}");
        assert!(faults.iter().any(|fault| fault.contains("did you mean next-link?")), "{faults:?}");
    }
}
