//! The report that a user can send to whoever runs the page if something does not work.

use super::{ENGLISH, five};
use crate::harness::{Setup, visit};
use crate::pages::{Frame, ProgramPage, SettingsPage};

#[test]
fn a_report_has_the_causes_that_the_page_does_not_show() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let refusing = "IDBFactory.prototype.open = () => { throw new DOMException('denied by the test', 'SecurityError') }";
        visit.browser().before_every_page(refusing).await;
        let page = ProgramPage::open(visit).await;
        page.tap_pick(five(&visit.program)[0].id.as_str()).await;
        Frame(visit).save_says("failed").await;
        let report = SettingsPage::open(visit).await.report().await;
        for part in ["app: ", "engine: Mozilla", "timetable: not saved", "database: denied by the test"] {
            assert!(report.contains(part), "{part:?} is not in {report}");
        }
    });
}

#[test]
fn a_report_contains_no_personal_data() {
    visit(Setup::phone(ENGLISH), async |visit| {
        let session = five(&visit.program)[0];
        ProgramPage::open(visit).await.pick(session.id.as_str()).await;
        Frame(visit).is_saved().await;
        let report = SettingsPage::open(visit).await.report().await;
        assert!(report.contains("timetable: saved; 1 picks"), "{report}");
        for personal in [session.id.as_str(), &session.title, &visit.program.title] {
            assert!(!report.contains(personal), "{personal:?} is in {report}");
        }
    });
}
