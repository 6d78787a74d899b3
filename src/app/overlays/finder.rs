//! The search overlay: what is typed, what is found, what is offered beside it, which of these is chosen.

use ratatui::layout::{Rect, Size};

use super::layer::{Around, Command, HintSpec, Layer, Panel, Prompt, Then};
use super::{Alert, Preview, results};
use crate::app::{Action, Copied, Geometry, LineInput, List, ListRole, ListRow, SessionCommand};
use crate::guide::{GuideId, Library, Place, Target, ThemeId};
use crate::search::{Answer, AnswerKind, Hit, Progress, Query, Search, ready_plan};
use crate::text::{slice, wrap};

/// Results shown at most: nobody reads further, and the list stays quick.
pub(in crate::app) const RESULTS: usize = 20;

/// Rows that a result takes on average: a page key moves by as many results as fit the box.
const ROWS_OF_RESULT: usize = 4;

/// What is said before anything is typed.
pub(in crate::app) const SPELLING: &str = "Type a few words. The spelling need not be right.";

/// Returns the line in which words to search for are typed.
pub(in crate::app) fn search_prompt(input: &LineInput, line: Rect) -> Prompt<'_> {
    Prompt { label: "Search: ", input, line }
}

/// The search overlay.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Finder {
    /// What is typed.
    pub input: LineInput,
    /// What the words speak of, where they speak of danger.
    pub alert: Option<Alert>,
    /// The ready plan for a session that is meant, if one is.
    pub plan: Option<usize>,
    /// What was found for it.
    pub answer: Answer,
    /// What else can be done, below what was found.
    pub offers: Vec<Offer>,
    /// What is chosen, the alert first, then the plan, results, then offers; and the scroll.
    pub list: List,
    /// How far the search is, while it is being made ready.
    pub building: Option<Progress>,
    /// The chosen result where it stands, on screens with room for that.
    pub preview: Option<Preview>,
    /// The result and the size that the preview is laid out for.
    previewed: Option<(usize, Size)>,
}

/// Something to do where results are few or none, or nothing is typed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// To search for this instead: a guess at the spelling.
    Guess(String),
    /// To search for this: the same without what keeps results out, and how many there would be.
    Widen(String, usize),
    /// To open a guide that was read lately.
    Guide(GuideId),
    /// To browse a theme.
    Theme(ThemeId),
    /// To copy a line that tells those who write the guides what was sought in vain.
    Report(String),
}

impl Finder {
    /// Returns a search that offers `words`, and what else to do while nothing is typed.
    #[must_use]
    pub fn offering(words: String) -> Self {
        Self { input: LineInput::offering(words), ..Self::default() }
    }

    /// Returns a search for words as if they had been typed.
    #[must_use]
    pub fn typed(words: String) -> Self {
        Self { input: LineInput::with(words), ..Self::default() }
    }

    /// Offers what to open while nothing is typed.
    pub fn offer_ways(&mut self, library: &Library, recent: &[GuideId]) {
        self.offers = self.to_offer(library, recent);
    }

    /// Searches for what is typed now; while nothing is typed, offers the guides in `recent`.
    pub fn search(&mut self, search: &Search, library: &Library, recent: &[GuideId]) {
        let query = Query::parse(self.input.text(), library);
        self.answer = search.answer(library, &query, RESULTS);
        self.plan = ready_plan(library, self.input.text()).filter(|_| self.alert.is_none());
        self.offers = self.to_offer(library, recent);
        self.list = List::default();
        self.previewed = None;
    }

    /// Lays out the preview of the chosen result, unless that is done for this result and this size.
    fn lay_out(&mut self, library: &Library, area: Option<Rect>) {
        let wanted = area.map(|area| (self.list.cursor, area.as_size()));
        if self.previewed != wanted {
            let hit = self.chosen().zip(area);
            self.preview = hit.map(|(hit, area)| Preview::of(library, hit, area.as_size()));
            self.previewed = wanted;
        }
    }

    /// Finds titles alone, for as long as the search is being built.
    pub fn search_titles(&mut self, hits: Vec<Hit>) {
        self.answer = Answer { hits, kind: AnswerKind::Words, ..Answer::default() };
        self.answer.hits.truncate(RESULTS);
        self.offers.clear();
        self.list = List::default();
        self.previewed = None;
    }

