//! The Content-Security-Policy of every page: only our own files run, and only those inline scripts and styles that the build has hashed.

use super::PublishError;
use super::rewrite;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use lol_html::element;
use lol_html::html_content::ContentType;
use sha2::{Digest, Sha256};
use std::cell::RefCell;

/// Adds the policy behind the charset, before anything that it governs.
pub fn add(html: &str) -> Result<String, PublishError> {
    check_markup(html)?;
    let policy = policy(&hashes(html, "script:not([src])")?, &hashes(html, "style")?);
    let meta = format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let places = RefCell::new(0);
    let handler = element!("meta[charset]", |element| {
        *places.borrow_mut() += 1;
        element.after(&meta, ContentType::Html);
        Ok(())
    });
    let html = rewrite::rewrite(html, vec![handler])?;
    match places.into_inner() {
        1 => Ok(html),
        _ => Err(rewrite::broken("the policy has no place", "begin the head with <meta charset=\"utf-8\">")),
    }
}

/// Refuses markup that browsers would ignore because of the policy.
pub fn check_markup(html: &str) -> Result<(), PublishError> {
    let found = RefCell::new(Vec::new());
    let handler = element!("*", |element| {
        let refused = |name: &str| name == "style" || name.starts_with("on");
        let names = element.attributes().iter().map(lol_html::html_content::Attribute::name).filter(|name| refused(name));
        found.borrow_mut().extend(names.map(|name| format!("<{} {name}=…>", element.tag_name())));
        Ok(())
    });
    rewrite::rewrite(html, vec![handler])?;
    match found.into_inner().first() {
        None => Ok(()),
        Some(place) => Err(PublishError::template(
            format!("the security policy forbids {place}"),
            "use a class and a rule in style/, or a listener in a script",
        )),
    }
}

fn policy(scripts: &str, styles: &str) -> String {
    [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval'{scripts}"),
        &format!("style-src 'self'{styles}"),
        "img-src 'self' blob: data:",
        // Programs of other sites; of this device too, where organisers try theirs before it is published.
        "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
        "manifest-src 'self'",
        "worker-src 'self'",
        "font-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    ]
    .join("; ")
}

/// The sources that allow exactly the inline texts of the elements which match, each with a space before it.
fn hashes(html: &str, selector: &str) -> Result<String, PublishError> {
    let sources = RefCell::new(String::new());
    let handler = rewrite::whole_text(selector, |text| {
        *sources.borrow_mut() += &format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
        text.to_owned()
    });
    rewrite::rewrite(html, vec![handler])?;
    Ok(sources.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_texts_are_allowed_by_their_hashes() {
        let page = "<html><head><meta charset=\"utf-8\"><style>b{}</style><script>a()</script><script src=\"/x.js\"></script></head></html>";
        let html = add(page).expect("a page");
        // printf 'a()' | openssl dgst -sha256 -binary | base64
        assert!(
            html.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4=';"),
            "{html}"
        );
        assert!(html.contains("style-src 'self' 'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans=';"), "{html}");
        assert!(html.contains("<script>a()</script>"), "{html}");
    }

    #[test]
    fn markup_that_the_policy_disarms_is_refused() {
        for wrong in ["<p style=\"color:red\">", "<button onclick=\"x()\">"] {
            assert!(check_markup(wrong).is_err(), "{wrong}");
        }
        assert!(check_markup("<p class=\"style\" lang=\"ko\">once</p>").is_ok());
    }
}
