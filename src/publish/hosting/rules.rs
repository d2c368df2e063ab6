//! The headers that a host should send, and with which files.

use crate::publish::embed;
use crate::publish::{Files, PublishError};
use std::borrow::Cow;

/// A header and where it is sent.
pub struct Rule {
    /// With which files.
    pub place: Place,
    /// Written as HTTP/1.1 does.
    pub header: &'static str,
    /// Its value.
    pub value: Cow<'static, str>,
}

/// Files of a build, by their paths below the app's base.
pub enum Place {
    /// All of them.
    Everywhere,
    /// Whatever changes its name when its bytes change.
    Hashed,
    /// Those with these paths.
    Named(&'static [&'static str]),
    /// Those whose paths begin so.
    Below(&'static str),
}

/// All rules; pages of these origins may show the app in a frame. Of two rules for one header, the later one counts where it holds.
pub fn rules(frames: &[String]) -> Vec<Rule> {
    let frames = if frames.is_empty() { "'none'".to_owned() } else { format!("'self' {}", frames.join(" ")) };
    let rule = |place: Place, header: &'static str, value: &'static str| Rule { place, header, value: value.into() };
    vec![
        rule(Place::Everywhere, "X-Content-Type-Options", "nosniff"),
        rule(Place::Everywhere, "Referrer-Policy", "no-referrer"),
        rule(Place::Everywhere, "Cross-Origin-Opener-Policy", "same-origin"),
        rule(Place::Everywhere, "Permissions-Policy", PERMISSIONS),
        // All else stands in the pages themselves, with the hashes of what is in them; a page cannot say this.
        Rule { place: Place::Everywhere, header: "Content-Security-Policy", value: format!("{FRAMES}{frames}").into() },
        rule(Place::Everywhere, "Cache-Control", "no-cache"),
        rule(Place::Hashed, "Cache-Control", "public, max-age=31536000, immutable"),
        // A worker is governed by what came with its own script, and not by the page's policy.
        rule(Place::Named(&WORKERS), "Content-Security-Policy", WORKER_POLICY),
        // Also on pages that load nothing but what says so (Cross-Origin-Embedder-Policy).
        rule(Place::Named(&EMBED), "Cross-Origin-Resource-Policy", "cross-origin"),
        // Any other copy of the app may read what is published here.
        rule(Place::Below("programs/"), "Access-Control-Allow-Origin", "*"),
    ]
}

const FRAMES: &str = "frame-ancestors ";

/// The origins that a finished build lets show the app in a frame, as its `_headers` say.
pub fn frames(headers: &str) -> Vec<String> {
    let said = headers.split_once(FRAMES).and_then(|(_, rest)| rest.lines().next()).unwrap_or_default();
    said.split(' ').filter(|origin| origin.starts_with("https://")).map(str::to_owned).collect()
}

const EMBED: [&str; 1] = [embed::FILE];

const WORKERS: [&str; 10] = [
    "worker_loader.js",
    "worker.js",
    "reader_loader.js",
    "reader.js",
    "sheets_loader.js",
    "sheets.js",
    "publisher_loader.js",
    "publisher.js",
    "sw.js",
    "sw-kill.js",
];
const WORKER_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/// Allowed is what the app uses or will soon use; everything else is forbidden. Chromium warns of names that it does not know on some
/// systems, so two are left out: `web-share`, which every page may use anyway, and `bluetooth`, which asks the person.
const PERMISSIONS: &str = "camera=(self), clipboard-write=(self), screen-wake-lock=(self), accelerometer=(), autoplay=(), \
    browsing-topics=(), clipboard-read=(), display-capture=(), encrypted-media=(), fullscreen=(self), gamepad=(), geolocation=(), \
    gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), \
    otp-credentials=(), payment=(), picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), \
    serial=(), storage-access=(), usb=(), window-management=(), xr-spatial-tracking=()";

/// As a regular expression: 48 to 64 bits of a hash, which Trunk writes without zeros in front.
const HASHED: &str = r"-[0-9a-f]{12,16}(_bg)?\.(js|wasm|gz)";

/// The rules that hold for a file or page, by its path below the app's base.
pub fn rules_of<'r>(rules: &'r [Rule], path: &str) -> Vec<&'r Rule> {
    let mut counting: Vec<&Rule> = Vec::new();
    for rule in rules.iter().filter(|rule| rule.place.holds(path)) {
        counting.retain(|earlier| earlier.header != rule.header);
        counting.push(rule);
    }
    counting
}

