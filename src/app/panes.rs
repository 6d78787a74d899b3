//! What actions do in the panes.

use super::{Action, App, Context, Document, Pane, Step, ThemeItem};
use crate::guide::{Place, Target};

impl App {
    // The themes pane.

    pub(super) fn act_in_themes(&mut self, action: Action) {
        let height = self.geometry_or_smallest().list_height();
        if self.shown.themes.act(&self.library, action, height) {
            return;
        }
        match action {
            Action::Left => self.shown.themes.fold(&self.library),
            // The page of a theme that was found: the keys are in this pane from the beginning.
            Action::Close if self.shown.came_from.is_some() => self.clear_selection(),
            Action::Right if self.shown.themes.unfold(&self.library) => {}
            Action::Right | Action::NextPane | Action::Close => self.shown.focus = Pane::Text,
            Action::PreviousPane => self.shown.focus = Pane::Related,
            Action::Open => self.open_theme_item(),
            Action::Inspect => {
                if let Some(ThemeItem::Guide(_, _, guide)) = self.shown.themes.chosen(&self.library) {
                    self.show_card(Target::Guide(Place { guide, section: None }));
                }
            }
            _ => {}
        }
    }

    pub(super) fn open_theme_item(&mut self) {
        match self.shown.themes.chosen(&self.library) {
            Some(ThemeItem::Guide(_, theme, guide)) => self.open_guide(guide, Some(theme)),
            Some(ThemeItem::Theme(area, theme)) => {
                let unfolded = self.shown.themes.unfold(&self.library);
                if !unfolded {
                    self.shown.themes.fold(&self.library);
                } else if self.geometry().is_some_and(|geometry| geometry.text_pane.is_some()) {
                    self.open(Document::Theme(area, theme), Some(theme));
                    self.shown.themes.reveal(&self.library, ThemeItem::Theme(area, theme));
                    self.shown.focus = Pane::Themes;
                }
            }
            Some(ThemeItem::Page(page)) => self.open(page, None),
            Some(ThemeItem::Area(_)) if self.shown.themes.unfold(&self.library) => {}
            Some(ThemeItem::Area(_)) => self.shown.themes.fold(&self.library),
            None => {}
        }
    }

    // The text pane.

    pub(super) fn act_in_text(&mut self, action: Action) {
        let height = self.text_height();
        let Some(reading) = &mut self.shown.reading else { return };
        if reading.act(action, height) {
            return;
        }
        match action {
            Action::Left | Action::PreviousPane => self.shown.focus = Pane::Themes,
            Action::Right | Action::NextPane => self.shown.focus = Pane::Related,
            Action::NextLink => self.step_link(Step::Next),
            Action::PreviousLink => self.step_link(Step::Previous),
            Action::NextMark => self.step_mark(Step::Next),
            Action::PreviousMark => self.step_mark(Step::Previous),
            Action::Open => self.follow_chosen(),
            Action::Inspect => match reading.chosen_link(&self.library).map(|link| link.target.clone()) {
                Some(target) => self.show_card(target),
                None => self.say_how_to_choose_a_link(),
            },
            Action::Close => self.clear_selection(),
            _ => {}
        }
    }

    fn step_link(&mut self, step: Step) {
        let height = self.text_height();
        if let Some(reading) = &mut self.shown.reading
            && !reading.step_link(&self.library, step, height)
        {
            self.say("There are no links here.");
        }
    }

    fn follow_chosen(&mut self) {
        let target = self.shown.reading.as_ref().and_then(|reading| reading.chosen_link(&self.library));
        match target.map(|link| link.target.clone()) {
            Some(target) => self.follow(&target),
            // Enter alone leads on as well: once to choose the first link on the screen, once to follow it.
            None => self.step_link(Step::Next),
        }
    }

    fn say_how_to_choose_a_link(&mut self) {
        self.say(match self.keymap.key_for(Context::Text, Action::NextLink) {
            Some(key) => format!("Press {key} to choose a link first."),
            None => "Choose a link first.".to_owned(),
        });
    }

    /// Escape in the text: clears the chosen link, else goes back to the results, else clears the marks, else goes one step
    /// back.
    fn clear_selection(&mut self) {
        let Some(reading) = &mut self.shown.reading else { return };
        if reading.link.take().is_some() {
            return;
        }
        if let Some(finder) = self.shown.came_from.take() {
            return self.return_to_results(finder);
        }
        if reading.marks.is_empty() {
            self.go_up();
        } else {
            reading.marks.clear();
            reading.mark = None;
        }
    }

    // The related pane.

    pub(super) fn act_in_related(&mut self, action: Action) {
        let height = self.geometry_or_smallest().list_height();
        if self.shown.related.list.act(action, self.shown.related.targets.len(), height / 3) {
            return;
        }
        match action {
            Action::Left | Action::PreviousPane | Action::Close => self.shown.focus = Pane::Text,
            Action::NextPane => self.shown.focus = Pane::Themes,
            Action::Open => {
                if let Some(target) = self.shown.related.chosen().cloned() {
                    self.follow(&target);
                }
            }
            Action::Inspect => {
                if let Some(target) = self.shown.related.chosen().cloned() {
                    self.show_card(target);
                }
            }
            _ => {}
        }
    }
}
