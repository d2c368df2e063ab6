//! The main journeys in the other engines: WebKit, as on every iPhone, and Firefox.

use super::{are_picked, backup, embed, first_visit, five, ids, offline, pick_and_save, shared};
use crate::harness::{Engine, Setup, Visit, visit};
use crate::pages::{Frame, LibraryPage, PlanPage, ProgramPage};
use std::path::Path;

macro_rules! main_stories {
    ($name:ident, $engine:expr) => {
        mod $name {
            use super::*;

            #[test]
            fn picks_survive() {
                tell($engine, async |visit| first_visit::picks_survive(visit).await);
            }

            #[test]
            fn everything_works_without_a_signal() {
                tell($engine, async |visit| offline::everything_works(visit).await);
            }

            #[test]
            fn a_copy_is_opened() {
                tell($engine, async |visit| backup::a_copy_is_opened(visit).await);
            }

            #[test]
            fn the_page_of_a_conference_shows_the_program() {
                tell($engine, async |visit| embed::keeps_to_itself(visit).await);
            }

            #[test]
            fn a_link_is_opened() {
                tell($engine, async |visit| shared::opens_on_any_page(visit).await);
            }

            #[test]
            fn a_program_of_another_site_is_opened() {
                tell($engine, async |visit| shared::of_another_site(visit).await);
            }

            #[test]
            fn a_program_inside_a_link_is_opened() {
                tell($engine, async |visit| shared::inside_a_link(visit).await);
            }

            #[test]
            fn a_site_that_forbids_reading_is_told_and_its_mirror_read() {
                tell($engine, async |visit| shared::of_a_site_that_forbids_reading(visit).await);
            }

            #[test]
            fn picks_come_along_to_the_home_screen() {
                if $engine.is_here() {
                    let setup = Setup::engine($engine).copied();
                    visit(setup, async |visit| shared::comes_along_to_the_home_screen(visit).await);
                }
            }

            #[test]
            fn another_program_is_opened() {
                tell($engine, async |visit| another_program(visit).await);
            }
        }
    };
}

main_stories!(webkit, Engine::WebKit);
main_stories!(firefox, Engine::Firefox);

fn tell(engine: Engine, story: impl AsyncFnOnce(&mut Visit)) {
    if engine.is_here() {
        visit(Setup::engine(engine), story);
    }
}

async fn another_program(visit: &mut Visit) {
    let sessions = five(&visit.program);
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &sessions).await;
    let library = LibraryPage::open(visit).await;
    library.open_program(Path::new("tests/fixtures/two-talks.json")).await;
    library.preview().await;
    library.keep().await;
    let page = ProgramPage::by_tab(visit).await;
    page.pick("first").await;
    Frame(visit).is_saved().await;
    LibraryPage::open(visit).await.switch_to(&visit.program.title).await;
    are_picked(&ProgramPage::by_tab(visit).await, &ids(&sessions)).await;
    PlanPage::open(visit).await.shows(&ids(&sessions)).await;
}
