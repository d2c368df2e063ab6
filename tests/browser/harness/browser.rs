//! One run of a browser: what a person can do with it, and what can be asked of it.

use super::slow::Slow;
use super::wait::eventually;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::{CmdError, NewSessionError};
use fantoccini::wd::{WebDriverCompatibleCommand, WindowHandle};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::cell::RefCell;
use std::process::Command as Process;

/// A browser that is open.
pub struct Browser {
    pub(super) client: Client,
    pub(super) touch: bool,
    process: Option<u64>,
    console: RefCell<Vec<String>>,
}

impl Browser {
    /// Opens a browser with these capabilities.
    pub async fn open(driver: &str, capabilities: Map<String, Value>, touch: bool) -> Browser {
        let browser = Browser::try_open(driver, capabilities, touch).await;
        browser.unwrap_or_else(|error| panic!("the browser does not open: {error}"))
    }

    /// The same where it may fail.
    pub async fn try_open(driver: &str, capabilities: Map<String, Value>, touch: bool) -> Result<Browser, NewSessionError> {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.capabilities(capabilities).connect(driver).await?;
        let process = client.capabilities().and_then(|got| got.get("goog:processID").or(got.get("moz:processID"))?.as_u64());
        Ok(Browser { client, touch, process, console: RefCell::default() })
    }

    /// Kills the process at once, like a phone that runs out of battery.
    pub async fn kill(&mut self) {
        let process = self.process.take().expect("the driver names the process");
        kill(process);
        eventually("the browser's process is gone", async || (!is_alive(process)).then_some(())).await;
        // A driver that can have only one browser has to be told.
        let _ = self.client.clone().close().await;
    }

    pub async fn close(&mut self) {
        let _ = self.client.clone().close().await;
        if let Some(process) = self.process.take() {
            eventually("the browser's process is gone", async || (!is_alive(process)).then_some(())).await;
        }
    }

    /// Slows pages and their workers down to a quarter, until the returned value is dropped.
    pub fn slow_down(&self) -> Slow {
        Slow::renderers(self.process.expect("the driver names the process"))
    }

    pub async fn go_to(&self, address: &str) {
        self.client.goto(address).await.unwrap_or_else(|error| panic!("{address} does not open: {error}"));
    }

    /// Reloads by a script, since the reload of Firefox's driver bypasses the service worker.
    pub async fn reload(&self) {
        let reload = async || self.client.execute("location.reload()", Vec::new()).await.map(drop);
        self.anew(async || reload().await.expect("a page that can be loaded again")).await;
    }

    /// Does something that makes the page reload, and waits for the new page. Without that, later waiting might still see the old page,
    /// where everything is ready already.
    pub async fn anew(&self, act: impl AsyncFnOnce()) {
        self.client.execute("window.isOld = true", Vec::new()).await.expect("a page that can be loaded again");
        act().await;
        let is_new = "return !window.isOld && document.readyState === 'complete'";
        let loaded = async || self.client.execute(is_new, Vec::new()).await.ok()?.as_bool()?.then_some(());
        eventually("the page is loaded anew", loaded).await;
    }

    pub async fn back(&self) {
        self.client.back().await.expect("a page before this one");
    }

    pub async fn address(&self) -> String {
        self.client.current_url().await.map(String::from).unwrap_or_else(|error| error.to_string())
    }

    /// Opens another tab and goes to it. Returns the tab that was in front before.
    pub async fn open_tab(&self) -> WindowHandle {
        let before = self.client.window().await.expect("a tab");
        let tab = self.client.new_window(true).await.expect("another tab");
        self.go_to_tab(&tab.handle).await;
        before
    }

    /// Opens another tab and closes the one that was in front.
    pub async fn replace_tab(&self) {
        let old = self.open_tab().await;
        let new = self.go_to_tab(&old).await;
        self.client.close_window().await.expect("a tab that can be closed");
        self.client.switch_to_window(new).await.expect("the tab that is left");
    }

    /// Goes to a tab. Returns the one that was in front before.
    pub async fn go_to_tab(&self, tab: &WindowHandle) -> WindowHandle {
        let before = self.client.window().await.expect("a tab");
        self.client.switch_to_window(tab.clone()).await.expect("a tab that is still open");
        before
    }

    /// The element, once it is there.
    pub async fn find(&self, css: &str) -> Element {
        eventually(&format!("there is {css}"), async || self.client.find(Locator::Css(css)).await.ok()).await
    }

    /// The same by an XPath, for what only words tell apart.
    pub async fn find_by_path(&self, path: &str) -> Element {
        eventually(&format!("there is {path}"), async || self.client.find(Locator::XPath(path)).await.ok()).await
    }

    /// All such elements that are there now.
    pub async fn find_all(&self, css: &str) -> Vec<Element> {
        self.client.find_all(Locator::Css(css)).await.unwrap_or_default()
    }

    /// The one element of this role and accessible name, once it is there and shown.
    pub async fn named(&self, role: &str, name: &str) -> Element {
        eventually(&format!("there is a {role} named {name:?}"), async || self.find_named(role, name).await.ok().flatten()).await
    }

    async fn find_named(&self, role: &str, name: &str) -> Result<Option<Element>, CmdError> {
        // Asking for roles and names is slow, so only elements are asked that could have this role and contain the words.
        for candidate in self.client.find_all(Locator::Css(selector(role))).await? {
            if candidate.is_displayed().await? && self.computed(&candidate, "label").await? == name {
                return Ok(Some(candidate));
            }
        }
        Ok(None)
    }

