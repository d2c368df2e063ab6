//! `/wallpaper`: the picture for the lock screen.

use super::Frame;
use crate::harness::{Element, Visit, eventually};
use siganpyo::messages::studio::StudioMessages;
use siganpyo::wallpaper::{Design, Screen, Theme, Zone};
use std::fs;
use std::path::Path;

pub struct WallpaperPage<'v>(&'v Visit);

/// The pictures that are shown: address and natural size of each.
type Pictures = Vec<(String, u32, u32)>;

const PICTURES: &str = "return [...document.querySelectorAll('img[data-role=wallpaper]')]
    .map((img) => [img.src, img.complete ? img.naturalWidth : 0, img.complete ? img.naturalHeight : 0])";

/// The name and the checksum of the chunk that ends every PNG.
const PNG_END: &[u8] = b"IEND\xae\x42\x60\x82";

impl<'v> WallpaperPage<'v> {
    /// Opens the page by its address.
    pub async fn open(visit: &'v Visit) -> WallpaperPage<'v> {
        Frame(visit).open("/wallpaper").await;
        WallpaperPage(visit)
    }

    /// Returns the page, which is open already.
    pub fn here(visit: &'v Visit) -> WallpaperPage<'v> {
        WallpaperPage(visit)
    }

    pub fn messages(&self) -> &'static StudioMessages {
        self.0.language().studio_messages()
    }

    pub async fn choose_phone(&self, screen: Screen) {
        self.choose("phone", &format!("{}x{}", screen.width, screen.height)).await;
    }

    pub async fn choose_zone(&self, zone: Zone) {
        self.choose("zone", zone.name()).await;
    }

    pub async fn choose_theme(&self, theme: Theme) {
        self.press(theme.in_words(self.messages())).await;
    }

    pub async fn choose_design(&self, design: Design) {
        self.press(design.in_words(self.messages())).await;
    }

    /// Returns the design that is marked as chosen.
    pub async fn chosen_design(&self) -> Option<String> {
        let script = "return document.querySelector('[data-design][aria-pressed=true]')?.dataset.design ?? null";
        self.0.browser().ask(script, Vec::new()).await
    }

    /// Presses a choice.
    async fn press(&self, name: &str) {
        self.redraws(async || Frame(self.0).press(name).await).await;
        let button = self.0.browser().named("button", name).await;
        let pressed = async || button.attr("aria-pressed").await.ok().flatten().is_some_and(|pressed| pressed == "true");
        eventually(&format!("{name:?} is chosen"), async || pressed().await.then_some(())).await;
    }

    async fn choose(&self, field: &str, value: &str) {
        self.is_settled().await;
        let select = self.0.browser().find(&format!("select[data-field={field}]")).await;
        if select.prop("value").await.expect("a choice").as_deref() == Some(value) {
            return;
        }
        let choose = async || select.select_by_value(value).await;
        self.redraws(async || choose().await.unwrap_or_else(|error| panic!("{field} offers no {value}: {error}"))).await;
    }

    /// Does something that changes the picture, and waits for the new one. A picture that is still being drawn moves the
    /// page, so it is awaited first, as users do.
    async fn redraws(&self, act: impl AsyncFnOnce()) {
        self.is_settled().await;
        let before = self.addresses().await;
        act().await;
        let is_new = async || {
            let now = self.addresses().await;
            (!now.is_empty() && !now.iter().any(|address| before.contains(address))).then_some(())
        };
        eventually("another picture is drawn", is_new).await;
        self.is_settled().await;
    }

    /// Waits until all pictures are shown in this size, and returns their number.
    pub async fn pictures_of(&self, screen: Screen) -> usize {
        let browser = self.0.browser();
        let right = |pictures: &Pictures| pictures.iter().all(|picture| (picture.1, picture.2) == (screen.width, screen.height));
        eventually(&format!("pictures of {screen:?}"), async || {
            let pictures: Pictures = browser.ask(PICTURES, Vec::new()).await;
            (!pictures.is_empty() && right(&pictures)).then_some(pictures.len())
        })
        .await
    }

    /// Waits until the pictures do not change any more: the last choice has been drawn.
    pub async fn is_settled(&self) {
        let drawing = self.messages().making;
        let browser = self.0.browser();
        eventually("the picture is drawn", async || {
            let before = self.addresses().await;
            let still = !before.is_empty() && !browser.text().await.contains(drawing) && self.addresses().await == before;
            still.then_some(())
        })
        .await;
    }

    /// Returns the addresses of the pictures that are shown; a new picture has a new address.
    pub async fn addresses(&self) -> Vec<String> {
        let pictures: Pictures = self.0.browser().ask(PICTURES, Vec::new()).await;
        pictures.into_iter().map(|picture| picture.0).collect()
    }

    /// Saves every picture with its button, and returns the files in the order of the page.
    pub async fn save_all(&self) -> Vec<Vec<u8>> {
        let browser = self.0.browser();
        let _ = fs::remove_dir_all(self.0.downloads());
        fs::create_dir_all(self.0.downloads()).expect("an empty folder");
        let buttons: Vec<Element> = browser.find_all("[data-action=save-wallpaper]").await;
        let mut files = Vec::new();
        for button in buttons {
            let known = self.downloaded();
            browser.tap(&button).await;
            let new = async || self.downloaded().into_iter().find(|name| !known.contains(name));
            let name = eventually("the picture is among the downloads", new).await;
            files.push(self.0.download(&name, PNG_END).await);
        }
        files
    }

    fn downloaded(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.downloads()).expect("a folder").flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        names.filter(|name| name.ends_with(".png")).collect()
    }

