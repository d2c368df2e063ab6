use super::*;
use sha2::{Digest, Sha256};

const PAGE: &str = r#"<html data-base="/"><head><meta name="siganpyo-program" content="programs/p.json"></head></html>"#;

/// A host whose answers a function changes, by the question.
struct Fake<F>(F);

impl<F: Fn(&Question, &mut Answer)> Host for Fake<F> {
    fn ask(&self, questions: &[Question]) -> Vec<Result<Answer, Unfetched>> {
        questions.iter().map(|question| self.answer(question)).collect()
    }

    fn is_live(&self) -> bool {
        true
    }

    fn stale_siblings(&self) -> Vec<String> {
        Vec::new()
    }
}

impl<F: Fn(&Question, &mut Answer)> Fake<F> {
    fn answer(&self, question: &Question) -> Result<Answer, Unfetched> {
        let path = question.address.rsplit('/').next().unwrap_or_default();
        let (status, bytes) = match path {
            "" => (200, PAGE.to_owned()),
            "sw.js" => (200, worker(PAGE)),
            _ => (404, PAGE.to_owned()),
        };
        let mut answer = Answer::new(status, None, Vec::new(), bytes.into_bytes());
        if question.address.starts_with("http://timetable") {
            answer.led_to = Some("https://timetable.example/".to_owned());
        }
        (self.0)(question, &mut answer);
        Ok(Answer::new(answer.status, answer.led_to, answer.headers, answer.sent))
    }
}

fn worker(page: &str) -> String {
    let row = format!("[\"./\",\"{:x}\",{}]", Sha256::digest(page), page.len());
    format!("const FILES = [\n  {row},\n];\nconst ONCE_USED = [\n  {row},\n];\n")
}

fn faults(address: &str, change: impl Fn(&Question, &mut Answer)) -> Vec<&'static str> {
    let report = inspect(&Fake(change), address);
    // This host has neither manifest nor program, and calls nothing by its type.
    let usual = ["no-manifest", "no-touch-icon", "no-program", "media-type", "not-sent"];
    report.findings.iter().map(|finding| finding.fault.as_str()).filter(|word| !usual.contains(word)).collect()
}

const ADDRESS: &str = "https://timetable.example/";

#[test]
fn an_address_must_be_secure_and_lead_there() {
    assert_eq!(faults(ADDRESS, |_, _| {}), [""; 0]);
    let stays = |question: &Question, answer: &mut Answer| {
        if question.address.starts_with("http:") {
            answer.led_to = None;
            answer.status = 200;
        }
    };
    assert_eq!(faults(ADDRESS, stays), ["plain-too"]);
    assert_eq!(faults("http://192.0.2.1/", |_, _| {}), ["not-secure"]);
    assert_eq!(faults("http://localhost:8080/", |_, _| {}), [""; 0]);
    assert_eq!(faults("http://localhost.example/", |_, _| {}), ["not-secure"], "another host with such a name");
}

#[test]
fn a_packed_worker_is_the_plain_one() {
    let stale = |question: &Question, answer: &mut Answer| {
        if question.address.ends_with("sw.js") && question.may_be_packed {
            answer.sent = crate::publish::compress::brotli(worker("old").as_bytes());
            answer.headers.push(("content-encoding".to_owned(), "br".to_owned()));
        }
    };
    assert!(faults(ADDRESS, stale).contains(&"other-worker-if-packed"));
    let packed = |question: &Question, answer: &mut Answer| {
        if question.address.ends_with("sw.js") && question.may_be_packed {
            answer.sent = crate::publish::compress::brotli(&answer.sent);
            answer.headers.push(("content-encoding".to_owned(), "br".to_owned()));
        }
    };
    assert_eq!(faults(ADDRESS, packed), [""; 0]);
}

#[test]
fn a_strange_list_is_not_asked_for_without_end() {
    let rows: Vec<String> = (0..5000).map(|at| format!("[\"a{at}.txt\",\"00\",1]")).collect();
    let endless = format!("const FILES = [\n  {},\n];\n", rows.join(",\n  "));
    let asked = std::cell::Cell::new(0);
    faults(ADDRESS, |question, answer| {
        asked.set(asked.get() + 1);
        if question.address.ends_with("sw.js") {
            answer.sent = endless.clone().into_bytes();
        }
    });
    assert!(asked.get() < 1100, "{}", asked.get());
}

#[test]
fn each_fault_is_said_once_and_the_worst_first() {
    let found = vec![
        (Fault::NotSent, "A".to_owned()),
        (Fault::CutOff, "a".to_owned()),
        (Fault::NotSent, "B".to_owned()),
        (Fault::CutOff, "a".to_owned()),
        (Fault::ClearSiteData, "b".to_owned()),
    ];
    let sorted = sorted(found);
    assert_eq!(sorted.iter().map(|finding| finding.about.concat()).collect::<Vec<_>>(), ["b", "a", "AB"]);
}
