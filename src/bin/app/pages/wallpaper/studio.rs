//! What the parts of the page share.

use super::brand::{self, Logo};
use super::finished::Finished;
use super::photo::{self, Photo};
use super::saved::Saved;
use super::small::Small;
use super::wanted::Wanted;
use crate::pages::place::Place;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::export::{Picks, encode};
use siganpyo::messages::studio::StudioMessages;
use siganpyo::plan::{Plan, sample};
use siganpyo::program::Program;
use siganpyo::wallpaper::{Design, Theme};
use std::sync::Arc;

#[derive(Clone, Copy)]
pub struct Studio {
    pub wanted: RwSignal<Wanted>,
    pub photo: RwSignal<Photo, LocalStorage>,
    /// The conference's, whether or not it is wanted.
    pub logo: RwSignal<Logo>,
    pub saved: Saved,
    pub small: Small,
    /// The design of the pictures that are there, whoever chose it.
    pub drawn: Memo<Option<Design>>,
    /// Where others find the program, once it is known.
    pub place: RwSignal<Option<Place>>,
    /// Whether the picture is shown large, and not beside the choices.
    pub is_large: RwSignal<bool>,
    /// Whether it shows a sample, since nothing is picked.
    pub is_sample: bool,
    pub state: State,
    pub messages: &'static StudioMessages,
}

impl Studio {
    pub fn change(self, change: impl FnOnce(&mut Wanted)) {
        self.wanted.update(change);
        self.wanted.read_untracked().remember(self.state);
    }

    /// The link that the picture's code has, if it is to have one and a link can lead to the program.
    pub fn link(self, plan: &Plan, program: &Program) -> Option<String> {
        let is_wanted = self.wanted.read().code && !self.is_sample;
        let place = self.place.get().filter(|_| is_wanted)?;
        place.link(Some(Picks::only(encode(plan, program))))
    }

    /// Fetches the conference's logo, if there is one.
    pub fn fetch_logo(self, program: Arc<Program>) {
        if self.logo.get_untracked() == Logo::Coming {
            spawn_local(async move {
                let logo = brand::logo(&program).await;
                // The page may have been left.
                let _ = self.logo.try_set(logo);
            });
        }
    }

    /// Whether the logo is here or there is none, so that no picture is drawn in vain.
    pub fn knows_logo(self) -> bool {
        self.logo.get() != Logo::Coming
    }

    /// Finds out where others find the program. It is packed for the code only once that is wanted, since that takes the reader.
    pub fn look_for_place(self, program: Arc<Program>) {
        spawn_local(async move {
            let place = Place::of(&program, self.state).await;
            // The page may have been left.
            let _ = self.place.try_set(Some(place));
        });
        let is_packed = Memo::new(move |_| self.wanted.read().code && self.place.get() == Some(Place::Device));
        Effect::new(move || {
            if is_packed.get() {
                spawn_local(async move {
                    if let Some(inside) = Place::inside_code(self.state).await {
                        let _ = self.place.try_set(Some(inside));
                    }
                });
            }
        });
    }

    /// What is to be said of the code that is wanted: that there is none, and why.
    pub fn lacks_code(self, pictures: &[Finished]) -> Option<&'static str> {
        let is_wanted = self.wanted.read().code && !self.is_sample;
        match self.place.get().filter(|_| is_wanted)? {
            Place::Device => Some(self.messages.no_code),
            _ => (!pictures.iter().any(|finished| finished.picture.coded)).then_some(self.messages.code_too_dense),
        }
    }

    /// What the picture shows.
    pub fn plan(self, program: &Program) -> Plan {
        if self.is_sample { sample(program, self.state.messages().tag) } else { self.state.plan.current.get() }
    }

    /// Whether the photo is here or there is none, so that no picture is drawn in vain. Asks the device at the first need.
    pub fn knows_photo(self, program: &Arc<Program>) -> bool {
        match &*self.photo.read() {
            _ if self.wanted.read().theme != Theme::Photo => true,
            Photo::Absent | Photo::Here(_) | Photo::OfConference(_) => true,
            Photo::Coming => false,
            Photo::Unknown => {
                let program = program.clone();
                spawn_local(async move {
                    // `try_update` fails if the page was left; the photo may have been chosen in the meantime.
                    self.photo.set(Photo::Coming);
                    let kept = photo::kept(&program).await;
                    let _ = self.photo.try_update(|photo| {
                        if let Photo::Coming = photo {
                            *photo = kept;
                        }
                    });
                });
                false
            }
        }
    }
}
