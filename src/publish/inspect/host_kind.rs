//! What serves a site, by what it says of itself.

use super::Answer;
use crate::messages::inspect::HostKind;

/// The kind of the host that gave this answer. Networks stand in front of hosts, so what a host says of itself counts first.
pub fn of(page: Option<&Answer>) -> HostKind {
    let Some(page) = page else { return HostKind::Other };
    let server = page.header("server").unwrap_or_default().to_ascii_lowercase();
    let has = |name: &str| page.header(name).is_some();
    match server.as_str() {
        _ if has("x-github-request-id") || server.starts_with("github") => HostKind::GitHub,
        _ if has("x-nf-request-id") || server.starts_with("netlify") => HostKind::Netlify,
        _ if has("x-amz-cf-id") => HostKind::CloudFront,
        _ if server.starts_with("amazons3") => HostKind::S3,
        _ if has("cf-ray") || server.starts_with("cloudflare") => HostKind::Cloudflare,
        _ if server.starts_with("nginx") || server.starts_with("openresty") => HostKind::Nginx,
        _ if server.starts_with("apache") => HostKind::Apache,
        _ if server.starts_with("caddy") => HostKind::Caddy,
        _ => HostKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_known_by_its_headers() {
        for (headers, kind) in [
            (&[("server", "nginx/1.22.1")][..], HostKind::Nginx),
            (&[("server", "Apache/2.4.62 (Debian)")], HostKind::Apache),
            (&[("server", "Caddy")], HostKind::Caddy),
            (&[("server", "GitHub.com"), ("x-github-request-id", "A")], HostKind::GitHub),
            (&[("server", "Netlify")], HostKind::Netlify),
            (&[("server", "cloudflare"), ("cf-ray", "1")], HostKind::Cloudflare),
            (&[("server", "AmazonS3")], HostKind::S3),
            (&[("server", "AmazonS3"), ("x-amz-cf-id", "1")], HostKind::CloudFront),
            (&[("server", "cloudflare"), ("x-github-request-id", "A")], HostKind::GitHub),
            (&[], HostKind::Other),
        ] {
            let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            assert_eq!(of(Some(&Answer::new(200, None, headers, Vec::new()))), kind);
        }
    }
}
