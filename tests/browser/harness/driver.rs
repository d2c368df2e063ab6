//! The process through which a test speaks to its browser.

use super::programs::{self, Running};
use super::wait::eventually;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};
use tokio::net::TcpSocket;

/// In none of the journeys is the phone in the venue's time zone.
const TIME_ZONE: &str = "America/New_York";

const TRIES: usize = 5;

/// A WebDriver server of the test's own.
pub struct Driver {
    pub address: String,
    _process: Running,
    _display: Option<(Running, TcpSocket)>,
}

impl Driver {
    /// For Chromium. Now and then the port that it chooses is free in only one of the two internet protocols.
    pub fn chromium(log: &Path) -> Driver {
        let mut tries = (0..TRIES).map(|_| Driver::try_chromium(log));
        let mut problem = String::new();
        tries.find_map(|driver| driver.map_err(|said| problem = said).ok()).unwrap_or_else(|| panic!("{problem}"))
    }

    fn try_chromium(log: &Path) -> Result<Driver, String> {
        let mut command = Command::new(programs::chromedriver());
        command.arg("--port=0").arg(format!("--log-path={}", log.display())).env("TZ", TIME_ZONE);
        let (process, port) = Running::start(&mut command, |line| {
            let (_, rest) = line.split_once("started successfully on port ")?;
            rest.trim_end_matches('.').parse::<u16>().ok()
        })?;
        Ok(Driver { address: format!("http://127.0.0.1:{port}"), _process: process, _display: None })
    }

    /// For Firefox.
    pub fn firefox() -> Driver {
        let mut command = Command::new(programs::geckodriver().expect("the test asks first"));
        command.args(["--port", "0", "--websocket-port", "0"]).env("TZ", TIME_ZONE).stderr(Stdio::null());
        let (process, port) =
            Running::start(&mut command, |line| line.rsplit_once("Listening on 127.0.0.1:")?.1.parse::<u16>().ok())
                .unwrap_or_else(|problem| panic!("{problem}"));
        Driver { address: format!("http://127.0.0.1:{port}"), _process: process, _display: None }
    }

    /// For WebKitGTK's MiniBrowser, on a screen that nobody sees.
    pub async fn webkit() -> Driver {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]).stderr(Stdio::null());
        let (display, number) =
            Running::start(&mut command, |line| line.parse::<u32>().ok()).unwrap_or_else(|problem| panic!("{problem}"));
        let (reserved, port) = programs::reserve_port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).env("TZ", TIME_ZONE).env("DISPLAY", format!(":{number}"));
        let process = Running::start_silent(&mut command);
        let listens = async || TcpStream::connect(("127.0.0.1", port)).is_ok().then_some(());
        eventually("WebKitWebDriver listens", listens).await;
        Driver { address: format!("http://127.0.0.1:{port}"), _process: process, _display: Some((display, reserved)) }
    }
}
