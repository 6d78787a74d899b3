//! The keymap: which key does what, where. It is data (`keymap.toml`, embedded), and the help and the bottom
//! line are drawn from it.

use super::{Action, Held, Key, KeyCode};

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// In any pane; the other contexts but `Typing` fall back on it.
    Everywhere,
    /// In the guide's text.
    Text,
    /// On the first screen and among the themes, where letters begin a search; anything else falls back on
    /// `Everywhere`.
    Browse,
    /// In a list.
    List,
    /// In a box that takes typing; falls back on nothing, so that letters type.
    Typing,
}

impl Context {
    /// Every context, in the order help shows them.
    pub const ALL: [Self; 5] = [Self::Everywhere, Self::Browse, Self::Text, Self::List, Self::Typing];

    /// Returns its name in a keymap.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Browse => "browse",
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
            Self::Browse => "First screen and themes",
            Self::Text => "In the text",
            Self::List => "In a list",
            Self::Typing => "While you type",
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

impl Keymap {
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
        let bound = |context: Context| {
            let mut bindings = self.bindings.iter().filter(|binding| binding.context == context);
            bindings.find(|binding| binding.keys.contains(&key) || binding.silent.contains(&key))
        };
        let found = match context {
            Context::Typing => bound(context),
            Context::Browse if key.typed().is_some() => bound(context),
            _ => bound(context).or_else(|| bound(Context::Everywhere)),
        };
        // Shift and a key that is bound to nothing is the key.
        let without_shift = || match key {
            Key { held: Held::Shift, code } if code != KeyCode::Tab => self.lookup(context, Key::plain(code)),
            _ => None,
        };
        found.map(|binding| binding.action).or_else(without_shift)
    }

    /// Returns all keys that do something in these contexts, silent ones too, as people are shown them.
    pub(super) fn keys_of(&self, action: Action, contexts: &[Context]) -> Vec<String> {
        let bindings = self.bindings.iter();
        let of_action =
            bindings.filter(|binding| binding.action == action && contexts.contains(&binding.context));
        of_action
            .flat_map(|binding| binding.keys.iter().chain(&binding.silent))
            .map(|key| key.shown())
            .collect()
    }

    /// Returns the first key that does something in a context, as people are shown it.
    #[must_use]
    pub fn key_for(&self, context: Context, action: Action) -> Option<String> {
        let of = |context: Context| {
            let mut bindings = self.bindings.iter().filter(|binding| binding.context == context);
            bindings.find(|binding| binding.action == action).map(|binding| &binding.keys)
        };
        let everywhere = || of(Context::Everywhere).into_iter().flatten();
        let of_context = of(context).into_iter().flatten().next();
        let key = match context {
            Context::Typing => of_context,
            Context::Browse => of_context.or_else(|| everywhere().find(|key| key.typed().is_none())),
            _ => of_context.or_else(|| everywhere().next()),
        };
        key.map(|key| key.shown())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::KeyCode;

    #[test]
    fn letters_type_while_a_box_takes_typing() {
        let keymap = Keymap::embedded();
        for c in ('!'..='~').chain([' ']) {
            assert_eq!(keymap.lookup(Context::Typing, Key::plain(KeyCode::Char(c))), None, "{c}");
        }
    }
}