    fn to_offer(&self, library: &Library, recent: &[GuideId]) -> Vec<Offer> {
        let has_guides = |theme: &ThemeId| !library.theme(*theme).guides.is_empty();
        if self.is_empty() {
            let themes = library.theme_ids().filter(has_guides).map(Offer::Theme);
            return recent.iter().copied().map(Offer::Guide).chain(themes).collect();
        }
        let Some(suggestions) = &self.answer.suggestions else { return Vec::new() };
        let widened = Query::parse(self.input.text(), library).words.trim().to_owned();
        let widen = (suggestions.elsewhere > 0).then_some(Offer::Widen(widened, suggestions.elsewhere));
        let guess = suggestions.guess.clone().map(Offer::Guess);
        let themes = suggestions.themes.iter().copied().map(Offer::Theme);
        // Nothing of what speaks of danger is kept or copied.
        let is_reported = self.answer.kind != AnswerKind::Listed && self.alert.is_none();
        let report = is_reported.then(|| Offer::Report(self.report(library)));
        guess.into_iter().chain(widen).chain(themes).chain(report).collect()
    }

    /// Returns what those who write the guides would need to know.
    fn report(&self, library: &Library) -> String {
        let (pack, typed) = (&library.pack, self.input.text().trim());
        format!("Nothing in “{}” ({}) answers “{typed}”.", pack.title, pack.slug)
    }

    /// Whether nothing is typed that could be looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.input.text().contains(char::is_alphanumeric)
    }

    /// Returns how many things there are to choose from.
    #[must_use]
    pub fn len(&self) -> usize {
        self.above() + self.answer.hits.len() + self.offers.len()
    }

    /// Returns how many items stand above the results.
    fn above(&self) -> usize {
        usize::from(self.alert.is_some()) + usize::from(self.plan.is_some())
    }

    /// Returns the chosen result.
    #[must_use]
    pub fn chosen(&self) -> Option<&Hit> {
        self.answer.hits.get(self.list.cursor.checked_sub(self.above())?)
    }

    /// Returns the chosen offer, if it is one that is chosen.
    #[must_use]
    pub fn chosen_offer(&self) -> Option<&Offer> {
        self.offers.get(self.list.cursor.checked_sub(self.above() + self.answer.hits.len())?)
    }

    /// Moves the cursor. Returns whether the action moves it.
    fn move_cursor(&mut self, action: Action, height: usize) -> bool {
        !matches!(action, Action::Top | Action::Bottom)
            && self.list.act(action, self.len(), height / ROWS_OF_RESULT)
    }

    /// Opens the chosen result or does what the chosen offer says; keeps searching when there is neither.
    fn open_chosen(&self) -> Then {
        if let Some(alert) = self.alert.filter(|_| self.list.cursor == 0) {
            return Then::Do(Command::OpenAlert(alert.situation, alert.area));
        }
        if let Some(plan) = self.plan.filter(|_| self.list.cursor == 0) {
            return Then::CloseAnd(Command::Session(SessionCommand::Ready(plan)));
        }
        if self.chosen().is_some() {
            return Then::Do(Command::OpenResult);
        }
        self.chosen_offer().cloned().map_or(Then::Stay, Offer::then)
    }

    /// Returns what is said about the answer as a whole: what was corrected, what was left out, that nothing fits.
    fn remarks(&self, library: &Library) -> Vec<String> {
        if self.is_empty() {
            return vec![SPELLING.to_owned()];
        }
        let answer = &self.answer;
        let mut remarks: Vec<String> = Vec::new();
        if let Some(Progress::Reading { read, all }) = self.building {
            remarks.push(format!("Titles only so far: {read} of {all} guides have been read."));
        }
        let only: Vec<String> = results::filtered(answer, library);
        if !only.is_empty() {
            remarks.push(format!("Only {}.", only.join(", ")));
        }
        remarks.extend(answer.remarks());
        if answer.kind == AnswerKind::Nothing && self.alert.is_none() {
            remarks.push("Nothing found. Try another word for it, or one of these:".to_owned());
        }
        remarks
    }

    /// Returns the rows of what is said about the answer where it stands above the list; below an alert it is in the list.
    fn notes(&self, around: &Around<'_>) -> Vec<ListRow> {
        let width = around.geometry.results(0).0.width;
        if self.alert.is_some() { Vec::new() } else { self.remark_rows(around.library, width) }
    }

    fn remark_rows(&self, library: &Library, width: u16) -> Vec<ListRow> {
        let width = usize::from(width.max(1));
        let wrapped = |remark: String| {
            let rows = wrap(&remark, width);
            let row = |range| ListRow::text(ListRole::Detail, slice(&remark, range));
            rows.into_iter().map(row).collect::<Vec<_>>()
        };
        self.remarks(library).into_iter().flat_map(wrapped).collect()
    }

    /// Returns the rows of the results and the offers at a width in columns.
    fn rows(&self, library: &Library, area: Rect) -> Vec<ListRow> {
        let width = usize::from(area.width);
        let mut rows = Vec::new();
        if let Some(alert) = self.alert {
            // A small screen keeps room for a sign of what else there is.
            let most = usize::from(area.height).saturating_sub(2).max(3);
            rows = alert.rows(library, width, most);
            let remarks = self.remark_rows(library, area.width);
            rows.extend((!remarks.is_empty()).then(ListRow::blank));
            rows.extend(remarks);
        }
        if let Some(plan) = self.plan.and_then(|at| library.plans.get(at)) {
            rows.push(ListRow::item(0, ListRole::Title, format!("{} · a plan for a session", plan.title)));
            rows.push(ListRow::item(0, ListRole::Passage, &plan.purpose));
        }
        results::rows(&mut rows, library, &self.answer.hits, self.above(), area.as_size());
        let mut heading = None;
        for (index, offer) in self.offers.iter().enumerate() {
            let group = offer.heading();
            if heading != Some(group) {
                if !rows.is_empty() {
                    rows.push(ListRow::blank());
                }
                rows.push(ListRow::text(ListRole::Heading, group));
                heading = Some(group);
            }
            let item = self.above() + self.answer.hits.len() + index;
            rows.push(ListRow::item(item, ListRole::Item, format!("  {}", offer.words(library))));
        }
        rows
    }
}

