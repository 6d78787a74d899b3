//! Phrases made ready: each different item gets a number, and each word the numbers of its items.

use std::collections::HashMap;

use super::DangerWords;
use super::endings::forms;
use super::pattern::{GAP, Pattern, WIDE_GAP};
use crate::guide::Danger;
use crate::text::fold_text;

/// The signs that may stand in front of a phrase.
const SIGNS: [char; 4] = ['~', '!', '=', ' '];

/// What a phrase counts more that can hardly be meant otherwise.
const STRONG: u16 = 25;

/// What each item of a phrase counts: a longer phrase says more.
const ITEM: u16 = 10;

pub(super) fn compile(danger: &Danger) -> DangerWords {
    let mut compiler = Compiler {
        classes: danger.classes.iter().map(|class| (class.slug.as_str(), class.words.as_str())).collect(),
        numbers: HashMap::new(),
        out: DangerWords::default(),
    };
    for variants in &danger.variants {
        let mut words = variants.split_whitespace();
        let Some(first) = words.next().map(plain) else { continue };
        compiler.out.vocabulary.same.extend(words.map(|word| (fold_text(word), first.clone())));
    }
    compiler.out.vocabulary.ordinary = danger.ordinary.split_whitespace().map(plain).collect();
    compiler.out.vocabulary.fillers = danger.fillers.split_whitespace().map(plain).collect();
    compiler.out.young = compiler.patterns(&danger.young, 0);
    for (index, alarm) in danger.alarms.iter().enumerate() {
        compiler.out.situations.push(alarm.situation.clone());
        let patterns = compiler.patterns(&alarm.phrases, index);
        compiler.out.patterns.extend(patterns);
    }
    // What silences an alarm is never guessed, so its words are not compared with misspelt ones.
    compiler.out.vocabulary.compare();
    compiler.out.harmless = compiler.patterns(&danger.harmless, 0);
    compiler.out.items = compiler.numbers.len();
    compiler.out
}

struct Compiler<'a> {
    classes: HashMap<&'a str, &'a str>,
    /// The number of each item.
    numbers: HashMap<&'a str, u16>,
    out: DangerWords,
}

impl<'a> Compiler<'a> {
    fn patterns(&mut self, phrases: &'a [String], leads_to: usize) -> Vec<Pattern> {
        phrases.iter().flat_map(|phrase| self.pattern(phrase, leads_to)).collect()
    }

    /// Returns the orders in which the items of a phrase may stand: one, or all after `~`.
    fn pattern(&mut self, phrase: &'a str, leads_to: usize) -> Vec<Pattern> {
        let phrase = phrase.trim_start();
        let rest = phrase.trim_start_matches(SIGNS);
        let signs = phrase.strip_suffix(rest).unwrap_or_default();
        let mut items = Vec::new();
        let mut gap = GAP;
        for item in rest.split_whitespace() {
            if item == ".." {
                gap = WIDE_GAP;
            } else if item == "_" {
                gap = 0;
            } else if self.is_passed_over(item) {
                gap = gap.max(u8::from(item.contains('|')));
            } else {
                items.push((self.number(item), gap));
                gap = GAP;
            }
        }
        let strong = STRONG * u16::try_from(signs.matches('!').count()).unwrap_or(0);
        let weight = strong + ITEM * u16::try_from(items.len()).unwrap_or(1);
        let is_all = signs.contains('=');
        let orders = if signs.contains('~') { orders(&items) } else { vec![items] };
        let orders = orders.into_iter().filter(|items| !items.is_empty());
        orders.map(|items| Pattern { items, leads_to, weight, is_all }).collect()
    }

    /// Whether an item is for the most part words that are passed over: then it may as well be missing.
    fn is_passed_over(&self, item: &str) -> bool {
        let passed_over =
            item.split('|').filter(|word| self.out.vocabulary.fillers.contains(&self.word(word))).count();
        2 * passed_over >= item.split('|').count()
    }

    /// Returns the number of an item, and gives it to all its words when it is new.
    fn number(&mut self, item: &'a str) -> u16 {
        if let Some(number) = self.numbers.get(item) {
            return *number;
        }
        let number = u16::try_from(self.numbers.len()).unwrap_or(u16::MAX);
        self.numbers.insert(item, number);
        let mut words = Vec::new();
        self.spell_out(item, &mut words, 0);
        for word in words {
            let items = self.out.vocabulary.items_of.entry(word).or_default();
            // The number is new: it can only be the last one.
            if items.last() != Some(&number) {
                items.push(number);
            }
        }
        number
    }

    /// Adds the words of an item. Classes may name classes; four deep is enough.
    fn spell_out(&self, item: &str, words: &mut Vec<String>, depth: usize) {
        for one in item.split('|') {
            match (one.strip_prefix('@'), one.strip_suffix('+')) {
                (Some(class), _) if depth < 4 => {
                    let list = self.classes.get(class).copied().unwrap_or_default();
                    list.split_whitespace().for_each(|word| self.spell_out(word, words, depth + 1));
                }
                (Some(_), _) => {}
                (None, Some(stem)) => {
                    words.extend(forms(&plain(stem)).into_iter().map(|form| self.word(&form)));
                }
                (None, None) => words.push(self.word(one)),
            }
        }
    }

    /// Returns a word as the phrases know it.
    fn word(&self, word: &str) -> String {
        let word = plain(word);
        self.out.vocabulary.same.get(&word).cloned().unwrap_or(word)
    }
}

/// Returns a word as it is compared: small letters, no accents, no apostrophes.
fn plain(word: &str) -> String {
    // Nearly all words are so already, and there are many.
    if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return word.to_owned();
    }
    fold_text(word).replace('\'', "")
}

/// Returns items in every order.
fn orders(items: &[(u16, u8)]) -> Vec<Vec<(u16, u8)>> {
    let [first, rest @ ..] = items else { return vec![Vec::new()] };
    let mut all = Vec::new();
    for order in orders(rest) {
        for at in 0..=order.len() {
            let mut longer = order.clone();
            longer.insert(at, *first);
            all.push(longer);
        }
    }
    all
}
