//! The login page of a venue's Wi-Fi: it answers every question with itself, and says that this is what was asked for.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

const PAGE: &str = "<!doctype html><title>Free Wi-Fi</title><h1>Please log in</h1>";

/// Answers in a host's place for as long as this value lives.
pub struct Portal {
    port: u16,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Portal {
    pub fn open(port: u16) -> Portal {
        let listener = TcpListener::bind(("127.0.0.1", port)).expect("the port that is reserved for the host");
        let is_over = Arc::new(AtomicBool::new(false));
        let ends = is_over.clone();
        let thread = thread::spawn(move || {
            let connections = listener.incoming().take_while(|_| !ends.load(Ordering::SeqCst));
            connections.flatten().for_each(|connection| drop(thread::spawn(move || answer(connection))));
        });
        Portal { port, is_over, thread: Some(thread) }
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        // It waits for a next connection.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

fn answer(mut connection: TcpStream) {
    // Browsers open connections in advance, on which they may ask nothing.
    let _ = connection.set_read_timeout(Some(Duration::from_secs(5)));
    if connection.read(&mut [0; 8192]).is_ok_and(|length| length > 0) {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close";
        let _ = write!(connection, "{head}\r\nContent-Length: {}\r\n\r\n{PAGE}", PAGE.len());
    }
}
