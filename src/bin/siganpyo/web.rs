//! Fetching a file from the web.

use crate::page::Page;
use siganpyo::import::MAX_BYTES;
use siganpyo::messages::command_line::Unfetched;
use siganpyo::program::line;
use siganpyo::publish::inspect;
use std::net::ToSocketAddrs;
use std::time::Duration;
use ureq::config::ConfigBuilder;
use ureq::http::{HeaderValue, Uri};
use ureq::typestate::AgentScope;
use ureq::{Agent, Error, Proxy, ResponseExt};

/// The time limit for a whole file; the app waits as long for one.
const PATIENCE: Duration = Duration::from_secs(120);

/// The same for one of the many files of a site.
const GLANCE: Duration = Duration::from_secs(30);

/// What a host answered.
struct Answer {
    /// Where it was in the end, after redirects.
    address: Uri,
    bytes: Vec<u8>,
}

/// Fetches a file. A page of Siganpyo stands for the program that it shows; any other page is not what anybody wants to read.
pub fn fetch(address: &str) -> Result<Vec<u8>, Unfetched> {
    let answer = get(address, PATIENCE)?;
    let Some(page) = Page::of(&answer.bytes) else { return Ok(answer.bytes) };
    let Some(program) = page.program.as_deref().filter(|path| path.starts_with('/')) else { return Err(not_a_file(&page)) };
    let host = answer.address.authority().map_or_else(String::new, ToString::to_string);
    let program = get(&format!("{}://{host}{program}", answer.address.scheme_str().unwrap_or("https")), PATIENCE)?;
    Page::of(&program.bytes).map_or(Ok(program.bytes), |page| Err(not_a_file(&page)))
}

/// Fetches a file, which may be a page.
pub fn fetch_any(address: &str) -> Result<Vec<u8>, Unfetched> {
    get(address, PATIENCE).map(|answer| answer.bytes)
}

fn not_a_file(page: &Page) -> Unfetched {
    Unfetched::Page(line::excerpt(&page.title))
}

fn get(address: &str, patience: Duration) -> Result<Answer, Unfetched> {
    let uri: Uri = address.parse().map_err(|_| Unfetched::NoAddress)?;
    if !is_secure(&uri) && !is_here(&uri) {
        return Err(Unfetched::NotHttps);
    }
    // What begins secure stays so, whatever it redirects to.
    let config = common(&uri, patience).https_only(is_secure(&uri)).build();
    let why = |error| why_not(error, &uri, patience);
    let mut response = Agent::new_with_config(config).get(&uri).call().map_err(why)?;
    let address = response.get_uri().clone();
    if !is_secure(&address) && !is_here(&address) {
        return Err(Unfetched::NotHttps);
    }
    let bytes = response.body_mut().with_config().limit(MAX_BYTES as u64).read_to_vec().map_err(why)?;
    Ok(Answer { address, bytes })
}

fn common(uri: &Uri, patience: Duration) -> ConfigBuilder<AgentScope> {
    Agent::config_builder()
        .proxy(if is_here(uri) { None } else { Proxy::try_from_env() })
        .timeout_global(Some(patience))
        .user_agent(concat!("siganpyo/", env!("CARGO_PKG_VERSION")))
}

/// Somebody who looks at a site: takes every answer, whatever its status, and keeps the connection for the next question.
pub struct Visitor(Agent);

impl Visitor {
    /// A visitor of the host with this address. Secrets are not asked for, so addresses need not be secure.
    pub fn of(address: &str) -> Option<Visitor> {
        let uri: Uri = address.parse().ok()?;
        let config = common(&uri, GLANCE).http_status_as_error(false).max_redirects(5).save_redirect_history(true);
        Some(Visitor(Agent::new_with_config(config.build())))
    }

    /// Asks as browsers do: over a secure connection they take brotli, too.
    pub fn ask(&self, address: &str, may_be_packed: bool) -> Result<inspect::Answer, Unfetched> {
        let uri: Uri = address.parse().map_err(|_| Unfetched::NoAddress)?;
        let why = |error| why_not(error, &uri, GLANCE);
        let codings = if !may_be_packed {
            "identity"
        } else if is_secure(&uri) || is_here(&uri) {
            "gzip, deflate, br"
        } else {
            "gzip, deflate"
        };
        let mut response = self.0.get(&uri).header("Accept-Encoding", codings).call().map_err(why)?;
        let history = response.get_redirect_history().unwrap_or_default();
        let led_to = (history.len() > 1).then(|| response.get_uri().to_string());
        let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers = response.headers().iter().map(|(name, value)| (name.as_str().to_owned(), text(value))).collect();
        let sent = response.body_mut().with_config().limit(MAX_BYTES as u64).read_to_vec().map_err(why)?;
        Ok(inspect::Answer::new(response.status().as_u16(), led_to, headers, sent))
    }
}

fn is_secure(uri: &Uri) -> bool {
    uri.scheme_str() == Some("https")
}

/// Whether it is on this machine, where nobody can listen in.
fn is_here(uri: &Uri) -> bool {
    uri.host().is_some_and(|host| ["localhost", "127.0.0.1", "[::1]"].contains(&host))
}

fn why_not(error: Error, uri: &Uri, patience: Duration) -> Unfetched {
    match error {
        Error::StatusCode(code) => Unfetched::Status(code),
        Error::Timeout(_) => Unfetched::Late { seconds: patience.as_secs() },
        Error::BodyExceedsLimit(limit) => Unfetched::TooLarge { megabytes: limit >> 20 },
        Error::RequireHttpsOnly(_) => Unfetched::NotHttps,
        Error::HostNotFound | Error::Io(_) if is_unknown(uri) => Unfetched::NoSuchHost(uri.host().unwrap_or_default().to_owned()),
        error => Unfetched::Broken(error.to_string()),
    }
}

/// Whether the host has no address. Each system words it in its own way, so it is asked again.
fn is_unknown(uri: &Uri) -> bool {
    uri.host().is_some_and(|host| (host.trim_matches(['[', ']']), 443).to_socket_addrs().is_err())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    #[test]
    fn a_host_that_never_answers_is_given_up() {
        let silent = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/p.json", silent.local_addr().unwrap());
        assert!(matches!(get(&address, Duration::from_millis(50)), Err(Unfetched::Late { .. })));
    }
}
