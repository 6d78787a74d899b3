//! A sheet as one page of HTML: no script, one style sheet that the page itself has, nothing that is fetched.

use std::fmt::Write as _;

use super::flow::{Step, is_list, steps};
use super::{Print, Sheet};
use crate::guide::{Alignment, Block, BlockKind, Callout, Container, Mark, MarkKind, Prose, Target};
use crate::text::slice;

const STYLE: &str = include_str!("style.css");

/// The SHA-256 of the style sheet, by which the policy of the page admits it and nothing else.
const STYLE_HASH: &str = include_str!("style.sha256");

/// A table that is wider than the window scrolls by itself, with keys too.
const TABLE: &str = "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>\n";

/// Returns the page.
pub(super) fn write(sheet: &Sheet, letters: Print) -> String {
    let class = match letters {
        Print::Usual => "",
        Print::Large => " class=\"large\"",
    };
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"{class}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; base-uri \
         'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n",
        escape(&sheet.language),
        STYLE_HASH.trim(),
        escape(&sheet.title)
    );
    let mut titles = 0;
    for step in steps(sheet) {
        push(&mut out, &step, &mut titles);
    }
    out.push_str("</main>\n<footer>\n");
    for line in &sheet.foot {
        let _ = writeln!(out, "<p>{}</p>", escape(line));
    }
    out.push_str("</footer>\n</body>\n</html>\n");
    out
}

/// Adds a step. Of several titles the first is that of the page.
fn push(out: &mut String, step: &Step<'_>, titles: &mut usize) {
    match step {
        Step::Open(container) => out.push_str(&opening(*container)),
        Step::Item(_) => out.push_str("<li>\n"),
        Step::EndItem => out.push_str("</li>\n"),
        Step::Close(container) => {
            out.push_str(if is_list(*container) { closing(*container) } else { "</blockquote>\n" });
        }
        Step::Block(block) => {
            let level = if block.kind == BlockKind::Title {
                *titles += 1;
                if *titles == 1 { 1 } else { 2 }
            } else {
                0
            };
            push_block(out, block, level, u8::from(*titles > 1));
        }
        Step::Table => out.push_str(TABLE),
        Step::Row(0) => out.push_str("<thead>\n<tr>\n"),
        Step::Row(_) => out.push_str("<tr>\n"),
        Step::Cell(block, alignment, row) => {
            let class = match alignment {
                Alignment::Left => "",
                Alignment::Centre => " class=\"centre\"",
                Alignment::Right => " class=\"right\"",
            };
            let (tag, scope) = if *row == 0 { ("th", " scope=\"col\"") } else { ("td", "") };
            let _ = writeln!(out, "<{tag}{scope}{class}>{}</{tag}>", inline(&block.prose));
        }
        Step::EndRow(0, _) => out.push_str("</tr>\n</thead>\n<tbody>\n"),
        Step::EndRow(..) => out.push_str("</tr>\n"),
        Step::EndTable => out.push_str("</tbody>\n</table></div>\n"),
        Step::Room(lines) => {
            out.push_str("<div class=\"room\" role=\"presentation\">\n");
            (0..*lines).for_each(|_| out.push_str("<div></div>\n"));
            out.push_str("</div>\n");
        }
    }
}

fn opening(container: Container) -> String {
    match container {
        Container::Quote => "<blockquote>\n".to_owned(),
        Container::Callout(callout) => {
            let class = match callout {
                Callout::OwnAdvice => "advice",
                Callout::CheckGuidance => "check",
                Callout::Voice => "voice",
            };
            format!("<blockquote class=\"{class}\">\n")
        }
        Container::Bullet => "<ul>\n".to_owned(),
        Container::Number { number: 1, .. } => "<ol>\n".to_owned(),
        Container::Number { number, .. } => format!("<ol start=\"{number}\">\n"),
    }
}

fn closing(container: Container) -> &'static str {
    if container == Container::Bullet { "</ul>\n" } else { "</ol>\n" }
}

/// Adds a block; `title` is the level of a title, `deeper` is added to that of a heading.
fn push_block(out: &mut String, block: &Block, title: u8, deeper: u8) {
    let heading = |level: u8| (format!("h{}", level.min(6)), "");
    let (tag, attributes) = match block.kind {
        BlockKind::Title => heading(title),
        BlockKind::Heading(level) => heading(level + 1 + deeper),
        BlockKind::Meta => ("p".to_owned(), " class=\"meta\""),
        BlockKind::Summary => ("p".to_owned(), " class=\"summary\""),
        BlockKind::Label => ("p".to_owned(), " class=\"label\""),
        BlockKind::Paragraph | BlockKind::Cell(_) => ("p".to_owned(), ""),
        BlockKind::Code => ("pre".to_owned(), ""),
        // The same stands below it in words.
        BlockKind::Diagram => ("pre".to_owned(), " aria-hidden=\"true\""),
        BlockKind::Rule => return out.push_str("<hr>\n"),
    };
    let text = if block.kind.is_verbatim() { escape(&block.prose.text) } else { inline(&block.prose) };
    let _ = writeln!(out, "<{tag}{attributes}>{text}</{tag}>");
}

/// Returns text with its marks as HTML.
fn inline(prose: &Prose) -> String {
    let mut out = String::with_capacity(prose.text.len() + 16);
    let mut open: Vec<(usize, &'static str)> = Vec::new();
    let mut at = 0;
    let close = |out: &mut String, open: &mut Vec<(usize, &'static str)>, at: &mut usize, to: usize| {
        while let Some((end, tag)) = open.last().copied().filter(|(end, _)| *end <= to) {
            out.push_str(&escape(slice(&prose.text, *at..end)));
            *at = end;
            out.push_str(tag);
            open.pop();
        }
    };
    for mark in &prose.marks {
        let range = mark.range();
        close(&mut out, &mut open, &mut at, range.start);
        let Some((start_tag, end_tag)) = tags(mark) else { continue };
        out.push_str(&escape(slice(&prose.text, at..range.start.max(at))));
        at = range.start.max(at);
        out.push_str(&start_tag);
        let end = open.last().map_or(range.end, |(outer, _)| range.end.min(*outer));
        open.push((end, end_tag));
    }
    close(&mut out, &mut open, &mut at, prose.text.len());
    out.push_str(&escape(slice(&prose.text, at..prose.text.len())));
    out
}

/// Returns the tags of a mark; none for a link to what is not in the page.
fn tags(mark: &Mark) -> Option<(String, &'static str)> {
    Some(match &mark.kind {
        MarkKind::Emphasis => ("<em>".to_owned(), "</em>"),
        MarkKind::Strong => ("<strong>".to_owned(), "</strong>"),
        MarkKind::Code => ("<code>".to_owned(), "</code>"),
        MarkKind::Link(Target::Web(address)) => {
            (format!("<a href=\"{}\" rel=\"noreferrer\">", escape(address)), "</a>")
        }
        MarkKind::Link(_) => return None,
    })
}

/// Returns text that stands for itself in HTML, between tags and in quotation marks alike.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
