//! Numbers and addresses that lead to somebody: e-mail, National Insurance, CHI, telephone, birth, postcode, case.

use std::ops::Range;

use super::line::{Line, Word};
use super::words::Words;
use super::{Seen, Sighting, add};
use crate::text::slice;

/// A year in which somebody in care or close to them may have been born, if it stands in a date.
const BIRTH_YEARS: Range<u32> = 1930..2020;

/// Figures that a bare number needs to be the number of a case.
const BARE_FIGURES: usize = 6;

/// Words between what announces the number of a case and the number.
const CASE_REACH: usize = 4;

/// Looks for everything that is made of figures, what is surest first.
pub(super) fn look(line: &Line<'_>, words: &Words, seen: &mut Vec<Seen>) {
    emails(line, seen);
    national_insurance(line, seen);
    digit_runs(line, words, seen);
    birth_dates(line, words, seen);
    postcodes(line, seen);
    case_numbers(line, words, seen);
}

/// What has no blank in it, with its bytes.
fn chunks(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = 0;
    text.split_whitespace().map(move |chunk| {
        let start = slice(text, at..text.len()).find(chunk).map_or(at, |found| at + found);
        at = start + chunk.len();
        (start..at, chunk)
    })
}

fn emails(line: &Line<'_>, seen: &mut Vec<Seen>) {
    let is_edge = |c: char| !c.is_alphanumeric();
    for (range, chunk) in chunks(line.text) {
        let trimmed = chunk.trim_matches(is_edge);
        let start = range.start + chunk.find(trimmed).unwrap_or(0);
        let is_one = trimmed
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
        if is_one {
            add(seen, Sighting::Email, start..start + trimmed.len());
        }
    }
}

/// Returns what a pattern takes of the words from `index` on, letter by letter: `AB123456C` and `AB 12 34 56 C` alike.
/// Only whole words are taken.
fn spelt(line: &Line<'_>, index: usize, pattern: &str) -> Option<Range<usize>> {
    let wanted: Vec<char> = pattern.chars().collect();
    let (mut at, mut end) = (0, None);
    for (number, word) in line.words.get(index..)?.iter().enumerate() {
        if number > 0 && !line.words.get(index + number - 1)?.joins_next {
            return None;
        }
        for c in word.text.chars() {
            let fits = match wanted.get(at)? {
                'A' => c.is_ascii_alphabetic(),
                'D' => matches!(c.to_ascii_uppercase(), 'A'..='D'),
                _ => c.is_ascii_digit(),
            };
            if !fits {
                return None;
            }
            at += 1;
        }
        if at == wanted.len() {
            end = Some(word.range.end);
            break;
        }
    }
    let start = line.words.get(index)?.range.start;
    end.map(|end| start..end)
}

fn national_insurance(line: &Line<'_>, seen: &mut Vec<Seen>) {
    for (index, word) in line.words.iter().enumerate() {
        // These two letters never begin one (HM Revenue and Customs, *National Insurance Manual*, NIM39110).
        let is_possible = !word.folded.starts_with(['d', 'f', 'i', 'q', 'u', 'v']);
        if let Some(range) = spelt(line, index, "AA000000D").filter(|_| is_possible) {
            add(seen, Sighting::NationalInsurance, range);
        }
    }
}

/// Runs of figures with blanks, hyphens and brackets between them: CHI and telephone numbers.
fn digit_runs(line: &Line<'_>, words: &Words, seen: &mut Vec<Seen>) {
    for range in runs(line.text) {
        // A bracket that begins before the number and ends behind it is none of it.
        let is_open = slice(line.text, range.clone()).starts_with('(')
            && !slice(line.text, range.clone()).contains(')');
        let range = range.start + usize::from(is_open)..range.end;
        let text = slice(line.text, range.clone());
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if is_chi(&digits) && !text.starts_with('+') && !text.contains(['(', '.', '/']) {
            add(seen, Sighting::Chi, range);
        } else if is_phone(&digits, text) && !words.public_numbers.begins(&digits) {
            add(seen, Sighting::Phone, range);
        }
    }
}

