//! The picture that the person saved last: asks for it, remembers it, and compares it with the plan.

use super::wanted::Wanted;
use crate::browser;
use crate::components::element::{button, live, nothing, tag};
use crate::components::frame::actions;
use crate::state::State;
use crate::state::pictures;
use leptos::prelude::*;
use siganpyo::messages::Refusal;
use siganpyo::messages::studio::StudioMessages;
use siganpyo::plan::Snapshot;
use siganpyo::program::Program;
use std::sync::Arc;

/// The height of the tabs at the lower edge, with a margin.
const TABS: f64 = 76.0;

/// Scrolls to the question, which is below the picture.
fn show_question() {
    request_animation_frame(|| {
        if let Ok(Some(question)) = browser::document().query_selector(".question") {
            let bottom = f64::from(browser::root().client_height()) - TABS;
            let below = question.get_bounding_client_rect().bottom() - bottom;
            browser::window().scroll_by_with_x_and_y(0.0, below.max(0.0));
        }
    });
}

/// What the saved picture shows, and whether one is on its way out now.
#[derive(Clone, Copy)]
pub struct Saved {
    snapshot: RwSignal<Option<Snapshot>>,
    /// What the picture shows that was handed over, until the person says whether it was saved.
    handed: RwSignal<Option<Snapshot>>,
    /// What was remembered before a download, after which it is assumed that the picture was saved.
    before: RwSignal<Option<Option<Snapshot>>>,
    program: StoredValue<Arc<Program>>,
    state: State,
    tag: &'static str,
    messages: &'static StudioMessages,
}

impl Saved {
    /// What was remembered for this program.
    pub fn of(program: &Arc<Program>, state: State) -> Saved {
        Saved {
            snapshot: RwSignal::new(pictures::saved(program)),
            handed: RwSignal::new(None),
            before: RwSignal::new(None),
            program: StoredValue::new(program.clone()),
            state,
            tag: state.messages().tag,
            messages: state.language().studio_messages(),
        }
    }

    /// Notes that a picture of the present plan is being shared; the share sheet does not say whether it was saved.
    pub fn handed_over(self, wanted: &Wanted) {
        self.before.set(None);
        self.handed.set(Some(self.present(wanted)));
        show_question();
    }

    /// Notes that a picture of the present plan was downloaded, which saves it as far as anybody can tell.
    pub fn downloaded(self, wanted: &Wanted) {
        self.handed.set(None);
        // Of several pictures or downloads of one, what was there before the first.
        self.before.update(|before| *before = before.take().or(Some(self.snapshot.get_untracked())));
        self.remember(Some(self.present(wanted)));
        show_question();
    }

    fn present(self, wanted: &Wanted) -> Snapshot {
        let program = self.program.get_value();
        self.state.plan.current.with_untracked(|plan| Snapshot::of(plan, &program, self.tag, &wanted.days, wanted.from()))
    }

    fn remember(self, snapshot: Option<Snapshot>) {
        self.program.with_value(|program| pictures::remember_saved(program, snapshot.as_ref()));
        self.snapshot.set(snapshot);
    }

    /// How the saved picture differs from the plan, if it does.
    pub fn out_of_date(self) -> AnyView {
        let Saved { program, messages, .. } = self;
        let program = program.get_value();
        live(move || {
            let outdated = self.snapshot.with(|snapshot| {
                let snapshot = snapshot.as_ref()?;
                Some(self.state.plan.current.with(|plan| snapshot.outdated(plan, &program)))
            });
            match outdated {
                Some(outdated) if !outdated.is_empty() => {
                    let rows = outdated.iter().map(|one| tag::li().text((messages.outdated)(one)));
                    let notice = tag::div().class("notice").role("status").attr("data-role", "out-of-date");
                    notice.child(tag::strong().text(messages.out_of_date)).child(tag::ul().children(rows)).into()
                }
                _ => nothing(),
            }
        })
    }

    /// The question whether the picture was saved, once one was handed over; and that it is assumed to be, once it was downloaded.
    pub fn question(self) -> AnyView {
        let messages = self.messages;
        live(move || match self.handed.get() {
            None => self.before.get().map_or_else(nothing, |before| self.assumption(before)),
            Some(snapshot) => {
                let yes = button("was-saved", messages.yes).class("button main").on_click(move || {
                    self.handed.set(None);
                    self.remember(Some(snapshot.clone()));
                    self.state.toast.say(messages.remembered.to_owned());
                });
                let no = button("not-yet", messages.not_yet).class("button").on_click(move || self.handed.set(None));
                let Refusal { message, hint } = (messages.did_you_save)();
                let question = tag::div().class("question").role("status").child(tag::strong().text(message));
                question.child(tag::p().text(hint)).child(actions([yes, no])).into()
            }
        })
    }

    fn assumption(self, before: Option<Snapshot>) -> AnyView {
        let take_back = button("was-not-saved", self.messages.was_not_saved).class("quiet").on_click(move || {
            self.before.set(None);
            self.remember(before.clone());
        });
        let said = tag::span().text(self.messages.remembered);
        tag::p().class("assumed fine").role("status").child(said).child(take_back).into()
    }
}
