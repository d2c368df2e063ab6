//! Files from the web, from a small host of our own on this machine.

use super::*;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

/// A web host that answers each request with what `answer` makes of its path; it ends with the process.
pub fn host(answer: impl Fn(&str) -> Vec<u8> + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for visit in listener.incoming() {
            let mut visit = visit.unwrap();
            let path = path_of(&mut visit);
            // Who reads only the beginning of an answer hangs up on the rest.
            let _ = visit.write_all(&answer(&path));
        }
    });
    address
}

fn path_of(visit: &mut TcpStream) -> String {
    let mut request = Vec::new();
    let mut piece = [0; 1024];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match visit.read(&mut piece) {
            Ok(0) | Err(_) => break,
            Ok(length) => request.extend_from_slice(&piece[..length]),
        }
        // Whoever speaks TLS gets an answer in plain text, too.
        if !request.starts_with(b"G") {
            break;
        }
    }
    String::from_utf8_lossy(&request).split(' ').nth(1).unwrap_or_default().to_owned()
}

pub fn ok(body: impl AsRef<[u8]>) -> Vec<u8> {
    [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", body.as_ref()].concat()
}

pub fn status(line: &str) -> Vec<u8> {
    format!("HTTP/1.1 {line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n").into_bytes()
}

/// A host of an app below /craft/, with its program as it was imported from a table with this head.
fn app(folder: &Folder, head: &str) -> String {
    let program = folder.path("published.json");
    done(&["import", &folder.write("published.csv", talks(head, "10")), "-o", &program]);
    let program = std::fs::read(program).unwrap();
    let page = r#"<!doctype html><html data-base="/craft/"><head><title>Craft Days</title>
        <meta name="siganpyo-program" content="programs/p.json"></head><body></body></html>"#;
    host(move |path| match path {
        "/craft/" | "/craft/plan" => ok(page),
        "/craft" => status("301 Moved Permanently\r\nLocation: /craft/"),
        "/craft/programs/p.json" => ok(&program),
        _ => status("404 Not Found"),
    })
}

#[test]
fn programs_are_read_from_addresses_and_through_redirects() {
    let table = std::fs::read(TABLE).unwrap();
    let program = std::fs::read_to_string(PROGRAM).unwrap();
    let there = program.clone();
    let host = host(move |path| match path {
        "/talks.csv?format=csv" => ok(&table),
        "/program.json" => ok(&there),
        _ => status("302 Found\r\nLocation: /program.json"),
    });
    assert_eq!(done(&["import", &format!("{host}/talks.csv?format=csv")]), program);
    assert_eq!(done(&["check", &format!("{host}/moved")]), done(&["check", PROGRAM]));
    assert_eq!(done(&["list", &format!("{host}/program.json")]), done(&["list", PROGRAM]));
    assert_eq!(done(&["search", &format!("{host}/program.json"), "rust"]), done(&["search", PROGRAM, "rust"]));
    assert_eq!(done(&["diff", PROGRAM, &format!("{host}/program.json")]), "Nothing has changed.\n");
    let said = refused(&["check", &format!("{host}/talks.csv?format=csv")]);
    assert!(said.contains(&format!("Run: siganpyo import '{host}/talks.csv?format=csv' -o program.json")), "{said}");
}

#[test]
fn what_does_not_come_is_refused_with_what_came() {
    let page = "<!DOCTYPE html><html><head><title>Call for Talks &amp; Posters</title></head></html>";
    let host = host(move |path| match path {
        "/page" => ok(page),
        "/secret" => status("403 Forbidden"),
        "/broken" => status("503 Service Unavailable"),
        "/round" => status("302 Found\r\nLocation: /round"),
        "/large" => ok(vec![b' '; 17 << 20]),
        _ => status("404 Not Found"),
    });
    for (path, expected) in [
        ("/page", "a web page came and not a file: \"Call for Talks & Posters\""),
        ("/secret", "not give this file to everybody (status 403)"),
        ("/broken", "(status 503)"),
        ("/absent", "no such file (status 404)"),
        ("/round", "redirect"),
        ("/large", "larger than 16 MB"),
    ] {
        let address = format!("{host}{path}");
        let said = refused(&["import", &address]);
        assert!(said.starts_with(&format!("error: {address}: ")) && said.contains(expected), "{said}");
    }
    let secure = host.replace("http:", "https:");
    assert!(refused(&["check", &secure]).contains("cannot be downloaded: "));
    assert!(refused(&["import", "http://example.org/program.json"]).contains("https://"));
    assert!(refused(&["import", "https://no-such-host.invalid/p.json"]).contains("no host \"no-such-host.invalid\""));
    assert!(refused(&["import", "https://[/p.json"]).contains("not an address"));
}

#[test]
fn import_keeps_the_id_of_what_is_published_elsewhere() {
    let folder = Folder::new("against");
    let host = app(&folder, "# title: Craft Days\n");
    let out = folder.path("new.json");
    let id = || json(&std::fs::read_to_string(&out).unwrap())["id"].as_str().unwrap().to_owned();
    let table = folder.write("talks.csv", talks("# title: Crafts of Korea\n", "16"));
    let import = |published: &str| {
        let output = run(&["import", &table, "--against", published, "-o", &out]);
        assert!(output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    done(&["import", &table, "-o", &out]);
    assert_eq!(id(), "crafts-of-korea-2031", "the id that nobody has");
    for published in [format!("{host}/craft"), format!("{host}/craft/plan"), folder.path("published.json")] {
        std::fs::write(&out, "old").unwrap();
        let said = import(&published);
        assert_eq!(id(), "craft-days-2031");
        assert!(said.contains("keeps the id \"craft-days-2031\"") && said.contains("moved: \"Looms\""), "{said}");
    }
    done(&["import", &table, "--id", "mine", "-o", &out]);
    import(&format!("{host}/craft/"));
    assert_eq!(id(), "craft-days-2031", "what is published counts, not what -o replaces");
    let other = format!("{host}/absent/");
    assert!(refused(&["import", &table, "--against", &other, "-o", &out]).contains(&other));
    let elsewhere = "# title: Night of Lamps\n# time_zone: Asia/Seoul\ndate,start,end,title\n2032-01-02,09:00,09:30,Oil\n";
    let output = run(&["import", &folder.write("lamps.csv", elsewhere), "--against", &format!("{host}/craft/")]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("published is another conference, \"Craft Days\""));
    assert_eq!(json(&String::from_utf8(output.stdout).unwrap())["id"], "night-of-lamps-2032");
}

#[test]
fn check_refuses_a_program_that_would_not_reach_those_who_have_the_published_one() {
    let folder = Folder::new("check-against");
    let host = app(&folder, "# title: Craft Days\n");
    let site = format!("{host}/craft/");
    let program = |name: &str, id: &str| {
        let out = folder.path(name);
        done(&["import", &folder.write("talks.csv", talks("# title: Craft Days\n", "16")), "--id", id, "-o", &out]);
        out
    };
    let (same, other) = (program("same.json", "craft-days-2031"), program("other.json", "other"));
    let output = run(&["check", &same, "--against", &site]);
    assert!(output.status.success() && String::from_utf8(output.stderr).unwrap().contains("as published"));
    let output = run(&["check", &other, "--against", &site]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("\"craft-days-2031\"") && said.contains("Import it again with --id craft-days-2031"), "{said}");
    assert!(!output.stdout.is_empty(), "what looks wrong is told all the same");
    let report = json(&String::from_utf8(run(&["check", &other, "--against", &site, "--json"]).stdout).unwrap());
    assert_eq!(report["published"], "craft-days-2031");
    assert!(run(&["check", PROGRAM, "--against", &site]).status.success(), "another conference");
    let said = String::from_utf8(run(&["diff", &site, &other]).stderr).unwrap();
    assert!(said.contains("was \"craft-days-2031\" and is \"other\""), "{said}");
}