    /// Presses the button that tries again.
    pub async fn retry(&self) {
        self.act_on("[data-action=retry]").await;
    }

    /// Presses the button of this action once everything is drawn.
    pub async fn act(&self, action: &str) {
        self.is_settled().await;
        self.act_on(&format!("[data-action={action}]")).await;
    }

    /// Presses the element that matches the selector.
    pub async fn act_on(&self, css: &str) {
        self.0.browser().tap_on(css).await;
    }

    /// Ticks the box of the conference's logo, or removes the tick.
    pub async fn switch_logo(&self) {
        self.redraws(async || self.act_on("[data-field=logo]").await).await;
    }

    /// Chooses a sheet of paper instead of a phone.
    pub async fn choose_sheet(&self, paper: &str) {
        self.choose("phone", paper).await;
    }

    /// Moves the whole band by this many thousandths of the screen with a finger.
    pub async fn drag_band(&self, thousandths: i32) {
        self.is_settled().await;
        let script = "const [way] = arguments, area = document.querySelector('.silhouette');
            const free = area.querySelector('.free').getBoundingClientRect(), x = free.x + free.width / 2, y = free.y + free.height / 2;
            const event = (type, by) => area.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y + by, bubbles: true }));
            const by = way * area.getBoundingClientRect().height / 1000;
            event('pointerdown', 0), event('pointermove', by / 2), event('pointermove', by), event('pointerup', by)";
        self.0.browser().ask::<()>(script, vec![thousandths.into()]).await;
    }

    /// Returns the zone that is used the next time.
    pub async fn remembered_zone(&self) -> String {
        self.0.browser().ask("return JSON.parse(localStorage['siganpyo/#settings']).zone", Vec::new()).await
    }

    /// Chooses a photo of the device.
    pub async fn open_photo(&self, file: &Path) {
        let input = self.0.browser().find("input[data-action=open-photo]").await;
        input.send_keys(&file.to_string_lossy()).await.expect("an input that takes a file");
    }

    /// Returns the message about the last saved picture if it is out of date.
    pub async fn out_of_date(&self) -> Option<String> {
        let script = "return document.querySelector('[data-role=out-of-date]')?.innerText ?? null";
        self.0.browser().ask(script, Vec::new()).await
    }

    /// Returns the choice of days, if the plan has several.
    pub async fn choose_day(&self, name: &str) {
        self.press(name).await;
    }

    /// Returns the picture as text, as for screen readers.
    pub async fn alternative_text(&self) -> String {
        let script = "return [...document.querySelectorAll('img[data-role=wallpaper]')].map((img) => img.alt).join('\\n')";
        self.0.browser().ask(script, Vec::new()).await
    }
}
