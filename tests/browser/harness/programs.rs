//! The programs that the tests drive: where they are, how they are started, and that they end with the test.

use std::env;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use tokio::net::TcpSocket;

/// A program that runs beside the test and is killed when this value is dropped.
pub struct Running {
    child: Child,
    /// Kept open: a program that cannot print may end.
    _output: Option<BufReader<ChildStdout>>,
}

impl Running {
    /// Starts the program and returns what `pick` finds in the first line that it prints for this purpose.
    ///
    /// # Errors
    ///
    /// It ended before; here is what it said.
    pub fn start<T>(command: &mut Command, pick: impl Fn(&str) -> Option<T>) -> Result<(Running, T), String> {
        let name = command.get_program().to_string_lossy().into_owned();
        let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut child = started.map_err(|error| format!("{name} cannot be started: {error}"))?;
        let mut output = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut said = String::new();
        loop {
            let before = said.len();
            if output.read_line(&mut said).unwrap_or_default() == 0 {
                return Err(format!("{name} ended before it was ready. It said:\n{said}"));
            }
            if let Some(found) = pick(said[before..].trim()) {
                return Ok((Running { child, _output: Some(output) }, found));
            }
        }
    }

    /// Starts a program that does not say when it is ready.
    pub fn start_silent(command: &mut Command) -> Running {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        Running { child: child.unwrap_or_else(|error| panic!("{name} cannot be started: {error}")), _output: None }
    }

    /// Ends it the hard way and waits until it is gone.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Chromium or Chrome.
pub fn chromium() -> PathBuf {
    let names = ["chromium", "google-chrome", "google-chrome-stable", "chrome"];
    let found = from_env(&["CHROME", "CHROMIUM"]).or_else(|| find(&names));
    found.expect("the browser tests need Chromium: install Debian's chromium, or set CHROME to the browser's path")
}

/// The driver of the same version.
pub fn chromedriver() -> PathBuf {
    let found = from_env(&["CHROMEDRIVER"]).or_else(|| find(&["chromedriver"]));
    found.expect("the browser tests need chromedriver: install Debian's chromium-driver, or set CHROMEDRIVER to its path")
}

/// WebKitGTK's own small browser, which its driver drives.
pub fn mini_browser() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    let inside = |folder: PathBuf| ["webkit2gtk-4.1", "webkit2gtk-4.0"].map(|name| folder.join(name).join("MiniBrowser"));
    let usual = PathBuf::from("/usr/libexec/webkit2gtk-4.1/MiniBrowser");
    folders.flat_map(inside).chain([usual]).find(|path| path.is_file())
}

/// Whether WebKit can be driven here; says how to get it where not.
pub fn webkit_is_here() -> bool {
    let here = ["WebKitWebDriver", "Xvfb"].iter().all(|name| find(&[name]).is_some()) && mini_browser().is_some();
    if !here {
        skipped("the story in WebKit: install Debian's webkit2gtk-driver, libwebkit2gtk-4.1-0 and xvfb");
    }
    here
}

/// Firefox, of whichever release.
pub fn firefox() -> Option<PathBuf> {
    find(&["firefox-esr", "firefox"])
}

/// What drives it.
pub fn geckodriver() -> Option<PathBuf> {
    from_env(&["GECKODRIVER"]).or_else(|| find(&["geckodriver"]))
}

/// Whether Firefox can be driven here; says how to get it where not.
pub fn firefox_is_here() -> bool {
    let here = firefox().is_some() && geckodriver().is_some();
    if !here {
        skipped("the story in Firefox: install Debian's firefox-esr, and geckodriver with `cargo install geckodriver`");
    }
    here
}

/// The first of these programs that is on the PATH.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.is_file())
}

fn from_env(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(env::var_os).map(PathBuf::from)
}

/// A port that the system gives to no other program while the socket exists. Connections are refused until a program listens on it.
pub fn reserve_port() -> (TcpSocket, u16) {
    let reserve = || {
        let socket = TcpSocket::new_v4()?;
        // With this option on both sockets, as servers set it, a second one can be bound to the same port.
        socket.set_reuseaddr(true)?;
        socket.bind(SocketAddr::from(([127, 0, 0, 1], 0)))?;
        let port = socket.local_addr()?.port();
        Ok::<_, io::Error>((socket, port))
    };
    reserve().expect("a port on this machine")
}

/// Says why a test did not run. Not println!, which a passing test swallows.
pub fn skipped(reason: &str) {
    use std::io::Write as _;
    let _ = writeln!(io::stderr(), "skipped: {reason}");
}
