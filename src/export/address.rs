//! Addresses that are opened outside the app.

/// Returns the address with one more parameter before the fragment. After the fragment it would not be read and would break
/// the fragment.
pub fn with_parameter(address: &str, parameter: &str) -> String {
    let (page, fragment) = address.find('#').map_or((address, ""), |at| address.split_at(at));
    let joint = match page.split_once('?') {
        None => "?",
        Some((_, "")) => "",
        Some((_, query)) if query.ends_with('&') => "",
        Some(_) => "&",
    };
    format!("{page}{joint}{parameter}{fragment}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_is_added_before_the_fragment() {
        for (address, expected) in [
            ("https://c.org/", "https://c.org/?x=1"),
            ("https://c.org/plan", "https://c.org/plan?x=1"),
            ("https://c.org/?q=a", "https://c.org/?q=a&x=1"),
            ("https://c.org/?", "https://c.org/?x=1"),
            ("https://c.org/?q=a&", "https://c.org/?q=a&x=1"),
            ("https://c.org/#s=1a2c", "https://c.org/?x=1#s=1a2c"),
            ("https://c.org/?q=a#s=1a2c", "https://c.org/?q=a&x=1#s=1a2c"),
            ("https://c.org/#s=1a2c?no=query", "https://c.org/?x=1#s=1a2c?no=query"),
            ("https://c.org/#", "https://c.org/?x=1#"),
            ("https://c.org/#a#b", "https://c.org/?x=1#a#b"),
        ] {
            assert_eq!(with_parameter(address, "x=1"), expected, "{address}");
        }
    }
}
