//! Hand-outs: the text is that of the guides, every question stands once, and the page has nothing in it that acts.

use real_toolkit::guide::{BlockKind, GuideId};
use real_toolkit::handout::{Format, Print, Sheet};
use real_toolkit::journal::{Session, Topic};

use crate::support::{base64, bundled, hostile, sha256};

/// Returns the letters and figures of a text: what stays of it in every form.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Returns the text of a page, without tags and with characters for their names.
fn text_of_html(page: &str) -> String {
    let (_, body) = page.split_once("<main>").unwrap();
    let mut text = String::new();
    let mut is_tag = false;
    for c in body.chars() {
        match c {
            '<' => is_tag = true,
            '>' if is_tag => is_tag = false,
            c if !is_tag => text.push(c),
            _ => {}
        }
    }
    for (name, c) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replace(name, c);
    }
    text
}

#[test]
fn the_text_of_a_page_is_that_of_the_guide() {
    for library in [bundled(), &hostile()] {
        for id in library.guide_ids() {
            let sheet = Sheet::guides(library, &[id]);
            let blocks = library.guide(id).blocks.iter().map(|block| block.prose.text.as_str());
            let wanted = letters(&blocks.collect::<Vec<_>>().concat());
            let page = sheet.write(Format::Html, Print::Usual);
            let got = letters(&text_of_html(&page));
            assert!(got.starts_with(&wanted), "{}", library.guide(id).slug);
        }
    }
}

#[test]
fn tags_are_closed_in_order_and_nothing_acts_or_is_fetched() {
    for library in [bundled(), &hostile()] {
        let all: Vec<GuideId> = library.guide_ids().collect();
        let page = Sheet::guides(library, &all).write(Format::Html, Print::Large);
        let mut open: Vec<&str> = Vec::new();
        for tag in page.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap();
            let name = tag.split(' ').next().unwrap();
            match name.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "{tag}"),
                None if ["!DOCTYPE", "meta", "hr"].contains(&name) => {}
                None => open.push(name),
            }
        }
        assert!(open.is_empty(), "{open:?}");
        let lower = page.to_lowercase();
        for bad in ["<script", "<img", "<iframe", "<link", " on", "javascript:", " src=", "@import", "url("] {
            let is_text = bad == " on";
            assert!(is_text || !lower.contains(bad), "{bad}");
        }
        assert!(page.contains("default-src 'none'; style-src 'sha256-"));
        assert_eq!(page.matches("<h1>").count(), 1);
    }
}

#[test]
fn the_policy_admits_the_style_sheet_that_the_page_has() {
    let page = Sheet::guides(bundled(), &[GuideId(0)]).write(Format::Html, Print::Usual);
    let (_, rest) = page.split_once("<style>").unwrap();
    let (style, _) = rest.split_once("</style>").unwrap();
    let wanted = base64(&sha256(style.as_bytes()));
    assert!(page.contains(&format!("'sha256-{wanted}'")), "write {wanted} into src/handout/style.sha256");
}

#[test]
fn a_plan_has_every_item_once_and_room_to_write() {
    for plan in &bundled().plans {
        let session = Session::ready(bundled(), plan);
        let sheet = Sheet::plan(bundled(), &session, None);
        for format in Format::ALL {
            let page = letters(&sheet.write(format, Print::Usual));
            for item in session.items.iter().filter(|item| matches!(item.topic, Topic::Question(_))) {
                let found = item.topic.resolve(bundled()).unwrap().unwrap();
                let block = &bundled().guide(found.guide).blocks[found.pos.block as usize];
                assert_eq!(block.kind, BlockKind::Paragraph);
                let question = letters(&block.prose.text);
                assert_eq!(page.matches(&question).count(), 1, "{}: {}", plan.slug, block.prose.text);
            }
        }
        assert!(sheet.write(Format::Text, Print::Usual).contains("________"));
    }
}

#[test]
fn plain_text_keeps_to_its_columns_and_markdown_reads_again() {
    for id in bundled().guide_ids() {
        let sheet = Sheet::guides(bundled(), &[id]);
        for line in sheet.write(Format::Text, Print::Usual).lines() {
            assert!(real_toolkit::text::width(line) <= 72, "{line}");
        }
        let markdown = sheet.write(Format::Markdown, Print::Usual);
        let blocks = real_toolkit::guide::blocks(&markdown, |_, _| None);
        let text = blocks.blocks.iter().map(|block| block.prose.text.as_str()).collect::<Vec<_>>().concat();
        let guide = bundled().guide(id).blocks.iter().map(|block| block.prose.text.as_str());
        let wanted = letters(&guide.collect::<Vec<_>>().concat());
        assert!(letters(&text).starts_with(&wanted), "{}", bundled().guide(id).slug);
    }
}