    /// The element's `role` or `label` as assistive technology gets it.
    pub async fn computed(&self, element: &Element, what: &'static str) -> Result<String, CmdError> {
        let path = format!("element/{}/computed{what}", element.element_id().as_ref());
        let found = self.client.issue_cmd(Extension { path, body: None }).await?;
        Ok(found.as_str().unwrap_or_default().to_owned())
    }

    /// Presses one key, by its code point in the WebDriver standard.
    pub async fn press_key(&self, key: char) {
        let keyboard = KeyActions::new("keyboard".to_owned());
        let keyboard = keyboard.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        self.client.perform_actions(keyboard).await.expect("a keyboard");
    }

    /// Runs a function body in the page. Never used in place of a person's action.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let answer = self.client.execute(script, arguments).await;
        let answer = answer.unwrap_or_else(|error| panic!("the page does not answer {script}: {error}"));
        serde_json::from_value(answer.clone()).unwrap_or_else(|error| panic!("{script} gives {answer}: {error}"))
    }

    /// The same while the page may be navigating away; none if it does not answer.
    pub async fn try_ask<T: DeserializeOwned>(&self, script: &str) -> Option<T> {
        serde_json::from_value(self.client.execute(script, Vec::new()).await.ok()?).ok()
    }

    /// The same for a body that calls its last argument with the answer.
    pub async fn ask_later<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let answer = self.client.execute_async(script, arguments).await;
        let answer = answer.unwrap_or_else(|error| panic!("the page does not answer {script}: {error}"));
        serde_json::from_value(answer.clone()).unwrap_or_else(|error| panic!("{script} gives {answer}: {error}"))
    }

    /// An attribute of the page's root, such as `data-app`.
    pub async fn root(&self, attribute: &str) -> Option<String> {
        let script = "return document.documentElement.getAttribute(arguments[0])";
        let answer = self.client.execute(script, vec![json!(attribute)]).await.ok()?;
        answer.as_str().map(str::to_owned)
    }

    /// What the page says, as it is shown.
    pub async fn text(&self) -> String {
        let text = self.client.execute("return document.body.innerText", Vec::new()).await;
        text.map_or_else(|error| error.to_string(), |text| text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page says this somewhere.
    pub async fn says(&self, words: &str) {
        eventually(&format!("the page says {words:?}"), async || self.text().await.contains(words).then_some(())).await;
    }

    /// A command of the Chrome DevTools protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let body = Some(json!({ "cmd": command, "params": parameters }));
        let answer = self.client.issue_cmd(Extension { path: "goog/cdp/execute".to_owned(), body }).await;
        answer.unwrap_or_else(|error| panic!("{command} fails: {error}"))
    }

    /// Runs a script in every page from now on, before the page's own.
    pub async fn before_every_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Sets dark or light mode, and reduced motion, so that no colour is in the middle of a transition.
    pub async fn prefer_dark(&self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        let features = json!([
            { "name": "prefers-color-scheme", "value": value },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Bypasses the service worker and the browser's cache from now on.
    pub async fn ask_only_the_host(&self) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.setBypassServiceWorker", json!({ "bypass": true })).await;
        self.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    }

    /// Warnings and errors of the browser's console since it was opened.
    pub async fn complaints(&self) -> Vec<String> {
        let body = Some(json!({ "type": "browser" }));
        let log = self.client.issue_cmd(Extension { path: "se/log".to_owned(), body }).await.unwrap_or_default();
        let loud = |entry: &&Value| ["WARNING", "SEVERE"].contains(&entry["level"].as_str().unwrap_or_default());
        // Hints for developers, which only debug builds print.
        // And that a file is missing which most sites do not have.
        let known = ["outside a reactive tracking context", "programs/directory.json - Failed to load resource"];
        let advice = |entry: &&Value| {
            let message = entry["message"].as_str().unwrap_or_default();
            known.iter().any(|known| message.contains(known))
        };
        let line = |entry: &Value| format!("{}: {}", entry["level"], entry["message"].as_str().unwrap_or_default());
        self.console
            .borrow_mut()
            .extend(log.as_array().into_iter().flatten().filter(loud).filter(|entry| !advice(entry)).map(line));
        self.console.borrow().clone()
    }

    /// What is on the screen, as a PNG.
    pub async fn screenshot(&self) -> Vec<u8> {
        self.client.screenshot().await.unwrap_or_default()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.process.into_iter().for_each(kill);
    }
}

/// A command of a driver that fantoccini does not have.
#[derive(Debug)]
struct Extension {
    path: String,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        match &self.body {
            Some(body) => (http::Method::POST, Some(body.to_string())),
            None => (http::Method::GET, None),
        }
    }
}

/// The elements that can have a role.
fn selector(role: &str) -> &'static str {
    match role {
        "button" => "button",
        "link" => "a[href]",
        "searchbox" => "[role=searchbox]",
        "heading" => "h1, h2, h3, h4",
        other => panic!("no test has asked for a {other} yet: say which elements are one"),
    }
}

fn kill(process: u64) {
    let _ = Process::new("kill").args(["-KILL", &process.to_string()]).status();
}

fn is_alive(process: u64) -> bool {
    let state = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // A zombie has ended, although its parent has not collected it yet.
    !state.is_empty() && !state.contains(") Z ")
}
