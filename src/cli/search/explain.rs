//! `search --explain`: a line for each result that says why it is there.

use crate::guide::Library;
use crate::search::{Hit, MatchKind, Query, Reason, Scores, Search};

/// Words told of one result: those that matter most come first.
const TOLD: usize = 8;

/// Returns why a result is there, in one line.
pub(super) fn line(library: &Library, search: &Search, query: &Query, hit: &Hit) -> String {
    let why = search.explain(library, query, hit);
    if why.reasons.is_empty() {
        return "none of the words; its title or what people say is nearest".to_owned();
    }
    let mut parts: Vec<String> = why.reasons.iter().take(TOLD).map(reason).collect();
    if why.reasons.len() > TOLD {
        parts.push(format!("and {} more", why.reasons.len() - TOLD));
    }
    parts.extend(said(library, hit).map(|said| format!("people say “{said}”")));
    parts.push(score(&why.scores, hit));
    parts.join("; ")
}

/// Returns the saying that is why the hit is there.
fn said<'a>(library: &'a Library, hit: &Hit) -> Option<&'a str> {
    let guide = library.guide(hit.guide()?);
    guide.all_aliases().nth(hit.alias?).map(|(_, said)| said)
}

fn reason(Reason { typed, found, kind, fields, .. }: &Reason) -> String {
    let fields: Vec<_> = fields.iter().map(|field| field.label()).collect();
    let word = match kind {
        MatchKind::Exact => format!("“{found}”"),
        kind => format!("“{found}” ({} “{typed}”)", way(*kind)),
    };
    format!("{word} in {}", fields.join(", "))
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

    #[test]
    fn a_line_tells_what_matched_where_and_the_score() {
        let (library, search) = (bundled::library(), bundled::search());
        let query = Query::parse("bounderies with young people", &library);
        let answer = search.answer(&library, &query, 3);
        let lines: Vec<_> = answer.hits.iter().map(|hit| line(&library, &search, &query, hit)).collect();
        assert!(lines.iter().any(|line| line.contains("(mends “bounderies”) in ")), "{lines:?}");
        assert!(lines.iter().all(|line| line.contains("; score ") && !line.contains('\n')), "{lines:?}");
        assert_eq!(
            line(&library, &search, &query, &answer.hits[0]),
            line(&library, &search, &query, &answer.hits[0])
        );
    }
}
