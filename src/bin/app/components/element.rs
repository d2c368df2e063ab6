//! Elements of the page, all of one type.
//!
//! Leptos gives every view that the `view!` macro makes a type of its own, and every type code of its own to build, rebuild and
//! move it: for this app 70 KB more over the air than its critical path may weigh. So elements are made by the functions in
//! [`tag`], whose attributes and children are erased, and all of them share one copy of that code. Signals, effects and mounting are Leptos'.

use leptos::ev;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::tachys::view::any_view::{AnyView, IntoAny};
use leptos::tachys::view::iterators::StaticVec;
use siganpyo::markup::Element;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use web_sys::Event;

/// An element that is being put together.
pub struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// A closure whose type is erased.
type Live<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;

/// The elements of HTML that the app uses, without attributes and children. Functions, so that a misspelt name does not compile.
pub mod tag {
    use super::El;

    macro_rules! tags {
        ($($tag:ident)*) => {
            $(pub fn $tag() -> El {
                El::of(stringify!($tag))
            })*
        };
    }

    tags! {
        a article b bdi button dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 header i img input label legend
        li main mark nav ol option p progress section select span strong summary textarea ul video
    }
}

/// A button that says what it does. `action` is its name for tests and styles, the same in all languages.
pub fn button(action: &'static str, label: impl Into<String>) -> El {
    tag::button().action(action).text(label)
}

impl El {
    fn of(tag: &'static str) -> El {
        El { tag, attributes: Vec::new(), children: Vec::new() }
    }

    pub fn class(self, class: &str) -> El {
        self.attr("class", class)
    }

    pub fn id(self, id: &str) -> El {
        self.attr("id", id)
    }

    pub fn href(self, address: impl Into<String>) -> El {
        self.attr("href", address)
    }

    pub fn role(self, role: &'static str) -> El {
        self.attr("role", role)
    }

    /// The name that a screen reader says, where it is not the text.
    pub fn aria_label(self, label: impl Into<String>) -> El {
        self.attr("aria-label", label)
    }

    /// The element's name for tests and styles, the same in all languages.
    pub fn action(self, action: impl Into<String>) -> El {
        self.attr("data-action", action)
    }

    pub fn input_type(self, kind: &'static str) -> El {
        self.attr("type", kind)
    }

    /// Whether a button that can be switched on is on.
    pub fn pressed(self, is_pressed: impl Fn() -> bool + Send + 'static) -> El {
        self.live("aria-pressed", move || Some(is_pressed().to_string()))
    }

    /// Any other attribute that never changes.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> El {
        self.attributes.push(custom_attribute(name, value.into()).into_any_attr());
        self
    }

    /// An attribute that never changes and may be absent.
    pub fn maybe_attr(self, name: &'static str, value: Option<impl Into<String>>) -> El {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that follows signals; absent while None.
    pub fn live(mut self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> El {
        let value: Live<Option<String>> = Arc::new(Mutex::new(value));
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// What a field holds, following signals.
    pub fn live_value(self, value: impl Fn() -> String + Send + 'static) -> El {
        self.live_property("value", value)
    }

    /// A property that follows signals. Styles are set so, since the page's policy forbids them as attributes.
    pub fn live_property(mut self, name: &'static str, value: impl Fn() -> String + Send + 'static) -> El {
        let value: Live<String> = Arc::new(Mutex::new(value));
        self.attributes.push(prop(name, value).into_any_attr());
        self
    }

    /// Where it stands, as custom properties that the style sheet reads. Not the attribute, which the security policy forbids.
    pub fn style(mut self, properties: impl Fn() -> String + Send + 'static) -> El {
        let properties: Live<String> = Arc::new(Mutex::new(properties));
        self.attributes.push(prop("style", properties).into_any_attr());
        self
    }

    /// Where it stands and how large it is. Set as a property: the security policy forbids the attribute.
    pub fn place(mut self, style: String) -> El {
        let style: Live<String> = Arc::new(Mutex::new(move || style.clone()));
        self.attributes.push(prop("style", style).into_any_attr());
        self
    }

    /// Something to do at an event of this element.
    pub fn on(mut self, event: &'static str, act: impl Fn(Event) + 'static) -> El {
        self.attributes.push(listener(event, Rc::new(act)));
        self
    }

    pub fn on_click(self, act: impl Fn() + 'static) -> El {
        self.click(Rc::new(act))
    }

    fn click(self, act: Rc<dyn Fn()>) -> El {
        self.on("click", move |_| act())
    }

    pub fn text(mut self, text: impl Into<String>) -> El {
        self.children.push(text.into().into_any());
        self
    }

    /// Text that follows signals.
    pub fn live_text(mut self, text: impl Fn() -> String + Send + 'static) -> El {
        let text: Live<String> = Arc::new(Mutex::new(text));
        self.children.push(text.into_any());
        self
    }

    pub fn child(mut self, child: impl Into<AnyView>) -> El {
        self.children.push(child.into());
        self
    }

    /// Several children, or one that may be absent.
    pub fn children(mut self, children: impl IntoIterator<Item = impl Into<AnyView>>) -> El {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    /// A child that is rendered again when a signal that it reads changes.
    pub fn live_child(self, make: impl Fn() -> AnyView + Send + 'static) -> El {
        self.child(live(make))
    }
}

impl Element for El {
    fn new(tag: &'static str) -> El {
        El::of(tag)
    }

    fn attr(self, name: &'static str, value: &str) -> El {
        El::attr(self, name, value)
    }

    fn text(self, text: &str) -> El {
        El::text(self, text)
    }

    fn child(self, child: El) -> El {
        El::child(self, child)
    }
}

impl From<El> for AnyView {
    fn from(El { tag, attributes, children }: El) -> AnyView {
        custom(tag).add_any_attr(attributes).child(StaticVec::from(children)).into_any()
    }
}

/// A view that is rendered again when a signal that it reads changes.
pub fn live(make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let make: Live<AnyView> = Arc::new(Mutex::new(make));
    make.into_any()
}

/// An element with a text, unless the text is empty.
pub fn line(element: fn() -> El, class: &str, text: String) -> Option<El> {
    (!text.is_empty()).then(|| element().class(class).text(text))
}

/// Views beside each other, without an element around them.
pub fn all(views: impl IntoIterator<Item = impl Into<AnyView>>) -> AnyView {
    StaticVec::from(views.into_iter().map(Into::into).collect::<Vec<AnyView>>()).into_any()
}

/// No view.
pub fn nothing() -> AnyView {
    ().into_any()
}

fn listener(event: &'static str, act: Rc<dyn Fn(Event)>) -> AnyAttribute {
    on(ev::Custom::<Event>::new(event), move |event| act(event)).into_any_attr()
}
