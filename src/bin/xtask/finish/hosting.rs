//! What a host should send with each file. `rules` and `kinds` say it; `_headers` and the files in `hosting/` say the same in the
//! language of each kind of host, and `cargo xtask serve` sends it.

mod apache;
mod caddy;
mod host;
mod hosted;
pub mod kinds;
mod nginx;
mod placeholders;
pub mod rules;

use crate::disk;
use crate::failure::Failure;
use host::Host;
use siganpyo::site::Site;
use std::path::Path;

/// Writes the configuration of each kind of host.
pub fn write(folder: &Path, base: &str, site: &Site) -> Result<(), Failure> {
    let name = site.domain.as_deref().unwrap_or(placeholders::HOST_NAME);
    let host = Host { base, name, rules: rules::rules(&site.embed_from) };
    rules::check(folder, &host.rules)?;
    disk::write(&folder.join("_headers"), hosted::headers(&host, &disk::files_below(folder)?))?;
    disk::write(&folder.join("hosting/nginx.conf"), nginx::configuration(&host))?;
    disk::write(&folder.join("hosting/Caddyfile"), caddy::configuration(&host))?;
    disk::write(&folder.join("hosting/apache.conf"), apache::configuration(&host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_is_told_every_rule() {
        for base in ["/", "/deep/er/"] {
            let host = Host { base, name: "timetable.test", rules: rules::rules(&["https://example.org".to_owned()]) };
            let files = ["app-be30161f65139504.js", "sw.js"].map(str::to_owned);
            let sites = [nginx::configuration(&host), caddy::configuration(&host), apache::configuration(&host)];
            assert!(sites.iter().all(|text| text.contains("timetable.test")));
            for text in sites.into_iter().chain([hosted::headers(&host, &files)]) {
                for rule in &host.rules {
                    // Hosts that read `_headers` let everything be asked for again by themselves.
                    assert!(text.contains(&*rule.value) || rule.value == "no-cache", "{} in {text}", rule.header);
                }
            }
        }
    }
}
