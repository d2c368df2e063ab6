//! Refusing XML that no program needs and that takes a parser more than linear time: deep elements, very many attributes,
//! very many namespaces.

const MAX_DEPTH: usize = 32;
const MAX_ATTRIBUTES: usize = 60;
const MAX_NAMESPACES: usize = 500;

/// Whether the document is within the limits. It may still not be well-formed.
pub(super) fn are_kept(text: &str) -> bool {
    text.matches("xmlns").nth(MAX_NAMESPACES).is_none() && tags_are_small(text)
}

fn tags_are_small(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = [("!--", "-->"), ("![CDATA[", "]]>"), ("?", "?>")].iter().find(|(start, _)| rest.starts_with(start));
        if let Some((_, end)) = end {
            let Some(at) = rest.find(end) else { return true };
            rest = &rest[at + end.len()..];
            continue;
        }
        let Some((attributes, length)) = tag(rest) else { return true };
        match rest.as_bytes() {
            [b'/', ..] => depth = depth.saturating_sub(1),
            tag if tag.get(length.wrapping_sub(1)) == Some(&b'/') => {}
            _ => depth += 1,
        }
        if attributes > MAX_ATTRIBUTES || depth > MAX_DEPTH {
            return false;
        }
        rest = &rest[length..];
    }
    true
}

/// Returns how many values a tag has and how long it is, or `None` if the file ends before its end.
fn tag(text: &str) -> Option<(usize, usize)> {
    let mut quote = None;
    let mut values = 0;
    for (at, byte) in text.bytes().enumerate() {
        match (byte, quote) {
            (b'"' | b'\'', None) => {
                quote = Some(byte);
                values += 1;
            }
            (byte, Some(open)) if byte == open => quote = None,
            (b'>', None) => return Some((values, at)),
            _ => {}
        }
        if values > MAX_ATTRIBUTES {
            return Some((values, at));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_within_the_limits_and_attacks_are_not() {
        let attributes = |count: usize| format!("<a {}/>", (0..count).map(|at| format!("b{at}='>' ")).collect::<String>());
        for kept in [
            attributes(MAX_ATTRIBUTES),
            format!("<?xml a='<a>'?><!-- {0} -->{1}{2}", "<a>".repeat(99), "<a>".repeat(MAX_DEPTH), "</a>".repeat(MAX_DEPTH)),
            "<a><b/></a>".repeat(1_000),
            format!("<a><![CDATA[{}]]></a>", "<a>".repeat(99)),
            "<a b='".to_owned(),
            "<".repeat(1_000),
        ] {
            assert!(are_kept(&kept), "{kept}");
        }
        for broken in [attributes(MAX_ATTRIBUTES + 1), "<a>".repeat(MAX_DEPTH + 1), "<a xmlns:b='c'/>".repeat(MAX_NAMESPACES + 1)]
        {
            assert!(!are_kept(&broken));
        }
    }
}
