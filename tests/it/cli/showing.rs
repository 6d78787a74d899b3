//! `show` and `list`.

use real_toolkit::bundled;
use real_toolkit::guide::{BlockKind, Part, Target};

use super::{Home, widest, words};
use crate::support::edited;

#[test]
fn a_guide_is_printed_whole_in_eighty_columns() {
    let home = Home::new();
    for guide in bundled::library().guides {
        let ran = home.run(&["show", &guide.slug]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", guide.slug);
        // An address is kept whole, whatever its length.
        let text: Vec<&str> = ran.out.lines().filter(|line| !line.contains("://")).collect();
        assert!(widest(&text.join("\n")) <= 80, "{}", guide.slug);
        for address in guide.blocks.iter().flat_map(|block| block.prose.text.split_whitespace()) {
            assert!(!address.contains("://") || ran.out.contains(address), "{}: {address}", guide.slug);
        }
        let printed = words(&ran.out.replace(['│', '•', '–', '─'], " "));
        let plain = |text: &str| words(&text.replace(['│', '•', '–', '─'], " "));
        for block in guide.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
            // Words that hide an address or a safety page are followed by how to come there; the rest of the paragraph is checked up to there.
            let web = block.prose.links().find(|(_, to)| matches!(to, Target::Web(_) | Target::Safety(_)));
            let end = web.map_or(block.prose.text.len(), |(range, _)| range.start);
            let text = plain(block.prose.slice(0..end));
            // A row may end within a word that has a hyphen or a stroke.
            let loose = |text: &str| text.replace(' ', "");
            assert!(loose(&printed).contains(&loose(&text)), "{}: {text}", guide.slug);
        }
        for title in guide.sections.iter().map(|section| &section.title) {
            assert!(printed.contains(&plain(title)), "{}: {title}", guide.slug);
        }
    }
}

#[test]
fn the_same_guide_comes_by_id_title_or_part() {
    let home = Home::new();
    let whole = home.run(&["show", "build-relationships"]).out;
    for name in
        ["How to build relationships with young people", "BUILD-RELATIONSHIPS", "build relationships wi"]
    {
        assert_eq!(home.run(&["show", name]).out, whole, "{name}");
    }
    let section = home.run(&["show", "build-relationships#do"]).out;
    assert!(section.starts_with("Do\n") && whole.contains(&section));
    assert_eq!(home.run(&["show", "build-relationships#Do"]).out, section);
    assert_eq!(home.run(&["show", "how to build relationships#DO"]).out, section);
    assert_eq!(home.run(&["show", "build-relationships#"]).out, whole);
}

#[test]
fn a_name_that_fits_nothing_or_much_is_met_with_what_is_near() {
    let home = Home::new();
    let near = home.run(&["show", "biuld-relationships"]);
    assert_eq!((near.code, near.out.as_str()), (Some(1), ""));
    assert!(near.err.contains("Did you mean") && near.err.contains("build-relationships"), "{}", near.err);
    let title = home.run(&["show", "physical place"]);
    assert!(title.err.contains("physical-spaces"), "{}", title.err);
    let several = home.run(&["show", "mental"]);
    assert_eq!((several.code, several.out.as_str()), (Some(1), ""));
    assert!(several.err.contains("mental-health-steps") && several.err.contains("worker-mental-health"));
    for nothing in ["", "#", "qqqqzzzz", "qqqqzzzz#do"] {
        let ran = home.run(&["show", nothing]);
        assert_eq!(ran.code, Some(1), "{nothing}");
        assert!(ran.err.contains("toolkit list"), "{}", ran.err);
    }
    let word = home.run(&["show", "interdependence"]);
    assert!(word.code == Some(0) || word.err.contains("toolkit search interdependence"), "{}", word.err);
    let section = home.run(&["show", "build-relationships#dp"]);
    assert_eq!(section.code, Some(1));
    assert!(
        section.err.contains("no section called “dp”") && section.err.contains("  know "),
        "{}",
        section.err
    );
    assert_eq!(home.run(&["show", "--json", "qqqqzzzz"]).code, Some(1));
}

#[test]
fn a_theme_is_led_to_its_guides_and_letters_fit_nothing() {
    let home = Home::new();
    let library = bundled::library();
    let theme = library.themes.iter().find(|theme| library.guide_id(&theme.slug).is_none()).unwrap();
    for name in [&theme.slug, &theme.title] {
        let ran = home.run(&["show", name]);
        assert_eq!(ran.code, Some(1), "{name}");
        assert!(ran.err.contains(&format!("toolkit list --theme {}\n", theme.slug)), "{}", ran.err);
    }
    let letters = home.run(&["show", "a", "b", "c"]);
    assert_eq!(letters.code, Some(1), "{}", letters.out);
    assert!(!letters.err.contains("More than one"), "{}", letters.err);
}

