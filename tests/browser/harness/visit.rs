//! One person's visit: a host, a browser with its profile, and what is written down when something goes wrong.

use super::browser::Browser;
use super::device::Device;
use super::driver::Driver;
use super::engine::Engine;
use super::host::Host;
use super::programs::skipped;
use super::site::{self, Site};
use super::small_disk::SmallDisk;
use super::wait::eventually;
use siganpyo::messages::{Language, Messages};
use siganpyo::program::Program;
use std::any::type_name_of_val;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use tokio::sync::Semaphore;

/// At most this many browsers at once; each has several processes.
static SEATS: Semaphore = Semaphore::const_new(2);
/// One WebKit at a time: two would block each other's databases.
static WEBKIT: Semaphore = Semaphore::const_new(1);

/// At most this many lines go into the report of a failure; a file has all of them.
const SHOWN_LINES: usize = 40;

/// How a visit begins.
#[derive(Clone, Copy)]
pub struct Setup {
    device: Device,
    language: Language,
    site: Site,
    copied: bool,
    engine: Engine,
    small_disk: bool,
}

impl Setup {
    /// A phone, in a language.
    pub const fn phone(language: Language) -> Setup {
        Setup { device: Device::PHONE, language, site: Site::Root, copied: false, engine: Engine::Chromium, small_disk: false }
    }

    /// In another engine than Chromium, on a laptop since the others cannot imitate a phone. In English, as they speak wherever
    /// they run.
    pub const fn engine(engine: Engine) -> Setup {
        Setup { engine, ..Setup::phone(Language::English).on(Device::LAPTOP) }
    }

    /// In another language.
    pub const fn language(self, language: Language) -> Setup {
        Setup { language, ..self }
    }

    /// On another device.
    pub const fn on(self, device: Device) -> Setup {
        Setup { device, ..self }
    }

    /// Another build of the app.
    pub const fn site(self, site: Site) -> Setup {
        Setup { site, ..self }
    }

    /// With a profile on a disk that can be filled.
    pub const fn on_small_disk(self) -> Setup {
        Setup { small_disk: true, ..self }
    }

    /// From a copy of the build, so that files can be taken away or changed.
    pub const fn copied(self) -> Setup {
        Setup { copied: true, ..self }
    }
}

/// The world of one test.
pub struct Visit {
    pub host: Host,
    /// The program that came with the app.
    pub program: Program,
    setup: Setup,
    driver: Driver,
    /// Everything that the test leaves behind.
    folder: PathBuf,
    browser: Option<Browser>,
    disk: Option<SmallDisk>,
}

/// What ends a test without failing it.
struct Skipped;

/// Ends a test here: the engine lacks what the rest of it needs, which is printed.
pub fn skip(reason: &str) -> ! {
    skipped(reason);
    resume_unwind(Box::new(Skipped))
}

/// Runs a test in a world of its own. When it fails, what was on the screen is written down.
pub fn visit(setup: Setup, test: impl AsyncFnOnce(&mut Visit)) {
    let name = name_of(&test);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let _turn = (setup.engine == Engine::WebKit).then(|| runtime.block_on(WEBKIT.acquire()).expect("nobody closes it"));
    let _seat = runtime.block_on(SEATS.acquire()).expect("nobody closes it");
    let mut visit = runtime.block_on(Visit::begin(&name, setup));
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&mut visit))));
    if let Err(panic) = outcome
        && !panic.is::<Skipped>()
    {
        runtime.block_on(visit.write_down());
        resume_unwind(panic);
    }
    runtime.block_on(visit.end());
}

/// The test runner names its threads after the tests, if it has several.
fn name_of<T>(test: &T) -> String {
    let thread = std::thread::current();
    let name = thread.name().filter(|name| *name != "main").unwrap_or_else(|| type_name_of_val(test));
    name.trim_start_matches("browser::").trim_start_matches("journeys::").replace("::{{closure}}", "").replace("::", ".")
}

impl Visit {
    async fn begin(name: &str, setup: Setup) -> Visit {
        let folder = results_folder().join(name);
        let _ = fs::remove_dir_all(&folder);
        for inner in ["profile", "downloads"] {
            fs::create_dir_all(folder.join(inner)).expect("a folder for results");
        }
        let disk = setup.small_disk.then(|| SmallDisk::mount(&folder.join("profile")).expect("the test asks first"));
        let mut served = setup.site.folder();
        if setup.copied {
            site::copy(&served, &folder.join("dist"));
            served = folder.join("dist");
        }
        let program = site::built_in_program(&served);
        let host = Host::start(&served, setup.site.prefix());
        let driver = match setup.engine {
            Engine::Chromium => Driver::chromium(&folder.join("chromedriver.log")),
            Engine::WebKit => Driver::webkit().await,
            Engine::Firefox => Driver::firefox(),
        };
        let mut visit = Visit { host, program, setup, driver, folder, browser: None, disk };
        visit.open_browser().await;
        visit
    }

