//! A sheet as Markdown.

use std::fmt::Write as _;

use super::Sheet;
use super::flow::{Step, steps};
use crate::guide::{Alignment, Block, BlockKind, Container, MarkKind, Prose, Target};
use crate::text::slice;

/// Returns the sheet as Markdown.
pub(super) fn write(sheet: &Sheet) -> String {
    let mut writer = Writer::default();
    for step in steps(sheet) {
        writer.step(&step);
    }
    writer.out.push_str("---\n\n");
    for line in &sheet.foot {
        let _ = write!(writer.out, "{}\n\n", escape(line));
    }
    let out = writer.out.trim_end();
    format!("{out}\n")
}

#[derive(Default)]
struct Writer {
    out: String,
    /// What stands before each line, a text for each thing that is open.
    before: Vec<String>,
    /// What stands before the first line of an item.
    marker: Option<String>,
    titles: usize,
    alignments: Vec<Alignment>,
}

impl Writer {
    fn step(&mut self, step: &Step<'_>) {
        match step {
            Step::Open(Container::Quote | Container::Callout(_)) => self.before.push("> ".to_owned()),
            Step::Item(Container::Number { number, .. }) => self.item(&format!("{number}. ")),
            Step::Item(_) => self.item("- "),
            Step::EndItem => drop(self.before.pop()),
            Step::Close(Container::Quote | Container::Callout(_)) => {
                self.before.pop();
            }
            Step::Open(_) | Step::Close(_) | Step::Table => {}
            Step::Block(block) => self.block(block),
            Step::Row(_) => {
                let before = self.prefix();
                self.out.push_str(&before);
                self.out.push('|');
                self.alignments.clear();
            }
            Step::Cell(block, alignment, _) => {
                self.alignments.push(*alignment);
                let _ = write!(self.out, " {} |", inline(&block.prose).replace('|', "\\|"));
            }
            Step::EndRow(row, _) => self.end_row(*row),
            Step::EndTable => self.blank(),
            Step::Room(lines) => {
                (0..*lines)
                    .for_each(|_| self.out.push_str("\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n\n"));
            }
        }
    }

    fn item(&mut self, marker: &str) {
        self.marker = Some(format!("{}{marker}", self.before.concat()));
        self.before.push(" ".repeat(marker.len()));
    }

    /// Returns what stands before the next line.
    fn prefix(&mut self) -> String {
        self.marker.take().unwrap_or_else(|| self.before.concat())
    }

    fn blank(&mut self) {
        let before = self.before.concat();
        self.out.push_str(before.trim_end());
        self.out.push('\n');
    }

    fn end_row(&mut self, row: u16) {
        self.out.push('\n');
        if row == 0 {
            let rules: Vec<&str> = self
                .alignments
                .iter()
                .map(|alignment| match alignment {
                    Alignment::Left => " --- |",
                    Alignment::Centre => " :---: |",
                    Alignment::Right => " ---: |",
                })
                .collect();
            let line = format!("{}|{}\n", self.before.concat(), rules.concat());
            self.out.push_str(&line);
        }
    }

    fn block(&mut self, block: &Block) {
        let text = inline(&block.prose);
        let deeper = usize::from(self.titles > 1);
        let lines = match block.kind {
            BlockKind::Title => {
                self.titles += 1;
                format!("{} {text}", if self.titles == 1 { "#" } else { "##" })
            }
            BlockKind::Heading(level) => format!("{} {text}", "#".repeat(usize::from(level) + 1 + deeper)),
            BlockKind::Meta => format!("*{text}*"),
            BlockKind::Label => format!("**{text}**"),
            BlockKind::Summary | BlockKind::Paragraph | BlockKind::Cell(_) => guarded(&text),
            BlockKind::Code | BlockKind::Diagram => format!("```\n{}\n```", block.prose.text.trim_end()),
            BlockKind::Rule => "---".to_owned(),
        };
        for line in lines.lines() {
            let before = self.prefix();
            self.out.push_str(&before);
            self.out.push_str(line);
            self.out.push('\n');
        }
        self.blank();
    }
}

/// Returns text that does not begin like something of Markdown.
fn guarded(text: &str) -> String {
    let is_number = text.split_once(['.', ')']).is_some_and(|(number, _)| {
        !number.is_empty() && number.len() < 10 && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    match text.chars().next() {
        Some('#' | '-' | '+' | '=' | '~') => format!("\\{text}"),
        _ if is_number => text.replacen(['.', ')'], "\\.", 1),
        _ => text.to_owned(),
    }
}

/// Returns text with its marks as Markdown.
fn inline(prose: &Prose) -> String {
    let mut events: Vec<(usize, u8, String)> = Vec::new();
    for mark in &prose.marks {
        let range = mark.range();
        let (start, end) = match &mark.kind {
            MarkKind::Emphasis => ("*".to_owned(), "*".to_owned()),
            MarkKind::Strong => ("**".to_owned(), "**".to_owned()),
            MarkKind::Link(Target::Web(address)) => {
                ("[".to_owned(), format!("]({})", address.replace(')', "%29")))
            }
            MarkKind::Code | MarkKind::Link(_) => continue,
        };
        events.push((range.start, 1, start));
        events.push((range.end, 0, end));
    }
    // What ends at a place comes before what begins there; of those that end, the inner one first.
    events.sort_by_key(|(at, begins, _)| (*at, *begins));
    let mut out = String::with_capacity(prose.text.len() + 8);
    let mut at = 0;
    for (place, _, text) in events {
        out.push_str(&escape(slice(&prose.text, at..place)));
        out.push_str(&text);
        at = place;
    }
    out.push_str(&escape(slice(&prose.text, at..prose.text.len())));
    out
}

/// Returns text that stands for itself in Markdown.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
