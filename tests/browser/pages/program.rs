//! `/`: the whole program.

use super::Frame;
use crate::harness::{Visit, eventually};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;

pub struct ProgramPage<'v>(&'v Visit);

/// A session as the list shows it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Listed {
    pub id: String,
    /// Its heading.
    pub title: String,
    /// `data-picked`.
    pub picked: String,
    /// `aria-pressed` of its button.
    pub pressed: String,
    /// Whether it takes up room on the page.
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
    /// Opens the program and waits until the app has woken up.
    pub async fn open(visit: &'v Visit) -> ProgramPage<'v> {
        Frame(visit).open("/").await;
        Self::here(visit).await
    }

    /// Goes there by its tab.
    pub async fn by_tab(visit: &'v Visit) -> ProgramPage<'v> {
        Frame(visit).tab(visit.messages().tab_program).await;
        Self::here(visit).await
    }

    /// The page that is open already.
    pub async fn here(visit: &'v Visit) -> ProgramPage<'v> {
        visit.browser().find("main[data-program] [data-session]").await;
        ProgramPage(visit)
    }

    pub async fn listed(&self) -> Vec<Listed> {
        self.0.browser().ask(LISTED, Vec::new()).await
    }

    /// Ids of the sessions that are shown as picked, by attribute and by button alike.
    pub async fn picked(&self) -> Vec<String> {
        let listed = self.listed().await;
        for session in &listed {
            assert_eq!(session.picked, session.pressed, "data-picked and aria-pressed of {}", session.id);
        }
        listed.into_iter().filter(|session| session.picked == "true").map(|session| session.id).collect()
    }

    /// Taps the button of a session and sees it answer.
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

    /// `data-picked` of the session and `aria-pressed` of its button.
    async fn state(&self, id: &str) -> [String; 2] {
        self.0.browser().find(&format!("[data-session={id:?}]")).await;
        let script = "const row = document.querySelector(`[data-session='${CSS.escape(arguments[0])}']`);
            return [row.dataset.picked, row.querySelector('[data-action=pick]').getAttribute('aria-pressed')]";
        self.0.browser().ask(script, vec![json!(id)]).await
    }

    /// The headings of the days.
    pub async fn days(&self) -> Vec<String> {
        self.0.browser().ask("return [...document.querySelectorAll('main h2')].map((at) => at.textContent)", Vec::new()).await
    }

    /// Types into the search field.
    pub async fn search(&self, words: &str) {
        let field = self.0.browser().find("[role=searchbox]").await;
        field.clear().await.expect("an empty field");
        field.send_keys(words).await.expect("a field to type into");
    }

    /// Taps the button of a day, by its place among them.
    pub async fn jump_to_day(&self, place: usize) {
        self.act(&format!("nav.days button:nth-of-type({})", place + 1)).await;
    }

    /// Opens the choices to filter by.
    pub async fn open_filters(&self) {
        Frame(self.0).press(self.0.messages().filters).await;
    }

    /// Chooses what to filter by, or takes the choice back.
    pub async fn choose(&self, name: &str) {
        let path = format!("//div[@class='choices']//button[span[1][normalize-space()={name:?}]]");
        self.0.browser().tap_at(&path).await;
    }

    /// How many sessions were found, in the page's words.
    pub async fn found(&self) -> String {
        self.0.browser().find(".found [role=status]").await;
        self.0.browser().ask("return document.querySelector('.found [role=status]')?.innerText ?? ''", Vec::new()).await
    }

    /// Waits until this was found, in the page's words.
    pub async fn finds(&self, words: &str) {
        eventually(&format!("{words:?} of what was found"), async || (self.found().await == words).then_some(())).await;
    }

    /// Goes to what is hidden, among the choices to filter by.
    pub async fn see_hidden(&self) {
        self.act("[data-action=see-hidden]").await;
        self.0.browser().find("details.hiding[open]").await;
    }

    /// How many are hidden, in the page's words; none where it does not say so.
    pub async fn hidden(&self) -> Option<String> {
        let script = "return document.querySelector('[data-action=see-hidden]')?.textContent";
        self.0.browser().ask(script, Vec::new()).await
    }

    /// Taps what a selector finds first.
    pub async fn act(&self, css: &str) {
        self.0.browser().tap_on(css).await;
    }

    /// Ids of all that is listed, or stands in the grid.
    pub async fn ids(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('main [data-session]')].map((row) => row.dataset.session)";
        self.0.browser().ask(script, Vec::new()).await
    }

    /// Waits until these are listed and no others, in any order.
    pub async fn lists(&self, expected: &[String]) {
        let expected: BTreeSet<String> = expected.iter().cloned().collect();
        let seen = async || (self.ids().await.into_iter().collect::<BTreeSet<_>>() == expected).then_some(());
        eventually(&format!("{} sessions are listed: {expected:?}", expected.len()), seen).await;
    }

    /// Shows rooms by time.
    pub async fn show_grid(&self) {
        Frame(self.0).press(self.0.messages().rooms_by_time).await;
        self.0.browser().find(".grid .cell").await;
    }
}
