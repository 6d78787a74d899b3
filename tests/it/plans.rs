//! Ready plans and elements of learning: what can be wrong with them, and that they are true to the guides.

use real_toolkit::guide::ReadyTopic;
use real_toolkit::journal::{MatchKind, Session};
use real_toolkit::pack::Rule;

use crate::support::bundled;

const PLANS: &str = "plans.toml";
const ONE: &str = "workforce/one.toml";

/// Broken packs: the rule, the file, and what becomes what; `§` stands where the rule points.
pub(crate) const BROKEN: &[(Rule, &str, &str, &str)] = &[
    (Rule::BrokenLink, PLANS, "\"one#questions\"", "§\"ones#questions\""),
    (Rule::BrokenLink, PLANS, "\"one#questions\"", "§\"one#question\""),
    (Rule::AnswerPlace, PLANS, "\"And what would\"", "§\"And who would\""),
    (
        Rule::PlanItem,
        PLANS,
        "question = \"one#questions\"\nat = \"And what would\"",
        "question = §\"one#feel\"\nat = \"Some care\"",
    ),
    (Rule::PlanItem, PLANS, "own = \"How are you?\"\nminutes = 5", "minutes = §5"),
    (Rule::PlanItem, PLANS, "id = \"first\"", "id = §\"first\"\nminutes = 7"),
    (Rule::PlanItem, PLANS, "at = \"Some care\"\n", ""),
    (Rule::WrongValue, PLANS, "minutes = 5", "minutes = §5000"),
    (Rule::WrongType, PLANS, "minutes = 5", "minutes = §\"5\""),
    (Rule::UnknownKey, PLANS, "for = ", "§four = \"x\"\nfor = "),
    (Rule::DuplicateId, PLANS, "id = \"second\"", "id = §\"first\""),
    (Rule::MissingKey, PLANS, "title = \"First\"\n", ""),
    (Rule::BrokenLink, ONE, "element = \"reflection\"", "element = §\"reflexion\""),
    (Rule::MissingKey, "learning.toml", "checked = 2026-11-30\n", ""),
];

#[test]
fn every_item_of_a_ready_plan_stands_in_the_guides() {
    let library = bundled();
    assert!(library.plans.len() >= 5);
    for plan in &library.plans {
        assert!((5..=9).contains(&plan.items.len()) && plan.minutes() > 0, "{}", plan.slug);
        let questions =
            plan.items.iter().filter(|item| matches!(item.topic, ReadyTopic::Question(..))).count();
        assert!(questions >= 2, "{} asks", plan.slug);
        let session = Session::ready(library, plan);
        assert_eq!(session.items.len(), plan.items.len(), "{}: nothing twice", plan.slug);
        for item in &session.items {
            let found = item.topic.resolve(library);
            assert!(found.is_none_or(|found| found.unwrap().kind == MatchKind::Words), "{item:?}");
        }
    }
}

#[test]
fn every_guide_counts_towards_one_to_three_elements() {
    let library = bundled();
    assert_eq!(library.learning.elements.len(), 7);
    assert!(!library.learning.source.is_empty() && !library.learning.checked.is_empty());
    for guide in &library.guides {
        assert!((1..=3).contains(&guide.learning.len()), "{}", guide.slug);
    }
}

#[test]
fn ready_plans_are_found_by_what_people_say_and_by_nothing_else() {
    use real_toolkit::search::ready_plan;
    let found = |typed: &str| ready_plan(bundled(), typed).map(|at| bundled().plans[at].slug.as_str());
    for (typed, plan) in [
        ("first supervision with new worker", Some("first-session")),
        ("Hard week", Some("hard-week")),
        ("a rough week at work", Some("hard-week")),
        ("group supervision plan", Some("group")),
        ("hard", None),
        ("boundaries", None),
        ("week", None),
        ("", None),
        ("she keeps pushing me away", None),
    ] {
        assert_eq!(found(typed), plan, "{typed}");
    }
}
