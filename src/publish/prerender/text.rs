//! Elements as text.

use crate::markup::Element;
use std::fmt::Write;

/// Elements that have no content and no end.
const VOID: [&str; 4] = ["br", "img", "input", "meta"];

/// An element that is being written.
pub struct Text {
    tag: &'static str,
    attributes: String,
    content: String,
}

impl Element for Text {
    fn new(tag: &'static str) -> Text {
        Text { tag, attributes: String::new(), content: String::new() }
    }

    fn attr(mut self, name: &'static str, value: &str) -> Text {
        self.write_attribute(name, value);
        self
    }

    fn text(mut self, text: &str) -> Text {
        self.content += &escape(text);
        self
    }

    fn child(mut self, child: Text) -> Text {
        self.content += &child.finish();
        self
    }
}

impl Text {
    /// With an attribute `data-name`.
    pub fn data(mut self, name: &str, value: &str) -> Text {
        self.write_attribute(&format!("data-{name}"), value);
        self
    }

    /// The whole element.
    pub fn finish(self) -> String {
        let Text { tag, attributes, content } = self;
        if VOID.contains(&tag) { format!("<{tag}{attributes}>") } else { format!("<{tag}{attributes}>{content}</{tag}>") }
    }

    fn write_attribute(&mut self, name: &str, value: &str) {
        let _ = match value {
            "" => write!(self.attributes, " {name}"),
            _ => write!(self.attributes, " {name}=\"{}\"", escape(value)),
        };
    }
}

fn escape(text: &str) -> String {
    html_escape::encode_double_quoted_attribute(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_says_is_never_markup() {
        let text = Text::new("p").attr("title", "\"><script>").text("<b>&").child(Text::new("br")).finish();
        assert_eq!(text, "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;<br></p>");
    }
}
