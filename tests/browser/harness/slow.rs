//! A slow phone: processes that get a quarter of the time.
//!
//! The browser's own throttling holds back the page and no worker, so the processes in which pages and workers run are
//! stopped and continued.

use std::fs;
use std::process::{Child, Command};

/// Ten milliseconds of work in forty.
const LOOP: &str = "while :; do kill -STOP $PROCESSES; sleep 0.03; kill -CONT $PROCESSES; sleep 0.01; done 2>/dev/null";

/// As long as this is there, the processes are four times slower.
pub struct Slow {
    pacer: Child,
    processes: Vec<String>,
}

impl Slow {
    /// Slows down everything in which this browser runs pages and workers.
    pub fn renderers(browser: u64) -> Slow {
        let processes: Vec<String> = renderers(browser).iter().map(u64::to_string).collect();
        assert!(!processes.is_empty(), "the browser has no renderer");
        let pacer = Command::new("sh").args(["-c", LOOP]).env("PROCESSES", processes.join(" ")).spawn().expect("a shell");
        Slow { pacer, processes }
    }
}

impl Drop for Slow {
    fn drop(&mut self) {
        let _ = self.pacer.kill();
        let _ = self.pacer.wait();
        let _ = Command::new("kill").arg("-CONT").args(&self.processes).status();
    }
}

fn renderers(browser: u64) -> Vec<u64> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let processes = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    processes.filter(|process| is_renderer(*process) && ancestors(*process).any(|ancestor| ancestor == browser)).collect()
}

fn is_renderer(process: u64) -> bool {
    fs::read_to_string(format!("/proc/{process}/cmdline")).is_ok_and(|line| line.contains("--type=renderer"))
}

fn ancestors(process: u64) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(process), |process| {
        let state = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        // After the name in brackets, which may hold anything, come the state and the parent.
        state.rsplit(") ").next()?.split(' ').nth(1)?.parse().ok().filter(|parent| *parent > 0)
    })
}
