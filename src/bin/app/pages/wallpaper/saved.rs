//! The picture that the person saved last: asked for, remembered, and compared with the plan.

use super::wanted::Wanted;
use crate::components::frame::actions;
use crate::element::{el, live, nothing};
use crate::page::window;
use crate::state::State;
use crate::status::Toast;
use leptos::prelude::*;
use siganpyo::messages::Refusal;
use siganpyo::plan::Snapshot;
use siganpyo::program::Program;
use siganpyo::wire::snapshot_file;
use std::sync::Arc;
use web_sys::Storage;

/// What the saved picture shows, and whether one is on its way out now.
#[derive(Clone, Copy)]
pub struct Saved {
    snapshot: RwSignal<Option<Snapshot>>,
    /// What the picture shows that was handed over, until the person says whether it was saved.
    handed: RwSignal<Option<Snapshot>>,
    state: State,
}

impl Saved {
    /// What was remembered for this program.
    pub fn of(program: &Program, state: State) -> Saved {
        let text = storage().and_then(|storage| storage.get_item(&key(program)).ok().flatten());
        let snapshot = RwSignal::new(text.and_then(|text| snapshot_file::read(&text)));
        Saved { snapshot, handed: RwSignal::new(None), state }
    }

    /// A picture of the present plan goes out; a share sheet does not tell what became of it.
    pub fn handed_over(self, wanted: &Wanted) {
        let Some(program) = self.state.program() else { return };
        let language = self.state.messages().tag;
        let snapshot = self.state.plan.with_untracked(|plan| Snapshot::of(plan, &program, language, &wanted.days, wanted.from()));
        self.handed.set(Some(snapshot));
    }

    fn remember(self, snapshot: Snapshot) {
        if let (Some(program), Some(storage)) = (self.state.program(), storage()) {
            let _ = storage.set_item(&key(&program), &snapshot_file::write(&snapshot));
        }
        self.snapshot.set(Some(snapshot));
        let text = self.state.language().studio_messages().remembered.to_owned();
        self.state.toast.set(Some(Toast { text, action: None }));
    }

    /// How the saved picture differs from the plan, if it does.
    pub fn out_of_date(self, program: Arc<Program>) -> AnyView {
        let words = self.state.language().studio_messages();
        live(move || {
            let outdated = self.snapshot.with(|snapshot| {
                let snapshot = snapshot.as_ref()?;
                Some(self.state.plan.with(|plan| snapshot.outdated(plan, &program)))
            });
            match outdated {
                Some(outdated) if !outdated.is_empty() => {
                    let rows = outdated.iter().map(|one| el("li").text((words.outdated)(one)));
                    let notice = el("div").class("notice").attr("role", "status").attr("data-role", "out-of-date");
                    notice.child(el("strong").text(words.out_of_date)).child(el("ul").children(rows)).into()
                }
                _ => nothing(),
            }
        })
    }

    /// The question whether the picture was saved, once one was handed over.
    pub fn question(self) -> AnyView {
        let words = self.state.language().studio_messages();
        live(move || match self.handed.get() {
            None => nothing(),
            Some(snapshot) => {
                let yes =
                    el("button").class("button main").attr("data-action", "was-saved").text(words.yes).on_click(move || {
                        self.handed.set(None);
                        self.remember(snapshot.clone());
                    });
                let no = el("button").class("button").text(words.not_yet).on_click(move || self.handed.set(None));
                let Refusal { message, hint } = (words.did_you_save)();
                let question = el("div").class("question").attr("role", "status").child(el("strong").text(message));
                question.child(el("p").text(hint)).child(actions([yes, no])).into()
            }
        })
    }
}

fn key(program: &Program) -> String {
    format!("siganpyo.picture.{}", program.id)
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
