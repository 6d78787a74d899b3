//! What messages do: a routing table to the panes.

use super::{
    Action, App, Context, Document, Effect, Finder, Key, LineInput, List, Message, MouseCapture, Overlay,
    Pane, Screen, Step, ThemeItem, WayIn, ways_in,
};
use crate::guide::{Area, Place, Target, ThemeId};

impl App {
    /// Takes in what happened and returns what the shell is to do.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let effects = match message {
            Message::Key(key) => self.press(key),
            Message::Paste(text) => self.paste(&text),
            Message::Click(position) => self.click(position),
            Message::Wheel { at, rows } => self.wheel(at, rows),
            Message::Resize(size) => {
                self.size = size;
                Vec::new()
            }
            Message::Idle => {
                self.build_search();
                Vec::new()
            }
        };
        self.settle();
        effects
    }

    /// Whether there is something to do while nothing is waiting: the search is opened when its box is on the screen
    /// and the first letter is not typed yet.
    #[must_use]
    pub fn has_idle_work(&self) -> bool {
        self.search.is_none() && matches!(self.overlay, Some(Overlay::Search(_)))
    }

    /// Returns where keys are pressed now.
    #[must_use]
    pub fn context(&self) -> Context {
        match (&self.overlay, self.screen, self.focus) {
            (Some(Overlay::Search(_)), ..) => Context::Typing,
            (None, Screen::Reader, Pane::Text) => Context::Text,
            _ => Context::List,
        }
    }

    fn press(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        if let Some(action) = self.keymap.lookup(self.context(), key) {
            return self.act(action);
        }
        match (key.typed(), self.context()) {
            (Some(c), Context::Typing) => self.paste(&c.to_string()),
            (Some(c @ '1'..='9'), _) => self.open_number(key_number(c)),
            _ => Vec::new(),
        }
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        if let Some(Overlay::Search(finder)) = &mut self.overlay {
            finder.input.insert(text);
            self.find();
        }
        Vec::new()
    }

    /// Does what an action says: first what is the same everywhere, then what the top layer makes of it.
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Quit => return vec![Effect::Quit],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Mouse => return self.toggle_mouse(),
            _ => {}
        }
        match self.overlay.take() {
            Some(Overlay::Search(finder)) => self.act_in_search(action, finder),
            Some(Overlay::Help(list)) => self.act_in_help(action, list),
            Some(Overlay::Card(card)) => self.act_in_card(action, card),
            None => self.act_on_screen(action),
        }
        Vec::new()
    }

    fn act_on_screen(&mut self, action: Action) {
        match action {
            Action::Search => self.open_search(),
            Action::Help => self.overlay = Some(Overlay::Help(List::default())),
            Action::Back => self.go_back(),
            Action::Forward => self.go_forward(),
            Action::Welcome => self.go_to_welcome(),
            _ => match (self.screen, self.focus) {
                (Screen::Welcome, _) => self.act_in_welcome(action),
                (Screen::Reader, Pane::Themes) => self.act_in_themes(action),
                (Screen::Reader, Pane::Text) => self.act_in_text(action),
                (Screen::Reader, Pane::Related) => self.act_in_related(action),
            },
        }
    }

    fn toggle_mouse(&mut self) -> Vec<Effect> {
        let (mouse, notice) = match self.mouse {
            MouseCapture::On => {
                (MouseCapture::Off, "Mouse off: you can select text now. The same key turns it on again.")
            }
            MouseCapture::Off => (MouseCapture::On, "Mouse on: click opens, the wheel scrolls."),
        };
        self.mouse = mouse;
        self.notice = Some(notice.to_owned());
        vec![Effect::Mouse(mouse)]
    }

    // The first screen.

    fn act_in_welcome(&mut self, action: Action) {
        let ways = ways_in(&self.library, self.to_continue());
        let height = self.body_height();
        if self.welcome.list.act(action, ways.len(), height) {
            return;
        }
        if matches!(action, Action::Open | Action::Right)
            && let Some(way) = ways.get(self.welcome.list.cursor)
        {
            self.enter(*way);
        }
    }

    pub(super) fn enter(&mut self, way: WayIn) {
        match way {
            WayIn::Continue => self.go_on_reading(),
            WayIn::Search => self.open_search(),
            WayIn::Page(page) => self.open(page, None),
            WayIn::Area(area) => {
                self.open(Document::Area(area), None);
                let first = self.library.themes_of(area).next();
                if let Some(theme) = first {
                    self.choose_first_guide(area, theme);
                }
            }
            WayIn::Theme(theme) => {
                let has_guides = |area: &Area| self.library.guides_of(theme, *area).next().is_some();
                let area = Area::ALL.into_iter().find(has_guides);
                if let Some(area) = area {
                    self.browse(area, theme);
                }
            }
        }
    }

    /// Opens a theme's page, with its guides unfolded in the themes pane and the keys there.
    fn browse(&mut self, area: Area, theme: ThemeId) {
        self.open(Document::Theme(area, theme), Some(theme));
        self.choose_first_guide(area, theme);
    }

    /// Gives the keys to the themes pane, with the first guide of a theme chosen: Enter opens it.
    fn choose_first_guide(&mut self, area: Area, theme: ThemeId) {
        if let Some(first) = self.library.guides_of(theme, area).next() {
            self.themes.reveal(&self.library, ThemeItem::Guide(area, theme, first));
        }
        self.focus = Pane::Themes;
    }

    // The themes pane.

    fn act_in_themes(&mut self, action: Action) {
        let height = self.list_height();
        if self.themes.act(&self.library, action, height) {
            return;
        }
        match action {
            Action::Left => self.themes.fold(&self.library),
            Action::Right if self.themes.unfold(&self.library) => {}
            Action::Right | Action::NextPane | Action::Close => self.focus = Pane::Text,
            Action::PreviousPane => self.focus = Pane::Related,
            Action::Open => self.open_theme_item(),
            Action::Inspect => {
                if let Some(ThemeItem::Guide(_, _, guide)) = self.themes.chosen(&self.library) {
                    self.show_card(Target::Guide(Place { guide, section: None }));
                }
            }
            _ => {}
        }
    }

    pub(super) fn open_theme_item(&mut self) {
        match self.themes.chosen(&self.library) {
            Some(ThemeItem::Guide(_, theme, guide)) => self.open(Document::Guide(guide), Some(theme)),
            Some(ThemeItem::Theme(area, theme)) => {
                let unfolded = self.themes.unfold(&self.library);
                if !unfolded {
                    self.themes.fold(&self.library);
                } else if self.geometry().is_some_and(|geometry| geometry.text_pane.is_some()) {
                    self.open(Document::Theme(area, theme), Some(theme));
                    self.themes.reveal(&self.library, ThemeItem::Theme(area, theme));
                    self.focus = Pane::Themes;
                }
            }
            Some(ThemeItem::Page(page)) => self.open(page, None),
            Some(ThemeItem::Area(_)) if self.themes.unfold(&self.library) => {}
            Some(ThemeItem::Area(_)) => self.themes.fold(&self.library),
            None => {}
        }
    }

    // The text pane.

    fn act_in_text(&mut self, action: Action) {
        let height = self.text_height();
        let Some(reading) = &mut self.reading else { return };
        if reading.act(action, height) {
            return;
        }
        match action {
            Action::Left | Action::PreviousPane => self.focus = Pane::Themes,
            Action::Right | Action::NextPane => self.focus = Pane::Related,
            Action::NextLink => self.step_link(Step::Next),
            Action::PreviousLink => self.step_link(Step::Previous),
            Action::NextMark => self.step_mark(Step::Next),
            Action::PreviousMark => self.step_mark(Step::Previous),
            Action::Open => self.follow_chosen(),
            Action::Inspect => match reading.chosen_link(&self.library).map(|link| link.target.clone()) {
                Some(target) => self.show_card(target),
                None => self.say_how_to_choose_a_link(),
            },
            Action::Close => self.let_go(),
            _ => {}
        }
    }

    fn step_link(&mut self, step: Step) {
        let height = self.text_height();
        if let Some(reading) = &mut self.reading
            && !reading.step_link(&self.library, step, height)
        {
            self.notice = Some("There are no links here.".to_owned());
        }
    }

    fn step_mark(&mut self, step: Step) {
        let height = self.text_height();
        let Some(reading) = &mut self.reading else { return };
        self.notice = Some(if reading.step_mark(step, height) {
            format!("{} of {}", reading.mark.map_or(0, |mark| mark + 1), reading.marks.len())
        } else {
            "Nothing is marked here: marks show the words of a search.".to_owned()
        });
    }

    fn follow_chosen(&mut self) {
        let target = self.reading.as_ref().and_then(|reading| reading.chosen_link(&self.library));
        match target.map(|link| link.target.clone()) {
            Some(target) => self.follow(&target),
            // Enter alone leads on as well: once to choose the first link on the screen, once to follow it.
            None => self.step_link(Step::Next),
        }
    }

    fn say_how_to_choose_a_link(&mut self) {
        let key = self.keymap.key_for(Context::Text, Action::NextLink).unwrap_or_default();
        self.notice = Some(format!("Press {key} to choose a link first."));
    }

    /// Escape in the text: lets go of the link, else of the marks, else of the text.
    fn let_go(&mut self) {
        let Some(reading) = &mut self.reading else { return };
        if reading.link.take().is_some() {
            return;
        }
        if reading.marks.is_empty() {
            self.go_up();
        } else {
            reading.marks.clear();
            reading.mark = None;
        }
    }

    // The related pane.

    fn act_in_related(&mut self, action: Action) {
        let height = self.list_height();
        if self.related.list.act(action, self.related.targets.len(), height / 3) {
            return;
        }
        match action {
            Action::Left | Action::PreviousPane | Action::Close => self.focus = Pane::Text,
            Action::NextPane => self.focus = Pane::Themes,
            Action::Open => {
                if let Some(target) = self.related.chosen().cloned() {
                    self.follow(&target);
                }
            }
            Action::Inspect => {
                if let Some(target) = self.related.chosen().cloned() {
                    self.show_card(target);
                }
            }
            _ => {}
        }
    }

    fn open_number(&mut self, number: usize) -> Vec<Effect> {
        if self.screen == Screen::Reader && self.overlay.is_none() {
            match self.related.targets.get(number - 1).cloned() {
                Some(target) => self.follow(&target),
                None => self.notice = Some(format!("Nothing has the number {number} under Related.")),
            }
        }
        Vec::new()
    }

    pub(super) fn build_search(&mut self) {
        if self.search.is_none() {
            self.search = Some((self.make_search)(&self.library));
        }
    }

    /// Opens the search, with what was searched for last: the next result is one key away.
    pub(super) fn open_search(&mut self) {
        let input = LineInput::offering(self.searched.clone());
        self.overlay = Some(Overlay::Search(Finder { input, ..Finder::default() }));
        if !self.searched.is_empty() {
            self.find();
        }
    }

    pub(super) fn find(&mut self) {
        self.build_search();
        if let (Some(Overlay::Search(finder)), Some(search)) = (&mut self.overlay, &self.search) {
            finder.search(search, &self.library);
        }
    }

    /// The rows inside a bordered pane as high as the body.
    pub(super) fn list_height(&self) -> usize {
        self.body_height().saturating_sub(2).max(1)
    }

    pub(super) fn body_height(&self) -> usize {
        self.geometry().map_or(1, |geometry| usize::from(geometry.body.height))
    }
}

fn key_number(digit: char) -> usize {
    digit.to_digit(10).map_or(1, |digit| digit as usize)
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::bundled;
    use crate::guide::Library;
    use crate::search::{Basis, Search};

    /// Returns the search of a library without guides.
    fn of_nothing(library: &Library) -> Search {
        Search::build(&Library { guides: Vec::new(), ..library.clone() })
    }

    #[test]
    fn the_search_is_the_one_that_was_handed_over() {
        let found = |mut app: App| {
            app.update(Message::Key("/".parse().unwrap()));
            assert!(app.has_idle_work());
            app.update(Message::Idle);
            assert!(!app.has_idle_work());
            app.update(Message::Paste("trust".to_owned()));
            let Some(Overlay::Search(finder)) = app.overlay else { panic!("the box is open") };
            finder.answer.basis
        };
        let app = || App::new(bundled::library(), Size::new(80, 24));
        assert_eq!(found(app()), Basis::Words);
        assert_eq!(found(app().with_search(of_nothing)), Basis::Nothing);
    }
}
