//! A tap, from the finger to what the page does upon it.

use super::browser::Browser;
use super::wait::eventually;
use fantoccini::actions::{InputSource, PointerAction, TouchActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::json;
use std::time::Duration;

/// Scrolls the element into view and records what the next click hits, before the page handles it: an empty text if it is the element,
/// the markup of another element that can be tapped, else `nothing`. If it hits something else because the element has moved since, as
/// when a line above it appears late, the page does not hear of the click, and `moved` is recorded.
const AIM: &str = "const [element] = arguments;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    window.tapped = null;
    const { top, left } = element.getBoundingClientRect();
    const hasMoved = () => { const now = element.getBoundingClientRect(); return now.top !== top || now.left !== left };
    const reached = (target) => target.closest('a, button, input, label, select, summary, textarea') ? target.outerHTML.slice(0, 200) : 'nothing';
    const note = (event) => {
        if (!element.contains(event.target) && element.isConnected && hasMoved()) {
            event.preventDefault();
            event.stopImmediatePropagation();
            window.tapped = 'moved';
        } else {
            window.tapped = element.contains(event.target) ? '' : reached(event.target);
        }
    };
    addEventListener('click', note, { capture: true, once: true })";

/// What was hit instead of the element: empty if it was the element, null if nothing was hit yet. A script runs only after the page has
/// handled the click. If there is another page by now, the click has led to it.
const TAPPED: &str = "return window.tapped === undefined ? '' : window.tapped";

impl Browser {
    /// Taps with a finger, or clicks with a mouse, and waits until the page has handled it. The driver returns earlier, and a test would
    /// then look at the page as it was before the tap.
    pub async fn tap(&self, element: &Element) {
        self.try_tap(element).await.unwrap_or_else(|error| panic!("a tap does not work: {error}"));
    }

    /// Taps what a selector finds first, once it is there.
    pub async fn tap_on(&self, css: &str) {
        self.tap_found(css, async || self.find(css).await).await;
    }

    /// Taps what an XPath finds first, once it is there.
    pub async fn tap_at(&self, path: &str) {
        self.tap_found(path, async || self.find_by_path(path).await).await;
    }

    /// Taps the one element of this role and accessible name, once it is there.
    pub async fn tap_named(&self, role: &str, name: &str) {
        self.tap_found(name, async || self.named(role, name).await).await;
    }

    /// If the element is drawn anew between finding and tapping it, nothing was tapped, so it is looked for again.
    async fn tap_found(&self, what: &str, find: impl AsyncFn() -> Element) {
        let tapped = async || match self.try_tap(&find().await).await {
            Err(error) if error.is_stale_element_reference() => None,
            tapped => Some(tapped),
        };
        let tapped = eventually(&format!("{what} stays until it is tapped"), tapped).await;
        tapped.unwrap_or_else(|error| panic!("a tap on {what} does not work: {error}"));
    }

    /// Taps, and once more if that hit nothing or the element had moved: content that appears late moves what is below it.
    async fn try_tap(&self, element: &Element) -> Result<(), CmdError> {
        let tapped = async || match self.tap_once(element).await {
            Ok(instead) if instead == "nothing" || instead == "moved" => None,
            // It was still outside of the screen: the top line comes back a moment after the page is scrolled up.
            Err(error) if error.to_string().contains("out of bounds") => None,
            tapped => Some(tapped),
        };
        let instead = eventually("a tap reaches what it is aimed at", tapped).await?;
        assert!(instead.is_empty(), "a tap reached {instead}");
        Ok(())
    }

    /// What a tap has reached instead of the element; empty where it has reached that.
    async fn tap_once(&self, element: &Element) -> Result<String, CmdError> {
        self.client.execute(AIM, vec![json!(element)]).await?;
        if self.touch {
            let to = PointerAction::MoveToElement { element: element.clone(), duration: Some(Duration::ZERO), x: 0.0, y: 0.0 };
            let finger = TouchActions::new("finger".to_owned());
            let finger = finger.then(to).then(PointerAction::Down { button: 0 }).then(PointerAction::Up { button: 0 });
            self.client.perform_actions(finger).await?;
        } else {
            element.click().await?;
        }
        let reached = async || self.client.execute(TAPPED, Vec::new()).await.ok()?.as_str().map(str::to_owned);
        Ok(eventually("the page has handled a tap", reached).await)
    }
}
