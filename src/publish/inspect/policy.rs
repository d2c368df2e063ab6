//! Whether a Content-Security-Policy that a host sends allows what the app needs.

/// What a policy must allow.
pub struct Needed {
    directive: String,
    source: String,
}

/// Directives without which the app does not start. Pictures and other sites are asked for later, and only by some.
const VITAL: [&str; 5] = ["script-src", "style-src", "worker-src", "manifest-src", "connect-src"];

/// What the policy of a page or of the rules allows, and so needs. Of addresses only the own ones are vital.
pub fn needed(policy: &str) -> Vec<Needed> {
    let directives = policy.split(';').map(str::split_whitespace);
    let vital = directives.filter_map(|mut words| words.next().filter(|name| VITAL.contains(name)).map(|name| (name, words)));
    let needed = vital.flat_map(|(name, sources)| {
        sources.filter(|source| source.starts_with('\'') && *source != "'none'").map(move |source| (name, source))
    });
    needed.map(|(directive, source)| Needed { directive: directive.to_owned(), source: source.to_owned() }).collect()
}

/// The first thing that the policy forbids, as directive and source.
pub fn forbidden(policy: &str, needed: &[Needed]) -> Option<(String, String)> {
    let forbidden =
        needed.iter().find(|need| sources(policy, &need.directive).is_some_and(|sources| !allows(&sources, &need.source)));
    sandboxed(policy).or_else(|| forbidden.map(|need| (need.directive.clone(), need.source.clone())))
}

/// What a sandbox lacks, which shuts the app out whatever else the policy allows.
fn sandboxed(policy: &str) -> Option<(String, String)> {
    let sandbox = own_sources(policy, "sandbox")?;
    let lacking = ["allow-scripts", "allow-same-origin"].into_iter().find(|word| !sandbox.contains(word))?;
    Some(("sandbox".to_owned(), lacking.to_owned()))
}

/// The sources that count for a directive; none if the policy says nothing about it.
fn sources<'p>(policy: &'p str, directive: &str) -> Option<Vec<&'p str>> {
    let fallbacks: &[&str] = match directive {
        "worker-src" => &["worker-src", "child-src", "script-src", "default-src"],
        "script-src" => &["script-src", "default-src"],
        "style-src" => &["style-src", "default-src"],
        "manifest-src" => &["manifest-src", "default-src"],
        _ => &["connect-src", "default-src"],
    };
    fallbacks.iter().find_map(|name| own_sources(policy, name))
}

/// What stands behind a directive itself.
fn own_sources<'p>(policy: &'p str, name: &str) -> Option<Vec<&'p str>> {
    policy.split(';').find_map(|part| {
        let mut words = part.split_whitespace();
        words.next().filter(|word| word.eq_ignore_ascii_case(name)).map(|_| words.collect())
    })
}

fn allows(sources: &[&str], needed: &str) -> bool {
    let has = |source: &str| sources.iter().any(|other| other.eq_ignore_ascii_case(source));
    // The values of hashes count with their capitals.
    let has_hash = sources.iter().any(|source| source.starts_with("'sha") || source.starts_with("'nonce-"));
    match needed {
        "'self'" => has("'self'") || has("*") || has("https:") || sources.iter().any(|source| source.contains('.')),
        "'wasm-unsafe-eval'" => has(needed) || has("'unsafe-eval'"),
        hash if hash.starts_with("'sha") => sources.contains(&hash) || has("'unsafe-inline'") && !has_hash,
        other => has(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-Ab='; style-src 'self' 'sha256-Cd='; \
        img-src 'self' blob:; connect-src 'self' https:; worker-src 'self'";

    fn lacks(policy: &str) -> Option<String> {
        forbidden(policy, &needed(OWN)).map(|(directive, source)| format!("{directive} {source}"))
    }

    #[test]
    fn a_policy_must_allow_what_that_of_the_page_allows() {
        for (policy, lack) in [
            ("frame-ancestors 'none'", None),
            (OWN, None),
            ("default-src * 'unsafe-inline' 'unsafe-eval'", None),
            ("script-src 'self' 'unsafe-inline'", Some("script-src 'wasm-unsafe-eval'")),
            ("script-src 'self' 'wasm-unsafe-eval'", Some("script-src 'sha256-Ab='")),
            ("script-src 'self' 'wasm-unsafe-eval' 'sha256-ab='", Some("script-src 'sha256-Ab='")),
            ("default-src 'none'", Some("script-src 'self'")),
            ("worker-src 'none'", Some("worker-src 'self'")),
            ("child-src 'none'", Some("worker-src 'self'")),
            ("connect-src 'none'", Some("connect-src 'self'")),
            ("style-src 'self'", Some("style-src 'sha256-Cd='")),
            ("sandbox allow-scripts", Some("sandbox allow-same-origin")),
            ("sandbox allow-scripts allow-same-origin allow-popups", None),
        ] {
            assert_eq!(lacks(policy).as_deref(), lack, "{policy}");
        }
    }
}
