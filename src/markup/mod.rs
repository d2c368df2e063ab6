//! The markup of the program, written once for two writers: the build, which writes it as text into the static page, and the
//! app, whose elements follow the state. Where the two differ, they implement [`Page`].
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
pub mod pages;
mod rich_text;
mod session;

pub use list::{day_anchor, day_jump, day_section, session_row, slot, stretch};
pub use rich_text::{outward_link, rich_text};
pub use session::{pick_button, session_head, track};

use crate::messages::Messages;
use crate::program::SessionId;

/// An element under construction.
pub trait Element: Sized {
    /// Creates an element without attributes and content.
    fn new(tag: &'static str) -> Self;

    /// Adds an attribute.
    #[must_use]
    fn attr(self, name: &'static str, value: &str) -> Self;

    /// Appends a text.
    #[must_use]
    fn text(self, text: &str) -> Self;

    /// Appends an element.
    #[must_use]
    fn child(self, child: Self) -> Self;

    /// Adds one or more classes.
    #[must_use]
    fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Appends elements.
    #[must_use]
    fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }
}

/// A page that shows a program: where the two writers differ.
pub trait Page {
    /// The type of its elements.
    type Element: Element;

    /// Adds a text from the catalogue to an element.
    fn message(&self, element: Self::Element, text: &dyn Fn(&Messages) -> String) -> Self::Element;

    /// Adds a text of the program, in which the user may have searched, to an element.
    fn searched(&self, element: Self::Element, text: &str) -> Self::Element;

    /// Returns the address of a session's page.
    fn session_address(&self, session: &SessionId) -> String;

    /// Makes a session's element and its button show whether the session is picked.
    fn pickable(&self, element: Self::Element, button: Self::Element, session: &SessionId) -> (Self::Element, Self::Element);
}

/// Returns an element with a text.
fn said<E: Element>(tag: &'static str, class: &str, text: &str) -> E {
    E::new(tag).class(class).text(text)
}

/// Returns an element with a text, or `None` if the text is empty.
fn maybe_said<E: Element>(tag: &'static str, class: &str, text: &str) -> Option<E> {
    (!text.is_empty()).then(|| said(tag, class, text))
}
