//! What `toolkit check --explain` says of a rule: a page of `rules.md`, where all rules are explained in order.

use std::fmt::Write as _;

use crate::pack::{Rule, Severity};

/// One part for each rule: `## name`, what it looks for, why, what to write instead, and an example.
static RULES: &str = include_str!("rules.md");

/// Returns what there is to say about a rule, to be read as plain text.
#[must_use]
pub fn explain(rule: Rule) -> String {
    let level = match rule.severity() {
        Severity::Error => "error: the pack cannot be opened until it is mended",
        Severity::Warning => "warning: a reader will miss something",
        Severity::Advice => "advice: it could be better",
    };
    let mut out = String::new();
    let _ = write!(out, "{} ({level})\n{}\n", rule.name(), rule.reason());
    if let Some(page) = page(rule) {
        let _ = write!(out, "\n{page}\n");
    }
    out
}

/// Returns what `rules.md` says of a rule.
fn page(rule: Rule) -> Option<&'static str> {
    let mut parts = RULES.split("\n## ").skip(1);
    let part = parts.find(|part| part.lines().next() == Some(rule.name()))?;
    part.split_once('\n').map(|(_, page)| page.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_explained_in_the_order_of_the_rules() {
        let names: Vec<&str> = RULES.split("\n## ").skip(1).filter_map(|part| part.lines().next()).collect();
        let rules: Vec<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        assert_eq!(names, rules);
        for rule in Rule::ALL {
            let page = page(*rule).unwrap();
            for part in ["Looks for", "Why: ", "Write: "] {
                assert!(page.contains(part), "{}: {part}", rule.name());
            }
            let prose = page.lines().filter(|line| !line.starts_with("    "));
            assert!(prose.clone().all(|line| crate::text::width(line) <= 80), "{}", rule.name());
        }
    }
}
