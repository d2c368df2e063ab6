//! The markup of the program as elements that follow what the person does.

use crate::browser::session_link;
use crate::components::element::El;
use crate::state::State;
use leptos::prelude::*;
use siganpyo::markup::{Page, pick_button};
use siganpyo::messages::Messages;
use siganpyo::program::SessionId;

/// Writes into the page that the app lives in.
pub struct LivePage<'a> {
    pub state: State,
    /// Marks in a text what the person searched for. Passed in, so that a first visit does not carry the code for it.
    pub marked: Option<&'a dyn Fn(&str) -> AnyView>,
}

impl LivePage<'_> {
    pub fn new(state: State) -> LivePage<'static> {
        LivePage { state, marked: None }
    }
}

impl Page for LivePage<'_> {
    type Element = El;

    fn message(&self, element: El, text: &dyn Fn(&Messages) -> String) -> El {
        element.text(text(self.state.messages()))
    }

    fn searched(&self, element: El, text: &str) -> El {
        match self.marked {
            Some(marked) => element.child(marked(text)),
            None => element.text(text),
        }
    }

    fn session_address(&self, session: &SessionId) -> String {
        session_link(session.as_str())
    }

    fn pickable(&self, element: El, button: El, session: &SessionId) -> (El, El) {
        let picked = self.state.plan.picked(session.clone());
        let element = element.live("data-picked", move || Some(picked.get().to_string()));
        (element, toggling(button, session, picked, self.state))
    }
}

/// A button that picks a session and removes the pick again.
pub fn pick_toggle(class: &str, session: &SessionId, picked: Memo<bool>, state: State) -> El {
    toggling(pick_button(class, session.as_str()), session, picked, state)
}

fn toggling(button: El, session: &SessionId, picked: Memo<bool>, state: State) -> El {
    let id = session.clone();
    button.pressed(move || picked.get()).on_click(move || state.plan.toggle(&id))
}
