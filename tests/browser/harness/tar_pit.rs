//! A host that is well but for some of its files: whoever asks for one of those is held for ever.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How a request for a file is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manners {
    /// It never gets an answer.
    Silent,
    /// It gets the head of an answer and then one byte at a time.
    Trickling,
    /// It gets bytes without end, as fast as it reads them.
    Endless,
}

/// Pause between two looks whether the other side is still there.
const PAUSE: Duration = Duration::from_millis(200);

/// Answers in a host's place for as long as this value lives.
pub struct TarPit {
    port: u16,
    inside: Arc<Inside>,
    thread: Option<JoinHandle<()>>,
}

struct Inside {
    folder: PathBuf,
    held: BTreeMap<&'static str, (Manners, AtomicUsize)>,
    is_over: AtomicBool,
}

impl TarPit {
    /// Serves the folder, and treats requests for the named files as given.
    pub fn open(port: u16, folder: &Path, manners: &[(&'static str, Manners)]) -> TarPit {
        let listener = TcpListener::bind(("127.0.0.1", port)).expect("the port that was free a moment ago");
        let held = manners.iter().map(|(file, manners)| (*file, (*manners, AtomicUsize::new(0)))).collect();
        let inside = Arc::new(Inside { folder: folder.to_owned(), held, is_over: AtomicBool::new(false) });
        let shared = inside.clone();
        let thread = thread::spawn(move || {
            let connections = listener.incoming().take_while(|_| !shared.is_over.load(Ordering::SeqCst));
            connections.flatten().for_each(|connection| {
                let inside = shared.clone();
                drop(thread::spawn(move || inside.answer(connection)));
            });
        });
        TarPit { port, inside, thread: Some(thread) }
    }

    /// How many requests for this file are waiting.
    pub fn holds(&self, file: &str) -> usize {
        self.inside.held[file].1.load(Ordering::SeqCst)
    }
}

impl Drop for TarPit {
    fn drop(&mut self) {
        self.inside.is_over.store(true, Ordering::SeqCst);
        // It waits for a next connection.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

impl Inside {
    fn answer(&self, mut connection: TcpStream) {
        // Browsers open connections in advance, on which they may ask nothing.
        let _ = connection.set_read_timeout(Some(Duration::from_secs(5)));
        let mut asked = [0; 8192];
        let length = connection.read(&mut asked).unwrap_or_default();
        let line = String::from_utf8_lossy(&asked[..length]);
        let Some(file) = line.split(' ').nth(1).and_then(|path| path.split('?').next()).map(|path| path.trim_start_matches('/'))
        else {
            return;
        };
        match self.held.get(file) {
            Some((manners, count)) => {
                count.fetch_add(1, Ordering::SeqCst);
                self.hold(&mut connection, *manners);
                count.fetch_sub(1, Ordering::SeqCst);
            }
            None => self.serve(&mut connection, if file.is_empty() { "index.html" } else { file }),
        }
    }

    /// Until the other side goes away.
    fn hold(&self, connection: &mut TcpStream, manners: Manners) {
        let _ = connection.set_read_timeout(Some(PAUSE));
        if manners != Manners::Silent {
            let _ = connection.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{");
        }
        while !self.is_over.load(Ordering::SeqCst) {
            let sent = match manners {
                Manners::Silent => Ok(()),
                Manners::Trickling => connection.write_all(b" "),
                Manners::Endless => connection.write_all(&[b' '; 1 << 16]),
            };
            let is_gone = manners != Manners::Endless && matches!(connection.read(&mut [0; 16]), Ok(0));
            if sent.is_err() || is_gone {
                return;
            }
        }
    }

    fn serve(&self, connection: &mut TcpStream, file: &str) {
        let (status, bytes) = match fs::read(self.folder.join(file)) {
            Ok(bytes) => ("200 OK", bytes),
            Err(_) => ("404 Not Found", Vec::new()),
        };
        let kind = match file.rsplit('.').next() {
            Some("html") => "text/html",
            Some("js") => "text/javascript",
            Some("wasm") => "application/wasm",
            _ => "application/json",
        };
        let head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nCache-Control: no-cache\r\nConnection: close");
        let _ = write!(connection, "{head}\r\nContent-Length: {}\r\n\r\n", bytes.len());
        let _ = connection.write_all(&bytes);
    }
}
