//! What Markdown writes into the cells of a table: bars that are no borders, links, marked words.

use std::borrow::Cow;

/// Stands for a bar within a cell while a line is split.
const BAR: char = '\u{e000}';

/// Returns the lines with every bar that is no border replaced.
pub(super) fn without_inner_bars(text: &str) -> Cow<'_, str> {
    if text.contains("\\|") { Cow::Owned(text.replace("\\|", &BAR.to_string())) } else { Cow::Borrowed(text) }
}

/// Returns a cell as it is shown: `[Moths](moths.md)` as Moths, and **Moths** too.
pub(super) fn shown(cell: &str) -> String {
    let mut out = String::new();
    let mut rest = cell;
    while let Some((before, after)) = rest.split_once('[') {
        let link = after.split_once("](").and_then(|(name, behind)| Some((name, behind.split_once(')')?.1)));
        let is_picture = before.ends_with('!');
        out.push_str(if link.is_some() { before.strip_suffix('!').unwrap_or(before) } else { before });
        match link.filter(|(name, _)| !name.contains(['[', ']'])) {
            Some((name, behind)) => {
                out.push_str(if is_picture { "" } else { name });
                rest = behind;
            }
            None => {
                out.push('[');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    ["**", "__", "`", "*", "_"].iter().fold(out, |text, mark| unmarked(&text, mark)).replace(BAR, "|")
}

/// Returns a text without the marks around all of it.
fn unmarked(text: &str, mark: &str) -> String {
    let inner = text.trim().strip_prefix(mark).and_then(|text| text.strip_suffix(mark));
    inner.filter(|inner| !inner.is_empty() && !inner.contains(mark)).unwrap_or(text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_shown_without_marks() {
        for (cell, expected) in [
            (" [Moths](moths.md) ", " Moths "),
            ("**Moths**", "Moths"),
            ("*Doors*", "Doors"),
            ("[Moths](a) and [bees](b)", "Moths and bees"),
            ("![](moth.png) Moths", " Moths"),
            ("[draft] Moths", "[draft] Moths"),
            ("*args and **kwargs", "*args and **kwargs"),
            ("Moths [1", "Moths [1"),
        ] {
            assert_eq!(shown(cell), expected, "{cell}");
        }
        assert_eq!(shown(&without_inner_bars("pipes \\| filters")), "pipes | filters");
    }
}
