//! The headers that a host should send, and with which files.

use crate::failure::Failure;
use std::path::Path;

/// A header and where it is sent.
pub struct Rule {
    pub place: Place,
    /// Written as HTTP/1.1 does.
    pub header: &'static str,
    pub value: &'static str,
}

/// Files of a build, by their paths below the app's base.
pub enum Place {
    Everywhere,
    /// Whatever changes its name when its bytes change.
    Hashed,
    Named(&'static [&'static str]),
    Below(&'static str),
}

/// Of two rules for one header, the later one counts where it holds.
pub static RULES: [Rule; 9] = [
    Rule { place: Place::Everywhere, header: "X-Content-Type-Options", value: "nosniff" },
    Rule { place: Place::Everywhere, header: "Referrer-Policy", value: "no-referrer" },
    Rule { place: Place::Everywhere, header: "Cross-Origin-Opener-Policy", value: "same-origin" },
    Rule { place: Place::Everywhere, header: "Permissions-Policy", value: PERMISSIONS },
    // All else stands in the pages themselves, with the hashes of what is in them; a page cannot say this.
    Rule { place: Place::Everywhere, header: "Content-Security-Policy", value: "frame-ancestors 'none'" },
    Rule { place: Place::Everywhere, header: "Cache-Control", value: "no-cache" },
    Rule { place: Place::Hashed, header: "Cache-Control", value: "public, max-age=31536000, immutable" },
    // A worker is governed by what came with its own script, and not by the page's policy.
    Rule { place: Place::Named(&WORKERS), header: "Content-Security-Policy", value: WORKER_POLICY },
    // Any other copy of the app may read what is published here.
    Rule { place: Place::Below("programs/"), header: "Access-Control-Allow-Origin", value: "*" },
];

const WORKERS: [&str; 6] = ["worker_loader.js", "worker.js", "reader_loader.js", "reader.js", "sw.js", "sw-kill.js"];
const WORKER_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/// Allowed is what the app uses or will soon use; everything else is forbidden. Chromium warns of names that it does not know on some
/// systems, so two are left out: `web-share`, which every page may use anyway, and `bluetooth`, which asks the person.
const PERMISSIONS: &str = "camera=(self), clipboard-write=(self), screen-wake-lock=(self), accelerometer=(), autoplay=(), \
    browsing-topics=(), clipboard-read=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), \
    gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), \
    otp-credentials=(), payment=(), picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), \
    serial=(), storage-access=(), usb=(), window-management=(), xr-spatial-tracking=()";

/// As a regular expression: 48 to 64 bits of a hash, which Trunk writes without zeros in front.
const HASHED: &str = r"-[0-9a-f]{12,16}(_bg)?\.(js|wasm|gz)";

/// The rules that hold for a file or page, by its path below the app's base.
pub fn rules_of(path: &str) -> Vec<&'static Rule> {
    let mut counting: Vec<&Rule> = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.place.holds(path)) {
        counting.retain(|earlier| earlier.header != rule.header);
        counting.push(rule);
    }
    counting
}

/// Rules that name a file which is not there protect nothing.
pub fn check(folder: &Path) -> Result<(), Failure> {
    let named = RULES.iter().filter_map(|rule| if let Place::Named(names) = rule.place { Some(names) } else { None });
    match named.flatten().find(|name| !folder.join(name).is_file()) {
        None => Ok(()),
        Some(name) => Err(Failure::new(
            format!("a header is to be sent with {name}, and the build has no such file"),
            "give its new name to the rules in src/bin/xtask/finish/hosting/rules.rs",
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

/// A regular expression for exactly this text.
fn literal(text: &str) -> String {
    let escaped =
        |sign: char| if sign.is_ascii_punctuation() && !"/-_".contains(sign) { format!("\\{sign}") } else { sign.into() };
    text.chars().map(escaped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(path: &str, header: &str) -> Vec<&'static str> {
        rules_of(path).into_iter().filter(|rule| rule.header == header).map(|rule| rule.value).collect()
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
}