    /// Starts the browser with what it remembers.
    pub async fn open_browser(&mut self) {
        let Setup { device, language, engine, .. } = self.setup;
        let tag = if language == Language::Korean { "ko-KR" } else { "en-US" };
        let profile = self.folder.join("profile");
        let capabilities = match engine {
            Engine::Chromium => device.chromium(&profile, &self.downloads(), tag),
            Engine::WebKit => Device::webkit(),
            Engine::Firefox => Device::firefox(&profile, &self.downloads(), tag),
        };
        self.browser = Some(Browser::open(&self.driver.address, capabilities, device.touch()).await);
    }

    /// Kills the browser and starts it again with what it remembers. WebKit's driver forgets everything with the process, so there
    /// a tab is closed and another one opened.
    pub async fn kill_and_open_browser(&mut self) {
        if self.setup.engine == Engine::WebKit {
            skipped("in WebKit: a new start of the browser; another tab is opened instead");
            return self.browser().replace_tab().await;
        }
        self.browser_dies().await;
        self.open_browser().await;
    }

    /// From now on this is another person's phone, which knows nothing yet.
    pub async fn open_another_phone(&mut self) {
        if self.setup.engine == Engine::WebKit {
            // Its browser forgets everything when it is closed.
            self.browser.as_mut().expect("an open browser").close().await;
            return self.open_browser().await;
        }
        self.browser_dies().await;
        // Processes of the browser that was killed may still write for a moment.
        let profile = self.folder.join("profile");
        eventually("the profile is forgotten", async || fs::remove_dir_all(&profile).ok()).await;
        fs::create_dir_all(&profile).expect("a folder for another profile");
        self.open_browser().await;
    }

    /// Waits until the page has drawn its program and has written that to the disk. If the browser were killed earlier, the next start would
    /// blame the program for it. Not for journeys about saving, where nothing may happen between saving and the kill.
    pub async fn has_answered(&self) {
        // The mark is gone. Writing that down is done when a later transaction that writes is done.
        let probe = "const [done] = arguments, mark = 'siganpyo' + document.documentElement.dataset.base + '#showing';
            if (JSON.parse(localStorage[mark] ?? 'null')) return done(false);
            siganpyoDatabase().then((database) => {
                const last = database.transaction('records', 'readwrite');
                last.oncomplete = () => { database.close(); done(true) };
            }, () => done(false))";
        let has_answered = async || self.browser().ask_later::<bool>(probe, Vec::new()).await.then_some(());
        eventually("the page has answered", has_answered).await;
    }

    /// Kills the browser.
    pub async fn browser_dies(&mut self) {
        self.browser.as_mut().expect("an open browser").kill().await;
    }

    /// Opens a place in the app, such as `/plan`.
    pub async fn open(&self, path: &str) {
        self.browser().go_to(&self.host.address(path)).await;
    }

    /// The disk that can be filled.
    pub fn disk(&self) -> &SmallDisk {
        self.disk.as_ref().expect("a visit that was set up with one")
    }

    pub fn is_in_webkit(&self) -> bool {
        self.setup.engine == Engine::WebKit
    }

    pub fn browser(&self) -> &Browser {
        self.browser.as_ref().expect("an open browser")
    }

    /// The texts that the person sees.
    pub fn messages(&self) -> &'static Messages {
        self.setup.language.messages()
    }

    pub fn language(&self) -> Language {
        self.setup.language
    }

    /// Where the browser puts what is saved.
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// A place for a file of the test.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A downloaded file, once it ends as it should: the browser creates it before it is complete.
    pub async fn download(&self, name: &str, end: &[u8]) -> Vec<u8> {
        let whole = async || fs::read(self.downloads().join(name)).ok().filter(|bytes| bytes.ends_with(end));
        eventually(&format!("{name} is among the downloads"), whole).await
    }

    /// Fails if the console has warnings or errors, violations of the security policy among them.
    pub async fn assert_quiet_console(&self) {
        let complaints = self.browser().complaints().await;
        assert!(complaints.is_empty(), "the console says: {complaints:#?}");
    }

    async fn write_down(&mut self) {
        let Some(browser) = &self.browser else { return };
        let seen = format!(
            "address: {}\napp: {:?}, offline: {:?}\nconsole: {:#?}\npage:\n{}",
            browser.address().await,
            browser.root("data-app").await,
            browser.root("data-offline").await,
            browser.complaints().await,
            browser.text().await,
        );
        let _ = fs::write(self.file("seen.txt"), &seen);
        let _ = fs::write(self.file("seen.png"), browser.screenshot().await);
        let beginning: Vec<&str> = seen.lines().filter(|line| !line.is_empty()).take(SHOWN_LINES).collect();
        eprintln!("{}\n… all of it and a screenshot: {}", beginning.join("\n"), self.folder.display());
    }

    async fn end(&mut self) {
        if let Some(mut browser) = self.browser.take() {
            browser.close().await;
        }
        self.disk = None;
        let _ = fs::remove_dir_all(self.file("profile"));
        let _ = fs::remove_dir_all(self.file("dist"));
    }
}

/// Where failures leave what was seen: `target/browser`.
pub fn results_folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("browser")
}
