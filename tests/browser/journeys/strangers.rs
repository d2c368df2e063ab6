//! Malicious programs, opened by a user: their texts have no effect, and the app and its picks are not harmed.

use super::{ENGLISH, KOREAN, are_picked, file, five, ids, pick_and_save};
use crate::harness::{Setup, visit};
use crate::pages::{Frame, LibraryPage, ProgramPage};
use serde_json::{Value, json};

/// Returns a program of these sessions, each with unusual fields.
fn program(id: &str, rooms: &Value, sessions: &[Value]) -> String {
    let session = |(at, odd): (usize, &Value)| {
        let mut session = json!({ "id": format!("s{at}"), "title": format!("Talk {at}"), "start": "2031-02-03T09:00:00Z",
            "end": "2031-02-03T10:00:00Z", "day": "2031-02-03", "rooms": ["r"] });
        for (key, value) in odd.as_object().expect("a session") {
            session[key] = value.clone();
        }
        session
    };
    let sessions: Vec<Value> = sessions.iter().enumerate().map(session).collect();
    json!({ "format": "siganpyo-program/1", "id": id, "version": "1", "title": format!("The \u{1b}[2J{id}\u{202e}"), "time_zone": "UTC",
        "url": "javascript:alert(1)", "days": [{ "date": "2031-02-03" }, { "date": "2031-02-03" }], "rooms": rooms, "tracks": [],
        "walking": [{ "from": ["r"], "to": ["q"], "minutes": 4_294_967_297_u64 }], "sessions": sessions })
    .to_string()
}

fn rooms(count: usize) -> Value {
    let more = (0..count).map(|at| json!({ "id": format!("r{at}"), "name": format!("Room {at}") }));
    let first = [json!({ "id": "r", "name": "R\u{7}" }), json!({ "id": "q", "name": "Q" })];
    first.into_iter().chain(more).collect()
}

#[test]
fn a_malicious_program_can_be_opened_used_and_discarded() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions = ids(&five(&visit.program));
        pick_and_save(visit, &ProgramPage::open(visit).await, &five(&visit.program)).await;
        let deep = (0..58).fold(json!({ "p": [{ "t": "x" }] }), |block, _| json!({ "quote": [block] }));
        let odd = [
            json!({ "url": "javascript:document.title='taken over'" }),
            json!({ "url": "intent://x#Intent;scheme=tel;end", "abstract": [deep] }),
            json!({ "start": "0001-02-03T09:00:00Z", "end": "0001-02-03T10:00:00Z" }),
            json!({ "end": "2031-12-24T09:00:00Z", "title": "X\u{301}".repeat(200_000) }),
        ];
        let library = LibraryPage::open(visit).await;
        library.open_program(&file(visit, "odd.json", &program("odd", &rooms(0), &odd))).await;
        let preview = library.preview().await;
        assert!(preview.contains("The [2Jodd") && !preview.contains('\u{202e}'), "{preview}");
        library.keep().await;
        let page = ProgramPage::by_tab(visit).await;
        page.lists(&["s0", "s1", "s3"].map(str::to_owned)).await;
        page.show_grid().await;
        visit.browser().find(".grid .cell").await;
        Frame(visit).open("/session/s0").await;
        visit.browser().named("heading", "Talk 0").await;
        assert!(visit.browser().find_all("main a[target=_blank]").await.is_empty(), "no link leads anywhere");

        visit.has_answered().await;
        visit.kill_and_open_browser().await;
        ProgramPage::open(visit).await;
        visit.browser().find(".grid .cell").await;
        let library = LibraryPage::open(visit).await;
        library.switch_to(&visit.program.title).await;
        let own = "document.querySelector('.grid .cell')";
        assert!(visit.browser().ask::<bool>(&format!("return Boolean({own})"), Vec::new()).await, "rooms by time were chosen");
        Frame(visit).open("/plan").await;
        let plan = crate::pages::PlanPage::open(visit).await;
        plan.becomes(&sessions, |entry| entry.id.clone()).await;
        visit.assert_quiet_console().await;
    });
}

#[test]
fn a_program_beyond_the_limits_is_refused_and_changes_nothing() {
    visit(Setup::phone(KOREAN), async |visit| {
        let sessions = ids(&five(&visit.program));
        pick_and_save(visit, &ProgramPage::open(visit).await, &five(&visit.program)).await;
        let many: Vec<Value> = vec![json!({}); 20_001];
        for (name, text, number) in [
            ("sessions.json", program("many", &rooms(0), &many), "20001개"),
            ("rooms.json", program("roomy", &rooms(6_000), &[json!({})]), "6002개"),
        ] {
            let library = LibraryPage::open(visit).await;
            library.open_program(&file(visit, name, &text)).await;
            visit.browser().says(number).await;
            library.has(&[visit.program.title.as_str()]).await;
        }
        are_picked(&ProgramPage::open(visit).await, &sessions).await;
    });
}
