//! Style rules that are part of the code.

/// The rules of files below `style/` in this order, without their comments: those are for readers of the source, not for phones.
macro_rules! rules {
    ($($file:literal),+) => {{
        const WHOLE: &[u8] = concat!($(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/style/", $file))),+).as_bytes();
        const KEPT: [u8; $crate::browser::rules::kept(WHOLE)] = $crate::browser::rules::without_comments(WHOLE);
        const RULES: &str = match core::str::from_utf8(&KEPT) {
            Ok(rules) => rules,
            Err(_) => panic!("a comment begins or ends within a letter"),
        };
        RULES
    }};
}
pub(crate) use rules;

/// Returns how many bytes are outside of comments.
pub const fn kept(css: &[u8]) -> usize {
    let (mut at, mut kept) = (0, 0);
    while at < css.len() {
        let next = after_comment(css, at);
        if next == at {
            (at, kept) = (at + 1, kept + 1);
        } else {
            at = next;
        }
    }
    kept
}

/// Returns these bytes.
pub const fn without_comments<const KEPT: usize>(css: &[u8]) -> [u8; KEPT] {
    let mut rules = [0; KEPT];
    let (mut at, mut kept) = (0, 0);
    while at < css.len() {
        let next = after_comment(css, at);
        if next == at {
            rules[kept] = css[at];
            (at, kept) = (at + 1, kept + 1);
        } else {
            at = next;
        }
    }
    rules
}

/// Returns where the comment ends that begins here; the same place if none does.
const fn after_comment(css: &[u8], at: usize) -> usize {
    if at + 1 >= css.len() || css[at] != b'/' || css[at + 1] != b'*' {
        return at;
    }
    let mut end = at + 2;
    while end + 1 < css.len() && (css[end] != b'*' || css[end + 1] != b'/') {
        end += 1;
    }
    end + 2
}
