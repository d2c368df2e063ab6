//! Which addresses may be opened.

/// Whether the address leads to the web: it starts with `http:` or `https:`, goes on, and has no blanks or control
/// characters.
///
/// Other schemes (`javascript:`, `intent:`, `data:`, `file:`) do something on the device.
pub fn is_web(address: &str) -> bool {
    let (scheme, rest) = address.split_once("://").unwrap_or_default();
    let is_known = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    is_known && !rest.is_empty() && is_one_word(address)
}

/// Whether a link in an abstract may be opened: it leads to the web or to a mailbox.
pub fn is_safe(address: &str) -> bool {
    let is_mailbox = address.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    is_web(address) || is_mailbox && is_one_word(address)
}

fn is_one_word(address: &str) -> bool {
    !address.contains(|letter: char| letter.is_control() || letter.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_to_the_web_or_a_mailbox_are_safe() {
        for address in ["https://a", "HTTP://a.example/b?c#d", "https://한국.example/가"] {
            assert!(is_web(address) && is_safe(address), "{address}");
        }
        assert!(is_safe("mailto:a@b") && is_safe("MAILTO:a@b") && !is_web("mailto:a@b"));
        for address in [
            "javascript:alert(1)",
            "intent://x#Intent;end",
            "https:a",
            "https://",
            "//a",
            "/a",
            "",
            "https://a/\r\nEND:VEVENT",
            "https://a b",
            " https://a",
            "data:text/html,https://a",
            "mailto:a\n@b",
            "파이콘",
        ] {
            assert!(!is_safe(address), "{address}");
        }
    }
}
