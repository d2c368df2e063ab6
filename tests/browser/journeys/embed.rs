//! The conference's own page, on another host and with a strict policy, shows the program by one line and leads into the app.

use super::{ENGLISH, KOREAN};
use crate::harness::{Host, Manners, Setup, Visit, eventually, visit};
use siganpyo::program::Session;
use std::fs;

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';

/// What is asked inside the element.
const INSIDE: &str = "const root = document.querySelector('siganpyo-day')?.shadowRoot; ";

/// Rules for everything, as old pages have them.
const STYLE: &str = "* { color: #c0f !important; text-transform: uppercase; line-height: 3; margin: 7px !important; opacity: .6 }
    a { font-size: 7px !important; display: none !important } button { height: 9px !important }
    siganpyo-day { display: none !important } body { font-family: Georgia, serif }";

/// The page of a conference with this line, on a host of its own.
fn conference(visit: &Visit, attributes: &str) -> Host {
    let (app, folder) = (visit.host.address("/"), visit.file("conference"));
    let origin = app.trim_end_matches('/');
    fs::create_dir_all(&folder).expect("a folder for the page");
    fs::write(folder.join("old.css"), STYLE).expect("a style");
    let policy = format!(
        "default-src 'none'; script-src {origin}; connect-src {origin}; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'"
    );
    let page = format!(
        "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
        <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"old.css\">
        <title>Conference</title><h1>Conference</h1><script src=\"{app}embed.js\" {attributes} async></script><p>The end</p>",
        visit.language().tag()
    );
    fs::write(folder.join("index.html"), page).expect("a page");
    Host::start(&folder, "/")
}

async fn titles(visit: &Visit) -> Vec<String> {
    let script = format!("{INSIDE} return [...root?.querySelectorAll('.title') ?? []].map((title) => title.textContent)");
    visit.browser().ask(&script, Vec::new()).await
}

async fn lists(visit: &Visit, sessions: &[&Session]) {
    let mut expected: Vec<&str> = sessions.iter().map(|session| session.title.as_str()).collect();
    expected.sort_unstable();
    eventually("it lists the sessions of the day", async || {
        let mut listed = titles(visit).await;
        listed.sort_unstable();
        (listed == expected).then_some(())
    })
    .await;
}

fn of_day(visit: &Visit, day: usize) -> Vec<&Session> {
    let date = visit.program.days[day].date;
    visit.program.sessions.iter().filter(|session| session.day == date).collect()
}

/// Goes on with the key until this is in focus, by its words.
async fn tab_to(visit: &Visit, words: &str) {
    let script = format!("{INSIDE} return root.activeElement?.textContent ?? ''");
    for _ in 0..20 {
        visit.browser().press_key(TAB).await;
        if visit.browser().ask::<String>(&script, Vec::new()).await == words {
            return;
        }
    }
    panic!("{words:?} does not come into focus");
}

#[test]
fn a_page_of_another_host_shows_the_program_and_leads_into_the_app() {
    visit(Setup::phone(KOREAN), async |visit| {
        let page = conference(visit, "");
        visit.browser().go_to(&page.address("/")).await;
        lists(visit, &of_day(visit, 0)).await;
        visit.assert_quiet_console().await;

        let day = (visit.messages().date)(visit.program.days[1].date);
        tab_to(visit, &day).await;
        visit.browser().press_key(ENTER).await;
        lists(visit, &of_day(visit, 1)).await;
        let first = titles(visit).await.swap_remove(0);
        tab_to(visit, &first).await;
        visit.browser().press_key(ENTER).await;
        visit.browser().named("heading", &first).await;
        assert!(visit.browser().address().await.starts_with(&visit.host.address("/session/")));

        visit.browser().go_to(&page.address("/")).await;
        lists(visit, &of_day(visit, 0)).await;
        tab_to(visit, visit.messages().tab_plan).await;
        visit.browser().press_key(ENTER).await;
        // Static hosts add a slash, and the service worker does not.
        let plan = visit.host.address("/plan");
        eventually("my timetable is open", async || {
            (visit.browser().address().await.trim_end_matches('/') == plan).then_some(())
        })
        .await;
    });
}

#[test]
fn rules_for_everything_on_the_page_do_not_reach_it_and_nothing_of_it_reaches_the_page() {
    visit(Setup::phone(ENGLISH), async |visit| keeps_to_itself(visit).await);
}

/// It looks as it should on a page with rules for everything, and leaves nothing there.
pub async fn keeps_to_itself(visit: &Visit) {
    let day = visit.program.days[1].date;
    let page = conference(visit, &format!("data-day=\"{day}\" data-language=\"ko\""));
    visit.browser().go_to(&page.address("/")).await;
    lists(visit, &of_day(visit, 1)).await;
    let looks = format!(
        "{INSIDE} const link = root.querySelector('.title'), {{ color, textTransform, fontFamily, fontSize }} = getComputedStyle(link);
        const small = [...root.querySelectorAll('.pill, .row')].filter((target) => target.getBoundingClientRect().height < 44);
        return [color, textTransform, fontFamily, fontSize, String(small.length), root.querySelector('.main').textContent,
            String(document.documentElement.scrollWidth > innerWidth)]"
    );
    let looks: Vec<String> = visit.browser().ask(&looks, Vec::new()).await;
    let plan = KOREAN.messages().tab_plan;
    assert_eq!(looks, ["rgb(29, 28, 26)", "none", "Georgia, serif", "16px", "0", plan, "false"]);
    let left = "return [Object.keys(window).filter((name) => /siganpyo|embed/i.test(name)).length, localStorage.length,
        document.cookie.length, document.querySelectorAll('script, style').length]";
    assert_eq!(visit.browser().ask::<Vec<usize>>(left, Vec::new()).await, [0; 4]);
}

#[test]
fn a_host_that_lacks_the_program_or_never_sends_it_still_leads_into_the_app() {
    visit(Setup::phone(ENGLISH).copied(), async |visit| {
        let page = conference(visit, "data-program=\"programs/gone.json\"");
        visit.browser().go_to(&page.address("/")).await;
        says(visit, visit.language().embed_messages().failed).await;
        visit.host.turn_into_a_tar_pit(&[("programs/gone.json", Manners::Silent)]);
        visit.browser().go_to(&page.address("/")).await;
        says(visit, visit.messages().loading).await;
    });
}

async fn says(visit: &Visit, words: &str) {
    let script = format!("{INSIDE} return root?.querySelector('.embed').textContent ?? ''");
    let said = async || visit.browser().ask::<String>(&script, Vec::new()).await.contains(words).then_some(());
    eventually(&format!("it says {words:?}"), said).await;
}
