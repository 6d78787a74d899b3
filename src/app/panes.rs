//! What actions do in the panes.

use super::{Action, App, Context, Document, Pane, Step, ThemeItem};
use crate::guide::{Place, Target, ThemeId};

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
            Action::NextLink => self.step_link(Step::Next),
            Action::PreviousLink => self.step_link(Step::Previous),
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
            Some(item @ ThemeItem::Theme(area, theme)) => {
                self.open_beside(item, Document::Theme(area, theme), Some(theme));
            }
            Some(ThemeItem::Page(page)) => self.open(page, None),
            Some(item @ ThemeItem::Area(area)) => self.open_beside(item, Document::Area(area), None),
            None => {}
        }
    }

    /// Opens the page of an area or a theme, unfolded, with the keys left among the themes where both have room; once it
    /// is open, gives them to its text.
    fn open_beside(&mut self, item: ThemeItem, page: Document, theme: Option<ThemeId>) {
        if self.shown.document() == Some(page) {
            self.shown.themes.unfold(&self.library);
            self.shown.focus = Pane::Text;
            return;
        }
        let is_beside = self.geometry().is_some_and(|geometry| geometry.text_pane.is_some());
        self.open(page, theme);
        self.shown.themes.reveal(&self.library, item);
        self.shown.themes.unfold(&self.library);
        if is_beside {
            self.shown.focus = Pane::Themes;
        }
    }

    // The text pane.

    pub(super) fn act_in_text(&mut self, action: Action) {
        let height = self.text_height();
        let Some(reading) = &mut self.shown.reading else { return };
        if reading.scroll_or_step(&self.library, action, height) {
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
            Action::NextPassage => reading.step_passage(&self.library, Step::Next, height),
            Action::PreviousPassage => reading.step_passage(&self.library, Step::Previous, height),
            Action::Inspect => self.explain(),
            Action::Close => self.clear_selection(),
            _ => {}
        }
    }

    /// Chooses the next link of the text, or the one before, whichever pane has the keys.
    fn step_link(&mut self, step: Step) {
        self.shown.focus = Pane::Text;
        self.lay_out();
        let height = self.text_height();
        if let Some(reading) = &mut self.shown.reading
            && !reading.step_link(&self.library, step, height)
        {
            self.say("There are no links here.");
        }
    }

    fn follow_chosen(&mut self) {
        let target = self.shown.reading.as_ref().and_then(|reading| reading.chosen_link(&self.library));
        if let Some(target) = target.map(|link| link.target.clone()) {
            return self.follow(&target);
        }
        // Enter alone leads on as well: once to choose a link on the screen, once to follow it.
        let height = self.text_height();
        let Some(reading) = &mut self.shown.reading else { return };
        if !reading.choose_visible_link(&self.library, height) {
            let has_links = reading.links(&self.library).next().is_some();
            self.say(match self.keymap.key_for(Context::Text, Action::NextLink) {
                Some(key) if has_links => format!("No link on this screen. {key} goes to the next one."),
                _ if has_links => "No link on this screen.".to_owned(),
                _ => "There are no links here.".to_owned(),
            });
        }
    }

    /// Explains the chosen link, else the first term or link of the current passage.
    fn explain(&mut self) {
        let height = self.text_height();
        let Some(reading) = &mut self.shown.reading else { return };
        let chosen = reading.chosen_link(&self.library).map(|link| link.target.clone());
        match chosen.or_else(|| reading.choose_in_passage(&self.library, height)) {
            Some(target) => self.show_card(target),
            None => self.say(match self.keymap.key_for(Context::Text, Action::NextLink) {
                Some(key) => format!("Nothing to explain in this passage. {key} chooses the next link."),
                None => "Nothing to explain in this passage.".to_owned(),
            }),
        }
    }

    /// Escape in the text: clears the chosen link, else goes back to the results, else clears the marks, else goes one step
    /// back.
    fn clear_selection(&mut self) {
        let Some(reading) = &mut self.shown.reading else { return };
        if reading.link.take().is_some() {
            return;
        }
        if self.return_to_list() {
            return;
        }
        let Some(reading) = &mut self.shown.reading else { return };
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
            Action::NextLink => self.step_link(Step::Next),
            Action::PreviousLink => self.step_link(Step::Previous),
            Action::Inspect => {
                if let Some(target) = self.shown.related.chosen().cloned() {
                    self.show_card(target);
                }
            }
            _ => {}
        }
    }
}
