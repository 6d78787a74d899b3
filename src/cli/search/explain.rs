//! `search --explain`: a line for each result that says why it is there; with `=full` every word and where it stands.

use crate::guide::Library;
use crate::search::{Explanation, Hit, MatchKind, Reason, Scores};

/// Parts of the score told in a line: those that give most.
const PARTS: usize = 3;

/// Words told in a line.
const WORDS: usize = 4;

/// Returns why a result is there, in one line: the words that matched, the saying that led there, and what gave most of
/// the score.
pub(super) fn line(library: &Library, why: &Explanation, hit: &Hit) -> String {
    // A word may stand there in several forms: each typed one is told once.
    let mut typed: Vec<&Reason> = Vec::new();
    for reason in &why.reasons {
        if !typed.iter().any(|told| told.typed == reason.typed) {
            typed.push(reason);
        }
    }
    let words: Vec<String> = typed.iter().take(WORDS).map(|reason| word(reason)).collect();
    let words = if words.is_empty() { "none of the words".to_owned() } else { words.join(", ") };
    let said = said(library, hit).map(|said| format!("; {said}")).unwrap_or_default();
    let mut parts: Vec<(&str, f32)> =
        hit.scores.parts().into_iter().filter(|(_, part)| *part > 0.05).collect();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    let parts: Vec<String> =
        parts.iter().take(PARTS).map(|(name, part)| format!("{name} {part:.1}")).collect();
    let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
    format!("{words}{said}; score {:.1}{parts}", hit.score)
}

/// Returns everything there is to say of why a result is there.
pub(super) fn full(library: &Library, why: &Explanation, hit: &Hit) -> String {
    if why.reasons.is_empty() {
        return "none of the words; its title or what people say is nearest".to_owned();
    }
    let mut parts: Vec<String> = why.reasons.iter().map(reason).collect();
    parts.extend(said(library, hit));
    parts.push(score(&why.scores, hit));
    if hit.passage().is_some() {
        parts.push(format!("the passage covers {:.2} of the words", hit.coverage));
    }
    parts.join("\n     ")
}

/// Returns the saying that matched, and whether it is this passage that it leads to.
fn said(library: &Library, hit: &Hit) -> Option<String> {
    let guide = library.guide(hit.guide()?);
    let (leads_to, said) = guide.all_aliases().nth(hit.alias?)?;
    let is_here = leads_to.is_none_or(|block| hit.passage().is_some_and(|found| found.span.block == block));
    let elsewhere = if is_here { "" } else { " for another passage" };
    Some(format!("people say “{said}”{elsewhere}"))
}

fn reason(reason: &Reason) -> String {
    let fields: Vec<_> = reason.fields.iter().map(|field| field.label()).collect();
    format!("{} in {}", word(reason), fields.join(", "))
}

fn word(Reason { typed, found, kind, .. }: &Reason) -> String {
    match kind {
        MatchKind::Exact => format!("“{found}”"),
        kind => format!("“{found}” ({} “{typed}”)", way(*kind)),
    }
}

fn way(kind: MatchKind) -> &'static str {
    match kind {
        MatchKind::Exact => "as typed",
        MatchKind::Form => "another form of",
        MatchKind::Completed => "completes",
        MatchKind::Corrected => "mends",
        MatchKind::Split => "part of",
        MatchKind::Joined => "joins",
        MatchKind::Abbreviated => "for short",
        MatchKind::Synonym => "says nearly the same as",
    }
}

fn score(scores: &Scores, hit: &Hit) -> String {
    let told =
        scores.parts().into_iter().enumerate().filter(|(index, (_, part))| *index == 0 || *part > 0.05);
    let parts: Vec<String> = told.map(|(_, (name, part))| format!("{name} {part:.1}")).collect();
    let less = if hit.score + 0.05 < scores.total() { ", less beside guides" } else { "" };
    format!("score {:.1} = {}{less}", hit.score, parts.join(" + "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundled;
    use crate::search::Query;

    #[test]
    fn a_line_tells_what_matched_and_the_score_and_the_full_form_where() {
        let (library, search) = (bundled::library(), bundled::search());
        let query = Query::parse("bounderies with young people", &library);
        let answer = search.answer(&library, &query, 3);
        let of = |tell: fn(&Library, &Explanation, &Hit) -> String| -> Vec<String> {
            let why = |hit: &Hit| tell(&library, &search.explain(&library, &query, hit), hit);
            answer.hits.iter().map(why).collect()
        };
        let lines = of(line);
        assert!(lines.iter().any(|line| line.contains("(mends “bounderies”)")), "{lines:?}");
        assert!(lines.iter().all(|line| line.contains("; score ") && !line.contains('\n')), "{lines:?}");
        let full = of(full);
        assert!(full.iter().any(|full| full.contains("(mends “bounderies”) in ")), "{full:?}");
        assert!(full.iter().all(|full| full.contains("\n     score ")), "{full:?}");
    }
}
