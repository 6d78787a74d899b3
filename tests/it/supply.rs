//! What the program is built of: no network code, all from the registry, nothing older than what was mended.
//!
//! `.ci/deny.toml` says it, and `cargo deny` checks it with the licences where it is at hand; this needs nothing but the lock.

use toml::Table;

const LOCK: &str = include_str!("../../Cargo.lock");
const DENY: &str = include_str!("../../.ci/deny.toml");

/// The packages of the lock: name, version, source (none for the program itself).
fn packages() -> Vec<(String, String, Option<String>)> {
    let lock: Table = LOCK.parse().unwrap();
    let text = |package: &toml::Value, key: &str| package.get(key).and_then(|text| text.as_str()).map(str::to_owned);
    lock["package"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| (text(package, "name").unwrap(), text(package, "version").unwrap(), text(package, "source")))
        .collect()
}

fn numbers(version: &str) -> Vec<u32> {
    version.split(['.', '-', '+']).map_while(|part| part.parse().ok()).collect()
}

#[test]
fn nothing_that_is_banned_is_built_in() {
    let deny: Table = DENY.parse().unwrap();
    let banned = deny["bans"]["deny"].as_array().unwrap();
    assert!(banned.len() > 15, "the list is read");
    for ban in banned {
        let (name, below) = ban.as_str().unwrap().split_once(":<").unwrap_or((ban.as_str().unwrap(), ""));
        for (package, version, _) in packages().iter().filter(|(package, ..)| package == name) {
            let is_good = !below.is_empty() && numbers(version) >= numbers(below);
            assert!(is_good, "{package} {version} is banned by .ci/deny.toml");
        }
    }
}

#[test]
fn all_of_it_is_from_the_registry() {
    let elsewhere: Vec<_> = packages()
        .into_iter()
        .filter(|(.., source)| source.as_deref() != Some("registry+https://github.com/rust-lang/crates.io-index"))
        .map(|(name, ..)| name)
        .collect();
    assert_eq!(elsewhere, ["real-toolkit"]);
}
