//! The screens and the panes, by name.

/// The screens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Screen {
    /// The three ways in.
    #[default]
    Welcome,
    /// The panes.
    Reader,
    /// The room of a session: one item.
    Room,
}

/// The panes, in the order of Tab.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pane {
    /// Areas, themes, guides.
    Themes,
    /// What is open.
    #[default]
    Text,
    /// Where to go from it.
    Related,
}

/// Where the keys are where a field stands over a list: on the first screen, among the questions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Spot {
    /// In the field.
    #[default]
    Field,
    /// Among what is listed.
    List,
}
