//! The safety page as data: numbers by their ids, and an organisation's own file.

use real_toolkit::guide::{Area, Contact, MarkKind, Safety, Target};
use real_toolkit::pack::{Rule, SAFETY_STARTER, Source, open, own_safety};

use crate::checks::TEA;
use crate::support::{good_pack, place};

/// A rule about safety, and an edit of a file of the fine pack that breaks it where the sign `§` is.
pub(crate) const BROKEN: &[(Rule, &str, &str, &str)] = &[
    (Rule::SafetyPastReview, "safety.toml", "review_by = 2027-05-30", "review_by = §2026-11-20"),
    (Rule::SafetyPastReview, "safety.toml", "review_by = 2027-11-02", "review_by = §2026-11-20"),
    (Rule::TelephoneDigits, TEA, "Say your name", "Ring §0131 496 0000. Say your name"),
    (Rule::TelephoneDigits, TEA, "Say your name", "Ring §999. Say your name"),
    (Rule::TelephoneDigits, "safety.toml", "Call {night-line}.", "Call §116 123."),
    (Rule::UnansweredSaying, TEA, "\"meeting them\"", "§\"unpaid rent\""),
    (Rule::AbsoluteInBrief, TEA, "Let them choose the seat.", "§Never let a phone ring in that hour."),
];

fn safety() -> Safety {
    open(&good_pack()).library.unwrap().safety
}

/// The rules that an organisation's file breaks, each with its line and column, and the pages that come of it.
fn own(text: &str) -> (Safety, Vec<(Rule, usize, usize)>) {
    let own = own_safety(&Source::new("safety.toml", text), safety());
    for one in &own.report.diagnostics {
        assert!(!one.problem.help.is_empty(), "{one}");
    }
    (
        own.safety,
        own.report
            .diagnostics
            .iter()
            .map(|one| {
                let (line, column) = place(one);
                (one.rule, line, column)
            })
            .collect(),
    )
}

#[test]
fn a_number_is_said_in_one_piece_and_can_be_called() {
    let safety = safety();
    let danger = &safety.situations[0];
    let shown = safety.shown_blocks(&danger.workforce.text);
    let last = &shown.last().unwrap().prose;
    assert_eq!(last.text, "Call 0131\u{a0}496\u{a0}0000.");
    let (range, target) = last.links().next().unwrap();
    assert_eq!(
        (last.slice(range), target),
        ("0131\u{a0}496\u{a0}0000", &Target::Web("tel:01314960000".to_owned()))
    );
    assert_eq!(
        safety.shown(&danger.page(Area::YoungPeople).first[0]).text,
        "Call 999. You can ring it yourself."
    );
    assert_eq!(safety.situations[1].page(Area::YoungPeople).title, "Somebody is not back");
    assert!(safety.texts().count() > 10);
}

#[test]
fn marks_stay_on_their_words() {
    let mut own = own("[[number]]\nid = \"on-call-manager\"\nnumber = \"0131 496 0002\"\nnote = \"Ann\"\n").0;
    let shown = |safety: &Safety| {
        let blocks = safety.shown_blocks(&safety.situations[0].workforce.text);
        let prose = blocks.into_iter().find(|block| block.prose.text.starts_with("See")).unwrap().prose;
        let marks = prose.marks.iter().map(|mark| {
            let kind = if mark.kind == MarkKind::Strong { "strong" } else { "link" };
            format!("{kind} {}", prose.slice(mark.range()))
        });
        (prose.text.clone(), marks.collect::<Vec<_>>().join(", "))
    };
    assert_eq!(
        shown(&safety()),
        (
            "See who is not back, or ask the Manager on call.".to_owned(),
            "link who is not back, strong Manager on call".to_owned()
        )
    );
    let (text, marks) = shown(&own);
    assert_eq!(text, "See who is not back, or ask the 0131\u{a0}496\u{a0}0002.");
    assert_eq!(marks, "link who is not back, strong 0131\u{a0}496\u{a0}0002, link 0131\u{a0}496\u{a0}0002");
    own = own.standalone();
    assert_eq!(shown(&own).1, marks);
}

#[test]
fn an_organisation_fills_in_replaces_and_adds() {
    let (own, wrong) = own("this_address = \"12 Station Road\"\n\n[[number]]\nid = \"on-call-manager\"\n\
         number = \"0131 496 0002\"\nhours = \"any hour\"\n\n[[number]]\nid = \"night-line\"\nnumber = \"0131 496 0003\"\n\n\
         [[number]]\nid = \"advocate\"\nname = \"Our advocate\"\nnumber = \"07700 900000\"\n");
    assert_eq!(wrong, []);
    let say = |slug: &str| own.contact(slug).unwrap().say();
    assert_eq!(say("on-call-manager"), "0131\u{a0}496\u{a0}0002");
    assert_eq!(say("this-address"), "12 Station Road");
    assert_eq!(say("night-line"), "0131\u{a0}496\u{a0}0003");
    assert_eq!(say("advocate"), "07700\u{a0}900000");
    let Some(Contact::Number(night)) = own.contact("night-line") else { panic!("a number") };
    assert_eq!(
        (night.name.as_str(), night.number.as_deref(), &night.checked),
        ("Night line", Some("01314960003"), &None)
    );
    assert_eq!(own.organisation[0].filled.as_ref().unwrap().note.as_deref(), Some("any hour"));
}

#[test]
fn a_broken_file_hides_nothing() {
    for (text, expected) in [
        ("[[number]\nid = 1", (Rule::TomlSyntax, 1, 1)),
        ("[[number]]\nid = \"emergency\"\nnumber = \"0131 496 0002\"", (Rule::ProtectedNumber, 2, 6)),
        ("[[number]]\nid = \"night-lin\"\nnumber = \"0131 496 0002\"", (Rule::BadId, 2, 6)),
        ("[[number]]\nid = \"night-line\"\nnumber = \"ask Ann\"", (Rule::WrongValue, 3, 10)),
        ("[[number]]\nid = \"night-line\"\nweb = \"javascript:1\"", (Rule::UnsafeAddress, 3, 7)),
        ("[[number]]\nid = \"night-line\"", (Rule::MissingKey, 2, 6)),
        ("[[number]]\nid = \"night-line\"\nfone = \"1\"\nnote = \"x\"", (Rule::UnknownKey, 3, 1)),
    ] {
        let (own, wrong) = own(text);
        assert_eq!(wrong, [expected], "{text}");
        if expected.0 != Rule::UnknownKey {
            assert_eq!(own, safety(), "{text}");
        }
    }
}

#[test]
fn the_file_to_fill_in_is_sound_as_it_is_and_filled_in() {
    assert_eq!(own(SAFETY_STARTER), (safety(), Vec::new()));
    let filled = SAFETY_STARTER.lines().map(|line| {
        let key = line.strip_prefix("# ").filter(|rest| rest.starts_with("[[") || rest.contains(" = \""));
        key.unwrap_or(line)
    });
    let filled = filled.collect::<Vec<_>>().join("\n");
    let (own, wrong) = own(&filled);
    let unknown: Vec<_> = wrong.iter().filter(|(rule, ..)| *rule != Rule::BadId).collect();
    assert_eq!(unknown, Vec::<&(Rule, usize, usize)>::new(), "{filled}");
    assert!(own.organisation.iter().all(|row| row.filled.is_some()));
}
