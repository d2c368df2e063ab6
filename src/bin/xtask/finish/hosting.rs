//! What a host should send with each file, said once. `_headers` and the files in `hosting/` are renderings of it, one for each
//! kind of host, and `cargo xtask serve` sends the same.

mod apache;
mod caddy;
mod hosted;
mod nginx;

use crate::disk;
use crate::failure::Failure;
use std::path::Path;

/// A header and where it is sent.
pub struct Rule {
    place: Place,
    /// Written as HTTP/1.1 does.
    pub header: &'static str,
    pub value: &'static str,
}

/// Files of a build, by their paths below the app's base.
enum Place {
    Everywhere,
    /// Whatever changes its name when its bytes change.
    Hashed,
    Named(&'static [&'static str]),
    Below(&'static str),
}

/// Of two rules for one header, the later one counts where it holds.
static RULES: [Rule; 9] = [
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

/// What the app uses or is about to, for itself; everything else for nobody. Chromium complains of names that it does not know on a
/// system, so two are left out: `web-share`, which a page has anyway, and `bluetooth`, which asks the person.
const PERMISSIONS: &str = "camera=(self), clipboard-write=(self), screen-wake-lock=(self), accelerometer=(), autoplay=(), \
    browsing-topics=(), clipboard-read=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), \
    gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), \
    otp-credentials=(), payment=(), picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), \
    serial=(), storage-access=(), usb=(), window-management=(), xr-spatial-tracking=()";

/// As a regular expression: 48 to 64 bits of a hash, which Trunk writes without zeros in front.
const HASHED: &str = r"-[0-9a-f]{12,16}(_bg)?\.(js|wasm|gz)";

/// Endings, what they are, and whether the build compresses such files.
static KINDS: [Kind; 17] = [
    Kind { ending: "html", media_type: "text/html", is_compressed: true },
    Kind { ending: "js", media_type: "text/javascript", is_compressed: true },
    Kind { ending: "css", media_type: "text/css", is_compressed: true },
    Kind { ending: "txt", media_type: "text/plain", is_compressed: true },
    Kind { ending: "ics", media_type: "text/calendar", is_compressed: true },
    Kind { ending: "wasm", media_type: "application/wasm", is_compressed: true },
    Kind { ending: "json", media_type: "application/json", is_compressed: true },
    Kind { ending: "webmanifest", media_type: "application/manifest+json", is_compressed: true },
    Kind { ending: "svg", media_type: "image/svg+xml", is_compressed: true },
    Kind { ending: "otf", media_type: "font/otf", is_compressed: true },
    // Slices of fonts. The app unpacks them, so they must not be announced as a compressed something else.
    Kind { ending: "gz", media_type: "application/gzip", is_compressed: false },
    Kind { ending: "png", media_type: "image/png", is_compressed: false },
    Kind { ending: "jpg", media_type: "image/jpeg", is_compressed: false },
    Kind { ending: "webp", media_type: "image/webp", is_compressed: false },
    Kind { ending: "ico", media_type: "image/x-icon", is_compressed: false },
    Kind { ending: "woff2", media_type: "font/woff2", is_compressed: false },
    Kind { ending: "pdf", media_type: "application/pdf", is_compressed: false },
];

/// What the files with one ending are.
struct Kind {
    ending: &'static str,
    media_type: &'static str,
    /// Has siblings with `.br` and `.gz` behind its name, or may have.
    is_compressed: bool,
}

impl Kind {
    /// What follows the media type of texts, all of which are UTF-8.
    fn charset(&self) -> &'static str {
        if self.media_type.starts_with("text/") { "; charset=utf-8" } else { "" }
    }
}

/// Where the files for hosts lie and what in them has to be changed: names that no real host has.
const HOST_NAME: &str = "timetable.example.org";
const FOLDER: &str = "/var/www/timetable";

/// Writes the configuration of each kind of host.
pub fn write(folder: &Path, base: &str) -> Result<(), Failure> {
    check(folder)?;
    disk::write(&folder.join("_headers"), hosted::headers(base, &disk::files_below(folder)?))?;
    disk::write(&folder.join("hosting/nginx.conf"), nginx::configuration(base))?;
    disk::write(&folder.join("hosting/Caddyfile"), caddy::configuration(base))?;
    disk::write(&folder.join("hosting/apache.conf"), apache::configuration(base))
}

/// The rules that hold for a file or page, by its path below the app's base.
pub fn rules_of(path: &str) -> Vec<&'static Rule> {
    let mut counting: Vec<&Rule> = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.place.holds(path)) {
        counting.retain(|earlier| earlier.header != rule.header);
        counting.push(rule);
    }
    counting
}

/// What a file or page is, by its path below the app's base. None for a kind that no build has.
pub fn media_type(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("html", |(_, ending)| ending);
    let kind = KINDS.iter().find(|kind| kind.ending == ending)?;
    Some(format!("{}{}", kind.media_type, kind.charset()))
}

/// Rules that name a file which is not there protect nothing.
fn check(folder: &Path) -> Result<(), Failure> {
    let named = RULES.iter().filter_map(|rule| if let Place::Named(names) = rule.place { Some(names) } else { None });
    match named.flatten().find(|name| !folder.join(name).is_file()) {
        None => Ok(()),
        Some(name) => Err(Failure::new(
            format!("a header is to be sent with {name}, and the build has no such file"),
            "give its new name to the rules in src/bin/xtask/finish/hosting.rs",
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
    fn pattern(&self, base: &str) -> String {
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
fn has_hash(path: &str) -> bool {
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

/// Where the files lie on the host, in words, for a comment.
fn folder_note(base: &str) -> String {
    match base.trim_matches('/') {
        "" => format!("{FOLDER} stands for the folder to which dist was copied, the one with index.html in it."),
        path => format!("{FOLDER} stands for the folder that the host's root shows; dist was copied to {path} in it."),
    }
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

    #[test]
    fn every_host_is_told_every_rule() {
        for base in ["/", "/deep/er/"] {
            let files = ["app-be30161f65139504.js", "sw.js"].map(str::to_owned);
            for text in [
                nginx::configuration(base),
                caddy::configuration(base),
                apache::configuration(base),
                hosted::headers(base, &files),
            ] {
                for rule in &RULES {
                    // Hosts that read `_headers` let everything be asked for again by themselves.
                    assert!(text.contains(rule.value) || rule.value == "no-cache", "{} in {text}", rule.header);
                }
            }
        }
    }
}
