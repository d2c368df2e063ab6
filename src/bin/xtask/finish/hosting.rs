//! What a host should send with each file. `rules` and `kinds` say it; `_headers` and the files in `hosting/` say the same in the
//! language of each kind of host, and `cargo xtask serve` sends it.

mod apache;
mod caddy;
mod hosted;
pub mod kinds;
mod nginx;
mod placeholders;
pub mod rules;

use crate::disk;
use crate::failure::Failure;
use std::path::Path;

/// Writes the configuration of each kind of host.
pub fn write(folder: &Path, base: &str) -> Result<(), Failure> {
    rules::check(folder)?;
    disk::write(&folder.join("_headers"), hosted::headers(base, &disk::files_below(folder)?))?;
    disk::write(&folder.join("hosting/nginx.conf"), nginx::configuration(base))?;
    disk::write(&folder.join("hosting/Caddyfile"), caddy::configuration(base))?;
    disk::write(&folder.join("hosting/apache.conf"), apache::configuration(base))
}

#[cfg(test)]
mod tests {
    use super::rules::RULES;
    use super::*;

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
