//! A hall full of people: how a host on one core takes many visits within ten seconds. It only prints; no test asserts a time.

use crate::server::{Server, Site};
use siganpyo::publish::{offline, rewrite};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

/// Within which all of them come.
const RUSH: Duration = Duration::from_secs(10);
/// How long a person waits for a file.
const PATIENCE: Duration = Duration::from_secs(20);
/// First visits, and as many of people who were here before, unless `SIGANPYO_CROWD` says how many.
const CROWD: usize = 3_000;

/// Files with the tags that a host gave them.
type Tags = Vec<(String, String)>;

/// What a visit asks for.
struct Wanted {
    /// Needed before the program can be read and picked from.
    first: Vec<String>,
    /// Fetched after that, for offline use.
    then: Vec<String>,
}

/// How a visit went.
struct Visit {
    /// Until the program could be read.
    first: Duration,
    requests: usize,
    failures: usize,
    bytes: usize,
}

#[test]
#[ignore = "a measurement: cargo xtask crowd"]
fn crowd() {
    let people = std::env::var("SIGANPYO_CROWD").ok().and_then(|number| number.parse().ok()).unwrap_or(CROWD);
    let [site, _] = Site::both();
    let wanted = Arc::new(wanted(&site));
    for name in ["nginx", "Apache httpd, prefork"] {
        let server = if name == "nginx" { Server::nginx(&site) } else { Server::apache_prefork(&site) };
        let Some(server) = server else { continue };
        server.keep_to_one_core();
        let tags = Arc::new(tags(server.port, &wanted));
        for (who, tags) in [("first visits", None), ("visits of people who were here before", Some(&tags))] {
            print(name, who, people, &rush(server.port, people, &wanted, tags));
        }
    }
}

/// The files of a first visit, as page and service worker name them.
fn wanted(site: &Site) -> Wanted {
    let text = |path: &str| String::from_utf8(site.read(path)).expect("text");
    let page = text("index.html");
    let links = |selector: &str, name: &str| rewrite::own_files(&page, selector, name).expect("a page of ours");
    let mut first = vec![String::new()];
    first.extend(links("link[rel='preload'], link[rel='modulepreload']", "href"));
    first.extend(links("script[src]", "src"));
    let then =
        offline::read(&text("sw.js")).expect("a list").into_iter().filter(|path| path != "index.html" && !first.contains(path));
    let then = then.chain(["sw.js".to_owned()]).collect();
    Wanted { first, then }
}

/// The tag of each file that somebody who was here before asks for again: the page, the program, the service worker.
fn tags(port: u16, wanted: &Wanted) -> Tags {
    let again =
        wanted.first.iter().chain(&wanted.then).filter(|path| path.is_empty() || *path == "sw.js" || path.ends_with(".json"));
    let tag = |path: &String| (path.clone(), crate::answer::get(port, &format!("/{path}"), "br").header("etag"));
    again.map(tag).collect()
}

/// Sends the crowd, each person on a connection of their own.
fn rush(port: u16, people: usize, wanted: &Arc<Wanted>, tags: Option<&Arc<Tags>>) -> Vec<Visit> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let visits: Vec<_> = (0..people)
            .map(|person| {
                let (wanted, tags) = (wanted.clone(), tags.cloned());
                tokio::spawn(async move {
                    sleep(RUSH * u32::try_from(person).expect("a crowd") / u32::try_from(people).expect("a crowd")).await;
                    match tags {
                        Some(tags) => again(port, &tags).await,
                        None => first(port, &wanted).await,
                    }
                })
            })
            .collect();
        let mut done = Vec::new();
        for visit in visits {
            done.push(visit.await.expect("a visit ends"));
        }
        done
    })
}

async fn first(port: u16, wanted: &Wanted) -> Visit {
    let start = Instant::now();
    let mut visit = Visit { first: Duration::ZERO, requests: 0, failures: 0, bytes: 0 };
    let mut connection = None;
    for path in &wanted.first {
        visit.ask(&mut connection, port, path, "").await;
    }
    visit.first = start.elapsed();
    for path in &wanted.then {
        visit.ask(&mut connection, port, path, "").await;
    }
    visit
}

async fn again(port: u16, tags: &Tags) -> Visit {
    let start = Instant::now();
    let mut visit = Visit { first: Duration::ZERO, requests: 0, failures: 0, bytes: 0 };
    let mut connection = None;
    for (path, tag) in tags {
        visit.ask(&mut connection, port, path, &format!("If-None-Match: {tag}\r\n")).await;
    }
    visit.first = start.elapsed();
    visit
}

impl Visit {
    async fn ask(&mut self, connection: &mut Option<BufReader<TcpStream>>, port: u16, path: &str, header: &str) {
        self.requests += 1;
        match timeout(PATIENCE, answer(connection, port, path, header)).await {
            Ok(Ok(bytes)) => self.bytes += bytes,
            _ => {
                self.failures += 1;
                *connection = None;
            }
        }
    }
}

/// Asks for a file and returns the length of the whole answer. Connections that the host has closed are opened again.
async fn answer(connection: &mut Option<BufReader<TcpStream>>, port: u16, path: &str, header: &str) -> std::io::Result<usize> {
    let stream = match connection {
        Some(stream) => stream,
        None => connection.insert(BufReader::new(TcpStream::connect(("127.0.0.1", port)).await?)),
    };
    let question =
        format!("GET /{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip, deflate, br\r\n{header}\r\n");
    stream.get_mut().write_all(question.as_bytes()).await?;
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    let head_text = String::from_utf8_lossy(&head).to_ascii_lowercase();
    let length = head_text.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
    let is_fine = [" 200 ", " 304 "].iter().any(|status| head_text.lines().next().is_some_and(|line| line.contains(status)));
    let mut body = vec![0; length.unwrap_or(0)];
    stream.read_exact(&mut body).await?;
    if head_text.contains("connection: close") {
        *connection = None;
    }
    if is_fine { Ok(head.len() + body.len()) } else { Err(std::io::Error::other("refused")) }
}

fn print(host: &str, who: &str, people: usize, visits: &[Visit]) {
    let mut waits: Vec<Duration> = visits.iter().map(|visit| visit.first).collect();
    waits.sort();
    let at = |share: usize| waits[(waits.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    let sum = |count: fn(&Visit) -> usize| visits.iter().map(count).sum::<usize>();
    println!(
        "{host}, one core: {people} {who} within {} s: {} requests, {} failed, {:.1} MB; until the program can be read: \
         median {:.0} ms, 95 % {:.0} ms, 99 % {:.0} ms, longest {:.0} ms",
        RUSH.as_secs(),
        sum(|visit| visit.requests),
        sum(|visit| visit.failures),
        sum(|visit| visit.bytes) as f64 / 1e6,
        at(50),
        at(95),
        at(99),
        at(100)
    );
}
