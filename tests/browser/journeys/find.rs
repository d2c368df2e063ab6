//! A search finds what was meant, and says what it took it for.

use super::KOREAN;
use crate::harness::{Setup, Visit, eventually, visit};
use crate::pages::{Frame, ProgramPage};

/// Returns the sessions whose titles have this word.
fn with_title(visit: &Visit, word: &str) -> Vec<String> {
    let has = |title: &str| title.to_lowercase().contains(word);
    visit.program.sessions.iter().filter(|session| has(&session.title)).map(|session| session.id.to_string()).collect()
}

#[test]
fn a_name_in_the_other_language_a_slip_and_the_wrong_keyboard_are_understood() {
    visit(Setup::phone(KOREAN), async |visit| {
        let (page, shown_for) = (ProgramPage::open(visit).await, visit.language().find_messages().shown_for);
        let django = with_title(visit, "django");
        for words in ["장고", "djagno", "어무해"] {
            page.search(words).await;
            page.lists(&django).await;
            assert_eq!(page.meant().await, Some(shown_for("Django")), "{words}");
            assert!(page.found().await.contains(&shown_for("Django")), "{words} is announced");
            assert!(page.marked().await.iter().all(|mark| mark.to_lowercase() == "django"), "{words}");
        }
        page.search("django").await;
        let is_direct = async || page.meant().await.is_none().then_some(());
        eventually("what was typed is what is found", is_direct).await;
        page.lists(&django).await;
        page.search("블록체인").await;
        let both = async || (page.meant().await == Some(shown_for("block-chain"))).then_some(());
        eventually("what was meant follows", both).await;
        let titles: Vec<String> = page.listed().await.into_iter().map(|session| session.title).collect();
        assert!(titles.len() > 1 && titles[0].contains("블록체인"), "{titles:?}");
        visit.assert_quiet_console().await;
    });
}

#[test]
fn after_a_search_the_list_is_where_it_was() {
    visit(Setup::phone(KOREAN), async |visit| {
        let page = ProgramPage::open(visit).await;
        // What listens to keys and to the scrolling is here.
        Frame(visit).is_ready_for_the_venue().await;
        visit.browser().ask::<()>("scrollTo(0, 3000)", Vec::new()).await;
        // The field comes into sight with the first key, which moves the list.
        page.press("/").await;
        let scroll = "const frame = (next) => requestAnimationFrame(() => setTimeout(next)); frame(() => frame(() => arguments[0](scrollY)))";
        let place: f64 = visit.browser().ask_later(scroll, Vec::new()).await;
        assert!(place > 1000.0, "{place}");
        let is_at = async |wanted: f64| {
            let place: f64 = visit.browser().ask("return scrollY", Vec::new()).await;
            ((place - wanted).abs() < 2.0).then_some(())
        };
        page.press("python").await;
        page.found().await;
        eventually("the best result is seen", async || is_at(0.0).await).await;
        const BACKSPACE: &str = "\u{e003}";
        page.press(&BACKSPACE.repeat("python".len())).await;
        eventually("the list is where it was", async || is_at(place).await).await;
    });
}

#[test]
fn a_key_changes_the_results_and_makes_nothing_anew() {
    visit(Setup::phone(KOREAN), async |visit| {
        let page = ProgramPage::open(visit).await;
        page.search("py").await;
        page.found().await;
        visit.browser().ask::<()>("document.querySelector('.found [role=status]').isFirst = true", Vec::new()).await;
        let before = page.found().await;
        page.press("thon").await;
        eventually("other results", async || (page.found().await != before).then_some(())).await;
        let is_same = "return document.querySelector('.found [role=status]').isFirst === true";
        assert!(visit.browser().ask::<bool>(is_same, Vec::new()).await, "the search began anew");
    });
}

#[test]
fn choices_that_would_leave_nothing_are_off_and_show_no_zero() {
    visit(Setup::phone(KOREAN), async |visit| {
        let page = ProgramPage::open(visit).await;
        page.open_filters().await;
        page.choose(visit.program.rooms[0].name_in("ko")).await;
        page.found().await;
        let zeros = "const chips = [...document.querySelectorAll('.choices .chip')], none = chips.filter((chip) => chip.dataset.none !== undefined);
            return [none.length, none.every((chip) => chip.disabled), chips.filter((chip) => chip.querySelector('.count')?.textContent === '0').length]";
        let (none, are_off, zeros): (usize, bool, usize) = visit.browser().ask(zeros, Vec::new()).await;
        assert!(none > 0 && are_off && zeros == 0, "{none} choices would leave nothing: off {are_off}, with zeros {zeros}");
    });
}