/// Rules that name a file which is not there protect nothing.
pub(in crate::publish) fn check(files: &Files, rules: &[Rule]) -> Result<(), PublishError> {
    let named = rules.iter().filter_map(|rule| if let Place::Named(names) = rule.place { Some(names) } else { None });
    match named.flatten().find(|name| !files.has(name)) {
        None => Ok(()),
        Some(name) => Err(PublishError::template(
            format!("a header is to be sent with {name}, and the build has no such file"),
            "give its new name to the rules in src/publish/hosting/rules.rs",
        )),
    }
}

impl Place {
    fn holds(&self, path: &str) -> bool {
        match self {
            Place::Everywhere => true,
            Place::Hashed => has_hash(path),
            Place::Named(names) => names.contains(&path),
            Place::Below(folder) => path.starts_with(folder),
        }
    }

    /// The addresses of these files as a regular expression, their compressed siblings among them.
    pub fn pattern(&self, base: &str) -> String {
        match self {
            Place::Everywhere => format!("^{}", literal(base)),
            Place::Hashed => format!(r"^{}.*{HASHED}(\.(br|gz))?$", literal(base)),
            Place::Named(names) => {
                let names: Vec<String> = names.iter().map(|name| literal(name)).collect();
                format!(r"^{}({})(\.(br|gz))?$", literal(base), names.join("|"))
            }
            Place::Below(folder) => format!("^{}{}", literal(base), literal(folder)),
        }
    }
}

/// Whether the file's name holds a hash of its content, as in `app-be30161f65139504_bg.wasm`. The same as [`HASHED`].
pub fn has_hash(path: &str) -> bool {
    let stem = ["_bg.wasm", ".wasm", "_bg.js", ".js", ".gz"].iter().find_map(|end| path.strip_suffix(end));
    let Some((_, digits)) = stem.and_then(|stem| stem.rsplit_once('-')) else { return false };
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    (12..=16).contains(&digits.len()) && digits.bytes().all(is_digit)
}

/// Whether the file is the script of a worker, with which a policy of its own is sent.
pub fn is_worker(path: &str) -> bool {
    WORKERS.contains(&path)
}

/// A regular expression for exactly this text.
fn literal(text: &str) -> String {
    let escaped =
        |sign: char| if sign.is_ascii_punctuation() && !"/-_".contains(sign) { format!("\\{sign}") } else { sign.into() };
    text.chars().map(escaped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(path: &str, header: &str) -> Vec<String> {
        let rules = rules(&[]);
        rules_of(&rules, path).into_iter().filter(|rule| rule.header == header).map(|rule| rule.value.to_string()).collect()
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for hashed in [
            "x/app-be30161f65139504.js",
            "app-be30161f65139504_bg.wasm",
            "app-c52e496697251ed.js",
            "fonts/slices/arabic-620eae1584b4.gz",
        ] {
            assert!(value(hashed, "Cache-Control")[0].contains("immutable"), "{hashed}");
        }
        for plain in [
            "worker_bg.wasm",
            "sw.js",
            "session/a-be30161f65139504/",
            "session/a-be30161f65139504",
            "",
            "a-b.json",
            "pycon-2018.json",
        ] {
            assert_eq!(value(plain, "Cache-Control"), ["no-cache"], "{plain}");
        }
    }

    #[test]
    fn a_later_rule_takes_the_place_of_an_earlier_one() {
        assert_eq!(value("worker_loader.js", "Content-Security-Policy"), [WORKER_POLICY]);
        assert_eq!(value("plan/", "Content-Security-Policy"), ["frame-ancestors 'none'"]);
    }

    #[test]
    fn pages_of_any_host_may_load_the_embed_and_its_program() {
        for file in ["embed.js", "programs/a.index.json"] {
            assert_eq!(value(file, "Cache-Control"), ["no-cache"], "{file}");
        }
        assert_eq!(value("embed.js", "Cross-Origin-Resource-Policy"), ["cross-origin"]);
        assert_eq!(value("sw.js", "Cross-Origin-Resource-Policy"), [""; 0]);
        assert_eq!(value("programs/a.index.json", "Access-Control-Allow-Origin"), ["*"]);
    }

    #[test]
    fn named_origins_may_show_the_app_in_a_frame() {
        let origins = ["https://a.example".to_owned(), "https://b.example".to_owned()];
        let rules = rules(&origins);
        let policy = rules_of(&rules, "").into_iter().find(|rule| rule.header == "Content-Security-Policy").expect("a policy");
        assert_eq!(policy.value, "frame-ancestors 'self' https://a.example https://b.example");
        assert_eq!(frames(&format!("/*\n  Content-Security-Policy: {}\n  X: y\n", policy.value)), origins);
        assert_eq!(frames("/*\n  Content-Security-Policy: frame-ancestors 'none'\n"), [""; 0]);
    }
}
