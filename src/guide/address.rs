//! Addresses that may be handed to another program: plain ones of a few kinds, everything else is refused.

/// The longest address, in bytes.
const AT_MOST: usize = 2_000;

/// The kinds of address that a text may link to.
pub const SCHEMES: [&str; 4] = ["https:", "http:", "mailto:", "tel:"];

/// Says what is wrong with an address: `https:`, `http:`, `mailto:` and `tel:` are taken, in plain letters.
///
/// Programs that open addresses were made to run others by quotation marks, blanks, a leading hyphen, user
/// names before an `@` and letters that look like others (webbrowser CVE-2022-45299 and RUSTSEC-2026-0257,
/// open-rs 124), so none of these pass.
///
/// # Errors
///
/// What is wrong with it, to stand after "the address".
pub fn check_address(address: &str) -> Result<(), &'static str> {
    if address.len() > AT_MOST {
        return Err("has more than 2,000 letters");
    }
    if !address.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\`".contains(&byte)) {
        return Err("has a blank, a quotation mark or a letter that is not plain ASCII");
    }
    if let Some(rest) = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")) {
        return check_host(rest);
    }
    if let Some(to) = address.strip_prefix("mailto:") {
        let plain = |part: &str| !part.is_empty() && part.bytes().all(is_mail);
        let parts = to.split_once('@');
        return if parts.is_some_and(|(name, host)| plain(name) && plain(host)) {
            Ok(())
        } else {
            Err("is not one plain mail address")
        };
    }
    match address.strip_prefix("tel:") {
        Some(number)
            if number.bytes().any(|byte| byte.is_ascii_digit()) && number.bytes().all(is_dialled) =>
        {
            Ok(())
        }
        Some(_) => Err("is not a telephone number"),
        None => Err("is of a kind that the reader never opens"),
    }
}

/// Returns what of an address says to whom it leads: its host, the mail address, the number.
#[must_use]
pub fn leads_to(address: &str) -> &str {
    let rest = SCHEMES.iter().find_map(|scheme| address.strip_prefix(scheme)).unwrap_or(address);
    rest.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or_default()
}

/// Returns the site that words name, where they look like an address and that is not the site that `address` leads to:
/// nobody sees the difference before it is too late.
#[must_use]
pub fn names_another_site<'a>(words: &'a str, address: &str) -> Option<&'a str> {
    let site =
        |host: &str| host.trim_start_matches("www.").split(':').next().unwrap_or_default().to_lowercase();
    let to = site(leads_to(address).rsplit('@').next().unwrap_or_default());
    let is_part = |one: &str, other: &str| {
        one == other || one.strip_suffix(other).is_some_and(|rest| rest.ends_with('.'))
    };
    words.split_whitespace().filter_map(host_in).find(|named| {
        let named = site(named);
        !is_part(&named, &to) && !is_part(&to, &named)
    })
}

/// The ends of names that words are taken for names of sites by, where nothing else says so.
const COMMON_ENDS: [&str; 14] =
    ["app", "co", "com", "edu", "eu", "gov", "info", "io", "me", "net", "nhs", "org", "scot", "uk"];

/// Returns the host in a word that looks like an address.
fn host_in(word: &str) -> Option<&str> {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let (_, rest) = bare.split_once("://").unwrap_or(("", bare));
    let rest = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default().trim_end_matches('.');
    let is_host =
        host.split('.').all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-'));
    let end = host.rsplit_once('.').map(|(_, end)| end.to_lowercase())?;
    let says_so = bare.contains("://") || bare.to_lowercase().starts_with("www.");
    (is_host && (says_so || COMMON_ENDS.contains(&end.as_str()))).then_some(host)
}

fn check_host(rest: &str) -> Result<(), &'static str> {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-.:".contains(&byte);
    let starts = host.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric());
    if host.contains('@') {
        Err("has a user name before its host")
    } else if !starts || !host.bytes().all(plain) {
        Err("has no plain host name")
    } else {
        Ok(())
    }
}

fn is_mail(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".-_+".contains(&byte)
}

fn is_dialled(byte: u8) -> bool {
    byte.is_ascii_digit() || b"+-".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_name_another_site_are_found() {
        let evil = "https://evil.example/steal";
        for (words, found) in [
            ("https://www.staf.scot/help", Some("www.staf.scot")),
            ("www.gov.scot", Some("www.gov.scot")),
            ("see gov.scot.", Some("gov.scot")),
            ("the council’s page", None),
            ("evil.example", None),
            ("www.EVIL.example/other", None),
            ("help.evil.example", None),
            ("e.g. this, Dr.Smith and step 2.1", None),
            ("write to help@staf.scot", Some("staf.scot")),
        ] {
            assert_eq!(names_another_site(words, evil), found, "{words}");
        }
        assert_eq!(names_another_site("help@staf.scot", "mailto:help@staf.scot"), None);
        assert_eq!(names_another_site("gov.scot", "https://www.gov.scot/policies/"), None);
    }

    #[test]
    fn ordinary_addresses_pass() {
        let ordinary = [
            "https://example.org/",
            "http://example.org/a?b=1&c=2#d",
            "https://example.org/it's(1)",
            "https://example.org/%7Euser/a%20b",
            "https://example.org:8443/x;y=1,2/@me",
            "https://xn--pple-43d.com",
            "mailto:a.b@example.org",
            "tel:+44-131-496-0000",
        ];
        for address in ordinary {
            assert_eq!(check_address(address), Ok(()), "{address}");
        }
    }

    #[test]
    fn the_host_is_what_the_check_looked_at() {
        for (address, to) in [
            ("https://example.org/a?b#c", "example.org"),
            ("http://example.org:81?https://other.example", "example.org:81"),
            ("mailto:a.b@example.org", "a.b@example.org"),
            ("tel:+44-131", "+44-131"),
        ] {
            assert_eq!((check_address(address), leads_to(address)), (Ok(()), to));
        }
    }

    #[test]
    fn everything_else_is_refused() {
        let hostile = [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "file:///etc/passwd",
            "-x",
            "https://a b",
            "https://x\n-y",
            "https://x\";calc;\"",
            "https://x`id`",
            "https://x$(id)",
            "https://x&calc",
            "https:/\\evil",
            "//evil.example",
            "http://user:pw@evil.example",
            "https://\u{430}pple.com",
            "https://x\u{202e}gpj.exe",
            "https://[::1",
            "https://",
            "https:///x",
            "https://-x",
            "http:",
            "mailto:a@b?attach=/etc/passwd",
            "mailto:a@b@c",
            "tel:",
            "tel:1;2",
            "HTTPS://example.org",
            "",
        ];
        for address in hostile {
            assert!(check_address(address).is_err(), "{address}");
        }
        assert!(check_address(&format!("https://{}", "a".repeat(AT_MOST))).is_err());
    }
}
