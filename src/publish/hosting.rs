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

use super::desk::steps;
use super::{Files, PublishError, policy};
use crate::site::Site;
use host::Host;

/// Writes the configuration of each kind of host.
pub(super) fn write(files: &mut Files, base: &str, site: &Site) -> Result<(), PublishError> {
    let name = site.domain.as_deref().unwrap_or(placeholders::HOST_NAME);
    let host = Host { base, name, rules: rules::rules(&site.embed_from) };
    rules::check(files, &host.rules)?;
    let headers = hosted::headers(&host, &files.paths().collect::<Vec<_>>());
    files.put("_headers", headers);
    // GitHub Pages would look for templates of its own in every page.
    files.put(".nojekyll", "");
    files.put("hosting/nginx.conf", nginx::configuration(&host));
    files.put("hosting/Caddyfile", caddy::configuration(&host));
    files.put("hosting/apache.conf", apache::configuration(&host));
    files.put(steps::PAGE, policy::add(&steps::page(site))?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_is_told_every_rule() {
        for base in ["/", "/deep/er/"] {
            let host = Host { base, name: "timetable.test", rules: rules::rules(&["https://example.org".to_owned()]) };
            let files = ["app-be30161f65139504.js", "sw.js"];
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
