//! The page of a session.

use super::{KOREAN, at};
use crate::harness::{Setup, visit};
use crate::pages::SessionPage;

#[test]
fn what_is_on_at_the_same_time_says_its_time_and_not_the_day_once_more() {
    visit(Setup::phone(KOREAN), async |visit| {
        let session = at(&visit.program, "2018-08-18", "13:00")[0];
        SessionPage::open(visit, session.id.as_str()).await.is_shown(&session.title).await;
        let heading = visit.language().find_messages().same_time;
        visit.browser().says(heading).await;
        let rows = "const list = [...document.querySelectorAll('.others')].find((list) => list.querySelector('h3').textContent === arguments[0]);
            return [...list.querySelectorAll('.session .meta')].map((row) => row.textContent)";
        let rows: Vec<String> = visit.browser().ask(rows, vec![heading.into()]).await;
        let date = (visit.messages().date)(session.day);
        assert!(!rows.is_empty() && rows.iter().all(|row| row.contains("13:00") && !row.contains(&date)), "{rows:?}");
    });
}
