//! The Real Toolkit in a terminal: a reader of guides for people who support care-experienced young people.
//!
//! # Floors
//!
//! One crate, nine floors. Imports point down only, any distance, never sideways, never up; and within a floor no file
//! imports what imports it, so that each can be read after those it uses (`tests/it/architecture` holds both):
//!
//! ```text
//! 8  main.rs
//! 7  shell  (the terminal loop)               cli  (one-shot commands)
//! 6  disk   (pack folders, personal files: the only std::fs)   environment (arguments, variables, streams)
//! 5  view   (an app drawn into cells)
//! 4  app    (state, messages, update, keymap)
//! 3  bundled (the pack the program carries)   check (what an editor would say of a pack)   handout (to print, to send)
//! 2  pack (TOML -> Library | Report)   search (words -> passages)   page (blocks -> rows)   journal (bookmarks, sessions)
//! 1  guide  (Library, Theme, Guide, Block, Prose)   guard (what in a line looks like a person)
//! 0  text   (clean, width, wrap, fold, edit distances)
//! ```
//!
//! # Flow
//!
//! ```text
//! guides/*.toml --build.rs--> Library, Search in the binary --bundled------+
//! --pack DIR --disk--> [Source] --pack::open--> Library | Report           |
//!                         |                        +--Search::build--------+
//!                         +--check::check--> Report: what an editor says   |
//!                                                                          v
//! arguments, variables, streams --Environment::look--> cli, shell
//! terminal event --shell::input--> Message --App::update--> App' + [Effect]     cli: one answer on stdout
//!                                                |              |
//!                 view::Screen draws &App <------+              +--shell performs
//!
//! personal files --disk::Store--> Journal          [Change] --disk::Store--> lock, read, apply, write, Journal'
//! ```
//!
//! What became of an effect comes back as a message. Inside an update: a key becomes an [`app::Action`] by
//! the keymap, the pane in focus takes it, and what changed width is laid out anew. A place in a guide has one address
//! ([`guide::TextPos`]); scroll, links and marks are made of it, rows are derived.
//!
//! # What is absent
//!
//! - Floors 0 to 5 do no IO, read no clock and no environment, and print nothing.
//! - `ratatui` is named in `view`, `shell` and `cli`; `app` uses `ratatui::layout` alone; `crossterm` only in `shell`.
//! - Nothing but `pack` knows that guides are TOML; nothing below `view` knows colours; `page` does not know `search`.
//! - No `Rc`, `RefCell`, `Arc`, `Mutex`, `dyn` in floors 0 to 5: parts refer to each other by small ids.
//! - No network code at all: an address is given to another program, once the reader was shown it and said yes.
//! - Nothing is written to disk but the files that `toolkit new` and `toolkit safety --new` begin and the personal files
//!   ([`disk::Folders`]), which `disk` alone writes, whole or not at all.
//! - Text from a pack is cleaned where it is read ([`text::clean`]): no byte of it can drive a terminal.
//!
//! # Recipes
//!
//! What a change touches, in order, and what tells that something is missing. *(compiler)*: it does not build without.
//!
//! ## A key for something new
//!
//! 1. `app/action.rs`: a line of the table.
//! 2. `app/keymap.toml`: its keys.
//! 3. The arm that does it: in `app/update.rs` where it does the same everywhere, in `app/panes.rs` for one pane, in
//!    `app/overlays/` for one overlay.
//! 4. What else people call it: `app/synonyms.toml`; where it can be done: `app/able.rs`.
//! 5. README, *Keys*; the snapshots of the help.
//!
//! A key used twice or misspelt: the test in `app/preferences/keys.rs`. A missing arm does nothing, and nothing tells:
//! write the journey first (`tests/it/journeys`).
//!
//! ## An overlay
//!
//! 1. `app/overlays/NAME.rs`: a type with `impl Layer`: what keys do, what it shows and where, its hints.
//! 2. `app/overlays/mod.rs`: `mod`, `pub use`, and a line of the table, by which it is asked everything else.
//! 3. Where it opens: `self.shown.overlays.open(Overlay::NAME(...))`.
//!
//! What it wants of the reader is an [`app::Command`]; a new one is a variant in `layer.rs` and an arm in
//! `app/commands.rs` *(compiler)*. Drawing needs nothing: `view` draws any [`app::Panel`]. In the tests,
//! `journeys/layers.rs` wants a name for it *(compiler)* and then a screen: the keys that lead to it, in `SCREENS` of
//! `journeys/mod.rs`. Sizes, clicks on every cell, Escape and Ctrl-Z are tried on each of these.
//!
//! ## A command
//!
//! 1. `cli/NAME.rs`: its arguments (`clap::Args`, examples in `after_help`), its record (`impl Record`), and `run`.
//! 2. `cli/mod.rs`: `mod`.
//! 3. `cli/args.rs`: a variant of `Command`.
//! 4. `cli/dispatch.rs`: the arm *(compiler)*.
//! 5. README, *Command line*.
//!
//! No sentence or no example: the tests in `args.rs`. Examples are typed into a shell by `tests/it/cli/examples.rs`. Exit
//! codes, closed pipes, hostile packs and every form of answer are tried by `tests/it/cli/manners.rs`, on all commands
//! that the help lists.
//!
//! ## A field of a pack
//!
//! 1. `pack/raw.rs`: the field, and the line that reads it.
//! 2. `guide/guide.rs` or `guide/library.rs`: what the library keeps of it.
//! 3. `pack/assemble.rs`: from the one to the other *(compiler)*; also `search/sample.rs` *(compiler)*.
//! 4. `check/starter.toml`, README (*A guide*), and a pack in `tests/it/support/fine` that has it.
//! 5. For other programs: the record in `cli/show.rs` or `cli/define.rs`.
//!
//! A key that is written and not read is reported as unknown. Each thing that can be wrong with it is a row of `BROKEN` in
//! `tests/it/packs.rs`.
//!
//! ## A kind of block
//!
//! 1. `guide/block.rs`: the variant, and what its predicates say of it *(compiler)*.
//! 2. `guide/markup/builder.rs`: the Markdown that makes it.
//! 3. The compiler leads to the rest: `page/composer.rs` (its rows), `page/piece.rs` (its role; a new role is also in
//!    `view/palette.rs` and in each palette of `view/palettes.toml`), `search/index/field.rs` (what it counts in
//!    search), `check/passage.rs` (whether it is prose), `pack/answers.rs` (whether it can have aliases of its own).
//! 4. `tests/it/pages/markdown.rs`: made-up Markdown has it, and is laid out at every width; an example in
//!    `pages/examples.rs`.
//!
//! ## A rule of the checker
//!
//! 1. `pack/rule.rs`: a line with its severity, its name and its reason.
//! 2. `check/rules.md`: its page, in the same order.
//! 3. `check/NAME.rs`: a function that notes what it finds, called from `check/mod.rs`.
//! 4. `tests/it/checks.rs`, `BROKEN`: how the fine pack is broken, with `§` where the rule must point.
//!
//! No page: the test in `check/explain.rs`. No broken pack: `packs::every_rule_has_a_failing_pack`. The guides of the
//! program must pass: `checks::the_bundled_pack_has_no_errors_and_no_warnings`.
//!
//! ## A ranking signal
//!
//! 1. `search/score/NAME.rs`: what it gives a document; a `mod` line in `score/mod.rs`.
//! 2. `search/score/scores.rs`: a part of [`search::Scores`] with its label; the sum and `search --explain` follow.
//! 3. `search/tuning.rs`: its constants, and where they come from.
//! 4. `search/score/scoring.rs`: the line that calls it *(compiler, once the part is there)*.
//!
//! What it did: `toolkit check guides --lookups tests/lookups.toml`, before and after. The floors in that file are
//! a test (`lookups::the_file_of_lookups_reaches_its_floors`).
//!
//! # Words
//!
//! Words of the product, as readers meet them: pack, area, theme, guide, section, question, term, reference, related
//! guide, passage, library. Those that this code coined or narrowed:
//!
//! - *Alias*: what people say for a guide, a passage or a term instead of its title; `also_said` in TOML and JSON.
//! - *Draft*: a pack that has been read as far as it could be, errors or not. *Finding*: a diagnostic before it has a
//!   line and column. [`text::Problem`]: a line and column, what is wrong, and what to do. *Spot*: what an editorial
//!   rule points at in a library; the draft leads it back to a [`pack::Location`].
//! - *Coverage* of a guide: how much of the original page could be read for it. Of a query (in search): how much of
//!   it stands in a text.
//! - In search the field's own words stand: document, field, stem, posting, norm are indexed; query, term, expansion,
//!   correction, stop word are looked for; signal, score, proximity, hit are found.
//! - *Place*: a guide, or a section of it. [`guide::TextPos`]: a byte of the text of a block, the one address in a
//!   guide. *Anchor*: a text position that outlives an edit of the guide; it is *resolved* by its words.
//! - *Mark*: a stretch of text that is emphasised, linked or matched. *Target*: where a link leads.
//! - *Lead*: what stands on a row before its text (bullet, bar, indent). *Segment*: the stretch of text that a row
//!   shows. *Piece*: a part of a segment with one *role*, which a palette gives a look. *Extent*: whole guide or in
//!   brief.
//! - *Finder*: the overlay that searches. *Picker*: one that lists things to choose from. *Card*: one that says what
//!   is behind a link. *Trail*: the history of what was opened. *Effect*: what an update asks the shell to do;
//!   *handover*: an effect that another program carries out. *Hint*: a key and what it does, on the bottom line.
//!   *Arrangement*: the widths of panes and text.
//! - *Session*: a meeting of supervision; it has *items* to talk about, each on a *topic*, and *actions* that were agreed.
//!   The one *at hand* is in memory and kept only when that is said. *Room*: the screen that shows one item. *Cover*: the
//!   page that hides all. *Guard*: what looks a line through; a *sighting* is what something in it looks like. *Sheet*: a
//!   hand-out before it is written in a form.
//! - *Visit*: a guide with the place where it was left. *Change*: one thing that is to be written to the journal.

pub mod app;
pub mod bundled;
pub mod check;
pub mod cli;
pub mod disk;
pub mod environment;
pub mod guard;
pub mod guide;
pub mod handout;
pub mod journal;
pub mod pack;
pub mod page;
pub mod search;
pub mod shell;
pub mod text;
pub mod view;
