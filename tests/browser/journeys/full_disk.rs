//! The disk is really full: what was shown as saved is there afterwards, and nothing else was ever shown as saved.

use super::{ENGLISH, KOREAN};
use crate::harness::{Setup, Visit, eventually, small_disk_is_here, visit};
use crate::pages::{Frame, ProgramPage};
use siganpyo::messages::Language;
use std::fs;

/// The number of sessions that are picked while there is room.
const FEW: usize = 2;

#[test]
fn picks_saved_before_the_disk_was_full_survive_a_kill() {
    on_small_disk(KOREAN, async |visit, promised| {
        visit.browser_dies().await;
        visit.disk().make_room();
        visit.open_browser().await;
        are_kept(visit, &promised).await;
    });
}

#[test]
fn picks_that_did_not_fit_are_saved_once_there_is_room() {
    on_small_disk(ENGLISH, async |visit, mut promised| {
        visit.disk().make_room();
        // As when the user comes back to the page.
        visit.browser().ask::<()>("document.dispatchEvent(new Event('visibilitychange'))", Vec::new()).await;
        Frame(visit).is_saved().await;
        promised.extend(ProgramPage::here(visit).await.picked().await);
        small_copy_is_written(visit, &promised).await;
        visit.kill_and_open_browser().await;
        are_kept(visit, &promised).await;
    });
}

/// Picks sessions until the disk is full. The test continues with the ids of all that were shown as saved.
fn on_small_disk(language: Language, then: impl AsyncFnOnce(&mut Visit, Vec<String>)) {
    if !small_disk_is_here() {
        return;
    }
    visit(Setup::phone(language).on_small_disk(), async |visit| {
        let program = visit.program.clone();
        let page = ProgramPage::open(visit).await;
        Frame(visit).is_ready_for_the_venue().await;
        let mut promised = Vec::new();
        for (at, session) in program.sessions.iter().enumerate() {
            if at == FEW {
                small_copy_is_written(visit, &promised).await;
            }
            if at >= FEW {
                visit.disk().fill();
            }
            page.pick(session.id.as_str()).await;
            if !ends_saved(visit).await {
                break;
            }
            promised.push(session.id.to_string());
        }
        Frame(visit).save_says("failed").await;
        visit.browser().says(&(visit.messages().not_saved)().message).await;
        assert!(promised.len() >= FEW, "{promised:?}");
        then(visit, promised).await;
    });
}

/// Waits until Chromium has written localStorage to the disk, which takes some seconds. If writing into its database fails
/// because the disk is full, it deletes the whole database; then only the small copy is left.
async fn small_copy_is_written(visit: &Visit, ids: &[String]) {
    let folder = visit.file("profile/Default/Local Storage/leveldb");
    // The texts are stored as UTF-16 if they contain Korean.
    let written = |id: &String, bytes: &[u8]| {
        let wide: Vec<u8> = id.bytes().flat_map(|byte| [byte, 0]).collect();
        [id.as_bytes(), &wide].iter().any(|text| bytes.windows(text.len()).any(|window| window == *text))
    };
    let is_there = async || {
        let files = fs::read_dir(&folder).ok()?.flatten().filter_map(|file| fs::read(file.path()).ok());
        let bytes: Vec<u8> = files.flatten().collect();
        ids.iter().all(|id| written(id, &bytes)).then_some(())
    };
    eventually("the small copy is on the disk", is_there).await;
}

/// Waits until saving has ended, and returns whether it succeeded.
async fn ends_saved(visit: &Visit) -> bool {
    let script = "return document.querySelector('[data-save]').dataset.save";
    let ended = async || Some(visit.browser().ask::<String>(script, Vec::new()).await).filter(|word| word != "saving");
    eventually("saving ends", ended).await == "saved"
}

async fn are_kept(visit: &Visit, promised: &[String]) {
    let page = ProgramPage::open(visit).await;
    let kept = async || {
        let picked = page.picked().await;
        promised.iter().all(|id| picked.contains(id)).then_some(())
    };
    eventually(&format!("{promised:?} are picked"), kept).await;
}