impl Layer for Finder {
    fn act(&mut self, action: Action, around: &Around<'_>) -> Then {
        if self.move_cursor(action, around.geometry.list_height()) {
            return Then::Stay;
        }
        match action {
            Action::Open => self.open_chosen(),
            Action::Close => Then::Close,
            Action::Filter => Then::Do(Command::ListFilters(self.input.text().to_owned())),
            _ if self.input.act(action) => self.edited(around),
            _ => Then::Stay,
        }
    }

    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let title = match self.answer.hits.len() {
            0 => "Search".to_owned(),
            found => {
                let at = (self.list.cursor + 1).saturating_sub(self.above()).clamp(1, found);
                format!("Search · {at} of {found}")
            }
        };
        let area = around.geometry.search_box();
        let remarks = self.notes(around);
        let (list_area, preview) = around.geometry.results(remarks.len());
        let lines = (Geometry::inside(area).y + 1..list_area.y).map(|y| Rect { y, height: 1, ..list_area });
        Panel {
            notes: lines.zip(remarks).collect(),
            list_area,
            rows: self.rows(around.library, list_area),
            list: self.list,
            preview: preview.zip(self.preview.as_ref()),
            ..Panel::titled(area, title)
        }
    }

    fn hints(&self, _around: &Around<'_>) -> &'static [HintSpec] {
        &[
            (&[Action::Up, Action::Down], "choose", 1),
            (&[Action::Open], "open", 0),
            (&[Action::Filter], "narrow", 2),
            (&[Action::Close], "close", 0),
        ]
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(&mut self.list)
    }

    fn prompt(&self, geometry: &Geometry) -> Option<Prompt<'_>> {
        Some(search_prompt(&self.input, Geometry::first_line(geometry.search_box())))
    }

    fn input_mut(&mut self) -> Option<&mut LineInput> {
        Some(&mut self.input)
    }

    fn edited(&mut self, _around: &Around<'_>) -> Then {
        Then::Do(Command::Answer)
    }

    fn show_chosen(&mut self, rows: &[ListRow], height: usize, around: &Around<'_>) {
        let (_, preview) = around.geometry.results(self.notes(around).len());
        self.lay_out(around.library, preview);
        self.list.show(rows, height);
    }
}

impl Offer {
    /// Returns what choosing it does.
    fn then(self) -> Then {
        match self {
            Self::Guess(words) | Self::Widen(words, _) => Then::CloseAnd(Command::Search(words)),
            Self::Guide(guide) => {
                Then::CloseAnd(Command::Follow(Target::Guide(Place { guide, section: None })))
            }
            Self::Theme(theme) => Then::CloseAnd(Command::Browse(theme)),
            Self::Report(line) => Then::Do(Command::Copy(Copied::words_alone(line))),
        }
    }

    /// Returns what stands over offers of its kind.
    fn heading(&self) -> &'static str {
        match self {
            Self::Guess(_) => "Did you mean",
            Self::Widen(..) => "Everywhere",
            Self::Guide(_) => "Read lately",
            Self::Theme(_) => "Browse a theme",
            Self::Report(_) => "Tell those who write the guides",
        }
    }

    fn words(&self, library: &Library) -> String {
        match self {
            Self::Guess(words) => words.clone(),
            Self::Widen(words, 1) => format!("1 guide has “{words}”"),
            Self::Widen(words, guides) => format!("{guides} guides have “{words}”"),
            Self::Guide(guide) => library.guide(*guide).title.clone(),
            Self::Theme(theme) => library.theme(*theme).title.clone(),
            Self::Report(line) => format!("Copy: {line}"),
        }
    }
}
