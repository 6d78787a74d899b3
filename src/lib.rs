//! The Real Toolkit in a terminal: a reader of guides for people who support care-experienced young people.
//!
//! # Floors
//!
//! One crate, nine floors. Imports point down only, any distance, never sideways, never up
//! (`tests/it/architecture.rs` holds it):
//!
//! ```text
//! 8  main.rs
//! 7  shell  (the terminal loop)               cli  (one-shot commands)
//! 6  disk   (pack folders, personal files: the only std::fs)   environment (arguments, variables, streams)
//! 5  view   (an app drawn into cells)
//! 4  app    (state, messages, update, keymap)
//! 3  bundled (the pack the program carries)   check (what an editor would say of a pack)
//! 2  pack (TOML -> Library | Report)   search (words -> passages)   page (blocks -> rows)   journal (bookmarks)
//! 1  guide  (Library, Theme, Guide, Block, Prose)
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
//! - Nothing is written to disk but the file that `toolkit new` begins and the personal files
//!   ([`disk::Folders`]), which `disk` alone writes, whole or not at all.
//! - Text from a pack is cleaned where it is read ([`text::clean`]): no byte of it can drive a terminal.
//!
//! # Words
//!
//! pack, area, theme, guide, section, question, term, reference, related, backlink, passage, library: what they mean in
//! the product. Source, report, diagnostic, rule: a pack being read. Block, prose, mark, target: text in memory.
//! Document, field, stem, posting, norm, alias (what people say for a guide: `also_said` in a pack): what is indexed.
//! Query, term, expansion, correction, stop word: what is looked for. Signal, score, coverage, proximity, hit: what is
//! found. Journal, bookmark, place, visit, anchor (a durable address), change: what is kept for one person. Page, row,
//! lead, segment, piece, role: text laid out. Pane, overlay, card, finder, picker, preview, trail, keymap, action,
//! message, effect, handover, hint, notice, tour, preference, arrangement, spacing, extent: the reader. Look, palette,
//! background, charset, hyperlink: how it is drawn.

pub mod app;
pub mod bundled;
pub mod check;
pub mod cli;
pub mod disk;
pub mod environment;
pub mod guide;
pub mod journal;
pub mod pack;
pub mod page;
pub mod search;
pub mod shell;
pub mod text;
pub mod view;