/// Returns the bytes of figures that stand together as one number.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        let is_part = c.is_ascii_digit() || matches!(c, '+' | '(');
        let within = matches!(c, ' ' | '-' | ')' | '.');
        match (out.last_mut(), is_part, before) {
            (Some(last), true, Some(_)) => last.end = at + c.len_utf8(),
            // A letter right before makes it a part of a word.
            (_, true, None) => {
                let glued = slice(text, 0..at).chars().next_back().is_some_and(char::is_alphanumeric);
                if !glued {
                    out.push(at..at + c.len_utf8());
                    before = Some(at);
                }
            }
            (_, false, Some(_)) if !within => before = None,
            _ => {}
        }
    }
    out
}

/// Whether ten figures begin with a day as a CHI number does (NHS Scotland, *CHI number*: DDMMYY and four figures).
fn is_chi(digits: &str) -> bool {
    let part = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    digits.len() == 10 && (1..=31).contains(&part(0..2)) && (1..=12).contains(&part(2..4))
}

/// Whether figures are as many as a British number has, and begin as one does.
fn is_phone(digits: &str, text: &str) -> bool {
    let is_national = digits.starts_with('0') && (10..=11).contains(&digits.len());
    let is_abroad = text.starts_with('+') && (10..=15).contains(&digits.len());
    let is_written_abroad = digits.starts_with("0044") && (13..=14).contains(&digits.len());
    is_national || is_abroad || is_written_abroad
}

fn birth_dates(line: &Line<'_>, words: &Words, seen: &mut Vec<Seen>) {
    let has_cue = line.words.iter().any(|word| words.birth.has(&word.folded));
    for (index, _) in line.words.iter().enumerate() {
        let Some((range, year)) = date_at(line, index, words) else { continue };
        // In words a date is hardly ever one of birth, unless it is said to be.
        let is_figures = line.words.get(index).is_some_and(|word| word.figures() >= 4 || !word.joins_next);
        if has_cue || (is_figures && BIRTH_YEARS.contains(&year)) {
            add(seen, Sighting::BirthDate, range);
        }
    }
}

/// Returns the date that begins with a word, and its year.
fn date_at(line: &Line<'_>, index: usize, words: &Words) -> Option<(Range<usize>, u32)> {
    let from = line.words.get(index)?;
    date_in_figures(line, from).or_else(|| date_in_words(line, index, words))
}

/// Returns `14/03/2009`, `01.12.07` or `2009-11-23`.
fn date_in_figures(line: &Line<'_>, from: &Word<'_>) -> Option<(Range<usize>, u32)> {
    let rest = slice(line.text, from.range.start..line.text.len());
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | '-');
    let text = rest.split(|c| !is_part(c)).next()?.trim_end_matches(['.', '-', '/']);
    let parts: Vec<u32> = text.split(['/', '.', '-']).map_while(|part| part.parse().ok()).collect();
    let [one, two, three] = *parts.as_slice() else { return None };
    let is_day = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
    let year = match (one, three) {
        (1900.., day) if is_day(day, two) => one,
        (day, year) if is_day(day, two) && year >= 1900 => year,
        (day, year) if is_day(day, two) && year < 100 => year,
        _ => return None,
    };
    (text.split(['/', '.', '-']).count() == 3)
        .then(|| (from.range.start..from.range.start + text.len(), year))
}

/// Returns `2 June 2010` or `3rd of May 2008`.
fn date_in_words(line: &Line<'_>, index: usize, words: &Words) -> Option<(Range<usize>, u32)> {
    let from = line.words.get(index)?;
    let day = from.folded.trim_end_matches(char::is_alphabetic);
    let month = if line.folded(Some(index + 1)) == "of" { index + 2 } else { index + 1 };
    let is_date = day.parse().is_ok_and(|day: u32| (1..=31).contains(&day))
        && words.months.has(line.folded(Some(month)));
    let year = line.words.get(month + 1)?;
    let number = year.folded.parse().ok().filter(|year: &u32| *year < 100 || (1900..2100).contains(year))?;
    is_date.then_some((from.range.start..year.range.end, number))
}

