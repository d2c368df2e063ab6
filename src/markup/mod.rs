//! The markup of the program, written once for two writers: the build, which puts it as text into the page that stands there before the
//! app, and the app, whose elements follow what the person does. Where they differ, a [`Page`] says how.
//!
//! ```
//! use siganpyo::markup::{Element, rich_text};
//! use siganpyo::program::{Block, Inline};
//!
//! /// Elements as text, without escaping.
//! struct Text(&'static str, String);
//!
//! impl Element for Text {
//!     fn new(tag: &'static str) -> Text {
//!         Text(tag, String::new())
//!     }
//!     fn attr(self, _: &'static str, _: &str) -> Text {
//!         self
//!     }
//!     fn text(self, text: &str) -> Text {
//!         Text(self.0, self.1 + text)
//!     }
//!     fn child(self, Text(tag, content): Text) -> Text {
//!         Text(self.0, format!("{}<{tag}>{content}</{tag}>", self.1))
//!     }
//! }
//!
//! let about = [Block::Paragraph(vec![Inline::Strong(vec![Inline::Text("Bring a laptop".to_owned())])])];
//! let Text(_, markup) = rich_text(Text::new("div"), &about);
//! assert_eq!(markup, "<p><strong>Bring a laptop</strong></p>");
//! ```

mod list;
mod rich_text;
mod session;

pub use list::{day_anchor, day_jump, day_section, session_row, slot, stretch};
pub use rich_text::{outward_link, rich_text};
pub use session::{pick_button, session_head, track};

use crate::messages::Messages;
use crate::program::SessionId;

/// An element that is being put together.
pub trait Element: Sized {
    /// An element without attributes and content.
    fn new(tag: &'static str) -> Self;

    /// With one more attribute.
    #[must_use]
    fn attr(self, name: &'static str, value: &str) -> Self;

    /// With a text behind what it has.
    #[must_use]
    fn text(self, text: &str) -> Self;

    /// With an element behind what it has.
    #[must_use]
    fn child(self, child: Self) -> Self;

    /// With a class, or several.
    #[must_use]
    fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// With elements behind what it has.
    #[must_use]
    fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }
}

/// A page that shows a program: what the two writers do differently.
pub trait Page {
    /// What it is made of.
    type Element: Element;

    /// An element that says something from the catalogue.
    fn message(&self, element: Self::Element, text: &dyn Fn(&Messages) -> String) -> Self::Element;

    /// An element that says something from the program in which the person may have searched.
    fn searched(&self, element: Self::Element, text: &str) -> Self::Element;

    /// The address of a session's page.
    fn session_address(&self, session: &SessionId) -> String;

    /// A session's element and its button, both of which say whether it is picked.
    fn pickable(&self, element: Self::Element, button: Self::Element, session: &SessionId) -> (Self::Element, Self::Element);
}

/// An element with a text.
fn said<E: Element>(tag: &'static str, class: &str, text: &str) -> E {
    E::new(tag).class(class).text(text)
}

/// The same, or none where there is nothing to say.
fn maybe_said<E: Element>(tag: &'static str, class: &str, text: &str) -> Option<E> {
    (!text.is_empty()).then(|| said(tag, class, text))
}
