//! `/`: the whole program.

use super::Frame;
use crate::harness::{Visit, eventually};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;

pub struct ProgramPage<'v>(&'v Visit);

/// A session as shown in the list.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Listed {
    pub id: String,
    /// Its heading.
    pub title: String,
    /// `data-picked`.
    pub picked: String,
    /// `aria-pressed` of its button.
    pub pressed: String,
    /// Whether it is visible on the page.
    pub shown: bool,
}

const LISTED: &str = "return [...document.querySelectorAll('main [data-session]')].map((row) => ({
    id: row.dataset.session,
    title: row.querySelector('h4').textContent,
    picked: row.dataset.picked,
    pressed: row.querySelector('[data-action=pick]').getAttribute('aria-pressed'),
    shown: row.getBoundingClientRect().height > 40,
}))";

impl<'v> ProgramPage<'v> {
    /// Opens the program and waits until the app has started.
    pub async fn open(visit: &'v Visit) -> ProgramPage<'v> {
        Frame(visit).open("/").await;
        Self::here(visit).await
    }

    /// Opens the page by its tab.
    pub async fn by_tab(visit: &'v Visit) -> ProgramPage<'v> {
        Frame(visit).tab(visit.messages().tab_program).await;
        Self::here(visit).await
    }

    /// Returns the page, which is open already.
    pub async fn here(visit: &'v Visit) -> ProgramPage<'v> {
        visit.browser().find("main[data-program] [data-session]").await;
        ProgramPage(visit)
    }

    pub async fn listed(&self) -> Vec<Listed> {
        self.0.browser().ask(LISTED, Vec::new()).await
    }

    /// Returns all sessions of a program that is not long, of which the app fills its list to the end: it begins with what is on the screen.
    pub async fn whole_list(&self) -> Vec<Listed> {
        const FILLED: &str = "return [...document.querySelectorAll('[data-stretch]')].every((part) => part.firstElementChild)";
        let filled = async || self.0.browser().ask::<bool>(FILLED, Vec::new()).await.then_some(());
        eventually("the whole list is there", filled).await;
        self.listed().await
    }

    /// Returns the ids of the sessions that are shown as picked, both by attribute and by button.
    pub async fn picked(&self) -> Vec<String> {
        let listed = self.listed().await;
        for session in &listed {
            assert_eq!(session.picked, session.pressed, "data-picked and aria-pressed of {}", session.id);
        }
        listed.into_iter().filter(|session| session.picked == "true").map(|session| session.id).collect()
    }

    /// Taps the button of a session and waits until it has changed.
    pub async fn pick(&self, id: &str) {
        let before = self.state(id).await;
        self.tap_pick(id).await;
        let answered = async || (self.state(id).await != before).then_some(());
        eventually(&format!("the button of {id} answers"), answered).await;
        let [picked, pressed] = self.state(id).await;
        assert_eq!(picked, pressed, "data-picked and aria-pressed of {id}");
    }

    pub async fn tap_pick(&self, id: &str) {
        self.0.browser().tap_on(&format!("[data-session={id:?}] [data-action=pick]")).await;
    }

    /// Returns `data-picked` of the session and `aria-pressed` of its button.
    async fn state(&self, id: &str) -> [String; 2] {
        self.0.browser().find(&format!("[data-session={id:?}]")).await;
        let script = "const row = document.querySelector(`[data-session='${CSS.escape(arguments[0])}']`);
            return [row.dataset.picked, row.querySelector('[data-action=pick]').getAttribute('aria-pressed')]";
        self.0.browser().ask(script, vec![json!(id)]).await
    }

    /// Returns the headings of the days.
    pub async fn days(&self) -> Vec<String> {
        self.0.browser().ask("return [...document.querySelectorAll('main h2')].map((at) => at.textContent)", Vec::new()).await
    }

    /// Types into the search field.
    pub async fn search(&self, words: &str) {
        let field = self.0.browser().find("[role=searchbox]").await;
        field.clear().await.expect("an empty field");
        field.send_keys(words).await.expect("a field to type into");
    }

    /// Presses keys one after another, wherever the focus is. The driver's own way to fill a field scrolls to it first.
    pub async fn press(&self, keys: &str) {
        for key in keys.chars() {
            self.0.browser().press_key(key).await;
        }
    }

    /// Taps the button of a day, given by its index.
    pub async fn jump_to_day(&self, place: usize) {
        self.act(&format!("nav.days button:nth-of-type({})", place + 1)).await;
    }

    /// Opens the filters.
    pub async fn open_filters(&self) {
        Frame(self.0).press(self.0.messages().filters).await;
    }

    /// Chooses a filter, or removes the choice.
    pub async fn choose(&self, name: &str) {
        let path = format!("//div[@class='choices']//button[span[1][normalize-space()={name:?}]]");
        self.0.browser().tap_at(&path).await;
    }

    /// Returns the page's text with the number of results.
    pub async fn found(&self) -> String {
        self.0.browser().find(".found [role=status]").await;
        self.0.browser().ask("return document.querySelector('.found [role=status]')?.innerText ?? ''", Vec::new()).await
    }

    /// Waits until this is the page's text with the number of results.
    pub async fn finds(&self, words: &str) {
        eventually(&format!("{words:?} of what was found"), async || (self.found().await == words).then_some(())).await;
    }

    /// Returns the heading above the sessions that were only perhaps meant; `None` if there are none.
    pub async fn meant(&self) -> Option<String> {
        self.0.browser().ask("return document.querySelector('.found .meant h3')?.textContent", Vec::new()).await
    }

    /// Returns what is marked in titles and names.
    pub async fn marked(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('.found mark')].map((mark) => mark.textContent)";
        self.0.browser().ask(script, Vec::new()).await
    }

    /// Opens the hidden sessions from the filters.
    pub async fn see_hidden(&self) {
        self.act("[data-action=see-hidden]").await;
        self.0.browser().find("details.hiding[open]").await;
    }

    /// Returns the page's text with the number of hidden sessions; `None` if there is no such text.
    pub async fn hidden(&self) -> Option<String> {
        let script = "return document.querySelector('[data-action=see-hidden]')?.textContent";
        self.0.browser().ask(script, Vec::new()).await
    }

    /// Taps the first element that matches a selector.
    pub async fn act(&self, css: &str) {
        self.0.browser().tap_on(css).await;
    }

    /// Returns the ids of all sessions in the list or the grid.
    pub async fn ids(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('main [data-session]')].map((row) => row.dataset.session)";
        self.0.browser().ask(script, Vec::new()).await
    }

    /// Waits until exactly these are listed, in any order.
    pub async fn lists(&self, expected: &[String]) {
        let expected: BTreeSet<String> = expected.iter().cloned().collect();
        let seen = async || (self.ids().await.into_iter().collect::<BTreeSet<_>>() == expected).then_some(());
        eventually(&format!("{} sessions are listed: {expected:?}", expected.len()), seen).await;
    }

    /// Switches to the grid.
    pub async fn show_grid(&self) {
        Frame(self.0).press(self.0.messages().rooms_by_time).await;
        self.0.browser().find(".grid .cell").await;
    }
}