fn postcodes(line: &Line<'_>, seen: &mut Vec<Seen>) {
    for (index, word) in line.words.iter().enumerate() {
        let next = line.words.get(index + 1).filter(|_| word.joins_next);
        let split = word.text.len().checked_sub(3).filter(|at| word.text.is_char_boundary(*at));
        if let Some(at) = split
            && is_outward(slice(word.text, 0..at))
            && is_inward(slice(word.text, at..word.text.len()))
        {
            add(seen, Sighting::Postcode, word.range.clone());
        } else if let Some(next) = next
            && is_outward(word.text)
            && is_inward(next.text)
        {
            add(seen, Sighting::Postcode, word.range.start..next.range.end);
        }
    }
}

/// Whether this is the first part of a postcode: one or two letters, a figure, and a figure or a letter more.
fn is_outward(text: &str) -> bool {
    let bytes = text.as_bytes();
    let letters = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    match bytes.get(letters..) {
        Some([figure]) => (1..=2).contains(&letters) && figure.is_ascii_digit(),
        Some([figure, last]) => {
            (1..=2).contains(&letters) && figure.is_ascii_digit() && last.is_ascii_alphanumeric()
        }
        _ => false,
    }
}

/// Whether this is the second part of a postcode. C, I, K, M, O and V never stand there (Royal Mail, *PAF Programmers’
/// Guide*), so that `3pm` is none.
fn is_inward(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() && !b"CIKMOV".contains(&byte.to_ascii_uppercase());
    matches!(text.as_bytes(), [figure, one, two] if figure.is_ascii_digit() && is_letter(*one) && is_letter(*two))
}

fn case_numbers(line: &Line<'_>, words: &Words, seen: &mut Vec<Seen>) {
    for (range, chunk) in chunks(line.text) {
        let trimmed = chunk.trim_matches(|c: char| !c.is_alphanumeric());
        let start = range.start + chunk.find(trimmed).unwrap_or(0);
        let figures = trimmed.bytes().filter(u8::is_ascii_digit).count();
        let has_letters = trimmed.bytes().any(|byte| byte.is_ascii_alphabetic());
        let is_year = figures == 4 && trimmed.len() == 4 && trimmed.starts_with(['1', '2']);
        let is_money = chunk.starts_with(['£', '$', '€']);
        let is_time = trimmed.contains(':') || date_like(trimmed);
        let before = line.words.iter().rev().filter(|word| word.range.end <= start);
        let mut behind = line.words.iter().filter(|word| word.range.start >= start + trimmed.len());
        let is_odd = figures > 4 || trimmed.contains(['/', '-']) || has_letters;
        let named_behind =
            is_odd && behind.by_ref().take(CASE_REACH / 2).any(|word| words.case.has(&word.folded));
        let announced = named_behind || before.take(CASE_REACH).any(|word| words.case.has(&word.folded));
        let is_coded = trimmed.starts_with(|c: char| c.is_ascii_uppercase())
            && trimmed.contains(['-', '/'])
            && figures >= 4;
        let is_one = if announced { figures >= 4 && !is_year } else { figures >= BARE_FIGURES || is_coded };
        let is_plain = trimmed.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.'));
        if is_one && is_plain && !is_money && !is_time && (announced || is_coded || !has_letters) {
            add(seen, Sighting::CaseNumber, start..start + trimmed.len());
        }
    }
}

/// Whether this is a date, or two years.
fn date_like(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    match numbers.as_slice() {
        [year, _] => parts.iter().map(|part| part.len()).eq([4, 2]) && (1900..2100).contains(year),
        [day, month, year] if parts.len() == 3 => {
            ((1..=31).contains(day) && (1..=12).contains(month) && (*year < 100 || *year >= 1900))
                || (*day >= 1900 && (1..=12).contains(month) && (1..=31).contains(year))
        }
        _ => false,
    }
}