#[test]
fn a_guide_as_json_has_its_sections_and_texts() {
    let home = Home::new();
    let library = bundled::library();
    let guide = library.guide(library.guide_id("build-relationships").unwrap());
    let json = home.run(&["show", "--json", "build-relationships"]).json();
    assert_eq!(json["id"], "build-relationships");
    assert_eq!(json["title"], guide.title.as_str());
    assert_eq!(json["also_said"].as_array().unwrap().len(), guide.all_aliases().count());
    assert_eq!(json["related"][0]["guide"], "relationship-based-practice");
    let sections = json["sections"].as_array().unwrap();
    assert_eq!(sections.len(), guide.sections.len());
    for (index, section) in guide.sections.iter().enumerate() {
        assert_eq!(sections[index]["id"], section.id.as_str());
        let text = sections[index]["text"].as_str().unwrap();
        for block in &guide.blocks[guide.section_blocks(index)] {
            if section.part == Part::Written && block.kind == BlockKind::Paragraph {
                let safety = block.prose.links().find(|(_, target)| matches!(target, Target::Safety(_)));
                let end = safety.map_or(block.prose.text.len(), |(range, _)| range.start);
                let expected = block.prose.slice(0..end);
                assert!(text.lines().any(|line| line.contains(expected)), "{expected}");
            }
        }
    }
    let one = home.run(&["show", "--json", "build-relationships#do"]).json();
    assert_eq!(one["sections"].as_array().unwrap().len(), 1);
    assert_eq!(one["sections"][0]["id"], "do");
}

#[test]
fn plain_text_says_where_links_lead() {
    let home = Home::new();
    let pack = home.pack(&edited("workforce/one.toml", "[web](https://example.org)", "[web](tel:0800123)"));
    let ran = home.run(&["show", "one", "--pack", &pack]);
    assert!(ran.out.contains("• web (0800123)"), "{}", ran.out);
    assert!(ran.out.contains("https://example.org/care?a=1"));
}

#[test]
fn every_guide_is_listed_as_json_plain_and_to_read() {
    let home = Home::new();
    let library = bundled::library();
    let json = home.run(&["list", "--json"]).json();
    let plain = home.run(&["list", "--plain"]).out;
    let human = home.run(&["list"]).out;
    assert_eq!(json.as_array().unwrap().len(), library.guides.len());
    assert_eq!(plain.lines().count(), library.guides.len());
    assert!(widest(&human) <= 80);
    for (index, guide) in library.guides.iter().enumerate() {
        let record = &json[index];
        let themes: Vec<_> = guide.themes.iter().map(|theme| library.theme(*theme).slug.as_str()).collect();
        assert_eq!(record["id"], guide.slug.as_str());
        assert_eq!(record["title"], guide.title.as_str());
        assert_eq!(record["area"], guide.area.slug());
        assert_eq!(record["kind"], guide.kind.slug());
        assert_eq!(record["themes"], serde_json::json!(themes));
        assert_eq!(record["summary"], guide.summary.as_str());
        assert_eq!(record["minutes"], guide.minutes());
        assert_eq!(record["words"], guide.words);
        assert_eq!(record["coverage"], guide.coverage.slug());
        assert_eq!(record["reviewed"], guide.reviewed.as_str());
        let fields: Vec<_> = plain.lines().nth(index).unwrap().split('\t').collect();
        let minutes = guide.minutes().to_string();
        let words = guide.words.to_string();
        let expected = [
            &guide.slug,
            &guide.title,
            guide.area.slug(),
            guide.kind.slug(),
            &themes.join(","),
            &guide.summary,
            &minutes,
            &words,
            guide.coverage.slug(),
            &guide.reviewed,
        ];
        assert_eq!(fields, expected);
        let named = human.lines().filter(|line| line.split_whitespace().next() == Some(&guide.slug)).count();
        assert_eq!(named, guide.themes.len(), "{}", guide.slug);
    }
    for theme in &library.themes {
        assert!(human.lines().any(|line| line.trim() == theme.title), "{}", theme.title);
    }
}

#[test]
fn a_listing_can_be_narrowed() {
    let home = Home::new();
    let ids = |words: &[&str]| -> Vec<String> {
        let json = home.run(&[&["list", "--json"], words].concat()).json();
        json.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let library = bundled::library();
    let theme = &library.themes[1];
    let expected = |wanted: &dyn Fn(&real_toolkit::guide::Guide) -> bool| -> Vec<String> {
        library.guides.iter().filter(|guide| wanted(guide)).map(|guide| guide.slug.clone()).collect()
    };
    assert_eq!(ids(&["--area", "young-people"]), expected(&|guide| guide.area.slug() == "young-people"));
    assert_eq!(ids(&["--kind", "wellbeing"]), expected(&|guide| guide.kind.slug() == "wellbeing"));
    let in_theme = expected(&|guide| guide.themes.iter().any(|id| library.theme(*id).slug == theme.slug));
    assert_eq!(ids(&["--theme", &theme.slug]), in_theme);
    assert_eq!(ids(&["--theme", &theme.title.to_uppercase()]), in_theme);
    let human = home.run(&["list", "--theme", &theme.slug]).out;
    assert!(human.contains(&theme.title) && !human.contains(&library.themes[0].title));
    let unknown = home.run(&["list", "--theme", "qqqq"]);
    assert_eq!(unknown.code, Some(1));
    assert!(unknown.err.contains(&theme.slug));
    let none = home.run(&["list", "--json", "--area", "young-people", "--kind", "organisation"]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), "[]\n"));
}
