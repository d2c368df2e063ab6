//! Taking in what a source offers: the reader reads and compares it; if it is the next version of the same conference, it replaces the kept one.

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
use siganpyo::wire::import_job::ImportJob;
use siganpyo::wire::library_card::LibraryCard;
use siganpyo::wire::mirrored_plan::checksum;
use siganpyo::wire::version_before::{Round, VersionBefore};
use siganpyo::wire::{program_file, stored_plan};

/// What a source offers.
enum Offer {
    /// The version that the device has.
    Same,
    /// A new version, and how the picks follow it.
    Next(Kept, Vec<Attachment>),
    /// Something that must not replace the program, and why.
    Refused(String),
}

impl UpdateState {
    /// Returns the card after the source sent these bytes; `None` if the reader or the database did not answer.
    pub async fn examine(&'static self, card: LibraryCard, bytes: ArrayBuffer) -> Option<LibraryCard> {
        let seen = checksum(Uint8Array::new(&bytes).to_vec());
        let looked = LibraryCard { looked: browser::clock().unsigned_abs(), seen: Some(seen), ..card.answered() };
        // The version that was replaced is not new either: the person may have opened the later one from a file.
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
        match self.judge(&card, bytes, &old).await? {
            Offer::Same => Some(up_to_date(&looked, &program)),
            Offer::Refused(reason) => Some(LibraryCard { problem: Some(reason), ..looked }),
            Offer::Next(kept, attachments) => self.take_in(kept, old, looked, attachments).await,
        }
    }

    /// Compares the bytes with the kept program; `None` if the reader does not answer.
    async fn judge(&'static self, card: &LibraryCard, bytes: ArrayBuffer, old: &str) -> Option<Offer> {
        let source = card.source.clone().unwrap_or_default();
        let read_so = ImportJob::of(&source, self.settings.messages().tag);
        let job = ImportJob { title: Some(card.title.clone()), ..read_so };
        let file = match workers::read(job, &[bytes]).await.ok()? {
            Read::Program { file, .. } => file,
            Read::Plan(_) | Read::Whole => return None,
            Read::Refused { refusal, .. } | Read::ZoneNeeded(refusal, _) | Read::DayNeeded(refusal) => {
                return Some(Offer::Refused(refusal.message));
            }
            Read::ListNeeded(_) => {
                let messages = self.settings.language().library_messages();
                return Some(Offer::Refused((messages.list_needed)().message));
            }
        };
        let new = Kept::read(file)?.under(&card.id);
        let is_shown = self.program.get().is_some_and(|program| program.id == new.program.id);
        let plan = if is_shown {
            Some(self.plan.current.with_untracked(stored_plan::write))
        } else {
            self.library.planned(&card.id).await.1
        };
        let Compared { verdict, attachments, .. } = workers::compare(old, &new.file, plan).await?;
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

    /// Replaces a program with its new version. The version before stays stored until the page has shown the new one and answered;
    /// then, or at the next start if the app is closed in between, the picks are attached to the new version.
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
        // First the checksum of the replaced file: if the app were closed in between, the built-in file would count as the later one. Not yet
        // the checksum that was seen, so that the next check looks at it again.
        let before = LibraryCard { over: renewed.over.clone(), seen: None, ..card };
        storage::save_card(&before).await.ok()?;
        storage::save_program(&id, file).await.ok()?;
        let _ = storage::save_card(&renewed).await;
        if !is_shown {
            self.library.attach(&id, &attachments).await;
            return Some(renewed);
        }
        // The next start must not prefer the built-in file.
        self.settings.set(|settings| settings.program = Some(id.to_string()));
        // Before the new version is shown, so that no pick is without its session.
        self.plan.current.update(|plan| plan.attach(&attachments));
        self.program.show(new);
        self.plan.save().await;
        // A hidden page answers only when it is visible again; other checks must not wait for that.
        spawn_local(async move {
            let _ = self.library.let_go_of_version_before(&id).await;
        });
        Some(renewed)
    }

    /// Returns the version to go back to if the new one fails: the one that was shown last.
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
