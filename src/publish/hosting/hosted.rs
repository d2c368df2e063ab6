//! `_headers`, as Netlify and Cloudflare Pages read it. Other hosts ignore the file.

use super::host::Host;
use super::rules::{Place, Rule, has_hash};

/// For what no rule keeps longer, both hosts tell browsers to ask again, which is what we need. Where two rules name one header they
/// send both values, so `no-cache` must not be among them; of two security policies browsers obey both.
pub fn headers(Host { base, rules, .. }: &Host<'_>, files: &[&str]) -> String {
    let rules = rules.iter().filter(|rule| rule.value != "no-cache");
    let lines = rules.flat_map(|rule| places(rule, base, files).into_iter().map(move |place| (place, rule)));
    let mut text = String::new();
    let mut before = String::new();
    for (place, rule) in lines {
        if place != before {
            text += &format!("{place}\n");
        }
        text += &format!("  {}: {}\n", rule.header, rule.value);
        before = place;
    }
    text
}

/// Slices of fonts and differences are left out: Cloudflare takes a hundred rules, and the service worker asks for none of them twice.
fn places(rule: &Rule, base: &str, files: &[&str]) -> Vec<String> {
    match &rule.place {
        Place::Everywhere => vec![format!("{base}*")],
        Place::Below(folder) => vec![format!("{base}{folder}*")],
        Place::Named(names) => names.iter().map(|name| format!("{base}{name}")).collect(),
        Place::Hashed => {
            let top = files.iter().filter(|path| has_hash(path) && !path.contains('/'));
            top.map(|path| format!("{base}{path}")).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_is_named_with_its_headers() {
        let files = ["app-be30161f65139504.js", "fonts/slices/arabic-620eae1584b4.gz", "index.html"];
        let text = headers(&Host { base: "/a/", name: "", rules: super::super::rules::rules(&[]) }, &files);
        assert!(text.starts_with("/a/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy"), "{text}");
        assert!(text.contains("\n/a/app-be30161f65139504.js\n  Cache-Control: public, max-age=31536000, immutable\n"), "{text}");
        assert!(text.contains("\n/a/sw.js\n  Content-Security-Policy: default-src 'none'; "), "{text}");
        assert!(!text.contains("no-cache") && !text.contains("slices") && !text.contains("index.html"), "{text}");
    }
}
