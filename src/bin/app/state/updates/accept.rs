//! What a source has: read and compared by the worker, and taken in where it is the next version of the same conference.

use super::UpdateState;
use crate::browser;
use crate::browser::guard;
use crate::state::library::versions::up_to_date;
use crate::state::program::{Kept, built_in_file};
use crate::storage;
use crate::workers::{self, Compared, Read};
use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::plan::Attachment;
use siganpyo::program::versions::Verdict;
use siganpyo::wire::job::ImportJob;
use siganpyo::wire::library_card::{LibraryCard, Source};
use siganpyo::wire::mirrored_plan::checksum;
use siganpyo::wire::version_before::{Round, VersionBefore};
use siganpyo::wire::{program_file, stored_plan};

/// What a source offers.
enum Offer {
    /// What the device has already.
    Same,
    /// A next version with what it does to the picks.
    Next(Kept, Vec<Attachment>),
    /// Something that must not take the program's place.
    Refused(String),
}

impl UpdateState {
    /// The card after the source gave these bytes; none where nothing could be learned.
    pub async fn examine(&'static self, card: LibraryCard, bytes: ArrayBuffer) -> Option<LibraryCard> {
        let seen = checksum(Uint8Array::new(&bytes).to_vec());
        let looked = LibraryCard { looked: browser::clock().unsigned_abs(), seen: Some(seen), ..card.answered() };
        // What a later version stands over is no news either: the person may have opened that from a file.
        if looked.seen == card.seen || looked.seen == card.over {
            return Some(looked);
        }
        if looked.seen == card.deadly {
            let reason = self.settings.language().library_messages().deadly;
            return Some(LibraryCard { problem: Some(reason.to_owned()), ..looked });
        }
        let old = self.library.file_of(&card.id).await?;
        guard::mark_other(&card.id);
        let program = program_file::read(&old).ok()?;
        if checksum(&old) == looked.seen.as_deref().unwrap_or_default() {
            return Some(up_to_date(&looked, &program));
        }
        match self.judge(&card, bytes, old.clone()).await? {
            Offer::Same => Some(up_to_date(&looked, &program)),
            Offer::Refused(reason) => Some(LibraryCard { problem: Some(reason), ..looked }),
            Offer::Next(kept, attachments) => self.take_in(kept, old, looked, attachments).await,
        }
    }

    /// What the bytes are to the program that is kept; none where the worker does not answer.
    async fn judge(&'static self, card: &LibraryCard, bytes: ArrayBuffer, old: String) -> Option<Offer> {
        let Source { time_zone, shift, columns, .. } = card.source.clone().unwrap_or_default();
        let language = self.settings.messages().tag.to_owned();
        let job = ImportJob { language, time_zone, shift, columns, title: Some(card.title.clone()) };
        let file = match workers::read(job, bytes).await.ok()? {
            Read::Program { file, .. } => file,
            Read::Refused(refusal) | Read::ZoneNeeded(refusal) => return Some(Offer::Refused(refusal.message)),
        };
        let new = Kept::read(file)?.under(&card.id);
        let is_shown = self.program.get().is_some_and(|program| program.id == new.program.id);
        let plan = if is_shown {
            Some(self.plan.current.with_untracked(stored_plan::write))
        } else {
            self.library.planned(&card.id).await.1
        };
        let Compared { verdict, attachments, .. } = workers::compare(&old, &new.file, plan).await?;
        let messages = self.settings.language().library_messages();
        Some(match verdict {
            Verdict::Unchanged => Offer::Same,
            Verdict::Changed => Offer::Next(new, attachments),
            Verdict::Doubtful(doubt) => {
                Offer::Refused((messages.doubt)(doubt, card.edition(), LibraryCard::of(&new.program).edition()).message)
            }
            Verdict::OtherConference => Offer::Refused((messages.other_conference)(&new.program.title)),
        })
    }

    /// Puts the next version of a program in the place of the one before, which stays beside it until the page has answered with the new
    /// one (`last_start`). Then, or were the app to end in between, with the next start, the picks follow.
    async fn take_in(
        &'static self,
        new: Kept,
        old: String,
        card: LibraryCard,
        attachments: Vec<Attachment>,
    ) -> Option<LibraryCard> {
        let over = if self.program.is_built_in(&new.program.id) { built_in_file().await.map(checksum) } else { None };
        let renewed = LibraryCard { seen: card.seen.clone(), over, deadly: None, ..card.renewed(&new.program) };
        let (id, file) = (new.program.id.clone(), new.file.to_string());
        let is_shown = self.program.is_in_use(id.as_str());
        let before = self.version_before(&card, old, attachments.clone()).await?;
        storage::save_version_before(&before).await.ok()?;
        // First what it stands over: were the app to end in between, the app's own file would be taken for the later one. Not yet
        // what was seen, so that it is looked at again.
        let before = LibraryCard { over: renewed.over.clone(), seen: None, ..card };
        storage::save_card(&before).await.ok()?;
        storage::save_program(&id, file).await.ok()?;
        let _ = storage::save_card(&renewed).await;
        if !is_shown {
            self.library.attach(id.as_str(), &attachments).await;
            return Some(renewed);
        }
        // At the next start the app's own file must not come before it.
        self.settings.set(|settings| settings.program = Some(id.to_string()));
        // At once, so that nobody sees picks without their sessions.
        self.plan.current.update(|plan| plan.attach(&attachments));
        self.program.show(new);
        self.plan.save().await;
        // A page that is hidden by now answers once it is seen again, and other programs are looked for meanwhile.
        spawn_local(async move {
            let _ = self.library.let_go_of_version_before(id.as_str()).await;
        });
        Some(renewed)
    }

    /// What to go back to from a version that is about to be taken in: the one that was shown last.
    async fn version_before(
        &'static self,
        card: &LibraryCard,
        old: String,
        attachments: Vec<Attachment>,
    ) -> Option<VersionBefore> {
        let round = Round { attachments };
        let seen = card.seen.clone().unwrap_or_default();
        let kept = storage::version_before(&card.id).await.ok()?.filter(|before| before.file != old);
        Some(match kept {
            Some(VersionBefore { file, card, mut rounds, .. }) => {
                rounds.push(round);
                VersionBefore { file, card, seen, rounds, back: Vec::new() }
            }
            None => VersionBefore { file: old, card: card.clone(), seen, rounds: vec![round], back: Vec::new() },
        })
    }
}
